"""Articles come in: opened, dropped, pasted, taken from the library, read again in another encoding; and what is asked on the way."""

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu

from annotator import paths
from annotator.gui import log
from annotator.gui.access import Arrival, DeskAccess, EncodingDoubtful
from annotator.gui.i18n import tr
from annotator.gui.imports.batch import BatchDialog
from annotator.gui.imports.clipboard import Pasted, taken
from annotator.gui.imports.encoding import EncodingDialog, is_decoded
from annotator.gui.imports.joins import JoinsDialog, offered
from annotator.gui.imports.masthead import MastheadDialog
from annotator.gui.imports.notes import ImportNotes
from annotator.gui.imports.notes_model import loud, said
from annotator.gui.imports.password import DocumentPassword
from annotator.gui.imports.recent import RecentFiles
from annotator.gui.notice import Choice, Notice
from annotator.gui.refusals import sentence
from annotator.gui.sentences import translated
from annotator.gui.window import MainWindow
from annotator.review import Refused, Session
from annotator.text import Cancelled, PasswordWanted

if TYPE_CHECKING:
    from annotator.desk import Desk

SAMPLE: Final = "liling-2020-03.txt"
_OF_ARTICLE: Final = ("masthead", "import-notes", "encoding", "carry-on")  # actions that need an open article


