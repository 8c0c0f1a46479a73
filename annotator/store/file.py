"""The file of a desk: is it ours, who may read it, and is it still the one that was opened."""

import os
from pathlib import Path
from typing import NamedTuple

from annotator.oserror import cause
from annotator.store.errors import DeskError, Moved, Newer, NotADesk
from annotator.store.tables import APPLICATION_ID, SCHEMA

_MAGIC = b"SQLite format 3\0"


class Header(NamedTuple):
    """What the first hundred bytes of a file say."""

    application_id: int
    schema: int


def header(path: Path) -> Header:
    """Read a file's header without letting SQLite near it. NotADesk (a sentence) for whatever is no database of ours."""
    if path.is_dir():
        raise NotADesk(f"“{path}”是文件夹，不是核查库。请选择核查库文件。")
    try:
        with path.open("rb") as file:
            if not path.is_file():
                raise NotADesk(f"“{path}”不是普通文件，不能用作核查库。请选择另一个位置。")
            head = file.read(100)
    except FileNotFoundError:
        raise NotADesk(f"没有“{path}”这个核查库。请检查路径。") from None
    except OSError as error:
        raise DeskError(f"“{path}”打不开：{cause(error)}。请检查权限，或另选核查库。") from error
    if not head:
        raise NotADesk(f"“{path}”是空文件，不是核查库，没有改动它。请另选文件名，或先移走它。")
    if not head.startswith(_MAGIC) or len(head) < 100:
        raise NotADesk(f"“{path}”不是核查库，没有改动它。请另选文件。")
    found = Header(int.from_bytes(head[68:72], "big"), int.from_bytes(head[60:64], "big"))
    if found.application_id != APPLICATION_ID:
        raise NotADesk(f"“{path}”是别的程序的数据库，没有改动它。请另选文件。")
    if found.schema > SCHEMA:
        raise Newer(path, found.schema, SCHEMA)
    return found


def private_folder(folder: Path) -> None:
    """Make a folder for its owner alone; one that exists is left as it is. DeskError when it cannot be made."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DeskError(f"文件夹“{folder}”建不了：{cause(error)}。请另选核查库的位置。") from error


def private_file(path: Path) -> None:
    """Make an empty file for its owner alone. FileExistsError when there is one."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))


def sync_folder(folder: Path) -> None:
    """Put a folder's entries on the disk, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_file(path: Path) -> None:
    """Put a file's content on the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def beside(path: Path, ending: str) -> Path:
    """A file or folder that belongs to a database: desk.sqlite -> desk.backups."""
    return path.with_name(path.stem + ending)


class Guard:
    """Notices that the open file, or its write-ahead log, is no longer the one at its path: SQLite in WAL mode does not."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.wal = path.with_name(path.name + "-wal")
        self._known = {path: _identity(path)}

    def check(self) -> None:
        """Raise Moved when path and open file differ."""
        for path, known in self._known.items():
            if (now := _identity(path)) != known:
                what = "被删除" if now is None else "被替换"
                raise Moved(f"还没有保存：核查库“{path}”在使用中{what}，没有写入任何文件。请用“另存到…”保存全部决定，再查明原因。")

    def learn(self) -> None:
        """Remember the write-ahead log once it is there: with one connection open it stays the same file."""
        if self.wal not in self._known and (identity := _identity(self.wal)):
            self._known[self.wal] = identity


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
