"""An editor's steps through a session: decide, correct, split, undo, read, and finding it all again."""

import pytest

from annotator.model import Decision, Evidence, Span, State
from annotator.review import Conflict, Invalid, MemoryLog, ReasonWanted, Session
from tests.review import world
from tests.review.world import at


def test_one_decision_serves_every_place_and_is_one_step(review: Session, log: MemoryLog) -> None:
    fold = review.fold(at(review, "3447名"))
    changes = review.decide(fold.id, State.CONFIRMED)
    assert (changes.places, changes.label) == (3, "已确认 · 3 处")
    assert changes.folds == {fold.id}
    assert changes.paragraphs == {0, 2, 5}
    assert not changes.structure
    assert {review.state(place.id) for place in fold.places} == {State.CONFIRMED}
    assert len(log.records()) == 1
    undone = review.undo()
    assert undone is not None
    assert undone.label == "已撤销：确认“3447名”"
    assert undone.places == 3
    assert review.decision(fold.id) is None
    assert not review.can_undo
    assert [record.event.kind for record in log.records()] == ["decide", "undo"]


def test_everything_stands_again_after_a_restart_and_undo_goes_on(review: Session, log: MemoryLog) -> None:
    first, second = at(review, "120户"), at(review, "8%")
    review.decide(first, State.CONFIRMED)
    review.decide(second, State.FLAGGED, reason="与下文不符", to="作者")
    again = world.session(log)
    assert again.decision(second) == review.decision(second)
    assert again.undo_label == "存疑“8%”"
    assert again.undo() is not None
    assert again.state(second) is State.PENDING
    assert again.state(first) is State.CONFIRMED
    third = world.session(log)
    assert third.redo_label == "存疑“8%”"
    assert third.redo() is not None
    assert third.state(second) is State.FLAGGED
    assert third.redo() is None


def test_a_new_step_forgets_what_was_undone(review: Session) -> None:
    review.decide(at(review, "8%"), State.CONFIRMED)
    review.undo()
    review.decide(at(review, "9%"), State.CONFIRMED)
    assert not review.can_redo


def test_undo_takes_back_ones_own_steps_only(review: Session, log: MemoryLog) -> None:
    fold = at(review, "8%")
    review.decide(fold, State.CONFIRMED)
    other = world.session(log, "林校")
    assert not other.can_undo
    other.decide(fold, State.DISMISSED, reason="是编号")
    review.refresh()
    assert not review.can_undo, "the other's decision stands on it"
    assert review.state(fold) is State.DISMISSED
    other.undo()
    review.refresh()
    assert review.state(fold) is State.CONFIRMED
    assert review.can_undo


def test_the_loser_is_told_whose_decision_came_first(review: Session, log: MemoryLog) -> None:
    fold = at(review, "15%左右")
    other = world.session(log, "林校")
    other.decide(fold, State.FLAGGED, reason="问作者")
    with pytest.raises(Conflict, match="林校") as caught:
        review.decide(fold, State.CONFIRMED)
    assert caught.value.record.by == "林校"
    assert review.state(fold) is State.FLAGGED, "the screen can show it at once"
    review.decide(fold, State.CONFIRMED, reason="已问过")
    assert [record.by for record in review.history(fold)] == ["林校", "陈记"]


def test_others_work_on_other_folds_is_no_conflict_and_is_seen(review: Session, log: MemoryLog) -> None:
    other = world.session(log, "林校")
    other.decide(at(other, "8%"), State.CONFIRMED)
    changes = review.decide(at(review, "120户"), State.CONFIRMED)
    assert at(review, "8%") in changes.folds
    assert review.state(at(review, "8%")) is State.CONFIRMED


def test_a_form_opened_earlier_carries_what_it_showed(review: Session, log: MemoryLog) -> None:
    fold, opened = at(review, "120户"), review.head[0]
    world.session(log, "林校").decide(fold, State.CONFIRMED)
    review.refresh()
    with pytest.raises(Conflict):
        review.decide(fold, State.FLAGGED, reason="存疑", seen=opened)


@pytest.mark.parametrize("state", [State.CORRECTED, State.FLAGGED])
def test_a_correction_and_a_flag_want_a_reason(review: Session, state: State) -> None:
    fold = at(review, "15%左右")
    assert review.needs_reason(fold, state)
    with pytest.raises(ReasonWanted):
        review.decide(fold, state, text="下浮15%左右", span=Span(*review.fold(fold).claim.span), judgement=True)
    assert review.head[0] == 0


