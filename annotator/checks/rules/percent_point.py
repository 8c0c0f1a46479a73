"""Differences of percentages that are written as percentages, and the reverse."""

import re
from collections.abc import Iterator
from fractions import Fraction

from annotator.checks.record import Example, check, suspicious
from annotator.checks.relations import Relations
from annotator.checks.relations.judged import Fit
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import MULTIPLE, POINT, SHARE, Term
from annotator.model import Finding, Kind, Span, Suggestion

_VERB = (
    r"(?:提高|提升|上升|下降|降低|回落|上涨|回升|下滑|升|降|减少|增加|下调|上调|攀升|走高|走低|扩大|收窄|加快|放缓|"
    r"拉高|拉低|抬高|压低|高出|低出|多出|高|低|涨|跌)(?:了|约|近|去)*"
)
_RATE = re.compile(
    r"(?:率|比重|占比|比例|份额|渗透率|覆盖面|建档面)(?:已|均|仍|仅|也)?(?:为|是|达到?|高达|升至|提高到|保持在|约)?$|占(?:到|了|比)?$"
)
_NO_LEVEL = re.compile(r"(?:(?<![毛净])利率|汇率|(?<!有)效率|功率|频率)\w{0,3}$")
_THAN = r"(?:同比|环比|(?:比|较)[^，。；]{1,14}?|□)*"
_MOVED = re.compile(rf"^，?(?:且|并|又)?(?:占比|比重|比例|比率|份额)?{_THAN}{_VERB}$")
_FROM_RATE = re.compile(rf"^的\w{{0,6}}(?:率|比重|占比|比例)相?比，?(?:\w{{0,4}}?){_VERB}$")
"""同2010年48.27%的城镇化率比，上升了: the rate that is compared with stands before its name."""
_LIFTS = re.compile(rf"(?:[把将使让]\w{{1,6}}|\w{{1,6}})(?:率|比重|占比|比例){_THAN}{_VERB}$")
_RATE_MOVES = re.compile(
    r"(?P<told>毛利率|净利率|负债率|不良率|不良贷款率|失业率|覆盖率|普及率|城镇化率|城市化率|入学率|入园率|入住率|就业率|合格率|达标率|满意率|优良率|空置率|近视率|"
    rf"市场占有率|占有率|参保率|上座率|准点率|电气化率|准备金率|增速|增幅|涨幅|跌幅|降幅|国产化率|自给率|绿化率|占比|比重|份额)?(?P<rate>率|占比|比重|比例|份额)?{_THAN}{_VERB}$"
)
_SMALL = Fraction(1, 10)
"""The largest change of a rate that is taken to be meant in points where the text does not tell the rate."""
_LEADS_TO = re.compile("^，?(?:目前|现|已|年底|年末|最终)?(?:达到?|升至|降至|升到|降到|提高到|为|至|到)(?:了)?$")
_GROWTH = re.compile(r"增速|增幅|涨幅|降幅|率|占比|比重|比例|份额|指数|得分")
_AMOUNT = re.compile(
    r"(?:额|量|产值|总值|增加值|收入|利润|人数|人次|营收|销量|产量|面积|支出|成交|订单)(?:同比|环比|比[^，。；]{1,8}?|较[^，。；]{1,8}?)*"
    r"(?:增长|增加|下降|减少|上升|下滑)(?:了|约|近)?$"
)
_DRIVES = re.compile("拉动|带动|贡献|推动|影响|快(?!递)|慢|占|增速|增幅|高于|低于|率|比重")


