"""Correcting a claim: the field, the draft, the suggestion, the checks once more."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.bridge import SessionBridge
from annotator.gui.card.card import ClaimCard
from annotator.gui.card.correction import CorrectionForm
from annotator.model import State
from tests.gui.card.acting import assert_comes, button, click, correct, press, state_of, words
from tests.gui.small import claim_of, go, span_of


def test_the_field_holds_the_words_the_finding_names_with_the_changed_part_selected(card: ClaimCard, bridge: SessionBridge) -> None:
    form = correct(card, bridge, "15%左右")
    assert form.field.text() == "上浮15%左右"
    assert form.field.selectedText() == "上"
    assert card.focusWidget() is form.field


def test_without_a_suggestion_the_figure_is_selected(card: ClaimCard, bridge: SessionBridge) -> None:
    form = correct(card, bridge, "3447名")
    assert (form.field.text(), form.field.selectedText()) == ("3447名", "3447")


def test_a_correction_wants_a_change_a_reason_and_grounds(qtbot: QtBot, card: ClaimCard, bridge: SessionBridge) -> None:
    form = correct(card, bridge, "3447名")
    with qtbot.waitSignal(bridge.said, check_params_cb=lambda said: said == "还差：有改动、有理由、证据或编辑判断"):
        press(form.field, "Ctrl+Return")
    assert not form.commit_button.isEnabled()
    QTest.keyClicks(form.field, "3474")
    press(form.field, "Alt+1")
    assert form.reason.text == "数值"
    form.judgement.click()
    assert form.commit_button.isEnabled()
    press(form.field, "Ctrl+Return")
    decision = bridge.session.decision(claim_of(bridge, "3447名").id)
    assert (decision.state, decision.text, decision.reason, decision.judgement) == (State.CORRECTED, "3474名", "数值", True)
    assert card.form is None
    assert bridge.claim == claim_of(bridge, "33756名")


def test_the_suggestion_is_taken_over_with_one_key_and_brings_its_reason(card: ClaimCard, bridge: SessionBridge) -> None:
    form = correct(card, bridge, "15%左右")
    press(form.field, "Alt+Return")
    assert form.field.text() == "下浮15%左右"
    assert form.reason.text == "减负的利率写“上浮”,疑为“下浮”。"
    form.judgement.click()
    press(form.field, "Ctrl+Return")
    decision = bridge.session.decision(claim_of(bridge, "15%左右").id)
    assert (decision.text, decision.span) == ("下浮15%左右", span_of(bridge.article, "上浮15%左右"))
    assert state_of(bridge, "15%左右", 1) is State.CORRECTED  # at the copy as well


def test_the_finding_itself_offers_the_correction(card: ClaimCard, bridge: SessionBridge) -> None:
    go(bridge, "15%左右", 1)
    click(button(card, "以此更正"))
    assert isinstance(card.form, CorrectionForm)
    assert card.form.field.text() == "下浮15%左右"
    card.form.judgement.click()
    press(card.form.field, "Ctrl+Return")
    assert state_of(bridge, "15%左右") is State.CORRECTED


def test_only_this_place_is_corrected_where_that_is_asked(card: ClaimCard, bridge: SessionBridge) -> None:
    go(bridge, "15%左右", 1)
    bridge.press(State.CORRECTED, here=True)
    form = card.form
    assert isinstance(form, CorrectionForm)
    assert form.field.text() == "上浮15%左右"
    press(form.field, "Alt+Return")
    form.judgement.click()
    press(form.field, "Ctrl+Return")
    assert (state_of(bridge, "15%左右"), state_of(bridge, "15%左右", 1)) == (State.PENDING, State.CORRECTED)


def test_escape_keeps_the_draft_and_the_form_finds_it_again(card: ClaimCard, bridge: SessionBridge) -> None:
    form = correct(card, bridge, "3447名")
    QTest.keyClicks(form.field, "3474")
    form.reason.words.setPlainText("与总数不合")
    form.judgement.click()
    press(form.field, "Esc")
    assert card.form is None
    assert state_of(bridge, "3447名") is State.PENDING
    again = correct(card, bridge, "3447名")
    assert (again.field.text(), again.reason.text, again.judgement.isChecked()) == ("3474名", "与总数不合", True)
    press(again.field, "Ctrl+Return")
    assert not bridge.session.drafts


def test_a_draft_is_kept_within_two_seconds_of_typing(qtbot: QtBot, card: ClaimCard, bridge: SessionBridge) -> None:
    form = correct(card, bridge, "3447名")
    QTest.keyClicks(form.field, "3474")
    assert_comes(qtbot, lambda: any(draft["text"] == "3474名" for draft in bridge.session.drafts.values()), 2000)


def test_leaving_the_claim_keeps_the_draft_too(card: ClaimCard, bridge: SessionBridge) -> None:
    form = correct(card, bridge, "3447名")
    QTest.keyClicks(form.field, "3474")
    go(bridge, "37203名")
    assert card.form is None
    assert any(draft["text"] == "3474名" for draft in bridge.session.drafts.values())


def test_an_unchanged_form_leaves_no_draft(card: ClaimCard, bridge: SessionBridge) -> None:
    press(correct(card, bridge, "3447名").field, "Esc")
    assert not bridge.session.drafts


def test_composing_text_neither_commits_nor_leaves(card: ClaimCard, bridge: SessionBridge) -> None:
    form = correct(card, bridge, "3447名")
    QTest.keyClicks(form.field, "3474")
    press(form.field, "Alt+1")
    form.judgement.click()
    form.reason.words.setFocus()
    QApplication.sendEvent(form.reason.words, QInputMethodEvent("yu zong shu", []))
    press(form.reason.words, "Ctrl+Return")
    press(form.reason.words, "Esc")
    assert card.form is form
    assert state_of(bridge, "3447名") is State.PENDING
    done = QInputMethodEvent("", [])
    done.setCommitString("与总数不合")
    QApplication.sendEvent(form.reason.words, done)
    press(form.reason.words, "Ctrl+Return")
    assert bridge.session.decision(claim_of(bridge, "3447名").id).reason == "数值：与总数不合"


def test_the_words_to_correct_can_be_widened(card: ClaimCard, bridge: SessionBridge) -> None:
    form = correct(card, bridge, "3447名")
    press(form.field, "Alt+Shift+Left")
    press(form.field, "Alt+Shift+Left")
    assert form.field.text() == "剩余3447名"
    form.field.setText("余下3447名")
    press(form.field, "Alt+5")
    form.judgement.click()
    press(form.field, "Ctrl+Return")
    assert bridge.session.decision(claim_of(bridge, "3447名").id).span == span_of(bridge.article, "剩余3447名")


def test_the_article_and_the_checks_follow_what_is_typed(qtbot: QtBot, card: ClaimCard, bridge: SessionBridge) -> None:
    form = correct(card, bridge, "15%左右")
    with qtbot.waitSignal(bridge.previewed, check_params_cb=lambda preview: preview is not None and preview.text == "下浮15%左右"):
        form.field.setText("下浮15%左右")
    assert_comes(qtbot, lambda: "数值不变" in words(form) or "未找到可比对的数" in words(form) or "不再提出" in words(form), timeout=10_000)
    with qtbot.waitSignal(bridge.previewed, check_params_cb=lambda preview: preview is None):
        press(form.field, "Esc")
