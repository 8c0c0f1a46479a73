"""Ctrl+F finds in the text; Ctrl+L and the chips keep only what is asked for; Ctrl+G goes to a paragraph; F8 to the riskiest."""

from annotator.gui.dialogs import ParagraphDialog
from annotator.model import Kind, State
from tests.e2e.editor import Editor


def test_find(reader: Editor) -> None:
    reader.press("Ctrl+F")
    reader.commit("醴陵")
    count = reader.session.article.text.count("醴陵")
    assert reader.says.endswith(f"共 {count} 处")
    number = reader.says.split()[1]
    reader.press("Return")
    assert reader.says.split()[1] != number
    reader.press("Escape")
    assert reader.window.article.hasFocus()
    assert not reader.session.records


def test_keys_act_on_what_was_found_and_leaving_says_nothing_false(reader: Editor) -> None:
    reader.go_to("300余家")
    reader.press("Ctrl+F")
    reader.commit("649")
    assert reader.window.bridge.claim.text == "649万美元"
    says = reader.says
    reader.press("Escape")
    assert reader.says == says != "没有找到"
    assert reader.window.bridge.claim.text == "649万美元"
    reader.press("F3")  # goes on with the words that stand in the field
    assert reader.window.article.is_searching
    assert reader.says.startswith("第 1 处")


def test_why_nothing_was_done_goes_away_with_the_next_step(reader: Editor) -> None:
    reader.window.bridge.failed.emit("选中的文字里没有数字。")
    assert reader.says
    reader.press("Down")
    assert not reader.says


def test_what_is_not_there(reader: Editor) -> None:
    reader.press("Ctrl+F")
    reader.commit("火星")
    assert reader.says == "没有找到"


def test_filter_by_words(reader: Editor) -> None:
    reader.press("Ctrl+L")
    reader.commit("百分比")
    reader.press("Return")
    kinds = set()
    for _ in range(4):
        reader.press("Down")
        kinds.add(reader.window.bridge.claim.kind)
    assert kinds == {Kind.PERCENT}
    reader.press("Ctrl+L")
    reader.window.toolrow.field.clear()
    reader.press("Escape")
    assert not reader.window.bridge.filter


def test_filter_by_state_with_a_chip(reader: Editor) -> None:
    reader.give_name()
    reader.go_to("194份")
    reader.press("1")
    reader.window.bridge.select(0)
    chip = reader.button("待核", reader.window.toolrow)
    reader.click(chip)
    assert chip.isChecked()
    reader.window.article.setFocus()
    for _ in range(6):
        reader.press("Down")
        assert reader.session.state(reader.window.bridge.claim.id) is State.PENDING
    reader.click(reader.button("全部", reader.window.toolrow))
    assert not reader.window.bridge.filter


def test_filter_that_holds_nothing_says_so(reader: Editor) -> None:
    reader.press("Ctrl+2")
    reader.press("Ctrl+L")
    reader.commit("火星")
    assert reader.window.findings.empty.text() == "没有符合条件的项。"
    assert reader.window.findings.empty.isVisible()


def test_go_to_paragraph(reader: Editor) -> None:
    def answer(dialog: ParagraphDialog) -> None:
        dialog.field.setText("23")
        reader.press("Return", dialog.field)

    reader.meet(ParagraphDialog, answer)
    reader.press("Ctrl+G")
    assert reader.window.bridge.selection.paragraph == 22


def test_f8_goes_to_the_riskiest_first(reader: Editor) -> None:
    reader.window.bridge.select(0)
    reader.press("F8")
    fold = reader.window.bridge.fold
    assert reader.session.open_findings(fold.id)


def test_findings_list_selects_and_returns(reader: Editor) -> None:
    reader.press("Ctrl+2")
    tree = reader.window.findings.tree
    assert tree.hasFocus()
    row = next(row for row in reader.window.findings.model.rows() if row.finding.check == "direction")
    tree.setCurrentIndex(reader.window.findings.model.find(row.finding.id))
    assert reader.window.bridge.claim.text == "15%左右"
    reader.press("Ctrl+1")
    assert reader.window.article.hasFocus()
    assert reader.window.bridge.claim.text == "15%左右"
