"""Checks switched off while a review is open: what they said is gone, what was decided and answered stays."""

import pytest

from annotator.model import State
from tests.review import world


@pytest.fixture
def session() -> world.Session:
    return world.session(world.log())


def said(session: world.Session) -> set[str]:
    return {finding.check for finding in session.analysis.findings}


def test_a_check_that_is_switched_off_says_nothing_and_comes_back(session: world.Session) -> None:
    before = said(session)
    changes = session.switch_off(["direction"])
    assert said(session) == before - {"direction"}
    assert session.analysis.off == ("direction",)
    assert changes.folds == {fold.id for fold in session.folds}
    assert changes.structure
    session.switch_off(())
    assert said(session) == before
    assert session.analysis.off == ()


def test_decisions_and_answers_outlive_the_switch(session: world.Session) -> None:
    finding = next(finding for finding in session.analysis.findings if finding.check == "direction")
    session.answer(finding.id, "原文如此，已电话核实")
    fold = next(fold for fold in session.folds if fold.claim.text == "8%")
    session.decide(fold.id, State.CONFIRMED)
    session.switch_off(["direction"])
    assert session.state(fold.id) is State.CONFIRMED
    session.switch_off([])
    assert session.answer_of(finding.id) == "原文如此，已电话核实"


def test_a_claim_made_by_hand_is_checked_without_it_too(session: world.Session) -> None:
    session.switch_off(["direction"])
    rate = world.at(session, "15%左右")
    start, end = session.fold(rate).claim.span
    session.adjust(rate, (start, end - 2))
    assert session.analysis.off == ("direction",)
    assert session.undo() is not None
    assert session.fold(rate).claim.text == "15%左右"
    assert "direction" not in said(session)
