"""Undo takes back many steps, a decision on all places as one, and goes on after the window was closed and opened again."""

from annotator.model import State
from tests.e2e.editor import Desks, Editor


def test_many_steps_and_again(reader: Editor) -> None:
    reader.give_name()
    for text in ("300余家", "194份", "16名"):
        reader.go_to(text)
        reader.press("1")
    for text in ("16名", "194份", "300余家"):
        reader.press("Ctrl+Z")
        assert reader.state_of(text) is State.PENDING
        assert reader.window.bridge.claim.text == text
    assert not reader.window.actions_["undo"].isEnabled()
    for text in ("300余家", "194份", "16名"):
        reader.press("Ctrl+Shift+Z")
        assert reader.state_of(text) is State.CONFIRMED


def test_after_a_restart(desks: Desks) -> None:
    first = desks.sit()
    first.open_sample()
    first.give_name()
    first.go_to("194份")
    first.press("1")
    first.close()
    second = desks.sit()
    second.wait_for_article()
    assert second.state_of("194份") is State.CONFIRMED
    second.press("Ctrl+Z")
    assert second.state_of("194份") is State.PENDING
    assert second.says.startswith("已撤销")
