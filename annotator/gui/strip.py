"""The strip: title, progress and the outline of the article, one mark a paragraph; click or Enter goes there."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from annotator.gui import theme
from annotator.gui.bridge import SessionBridge
from annotator.gui.i18n import tr
from annotator.gui.marks import paint_mark
from annotator.gui.pieces import Label, hairline
from annotator.gui.strip_model import ROW, Entry, StripModel
from annotator.model import State
from annotator.review import Session

NARROW, WIDE = 46, 214  # pixels of the design


class ParagraphStrip(QWidget):
    """The left pane. `set_narrow(True)` leaves the marks and the percentage."""

    def __init__(self, bridge: SessionBridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.setProperty("role", "win")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.narrow = False
        self._head = Head()
        self.model = StripModel(bridge)
        self.list = StripList(self.model, bridge)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(hairline())
        layout.addWidget(self.list, 1)
        bridge.opened.connect(self._read)
        bridge.changed.connect(self._read)
        bridge.selected.connect(self._follow)
        self._read()

    def set_narrow(self, narrow: bool) -> None:
        """Show the marks only, or everything."""
        self.narrow = narrow
        self._head.set_narrow(narrow)
        self.list.narrow = narrow
        bars = Qt.ScrollBarPolicy
        self.list.setVerticalScrollBarPolicy(bars.ScrollBarAlwaysOff if narrow else bars.ScrollBarAsNeeded)
        self.list.viewport().update()

    def _read(self) -> None:
        session = self._bridge.session
        self._head.show_session(session)

    def _follow(self) -> None:
        session = self._bridge.session
        if session is not None and session.article.paragraphs:
            self.list.go(self.model.row_of(self._bridge.selection.paragraph))


class Head(QWidget):
    """Title, byline, extent and progress."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Label("", "title", wrap=True)
        self._byline = Label("", "label", "ink3", wrap=True)
        self._extent = Label("", "label", "ink3", wrap=True)
        self._bar = ProgressBar()
        self._done = Label("", "small", "ink2")
        self._left = Label("", "small", "ink3")
        self._left.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._percent = Label("", "name")
        self._percent.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._count = Label("", "key", "ink3")
        self._count.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(theme.px(3))
        for part in (self._title, self._byline, self._extent, self._bar, self._percent, self._count):
            self._layout.addWidget(part)
        figures = QHBoxLayout()
        figures.addWidget(self._done)
        figures.addWidget(self._left)
        self._layout.insertLayout(4, figures)
        self.set_narrow(narrow=False)

    def set_narrow(self, narrow: bool) -> None:
        side = 2 if narrow else 14
        self._layout.setContentsMargins(theme.px(side), theme.px(12), theme.px(side), theme.px(10))
        for part in (self._title, self._extent, self._bar, self._done, self._left):
            part.setVisible(not narrow)
        self._byline.setVisible(not narrow and bool(self._byline.text()))
        self._percent.setVisible(narrow)
        self._count.setVisible(narrow)

    def show_session(self, session: Session | None) -> None:
        """Re-read title and progress."""
        self.setEnabled(session is not None)
        if session is None:
            for label in (self._title, self._byline, self._extent, self._done, self._left, self._percent, self._count):
                label.clear()
            self._bar.show_states({}, 0)
            return
        article, progress = session.article, session.progress
        self._title.setText(article.title or article.name)
        published = article.published.isoformat() if article.published else ""
        self._byline.setText(" · ".join(filter(None, (article.byline, article.publisher, published))))
        self._byline.setVisible(bool(self._byline.text()) and not self._percent.isVisibleTo(self))
        copies = sum(paragraph.copy_of is not None for paragraph in article.paragraphs)
        extent = tr("%n 段", n=len(article.paragraphs))
        self._extent.setText(extent + tr("，其中 {n} 段为重复").format(n=copies) if copies else extent)
        self._bar.show_states(progress.by_state, progress.folds)
        self._done.setText(tr("已核 {decided} / {folds}").format(decided=progress.decided, folds=progress.folds))
        self._left.setText(tr("余 {n}", "claims left").format(n=progress.folds - progress.decided))
        self._percent.setText(f"{100 * progress.decided // progress.folds if progress.folds else 100}%")
        self._count.setText(f"{progress.decided}/{progress.folds}")
        spoken = f"{self._done.text()}，{self._left.text()}"
        self._bar.setAccessibleName(spoken)
        self.setToolTip(f"{self._title.text()}\n{spoken}")


