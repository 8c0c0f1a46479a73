"""Many reviewers at once: no update is lost, every loser is told whose decision came first, both stand in the history."""

import os
import random
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from annotator.model import State
from annotator.review import Conflict, NotSaved, Session
from annotator.review.log import new_event
from annotator.store import articles
from annotator.store.check import problems
from annotator.store.errors import DeskError, Newer
from annotator.store.log import SqlLog
from annotator.store.opening import open_store
from annotator.store.store import Store
from tests.reliability.conftest import Promise
from tests.reliability.workers import Worker, working
from tests.review import world
from tests.review.world import at
from tests.store import desks
from tests.store.schemas.make import expected, steps

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

FIVE = ("8%", "9%", "120户", "3447名", "37203名")
TOLD = 1 << 31  # an acknowledgement with this bit: a conflict, and whose record it named


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest, ram: Path) -> str:
    return str(ram / "desk.sqlite") if request.param == "sqlite" else request.getfixturevalue("postgres")


def opened(database: str) -> Store:
    return open_store(database, lock=False)


def reviewer(database: str, name: str, number: int, acknowledge) -> None:  # type: ignore[no-untyped-def]
    """Decide until so many decisions are acknowledged, on what the screen showed; say each, and each conflict."""
    review = desks.review(opened(database), name)
    chance = random.Random(name)
    done = 0
    while done < number:
        shown = review.head[0]
        state = chance.choice((State.CONFIRMED, State.DISMISSED, State.FLAGGED))
        try:
            _patiently(review, at(review, chance.choice(FIVE)), state, shown)
        except Conflict as conflict:
            acknowledge(TOLD | conflict.record.seq)
        else:
            done += 1
            acknowledge(next(record.seq for record in reversed(review.records) if record.by == name))


def _patiently(review: Session, fold: str, state: State, shown: int) -> None:
    """Decide; where the file was too busy, press 重试 as the sentence says."""
    try:
        review.decide(fold, state, reason="理由", seen=shown)
    except NotSaved:
        while review.unsaved:
            with suppress(NotSaved):
                review.retry()


def contest(database: str, people: int, each: int) -> tuple[list[int], list[int], Session, list[str]]:
    """Let them all decide at once: seqs acknowledged, seqs named in conflicts, the review afterwards, what is wrong with the database."""
    store = opened(database)
    desks.review(store)
    store.close()
    workers = [Worker(lambda say, n=n: reviewer(database, f"审{n}", each, say)) for n in range(people)]  # type: ignore[misc]
    try:
        said = [number for worker in workers for number in worker.rest()]
    finally:
        for worker in workers:
            worker.kill()
            assert worker.wait() == 0
    store = opened(database)
    review = desks.review(store, "后来者")
    with store.reading() as work:
        wrong = [str(problem) for problem in problems(work)]
    store.close()
    return [n for n in said if not n & TOLD], [n & ~TOLD for n in said if n & TOLD], review, wrong


def assert_nothing_lost(database: str, people: int, each: int, promise: Promise) -> None:
    acknowledged, told, review, wrong = contest(database, people, each)
    assert wrong == []
    assert len(acknowledged) == people * each
    assert Counter(record.by for record in review.records) == {f"审{n}": each for n in range(people)}
    lost = [seq for seq in acknowledged if seq not in {record.seq for record in review.records}]
    assert told, "they never met: the test is blind"
    assert all(seq <= review.head[0] for seq in told)
    unseen = [
        record
        for record in review.records
        if any(r.seq > record.event.seen and r.event.concerns & record.event.concerns for r in review.records[: record.seq - 1])
    ]
    where = "SQLite" if "://" not in database else "PostgreSQL"
    promise(f"decisions of {people} reviewers at once on {where}", len(acknowledged), len(lost) + len(unseen))
    promise(f"losers told whose decision came first on {where}", len(told), 0)


def test_four_reviewers_at_once(database: str, promise: Promise) -> None:
    assert_nothing_lost(database, 4, 20, promise)


@pytest.mark.full
def test_eight_reviewers_at_once(database: str, promise: Promise) -> None:
    assert_nothing_lost(database, 8, 200, promise)


