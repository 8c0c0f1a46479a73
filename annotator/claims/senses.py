"""Where a number with a unit is no quantity: levels, grades, 二 as an order, slogans such as 一人一策."""

import re
from typing import NamedTuple

from annotator.claims.draft import Skip
from annotator.claims.members import COUNT, MEASURE, RANK, SCORE
from annotator.claims.numerals import Number
from annotator.claims.plain import Line
from annotator.lexicon import Unit, table
from annotator.model import Kind


class Sense(NamedTuple):
    """The senses of one unit."""

    measures: tuple[str, ...]
    counts: tuple[str, ...]
    otherwise: str
    times: str  # single numerals with which it counts times where it measures nothing (三度夺冠)
    beyond: int  # the number from which it counts; 0 for no such rule
    money: tuple[str, ...]  # words before without which it counts pieces
    nearby: bool  # do the words of `counts` count from twelve characters before too
    heights: int  # the number from which it measures; 0 for no such rule
    keeps: str  # characters behind the unit that keep its own kind; any other Han character makes it a count. "" for no such rule


_SENSES = {
    entry["unit"]: Sense(
        tuple(entry["measures"]),
        tuple(entry["counts"]),
        entry["else"],
        entry.get("times", ""),
        entry.get("beyond", 0),
        tuple(entry.get("money", ())),
        entry.get("nearby") is True,
        entry.get("heights", 0),
        entry.get("keeps", ""),
    )
    for entry in table("senses.toml")["sense"]
}
_NO_PAIR = frozenset("个天年月十百千万亿零〇一二三四五六七八九")  # behind 一 they make a number of it
_PAIR = re.compile("一([\u4e00-\u9fff]{1,2})一[\u4e00-\u9fff]")
_FORCES = frozenset(table("labels.toml")["forces"]["words"])
_SETS = table("senses.toml")["sets"]
_CLOCKED = frozenset(_SETS["clocked"])
_COUNTED = {noun: frozenset(behind) for noun, behind in table("senses.toml")["counted"].items()}
_GROUPS = {unit: tuple(words) for unit, words in table("senses.toml")["groups"].items()}
_PAIRS = frozenset(table("senses.toml")["pairs"]["words"])
_COUNTING = tuple(table("labels.toml")["counting"]["words"])
_GRADES = ("高", "初", "大", "研", "小", "中")


def has_senses(name: str) -> bool:
    """Does what stands around a unit of this name decide what it says?"""
    return name in _SENSES


def refused(line: Line, number: Number, unit: Unit, end: int) -> Skip | None:
    """The reason why a number with this unit states no quantity here; None where it does."""
    text, start = line.text, number.start
    written = text[start : number.end]
    sense = _SENSES.get(unit.name)
    degrees = unit.name == "度" and (number.arabic or number.inner or len(written) > 1)
    if sense is not None and sense.otherwise and not degrees and _measure(text, number, end, sense) is None:
        return Skip(start, end, sense.otherwise)
    if number.arabic or number.inner or len(written) != 1 or written in "半十百千万亿":
        return None
    if written == "二" and unit.name != "人" and unit.kind in (COUNT, SCORE, RANK):
        return Skip(start, end, "order")
    if is_next(text, start, written, unit.name):
        return Skip(start, end, "order")
    if unit.name in _GROUPS and (text.endswith(_GROUPS[unit.name], 0, start) or text.startswith(_GROUPS[unit.name], end)):
        return None
    if unit.noun and _is_name(text, number, unit, end):
        return Skip(start, end, "numeral-in-name")
    if unit.kind is SCORE and text[start - 1 : start] in ("记", "个", "投", "中", "远", "线", "的", "飙", "角"):
        return Skip(start, end, "sports-word")
    return None


def sense_kind(line: Line, number: Number, unit: Unit, end: int) -> Kind:
    """The kind a unit has in its sense here: 5.6级 of an earthquake is a measure, 三点建议 a count."""
    sense = _SENSES.get(unit.name)
    return unit.kind if sense is None else (_measure(line.text, number, end, sense) or unit.kind)


