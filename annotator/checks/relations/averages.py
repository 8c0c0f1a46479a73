"""Means: a total, what it is shared among, and the stated mean."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from annotator.checks.relations.intervals import exact, meet, over, shifted, widened
from annotator.checks.relations.labels import around, bigrams
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import MULTIPLE, POINT, SHARE, Term
from annotator.checks.relations.units import base, is_days
from annotator.lexicon import table
from annotator.model import Hedge, Kind, Span

_MEAN = re.compile(
    r"(?:(?P<per>[人户亩套日天月年校班场笔件车床村栋家])均|平均每?一?个?(?P<each>\w{0,2})|每(?P<one>[人户亩套日天起班站车件张间台辆只头棵株座所家])|均价|单价|单(?P<single>[机台个套位件产站线]))[^，。；：]{0,8}$"
)
_CUE = re.compile(
    r"^(?:[人户亩套日天月年校班场笔件车床村栋家]均|平均每?一?个?[起户人班站亩套天日件只张间台辆车]?|每[人户亩套日天起班站车件张间台辆只头棵株座所家]|均价|单价|单[机台个套位件产站线])"
)
_WHOLE = re.compile("总|共|全[市县区公校村镇年]|现有|累计")
_GAPS = re.compile("间距|间隔|区间")


@dataclass(frozen=True, slots=True)
class Mean:
    """A stated mean with the total and the number it is shared among, or with the list of values it is the mean of.

    `sure` says that total and number stand so near, and are named so alike, that a mean that does not fit is an error.
    """

    mean: Term
    total: Term | None = None
    count: Term | None = None
    listed: tuple[Term, ...] = ()
    fits: bool = False
    computed: Fraction = Fraction(0)
    sure: bool = False
    less: Fraction = Fraction(0)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places of all parts, in order of the text."""
        return tuple(sorted(claim.span for claim in (self.mean, self.total, self.count, *self.listed) if claim is not None))


Place = tuple[Term, Sentence, int]


def means(sentences: Sequence[Sentence]) -> Iterator[Mean]:
    """The means an article states, those with nothing to hold them against left out."""
    seen: list[Place] = []
    for sentence in sentences:
        here = [(claim, sentence, number) for number, claim in enumerate(sentence.claims)]
        for claim, _, number in here:
            match = _MEAN.search(sentence.leads[number][-16:])
            if match is None or not _may_be_mean(claim):
                continue
            of_list = _of_list(sentence, number)
            if of_list is not None:
                yield of_list
                continue
            found = _shared(claim, sentence, number, match, [*here[:number][::-1], *here[number + 1 :], *reversed(seen[-_FAR:])])
            if found is not None:
                yield found
        seen += here


_FAR = 24


def _may_be_mean(claim: Term) -> bool:
    return (
        claim.kind in (Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.SCORE)
        and claim.quantity.hedge in (Hedge.EXACT, Hedge.ABOUT)
        and claim.quantity.high is None
        and bool(claim.dimension)
    )


def _of_list(sentence: Sentence, number: int) -> Mean | None:
    """The mean of the values listed right before it."""
    claim = sentence.claims[number]
    first = number
    while first > 0 and sentence.claims[first - 1].dimension == claim.dimension and sentence.claims[first - 1].is_plain:
        if first < number and not re.fullmatch(r"\w{0,8}[、，和与及]\w{0,10}", sentence.gaps[first]):
            break
        first -= 1
    listed = sentence.claims[first:number]
    if (
        len(listed) < 2
        or not re.search("平均", sentence.gaps[number])
        or re.search("每|均[^，]", sentence.gaps[number].replace("平均", ""))
    ):
        return None
    computed = sum((term.value for term in listed), Fraction(0)) / len(listed)
    room = max(term.step for term in listed) / 2
    return Mean(claim, listed=listed, fits=meet(widened(exact(computed), room), claim.bounds), computed=computed, sure=len(listed) >= 3)


