"""Title, byline, publisher and date of publication, as far as they are stated."""

from datetime import date

import pytest

from annotator import paths
from annotator.text import article, read
from annotator.text.masthead import masthead


def test_the_sample_states_title_and_byline_but_no_date():
    sample = read(paths.seed("liling-2020-03.txt"))
    assert sample.title == "万众一心战疫魔 醴陵大地涌春潮"
    assert sample.byline == "文/李逸峰 张勇 彭丽娜 彭雪飞 供图/醴陵市委宣传部"
    assert sample.published is None


@pytest.mark.parametrize(
    ("lines", "title", "byline", "publisher", "published"),
    [
        (
            ["某市一季度经济平稳", "2023-04-18 09:30 来源：霁州日报 作者：陆行 责任编辑：王某", "正文。"],
            "某市一季度经济平稳",
            "陆行",
            "霁州日报",
            date(2023, 4, 18),
        ),
        (["标题", "来源:砚湖网 2020年03月11日 08:12", "正文第一句，很长。"], "标题", "", "砚湖网", date(2020, 3, 11)),
        (["标题", "砚湖市统计局", "2023年3月20日", "一、综合", "初步核算，增长5%。"], "标题", "", "砚湖市统计局", date(2023, 3, 20)),
        (["鹿鸣县统计公报", "鹿鸣县统计局　2024年4月2日", "初步核算，增长5%。"], "鹿鸣县统计公报", "", "鹿鸣县统计局", date(2024, 4, 2)),
        (["他把一生献给医院", "记一位乡村医生和他的卫生院", "天还没亮，他就出门了。"], "他把一生献给医院", "", "", None),
        (["证券代码：603000　证券简称：鹿鸣电子", "鹿鸣电子关于分红的公告", "每10股派2元。"], "鹿鸣电子关于分红的公告", "", "", None),
        (["標題", "〔記者林某／鹿鳴報導〕昨日開幕，為期三天。"], "標題", "記者林某／鹿鳴報導", "", None),
        (["标题", "鹿鸣通讯 全县春耕基本结束。"], "标题", "", "", None),
        (["标题", "核心提示：三条新线开工。", "鹿鸣日报讯（记者 甲乙）昨天，三条新线开工。"], "标题", "记者 甲乙", "鹿鸣日报", None),
        (["标题", "云泽社北京5月4日电（记者 顾星河）2023年5月4日，卫星升空。"], "标题", "记者 顾星河", "云泽社", date(2023, 5, 4)),
        (["标题", "本报12月16日讯（记者 陆行）今天10时，地铁开通。"], "标题", "记者 陆行", "", None),
        (["标题", "本报记者 田垄 通讯员 陈穗", "正文。"], "标题", "本报记者 田垄 通讯员 陈穗", "", None),
        (["標題", "【本報訊】由商會主辦的購物節揭幕。"], "標題", "", "", None),
        (["标题", "正文很长，没有日期。", "再一段，也没有。", "（发布时间：2022-07-12 10:30）"], "标题", "", "", date(2022, 7, 12)),
        (["第一句就是正文，没有标题。"], "", "", "", None),
        (["标题", "松原快讯 （记者 甲）今天，负荷创新高。"], "标题", "记者 甲", "", None),
        (["关于报送材料的通知", "各单位：", "请于2020年3月20日前上报。", "某办公室", "2020年2月30日"], "关于报送材料的通知", "", "", None),
    ],
)
def test_what_is_stated_is_found_and_nothing_else(lines, title, byline, publisher, published):
    assert masthead(lines) == (title, byline, publisher, published)


def test_a_date_in_a_sentence_is_no_date_of_publication():
    assert masthead(["标题", "2020年3月11日，全市新增5例。", "其中2例在城区。"]).published is None


def test_what_is_given_holds_over_what_is_read():
    made = article("标题\n本报记者 甲乙\n正文。", title="另一个", published=date(2021, 1, 2))
    assert (made.title, made.byline, made.published) == ("另一个", "本报记者 甲乙", date(2021, 1, 2))


def test_a_very_long_line_takes_no_time():
    assert masthead(["记者" * 200_000, "2020年" * 100_000]).title == ""
