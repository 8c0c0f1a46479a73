"""One finding in the card: the first in full with its formula, the others in a line or two."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.gui import theme
from annotator.gui.article.runs import narrowed
from annotator.gui.bridge import SessionBridge
from annotator.gui.card.flow import Flow
from annotator.gui.card.formula import Term, others, terms
from annotator.gui.card.keybutton import ActionCap
from annotator.gui.card.operand import Operand
from annotator.gui.card.sentence import Sentence, Stroke, excerpt
from annotator.gui.i18n import tr
from annotator.gui.marks import MARKS
from annotator.gui.pieces import Label, Mark, button
from annotator.gui.reasons import in_words
from annotator.gui.sentences import translated
from annotator.gui.words import check_title, verdict_word
from annotator.model import Article, Finding, Span, Suggestion, Verdict

_MOST_QUOTES: Final = 3
_SHORT: Final = 8  # code points of a suggestion that stands in one line with its buttons
_TINTS: Final = {Verdict.CONTRADICTION: "badb", Verdict.SUSPICIOUS: "flagb", Verdict.CONSISTENT: "okb"}


class FindingView(QWidget):
    """A finding with its operands as links. `take_over` and `answer` are what its two buttons do; `why` opens the check's page."""

    def __init__(
        self,
        bridge: SessionBridge,
        finding: Finding,
        own: Span,
        *,
        full: bool,
        take_over: Callable[[Suggestion], None],
        answer: Callable[[Finding], None],
        why: Callable[[str], None],
    ) -> None:
        super().__init__()
        article = bridge.article
        assert article is not None
        self.finding = finding
        self._bridge, self._article, self._own, self._full = bridge, article, own, full
        self.setAccessibleName(f"{verdict_word(finding.verdict)}：{check_title(finding.check)}。{translated(finding.message)}")
        self._column = QVBoxLayout(self)
        px = theme.px
        self._column.setContentsMargins(*((px(14), px(8), px(11), px(9)) if full else (0, px(3), 0, px(3))))
        self._column.setSpacing(px(4))
        self._head(why)
        self._formula()
        if full:
            self._quotes()
        self._foot(take_over, answer)

    # --- its parts ---

    def _head(self, why: Callable[[str], None]) -> None:
        finding, px = self.finding, theme.px
        line = QHBoxLayout()
        line.setSpacing(px(8))
        mark = Mark(finding.verdict.value)
        mark.setFixedHeight(px(20))  # as high as the line it stands beside
        name = Label(
            check_title(finding.check) if finding.verdict is not Verdict.CONSISTENT else translated(finding.message), "name", wrap=True
        )
        if finding.verdict is Verdict.CONSISTENT and not self._full:
            name = Label(translated(finding.message), "body", "ink2", wrap=True)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(name, 1)
        reasons = button(tr("为什么？"), "link")
        reasons.setToolTip(tr("“{check}”查什么、什么时候会看错").format(check=check_title(finding.check)))
        reasons.setAccessibleName(tr("为什么？{check}").format(check=check_title(finding.check)))
        reasons.setFont(theme.font("label"))
        reasons.clicked.connect(lambda: why(finding.check))
        line.addWidget(reasons, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(line)
        if finding.verdict is not Verdict.CONSISTENT:
            self._indented(Label(translated(finding.message), "small", "ink2", wrap=True))

    def _indented(self, widget: QWidget) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(theme.px(21), 0, 0, 0)
        line.addWidget(widget)
        self._column.addLayout(line)

    def _formula(self) -> None:
        pieces = terms(self._article, self.finding)
        linked = [term for term in pieces if term.span is not None]
        holder = QWidget()
        flow = Flow(holder, gap=6, lines=5)
        for group in together(pieces) if linked else []:
            flow.addWidget(self._group(group))
        if not linked and self.finding.formula:
            flow.addWidget(Label(translated(self.finding.formula), "figure" if self._full else "body"))
        for term in others(self._article, self.finding):
            flow.addWidget(self._term(term))
        if flow.count():
            self._indented(holder)

    def _group(self, group: list[Term]) -> QWidget:
        if len(group) == 1:
            return self._term(group[0])
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(6))
        for term in group:
            line.addWidget(self._term(term))
        return holder

    def _term(self, term: Term) -> QWidget:
        if term.span is None:
            return Label(term.text, "figure" if self._full else "body", "ink2")
        own = term.span.start <= self._own.start and self._own.end <= term.span.end
        order = self._article.paragraph_at(term.span.start).order
        where = tr("本项 · {number} 段") if own else tr("{number} 段")
        below = where.format(number=order + 1) if self._full else ""
        return Operand(self._bridge, term.span, term.text, below, own=own)

    def _quotes(self) -> None:
        """The words around operands of other paragraphs, so that one need not go there."""
        here = self._article.paragraph_at(self._own.start).order
        far = [span for span in self.finding.spans if self._article.paragraph_at(span.start).order != here and span.end - span.start <= 60]
        for span in far[:_MOST_QUOTES]:
            line = QHBoxLayout()
            line.setSpacing(theme.px(8))
            order = self._article.paragraph_at(span.start).order
            line.addWidget(Label(tr("{number} 段").format(number=order + 1), "small", "ink3"), 0, Qt.AlignmentFlag.AlignTop)
            words = Sentence("excerpt", 20, "ink2")
            words.show_words(self._article, excerpt(self._article, span, 24, 16), [Stroke(span, tint=_TINTS[self.finding.verdict])])
            line.addWidget(words, 1)
            self._column.addLayout(line)

    def _foot(self, take_over: Callable[[Suggestion], None], answer: Callable[[Finding], None]) -> None:
        finding, session = self.finding, self._bridge.session
        assert session is not None
        answered = session.answer_of(finding.id)
        if answered is not None:
            self._indented(Label(tr("已忽略：{reason}").format(reason=in_words(answered)), "small", "ink3", wrap=True))
            return
        if not session.is_open(finding):
            return
        holder = QWidget()
        flow = Flow(holder, gap=8, lines=4)
        buttons = []
        if finding.suggestion is not None:
            words = suggested(self._article, finding.suggestion)
            if len(finding.suggestion.text) <= _SHORT:
                words.setMinimumWidth(words.one_line)
                flow.addWidget(_beside(Label(tr("建议"), "body"), words))
            else:
                line = QHBoxLayout()
                line.setSpacing(theme.px(8))
                line.addWidget(Label(tr("建议"), "body"))
                line.addWidget(words, 1)
                self._column.addLayout(line)
            use = button(tr("以此更正…"), "", "take-over")
            use.clicked.connect(lambda: take_over(finding.suggestion) if finding.suggestion else None)
            buttons.append(use)
        leave = button(tr("此处忽略"), "flat", "answer")
        leave.setToolTip(tr("不改数据，只写一句理由；别处同样的发现仍会提出"))
        leave.clicked.connect(lambda: answer(finding))
        fold = self._bridge.fold
        asks = () if fold is None else session.open_findings(fold.id)
        caps = [ActionCap("answer", "5")] if asks and asks[0].id == finding.id else []  # the key answers the worst that is open
        flow.addWidget(_beside(*buttons, leave, *caps))
        self._column.addWidget(holder)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._full:
            return
        tokens, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(box, theme.px(5), theme.px(5))
        painter.fillPath(shape, tokens.paper)
        painter.setPen(QPen(tokens.line2, 1))
        painter.drawPath(shape)
        painter.setClipPath(shape)
        painter.fillRect(QRectF(0, 0, theme.px(3), self.height()), tokens.colour(MARKS[self.finding.verdict.value][1]))
        painter.end()


def _beside(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.px(8))
    for widget in widgets:
        line.addWidget(widget)
    return holder


def together(pieces: list[Term]) -> list[list[Term]]:
    """The pieces of a formula as they stay together in a line: a sign goes with what follows it."""
    groups: list[list[Term]] = []
    for term in pieces:
        if groups and groups[-1][-1].span is None:
            groups[-1].append(term)
        else:
            groups.append([term])
    return groups


def suggested(article: Article, suggestion: Suggestion) -> Sentence:
    """The words of a suggestion: what goes struck, what comes after it."""
    span = Span(suggestion.start, suggestion.end)
    words = Sentence("quote", 24)
    words.show_words(article, span, (), narrowed(span, article.slice(span), suggestion.text))
    return words
