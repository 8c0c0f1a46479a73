"""A PDF reads as its reader sees it: columns in order, whole paragraphs, no running heads; what is changed or left out is noted."""

from datetime import date

import pytest

from annotator import paths
from annotator.text import ReadError
from annotator.text.pdf import parse
from tests.text.passages import SIMPLIFIED, TRADITIONAL
from tests.text.pdf_files import Words, placed, raw, set_by, typeset

TITLE, *SAMPLE = [line for line in paths.seed("liling-2020-03.txt").read_text("utf-8").split("\n") if line.strip()]
# The bundled font has no 咗 and no subscript figures.
PASSAGES = [line.replace("CO₂", "CO2") for line in SIMPLIFIED] + [line for line in TRADITIONAL if "咗" not in line]


def lines_of(data):
    return [line for line in parse(data).text.split("\n") if line]


def notes_of(data):
    return {note.kind: note.message for note in parse(data).notes}


# --- set like a report or a newspaper --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "setting",
    [
        {},
        {"columns": 2},
        {"columns": 3, "size": 9},
        {"indent": False, "size": 9},
        {"justify": False, "size": 12},
        {"justify": False, "columns": 2},
        {"size": 14, "columns": 2, "gutter": "1em"},
    ],
    ids=str,
)
@pytest.mark.parametrize("wanted", [SAMPLE, PASSAGES], ids=["sample", "passages"])
def test_paragraphs_come_back_whole_and_in_order(wanted, setting):
    lines = lines_of(typeset(TITLE, wanted, **setting))
    lost = [line for line in wanted if line not in lines]
    # A caption at the foot of a column may look like a full line.
    assert len(lost) <= len(wanted) * 0.04, lost
    assert lines[0] == TITLE


def test_in_the_usual_setting_nothing_at_all_is_lost():
    assert lines_of(typeset(TITLE, SAMPLE)) == [TITLE, *SAMPLE]
    assert lines_of(typeset(TITLE, PASSAGES, columns=2)) == [TITLE, *PASSAGES]


def test_running_heads_and_page_numbers_are_left_out_and_named_and_give_the_date():
    data = typeset(TITLE, SAMPLE, head="某某日报 2020年3月11日 星期三")
    parsed = parse(data)
    assert "某某日报" not in parsed.text
    assert "“某某日报 2020年3月11日 星期三”" in "".join(note.message for note in parsed.notes if note.kind == "header-footer")
    assert parsed.published == date(2020, 3, 11)
    assert parsed.title == TITLE


def test_every_paragraph_knows_its_pages():
    parsed = parse(typeset(TITLE, SAMPLE))
    assert {anchor.node for anchor in parsed.anchors} == {0, 1, 2, 3, 4, 5} & {anchor.node for anchor in parsed.anchors}
    assert len({anchor.node for anchor in parsed.anchors}) > 3
    covered = sum(anchor.end - anchor.start for anchor in parsed.anchors)
    assert covered == len(parsed.text.replace("\n", ""))


def test_a_table_is_read_row_by_row():
    cells = ", ".join(f"[{word}]" for word in ("指标", "2021年", "2022年", "产值", "15亿元", "18亿元", "户数", "3 206", "3 318"))
    data = set_by(
        f'#set text(font: "Noto Serif SC", size: 10.5pt)\n前一段在这里。\n\n#table(columns: (6em, 6em, 6em), {cells})\n\n后一段在这里。'
    )
    assert lines_of(data) == ["前一段在这里。", "指标\t2021年\t2022年", "产值\t15亿元\t18亿元", "户数\t3 206\t3 318", "后一段在这里。"]


def test_digits_above_the_line_do_not_run_into_the_number():
    data = set_by('#set text(font: "Noto Serif SC")\n面积为10#super(typographic: false)[3]平方米，比上年增长15%。')
    assert lines_of(data) == ["面积为10³平方米，比上年增长15%。"]
    assert "superscript" in notes_of(data)


