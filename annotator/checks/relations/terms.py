"""Claims as terms of arithmetic: dimension, value and bounds in the dimension's base unit, each worked out once."""

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property

from annotator.checks.relations.units import base
from annotator.model import Claim, Hedge, Interval, Kind, Quantity, Span, number

SHARE = "share"
POINT = "point"
MULTIPLE = "multiple"


_NO_DIGIT = re.compile("[^0-9]")
_WRITTEN = re.compile(r"[0-9][0-9,， ]*(?:\.[0-9]+)?")
_SUMMABLE = (Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.DURATION, Kind.SCORE)
_FEW = 100
"""A count below is said digit by digit: nobody rounds it."""
_PLACES = (Kind.DATE, Kind.TIME, Kind.RANK)


@cache
def _size(step: Decimal | None) -> Fraction:
    """A last digit's size as a fraction: there are few of them."""
    return Fraction(step or 0)


def _number(value: str) -> Fraction | None:
    """What `model.number` says, with a short way for the plain decimals that nearly all claims are."""
    whole, point, tenths = value.partition(".")
    if value.isascii() and whole.isdigit() and (tenths.isdigit() or not point):
        return Fraction(int(whole + tenths), 10 ** len(tenths)) if tenths else Fraction(int(whole))
    return number(value)


class Term:
    """A claim of the article with what its quantity means for arithmetic. Two terms are equal only when they are one."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        self.start: int = claim.start
        self.end: int = claim.end
        self.text: str = claim.text
        self.kind: Kind = claim.kind
        self.quantity: Quantity = claim.quantity
        self.unit: str = claim.quantity.unit
        self.paragraph: int = claim.paragraph

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @cached_property
    def number(self) -> Fraction | None:
        """The stated value as a number, in its own unit; None for dates, times and two sides."""
        return None if self.kind in _PLACES else _number(self.quantity.value)

    @cached_property
    def dimension(self) -> str:
        """What may be compared with what: terms of one dimension can be added and ordered. "" for places in time and in an order."""
        if self.kind in _PLACES or self.number is None:
            return ""
        if self.kind is Kind.PERCENT:
            return POINT if base(self.unit)[0] == "points" else SHARE
        if self.kind is Kind.RATIO:
            return MULTIPLE if self.unit else SHARE
        return "time" if self._is_minutes else base(self.unit)[0] or "number"

    @property
    def _is_minutes(self) -> bool:
        """分 of a length of time, which elsewhere are points."""
        return self.kind is Kind.DURATION and self.unit == "分"

    @cached_property
    def factor(self) -> Fraction:
        """The size of the unit in the base unit of its dimension."""
        if self.kind is Kind.PERCENT:
            return base(self.unit)[1] / 100 if self.dimension == POINT else Fraction(1)
        if self._is_minutes:
            return Fraction(60)
        return Fraction(1) if self.kind is Kind.RATIO else base(self.unit)[1]

    @cached_property
    def value(self) -> Fraction:
        """The stated value in the base unit. ValueError where a claim holds no number."""
        if self.number is None:
            raise ValueError(f"{self.text} holds no number")
        return self.number if self.factor == 1 else self.number * self.factor

    @cached_property
    def bounds(self) -> Interval:
        """What the claim allows, in the base unit: counts of single things are exact (七十款 too), all else is rounded as written."""
        interval = self.quantity.interval
        if self.number is None or interval is None:
            raise ValueError(f"{self.text} holds no number")
        if self.kind is Kind.COUNT and self.is_plain and ((self.quantity.step or 0) <= 1 or self.number < _FEW):
            interval = Interval(self.number, self.number)
        by = self.factor
        return Interval(
            None if interval.low is None else interval.low * by,
            None if interval.high is None else interval.high * by,
            interval.low_open,
            interval.high_open,
        )

    @cached_property
    def step(self) -> Fraction:
        """The size of the last stated digit in the base unit; 0 where it has no meaning."""
        step = _size(self.quantity.step)
        return step if self.factor == 1 else step * self.factor

    @cached_property
    def is_plain(self) -> bool:
        """One exact number, no range, no hedge?"""
        return self.quantity.hedge is Hedge.EXACT and self.quantity.high is None and self.number is not None

    @cached_property
    def is_firm(self) -> bool:
        """Bounded on both sides and no range? Agreement with 一级以上 says nothing."""
        return self.quantity.high is None and self.quantity.hedge in (Hedge.EXACT, Hedge.ABOUT)

    @cached_property
    def is_summable(self) -> bool:
        """May the claim be a part or a total? Temperatures, points and places may not."""
        return self.kind in _SUMMABLE and self.dimension not in ("", POINT, "temperature")

    @cached_property
    def digits(self) -> int:
        """How many significant digits the stated value has at its precision: chance agreement falls tenfold with each."""
        size = _size(self.quantity.step) or Fraction(1)
        return 0 if not self.number or not size else len(str(abs(round(self.number / size))))

    @cached_property
    def figures(self) -> str:
        """The digits of the value with its scale multiplied out."""
        return _NO_DIGIT.sub("", self.quantity.value)

    @cached_property
    def written(self) -> str:
        """The digits as written, without their scale: 8.07 of 8.07亿元. "" for Chinese numerals."""
        match = _WRITTEN.search(self.text)
        return match[0].replace(",", "").replace("，", "").replace(" ", "") if match else ""
