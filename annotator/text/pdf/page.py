"""The characters of a PDF page with their places, as pdfium tells them."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from annotator.text.pdf.glyphs import FOLDS, folded, is_chinese

_TINY = 1.0  # points: lower letters cannot be read
_HYPHENS = (0x02, 0xFFFE)  # what pdfium puts for a hyphen at the end of a line
_INVISIBLE = 3  # text render mode
_SLANT = 0.09  # radians, some five degrees: a page put in askew for scanning turns its text by less
_NOTE_TYPES = {
    pdfium.FPDF_ANNOT_TEXT,
    pdfium.FPDF_ANNOT_FREETEXT,
    pdfium.FPDF_ANNOT_HIGHLIGHT,
    pdfium.FPDF_ANNOT_STRIKEOUT,
    pdfium.FPDF_ANNOT_UNDERLINE,
}


class Glyph(NamedTuple):
    """A character and its box in points, y upwards, text upright."""

    sign: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


@dataclass
class PageText:
    """What stands on a page, in the order of the file."""

    number: int
    glyphs: list[Glyph]
    width: float
    height: float
    images: int = 0
    unseen: str = ""  # text that is not shown: outside the page, invisible, tiny
    slanted: str = ""  # text set at a slant over the rest, a watermark or a stamp
    counts: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)  # what people wrote on it

    @property
    def em(self) -> float:
        """The width of a Chinese character in the body, in points; of a letter's height where there is none."""
        widths = (
            [glyph.right - glyph.left for glyph in self.glyphs if is_chinese(glyph.sign)]
            or [glyph.height for glyph in self.glyphs]
            or [10.0]
        )
        return max(1.0, median(widths))


class _Raw(NamedTuple):
    sign: str
    left: float
    bottom: float
    right: float
    top: float
    turn: int  # quarter turns of the text against the page, anticlockwise
    slanted: bool  # between two quarter turns
    mode: int
    radical: bool


def page_text(page: Any, number: int) -> list[PageText]:  # noqa: ANN401 - pypdfium2 has no types
    """The characters of a page that can be seen, upright and left to right; what stands turned against the rest is a text of its own."""
    text_page = page.get_textpage()
    try:
        raw = list(_raw(text_page))
    finally:
        text_page.close()
    edges = page.get_bbox()
    width, height = edges[2] - edges[0], edges[3] - edges[1]
    found = PageText(number, [], width, height, images=_images(page), notes=list(_annotations(page)))
    scanned = found.images > 0 and {one.mode for one in raw if one.sign.strip()} == {_INVISIBLE}  # the text layer below a scan
    kept = [one for one in raw if _is_seen(one, edges, scanned=scanned)]
    slanted = [one for one in kept if one.slanted]
    if len(slanted) * 2 < len(kept):  # else the slant is that of the page
        kept = [one for one in kept if not one.slanted]
        found.slanted = "".join(one.sign for one in slanted).strip()
    found.counts["scan"] = int(scanned)
    found.unseen = "".join(one.sign for one in raw if not _is_seen(one, edges, scanned=scanned)).strip()
    found.counts["unknown"] = sum(one.sign == "\ufffd" for one in kept)
    found.counts["radicals"] = sum(one.radical for one in kept)
    texts = [found]
    for turn, _ in Counter(one.turn for one in kept).most_common():
        text = found if not found.glyphs else PageText(number, [], width, height)
        text.glyphs = [Glyph(one.sign, *_upright(one, *edges)) for one in kept if one.turn == turn]
        text.width, text.height = (height, width) if turn % 2 else (width, height)
        if _is_vertical(text.glyphs):
            _lay_down(text)
        texts += [text] * (text is not found)
    return texts


def _is_seen(one: _Raw, edges: tuple[float, float, float, float], *, scanned: bool) -> bool:
    """Does a character stand on the page, in ink and large enough to read?"""
    left, bottom, right, top = edges
    inside = left <= (one.left + one.right) / 2 <= right and bottom <= (one.bottom + one.top) / 2 <= top
    large = not one.sign.strip() or one.top - one.bottom >= _TINY or one.right - one.left >= _TINY
    return inside and large and (scanned or one.mode != _INVISIBLE)


