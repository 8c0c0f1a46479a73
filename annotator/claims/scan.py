"""One scan for candidates, small parsers on what it finds, and reasons for what is no claim."""

import re
from bisect import bisect_left
from typing import NamedTuple

from annotator.claims.bare import bare_at
from annotator.claims.chinese import Fixed
from annotator.claims.clock import time_at
from annotator.claims.common import common
from annotator.claims.dates import SEASON_HEADS, date_at, lunar_at, season_at
from annotator.claims.draft import Draft, Found, Skip, claimed
from annotator.claims.halves import doubling_at, half_at, none_at, one_half_at, relay_at, share_at, slash_at, twofold_at
from annotator.claims.labels import label_at
from annotator.claims.members import DATE, RATIO
from annotator.claims.minor import settled
from annotator.claims.numerals import DIGITS, MOST_DIGITS, SCALES, Number, number_at
from annotator.claims.plain import Line
from annotator.claims.quantities import quantity_at
from annotator.claims.ranks import places_at, rank_at
from annotator.claims.senses import counts_behind, slogan_at
from annotator.claims.sides import sides_at
from annotator.lexicon import Lexicon
from annotator.model import Claim

_LONG = re.compile("[" + "".join((*DIGITS, *SCALES)) + f"廿卅]{{{MOST_DIGITS + 1},2000}}|[0-9.,]{{{MOST_DIGITS + 1},2000}}")
_DATED = frozenset("年月日号季世")
_CLOCKED = frozenset("时点:")
_JOINING = frozenset("—–―-~至到、/.")


class Reading(NamedTuple):
    """What was read in a line, in order: claims, and places with numerals that state no quantity.

    A place overlaps no claim, but for the place of a claim whose unit nobody listed.
    """

    claims: list[Claim]
    skips: list[Skip]


def read(line: Line, lexicon: Lexicon) -> Reading:
    """Everything with numerals in a line."""
    text, base, _, _, places = line
    fixed_at = lexicon.fixed_at
    scan, arabic, chinese = common(lexicon)
    search = scan.search
    claims: list[Claim] = []
    skips: list[Skip] = []
    floor = at = listed = 0
    while (match := search(text, at)) is not None:
        start = match.start()
        fixed = None if text[start] in _FIGURES else fixed_at(text, start)
        quick = arabic(line, match, start) if text[start] in _FIGURES else chinese(line, match, start, fixed)
        if isinstance(quick, Claim):
            claims.append(quick)
            at = floor = quick.end - base if places is None else bisect_left(places, quick.end - base)
            continue
        found = quick or _careful(line, match, fixed, listed, lexicon)
        if found is None:
            at = start + 1
            continue
        if found.start < floor:
            found = found._replace(start=floor)
        if isinstance(found, Skip):
            skips.append(found)
            if found.reason == "list-marker":
                listed = _ORDER.find(text[found.start]) + 1
        else:
            claims.append(claimed(line, found))
            if found.note:
                skips.append(Skip(found.start, found.end, found.note))
        at = floor = found.end if found.end > start else start + 1
    return Reading(claims, skips)


def _careful(line: Line, match: re.Match[str], fixed: Fixed | None, listed: int, lexicon: Lexicon) -> Found | None:
    """What stands at a candidate that cannot be read in one match."""
    text, at = line.text, match.start()
    long = _LONG.match(text, at) if match.end(2) - at > MOST_DIGITS else None
    if long is not None:
        return Skip(at, long.end(), "long-run")
    if text[at] in _FIGURES:
        fixed = lexicon.fixed_at(text, at)
    return (_listed(text, at, listed) if listed else None) or _at(line, at, fixed, lexicon)


_FIGURES = frozenset("0123456789")
_ORDER = "一二三四五六七八九"


def _listed(text: str, at: int, before: int) -> Skip | None:
    """二查、三核实: the next numeral of a list that has begun in the line."""
    if before and _ORDER.find(text[at]) == before and text[at - 1] in "、，；,;。" and text[at + 1 : at + 2] not in ("个", "、"):
        return Skip(at, at + 1, "list-marker")
    return None


def _at(line: Line, at: int, fixed: Fixed | None, lexicon: Lexicon) -> Found | None:
    """What stands at a candidate: the longest of a fixed word, a label and a claim."""
    text = line.text
    if text[at] == "零" and text.startswith("零下", at):
        return None
    if text[at - 1 : at] == "初" and (lunar := lunar_at(text, at)) is not None:
        return lunar
    if fixed is not None and fixed[0] < at and not text.startswith("第", fixed[0]):
        return _behind_word(line, at, fixed, lexicon)
    if text[at] in "翻双":
        return twofold_at(line, at)
    found: Found | None = label_at(line, at, lexicon) or (slogan_at(text, at) if text[at] == "一" else None) or _claim(line, at, lexicon)
    if fixed is not None and _wins(text, found, fixed, lexicon):
        return Skip(*fixed)
    if isinstance(found, Draft):
        return settled(line, found)
    if found is None and (long := _LONG.match(text, at)) is not None:
        return Skip(at, long.end(), "long-run")
    if found is None or not found.reason:
        return Skip(at, found.end if found else at + 1, _in_word(text, at, found.end if found else at + 1))
    return found


