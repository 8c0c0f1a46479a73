import pytest

from annotator.gui.article.writing import is_heading


@pytest.mark.parametrize(
    ("text", "order", "heading"),
    [
        ("万众一心战疫魔 醴陵大地涌春潮", 0, True),
        ("1 “六个全力”，织牢疫情防控“安全网”", 4, True),
        ("二、工作打算", 7, True),
        ("（三）存在的问题", 8, True),
        ("２．下一步", 9, True),
        ("第三章 总结", 9, True),
        ("“华联瓷业”生产车间", 13, False),
        ("3 月以来，全县复工。", 5, False),
        ("一个多月来，干部职工坚守一线，日夜奋战，没有一人叫苦叫累，没有一人临阵退缩，人人都在岗位上", 3, False),
        ("5 月 1 日起", 0, True),
    ],
)
def test_a_heading_is_short_open_and_first_or_numbered(text: str, order: int, heading: bool) -> None:
    assert is_heading(text, order) is heading
