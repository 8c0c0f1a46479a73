"""All consistent claims of a paragraph are confirmed at once, after a look at their formulas; undone after a restart: keys only."""

from PySide6.QtWidgets import QListWidget

from annotator.gui.dialogs import ConsistentDialog
from annotator.model import State
from tests.e2e.editor import Desks, Editor


def consistent(editor: Editor, paragraph: int) -> list[str]:
    return [fold.id for fold in editor.session.folds_in(paragraph) if editor.session.may_confirm_with_enter(fold.id)]


def test_listed_confirmed_and_undone_after_a_restart(desks: Desks) -> None:
    first = desks.sit()
    first.open_sample()
    first.give_name()
    claim = first.walk_to("3096家")
    folds = consistent(first, claim.paragraph)
    listed: list[str] = []

    def confirm(dialog: ConsistentDialog) -> None:
        rows = dialog.findChild(QListWidget)
        listed.extend(rows.item(row).text() for row in range(rows.count()))
        first.press("Return")

    first.meet(ConsistentDialog, confirm)
    first.press("Ctrl+Shift+Return")
    assert len(listed) == len(folds) > 0
    assert any(words.startswith("3096家") and "646家 ≤ 3096家" in words for words in listed)
    assert {first.session.state(fold) for fold in folds} == {State.CONFIRMED}
    assert {first.session.decision(fold).basis for fold in folds} == {"internal"}
    assert first.state_of("15%左右") is State.PENDING  # its finding is open
    assert len(first.session.records) == 1
    first.close()
    second = desks.sit()
    second.wait_for_article()
    second.press("Ctrl+Z")
    assert {second.session.state(fold) for fold in folds} == {State.PENDING}
    assert second.says.startswith("已撤销")
    second.press("Ctrl+Shift+Z")
    assert {second.session.state(fold) for fold in folds} == {State.CONFIRMED}


def test_escape_confirms_nothing(reader: Editor) -> None:
    reader.give_name()
    claim = reader.walk_to("3096家")
    reader.meet(ConsistentDialog, lambda dialog: reader.press("Escape"))
    reader.press("Ctrl+Shift+Return")
    assert {reader.session.state(fold) for fold in consistent(reader, claim.paragraph)} == {State.PENDING}
    assert not reader.session.records
