"""Numerals outside of sentences: units at the head of a column are no numbers, and every figure left over has its reason."""

import pytest

from annotator.claims import cover, find_claims
from annotator.text import article


def claims_of(text):
    return [claim.text for claim in find_claims(article(text))]


def reasons_of(text):
    made = article(text)
    return {text[one.start : one.end]: one.reason for one in cover(made, find_claims(made))}


@pytest.mark.parametrize(
    "head",
    [
        "投资额（万元）",
        "（单位：万元）",
        "单位：万元",
        "单位：亿元、万吨",
        "【单位:万人次】",
        "金额/万元\t备注",
        "亩产值（万元/亩）",
        "产量[万吨]",
        "投资（万元，含税）",
    ],
)
def test_a_unit_that_nothing_is_counted_in_is_no_claim(head):
    assert claims_of(head) == []
    assert "unit-alone" in reasons_of(head).values()
    assert claims_of(f"{head}\t37万元")[-1] == "37万元"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("获奖（二十万元）", "二十万元"),
        ("捐款（万元以上）的有两家", "万元以上"),
        ("捐款（3万元）", "3万元"),
        ("单位捐了三万元", "三万元"),
        ("各单位，万元以上的要登记", "万元以上"),
    ],
)
def test_a_number_in_brackets_is_still_a_claim(text, wanted):
    assert wanted in claims_of(text)


def test_figures_alone_in_cells_are_named_as_such():
    text = "镇名\t2021年（万元）\t增长\n东坪\t318\t2.5%\n西坪\t1,206\t４７"
    assert claims_of(text) == ["2021年", "2.5%"]
    assert reasons_of(text) == {"万元": "unit-alone", "318": "table-cell", "1,206": "table-cell", "４７": "table-cell"}


def test_a_figure_beside_other_words_in_a_cell_is_not_the_whole_cell():
    assert reasons_of("编组 318\t甲")["318"] == "bare-number"


@pytest.mark.parametrize("sign", ["½", "⅔", "①②", "⑳", "Ⅳ", "ⅷ", "㈠", "⒊", "❸", "㊂", "㉛"])
def test_signs_for_numerals_are_covered(sign):
    text = f"见{sign}，共37人。"
    assert claims_of(text) == ["37人"]
    assert reasons_of(text) == {sign: "numeral-sign"}


def test_copies_and_invisible_characters_keep_the_places():
    text = "单\u200b位：万\u200b元，见①\n单\u200b位：万\u200b元，见①"
    made = article(text)
    found = [(text[one.start : one.end], one.reason) for one in cover(made, find_claims(made))]
    assert found == [("万\u200b元", "unit-alone"), ("①", "numeral-sign")] * 2
