"""Units as dimension and size, from the lexicon; measure words that count the same things share a dimension."""

import re
from fractions import Fraction
from functools import cache

from annotator.lexicon import lexicon, simplified, table

_SIMPLIFIED = str.maketrans({**simplified(), "％": "%"})
_DAY = 86400


@cache
def _families() -> dict[str, str]:
    return {word: family for family, words in table("counting.toml")["same"].items() for word in words}


@cache
def base(unit: str) -> tuple[str, Fraction]:
    """The dimension of a unit and its size in the dimension's base unit; an unknown unit is a dimension of its own."""
    unit = re.sub("[（(].*", "", unit.translate(_SIMPLIFIED)) or unit  # 台（套） are 台
    top, slash, bottom = unit.partition("/")
    known = lexicon().units.get(unit)
    if known is not None and known.factor is not None:
        return _families().get(unit, known.dimension), known.factor
    if slash:
        (one, size), (other, by) = base(top), base(bottom)
        return f"{one}/{other}", size / by
    if unit == "日":
        return "time", Fraction(_DAY)
    return _families().get(unit, unit), Fraction(1)


def is_days(unit: str) -> bool:
    """Does the unit count whole days or weeks?"""
    kind, size = base(unit)
    return kind == "time" and size >= _DAY
