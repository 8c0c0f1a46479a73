"""Totals and their parts as sums with bounds: do they agree, are they broken, and by what?"""

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from annotator.checks.relations.intervals import meet, minus, plus
from annotator.checks.relations.kept import kept
from annotator.checks.relations.terms import Term
from annotator.model import Interval, Kind, Span

_SCALES = ("万亿", "萬億", "亿", "億", "万", "萬")
IN_ORDER = re.compile("分别|依次|依序")
ROW = re.compile("、|和|及|与|以及|，")
"""What stands between the items of a bare row."""
DIGITS = {digit: number for digits in ("零一二三四五六七八九", "0123456789") for number, digit in enumerate(digits)} | {"两": 2}
"""The numbers in which a text says how many items it adds up."""
_PAIR = 3
_POINT = re.compile("[.．点點]")
_CUT_OFF = Fraction(49, 100)
"""How far a number that was cut off and not rounded may lie beyond its last digit's half."""


class Tie(StrEnum):
    """What makes claims a total and its parts."""

    OF_WHICH = "of-which"  # 其中, 包括, 分别为, or a list that divides what stands before it
    ALTOGETHER = "altogether"  # 共计, 合计
    REST = "rest"  # 其余, 还剩
    BALANCE = "balance"  # 顺差 = 出口 − 进口
    CHANCE = "chance"  # nothing but the arithmetic: good for a confirmation only


@dataclass(frozen=True)
class Total:
    """A total with its parts, and what is taken off. `closed` says that the parts are all there are, `complete` that they must be."""

    whole: Term
    parts: tuple[Term, ...]
    tie: Tie
    closed: bool = False
    complete: bool = False
    off: tuple[Term, ...] = ()

    @kept
    def members(self) -> tuple[Term, ...]:
        """Total, parts and what is taken off."""
        return (self.whole, *self.parts, *self.off)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places of total and parts, in order of the text."""
        return tuple(sorted(claim.span for claim in self.members))

    @kept
    def sum(self) -> Fraction:
        """The stated parts added up, without what is taken off."""
        added = sum((part.value for part in self.parts[1:]), self.parts[0].value)
        return added - sum((part.value for part in self.off), Fraction(0)) if self.off else added

    @property
    def bounds(self) -> Interval:
        """What the stated parts allow for the total."""
        added = plus(self._allowed(term) for term in self.parts)
        return minus(added, plus(self._allowed(term) for term in self.off)) if self.off else added

    def _allowed(self, term: Term) -> Interval:
        """What a member allows beside the others: 8万元 next to 6.5万元 is no rounded number."""
        if not _rounds(term) or not term.is_plain:
            return term.bounds
        half = min(other.step for other in self.members if other.is_plain and other.step and scale(other) == scale(term)) / 2
        return Interval(term.value - half, term.value + half)

    @property
    def _step(self) -> Fraction:
        """The size of the coarsest last digit, each member as fine as the finest of its scale."""
        return max(
            (high - low for low, high, *_ in map(self._allowed, self.members) if low is not None and high is not None), default=Fraction(0)
        )

    @kept
    def agrees(self) -> bool:
        """Do the parts add up to the total, at the stated precision and not by stretching every rounding to its end?"""
        if not all(term.is_firm for term in self.members):
            return False
        off, plain = abs(self.sum - self.whole.value), self.is_plain
        if plain and all(term.step < off for term in self.members):
            return False  # most candidates end here, before any bounds are worked out
        if plain and off and len(self.members) <= _PAIR:
            return False  # a digit that two parts are off may be rounding, but it may as well be wrong
        return meet(self.bounds, self._allowed(self.whole)) and (off <= self._step or not plain)

    @property
    def broken(self) -> bool:
        """Are the parts off by more than rounding can explain: three standard deviations of it, and one coarse number among them?"""
        off = abs(self.sum - self.whole.value)
        if not self.is_plain:
            return not meet(self.bounds, self._allowed(self.whole))
        spreads = [high - low for low, high, *_ in map(self._allowed, self.members) if low is not None and high is not None]
        coarse = max(term.step for term in self.members) * _CUT_OFF if any(spreads) else Fraction(0)
        return off > coarse and off * off * 12 > 9 * sum((spread * spread for spread in spreads), Fraction(0))

    @property
    def doubtful(self) -> bool:
        """Are few whole numbers off by one or two in the last place: 10亿元 made of 4亿元 and 7亿元? It may be rounding, and seldom is."""
        if self.broken or not self.is_plain or len(self.parts) > _PAIR:
            return False
        step = max(term.step for term in self.members)
        return abs(self.sum - self.whole.value) >= step > 0 and not any(_POINT.search(term.text) for term in self.members)

    @property
    def is_plain(self) -> bool:
        """Is every member one exact number?"""
        return all(term.is_plain for term in self.members)

    @kept
    def slips(self) -> bool:
        """Are the parts off by what one wrong digit makes, or two digits that changed places in one member?"""
        off = self.sum - self.whole.value
        unit = abs(off) / (self.whole.step or 1)
        if unit.denominator == 1 and len(str(unit.numerator).rstrip("0")) == 1:
            return True
        return any(_is_swap(part, -off) for part in self.parts) or any(_is_swap(term, off) for term in (self.whole, *self.off))

    def is_near(self, room: Fraction) -> bool:
        """Do the parts come within a fraction of the total?"""
        return abs(self.sum - self.whole.value) <= room * self.whole.value


def _rounds(claim: Term) -> bool:
    interval = claim.bounds
    return interval.low != interval.high


def _is_swap(claim: Term, off: Fraction) -> bool:
    """Does a claim change by so much when two of its neighbouring digits change places?"""
    step = claim.step or Fraction(1)
    steps = off / step
    if steps.denominator != 1 or steps.numerator % 9:
        return False  # ab and ba lie nine times a difference of digits apart
    digits = str(int(abs(claim.value) / step))
    swapped = (digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :] for at in range(len(digits) - 1))
    return steps.numerator != 0 and any(int(other) - int(digits) == steps.numerator for other in swapped)


def scale(claim: Term) -> str:
    """The scale word of a claim, "" where it has none."""
    return next((word for word in _SCALES if word in claim.text), "")


def fits(whole: Term, part: Term) -> bool:
    """Can one be part of the other: of one dimension, or the whole a bare number (达到2418.3万)?"""
    return whole.dimension == part.dimension or (whole.dimension == "number" and whole.kind is part.kind is Kind.COUNT)
