"""What each action does, by its id: the other half of the table in actions.py."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog

from annotator.gui import theme
from annotator.gui.dialogs import AboutDialog, ConsistentDialog, CoverageDialog, ParagraphDialog
from annotator.gui.files import Files
from annotator.gui.filter import Filter
from annotator.gui.i18n import tr
from annotator.gui.keyhelp import KeyHelp
from annotator.gui.reviewer import ReviewerDialog
from annotator.gui.theme import ZOOMS, Mode
from annotator.gui.toolrow import ARTICLE, FINDINGS
from annotator.gui.window import MainWindow
from annotator.model import Span, State


class Commands:
    """Binds the actions of a window. `files` is what has to do with files, the library and the desk."""

    def __init__(self, window: MainWindow, files: Files) -> None:
        self._window, self._files = window, files
        self._bridge = window.bridge
        self._sought = ""  # what was looked for last
        window.actions_.bind(self.table())
        window.toolrow.find_wanted.connect(window.article.search)
        window.toolrow.find_next_wanted.connect(window.article.search_next)
        window.toolrow.field_left.connect(self._leave_field)
        window.article.zoom_wanted.connect(self._zoom)
        window.article.card_wanted.connect(self._show_card)
        window.article.searched.connect(self._say_found)
        window.who.clicked.connect(self.ask_reviewer)
        window.export.clicked.connect(files.export)
        self._bridge.ask_reviewer = self.ask_reviewer
        self._show_choices()

    def table(self) -> dict[str, Callable[[], object]]:
        """Every action's command."""
        return {**self._files.table(), **self._moving(), **self._deciding(), **self._viewing()}

    def _moving(self) -> dict[str, Callable[[], object]]:
        bridge = self._bridge
        return {
            "undo": bridge.undo,
            "redo": bridge.redo,
            "find": lambda: self._field(filtering=False),
            "find-next": self._find_next,
            "find-previous": lambda: self._find_next(backwards=True),
            "filter": lambda: self._field(filtering=True),
            "paragraph": self._paragraph,
            "claim-next": lambda: bridge.step_claim(1),
            "claim-previous": lambda: bridge.step_claim(-1),
            "paragraph-next": lambda: bridge.step_paragraph(1),
            "paragraph-previous": lambda: bridge.step_paragraph(-1),
            "open-next": bridge.next_open,
            "open-previous": lambda: bridge.next_open(backwards=True),
            "back": lambda: bridge.shown.emit(None),
            "reviewer": self.ask_reviewer,
        }

    def _deciding(self) -> dict[str, Callable[[], object]]:
        bridge = self._bridge
        keys = {"confirm": State.CONFIRMED, "correct": State.CORRECTED, "flag": State.FLAGGED, "dismiss": State.DISMISSED}
        table: dict[str, Callable[[], object]] = {}
        for name, state in keys.items():
            table[name] = lambda state=state: self._press(state)  # type: ignore[misc]
            table[f"{name}-here"] = lambda state=state: self._press(state, here=True)  # type: ignore[misc]
        return table | {
            "pending": lambda: self._press(State.PENDING),
            "enter": self._enter,
            "answer": self._answer,
            "confirm-all": self._confirm_all,
            "evidence": lambda: bridge.ask("evidence"),
            "note": lambda: bridge.ask("note"),
            "reading": lambda: bridge.ask("reading"),
            "insert": self._insert,
            "adjust": lambda: bridge.ask("adjust"),
            "split": lambda: self._place(bridge.split),
            "join": lambda: self._place(bridge.join),
        }

    def _viewing(self) -> dict[str, Callable[[], object]]:
        window = self._window
        modes: tuple[Mode, ...] = ("system", "light", "dark")
        table: dict[str, Callable[[], object]] = {f"theme-{mode}": lambda mode=mode: self._theme(mode) for mode in modes}  # type: ignore[misc]
        return table | {
            "view-article": lambda: window.show_view(ARTICLE),
            "view-findings": lambda: window.show_view(FINDINGS),
            "order-risk": lambda: self._switch("by_risk"),
            "hints": lambda: self._switch("hints"),
            "minor": lambda: self._switch("minor"),
            "coverage": self._coverage,
            "drawer": window.toggle_drawer,
            "pane-next": lambda: window.go_pane(1),
            "pane-previous": lambda: window.go_pane(-1),
            "zoom-in": lambda: self._zoom(1),
            "zoom-out": lambda: self._zoom(-1),
            "zoom-reset": lambda: self._set_zoom(100),
            "keys": self._keys,
            "about": lambda: AboutDialog(self._files.where, window).open(),
        }

    # --- who ---

    def ask_reviewer(self) -> str:
        """The name decisions carry, asked for when there is none or when somebody wants another; "" when nobody gave one."""
        desk = self._files.access.desk
        if desk is None or desk.read_only:
            return ""
        session = self._bridge.session
        dialog = ReviewerDialog(self._window, desk.reviewer, None if session is None else session.stage)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return ""
        desk.reviewer = dialog.name
        self._window.show_reviewer(dialog.name)
        if session is not None and dialog.stage is not session.stage:
            self._bridge.begin(dialog.stage)
        return dialog.name

    # --- finding and going ---

    def _field(self, *, filtering: bool) -> None:
        self._window.toolrow.set_filtering(filtering)
        self._window.toolrow.field.show()  # also where it had no room
        self._window.toolrow.field.setFocus()
        self._window.toolrow.field.selectAll()

    def _find_next(self, backwards: bool = False) -> None:
        """The next or previous place of the words in the field, also after it was left."""
        article = self._window.article
        if article.is_searching:
            article.search_next(backwards)
        elif self._sought:
            article.search(self._sought)

    def _leave_field(self) -> None:
        row = self._window.toolrow
        if not row.filtering:
            self._sought = row.field.text()
            self._window.article.search("")
        elif not row.field.text():
            self._bridge.set_filter(Filter())
        self._window.show_view(row.view)

    def _say_found(self, number: int, count: int) -> None:
        self._bridge.said.emit(tr("第 {number} 处，共 {count} 处").format(number=number, count=count) if count else tr("没有找到"))

    def _paragraph(self) -> None:
        article = self._bridge.article
        if article is None or not article.paragraphs:
            return
        dialog = ParagraphDialog(len(article.paragraphs), self._bridge.selection.paragraph, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.order is not None:
            self._bridge.go_to(dialog.order)

    def _coverage(self) -> None:
        session = self._bridge.session
        if session is None:
            return
        dialog = CoverageDialog(session.article, session.analysis.coverage, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted and (numeral := dialog.numeral) is not None:
            self._window.show_view(ARTICLE)
            self._bridge.select(session.article.paragraph_at(numeral.start).order)
            self._bridge.shown.emit(Span(numeral.start, numeral.end))

    # --- deciding ---

    def _press(self, state: State, *, here: bool = False) -> None:
        if self._in_sight():
            self._bridge.press(state, here=here)

    def _answer(self) -> None:
        if self._in_sight():
            self._bridge.ask("answer")

    def _enter(self) -> None:
        if self._in_sight():
            self._bridge.enter()

    def _in_sight(self) -> bool:
        """May a key decide? What was scrolled away is shown first, and decided by the next press."""
        article = self._window.article
        if not article.isVisible() or article.is_selection_in_sight():
            return True
        self._bridge.shown.emit(None)
        self._bridge.said.emit(tr("选中的项不在眼前，现已显示；再按一次才算决定"))
        return False

    def _insert(self) -> None:
        span = self._window.article.selected_span()
        if span is None:
            self._bridge.said.emit(tr("先选中要标出的文字，再按 Insert"))
        else:
            self._bridge.insert(span)

    def _place(self, act: Callable[[str], object]) -> None:
        claim = self._bridge.selection.claim
        if claim is None:
            self._bridge.said.emit(tr("先选中一项数据"))
        else:
            act(claim)

    def _confirm_all(self) -> None:
        session, paragraph = self._bridge.session, self._bridge.selection.paragraph
        if session is None:
            return
        if session.stale:
            self._bridge.said.emit(tr("正在重新核对，核对完再一并确认"))
            return
        folds = [f for f in session.folds_in(paragraph) if session.state(f.id) is State.PENDING and session.may_confirm_with_enter(f.id)]
        if not folds:
            self._bridge.said.emit(tr("本段没有可以一并确认的项：要有相符的算式，又没有未回应的发现"))
            return
        if ConsistentDialog(session, folds, self._window).exec() == QDialog.DialogCode.Accepted:
            self._bridge.decide_all([fold.id for fold in folds], State.CONFIRMED, "internal")

    # --- looking ---

    def _show_card(self) -> None:
        if not self._window.card.isVisible():
            self._window.toggle_drawer()

    def _keys(self) -> None:
        help_ = KeyHelp(self._window.actions_, self._window)
        help_.remap_wanted.connect(self._files.settings)
        help_.remap_wanted.connect(help_.accept)
        help_.open()

    def _zoom(self, steps: int) -> None:
        at = min(range(len(ZOOMS)), key=lambda index: abs(ZOOMS[index] - theme.desk_theme().zoom))
        self._set_zoom(ZOOMS[min(max(at + steps, 0), len(ZOOMS) - 1)])

    def _set_zoom(self, zoom: int) -> None:
        theme.desk_theme().apply(zoom=zoom)
        self._window.preferences["zoom"] = zoom
        self._bridge.said.emit(tr("文字大小 {zoom}%").format(zoom=zoom))

    def _theme(self, mode: Mode) -> None:
        theme.desk_theme().apply(mode)
        self._window.preferences["theme"] = mode

    def _switch(self, key: str) -> None:
        self._window.preferences[key] = not self._window.preferences[key]
        self.follow_preferences()

    def follow_preferences(self) -> None:
        """Let the window follow what is set."""
        window, preferences = self._window, self._window.preferences
        self._bridge.by_risk, self._bridge.visits_minor = preferences["by_risk"], preferences["minor"]
        window.findings.model.with_hints = preferences["hints"]
        window.findings.model.reread()
        window.toolrow.reread()
        window.actions_.remap(preferences["keys"])
        if (preferences["theme"], preferences["zoom"]) != (theme.desk_theme().mode, theme.desk_theme().zoom):
            theme.desk_theme().apply(preferences["theme"], preferences["zoom"])
        self._show_choices()

    def _show_choices(self) -> None:
        actions, preferences = self._window.actions_, self._window.preferences
        for name, key in {"order-risk": "by_risk", "hints": "hints", "minor": "minor"}.items():
            actions[name].setChecked(preferences[key])
        actions[f"theme-{theme.desk_theme().mode}"].setChecked(True)
