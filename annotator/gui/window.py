"""The main window: strip, article or findings, card and status line, put together. What each action does is in commands.py."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QMenuBar, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from annotator.gui import theme
from annotator.gui.actions import Actions, menus
from annotator.gui.article.view import ArticleView
from annotator.gui.bridge import Form, SessionBridge
from annotator.gui.card.card import ClaimCard
from annotator.gui.findings import FindingsList
from annotator.gui.i18n import shown_language, tr
from annotator.gui.imports.clipboard import taken
from annotator.gui.notice import Banner, Notice
from annotator.gui.pieces import button, hairline
from annotator.gui.preferences import Preferences
from annotator.gui.sentences import translated
from annotator.gui.status import StatusLine
from annotator.gui.strip import NARROW, WIDE, ParagraphStrip
from annotator.gui.toolrow import ARTICLE, ToolRow
from annotator.gui.words import stage_word

CARD = {"zh": (394, 352), "en": (468, 440)}  # pixels of the design: with room, and narrow; English names of decisions are longer
COLLAPSES, DRAWS = 1200, 1000  # below these widths: marks only; the card is a drawer
_SEPARATED = frozenset({"quit", "find", "open-next", "confirm", "evidence", "order-risk", "drawer", "zoom-in", "theme-system"})


class Corner(QWidget):
    """What stands at the end of a menu bar, which by itself gives it room only once: a name or a font that comes later is cut off."""

    def event(self, event: QEvent) -> bool:
        """Take the room that the contents now want."""
        bar = self.parentWidget()
        if event.type() == QEvent.Type.LayoutRequest and isinstance(bar, QMenuBar):
            bar.setCornerWidget(self)
        return super().event(event)


class MainWindow(QMainWindow):
    """The panes and how they share the room. `files_dropped` carries paths, `text_dropped` a Pasted."""

    files_dropped = Signal(list)
    text_dropped = Signal(object)
    closing = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.preferences = preferences
        self.bridge = SessionBridge(self)
        self.bridge.by_risk = preferences["by_risk"]
        self.bridge.visits_minor = preferences["minor"]
        self.actions_ = Actions(self, preferences["keys"])
        self.article = ArticleView(self.bridge)
        self.findings = FindingsList(self.bridge)
        self.findings.model.with_hints = preferences["hints"]
        self.strip = ParagraphStrip(self.bridge)
        self.card = ClaimCard(self.bridge)
        self.toolrow = ToolRow(self.bridge, self.actions_, self.findings.model)
        self.status = StatusLine(self.bridge, self.actions_)
        self.banner = Banner()
        self._drawer_open = False
        self._reviewer = ""
        self._put_together()
        self._menus()
        self.actions_.attach(self, self.article)
        self.setAcceptDrops(True)
        self._connect()
        self._title()

    def _put_together(self) -> None:
        self.views = QStackedWidget()
        self.views.addWidget(self.article)
        self.views.addWidget(self.findings)
        self.notice = QWidget()
        self.views.addWidget(self.notice)
        middle = QWidget()
        middle.setProperty("role", "paper")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolrow)
        self._under_toolrow = hairline()
        column.addWidget(self._under_toolrow)
        column.addWidget(self.banner)
        column.addWidget(self.views, 1)
        self.middle = middle
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        for part in (self.strip, middle, self.card):
            self.splitter.addWidget(part)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        centre = QWidget()
        whole = QVBoxLayout(centre)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.splitter, 1)
        whole.addWidget(hairline())
        whole.addWidget(self.status)
        self.setCentralWidget(centre)

    def _connect(self) -> None:
        self.bridge.opened.connect(self._opened)
        self.bridge.selected.connect(self._title)
        self.bridge.changed.connect(self._actions_now)
        self.bridge.changed.connect(self._show_who)
        self.bridge.changed.connect(self._title)
        self.bridge.form_asked.connect(self._form)
        self.card.released.connect(self._focus_view)
        self.bridge.filtered.connect(self.findings.show_filter)
        theme.desk_theme().changed.connect(self._arrange)

    def _menus(self) -> None:
        bar = self.menuBar()
        titles = menus()
        made: dict[str, QMenu] = {key: bar.addMenu(title) for key, title in titles.items()}
        for entry in self.actions_.entries.values():
            menu = made[entry.menu]
            if entry.id in _SEPARATED and not menu.isEmpty():
                menu.addSeparator()
            menu.addAction(self.actions_[entry.id])
        self.who = button("", "pill", "reviewer")
        self.who.setToolTip(tr("决定和报告里的姓名和审次"))
        self.export = button(self.actions_["export"].text(), "corner", "export-button")
        self.export.setToolTip(self.actions_["export"].toolTip())
        corner = self._corner = Corner(bar)
        line = QHBoxLayout(corner)
        line.setContentsMargins(0, theme.px(2), theme.px(10), theme.px(2))
        line.setSpacing(theme.px(8))
        line.addWidget(self.who)
        line.addWidget(self.export)
        bar.setCornerWidget(corner)

    # --- what is shown ---

    def show_notice(self, notice: Notice) -> None:
        """Show a page in place of the article."""
        self.views.removeWidget(self.notice)
        self.notice.deleteLater()
        self.notice = notice
        self.views.addWidget(notice)
        self.views.setCurrentWidget(notice)
        self._arrange()

    def show_view(self, view: int) -> None:
        """Show the article or the findings."""
        if self.bridge.session is None:
            return
        self.views.setCurrentIndex(view)
        self.toolrow.show_view(view)
        self._focus_view()

    def _focus_view(self) -> None:
        view = self.views.currentWidget()
        (self.findings.tree if view is self.findings else self.article).setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_drawer(self) -> None:
        """Open or close the card where it is a drawer."""
        self._drawer_open = not self._drawer_open
        self._arrange()

    def show_reviewer(self, name: str) -> None:
        """Show whose name decisions carry."""
        self._reviewer = name
        self._show_who()

    def _show_who(self) -> None:
        session, name = self.bridge.session, self._reviewer or tr("谁在核对？")
        self.who.setText(name if session is None else f"{stage_word(session.stage)} · {name}")
        self.who.setAccessibleDescription(self.who.toolTip())

    def _opened(self) -> None:
        if self.bridge.session is not None:
            self.banner.hide()
            self.show_view(ARTICLE)
        self._arrange()
        self._title()
        self._show_who()
        self._actions_now()

    def _title(self) -> None:
        article = self.bridge.article
        name = "" if article is None else article.title or article.name
        self.setWindowTitle(f"{name} — {tr('核数')}" if name else tr("核数"))

    def _actions_now(self) -> None:
        session = self.bridge.session
        for name in ("undo", "redo"):
            possible = session is not None and getattr(session, f"can_{name}")
            label = translated(getattr(session, f"{name}_label")) if possible else ""
            self.actions_[name].setEnabled(possible)
            word = self.actions_.entries[name].text
            self.actions_[name].setText(f"{word} {label}".strip())
        for entry in self.actions_.entries.values():
            if entry.menu in {"edit", "check"} and entry.id not in {"undo", "redo"}:
                self.actions_[entry.id].setEnabled(session is not None)
        for name in ("export", "view-article", "view-findings", "coverage"):
            self.actions_[name].setEnabled(session is not None)
        self.export.setEnabled(session is not None)

    def _form(self, _form: Form) -> None:
        self._drawer_open = True
        self._arrange()

    # --- room ---

    @property
    def is_narrow(self) -> bool:
        """Is there room for the marks only?"""
        return self.width() / theme.desk_theme().scale < COLLAPSES

    @property
    def has_drawer(self) -> bool:
        """Is the card a drawer?"""
        return self.width() / theme.desk_theme().scale < DRAWS

    def _gives_way(self) -> bool:
        """Must the strip leave its room to the drawer?"""
        wanted = self.card.minimumSizeHint().width() + self.toolrow.minimumWidth() + theme.px(NARROW)
        return self.has_drawer and self._drawer_open and self.width() < wanted

    def _arrange(self) -> None:
        session = self.bridge.session
        narrow = self.is_narrow
        self.strip.setVisible(session is not None and not self._gives_way())
        self.toolrow.setVisible(session is not None)
        self._under_toolrow.setVisible(session is not None)
        self.card.setVisible(session is not None and (not self.has_drawer or self._drawer_open))
        px = theme.px
        self.setMinimumSize(min(px(720), 960), min(px(480), 600))
        if narrow:
            self.strip.setFixedWidth(px(NARROW))
        else:
            self.strip.setMinimumWidth(px(180))
            self.strip.setMaximumWidth(px(320))
        wide, close = CARD.get(shown_language(), CARD["zh"])
        self.card.setMinimumWidth(px(close if narrow else min(close, 340)))
        self.card.setMaximumWidth(px(520))
        self.strip.set_narrow(narrow)
        self.status.set_narrow(narrow)
        left, right = px(NARROW if narrow else WIDE), px(close if narrow else wide)
        self.splitter.setSizes([left, max(1, self.width() - left - right), right])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before = event.oldSize().width() / theme.desk_theme().scale
        now = self.width() / theme.desk_theme().scale
        turned = self.bridge.session is not None and self._gives_way() is not self.strip.isHidden()
        if any((before < edge) != (now < edge) for edge in (COLLAPSES, DRAWS)) or before <= 0 or turned:
            self._arrange()

    # --- panes ---

    def panes(self) -> list[QWidget]:
        """The panes F6 goes through, from the left, as far as they are shown."""
        middle = self.views.currentWidget()
        centre = self.findings.tree if middle is self.findings else middle
        candidates = [self.strip.list, self.toolrow.field, centre, self.card]
        return [pane for pane in candidates if pane is not None and pane.isVisibleTo(self)]

    def go_pane(self, by: int) -> None:
        """Give the next or previous pane the focus."""
        panes = self.panes()
        holder = self.focusWidget()
        at = next((index for index, pane in enumerate(panes) if holder is not None and (pane is holder or pane.isAncestorOf(holder))), -1)
        pane = panes[(at + by) % len(panes)] if at >= 0 else panes[0]
        target = pane
        if pane.focusPolicy() == Qt.FocusPolicy.NoFocus:
            inside = (child for child in pane.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus)
            target = next((child for child in inside if child.isVisibleTo(self) and child.isEnabled()), pane)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- dropping ---

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is None and taken(event.mimeData()):  # words dragged inside the window are no new article
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        dropped = taken(event.mimeData())
        event.acceptProposedAction()
        if dropped.files:
            self.files_dropped.emit(list(dropped.files))
        elif dropped:
            self.text_dropped.emit(dropped)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.card.leave_form()
        self.bridge.keep_place()
        self.bridge.checking.follow(None)
        self.preferences.save_geometry("window", self.saveGeometry())
        self.closing.emit()
        super().closeEvent(event)
