"""One place of a repeated claim gets a decision of its own, and goes back into its fold: keys only."""

from annotator.model import State
from tests.e2e.editor import Desks, Editor


def test_split_decide_and_join(reader: Editor) -> None:
    reader.give_name()
    claim = reader.walk_to("16名")
    assert len(reader.session.fold(claim.id).places) == 3
    reader.press("Ctrl+Alt+X")
    assert len(reader.session.fold(claim.id).places) == 1
    reader.press("1")
    assert reader.session.state(claim.id) is State.CONFIRMED
    others = [place for place in reader.window.bridge.claims if place.text == "16名" and place.id != claim.id]
    assert {reader.session.state(place.id) for place in others} == {State.PENDING}
    reader.walk_to("16名")
    reader.press("Ctrl+Alt+J")
    assert len(reader.session.fold(claim.id).places) == 3
    assert reader.session.state(claim.id) is State.PENDING  # it takes the decision of the fold it joins


def test_alt_and_a_digit_splits_and_decides_in_one_step(desks: Desks) -> None:
    first = desks.sit()
    first.open_sample()
    first.give_name()
    claim = first.walk_to("16名")
    first.press("Alt+4")
    assert first.session.state(claim.id) is State.DISMISSED
    assert len(first.session.fold(claim.id).places) == 1
    first.close()
    second = desks.sit()
    second.wait_for_article()
    assert second.session.state(claim.id) is State.DISMISSED
    second.press("Ctrl+Z")
    assert second.session.state(claim.id) is State.PENDING
    assert len(second.session.fold(claim.id).places) == 3
