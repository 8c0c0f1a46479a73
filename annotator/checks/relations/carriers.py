"""What a mean or a rate is per, read from the words before it, and which numbers may be what it is taken over."""

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from annotator.checks.relations.intervals import exact
from annotator.checks.relations.labels import around, bigrams, right
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import MULTIPLE, POINT, SHARE, Term
from annotator.checks.relations.units import base, is_days
from annotator.lexicon import Unit, lexicon, table
from annotator.model import Hedge, Interval, Kind

_MEAN = re.compile(
    r"(?:(?P<per>[人户亩套日天月年季周校班场笔件车床村栋家台桌株头棵单次站队店辆棚])均"
    r"|平均(?!亩产|班额|单产|[呎尺]价|[时航车]速|速度|[人户亩套日天月年季周场]均)(?P<each>(?:每一?|一)[个名位座家支条台起户人班站亩套天日月年季周件只张间辆场次株头棵公][\u4e00-\u9fff]{0,4}?|单[机台个套位件产站线笔场次户人车亩张])?"
    r"|(?P<speed>平均[时航车]速|平均速度|均速)"
    r"|(?P<yield>亩产|班额|单产|均价|单价|[呎尺]价)|单(?P<single>[机台个套位件产站线]))(?P<own>[^，。；：□每]{0,8})$"
)
_RATE = re.compile(r"每(?P<one>[\u4e00-\u9fff])(?P<own>[^，。；：□]{0,9})$")
_COMES_OUT = re.compile("折合|相当于|约合|平均|合$")
_SAYS = re.compile(r"拿到|分得|得到|分到|领到|领取|获得|发放|到手|为|达到?|约|是|仅|高达|有|近|超过?|能|可|的|共")
_YEAR = re.compile("^XXXX-")
_MOST_DAYS = 100
_TIMES = frozenset("日天月年季周")
_CLASSIFIERS = frozenset("个名位座家支条件只张间")


class Place(NamedTuple):
    """A claim with the sentence it stands in and its number there."""

    term: Term
    sentence: Sentence
    number: int


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that make a claim a mean: what it is per (人, 亩, 月, or a classifier), of which noun, and the mean's own name.

    `of` is what stands before them in the clause; a rate (每人补助 500 元) is paid for each, a mean only comes out so.
    """

    per: str
    noun: str
    own: str
    of: str
    is_rate: bool
    is_doubled: bool  # 每人每月

    @property
    def is_time(self) -> bool:
        return self.per in _TIMES

    def is_named_like(self, words: frozenset[str]) -> bool:
        """Does the mean's own name, where it has one, occur in these pairs of characters?"""
        return not self.own or bool(bigrams(self.own) & words)

    def is_of(self, words: frozenset[str]) -> bool:
        """Is what stands before the cue in the clause, where anything does, among these pairs of characters?"""
        return len(self.of) < 2 or bool(bigrams(self.of) & words)


def cue_of(sentence: Sentence, number: int) -> Cue | None:
    """How the words before a claim make it a mean or a rate; None where they do not."""
    return _cue(sentence.leads[number][-28:])


@lru_cache(maxsize=4096)
def _cue(lead: str) -> Cue | None:
    match = _MEAN.search(lead) or _RATE.search(lead)
    if match is None:
        return None
    groups = match.groupdict()
    clause = re.split(r"[，；：。□]", lead[: match.start()])[-1]
    own = _SAYS.sub("", re.sub(r"[^\u4e00-\u9fff]", "", groups["own"]))
    word = groups.get("per") or groups.get("one") or (groups.get("each") or "").lstrip("每一") or groups.get("single") or ""
    if groups.get("speed"):
        word = "小时"
    if groups.get("yield"):
        word = {"亩产": "亩", "班额": "班", "呎价": "平方呎", "尺价": "平方呎"}.get(groups["yield"], "")
    word = word.removeprefix("单") or word
    own = own.removeprefix("次") if word[:1] == "人" else own
    long = groups.get("speed") or groups.get("yield")
    per, noun = (word[:1], word[1:] or own) if word[:1] in _CLASSIFIERS else (word if long else word[:1], "")
    unit = _unit_named(lead, match)
    if unit is not None and unit.dimension and (len(unit.name) > 1 or unit.dimension != "time"):
        per, noun, own = unit.name, "", own.removeprefix(unit.name[1:])
    elif per == "个" and noun[:1] in _TIMES:
        per, noun, own = noun[0], "", own.removeprefix(noun[0])
    is_rate = ("one" in groups or groups.get("yield") == "单价") and not _COMES_OUT.search(clause)
    doubled = len(re.findall(r"每|[人户日天月年]均", clause + match[0])) > 1
    return Cue(per, noun, own, _SAYS.sub("", _COMES_OUT.sub("", clause)), is_rate, doubled)


