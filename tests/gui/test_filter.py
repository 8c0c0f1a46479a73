"""All words of a filter must hold: states, kinds, units, checks, paragraphs, letters of the claim."""

import pytest
from pytestqt.qtbot import QtBot

from annotator.gui.bridge import SessionBridge
from annotator.gui.filter import Filter
from annotator.model import State
from tests.gui.small import analysis_of, claim_of, session_of


@pytest.fixture
def bridge(qtbot: QtBot) -> SessionBridge:
    bridge = SessionBridge()
    bridge.open(session_of(analysis_of()))
    return bridge


def passing(bridge: SessionBridge, words: str) -> set[str]:
    bridge.set_filter(Filter(words))
    return {fold.claim.text for fold in bridge.session.folds if bridge.passes(fold.id)}


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        ("", {"37203名", "3447名", "33756名", "15%左右", "2", "26", "120个", "88元"}),
        ("百分比", {"15%左右"}),
        ("percent", {"15%左右"}),
        ("名", {"37203名", "3447名", "33756名"}),
        ("3段", {"15%左右"}),
        ("6段", {"15%左右"}),  # its copy counts, too
        ("2-3段", {"37203名", "3447名", "33756名", "15%左右"}),
        ("矛盾", {"120个", "88元"}),
        ("direction", {"15%左右"}),
        ("矛盾 元", {"88元"}),
        ("88", {"88元"}),
        ("已确认", set()),
        ("待核 百分比", {"15%左右"}),
    ],
)
def test_words(bridge: SessionBridge, words: str, texts: set[str]) -> None:
    assert passing(bridge, words) == texts


def test_states_follow_decisions(bridge: SessionBridge) -> None:
    bridge.decide(bridge.fold_id(claim_of(bridge, "3447名").id), State.CONFIRMED)
    assert passing(bridge, "已确认") == {"3447名"}
    assert "3447名" not in passing(bridge, "待核")


def test_a_chip_puts_its_word_in_and_takes_it_out() -> None:
    states = frozenset({"待核", "存疑"})
    one = Filter("亿元").toggled("待核", states - {"待核"})
    assert one.words == ("亿元", "待核")
    other = one.toggled("存疑", states - {"存疑"})
    assert other.words == ("亿元", "存疑")
    assert other.toggled("存疑", states - {"存疑"}).words == ("亿元",)
    assert not Filter("  ")


def test_walking_stays_with_what_passes(bridge: SessionBridge) -> None:
    bridge.select(0)
    bridge.set_filter(Filter("个"))
    bridge.step_claim(1)
    assert bridge.claim == claim_of(bridge, "120个")
    bridge.step_claim(1)
    assert bridge.claim == claim_of(bridge, "120个")  # nothing else passes
