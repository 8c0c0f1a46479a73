"""Characters on a page become lines in reading order: columns one after the other, tables row by row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from annotator.text.characters import SUPERSCRIPT
from annotator.text.pdf.glyphs import is_chinese
from annotator.text.pdf.page import Glyph, PageText

Interval = tuple[float, float]

OPENING = "“‘（《〈「『【〔［"
CLOSING = "，。、；：！？”’）》〉」』】〕］"
_GUTTER = 0.8  # em of empty space that may part columns
_COLUMN = 7.0  # em: narrower text is a cell of a table
_FILLED = 0.6  # of its column's width a line of prose fills


@dataclass
class Line:
    """Characters on one baseline. `left` and `right` of its column are set by the column it is put in."""

    glyphs: list[Glyph]
    em: float
    page: int = 0
    column: tuple[float, float] = (0.0, 0.0)
    area: Interval = (0.0, 0.0)  # where the text of the page begins and ends
    block: tuple[int, int] = (0, 0)  # lines of one block follow each other downwards
    text: str = ""
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    top: float = 0.0
    superscripts: int = 0
    alone: bool = False  # no other line shows how wide the column is

    def __post_init__(self) -> None:
        seen = [glyph for glyph in self.glyphs if not glyph.sign.isspace()] or self.glyphs
        self.left, self.right = min(map(_ink_left, seen)), max(map(_ink_right, seen))
        self.bottom, self.top = median(glyph.bottom for glyph in seen), median(glyph.top for glyph in seen)
        if not self.text:
            self.text = self._words()

    @property
    def size(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def _words(self) -> str:
        words: list[str] = []
        before: Glyph | None = None
        for glyph in self.glyphs:
            if before and not before.sign.isspace() and not glyph.sign.isspace() and _is_gap(before, glyph, self.em):
                words.append(" ")
            raised = glyph.height < 0.8 * self.size and glyph.bottom > self.bottom + 0.2 * self.size
            if raised and glyph.sign.isascii() and glyph.sign.isdigit():
                self.superscripts += 1
                words.append(glyph.sign.translate(SUPERSCRIPT))
            else:
                words.append(glyph.sign)
            before = glyph
        return "".join(words).strip(" \t\u00a0")


def _ink_left(glyph: Glyph) -> float:
    """Where a sign begins to the eye: an opening mark stands in the right half of its box."""
    return (glyph.left + glyph.right) / 2 if glyph.sign in OPENING else glyph.left


def _ink_right(glyph: Glyph) -> float:
    """Where a sign ends to the eye: a stop stands in the left half of its box, which may reach into the margin."""
    return (glyph.left + glyph.right) / 2 if glyph.sign in CLOSING + ",.;:" else glyph.right


def _is_gap(before: Glyph, after: Glyph, em: float) -> bool:
    """Is there a space between two characters that the file does not write?"""
    gap = after.left - before.right
    if is_chinese(before.sign) or is_chinese(after.sign):
        return gap > 0.7 * em
    return gap > 0.2 * em


def lines_of(page: PageText, text: int = 0) -> list[Line]:
    """The lines of a page in reading order, each with its column and block; `text` counts the texts of the document from 0."""
    em = page.em
    segments = _segments(page.glyphs, em)
    area = (min(line.left for line in segments), max(line.right for line in segments)) if segments else (0.0, 0.0)
    ordered: list[Line] = []
    for block, column in enumerate(_columns(segments, em) if segments else ()):
        for line in column:
            line.page, line.block, line.area = page.number, (text, block), area
        for run in _runs(column):
            # A table row has the size of most of its signs, which may be that of none of its cells at the left edge.
            alike = [line for line in segments if _is_alike(line, run[0])] or run
            edges = _edges(alike, em)
            for line in run:
                line.column, line.alone = edges, len(alike) < 2
        ordered += column
    return ordered


def _runs(column: list[Line]) -> Iterator[list[Line]]:
    """Lines of one size that follow each other."""
    run: list[Line] = []
    for line in column:
        if run and not 0.85 < line.size / max(run[-1].size, 0.1) < 1.18:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _is_alike(line: Line, first: Line) -> bool:
    """Does a line of the page belong to the same column as the first of a run, by its size and its left edge?"""
    return 0.85 < line.size / max(first.size, 0.1) < 1.18 and abs(line.left - first.left) < 3 * first.em


def _edges(run: list[Line], em: float) -> Interval:
    """Where the lines of a run begin and end, leaving out the odd line that stands out."""
    enough = max(2, round(0.15 * len(run)))
    lefts, rights = sorted(line.left for line in run), sorted((line.right for line in run), reverse=True)
    left = next((one for at, one in enumerate(lefts) if at + enough <= len(lefts) and lefts[at + enough - 1] - one < em), lefts[0])
    right = next((one for at, one in enumerate(rights) if at + enough <= len(rights) and one - rights[at + enough - 1] < em), rights[0])
    return left, right


def _segments(glyphs: Iterable[Glyph], em: float) -> list[Line]:
    """Runs of characters on one baseline without a wide gap, in the order of the file."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        last = runs[-1][-1] if runs else None
        if last and _follows(last, glyph, em):
            runs[-1].append(glyph)
        elif not glyph.sign.isspace():
            runs.append([glyph])
    return _rejoined([Line(run, em) for run in runs if any(not glyph.sign.isspace() for glyph in run)], em)


