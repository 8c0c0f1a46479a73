"""A text becomes an Article."""

import hashlib
from datetime import date

from annotator.model import Article, Note
from annotator.text.characters import carried, printable
from annotator.text.errors import ReadError
from annotator.text.lines import paragraphs
from annotator.text.masthead import masthead

MAX_SIGNS = 20_000_000  # code points of an article
MAX_PARAGRAPH = 1_000_000  # code points of a line: longer ones freeze any text view


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
    """The article of a text, which may be empty. Offsets hold: what cannot be carried is replaced one for one, with a note.

    Title, byline, publisher and date of publication are read from the text where they are not given.
    """
    kept, found = carried(text)
    lines = paragraphs(kept)
    head = masthead([kept[line.start : line.end] for line in (*lines[:12], *lines[12:][-2:])])
    given = source if source is not None else text.encode("utf-8", "surrogatepass")
    return Article(
        text=kept,
        paragraphs=lines,
        sha256=hashlib.sha256(kept.encode("utf-8", "surrogatepass")).hexdigest(),
        source_sha256=hashlib.sha256(given).hexdigest(),
        name=printable(name),
        title=title or head.title,
        byline=byline or head.byline,
        publisher=publisher or head.publisher,
        published=published or head.published,
        encoding=encoding,
        notes=(*notes, *found),
    )


def bounded(text: str) -> None:
    """ReadError when a text is larger than the program can show."""
    if len(text) > MAX_SIGNS:
        raise ReadError(
            f"文件有 {len(text)} 字，超过 {MAX_SIGNS // 10_000} 万字的上限，请分成几个文件再打开。",
            f"The file has {len(text)} characters, more than the {MAX_SIGNS} there is room for. Divide it into several files.",
        )


def checked(made: Article) -> Article:
    """The article of a file, when it has text and the program can show it; else ReadError."""
    bounded(made.text)
    if not made.paragraphs:
        raise ReadError("文件里没有文字，请换一个文件。", "There is no text in the file. Choose another.")
    longest = max(made.paragraphs, key=lambda paragraph: paragraph.end - paragraph.start)
    signs = longest.end - longest.start
    if signs > MAX_PARAGRAPH:
        raise ReadError(
            f"第 {longest.order + 1} 段有 {signs} 字，超过一段 {MAX_PARAGRAPH // 10_000} 万字的上限，请先分段再打开。",
            f"Paragraph {longest.order + 1} has {signs} characters, more than {MAX_PARAGRAPH}. Divide it first.",
        )
    return made
