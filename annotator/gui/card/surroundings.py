"""The words around a claim, read in a thread: the first cut of a clause loads the dictionary, and a key press never waits for it."""

from PySide6.QtCore import QObject, Signal

from annotator.gui.work import Work
from annotator.model import Analysis, Claim, Context


class Surroundings(QObject):
    """Asks for the context of one claim at a time and keeps what came; a claim that cannot be read has none."""

    known = Signal(object, object)  # Claim, Context

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._known: dict[Claim, Context] = {}
        self._asked: Claim | None = None
        self._work: Work | None = None

    def forget(self) -> None:
        """Another article."""
        self._known.clear()
        if self._work is not None:
            self._work.cancel()

    def ask(self, analysis: Analysis, claim: Claim) -> None:
        """Have the context of a claim told by `known`, at once where it is known."""
        if self._work is not None:
            self._work.cancel()
            self._work = None
        if claim in self._known:
            self.known.emit(claim, self._known[claim])
            return
        self._asked = claim
        self._work = Work(lambda _work: analysis.contexts[claim])
        self._work.done.connect(self._take)
        self._work.start()

    def _take(self, context: Context) -> None:
        self._work = None
        if self._asked is not None:
            self._known[self._asked] = context
            self.known.emit(self._asked, context)
