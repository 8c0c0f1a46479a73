"""What a clipboard or a drop holds, taken at once: Qt may take its data away when the event is over."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData

_RTF: Final = ("text/rtf", "application/rtf", "text/richtext", "public.rtf", 'application/x-qt-windows-mime;value="Rich Text Format"')

DOCUMENTS: Final = frozenset({".txt", ".md", ".docx", ".docm", ".html", ".htm", ".mht", ".pdf", ".rtf"})


@dataclass(frozen=True)
class Pasted:
    """Plain text, and the same with its form: markup or rich text. `files`: paths, when files were copied instead."""

    text: str = ""
    html: str = ""
    rtf: bytes = b""
    files: tuple[str, ...] = ()

    @property
    def has_form(self) -> bool:
        """Is there more than plain text?"""
        return bool(self.html.strip() or self.rtf)

    def __bool__(self) -> bool:
        return bool(self.text.strip() or self.has_form or self.files)


def _inside(path: Path) -> Iterator[str]:
    """The path of a file; of a folder, the documents in it, or the folder where there is none, which says so itself."""
    documents = sorted(str(inside) for inside in path.iterdir() if inside.suffix.lower() in DOCUMENTS) if path.is_dir() else []
    yield from documents or [str(path)]


def taken(mime: QMimeData | None) -> Pasted:
    """What some data holds that an article can be made of. None is an empty clipboard."""
    if mime is None:
        return Pasted()
    files = tuple(path for url in mime.urls() if url.isLocalFile() for path in _inside(Path(url.toLocalFile())))
    if mime.hasUrls() and not files and mime.text().split() == [url.toString() for url in mime.urls()]:
        return Pasted()  # a link: nothing is fetched, and an address is no article
    rtf = next((bytes(mime.data(kind).data()) for kind in _RTF if mime.hasFormat(kind)), b"")
    return Pasted(mime.text() if mime.hasText() else "", mime.html() if mime.hasHtml() else "", rtf, files)
