"""Shares that must add up to the whole."""

import re
from collections.abc import Iterator
from fractions import Fraction

from annotator.checks.record import check, consistent, contradiction, suspicious
from annotator.checks.relations import Relations
from annotator.checks.relations.hundreds import Hundred, hundreds, opposed
from annotator.checks.relations.terms import Term
from annotator.checks.relations.wording import percent, rounded
from annotator.model import Finding, Kind, Severity

_STRUCTURE = re.compile("结构|构成|比重|产业比|[一二三]产")


@check(
    title="占比合计不是100%",
    title_en="Shares that do not add up",
    why="把一个整体分成几块，各块占比相加应为100%（四舍五入后99.9%、100.1%都算对）。",
    limits="多选题、可重叠的分类相加可以超过100%；只列主要几项时会不足100%，这时只在文字表明已列全时才问。",
    severity=Severity.HIGH,
    flags=(
        "三次产业结构比为[[8.7∶41.7∶51.6]]。",
        "按级别看，优占[[32.6%]]、良占[[48.1%]]、轻度污染占[[14.9%]]、中度污染占[[6.1%]]、重度污染占[[2.2%]]。",
        "90平方米以下的占[[18.2%]]，90至144平方米的占[[51.5%]]，144平方米以上的占[[20.3%]]。",
        "来信者中，男性占[[46.2%]]，女性占[[55.8%]]。",
        "货款分期支付，首付占[[40%]]，到货占[[35%]]，余下[[35%]]验收后付清。",
    ),
    confirms=(
        "消费类、工业类和车规级芯片占营业收入比重分别为[[55.0%]]、[[25.2%]]和[[19.9%]]。",
        "90平方米以下的占[[18.2%]]，90至144平方米的占[[61.5%]]，144平方米以上的占[[20.3%]]。",
        "三次产业结构调整为[[7.1∶38.6∶54.3]]。",
        "客队控球率[[56%]]，主队控球率[[44%]]。",
    ),
    passes=(
        "受访者中，看重价格的占62%，看重质量的占58%，看重服务的占41%（可多选）。",
        "能源消费中，煤炭占38%，石油占30%，天然气占12%。",
        "语文、数学、英语的及格率分别为92%、88%和85%。",
        "受访者中，男性占52%，35岁以下占61%，本科以上占48%。",
        "学生与教师之比为12∶1，溶液按1∶50∶100配制。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for sentence in relations.sentences:
        for number, claim in enumerate(sentence.claims) if Kind.RATIO in sentence.kinds else ():
            if claim.kind is Kind.RATIO and claim.quantity.value.count(":") >= 2 and _STRUCTURE.search(sentence.leads[number]):
                yield from _structure(claim)
        for hundred in hundreds(sentence):
            yield from _judged(hundred)
    for hundred in opposed(relations.sentences):
        yield from _judged(hundred)


def _structure(claim: Term) -> Iterator[Finding]:
    parts = [Fraction(part) for part in claim.quantity.value.split(":")]
    total, formula = sum(parts, Fraction(0)), " + ".join(claim.quantity.value.split(":"))
    shown = rounded(total, 2)
    if abs(total - 100) <= Fraction(len(parts), 10):
        yield consistent((claim.span,), f"各部分合计 {shown}，相符。", formula=formula, computed=shown)
    elif 90 <= total <= 110:
        yield contradiction((claim.span,), f"各部分合计 {shown}，不是 100，不能成立。", formula=formula, computed=shown)


def _judged(hundred: Hundred) -> Iterator[Finding]:
    formula, shown = " + ".join(share.text for share in hundred.shares), percent(hundred.total, 2)
    if hundred.agrees:
        yield consistent(hundred.spans, f"各部分占比合计 {shown}，相符。", formula=formula, computed=shown)
    elif hundred.exceeds:
        message = f"各部分占比合计 {shown}，超过 100%，不能同时成立。"
        yield contradiction(hundred.spans, message, formula=formula, computed=shown)
    elif hundred.lacks:
        message = f"各部分占比合计 {shown}，不足 100%，请核对数字或是否漏列。"
        yield suspicious(hundred.spans, message, formula=formula, computed=shown)