class ProgressBar(QWidget):
    """Decided folds by state, one colour each, then what is left."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[tuple[str, float]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(80), theme.px(12))

    def show_states(self, by_state: dict[State, int] | object, folds: int) -> None:
        """Show the counts as parts of all folds."""
        counts = by_state if isinstance(by_state, dict) else {}
        roles = {State.CONFIRMED: "ok", State.CORRECTED: "cor", State.FLAGGED: "flag", State.DISMISSED: "dis"}
        self._parts = [(role, counts.get(state, 0) / folds) for state, role in roles.items() if folds]
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        height = theme.px(6)
        top = (self.height() - height) / 2
        painter.fillRect(QRectF(0, top, self.width(), height), tokens.line)
        left = 0.0
        for role, part in self._parts:
            width = part * self.width()
            painter.fillRect(QRectF(left, top, width, height), tokens.colour(role))
            left += width
        painter.end()


class StripList(QListView):
    """The outline."""

    def __init__(self, model: StripModel, bridge: SessionBridge) -> None:
        super().__init__()
        self._model, self._bridge = model, bridge
        self.narrow = False
        self.setModel(model)
        self.setItemDelegate(StripDelegate(self))
        self.setUniformItemSizes(True)
        self.setProperty("role", "outline")
        self.setAccessibleName(tr("段落"))
        self.verticalScrollBar().setProperty("role", "thin")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.clicked.connect(self._go)
        self.activated.connect(self._go)
        theme.desk_theme().changed.connect(self.doItemsLayout)

    def go(self, row: int) -> None:
        """Follow the selection of the window."""
        index = self._model.index(row)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index, QListView.ScrollHint.EnsureVisible)

    def _go(self, index: QModelIndex) -> None:
        entry: Entry = index.data(ROW)
        if entry.first != self._bridge.selection.paragraph:
            self._bridge.go_to(entry.first)

    def dataChanged(
        self, first: QModelIndex | QPersistentModelIndex, last: QModelIndex | QPersistentModelIndex, _roles: object = None
    ) -> None:
        """Paint the rows again. Qt would lay out the whole list, for a decision changes what a row says; its height it never does."""
        for row in range(first.row(), last.row() + 1):
            self.update(self._model.index(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())


class StripDelegate(QStyledItemDelegate):
    """Paints mark, number, text, ×n and what is left."""

    def __init__(self, view: StripList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(theme.px(NARROW if self._view.narrow else 120), theme.px(25))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        entry: Entry = index.data(ROW)
        tokens, px = theme.current(), theme.px
        rect = QRectF(option.rect)
        state = option.state
        current = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if current:
            painter.fillRect(rect, tokens.sel)
            painter.fillRect(QRectF(rect.left(), rect.top(), px(3), rect.height()), tokens.accent)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, tokens.hover)
        side = px(14)
        if self._view.narrow:
            paint_mark(painter, QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side), entry.mark, tokens)
        else:
            paint_mark(painter, QRectF(rect.left() + px(12), rect.center().y() - side / 2, side, side), entry.mark, tokens)
            self._words(painter, rect, entry, current=current)
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(tokens.accent)
            painter.drawRect(rect.adjusted(0.5, 0.5, -1.5, -1.5))
        painter.restore()

    def _words(self, painter: QPainter, rect: QRectF, entry: Entry, *, current: bool) -> None:
        tokens, px = theme.current(), theme.px
        left, right = rect.left() + px(33), rect.right() - px(10)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("key"))
        painter.setPen(tokens.ink3)
        count = tr("%n 段", n=entry.copies) if entry.mark == "copy" else str(entry.left) if entry.left else ""
        if count:
            painter.drawText(QRectF(left, rect.top(), right - left, rect.height()), middle | Qt.AlignmentFlag.AlignRight, count)
            right -= max(painter.fontMetrics().horizontalAdvance(count), px(12)) + px(4)
        if entry.copies > 1 and entry.mark != "copy":
            times = f"×{entry.copies}"
            painter.drawText(QRectF(left, rect.top(), right - left, rect.height()), middle | Qt.AlignmentFlag.AlignRight, times)
            right -= painter.fontMetrics().horizontalAdvance(times) + px(4)
        if entry.mark == "copy":
            painter.fillRect(QRectF(left + px(1), rect.top() + px(5), px(2), rect.height() - px(10)), tokens.line2)
            left += px(8)
        else:
            width = max(px(20), painter.fontMetrics().horizontalAdvance(str(entry.first + 1)))
            painter.drawText(QRectF(left, rect.top(), width, rect.height()), middle | Qt.AlignmentFlag.AlignRight, str(entry.first + 1))
            left += width + px(7)
        font = theme.font("smallname" if current or entry.heading else "small")
        painter.setFont(font)
        painter.setPen(tokens.ink3 if entry.mark == "copy" else tokens.ink if current or entry.heading else tokens.ink2)
        text = painter.fontMetrics().elidedText(entry.text, Qt.TextElideMode.ElideRight, int(right - left))
        painter.drawText(QRectF(left, rect.top(), right - left, rect.height()), middle, text)
