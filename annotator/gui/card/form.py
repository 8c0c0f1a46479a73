"""What every form of the card has: a head, a body that scrolls, what is still missing, two buttons, and a draft that is never lost."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.gui import theme
from annotator.gui.bridge import Form, SessionBridge
from annotator.gui.card.chip import StateChip
from annotator.gui.card.fields import Area, Line
from annotator.gui.card.keybutton import KeyButton
from annotator.gui.i18n import tr
from annotator.gui.marks import MARKS
from annotator.gui.offsets import shown
from annotator.gui.pieces import Label, Mark, hairline
from annotator.model import Claim, Fold
from annotator.review import Refused, Session

_DRAFT_AFTER: Final = 1000  # milliseconds from the first change that is not kept to the keeping of it


class FormPage(QWidget):
    """One form for the selected claim. Ctrl+Enter commits what is ready, Esc keeps the draft; composing text does neither."""

    left = Signal()  # committed or put aside

    def __init__(self, bridge: SessionBridge, asked: Form, *, title: str, mark: str, action: str) -> None:
        super().__init__()
        session, claim, fold = bridge.session, bridge.claim, bridge.fold
        assert session is not None
        assert claim is not None
        assert fold is not None
        self.bridge, self.asked = bridge, asked
        self.session: Session = session
        self.claim: Claim = claim
        self.fold: Fold = fold
        self._committed = False
        self._begun = False
        self._draft = QTimer(self, singleShot=True, interval=_DRAFT_AFTER)
        self._draft.timeout.connect(self.keep_draft)
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self._missing = QHBoxLayout()
        self._marks: list[tuple[Mark, Label]] = []
        self._put_together(title, mark, action)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._shortcut(keys, self.commit)
        self._shortcut("Esc", self._put_aside)

    def _shortcut(self, keys: str, act: Any) -> None:  # noqa: ANN401 - any slot
        shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)

    def _put_together(self, title: str, mark: str, action: str) -> None:
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(px(16), px(8), px(12), px(8))
        head.setSpacing(px(8))
        where = tr("{text} · 第 {number} 段").format(text=shown(self.claim.text), number=self.claim.paragraph + 1)
        chip = StateChip()
        chip.show_state(self.session.state(self.fold.id))
        if mark:
            head.addWidget(Mark(mark))
        head.addWidget(Label(title, "name", MARKS[mark][1] if mark else "ink"))
        head.addWidget(Label(where, "small", "ink3"))
        head.addStretch(1)
        head.addWidget(chip)
        column.addLayout(head)
        column.addWidget(hairline())
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("role", "card")
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(px(16), px(10), px(16), px(4))
        self.body.setSpacing(0)
        scroll.setWidget(inside)
        column.addWidget(scroll, 1)
        column.addWidget(hairline())
        column.addLayout(self._foot(action))

    def _foot(self, action: str) -> QVBoxLayout:
        px = theme.px
        foot = QVBoxLayout()
        foot.setContentsMargins(px(16), px(8), px(16), px(11))
        foot.setSpacing(px(8))
        self._missing.setSpacing(px(12))
        self._missing.addStretch(1)
        foot.addLayout(self._missing)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        self.commit_button = KeyButton(action, "commit", "Ctrl+Return", after=True, strong=True)
        self.commit_button.clicked.connect(self.commit)
        aside = KeyButton(tr("收起，留草稿"), "put-aside", "Esc", after=True)
        aside.clicked.connect(self._put_aside)
        buttons.addWidget(self.commit_button, 1)
        buttons.addWidget(aside)
        foot.addLayout(buttons)
        return foot

    # --- what a form says of itself ---

    @property
    def places(self) -> tuple[Claim, ...]:
        """What is decided: all places of the fold, or the selected one alone."""
        return (self.claim,) if self.asked.here else self.fold.places

    def where(self) -> str:
        """The places in words."""
        numbers = tr("、").join(str(place.paragraph + 1) for place in self.places)
        if len(self.places) == 1:
            return tr("仅此 1 处 · {numbers} 段").format(numbers=numbers)
        return tr("{count} 处 · {numbers} 段").format(count=len(self.places), numbers=numbers)

    @property
    def key(self) -> str:
        """Under which its draft is kept: the same for the same question."""
        return self.asked.draft_key(self.fold.id, self.claim.id)

    def conditions(self) -> list[tuple[str, bool]]:
        """What must hold before it can be committed, in a word each, and whether it does."""
        return []

    def data(self) -> dict[str, Any]:
        """What is filled in, as a draft."""
        return {}

    def restore(self, data: Mapping[str, Any]) -> None:
        """Fill in a draft."""

    def first_field(self) -> QWidget:
        """Where one begins to write."""
        return self.commit_button

    def act(self) -> bool:
        """Do it; False where it was refused (the bridge has said why)."""
        raise NotImplementedError

    # --- its life ---

    def begin(self) -> None:
        """Fill in what was begun earlier and go to the first field."""
        if draft := self.session.draft(self.key):
            self.restore(draft)
        self._begun = True
        self.weigh()
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """The form goes: keep its draft and stop what it began."""
        self.keep_draft()

    def touched(self) -> None:
        """Something was filled in: weigh it now and keep it soon."""
        if self._begun:
            self.weigh()
            if not self._draft.isActive():
                self._draft.start()

    def weigh(self) -> None:
        """Show which conditions hold, and let the form be committed when all do."""
        conditions = self.conditions()
        while len(self._marks) < len(conditions):
            self._add_condition()
        for (mark, label), (words, holds) in zip(self._marks, conditions, strict=True):
            mark.show_mark("consistent" if holds else "pending")
            label.setText(words)
        self.commit_button.setEnabled(all(holds for _, holds in conditions) and not self.session.read_only)

    def _add_condition(self) -> None:
        mark, label = Mark("pending"), Label("", "small", "ink2")
        at = max(0, self._missing.count() - 1)  # before the stretch
        piece = QHBoxLayout()
        piece.setSpacing(theme.px(4))
        piece.addWidget(mark)
        piece.addWidget(label)
        self._missing.insertLayout(at, piece)
        self._marks.append((mark, label))

    def keep_draft(self) -> None:
        """Keep what is filled in, outside the log; nothing where nothing was begun or it is committed."""
        waiting = self._draft.isActive()
        self._draft.stop()
        if self._committed or self.session.read_only or not (waiting or self.sender() is self._draft):
            return
        try:
            self.session.save_draft(self.key, self.data())
        except Refused as refusal:
            self.bridge.failed.emit(str(refusal))

    @property
    def composing(self) -> bool:
        """Is an input method composing in one of the fields?"""
        return any(line.composing for line in self.findChildren(Line)) or any(area.composing for area in self.findChildren(Area))

    def commit(self) -> None:
        """Commit what is ready; otherwise say what is missing."""
        if self.composing:
            return
        missing = [words for words, holds in self.conditions() if not holds]
        if missing:
            self.bridge.said.emit(tr("还差：{missing}").format(missing=tr("、").join(missing)))
            return
        self._committed = True
        if not self.act():
            self._committed = False
            return
        with suppress(Refused):
            if self.session.draft(self.key) is not None:
                self.session.save_draft(self.key, None)
        self.left.emit()

    def _put_aside(self) -> None:
        if not self.composing:
            self.left.emit()