def _in_word(text: str, start: int, end: int) -> str:
    """Why a short Chinese numeral without a unit states nothing; "" for longer ones, which nothing explains."""
    if end - start > 2 or text[start].isascii():
        return ""
    before, following = text[start - 1 : start] if start else "", text[end : end + 1]
    if text[start] == "一" and end == start + 1 and "\u4e00" <= following <= "\u9fff":
        return "article"
    if "\u4e00" <= following <= "\u9fff" or "\u4e00" <= before <= "\u9fff":
        return "in-word"
    return "quoted" if before and before in "“‘「『《" else ""


def _behind_word(line: Line, at: int, fixed: Fixed, lexicon: Lexicon) -> Found:
    """A word that begins before the numeral and ends with it (国三, 长三) loses against a number with a unit: 全国三分之二."""
    if fixed[1] == at + 1 and fixed[1] - fixed[0] == 2 and (line.text[at] != "一" or line.text[at + 1 : at + 2] in SCALES):
        found = _claim(line, at, lexicon)
        if isinstance(found, Draft) and not found.note and (found.unit or found.kind in (RATIO, DATE)):
            return settled(line, found)
    return Skip(*fixed)


def _wins(text: str, found: Found | None, fixed: Fixed, lexicon: Lexicon) -> bool:
    """Does a fixed word stand against what was read at its numeral?"""
    if found is None:
        return True
    return not _is_counted(text, found, fixed) and (fixed[1] >= found.end or _is_weaker(found, text[fixed[0] : fixed[1]], lexicon))


def _is_counted(text: str, found: Found | None, fixed: Fixed) -> bool:
    """历时四周, 今年第四季: a number with a unit after all, for the words before it."""
    if not isinstance(found, Draft) or found.end != fixed[1] or text[fixed[0]] == "一":
        return False
    return (found.start < fixed[0] and found.kind is DATE) or counts_behind(text, fixed[0])


def _is_weaker(found: Found, word: str, lexicon: Lexicon) -> bool:
    """12345 before a word that is no measure word is the hotline."""
    if not isinstance(found, Draft) or not word.isdigit():
        return False
    unit = lexicon.units.get(found.unit)
    return (unit is None or unit.noun) and found.value == word


def _claim(line: Line, at: int, lexicon: Lexicon) -> Found | None:
    """The claim that begins at a numeral, the most specific form first."""
    text = line.text
    if text[at] == "半":
        return (date_at(line, at, lexicon) if text[at - 1 : at] in "上下" else None) or half_at(line, at, lexicon)
    number = number_at(text, at, lexicon)
    if number is None:
        return date_at(line, at, lexicon) or sides_at(line, at, lexicon) or time_at(line, at, lexicon)
    found = _dated(line, at, number, lexicon) or _joined(line, at, number, lexicon)
    if found is not None:
        return found
    following = text[number.end : number.end + 1]
    if text[at - 1 : at] in "第前后 " and (rank := rank_at(line, number, lexicon)) is not None:
        return rank
    if following == "×" and (relay := relay_at(line, number)) is not None:
        return relay
    if following == "、" and (places := places_at(line, number, lexicon)) is not None:
        return places
    if following in _SPOKEN or text[at - 1 : at] == "无":
        found = (
            share_at(line, number, lexicon)
            or one_half_at(line, number, lexicon)
            or doubling_at(line, number, lexicon)
            or none_at(line, number, lexicon)
        )
        if found is not None:
            return found
    return quantity_at(line, number, lexicon) or bare_at(line, number, lexicon)


_SPOKEN = frozenset("分半番")


def _dated(line: Line, at: int, number: Number, lexicon: Lexicon) -> Found | None:
    """The date at a number, where a word of the calendar stands behind it or before it."""
    text, end = line.text, number.end
    following = text[end : end + 1]
    if following == " ":
        following = text[end + 1 : end + 2]
    if following in SEASON_HEADS and (season := season_at(text, number)) is not None:
        return season
    if following == "日" and text[at - 1 : at] == "第":
        return None
    if following in _DATED or text[at - 1 : at] in "初月前年":
        return date_at(line, at, lexicon)
    if following not in _JOINING:
        return None
    if len(number.digits) == 4 or following in "-/." or _CALENDAR.search(text, end, end + 14) is not None:
        return date_at(line, at, lexicon)
    return None


def _joined(line: Line, at: int, number: Number, lexicon: Lexicon) -> Found | None:
    """Two sides, a clock time or a fraction, where a mark of theirs stands behind the number."""
    text, end = line.text, number.end
    following = text[end : end + 1]
    if following == " ":
        following = text[end + 1 : end + 2]
    if following in _CLOCKED or following in "比∶胜":
        return sides_at(line, at, lexicon) or time_at(line, at, lexicon) or slash_at(line, at, lexicon)
    if following not in _JOINING:
        return None
    sides = sides_at(line, at, lexicon) if following == "-" else None
    time = time_at(line, at, lexicon) if sides is None and _CLOCK.search(text, end, end + 10) is not None else None
    return sides or time or (slash_at(line, at, lexicon) if following == "/" else None)


_CALENDAR = re.compile("[年月日号季世]")
_CLOCK = re.compile("[时点:]")
