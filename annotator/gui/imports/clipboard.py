"""What a clipboard or a drop holds, taken at once: Qt may take its data away when the event is over."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QMimeData

_RTF: Final = ("text/rtf", "application/rtf", "text/richtext", "public.rtf", 'application/x-qt-windows-mime;value="Rich Text Format"')


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


def taken(mime: QMimeData | None) -> Pasted:
    """What some data holds that an article can be made of. None is an empty clipboard."""
    if mime is None:
        return Pasted()
    files = tuple(url.toLocalFile() for url in mime.urls() if url.isLocalFile())
    rtf = next((bytes(mime.data(kind).data()) for kind in _RTF if mime.hasFormat(kind)), b"")
    return Pasted(mime.text() if mime.hasText() else "", mime.html() if mime.hasHtml() else "", rtf, files)
