"""An editor works in the dark: chosen in the settings, painted at once, kept, the same marks and decisions: keys only."""

from PySide6.QtGui import QColor

from annotator.gui import theme
from annotator.gui.settings import SettingsDialog
from annotator.model import State
from tests.e2e.editor import Desks, Editor


def look(editor: Editor, steps: str, wanted: str) -> None:
    def choose(dialog: SettingsDialog) -> None:
        field = dialog.fields["theme"]
        field.setFocus()
        editor.press(steps, field)
        assert field.currentData() == wanted
        editor.press("Return", dialog.save)

    editor.meet(SettingsDialog, choose)
    editor.press("Ctrl+,")


def painted(editor: Editor) -> QColor:
    """The ground of the article, beside its text."""
    return editor.window.article.viewport().grab().toImage().pixelColor(2, 2)


def test_dark_is_painted_kept_and_worked_in(desks: Desks) -> None:
    editor = desks.sit()
    editor.open_sample()
    editor.give_name()
    look(editor, "Home", "system")
    bright = painted(editor)
    look(editor, "End", "dark")
    assert theme.current().dark
    assert painted(editor).lightness() < 60 < bright.lightness()
    editor.walk_to("194份")
    editor.press("1")
    assert editor.state_of("194份") is State.CONFIRMED
    editor.walk_to("15%左右")
    editor.press("2")
    assert editor.window.card.grab().toImage().pixelColor(3, 3).lightness() < 60
    editor.press("Escape")
    editor.close()
    again = desks.sit()
    again.wait_for_article()
    assert theme.current().dark
    assert painted(again).lightness() < 60
    assert again.state_of("194份") is State.CONFIRMED
