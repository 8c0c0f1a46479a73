"""Arithmetic on what stated quantities allow: bounds in, bounds out. An end that is None has no bound."""

from collections.abc import Iterable
from fractions import Fraction

from annotator.model import Interval


def exact(value: Fraction) -> Interval:
    """One value only."""
    return Interval(value, value)


def plus(parts: Iterable[Interval]) -> Interval:
    """The sum of all parts."""
    low: Fraction | None = Fraction(0)
    high: Fraction | None = Fraction(0)
    for part in parts:
        low = None if low is None or part.low is None else low + part.low
        high = None if high is None or part.high is None else high + part.high
    return Interval(low, high)


def minus(whole: Interval, part: Interval) -> Interval:
    """The whole without the part."""
    low = None if whole.low is None or part.high is None else whole.low - part.high
    high = None if whole.high is None or part.low is None else whole.high - part.low
    return Interval(low, high)


def times(one: Interval, other: Interval) -> Interval:
    """The product of two positive quantities."""
    low = None if one.low is None or other.low is None else one.low * other.low
    high = None if one.high is None or other.high is None else one.high * other.high
    return Interval(low, high)


def over(part: Interval, whole: Interval) -> Interval | None:
    """The quotient of two positive quantities; None where the divisor may be zero or less."""
    if whole.low is None or whole.low <= 0:
        return None
    low = None if part.low is None or whole.high is None else part.low / whole.high
    high = None if part.high is None else part.high / whole.low
    return Interval(low, high)


def shifted(interval: Interval, by: int) -> Interval:
    """The interval moved by a whole number."""
    return Interval(None if interval.low is None else interval.low + by, None if interval.high is None else interval.high + by)


def mirrored(interval: Interval) -> Interval:
    """The interval with the other sign."""
    return Interval(None if interval.high is None else -interval.high, None if interval.low is None else -interval.low)


def widened(interval: Interval, by: Fraction) -> Interval:
    """The interval with room at both ends."""
    return Interval(None if interval.low is None else interval.low - by, None if interval.high is None else interval.high + by)


def meet(one: Interval, other: Interval) -> bool:
    """Is there a value that both allow?"""
    return not (_below(one, other) or _below(other, one))


def _below(one: Interval, other: Interval) -> bool:
    if one.high is None or other.low is None:
        return False
    return one.high < other.low or (one.high == other.low and (one.high_open or other.low_open))
