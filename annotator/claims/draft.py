"""What a parser found in a line, before it is a claim."""

from decimal import Decimal
from functools import cache
from typing import NamedTuple

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
    hedge: Hedge = Hedge.EXACT
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


# A frozen dataclass looks every field up by its name when it is made; filling the slots directly takes half the time.
_new = object.__new__
_START, _END, _TEXT, _KIND, _QUANTITY, _PARAGRAPH, _MINOR = (Claim.__dict__[name].__set__ for name in Claim.__slots__)
_VALUE, _HIGH, _UNIT, _HEDGE, _STEP, _REACH = (Quantity.__dict__[name].__set__ for name in Quantity.__slots__)


def quantity_of(value: str, high: str | None, unit: str, hedge: Hedge, step: Decimal | None, reach: Decimal | None) -> Quantity:
    """Quantity(…), made fast."""
    made = _new(Quantity)
    _VALUE(made, value)
    _HIGH(made, high)
    _UNIT(made, unit)
    _HEDGE(made, hedge)
    _STEP(made, step)
    _REACH(made, reach)
    return made


def claim(line: Line, start: int, end: int, kind: Kind, quantity: Quantity, minor: bool) -> Claim:
    """The claim of a place in a plain line."""
    if line.places is None:
        first, last = line.start + start, line.start + end
        text = line.raw[start:end]
    else:
        first, last = line.places[start], line.places[end - 1] + 1
        text = line.raw[first:last]
        first, last = line.start + first, line.start + last
    made = _new(Claim)
    _START(made, first)
    _END(made, last)
    _TEXT(made, text)
    _KIND(made, kind)
    _QUANTITY(made, quantity)
    _PARAGRAPH(made, line.order)
    _MINOR(made, minor)
    return made


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
