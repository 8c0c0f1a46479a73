"""A change against its own two values: does the stated percentage, multiple or difference follow from them?"""

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from annotator.checks.relations.changes import Change
from annotator.checks.relations.intervals import exact, meet, minus, mirrored, over, shifted, widened
from annotator.checks.relations.terms import MULTIPLE, POINT, SHARE
from annotator.model import Hedge, Interval


class Fit(StrEnum):
    """How a stated change agrees with its two values."""

    RIGHT = "right"
    OPPOSITE = "opposite"  # the size fits, the direction does not
    POINTS = "points"  # a difference of percentages written as a percentage
    TIMES = "times"  # the new value is so many times the old one, not so many times more
    UNLIKELY = "unlikely"  # only if every rounding went to its end
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Judged:
    """A change with the value that follows from its two ends, and its formula in words."""

    change: Change
    fit: Fit
    computed: Fraction
    formula: str


def judged(change: Change) -> Judged | None:
    """The change against its two values; None where it states no change, or nothing can be told.

    Where it does not fit, and another value before it does, that one was meant: 计划186班，其中国内158班、国际28班，较上年的171班增长8.8%.
    """
    made = _judged(change)
    if made is None or made.fit in (Fit.RIGHT, Fit.POINTS):
        return made
    meant = (_judged(replace(change, new=other, others=())) for other in change.others)
    return next((other for other in meant if other is not None and other.fit is Fit.RIGHT), made)


def _judged(change: Change) -> Judged | None:
    if change.delta is None or change.delta.quantity.high is not None:
        return None
    old = _before(change)
    if old is None:
        return None
    match change.delta.dimension:
        case kind if kind == SHARE and change.delta.unit == "折":
            return _discount(change, old)
        case kind if kind in (SHARE, MULTIPLE):
            return _relative(change, old)
        case _:
            return _difference(change, old)


def _before(change: Change) -> Interval | None:
    """The old value, or what the new one and the difference leave for it."""
    if change.by is None:
        return change.old.bounds if change.old else None
    by, size = change.by.bounds, _unit_price(change)
    per = Interval(None if by.low is None else by.low * size, None if by.high is None else by.high * size)
    return minus(change.new.bounds, mirrored(per) if change.rises is False else per)


def _unit_price(change: Change) -> Fraction:
    """What brings a difference of 150元 to the size of a price in 元/吨."""
    assert change.by is not None
    return Fraction(1) if change.by.dimension == change.new.dimension else change.new.factor / change.by.factor


def _point(change: Change) -> tuple[Fraction, Fraction]:
    """The new and the old value as stated."""
    new = change.new.value
    if change.old:
        return new, change.old.value
    assert change.by is not None
    by = change.by.value * _unit_price(change)
    return new, new + by if change.rises is False else new - by


def _relative(change: Change, old: Interval) -> Judged | None:
    assert change.delta is not None
    new, before = _point(change)
    quotient = over(change.new.bounds, old)
    if before <= 0 or new < 0 or quotient is None:
        return None
    stated = change.delta.bounds
    rate = new / before - 1
    computed = shifted(quotient, -1)
    sign = -1 if change.rises is False else 1
    toward = mirrored(computed) if sign < 0 else computed
    text = f"({change.new.text} − {_old(change)}) ÷ {_old(change)}"
    if change.delta.unit == "番" or change.times:
        computed, toward, rate = quotient, quotient, new / before
        text = f"{change.new.text} ÷ {_old(change)}"
    fit = _fit(change, toward, stated, rate if change.delta.unit == "番" or change.times else rate * sign)
    if _is_points(change, stated) and (fit is Fit.WRONG or _is_points_only(change, abs(rate), abs(new - before))):
        return Judged(change, Fit.POINTS, abs(new - before), f"{change.new.text} − {_old(change)}")
    if fit is Fit.WRONG and change.delta.dimension == MULTIPLE and change.delta.unit == "倍" and sign > 0 and meet(quotient, stated):
        return Judged(change, Fit.TIMES, rate, text)
    return None if fit is None else Judged(change, fit, rate, text)