def test_replacing_anothers_or_an_earlier_decision_wants_a_reason(review: Session, log: MemoryLog) -> None:
    fold = at(review, "120户")
    assert not review.needs_reason(fold, State.CONFIRMED)
    review.decide(fold, State.CONFIRMED)
    assert not review.needs_reason(fold, State.DISMISSED), "one's own, made just now"
    later, other = world.session(log), world.session(log, "林校")
    for session in (later, other):
        assert session.needs_reason(fold, State.DISMISSED)
        assert not session.needs_reason(fold, State.CONFIRMED)
        assert not session.needs_reason(fold, State.PENDING)
    other.decide(fold, State.PENDING)
    assert other.state(fold) is State.PENDING


def test_a_correction_may_be_wider_than_its_claim_at_every_place(review: Session) -> None:
    fold = review.fold(at(review, "3447名"))
    start, end = fold.claim.span
    review.decide(fold.id, State.CORRECTED, span=Span(start - 2, end), text="还剩3447名", reason="用词", judgement=True)
    spans = [review.decision(place.id).span for place in fold.places]  # type: ignore[union-attr]
    assert [review.article.slice(span) for span in spans if span] == ["剩余3447名"] * 3
    assert len(set(spans)) == 3


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"text": "15%左右", "judgement": True}, "相同"),
        ({"text": " ", "judgement": True}, "空的"),
        ({"text": "下浮15%"}, "依据"),
        ({"text": "下浮15%", "judgement": True, "span": (30, 31)}, "范围"),
        ({"text": "下浮15%", "evidence": ("nowhere",)}, "证据 nowhere"),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused_in_one_sentence(review: Session, given: dict[str, object], sentence: str) -> None:
    with pytest.raises(Invalid, match=sentence):
        review.decide(at(review, "15%左右"), State.CORRECTED, reason="方向", **given)  # type: ignore[arg-type]
    assert review.head[0] == 0


def test_two_corrections_never_overlap(review: Session) -> None:
    first, second = review.fold(at(review, "8%")), review.fold(at(review, "9%"))
    review.decide(first.id, State.CORRECTED, span=Span(first.claim.start, second.claim.start), text="8%，确为", reason="核", judgement=True)
    with pytest.raises(Invalid, match="8%"):
        review.decide(
            second.id, State.CORRECTED, span=Span(second.claim.start - 1, second.claim.end), text="是9%", reason="核", judgement=True
        )


def test_a_place_alone_is_split_off_and_decided_in_one_step(review: Session) -> None:
    first, second = at(review, "37203名"), at(review, "37203名", 1)
    changes = review.decide(first, State.CONFIRMED, place=second)
    assert changes.structure
    assert changes.folds >= {first, second}
    assert review.fold(second).places == (review.fold(second).claim,)
    assert len(review.fold(first).places) == 2
    assert (review.state(first), review.state(second)) == (State.PENDING, State.CONFIRMED)
    review.undo()
    assert len(review.fold(first).places) == 3
    assert review.state(second) is State.PENDING


def test_splitting_off_the_first_place_renames_the_fold(review: Session) -> None:
    first, second = at(review, "37203名"), at(review, "37203名", 1)
    review.decide(first, State.CONFIRMED)
    review.split(first)
    assert review.fold(second).id == second
    assert review.state(second) is State.CONFIRMED, "both keep the decision they had"
    review.decide(first, State.DISMISSED)
    changes = review.join(first)
    assert changes.structure
    assert review.fold(second).id == first
    assert review.state(first) is State.CONFIRMED, "the place takes the decision of the fold it joins"
    review.undo()
    assert review.state(first) is State.DISMISSED


def test_a_joined_place_takes_a_wide_correction_with_its_own_span(review: Session) -> None:
    third = at(review, "3447名", 2)
    review.split(third)
    start, end = review.fold(at(review, "3447名")).claim.span
    review.decide(at(review, "3447名"), State.CORRECTED, span=Span(start - 2, end), text="还剩3447名", reason="用词", judgement=True)
    review.join(third)
    decision = review.decision(third)
    assert decision is not None
    assert decision.span is not None
    assert review.article.slice(decision.span) == "剩余3447名"


def test_many_at_once_are_one_step_even_after_a_restart(review: Session, log: MemoryLog) -> None:
    folds = [at(review, words) for words in ("33756名", "3447名", "37203名")]
    assert all(map(review.may_confirm_with_enter, folds))
    changes = review.decide_all(folds, State.CONFIRMED, "internal")
    assert changes.label == "已确认 · 3 项 · 9 处"
    assert {decision.basis for fold in folds if (decision := review.decision(fold))} == {"internal"}
    again = world.session(log)
    assert again.undo_label == "确认 3 项"
    again.undo()
    assert {again.state(fold) for fold in folds} == {State.PENDING}
    assert not again.can_undo


