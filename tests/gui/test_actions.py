"""One table of actions: no key twice, digits in the article alone, keys that were changed are the keys in force."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from annotator.gui.actions import ARTICLE, Actions, clashes, key_name, menus, sections, table


def test_no_key_has_two_uses() -> None:
    assert clashes({entry.id: entry.keys for entry in table()}) == {}


def test_every_entry_stands_in_a_menu_and_a_section() -> None:
    entries = table()
    assert {entry.menu for entry in entries} == set(menus())
    assert {entry.section for entry in entries} == set(sections())
    assert len({entry.id for entry in entries}) == len(entries)


def test_every_key_can_be_parsed() -> None:
    keys = [key for entry in table() for key in entry.keys]
    assert all(not QKeySequence(key).isEmpty() and QKeySequence(key).count() == 1 for key in keys)


def test_what_needs_no_modifier_belongs_to_the_article() -> None:
    """A bare key that is no function key must never decide from another pane, nor while pinyin is typed."""
    for entry in table():
        for key in entry.keys:
            bare = QKeySequence(key)[0].keyboardModifiers() == Qt.KeyboardModifier.NoModifier
            function = key.startswith("F") and key[1:].isdigit()
            assert not bare or function or entry.scope == ARTICLE, entry.id


def test_decisions_do_not_repeat_and_walking_does(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    assert not any(actions[entry.id].autoRepeat() for entry in table() if entry.section == "decide")
    assert actions["claim-next"].autoRepeat()


def test_remapped_keys_are_in_force(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window, {"confirm": ["F9"]})
    assert actions.keys("confirm") == ("F9",)
    assert actions["confirm"].shortcut() == QKeySequence("F9")
    assert "F9" in actions["confirm"].toolTip()
    actions.remap({})
    assert actions.keys("confirm") == ("1",)


def test_keys_read_as_people_read_them() -> None:
    assert key_name("Ctrl+Down") == "Ctrl+↓"
    assert key_name("Return") == "Enter"
    assert key_name("Ctrl+,") == "Ctrl+,"
