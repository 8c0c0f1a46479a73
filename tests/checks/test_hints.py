"""Hints: what is worth a look and accuses nobody; and the innocent forms beside each. Places and people are invented."""

import pytest

from annotator.checks import Example
from annotator.model import Level
from annotator.pipeline import analyse
from annotator.text import article

GIVEN = (
    ("same-number", "全镇改造旧厕[[1280座]]，每座补助资金之外另投入[[1280万元]]建管网。"),
    ("same-number", "水库灌溉面积[[36.5万亩]]，年供水[[36.5亿立方米]]。"),
    ("measure-word", "展会上[[26名企业]]签约。"),
    ("measure-word", "暴雨中出动[[8艘救护车]]。"),
    ("measure-word", "今春补种[[1200只树苗]]。"),
    ("measure-word", "书屋新添[[3000张图书]]。"),
    ("missing-object", "两家工厂[[合计日产能5万盒]]。"),
    ("missing-object", "技改完成后[[可年产12万台]]。"),
    ("house-style", "[[截止]]去年底，全区建成充电桩860个。"),
    ("house-style", "手术成功率在[[85～]]90%之间。"),
    ("house-style", "完成进度达[[百分之80]]。"),
    ("house-style", "[[二零一九]]年，他回到村里。"),
    ("house-style", "河边新建了[[二]]个码头。"),
    ("house-style", "全程42[[KM]]。"),
    ("house-style", "会议定在[[下午15]]时召开。"),
    ("open-period", "截至5月20日，全县插秧过半。\n[[今年上半年]]，全县已完成投资6亿元。"),
)
SILENT = (
    "展会上26名企业家签约。",
    "26名企业代表参加座谈。",
    "补种的1200株树苗全部成活。",
    "书屋新添图书3000册、报刊12种。",
    "两家工厂日产能5万盒口罩。",
    "缴费截止5月26日，夜间22时后不受理；投稿截止时间为8月31日，截至8月10日已收到作品860件。",
    "第二个码头建成后，二号线延伸到江边，二名单双号限行方案作废。",
    "成功率由85%提高到90%，百分之八十的患者当天出院。",
    "下午3时开会，15时30分散会，晚8时开播。",
    "完成率在85%～90%之间，气温10—15摄氏度。",
    "二〇一九年，他回到村里；二次供水改造两年完工，产量是个二位数。",
    "改造旧厕1280座，投入1280.5万元。",
)


@pytest.mark.parametrize(("check", "marked"), GIVEN)
def test_a_hint_is_given_and_nothing_is_accused(check: str, marked: str) -> None:
    example = Example(marked)
    found = analyse(article(example.text)).findings
    assert [(finding.check, finding.spans) for finding in found if finding.level is Level.HINT] == [(check, example.spans)]
    assert not any(finding.is_error for finding in found)


@pytest.mark.parametrize("text", SILENT)
def test_an_innocent_form_gets_no_hint(text: str) -> None:
    assert [finding for finding in analyse(article(text)).findings if finding.level is Level.HINT or finding.is_error] == []