@check(
    title="百分点写成了百分比",
    title_en="Percent for percentage points",
    why="两个百分数之差要说“百分点”：由58%到70%是提高12个百分点，按百分比说则是提高20.7%。写成“提高12%”，读者会算错。",
    limits="比率本身很小、降幅很大时（死亡率下降33%）可能确实是相对降幅，不提；文中没有给出比率的数值时，只提惯用百分点的几种比率和不大的升降。",
    flags=(
        Example("[[信用村占行政村的比重由58%提高到70%，提高了12%]]。", "12个百分点"),
        Example("[[城镇化率为62.5%，比上年末提高0.9%]]。", "0.9个百分点"),
        Example("[[该行不良率为1.42%，比年初的1.67%下降0.25%]]。", "0.25个百分点"),
        Example("[[毛利率同比提高2.1%]]，净利润翻番。", "2.1个百分点"),
        Example("[[产量由100万吨增加到112万吨，增长12个百分点]]。", "12%"),
        Example("[[集装箱运量同比增长6个百分点]]。", "6%"),
    ),
    passes=(
        "信用村占行政村的比重由58%提高到70%，提高了12个百分点。",
        "全年事故起数和死亡率同比分别下降21.4%和33.3%。",
        "普惠贷款利率由5%降至4%，降幅达20%。",
        "机组热效率为45%，同比增长5%。",
        "今年发电量增长8%，增速比上年提高2个百分点。",
        "设备利用率提高5%，患病率下降20%。",
        "内需拉动进口量增长2个百分点。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for judgement in relations.judged_changes:
        change = judgement.change
        if judgement.fit is Fit.POINTS and change.delta is not None:
            first = min((claim for claim in (change.old, change.new, change.delta) if claim), key=lambda claim: claim.start)
            sentence, number = relations.sentence_of[first]
            yield _wanted(sentence, number, change.delta)
    taken = {judgement.change.delta for judgement in relations.judged_changes}
    for sentence in relations.sentences:
        for number, claim in enumerate(sentence.claims) if Kind.PERCENT in sentence.kinds else ():
            if not _is_percent(claim) or claim in taken:
                continue
            if number and _is_rate_change(sentence, number):
                yield _wanted(sentence, number - 2 if sentence.claims[number - 1].kind is Kind.DATE else number - 1, claim)
            elif _moves_rate(sentence, number):
                yield _wanted(sentence, number, claim)
    yield from _points_for_percent(relations)
    yield from _points_of_amounts(relations)


def _is_rate_change(sentence: Sentence, number: int) -> bool:
    """Is this claim the change, in percent, of the rate stated right before it, and small enough to be meant in points?"""
    at = number - 2 if number > 1 and sentence.claims[number - 1].kind is Kind.DATE else number - 1  # 较8月上升0.2%
    rate, delta = sentence.claims[at], sentence.claims[number]
    if not _is_percent(rate) or not delta.is_firm or _NO_LEVEL.search(sentence.gaps[at]):
        return False
    between = sentence.between(at, number)
    if at and _LIFTS.search(between) and _is_percent(sentence.claims[at - 1]):
        return abs(sentence.claims[at - 1].value - rate.value) == delta.value
    told = _RATE.search(sentence.gaps[at]) and _MOVED.search(between)
    return bool(told or _FROM_RATE.search(between)) and _is_small(delta, rate)


def _moves_rate(sentence: Sentence, number: int) -> bool:
    """Is this claim the change, in percent, of a rate that is stated after it or not at all?"""
    clause = re.split("[，；：。]", sentence.leads[number])[-1]
    moved = _RATE_MOVES.search(clause)
    if not moved or not (moved["told"] or moved["rate"]) or _NO_LEVEL.search(clause[: moved.start() + 3]):
        return False
    after = number + 1
    if after < len(sentence.claims) and _is_percent(sentence.claims[after]) and _LEADS_TO.search(sentence.gaps[after]):
        return _is_small(sentence.claims[number], sentence.claims[after])
    return moved["told"] is not None and sentence.claims[number].value <= _SMALL


def _is_small(delta: Term, rate: Term) -> bool:
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


def _points_of_amounts(relations: Relations) -> Iterator[Finding]:
    """Amounts, which are no percentages, that are said to grow by points."""
    taken = {change.delta for change in relations.changes if change.old is not None}
    for sentence in relations.sentences:
        for number, claim in enumerate(sentence.claims) if Kind.PERCENT in sentence.kinds else ():
            if claim.dimension != POINT or claim in taken or "百分" not in claim.unit:
                continue
            clause = sentence.clause(number)
            if not _AMOUNT.search(clause) or _DRIVES.search(clause):
                continue
            percent = re.sub("个?百分点", "%", claim.text)
            message = "增减的是数量，不是百分数，幅度应说百分之几，不能用“百分点”，请核对。"
            suggestion = Suggestion(claim.start, claim.end, percent)
            yield suspicious((Span(sentence.clause_start(number), claim.end),), message, suggestion=suggestion)
