"""What an editor types for a value, as a quantity: digits, 5.65亿, 15%, 三分之二, 3月11日. No Qt."""

import re
from decimal import Decimal
from typing import Final

from annotator.claims import parse
from annotator.model import Hedge, Quantity, Span
from annotator.text import article

_PLAIN: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_WRITTEN: Final = re.compile(
    r"-?[0-9]+/[0-9]+|[0-9]+(?::[0-9]+)+|[0-9X]{4}(?:-[0-9XQH]{1,2}){0,2}"
)  # as the extractor itself writes values


def quantity(value: str, high: str, unit: str, hedge: Hedge, before: Quantity) -> Quantity:
    """The quantity of what was typed. What did not change keeps its precision of `before`; words that hold no number stay as they are."""
    low, step = _read(value)
    top = _read(high)[0] if high.strip() else None
    same = low == before.value and top == before.high
    reach = before.reach if same and hedge is before.hedge else None
    return Quantity(low, top, unit.strip(), hedge, before.step if same else step, reach)


def _read(words: str) -> tuple[str, Decimal | None]:
    """The value and the size of its last stated digit."""
    plain = words.strip().replace(",", "").replace("，", "")
    if _PLAIN.fullmatch(plain):
        exponent = Decimal(plain).as_tuple().exponent
        return plain, Decimal(1).scaleb(exponent) if isinstance(exponent, int) else None
    if not plain or _WRITTEN.fullmatch(plain):
        return plain, None
    try:
        claim = parse(article(plain), Span(0, len(plain)))
    except ValueError:
        return plain, None
    return claim.quantity.value, claim.quantity.step
