"""What a claim's quantity means for arithmetic: its dimension, its value and its bounds in the dimension's base unit."""

from fractions import Fraction

from annotator.checks.relations.units import base
from annotator.model import Claim, Hedge, Interval, Kind

SHARE = "share"
POINT = "point"
MULTIPLE = "multiple"


def dimension(claim: Claim) -> str:
    """What may be compared with what: claims of one dimension can be added and ordered. "" for places in time and in an order."""
    if claim.quantity.number is None or claim.kind in (Kind.DATE, Kind.TIME, Kind.RANK):
        return ""
    match claim.kind:
        case Kind.PERCENT:
            return POINT if base(claim.quantity.unit)[0] == "points" else SHARE
        case Kind.RATIO:
            return MULTIPLE if claim.quantity.unit else SHARE
        case _:
            return base(claim.quantity.unit)[0] or "number"


def factor(claim: Claim) -> Fraction:
    """The size of the claim's unit in the base unit of its dimension."""
    unit = claim.quantity.unit
    if claim.kind is Kind.PERCENT:
        return base(unit)[1] / 100 if dimension(claim) == POINT else Fraction(1)
    return Fraction(1) if claim.kind is Kind.RATIO else base(unit)[1]


def value(claim: Claim) -> Fraction:
    """The stated value in the base unit. ValueError where a claim holds no number."""
    number = claim.quantity.number
    if number is None:
        raise ValueError(f"{claim.text} holds no number")
    return number * factor(claim)


def bounds(claim: Claim) -> Interval:
    """What the claim allows, in the base unit: counts of single things are exact, everything else is rounded as it is written."""
    quantity = claim.quantity
    whole = quantity.number
    interval = quantity.interval
    if whole is None or interval is None:
        raise ValueError(f"{claim.text} holds no number")
    if claim.kind is Kind.COUNT and quantity.hedge is Hedge.EXACT and quantity.high is None and (quantity.step or 0) <= 1:
        interval = Interval(whole, whole)
    by = factor(claim)
    return Interval(
        None if interval.low is None else interval.low * by,
        None if interval.high is None else interval.high * by,
        interval.low_open,
        interval.high_open,
    )


def step(claim: Claim) -> Fraction:
    """The size of the last stated digit in the base unit; 0 where it has no meaning."""
    return Fraction(claim.quantity.step or 0) * factor(claim)


def is_plain(claim: Claim) -> bool:
    """One exact number, no range, no hedge?"""
    return claim.quantity.hedge is Hedge.EXACT and claim.quantity.high is None and claim.quantity.number is not None


def digits(claim: Claim) -> int:
    """How many significant digits the stated value has at its precision: chance agreement falls tenfold with each."""
    number = claim.quantity.number
    size = Fraction(claim.quantity.step or 1)
    return 0 if not number or not size else len(str(abs(round(number / size))))
