"""Disks that are full, fail or refuse: a sentence, the decision stays as unsaved, a retry writes it, nothing is lost."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import apsw
import pytest

from annotator.model import State
from annotator.review import NotSaved, ReadOnly, Record, Refused, Session
from annotator.store import backup
from annotator.store.errors import DeskError, Full
from annotator.store.store import Store
from tests.reliability.conftest import Promise
from tests.reliability.disk import Step, on_disk
from tests.reliability.workers import working
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


def sweep(ram: Path, monkeypatch: pytest.MonkeyPatch, *, full: bool, forever: bool, every: int, first: int = 1) -> tuple[int, list[str]]:
    """Fail at every `every`-th step until a run meets no failure: runs, and what was lost in them."""
    tried, lost, number = 0, [], first
    while True:
        path = ram / f"{number}" / "desk.sqlite"
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
def test_a_failing_disk_at_some_steps(ram: Path, monkeypatch: pytest.MonkeyPatch, full: bool, forever: bool, promise: Promise) -> None:
    tried, lost = sweep(ram, monkeypatch, full=full, forever=forever, every=41)
    assert lost == []
    promise(f"{NAMES[CASES.index((full, forever))]} the n-th disk step (every 41st)", tried, len(lost))


@pytest.mark.full
@pytest.mark.parametrize("part", range(1, 5))
@pytest.mark.parametrize(("full", "forever"), CASES, ids=NAMES)
def test_a_failing_disk_at_every_step(
    ram: Path, monkeypatch: pytest.MonkeyPatch, part: int, full: bool, forever: bool, promise: Promise
) -> None:
    tried, lost = sweep(ram, monkeypatch, full=full, forever=forever, every=4, first=part)
    assert lost == []
    promise(f"{NAMES[CASES.index((full, forever))]} the n-th disk step (each)", tried, len(lost))


# --- real limits -----------------------------------------------------------------------------------------------------


def fill(path: Path) -> tuple[int, str]:
    """Decide until the disk has no room: the number acknowledged and the sentence. Then there is room again, and a retry."""
    store = desks.opened(path)
    review = desks.review(store)
    with pytest.raises(NotSaved) as caught:
        note_for_ever(review)
    assert review.unsaved is not None
    return review.head[0], str(caught.value)


def note_for_ever(review: Session) -> None:
    for number in range(100_000):
        review.note(at(review, "8%"), f"备注{number}" * 40)


def after_full(path: Path, acknowledged: int) -> int:
    """The desk opened again with room: notes lost."""
    store = desks.opened(path)
    review = desks.review(store)
    review.decide(at(review, "9%"), State.CONFIRMED)
    lost = acknowledged - (len(review.records) - 1)
    store.close()
    assert backup.proof(path) == ()
    return lost


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of file size")
def test_a_file_that_may_not_grow(tmp_path: Path, promise: Promise) -> None:
    """RLIMIT_FSIZE gives SQLite another error than a full disk; the sentence is the same."""
    path = tmp_path / "desk.sqlite"

    def work(acknowledge):  # type: ignore[no-untyped-def]
        import resource

        desks.opened(path).close()
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
        number, sentence = fill(path)
        assert "磁盘已满" in sentence
        assert "重试" in sentence
        acknowledge(number)

    with working(work) as worker:
        acknowledged = worker.ack()
    assert acknowledged
    promise("acknowledged notes before a file reached its limit", acknowledged, after_full(path, acknowledged))


@pytest.fixture
def small_disk(tmp_path: Path):  # type: ignore[no-untyped-def]
    """A disk of one megabyte, where the system lets us have one."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    if sys.platform != "linux" or mount is None:
        pytest.skip("needs a small tmpfs")
    if subprocess.run([mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], capture_output=True, check=False).returncode:
        pytest.skip("may not mount a small tmpfs")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_small_disk_that_is_full(small_disk: Path, promise: Promise) -> None:
    path = small_disk / "desk.sqlite"
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(200_000))
    store = desks.opened(path)
    review = desks.review(store)
    with pytest.raises(Full, match=r"磁盘已满.*desk\.sqlite.*空出 \d+ MB"):
        note_for_ever(review)
    acknowledged = review.head[0]
    with pytest.raises(DeskError, match="磁盘已满"):
        backup.back_up(store.engine, path, store.clock())
    assert list(backup.folder_of(path).iterdir()) == [], "no half backup"
    ballast.unlink()
    assert review.retry() is not None
    assert review.head[0] == acknowledged + 1
    store.close()
    promise("acknowledged notes before a small disk was full", acknowledged, acknowledged + 1 - len(_records(path)))


def _records(path: Path) -> tuple[Record, ...]:
    store = desks.opened(path)
    records = desks.review(store).records
    store.close()
    return records


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no users")
def test_a_folder_one_may_not_write_is_for_looking(promise: Promise) -> None:
    """As another user when we are root, who may write everywhere."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "desk.sqlite"
        store = desks.opened(path)
        review = desks.review(store)
        review.decide(at(review, "8%"), State.CONFIRMED)
        store.close()
        path.with_name("desk.sqlite.lock").unlink()
        if os.geteuid() == 0:
            os.chown(path, 65534, 65534)
        path.chmod(0o400)
        folder.chmod(0o555)
        before = path.read_bytes()

        def work(acknowledge):  # type: ignore[no-untyped-def]
            if os.geteuid() == 0:
                os.setuid(65534)
            with pytest.raises(DeskError, match="写不进去：没有权限"):
                desks.opened(path)
            looking = desks.review(desks.opened(path, read_only=True))
            assert looking.state(at(looking, "8%")) is State.CONFIRMED
            with pytest.raises(ReadOnly):
                looking.decide(at(looking, "9%"), State.CONFIRMED)
            acknowledge(1)

        with working(work) as worker:
            done = worker.rest()
        folder.chmod(0o755)
        assert path.read_bytes() == before
    promise("desks opened for looking where writing is forbidden", 1, 1 - len(done))
