"""初审, 复审, 终审: chosen with the name, shown with it, kept with who and when, undone like any step."""

from annotator.gui.reviewer import ReviewerDialog
from annotator.model import Stage, State
from tests.e2e.editor import NAME, Desks


def test_the_second_reading_by_somebody_else(desks: Desks) -> None:
    first = desks.sit()
    first.open_sample()
    first.give_name()
    first.go_to("194份")
    first.press("1")
    assert first.window.who.text() == f"初审 · {NAME}"

    def hand_over(dialog: ReviewerDialog) -> None:
        dialog.field.setText("李复审")
        dialog.stages[Stage.FIRST].setFocus()
        first.press("Right", dialog.stages[Stage.FIRST])
        assert dialog.stage is Stage.SECOND
        first.press("Return", dialog.field)

    first.meet(ReviewerDialog, hand_over)
    first.window.actions_["reviewer"].trigger()
    assert first.window.who.text() == "复审 · 李复审"
    first.go_to("300余家")
    first.press("1")
    first.close()

    second = desks.sit()
    second.wait_for_article()
    assert second.window.who.text() == "复审 · 李复审"
    assert [(begun.stage, begun.by) for begun in second.session.stages] == [(Stage.SECOND, "李复审")]
    assert [record.by for record in second.session.records] == [NAME, "李复审", "李复审"]
    second.press("Ctrl+Z")
    second.press("Ctrl+Z")
    assert second.window.who.text() == "初审 · 李复审"
    assert second.state_of("194份") is State.CONFIRMED
    second.press("Ctrl+Z")
    assert second.state_of("194份") is State.CONFIRMED  # what another reviewer decided is not one's own to take back