def _lay_down(text: PageText) -> None:
    """Turn columns from right to left into lines from the top down."""
    text.counts["vertical"] = 1
    text.glyphs = [Glyph(one.sign, text.height - one.top, one.left, text.height - one.bottom, one.right) for one in text.glyphs]
    text.width, text.height = text.height, text.width


def _raw(text_page: Any) -> Iterator[_Raw]:  # noqa: ANN401
    box = pdfium.FS_RECTF()
    modes: dict[int, int] = {}
    high = 0
    for index in range(text_page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if pdfium.FPDFText_IsGenerated(text_page, index) == 1 and code not in _HYPHENS:
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code, high = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00, 0
        if code in (0x0A, 0x0D):
            continue
        pdfium.FPDFText_GetLooseCharBox(text_page, index, ctypes.byref(box))
        unknown = code == 0 or 0xD800 <= code < 0xE000 or pdfium.FPDFText_HasUnicodeMapError(text_page, index) == 1
        sign = "-" if code in _HYPHENS else "\ufffd" if unknown else chr(code)
        obj = pdfium.FPDFText_GetTextObject(text_page, index)
        address = ctypes.cast(obj, ctypes.c_void_p).value or 0
        if address not in modes:
            modes[address] = pdfium.FPDFTextObj_GetTextRenderMode(obj) if address else 0
        quarters = pdfium.FPDFText_GetCharAngle(text_page, index) / (math.pi / 2)
        turn = -round(quarters) % 4  # pdfium counts clockwise
        slanted = abs(quarters - round(quarters)) * math.pi / 2 > _SLANT
        radical = code in FOLDS
        for part in folded(sign):
            yield _Raw(part, box.left, box.bottom, box.right, box.top, turn, slanted, modes[address], radical)


def _upright(one: _Raw, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
    """The box of a turned character as it stands when the page is held so that it can be read. Origin at the lower left."""
    match one.turn:
        case 1:
            return one.bottom - bottom, right - one.right, one.top - bottom, right - one.left
        case 2:
            return right - one.right, top - one.top, right - one.left, top - one.bottom
        case 3:
            return top - one.top, one.left - left, top - one.bottom, one.right - left
    return one.left - left, one.bottom - bottom, one.right - left, one.top - bottom


def _is_vertical(glyphs: list[Glyph]) -> bool:
    """Is it set in columns from right to left, each read downwards?"""
    down = across = 0
    for before, after in pairwise(glyphs):
        if is_chinese(before.sign) and is_chinese(after.sign):
            aligned = abs(after.left - before.left) < 0.2 * before.height
            down += aligned and 0.3 * before.height < before.top - after.top < 2 * before.height
            across += abs(after.bottom - before.bottom) < 0.2 * before.height
    return down > 3 * across and down > 8


def _images(page: Any) -> int:  # noqa: ANN401
    """How many images of a size to hold words stand on the page."""
    area = max(1.0, page.get_width() * page.get_height())
    edges = [ctypes.c_float() for _ in range(4)]
    count = 0
    for index in range(min(pdfium.FPDFPage_CountObjects(page), 20_000)):
        obj = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(obj) == pdfium.FPDF_PAGEOBJ_IMAGE and pdfium.FPDFPageObj_GetBounds(obj, *map(ctypes.byref, edges)):
            left, bottom, right, top = (edge.value for edge in edges)
            count += (right - left) * (top - bottom) > area / 50
    return count


def _annotations(page: Any) -> Iterator[str]:  # noqa: ANN401
    """The words of notes and of filled form fields, which are no part of the page's text."""
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), 1000)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            key = b"Contents" if kind in _NOTE_TYPES else b"V" if kind == pdfium.FPDF_ANNOT_WIDGET else b""
            words = _string(annotation, key) if key else ""
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
        if words.strip():
            yield words.strip()[:1000]


def _string(annotation: Any, key: bytes) -> str:  # noqa: ANN401
    size = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not 2 < size < 100_000:
        return ""
    buffer = (ctypes.c_ushort * (size // 2))()
    pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")
