"""What an editor types for a value, as a quantity: digits as they are written with the unit, 5.65亿, 15%, 三分之二, 3月11日. No Qt."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from annotator.claims import parse
from annotator.model import PARTS, Hedge, Quantity, Span, meant, number, told
from annotator.text import article

_PLAIN: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_WRITTEN: Final = re.compile(
    r"-?[0-9]+/[0-9]+|[0-9]+(?::[0-9]+)+|[0-9X]{4}(?:-[0-9XQH]{1,2}){0,2}"
)  # as the extractor itself writes values


def quantity(value: str, high: str, unit: str, hedge: Hedge, before: Quantity) -> Quantity:
    """The quantity of what was typed: 7.2 with the unit % is 0.072, as 7.2% is.

    What did not change keeps its precision of `before`; words that hold no number stay as they are.
    """
    unit = unit.strip()
    low, step = _kept(value, unit, before.value, before) or _read(value, unit)
    top = None
    if high.strip():
        top = (_kept(high, unit, before.high, before) or _read(high, unit))[0]
    same = low == before.value and top == before.high
    reach = before.reach if same and hedge is before.hedge else None
    return Quantity(low, top, unit, hedge, before.step if same else step, reach)


def leap(before: Quantity, after: Quantity) -> Fraction | None:
    """How many times as large a value became, where that is ten times and more, or a tenth and less; None where it is not."""
    old, new = number(before.value), number(after.value)
    if not old or new is None:
        return None
    times = new / old
    return None if Fraction(1, 10) < abs(times) < 10 else times


def _kept(words: str, unit: str, known: str | None, before: Quantity) -> tuple[str, Decimal | None] | None:
    """What stood there, where the words still say it; None where they do not."""
    return (known, before.step) if known is not None and unit == before.unit and words.strip() == told(known, unit) else None


def _read(words: str, unit: str) -> tuple[str, Decimal | None]:
    """The value and the size of its last stated digit."""
    plain = words.strip().replace(",", "").replace("，", "")
    if _PLAIN.fullmatch(plain):
        exponent = Decimal(plain).as_tuple().exponent
        step = Decimal(1).scaleb(exponent) / PARTS.get(unit, 1) if isinstance(exponent, int) else None
        return meant(plain, unit), step
    if not plain or _WRITTEN.fullmatch(plain):
        return meant(plain, unit), None
    try:
        claim = parse(article(plain), Span(0, len(plain)))
    except ValueError:
        return plain, None
    return claim.quantity.value, claim.quantity.step
