"""Claims as terms of arithmetic: dimension, value and bounds in the dimension's base unit, each worked out once."""

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache

from annotator.checks.relations.kept import kept
from annotator.checks.relations.units import base
from annotator.model import Claim, Hedge, Interval, Kind, Quantity, Span, number

SHARE = "share"
POINT = "point"
MULTIPLE = "multiple"


_NO_DIGIT = re.compile("[^0-9]")
_WRITTEN = re.compile(r"[0-9][0-9,， ]*(?:\.[0-9]+)?")
_NO_AMOUNTS = ("", POINT, "temperature")
_SUMMABLE = (Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.DURATION, Kind.SCORE)
_FEW = 100
"""A count below is said digit by digit: nobody rounds it."""
_FIRM = (Hedge.EXACT, Hedge.ABOUT)
_PLACES = (Kind.DATE, Kind.TIME, Kind.RANK)


_ONE = Fraction(1)


@cache
def _size(step: Decimal | Fraction | None) -> Fraction:
    """A last digit's size as a fraction: there are few of them."""
    return Fraction(step or 0)


@lru_cache(maxsize=4096)
def _number(value: str) -> Fraction | None:
    """What `model.number` says, with a short way for the plain decimals that nearly all claims are."""
    whole, point, tenths = value.partition(".")
    if value.isascii() and whole.isdigit() and (tenths.isdigit() or not point):
        return Fraction(int(whole + tenths), 10 ** len(tenths)) if tenths else Fraction(int(whole))
    return number(value)


@cache
def _measure(kind: Kind, unit: str) -> tuple[str, Fraction]:
    """The dimension of numbers of some kind, and the size of their unit in the dimension's base unit."""
    if kind is Kind.PERCENT:
        dimension, size = base(unit)
        return (POINT, size / 100) if dimension == "points" else (SHARE, _ONE)
    if kind is Kind.RATIO:
        return (MULTIPLE if unit else SHARE), _ONE
    if kind is Kind.DURATION and unit == "分":  # minutes, which elsewhere are points
        return "time", Fraction(60)
    dimension, size = base(unit)
    return dimension or "number", _ONE if size == 1 else size


class Term:
    """A claim of the article with what its quantity means for arithmetic. Two terms are equal only when they are one.

    `number` is the stated value in its own unit, None for dates, times and two sides; `factor` the size of the unit in the base unit
    of its dimension. Terms of one `dimension` can be added and ordered; it is "" for places in time and in an order.
    `is_plain`: one exact number, no range, no hedge. `is_firm`: bounded on both sides and no range; agreement with 一级以上 says nothing.
    `is_summable`: may be a part or a total; temperatures, points and places may not.
    """

    def __init__(self, claim: Claim) -> None:
        quantity = claim.quantity
        self.claim = claim
        self.start: int = claim.start
        self.end: int = claim.end
        self.text: str = claim.text
        self.kind: Kind = claim.kind
        self.quantity: Quantity = quantity
        self.unit: str = quantity.unit
        self.paragraph: int = claim.paragraph
        self.number = None if claim.kind in _PLACES else _number(quantity.value)
        dimension, self.factor = _measure(claim.kind, quantity.unit)
        self.dimension = "" if self.number is None else dimension
        self.is_summable = claim.kind in _SUMMABLE and self.dimension not in _NO_AMOUNTS
        self.is_plain = quantity.hedge is Hedge.EXACT and quantity.high is None and self.number is not None
        self.is_firm = quantity.high is None and quantity.hedge in _FIRM

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @kept
    def value(self) -> Fraction:
        """The stated value in the base unit. ValueError where a claim holds no number."""
        if self.number is None:
            raise ValueError(f"{self.text} holds no number")
        return self.number if self.factor is _ONE else self.number * self.factor

    @kept
    def bounds(self) -> Interval:
        """What the claim allows, in the base unit: counts of single things are exact (七十款 too), all else is rounded as written."""
        if self.number is None:
            raise ValueError(f"{self.text} holds no number")
        if self.is_plain:
            if self.kind is Kind.COUNT and ((self.quantity.step or 0) <= 1 or self.number < _FEW):
                return Interval(self.value, self.value)
            return Interval(self.value - self.step / 2, self.value + self.step / 2)
        interval = self.quantity.interval
        assert interval is not None  # there is a number
        by = self.factor
        return Interval(
            None if interval.low is None else interval.low * by,
            None if interval.high is None else interval.high * by,
            interval.low_open,
            interval.high_open,
        )

    @kept
    def step(self) -> Fraction:
        """The size of the last stated digit in the base unit; 0 where it has no meaning."""
        step = _size(self.quantity.step)
        return step if self.factor is _ONE else step * self.factor

    @kept
    def digits(self) -> int:
        """How many significant digits the stated value has at its precision: chance agreement falls tenfold with each."""
        if self.number is None or not self.number.numerator:
            return 0
        size = _size(self.quantity.step or _ONE)
        steps, rest = divmod(self.number.numerator * size.denominator, self.number.denominator * size.numerator)
        return len(str(abs(round(self.number / size) if rest else steps)))

    @kept
    def figures(self) -> str:
        """The digits of the value with its scale multiplied out."""
        return _NO_DIGIT.sub("", self.quantity.value)

    @kept
    def written(self) -> str:
        """The digits as written, without their scale: 8.07 of 8.07亿元. "" for Chinese numerals."""
        match = _WRITTEN.search(self.text)
        return match[0].replace(",", "").replace("，", "").replace(" ", "") if match else ""
