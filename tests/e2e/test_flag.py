"""A claim is queried with a reason and with whom to ask; a wrong find is dismissed with one key."""

from annotator.model import State
from tests.e2e.editor import Editor


def test_flag_wants_a_reason(reader: Editor) -> None:
    reader.give_name()
    claim = reader.go_to("649万美元")
    reader.press("3")
    reader.press("Ctrl+Return")
    assert reader.session.state(claim.id) is State.PENDING
    reader.press("Alt+1")
    reader.press("Ctrl+Return")
    decision = reader.session.decision(claim.id)
    assert decision is not None
    assert (decision.state, decision.to, decision.reason) == (State.FLAGGED, "作者", "无出处")


def test_dismiss_and_back(reader: Editor) -> None:
    reader.give_name()
    claim = reader.go_to("649万美元")
    reader.press("4")
    assert reader.session.state(claim.id) is State.DISMISSED
    reader.go_to("649万美元")
    reader.press("0")
    assert reader.session.state(claim.id) is State.PENDING
    assert reader.says.startswith("已退回待核")


def test_alt_decides_this_place_alone(reader: Editor) -> None:
    reader.give_name()
    claim = reader.go_to("16名")
    others = reader.session.fold(claim.id).places[1:]
    reader.press("Alt+4")
    assert reader.session.state(claim.id) is State.DISMISSED
    assert {reader.session.state(place.id) for place in others} == {State.PENDING}
    reader.press("Ctrl+Z")
    assert len(reader.session.fold(claim.id).places) == 3
    assert reader.session.state(claim.id) is State.PENDING