def test_only_what_holds_may_be_confirmed_at_once(review: Session) -> None:
    for words in ("15%左右", "120户"):
        assert not review.may_confirm_with_enter(at(review, words))
        with pytest.raises(Invalid, match=words):
            review.decide_all([at(review, words)], State.CONFIRMED, "internal")
    with pytest.raises(ReasonWanted):
        review.decide_all([at(review, "33756名")], State.FLAGGED)


def test_a_finding_is_answered_at_its_place_with_a_reason(review: Session) -> None:
    fold = at(review, "8%")
    (finding,) = review.open_findings(fold)
    with pytest.raises(ReasonWanted):
        review.answer(finding.id, "  ")
    changes = review.answer(finding.id, "两个口径")
    assert changes.folds == {fold, at(review, "9%")}
    assert review.answer_of(finding.id) == "两个口径"
    assert review.open_findings(at(review, "9%")) == ()
    assert review.findings(fold) == (finding,)
    review.undo()
    assert review.answer_of(finding.id) is None


def test_confirming_answers_what_is_open_in_the_same_step(review: Session) -> None:
    fold = at(review, "8%")
    (finding,) = review.open_findings(fold)
    with pytest.raises(ReasonWanted):
        review.decide(fold, State.CONFIRMED, answers=[finding.id])
    changes = review.decide(fold, State.CONFIRMED, reason="口径不同", answers=[finding.id, "gone"])
    assert changes.folds == {fold, at(review, "9%")}
    assert review.state(fold) is State.CONFIRMED
    assert review.answer_of(finding.id) == "口径不同"
    assert review.open_findings(at(review, "9%")) == ()
    assert review.progress.contradictions == 0
    review.undo()
    assert review.state(fold) is State.PENDING
    assert review.open_findings(fold) == (finding,)
    assert review.progress.contradictions == 1
    review.redo()
    assert review.answer_of(finding.id) == "口径不同"


def test_acting_on_one_operand_answers_the_finding_for_all(review: Session) -> None:
    assert review.progress.contradictions == 1
    changes = review.decide(at(review, "8%"), State.FLAGGED, reason="与9%不能并存")
    assert at(review, "9%") in changes.folds, "its mark changes too"
    assert review.open_findings(at(review, "9%")) == ()
    assert review.progress.contradictions == 0


def test_a_paragraph_is_completed_with_its_copies_once_nothing_is_pending(review: Session) -> None:
    with pytest.raises(Invalid, match="还有 3 项待核"):
        review.read(0)
    review.decide_all([fold.id for fold in review.folds_in(0)], State.CONFIRMED)
    assert review.paragraph_state(2) == "begun"
    assert review.read(2).paragraphs == {0, 2, 5}
    assert [review.paragraph_state(order) for order in range(6)] == ["done", "unread", "done", "unread", "unread", "done"]
    review.read(4)
    assert review.paragraph_state(4) == "done"
    review.decide(at(review, "3447名"), State.PENDING)
    assert review.paragraph_state(0) == "open"


def test_minor_claims_never_stand_in_the_way(review: Session) -> None:
    review.decide(at(review, "8%"), State.FLAGGED, reason="口径")
    review.decide(at(review, "9%"), State.CONFIRMED)
    review.read(3)
    assert review.paragraph_state(3) == "done"
    assert review.state(at(review, "一个")) is State.PENDING


def test_next_open_goes_by_risk_and_round_the_end(review: Session) -> None:
    order, here = [], None
    while here := review.next_open(here):
        order.append(review.fold(here).claim.text)
        review.decide(here, State.FLAGGED if here == at(review, "15%左右") else State.CONFIRMED, reason="x")
        if here == at(review, "9%"):
            (finding,) = review.open_findings(here)
            review.answer(finding.id, "两个口径")
    assert order == ["8%", "9%", "15%左右", "120户", "33756名", "3447名", "37203名"]


def test_next_open_in_text_order_in_one_paragraph_and_backwards(review: Session) -> None:
    assert review.next_open(by_risk=False) == at(review, "33756名")
    assert review.next_open(at(review, "120户"), by_risk=False) == at(review, "8%")
    assert review.next_open(at(review, "33756名"), by_risk=False, backwards=True) == at(review, "9%")
    assert review.next_open(at(review, "120户"), backwards=True) == at(review, "9%")
    review.decide(at(review, "9%"), State.CONFIRMED)
    assert review.next_open(at(review, "9%"), paragraph=3) == at(review, "8%")
    review.decide(at(review, "8%"), State.CONFIRMED)
    assert review.next_open(at(review, "8%"), paragraph=3) is None
    assert review.fold(review.next_open(at(review, "37203名", 1), paragraph=2) or "").claim.text == "33756名"


