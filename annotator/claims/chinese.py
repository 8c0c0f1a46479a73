"""The commonest forms at a Chinese numeral: 三个, 百余人, 三五天, 两成."""

import re

from annotator.claims.draft import Skip, claim, decimal_place, quantity_of, shifted
from annotator.claims.easy import COMPOUNDING, LATIN, NUMERALS, TENTHS, Easy, Tables, goes_on, hedged
from annotator.claims.eras import TAILS
from annotator.claims.members import ABOUT, COUNT, DURATION, EXACT, MEASURE, OVER, SCORE
from annotator.claims.minor import is_slogan
from annotator.claims.numerals import DIGITS, ROUGH, SCALES, Run, value_of
from annotator.claims.plain import Line
from annotator.claims.senses import counts_behind, is_next, slogan_at
from annotator.lexicon import Lexicon, table
from annotator.model import Claim

Fixed = tuple[int, int, str]  # a fixed word: start, end, reason
_RANKED = frozenset(table("ranks.toml")["ahead"]["back_units"])  # with which 后 makes a rank: 后两名
_BEFORE = frozenset("第前周期其零初正腊数几分点年月" + "0123456789.-—–―~/ " + NUMERALS)
_BEFORE_ONE = frozenset("无翻上下") | _BEFORE
_QUOTES = frozenset("“「『‘")
_PUNCTUATION = frozenset("，、；。,;")
_SCALE_HEADS = frozenset("百千万亿兆")
_LOOSE = (COUNT, DURATION, MEASURE)


# Long, for it runs for every Chinese numeral of a text.
def read_chinese(tables: Tables, line: Line, found: re.Match[str], at: int, fixed: Fixed | None) -> Claim | Skip | None:  # noqa: C901, PLR0912 - see above
    """The claim or fixed word at a Chinese numeral; None where the careful parsers must look."""
    text = line.text
    before, run = text[at - 1] if at else "", text[at : found.end(2)]
    if before == "初" or (run[0] == "零" and text.startswith("零下", at)):
        return None
    if fixed is not None:
        return Skip(*fixed) if _is_settled(text, at, fixed, tables.lexicon) else None
    if before in (_BEFORE_ONE if run == "一" else _BEFORE) or run == "二" or run[0] in "半翻双廿卅几数":
        return None
    _, _, inner, scale, inner_too, name, after = found.groups()
    unit = tables.easy.get(name)
    if unit is None or scale or inner_too or (number := value_of(run)) is None:
        return None
    end, power = found.end(), unit.power
    if text[end : end + 1] in unit.stops or _may_differ(text, at, end, run, number, unit, name, tables.lexicon):
        return None
    if power and (power != TENTHS or len(run) > 1 or inner):
        return None
    start, hedge, reach = at, EXACT, None
    if inner or after or before in tables.tails:
        place = hedged(line, at, end, before, unit, (inner, None, after), tables)
        if place is None:
            return None
        start, hedge = place
        if inner and hedge is OVER:
            reach = decimal_place(number.step)
    high = None
    if number.high is not None:
        if power or inner:
            return None
        high, hedge = str(number.high), ABOUT if hedge is EXACT else hedge
    minor = unit.minor
    if hedge is EXACT and unit.kind in _LOOSE and (run == "一" or run[0] in "百千万亿"):
        minor = True
    elif before in _QUOTES and unit.kind is COUNT:
        minor = minor or is_slogan(text, at, end)
    value = shifted(str(number.low), "", power) if power else str(number.low)
    quantity = quantity_of(value, high, line.written(*found.span(6)), hedge, decimal_place(number.step + power), reach)
    return claim(line, start, end, unit.kind, quantity, minor)


def _may_differ(text: str, at: int, end: int, run: str, number: Run, unit: Easy, name: str, lexicon: Lexicon) -> bool:
    """May the run of numerals say something else than so many of a unit: 每千瓦时, 二〇二〇年, 光绪三年, 后两名, 一人一策?"""
    before = text[at - 1] if at else ""
    if (before == "、" and at > 1 and text[at - 2] in COMPOUNDING) or (run in _SCALE_HEADS and lexicon.unit_at(text, at) is not None):
        return True
    if unit.kind is SCORE or (before in TAILS and name == "年") or (number.bare and (name == "把" or run in ROUGH)):
        return True
    if (text[end : end + 1] in LATIN and goes_on(text, end, name)) or (before == "后" and name in _RANKED):
        return True
    if before in _PUNCTUATION and is_next(text, at, run, name):
        return True
    by_place = number.digits and len(run) > 1 and number.high is None
    return bool(by_place and not unit.counted) or (run == "一" and slogan_at(text, at) is not None)


def _is_settled(text: str, at: int, fixed: Fixed, lexicon: Lexicon) -> bool:
    """Does the fixed word stand whatever the parsers might read at its numeral?"""
    start, end, _ = fixed
    if start < at:
        return text[start] != "第" and (end != at + 1 or end - start != 2 or (text[at] == "一" and text[end : end + 1] not in SCALES))
    if (
        text[at] in "翻双"
        or text[at + 1 : at + 2] in _GOES_ON
        or text.startswith("分之", at + 1)
        or (text[at] != "一" and counts_behind(text, at))
    ):
        return False
    unit = lexicon.unit_at(text, at + 1)
    return unit is None or (at + 1 + len(unit.name) <= end and text[end : end + 1] not in _GOES_ON_BEHIND)


_GOES_ON = frozenset((*DIGITS, *SCALES, *"几多余来把半点:比至到—-~、番月日年时季个 "))
_GOES_ON_BEHIND = frozenset((*DIGITS, *"半多余左上以之不有/(至到—-~0123456789"))
