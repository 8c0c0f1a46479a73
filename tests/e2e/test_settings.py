"""Settings: one dialog; other keys at once, English at once, dark at once, all there after a restart."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from annotator.gui import theme
from annotator.gui.keyhelp import KeyHelp
from annotator.gui.library import LibraryDialog
from annotator.gui.settings import SettingsDialog
from annotator.gui.toolrow import FINDINGS
from annotator.model import State
from tests.e2e.editor import Desks, Editor


def change(editor: Editor, act) -> None:
    """Open the settings, change something and save."""

    def do(dialog: SettingsDialog) -> None:
        act(dialog)
        dialog.save.click()

    editor.meet(SettingsDialog, do)
    editor.press("Ctrl+,")


def choose(dialog: SettingsDialog, key: str, value: object) -> None:
    combo = dialog.fields[key]
    combo.setCurrentIndex(combo.findData(value))


def test_other_keys(desks: Desks) -> None:
    editor = desks.sit()
    editor.open_sample()
    editor.give_name()
    change(editor, lambda dialog: dialog.keys.fields["confirm"].setKeySequence(QKeySequence("F9")))
    claim = editor.go_to("194份")
    editor.press("1")
    assert editor.session.state(claim.id) is State.PENDING
    editor.press("F9")
    assert editor.session.state(claim.id) is State.CONFIRMED
    assert "F9" in editor.window.actions_["confirm"].toolTip()
    editor.close()
    again = desks.sit()
    again.wait_for_article()
    assert again.window.actions_.keys("confirm") == ("F9",)


def test_two_commands_never_share_a_key(reader: Editor) -> None:
    def act(dialog: SettingsDialog) -> None:
        dialog.keys.fields["confirm"].setKeySequence(QKeySequence("2"))
        assert not dialog.save.isEnabled()
        assert "更正" in dialog.keys.message.text()
        dialog.keys.reset()
        assert dialog.save.isEnabled()

    change(reader, act)
    assert reader.window.actions_.keys("confirm") == ("1",)


def test_english_at_once_and_after_a_restart(desks: Desks) -> None:
    editor = desks.sit()
    editor.open_sample()
    editor.give_name()
    editor.go_to("194份")
    editor.press("1")
    before = editor.window.bridge.selection
    change(editor, lambda dialog: choose(dialog, "language", "en"))
    menus = [action.text() for action in editor.window.menuBar().actions()]
    assert menus == ["File", "Edit", "Check", "View", "Help"]
    assert editor.window.bridge.selection == before
    assert editor.state_of("194份") is State.CONFIRMED
    editor.go_to("300余家")
    editor.press("1")
    assert editor.says.startswith("Confirmed")
    editor.close()
    again = desks.sit()
    again.wait_for_article()
    assert again.window.menuBar().actions()[0].text() == "File"
    assert again.window.toolrow.field.placeholderText().startswith("Find")


def test_dark_and_zoom(desks: Desks) -> None:
    editor = desks.sit()
    editor.open_sample()
    editor.window.actions_["theme-dark"].trigger()
    assert theme.current().dark
    wide = editor.window.article.fontMetrics().height()
    for _ in range(3):
        editor.press("Ctrl++")
    assert theme.desk_theme().zoom == 150
    assert theme.font("article").pixelSize() > wide
    editor.close()
    again = desks.sit()
    again.wait_for_article()
    assert theme.current().dark
    assert theme.desk_theme().zoom == 150
    again.press("Ctrl+0")
    assert theme.desk_theme().zoom == 100


def test_key_help_is_searched(reader: Editor) -> None:
    reader.press("F1")
    dialog = reader.dialog(KeyHelp)
    assert {"confirm", "open-next", "insert"} <= set(dialog.shown())
    dialog.field.setText("撤销")
    assert "undo" in dialog.shown()
    assert "confirm" not in dialog.shown()
    dialog.field.setText("F8")
    assert set(dialog.shown()) == {"open-next", "open-previous"}
    reader.press("Escape", dialog.field)
    assert not dialog.isVisible()


def test_the_name_can_be_changed(reader: Editor) -> None:
    reader.give_name("甲")
    reader.go_to("194份")
    reader.press("1")
    change(reader, lambda dialog: dialog.name.setText("乙"))
    reader.go_to("300余家")
    reader.press("1")
    assert [record.by for record in reader.session.records] == ["甲", "乙"]
    assert reader.window.who.text() == "初审 · 乙"
    assert reader.window.who.focusPolicy() != Qt.FocusPolicy.NoFocus


def test_at_twice_the_size_every_dialog_stays_on_the_screen(reader: Editor) -> None:
    for _ in range(7):
        reader.press("Ctrl++")
    assert theme.desk_theme().zoom == 200
    sizes: list[tuple[bool, bool]] = []

    def measure(dialog: QWidget) -> None:
        room = dialog.screen().availableGeometry().size()
        wanted = dialog.minimumSizeHint()
        sizes.append((dialog.width() <= max(room.width(), wanted.width()), dialog.height() <= max(room.height(), wanted.height())))
        dialog.reject()

    for keys, kind in (("Ctrl+,", SettingsDialog), ("F1", KeyHelp), ("Ctrl+Shift+O", LibraryDialog)):
        reader.meet(kind, measure)
        reader.press(keys)
        reader.wait(lambda: not [dialog for dialog in QApplication.topLevelWidgets() if isinstance(dialog, QDialog) and dialog.isVisible()])
    assert sizes == [(True, True)] * 3


def test_at_twice_the_size_the_tool_row_leaves_out_what_has_no_room(reader: Editor) -> None:
    for _ in range(7):
        reader.press("Ctrl++")
    reader.go_to("15%左右")
    row = reader.window.toolrow
    reader.press("2")  # the card is a drawer beside the article now
    assert reader.window.has_drawer
    reader.wait(lambda: all(switch.width() >= switch.sizeHint().width() for switch in row._segment))
    assert row.field.geometry().right() <= row.width()
    reader.press("Escape")
    reader.window.show_view(FINDINGS)
    reader.wait(lambda: all(switch.width() >= switch.sizeHint().width() for switch in row._segment))
    assert row.field.geometry().right() <= row.width()