def _fit(change: Change, toward: Interval, stated: Interval, plain: Fraction) -> Fit | None:
    """Does the computed change, taken in the direction of the words, meet the stated one? None where it is too near to tell.

    `plain` is what the values give as they are written.
    """
    assert change.delta is not None
    if meet(toward, stated):
        return _how_right(change, toward, stated, plain)
    if change.rises is not None and toward.high is not None and toward.high < 0 and meet(mirrored(toward), stated):
        return Fit.OPPOSITE
    room = Fraction(0) if change.delta.dimension == MULTIPLE else change.delta.step * 49 / 100
    around = widened(stated, room)
    if change.delta.unit == "成":  # 66% may be called 六成, 50% may not
        around = around._replace(low=stated.low)
    return None if meet(toward, around) else Fit.WRONG


def _how_right(change: Change, toward: Interval, stated: Interval, plain: Fraction) -> Fit | None:
    """Right, where the plain numbers agree to a digit; where only the far ends of their rounding do, unlikely or nothing."""
    assert change.delta is not None
    if toward.low is None or toward.high is None:
        return None
    middle, reach = (toward.low + toward.high) / 2, (toward.high - toward.low) / 2
    if meet(exact(plain), widened(stated, min(reach / 4, change.delta.step / 2))):
        return Fit.RIGHT
    return None if meet(widened(exact(middle), reach * 4 / 5), stated) else Fit.UNLIKELY


def _is_points(change: Change, stated: Interval) -> bool:
    """Are both ends percentages whose plain difference is the stated percentage?"""
    if change.old is None or change.new.dimension != SHARE or change.old.dimension != SHARE:
        return False
    gap = minus(change.new.bounds, change.old.bounds)
    return meet(gap if change.rises is not False else mirrored(gap), stated)


def _is_points_only(change: Change, rate: Fraction, gap: Fraction) -> bool:
    """Is the stated percentage the plain difference to the digit, and not the relative one at its precision?"""
    assert change.delta is not None
    return change.delta.value == gap and abs(rate - gap) > change.delta.step / 2


def _difference(change: Change, old: Interval) -> Judged | None:
    assert change.delta is not None
    new, before = _point(change)
    gap = minus(change.new.bounds, old)
    falls = change.rises is False or (change.rises is None and new < before)
    toward = mirrored(gap) if falls else gap
    plain = abs(new - before) if change.rises is None else (before - new if falls else new - before)
    fit = _fit(change, toward, change.delta.bounds, plain) if change.delta.dimension != POINT else _fit_points(change, toward, plain)
    if fit is None:
        return None
    return Judged(change, fit, new - before, f"{change.new.text} − {_old(change)}")


def _fit_points(change: Change, toward: Interval, plain: Fraction) -> Fit | None:
    """Points may also be stated between values that are no percentages: that is another check's business."""
    if change.old is None or change.old.dimension != SHARE:
        return None
    return _fit(change, toward, change.delta.bounds, plain) if change.delta else None


_PENNIES = Fraction(1, 200)
"""How far a price rounded to whole yuan may be from its discount; 七五折 is said where it is not 八折."""


def _discount(change: Change, old: Interval) -> Judged | None:
    assert change.delta is not None
    quotient = over(change.new.bounds, old)
    new, before = _point(change)
    if quotient is None or before <= 0:
        return None
    stated = change.delta.value
    fit = Fit.RIGHT if meet(quotient, widened(exact(stated), _PENNIES)) else Fit.WRONG
    if fit is Fit.WRONG and meet(quotient, widened(exact(stated), 3 * _PENNIES)):
        return None
    return Judged(change, fit, new / before, f"{change.new.text} ÷ {_old(change)}")


def vague(change: Change) -> bool:
    """Is one end a range or a hedge, so that agreement says little?"""
    ends = [claim for claim in (change.old, change.new, change.by) if claim is not None]
    return any(claim.quantity.hedge is not Hedge.EXACT or claim.quantity.high is not None for claim in ends)


def _old(change: Change) -> str:
    if change.old:
        return change.old.text
    assert change.by is not None
    return f"({change.new.text} {'+' if change.rises is False else '−'} {change.by.text})"
