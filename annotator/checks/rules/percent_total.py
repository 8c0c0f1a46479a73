"""Shares that must add up to the whole."""

import re
from collections.abc import Iterator
from fractions import Fraction

from annotator.checks.record import check, consistent, contradiction, suspicious
from annotator.checks.relations import Relations
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import SHARE, Term
from annotator.checks.relations.wording import percent, rounded
from annotator.model import Finding, Interval, Kind, Severity

_STRUCTURE = re.compile(r"结构|构成|比重|产业比")
_OVERLAP = re.compile(r"多选|可多选|以及|其中|增长|下降|提高|上升|同比|环比|率")
_ALL = re.compile(r"按[^，。；]{1,6}[看分]|从[^，。；]{1,6}看|分[^，。；]{1,6}看|分别[占为]|占比分别|比重分别")
_SHARE = re.compile(r"占(?:比|总数|总量|全部)?(?:的|为|约|达|到)?(?:比重|比例|比)?(?:为|约|达|分别为)?$")
_BELOW, _ABOVE = re.compile(r"以下|以内"), re.compile(r"以上")


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
    ),
    confirms=(
        "消费类、工业类和车规级芯片占营业收入比重分别为[[55.0%]]、[[25.2%]]和[[19.9%]]。",
        "90平方米以下的占[[18.2%]]，90至144平方米的占[[61.5%]]，144平方米以上的占[[20.3%]]。",
        "三次产业结构调整为[[7.1∶38.6∶54.3]]。",
    ),
    passes=(
        "受访者中，看重价格的占62%，看重质量的占58%，看重服务的占41%（可多选）。",
        "能源消费中，煤炭占38%，石油占30%，天然气占12%。",
        "语文、数学、英语的及格率分别为92%、88%和85%。",
        "学生与教师之比为12∶1，溶液按1∶50∶100配制。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for sentence in relations.sentences:
        for number, claim in enumerate(sentence.claims):
            if claim.kind is Kind.RATIO and claim.quantity.value.count(":") >= 2 and _STRUCTURE.search(sentence.leads[number]):
                yield from _structure(claim)
        if len(sentence.claims) >= 3:
            yield from _listed(sentence)


def _structure(claim: Term) -> Iterator[Finding]:
    parts = [Fraction(part) for part in claim.quantity.value.split(":")]
    total, formula = sum(parts, Fraction(0)), " + ".join(claim.quantity.value.split(":"))
    shown = rounded(total, 2)
    if abs(total - 100) <= Fraction(len(parts), 10):
        yield consistent((claim.span,), f"各部分合计 {shown}，相符。", formula=formula, computed=shown)
    elif 90 <= total <= 110:
        yield contradiction((claim.span,), f"各部分合计 {shown}，不是 100，不能成立。", formula=formula, computed=shown)


def _listed(sentence: Sentence) -> Iterator[Finding]:
    first = 0
    while first < len(sentence.claims):
        last = first
        while last + 1 < len(sentence.claims) and _goes_on(sentence, first, last + 1):
            last += 1
        if last - first >= 2 and sentence.claims[first].dimension == SHARE and _is_division(sentence, first, last):
            yield from _judged(sentence, _shares(sentence, first, last), first, last)
        first = last + 1


def _goes_on(sentence: Sentence, first: int, number: int) -> bool:
    """Does a list of shares go on with this claim? Sizes that label a share (90至144平方米的占…) belong to it."""
    gap = sentence.gaps[number]
    if len(gap) > 16 or not re.match(r"\w{0,8}[、，；和与]|\w{1,6}占|[的之]", gap):
        return False
    claim = sentence.claims[number]
    share = claim.dimension == SHARE and sentence.claims[first].dimension == SHARE
    return share or (
        claim.kind in (Kind.MEASURE, Kind.MONEY, Kind.DURATION) and number + 1 < len(sentence.claims) and "占" in sentence.gaps[number + 1]
    )


def _shares(sentence: Sentence, first: int, last: int) -> list[Term]:
    return [claim for claim in sentence.claims[first : last + 1] if claim.dimension == SHARE]


def _is_division(sentence: Sentence, first: int, last: int) -> bool:
    """Is each claim said to be a share of the same whole?"""
    shares = [number for number in range(first, last + 1) if sentence.claims[number].dimension == SHARE]
    if len(shares) < 3 or not all(sentence.claims[number].is_plain and sentence.claims[number].kind is Kind.PERCENT for number in shares):
        return False
    words = sentence.leads[first] + "".join(sentence.gaps[first + 1 : last + 1])
    if _OVERLAP.search(words) or "多选" in sentence.text:
        return False
    return all(_SHARE.search(sentence.gaps[number]) for number in shares) or bool(
        re.search(r"(?:占比|比重|占[^，。；]{0,10}的?(?:比重|比例|份额)?)分别[为占是]$", sentence.leads[first])
    )


def _judged(sentence: Sentence, shares: list[Term], first: int, last: int) -> Iterator[Finding]:
    total = sum((claim.value for claim in shares), Fraction(0))
    slack = sum((_half(claim.bounds) for claim in shares), Fraction(1, 1000))
    formula, shown = " + ".join(claim.text for claim in shares), percent(total, 2)
    spans = tuple(claim.span for claim in shares)
    if abs(total - 1) <= slack:
        yield consistent(spans, f"各部分占比合计 {shown}，相符。", formula=formula, computed=shown)
    elif total > 1 + slack:
        yield contradiction(spans, f"各部分占比合计 {shown}，超过 100%，不能同时成立。", formula=formula, computed=shown)
    elif _is_complete(sentence, first, last) and total > Fraction(4, 5):
        yield suspicious(spans, f"各部分占比合计 {shown}，不足 100%，请核对数字或是否漏列。", formula=formula, computed=shown)


def _half(interval: Interval) -> Fraction:
    return Fraction(0) if interval.low is None or interval.high is None else (interval.high - interval.low) / 2


def _is_complete(sentence: Sentence, first: int, last: int) -> bool:
    """Do the words say that nothing is left out: 按级别看 …, or sizes from 以下 to 以上?"""
    words = sentence.text
    if re.search("等|主要|其他|其余|未", sentence.gaps[last + 1][:8]) or re.search("主要|前[三四五]", sentence.leads[first]):
        return False
    sized = _BELOW.search(words) and _ABOVE.search(words)
    return bool(sized) or bool(_ALL.search(sentence.leads[first]) and "分别" not in sentence.leads[first])
