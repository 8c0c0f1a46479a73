"""The list of findings: grouped, filtered, each row with its formula, its places, its weight and the state of its claim."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QVBoxLayout, QWidget

from annotator.gui import theme
from annotator.gui.bridge import SessionBridge
from annotator.gui.filter import Filter
from annotator.gui.findings_model import ROW, FindingsModel, Group, Row, standing
from annotator.gui.i18n import tr
from annotator.gui.marks import paint_icon, paint_mark
from annotator.gui.pieces import Label
from annotator.gui.sentences import translated
from annotator.gui.words import severity_word, state_word
from annotator.model import Verdict

_FAINT = 0.5  # of the mark of a finding that is settled
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class FindingsList(QWidget):
    """The tree and what it says when it is empty. Selecting a row selects its claim; Enter goes to the article."""

    def __init__(self, bridge: SessionBridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = FindingsModel(bridge)
        self.tree = FindingsTree(self.model)
        self._unread = False
        self.empty = Label("", "body", "ink2", wrap=True)
        self.empty.setContentsMargins(theme.px(36), theme.px(28), theme.px(36), 0)
        self.stale = Label(tr("正在重新核对：这是上一次的结果，可能已经不对。"), "small", "flag", wrap=True)
        self.stale.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stale)
        layout.addWidget(self.empty)
        layout.addWidget(self.tree, 1)
        self.tree.selectionModel().currentChanged.connect(self._follow)
        self.model.modelReset.connect(self._reset)
        bridge.selected.connect(self._mark)
        bridge.checking.turned.connect(self._check)
        self._check()
        self._reset()

    def show_filter(self, words: Filter) -> None:
        """Show what passes the filter."""
        self.model.filter = words
        self.model.reread()

    def group_by(self, key: str) -> None:
        """Group by verdict, check or paragraph."""
        self.model.group_by = key
        self.model.reread()

    def _check(self) -> None:
        session = self._bridge.session
        self.stale.setVisible(session is not None and session.stale)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._unread:
            self._reset()
        else:
            self._mark()

    def _reset(self) -> None:
        self._unread = not self.isVisible()  # nobody looks: it is put together when it is shown
        if self._unread:
            return
        self.tree.expandAll()
        some = self.model.rowCount() > 0
        self.tree.setVisible(some)
        self.empty.setVisible(not some)
        if self.model.filter or self.model.open_only:
            self.empty.setText(tr("没有符合条件的项。"))
        else:
            self.empty.setText(tr("核对规则没有发现问题，也没有可互相印证的数字。这不表示数字属实。"))
        self._mark()

    def _follow(self, index: QModelIndex) -> None:
        row = index.data(ROW) if index.isValid() else None
        if not isinstance(row, Row) or not self.tree.hasFocus():
            return
        article = self._bridge.article
        assert article is not None
        if row.folds and not any(fold.id == (self._bridge.fold.id if self._bridge.fold else "") for fold in row.folds):
            self._bridge.select_fold(row.folds[0].id)
        elif not row.folds:
            self._bridge.select(article.paragraph_at(row.finding.spans[0].start).order, None)
        self._bridge.pointed.emit(row.finding.spans)

    def _mark(self) -> None:
        """Stand on a finding of the selected claim, where the current row is none of them."""
        fold = self._bridge.fold
        if fold is None or self.tree.hasFocus() or not self.isVisible():
            return
        index = self.model.first_of(fold.id)
        if index.isValid():
            self.tree.setCurrentIndex(index)


class FindingsTree(QTreeView):
    """The tree itself."""

    def __init__(self, model: FindingsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(FindingsDelegate(self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setAccessibleName(tr("发现"))
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._toggle)
        theme.desk_theme().changed.connect(self.doItemsLayout)

    def _toggle(self, index: QModelIndex) -> None:
        if isinstance(index.data(ROW), Group):
            self.setExpanded(index, not self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            self._toggle(index)
            return
        super().keyPressEvent(event)


class FindingsDelegate(QStyledItemDelegate):
    """Paints group heads and rows."""

    def __init__(self, tree: FindingsTree) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(theme.px(300), theme.px(33 if isinstance(index.data(ROW), Row) else 31))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        tokens, item = theme.current(), index.data(ROW)
        rect, state = QRectF(option.rect), option.state
        painter.save()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = tokens.card if isinstance(item, Group) else tokens.paper
        painter.fillRect(rect, tokens.sel if selected else tokens.hover if hovered else ground)
        painter.setPen(tokens.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if isinstance(item, Group):
            self._group(painter, rect, item, opened=self._tree.isExpanded(index))
        else:
            self._row(painter, rect, item)
        if state & QStyle.StateFlag.State_HasFocus and self._tree.hasFocus():
            painter.setPen(tokens.accent)
            painter.drawRect(rect.adjusted(0.5, 0.5, -1.5, -1.5))
        painter.restore()

    def _group(self, painter: QPainter, rect: QRectF, group: Group, *, opened: bool) -> None:
        tokens, px = theme.current(), theme.px
        side = px(12)
        paint_icon(painter, _square(rect, px(16), side), "down" if opened else "right", tokens.ink3)
        area = rect.adjusted(px(36), 0, -px(16), 0)
        area.setLeft(area.left() + _text(painter, area, group.title, "name", tokens.ink) + px(14))
        for verdict, number in group.counts():
            paint_mark(painter, _square(rect, area.left() - rect.left(), side), verdict.value, tokens)
            area.setLeft(area.left() + side + px(4))
            area.setLeft(area.left() + _text(painter, area, str(number), "small", tokens.ink3) + px(11))
        painter.setFont(theme.font("small"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(len(group.rows)))

    def _row(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        tokens, px, finding = theme.current(), theme.px, row.finding
        side, wide = px(13), rect.width() > px(620)
        painter.setOpacity(_FAINT if row.settled else 1)
        paint_mark(painter, _square(rect, px(38), side), finding.verdict.value, tokens)
        painter.setOpacity(1)
        state, answer, places = px(96 if wide else 22), px(82), px(140 if wide else 76)
        weight = px(60) if wide else 0
        right = rect.adjusted(0, 0, -px(16), 0)
        right.setLeft(right.right() - state)
        paint_mark(painter, _square(right, 0, side), row.state.value, tokens)
        if wide:
            _text(painter, right.adjusted(px(19), 0, 0, 0), state_word(row.state), "small", tokens.ink)
        right.setLeft(right.left() - answer)
        asks = tokens.bad if finding.verdict is Verdict.CONTRADICTION else tokens.flag
        _text(painter, right, standing(row), "smallname" if row.asks else "small", asks if row.asks else tokens.ink3)
        right.setLeft(right.left() - weight)
        if wide:
            _text(painter, right, _weight(row), "small", tokens.ink3)
        right.setLeft(right.left() - places - px(10))
        _text(painter, right.adjusted(0, 0, -weight - answer - state, 0), row.places, "small", tokens.ink3)
        area = QRectF(rect)
        area.setLeft(rect.left() + px(62))
        area.setRight(right.left() - px(10))
        strong = translated(finding.formula) or (row.title if finding.verdict is not Verdict.CONSISTENT else "")
        if strong:
            area.setLeft(area.left() + _text(painter, area, strong, "name", tokens.ink2 if row.settled else tokens.ink) + px(8))
        if area.width() > px(30):
            _text(painter, area, translated(finding.message), "body", tokens.ink3 if strong else tokens.ink)


def _weight(row: Row) -> str:
    return severity_word(row.finding.severity) if row.finding.is_error else "–"


def _text(painter: QPainter, area: QRectF, text: str, font: str, colour: QColor) -> float:
    """Draw one line at the left of the area, cut with an ellipsis; the width used."""
    painter.setFont(theme.font(font))
    painter.setPen(colour)
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, _LEFT, shown)
    return float(metrics.horizontalAdvance(shown))


def _square(rect: QRectF, x: float, side: float) -> QRectF:
    return QRectF(rect.left() + x, rect.center().y() - side / 2, side, side)
