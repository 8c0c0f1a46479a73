"""A stated growth against the two values it lies between."""

from collections.abc import Iterator

from annotator.checks.record import check, consistent, contradiction, suspicious
from annotator.checks.relations import Relations
from annotator.checks.relations.judged import Fit, Judged, vague
from annotator.checks.relations.terms import MULTIPLE, POINT, SHARE
from annotator.checks.relations.wording import like, percent, rounded
from annotator.model import Finding, Severity


@check(
    title="增减幅度与前后数值不符",
    title_en="Growth against its two values",
    why="文中同时给出前值、后值和增减幅度（百分比、倍数、百分点或差额）时，三者应当对得上。常见的错有：颠倒数字、把“是几倍”写成“增长几倍”。",
    limits="按可比价格、同口径或剔除因素计算的增幅不能由文中两个数直接推出，遇到这类说明时不查；前后值是约数或区间时只在明显不合时才提。",
    severity=Severity.HIGH,
    flags=(
        "今年一季度，全县茶叶出口[[3.6亿元]]，上年同期为[[3.2亿元]]，同比增长[[15.5%]]。",
        "养老床位由[[2000张]]增加到[[6000张]]，增长了[[3倍]]。",
        "该馆藏书[[84万册]]，比上年的[[70万册]]增加[[12万册]]。",
        "景区门票由[[120元]]降至[[90元]]，降幅达[[35%]]。",
    ),
    confirms=(
        "该港完成吞吐量[[525万吨]]，比上年同期的[[500万吨]]增长[[5%]]。",
        "全镇光伏装机由[[85万千瓦]]增至[[255万千瓦]]，增长[[两倍]]。",
        "药品价格从每盒[[80元]]降到[[32元]]，下降[[六成]]。",
        "毕业生就业率由[[91.2%]]上升到[[94.5%]]，提高[[3.3个百分点]]。",
        "粮食总产[[128.4万吨]]，比上年增加[[3.6万吨]]，增长[[2.9%]]。",
    ),
    passes=(
        "全市生产总值800亿元，上年为760亿元，按可比价格计算增长6.8%。",
        "公司营收由3亿元增至5亿元，员工人数增长20%。",
        "小麦单产由400公斤提高到450公斤左右，增长12%。",
        "网站访问量达90万人次，是上年30万人次的3倍。",
        "前年参赛选手60人，去年80人，今年报名人数比上届增长50%。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for judgement in relations.judged_changes:
        change = judgement.change
        assert change.delta is not None
        if judgement.fit is Fit.RIGHT and not vague(change) and _is_growth(judgement):
            yield consistent(
                change.spans,
                f"由前后数值算得{_shown(judgement)}，与“{change.delta.text}”相符。",
                formula=judgement.formula,
                computed=_shown(judgement),
            )
        elif judgement.fit is Fit.TIMES:
            times = rounded(judgement.computed + 1, 2)
            message = f"后值是前值的 {times} 倍，即增长 {rounded(judgement.computed, 2)} 倍，与“{change.delta.text}”不能同时成立。"
            yield contradiction(change.spans, message, formula=judgement.formula, computed=_shown(judgement))
        elif judgement.fit is Fit.UNLIKELY and not vague(change):
            message = f"由前后数值算得{_shown(judgement)}，与“{change.delta.text}”相差较大，除非两个数都舍入到头，请核对。"
            yield suspicious(change.spans, message, formula=judgement.formula, computed=_shown(judgement))
        elif judgement.fit is Fit.WRONG and not vague(change):
            message = f"由前后数值算得{_shown(judgement)}，与“{change.delta.text}”不能同时成立。"
            yield contradiction(change.spans, message, formula=judgement.formula, computed=_shown(judgement))


def _is_growth(judgement: Judged) -> bool:
    """Differences of amounts belong to the sums."""
    delta = judgement.change.delta
    assert delta is not None
    return delta.dimension in (SHARE, MULTIPLE, POINT, "temperature")


def _shown(judgement: Judged) -> str:
    delta = judgement.change.delta
    assert delta is not None
    if delta.unit == "番":
        return f" {rounded(judgement.computed, 2)} 倍"
    if delta.dimension == POINT:
        return f" {rounded(judgement.computed * 100, 2)} 个百分点"
    if delta.dimension == MULTIPLE:
        return f" {rounded(judgement.computed, 2)} 倍"
    if delta.unit == "折":
        return f" {rounded(judgement.computed * 10, 2)} 折"
    return f" {percent(judgement.computed)}" if delta.dimension == SHARE else f" {like(delta, judgement.computed)}"
