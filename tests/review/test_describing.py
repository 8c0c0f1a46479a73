"""What editors say of an article itself: its masthead, and paragraphs that the flow of a page cut. The machine reads it again at once."""

from datetime import UTC, date, datetime

import pytest

from annotator.model import State
from annotator.pipeline import analyse
from annotator.review import Invalid, MemoryLog, Record, Session
from annotator.review.ledger import Ledger
from annotator.review.log import new_event
from annotator.text import Join, article, joins

CUT = """物流园投用

第一季度园区进出货物4
8万吨,比上年同期增加6万吨,其中铁路
运输20万吨,公路运输28万吨。
4月9日(星期五),园区举行开放日活动。
"""


def session_of(text: str = CUT, log: MemoryLog | None = None) -> Session:
    made = article(text, name="a.txt")
    return Session(analyse(made), log or MemoryLog(made.sha256), "甲")


def said(session: Session) -> list[str]:
    return [fold.claim.text for fold in session.folds]


def test_a_date_of_publication_gives_weekdays_their_year_at_once() -> None:
    session = session_of()
    assert not [f for f in session.analysis.findings if f.check == "weekday"]
    changes = session.describe("物流园投用", "记者 某甲", "某报", date(2020, 4, 10))
    found = [f for f in session.analysis.findings if f.check == "weekday"]
    assert [session.article.slice(f.spans[0]) for f in found], "9 April 2020 was a Thursday"
    assert changes.structure
    assert session.article.published == date(2020, 4, 10)
    assert session.undo() is not None
    assert session.article.published is None
    assert not [f for f in session.analysis.findings if f.check == "weekday"]


def test_the_masthead_survives_a_restart_and_the_same_again_is_refused() -> None:
    log = MemoryLog(article(CUT).sha256)
    session_of(log=log).describe("新题目", "", "某报")
    again = session_of(log=log)
    assert (again.article.title, again.article.byline, again.article.publisher) == ("新题目", "", "某报")
    with pytest.raises(Invalid):
        again.describe("新题目", "", "某报")


def test_claims_by_hand_stay_when_the_masthead_changes() -> None:
    session = session_of("编号通告\n文件代号23456已经发出。\n")
    start = session.article.text.index("23456")
    session.insert((start, start + 5))
    session.describe("另一题目", published=date(2021, 5, 6))
    assert "23456" in said(session)


def test_cut_paragraphs_are_read_as_one_until_it_is_undone() -> None:
    session = session_of()
    offered = joins(session.article)
    assert Join(2, 3) in offered
    before = said(session)
    assert "48万吨" not in "".join(before)
    session.carry_on([Join(1, 2), Join(2, 3)])
    claim = next(f.claim for f in session.folds if f.claim.quantity.value == "480000")
    assert claim.text == "4\n8万吨"
    assert claim.paragraph == 1
    assert [p.order for p in session.article.paragraphs] == list(range(5)), "paragraphs keep their numbers"
    assert any(f.check == "sum" for f in session.analysis.findings), "20万吨 + 28万吨 = 48万吨 across three lines"
    assert session.analysis.contexts[claim].clause.start <= claim.start
    session.undo()
    assert said(session) == before
    session.redo()
    assert session.joins == {Join(1, 2), Join(2, 3)}
    session.carry_on([Join(1, 2)], joined=False)
    assert session.joins == {Join(2, 3)}


def test_what_was_decided_before_a_join_stays_as_it_was_seen() -> None:
    session = session_of()
    tail = next(f for f in session.folds if f.claim.text == "8万吨")
    session.decide(tail.id, State.CONFIRMED)
    session.carry_on([Join(1, 2)])
    assert session.state(tail.id) is State.CONFIRMED
    assert session.fold(tail.id).claim.text == "8万吨"


def test_a_number_over_two_paragraphs_is_corrected_after_they_are_parted() -> None:
    session = session_of()
    session.carry_on([Join(1, 2)])
    cut = next(f for f in session.folds if "\n" in f.claim.text)
    with pytest.raises(Invalid, match="分开"):
        session.decide(cut.id, State.CORRECTED, text="49万吨", judgement=True, reason="作者更正")


def test_copies_are_joined_with_their_originals() -> None:
    first = "全年检修管线1\n20公里,新建泵站3座,更换阀门40个。\n"
    session = session_of(first + first)
    session.carry_on([Join(0, 1)])
    fold = next(f for f in session.folds if f.claim.quantity.value == "120")
    assert [place.paragraph for place in fold.places] == [0, 2]


@pytest.mark.parametrize("pairs", [[], [Join(0, 2)]])
def test_only_neighbours_can_be_joined(pairs: list[Join]) -> None:
    with pytest.raises(Invalid):
        session_of().carry_on(pairs)
    with pytest.raises(Invalid):
        session_of().carry_on([Join(0, 1)], joined=False)


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("masthead", {"title": "a", "byline": "", "publisher": "", "published": "soon"}),
        ("masthead", {"title": "a"}),
        ("flow", {"pairs": [["one", 2]], "joined": True}),
        ("flow", {"pairs": [[1, 2, 3]], "joined": True}),
    ],
)
def test_a_foreign_record_that_says_nothing_known_is_refused(kind: str, data: dict) -> None:
    at = datetime(2026, 3, 11, tzinfo=UTC)
    with pytest.raises((KeyError, ValueError)):
        Ledger.of([Record(1, at, "甲", new_event(kind, data, 0), "")])
