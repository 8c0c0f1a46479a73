"""A session that defers: what is decided stands at once; what the machine says of it is computed aside and taken in when it is there."""

import random
from collections.abc import Collection
from dataclasses import replace
from datetime import date

import pytest

from annotator.model import Analysis, Article, Claim, State, Verdict
from annotator.pipeline import analyse
from annotator.review import Invalid, MemoryLog, ReasonWanted, Session
from annotator.text import Join, article
from tests.review import world


def deferring(log: MemoryLog) -> Session:
    session = world.session(log)
    session.defers = True
    return session


@pytest.fixture
def session() -> Session:
    return deferring(world.log())


def settle(session: Session) -> None:
    assert session.take(session.reassess()()) is not None


def texts(session: Session) -> list[str]:
    return [fold.claim.text for fold in session.folds]


def checks_of(session: Session, claim: str) -> list[str]:
    return [finding.check for finding in session.findings(claim)]


def whole(session: Session) -> tuple[object, ...]:
    """All that the review says, in a form that compares."""
    orders = range(len(session.article.paragraphs))
    return (
        session.folds,
        tuple(session.claims),
        [session.folds_in(order) for order in orders],
        [session.paragraph_findings(order) for order in orders],
        [session.findings(fold.id) for fold in session.folds],
        [session.next_open(fold.id) for fold in session.folds],
        [session.next_open(fold.id, by_risk=False, backwards=True) for fold in session.folds],
        session.progress,
    )


# --- what is decided stands at once ----------------------------------------------------------------------------------


def test_a_moved_claim_stands_at_once_and_the_machine_is_not_asked() -> None:
    asked: list[Article] = []

    def watched(of: Article, claims: tuple[Claim, ...], *, off: Collection[str], joins: Collection[Join]) -> Analysis:
        asked.append(of)
        return world.assess(of, claims, off=off, joins=joins)

    session = Session(world.analysis(), world.log(), "陈记", assess=watched, parse=world.claim)
    session.defers = True
    rate = world.at(session, "15%左右")
    start, end = session.fold(rate).claim.span
    changes = session.adjust(rate, (start, end - 2))
    assert changes.structure
    assert changes.paragraphs == {1}, "other paragraphs stay as they are"
    assert "15%" in texts(session)
    assert "15%左右" not in texts(session)
    assert session.stale
    assert not asked
    settle(session)
    assert not session.stale
    assert len(asked) == 1


def test_what_rested_on_the_claim_as_it_was_is_silent_and_the_rest_goes_on(session: Session) -> None:
    eight, nine, total = (world.at(session, words) for words in ("8%", "9%", "37203名"))
    assert checks_of(session, nine) == ["conflict"]
    start, end = session.fold(eight).claim.span
    session.adjust(eight, (start - 2, end))
    assert checks_of(session, nine) == [], "nothing says any more what 9% was set against"
    assert session.progress.contradictions == 0
    assert checks_of(session, total) == ["sum"]
    assert "conflict" not in {finding.check for finding in session.all_findings}
    session.undo()
    assert checks_of(session, nine) == ["conflict"]
    assert session.progress.contradictions == 1
    assert not session.stale, "it is again what the machine was asked of"


def test_nobody_confirms_by_a_check_while_it_may_be_outdated(session: Session) -> None:
    total = world.at(session, "37203名")
    assert session.may_confirm_with_enter(total)
    start, end = session.fold(world.at(session, "120户")).claim.span
    session.adjust(world.at(session, "120户"), (start, end - 1))
    assert any(finding.verdict is Verdict.CONSISTENT for finding in session.findings(total))
    assert not session.may_confirm_with_enter(total)
    with pytest.raises(Invalid, match="正在重新核对"):
        session.decide_all([total], State.CONFIRMED, "internal")
    session.decide(total, State.CONFIRMED)  # by the editor's own judgement, as always
    settle(session)
    assert session.state(total) is State.CONFIRMED


# --- what is taken in ------------------------------------------------------------------------------------------------


def test_what_is_decided_while_the_machine_reads_is_kept(session: Session) -> None:
    rate = world.at(session, "15%左右")
    start, end = session.fold(rate).claim.span
    session.adjust(rate, (start, end - 2))
    compute = session.reassess()
    first = world.at(session, "3447名")
    session.split(session.fold(first).places[1].id)
    session.decide(first, State.CONFIRMED)
    session.answer(session.findings(world.at(session, "8%"))[0].id, "两件事")
    session.read(4)
    changes = session.take(compute())
    assert changes is not None
    assert session.state(first) is State.CONFIRMED
    assert len(session.fold(first).places) == 2
    assert session.progress.contradictions == 0
    again = deferring(session.log)
    assert whole(session) == whole(again)


def test_a_newer_request_replaces_an_older_one(session: Session) -> None:
    rate, eight = world.at(session, "15%左右"), world.at(session, "8%")
    start, end = session.fold(rate).claim.span
    session.adjust(rate, (start, end - 2))
    older = session.reassess()
    start, end = session.fold(eight).claim.span
    session.adjust(eight, (start - 2, end))
    assert session.take(older()) is None
    assert session.stale
    settle(session)
    assert not session.stale
    assert {"15%", "增长8%"} <= set(texts(session))


