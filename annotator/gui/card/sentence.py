"""A few words of the article in its own voice, with marks: the sentence of a claim, a place elsewhere, words before and after."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.gui import marks, theme
from annotator.gui.article import marking
from annotator.gui.article.geometry import Piece, pieces
from annotator.gui.article.runs import Look, ParagraphRuns, Replacement
from annotator.gui.offsets import units
from annotator.model import Article, Paragraph, Span

_SENTENCE_ENDS: Final = re.compile(r"[。！？!?；;…]+[”’」』）)]*")
_ENDED: Final = re.compile(_SENTENCE_ENDS.pattern + r"\Z")
_BEFORE, _AFTER = 70, 50  # code points kept of a long sentence before and after the claim


def sentence_of(article: Article, span: Span) -> Span:
    """The sentence around a span, inside its paragraph."""
    paragraph = article.paragraph_at(span.start)
    start, end = paragraph.start, paragraph.end
    for found in _SENTENCE_ENDS.finditer(article.text, paragraph.start, paragraph.end):
        if found.end() <= span.start:
            start = found.end()
        elif found.start() >= span.end:
            end = found.end()
            break
    while start < span.start and article.text[start].isspace():
        start += 1
    return Span(start, end)


def excerpt(article: Article, span: Span, before: int = _BEFORE, after: int = _AFTER) -> Span:
    """The sentence around a span, cut where it goes on for long."""
    start, end = sentence_of(article, span)
    return Span(max(start, span.start - before), min(end, span.end + after))


class Stroke(NamedTuple):
    """How a span stands out: a line of a state, a tint and a box by their colour roles; "" for none."""

    span: Span
    line: str = ""
    tint: str = ""
    box: str = ""


class Sentence(QWidget):
    """Part of the article as it stands, never as markup; one widget paints it all."""

    def __init__(self, role: str = "quote", line: float = 28, colour: str = "ink") -> None:
        super().__init__()
        self._role, self._line, self._colour = role, line, colour
        self._runs: ParagraphRuns | None = None
        self._strokes: Sequence[Stroke] = ()
        self._layout = QTextLayout()
        self._width, self._lead, self._cut = 0, 0, (False, False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.desk_theme().changed.connect(self._reset)

    def show_words(self, article: Article, span: Span, strokes: Sequence[Stroke] = (), replacement: Replacement | None = None) -> None:
        """Show a span of the article with what stands out in it, and a correction as old struck and new after it.

        With strokes it is words in their sentence, and an ellipsis says where that goes on.
        """
        around = article.paragraph_at(span.start)
        before, after = article.text[around.start : span.start].rstrip(), article.text[span.end : around.end].strip()
        goes_on = bool(after) and not _ENDED.search(article.slice(span))
        self._cut = (bool(strokes and before) and not _ENDED.search(before), bool(strokes) and goes_on)
        piece = Paragraph(around.order, span.start, span.end)
        inside = (
            [] if replacement is None or not span.start <= replacement.span.start <= replacement.span.end <= span.end else [replacement]
        )
        self._runs = ParagraphRuns(article, piece, inside)
        self._strokes = [stroke for stroke in strokes if stroke.span.start < span.end and stroke.span.end > span.start]
        self.setAccessibleName("".join(run.text for run in self._runs.runs))
        self._reset()

    @property
    def layout_text(self) -> str:
        """What is written, ellipses included."""
        return self._layout.text()

    @property
    def one_line(self) -> int:
        """The width that takes all of it in one line."""
        return round(QFontMetricsF(theme.font(self._role)).horizontalAdvance(self.layout_text)) + theme.px(6)

    def _reset(self) -> None:
        runs = () if self._runs is None else self._runs.runs
        lead, tail = ("…" if cut else "" for cut in self._cut)
        self._lead = len(lead)
        self._layout = QTextLayout(lead + "".join(run.text for run in runs) + tail, theme.font(self._role))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats([self._format(run.look, run.at, units(run.text)) for run in runs if run.look is not Look.BODY])
        self._width = 0
        self.updateGeometry()
        self.update()

    def _format(self, look: Look, at: int, length: int) -> QTextLayout.FormatRange:
        tokens, form = theme.current(), QTextCharFormat()
        if look is Look.STRUCK:
            form.setFontStrikeOut(True)
            form.setForeground(tokens.ink3)
        else:
            form.setForeground(tokens.cor)
            form.setFontWeight(QFont.Weight.DemiBold)
        result = QTextLayout.FormatRange()
        result.start, result.length, result.format = at + self._lead, length, form
        return result

    def _lay_out(self, width: int) -> float:
        step = theme.px(self._line)
        self._layout.beginLayout()
        y = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y + (step - line.height()) / 2))
            y += step
        self._layout.endLayout()
        self._width = width
        return y

    def heightForWidth(self, width: int) -> int:
        height = self._lay_out(max(1, width))
        return round(height) + theme.px(2)

    def sizeHint(self) -> QSize:
        width = self._width or theme.px(340)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(60), theme.px(self._line))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._runs is None:
            return
        if self._width != self.width():
            self._lay_out(self.width())
        tokens, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for run in self._runs.runs:
            if run.look is Look.INSERTED:
                marking.paint_tint(painter, self._pieces(run.at, run.at + units(run.text)), tokens.corb)
        found = [(stroke, self._pieces(*self._positions(stroke.span))) for stroke in self._strokes]
        for stroke, there in found:
            if stroke.tint:
                marking.paint_tint(painter, there, tokens.colour(stroke.tint))
        painter.setPen(tokens.colour(self._colour))
        self._layout.draw(painter, QPointF(0, 0))
        for stroke, there in found:
            if stroke.line in marks.MARKS:
                marking.paint_line(painter, there, stroke.line, tokens)
            if stroke.box:
                marking.paint_box(painter, there, tokens.colour(stroke.box), 1.5)
        painter.end()

    def _positions(self, span: Span) -> tuple[int, int]:
        assert self._runs is not None
        return self._runs.position(span.start), self._runs.end_position(span.end)

    def _pieces(self, start: int, end: int) -> list[Piece]:
        em = theme.font(self._role).pixelSize()
        return pieces(self._layout, start + self._lead, end + self._lead, QPointF(0, 0), em)
