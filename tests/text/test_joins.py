"""Paragraphs cut by the flow of a page are offered for joining, and nothing else is."""

import pytest

from annotator import paths
from annotator.text import Join, article, joins, read


def test_the_sample_offers_its_three_cuts():
    sample = read(paths.seed("liling-2020-03.txt"))
    words = [sample.slice(paragraph.span) for paragraph in sample.paragraphs]
    assert [(words[one.first][-5:], words[one.second][:4]) for one in joins(sample)] == [
        ("闻令而动,", "签订《“"),
        ("员工上下班", "实行“点"),
        ("“醴”,有", "“不要人"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("全市粮食总产量五十六万吨，\n比上年增加二万吨，连续三年增长。", (Join(0, 1),)),
        ("全市粮食总产量五十六万吨，\n图为田间\n比上年增加二万吨，连续三年增长。", (Join(0, 2),)),
        ("全市粮食总产量五十六万吨，蔬菜也\n图为田间\n比上年增加二万吨，连续三年增长。", ()),
        ("全市粮食总产量五十六万吨。\n比上年增加二万吨，连续三年增长。", ()),
        ("全市粮食总产量五十六万吨，比上年增加\n二、工业", ()),
        ("丰收的田野里机器轰鸣人欢马叫一派繁忙\n比上年增加二万吨，连续三年增长。", ()),
        ("全市粮食总产量五十六万吨，比上年", ()),
    ],
)
def test_only_prose_that_breaks_off_and_prose_that_may_follow(text, wanted):
    assert joins(article(text)) == wanted


def test_copies_are_left_to_their_first():
    broken, next_ = "全市粮食总产量五十六万吨，", "比上年增加二万吨，连续三年增长。"
    assert joins(article(f"{broken}\n{next_}\n{broken}\n")) == (Join(0, 1),)
