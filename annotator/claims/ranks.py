"""Ranks: 第三, 第12场, 前十名, 后两名, 500强."""

import re

from annotator.claims.draft import Draft, Found, Skip
from annotator.claims.members import RANK
from annotator.claims.numerals import Number, number_at
from annotator.claims.plain import Line
from annotator.claims.quantities import connector_at
from annotator.lexicon import Lexicon, Unit, table

_WORDS = table("ranks.toml")
_AHEAD = frozenset(_WORDS["ahead"]["units"])
_BEHIND = frozenset(_WORDS["ahead"]["back_units"])
_NOT_FRONT = frozenset(_WORDS["ahead"]["not_after_front"])
_NOT_BACK = frozenset(_WORDS["ahead"]["not_after_back"])
_ROUTINE = frozenset(_WORDS["routine"]["units"])
_SECTIONS = frozenset(_WORDS["sections"]["units"])
_NAMES = tuple(sorted(_WORDS["names"]["words"], key=len, reverse=True))
_FIRST = frozenset(table("senses.toml")["sets"]["first"])
_STANDING = tuple(_WORDS["standing"]["words"])
_LAW = ("法", "合同", "协议", "公约", "例", "定", "则", "》", "章", "款", "程", "约", "据", "照", "违反", "条", "之", "、", "”")


def rank_at(line: Line, number: Number, lexicon: Lexicon) -> Found | None:
    """The rank at a number with 第, 前 or 后 before it, or a place that numbers a section or stands in a name; None for anything else."""
    text, at = line.text, number.start
    if number.decimal or at == 0:
        return None
    mark = text[at - 1] if text[at - 1] != " " else text[at - 2 : at - 1]
    start = at - 1 if text[at - 1] != " " else at - 2
    if mark == "第":
        return _ordinal(line, number, start, lexicon)
    before = text[start - 1 : start] if start else ""
    if mark == "前" and before not in _NOT_FRONT:
        return _ahead(line, number, start, _AHEAD, lexicon)
    if mark == "后" and before not in _NOT_BACK:
        return _ahead(line, number, start, _BEHIND, lexicon)
    return None


_PLACES = re.compile("([二三四五六七八九])、([三四五六七八九十])(名|位)")
_SHARED = ("分列", "分居", "分获", "分别列", "分别获", "分别位列", "分别排", "位列", "获", "获得", "排", "列", "居")


def places_at(line: Line, number: Number, lexicon: Lexicon) -> Draft | None:
    """分列三、四位: the places of two."""
    match = _PLACES.match(line.text, number.start)
    other = None if match is None else number_at(match[2], 0, lexicon)
    if match is None or other is None or not line.text.endswith(_SHARED, 0, number.start):
        return None
    return Draft(number.start, match.end(), RANK, str(number.low), str(other.low), line.written(match.start(3), match.end()))


def _ahead(line: Line, number: Number, start: int, units: frozenset[str], lexicon: Lexicon) -> Draft | None:
    text = line.text
    unit = lexicon.unit_at(text, number.end)
    if unit is not None and unit.name in units:
        if unit.name in ("个", "家", "大") and text[number.end + 1 : number.end + 2] != "":
            return Draft(start, number.end + 1, RANK, str(number.low), None, unit.name) if unit.name == "大" else None
        end = number.end + len(unit.name)
        return Draft(start, end, RANK, str(number.low), None, line.written(number.end, end))
    following = text[number.end : number.end + 1]
    if (
        unit is None
        and units is _AHEAD
        and number.low.exponent == 0
        and number.low.coefficient <= 100
        and (not following or following in _RANK_ENDS or text.startswith("次序", number.end))
    ):
        return Draft(start, number.end, RANK, str(number.low))
    return None


_RANK_ENDS = frozenset('，。、；：,;:)（(”"」 的依分为是中里之和与者')


def _ordinal(line: Line, number: Number, start: int, lexicon: Lexicon) -> Found:
    text, end = line.text, number.end
    if text[end : end + 1] == " ":
        end += 1
    unit = lexicon.unit_at(text, end)
    if unit is None and (both := _to_ordinal(line, number, start, lexicon)) is not None:
        return both
    section = _section(text, number, end, start)
    if section is not None:
        return section
    if unit is None or (unit.noun and unit.name not in _ROUTINE):
        return _nameless(text, number, start, unit)
    if text.startswith(_NAMES, end) and not text.endswith(_STANDING, 0, start):
        return Skip(start, number.end, "ordinal-in-name")
    last = end + len(unit.name)
    high, last = _range_end(text, last, unit, lexicon)
    routine = unit.name in _ROUTINE or (number.low.coefficient == 1 and not number.arabic and unit.name not in _FIRST)
    return Draft(start, last, RANK, str(number.low), high, line.written(end, end + len(unit.name)), minor=routine)


def _to_ordinal(line: Line, number: Number, start: int, lexicon: Lexicon) -> Draft | None:
    """第四至第六名: the measure word stands behind the second only."""
    text, at = line.text, connector_at(line.text, number.end)
    other = number_at(text, at + 1, lexicon) if at > number.end and text.startswith("第", at) else None
    unit = None if other is None else lexicon.unit_at(text, other.end)
    if other is None or unit is None or unit.name not in _FIRST:
        return None
    end = other.end + len(unit.name)
    return Draft(start, end, RANK, str(number.low), str(other.low), line.written(other.end, end))


def _range_end(text: str, end: int, unit: Unit, lexicon: Lexicon) -> tuple[str | None, int]:
    at = connector_at(text, end)
    if at == end:
        return None, end
    at += text.startswith("第", at)
    other = number_at(text, at, lexicon)
    if other is None or not text.startswith(unit.name, other.end):
        return None, end
    return str(other.low), other.end + len(unit.name)


def _section(text: str, number: Number, end: int, start: int) -> Skip | None:
    """第二百六十六条, 第三章: a part of a law or a book."""
    mark = text[end : end + 1]
    if mark not in _SECTIONS:
        return None
    if (
        mark in "章编号页"
        or text.endswith(_LAW, 0, start)
        or (mark == "条" and number.low.coefficient >= 10)
        or text[end + 1 : end + 2] in ("之", "第", "规", "、", "和")
    ):
        return Skip(start, end + 1, "section")
    return None


def _nameless(text: str, number: Number, start: int, unit: Unit | None) -> Found:
    """第三 without a measure word: a rank where it ends there or a standing is stated, else part of a name."""
    following = text[number.end : number.end + 1]
    if (
        unit is None
        and not text.startswith(_NAMES, number.end)
        and (not following or following in _RANK_ENDS or not "\u4e00" <= following <= "\u9fff")
    ):
        listed = following in "，、,:：" and _opens_clause(text, start)
        return Skip(start, number.end, "list-marker") if listed else Draft(start, number.end, RANK, str(number.low))
    if text.endswith(_STANDING, 0, start) and not text.startswith(_NAMES, number.end):
        return Draft(start, number.end, RANK, str(number.low))
    return Skip(start, number.end, "ordinal-in-name")


def _opens_clause(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in '。；：，,;:（(“"「 '
