"""The reading column: a read-only text browser that paints its own page and only ever asks the bridge."""

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlock,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from annotator.gui import theme
from annotator.gui.article import keys, pointing, spoken
from annotator.gui.article.adjusting import Adjusting
from annotator.gui.article.column import Column
from annotator.gui.article.document import PORTION, ArticleDocument
from annotator.gui.article.page import Mark, Page
from annotator.gui.article.painting import Focus, PlacedNote, RowPainter
from annotator.gui.article.search import Search
from annotator.gui.bridge import Form, Preview, Selection, SessionBridge
from annotator.gui.i18n import tr
from annotator.model import Span
from annotator.review import Changes


class ArticleView(Column):
    """Shows the article of the bridge's session. Its document is never read back: `selected_span` gives code points."""

    card_wanted = Signal()  # double click on a claim
    searched = Signal(int, int)  # the hit shown, from 1, and how many there are
    zoom_wanted = Signal(int)  # steps of Ctrl and the wheel

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.page: Page | None = None
        self.focus = Focus()
        self.adjusting: Adjusting | None = None
        self.caret = False  # is the text cursor shown, for selecting from the keyboard?
        self.placed: list[PlacedNote] = []
        self._ring = False  # did the focus come from the keyboard?
        self._search = Search()
        self._portions = QTimer(self, singleShot=True, interval=0)
        self._portions.timeout.connect(self._fill_on)
        self.selectionChanged.connect(self.viewport().update)
        bridge.opened.connect(self._open)
        bridge.changed.connect(self._change)
        bridge.selected.connect(self._select)
        bridge.previewed.connect(self._preview)
        bridge.shown.connect(self._show_place)
        bridge.pointed.connect(self._point)
        bridge.form_asked.connect(self._form)
        bridge.checking.turned.connect(self.viewport().update)
        self._remember()
        theme.desk_theme().changing.connect(self._remember)
        theme.desk_theme().changed.connect(self._restyle)
        self._open()

    # --- filling ---

    def _open(self) -> None:
        session = self.bridge.session
        self._portions.stop()
        self.focus, self.adjusting, self.caret, self._search = Focus(), None, False, Search()
        if session is None:
            self.page = self.text = None
            self.document().clear()
        else:
            self.page = Page(session)
            self._write()
        self.viewport().update()

    def _write(self) -> None:
        assert self.page is not None
        page = self.page
        self.document().clear()  # takes the margins with it
        self.set_margins()
        self.text = ArticleDocument(self.document(), page.session.article, page.replacements)
        if not self.text.is_complete:
            self._portions.start()

    def _fill_on(self) -> None:
        assert self.text is not None
        self.text.fill(PORTION)
        if not self.text.is_complete:
            self._portions.start()

    def _remember(self) -> None:
        """Where the page stands, while the old sizes are still in force."""
        self._before = self.sight(), self.viewport().height()

    def _restyle(self) -> None:
        if self.page is not None and self.text is not None:
            if self.text.writing.tokens == theme.current():
                self.set_margins()
                self.text.rescale()
            else:
                self._write()
            self.return_to_sight(*self._before)
        self.viewport().update()

    # --- the loop: the bridge says what to show ---

    def _change(self, changes: Changes) -> None:
        if self.page is None or self.text is None:
            return
        self.page.forget(changes)
        for order in sorted(changes.paragraphs):
            self.text.refresh(order)
        if changes.kind in {"insert", "adjust"}:
            self.clear_selection()
        self._read_operands()
        self.viewport().update()

    def _select(self, selection: Selection) -> None:
        if self.page is None or self.text is None:
            return
        self.adjusting, self.focus.adjusting, self.focus.shown, self.focus.pointed = None, None, None, ()
        self.focus.paragraph, self.focus.claim = selection.paragraph, selection.claim
        self.text.ensure(selection.paragraph)
        if selection.claim is not None:
            self.text.set_open(selection.paragraph, opened=True)
        self._read_operands()
        self._bring_selection()
        self._speak()
        self.viewport().update()

    def _read_operands(self) -> None:
        fold = self.bridge.fold
        findings = () if fold is None or self.page is None else self.page.session.findings(fold.id)
        self.focus.operands = findings[0].spans if findings else ()
        if findings:
            self.focus.verdict = findings[0].verdict

    def _speak(self) -> None:
        """Tell a screen reader what is selected."""
        assert self.page is not None
        mark = self.mark_of(self.focus.claim)
        words = spoken.paragraph_words(self.page, self.focus.paragraph) if mark is None else spoken.claim_words(self.page, mark)
        self.setAccessibleDescription(words)
        if QAccessible.isActive() and self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _preview(self, preview: Preview | None) -> None:
        """Show a correction while it is typed, at all places it would change."""
        if self.page is None or self.text is None:
            return
        orders = {place.paragraph for which in (self.page.preview, preview) if which for place in which.places}
        self.page.preview = preview
        self.page.forget_notes()
        for order in sorted(orders):
            self.text.refresh(order)
        self.viewport().update()

    def _show_place(self, span: Span | None) -> None:
        """Look at another place without losing the selected claim; None returns to it."""
        if self.text is None:
            return
        self.focus.shown = span
        if span is None:
            self._bring_selection()
        else:
            order = self.text.article.paragraph_at(span.start).order
            self.text.ensure(order)
            self.text.set_open(order, opened=True)
            self.bring(span.start)
        self.viewport().update()

    def _point(self, spans: tuple[Span, ...]) -> None:
        self.focus.pointed = spans
        self.viewport().update()

    def _form(self, form: Form) -> None:
        if form.kind == "adjust":
            self.begin_adjusting()

    def anchor(self) -> int | None:
        """The selected claim."""
        mark = self.mark_of(self.focus.claim)
        return None if mark is None or self.text is None else mark.claim.start

    def is_selection_in_sight(self) -> bool:
        """Can the selected claim be seen now, at least its beginning?"""
        mark = self.mark_of(self.focus.claim)
        return mark is None or 0 <= self.height_of(mark.claim.start) <= self.viewport().height()

    def _bring_selection(self) -> None:
        mark = self.mark_of(self.focus.claim)
        if mark is not None:
            self.bring(mark.claim.start)
        elif self.text is not None and self.text.article.paragraphs:
            block = self.text.block(self.focus.paragraph)
            rect = self.block_rect(block)
            if rect.top() < 0 or rect.bottom() > self.viewport().height():
                self.scroll_to(block, rect.top())

    # --- spans and selections ---

    def mark_of(self, claim_id: str | None) -> Mark | None:
        """The mark of a claim of the current paragraph."""
        if self.page is None or claim_id is None:
            return None
        return next((mark for mark in self.page.marks(self.focus.paragraph) if mark.claim.id == claim_id), None)

    def selected_span(self) -> Span | None:
        """The article's code points the editor selected by mouse or keyboard; None without a selection."""
        cursor = self.textCursor()
        if self.text is None or not cursor.hasSelection():
            return None
        return self.text.selected(cursor.selectionStart(), cursor.selectionEnd())

    def clear_selection(self) -> None:
        """Take a selection and the text cursor away."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        self.caret = False
        self.viewport().update()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied is the article's own text, never what stands in the view."""
        data = QMimeData()
        span = self.selected_span()
        if span is not None and self.text is not None:
            data.setText(self.text.article.slice(span))
        return data

    def begin_adjusting(self) -> None:
        """Start to move the ends of the selected claim."""
        fold, claim, article = self.bridge.fold, self.bridge.claim, self.bridge.article
        if fold is None or claim is None or article is None:
            self.bridge.said.emit(tr("先选中一项数据"))
        elif self.bridge.session is not None and self.bridge.session.read_only:
            self.bridge.failed.emit(tr("只读打开，决定不会保存"))
        else:
            self.setFocus()
            self.show_adjusting(Adjusting(fold.id, claim.span, claim.span, article.paragraphs[claim.paragraph]))
            self.bridge.said.emit(tr("移动标记：Shift+← → 移动一端，Tab 换一端，Enter 完成，Esc 放弃"))

    def show_adjusting(self, adjusting: Adjusting | None) -> None:
        """Show the span as it would be, or with None the claim as it is."""
        self.adjusting = adjusting
        self.focus.adjusting = None if adjusting is None else adjusting.span
        self.viewport().update()

    def toggle_run(self, order: int) -> None:
        """Open the run of copies around a paragraph, or fold it."""
        if self.text is not None:
            self.text.set_open(order, opened=self.text.rows.is_folded(order))
            self.viewport().update()

    # --- search ---

    def search(self, words: str) -> int:
        """Mark all places of some words, show the first from the selected claim on, and give their number; "" ends it."""
        if self.text is None:
            return 0
        here = self.bridge.claim
        start = self.text.article.paragraphs[self.focus.paragraph].start if here is None else here.start
        self._search.look_for(self.text.article.text, words, start)
        self._show_hit()
        return len(self._search.hits)

    @property
    def is_searching(self) -> bool:
        """Are places of some words marked?"""
        return bool(self._search.words)

    def search_next(self, backwards: bool = False) -> None:
        """Show the next or previous place of the words."""
        if self.text is not None and self._search.words:
            self._search.step(self.text.article.paragraphs[self.focus.paragraph].start, backwards)
            self._show_hit()

    def _show_hit(self) -> None:
        assert self.text is not None
        self.focus.hits, self.focus.hit = self._search.hits, self._search.hit
        hit = self._search.hit
        if hit is not None:
            order = self.text.article.paragraph_at(hit.start).order
            self.text.ensure(order)
            self.text.set_open(order, opened=True)
            claim = next((claim for claim in self.bridge.claims_in(order) if claim.start < hit.end and hit.start < claim.end), None)
            if claim is not None and claim != self.bridge.claim:
                self.bridge.select(order, claim.id)  # what a key decides is what is looked at
            self.bring(hit.start)
        if self._search.words:
            self.searched.emit(self._search.number, len(self._search.hits))
        self.viewport().update()

    # --- events ---

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        try:
            painter.fillRect(event.rect(), theme.current().paper)
            if self.text is not None and self.page is not None:
                self._paint(painter, event.rect())
        finally:
            painter.end()

    def _paint(self, painter: QPainter, area: QRect) -> None:
        assert self.text is not None
        assert self.page is not None
        rows = RowPainter(painter, QRectF(area), self.text, self.page, frame=self.frame_now(), focus=self.focus)
        cursor = self.textCursor()
        first: QTextBlock | None = None
        for block, rect in self.visible(area):
            first = first or block
            rows.paint(block, rect, self.viewport().width(), (cursor.selectionStart(), cursor.selectionEnd()))
            if self.caret and self.hasFocus() and block.contains(cursor.position()):
                painter.setPen(theme.current().ink)
                block.layout().drawCursor(
                    painter, rect.topLeft() - block.layout().position(), cursor.position() - block.position(), theme.px(2)
                )
        if first is not None:
            rows.paint_notes(self.above(first))
        if area.contains(self.viewport().rect()):
            self.placed = rows.placed
        if self._ring and self.hasFocus():
            painter.setPen(QPen(theme.current().accent, 4))  # half of it lies outside
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.viewport().rect())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(keys.wants(self, event))
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        return pointing.tool_tip(self, event) or super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not keys.press(self, event):
            event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Text that is being composed decides nothing here."""
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pointing.release(self, event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        pointing.double_click(self, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        pointing.hover(self, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        pointing.menu(self, event).popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring = event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        }
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
