"""Everything between the window and files: the desk, the library, export, settings, trouble. Articles come in by imports/bringing.py."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog

from annotator.gui.access import DeskAccess
from annotator.gui.checkpages import CheckPages
from annotator.gui.databases import Databases
from annotator.gui.deskpage import choose_file
from annotator.gui.export import ExportDialog
from annotator.gui.i18n import tr
from annotator.gui.imports.bringing import Bringing
from annotator.gui.library import LibraryDialog
from annotator.gui.notice import Notice
from annotator.gui.refusals import sentence
from annotator.gui.settings import SettingsDialog
from annotator.gui.window import MainWindow
from annotator.report import OpenWork
from annotator.review import Refused


class Files(QObject):
    """Opens the desk behind a window; `bringing` brings articles into it."""

    settings_changed = Signal()
    language_changed = Signal()

    def __init__(self, window: MainWindow, access: DeskAccess) -> None:
        super().__init__(window)
        self.window, self.access, self._bridge = window, access, window.bridge
        self._wanted: list[str] = []
        self.bringing = Bringing(window, access)
        self.databases = Databases(window, access, window.preferences)
        access.opened.connect(self._desk_opened)
        access.refused.connect(self._desk_refused)
        access.held.connect(self._held)
        access.still_held.connect(window.bridge.refresh)
        access.taken_over.connect(self._taken_over)
        window.closing.connect(access.close)
        window.bridge.page_asked.connect(self.check_page)
        window.bridge.attach, window.bridge.attachment = access.attach, access.attachment
        window.bridge.failed.connect(self._not_saved)
        window.bridge.changed.connect(self._saved_again)

    def table(self) -> dict[str, Callable[[], object]]:
        """The commands of the actions that have to do with files."""
        return {
            **self.bringing.table(),
            "library": self.library,
            "export": self.export,
            "backup": self.backup,
            "settings": self.settings,
            "quit": self.window.close,
            "checks": self.check_page,
        }

    @property
    def where(self) -> str:
        """The database, or ""."""
        return "" if self.access.desk is None else self.access.desk.database

    # --- the desk ---

    def start(self, files: list[str]) -> None:
        """Open the desk, then the files, or what was open last."""
        self._wanted = files
        self.access.open()

    def _desk_opened(self) -> None:
        desk = self.access.desk
        assert desk is not None
        self.window.show_reviewer(desk.reviewer)
        if desk.notices:
            self.window.banner.show_sentence(" ".join(desk.notices))
        wanted, self._wanted = self._wanted, []
        if wanted:
            self.bring(wanted)
        elif rows := desk.articles():
            self.access.bring_article(rows[0].id)
        else:
            self.bringing.first_start()

    def _desk_refused(self, error: Exception) -> None:
        from annotator.desk import PasswordWanted

        if isinstance(error, PasswordWanted) and self.databases.ask_password(error):
            return
        again = (tr("再试一次"), self.access.open) if self.databases.before is None else (tr("回到原来的核查库"), self.databases.go_back)
        choices = (again, (tr("另选核查库…"), self._choose_desk))
        self._bridge.open(None)
        self.window.show_notice(Notice(tr("核查库打不开"), sentence(error), choices))

    def _choose_desk(self) -> None:
        if path := choose_file(self.window):
            self.databases.open(path)

    def _held(self, error: Exception) -> None:
        self.window.banner.show_sentence(
            tr("{sentence} 那个窗口关闭后，这里自动接管。").format(sentence=sentence(error)),
            ((tr("重试"), self.access.take_over), (tr("另选核查库…"), self._choose_desk)),
        )

    def _taken_over(self) -> None:
        desk = self.access.desk
        assert desk is not None
        self.window.show_reviewer(desk.reviewer)
        self._bridge.open(self._bridge.session)
        self.window.banner.show_sentence(tr("另一个窗口已关闭，这里已接管，可以作决定了。"))

    # --- articles ---

    def bring(self, files: list[str]) -> None:
        """Open articles."""
        self.bringing.bring(files)

    def library(self) -> None:
        """Show all articles; open the one that is chosen."""
        desk = self.access.desk
        if desk is None:
            return
        dialog = LibraryDialog(desk, self.window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        session = self._bridge.session
        if accepted and dialog.chosen is not None:
            self.access.bring_article(dialog.chosen)
        elif session is not None and session.article_id in dialog.removed:
            self.bringing.first_start()

    # --- saving ---

    def _not_saved(self, said: str) -> None:
        session = self._bridge.session
        if session is not None and session.unsaved is not None:
            choices = ((tr("重试"), self._bridge.retry), (tr("另存到…"), self._save_as))
            self.window.banner.show_sentence(said, choices, "saving")

    def _save_as(self) -> None:
        session = self._bridge.session
        path, _ = QFileDialog.getSaveFileName(self.window, tr("另存核查库"), "", tr("核查库 (*.sqlite)"))
        if not path or session is None or session.article_id is None:
            return
        from annotator.desk import DeskError

        try:
            self.access.save_as(path)
        except (DeskError, Refused) as error:
            self._bridge.failed.emit(sentence(error))
        else:
            self.window.preferences["database"] = path
            self.access.bring_article(session.article_id)

    def _saved_again(self) -> None:
        session = self._bridge.session
        if session is not None and session.unsaved is None and self.window.banner.about == "saving":
            self.window.banner.hide()

    def export(self) -> None:
        """Ask for formats and a folder and write the report."""
        session = self._bridge.session
        if session is None:
            return
        if session.stale:
            self._bridge.said.emit(tr("正在重新核对，核对完再导出"))
            return
        preferences = self.window.preferences
        dialog = ExportDialog(session, preferences["folder"], self.window, preferences.formats)
        dialog.go_wanted.connect(self._go)
        dialog.exec()
        preferences["folder"], preferences.formats = dialog.folder.text(), dialog.chosen

    def _go(self, work: OpenWork) -> None:
        self._bridge.select(work.paragraph, work.claim)

    def backup(self) -> None:
        """Make a copy of the desk's file."""
        desk = self.access.desk
        if desk is None or desk.read_only:
            self._bridge.failed.emit(tr("只读打开，不能存档"))
            return
        from annotator.desk import DeskError

        try:
            path = desk.backup()
        except (DeskError, Refused) as error:
            self._bridge.failed.emit(sentence(error))
        else:
            self._bridge.said.emit(tr("存档点已存为“{name}”。").format(name=path.name))

    def settings(self) -> None:
        """Show the settings and follow them."""
        dialog = SettingsDialog(self.window.preferences, self.access.desk, self.window.actions_, self.window)
        before = self.window.preferences["language"]
        dialog.exec()
        if dialog.checks_changed:
            self._bridge.reread()
        if self.access.desk is not None:
            self.window.show_reviewer(self.access.desk.reviewer)
        self.settings_changed.emit()
        if self.window.preferences["language"] != before:
            self.language_changed.emit()
        if dialog.wanted is not None and (why_not := dialog.wanted(self.databases)):
            self._bridge.failed.emit(why_not)

    def check_page(self, check_id: str = "") -> None:
        """Show what a check looks for, and when it is wrong."""
        CheckPages(check_id, self.window).open()
