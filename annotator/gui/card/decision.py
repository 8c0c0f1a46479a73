"""The decision bar: what Enter would do and why not, and the five decisions, all alike: the machine never presses."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotator.gui import theme
from annotator.gui.bridge import SessionBridge, has_correction_draft
from annotator.gui.card.history import when
from annotator.gui.card.keybutton import KeyButton, key_of
from annotator.gui.i18n import tr
from annotator.gui.pieces import Label, Mark, hairline
from annotator.gui.reasons import in_words
from annotator.gui.words import state_word
from annotator.model import Finding, Fold, State, Verdict
from annotator.review import Session

_ACTIONS: Final = {
    State.CONFIRMED: ("confirm", "1"),
    State.CORRECTED: ("correct", "2"),
    State.FLAGGED: ("flag", "3"),
    State.DISMISSED: ("dismiss", "4"),
    State.PENDING: ("pending", "0"),
}


class DecisionBar(QWidget):
    """Outside the scrolled part, always there."""

    def __init__(self, bridge: SessionBridge) -> None:
        super().__init__()
        self._bridge = bridge
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(11))
        column.setSpacing(px(8))
        column.addWidget(hairline())
        line = QHBoxLayout()
        line.setContentsMargins(px(16), 0, px(16), 0)
        self._mark, self._hint = Mark("pending"), Label("", "small", "ink2", wrap=True)
        line.addWidget(self._mark)
        line.addWidget(self._hint, 1)
        column.addLayout(line)
        grid = QGridLayout()
        grid.setContentsMargins(px(16), 0, px(16), 0)
        grid.setHorizontalSpacing(px(6))
        words = {State.CONFIRMED: tr("确认"), State.CORRECTED: tr("更正"), State.FLAGGED: tr("存疑", "verb")}
        self.buttons: dict[State, KeyButton] = {}
        for number, (state, (action, key)) in enumerate(_ACTIONS.items()):
            button = KeyButton(words.get(state, state_word(state)), action, key, faint=state is State.PENDING)
            button.clicked.connect(lambda _checked=False, state=state: bridge.press(state))
            grid.addWidget(button, 0, number)
            grid.setColumnStretch(number, button.sizeHint().width())
            self.buttons[state] = button
        column.addLayout(grid)

    def show_fold(self, session: Session, fold: Fold) -> None:
        """Say what stands decided and what Enter would do."""
        mark, words = hint(session, fold, key_of(self, "confirm", "1"), key_of(self, "answer", "5"))
        claim = self._bridge.claim
        if claim is not None and has_correction_draft(session, fold, claim):
            words = f"{words} · {tr('更正有草稿，按 {key} 接着写').format(key=key_of(self, 'correct', '2'))}"
        self._mark.show_mark(mark)
        self._hint.setText(words)
        state = session.state(fold.id)
        for which, button in self.buttons.items():
            button.setEnabled(not session.read_only and (which is not State.PENDING or state is not State.PENDING))


def hint(session: Session, fold: Fold, confirm: str = "1", answer: str = "5") -> tuple[str, str]:
    """The mark and the words above the buttons: what is decided, what still asks, and which key answers it."""
    decision = session.decision(fold.id)
    if session.read_only:
        return "pending", tr("只读打开，决定不会保存")
    asks = session.open_findings(fold.id)
    if decision is not None and asks:
        words = tr("{state} · {by} {time}").format(state=state_word(decision.state), by=decision.by, time=when(decision.at))
        left = tr("还有 {open}：按 {key} 写一句理由").format(open=_open(asks), key=answer)
        return asks[0].verdict.value, f"{words} · {left}"
    if decision is not None:
        words = tr("{state} · {by} {time}").format(state=state_word(decision.state), by=decision.by, time=when(decision.at))
        return decision.state.value, f"{words} · {in_words(decision.reason)}" if decision.reason else words
    if session.stale:
        return "pending", tr("正在重新核对，Enter 暂时不确认；核对过的可按 1")
    if asks:
        words = tr("有 {open}，Enter 不会直接确认。按 {confirm} 写理由确认，按 {answer} 只回应发现")
        return asks[0].verdict.value, words.format(open=_open(asks), confirm=confirm, answer=answer)
    if session.may_confirm_with_enter(fold.id):
        return "consistent", tr("没有未回应的发现，有相符：按 Enter 确认")
    if any(map(session.is_settled, session.findings(fold.id))):
        return "pending", tr("发现都已回应，又没有相符，Enter 不会直接确认；核对后按 1")
    return "pending", tr("没有可比对的数，Enter 不会直接确认；核对后按 1")


def _open(asks: Sequence[Finding]) -> str:
    """How many of the worst kind still ask."""
    contradictions = sum(finding.verdict is Verdict.CONTRADICTION for finding in asks)
    return tr("%n 条矛盾未回应", n=contradictions) if contradictions else tr("%n 条待看未回应", n=len(asks))
