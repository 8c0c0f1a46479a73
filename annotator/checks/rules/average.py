"""A total and a number against the stated mean."""

from collections.abc import Iterator

from annotator.checks.record import check, consistent, contradiction, suspicious
from annotator.checks.relations import Relations
from annotator.checks.relations.averages import Mean
from annotator.checks.relations.wording import like
from annotator.model import Finding, Severity


@check(
    title="平均数与总数不符",
    title_en="Mean against total and number",
    why="人均、亩均、日均、均价应当等于总数除以人数、亩数、天数、面积；列出几个数再说平均，也应当算得出来。",
    limits="平均数另有口径（如按年平均人口算）时会有出入，人均、户均相差不到一成、其他平均数相差不到半成不提，每份多少钱的单价从严；几个数加权平均时会多问一句。",
    severity=Severity.HIGH,
    flags=(
        "三块田实收亩产分别为[[812.4公斤]]、[[798.6公斤]]和[[805.0公斤]]，平均亩产[[815.3公斤]]。",
        "公司员工总数[[2860人]]，全年职工薪酬总额[[7.15亿元]]，人均薪酬[[32万元]]。",
        "学校采购电脑[[260台]]，单价[[4500元]]，合计[[126万元]]。",
        "全年用水[[144万吨]]，平均每月用水[[14万吨]]。",
        "五条线路早高峰候车[[4分钟]]、[[6分钟]]、[[5分钟]]，平均候车[[9分钟]]。",
    ),
    confirms=(
        "全市37家景区接待游客[[286.4万人次]]，旅游收入[[19.48亿元]]，人均消费[[680元]]。",
        "立案[[87起]]，罚款[[652.5万元]]，平均每起[[7.5万元]]。",
        "线路全长[[36.4公里]]，设车站[[26座]]，平均站间距[[约1.46公里]]。",
        "成交面积[[38.6万平方米]]；成交金额[[62.9亿元]]，均价[[1.63万元/平方米]]。",
        "[[4台]]机组单机容量[[30万千瓦]]，总装机[[120万千瓦]]。",
    ),
    passes=(
        "全县水稻总产19.5万吨，亩均纯收入700元。",
        "全区地区生产总值320亿元，常住人口40.2万人，人均生产总值8.1万元。",
        "医院有床位600张，每千人口执业医师3.1人。",
        "展厅面积2400平方米，日均接待观众1500人次，周末最多时达3000人次。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for mean in relations.means:
        shown = like(mean.mean, mean.computed)
        formula = _formula(mean)
        if mean.fits:
            yield consistent(mean.spans, f"{formula} 得 {shown}，与“{mean.mean.text}”相符。", formula=formula, computed=shown)
        elif mean.sure:
            message = f"{formula} 得 {shown}，与“{mean.mean.text}”不能同时成立。"
            yield (suspicious if _may_be_weighted(mean) else contradiction)(mean.spans, message, formula=formula, computed=shown)


def _formula(mean: Mean) -> str:
    if mean.trimmed:
        return f"({' + '.join(claim.text for claim in mean.listed)} − 最高 − 最低) ÷ {len(mean.listed) - 2}"
    if mean.listed:
        return f"({' + '.join(claim.text for claim in mean.listed)}) ÷ {len(mean.listed)}"
    assert mean.total is not None
    count = mean.count.text if mean.count else mean.among
    return f"{mean.total.text} ÷ {f'({count} − {mean.less})' if mean.less else count}"


def _may_be_weighted(mean: Mean) -> bool:
    """Does the mean lie between the listed values, as a weighted one would?"""
    values = [claim.value for claim in mean.listed]
    return bool(values) and not mean.trimmed and min(values) <= mean.mean.value <= max(values)
