"""One scan for candidates, small parsers on what it finds, and reasons for what is no claim."""

import re
from collections.abc import Iterator

from annotator.claims.draft import Draft, Found, Skip
from annotator.claims.numerals import DIGITS, SCALES, number_at
from annotator.claims.plain import Line
from annotator.claims.quantities import quantity_at
from annotator.lexicon import Lexicon

_CANDIDATE = re.compile("[0-9" + "".join((*DIGITS, *SCALES)) + "廿卅几数半]")


def read(line: Line, lexicon: Lexicon) -> Iterator[Found]:
    """Everything with numerals in a line, in order, without overlaps: claims, and places that state no quantity with the reason."""
    text, at = line.text, 0
    while (match := _CANDIDATE.search(text, at)) is not None:
        found = _at(line, match.start(), at, lexicon)
        yield found
        at = max(found.end, match.end())


def _at(line: Line, at: int, floor: int, lexicon: Lexicon) -> Found:
    """What stands at a numeral; nothing before `floor` is touched."""
    fixed = lexicon.fixed_at(line.text, at)
    draft = _claim(line, at, lexicon)
    if draft is not None and draft.start < floor:
        draft = draft._replace(start=max(floor, draft.start))
    if fixed is not None and (draft is None or fixed[0] < at or fixed[1] >= draft.end):
        return Skip(*fixed)
    if draft is not None:
        return draft
    number = number_at(line.text, at, lexicon)
    return Skip(at, number.end if number is not None else at + 1, "")


def _claim(line: Line, at: int, lexicon: Lexicon) -> Draft | None:
    number = number_at(line.text, at, lexicon)
    return None if number is None else quantity_at(line, number, lexicon)
