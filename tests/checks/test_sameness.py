"""Two mentions of one quantity, in other words, scales or units; and look-alikes that are two things. Places and people are invented."""

import pytest

from annotator.lexicon import table
from tests.checks.kin import comforted, confirmed, errors, raised

TWICE = (
    "青柳河治理投资[[1.86亿元]]\n本报讯 青柳河综合治理工程日前完工，工程总投资[[1.68亿元]]，疏浚河道12公里。",
    "全市现有社区食堂[[138家]]，覆盖所有街道。这[[183家]]社区食堂去年供餐90万份。",
    "景区去年接待游客[[312万人次]]，创下历史新高。\n管委会主任介绍，去年[[321万人次]]游客中，省外游客占四成。",
    "绕城公路全长[[42.3公里]]，双向六车道。\n施工方介绍，绕城公路全长[[43.2公里]]，桥隧比达三成。",
    "全县自来水普及率达到[[93.5%]]。\n水务局负责人说，[[95.3%]]的自来水普及率在全市排第二。",
    "本届展会共有[[1264家]]企业参展。\n组委会表示，[[1246家]]参展企业来自28个国家和地区。",
    "新馆建筑面积[[2.85万平方米]]，设展厅12个。\n据了解，新馆总建筑面积[[2.58万平方米]]，明年开放。",
    "该县有脱贫人口[[23417人]]。\n会上通报，全县[[2.4万名]]脱贫人口全部纳入监测。",
    "大坝高[[186米]]，是省内最高的拱坝。\n站在[[168米]]高的大坝上，江水尽收眼底。",
    "村里有农家乐[[46家]]。\n“我们村的[[64家]]农家乐，周末都要提前订。”村支书说。",
    "[[2019年6月]]古桥加固开工。\n[[2018年6月]]古桥加固开工时，桥面已经封闭。",
)

TWO_THINGS = (
    "城区有1000余家餐馆复工。\n全省1000余家规上企业全部复产。",
    "今年1—6月发电量38.6亿千瓦时。\n去年1—6月发电量36.8亿千瓦时。",
    "青县有养老机构47家。\n安县有养老机构74家。",
    "项目计划总投资2.4亿元。\n截至上月，项目已完成投资2.1亿元。",
    "全市有志愿者3.26万人。\n其中党员志愿者3.62万人次参加了服务。",
    "景区去年接待游客128.6万人次。\n近130万人次的游客带动了餐饮消费。",
    "该县有脱贫人口23417人。\n全县2.3万名脱贫人口全部纳入监测。",
    "第一批发放补贴1260万元。\n第二批发放补贴1620万元。",
    "当天发放消费券1200万元。\n活动开始以来累计发放消费券2100万元。",
    "一中有在校生1240名。\n二中有在校生1420名。",
    "保障房开工1800套。\n经过调整，保障房增至1900套。",
    "王强打进12球。\n李伟打进21球。",
    "会前登记的参展企业有1246家。\n截至开幕，登记的参展企业达到1264家。",
    "新区面积36平方公里。\n起步区面积63平方公里是规划远期目标。",
    "上午参观人数2300人。\n下午参观人数3200人。",
    "一号楼建筑面积1.86万平方米。\n二号楼建筑面积1.68万平方米。",
    "2019年6月东段水渠清淤开工。\n2018年6月西段水渠清淤开工。",
    "截至8时，事故造成3人死亡、11人受伤。\n截至18时，事故造成3人死亡、12人受伤。",
    "改造小区46个、新建小区12个。\n这58个小区都通了燃气。",
)

OTHER_UNIT = (
    "全县小麦播种面积[[48.6万亩]]。\n农业农村局说，[[486万亩]]小麦播种面积比上年略有增加。",
    "电站装机容量[[12万千瓦时]]，年内并网。",
    "全年发电量[[36.5亿千瓦]]，同比增长4%。",
    "云岭隧道全长[[3860米]]，是全线控制性工程。\n昨天上午，全长[[3860公里]]的云岭隧道贯通。",
    "合作社今年收获蜂蜜[[42吨]]。\n理事长介绍，[[42公斤]]蜂蜜已全部卖出，合作社收入增加。",
    "产业园占地[[120公顷]]（合[[180亩]]）。",
    "项目总投资[[6.8亿元]]，分两期建设。\n发改部门介绍，总投资[[6.8万元]]的项目明年底竣工。",
    "水库总库容[[1.2亿立方米]]。\n总库容[[1.2万立方米]]的水库担负着灌溉任务。",
    "新铺管道[[128公里]]，受益村民3万人。\n镇里说，新铺的[[128米]]管道已全部通水。",
    "仓库储备大米[[560吨]]（[[5.6万公斤]]）。",
    "校园占地面积[[260米]]，绿化率达四成。",
    "大桥全长[[1.8平方公里]]，设双向四车道。",
)

CONVERTED = (
    "产业园占地[[120公顷]]（合[[1800亩]]）。",
    "仓库储备大米[[560吨]]（[[56万公斤]]）。",
    "跑道长[[2.4公里]]，即[[2400米]]。",
)

OTHER_MEASURE = (
    "项目总投资3.2亿元。\n项目吸纳就业3.2万人。",
    "东岸线路全长12.6公里。\n西岸人行道宽12.6米。",
    "甲项目总投资6.8亿元。\n乙项目总投资6.8万元，用于更换灯具。",
    "全年发电量36.5亿千瓦时，最高负荷36.5万千瓦。",
    "水稻种植面积48.6万亩，总产量48.6万吨。",
    "每户平均耕地12.5亩，全村耕地1250亩。",
    "装机容量10万千瓦，配套储能2万千瓦时。",
    "建筑面积达到全县的三成，共12万平方米。",
    "抽水蓄能电站装机容量120万千瓦，年发电量12亿千瓦时。",
    "粮食总产量3.6亿斤，比上年增加360万公斤。",
)


@pytest.mark.parametrize("marked", TWICE)
def test_two_figures_for_one_thing_are_raised(marked: str) -> None:
    assert raised("conflict", marked)


@pytest.mark.parametrize("text", TWO_THINGS)
def test_two_things_are_left_alone(text: str) -> None:
    assert errors(text) == []


@pytest.mark.parametrize("marked", OTHER_UNIT)
def test_a_unit_that_cannot_be_right_is_raised(marked: str) -> None:
    assert raised("unit", marked)
    assert not comforted("unit", marked)


@pytest.mark.parametrize("marked", CONVERTED)
def test_a_right_conversion_is_confirmed(marked: str) -> None:
    assert confirmed("unit", marked)


@pytest.mark.parametrize("text", OTHER_MEASURE)
def test_two_measures_are_left_alone(text: str) -> None:
    assert errors(text) == []


@pytest.mark.parametrize("entry", table("mentions.toml")["shown"])
def test_the_words_of_the_lexicon_are_those_of_its_sentences(entry: str) -> None:
    marked = table("mentions.toml")["shown"][entry]
    if "[[" in marked:
        assert raised("unit" if entry == "measured" else "conflict", marked)
    else:
        assert errors(marked) == []
