"""One quantity in two units or scales that do not agree."""

from collections.abc import Iterator
from fractions import Fraction

from annotator.checks.record import check, consistent, contradiction, suspicious
from annotator.checks.relations import Relations
from annotator.checks.relations.mentions import Pair
from annotator.checks.relations.wording import like
from annotator.model import Finding, Severity


@check(
    title="单位或数量级不一",
    title_en="Unit or magnitude",
    why="同一个数前面写“亿元”后面写“万元”，或前面写“平方米”后面写“亩”，数字相同而单位不同，必有一处错。括注的换算（亩与平方米等）也应当对得上；装机容量用“千瓦时”、面积用“吨”这样量不了的单位也提。",
    limits="数字相同而说的是两件事时，靠两处的用词区分；用词恰好相近时会看错。",
    severity=Severity.HIGH,
    flags=(
        "经营活动产生的现金流量净额[[8.07亿元]]。\n他说，[[8.07万元]]的经营现金流足以支撑扩产。",
        "全市新建商品住宅成交面积[[38.6万平方米]]。\n业内人士认为，[[38.6万亩]]的月成交面积低于预期。",
        "新校区占地[[96亩]]（约合[[9.6万平方米]]）。",
        "电站[[装机容量12万千瓦时]]，年内并网。",
    ),
    confirms=(
        "新校区占地[[96亩]]（约合[[6.4万平方米]]）。",
        "每袋净重[[5公斤]]（[[10斤]]）。",
    ),
    passes=(
        "项目总投资5.65亿元。\n县里发放消费券5.65万张。",
        "全年出口12.5亿元。\n每户增收12.5万元。",
        "仓库面积3600平方米，配套道路长3600米。",
        "贷款余额38.6亿元，存款余额386亿元。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for pair in relations.same_figures:
        message = f"数字相同而单位不同：{pair.first.text} 与 {pair.second.text}，若指同一件事则不能同时成立，请核对。"
        yield contradiction(pair.spans, message, formula=f"{pair.first.text} ≠ {pair.second.text}")
    for pair in relations.equivalents:
        yield from _converted(pair)
    for wrong in relations.mismeasured:
        message = f"“{relations.words(wrong.span)}”的单位量不了它前面的“{wrong.noun}”，请核对单位。"
        yield suspicious((wrong.span,), message)


def _converted(pair: Pair) -> Iterator[Finding]:
    one, other = pair.first.value, pair.second.value
    shown = like(pair.second, one)
    if not one or not other:
        return
    off = abs(one - other) / max(one, other)
    if off <= Fraction(1, 50):
        yield consistent(pair.spans, f"{pair.first.text} 合 {shown}，与 {pair.second.text} 相符。", computed=shown)
    elif off > Fraction(1, 10):
        yield contradiction(pair.spans, f"{pair.first.text} 合 {shown}，与 {pair.second.text} 不能同时成立。", computed=shown)
