"""Saved copies of sources, in a folder beside the database, known by their hash."""

import hashlib
import os
from pathlib import Path

from sqlalchemy import select

from annotator.oserror import cause
from annotator.review.errors import Invalid, NotSaved
from annotator.review.log import timestamp
from annotator.store import file
from annotator.store.store import Store
from annotator.store.tables import AttachmentRow

MOST = 100_000_000  # bytes


def name_of(digest: str, suffix: str) -> str:
    """The name of a copy, from its SHA-256."""
    return digest[:16] + suffix


def folder(store: Store) -> Path | None:
    """Where they lie; None for a server, which has no folder."""
    return file.beside(store.path, ".files") if store.path else None


def attach(store: Store, source: Path) -> tuple[str, str]:
    """Copy a file in; its name there and its SHA-256. The same bytes are kept once. Invalid, NotSaved, ReadOnly."""
    try:
        if source.stat().st_size > MOST:
            raise Invalid(f"附件“{source.name}”超过 100 MB。请只存要用的页。")
        content = source.read_bytes()
    except OSError as error:
        raise Invalid(f"附件“{source}”读不出来：{cause(error)}。请检查文件。") from error
    return keep(store, content, source.suffix)


def keep(store: Store, content: bytes, suffix: str) -> tuple[str, str]:
    """Keep bytes; their name in the folder and their SHA-256. Invalid, NotSaved, ReadOnly."""
    where = folder(store)
    if where is None:
        raise Invalid("服务器上的核查库不存附件。请写明链接和出处。")
    if len(content) > MOST:
        raise Invalid("附件超过 100 MB。请只存要用的页。")
    digest = hashlib.sha256(content).hexdigest()
    name = name_of(digest, suffix.lower()[:10])
    with store.writing() as work:
        try:
            file.private_folder(where)
            _keep(where / name, content)
        except OSError as error:
            raise NotSaved(f"附件存不下：{cause(error)}（{where}）。请排除后再试。") from error
        work.merge(AttachmentRow(sha256=digest, name=name, size=len(content), at=timestamp(store.clock())))
    return name, digest


def kept(store: Store, digest: str) -> bytes | None:
    """The bytes with this SHA-256, unharmed; None where they are not kept."""
    where = folder(store)
    with store.reading() as work:
        name = work.scalars(select(AttachmentRow.name).where(AttachmentRow.sha256 == digest)).one_or_none()
    if where is None or name is None or not (where / name).is_file():
        return None
    content = (where / name).read_bytes()
    return content if hashlib.sha256(content).hexdigest() == digest else None


def carry(store: Store, database: Path) -> tuple[str, ...]:
    """Copy the files of a desk beside another database file; the names of those that could not be. Those that are there stay."""
    here, there = folder(store), file.beside(database, ".files")
    if here is None or not here.is_dir():
        return ()
    left = []
    for source in sorted(path for path in here.iterdir() if path.is_file() and not path.name.startswith(".")):
        try:
            file.private_folder(there)
            _keep(there / source.name, source.read_bytes())
        except OSError:
            left.append(source.name)
    return tuple(left)


def _keep(target: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    if target.exists():
        return
    building = target.with_name(f".{target.name}.{os.getpid()}")
    building.unlink(missing_ok=True)
    try:
        file.private_file(building)
        building.write_bytes(content)
        file.sync_file(building)
        building.replace(target)
        file.sync_folder(target.parent)
    finally:
        building.unlink(missing_ok=True)