def test_the_same_review_on_either_database(database: str) -> None:
    """Everything an editor does, and all of it again after closing."""
    store = open_store(database, clock=world.Clock())
    review = desks.review(store)
    steps(review)
    records, before = review.records, expected(review)
    store.close()
    store = open_store(database)
    again = desks.review(store)
    assert again.records == records
    assert expected(again) == before
    assert again.article == world.article()
    with store.reading() as work:
        assert list(problems(work)) == []
    assert articles.listed(store)[0].seq == review.head[0]
    articles.remove(store, review.article_id, "陈记")
    assert articles.listed(store) == ()
    with store.reading() as work:
        assert list(problems(work)) == []
    store.close()


def test_killed_in_the_middle_the_others_go_on(database: str, promise: Promise) -> None:
    store = opened(database)
    review = desks.review(store)
    with working(lambda say: reviewer(database, "审1", 10_000, say)) as worker:
        said = [worker.ack() for _ in range(10)]
        worker.kill()
        said += worker.rest()
    review.refresh()
    review.decide(at(review, "33756名"), State.CONFIRMED)
    present = {record.seq for record in review.records}
    lost = [seq for seq in said if seq is not None and not seq & TOLD and seq not in present]
    store.close()
    promise("decisions of a reviewer who is killed, and the next one's", len(said) + 1, len(lost))
    assert lost == []


def test_a_commit_whose_answer_was_lost_is_not_doubled(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection is cut after the commit and before its answer; the retry finds its own id."""
    store = opened(database)
    review = desks.review(store)
    append = SqlLog.append

    def cut(self, events, by):  # type: ignore[no-untyped-def]
        append(self, events, by)
        raise NotSaved("连接断开。")

    monkeypatch.setattr(SqlLog, "append", cut)
    with pytest.raises(NotSaved):
        review.decide(at(review, "8%"), State.CONFIRMED)
    monkeypatch.setattr(SqlLog, "append", append)
    assert review.unsaved is not None
    changes = review.retry()
    assert changes is not None
    assert review.state(at(review, "8%")) is State.CONFIRMED
    assert len(review.records) == 1
    other = SqlLog(store, int(review.article_id))
    event = new_event("note", {"claims": [at(review, "8%")], "text": "一次"}, 1)
    assert other.append([event], "陈记") == review.log.append([event], "陈记")
    store.close()


# --- only on a server ------------------------------------------------------------------------------------------------


@pytest.mark.postgres
def test_a_server_that_went_away_is_a_sentence_and_a_retry(postgres: str) -> None:
    import psycopg

    store = opened(postgres)
    review = desks.review(store)
    with psycopg.connect(postgres, autocommit=True) as other:
        ours = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'heshu'"
        other.execute(ours)
        review.decide(at(review, "8%"), State.CONFIRMED)  # noticed before it was used
        derive = SqlLog._derive

        def cut(self, *given):  # type: ignore[no-untyped-def]
            derive(self, *given)
            other.execute(ours)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(SqlLog, "_derive", cut)
            with pytest.raises(NotSaved, match="还没有保存") as caught:
                review.decide(at(review, "9%"), State.CONFIRMED)
    assert "postgresql://" in str(caught.value)
    assert review.retry() is not None
    assert {review.state(at(review, words)) for words in ("8%", "9%")} == {State.CONFIRMED}
    store.close()


@pytest.mark.postgres
def test_passwords_are_never_shown(postgres: str) -> None:
    from sqlalchemy import make_url

    secret = make_url(postgres).set(password="geheim-7351", username="nobody-here")
    with pytest.raises(DeskError) as caught:
        open_store(secret.render_as_string(hide_password=False))
    told = [str(caught.value), repr(caught.value), str(caught.value.__cause__), repr(caught.value.__cause__)]
    assert not any("geheim" in said for said in told)
    store = opened(postgres)
    assert "geheim" not in store.where
    store.close()


@pytest.mark.postgres
def test_a_newer_server_is_refused(postgres: str) -> None:
    import psycopg

    opened(postgres).close()
    with psycopg.connect(postgres, autocommit=True) as other:
        other.execute("UPDATE desk SET schema = 99")
    with pytest.raises(Newer, match="格式 99"):
        opened(postgres)


def test_an_address_of_another_kind_is_a_sentence() -> None:
    with pytest.raises(DeskError, match="postgresql://"):
        open_store("mysql://localhost/desk")
