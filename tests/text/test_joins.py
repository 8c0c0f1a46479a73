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
        ("渔港今起休渔，百余艘渔船归港检修补网\n昨天上午，最后一批渔船驶入渔港。", ()),
        ("休渔开始了。\n船主们修船补网，也有人上岸学起了厨艺和养殖\n记者：今年休渔多久？", ()),
        ('休渔开始了。\n船主说，“网要补，船要修，这三个月闲不下来."\n渔港管理处给每艘船登了记。', ()),
        ("休渔开始了。\n船主们修船补网，也有人上岸学起了厨艺和\n养殖，渔港管理处为此请来了三位老师。", (Join(1, 2),)),
    ],
)
def test_only_prose_that_breaks_off_and_prose_that_may_follow(text, wanted):
    assert joins(article(text)) == wanted


def test_copies_are_left_to_their_first():
    broken, next_ = "全市粮食总产量五十六万吨，", "比上年增加二万吨，连续三年增长。"
    assert joins(article(f"{broken}\n{next_}\n{broken}\n")) == (Join(0, 1),)