def _measure(text: str, number: Number, end: int, sense: Sense) -> Kind | None:
    following = text[end : end + 1]
    if (
        text.startswith(sense.counts, end)
        or (sense.nearby and any(word in text[max(0, number.start - 12) : number.start] for word in sense.counts))
        or (sense.keeps and "\u4e00" <= following <= "\u9fff" and following not in sense.keeps)
    ):
        return COUNT
    told = sense.times and text[number.start : number.end] in sense.times
    if told and "\u4e00" <= following <= "\u9fff" and following not in "以左上下的多半至到和":
        return COUNT
    before = text[max(0, number.start - 12) : number.start]
    if sense.beyond and number.low.exponent >= 0 and number.low.fraction >= sense.beyond:
        return COUNT
    if sense.heights and number.arabic and number.low.fraction >= sense.heights:
        return MEASURE
    if sense.money and following != "钱" and not any(word in before for word in sense.money):
        return COUNT
    if number.decimal or any(word in before for word in sense.measures) or any(word in text[end : end + 4] for word in sense.measures[:3]):
        return MEASURE
    return COUNT if told else None


def _is_name(text: str, number: Number, unit: Unit, end: int) -> bool:
    """A single numeral right before a noun counts only beside another such pair (七墩八孔) or before a longer noun (两回合)."""
    written = text[number.start : number.end]
    if written == "一" or text[number.start - 1 : number.start] in _GRADES:
        return True
    if len(unit.name) > 1:
        return False
    if unit.name in _FORCES:
        return True
    if unit.name in _COUNTED and (written != "两" or unit.name in _PAIRS) and written != "二":
        return text[end : end + 1] in _COUNTED[unit.name]
    beside = text[end : end + 1] in _DIGITS or text[max(0, number.start - 2) : number.start - 1] in _DIGITS
    return not beside


def is_next(text: str, at: int, written: str, name: str) -> bool:
    """一期…，二期…，三期…: is a single numeral at the head of a clause the next in an order?"""
    if written not in ("三", "四", "五", "六", "七", "八", "九") or name == "人" or text[at - 1 : at] not in "，、；。,;":
        return False
    return f"二{name}" in text[max(0, at - 60) : at].replace(f"第二{name}", "")


# 早上一, 街上一, 以上一 …: the 上 or 下 there belongs to the word before.
_PLACES = frozenset("早晚马会线街以路桌手身地海陆网世岗船车楼天山水台之如当乡脚树墙月眼桥")
_DIGITS = frozenset("一两三四五六七八九十")


def counts_behind(text: str, at: int) -> bool:
    """Do the words before a place say that something is counted there (历时四周)?"""
    return text.endswith(_COUNTING, 0, at)


def slogan_at(text: str, at: int) -> Skip | None:
    """一人一策, 一项目一专班: pairs with 一, and 一 before a verb with 就."""
    if text[at] != "一":
        return None
    for start in (at, at - 2, at - 3):
        match = _PAIR.match(text, start) if start >= 0 else None
        if match is not None and at in (start, match.end() - 2) and match[1][0] not in _NO_PAIR and match[1][-1] not in "至到":
            return Skip(at, at + 1, "slogan")
    if text[at - 1 : at] in ("上", "下") and text[at - 2 : at - 1] not in _PLACES:
        return Skip(at, at + 1, "order")
    if text[at + 2 : at + 3] == "就":
        return Skip(at, at + 1, "adverb")
    return None


def is_exact_last(line: Line, number: Number, unit: Unit, before: str) -> bool:
    """近5年 at the head of a clause is the last five years: exact."""
    if before != "近":
        return False
    if unit.name in SERIES and not number.bare and not number.inner:
        return unit.name == "轮" or _opens(line.text, number.start - 1)
    if unit.dimension not in ("time", "months") or unit.name in _CLOCKED:
        return False
    return _opens(line.text, number.start - 1)


SERIES = frozenset(_SETS["series"])


def _opens(text: str, at: int) -> bool:
    """Does a clause begin here, or right behind its subject?"""
    ahead = text[max(0, at - 2) : at]
    return not ahead or ahead[-1] in '，。；：、,;:(（“" 的在于及' or ahead.endswith(("市", "县", "省", "国", "们", "司", "校", "队"))
