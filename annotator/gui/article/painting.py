"""Paints one row of the reading column: band and tints under the text, the text itself, marks, number and margin notes over it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, NamedTuple, TypeAlias, TypeVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QRegion, QTextBlock, QTextCharFormat, QTextLayout, QTextLine

from annotator.gui import marks, theme
from annotator.gui.article import margin, marking
from annotator.gui.article.document import ArticleDocument, numbers
from annotator.gui.article.frame import Frame
from annotator.gui.article.geometry import Piece, pieces
from annotator.gui.article.page import MarginNote, Mark, Page
from annotator.gui.article.rows import Row
from annotator.gui.article.runs import Look
from annotator.gui.i18n import tr
from annotator.gui.offsets import units
from annotator.model import Span, State, Verdict

_ABOVE: Final = 40  # rows, at most, whose notes may push down those in sight

Claims: TypeAlias = list[tuple[Mark, list[Piece]]]


@dataclass
class Focus:
    """What stands out at the moment, beside the session's own states. Spans are the article's."""

    paragraph: int = 0
    claim: str | None = None
    operands: tuple[Span, ...] = ()  # of the finding the card shows first
    verdict: Verdict = Verdict.CONSISTENT
    pointed: tuple[Span, ...] = ()  # outlined while the pointer is on an operand
    shown: Span | None = None  # looked at without losing the selected claim
    adjusting: Span | None = None
    hits: Sequence[Span] = field(default_factory=tuple)  # of a search, sorted
    hit: Span | None = None


class PlacedNote(NamedTuple):
    """A margin note where it was painted."""

    rect: QRectF
    note: MarginNote


class RowPainter:
    """Paints rows with one painter; made anew for each paint event."""

    def __init__(self, painter: QPainter, area: QRectF, document: ArticleDocument, page: Page, *, frame: Frame, focus: Focus) -> None:
        self._painter = painter
        self._area = area
        self._document = document
        self._page = page
        self._frame = frame
        self._focus = focus
        self._tokens = theme.current()
        self._scale = theme.desk_theme().scale
        self._em = document.writing.em
        self.placed: list[PlacedNote] = []
        self._noted: list[tuple[float, list[MarginNote]]] = []  # where the notes of a line would like to stand
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    # --- the row ---

    def paint(self, block: QTextBlock, rect: QRectF, width: float, selection: tuple[int, int]) -> None:
        """Paint the row of a block laid out at `rect`; `selection` are document positions."""
        row = self._document.row(block)
        if row.first <= self._focus.paragraph <= row.last:
            self._band(rect, width)
        if row.folded:
            self._folded(row, block, rect)
            return
        order = row.first
        sight = self._sight(block, rect, order)
        seen = between(self._page.drawn(order), *sight, key=lambda mark: mark.claim.span)
        claims = [(mark, self._pieces(block, rect, mark.claim.span)) for mark in seen]
        for mark, found in claims:
            self._tint(mark, found)
        self._tint_spans(block, rect, order)
        self._text(block, rect, order, claims, selection)
        for mark, found in claims:
            self._mark(mark, found)
        self._boxes(block, rect, order, claims)
        self._badges(order, claims)
        self._number(row, block, rect)
        self._noted += self._lines_noted(block, rect)

    def paint_notes(self, above: Iterable[tuple[QTextBlock, QRectF]]) -> None:
        """Paint the notes beside the rows that were painted, over everything; `above` are the rows before these, upwards.

        How far those push down the notes in sight does not depend on which part of the view is painted.
        """
        reach, scale = margin.REACH * self._scale, self._scale
        first = min([self._area.top(), *(top for top, _ in self._noted[:1])])
        for block, rect in islice(above, _ABOVE):
            if rect.bottom() < first - reach:
                break
            if found := self._lines_noted(block, rect):
                self._noted[:0] = found
                first = min(first, found[0][0])
        for note, top, others in margin.stacked(self._noted, scale):
            self._note(note, top, others)

    def _sight(self, block: QTextBlock, rect: QRectF, order: int, above: float = 0) -> Span:
        """The part of a paragraph that can be seen, and so much above it: all of it, but for one that is longer than the view."""
        paragraph, layout = self._page.session.article.paragraphs[order], block.layout()
        if rect.height() < 2 * self._area.height() or not layout.lineCount():
            return paragraph.span
        lines, runs = range(layout.lineCount()), self._document.runs(order)
        first = bisect_left(lines, self._area.top() - above - rect.top(), key=lambda at: layout.lineAt(at).y() + layout.lineAt(at).height())
        last = bisect_left(lines, self._area.bottom() - rect.top(), key=lambda at: layout.lineAt(at).y())
        start, end = layout.lineAt(min(first, lines[-1])), layout.lineAt(min(last, lines[-1]))
        return Span(runs.offset(start.textStart()), runs.offset(end.textStart() + end.textLength()))

    def _pieces(self, block: QTextBlock, rect: QRectF, span: Span) -> list[Piece]:
        order = self._document.row(block).first
        runs, start = self._document.runs(order), max(span.start, self._page.session.article.paragraphs[order].start)
        return pieces(block.layout(), runs.position(start), runs.end_position(span.end), rect.topLeft(), self._em)

    def _band(self, rect: QRectF, width: float) -> None:
        sink = theme.line_height() / 2 - 0.72 * self._em  # Qt sets a fixed line's glyphs at its foot, not in its middle
        band = QRectF(0, rect.top() - 6 * self._scale, width, rect.height() + 12 * self._scale).translated(0, sink)
        self._painter.fillRect(band, self._tokens.cur)
        self._painter.fillRect(QRectF(0, band.top(), 3 * self._scale, band.height()), self._tokens.accent)

    # --- under the text ---

    def _tint(self, mark: Mark, found: list[Piece]) -> None:
        colour = marks.TINT.get(mark.line)
        if colour and mark.line != "corrected":
            marking.paint_tint(self._painter, found, self._tokens.colour(colour))

    def _tint_spans(self, block: QTextBlock, rect: QRectF, order: int) -> None:
        runs = self._document.runs(order)
        for run in runs.runs:
            if run.look is Look.INSERTED:
                found = pieces(block.layout(), run.at, run.at + units(run.text), rect.topLeft(), self._em)
                marking.paint_tint(self._painter, found, self._tokens.corb)
        if self._focus.verdict is not Verdict.CONSISTENT:
            tint = self._tokens.badb if self._focus.verdict is Verdict.CONTRADICTION else self._tokens.flagb
            for span in self._here(self._focus.operands, order):
                marking.paint_tint(self._painter, self._pieces(block, rect, span), tint)
        for span in self._hits(order):
            colour = self._tokens.accent if span == self._focus.hit else self._tokens.sel
            marking.paint_tint(self._painter, self._pieces(block, rect, span), colour)

    def _here(self, spans: Sequence[Span], order: int) -> Iterator[Span]:
        paragraph = self._page.session.article.paragraphs[order]
        for span in spans:
            if span.start < paragraph.end and span.end > paragraph.start and span != paragraph.span:
                yield Span(max(span.start, paragraph.start), min(span.end, paragraph.end))

    def _hits(self, order: int) -> Iterator[Span]:
        paragraph = self._page.session.article.paragraphs[order]
        yield from self._here(between(self._focus.hits, paragraph.start, paragraph.end, key=lambda hit: hit), order)

    # --- the text ---

    def _text(self, block: QTextBlock, rect: QRectF, order: int, claims: Claims, selection: tuple[int, int]) -> None:
        """The text in its own ink, and what stands out in another: drawn once for each ink, each time only where it applies."""
        full = order == self._focus.paragraph or self._document.is_heading(order)
        inks: dict[int, QRegion] = {}
        if self._focus.hit is not None:
            for span in self._here([self._focus.hit], order):
                _add(inks, self._tokens.onaccent, self._pieces(block, rect, span))
        for mark, found in claims:
            if mark.state is State.DISMISSED or not full:
                _add(inks, self._tokens.dis if mark.state is State.DISMISSED else self._tokens.ink, found)
        start, end = (max(0, min(at - block.position(), block.length())) for at in selection)
        selected = [_range(start, end - start, self._tokens.onaccent, self._tokens.accent)] if start < end else []
        rest = QRegion(rect.toAlignedRect().adjusted(-20, -20, 20, 20))
        for rgba, region in inks.items():
            self._draw(block, rect, QColor.fromRgba(rgba), selected, region & rest)
            rest -= region
        self._draw(block, rect, self._tokens.ink if full else self._tokens.ink2, selected, rest if inks else None)

    def _draw(self, block: QTextBlock, rect: QRectF, ink: QColor, selected: list[QTextLayout.FormatRange], region: QRegion | None) -> None:
        self._painter.save()  # setClipping(False) would leave the raster engine deaf to the next region
        if region is not None:
            self._painter.setClipRegion(region)
        self._painter.setPen(ink)
        block.layout().draw(self._painter, rect.topLeft() - block.layout().position(), selected, self._area)
        self._painter.restore()

    # --- over the text ---

    def _mark(self, mark: Mark, found: list[Piece]) -> None:
        if mark.claim.minor and mark.state is State.PENDING and not mark.contradicted:
            self._painter.setPen(QPen(self._tokens.line2, self._scale, Qt.PenStyle.DotLine))
            for piece in found:
                y = piece.base + 6 * self._scale
                self._painter.drawLine(QPointF(piece.box.left(), y), QPointF(piece.box.right(), y))
            return
        marking.paint_line(self._painter, found, mark.line, self._tokens)

    def _boxes(self, block: QTextBlock, rect: QRectF, order: int, claims: Claims) -> None:
        if self._focus.verdict is Verdict.CONSISTENT:
            for span in self._here(self._focus.operands, order):
                marking.paint_box(self._painter, self._pieces(block, rect, span), self._tokens.ok, 1)
        for span in self._here(self._focus.pointed, order):
            marking.paint_box(self._painter, self._pieces(block, rect, span), self._tokens.accent, 1)
        if self._focus.shown is not None:
            for span in self._here([self._focus.shown], order):
                marking.paint_box(self._painter, self._pieces(block, rect, span), self._tokens.cor, 1.5)
        if self._focus.adjusting is not None:
            for span in self._here([self._focus.adjusting], order):
                marking.paint_box(self._painter, self._pieces(block, rect, span), self._tokens.cor, 2)
            return
        for mark, _ in claims:
            if mark.claim.id == self._focus.claim:
                self._selected(block, rect, mark)

    def _selected(self, block: QTextBlock, rect: QRectF, mark: Mark) -> None:
        preview = self._page.preview
        span = mark.claim.span
        if preview is not None and mark.claim in preview.places:
            shift = mark.claim.start - preview.places[0].start
            span = Span(preview.span.start + shift, preview.span.end + shift)
        runs = self._document.runs(mark.claim.paragraph)
        start, end = runs.position(span.start), runs.position(span.end)
        marking.paint_box(self._painter, pieces(block.layout(), start, end, rect.topLeft(), self._em), self._tokens.accent, 1.5)

    def _badges(self, order: int, claims: Claims) -> None:
        """×3 above the end of claims whose decision serves more places: in the current paragraph, and where something still asks."""
        current = order == self._focus.paragraph
        self._painter.setFont(theme.font("key"))
        self._painter.setPen(self._tokens.ink3)
        metrics = QFontMetricsF(self._painter.font())
        for mark, found in claims:
            asks = mark.contradicted or mark.state is State.FLAGGED
            if mark.places > 1 and found and not mark.claim.minor and (current or asks):
                text = f"×{mark.places}"
                where = QPointF(found[-1].box.right() - metrics.horizontalAdvance(text) / 2, found[-1].base - 1.03 * self._em)
                self._painter.drawText(where, text)

    # --- beside the text ---

    def _number(self, row: Row, block: QTextBlock, rect: QRectF) -> None:
        line = block.layout().lineAt(0)
        base = rect.top() + line.y() + line.ascent()
        current = row.first == self._focus.paragraph
        right = self._frame.text - 18 * self._scale
        self._painter.setPen(self._tokens.ink if current else self._tokens.ink3)
        self._painter.setFont(theme.font("smallname" if current else "small"))
        self._right(right, base - self._scale, numbers(row.first, row.last))
        below = self._below(row, current)
        if below:
            self._painter.setFont(theme.font("section" if current else "key"))
            self._right(right, base + 14 * self._scale, below)

    def _below(self, row: Row, current: bool) -> str:
        decided, total = self._page.counted(row.first)
        if current and total:
            return f"{decided}/{total}"
        run = self._document.rows.run(row.first)
        original = self._page.session.article.paragraphs[row.first].copy_of
        if run is not None and original is not None:
            return "" if row.folded else tr("收起") if row.first == run[0] else tr("同 {number}").format(number=original + 1)
        copies = self._page.copies(row.first)
        return f"×{copies}" if copies > 1 else ""

    def _right(self, x: float, base: float, text: str) -> None:
        width = QFontMetricsF(self._painter.font()).horizontalAdvance(text)
        self._painter.drawText(QPointF(x - width, base), text)

    def _lines_noted(self, block: QTextBlock, rect: QRectF) -> list[tuple[float, list[MarginNote]]]:
        """The notes of a row by their lines, and how high each line would like them."""
        row = self._document.row(block)
        if row.folded:
            return []
        lines: dict[int, list[MarginNote]] = {}
        order, layout = row.first, block.layout()
        sight, runs = self._sight(block, rect, order, above=20 * margin.REACH * self._scale), self._document.runs(order)
        for note in (*self._page.notes(order), *self._prompt(order)):
            if not sight.start <= note.offset <= sight.end:
                continue
            line = layout.lineForTextPosition(runs.position(note.offset))
            lines.setdefault(line.lineNumber() if line.isValid() else 0, []).append(note)
        return [(self._beside(rect, layout.lineAt(number)), notes) for number, notes in sorted(lines.items())]

    def _beside(self, rect: QRectF, line: QTextLine) -> float:
        return rect.top() + line.y() + line.ascent() - 0.38 * self._em - margin.HEIGHT / 2 * self._scale

    def _prompt(self, order: int) -> Iterator[MarginNote]:
        """At the end of a paragraph that is not read yet: was anything missed?"""
        paragraph = self._page.session.article.paragraphs[order]
        if order != self._focus.paragraph or self._focus.claim is not None or paragraph.copy_of is not None:
            return
        decided, total = self._page.counted(order)
        if decided == total and not self._page.session.is_read(order):
            yield MarginNote(paragraph.end, "unread", tr("有无漏标？") if total else tr("本段没有数字"), "", None)
            yield MarginNote(paragraph.end, "", tr("Enter 读毕"), "", None)  # in one line it would be cut off

    def _note(self, note: MarginNote, top: float, others: int) -> None:
        scale, left = self._scale, self._frame.notes + 12 * self._scale
        on = note.claim == self._focus.claim and (note.claim is not None or note.mark == "unread")
        middle = top + 8 * scale
        icon = QRectF(left, middle - 6.5 * scale, 13 * scale, 13 * scale)
        width = (26 if self._frame.icons else 124) * scale
        self.placed.append(PlacedNote(QRectF(left - 2 * scale, top - scale, width, 18 * scale), note))
        outdated = self._page.session.stale and note.mark in _FOUND
        self._painter.setOpacity(_FAINT if outdated else 1)
        if note.mark:
            marks.paint_mark(self._painter, icon, note.mark, self._tokens)
        if not self._frame.icons:
            self._note_words(note, left, middle, others, on=on)
        self._painter.setOpacity(1)

    def _note_words(self, note: MarginNote, left: float, middle: float, others: int, *, on: bool) -> None:
        scale = self._scale
        self._painter.setPen(QPen(self._tokens.accent if on else self._tokens.line2, scale))
        self._painter.drawLine(QPointF(left - 9 * scale, middle), QPointF(left - (2 if on else 3) * scale, middle))
        self._painter.setFont(theme.font("smallname" if on else "label"))
        self._painter.setPen(self._tokens.ink if on else self._tokens.ink2 if note.mark in _ASKING else self._tokens.ink3)
        metrics = QFontMetricsF(self._painter.font())
        more = f" +{others}" if others else ""
        room = self._frame.right - left - 20 * scale - metrics.horizontalAdvance(more)
        text = metrics.elidedText(note.text, Qt.TextElideMode.ElideRight, room) + more
        self._painter.drawText(QPointF(left + 18 * scale, middle + metrics.ascent() / 2 - metrics.descent() / 2), text)

    # --- a folded line ---

    def _folded(self, row: Row, block: QTextBlock, rect: QRectF) -> None:
        scale = self._scale
        line = block.layout().lineAt(0)
        middle = rect.top() + line.y() + line.ascent() - 0.36 * self._em
        box = QRectF(self._frame.text + 0.5, middle - 16 * scale, self._frame.column - 1, 32 * scale)
        pen = QPen(self._tokens.line2, scale)
        pen.setDashPattern([3, 2.5])
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(box, 5 * scale, 5 * scale)
        marks.paint_icon(
            self._painter,
            QRectF(box.left() + 11 * scale, box.center().y() - 6.5 * scale, 13 * scale, 13 * scale),
            "bent",
            self._tokens.ink3,
        )
        self._painter.setFont(theme.font("small"))
        self._painter.setPen(self._tokens.ink3)
        base = middle + 4.3 * scale
        self._painter.drawText(QPointF(box.left() + 32 * scale, base), self._document.folded_text(row))
        self._right(self._frame.text - 18 * scale, base, numbers(row.first, row.last))
        self._painter.setPen(self._tokens.ink)
        self._right(box.right() - 12 * scale, base, tr("展开"))


_ASKING: Final = {"contradiction", "suspicious", "flagged"}
_FOUND: Final = frozenset(verdict.value for verdict in Verdict)
_FAINT: Final = 0.4  # of a finding that may hold no more


T = TypeVar("T")


def between(things: Sequence[T], start: int, end: int, key: Callable[[T], Span]) -> Sequence[T]:
    """The things, sorted and without overlaps, whose span (`key`) shares a code point with a piece of the article."""
    first = bisect_right(things, start, key=lambda thing: key(thing).end)
    last = bisect_left(things, end, key=lambda thing: key(thing).start)
    return things[first:last]


def _add(inks: dict[int, QRegion], ink: QColor, found: Sequence[Piece]) -> None:
    """Put the lines of a span to the places of an ink, as high as the line so that no stroke is cut."""
    region = inks.setdefault(ink.rgba(), QRegion())
    for piece in found:
        reach = piece.box.height() / 4
        region += piece.box.adjusted(0, -reach, 0, reach).toAlignedRect()
    inks[ink.rgba()] = region


def _range(start: int, length: int, colour: QColor, background: QColor | None = None) -> QTextLayout.FormatRange:
    result = QTextLayout.FormatRange()
    result.start, result.length = start, length
    form = QTextCharFormat()
    form.setForeground(colour)
    if background is not None:
        form.setBackground(background)
    result.format = form
    return result