class Bringing(QObject):
    """Brings articles into a window. One at a time is opened; many go into the library and are listed."""

    def __init__(self, window: MainWindow, access: DeskAccess) -> None:
        super().__init__(window)
        self.window, self.access, self._bridge = window, access, window.bridge
        self.recent = RecentFiles(window.preferences, lambda path: self.bring([path]), window)
        self._notes: ImportNotes | None = None
        access.began.connect(self._began)
        access.progressed.connect(window.status.say)
        access.ended.connect(window.status.end)
        access.arrived.connect(self._arrived)
        access.failed.connect(self._failed)
        later = Qt.ConnectionType.QueuedConnection  # whoever drops waits for the drop to end, not for a dialog after it
        window.files_dropped.connect(self.bring, later)
        window.text_dropped.connect(self.take, later)
        window.bridge.opened.connect(self._opened)
        for menu in window.actions_["open"].associatedObjects():
            if isinstance(menu, QMenu):
                menu.insertMenu(window.actions_["paste"], self.recent)
        self._opened()

    def table(self) -> dict[str, Callable[[], object]]:
        """The commands of the actions that bring articles in or say what an import did."""
        return {
            "open": self.choose,
            "paste": self.paste,
            "sample": self.sample,
            "masthead": self.describe,
            "import-notes": self.show_notes,
            "encoding": self.choose_encoding,
            "carry-on": self.join,
        }

    # --- ways in ---

    def first_start(self) -> None:
        """What an empty desk says."""
        self._bridge.open(None)
        text = tr("打开一篇稿件，数字会自动标出，逐段核对。稿件只留在这台电脑上。")
        choices = ((tr("打开稿件…"), self.choose), (tr("看样稿"), self.sample))
        notice = Notice(tr("还没有稿件"), text, choices, tr("也可以把文件拖进来，或直接粘贴文字。"))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), notice, self.paste)
        self.window.show_notice(notice)

    def choose(self) -> None:
        """Ask for files and open them."""
        files, _ = QFileDialog.getOpenFileNames(
            self.window,
            tr("打开稿件"),
            "",
            tr("稿件 (*.txt *.md *.docx *.docm *.html *.htm *.mht *.pdf *.rtf);;所有文件 (*)"),
        )
        if files:
            self.bring(files)

    def sample(self) -> None:
        """Open the sample."""
        self.bring([str(paths.seed(SAMPLE))])

    def bring(self, files: Sequence[str]) -> None:
        """Open one file; bring many into the library and say what became of each. Where the desk is read only, show what it knows."""
        if not files:
            return
        if (desk := self.access.desk) is not None and desk.read_only and (known := self._known(desk, files[0])):
            self.access.bring_article(known)
            return
        if not self._may_import():
            return
        if len(files) == 1:
            self.access.bring_file(files[0])
            return
        assert self.access.desk is not None
        dialog = BatchDialog(self.access.desk, list(files), self.window)
        dialog.exec()
        done = [outcome for outcome in dialog.model.outcomes if outcome.article]
        for outcome in reversed(done):
            self.recent.remember(str(outcome.path))
        if dialog.locked:
            self.access.bring_file(dialog.locked)
        elif dialog.chosen or (done and self._bridge.session is None):
            self.access.bring_article(dialog.chosen or done[0].article)

    def _known(self, desk: "Desk", file: str) -> str | None:
        """The article that was read from this very file, or the one that was open last where nothing is shown yet."""
        with suppress(OSError):
            if found := desk.find(file):
                return found
        rows = desk.articles() if self._bridge.session is None else ()
        return rows[0].id if rows else None

    def paste(self) -> None:
        """Open what the clipboard holds as an article."""
        pasted = taken(QGuiApplication.clipboard().mimeData())
        if pasted:
            self.take(pasted)
        else:
            self._bridge.failed.emit(tr("剪贴板里没有文字。先在别处复制稿件，再粘贴。"))

    def take(self, pasted: Pasted) -> None:
        """Open pasted or dropped text, the plain text first; files that were copied are opened."""
        if pasted.files:
            self.bring(pasted.files)
        elif self._may_import():
            self.access.bring_pasted(pasted, rich=not pasted.text.strip())

    def _may_import(self) -> bool:
        desk = self.access.desk
        if desk is None:
            self._bridge.failed.emit(tr("核查库还没有打开"))
            return False
        if desk.read_only:
            self._bridge.failed.emit(tr("只读打开，不能导入新稿件"))
            return False
        return True

    # --- what came ---

    def _began(self, words: str) -> None:
        self.window.status.begin(words, self.access.cancel)

    def _opened(self) -> None:
        if self._notes is not None:
            self._notes.close()
        article = self._bridge.article
        for name in _OF_ARTICLE:
            self.window.actions_[name].setEnabled(article is not None)
        if article is not None:
            self.window.actions_["encoding"].setEnabled(is_decoded(article))

    def _arrived(self, arrival: Arrival) -> None:
        session = arrival.session
        self._bridge.open(session)
        if arrival.path and arrival.path != str(paths.seed(SAMPLE)):
            self.recent.remember(arrival.path)
        desk = self.access.desk
        if desk is not None and desk.read_only and (holder := desk.holder):
            who = tr("{user} 于 {time} 在 {computer} 打开").format(user=holder.user, time=holder.since_here, computer=holder.host)
            self.window.banner.show_sentence(tr("只读：{who}。决定不会保存；那个窗口关闭后，这里自动接管。").format(who=who))
        elif not session.records:
            self._tell_import(arrival)
        if session.analysis.failures:
            broken = " ".join(translated(failure.message) for failure in session.analysis.failures)
            before = f"{self.window.banner.label.text()} " if self.window.banner.isVisible() else ""
            self.window.banner.show_sentence(before + broken)
        if session.records:
            left = session.progress.folds - session.progress.decided
            self._bridge.said.emit(tr("接着上次：第 {n} 段，还有 {left} 项。").format(n=self._bridge.selection.paragraph + 1, left=left))

    def _tell_import(self, arrival: Arrival) -> None:
        """What there is to look at before reading: in a line above the article, or in the status line where nothing asks."""
        article = arrival.session.article
        asks, cuts = loud(article), len(offered(article))
        words, choices = [], []
        if asks:
            words.append(tr("已导入，有 %n 处请看：", n=sum(note.kind != "tracked" for note in asks)) + said(asks[0]))
            choices.append((tr("逐条查看…"), self.show_notes))
        if arrival.pasted is not None and arrival.pasted.has_form:
            words.append(tr("按纯文字粘贴；剪贴板里还有带格式的一份，能认出表格、隐藏文字和删除线。"))
            choices.append((tr("按带格式的重读"), self._rich(arrival)))
        if words:
            self.window.banner.show_sentence(" ".join(words), choices, "import")
        changed = tr("已导入；改动 %n 处，见导入说明。", n=len(article.notes)) if article.notes and not asks else ""
        cut = tr("%n 处段落像是被版面切断，可在“文件”里接上。", n=cuts) if cuts else ""
        if changed or cut:
            self._bridge.said.emit(" ".join(filter(None, (changed, cut))))

    def _rich(self, arrival: Arrival) -> Callable[[], None]:
        def read() -> None:
            assert arrival.pasted is not None
            self.access.bring_pasted(arrival.pasted, rich=True, instead_of=arrival.session.article_id)

        return read

    # --- what is asked on the way ---

    def _failed(self, asked: str, error: Exception) -> None:
        match error:
            case Cancelled():
                return
            case PasswordWanted():
                self._ask_password(asked, wrong=error.wrong)
            case EncodingDoubtful():
                self._ask_encoding(asked, error)
            case ValueError() | OSError() | Refused():
                self._refused(asked, error)
            case _:
                raise error

    def _ask_password(self, path: str, *, wrong: bool) -> None:
        dialog = DocumentPassword(Path(path).name, self.window, wrong=wrong)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.access.bring_file(path, password=dialog.password)

    def _ask_encoding(self, path: str, doubt: EncodingDoubtful) -> None:
        made = doubt.made
        dialog = EncodingDialog(made.source, Path(path).name, made.article.encoding, self.window, doubtful=True)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            self._bridge.said.emit(tr("没有导入任何内容。"))
        else:
            self.access.bring_file(path, encoding=dialog.encoding)

    def _refused(self, asked: str, error: Exception) -> None:
        log.trouble(error)
        name = Path(asked).name
        title = tr("打不开“{name}”").format(name=name) if name else tr("打不开稿件")
        text = tr("{reason} 没有导入任何内容。").format(reason=sentence(error))
        choices: tuple[Choice, ...] = ((tr("换一个文件…"), self.choose), (tr("粘贴文字"), self.paste))
        if self._bridge.session is None:
            self.window.show_notice(Notice(title, text, choices))
        else:
            self.window.banner.show_sentence(f"{title}：{text}", choices)

    # --- what an import did, and what editors put right ---

    def show_notes(self) -> None:
        """Show what the import changed, dropped or could not tell, beside the article."""
        article = self._bridge.article
        if article is None:
            return
        if self._notes is None:
            self._notes = ImportNotes(self._bridge, article, self.window)
            self._notes.finished.connect(self._notes_left)
        self._notes.show()
        self._notes.activateWindow()

    def _notes_left(self) -> None:
        self._notes = None  # it goes by itself

    def describe(self) -> None:
        """Show and change what the article is called, who wrote it, where and when it appears."""
        session = self._bridge.session
        if session is None:
            return
        cuts = [cut for cut in offered(session.article) if cut not in session.joins]
        dialog = MastheadDialog(session.article, self.window, cuts=len(cuts), read_only=session.read_only)
        dialog.notes_wanted.connect(self.show_notes, Qt.ConnectionType.QueuedConnection)
        dialog.encoding_wanted.connect(self.choose_encoding, Qt.ConnectionType.QueuedConnection)
        dialog.joins_wanted.connect(self.join, Qt.ConnectionType.QueuedConnection)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._bridge.describe(*dialog.told)

    def join(self) -> None:
        """Offer the paragraphs that the flow of a page seems to have cut."""
        session = self._bridge.session
        if session is None:
            return
        cuts = offered(session.article, session.joins)
        if not cuts:
            self._bridge.said.emit(tr("没有像是被切断的段"))
            return
        dialog = JoinsDialog(session.article, cuts, session.joins, self.window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        wanted = dialog.chosen
        if parted := session.joins - wanted:
            self._bridge.carry_on(parted, joined=False)
        if added := wanted - session.joins:
            self._bridge.carry_on(added)

    def choose_encoding(self) -> None:
        """Read the open article again in an encoding that is chosen beside its preview."""
        session = self._bridge.session
        if session is None or not self._may_import():
            return
        article = session.article
        data = self._source(session)
        if data is None:
            return
        dialog = EncodingDialog(data, article.name or tr("粘贴的文字"), article.encoding, self.window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.access.read_again(session.article_id, data, article.name, dialog.encoding)

    def _source(self, session: Session) -> bytes | None:
        """The bytes an article was read from; where they are not kept, from the file, which is asked for."""
        assert self.access.desk is not None
        if (kept := self.access.desk.source(session.article)) is not None:
            return kept
        path, _ = QFileDialog.getOpenFileName(self.window, tr("再选一次“{name}”").format(name=session.article.name))
        if not path:
            return None
        try:
            data = Path(path).read_bytes()
        except OSError as error:
            self._refused(path, error)
            return None
        if hashlib.sha256(data).hexdigest() != session.article.source_sha256:
            self._bridge.failed.emit(tr("这不是当初导入的那个文件，内容不同。"))
            return None
        return data
