"""Bytes or a file become an Article: encodings, paragraphs, copies, Word, web pages, PDF."""

from pathlib import Path

from annotator.model import Article
from annotator.text.articles import article
from annotator.text.errors import Cancelled, PasswordWanted, ReadError
from annotator.text.imported import Anchor, Change, Format, Imported, Join
from annotator.text.plain import Preview, from_text, previews

__all__ = [
    "Anchor",
    "Cancelled",
    "Change",
    "Format",
    "Imported",
    "Join",
    "PasswordWanted",
    "Preview",
    "ReadError",
    "article",
    "decode",
    "previews",
    "read",
]


def decode(data: bytes, name: str = "") -> Article:
    """The article of the bytes of a text file. ReadError when they hold no text."""
    return from_text(data, name).article


def read(path: str | Path) -> Article:
    """The article in a file. ReadError (one sentence) when there is none or it holds no text."""
    path = Path(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError("找不到这个文件，请检查路径。") from error
    except IsADirectoryError as error:
        raise ReadError("这是一个文件夹，请选择其中的一个文件。") from error
    except OSError as error:
        raise ReadError("文件读不出来，请检查它是否还在、您是否有权限。") from error
    return decode(data, path.name)
