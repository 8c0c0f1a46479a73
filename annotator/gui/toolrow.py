"""The row above the article: 文章 | 发现, the chips that are filter and legend at once, the way F8 goes, the field to find or filter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from annotator.gui import theme
from annotator.gui.actions import Actions, native
from annotator.gui.bridge import SessionBridge
from annotator.gui.filter import Filter
from annotator.gui.findings_model import FindingsModel
from annotator.gui.i18n import tr
from annotator.gui.marks import TINT, icon, paint_line, paint_mark
from annotator.gui.pieces import KeyCap, Label, button
from annotator.gui.words import state_word, verdict_word
from annotator.model import State, Verdict

ARTICLE, FINDINGS = 0, 1


@dataclass(frozen=True)
class Legend:
    """One chip: its mark, the word it filters by, how many there are, and whether it stands above the article."""

    mark: str
    word: str
    count: Callable[[], int]


class Chip(QToolButton):
    """A state or verdict with its line shape and its count; pressed, it filters."""

    def __init__(self, legend: Legend, *, lines: bool) -> None:
        super().__init__()
        self.legend = legend
        self._lines = lines
        self.brief = False  # its mark and number alone
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("只看“{word}”").format(word=legend.word))
        theme.desk_theme().changed.connect(self.updateGeometry)
        self.reread()

    def reread(self) -> None:
        """Count again."""
        words = f"{self.legend.word} {self.legend.count()}"
        self.setText(str(self.legend.count()) if self.brief else words)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        self.setFont(theme.font("smallname" if self.isChecked() else "small"))
        mark = theme.px(18) if self.legend.mark else 0
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + mark + theme.px(13), theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, px = theme.current(), theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(tokens.sel if self.isChecked() else tokens.hover)
            painter.drawRoundedRect(rect, px(4), px(4))
        left = rect.left() + px(6)
        if self.legend.mark:
            paint_mark(painter, QRectF(left, rect.center().y() - px(7), px(13), px(13)), self.legend.mark, tokens)
            left += px(18)
        painter.setFont(theme.font("smallname" if self.isChecked() else "small"))
        word, metrics = self.legend.word, painter.fontMetrics()
        width = metrics.horizontalAdvance(word)
        if self._lines and self.legend.mark in TINT and self.legend.mark not in {"corrected", "suspicious"}:
            painter.setBrush(tokens.colour(TINT[self.legend.mark]))
            painter.drawRoundedRect(QRectF(left - 1, rect.top() + px(4), width + 2, rect.height() - px(9)), 2, 2)
        painter.setPen(tokens.ink if self.isChecked() else tokens.ink2)
        painter.drawText(rect.adjusted(left - rect.left(), 0, 0, -px(1)), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._lines and self.legend.mark in {"pending", "confirmed", "flagged", "contradiction"}:
            paint_line(painter, QPointF(left, rect.bottom() - px(2)), width, self.legend.mark, tokens, scale=theme.desk_theme().scale)
        if self.hasFocus():
            painter.setPen(tokens.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), px(4), px(4))
        painter.end()


class SearchField(QLineEdit):
    """Finds in the text or filters. Esc leaves it; Enter while finding goes to the next place, and never reaches the window."""

    next_wanted = Signal(bool)  # backwards?
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setClearButtonEnabled(True)
        self._icon = self.addAction(icon("search", theme.current().ink3), QLineEdit.ActionPosition.LeadingPosition)
        theme.desk_theme().changed.connect(self._restyle)

    def _restyle(self) -> None:
        self._icon.setIcon(icon("search", theme.current().ink3))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.next_wanted.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            case _:
                super().keyPressEvent(event)


class ToolRow(QWidget):
    """Built from the actions; says by signals what is to be found."""

    find_wanted = Signal(str)
    find_next_wanted = Signal(bool)
    field_left = Signal()

    def __init__(self, bridge: SessionBridge, actions: Actions, findings: FindingsModel) -> None:
        super().__init__()
        self._bridge, self._actions, self._findings = bridge, actions, findings
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.view = ARTICLE
        self.filtering = False
        self._narrow = self._tight = False  # a box for the chips; no word of the way F8 goes either
        self._bare = False  # nothing but the two views: beside the drawer in a very narrow window
        self._shown = (False, False, False, False, False)  # these three, and of the findings' chips: marks and numbers alone; none
        self._segment = [self._switch("view-article"), self._switch("view-findings")]
        self._all = Chip(Legend("", tr("全部"), self._folds), lines=False)
        self._article_chips = [self._all, *(Chip(legend, lines=True) for legend in self._states())]
        self._finding_chips = [Chip(legend, lines=False) for legend in self._verdicts()]
        self._combo = QComboBox()
        self._groups = self._group_box()
        for combo, name in ((self._combo, tr("筛选")), (self._groups, tr("分组"))):
            combo.setAccessibleName(name)
            unseen = Label(name)  # where the name of a list is what it shows, a screen reader asks for its label
            unseen.setParent(self)
            unseen.setBuddy(combo)
            unseen.hide()
        self._open_only = button(tr("未回应"), "flat", "open-only")
        self._open_only.setCheckable(True)
        self._open_only.toggled.connect(self._toggle_open)
        self._clear = button("", "link", "clear-filter")
        self._clear.clicked.connect(lambda: bridge.set_filter(Filter()))
        self._way = Label("", "small", "ink2")
        self._way_key = KeyCap(native(actions.keys("open-next")))
        self.field = SearchField()
        self._place()
        self._connect()
        self.show_view(ARTICLE)

    def _place(self) -> None:
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(theme.px(14), 0, theme.px(14), 0)
        self._layout.setSpacing(theme.px(4))
        self._layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # chips give way to a box, never the window to chips
        segment = QHBoxLayout()
        segment.setSpacing(0)
        for switch in self._segment:
            segment.addWidget(switch)
        self._layout.addLayout(segment)
        self._layout.addSpacing(theme.px(8))
        left: list[QWidget] = [*self._article_chips, *self._finding_chips, self._combo, self._clear]
        right: list[QWidget] = [self._groups, self._open_only, self._way, self._way_key, self.field]
        for part in left:
            self._layout.addWidget(part)
        self._layout.addStretch(1)
        for part in right:
            self._layout.addWidget(part)
        self._resize()

    def _resize(self) -> None:
        self.setFixedHeight(theme.px(42))
        self.field.setMaximumWidth(theme.px(150))

    def _connect(self) -> None:
        bridge = self._bridge
        for chip in (*self._article_chips, *self._finding_chips):
            chip.clicked.connect(lambda _checked=False, chip=chip: self._press(chip))
        self._combo.activated.connect(lambda at: self._press(self._article_chips[at]))
        self.field.textEdited.connect(self._type)
        self.field.next_wanted.connect(self._enter)
        self.field.left.connect(self.field_left)
        bridge.opened.connect(self.reread)
        bridge.changed.connect(self.reread)
        bridge.filtered.connect(self.reread)
        self._findings.modelReset.connect(self.reread)
        theme.desk_theme().changed.connect(self._resize)
        theme.desk_theme().changed.connect(self.reread)

    def _switch(self, action_id: str) -> QToolButton:
        part = QToolButton()
        part.setProperty("role", "segment")
        part.setProperty("end", "left" if action_id == "view-article" else "right")
        part.setDefaultAction(self._actions[action_id])
        part.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        part.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return part

    def _folds(self) -> int:
        session = self._bridge.session
        return 0 if session is None else session.progress.folds

    def _states(self) -> Sequence[Legend]:
        def count(state: State) -> Callable[[], int]:
            return lambda: 0 if self._bridge.session is None else self._bridge.session.progress.by_state.get(state, 0)

        def verdict(which: Verdict) -> Callable[[], int]:
            return lambda: self._findings.counts.get(which, 0)

        return (
            Legend("pending", state_word(State.PENDING), count(State.PENDING)),
            Legend("contradiction", verdict_word(Verdict.CONTRADICTION), verdict(Verdict.CONTRADICTION)),
            Legend("suspicious", verdict_word(Verdict.SUSPICIOUS), verdict(Verdict.SUSPICIOUS)),
            Legend("flagged", state_word(State.FLAGGED), count(State.FLAGGED)),
            Legend("corrected", state_word(State.CORRECTED), count(State.CORRECTED)),
        )

    def _verdicts(self) -> Sequence[Legend]:
        return [
            Legend(which.value, verdict_word(which), lambda which=which: self._findings.counts.get(which, 0))  # type: ignore[misc]
            for which in (Verdict.CONTRADICTION, Verdict.SUSPICIOUS, Verdict.CONSISTENT)
        ]

    def _group_box(self) -> QComboBox:
        box = QComboBox()
        for key, text in {"verdict": tr("按判断分组"), "check": tr("按规则分组"), "paragraph": tr("按段落分组")}.items():
            box.addItem(text, key)
        box.currentIndexChanged.connect(self._group)
        return box

    def _group(self) -> None:
        self._findings.group_by = self._groups.currentData()
        self._findings.reread()

    def _toggle_open(self, on: bool) -> None:
        self._findings.open_only = on
        self._findings.reread()

    # --- what is shown ---

    def show_view(self, view: int) -> None:
        """Show the chips of the article or of the findings."""
        self.view = view
        self._actions["view-findings" if view == FINDINGS else "view-article"].setChecked(True)
        self.set_filtering(view == FINDINGS)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """One box in place of the chips where they have no room."""
        chips = sum(chip.sizeHint().width() + theme.px(4) for chip in self._article_chips)
        others = [*self._segment, self._way, self._way_key]
        room = self.width() - sum(part.sizeHint().width() for part in others)
        box = min(self._combo.sizeHint().width(), theme.px(200))
        narrow, tight = room < chips + theme.px(190), room < box + theme.px(96 + 60)
        found = self.width() - sum(part.sizeHint().width() for part in (*self._segment, self._groups)) - theme.px(150)
        marks = sum(theme.px(35) + chip.fontMetrics().horizontalAdvance(str(chip.legend.count())) for chip in self._finding_chips)
        words = marks + sum(chip.fontMetrics().horizontalAdvance(f"{chip.legend.word} ") for chip in self._finding_chips)
        bare = self.width() - sum(part.sizeHint().width() for part in self._segment) < theme.px(74 + 44 + 44)
        shown = (narrow, tight, found < words, found < marks, bare)
        if shown != self._shown:
            self._shown = shown
            self._narrow, self._tight, self._bare = narrow, tight, bare
            self._arrange()

    def set_filtering(self, filtering: bool) -> None:
        """Does the field filter, or find in the text?"""
        self.filtering = filtering
        name = "filter" if filtering else "find"
        text = tr("筛选") if filtering else tr("查找")
        self.field.setPlaceholderText(f"{text} {native(self._actions.keys(name))}")
        self.field.setAccessibleName(text)
        self.field.setToolTip(self._actions[name].toolTip())
        self.field.setText(self._bridge.filter.text if filtering else "")

    def _arrange(self) -> None:
        article = self.view == ARTICLE
        for chip in self._article_chips:
            chip.setVisible(article and not self._narrow)
        for chip in self._finding_chips:
            chip.brief = self._shown[2]
            chip.setVisible(not article and not self._shown[3])
        self._combo.setVisible(article and self._narrow and not self._bare)
        self._groups.setVisible(not article and not self._bare)
        self.field.setVisible(not self._bare or self.field.hasFocus())
        self._open_only.setVisible(not article and not self._narrow)
        self._way.setVisible(article and not self._tight)
        self._way_key.setVisible(article and not self._tight)
        self.field.setMinimumWidth(theme.px(44 if self._tight else 96))
        self._combo.setMaximumWidth(theme.px(74 if self._tight else 200))
        self._groups.setMaximumWidth(theme.px(74 if self._tight else 200))
        self.reread()

    def reread(self) -> None:
        """Count again and show which chips are down."""
        words = self._bridge.filter.words
        for chip in (*self._article_chips, *self._finding_chips):
            chip.setChecked(chip.legend.word in words if chip is not self._all else not words)
            chip.reread()
        self._combo.clear()
        self._combo.addItems([chip.text() for chip in self._article_chips])
        chosen = next((at for at, chip in enumerate(self._article_chips) if chip.isChecked()), 0)
        self._combo.setCurrentIndex(chosen)
        self._way.setText(tr("按风险") if self._bridge.by_risk else tr("按文中次序"))
        shown = {chip.legend.word for chip in self._article_chips}
        typed = " ".join(word for word in words if word not in shown)
        self._clear.setVisible(bool(typed))
        self._clear.setText(tr("清除筛选"))
        self._clear.setToolTip(typed)
        self._fit()
        self._actions["view-findings"].setText(tr("发现 {n}").format(n=self._findings.total))
        self.setMinimumWidth(min(theme.px(320), sum(switch.sizeHint().width() for switch in self._segment) + theme.px(28)))

    # --- what is wanted ---

    def _press(self, chip: Chip) -> None:
        if chip is self._all:
            self._bridge.set_filter(Filter())
            return
        peers = self._article_chips if chip in self._article_chips else self._finding_chips
        others = frozenset(peer.legend.word for peer in peers if peer is not chip)
        self._bridge.set_filter(self._bridge.filter.toggled(chip.legend.word, others))

    def _type(self, text: str) -> None:
        if self.filtering:
            self._bridge.set_filter(Filter(text))
        else:
            self.find_wanted.emit(text)

    def _enter(self, backwards: bool) -> None:
        if self.filtering:
            self.field_left.emit()
        else:
            self.find_next_wanted.emit(backwards)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.update()
