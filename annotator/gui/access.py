"""The way from the window to the desk: open it, wait for a file another window holds, bring articles in without blocking."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.gui.i18n import tr
from annotator.gui.imports.clipboard import Pasted
from annotator.gui.work import Work
from annotator.review import Refused, Session

if TYPE_CHECKING:
    from annotator.desk import Desk
    from annotator.text import Imported

_ASKS_AGAIN: Final = 2000  # milliseconds between two tries to take a held file over


@dataclass(frozen=True)
class Arrival:
    """A review that was opened. `path`: the file it came from; `pasted`: what the clipboard held beside its plain text."""

    session: Session
    path: str = ""
    pasted: Pasted | None = None


class EncodingDoubtful(Exception):  # noqa: N818 - a question, not a failure
    """No encoding makes likely text of a file: an editor has to look at it first."""

    def __init__(self, made: "Imported") -> None:
        super().__init__()
        self.made = made


def _is_doubtful(made: "Imported") -> bool:
    return any(note.kind in {"encoding-doubtful", "undecodable"} for note in made.article.notes)


class DeskAccess(QObject):
    """Holds the one open desk. Opening an article comes back as `arrived` or `failed`; nothing here blocks for long."""

    opened = Signal()  # a desk is open: see `desk`
    refused = Signal(object)  # DeskError: no desk
    held = Signal(object)  # Locked: the desk is open for reading only
    still_held = Signal()  # it was asked again: the other window still writes
    taken_over = Signal()  # the other window closed: this one writes now
    began = Signal(str)  # what long work has begun
    progressed = Signal(str)
    arrived = Signal(object)  # Arrival
    failed = Signal(object, object)  # what was asked for (path, or "" for text) and the exception
    ended = Signal()  # the long work is over, one way or another

    def __init__(self, database: str | Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.database = database
        self.desk: Desk | None = None
        self._work: Work | None = None
        self._again = QTimer(self, interval=_ASKS_AGAIN)
        self._again.timeout.connect(self.take_over)

    # --- the desk ---

    def open(self, database: str | Path | None = None, *, secret: str | None = None, keep: bool = False) -> None:
        """Open the desk; a file another window writes to is opened for reading until that window closes.

        `secret` is the password a server asked for; with `keep` the system's keyring holds it once it has proved right.
        """
        from annotator.desk import DeskError, Locked, open_desk

        if database is not None:
            self.database = database
        self.close()
        try:
            self._hold(open_desk(self.database, secret=secret, keep=keep))
        except Locked as locked:
            try:
                self._hold(open_desk(self.database, read_only=True))
            except DeskError as error:
                self.refused.emit(error)
                return
            self.opened.emit()
            self.held.emit(locked)
            self._again.start()
        except DeskError as error:
            self.refused.emit(error)
        else:
            self.opened.emit()

    def _hold(self, desk: "Desk") -> None:
        desk.defers = True  # a window does not wait while an article is checked again
        self.desk = desk

    def take_over(self) -> None:
        """Try to become the window that writes; what is open stays open."""
        from annotator.desk import DeskError

        if self._work is not None or self.desk is None or not self.desk.read_only:
            return
        try:
            taken = self.desk.take_over()
        except (DeskError, Refused):
            return
        if taken:
            self._again.stop()
            self.taken_over.emit()
        else:
            self.still_held.emit()

    def save_as(self, path: str) -> None:
        """Go on in another file that holds all there is, with the decision that could not be written. DeskError."""
        desk = self._desk().save_as(path)
        self._desk().close()
        self._hold(desk)
        self.database = path

    def close(self) -> None:
        """Close the desk, if one is open."""
        self._again.stop()
        self.cancel()
        if self.desk is not None:
            self.desk.close()
            self.desk = None

    # --- articles ---

    def bring_file(self, path: str | Path, *, encoding: str | None = None, password: str | None = None) -> None:
        """Read a file, find its numbers and open its review. Fails with PasswordWanted and EncodingDoubtful where these are asked."""

        def act(work: Work) -> Arrival:
            from annotator.text import load

            made = load(path, encoding=encoding, password=password, cancelled=lambda: work.cancelled)
            work.step(tr("正在找出数字…"))
            desk = self._desk()
            if encoding is None and _is_doubtful(made) and not desk.knows(made.article):
                raise EncodingDoubtful(made)
            return Arrival(desk.session(desk.add(made, chosen=encoding is not None).article_id), str(path))

        self._run(tr("正在读“{name}”…").format(name=Path(path).name), act, str(path))

    def bring_pasted(self, pasted: Pasted, *, rich: bool, instead_of: str = "") -> None:
        """Open the review of a pasted text, plain or (`rich`) with its form; `instead_of`: the article it was opened as before."""
        name = tr("粘贴的文字")

        def act(work: Work) -> Arrival:
            from annotator.text import paste

            made = paste(html=pasted.html, rtf=pasted.rtf, cancelled=lambda: work.cancelled) if rich else paste(pasted.text)
            made = replace(made, article=replace(made.article, name=name))
            work.step(tr("正在找出数字…"))
            desk = self._desk()
            session = desk.reread(instead_of, made) if instead_of else desk.session(desk.add(made).article_id)
            return Arrival(session, pasted=None if rich else pasted)

        self._run(tr("正在读“{name}”…").format(name=name), act, "")

    def read_again(self, article_id: str, data: bytes, name: str, encoding: str) -> None:
        """Open the review of an article read from its bytes in another encoding."""

        def act(work: Work) -> Arrival:
            from annotator.text import convert

            made = convert(data, name, encoding=encoding, cancelled=lambda: work.cancelled)
            work.step(tr("正在找出数字…"))
            return Arrival(self._desk().reread(article_id, made))

        self._run(tr("正在读“{name}”…").format(name=name), act, name)

    def bring_article(self, article_id: str) -> None:
        """Open an article of the library."""
        self._run(tr("正在打开稿件…"), lambda _work: Arrival(self._desk().session(article_id)), "")

    def attach(self, path: str) -> tuple[str, str]:
        """Copy a file beside the database, for an evidence: its name there and its SHA-256. Raises Refused."""
        return self._desk().attach(path)

    def attachment(self, name: str) -> Path | None:
        """Where the copy of a file lies, if it is there."""
        return None if self.desk is None else self.desk.attachment(name)

    def cancel(self) -> None:
        """Drop the long work that is under way."""
        if self._work is not None:
            self._work.cancel()
            self._finish()

    @property
    def is_busy(self) -> bool:
        return self._work is not None

    def _desk(self) -> "Desk":
        assert self.desk is not None
        return self.desk

    def _run(self, sentence: str, act: Callable[[Work], Arrival], asked: str) -> None:
        if self.desk is None:
            return
        self.cancel()
        work = self._work = Work(act)
        work.progressed.connect(self.progressed)
        work.done.connect(self._done)
        work.failed.connect(lambda error: self._failed(asked, error))
        self.began.emit(sentence)
        work.start()

    def _done(self, arrival: Arrival) -> None:
        self._finish()
        self.arrived.emit(arrival)

    def _failed(self, asked: str, error: Exception) -> None:
        self._finish()
        self.failed.emit(asked, error)

    def _finish(self) -> None:
        self._work = None
        self.ended.emit()
