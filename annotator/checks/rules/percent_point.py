"""Differences of percentages that are written as percentages, and the reverse."""

import re
from collections.abc import Iterator

from annotator.checks.record import Example, check, suspicious
from annotator.checks.relations import Relations
from annotator.checks.relations.judged import Fit
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import MULTIPLE, POINT, SHARE, Term
from annotator.model import Finding, Kind, Span, Suggestion

_RATE = re.compile(r"(?:率|比重|占比|比例|份额|渗透率|覆盖面|建档面)(?:已|均|仍|仅|也)?(?:为|是|达到?|升至|提高到|保持在|约)?$")
_NO_LEVEL = re.compile(r"(?:利率|汇率|效率|功率|频率)\w{0,3}$")
_MOVED = re.compile(
    r"^，?(?:且|并|又)?(?:同比|环比|比[^，。；增长]{1,12}|较[^，。；增长]{1,12}|□)*(?:提高|提升|上升|下降|降低|回落|上涨|回升|降|升|减少|增加)(?:了|约|近)?$"
)
_GROWTH = re.compile(r"增速|增幅|涨幅|降幅|率|占比|比重|比例|份额|指数|得分")


@check(
    title="百分点写成了百分比",
    title_en="Percent for percentage points",
    why="两个百分数之差要说“百分点”：由58%到70%是提高12个百分点，按百分比说则是提高20.7%。写成“提高12%”，读者会算错。",
    limits="比率本身很小、降幅很大时（死亡率下降33%）可能确实是相对降幅，不提；文中没有给出比率的当前值时也不提。",
    flags=(
        Example("[[信用村占行政村的比重由58%提高到70%，提高了12%]]。", "12个百分点"),
        Example("[[城镇化率为62.5%，比上年末提高0.9%]]。", "0.9个百分点"),
        Example("[[该行不良率为1.42%，比年初的1.67%下降0.25%]]。", "0.25个百分点"),
        Example("[[产量由100万吨增加到112万吨，增长12个百分点]]。", "12%"),
    ),
    passes=(
        "信用村占行政村的比重由58%提高到70%，提高了12个百分点。",
        "全年事故起数和死亡率同比分别下降21.4%和33.3%。",
        "普惠贷款利率由5%降至4%，降幅达20%。",
        "机组热效率为45%，同比增长5%。",
        "今年发电量增长8%，增速比上年提高2个百分点。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for judgement in relations.judged_changes:
        change = judgement.change
        if judgement.fit is Fit.POINTS and change.delta is not None:
            first = min(change.spans)
            sentence, number = relations.sentence_of[next(claim for claim in (change.old, change.new) if claim and claim.span == first)]
            yield _wanted(sentence, number, change.delta)
    taken = {judgement.change.delta for judgement in relations.judged_changes}
    for sentence in relations.sentences:
        for number in range(1, len(sentence.claims)):
            if sentence.claims[number] not in taken and _is_rate_change(sentence, number):
                yield _wanted(sentence, number - 1, sentence.claims[number])
    yield from _points_for_percent(relations)


def _is_rate_change(sentence: Sentence, number: int) -> bool:
    """Is this claim the change, in percent, of the rate stated right before it, and small enough to be meant in points?"""
    rate, delta = sentence.claims[number - 1], sentence.claims[number]
    if not (_is_percent(rate) and _is_percent(delta)) or _NO_LEVEL.search(sentence.gaps[number - 1]):
        return False
    if not _RATE.search(sentence.gaps[number - 1]) or not _MOVED.search(sentence.between(number - 1, number)):
        return False
    return delta.value * 2 <= rate.value and delta.value <= 1 - rate.value / 2


def _is_percent(claim: Term) -> bool:
    return claim.kind is Kind.PERCENT and claim.unit in ("%", "％") and claim.quantity.high is None


def _wanted(sentence: Sentence, first: int, delta: Term) -> Finding:
    begin = sentence.clause_start(first)
    points = re.sub("[%％]", "个百分点", delta.text)
    message = f"前后都是百分数，相差应说“{points}”；“{delta.text}”指的是相对增减，请核对。"
    return suspicious((Span(begin, delta.end),), message, suggestion=Suggestion(delta.start, delta.end, points))


def _points_for_percent(relations: Relations) -> Iterator[Finding]:
    for change in relations.changes:
        ends = [claim for claim in (change.old, change.new) if claim is not None]
        if change.delta is None or change.delta.dimension != POINT or len(ends) < 2 or "百分" not in change.delta.unit:
            continue
        sentence, number = relations.sentence_of[change.delta]
        if any(claim.dimension in (SHARE, POINT, MULTIPLE) for claim in ends) or _GROWTH.search(sentence.gaps[number]):
            continue
        first = relations.sentence_of[min(ends, key=lambda claim: claim.start)][1]
        begin = sentence.clause_start(first)
        percent = re.sub("个?百分点", "%", change.delta.text)
        message = "前后不是百分数，增减幅度应说百分之几，不能用“百分点”。"
        suggestion = Suggestion(change.delta.start, change.delta.end, percent)
        yield suspicious((Span(begin, change.delta.end),), message, suggestion=suggestion)
