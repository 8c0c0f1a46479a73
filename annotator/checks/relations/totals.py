"""Totals and their parts as sums with bounds: do they agree, are they broken, and by what?"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from annotator.checks.relations.intervals import meet, minus, plus, widened
from annotator.checks.relations.terms import Term
from annotator.model import Interval, Kind, Span


class Tie(StrEnum):
    """What makes claims a total and its parts."""

    OF_WHICH = "of-which"  # 其中, 包括, 分别为, or a list that divides what stands before it
    ALTOGETHER = "altogether"  # 共计, 合计
    REST = "rest"  # 其余, 还剩
    BALANCE = "balance"  # 顺差 = 出口 − 进口
    CHANCE = "chance"  # nothing but the arithmetic: good for a confirmation only


@dataclass(frozen=True, slots=True)
class Total:
    """A total with its parts, and what is taken off. `closed` says that the parts are all there are, `complete` that they must be."""

    whole: Term
    parts: tuple[Term, ...]
    tie: Tie
    closed: bool = False
    complete: bool = False
    off: tuple[Term, ...] = ()

    @property
    def members(self) -> tuple[Term, ...]:
        """Total, parts and what is taken off."""
        return (self.whole, *self.parts, *self.off)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places of total and parts, in order of the text."""
        return tuple(sorted(claim.span for claim in self.members))

    @property
    def sum(self) -> Fraction:
        """The stated parts added up, without what is taken off."""
        return sum((part.value for part in self.parts), Fraction(0)) - sum((part.value for part in self.off), Fraction(0))

    @property
    def bounds(self) -> Interval:
        """What the stated parts allow for the total."""
        added = plus(term.bounds for term in self.parts)
        return minus(added, plus(term.bounds for term in self.off)) if self.off else added

    @property
    def agrees(self) -> bool:
        """Do the parts add up to the total, at the stated precision and not by stretching every rounding to its end?"""
        if not all(term.is_firm for term in self.members) or not meet(self.bounds, self.whole.bounds):
            return False
        near = abs(self.sum - self.whole.value) <= max(term.step for term in self.members)
        return near or not all(term.is_plain for term in self.members)

    @property
    def broken(self) -> bool:
        """Are the parts off by more than rounding and a unit of the last digit can explain?"""
        room = max(term.step for term in self.members) * 49 / 100 if any(map(_rounds, self.members)) else Fraction(0)
        return not meet(widened(self.bounds, room), self.whole.bounds)

    @property
    def is_plain(self) -> bool:
        """Is every member one exact number?"""
        return all(term.is_plain for term in self.members)

    @property
    def slips(self) -> bool:
        """Are the parts off by what one wrong digit makes, or two that changed places?"""
        step = self.whole.step or 1
        off = abs(self.sum - self.whole.value) / step
        figures = str(off.numerator).rstrip("0")
        return off.denominator == 1 and (len(figures) == 1 or (len(figures) == 2 and int(figures) % 9 == 0))

    def is_near(self, room: Fraction) -> bool:
        """Do the parts come within a fraction of the total?"""
        return abs(self.sum - self.whole.value) <= room * self.whole.value


def _rounds(claim: Term) -> bool:
    interval = claim.bounds
    return interval.low != interval.high


def fits(whole: Term, part: Term) -> bool:
    """Can one be part of the other: of one dimension, or the whole a bare number (达到2418.3万)?"""
    return whole.dimension == part.dimension or (whole.dimension == "number" and whole.kind is part.kind is Kind.COUNT)
