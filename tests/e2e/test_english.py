"""An editor works in English: the language is chosen in the settings, the whole window follows, decisions stay: keys only."""

import re

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from annotator.gui.checkpages import CheckPages
from annotator.gui.settings import SettingsDialog
from annotator.model import State
from tests.e2e.editor import Desks, Editor

_HAN = re.compile(r"[\u4e00-\u9fff]")


def in_english(editor: Editor) -> None:
    """The language field of the settings, by keys: from 跟随系统 down to English."""

    def choose(dialog: SettingsDialog) -> None:
        field = dialog.fields["language"]
        field.setFocus()
        editor.press("End", field)
        assert field.currentData() == "en"
        editor.press("Return", dialog.save)

    editor.meet(SettingsDialog, choose)
    editor.press("Ctrl+,")


def own_words(window: QWidget) -> list[str]:
    """What the window itself writes on buttons, labels and in menus."""
    said = [widget.text() for kind in (QAbstractButton, QLabel) for widget in window.findChildren(kind) if widget.isVisible()]
    return said + [action.text() for action in window.findChildren(QAction) if action.text()]


def test_pages_settings_and_keys_are_english_too(desks: Desks) -> None:
    editor = desks.sit()
    editor.open_sample()
    in_english(editor)

    def look(dialog: SettingsDialog) -> None:
        checks = dialog.checks
        for item in checks.items.values():
            checks.tree.setCurrentItem(item)
            assert checks.about.text().split("\n")[0][0].isascii()
        checks.field.setText("percentage points")
        assert checks.shown() == ["percent-point"]
        dialog.keys.fields["confirm"].setKeySequence(QKeySequence("Down"))
        assert dialog.keys.message.text() == "A key can serve one command only.\nDown: Next item, Confirm"
        dialog.reject()

    editor.meet(SettingsDialog, look)
    editor.press("Ctrl+,")
    editor.window.actions_["checks"].trigger()
    pages = editor.dialog(CheckPages)
    assert "When it is wrong:" in pages.text.toPlainText()
    assert "什么时候" not in pages.text.toPlainText()
    assert not [tip for entry in editor.window.actions_.entries if "（" in (tip := editor.window.actions_[entry].toolTip()) or "：" in tip]


def test_the_window_speaks_english_and_works_as_before(desks: Desks) -> None:
    editor = desks.sit()
    editor.open_sample()
    editor.give_name("Li")
    editor.walk_to("194份")
    editor.press("1")
    in_english(editor)
    assert editor.window.menuBar().actions()[0].text() == "File"
    assert editor.state_of("194份") is State.CONFIRMED
    editor.walk_to("300余家")
    chinese = [words for words in own_words(editor.window) if _HAN.search(re.sub("“[^”]*”|核数", "", words))]
    assert [words for words in chinese if words not in editor.session.article.text] == []
    editor.press("1")
    assert editor.says == "Confirmed · 1 place"
    editor.walk_to("649万美元")
    editor.press("3")
    editor.press("Alt+1")
    editor.press("Ctrl+Return")
    assert editor.state_of("649万美元") is State.FLAGGED
    assert editor.says.startswith("Queried")
    assert editor.window.actions_["undo"].text() == "Undo Query “649万美元”"
    editor.press("Ctrl+Z")
    assert editor.says.startswith("Undone")
    editor.walk_to("15%左右")
    shown = " ".join(own_words(editor.window.card))
    assert "The context speaks of relief, yet “上浮” makes those relieved pay more." in shown
    editor.press("Ctrl+Alt+X")
    assert editor.says == "There is one place only: nothing to split off."
    editor.close()
    again = desks.sit()
    again.wait_for_article()
    assert again.says.startswith("Where you left off")
    assert again.state_of("300余家") is State.CONFIRMED
