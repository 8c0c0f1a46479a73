"""What a parser found in a line, before it is a claim."""

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from annotator.claims.members import EXACT
from annotator.claims.numerals import Amount
from annotator.claims.plain import Line
from annotator.model import Claim, Hedge, Kind, Quantity

UNLISTED = "unit-not-listed"
"""The note of a claim whose measure word is in no list."""


class Draft(NamedTuple):
    """A claim in the offsets of a plain line. `step` is a power of ten, `reach` how far a one-sided hedge goes."""

    start: int
    end: int
    kind: Kind
    value: str
    high: str | None = None
    unit: str = ""
    hedge: Hedge = EXACT
    step: int | None = None
    reach: Amount | None = None
    minor: bool = False
    note: str = ""


class Skip(NamedTuple):
    """A place that states no quantity, and why: `reason` is a stable kebab word."""

    start: int
    end: int
    reason: str


Found = Draft | Skip


@cache
def decimal_place(power: int) -> Decimal:
    """Ten to a power as a decimal."""
    return Decimal((0, (1,), power))


def shifted(whole: str, behind: str, power: int) -> str:
    """The plain decimal of digits before and behind the point times ten to a power, without needless zeros."""
    if power < 0:
        whole = whole.rjust(1 - power, "0")
        whole, behind = whole[:power], whole[power:] + behind
    elif power >= len(behind):
        return (whole + behind).lstrip("0") + "0" * (power - len(behind)) if (whole + behind).strip("0") else "0"
    else:
        whole, behind = whole + behind[:power], behind[power:]
    behind = behind.rstrip("0")
    whole = whole.lstrip("0") or "0"
    return f"{whole}.{behind}" if behind else whole


# A named tuple looks at its arguments when it is made; filling it directly takes half the time.
_new = tuple.__new__


def quantity_of(value: str, high: str | None, unit: str, hedge: Hedge, step: Decimal | None, reach: Decimal | None) -> Quantity:
    """Quantity(…), made fast."""
    return _new(Quantity, (value, high, unit, hedge, step, reach))


def claim(line: Line, start: int, end: int, kind: Kind, quantity: Quantity, minor: bool) -> Claim:
    """The claim of a place in a plain line."""
    places, base = line.places, line.start
    if places is None:
        return _new(Claim, (base + start, base + end, line.raw[start:end], kind, quantity, line.order, minor))
    start, end = places[start], places[end - 1] + 1
    return _new(Claim, (base + start, base + end, line.raw[start:end], kind, quantity, line.order, minor))


def claimed(line: Line, draft: Draft) -> Claim:
    """The claim of a draft."""
    quantity = quantity_of(
        draft.value,
        draft.high,
        draft.unit,
        draft.hedge,
        None if draft.step is None else decimal_place(draft.step),
        None if draft.reach is None else Decimal((0, (draft.reach.coefficient,), draft.reach.exponent)),
    )
    return claim(line, draft.start, draft.end, draft.kind, quantity, draft.minor)
