"""Lines in reading order become paragraphs: the line ends of the page are no line ends of the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from annotator.text.pdf.glyphs import is_chinese
from annotator.text.pdf.layout import CLOSING, OPENING, Line

_FINAL = "。！？!?；;：:…”’」』）)》】"
_SPACED = re.compile(r"\d{3}(?!\d)|\d{1,2}\s*[:：]\s*\d\d")
_CLINGING = CLOSING + "…—·%％℃),.;:!?"
_INDENT = 1.5  # em
_SHORT = 1.6  # em a line may end before its column does and still be full


Place = tuple[int, tuple[int, int]]  # page and block


@dataclass
class Paragraph:
    """Words with the places where another page begins, and the digits that a line end stood between."""

    text: str
    pages: list[tuple[int, int]] = field(default_factory=list)  # (code point, page)
    cut_numbers: list[int] = field(default_factory=list)  # code points before which a line began inside a number
    size: float = 0.0  # height of its first line, in points


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs of the lines of a document."""
    pitches = _pitches(lines)
    indents = _indents(lines)
    usual = median(line.size for line in lines) if lines else 0.0
    made: list[Paragraph] = []
    before: Line | None = None
    for line in lines:
        if (
            before
            and made
            and (_is_title(before, line, usual) or _carries_on(before, line, pitches.get((line.page, line.block), 0.0), indents=indents))
        ):
            _join(made[-1], line, before)
        else:
            made.append(Paragraph(line.text, [(0, line.page)], size=line.size))
        before = line
    return made


def _pitches(lines: Sequence[Line]) -> dict[Place, float]:
    """The usual distance of baselines in each block."""
    steps: dict[Place, list[float]] = {}
    for one, two in pairwise(lines):
        if (one.page, one.block) == (two.page, two.block) and 0.8 < one.size / max(two.size, 0.1) < 1.25:
            steps.setdefault((two.page, two.block), []).append(one.middle - two.middle)
    return {place: sorted(found)[len(found) // 3] for place, found in steps.items()}  # the lower third: gaps between paragraphs are wider


def _indents(lines: Sequence[Line]) -> bool:
    """Does the document begin its paragraphs with an indent?"""
    full = [line for line in lines if line.right > line.column[1] - _SHORT * line.em]
    return sum(_is_indented(line) for line in full) * 20 > len(full)


def _is_indented(line: Line) -> bool:
    return line.left - line.column[0] > _INDENT * line.em or line.text.startswith("\u3000")


def _carries_on(before: Line, line: Line, pitch: float, *, indents: bool) -> bool:
    """Is a line the next of the same paragraph?"""
    if "\t" in before.text or "\t" in line.text or not 0.85 < before.size / max(line.size, 0.1) < 1.18:
        return False
    if not _is_full(before, line):
        return False
    if (before.page, before.block) != (line.page, line.block):
        ended = before.text[-1] in _FINAL[:6] + "”"
        return not before.alone and not _is_indented(line) and (indents or not ended)
    if pitch and before.middle - line.middle > 1.35 * pitch:
        return False
    if not _is_indented(line):
        return True
    return _is_indented(before) and before.text[-1] not in _FINAL and abs(before.left - line.left) < 0.3 * line.em


def _is_title(before: Line, line: Line, usual: float) -> bool:
    """Is a line the second of a headline that was too long for one?"""
    large = before.size > 1.15 * usual and 0.95 < before.size / max(line.size, 0.1) < 1.05
    centred = abs(before.left + before.right - line.left - line.right) < 1.2 * line.em
    wide = before.right - before.left > 0.9 * (before.area[1] - before.area[0])
    near = before.page == line.page and before.bottom - line.top < line.size
    return large and centred and wide and near and line.right - line.left < before.right - before.left


def _is_full(before: Line, line: Line) -> bool:
    """Has a line no room left for what the next one begins with?"""
    return before.column[1] - before.right < max(_SHORT * before.em, _first_width(line) + 0.6 * before.em)


def _first_width(line: Line) -> float:
    """The width of what may not be parted at the beginning of a line: a character or a word, with the signs that cling to it."""
    at = 0
    signs = [glyph.sign for glyph in line.glyphs]
    while at < len(signs) - 1 and signs[at] in OPENING + "([":
        at += 1
    if is_chinese(signs[at]):
        at += 1
    else:
        while at < len(signs) and not is_chinese(signs[at]) and not signs[at].isspace():
            at += 1
    while at < len(signs) and (signs[at] in _CLINGING or (signs[at - 1].isascii() and signs[at].isalnum() and signs[at].isascii())):
        at += 1
    return line.glyphs[max(0, at - 1)].right - line.left


def _join(paragraph: Paragraph, line: Line, before: Line) -> None:
    ends, begins = paragraph.text[-1], line.text[0]
    words = line.text
    if is_chinese(ends) or is_chinese(begins):
        glue = ""
    elif ends == "-" and begins.isalpha() and paragraph.text[-2:-1].isalpha():
        paragraph.text, glue = paragraph.text[:-1], ""
    elif any(map(is_chinese, before.text + line.text)) and not (ends + begins).isalnum():
        glue = ""
    elif ends.isdigit() and begins.isdigit():
        # 2 604 and 12日 10:30 are broken at their space; a plain setting breaks a number anywhere.
        glue = " " if _SPACED.match(line.text) else ""
        paragraph.cut_numbers.append(len(paragraph.text))
    else:
        glue = " "
    if line.page != paragraph.pages[-1][1]:
        paragraph.pages.append((len(paragraph.text), line.page))
    paragraph.text += glue + words