# --- written character by character ----------------------------------------------------------------------------------


def column(x, top, lines, size=10):
    return [Words(x, top - 14 * number, line, size) for number, line in enumerate(lines)]


def test_two_columns_are_read_one_after_the_other_whatever_the_order_in_the_file():
    left = column(50, 700, ["左栏第一行共十五个汉字排满了", "左栏第二行共十五个汉字排满了", "左栏第三行到此结束。"])
    right = column(250, 700, ["右栏第一行共十五个汉字排满了", "右栏第二行共十五个汉字排满了", "右栏第三行到此结束。"])
    mixed = [one for pair in zip(right, left, strict=True) for one in pair]
    assert lines_of(placed([mixed])) == [
        "左栏第一行共十五个汉字排满了左栏第二行共十五个汉字排满了左栏第三行到此结束。",
        "右栏第一行共十五个汉字排满了右栏第二行共十五个汉字排满了右栏第三行到此结束。",
    ]


def test_a_paragraph_runs_on_in_the_next_column_and_on_the_next_page():
    one = column(50, 700, ["\u3000\u3000去年全市粮食总产量达到五十", "六万吨，比上年增加了二万吨，"]) + column(
        250, 700, ["连续三年保持增长；油料总产量", "三万吨，蔬菜总产量八十二万吨"]
    )
    two = column(50, 700, ["，水果总产量四十一万吨。"])
    assert lines_of(placed([one, two])) == [
        "去年全市粮食总产量达到五十六万吨，比上年增加了二万吨，连续三年保持增长；油料总产量三万吨，蔬菜总产量八十二万吨，水果总产量四十一万吨。"
    ]


def test_radicals_and_compatibility_forms_become_the_usual_characters():
    data = placed([[Words(50, 700, "⼯⼈⻢⻋⻅，增⻓15%︒")]])
    assert lines_of(data) == ["工人马车见，增长15%。"]
    assert "6 个" in notes_of(data)["radicals"]


def test_a_number_cut_by_a_line_end_is_one_and_the_place_is_noted():
    lines = ["全年共完成了道路客运量为12", "64万人次，同比增长百分之五。"]
    data = placed([[Words(50, 700, lines[0]), Words(50, 686, lines[1])]])
    assert lines_of(data) == ["全年共完成了道路客运量为1264万人次，同比增长百分之五。"]
    note = next(note for note in parse(data).notes if note.kind == "cut-number")
    assert parse(data).text[slice(*note.span)] == "26"


def test_text_outside_the_page_invisible_or_tiny_is_named_as_left_out():
    words = [
        Words(50, 700, "增长15%。"),
        Words(50, 680, "看不见99", mode=3),
        Words(900, 700, "页外88"),
        Words(50, 660, "极小字77", size=0.5),
    ]
    data = placed([words])
    assert lines_of(data) == ["增长15%。"]
    assert all(number in notes_of(data)["hidden"] for number in ("99", "88", "77"))


def test_the_text_layer_of_a_scan_is_read_with_a_warning():
    data = placed([[Words(50, 700, "增长15%。", mode=3)]], images=1)
    assert lines_of(data) == ["增长15%。"]
    assert "OCR" in notes_of(data)["ocr"]


def test_pages_without_a_text_layer_are_named():
    data = placed([[Words(50, 700, "增长15%。")], []], images=1)
    assert "第 2 页" in notes_of(data)["scanned"]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_turned_page_is_read_upright(angle):
    lines = ["横排的页转了几个九十度，仍是一", "段正文，去年增长15%。"]
    words = r"\ ".join(lines)
    turned = f"#rotate({angle}deg, reflow: true)[#box(width: 15em)[{words}]]"
    assert lines_of(set_by(f'#set page(margin: 80pt)\n#set text(font: "Noto Serif SC", size: 12pt)\n{turned}')) == ["".join(lines)]


