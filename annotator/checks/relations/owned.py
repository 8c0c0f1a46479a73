"""The total and the number that a mean is surely taken of: by where they stand and what they are called."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from operator import ne

from annotator.checks.relations.carriers import Cue, Place, among, cue_of
from annotator.checks.relations.labels import around, bigrams
from annotator.checks.relations.terms import Term
from annotator.lexicon import table
from annotator.model import Kind

ALTOGETHER = re.compile("总|共|合计|累计|一年|全年")
"""What a total says of itself."""

_WHOLE = re.compile("总|共|全[市县区公校村镇年]|现有|累计|自有|拥有")
_LIMIT = re.compile("其中|最多|最高|上限|至少|限额|封顶|另|余下|其余|新增|流拍")
_CARRIED_ON = re.compile("[，；]?(?:共|合计|总计|总共|一共|累计|全年)")
_NEAR = 2
"""Sentences from a total to its mean."""


def middle(count: Term, per: str) -> Fraction:
    """How many of `per` a number counts."""
    number = among(count, per)
    assert number.low is not None
    return number.low if number.high is None else (number.low + number.high) / 2


def quotient(total: Term, count: Term, per: str) -> Fraction:
    """A total shared among a number of `per`, in the total's base unit."""
    return total.value / middle(count, per)


def apart(one: Fraction, other: Fraction) -> Fraction:
    """How far two positive values are apart, as a share of the larger."""
    return abs(one - other) / max(one, other)


def one_digit_off(computed: Fraction, mean: Term, least: int) -> bool:
    """Does a computed value differ from a stated one in one of at least so many digits: 7.28, written 8.28?"""
    if not mean.step:
        return False
    a, b = str(round(computed / mean.step)), str(round(mean.value / mean.step))
    return len(a) == len(b) >= least and sum(map(ne, a, b)) == 1


def swapped(computed: Fraction, mean: Term) -> bool:
    """Is a stated value a computed one with two neighbouring digits swapped, of at least three: 8500, written 8050?"""
    if not mean.step:
        return False
    step = min(Fraction(mean.step), Fraction(10) ** (len(str(int(mean.value))) - 4)) if mean.value >= 1000 else mean.step
    a, b = str(round(computed / step)), str(round(mean.value / step))
    unlike = [at for at, pair in enumerate(zip(a, b, strict=False)) if ne(*pair)]
    return (
        len(a) == len(b) >= 3
        and len(unlike) == 2
        and unlike[1] == unlike[0] + 1
        and a[unlike[0]] == b[unlike[1]]
        and a[unlike[1]] == b[unlike[0]]
    )


def own_pair(place: Place, cue: Cue, per: str, totals: Sequence[Place], counts: Sequence[Place]) -> tuple[Place, Place] | None:
    """The total and the number that are a mean's own; of several the pair named most like it, then the one that fits best."""
    owner = _Owner(place, cue, per, totals, counts)
    found = (
        (-likeness, apart(quotient(total.term, count.term, per), place.term.value), total, count)
        for likeness, total, count in owner.pairs()
    )
    best = min(found, key=lambda pair: pair[:2], default=None)
    if best is not None:
        return best[2:]
    near = ((total, count) for total in totals for count in counts if total.term is not count.term and count.term.is_plain)
    return next((pair for pair in near if swapped(quotient(pair[0].term, pair[1].term, per), place.term)), None) if per else None


