"""Parts against their total."""

from collections.abc import Iterator

from annotator.checks.record import check, consistent, contradiction, suspicious
from annotator.checks.relations import Relations
from annotator.checks.relations.judged import Fit, vague
from annotator.checks.relations.terms import MULTIPLE, POINT, SHARE
from annotator.checks.relations.totals import Tie, Total
from annotator.checks.relations.wording import like
from annotator.model import Finding, Severity


@check(
    title="分项与合计不符",
    title_en="Parts against the total",
    why="分项相加应等于合计；前后两期之差应等于增减额；顺差、净增、结余、期末库存这类由别的数算出的数也一样。对得上的会标出来，便于直接确认。",
    limits="只列出主要分项、没有写“等”的清单，分项之和会小于合计；差额像是错了一个数字、各项同类时才会问一句。各组可能重叠（党员、女性）时不查。四舍五入造成的尾差不算。",
    severity=Severity.HIGH,
    flags=(
        "本轮普查登记古树[[486株]]，其中东区[[152株]]、西区[[198株]]、南区[[126株]]。",
        "三家分店分别捐款[[2.5万元]]、[[3.1万元]]和[[1.8万元]]，共计[[7.8万元]]。",
        "年末全县户籍人口[[62.3万人]]，其中城镇人口[[28.1万人]]，乡村人口[[35.2万人]]。",
        "全年出口[[86.4亿元]]，进口[[51.9亿元]]，贸易顺差[[44.5亿元]]。",
        "月初库存[[860吨]]，购进[[340吨]]，售出[[410吨]]，月末库存[[780吨]]。",
        "四个班各派代表，一班[[12人]]、二班[[9人]]、三班[[11人]]、四班[[10人]]，四个班共计[[45人]]。",
        "全团[[60名]]队员，[[41名]]已经报到，其余[[29名]]还在路上。",
    ),
    confirms=(
        "全县改建公路[[156公里]]，其中县道[[38公里]]、乡道[[51公里]]、村道[[67公里]]。",
        "该市贫困人口[[37203名]]。今年要帮助剩余[[3447名]]脱贫，并巩固[[33756名]]已脱贫人口的成果。",
        "应到代表[[312名]]，实到[[297名]]，另有[[15名]]请假。",
        "累计贷款[[12.8亿元]]，较去年同期的[[10.24亿元]]增加[[2.56亿元]]。",
        "出生率[[7.26‰]]，死亡率[[6.85‰]]，自然增长率[[0.41‰]]。",
        "年初会员[[860人]]，新发展[[124人]]，退出[[38人]]，年末会员[[946人]]。",
    ),
    passes=(
        "全省参赛选手1200人，其中大学生300人、中学生260人。",
        "公司员工860人，其中女性412人，党员398人，35岁以下520人。",
        "现有馆藏3.2万件，其中一级文物86件、二级文物210件等。",
        "产业结构中，三次产业占比分别为8.1%、40.2%和51.8%。",
        "14个重点项目开工，22个续建项目复工，70个项目列入省级名单。",
        "全年出口86.4亿元，增长4%；进口51.9亿元，下降2%；顺差比上年扩大11.5亿元。",
        "3月售出1200台，4月售出1600台，前4个月累计售出5300台。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for total in relations.totals:
        signs = [*(" + " + part.text for part in total.parts), *(" − " + part.text for part in total.off)]
        formula = "".join(signs)[3:] + " = " + like(total.whole, total.sum)
        computed = like(total.whole, total.sum)
        if total.agrees:
            yield consistent(total.spans, f"各项相加得 {computed}，与 {total.whole.text} 相符。", formula=formula, computed=computed)
        elif total.closed and total.broken:
            yield from _off(total, formula, computed)
        elif total.closed and total.doubtful:
            message = f"各项相加得 {computed}，比 {total.whole.text} 差一点，请核对是四舍五入还是数字有误。"
            yield suspicious(total.spans, message, formula=formula, computed=computed)
    yield from _differences(relations)


def _off(total: Total, formula: str, computed: str) -> Iterator[Finding]:
    short = total.whole.value - total.sum
    if short < 0 or total.complete or total.tie is not Tie.OF_WHICH:
        message = f"各项相加得 {computed}，与 {total.whole.text} 不能同时成立。"
        yield contradiction(total.spans, message, formula=formula, computed=computed)
    elif short < min(term.value for term in total.parts) and short * 10 <= total.whole.value:
        message = f"各项相加得 {computed}，比 {total.whole.text} 少 {like(total.whole, short)}，请核对是有项目没列出，还是数字有误。"
        yield suspicious(total.spans, message, formula=formula, computed=computed)


def _differences(relations: Relations) -> Iterator[Finding]:
    for judgement in relations.judged_changes:
        change = judgement.change
        if change.delta is None or change.delta.dimension in (SHARE, MULTIPLE, POINT, "temperature"):
            continue
        if judgement.fit is Fit.RIGHT and not vague(change):
            computed = like(change.delta, abs(judgement.computed))
            message = f"前后两数相差 {computed}，与“{change.delta.text}”相符。"
            yield consistent(change.spans, message, formula=judgement.formula, computed=computed)