def _unit_named(lead: str, match: re.Match[str]) -> Unit | None:
    """The unit that 每 stands right before: 每吨, 平均每公里."""
    groups = match.groupdict()
    if "one" in groups:
        return lexicon().unit_at(lead, match.start() + 1)
    each = groups["each"] or ""
    return lexicon().unit_at(lead, match.start("each") + 1) if each.startswith("每") and each[1:2] not in _CLASSIFIERS else None


def may_be_mean(claim: Term) -> bool:
    """Is a claim one value that a division may give?"""
    return (
        claim.kind in (Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.SCORE)
        and claim.quantity.hedge in (Hedge.EXACT, Hedge.ABOUT)
        and claim.quantity.high is None
        and bool(claim.dimension)
    )


def carries(place: Place, cue: Cue, mean: Term) -> bool:
    """May a mean be per this claim: more than one, of the right unit, or counting the right thing (48个教学班 for 每班)?"""
    claim = place.term
    if claim.kind is Kind.DATE and cue.per in ("日", "天"):
        return _days(claim) is not None
    if claim.dimension in ("", SHARE, POINT, MULTIPLE) or not claim.is_firm:
        return False
    return _counts(place, cue, mean) and claim.value > 1


def _counts(place: Place, cue: Cue, mean: Term) -> bool:
    """Does a claim count what a mean is per?"""
    claim, sentence, number = place
    kind = claim.dimension
    bottom = mean.unit.partition("/")[2]
    if bottom:
        return claim.unit == bottom or kind == base(bottom)[0]
    if cue.per in (known := table("counting.toml")["carriers"]):
        return ("day" if is_days(claim.unit) else kind) in known[cue.per]
    if len(cue.per) > 1 or (claim.kind is Kind.MEASURE and cue.per and kind == base(cue.per)[0]):
        return kind == base(cue.per)[0]
    if kind == mean.dimension:
        return False
    if claim.kind is Kind.COUNT and cue.per and re.search(rf"各[^，。]{{0,4}}一{cue.per}", right(sentence, number)):
        return True  # 25所学校各建一间图书室，平均每间 …
    if cue.noun:
        return claim.kind is Kind.COUNT and bool(bigrams(cue.noun) & around(sentence, number))
    if cue.per:
        named = claim.kind is not Kind.DURATION and cue.per in right(sentence, number)[:6]
        return claim.unit == cue.per or named or (claim.kind is Kind.COUNT and not claim.unit)
    return claim.kind is Kind.COUNT or (cue.is_rate and claim.kind is Kind.MEASURE)


def _days(claim: Term) -> Fraction | None:
    """How many days a range of dates has, both ends counted: 10月1日至8日 -> 8."""
    if claim.quantity.high is None:
        return None
    try:
        first, last = (
            date.fromisoformat(_YEAR.sub("2001-", stated).replace("XX", "01")) for stated in (claim.quantity.value, claim.quantity.high)
        )
    except ValueError:
        return None
    days = (last - first).days + 1
    return Fraction(days) if 1 < days <= _MOST_DAYS else None


def size_of(count: Term, per: str) -> Fraction:
    """The size of the thing a mean is per, in the base unit of the number: 亩 are counted in 亩, not in square metres.

    A mean with a unit of its own (元/吨) is already per base unit; `per` is then the unit's lower half with its stroke (/吨).
    """
    if per.startswith("/"):
        return Fraction(1)
    kind, size = base(per)
    return size if kind == count.dimension else count.factor


def firm(claim: Term) -> Interval:
    """What a total or number allows: one digit alone (5万斤) leaves so much room that it would agree with anything, and counts as exact."""
    return exact(claim.value) if claim.is_plain and claim.digits < 2 else claim.bounds


def among(count: Term, per: str) -> Interval:
    """How many there are to share, as an interval: whole days, months and things are exact."""
    if count.kind is Kind.DATE:
        return exact(_days(count) or Fraction(1))
    whole = count.kind is Kind.DURATION and count.is_plain and count.value.denominator == 1
    bounds = exact(count.value) if whole else firm(count)
    size = size_of(count, per)
    return Interval(None if bounds.low is None else bounds.low / size, None if bounds.high is None else bounds.high / size)