def _shared(claim: Term, sentence: Sentence, number: int, match: re.Match[str], places: Sequence[Place]) -> Mean | None:
    per = _per(match)
    top, _, _ = claim.dimension.partition("/")
    bottom = claim.unit.partition("/")[2]
    totals = [place for place in places if place[0].dimension == top and place[0].value > claim.value and place[0].quantity.high is None]
    counts = [place for place in places if _carries(place, per, bottom, claim)]
    total_here = [place for place in totals if place[1].paragraph == sentence.paragraph][:5]
    count_here = [place for place in counts if place[1].paragraph == sentence.paragraph][:5]
    gaps = bool(_GAPS.search(sentence.gaps[number]))
    for total, _, _ in total_here:
        for count, _, _ in (*count_here, *(counts[:6] if per else [])):
            size = _size(count, bottom or per)
            less = None if count is total else _meets(total, count, claim, size, gaps=gaps)
            if less is not None:
                return Mean(claim, total, count, fits=True, computed=total.value / (count.value / size - less), less=less)
    return _broken(claim, (sentence, number), match, total_here, count_here)


def _carries(place: Place, per: str, bottom: str, mean: Term) -> bool:
    """May a mean be per this claim: of the right unit, or counting the right thing (48个教学班 for 每班)?"""
    claim, sentence, number = place
    kind = claim.dimension
    if not kind or kind in (SHARE, POINT, MULTIPLE) or claim.kind in (Kind.DATE, Kind.TIME, Kind.RANK):
        return False
    if claim.quantity.high is not None or claim.quantity.hedge not in (Hedge.EXACT, Hedge.ABOUT) or claim.value <= 1:
        return False
    if bottom:
        return claim.unit == bottom or kind == base(bottom)[0]
    if per in (carriers := table("counting.toml")["carriers"]):
        return ("day" if is_days(claim.unit) else kind) in carriers[per]
    if kind == mean.dimension:
        return False
    if per:
        return claim.unit == per or per in sentence.gaps[number + 1][:6] or (claim.kind is Kind.COUNT and not claim.unit)
    return claim.kind is Kind.COUNT


def _size(count: Term, per: str) -> Fraction:
    """The size of the thing a mean is per, in the base unit of the number: 亩 are counted in 亩, not in square metres."""
    kind, size = base(per)
    return size if kind == count.dimension else count.factor


def _meets(total: Term, count: Term, mean: Term, size: Fraction, *, gaps: bool) -> Fraction | None:
    """How many less than the number the total is shared among (26 stations have 25 gaps), where the mean is right; else None."""
    among = over(count.bounds, exact(size)) or count.bounds
    tries = (among, shifted(among, -1)) if gaps else (among,)
    for each in tries:
        quotient = over(total.bounds, each)
        if quotient is not None and meet(quotient, mean.bounds):
            return among.low - each.low if among.low is not None and each.low is not None else Fraction(0)
    return None


def _broken(claim: Term, here: tuple[Sentence, int], cue: re.Match[str], totals: Sequence[Place], counts: Sequence[Place]) -> Mean | None:
    """A mean that fits none of the totals and numbers beside it; None where they are not surely its own."""
    sentence, number = here
    per = _per(cue)
    total = next((place for place in totals if place[1] is sentence and place[2] < number and place[0].is_plain), None)
    if total is None or not per or not claim.is_plain or not _is_of(claim, sentence.leads[number][-16:], cue, total):
        return None
    near = [place for place in counts if _is_all(place, total)]
    if not near:
        return None
    count = near[0][0]
    computed = total[0].value / (count.value / _size(count, per))
    off = abs(computed - claim.value) / max(computed, claim.value)
    return Mean(claim, total[0], count, fits=False, computed=computed, sure=Fraction(1, 10) < off < Fraction(9, 10))


def _per(cue: re.Match[str]) -> str:
    """What a mean is per, in one word; "" where its words do not tell."""
    return next((cue[name] for name in ("per", "one", "single") if cue[name]), (cue["each"] or "")[:1])


def _is_of(mean: Term, lead: str, cue: re.Match[str], total: Place) -> bool:
    """Is the mean one of this total: named like it, or with no name of its own (平均每起 7.5 万元)?"""
    own = re.sub(r"[^\u4e00-\u9fff]|为|达到?|约|是|仅|高达|有", "", _CUE.sub("", lead[cue.start() :]))
    if not own or "/" in mean.unit:
        return True
    beside = around(total[1], total[2])
    return bool(bigrams(own) & beside) or (own in ("消费", "花费") and "收入" in beside)


def _is_all(place: Place, total: Place) -> bool:
    """Is the number that of everything the total is about: right beside it, or said to be all?"""
    claim, sentence, number = place
    if not claim.is_plain or "其中" in sentence.clause(number):
        return False
    if sentence is total[1] and abs(number - total[2]) == 1:
        return True
    return sentence.order >= total[1].order - 1 and bool(_WHOLE.search(sentence.clause(number)))
