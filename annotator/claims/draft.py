"""What a parser found in a line, before it is a claim."""

from typing import NamedTuple

from annotator.claims.numerals import Amount
from annotator.model import Hedge, Kind


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