def test_what_was_confirmed_over_a_contradiction_comes_up_last(review: Session) -> None:
    for fold in review.folds:
        if not fold.claim.minor:
            review.decide(fold.id, State.CONFIRMED)
    assert review.next_open() == at(review, "8%")
    assert review.next_open(by_risk=False) is None


def test_a_claim_by_hand_stands_in_every_copy_and_is_checked(review: Session, log: MemoryLog) -> None:
    start = review.article.text.index("全县脱贫3") + 2
    with pytest.raises(Invalid, match="没有数字"):
        review.insert((start, start + 2))
    with pytest.raises(Invalid, match="相重"):
        review.insert((start + 2, start + 4))
    with pytest.raises(Invalid, match="跨段"):
        review.insert((0, len(review.article.text)))
    review.decide(at(review, "33756名"), State.DISMISSED)
    changes = review.insert((start, start + 7))
    made = f"{start}-{start + 7}"
    assert changes.structure
    assert [place.text for place in review.fold(made).places] == ["脱贫33756"] * 3
    assert at(review, "33756名") not in {fold.id for fold in review.folds}, "what was dismissed makes room"
    assert not any(finding.check == "sum" for finding in review.analysis.findings), "checked again"
    assert world.session(log).fold(made) == review.fold(made)
    review.undo()
    assert review.state(at(review, "33756名")) is State.DISMISSED
    assert any(finding.check == "sum" for finding in review.analysis.findings)


def test_an_adjusted_claim_is_pending_again_and_keeps_its_history(review: Session) -> None:
    fold = review.fold(at(review, "3447名"))
    review.decide(fold.id, State.CONFIRMED)
    start, end = fold.claim.span
    review.adjust(fold.id, (start - 2, end))
    now = review.fold(f"{start - 2}-{end}")
    assert [place.text for place in now.places] == ["剩余3447名"] * 3
    assert review.state(now.id) is State.PENDING
    assert [record.event.kind for record in review.history(now.id)] == ["decide", "adjust"]
    with pytest.raises(KeyError):
        review.fold(fold.id)
    review.undo()
    assert review.state(fold.id) is State.CONFIRMED


def test_notes_and_evidence_belong_to_a_fold_and_serve_others(review: Session, log: MemoryLog) -> None:
    first, second = at(review, "15%左右"), at(review, "120户")
    source = Evidence("e1", "利率下浮15%", title="公告", link="https://example.org/1")
    review.note(first, "已致电")
    review.add_evidence(first, source)
    review.add_evidence(second, source)
    with pytest.raises(Invalid):
        review.add_evidence(second, Evidence("e2", " "))
    review.decide(first, State.CORRECTED, text="下浮15%", reason="方向", evidence=["e1"])
    again = world.session(log)
    assert [remark.text for remark in again.notes(first)] == ["已致电"]
    assert again.evidence(first) == again.evidence(second) == (source,)
    assert again.sources == (source,)
    assert again.decision(first).evidence == ("e1",)  # type: ignore[union-attr]


def test_drafts_and_place_stand_outside_the_log(review: Session, log: MemoryLog) -> None:
    review.save_draft("correct:1", {"text": "下浮"})
    review.save_place({"paragraph": 3, "claim": at(review, "8%")})
    again = world.session(log)
    assert again.draft("correct:1") == {"text": "下浮"}
    assert again.place == {"paragraph": 3, "claim": at(review, "8%")}
    again.save_draft("correct:1", None)
    assert world.session(log).drafts == {}
    assert review.head[0] == 0


def test_a_decision_keeps_its_claim_when_the_machine_reads_otherwise_later(log: MemoryLog) -> None:
    review = world.session(log)
    wide, gone = at(review, "15%左右"), at(review, "120户")
    review.decide(wide, State.FLAGGED, reason="问")
    review.decide(gone, State.CONFIRMED)
    found = world.analysis()
    start, end = review.fold(wide).claim.span
    claims = tuple(claim for claim in found.claims if claim.id not in {wide, gone})
    newer = world.assess(found.article, tuple(sorted((*claims, world.claim(found.article, (start, end - 2))), key=lambda c: c.start)))
    later = Session(newer, log, "陈记", earlier=found.claims, assess=world.assess, parse=world.claim)
    assert later.state(wide) is State.FLAGGED
    assert later.fold(wide).claim.text == "15%左右"
    assert later.state(gone) is State.CONFIRMED
    assert isinstance(later.decision(gone), Decision)
