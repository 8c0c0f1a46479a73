"""Means: a total, what it is shared among, and the stated mean or rate, in whatever order; and means of a list of values."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from operator import ne

from annotator.checks.relations.carriers import Cue, Place, among, carries, cue_of, firm, may_be_mean
from annotator.checks.relations.intervals import exact, meet, over, shifted, widened
from annotator.checks.relations.labels import around, bigrams
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import SHARE, Term
from annotator.lexicon import table
from annotator.model import Interval, Kind, Span

_WHOLE = re.compile("总|共|全[市县区公校村镇年]|现有|累计|自有|拥有")
_SUM = re.compile("总|全程|全长|共")
_ALTOGETHER = re.compile("总|共|合计|累计|一年|全年")
_GAPS = re.compile("间距|间隔|区间")
_LIMIT = re.compile("其中|最多|最高|上限|至少|限额|封顶|另|余下|其余|新增")
_FAR = 24
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
    seen: list[Place] = []
    for sentence in sentences:
        here = [Place(claim, sentence, number) for number, claim in enumerate(sentence.claims)]
        for place in here:
            number = place.number
            if found := _of_list(sentence, number):
                yield found
            elif may_be_mean(place.term) and (cue := cue_of(sentence, number)):
                page = [*here[:number][::-1], *here[number + 1 :], *reversed(seen[-_FAR:])]
                if found := _Shared(place, cue, page).read():
                    yield found
        seen += here


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
    listed = _values_before(sentence, number)
    if even and even[0] != "平均" and not _are_so_many(sentence, number - len(listed), len(listed)):
        return None
    if len(listed) < (4 if trimmed else 2) or claim.dimension != listed[0].dimension:
        return None
    values = sorted(term.value for term in listed)[1:-1] if trimmed else [term.value for term in listed]
    computed = sum(values, Fraction(0)) / len(values)
    within = min(term.value for term in listed) <= claim.value <= max(term.value for term in listed)
    room = max(term.step for term in listed) / 2
    fits = meet(exact(computed) if trimmed else widened(exact(computed), room), claim.bounds)
    sure = within if trimmed else len(listed) >= 3 and not (claim.dimension == SHARE and within)
    return Mean(claim, listed=listed, trimmed=trimmed, fits=fits, computed=computed, sure=sure)


def _are_so_many(sentence: Sentence, first: int, many: int) -> bool:
    """Is it said before a list how many values it has: 四个季度分别为 …? Only then 季均 is its mean."""
    return any(claim.kind in (Kind.COUNT, Kind.DURATION) and claim.number == many for claim in sentence.claims[:first])


def _values_before(sentence: Sentence, number: int) -> tuple[Term, ...]:
    """The row of plain values of one dimension that ends right before a claim."""
    first, kind = number, sentence.claims[number].dimension
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
        self.per = self.mean.unit.partition("/")[2] or cue.per
        top = self.mean.dimension.partition("/")[0]
        near = [other for other in page if other.sentence.paragraph == self.sentence.paragraph]
        self.totals = [
            other for other in near if other.term.dimension == top and other.term.value > self.mean.value and other.term.is_firm
        ][:5]
        self.counts = [other for other in near if carries(other, cue, self.mean)][:5]
        self.totals += [
            other
            for other in page
            if other not in near
            and other.term.dimension == top
            and other.term.is_plain
            and other.term.value > self.mean.value
            and _SUM.search(other.sentence.clause(other.number))
        ][:2]
        self.far = [other for other in page if other not in near and cue.per and carries(other, cue, self.mean)][:6]

    def read(self) -> Mean | None:
        """The mean that fits, nearest total first; else one that surely should and does not."""
        return self._fitting() or self._implied() or self._broken()

    def _fitting(self) -> Mean | None:
        gaps = bool(_GAPS.search(self.sentence.gaps[self.number]))
        for total in self.totals:
            for count in (*self.counts, *self.far):
                if count.term is total.term or (self.cue.is_doubled and not self._same_time(total)):
                    continue
                number = among(count.term, self.per)
                for each in (number, shifted(number, -1)) if gaps else (number,):
                    quotient = over(firm(total.term), each)
                    if quotient is not None and meet(quotient, self.stated) and self._is_telling(total, count):
                        less = number.low - each.low if number.low is not None and each.low is not None else Fraction(0)
                        computed = total.term.value / (self._number(count) - less)
                        return Mean(self.mean, total.term, count.term, fits=True, computed=computed, less=less)
        return None

    def _same_time(self, total: Place) -> bool:
        """Is a total that of one month or day, where the rate is 每人每月?"""
        return not _ALTOGETHER.search(total.sentence.clause(total.number))

    def _is_telling(self, total: Place, count: Place) -> bool:
        """Is agreement no chance: a mean of three digits, or total, number and mean near each other and named alike?"""
        near = all(place.sentence.order >= self.sentence.order - 1 for place in (total, count))
        return self.mean.digits >= 3 or near or self.cue.is_named_like(around(total.sentence, total.number))

    def _number(self, count: Place) -> Fraction:
        number = among(count.term, self.per)
        assert number.low is not None
        return number.low if number.high is None else (number.low + number.high) / 2

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
        if said is None or not self.cue.is_named_like(around(total.sentence, total.number)) or not total.term.is_plain:
            return None
        numbers = [Fraction(number) for number in spans[said].get(self.cue.per, ())]
        if not numbers:
            return None
        bounds = Interval(min(numbers), max(numbers))
        quotient = over(total.term.bounds, bounds)
        assert quotient is not None
        computed = total.term.value / numbers[0]
        fits = meet(quotient, self.mean.bounds)
        sure = self.mean.is_plain and Fraction(1, 20) < _off(computed, self.mean.value) < Fraction(1, 2)
        return Mean(self.mean, total.term, among=f"{numbers[0]}", fits=fits, computed=computed, sure=sure)

    # --- what does not fit ---

    def _broken(self) -> Mean | None:
        """A mean that fits none of the totals and numbers beside it; None where they are not surely its own."""
        if self.cue.is_rate and self._is_one_of_many():
            return None
        if not self.mean.is_firm or self.cue.is_doubled or not (self.cue.per or self.cue.is_rate):
            return None
        total = self._own_total()
        count = None if total is None else self._own_count(total)
        if total is None or count is None:
            return None
        computed = total.term.value / self._number(count)
        off = _off(computed, self.mean.value)
        ten = any(_off(computed * scale, self.mean.value) < Fraction(1, 50) for scale in (10, Fraction(1, 10), 100, Fraction(1, 100)))
        sure = self._least() < off < Fraction(2, 3) or ten
        return Mean(self.mean, total.term, count.term, fits=False, computed=computed, sure=sure)

    def _is_slip(self, total: Place, count: Place) -> bool:
        """Does the quotient differ from the mean in one of at least three digits: 7.28, written 8.28?"""
        step = self.mean.step
        if not count.term.is_plain or not step or count.sentence is not total.sentence:
            return False
        a, b = str(round(total.term.value / self._number(count) / step)), str(round(self.mean.value / step))
        return len(a) == len(b) >= 3 and sum(map(ne, a, b)) == 1

    def _is_one_of_many(self) -> bool:
        """Do other rates per the same thing stand in the sentence (每张80元, 学生票每张40元), so that the total is a mixture?"""
        others = ((number, claim) for number, claim in enumerate(self.sentence.claims) if claim is not self.mean)
        return any(
            claim.dimension == self.mean.dimension and (cue := cue_of(self.sentence, number)) and cue.is_rate and cue.per == self.cue.per
            for number, claim in others
        )

    def _least(self) -> Fraction:
        """How far off a mean must be: what is paid for each and what a clock measures is exact, heads are counted at different times."""
        if self.cue.is_rate or self.cue.per == "小时":
            return Fraction(1, 40)
        return Fraction(1, 12) if self.cue.per in ("人", "户", "") or not self.mean.is_plain else Fraction(1, 20)

    def _own_total(self) -> Place | None:
        """The total a mean is of: the one before it that is named most like it, or the next one behind it that says 共."""
        found: list[tuple[int, int, Place]] = []
        for rank, total in enumerate(self.totals):
            if not total.term.is_plain or _LIMIT.search(total.sentence.clause(total.number)):
                continue
            beside = around(total.sentence, total.number)
            if not self.cue.is_of(beside | self._words()):
                continue
            if total.sentence is self.sentence and total.number > self.number:
                if not found and _ALTOGETHER.search(total.sentence.gaps[total.number]) and total.number - self.number <= 2:
                    return total
                break
            alike = self.cue.is_named_like(beside) or "/" in self.mean.unit or bool(self._kin() & beside)
            shared_out = bool(self.cue.own) or not self.cue.is_rate or self._follows(total)
            if alike and self.sentence.order - total.sentence.order <= 2 and shared_out:
                found.append((-len(bigrams(self.cue.own) & beside), rank, total))
            elif not self.cue.own:
                break
        return min(found)[2] if found else None

    def _follows(self, total: Place) -> bool:
        """Is a rate the third of three numbers in a row: 5460万元，摊到4.2万名学生头上，每人1300元?"""
        return (
            total.sentence is self.sentence
            and total.number == self.number - 2
            and any(count.number == self.number - 1 for count in self.counts)
        )

    def _kin(self) -> frozenset[str]:
        """What the totals of such a mean are called: the 消费 of guests is the 收入 of their hosts."""
        return frozenset(word for name, words in table("counting.toml")["kin"].items() if name in self.cue.own for word in words)

    def _words(self) -> frozenset[str]:
        """The pairs of characters beside all numbers that may carry the mean."""
        return frozenset(pair for place in self.counts for pair in around(place.sentence, place.number))

    def _own_count(self, total: Place) -> Place | None:
        """The number a total is shared among: right beside it or the mean, or said to be all there is; of several the best fit."""
        found: list[Place] = []
        for count in self.counts:
            plain = count.term.is_plain or count.term.kind is Kind.DATE
            clause = count.sentence.clause(count.number)
            if count.sentence is total.sentence and count.number == total.number - 1:
                clause = clause.replace("其中", "")  # which holds for the total, too
            if not plain or count.term is total.term or _LIMIT.search(clause):
                continue
            if self.cue.is_time:
                return count if count.sentence is total.sentence else None
            beside = count.sentence is total.sentence and abs(count.number - total.number) == 1
            beside = beside or (count.sentence is self.sentence and abs(count.number - self.number) == 1)
            if beside or len(self.counts) == 1 or _WHOLE.search(clause) or self._is_slip(total, count):
                found.append(count)
        return min(found, key=lambda count: _off(total.term.value / self._number(count), self.mean.value), default=None)


def _off(one: Fraction, other: Fraction) -> Fraction:
    return abs(one - other) / max(one, other)
