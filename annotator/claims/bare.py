"""Numbers without a listed unit: a measure word in no list, a counted noun, a bare number behind 达 or 为."""

import re

from annotator.claims.draft import UNLISTED, Draft, Found, Skip
from annotator.claims.members import COUNT, DATE, EXACT, MONEY, OVER
from annotator.claims.numerals import Amount, Number, number_at
from annotator.claims.plain import Line
from annotator.claims.quantities import connector_at, hedge_after, hedge_before
from annotator.lexicon import Lexicon, table
from annotator.model import Hedge

_PREDICATES = tuple(table("labels.toml")["predicates"]["words"])
_MARKS = frozenset('，。、；：！？,;:!?)）(（”"」』/~—-–… 的和与及或者之在较比')


def bare_at(line: Line, number: Number, lexicon: Lexicon) -> Found:
    """The claim of a number with no listed unit, or the reason why it is none."""
    text, end = line.text, number.end
    year = _is_year(number)
    following = text[end : end + 1]
    if following and "\u4e00" <= following <= "\u9fff" and following not in lexicon.stops:
        if year:
            return Draft(number.start, end, DATE, number.digits, minor=True)
        if number.scaled and number.arabic and text[end + 1 : end + 2] in _INSIDE:
            return _bare(line, number, lexicon)  # 9.4万湖区渔民, 60万海外乡亲
        framed = _frame(line, number, lexicon)
        if framed is not None:
            return framed
        if number.bare and number.step >= 5:
            return Draft(number.start, end, COUNT, str(number.low), None, "", number.hedge, number.step, minor=True)
    if _offered(text, number):
        return Draft(number.start, end, MONEY, str(number.low), None, "", number.hedge, number.step, minor=True)
    if number.arabic and _listed(text, number) and not year:
        return Draft(number.start, end, COUNT, str(number.low), None, "", number.hedge, number.step)
    if _stands_bare(text, number, lexicon):
        return _bare(line, number, lexicon)
    if (number.arabic and _quoted(text, number) and not year) or _is_long(number):
        return Draft(number.start, end, COUNT, str(number.low), None, "", number.hedge, number.step, minor=True)
    return Skip(number.start, end, "year-in-name" if year else ("bare-number" if number.arabic else ""))


_INSIDE = ("上", "里", "内", "外", "区", "边")  # behind a place
_GOING = frozenset("升降涨跌走下上调回增减提到至一附点")
_OFF = re.compile(r"满[0-9.]{1,9}元?减$", re.ASCII)
_ONE_BY_ONE = re.compile("依次|分别|如下|各为|各是")
_BESIDE = re.compile(r"[0-9][、，；,;。][^0-9、，；,;。]{1,12}$", re.ASCII)
_FOLLOWS = re.compile(r"[、，；,;][^0-9、，；,;。]{1,12}[0-9][0-9,.]{0,12}(?:[、，；,;。)]|$)", re.ASCII)


def _offered(text: str, number: Number) -> bool:
    """满300减50."""
    start, end = number.start, number.end
    return (text.endswith("满", 0, start) and text.startswith("减", end)) or _OFF.search(text, max(0, start - 14), start) is not None


def _listed(text: str, number: Number) -> bool:
    """东区86、西区72: figures without a unit, one place after the other, where the sentence announces them."""
    start, end = number.start, number.end
    following = text[end : end + 1]
    if (following and following not in "、，；,;。)") or not "\u4e00" <= text[start - 1 : start] <= "\u9fff":
        return False
    if _ONE_BY_ONE.search(text, max(0, start - 120), start) is None:
        return False
    return _FOLLOWS.match(text, end) is not None or _BESIDE.search(text, max(0, start - 16), start) is not None


def _is_long(number: Number) -> bool:
    """Is it a Chinese numeral of twenty or more?"""
    return not number.arabic and not number.bare and not number.digits and number.low.fraction >= 20


def _quoted(text: str, number: Number) -> bool:
    """“23456”: a plan that is known by its digits."""
    return (
        len(number.digits) >= 3
        and number.digits[0] != "0"
        and text[number.start - 1 : number.start] in ("“", "‘", "「", "『")
        and text[number.end : number.end + 1] in ("”", "’", "」", "』")
    )


def _is_year(number: Number) -> bool:
    return len(number.digits) == 4 and number.digits[:2] in ("19", "20") and not number.scaled and not number.inner


def _frame(line: Line, number: Number, lexicon: Lexicon) -> Draft | None:
    """Numeral + unknown character + noun: a measure word nobody listed."""
    text, end = line.text, number.end
    if not (number.arabic or (number.scaled and not number.bare and number.low.fraction >= 20) or number.inner):
        return None
    after = text[end + 1 : end + 2]
    if after and not ("\u4e00" <= after <= "\u9fff" or after in _MARKS or after.isdigit()):
        return None
    start, before = hedge_before(text, number.start, lexicon)
    last, behind = hedge_after(text, end + 1, lexicon)
    hedge = before or behind or number.hedge
    high = None if number.high is None else str(number.high)
    return Draft(
        start,
        last,
        COUNT,
        str(number.low),
        high,
        line.written(end, end + 1),
        hedge,
        number.step,
        _reach(number, hedge),
        note=UNLISTED,
    )


def _stands_bare(text: str, number: Number, lexicon: Lexicon) -> bool:
    """Does a number without unit state a quantity? With a scale always; else behind a predicate and before a mark."""
    before, following = text[max(0, number.start - 8) : number.start].rstrip(" "), text[number.end : number.end + 1]
    if number.arabic and number.scaled:
        return not following or following in lexicon.stops or following in _MARKS
    if not number.arabic:
        ends = not following or following in _MARKS or hedge_after(text, number.end, lexicon)[1] is not None
        return number.scaled and not number.bare and number.low.fraction >= 100 and ends
    if following and following not in _MARKS and following not in lexicon.stops:
        return False
    if hedge_before(text, number.start, lexicon)[1] is not None:
        return True
    if number.digits.startswith("0") and len(number.digits) > 1:
        return False
    named = "\u4e00" <= before[-1:] <= "\u9fff" or before[-1:] == ")"
    if number.decimal and named and (not following or following in _MARKS or following in _GOING):
        return True
    return before.endswith(_PREDICATES) and (not _is_year(number) or before.endswith(("达", "达到", "增至", "降至")))


def _bare(line: Line, number: Number, lexicon: Lexicon) -> Draft:
    text = line.text
    start, before = hedge_before(text, number.start, lexicon)
    end, low, high = number.end, number.low, number.high
    at = connector_at(text, end)
    other = number_at(text, at, lexicon) if at > end else None
    if other is not None and high is None:
        end, high = other.end, other.low
    end, behind = hedge_after(text, end, lexicon)
    hedge = before or behind or (number.hedge if other is None else EXACT)
    minor = not number.scaled and hedge is EXACT
    return Draft(start, end, COUNT, str(low), None if high is None else str(high), "", hedge, number.step, _reach(number, hedge), minor)


def _reach(number: Number, hedge: Hedge) -> Amount | None:
    return Amount(1, number.step) if hedge is OVER and number.inner else None
