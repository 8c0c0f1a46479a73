"""Disks that are full, fail or refuse: a sentence, the decision stays as unsaved, a retry writes it, nothing is lost."""

import shutil
from pathlib import Path

import apsw
import pytest

from annotator.model import State
from annotator.review import NotSaved, Refused, Session
from annotator.store import backup
from annotator.store.store import Store
from tests.reliability.conftest import Promise
from tests.reliability.disk import Step, on_disk
from tests.review.world import at
from tests.store import desks

# an injected failure met while SQLite cleans up after another one has nobody to be raised to
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

WORDS = ("8%", "9%", "120户")


FAILURES = {
    "read": apsw.SQLITE_IOERR_READ,
    "write": apsw.SQLITE_IOERR_WRITE,
    "truncate": apsw.SQLITE_IOERR_TRUNCATE,
    "sync": apsw.SQLITE_IOERR_FSYNC,
    "delete": apsw.SQLITE_IOERR_DELETE,
    "open": apsw.SQLITE_CANTOPEN,
}


class Fault:
    """Fails the n-th step that reaches the disk, once or from then on. `full`: writes only, for want of room."""

    def __init__(self, number: int, *, full: bool, forever: bool) -> None:
        self.number, self.full, self.forever = number, full, forever
        self.count = 0
        self.on = True
        self.hit = False

    def __call__(self, step: Step) -> None:
        if not self.on or (self.full and step.kind != "write"):
            return
        self.count += 1
        if self.count == self.number or (self.forever and self.count > self.number):
            self.hit = True
            raise apsw.exception_for(apsw.SQLITE_FULL if self.full else FAILURES[step.kind])


class Editor:
    """Works through trouble as a person would: what is refused is tried again when the disk is well."""

    def __init__(self, path: Path, fault: Fault) -> None:
        self.path, self.fault = path, fault
        self.acknowledged: dict[str, State] = {}
        self.sentences: list[str] = []
        self.review: Session | None = None

    def work(self) -> None:
        """Open, decide, undo, back up, close: each until it works."""
        store: Store = self._until_done(lambda: desks.opened(self.path))
        self.review = review = self._until_done(lambda: desks.review(store))
        for words in WORDS:
            self._until_done(lambda words=words: self._decide(review, words))  # type: ignore[misc]
        self._until_done(review.undo)
        self.acknowledged.pop(WORDS[-1], None)
        self._until_done(lambda: backup.back_up(store.engine, self.path, store.clock()))
        store.close()

    def _decide(self, review: Session, words: str) -> None:
        if review.unsaved is None or review.state(at(review, words)) is not State.CONFIRMED:
            review.decide(at(review, words), State.CONFIRMED)
        self.acknowledged[words] = State.CONFIRMED

    def _until_done(self, act):  # type: ignore[no-untyped-def]
        for _ in range(3):
            try:
                return act()
            except Refused as refusal:
                self.sentences.append(str(refusal))
                if isinstance(refusal, NotSaved) and self.review:
                    for words, state in self.acknowledged.items():
                        assert self.review.state(at(self.review, words)) is state
                if self.fault.forever:
                    self.fault.on = False  # room was made, the cable is in again
        raise AssertionError(self.sentences)


def sweep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, full: bool, forever: bool, every: int) -> tuple[int, list[str]]:
    """Fail at every `every`-th step until a run meets no failure: runs, and what was lost in them."""
    tried, lost, number = 0, [], 1
    while True:
        path = tmp_path / f"{number}" / "desk.sqlite"
        fault = Fault(number, full=full, forever=forever)
        with on_disk(fault, monkeypatch):
            editor = Editor(path, fault)
            editor.work()
        if not fault.hit:
            return tried, lost
        tried += 1
        lost += [f"step {number}: {said}" for said in wrong_after(path, editor)]
        shutil.rmtree(path.parent)
        number += every


def wrong_after(path: Path, editor: Editor) -> list[str]:
    """What is not as the editor left it."""
    said = [f"no sentence: {sentence}" for sentence in editor.sentences if "。" not in sentence or "SQLITE_" in sentence]
    store = desks.opened(path)
    review = desks.review(store)
    if {words: review.state(at(review, words)) for words in WORDS} != {**dict.fromkeys(WORDS, State.CONFIRMED), "120户": State.PENDING}:
        said.append("other states")
    if len(review.records) != 4:
        said.append(f"{len(review.records)} records")
    store.close()
    made = backup.backups(path)
    return said + [str(problem) for file in (path, *made) for problem in backup.proof(file)] + ([] if made else ["no backup"])


CASES = [(full, forever) for full in (False, True) for forever in (False, True)]
NAMES = ["an I/O error at", "I/O errors from", "a full disk at", "a full disk from"]


@pytest.mark.parametrize(("full", "forever"), CASES, ids=NAMES)
def test_a_failing_disk_at_some_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full: bool, forever: bool, promise: Promise) -> None:
    tried, lost = sweep(tmp_path, monkeypatch, full=full, forever=forever, every=41)
    assert lost == []
    promise(f"{NAMES[CASES.index((full, forever))]} the n-th disk step (every 41st)", tried, len(lost))


@pytest.mark.full
@pytest.mark.parametrize(("full", "forever"), CASES, ids=NAMES)
def test_a_failing_disk_at_every_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full: bool, forever: bool, promise: Promise) -> None:
    tried, lost = sweep(tmp_path, monkeypatch, full=full, forever=forever, every=1)
    assert lost == []
    promise(f"{NAMES[CASES.index((full, forever))]} the n-th disk step (each)", tried, len(lost))
