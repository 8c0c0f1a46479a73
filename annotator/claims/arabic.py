"""The commonest forms at an Arabic numeral: 1200余人, 4.6万名, 18.6亿元, 15%左右, 3至5天, 3月10日."""

import re
from decimal import Decimal

from annotator.claims.draft import Skip, claim, decimal_place, quantity_of, shifted
from annotator.claims.easy import LATIN, LETTERS, NUMERALS, TENTHS, Tables, goes_on, hedged
from annotator.claims.eras import TAILS
from annotator.claims.labels import code_at
from annotator.claims.members import EXACT, MEASURE, MONEY, OVER
from annotator.claims.moments import DATED, SIDED, clocked, dated, months
from annotator.claims.plain import Line
from annotator.lexicon import Lexicon
from annotator.model import Claim, Kind, Quantity

_BEFORE = frozenset("0123456789.-—–―~～/_#@$¥€£[〔【［ 第前后零下负×x+半双∶" + NUMERALS) | LETTERS
_CALENDAR = DATED | SIDED
_SCALES = {"万": 4, "亿": 8, "万亿": 12}
_MOST = 12  # characters of a number; longer ones are looked at twice
_JOINS = frozenset("至到—–~")
_new = tuple.__new__  # a named tuple looks at its arguments when it is made


# Long, for it runs for every numeral of a text, and each call of a function would add a twentieth.
def read_arabic(tables: Tables, line: Line, found: re.Match[str], at: int) -> Claim | Skip | None:  # noqa: C901, PLR0912 - see above
    """The claim or label that begins at an Arabic numeral; None where the careful parsers must look."""
    text, base, raw, order, places = line
    stop, before = found.end(2), text[at - 1] if at else ""
    if before in _BEFORE:
        return _lettered(text, at, tables.lexicon) if before in LETTERS else None
    following = text[stop : stop + 1]
    if following in _CALENDAR:
        if following in SIDED:
            return clocked(line, at, stop, following, tables.codes, tables.lexicon) if before not in "年月初前" else None
        if (following != "年" or stop == at + 4) and (date := dated(line, at, before)) is not None:
            return date
    behind, _, inner, scale, inner_too, name, after = found.groups()
    unit = tables.easy.get(name)
    if unit is None:
        return _ranged(line, found, before, tables) if name is None and following in _JOINS else None
    kind, power, minor, _, _, stops = unit
    whole = text[at : stop - len(behind) - 1] if behind else text[at:stop]
    end = found.end()
    ending = text[end : end + 1]
    if ending in stops or (whole[0] == "0" and len(whole) > 1) or power == TENTHS or stop - at > _MOST:
        return None
    if (whole in tables.codes or before == ":" or name == "年") and _is_named(text, at, end, whole, name, tables.lexicon):
        return None
    if ending in LATIN and goes_on(text, end, name):
        if after or power or (longer := _longer(text, end, kind, tables)) is None:
            return None
        kind, end = longer
    if not whole.isdigit():
        whole = "".join(mark for mark in whole if mark.isdigit())
    start, hedge = at, EXACT
    if inner or inner_too or after or before in tables.tails:
        place = hedged(line, at, end, before, unit, (inner, inner_too, after), tables)
        if place is None:
            return None
        start, hedge = place
    if scale:
        power += _SCALES[scale]
    step = decimal_place(power - len(behind) if behind else power)
    value = shifted(whole, behind or "", power) if power or behind else whole
    reach = _reach(whole, behind or "", power) if hedge is OVER and (inner or inner_too) else None
    named = end if after is None else found.end(6)
    if places is not None:
        quantity = quantity_of(value, None, line.written(found.start(6), named), hedge, step, reach)
        return claim(line, start, end, kind, quantity, minor)
    quantity = _new(Quantity, (value, None, raw[found.start(6) : named], hedge, step, reach))
    return _new(Claim, (base + start, base + end, raw[start:end], kind, quantity, order, minor))


def _is_named(text: str, at: int, end: int, whole: str, name: str, lexicon: Lexicon) -> bool:
    """May the number be a hotline, a clock time's tail or the year of an era?"""
    if (fixed := lexicon.fixed_at(text, at)) is not None and fixed[1] >= end:
        return True
    before = text[at - 1 : at]
    return (before == ":" or name == "年") and (len(whole) > 3 or text[at - 2 : at - 1].isdigit() or (before != "" and before in TAILS))


def _reach(whole: str, behind: str, power: int) -> Decimal:
    """How far 余 and 多 go: one of the last digit that is not zero."""
    digits = whole + behind
    return decimal_place(power - len(behind) + len(digits) - len(digits.rstrip("0")))


def _longer(text: str, end: int, kind: Kind, tables: Tables) -> tuple[Kind, int] | None:
    """元/吨, 台(套): the kind and the end of a unit that goes on; None where something may stand behind it."""
    mark, below = text[end], tables.lexicon.unit_at(text, end + 1)
    if mark not in "/(":
        return None
    if below is None:
        return kind, end
    last = end + 1 + len(below.name)
    if mark == "(":
        if text[last : last + 1] != ")":
            return kind, end
        last += 1
    elif kind is not MONEY:
        kind = MEASURE
    return None if text[last : last + 1] in tables.unsafe else (kind, last)


_RANGE = re.compile(r"(%?)(?:至|到|——?|–|~)([0-9]{1,9})(?:\.([0-9]{1,6}))?(%|(?:[\u4e00-\u9fff℃㎡]|[a-zA-Z]){1,4})")


def _ranged(line: Line, found: re.Match[str], before: str, tables: Tables) -> Claim | None:
    """3至5天, 5%~8%, 90至144平方米: two plain numbers and one unit."""
    text, at, stop = line.text, found.start(), found.end(2)
    number = text[at:stop]
    if stop - at < 3 and (span := months(line, at, before)) is not None:
        return span
    match = _RANGE.match(text, stop)
    if match is None or before in tables.tails or before == ":" or not number.replace(".", "").isdigit():
        return None
    percent, top, behind_top, _ = match.groups()
    unit_at = tables.lexicon.unit_at(text, match.start(4))
    unit = None if unit_at is None else tables.easy.get(unit_at.name)
    if unit is None or unit_at is None or unit.power == TENTHS or (unit.power == 0) == bool(percent) or unit_at.name == "年":
        return None
    end = match.start(4) + len(unit_at.name)
    ending = text[end : end + 1]
    if ending in tables.unsafe or ending in unit.stops or number[0] == "0" or top[0] == "0" or number in tables.codes or stop - at > _MOST:
        return None
    behind = found[1] or ""
    whole = number[: -len(behind) - 1] if behind else number
    low, high = shifted(whole, behind, unit.power), shifted(top, behind_top or "", unit.power)
    quantity = quantity_of(low, high, line.written(match.start(4), end), EXACT, decimal_place(unit.power - len(behind)), None)
    return claim(line, at, end, unit.kind, quantity, unit.minor)


def _lettered(text: str, at: int, lexicon: Lexicon) -> Skip | None:
    """PM2.5, LX0917: digits behind a letter."""
    return code_at(text, at) if lexicon.fixed_at(text, at) is None else None
