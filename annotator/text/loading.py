"""A document of any known format becomes an article with its source."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from annotator.model import Article
from annotator.text.articles import article, checked
from annotator.text.encoding import read_as
from annotator.text.errors import ReadError
from annotator.text.files import contents, kind_of
from annotator.text.imported import Format, Imported
from annotator.text.parsed import Parsed
from annotator.text.plain import from_text
from annotator.text.sandbox import parsed


def _never() -> bool:
    return False


def load(
    path: str | Path,
    *,
    encoding: str | None = None,
    password: str | None = None,
    cancelled: Callable[[], bool] = _never,
) -> Imported:
    """The article in a file, with its source. ReadError (one sentence), PasswordWanted, Cancelled.

    `encoding` is one of ENCODINGS, for a text file or web page whose encoding was found wrongly. `cancelled` is asked twenty times a
    second.
    """
    path = Path(path)
    return convert(contents(path), path.name, encoding=encoding, password=password, cancelled=cancelled)


def convert(
    data: bytes,
    name: str = "",
    *,
    encoding: str | None = None,
    password: str | None = None,
    cancelled: Callable[[], bool] = _never,
) -> Imported:
    """The article in the bytes of a file, as `load` gives it. The same bytes give the same text, offsets and anchors."""
    kind = kind_of(data, name)
    if kind is Format.TEXT:
        return from_text(data, name, encoding)
    given = data
    if kind is Format.HTML and encoding:
        given = read_as(data, encoding).text.encode("utf-8-sig")
    read = parsed(kind, given, name, password=password, cancelled=cancelled)
    return _imported(replace(read, encoding=encoding) if given is not data and encoding else read, data, kind, name)


def _imported(read: Parsed, data: bytes, kind: Format, name: str) -> Imported:
    made = article(
        read.text,
        name=name,
        source=data,
        encoding=read.encoding,
        title=read.title,
        byline=read.byline,
        publisher=read.publisher,
        published=read.published,
        notes=read.notes,
    )
    return Imported(checked(made), data, kind, anchors=read.anchors, changes=read.changes)


def paste(text: str = "", *, html: str = "", rtf: bytes = b"", cancelled: Callable[[], bool] = _never) -> Imported:
    """What a person pasted, whole: the plain text, or the rich form given instead (markup first). ReadError when there is none."""
    if html:
        start, end = html.find("<!--StartFragment-->"), html.rfind("<!--EndFragment-->")
        data = (html[start:end] if 0 <= start < end else html).encode("utf-8", "replace")
        return _imported(parsed(Format.HTML, data, cancelled=cancelled), data, Format.HTML, "")
    if rtf:
        return _imported(parsed(Format.RTF, rtf, cancelled=cancelled), rtf, Format.RTF, "")
    return Imported(checked(article(text.replace("\r\n", "\n"))), text.encode("utf-8", "surrogatepass"), Format.TEXT)


def load_all(paths: Iterable[str | Path], *, cancelled: Callable[[], bool] = _never) -> Iterator[tuple[Path, Imported | ReadError]]:
    """Each file with its article or the reason why there is none, one after the other: count them for progress. Stops when cancelled."""
    for path in map(Path, paths):
        if cancelled():
            return
        try:
            yield path, load(path, cancelled=cancelled)
        except ReadError as error:
            yield path, error


def read(path: str | Path) -> Article:
    """The article in a file of any known format. ReadError (one sentence) when there is none."""
    return load(path).article


def decode(data: bytes, name: str = "") -> Article:
    """The article in the bytes of a file of any known format. ReadError when they hold no text."""
    return convert(data, name).article