def test_a_line_along_the_margin_does_not_mix_with_the_text():
    side = "#place(left + top, dx: -40pt, rotate(-90deg, reflow: true)[侧边的一行字])"
    data = set_by(f'#set page(margin: 80pt)\n#set text(font: "Noto Serif SC", size: 12pt)\n{side}正文在这里，增长15%。')
    assert lines_of(data) == ["正文在这里，增长15%。", "侧边的一行字"]


@pytest.mark.parametrize("slant", [35, -45, 60, 145])
def test_a_watermark_across_the_page_tears_no_line_and_is_named(slant):
    lines = ["全县去年共栽种茶树三百五十亩", "，比前年多栽种六十二亩，增长", "百分之二十一点五。"]
    stamp = Words(150, 690, "内部资料2037", size=12, slant=slant)
    assert lines_of(placed([[stamp, *column(50, 700, lines)]])) == ["".join(lines)]
    assert "“内部资料2037”" in notes_of(placed([[*column(50, 700, lines), stamp]]))["watermark"]


def test_a_page_that_is_askew_as_a_whole_is_read():
    words = [Words(100, 600, "本页斜着放，去年增长15%。", slant=20)]
    assert "15%" in "".join(lines_of(placed([words])).pop().split())
    assert "watermark" not in notes_of(placed([words]))


def test_a_table_row_whose_first_cell_is_smaller_than_the_rest_is_read():
    rows = [[Words(43, 700 - 30 * row, str(row + 1), size=7), Words(77, 700 - 30 * row, "茶园三十七座", size=10)] for row in range(3)]
    assert lines_of(placed([[one for row in rows for one in row]])) == ["1\t茶园三十七座", "2\t茶园三十七座", "3\t茶园三十七座"]


def test_columns_of_signs_from_right_to_left_are_read_downwards():
    lines = ["去年全市粮食总产量达到五十", "六万吨，比上年增加二万吨。"]
    signs = [
        f"#place(dx: {400 - 18 * number}pt, dy: {13 * at}pt)[{sign}]" for number, line in enumerate(lines) for at, sign in enumerate(line)
    ]
    data = set_by('#set page(margin: 80pt)\n#set text(font: "Noto Serif SC", size: 12pt)\n' + "\n".join(signs))
    assert lines_of(data) == ["".join(lines)]
    assert "竖排" in notes_of(data)["vertical"]


def test_notes_and_form_fields_on_a_page_are_told():
    notes = (
        "/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(check 15%)>><</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Contents(link)>>]"
    )
    assert notes_of(placed([[Words(50, 700, "增长15%。")]], page=notes))["comment"].endswith("check 15%")


# --- what cannot be read ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (placed([[]], images=1), "扫描件"),
        (placed([[]]), "没有文字层"),
        (b"%PDF-1.5\nnonsense", "已损坏"),
        (raw([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"]), "已损坏"),
    ],
)
def test_a_pdf_without_text_says_so(data, words):
    with pytest.raises(ReadError, match=words):
        parse(data)


def test_a_font_that_tells_no_characters_is_an_error_not_nonsense():
    data = placed([[Words(50, 700, "增长百分之十五")]]).replace(b"beginbfchar", b"beginbfchxx")
    with pytest.raises(ReadError, match="对照表"):
        parse(data)


def test_junk_before_the_header_and_a_wrong_table_are_survived():
    data = placed([[Words(50, 700, "增长15%。")]])
    assert lines_of(b"junk\n" * 40 + data) == ["增长15%。"]
    assert lines_of(data.replace(b"startxref\n", b"startxref\n9")) == ["增长15%。"]


def test_scripts_and_launch_actions_are_only_bytes():
    action = b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/AA<</WC<</S/Launch/F(/bin/sh)>>>>>>"
    data = placed([[Words(50, 700, "增长15%。")]]).replace(b"<</Type/Catalog/Pages 2 0 R>>", action)
    assert lines_of(data) == ["增长15%。"]
