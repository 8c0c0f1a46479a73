"""What a claim was read as is put right by hand, and the readings of an article (初审, 复审, 终审) are steps like any other."""

import pytest

from annotator.model import Hedge, Kind, Quantity, Stage, State, Verdict
from annotator.review import Invalid, MemoryLog, Session
from tests.review import world
from tests.review.world import at


def test_another_reading_stands_at_every_place_is_pending_and_survives(review: Session, log: MemoryLog) -> None:
    fold = review.fold(at(review, "3447名"))
    review.decide(fold.id, State.CONFIRMED)
    changes = review.read_as(fold.id, Kind.MONEY, Quantity("3447", unit="元", hedge=Hedge.ABOUT))
    assert changes.structure
    now = review.fold(fold.id)
    assert [place.quantity.unit for place in now.places] == ["元"] * 3
    assert {place.kind for place in now.places} == {Kind.MONEY}
    assert [place.text for place in now.places] == ["3447名"] * 3
    assert review.state(fold.id) is State.PENDING
    assert [record.event.kind for record in review.history(fold.id)] == ["decide", "reading"]
    again = world.session(log)
    assert again.fold(fold.id) == now
    review.decide(fold.id, State.CONFIRMED)
    assert review.state(fold.id) is State.CONFIRMED
    review.undo()
    review.undo()
    assert review.fold(fold.id) == fold
    assert review.state(fold.id) is State.CONFIRMED
    review.redo()
    assert review.fold(fold.id) == now
    assert review.state(fold.id) is State.PENDING


def test_the_real_checks_are_asked_again() -> None:
    from annotator.pipeline import analyse
    from annotator.text import article

    made = article("全村共有480人，其中男性230人，女性270人。\n")
    review = Session(analyse(made), MemoryLog(made.sha256), "甲")
    wrong = next(finding for finding in review.analysis.findings if finding.check == "sum")
    assert wrong.verdict is Verdict.CONTRADICTION
    part = next(fold for fold in review.folds if fold.claim.text == "270人")
    review.read_as(part.id, Kind.COUNT, Quantity("250", unit="人"))
    assert [finding.verdict for finding in review.analysis.findings if finding.check == "sum"] == [Verdict.CONSISTENT]
    review.undo()
    assert wrong in review.analysis.findings


@pytest.mark.parametrize(
    ("kind", "quantity", "sentence"),
    [
        (Kind.COUNT, Quantity("很多", unit="名"), "写成数字"),
        (Kind.DATE, Quantity("3447"[:3]), "写成日期"),
        (Kind.TIME, Quantity("8点"), "写成时刻"),
        (Kind.SCORE, Quantity("3"), "写成比分"),
        (Kind.COUNT, Quantity("1", high="许多", unit="名"), "写成数字"),
    ],
)
def test_a_value_has_the_form_of_its_kind(review: Session, kind: Kind, quantity: Quantity, sentence: str) -> None:
    with pytest.raises(Invalid, match=sentence):
        review.read_as(at(review, "3447名"), kind, quantity)
    assert not review.records


@pytest.mark.parametrize(
    ("kind", "quantity"),
    [
        (Kind.DATE, Quantity("XXXX-03-11")),
        (Kind.DATE, Quantity("2020-Q1")),
        (Kind.TIME, Quantity("08:30", high="17:00")),
        (Kind.SCORE, Quantity("3:1")),
        (Kind.RATIO, Quantity("1:2.5")),
        (Kind.RATIO, Quantity("2/3")),
    ],
)
def test_every_kind_has_a_form(review: Session, kind: Kind, quantity: Quantity) -> None:
    review.read_as(at(review, "3447名"), kind, quantity)
    assert review.fold(at(review, "3447名")).claim.quantity == quantity


def test_the_same_reading_is_refused(review: Session) -> None:
    claim = review.fold(at(review, "3447名")).claim
    with pytest.raises(Invalid, match="没有变"):
        review.read_as(claim.id, claim.kind, claim.quantity)


def test_readings_of_the_article_are_steps(review: Session, log: MemoryLog) -> None:
    assert review.stage is Stage.FIRST
    assert not review.stages
    review.begin(Stage.SECOND)
    assert review.stage is Stage.SECOND
    with pytest.raises(Invalid, match="已经"):
        review.begin(Stage.SECOND)
    again = world.session(log)
    assert [(begun.stage, begun.by, begun.seq) for begun in again.stages] == [(Stage.SECOND, review.reviewer, 1)]
    assert again.stages[0].at == review.records[0].at
    review.undo()
    assert review.stage is Stage.FIRST
    review.redo()
    assert review.stage is Stage.SECOND


def test_two_who_begin_a_reading_at_once_are_told(review: Session, log: MemoryLog) -> None:
    from annotator.review import Conflict

    other = world.session(log, "乙")
    review.begin(Stage.SECOND)
    with pytest.raises(Conflict):
        other.begin(Stage.FINAL)
    assert other.stage is Stage.SECOND
