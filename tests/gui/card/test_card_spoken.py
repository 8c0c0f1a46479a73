"""What a screen reader is told of the card: every part by its role, its name and its state."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QWidget

from annotator.gui.bridge import SessionBridge
from annotator.gui.card.card import ClaimCard
from annotator.gui.card.fields import Area, Choice, Line
from annotator.gui.card.finding import FindingView
from annotator.gui.card.operand import Operand
from annotator.model import State
from tests.gui.small import go

Role = QAccessible.Role


def told(widget: QWidget) -> tuple[str, Role]:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name), interface.role()


def label_of(widget: QWidget) -> str:
    """The words of the label that belongs to a widget: what is read for a list where its name is what it shows."""
    ((label, _),) = QAccessible.queryAccessibleInterface(widget).relations(QAccessible.RelationFlag.Label)
    return label.text(QAccessible.Text.Name)


def shown(card: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [widget for widget in card.findChildren(kind) if widget.isVisible()]


def test_operands_are_buttons_that_say_where_they_lead(card: ClaimCard, bridge: SessionBridge) -> None:
    go(bridge, "3447名")
    operands = shown(shown(card, FindingView)[0], Operand)
    assert [told(operand) for operand in operands] == [
        ("3447名，本项 · 2 段", Role.Button),
        ("33756名，2 段", Role.Button),
        ("37203名，2 段", Role.Button),
    ]
    assert all(QAccessible.queryAccessibleInterface(operand).state().focusable for operand in operands)


def test_a_finding_says_its_verdict_its_check_and_its_sentence(card: ClaimCard, bridge: SessionBridge) -> None:
    go(bridge, "15%左右")
    (box,) = shown(card, FindingView)
    name, _ = told(box)
    assert name.startswith("请看：")
    assert name.count("。") >= 1


def test_decisions_are_buttons_and_the_state_is_told(card: ClaimCard, bridge: SessionBridge) -> None:
    go(bridge, "3447名")
    names = {name: told(card.findChild(QWidget, name)) for name in ("confirm", "correct", "flag", "dismiss", "pending")}
    assert names == {
        "confirm": ("确认", Role.Button),
        "correct": ("更正", Role.Button),
        "flag": ("存疑", Role.Button),
        "dismiss": ("不是数据", Role.Button),
        "pending": ("待核", Role.Button),
    }
    bridge.press(State.CONFIRMED)
    go(bridge, "3447名")
    assert "已确认" in {told(widget)[0] for widget in shown(card, QWidget)}


def test_the_fields_of_a_form_say_what_they_want(card: ClaimCard, bridge: SessionBridge) -> None:
    go(bridge, "3447名")
    bridge.press(State.FLAGGED)
    assert told(card.form)[0] == "存疑"
    assert {told(area) for area in shown(card.form, Area)} == {("理由", Role.EditableText)}
    first = shown(card.form, Choice)[0]
    interface = QAccessible.queryAccessibleInterface(first)
    assert told(first) == ("作者", interface.role())
    assert interface.state().checkable
    assert interface.state().checked
    assert interface.text(QAccessible.Text.Description) == "数字键 1"
    go(bridge, "3447名")
    bridge.ask("reading")
    assert {told(line)[0] for line in shown(card.form, Line)} == {"数值", "到（区间的上限）", "单位"}
    lists = shown(card.form, QComboBox)
    assert {told(combo)[1] for combo in lists} == {Role.ComboBox}
    assert {label_of(combo) for combo in lists} == {"类别", "限定"}
