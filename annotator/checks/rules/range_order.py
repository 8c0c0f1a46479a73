"""Ranges whose lower end is the larger one."""

import re
from collections.abc import Iterator
from fractions import Fraction

from annotator.checks.record import check, contradiction
from annotator.checks.relations import Relations
from annotator.checks.relations.sentence import even
from annotator.checks.relations.terms import Term
from annotator.model import Finding, Kind, number

_CHANGE = re.compile(r"(?:由|从|自)[^，。；：]{0,8}$")
_DESCENDS = re.compile(
    "排名|名次|由高到低|从高到低|由大到小|由多到少|判处|判刑|处以|并处|罚金|罚款|逐级|逐年|依次|递减|距今|至今|公元前|倒计时|第.{0,4}档"
)
"""Words after which the larger end comes first: sentences and fines, years before now, ranks."""
_ANY_ORDER = ("不等", "前", "以前", "逐", "依次", "递减", "有期徒刑", "罚", "的罚")
_KINDS = (Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.MEASURE, Kind.DURATION)
_OWN_SCALE = re.compile(r"\D*([0-9]{4,})(?![0-9.．万亿千百])")
"""A lower end of four digits or more keeps its own scale: 9000至1.2万亩."""
_FALLING = ("℃", "摄氏度", "度", "°C")


@check(
    title="区间上下限颠倒",
    title_en="Range with its ends swapped",
    why="“150万元至90万元之间”这样的区间，前面的数应当小于后面的数。",
    limits="由高到低的变化（从90%降到80%）、判决和处罚（十年至三年不等）、距今年代和气温区间（-3℃至-8℃）不算区间颠倒。",
    flags=(
        "这类房源总价集中在[[150万元至90万元之间]]。",
        "各站点浓度范围为[[52~31微克/立方米]]。",
        "预计今年降雨量比常年偏多[[30%—20%]]。",
        "每次服药[[5至3天]]后复查。",
    ),
    passes=(
        "这类房源总价集中在90万元至150万元之间。",
        "定价从150万元至90万元一路走低。",
        "夜间气温在-3℃至-8℃之间。",
        "各被告人分别被判处罚金30万元至2万元不等。",
        "陶片距今4300年至4100年。",
        "每年种植面积在9000至1.2万亩之间。",
        "比赛以3比1结束，夜间22:00至6:00封路。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for claim in relations.claims:
        if (
            claim.kind in _KINDS
            and claim.unit
            and _swapped(claim)
            and not _CHANGE.search(relations.text[max(0, claim.start - 12) : claim.start])
            and not _descends(relations, claim)
        ):
            message = "区间前面的数比后面的大，上下限颠倒，不能成立。"
            yield contradiction((claim.span,), message, formula=f"{claim.quantity.value} > {claim.quantity.high}")


def _descends(relations: Relations, claim: Term) -> bool:
    """Is it told from the larger end on purpose, as verdicts, ages of finds and lists of ranks are?"""
    before = relations.text[max(0, claim.start - 30) : claim.start].rpartition("。")[2]
    after = relations.text[claim.end : claim.end + 6]
    bounded = re.search("之间|以内|不等$", even(claim.text))
    if re.match("[，、]?逐[年月步渐]", after):
        return True
    ordered = _DESCENDS.search(before) or after.startswith(_ANY_ORDER) or re.search("不等$|^距今", even(claim.text))
    return bool(ordered) or (claim.unit in ("年", "学年", "赛季") and not bounded and claim.number is not None and claim.number > 1000)


def _swapped(claim: Term) -> bool:
    """Is the lower end larger, also when it shares the scale word of the upper end?"""
    low, high = claim.number, number(claim.quantity.high or "")
    if low is None or high is None or low <= high or low < 0 or high < 0 or claim.unit in _FALLING:
        return False
    own = _OWN_SCALE.match(even(claim.text))
    return own is None or Fraction(own[1]) >= high
