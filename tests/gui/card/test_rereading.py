"""F2: what was understood wrongly is put right by hand, checked anew and kept."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.claims import find_claims
from annotator.gui.bridge import SessionBridge
from annotator.gui.card.card import ClaimCard
from annotator.gui.card.reading import hedge_words, value_words
from annotator.gui.card.rereading import ReadingForm
from annotator.gui.card.typed import leap, quantity
from annotator.model import Claim, Hedge, Kind, Quantity, State, meant, told
from annotator.pipeline import analyse
from annotator.report.reading import reading as told_in_report
from annotator.review import MemoryLog, Session
from annotator.text import article
from tests.gui.card.acting import press, state_of, words
from tests.gui.small import claim_of, clear_away, go


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


WAYS = [
    ("6.1%", "7.2", "0.072", "7.2", "%"),
    ("6.1%", "7.20", "0.072", "7.2", "%"),
    ("6.1%", "7.2%", "0.072", "7.2", "%"),
    ("6.1%", "百分之七点二", "0.072", "7.2", "%"),
    ("6.39‰", "6.93", "0.00693", "6.93", "‰"),
    ("三成", "4", "0.4", "4", "成"),
    ("三成", "四成", "0.4", "4", "成"),
    ("七折", "7.5", "0.75", "7.5", "折"),
    ("三分之二", "3/4", "3/4", "3/4", ""),
    ("0.5个百分点", "0.6", "0.6", "0.6", "个百分点"),
    ("两倍", "3", "3", "3", "倍"),
    ("37203名", "37302", "37302", "37,302", "名"),
]


def claim_in(text: str) -> Claim:
    return find_claims(article(f"今年的比例为{text}。"))[-1]


@pytest.mark.parametrize(("text", "typed", "value", "shown", "unit"), WAYS)
def test_a_value_is_shown_and_taken_as_it_is_written(text: str, typed: str, value: str, shown: str, unit: str) -> None:
    before = claim_in(text).quantity
    written = told(before.value, before.unit)
    assert quantity(written, "", before.unit, before.hedge, before) == before  # what nobody changed is what it was
    made = quantity(typed, "", before.unit, before.hedge, before)
    assert (made.value, made.unit) == (value, unit)
    assert value_words(made, Kind.PERCENT) == shown
    assert leap(before, made) is None


def test_both_ends_of_a_range_are_parts_of_one() -> None:
    before = claim_in("10%—15%").quantity
    made = quantity("10", "16", "%", Hedge.EXACT, before)
    assert (made.value, made.high) == ("0.1", "0.16")
    assert value_words(made, Kind.PERCENT) == "10–16"


def test_an_interval_is_told_in_its_unit() -> None:
    assert hedge_words(claim_in("20%左右").quantity) == "约，19–21"


@pytest.mark.parametrize("value", ["0.061", "1", "0.5", "-0.03", "2/3", "0.00639", "12"])
@pytest.mark.parametrize("unit", ["%", "‰", "‱", "成", "折", "", "名"])
def test_what_is_written_means_what_is_told(value: str, unit: str) -> None:
    assert meant(told(value, unit), unit) == value


def test_a_percentage_is_put_right_by_f2_as_it_is_written(desk_card: tuple[ClaimCard, SessionBridge]) -> None:
    card, bridge = desk_card
    go(bridge, "6.1%")
    bridge.ask("reading")
    form = card.form
    assert isinstance(form, ReadingForm)
    assert form.value.text() == "6.1"
    QTest.keyClicks(form.value, "7.2")
    assert not form.warning.isVisible()
    press(form.value, "Ctrl+Return")
    assert claim_of(bridge, "6.1%").quantity.value == "0.072"
    go(bridge, "6.1%")
    assert "改理解：6.1% → 7.2%" in words(card)
    assert told_in_report(claim_of(bridge, "6.1%")) == "7.2 %"


def test_a_value_that_leaps_is_warned_of(desk_card: tuple[ClaimCard, SessionBridge]) -> None:
    card, bridge = desk_card
    go(bridge, "6.1%")
    bridge.ask("reading")
    form = card.form
    assert isinstance(form, ReadingForm)
    QTest.keyClicks(form.value, "720")
    assert form.warning.isVisible()
    assert "118.0327" in form.warning.text()
    form.value.setText("0.061")
    assert "1/100" in form.warning.text()
    form.value.setText("61")
    assert "10 倍" in form.warning.text()
    form.value.setText("6.2")
    assert not form.warning.isVisible()


@pytest.fixture
def desk_card(qtbot: QtBot) -> Iterator[tuple[ClaimCard, SessionBridge]]:
    """The card of an article the program itself read."""
    bridge = SessionBridge()
    analysis = analyse(article("全年产值增长6.1%。"))
    bridge.open(Session(analysis, MemoryLog(analysis.article.sha256), "王初审"))
    card = ClaimCard(bridge)
    qtbot.addWidget(card)
    card.resize(394, 820)
    card.show()
    card.activateWindow()
    yield card, bridge
    clear_away(card)