class _Owner:
    """A mean with the totals and numbers around it, nearest first."""

    def __init__(self, place: Place, cue: Cue, per: str, totals: Sequence[Place], counts: Sequence[Place]) -> None:
        self.place, self.cue, self.per, self.totals, self.counts = place, cue, per, totals, counts
        self.words = frozenset(pair for other in counts for pair in around(other.sentence, other.number))
        self.is_mixed = cue.is_rate and self._has_other_rates()

    def pairs(self) -> Iterator[tuple[int, Place, Place]]:
        """Totals with numbers, and how many pairs of characters the mean's name shares with the total's."""
        if self.is_mixed or not (self.per or self.cue.is_rate or self._is_bare()):
            return
        for likeness, total in self._totals():
            for count in self._counts(total):
                yield likeness, total, count

    def _totals(self) -> Iterator[tuple[int, Place]]:
        """The totals before the mean that are named like it, or else the next one behind it that says 共."""
        before = False
        for total in self.totals:
            if not total.term.is_firm or _LIMIT.search(total.sentence.clause(total.number)):
                continue
            beside = around(total.sentence, total.number)
            if not self.cue.is_rate and not self.cue.is_of(beside | self.words):
                continue
            if total.sentence is self.place.sentence and total.number > self.place.number:
                named = not self.cue.own or self._is_named_like(beside) or _CARRIED_ON.match(total.sentence.gaps[total.number])
                if named and not before and ALTOGETHER.search(total.sentence.gaps[total.number]) and total.number - self.place.number <= 2:
                    yield 0, total
                return
            if self.place.sentence.order - total.sentence.order <= _NEAR and self._is_named_like(beside) and self._is_shared_out(total):
                before = True
                yield len(bigrams(self.cue.own) & beside), total
            elif not self.cue.own:
                return

    def _is_bare(self) -> bool:
        """Is it only said 平均, behind a number and what it sums up to: 14艘，合计61.6万吨，平均4.4万吨?"""
        row = self.place.sentence.claims[: self.place.number][-2:]
        gap = self.place.sentence.gaps[self.place.number - 1] if len(row) == 2 else ""
        return (
            bool(ALTOGETHER.search(gap))
            and row[0] in [count.term for count in self.counts]
            and row[1] in [total.term for total in self.totals]
        )

    def _is_named_like(self, beside: frozenset[str]) -> bool:
        """Is a total called like the mean, or the mean like what it is per (平均每家企业)?"""
        kin = (word for name, words in table("counting.toml")["kin"].items() if name in self.cue.own for word in words)
        return (
            self.cue.is_named_like(beside)
            or "/" in self.place.term.unit
            or not beside.isdisjoint(kin)
            or (bool(self.cue.noun) and self.cue.is_named_like(self.words))
        )

    def _is_shared_out(self, total: Place) -> bool:
        """Is a rate said of the total: by its name, or as the third number in a row (5460万元，摊到4.2万名学生头上，每人1300元)?"""
        if self.cue.own or not self.cue.is_rate:
            return True
        row = [claim for claim in self.place.sentence.claims[: self.place.number] if claim.kind not in (Kind.DATE, Kind.TIME)][-2:]
        return total.term in row and any(count.term in row for count in self.counts)

    def _counts(self, total: Place) -> Iterator[Place]:
        """The numbers a total may be shared among: right beside it or the mean, or said to be all there is."""
        for count in self.counts:
            plain = count.term.is_firm or count.term.kind is Kind.DATE
            clause = count.sentence.clause(count.number)
            if count.sentence is total.sentence and count.number == total.number - 1:
                clause = clause.replace("其中", "")  # which holds for the total, too
            if not plain or count.term is total.term or _LIMIT.search(clause):
                continue
            if self.cue.is_time:
                if self._is_time_of(total, count):
                    yield count
                return
            beside = count.sentence is total.sentence and abs(count.number - total.number) == 1
            beside = beside or (count.sentence is self.place.sentence and abs(count.number - self.place.number) == 1)
            if beside or len(self.counts) == 1 or _WHOLE.search(clause) or self._is_slip(total, count):
                yield count

    def _is_time_of(self, total: Place, count: Place) -> bool:
        """Is a total that of a stretch of time: in one sentence, or summed up in the next (为期5天。累计 …)?"""
        if count.sentence is total.sentence:
            return True
        follows = total.sentence.order - count.sentence.order == 1 and len(self.counts) == 1
        return follows and bool(ALTOGETHER.search(total.sentence.gaps[total.number]))

    def _is_slip(self, total: Place, count: Place) -> bool:
        """Does the quotient differ from the mean in one of at least three digits: 7.28, written 8.28?"""
        if not count.term.is_plain or count.sentence is not total.sentence:
            return False
        return one_digit_off(quotient(total.term, count.term, self.per), self.place.term, least=3)

    def _has_other_rates(self) -> bool:
        """Do other rates stand in the sentence (每张80元, 学生票每张40元), so that the total is a mixture?"""
        mean, sentence = self.place.term, self.place.sentence
        others = (
            (number, claim) for number, claim in enumerate(sentence.claims) if claim is not mean and claim.dimension == mean.dimension
        )
        return any((cue := cue_of(sentence, number)) and cue.is_rate and cue.per == self.cue.per for number, _ in others)
