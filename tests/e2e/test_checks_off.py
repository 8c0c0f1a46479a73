"""A check is switched off in the settings: its findings are gone at once, and stay away after a restart."""

from PySide6.QtCore import Qt

from annotator.gui.settings import SettingsDialog
from tests.e2e.editor import Desks, Editor


def settings(editor: Editor, act) -> None:
    editor.meet(SettingsDialog, act)
    editor.press("Ctrl+,")


def found_by(editor: Editor) -> set[str]:
    return {row.finding.check for row in editor.window.findings.model.rows()}


def test_searched_switched_off_and_on_again(desks: Desks) -> None:
    editor = desks.sit()
    editor.open_sample()
    assert "direction" in found_by(editor)
    here = editor.window.bridge.selection

    def switch(dialog: SettingsDialog) -> None:
        page = dialog.checks
        dialog.show_checks()
        page.field.setFocus()
        page.field.setText("升降")
        assert page.shown() == ["direction"]
        page.tree.setFocus()
        assert page.about.text()
        editor.press("Space", page.tree)
        assert page.off == {"direction"}
        assert "1" in page.count.text()
        editor.press("Return", dialog.save)

    settings(editor, switch)
    editor.wait_for_checking()
    assert "direction" not in found_by(editor)
    assert editor.window.bridge.selection == here
    claim = editor.go_to("15%左右")
    assert not [f for f in editor.session.findings(claim.id) if f.check == "direction"]
    editor.close()

    again = desks.sit()
    again.wait_for_article()
    assert "direction" not in found_by(again)

    def all_on(dialog: SettingsDialog) -> None:
        dialog.show_checks()
        again.click(again.button("全部打开", dialog.checks))
        dialog.save.click()

    settings(again, all_on)
    again.wait_for_checking()
    assert "direction" in found_by(again)


def test_a_group_is_one_tick_and_cancelling_keeps_nothing(reader: Editor) -> None:
    before = found_by(reader)

    def act(dialog: SettingsDialog) -> None:
        page = dialog.checks
        hints = page.tree.topLevelItem(1)
        hints.setCheckState(0, Qt.CheckState.Unchecked)
        assert page.off == {"house-style", "measure-word", "missing-object", "open-period", "same-number"} & set(page.items)
        page.items["house-style"].setCheckState(0, Qt.CheckState.Checked)
        assert hints.checkState(0) is Qt.CheckState.PartiallyChecked
        dialog.reject()

    settings(reader, act)
    assert found_by(reader) == before
    assert not reader.desktop.access.desk.checks_off


def test_a_reader_may_look_but_not_switch(desks: Desks) -> None:
    first = desks.sit()
    first.open_sample()
    second = desks.sit()
    second.wait_for_article()
    seen: list[bool] = []

    def act(dialog: SettingsDialog) -> None:
        seen.append(dialog.checks.isEnabled())
        seen.append(dialog.name.isEnabled())
        dialog.save.click()

    settings(second, act)
    assert seen == [False, False]