def test_what_nobody_wants_any_more_ends_between_two_checks() -> None:
    made = article("园区开放，来了120人，其中儿童30人，成人90人。\n")
    session = Session(analyse(made), MemoryLog(made.sha256), "甲")
    session.defers = True
    session.switch_off(["sum"])
    asked: list[int] = []

    def go_on() -> None:
        asked.append(len(asked))
        if len(asked) == 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        session.reassess(go_on)()
    assert len(asked) == 3
    assert session.stale


def test_a_switched_check_is_silent_when_the_machine_was_asked(session: Session) -> None:
    changes = session.switch_off(["direction"])
    assert session.stale
    assert not changes.paragraphs
    assert checks_of(session, world.at(session, "15%左右")) == ["direction"]
    changes = session.take(session.reassess()())
    assert changes is not None
    assert changes.paragraphs == {1}
    assert checks_of(session, world.at(session, "15%左右")) == []
    assert session.analysis.off == ("direction",)


def test_what_another_editor_moves_is_read_the_same_way(session: Session) -> None:
    other = world.session(session.log, "李审")
    rate = world.at(session, "15%左右")
    start, end = other.fold(rate).claim.span
    other.adjust(rate, (start, end - 2))
    assert session.refresh() is not None
    assert session.stale
    assert "15%" in texts(session)
    settle(session)
    assert whole(session) == whole(other)


def test_a_date_is_shown_at_once_and_checked_afterwards() -> None:
    made = article("园区开放\n\n4月9日（星期五），园区开放，来了120人。\n")
    session = Session(analyse(made), MemoryLog(made.sha256), "甲")
    session.defers = True
    changes = session.describe("园区开放", published=date(2020, 4, 10))
    assert session.article.published == date(2020, 4, 10)
    assert not changes.paragraphs
    assert session.stale
    settle(session)
    assert [finding.check for finding in session.all_findings if finding.is_error] == ["weekday"]
    session.describe("园区周末开放", published=date(2020, 4, 10))
    assert not session.stale, "a title is no ground of a check"
    assert session.analysis.article.title == "园区周末开放"


def test_a_claim_decided_while_paragraphs_are_being_joined_stays_as_it_was_seen() -> None:
    made = article("园区投用\n\n第一季度园区进出货物4\n8万吨，其中铁路20万吨，公路28万吨。\n")
    session = Session(analyse(made), MemoryLog(made.sha256), "甲")
    session.defers = True
    session.carry_on([Join(1, 2)])
    assert session.joins == {Join(1, 2)}
    compute = session.reassess()
    tail = next(fold for fold in session.folds if fold.claim.text == "8万吨")
    session.decide(tail.id, State.CONFIRMED)
    assert session.take(compute()) is not None
    assert session.stale, "the machine did not know yet that this claim is to stay"
    settle(session)
    assert not session.stale
    assert session.state(tail.id) is State.CONFIRMED
    assert session.fold(tail.id).claim.text == "8万吨"


@pytest.mark.parametrize("seed", range(8))
def test_kept_current_step_by_step_it_says_what_it_says_read_from_the_start(seed: int) -> None:
    chance = random.Random(seed)
    log = world.log()
    session = deferring(log)
    compute = None
    for _ in range(60):
        _step(session, chance)
        fresh = deferring(log)
        assert session.folds == fresh.folds
        assert tuple(session.claims) == tuple(fresh.claims)
        assert replace(session.progress, contradictions=0) == replace(fresh.progress, contradictions=0)
        if compute is None and session.stale:
            compute = session.reassess()
        elif compute is not None and chance.random() < 0.4:
            session.take(compute())
            compute = None
        if not session.stale:
            assert whole(session) == whole(fresh)
    while session.stale:
        session.take(session.reassess()())
    assert whole(session) == whole(deferring(log))


def _step(session: Session, chance: random.Random) -> None:
    """Something an editor may do anywhere; what is refused is refused."""
    fold = chance.choice(session.folds)
    place = chance.choice(fold.places)
    start, end = fold.claim.span
    acts = [
        lambda: session.decide(fold.id, chance.choice([State.CONFIRMED, State.DISMISSED, State.PENDING])),
        lambda: session.decide(fold.id, State.CONFIRMED, place=place.id),
        lambda: session.split(place.id),
        lambda: session.join(place.id),
        lambda: session.adjust(fold.id, (start - chance.randrange(3), end - chance.randrange(2))),
        lambda: session.insert((start, end)),
        lambda: session.read_as(fold.id, fold.claim.kind, fold.claim.quantity._replace(value=str(chance.randrange(9)))),
        session.undo,
        session.undo,
        session.redo,
    ]
    try:
        chance.choice(acts)()
    except (Invalid, ReasonWanted):
        return
