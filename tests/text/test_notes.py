"""What is left out of an article is listed, not only counted."""

from annotator.text.notes import has_digit, listed


def test_every_line_is_quoted_in_notes_that_can_be_read():
    lines = [f"第{number}行，{number * 7}人" for number in range(1, 301)]
    notes = list(listed("left-out", "有 {} 行：{}。", "Lines ({}): {}.", lines))
    assert len(notes) > 1
    assert all(len(note.message) < 1500 and len(note.english) < 1800 for note in notes)
    assert "、".join(f"“{line}”" for line in lines) == "、".join(note.message.split("：")[1].rstrip("。") for note in notes)


def test_a_page_built_to_fill_the_notes_is_bounded_and_says_so():
    notes = list(listed("left-out", "有 {} 行：{}。", "Lines ({}): {}.", ["8" * 5000] * 1000))
    assert len(notes) == 51
    assert "另有" in notes[-1].message


def test_words_with_braces_are_quoted_as_they_are():
    assert [note.message for note in listed("x", "有 {} 行：{}。", "{} {}", ["{0}人{x}"])] == ["有 1 行：“{0}人{x}”。"]


def test_figures_of_any_script_count_and_chinese_words_do_not():
    assert [word for word in ("24小时", "３人", "½", "Ⅳ", "①", "第一时间", "要闻") if has_digit(word)] == ["24小时", "３人", "½", "Ⅳ", "①"]
