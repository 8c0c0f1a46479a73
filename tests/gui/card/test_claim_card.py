"""The claim card as an editor meets it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.gui.bridge import SessionBridge
from annotator.gui.card.card import ClaimCard
from annotator.gui.card.finding import FindingView
from annotator.gui.card.operand import Operand
from annotator.gui.card.section import Grid, Section
from annotator.gui.card.sentence import Sentence
from annotator.model import State
from tests.gui.card.acting import assert_comes, button, click, press, state_of, words
from tests.gui.small import analysis_of, claim_of, go, session_of


def test_the_card_goes_from_the_sentence_to_the_history(qtbot: QtBot, card: ClaimCard, bridge: SessionBridge) -> None:
    go(bridge, "37203名")
    assert [section.name.text() for section in card.findChildren(Section)] == ["软件的理解", "核对发现", "出现位置", "证据与备注", "历史"]
    assert card.findChildren(Sentence)[0].accessibleName() == "全县共有贫困人口37203名,其中剩余3447名,已脱贫33756名。"
    assert_comes(qtbot, lambda: card.findChildren(Grid)[0].accessibleName() == "数值 37,203；单位 名；限定 精确；所计 贫困人口；主体 全县")
    assert "×2 · 一个决定，2 处同步" in words(card)
    assert "尚无人工决定" in words(card)
    assert "第 2 段 · 1/3 项" in words(card)


def test_a_finding_shows_its_formula_with_operands_that_can_be_visited(qtbot: QtBot, card: ClaimCard, bridge: SessionBridge) -> None:
    go(bridge, "3447名")
    operands = card.findChildren(FindingView)[0].findChildren(Operand)
    assert [operand.accessibleName() for operand in operands] == ["3447名，本项 · 2 段", "33756名，2 段", "37203名，2 段"]
    with qtbot.waitSignal(bridge.pointed, check_params_cb=lambda spans: spans == (claim_of(bridge, "33756名").span,)):
        operands[1].setFocus()
    with qtbot.waitSignal(bridge.shown, check_params_cb=lambda span: span == claim_of(bridge, "33756名").span):
        press(operands[1], "Return")
    assert bridge.claim == claim_of(bridge, "3447名")  # this one is not lost


def test_why_opens_the_page_of_the_check(qtbot: QtBot, card: ClaimCard, bridge: SessionBridge) -> None:
    go(bridge, "15%左右")
    with qtbot.waitSignal(bridge.page_asked, check_params_cb=lambda check: check == "direction"):
        click(button(card, "为什么"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("37203名", "没有未回应的发现，有相符：按 Enter 确认"),
        ("15%左右", "有 1 条待看未回应，Enter 不会直接确认。按 1 写理由确认，按 5 只回应发现"),
        ("120个", "有 1 条矛盾未回应，Enter 不会直接确认。按 1 写理由确认，按 5 只回应发现"),
        ("26", "没有可比对的数，Enter 不会直接确认；核对后按 1"),
    ],
)
def test_the_bar_says_what_enter_would_do(qtbot: QtBot, text: str, expected: str) -> None:
    bridge = SessionBridge()
    bridge.open(session_of(analysis_of()))
    card = ClaimCard(bridge)
    qtbot.addWidget(card)
    card.show()
    go(bridge, text)
    assert expected in words(card)


def test_the_five_decisions_are_buttons(card: ClaimCard, bridge: SessionBridge) -> None:
    go(bridge, "3447名")
    click(button(card, "确认"))
    assert state_of(bridge, "3447名") is State.CONFIRMED
    assert bridge.claim == claim_of(bridge, "33756名")  # on to the next open one
    click(button(card, "不是数据"))
    assert state_of(bridge, "33756名") is State.DISMISSED
    go(bridge, "3447名")
    assert "已确认 · 初审员" in words(card)
    click(button(card, "待核"))
    assert state_of(bridge, "3447名") is State.PENDING


def test_the_end_of_a_paragraph_asks_for_what_was_missed(card: ClaimCard, bridge: SessionBridge) -> None:
    bridge.select(1, None)
    assert "本段 0/3，有无漏标？" in words(card)
    bridge.select(6, None)
    assert "本段没有数字" in words(card)
    click(button(card, "读毕"))
    assert bridge.session.is_read(6)
    bridge.select(0, None)
    assert "未说明的数字" in words(card)
    assert [operand.text() for operand in card.findChildren(Operand) if operand.isVisible()] == ["一线"]


def test_places_can_be_split_off_and_joined_again(qtbot: QtBot, card: ClaimCard, bridge: SessionBridge) -> None:
    go(bridge, "37203名", 1)
    click(button(card, "拆出这一处"))
    go(bridge, "37203名", 1)
    assert "仅此 1 处" in words(card)
    click(button(card, "并回重复"))
    go(bridge, "37203名", 1)
    assert_comes(qtbot, lambda: "×2 · 一个决定" in words(card))


def test_words_of_the_article_are_never_markup(card: ClaimCard, bridge: SessionBridge) -> None:
    go(bridge, "88元")
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in card.findChildren(QLabel))
    assert "<b>粗</b>" in card.findChildren(Sentence)[0].accessibleName()


def test_read_only_nothing_can_be_decided(qtbot: QtBot) -> None:
    bridge = SessionBridge()
    bridge.open(session_of(analysis_of(), read_only=True))
    card = ClaimCard(bridge)
    qtbot.addWidget(card)
    card.show()
    go(bridge, "3447名")
    assert "只读打开，决定不会保存" in words(card)
    assert not button(card, "确认").isEnabled()
    assert not button(card, "＋ 证据").isEnabled()


def test_without_an_article_the_card_is_empty(card: ClaimCard, bridge: SessionBridge) -> None:
    bridge.open(None)
    assert words(card).strip() == ""
