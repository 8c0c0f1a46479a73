"""Query, answer, note, evidence, reading; and what the log refuses."""

from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from annotator.gui.bridge import Form, SessionBridge
from annotator.gui.card.card import ClaimCard
from annotator.gui.card.correction import CorrectionForm
from annotator.gui.card.page import is_link
from annotator.gui.card.source import EvidenceForm
from annotator.model import Evidence, State
from annotator.review import NotSaved
from tests.gui.card.acting import assert_comes, button, click, commit, correct, press, state_of, words
from tests.gui.small import claim_of, go


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
    assert_comes(qtbot, lambda: "已忽略：口径不同" in words(card))
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
    assert_comes(qtbot, lambda: "请作者再核" in words(card))


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
        click(button(card.form, "移动标记"))
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


def test_what_is_dropped_on_the_card_is_evidence_for_its_claim(card: ClaimCard, bridge: SessionBridge) -> None:
    go(bridge, "3447名")
    dropped = QMimeData()
    dropped.setText("https://example.org/gongbao")
    spot, action = QPointF(20, 200), Qt.DropAction.CopyAction
    enter = QDragEnterEvent(spot.toPoint(), action, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    card.dragEnterEvent(enter)
    assert enter.isAccepted()
    card.dropEvent(QDropEvent(spot, action, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))
    assert isinstance(card.form, EvidenceForm)
    assert card.form.link.text() == "https://example.org/gongbao"


def test_a_pasted_picture_is_attached(card: ClaimCard, bridge: SessionBridge) -> None:
    kept: list[str] = []

    def attach(path: str) -> tuple[str, str]:
        kept.append(path)
        assert Path(path).stat().st_size > 0
        return Path(path).name, "cd" * 32

    bridge.attach = attach
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    QGuiApplication.clipboard().setImage(picture)
    go(bridge, "3447名")
    bridge.ask("evidence")
    press(card.form.quote, "Ctrl+V")
    assert card.form.file.text() == "截图.png"
    assert not Path(kept[0]).exists()
    QGuiApplication.clipboard().setText("原话")
    press(card.form.quote, "Ctrl+V")
    assert card.form.quote.toPlainText() == "原话"
    QGuiApplication.clipboard().clear()


def test_a_link_is_opened_only_after_a_click(qtbot: QtBot, card: ClaimCard, bridge: SessionBridge, tmp_path: Path) -> None:
    opened: list[str] = []
    bridge.attachment = lambda name: tmp_path / name
    with patch.object(QDesktopServices, "openUrl", lambda url: opened.append(url.toString())):
        claim = go(bridge, "3447名")
        fold = bridge.fold_id(claim.id)
        bridge.add_evidence(fold, Evidence("a", "原话", link="https://example.org/a", attachment="公报.pdf", sha256="ab" * 32))
        bridge.add_evidence(fold, Evidence("b", "另一句", link="file:///etc/passwd"))
        assert_comes(qtbot, lambda: "另一句" in words(card))
        assert opened == []
        links = [known for known in card.findChildren(QAbstractButton) if known.isVisible() and known.text() == "打开链接"]
        assert len(links) == 1  # none for what is no address of the web
        click(links[0])
        click(button(card, "附件所在文件夹"))
    assert opened == ["https://example.org/a", QUrl.fromLocalFile(str(tmp_path)).toString()]
