"""The status line: where one is, how much is left, what was just done, and that it is saved."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from annotator.gui import theme
from annotator.gui.actions import Actions, native
from annotator.gui.bridge import SessionBridge
from annotator.gui.i18n import tr
from annotator.gui.pieces import KeyCap, Label, Mark, button
from annotator.gui.refusals import done
from annotator.gui.words import state_word
from annotator.model import State
from annotator.review import Changes

_STAYS = 12_000  # milliseconds a sentence stays before the line shows that all is saved again


class StatusLine(QWidget):
    """One line at the foot of the window; every sentence is announced to screen readers."""

    def __init__(self, bridge: SessionBridge, actions: Actions) -> None:
        super().__init__()
        self._bridge, self._actions = bridge, actions
        self.setProperty("role", "win")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.here = Label("", "smallname")
        self.extent = Label("", "small", "ink2")
        self._counts = {state: _Count(state) for state in State}
        self.message = _Message("", "small", "ink")
        self.message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.message.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.cancel = button(tr("取消"), "link", "cancel-work")
        self.cancel.clicked.connect(self._call_off)
        self.cancel.hide()
        self._cancels: Callable[[], object] = lambda: None
        self.checking = Label(tr("正在重新核对…"), "small", "flag")
        self._saved_mark = Mark("saved")
        self.saved = Label("", "small", "ink2")
        self._undo_key = KeyCap(native(actions.keys("undo")))
        self._help = Label(f"{native(actions.keys('keys'))} {tr('按键')}", "small", "ink3")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        layout.setSpacing(theme.px(14))
        layout.addWidget(self.here)
        layout.addWidget(self.extent)
        for count in self._counts.values():
            layout.addWidget(count)
        layout.addWidget(self.message, 1)
        for part in (self.checking, self.cancel, self._saved_mark, self.saved, self._undo_key, self._help):
            layout.addWidget(part)
        self._resize()
        theme.desk_theme().changed.connect(self._resize)
        self._timer = QTimer(self, singleShot=True, interval=_STAYS)
        self._timer.timeout.connect(self.message.clear)
        bridge.opened.connect(self._read)
        bridge.selected.connect(self._where)
        bridge.changed.connect(self._change)
        bridge.said.connect(self.say)
        bridge.failed.connect(self.fail)
        for going_on in (bridge.selected, bridge.form_asked, bridge.filtered):
            going_on.connect(self._forget_failure)
        bridge.checking.turned.connect(self._check)
        self._check()
        self._read()

    def _resize(self) -> None:
        self.setFixedHeight(theme.px(26))

    def set_narrow(self, narrow: bool) -> None:
        """Icons and numbers only, or with their names."""
        self.extent.setVisible(not narrow)
        self._help.setVisible(not narrow)
        for count in self._counts.values():
            count.set_narrow(narrow)

    def begin(self, sentence: str, cancel: Callable[[], object]) -> None:
        """Long work is under way: say what, and offer to call it off."""
        self.say(sentence)
        self._timer.stop()
        self._cancels = cancel
        self.cancel.show()

    def end(self) -> None:
        """The long work is over."""
        self.cancel.hide()
        self.message.clear()

    def _call_off(self) -> None:
        self._cancels()
        self.say(tr("已取消"))

    def say(self, sentence: str) -> None:
        """Show a sentence for a while."""
        self._show(sentence, "ink")

    def fail(self, sentence: str) -> None:
        """Show why nothing was done, until the next sentence."""
        self._show(sentence, "bad")
        self._timer.stop()

    def _forget_failure(self) -> None:
        """Why nothing was done is of no use once something else is."""
        if self.message.property("role") == "bad":
            self.say("")

    def _show(self, sentence: str, colour: str) -> None:
        if self.message.property("role") != colour:
            self.message.setProperty("role", colour)
            self.message.style().polish(self.message)
        self.message.setText(sentence)
        self.message.setToolTip(sentence)
        self._timer.start()
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.message, sentence))

    def _change(self, changes: Changes) -> None:
        self._read()
        self.say(done(changes))

    def _read(self) -> None:
        session = self._bridge.session
        for part in (self.here, self.extent, self._saved_mark, self.saved, self._undo_key, *self._counts.values()):
            part.setVisible(session is not None)
        if session is None:
            self.message.clear()
            self.checking.hide()
            return
        progress = session.progress
        self.extent.setText(tr("{folds} 项 · {places} 处").format(folds=progress.folds, places=progress.places))
        for state, count in self._counts.items():
            count.show_number(progress.by_state.get(state, 0))
        if session.read_only:
            self._saved_mark.show_mark("locked")
            self.saved.setText(tr("只读 · 决定不会保存"))
        else:
            self._saved_mark.show_mark("saved")
            at = f" {session.records[-1].at.astimezone():%H:%M}" if session.records else ""
            self.saved.setText((tr("已保存{at} · 可撤销") if session.can_undo else tr("已保存{at}")).format(at=at))
        self._undo_key.setVisible(session.can_undo)
        self._where()

    def _check(self) -> None:
        session = self._bridge.session
        stale = session is not None and session.stale
        self.checking.setVisible(stale)
        if stale:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.checking, self.checking.text()))

    def _where(self) -> None:
        session, here = self._bridge.session, self._bridge.selection
        if session is None:
            return
        place = tr("第 {n} 段").format(n=here.paragraph + 1)
        if (position := self._bridge.position) is not None:
            place += tr(" · {at}/{count} 项").format(at=position[0], count=position[1])
        self.here.setText(place)


class _Message(Label):
    """A sentence at the right; where it has no room, its end is left out, not its beginning."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme.current().colour(str(self.property("role"))))
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment(), words)
        painter.end()


class _Count(QWidget):
    """The mark of a state, its name and how many folds are in it."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state
        self._narrow = False
        self._number = 0
        roles = {State.CONFIRMED: "ok", State.CORRECTED: "cor", State.FLAGGED: "flag"}
        self._label = Label("", "small", roles.get(state, "ink2"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(5))
        layout.addWidget(Mark(state.value))
        layout.addWidget(self._label)

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self.show_number(self._number)

    def show_number(self, number: int) -> None:
        self._number = number
        words = f"{state_word(self._state)} {number}"
        self._label.setText(str(number) if self._narrow else words)
        self.setToolTip(words)
        self._label.setAccessibleName(words)
