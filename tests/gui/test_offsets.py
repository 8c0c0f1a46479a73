import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from annotator.gui.offsets import Offsets, shown, units


@pytest.mark.parametrize("text", ["", "abc", "增长15%", "𠮷野家15%", "📌a📌", "增长😀15%𠮷"])
def test_both_directions_agree_with_utf16(text: str) -> None:
    offsets = Offsets(text)
    for point in range(len(text) + 1):
        unit = len(text[:point].encode("utf-16-le")) // 2
        assert offsets.to_qt(point) == unit
        assert offsets.to_python(unit) == point
    assert offsets.length == units(text)


def test_the_middle_of_a_pair_belongs_to_its_character() -> None:
    assert Offsets("a📌b").to_python(2) == 1


@pytest.mark.usefixtures("qapp")
def test_qt_holds_every_character_of_the_basic_plane_in_one_block_unit_for_unit() -> None:
    document = QTextDocument()
    for base in range(0, 0x11000, 0x800):
        text = "".join(map(chr, range(base, base + 0x800)))
        document.clear()
        QTextCursor(document).insertText(shown(text))
        assert document.blockCount() == 1, hex(base)
        assert document.characterCount() - 1 == units(shown(text)) == units(text), hex(base)


def test_what_reorders_digits_is_replaced() -> None:
    assert shown("1\u202e51%\u2066") == "1\ufffd51%\ufffd"
    assert shown("a\tb") == "a\tb"
