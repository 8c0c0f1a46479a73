"""The end of a paragraph: was anything missed? Then Enter completes it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.gui import theme
from annotator.gui.bridge import SessionBridge
from annotator.gui.card.keybutton import KeyButton
from annotator.gui.card.operand import Operand
from annotator.gui.card.section import Section
from annotator.gui.i18n import tr
from annotator.gui.pieces import Label
from annotator.model import Span, State
from annotator.review import Session


class ParagraphEnd(QWidget):
    """How far a paragraph is, the numerals in it that nobody explained, and the button that completes it."""

    def __init__(self, bridge: SessionBridge) -> None:
        super().__init__()
        session, order = bridge.session, bridge.selection.paragraph
        assert session is not None
        self.setProperty("role", "card")
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(4))
        column.setSpacing(px(10))
        column.addWidget(Label(question(session, order), "title", wrap=True))
        column.addWidget(Label(advice(session, order), "body", "ink2", wrap=True))
        done = KeyButton(tr("已读毕") if session.is_read(order) else tr("读毕"), "enter", "Return", after=True)
        done.setEnabled(not session.read_only and not session.is_read(order))
        done.clicked.connect(bridge.enter)
        column.addWidget(done, 0, Qt.AlignmentFlag.AlignLeft)
        paragraph = session.article.paragraphs[order]
        left = [entry for entry in session.analysis.coverage if not entry.reason and paragraph.start <= entry.start < paragraph.end]
        if left:
            section = Section(tr("未说明的数字"), tr("既不在数据里，也不属成语、编号一类"))
            for entry in left:
                span = Span(entry.start, entry.end)
                section.body.addWidget(Operand(bridge, span, session.article.slice(span)), 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(section)
        column.addStretch(1)


def question(session: Session, order: int) -> str:
    """本段 5/5，有无漏标?"""
    folds = [fold for fold in session.folds_in(order) if not fold.claim.minor or session.state(fold.id) is not State.PENDING]
    if not folds:
        return tr("本段没有数字")
    decided = sum(session.state(fold.id) is not State.PENDING for fold in folds)
    return tr("本段 {decided}/{count}，有无漏标？").format(decided=decided, count=len(folds))


def advice(session: Session, order: int) -> str:
    """What to do now."""
    if session.is_read(order):
        return tr("本段已读毕。")
    pending = [fold for fold in session.folds_in(order) if not fold.claim.minor and session.state(fold.id) is State.PENDING]
    if pending:
        return tr("还有 %n 项待核，核完再按 Enter。", n=len(pending))
    return tr("漏标的数字，选中后按 Insert 标出；没有，就按 Enter 读毕。")
