"""A contradiction is met with keys alone: confirmed with the reason that answers it, or answered and left to be decided."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from annotator.gui.card.saying import AnswerForm, ReasonForm
from annotator.gui.filter import Filter
from annotator.model import State
from annotator.report import blockers
from tests.e2e.editor import Desks, Editor

TEXT = """全乡有村民3200人，其中男性1700人，女性1400人。
粮食产量由去年的800吨增加到900吨，增长20%。
"""


@pytest.fixture
def reader(desks: Desks, tmp_path: Path) -> Editor:
    """An editor with an article in which two sums are wrong."""
    file = tmp_path / "村里.txt"
    file.write_text(TEXT, "utf-8")
    editor = desks.sit(str(file))
    editor.wait_for_article()
    editor.give_name()
    return editor


def contradictions(reader: Editor) -> int:
    return reader.session.progress.contradictions


def back_in_the_article(reader: Editor) -> None:
    """No window manager here makes the window active again when a dialog closes; where its focus is, is the window's own doing."""
    reader.wait(lambda: reader.window.focusWidget() is reader.window.article)
    reader.window.activateWindow()
    reader.wait(reader.window.article.hasFocus)


def foot(reader: Editor) -> str:
    bar = reader.window.card._bar
    return "\n".join(label.text() for label in bar.findChildren(QLabel) if label.isVisible())


def test_confirming_over_a_contradiction_asks_for_the_reason_that_answers_it(reader: Editor) -> None:
    claim = reader.go_to("20%")
    assert "按 1 写理由确认，按 5 只回应发现" in foot(reader)
    reader.press("1")
    form = reader.window.card.form
    assert isinstance(form, ReasonForm)
    assert "12.5%" in "\n".join(label.text() for label in form.findChildren(QLabel))
    reader.press("Ctrl+Return")
    assert reader.session.state(claim.id) is State.PENDING  # no reason, no decision
    reader.press("Alt+2")
    reader.press("Ctrl+Return")
    decision = reader.session.decision(claim.id)
    assert decision is not None
    assert (decision.state, decision.reason) == (State.CONFIRMED, "已查证无误")
    assert contradictions(reader) == 1
    back_in_the_article(reader)
    reader.press("Ctrl+Z")
    assert contradictions(reader) == 2
    assert reader.session.state(claim.id) is State.PENDING


def test_everything_by_keys_until_nothing_is_unanswered(reader: Editor) -> None:
    reader.go_to("3200人")
    for _ in range(40):
        if not blockers(reader.session):
            break
        reader.press("F8")
        reader.press("1" if reader.window.bridge.claim else "Return")
        if reader.window.card.form is not None:
            reader.press("Alt+1")
            reader.press("Ctrl+Return")
        back_in_the_article(reader)
    assert blockers(reader.session) == ()
    assert contradictions(reader) == 0


def test_five_answers_the_finding_and_decides_nothing(reader: Editor) -> None:
    claim = reader.go_to("20%")
    reader.press("5")
    assert isinstance(reader.window.card.form, AnswerForm)
    reader.press("Alt+1")
    reader.press("Ctrl+Return")
    assert reader.session.state(claim.id) is State.PENDING
    assert contradictions(reader) == 1
    reader.wait(lambda: "发现都已回应" in foot(reader))
    reader.press("5")
    assert reader.window.card.form is None
    assert "没有未回应的发现" in reader.says


def test_chips_and_list_follow_the_answers(reader: Editor) -> None:
    window = reader.window
    chips = {chip.legend.mark: chip for chip in window.toolrow._article_chips}
    assert chips["contradiction"].text() == "矛盾 2"
    reader.go_to("20%")
    reader.press("1")
    reader.press("Alt+1")
    reader.press("Ctrl+Return")
    assert chips["contradiction"].text() == "矛盾 1"
    reader.press("Ctrl+2")
    rows = {row.finding.check: row for row in window.findings.model.rows()}
    assert (rows["sum"].asks, rows["growth"].settled) == (True, True)
    assert rows["growth"].state is State.PENDING  # its other figures are still to be decided


def test_a_confirmed_claim_says_that_its_contradiction_is_open(reader: Editor) -> None:
    claim = reader.go_to("20%")
    session = reader.session
    session.reviewer = "李复核"
    reader.window.bridge.decide(claim.id, State.CONFIRMED)  # as it was done before a reason was asked for
    reader.go_to("20%")
    reader.wait(lambda: "还有 1 条矛盾未回应：按 5 写一句理由" in foot(reader))
    reader.press("1")
    assert isinstance(reader.window.card.form, ReasonForm)


def test_the_keys_live_on_after_a_finding_was_left_alone_with_the_mouse(reader: Editor) -> None:
    reader.go_to("20%")
    reader.click(reader.button("此处忽略", reader.window.card))
    reader.press("Alt+2")
    reader.press("Ctrl+Return")
    back_in_the_article(reader)
    assert contradictions(reader) == 1
    reader.press("Up")
    reader.press("Down")
    reader.press("1")
    assert reader.state_of("20%") is State.CONFIRMED


def test_card_and_status_count_alike(reader: Editor) -> None:
    for claim in reader.window.bridge.claims:
        reader.window.bridge.select(claim.paragraph, claim.id)
        number, count = reader.window.bridge.position or (0, 0)
        assert 1 <= number <= count
        told = [f"第 {claim.paragraph + 1} 段 · {number}/{count} 项"]
        assert told == [label.text() for label in reader.window.card._head.findChildren(QLabel) if "/" in label.text()]
        assert told == [reader.window.status.here.text()]


def test_a_draft_on_a_decided_claim_is_seen(reader: Editor) -> None:
    claim = reader.go_to("1700人")
    reader.press("3")
    reader.press("Alt+1")
    reader.press("Ctrl+Return")
    reader.go_to("1700人")
    reader.press("2")
    reader.commit("1800")
    reader.press("Esc")
    reader.wait(lambda: "更正有草稿" in foot(reader))
    page = reader.window.article.page
    assert page is not None
    assert any(note.text == "更正有草稿" and note.claim == claim.id for note in page.notes(claim.paragraph))


def test_reasons_are_kept_in_chinese_and_shown_in_english(reader: Editor) -> None:
    claim = reader.go_to("20%")
    reader.window.bridge.set_filter(Filter())
    reader.desktop.window.preferences["language"] = "en"
    reader.desktop.speak_anew()
    reader.window.activateWindow()
    reader.go_to("20%")
    reader.press("3")
    reader.press("Alt+1")
    reader.press("Ctrl+Return")
    decision = reader.session.decision(claim.id)
    assert decision is not None
    assert (decision.reason, decision.to) == ("无出处", "作者")
    reader.go_to("20%")
    reader.wait(lambda: "No source" in foot(reader))
