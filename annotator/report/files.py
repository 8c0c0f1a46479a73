"""Names that every file system takes, and writing that leaves the old file or the new one whole."""

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

from annotator.oserror import cause
from annotator.report.printable import printable

NAME_BYTES = 200  # most file systems allow 255, archives and shares less
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')
# Device names of Windows: with any extension, in any case, also with the superscript digits.
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|CLOCK\$|CONIN\$|CONOUT\$|COM[0-9¹²³]|LPT[0-9¹²³])\s*(?:\..*)?", re.IGNORECASE)


class NotWritten(OSError):  # noqa: N818 - named as what the person is told, like NotSaved
    """A file could not be written; `str` is one sentence with what to do, `english` the same. The old file, if there was one, is whole."""

    def __init__(self, sentence: str, english: str) -> None:
        super().__init__(sentence)
        self.english = english


class SymlinkTarget(NotWritten):
    """The name leads elsewhere through a symbolic link: ask, then write again with `replace_link`."""


def file_name(stem: str, tail: str) -> str:
    """A safe file name: the stem cut at a character so that stem and tail fit in NAME_BYTES; `tail` is ours and ends in the suffix."""
    safe = _FORBIDDEN.sub("_", printable(stem).replace("\n", " ").replace("\t", " "))
    safe = " ".join(safe.split()).strip(". ") or "未命名"
    if _DEVICE.fullmatch(safe):
        safe = f"_{safe}"
    room = NAME_BYTES - len(tail.encode("utf-8"))
    safe = safe.encode("utf-8")[:room].decode("utf-8", errors="ignore").rstrip(". ")
    return safe + tail


def write_whole(path: Path, data: bytes, *, replace_link: bool = False) -> None:
    """Write a file so that a crash leaves the old one or the new one: same folder, fsync, replace, fsync the folder.

    Raises SymlinkTarget where the name is a symbolic link (`replace_link` replaces the link and leaves its target), NotWritten
    where the folder or the disk refuses.
    """
    if path.is_symlink() and not replace_link:
        raise SymlinkTarget(
            f"“{path.name}”是一个链接，指向别处的文件。请换一个名字或文件夹，或确认用新文件代替这个链接。",
            f"“{path.name}” is a link to a file elsewhere. Choose another folder, or put a new file in the place of the link.",
        )
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise NotWritten(
            f"写不了“{path}”：{cause(error)}。请换一个文件夹，或腾出空间后再导出。",
            f"Cannot write “{path}”: {error.strerror or error}. Choose another folder, or make room and export again.",
        ) from error
    finally:
        with suppress(OSError):
            part.unlink()


def _sync_folder(folder: Path) -> None:
    """Make the new name last; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
