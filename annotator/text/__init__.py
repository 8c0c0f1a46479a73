"""Bytes or a file become an Article: encodings, paragraphs, copies, Word, web pages, PDF."""

import hashlib
from datetime import date
from pathlib import Path

from annotator.model import Article, Note
from annotator.text.characters import carried, printable
from annotator.text.errors import Cancelled, PasswordWanted, ReadError
from annotator.text.lines import paragraphs

__all__ = ["Cancelled", "PasswordWanted", "ReadError", "article", "decode", "read"]


def article(
    text: str,
    *,
    name: str = "",
    source: bytes | None = None,
    encoding: str = "utf-8",
    title: str = "",
    byline: str = "",
    publisher: str = "",
    published: date | None = None,
    notes: tuple[Note, ...] = (),
) -> Article:
    """The article of a text, which may be empty. Offsets hold: what cannot be carried is replaced one for one, with a note."""
    kept, found = carried(text)
    given = source if source is not None else text.encode("utf-8", "surrogatepass")
    return Article(
        text=kept,
        paragraphs=paragraphs(kept),
        sha256=hashlib.sha256(kept.encode("utf-8", "surrogatepass")).hexdigest(),
        source_sha256=hashlib.sha256(given).hexdigest(),
        name=printable(name),
        title=title,
        byline=byline,
        publisher=publisher,
        published=published,
        encoding=encoding,
        notes=(*notes, *found),
    )


def decode(data: bytes, name: str = "") -> Article:
    """The article of the bytes of a text file. ReadError when they hold no text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError("文件不是 UTF-8 编码的文字，请另存为 UTF-8 再打开。") from error
    made = article(text.replace("\r\n", "\n"), name=name, source=data)
    if not made.paragraphs:
        raise ReadError("文件里没有文字，请换一个文件。")
    return made


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