def _follows(last: Glyph, glyph: Glyph, em: float) -> bool:
    overlap = min(last.top, glyph.top) - max(last.bottom, glyph.bottom)
    level = overlap > 0.4 * min(last.height, glyph.height)
    return level and -1.1 * em < glyph.left - last.right < 1.2 * em  # 。” overlap where the setting is tight


def _rejoined(segments: list[Line], em: float) -> list[Line]:
    """Segments that the file writes apart but that stand side by side without a gap, put together."""
    segments = sorted(segments, key=lambda line: (-round(line.middle / em), line.left))
    joined: list[Line] = []
    for segment in sorted(segments, key=lambda line: (-line.middle, line.left)):
        side = next((line for line in joined[:-12:-1] if _beside(line, segment, em)), None)
        if side is None:
            joined.append(segment)
        else:
            glyphs = sorted((*side.glyphs, *segment.glyphs), key=lambda glyph: glyph.left)
            joined[joined.index(side)] = Line(glyphs, em)
    return joined


def _beside(line: Line, segment: Line, em: float) -> bool:
    overlap = min(line.top, segment.top) - max(line.bottom, segment.bottom)
    first, second = (line, segment) if line.left < segment.left else (segment, line)
    gap = min(glyph.left for glyph in second.glyphs) - max(glyph.right for glyph in first.glyphs)
    seen = second.left - first.right
    return overlap > 0.5 * min(line.size, segment.size) and -1.1 * em < gap < 0.4 * em and seen < 0.9 * em


def _columns(lines: list[Line], em: float) -> Iterator[list[Line]]:
    """Blocks of lines in reading order; the lines of a block go downwards, table rows are one line."""
    for band in _bands(_strips(lines), em):
        columns = _parted(band, em)
        if len(columns) == 1:
            yield [line for strip in band for line in _row(strip, em)]
        for column in columns if len(columns) > 1 else ():
            yield from _columns(column, em)


def _strips(lines: list[Line]) -> list[list[Line]]:
    """Lines that share a height, from the top down."""
    strips: list[list[Line]] = []
    low = 0.0
    for line in sorted(lines, key=lambda line: -line.middle):
        if strips and line.middle > low:
            strips[-1].append(line)
            low = max(low, line.bottom + 0.3 * line.size)
        else:
            strips.append([line])
            low = line.bottom + 0.3 * line.size
    return [sorted(strip, key=lambda line: line.left) for strip in strips]


def _bands(strips: list[list[Line]], em: float) -> Iterator[list[list[Line]]]:
    """Strips that share a gutter, together; strips without one, together."""
    left, right = min(line.left for strip in strips for line in strip), max(line.right for strip in strips for line in strip)
    band: list[list[Line]] = []
    free: list[Interval] = []
    parted = False
    for strip in strips:
        here = _free(strip, left, right, em)
        shared = _shared(free, here, em) if parted else here
        parts = bool(_parting([*band, strip] if parted else [strip], shared))
        if band and parts != parted:
            yield band
            band, shared = [], here
            parts = bool(_parting([strip], here))
        band.append(strip)
        free, parted = shared, parts
    yield band


def _free(strip: list[Line], left: float, right: float, em: float) -> list[Interval]:
    """The empty stretches of a strip, its edges included."""
    ends = [left, *(line.right for line in strip)]
    starts = [*(line.left for line in strip), right]
    return [(end, start) for end, start in zip(ends, starts, strict=True) if start - end >= _GUTTER * em]


def _shared(one: list[Interval], other: list[Interval], em: float) -> list[Interval]:
    both = [(max(a[0], b[0]), min(a[1], b[1])) for a in one for b in other]
    return [interval for interval in both if interval[1] - interval[0] >= _GUTTER * em]


def _parting(band: list[list[Line]], free: list[Interval]) -> list[Interval]:
    """The free stretches of a band with lines on both sides."""
    lines = [line for strip in band for line in strip]
    return [gap for gap in free if any(line.right <= gap[0] + 0.1 for line in lines) and any(line.left >= gap[1] - 0.1 for line in lines)]


def _parted(band: list[list[Line]], em: float) -> list[list[Line]]:
    """The columns of prose of a band from left to right; one, where it has one column or is a table."""
    lines = [line for strip in band for line in strip]
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    free = [(left, right)]
    for strip in band:
        free = _shared(free, _free(strip, left, right, em), em)
    cuts = [(start + end) / 2 for start, end in _parting(band, free)]
    columns = [[line for line in lines if low <= (line.left + line.right) / 2 < high] for low, high in pairwise((left, *cuts, right + 1))]
    return columns if all(_is_prose(column, em) for column in columns) else [lines]


def _is_prose(lines: list[Line], em: float) -> bool:
    """Are these lines of running text, which fill their column, and not the cells of a table?"""
    if not lines:
        return False
    width = max(line.right for line in lines) - min(line.left for line in lines)
    widths = [line.right - line.left for line in lines]
    return width >= _COLUMN * em and (median(widths) >= _FILLED * width or (len(lines) < 4 and widths[0] > 0.8 * width))


def _row(strip: list[Line], em: float) -> list[Line]:
    """A strip of one column: its line, or the cells of a table row as one line with tabs."""
    if len(strip) < 2:
        return strip
    row = Line([glyph for line in strip for glyph in line.glyphs], em, text="\t".join(line.text for line in strip))
    row.superscripts = sum(line.superscripts for line in strip)
    return [row]
