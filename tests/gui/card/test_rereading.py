"""F2: what was understood wrongly is put right by hand, checked anew and kept."""

from decimal import Decimal

import pytest
from PySide6.QtTest import QTest

from annotator.gui.bridge import SessionBridge
from annotator.gui.card.card import ClaimCard
from annotator.gui.card.rereading import ReadingForm
from annotator.gui.card.typed import quantity
from annotator.model import Hedge, Quantity, State
from tests.gui.card.acting import press, state_of, words
from tests.gui.small import claim_of, go


def reading(card: ClaimCard, bridge: SessionBridge, text: str) -> ReadingForm:
    go(bridge, text)
    bridge.ask("reading")
    assert isinstance(card.form, ReadingForm)
    return card.form


def test_value_unit_and_hedge_are_typed_and_kept(card: ClaimCard, bridge: SessionBridge) -> None:
    bridge.decide(bridge.fold_id(claim_of(bridge, "3447名").id), State.CONFIRMED)
    form = reading(card, bridge, "3447名")
    assert form.value.hasFocus()
    assert form.value.text() == "3447"
    assert not form.commit_button.isEnabled()
    QTest.keyClicks(form.value, "3,474")
    form.unit.setText("户")
    form.hedge.setCurrentIndex(form.hedge.findData("about"))
    assert form.commit_button.isEnabled()
    press(form.value, "Ctrl+Return")
    claim = claim_of(bridge, "3447名")
    assert (claim.quantity.value, claim.quantity.unit, claim.quantity.hedge) == ("3474", "户", Hedge.ABOUT)
    assert state_of(bridge, "3447名") is State.PENDING
    go(bridge, "3447名")
    assert "改理解：3,447名 → 3,474户" in words(card)
    assert f"{bridge.session.reviewer}改过" in words(card)
    bridge.undo()
    assert claim_of(bridge, "3447名").quantity.value == "3447"
    assert state_of(bridge, "3447名") is State.CONFIRMED


def test_what_is_no_value_says_how_to_write_one(card: ClaimCard, bridge: SessionBridge) -> None:
    form = reading(card, bridge, "3447名")
    form.value.setText("不少")
    assert not form.commit_button.isEnabled()
    assert "37203" in form.message.text()
    form.kind.setCurrentIndex(form.kind.findData("date"))
    form.value.setText("3月11日")
    assert form.commit_button.isEnabled()
    assert form.read.quantity.value == "XXXX-03-11"


def test_what_was_begun_is_there_again(card: ClaimCard, bridge: SessionBridge) -> None:
    form = reading(card, bridge, "3447名")
    form.value.setText("9")
    press(form.value, "Escape")
    assert reading(card, bridge, "3447名").value.text() == "9"


@pytest.mark.parametrize(
    ("typed", "value", "step"),
    [
        ("37,203", "37203", "1"),
        ("0.150", "0.150", "0.001"),
        ("5.65亿", "565000000", "1000000"),
        ("15%", "0.15", "0.01"),
        ("三分之二", "2/3", None),
        ("2/3", "2/3", None),
        ("3:1", "3:1", None),
        ("XXXX-03-10", "XXXX-03-10", None),
        ("很多", "很多", None),
        ("", "", None),
    ],
)
def test_typed_values(typed: str, value: str, step: str | None) -> None:
    made = quantity(typed, "", "名", Hedge.EXACT, Quantity("1"))
    assert made.value == value
    assert made.step == (None if step is None else Decimal(step))


def test_what_did_not_change_keeps_its_precision() -> None:
    before = Quantity("20000000", unit="元", hedge=Hedge.OVER, step=Decimal(10000000), reach=Decimal(10000000))
    assert quantity("20000000", "", "元", Hedge.OVER, before) == before
    assert quantity("20000000", "", "户", Hedge.OVER, before).reach == Decimal(10000000)
    assert quantity("20000000", "", "元", Hedge.UNDER, before).reach is None
    assert quantity("20000001", "", "元", Hedge.OVER, before).step == 1
