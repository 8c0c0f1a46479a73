"""The times that values of one sentence hold for: which of two is the later one."""

import re

from annotator.checks.relations import ties
from annotator.checks.relations.sentence import Sentence
from annotator.model import Kind

QUARTER = re.compile("[一二三四]季度|[上下]半年")
"""Parts of a year that stay words, without a year of their own."""

_ORDER = "一季度二季度三季度四季度上半年下半年"
_YEARS = {"今年": 0, "去年": -1, "上年": -1, "前年": -2}
_YEAR = 4


def year_of(sentence: Sentence, number: int) -> int | None:
    """The year named in the words before a value; counted from this year, 0, where it is 今年, 去年 or 前年."""
    for claim in sentence.claims[:number][::-1]:
        if claim.kind is Kind.DATE:
            year = claim.quantity.value[:_YEAR]
            return int(year) if year.isdigit() else _YEARS.get(claim.text[:2])
        if claim.kind is not Kind.TIME:
            return None
    return None


def is_later(sentence: Sentence, new: int, old: int) -> bool:
    """Does the text name a later year for one value than for another?"""
    later, earlier = year_of(sentence, new), year_of(sentence, old)
    return later is not None and earlier is not None and later > earlier


def follows(sentence: Sentence, new: int, old: int, *, yearly: bool) -> bool:
    """Does one value hold for a later time than another: a later year, or, unless the change is a yearly one, month or quarter?"""
    if is_later(sentence, new, old):
        return True
    before = sentence.claims[old - 1] if old else None
    if before is not None and before.kind is Kind.DURATION and sentence.gaps[old].startswith("前"):  # 五年前…；今年…
        return ties.NOW.search(sentence.gaps[new]) is not None
    return not yearly and (_in_later_month(sentence, new, old) or _in_later_quarter(sentence, new, old))


def _in_later_month(sentence: Sentence, new: int, old: int) -> bool:
    """1月销量1200辆，2月销量1500辆; the year counts only where both have one."""
    if not old or any(sentence.claims[at - 1].kind is not Kind.DATE for at in (old, new)):
        return False
    earlier, later = (sentence.claims[at - 1].quantity.value for at in (old, new))
    if "X" in earlier[:_YEAR] + later[:_YEAR]:
        earlier, later = earlier[_YEAR:], later[_YEAR:]
    return len(earlier) == len(later) and earlier < later


def _in_later_quarter(sentence: Sentence, new: int, old: int) -> bool:
    earlier, later = ("".join(QUARTER.findall(sentence.gaps[at])) for at in (old, new))
    return bool(earlier and later) and -1 < _ORDER.find(earlier) < _ORDER.find(later)
