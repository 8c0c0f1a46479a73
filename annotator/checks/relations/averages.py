"""Means: a total, what it is shared among, and the stated mean or rate, in whatever order; and means of a list of values."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from annotator.checks.relations.carriers import Cue, Place, among, carries, cue_of, firm, may_be_mean
from annotator.checks.relations.intervals import exact, meet, over, shifted, widened
from annotator.checks.relations.labels import around
from annotator.checks.relations.owned import ALTOGETHER, apart, middle, one_digit_off, own_pair, quotient, swapped
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import SHARE, Term
from annotator.lexicon import table
from annotator.model import Interval, Kind, Span

_SAID = re.compile("[均每]|单|亩产|班额|去掉")
"""What a sentence with a mean or a rate says; most say none of it."""

_SUM = re.compile("总|全程|全长|共")
_HEADS = re.compile("(?:人次|人数|人口|观众|客流|旅客|游客)[为达到约近超共计]*$")
"""Names of heads whose number goes without a measure word: 观众人次3.15万."""
_GAPS = re.compile("间距|间隔|区间")
_FAR = 24
_MANY, _FIGURES = 20, 3
"""Among how many, and in how many digits, a total that comes out even did not do so by chance."""
_TRIMMED = re.compile("去掉一?个?最高分?(?:和|、|及|，|与)?(?:去掉)?一?个?最低分?")


@dataclass(frozen=True, slots=True)
class Mean:
    """A stated mean with the total and the number it is shared among, or with the list of values it is the mean of.

    `among` is the number where no claim states it (全年 has 12 months). `sure`: total and number stand so near, and are named so
    alike, that a mean that does not fit is an error.
    """

    mean: Term
    total: Term | None = None
    count: Term | None = None
    among: str = ""
    listed: tuple[Term, ...] = ()
    trimmed: bool = False
    fits: bool = False
    computed: Fraction = Fraction(0)
    sure: bool = False
    less: Fraction = Fraction(0)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places of all parts, in order of the text."""
        return tuple(sorted(claim.span for claim in (self.mean, self.total, self.count, *self.listed) if claim is not None))


def means(sentences: Sequence[Sentence]) -> Iterator[Mean]:
    """The means an article states, those with nothing to hold them against left out."""
    for order, sentence in enumerate(sentences):
        if not sentence.claims or not _SAID.search(sentence.text):
            continue
        here = _places(sentence)
        for number, place in enumerate(here):
            if found := _of_list(sentence, number):
                yield found
            elif may_be_mean(place.term) and (cue := cue_of(sentence, number)):
                page = [*here[:number][::-1], *here[number + 1 :], *_before(sentences, order)]
                if found := _Shared(place, cue, page).read():
                    yield found


def _places(sentence: Sentence) -> list[Place]:
    return [Place(claim, sentence, number) for number, claim in enumerate(sentence.claims)]


def _before(sentences: Sequence[Sentence], order: int) -> Iterator[Place]:
    """The last claims before a sentence, nearest first."""
    return islice((place for at in range(order - 1, -1, -1) for place in reversed(_places(sentences[at]))), _FAR)


# --- the mean of a list ---------------------------------------------------------------------------------------------


def _of_list(sentence: Sentence, number: int) -> Mean | None:
    """The mean of the values listed right before it; of judges' marks without the highest and the lowest."""
    claim, lead = sentence.claims[number], sentence.leads[number]
    trimmed = bool(_TRIMMED.search(lead))
    even = re.search("平均|[季月年周日场次]均", sentence.gaps[number])
    if not (trimmed or even) or claim.quantity.high is not None or claim.number is None:
        return None
    if not trimmed and re.search("每|[^季月年周日场次平]均", sentence.gaps[number]):
        return None
    own = number > 0 and not trimmed and _sums_up(sentence, number)  # …和11.8毫米，四站平均14.6毫米
    listed = _values_before(sentence, number - own, claim.dimension)
    if own and len(listed) != sentence.claims[number - 1].number:
        return None
    if even and even[0] != "平均" and not _are_so_many(sentence, number - len(listed), len(listed)):
        return None
    if len(listed) < (4 if trimmed else 2) or claim.dimension != listed[0].dimension:
        return None
    values = sorted(term.value for term in listed)[1:-1] if trimmed else [term.value for term in listed]
    first = number - len(listed) - own
    weighted = not trimmed and bool(re.search("平均|均", sentence.leads[first]))
    computed = sum(values, Fraction(0)) / len(values)
    within = min(term.value for term in listed) <= claim.value <= max(term.value for term in listed)
    room = max(term.step for term in listed) / 2
    fits = meet(exact(computed) if trimmed else widened(exact(computed), room), claim.bounds)
    sure = within if trimmed else len(listed) >= 3 and not (within and (claim.dimension == SHARE or weighted))
    return Mean(claim, listed=listed, trimmed=trimmed, fits=fits, computed=computed, sure=sure)


