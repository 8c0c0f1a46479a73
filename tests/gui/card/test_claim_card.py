"""The claim card as an editor meets it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.bridge import Form, SessionBridge
from annotator.gui.card.card import ClaimCard
from annotator.gui.card.correction import CorrectionForm
from annotator.gui.card.finding import FindingView
from annotator.gui.card.operand import Operand
from annotator.gui.card.section import Grid, Section
from annotator.gui.card.sentence import Sentence
from annotator.gui.card.source import EvidenceForm, is_link
from annotator.model import Evidence, State, Verdict
from annotator.review import NotSaved
from tests.gui.small import analysis_of, claim_of, go, session_of, span_of


def words(widget: QWidget) -> str:
    """Everything a widget shows as labels and buttons."""
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join(labels + [button.text() for button in widget.findChildren(QAbstractButton) if button.isVisible()])


def button(widget: QWidget, text: str) -> QAbstractButton:
    found = [known for known in widget.findChildren(QAbstractButton) if text in known.text() and known.isVisible()]
    assert found, words(widget)
    return found[0]


def click(target: QAbstractButton) -> None:
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(target.width() // 2, target.height() // 2))


def press(target: QWidget, keys: str) -> None:
    combination = QKeySequence(keys)[0]
    QTest.keyClick(target, combination.key(), combination.keyboardModifiers())


def commit(field: QWidget, text: str) -> None:
    """What an input method does at the end of a word."""
    field.setFocus()
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def correct(card: ClaimCard, bridge: SessionBridge, text: str, number: int = 0) -> CorrectionForm:
    go(bridge, text, number)
    bridge.press(State.CORRECTED)
    assert isinstance(card.form, CorrectionForm)
    return card.form


def state_of(bridge: SessionBridge, text: str, number: int = 0) -> State:
    assert bridge.session is not None
    return bridge.session.state(claim_of(bridge, text, number).id)


# --- what is shown ---


def test_the_card_goes_from_the_sentence_to_the_history(qtbot: QtBot, card: ClaimCard, bridge: SessionBridge) -> None:
    go(bridge, "37203名")
    assert [section.name.text() for section in card.findChildren(Section)] == ["软件的理解", "核对发现", "出现位置", "证据与备注", "历史"]
    assert card.findChildren(Sentence)[0].accessibleName() == "全县共有贫困人口37203名,其中剩余3447名,已脱贫33756名。"
    qtbot.waitUntil(lambda: card.findChildren(Grid)[0].accessibleName() == "数值 37,203；单位 名；限定 精确；所计 贫困人口；主体 全县")
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
        ("15%左右", "有 1 条待看未回应，Enter 不会直接确认"),
        ("120个", "有 1 条矛盾未回应，Enter 不会直接确认"),
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
    qtbot.waitUntil(lambda: "×2 · 一个决定" in words(card))


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


# --- correcting ---


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
    qtbot.waitUntil(lambda: any(draft["text"] == "3474名" for draft in bridge.session.drafts.values()), timeout=2000)


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
    qtbot.waitUntil(lambda: "数值不变" in words(form) or "未找到可比对的数" in words(form) or "不再提出" in words(form), timeout=10_000)
    with qtbot.waitSignal(bridge.previewed, check_params_cb=lambda preview: preview is None):
        press(form.field, "Esc")


# --- the other forms ---


def test_a_query_says_why_and_who_has_to_answer(card: ClaimCard, bridge: SessionBridge) -> None:
    go(bridge, "88元")
    bridge.press(State.FLAGGED)
    form = card.form
    press(form, "Alt+3")
    form.to.buttons[0].setFocus()
    press(form.to.buttons[0], "2")
    commit(form.reason.words, "每只还是每斤")
    press(form.reason.words, "Ctrl+Return")
    decision = bridge.session.decision(claim_of(bridge, "88元").id)
    assert (decision.state, decision.reason, decision.to) == (State.FLAGGED, "口径不明：每只还是每斤", "部门")


def test_a_digit_in_a_text_is_a_digit(card: ClaimCard, bridge: SessionBridge) -> None:
    go(bridge, "88元")
    bridge.press(State.FLAGGED)
    QTest.keyClicks(card.form.reason.words, "2020")
    assert card.form.reason.text == "2020"
    assert bridge.session.head[0] == 0


def test_a_finding_is_left_alone_with_a_reason(qtbot: QtBot, card: ClaimCard, bridge: SessionBridge) -> None:
    go(bridge, "120个")
    click(button(card, "此处忽略"))
    assert "两处不能同时成立。" in words(card.form)
    press(card.form.reason.words, "Alt+1")
    press(card.form.reason.words, "Ctrl+Return")
    assert not bridge.session.open_findings(bridge.fold.id)
    qtbot.waitUntil(lambda: "已忽略：口径不同" in words(card))
    assert state_of(bridge, "120个") is State.PENDING


def test_replacing_an_earlier_decision_wants_a_reason(card: ClaimCard, bridge: SessionBridge) -> None:
    go(bridge, "3447名")
    bridge.press(State.CONFIRMED)
    bridge.session.reviewer = "复审员"
    go(bridge, "3447名")
    bridge.press(State.DISMISSED)
    assert "已确认 · 初审员" in words(card.form)
    commit(card.form.reason.words, "是编号")
    press(card.form.reason.words, "Ctrl+Return")
    assert state_of(bridge, "3447名") is State.DISMISSED


def test_a_note_is_kept_and_shown(qtbot: QtBot, card: ClaimCard, bridge: SessionBridge) -> None:
    go(bridge, "3447名")
    bridge.ask("note")
    commit(card.form.words, "请作者再核")
    press(card.form.words, "Ctrl+Return")
    qtbot.waitUntil(lambda: "请作者再核" in words(card))


def test_evidence_is_dropped_filled_in_and_used_again(qtbot: QtBot, card: ClaimCard, bridge: SessionBridge, tmp_path: Path) -> None:
    file = tmp_path / "公报.txt"
    file.write_text("全县贫困人口37203名", "utf-8")
    bridge.attach = lambda path: (Path(path).name, "ab" * 32)
    go(bridge, "37203名")
    bridge.ask("evidence")
    form = card.form
    assert isinstance(form, EvidenceForm)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(file))])
    form.take(dropped)
    assert form.title.text() == "公报"
    form.quote.setPlainText("全县贫困人口37203名")
    form.locator.setText("第 3 页")
    form.primary.pick(2)
    press(form.quote, "Ctrl+Return")
    (evidence,) = bridge.session.evidence(bridge.fold.id)
    assert (evidence.quote, evidence.title, evidence.locator, evidence.primary) == ("全县贫困人口37203名", "公报", "第 3 页", False)
    assert (evidence.attachment, evidence.sha256, evidence.retrieved) == ("公报.txt", "ab" * 32, form.retrieved.date().toPython())
    go(bridge, "3447名")
    bridge.ask("evidence")
    click(button(card.form, "公报 · 第 3 页"))
    assert bridge.session.evidence(bridge.fold.id) == (evidence,)
    assert card.form is None


def test_evidence_added_from_a_correction_leads_back_to_it(card: ClaimCard, bridge: SessionBridge) -> None:
    form = correct(card, bridge, "3447名")
    QTest.keyClicks(form.field, "3474")
    click(button(form, "＋ 证据"))
    assert isinstance(card.form, EvidenceForm)
    card.form.title.setText("统计公报")
    press(card.form.title, "Ctrl+Return")
    again = card.form
    assert isinstance(again, CorrectionForm)
    assert again.field.text() == "3474名"
    press(again.field, "Alt+1")
    press(again.field, "Ctrl+Return")
    decision = bridge.session.decision(claim_of(bridge, "3447名").id)
    assert len(decision.evidence) == 1
    assert not decision.judgement


def test_a_link_on_the_clipboard_is_taken_and_others_are_refused(card: ClaimCard, bridge: SessionBridge) -> None:
    QGuiApplication.clipboard().setText("https://example.org/gongbao")
    go(bridge, "3447名")
    bridge.ask("evidence")
    form = card.form
    assert form.link.text() == "https://example.org/gongbao"
    form.link.setText("javascript:alert(1)")
    assert not form.commit_button.isEnabled()
    assert not any(map(is_link, ("file:///etc/passwd", "https://", "ftp://a.b", "https://a b", "")))
    QGuiApplication.clipboard().clear()


def test_a_file_that_cannot_be_kept_is_told(qtbot: QtBot, card: ClaimCard, bridge: SessionBridge, tmp_path: Path) -> None:
    def full(_path: str) -> tuple[str, str]:
        raise NotSaved("磁盘已满,附件没有存下。")

    bridge.attach = full
    go(bridge, "3447名")
    bridge.ask("evidence")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.pdf"))])
    with qtbot.waitSignal(bridge.failed):
        card.form.take(dropped)


def test_the_reading_is_put_right_by_moving_the_mark(qtbot: QtBot, card: ClaimCard, bridge: SessionBridge) -> None:
    go(bridge, "120个")
    bridge.ask("reading")
    with qtbot.waitSignal(bridge.form_asked, check_params_cb=lambda form: form == Form("adjust")):
        click(card.form.commit_button)
    bridge.ask("reading")
    click(button(card.form, "不是数据"))
    assert state_of(bridge, "120个") is State.DISMISSED


def test_what_the_log_refuses_stays_on_the_screen(
    qtbot: QtBot, card: ClaimCard, bridge: SessionBridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = correct(card, bridge, "3447名")
    QTest.keyClicks(form.field, "3474")
    press(form.field, "Alt+1")
    form.judgement.click()

    def full(*_args: object, **_more: object) -> None:
        raise NotSaved("磁盘已满,没有保存。")

    monkeypatch.setattr(bridge.session.log, "append", full)
    with qtbot.waitSignal(bridge.failed):
        press(form.field, "Ctrl+Return")
    assert card.form is form
    assert form.field.text() == "3474名"


def test_the_history_tells_who_did_what_and_what_was_undone(card: ClaimCard, bridge: SessionBridge) -> None:
    go(bridge, "3447名")
    bridge.press(State.CONFIRMED)
    bridge.undo()
    told = words(card)
    assert "已确认（已撤销）" in told
    assert "撤销了一步" in told


def test_every_field_and_button_has_a_name(card: ClaimCard, bridge: SessionBridge) -> None:
    for kind in ("correct", "flag", "evidence", "note", "reading"):
        go(bridge, "15%左右")
        card.open_form(Form(kind, State.CORRECTED))
        unnamed = [
            type(widget).__name__
            for kinds in (QAbstractButton, QLineEdit, QPlainTextEdit)
            for widget in card.form.findChildren(kinds)
            if widget.isVisible() and not (widget.accessibleName() or getattr(widget, "text", str)())
        ]
        assert [name for name in unnamed if name not in {"QLineEdit", "QToolButton"}] == [], kind
    assert Verdict.CONTRADICTION
    assert Evidence("a", "b")
