"""What is kept up with each record is what a count of everything gives; the way through is the same as by looking at all folds."""

import random

import pytest

from annotator.model import State
from annotator.review import Session
from annotator.review.tally import PENDING, SETTLED, UNANSWERED, Tally, risk
from tests.gui.small import analysis_of, session_of


@pytest.fixture
def session() -> Session:
    return session_of(analysis_of())


def act(session: Session, chance: random.Random) -> None:
    """One step an editor might take."""
    fold = chance.choice(session.folds)
    match chance.randrange(7):
        case 0 | 1:
            session.decide(fold.id, chance.choice([State.CONFIRMED, State.DISMISSED, State.PENDING]), reason="另有依据")
        case 2:
            session.decide(fold.id, State.FLAGGED, reason="无出处")
        case 3:
            finding = chance.choice(session.analysis.findings)
            session.answer(finding.id, "口径不同")
        case 4 if len(fold.places) > 1:
            session.split(fold.places[-1].id)
        case 5:
            session.undo()
        case _:
            session.redo()


@pytest.mark.parametrize("seed", range(12))
def test_counts_and_ways_hold_after_any_steps(session: Session, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(40):
        act(session, chance)
        assert session.progress == Tally(session).progress(session.progress.paragraphs_read)
        after = chance.choice(session.folds).places[0].id
        for backwards in (False, True):
            for by_risk in (False, True):
                got = session.next_open(after, backwards=backwards, by_risk=by_risk)
                assert got == by_looking(session, after, backwards=backwards, by_risk=by_risk)


def by_looking(session: Session, after: str, *, backwards: bool, by_risk: bool) -> str | None:
    """The same by sorting everything."""
    current = session.fold(after)
    last = UNANSWERED if by_risk else PENDING
    open_folds = [
        (risk(session, fold) if by_risk else 0, fold.claim.start, fold.id) for fold in session.folds if risk(session, fold) <= last
    ]
    open_folds = sorted(entry for entry in open_folds if entry[2] != current.id)
    if not open_folds:
        return None
    here = (risk(session, current) if by_risk else 0, int(after.split("-", maxsplit=1)[0]))
    top = open_folds[0][0]
    if by_risk and (here[0] == SETTLED or here[0] >= PENDING > top):
        open_folds, here = [entry for entry in open_folds if entry[0] == top], (top, here[1])
    beyond = [entry for entry in open_folds if (entry[:2] < here if backwards else entry[:2] > here)]
    return (beyond or open_folds)[-1 if backwards else 0][2]


def test_from_a_decided_claim_the_way_goes_on_not_back(session: Session) -> None:
    """F8 after a decision in the middle goes to the next open claim, not to the first of the article."""
    for finding in session.analysis.findings:
        if finding.is_error:
            session.answer(finding.id, "口径不同")
    pending = [fold for fold in session.folds if session.state(fold.id) is State.PENDING]
    middle = pending[3]
    session.decide(middle.id, State.CONFIRMED)
    assert session.next_open(middle.id) == pending[4].id
    assert session.next_open(middle.id, backwards=True) == pending[2].id
