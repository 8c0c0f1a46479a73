"""What a screen reader is told: names, roles and states of every pane, each claim in words, what was done as a polite announcement."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QComboBox, QWidget

from annotator.gui import status
from annotator.gui.article import view as article_view
from annotator.gui.settings import SettingsDialog
from annotator.gui.toolrow import FINDINGS
from tests.e2e.editor import Editor


def interface(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def name(widget: QWidget) -> str:
    return interface(widget).text(QAccessible.Text.Name)


def focusable(inside: QWidget) -> Iterator[QWidget]:
    """Every widget that Tab or a click can reach now."""
    for widget in inside.findChildren(QWidget):
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
            yield widget


def label_of(widget: QWidget) -> str:
    """The words of the label that belongs to a widget: what is read for a list, whose name is what it shows."""
    labels = interface(widget).relations(QAccessible.RelationFlag.Label)
    return labels[0][0].text(QAccessible.Text.Name) if labels else ""


def unnamed(inside: QWidget) -> list[str]:
    return [f"{type(widget).__name__} {widget.objectName()}" for widget in focusable(inside) if not name(widget).strip()]


class Announced:
    """Stands in for Qt where announcements are sent, as if a screen reader were running."""

    Announcement = QAccessibleAnnouncementEvent

    def __init__(self) -> None:
        self.events: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []

    def isActive(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def updateAccessibility(self, event: QAccessibleAnnouncementEvent) -> None:  # noqa: N802
        self.events.append((event.message(), event.politeness()))


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> Announced:
    made = Announced()
    monkeypatch.setattr(status, "QAccessible", made)
    monkeypatch.setattr(article_view, "QAccessible", made)
    return made


def test_every_pane_has_a_name_and_the_role_of_what_it_is(reader: Editor) -> None:
    window, role = reader.window, QAccessible.Role
    assert interface(window).role() == role.Window
    told = {pane: (name(pane), interface(pane).role()) for pane in window.panes()}
    assert told[window.strip.list] == ("段落", role.List)
    assert told[window.toolrow.field][1] == role.EditableText
    assert told[window.toolrow.field][0].startswith("查找")
    assert told[window.article][0] == "文章"
    assert told[window.article][1] in {role.StaticText, role.Document}
    assert told[window.card][0] == "数据卡"
    assert interface(window.article).state().readOnly
    window.show_view(FINDINGS)
    tree = window.findings.tree
    assert (name(tree), interface(tree).role()) == ("发现", role.Tree)
    assert interface(window.menuBar()).role() == role.MenuBar


def test_whatever_can_have_the_focus_has_a_name(reader: Editor) -> None:
    assert unnamed(reader.window) == []
    reader.go_to("15%左右")
    reader.press("2")
    assert unnamed(reader.window) == []
    reader.press("Escape")
    reader.window.show_view(FINDINGS)
    assert unnamed(reader.window) == []


def test_every_list_of_choices_has_a_label(reader: Editor) -> None:
    assert {label_of(combo) for combo in reader.window.toolrow.findChildren(QComboBox)} == {"筛选", "分组"}
    seen: dict[str, str] = {}

    def act(dialog: SettingsDialog) -> None:
        seen.update((label_of(combo), combo.accessibleName()) for combo in dialog.findChildren(QComboBox))
        dialog.reject()

    reader.meet(SettingsDialog, act)
    reader.press("Ctrl+,")
    assert seen == {name: name for name in ("界面语言", "外观", "文字大小")}


def test_the_settings_too(reader: Editor) -> None:
    seen: list[list[str]] = []

    def act(dialog: SettingsDialog) -> None:
        for page in range(dialog.tabs.count()):
            dialog.tabs.setCurrentIndex(page)
            seen.append(unnamed(dialog))
        dialog.reject()

    reader.meet(SettingsDialog, act)
    reader.press("Ctrl+,")
    assert seen == [[], [], [], []]


def test_a_row_of_the_outline_and_of_the_findings_speaks(reader: Editor) -> None:
    reader.go_to("15%左右")
    strip = reader.window.strip
    row = interface(strip.list).child(strip.list.currentIndex().row())
    assert row.role() == QAccessible.Role.ListItem
    assert row.text(QAccessible.Text.Name).startswith("第 23 段，")
    assert row.state().selected
    reader.window.show_view(FINDINGS)
    tree = reader.window.findings.tree
    words = [interface(tree).child(at).text(QAccessible.Text.Name) for at in range(interface(tree).childCount())]
    assert any("升降方向与数值相反" in said and "23 段" in said for said in words)


def test_chips_and_switches_tell_their_state(reader: Editor) -> None:
    segment = {name(button): interface(button).state().checked for button in reader.window.toolrow._segment}
    assert [checked for text, checked in segment.items() if text.startswith("文章")] == [True]
    chip = next(chip for chip in reader.window.toolrow._article_chips if chip.text().startswith("待核"))
    assert name(chip).startswith("待核 ")
    assert not interface(chip).state().checked
    reader.click(chip)
    assert interface(chip).state().checked
    for decision in ("confirm", "correct", "flag", "dismiss", "pending"):
        button = reader.window.card.findChild(QWidget, decision)
        assert interface(button).role() == QAccessible.Role.Button
        assert name(button)


def test_a_claim_speaks_and_a_decision_is_announced_politely(reader: Editor, announced: Announced) -> None:
    reader.give_name()
    reader.go_to("15%左右")
    spoken = interface(reader.window.article).text(QAccessible.Text.Description)
    assert spoken.startswith("数据 15%左右，待核，")
    count = len(reader.window.bridge.claims_in(22))
    assert spoken.endswith(f"第 23 段第 {count} 项，共 {count} 项")
    assert announced.events[-1][0] == spoken
    reader.go_to("194份")
    reader.press("1")
    said = [words for words, _ in announced.events]
    assert any(words.startswith("已确认 · 1 处") for words in said)
    assert {politeness for _, politeness in announced.events} == {QAccessible.AnnouncementPoliteness.Polite}
    reader.go_to("194份")
    assert "已确认" in interface(reader.window.article).text(QAccessible.Text.Description)
    reader.press("Ctrl+Z")
    assert any(words.startswith("已撤销") for words, _ in announced.events)


def test_a_refusal_is_announced(reader: Editor, announced: Announced) -> None:
    reader.window.bridge.failed.emit("做不成。")
    assert announced.events[-1][0] == "做不成。"
