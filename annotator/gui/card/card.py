"""The claim card: what is selected, in full; and the form of the decision that is being made."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from annotator.gui import theme
from annotator.gui.bridge import Form, SessionBridge
from annotator.gui.card import forms
from annotator.gui.card.chip import StateChip
from annotator.gui.card.correction import CorrectionForm
from annotator.gui.card.decision import DecisionBar
from annotator.gui.card.ending import ParagraphEnd
from annotator.gui.card.form import FormPage
from annotator.gui.card.page import ClaimPage
from annotator.gui.card.source import EvidenceForm
from annotator.gui.card.surroundings import Surroundings
from annotator.gui.i18n import tr
from annotator.gui.marks import icon
from annotator.gui.offsets import shown
from annotator.gui.pieces import Label, button, hairline
from annotator.model import Claim, Context, Fold, State, Suggestion
from annotator.review import Changes


class ClaimCard(QWidget):
    """Shows the selected claim, or the end of a paragraph; a form stands in its place until it is committed or left."""

    released = Signal()  # what had the focus is gone: it belongs to the text again

    def __init__(self, bridge: SessionBridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._surroundings = Surroundings(self)
        self._stale = QTimer(self, singleShot=True, interval=0)  # a decision changes the claim and then goes on to the next
        self._stale.timeout.connect(self._read)
        self._page: ClaimPage | None = None
        self.form: FormPage | None = None
        self._back: Form | None = None  # the correction one left to add evidence
        self.setObjectName("card")
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("数据卡"))
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._put_together()
        bridge.opened.connect(self._open)
        bridge.selected.connect(self._select)
        bridge.changed.connect(self._change)
        bridge.form_asked.connect(self.open_form)
        bridge.checking.turned.connect(self._stale.start)
        theme.desk_theme().changed.connect(self._read)
        self._surroundings.known.connect(self._show_context)
        self._read()

    def _put_together(self) -> None:
        self._head = Head(self._bridge)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self._bar = DecisionBar(self._bridge)
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._bar)
        self._stack = QStackedWidget()
        self._stack.addWidget(reading)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(hairline(upright=True))
        whole.addWidget(self._stack, 1)

    # --- what is selected ---

    def _open(self) -> None:
        self._surroundings.forget()
        self.leave_form()
        self._read()

    def _select(self) -> None:
        self._back = None
        self.leave_form()
        self._read()

    def _change(self, changes: Changes) -> None:
        fold = self._bridge.fold
        if fold is None or changes.structure or fold.id in changes.folds or self._bridge.selection.paragraph in changes.paragraphs:
            self._stale.start()

    def _read(self) -> None:
        self._stale.stop()
        session, claim, fold = self._bridge.session, self._bridge.claim, self._bridge.fold
        self._page = None
        if session is None or not session.article.paragraphs:
            self._show_body(QWidget())
            self._bar.hide()
            self._head.show_nothing()
            return
        if claim is None or fold is None:
            self._show_body(ParagraphEnd(self._bridge))
            self._bar.hide()
            self._head.show_paragraph()
            return
        self._page = ClaimPage(self._bridge, claim, fold, take_over=self._take_over, why=self._bridge.page_asked.emit)
        self._show_body(self._page)
        self._bar.show()
        self._bar.show_fold(session, fold)
        self._head.show_claim(claim, fold)
        self._surroundings.ask(session.analysis, fold.claim)

    def _show_body(self, body: QWidget) -> None:
        """Put another page in, scrolled to its top."""
        had_focus = (before := self._scroll.widget()) is not None and self._holds_focus(before)
        self._scroll.takeWidget()
        if before is not None:
            before.hide()
            before.deleteLater()
        self._scroll.setWidget(body)
        self._scroll.verticalScrollBar().setValue(0)
        if had_focus:
            self.released.emit()

    def _show_context(self, claim: Claim, context: Context) -> None:
        fold = self._bridge.fold
        if self._page is not None and fold is not None and fold.claim == claim:
            self._page.show_context(context)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()  # key caps ask the window, which is known only now

    # --- what is dropped is evidence ---

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        session = self._bridge.session
        if self._bridge.claim is not None and session is not None and not session.read_only:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._bridge.ask("evidence")
        if isinstance(self.form, EvidenceForm):
            self.form.take(event.mimeData())
            event.acceptProposedAction()

    # --- forms ---

    def _take_over(self, suggestion: Suggestion) -> None:
        self.open_form(Form("correct", State.CORRECTED), suggestion)

    def open_form(self, asked: Form, suggestion: Suggestion | None = None) -> None:
        """Open a form for the selected fold; a form that is open keeps its draft first."""
        back = self.form.asked if isinstance(self.form, CorrectionForm) and asked.kind == "evidence" else None
        self.leave_form()
        form = forms.make(self._bridge, asked, suggestion)
        if form is None:
            return
        self.form, self._back = form, back
        form.left.connect(self._left)
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)
        form.begin()

    def _left(self) -> None:
        back = self._back
        self.leave_form()
        if back is not None:
            self.open_form(back)

    def leave_form(self) -> None:
        """Close the form and keep its draft."""
        form, self.form = self.form, None
        if form is None:
            return
        form.end()
        had_focus = self._holds_focus(form)
        self._stack.removeWidget(form)
        form.hide()
        form.deleteLater()
        self._bridge.previewed.emit(None)
        self._stale.start()  # a draft may have been kept
        if had_focus:
            self.released.emit()

    def _holds_focus(self, part: QWidget) -> bool:
        holder = self.window().focusWidget()
        return holder is not None and (part is holder or part.isAncestorOf(holder))


class Head(QWidget):
    """What is selected, its state, and the way to its neighbours."""

    def __init__(self, bridge: SessionBridge) -> None:
        super().__init__()
        self._bridge = bridge
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(px(16), 0, px(10), 0)
        line.setSpacing(px(8))
        self._name, self._where, self._chip = Label("", "name"), Label("", "small", "ink3"), StateChip()
        line.addWidget(self._name)
        line.addWidget(self._where)
        line.addStretch(1)
        line.addWidget(self._chip)
        self._steps = []
        for by, name, words in ((-1, "left", tr("上一项")), (1, "right", tr("下一项"))):
            step = button("", "flat", name)
            step.setAccessibleName(words)
            step.setToolTip(words)
            step.clicked.connect(lambda _checked=False, by=by: bridge.step_claim(by))
            line.addWidget(step)
            self._steps.append((step, name))
        column.addLayout(line, 1)
        column.addWidget(hairline())
        theme.desk_theme().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedHeight(theme.px(42))
        for step, name in self._steps:
            step.setIcon(icon(name, theme.current().ink3))
            step.setFixedSize(theme.px(24), theme.px(26))

    def show_nothing(self) -> None:
        """No article."""
        self._name.setText("")
        self._where.setText("")
        self._chip.hide()

    def show_paragraph(self) -> None:
        """A paragraph as a whole."""
        self._name.setText(tr("第 {number} 段").format(number=self._bridge.selection.paragraph + 1))
        self._where.setText("")
        self._chip.hide()

    def show_claim(self, claim: Claim, fold: Fold) -> None:
        """A claim and where it stands."""
        session = self._bridge.session
        assert session is not None
        self._name.setText(shown(claim.text))
        number, count = self._bridge.position or (1, 1)
        words = tr("第 {paragraph} 段 · {number}/{count} 项").format(paragraph=claim.paragraph + 1, number=number, count=count)
        self._where.setText(words)
        self._chip.show()
        self._chip.show_state(session.state(fold.id))
