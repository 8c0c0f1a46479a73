"""The power goes after any step that reaches the disk: every acknowledged step is there when the desk is opened again."""

import random
import shutil
import sqlite3
from pathlib import Path
from typing import NamedTuple

import pytest

from annotator.store import opening
from annotator.store.check import problems
from annotator.store.engine import sqlite_engine
from annotator.store.errors import DeskError
from tests.reliability.conftest import Promise
from tests.reliability.disk import Cut, Step, cut, on_disk
from tests.reliability.test_kill import step
from tests.store import desks


class Recording(NamedTuple):
    """A session as the disk saw it, as SQLite was told it, and the hashes of its records in order."""

    base: dict[str, bytes]
    steps: list[Step]
    statements: list[str]
    hashes: list[str]
    path: Path


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Recording:
    """120 steps of an editor, from opening to closing."""
    path = tmp_path_factory.mktemp("power") / "desk.sqlite"
    store = desks.opened(path)
    desks.review(store)
    store.close()
    base = {str(path): path.read_bytes()}
    steps: list[Step] = []
    statements: list[str] = []

    def watch(taken: Step) -> None:
        if taken.kind in {"write", "truncate", "sync", "delete"} and taken.path.startswith(str(path)):
            steps.append(taken)

    monkeypatch = pytest.MonkeyPatch()
    with on_disk(watch, monkeypatch, statements.append):
        store = desks.opened(path)
        review = desks.review(store)
        chance = random.Random(120)
        while review.head[0] < 120:
            step(review, chance)
            steps.append(Step("ack", "", review.head[0]))
        hashes = [record.hash for record in review.records]
        store.close()
    return Recording(base, steps, statements, hashes, path)


def test_nothing_the_store_says_is_left_out(recording: Recording) -> None:
    """The disk below sees every statement: the settings, our own BEGIN, the rows and the end of each transaction."""
    said = recording.statements
    for pragma in ("journal_mode=wal", "synchronous=FULL", "trusted_schema=OFF", "cell_size_check=ON", "foreign_keys=ON"):
        assert f"PRAGMA {pragma}" in said
    assert sum(sql.startswith("INSERT INTO event") for sql in said) == 120
    assert sum(sql.startswith("UPDATE article") for sql in said) >= 120
    assert said.count("BEGIN IMMEDIATE") == said.count("COMMIT") - said.count("BEGIN") + said.count("ROLLBACK")
    writing = False
    for sql in said:
        writing = (writing or sql == "BEGIN IMMEDIATE") and sql not in {"COMMIT", "ROLLBACK"}
        assert writing or not sql.startswith(("INSERT", "UPDATE", "DELETE")), sql
    assert said == _sent_on_an_ordinary_disk(recording)


def _sent_on_an_ordinary_disk(recording: Recording) -> list[str]:
    """What the standard library's SQLite is told in the same session: word for word the same."""
    path = recording.path.with_name("ordinary.sqlite")
    path.write_bytes(recording.base[str(recording.path)])
    said: list[str] = []

    class Listening(sqlite3.Connection):
        def cursor(self, *given):  # type: ignore[no-untyped-def, override]
            return super().cursor(ListeningCursor)

        def commit(self) -> None:
            if self.in_transaction:
                said.append("COMMIT")
            super().commit()

        def rollback(self) -> None:
            if self.in_transaction:
                said.append("ROLLBACK")
            super().rollback()

        def execute(self, sql, *given):  # type: ignore[no-untyped-def, override]
            return self.cursor().execute(sql, *given)

    class ListeningCursor(sqlite3.Cursor):
        def execute(self, sql, *given):  # type: ignore[no-untyped-def, override]
            said.append(sql)
            return super().execute(sql, *given)

        def executemany(self, sql, many):  # type: ignore[no-untyped-def, override]
            many = list(many)
            said.extend([sql] * len(many))
            return super().executemany(sql, many)

    monkeypatch = pytest.MonkeyPatch()
    connect = sqlite3.connect
    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", lambda database, **options: connect(database, factory=Listening, **options))
        store = desks.opened(path)
        review = desks.review(store)
        chance = random.Random(120)
        while review.head[0] < 120:
            step(review, chance)
        store.close()
    return said


def judge(left: Cut, hashes: list[str], folder: Path, recording: Recording) -> str:
    """What is wrong with the desk that a cut left, opened again; "" when every acknowledged step is there."""
    folder.mkdir()
    for path, content in left.files.items():
        (folder / Path(path).name).write_bytes(content)
    try:
        store = opening.open_store(folder / recording.path.name)
    except DeskError as error:
        return str(error)
    with store.reading() as work:
        found = [str(problem) for problem in problems(work)]
    records = desks.review(store).records
    store.close()
    if [record.hash for record in records] != hashes[: len(records)]:
        return "other records than those that were written"
    if len(records) < left.acknowledged:
        return f"{left.acknowledged - len(records)} acknowledged steps are missing"
    return found[0] if found else ""


def cuts(recording: Recording, ram: Path, *, first: int = 0, every: int, seed: int) -> tuple[int, list[str]]:
    """Cut after each `every`-th step, with damage of one kind; cases tried and what was lost."""
    tried, lost = 0, []
    for after in range(first, len(recording.steps) + 1, every):
        wrong = judge(cut(recording.base, recording.steps, after, seed), recording.hashes, ram / "cut", recording)
        shutil.rmtree(ram / "cut")
        tried += 1
        if wrong:
            lost.append(f"after step {after}, seed {seed}: {wrong}")
    return tried, lost


def test_a_hundred_power_cuts(recording: Recording, ram: Path, promise: Promise) -> None:
    tried, lost = cuts(recording, ram, every=max(1, len(recording.steps) // 100), seed=0)
    assert lost == []
    promise("power cuts that lose no acknowledged step (a hundred)", tried, len(lost))


@pytest.mark.full
@pytest.mark.parametrize("part", range(8))
@pytest.mark.parametrize("seed", range(3))
def test_power_cuts_after_every_step(recording: Recording, ram: Path, seed: int, part: int, promise: Promise) -> None:
    assert len(recording.steps) >= 800
    tried, lost = cuts(recording, ram, first=part, every=8, seed=seed)
    assert lost == []
    promise("power cuts that lose no acknowledged step (after every step, 3 kinds of damage)", tried, len(lost))


def test_the_cutter_cuts(recording: Recording, ram: Path) -> None:
    """The same session without its syncs does lose: the simulation is not blind."""
    blind = [taken for taken in recording.steps if taken.kind != "sync"]
    after = range(200, len(blind), len(blind) // 12)
    wrong = [judge(cut(recording.base, blind, n, 0), recording.hashes, ram / str(n), recording) for n in after]
    assert any("missing" in said for said in wrong)


def test_settings_are_those_of_the_engine(ram: Path) -> None:
    """FULL is really set where decisions are written."""
    path = ram / "desk.sqlite"
    desks.opened(path).close()
    engine = sqlite_engine(path)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
    engine.dispose()
