"""Units that say the same whatever stands around them, and what the readers of the commonest forms share."""

from typing import NamedTuple

from annotator.claims.members import COUNT, DURATION, EXACT, MEASURE, MONEY, OVER, PERCENT, RATIO
from annotator.claims.numerals import DIGITS, SCALES
from annotator.claims.plain import Line
from annotator.claims.quantities import hedge_before
from annotator.claims.senses import SERIES, has_senses
from annotator.lexicon import Lexicon, Unit, table
from annotator.model import Hedge, Kind

NUMERALS = "".join((*DIGITS, *SCALES))
COMPOUNDING = frozenset("0123456789" + NUMERALS)
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
LATIN = LETTERS | frozenset("/(")
TENTHS = -1
_CAREFUL = frozenset(table("senses.toml")["sets"]["careful"])
_SHARES = ("share", "discount")
_INNER = {"余": OVER, "多": OVER}


class Easy(NamedTuple):
    """What a unit says where nothing around it changes that."""

    kind: Kind
    power: int  # of ten, that makes its number a share: -2 for %
    minor: bool
    lasting: bool  # a length of time, which 近 does not hedge
    counted: bool  # nothing smaller can follow it, as 30秒 follows 5分
    stops: frozenset[str]  # characters behind it that make another word of it or may go on with the number


class Tables(NamedTuple):
    """What the readers need of a lexicon."""

    easy: dict[str, Easy]
    after: dict[str, Hedge | None]
    codes: frozenset[str]
    unsafe: frozenset[str]  # characters behind a unit that may belong to the claim
    tails: frozenset[str]  # last characters of the hedges before a number
    lexicon: Lexicon


_STEADY = (COUNT, MONEY, MEASURE, RATIO)


def is_easy(unit: Unit) -> bool:
    if unit.noun or unit.after or unit.only or has_senses(unit.name) or unit.name in _CAREFUL:
        return False
    if unit.kind is DURATION:
        return unit.dimension in ("time", "age", "working days") or unit.name in ("个月", "年")
    if unit.kind is PERCENT:
        return unit.dimension in (*_SHARES, "points")
    return unit.name == "分" or (unit.kind in _STEADY and unit.name[0] not in "万亿年月日时点分")


def easy_of(unit: Unit) -> Easy:
    power = 1 - len(str(unit.factor.denominator)) if unit.dimension in _SHARES and unit.factor is not None else 0
    counted = unit.kind in (COUNT, PERCENT, RATIO) and power != TENTHS
    stops = unit.not_before if counted else unit.not_before | COMPOUNDING
    return Easy(unit.kind, power, unit.dimension == "age", unit.kind is DURATION or unit.name in SERIES, counted, stops)


def hedged(
    line: Line, at: int, end: int, before: str, unit: Easy, marks: tuple[str | None, str | None, str | None], tables: Tables
) -> tuple[int, Hedge] | None:
    """Where a hedged claim begins, and its hedge: the leading one, else the trailing one, else the one between number and unit."""
    inner, inner_too, after = marks
    if (inner and inner_too) or (before == "近" and unit.lasting):
        return None
    if after and (after == "不到" or line.text[end : end + 1] in tables.lexicon.not_before.get(after, ())):
        return None
    start, hedge = hedge_before(line.text, at, tables.lexicon) if before in tables.tails else (at, None)
    return start, hedge or (tables.after.get(after) if after else None) or _INNER.get(inner or inner_too or "", EXACT)


def goes_on(text: str, end: int, name: str) -> bool:
    """Does a unit go on behind its name: 元/吨, 台(套), or as a longer Latin word?"""
    ending = text[end]
    return ending == "/" or (")" in text[end + 1 : end + 5] if ending == "(" else name[-1] in LETTERS)