def _sums_up(sentence: Sentence, number: int) -> bool:
    """Does the number of values itself stand before their mean: 四站平均, 三季平均?"""
    claim = sentence.claims[number - 1]
    return (
        claim.kind in (Kind.COUNT, Kind.DURATION)
        and claim.is_plain
        and bool(re.fullmatch(r"[^，。；]{0,4}平均\w{0,4}", sentence.gaps[number]))
    )


def _are_so_many(sentence: Sentence, first: int, many: int) -> bool:
    """Is it said before a list how many values it has: 四个季度分别为 …? Only then 季均 is its mean."""
    return any(claim.kind in (Kind.COUNT, Kind.DURATION) and claim.number == many for claim in sentence.claims[:first])


def _values_before(sentence: Sentence, number: int, kind: str) -> tuple[Term, ...]:
    """The row of plain values of a dimension that ends right before a claim."""
    first = number
    while first > 0 and sentence.claims[first - 1].dimension == kind and sentence.claims[first - 1].is_plain:
        if first < number and not re.fullmatch(r"\w{0,8}[、，和与及]\w{0,10}", sentence.gaps[first]):
            break
        first -= 1
    return sentence.claims[first:number]


# --- a total and a number -------------------------------------------------------------------------------------------


class _Shared:
    """A mean or rate among the claims around it, nearest first: those before it in its sentence, those after, those of sentences before."""

    def __init__(self, place: Place, cue: Cue, page: Sequence[Place]) -> None:
        self.place, self.cue = place, cue
        self.mean, self.sentence, self.number = place
        self.stated = exact(self.mean.value) if cue.is_rate and self.mean.is_plain else self.mean.bounds
        self.per = "".join(self.mean.unit.partition("/")[1:]) or cue.per
        top = self.mean.dimension.partition("/")[0]
        near = [other for other in page if other.term.paragraph == self.mean.paragraph]
        far = [other for other in page if other.term.paragraph != self.mean.paragraph]
        self.totals = [*islice((other for other in near if self._may_be_total(other, top)), 5)]
        self.totals += islice(
            (
                other
                for other in far
                if self._may_be_total(other, top) and other.term.is_plain and _SUM.search(other.sentence.clause(other.number))
            ),
            2,
        )
        self.counts = [*islice((other for other in near if carries(other, cue, self.mean)), 5)]
        self.far = [*islice((other for other in far if cue.per and carries(other, cue, self.mean)), 6)]

    def read(self) -> Mean | None:
        """The mean that fits, nearest total first; else one that surely should and does not."""
        broken = self._broken()
        return self._fitting(loose=not (broken and broken.sure)) or self._implied() or broken

    def _may_be_total(self, other: Place, top: str) -> bool:
        term = other.term
        alike = term.dimension == top or (
            top == "person" and term.dimension == "number" and bool(_HEADS.search(other.sentence.heads[other.number]))
        )
        return alike and term.is_firm and term.value > self.mean.value and cue_of(other.sentence, other.number) is None

    def _fitting(self, *, loose: bool) -> Mean | None:
        """A total and a number that the mean comes out of; `loose` lets the number stand far away or be an estimate."""
        gaps = bool(_GAPS.search(self.sentence.gaps[self.number]))
        for total in self.totals:
            for count in (*self.counts, *(self.far if loose else ())):
                if not loose and not count.term.is_plain:
                    continue
                if count.term is total.term or (self.cue.is_doubled and not self._same_time(total)):
                    continue
                number = among(count.term, self.per)
                for each in (number, shifted(number, -1)) if gaps else (number,):
                    fair = over(firm(total.term), each)
                    if fair is not None and meet(fair, self.stated) and self._is_telling(total, count):
                        less = number.low - each.low if number.low is not None and each.low is not None else Fraction(0)
                        computed = total.term.value / (middle(count.term, self.per) - less)
                        return Mean(self.mean, total.term, count.term, fits=True, computed=computed, less=less)
        return None

    def _same_time(self, total: Place) -> bool:
        """Is a total that of one month or day, where the rate is 每人每月?"""
        return not ALTOGETHER.search(total.sentence.clause(total.number))

    def _is_telling(self, total: Place, count: Place) -> bool:
        """Is agreement no chance: a mean of three digits, or total, number and mean near each other and named alike?"""
        near = all(place.sentence.order >= self.sentence.order - 1 for place in (total, count))
        return self.mean.digits >= 3 or near or self.cue.is_named_like(around(total.sentence, total.number))

    # --- 全年 … 平均每月 ---

    def _implied(self) -> Mean | None:
        """A mean per month, quarter or day of a year or half-year, whose number nobody states."""
        total = next((place for place in self.totals if place.sentence is self.sentence and place.number < self.number), None)
        spans = table("counting.toml")["spans"]
        if (
            total is None
            or not self.cue.is_time
            or self.cue.is_rate
            or any(place.sentence is self.sentence for place in self.counts)
            or self.cue.is_doubled
        ):
            return None
        words = "".join(self.sentence.gaps[: total.number + 1])
        said = next((word for word in spans if word in words), None)
        beside = around(total.sentence, total.number)
        if said is None or not (self.cue.is_named_like(beside) and self.cue.is_of(beside)) or not total.term.is_plain:
            return None
        numbers = [Fraction(number) for number in spans[said].get(self.cue.per, ())]
        if not numbers:
            return None
        bounds = Interval(min(numbers), max(numbers))
        fair = over(total.term.bounds, bounds)
        assert fair is not None
        computed = total.term.value / numbers[0]
        fits = meet(fair, self.mean.bounds)
        sure = self.mean.is_plain and Fraction(1, 20) < apart(computed, self.mean.value) < Fraction(1, 2)
        return Mean(self.mean, total.term, among=f"{numbers[0]}", fits=fits, computed=computed, sure=sure)

    # --- what does not fit ---

    def _broken(self) -> Mean | None:
        """A mean that fits none of the totals and numbers beside it; None where they are not surely its own."""
        if not self.mean.is_firm or self.cue.is_doubled:
            return None
        own = own_pair(self.place, self.cue, self.per, self.totals, self.counts)
        if own is None:
            return None
        total, count = own
        computed = quotient(total.term, count.term, self.per)
        off = apart(computed, self.mean.value)
        ten = any(apart(computed * scale, self.mean.value) < Fraction(1, 50) for scale in (10, Fraction(1, 10), 100, Fraction(1, 100)))
        near = off < Fraction(2, 3) or ten or one_digit_off(computed, self.mean, least=2)
        sure = (off > self._least(total, count) and near) or swapped(computed, self.mean)
        return Mean(self.mean, total.term, count.term, fits=False, computed=computed, sure=sure)

    def _least(self, total: Place, count: Place) -> Fraction:
        """How far off a mean must be: what is paid for each and what a clock measures is exact, heads are counted at different times."""
        if not (self.mean.is_plain and total.term.is_plain and (count.term.is_plain or count.term.kind is Kind.DATE)):
            return Fraction(1, 12)
        if self._comes_out_even(total.term, count.term):
            return Fraction(1, 40)
        if self.cue.is_rate or self.cue.per == "小时":
            return Fraction(1, 40)
        return Fraction(1, 12) if self.cue.per in ("人", "户", "") else Fraction(1, 20)

    def _comes_out_even(self, total: Term, count: Term) -> bool:
        """Is the quotient round at the mean's own last digit? 145.8万元 among 486 is 3000 to the yuan, which is no chance."""
        number = middle(count, self.per)
        step = self.mean.step
        return number >= _MANY and total.digits >= _FIGURES and step > 0 and total.value % (number * step) == 0
