"""The log in the database: what was acknowledged is there again, in order, sealed, and once."""

import sqlite3
import stat
import sys
from pathlib import Path

import pytest

from annotator.model import State
from annotator.review import Conflict, NotSaved, ReadOnly, Session
from annotator.review.log import new_event, seal
from annotator.store.log import SqlLog
from annotator.store.store import Store
from tests.review import world
from tests.review.world import at
from tests.store import desks


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk" / "desk.sqlite"


@pytest.fixture
def store(path: Path):
    store = desks.opened(path)
    yield store
    store.close()


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    """What another program reads in the file."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def test_a_review_stands_again_after_closing(path: Path) -> None:
    store = desks.opened(path)
    review = desks.review(store)
    review.decide(at(review, "3447名"), State.CONFIRMED)
    review.decide(at(review, "15%左右"), State.CORRECTED, text="下浮15%左右", reason="方向", judgement=True)
    review.undo()
    review.decide(at(review, "37203名"), State.DISMISSED, place=at(review, "37203名", 2))
    review.save_draft("correct", {"text": "下浮"})
    review.save_place({"paragraph": 1, "claim": at(review, "15%左右")})
    records, head = review.records, review.head
    store.close()
    store = desks.opened(path)
    again = desks.review(store)
    assert again.records == records
    assert again.head == head
    assert again.folds == review.folds
    assert [again.decision(fold.id) for fold in again.folds] == [review.decision(fold.id) for fold in review.folds]
    assert again.draft("correct") == {"text": "下浮"}
    assert again.place == {"paragraph": 1, "claim": at(review, "15%左右")}
    assert again.undo_label == "不是数据“37203名”"
    store.close()


def test_the_current_state_is_written_with_the_event(store: Store, path: Path) -> None:
    review = desks.review(store)
    fold = review.fold(at(review, "3447名"))
    review.decide(fold.id, State.CONFIRMED)
    assert rows(path, "SELECT claim, state, seq FROM decision ORDER BY claim") == sorted(
        (place.id, "confirmed", 1) for place in fold.places
    )
    review.undo()
    assert rows(path, "SELECT * FROM decision") == []
    review.redo()
    assert len(rows(path, "SELECT * FROM decision")) == 3


def test_the_chain_begins_with_the_text_and_seals_every_record(store: Store) -> None:
    review = desks.review(store)
    for words in ("8%", "9%", "120户"):
        review.decide(at(review, words), State.CONFIRMED)
    previous = review.article.sha256
    for record in SqlLog(store, int(review.article_id)).records():
        assert record.hash == seal(previous, record.seq, record.at, record.by, record.event)
        previous = record.hash
    assert review.head == (3, previous)


@pytest.mark.parametrize("column", ["data", "kind", "at", "uid", "seen", "hash", "reviewer_id"])
def test_a_record_changed_by_another_hand_is_noticed(path: Path, column: str) -> None:
    store = desks.opened(path)
    review = desks.review(store)
    review.decide(at(review, "8%"), State.CONFIRMED)
    review.decide(at(review, "9%"), State.CONFIRMED)
    desks.review(store, "林校").decide(at(review, "120户"), State.CONFIRMED)
    store.close()
    changes = {
        "data": "data = replace(data, 'confirmed', 'dismissed')",
        "kind": "kind = 'note'",
        "at": "at = replace(at, '2026', '2025')",
        "uid": "uid = 'x'",
        "seen": "seen = 7",
        "hash": "hash = replace(hash, substr(hash, 1, 1), 'x')",
        "reviewer_id": "reviewer_id = 2",
    }
    connection = sqlite3.connect(path)
    connection.execute(f"UPDATE event SET {changes[column]} WHERE seq = 1")
    connection.commit()
    connection.close()
    store = desks.opened(path)
    with pytest.raises(NotSaved, match=r"第 [12] 条记录被改动过"):
        desks.review(store)
    store.close()


def test_a_retried_event_is_not_doubled(store: Store) -> None:
    review = desks.review(store)
    log = review.log
    event = new_event("note", {"claims": [at(review, "8%")], "text": "一次"}, 0)
    assert log.append([event], "陈记") == log.append([event], "陈记")
    assert len(log.records()) == 1


def test_two_repositories_on_one_file_conflict_and_both_stand_in_the_history(store: Store, path: Path) -> None:
    other_store = desks.opened(path, lock=False)
    mine, theirs = desks.review(store), desks.review(other_store, "林校")
    theirs.decide(at(mine, "8%"), State.FLAGGED, reason="口径")
    with pytest.raises(Conflict, match="林校"):
        mine.decide(at(mine, "8%"), State.CONFIRMED)
    mine.decide(at(mine, "8%"), State.CONFIRMED, reason="问过了")
    theirs.refresh()
    assert theirs.decision(at(mine, "8%")) == mine.decision(at(mine, "8%"))
    assert [record.by for record in theirs.history(at(mine, "8%"))] == ["林校", "陈记"]
    other_store.close()


def test_a_transaction_that_fails_leaves_no_trace(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    review = desks.review(store)
    review.decide(at(review, "8%"), State.CONFIRMED)
    good = new_event("decide", {"folds": [[at(review, "9%")]], "state": "confirmed"}, 1)
    bad = new_event("decide", {"folds": [[at(review, "120户")]], "state": "confirmed"}, 1)
    derive = SqlLog._derive
    monkeypatch.setattr(SqlLog, "_derive", lambda *_: (_ for _ in ()).throw(OSError(5, "Input/output error")))
    with pytest.raises(NotSaved, match="还没有保存"):
        review.log.append([good, bad], "陈记")
    monkeypatch.setattr(SqlLog, "_derive", derive)
    assert len(review.log.records()) == 1
    assert len(review.log.append([good, bad], "陈记")) == 2


def test_read_only_beside_a_writer(store: Store, path: Path) -> None:
    review = desks.review(store)
    review.decide(at(review, "8%"), State.CONFIRMED)
    beside = desks.opened(path, read_only=True)
    seen = desks.review(beside, "林校")
    assert seen.state(at(seen, "8%")) is State.CONFIRMED
    with pytest.raises(ReadOnly):
        seen.decide(at(seen, "9%"), State.CONFIRMED)
    review.decide(at(review, "9%"), State.CONFIRMED)
    changes = seen.refresh()
    assert changes is not None
    assert seen.state(at(seen, "9%")) is State.CONFIRMED
    beside.close()


@pytest.mark.skipif(sys.platform == "win32", reason="no file modes")
def test_files_are_their_owners_alone(path: Path) -> None:
    import os

    before = os.umask(0)
    try:
        store = desks.opened(path)
        desks.review(store)
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
        store.close()
    finally:
        os.umask(before)
    assert set(modes) == {"desk.sqlite", "desk.sqlite-wal", "desk.sqlite-shm", "desk.sqlite.lock"}
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_settings_of_the_connection(store: Store) -> None:
    with store.engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous", "trusted_schema")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "trusted_schema": 0}


def test_errors_never_show_what_was_written(store: Store) -> None:
    review = desks.review(store)
    assert store.engine.hide_parameters
    with store.engine.begin() as connection, pytest.raises(Exception, match="no such table") as caught:
        connection.exec_driver_sql("INSERT INTO nowhere VALUES (?)", ("机密稿件",))
    assert "机密" not in str(caught.value)
    assert review.head[0] == 0


def test_clock_jumps_do_not_disorder_the_log(path: Path) -> None:
    clock = world.Clock()
    from annotator.store.opening import open_store

    store = open_store(path, clock=clock)
    review = desks.review(store)
    for words, year in (("8%", 2026), ("9%", 1970), ("120户", 2100), ("3447名", 2026)):
        clock.now = clock.now.replace(year=year)
        review.decide(at(review, words), State.CONFIRMED)
    again = desks.review(store)
    assert [record.seq for record in again.records] == [1, 2, 3, 4]
    assert isinstance(again, Session)
    assert again.undo_label == "确认“3447名”"
    store.close()


def test_another_reading_takes_the_derived_decision_away(store: Store, path: Path) -> None:
    from annotator.model import Kind, Quantity, Stage
    from annotator.store.check import problems

    review = desks.review(store)
    fold = at(review, "3447名")
    review.begin(Stage.SECOND)
    review.decide(fold, State.CONFIRMED)
    review.read_as(fold, Kind.COUNT, Quantity("3447", unit="户"))
    assert rows(path, "SELECT claim FROM decision") == []
    review.undo()
    assert len(rows(path, "SELECT claim FROM decision")) == 3
    review.redo()
    again = desks.review(store)
    assert again.fold(fold).claim.quantity.unit == "户"
    assert again.stage is Stage.SECOND
    with store.reading() as work:
        assert not tuple(problems(work, None))
