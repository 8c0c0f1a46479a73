"""Clock times: 8时30分, 7点半, 10:30, 22时至次日8时, on the 24-hour clock by the part of the day in the clause."""

import re
from typing import NamedTuple

from annotator.claims.draft import Draft
from annotator.claims.members import EXACT, OVER, TIME
from annotator.claims.numerals import number_at
from annotator.claims.plain import Line
from annotator.claims.quantities import connector_at, hedge_before
from annotator.lexicon import Lexicon, alternatives, table

_WORDS = table("calendar.toml")
_DAY_PARTS: dict[str, int] = _WORDS["day_parts"]
_NEXT_DAY = tuple(sorted(_WORDS["next_day"]["words"], key=len, reverse=True))
_COUNTED = tuple(_WORDS["points"]["counted"])
_INDEX = tuple(_WORDS["points"]["index"])

_SMALL = "[0-9]{1,2}|[零〇一二两三四五六七八九十]{1,3}"
_CLOCK = re.compile(
    f"(?P<h>{_SMALL})(?::(?P<m>[0-5][0-9])(?::[0-5][0-9])?(?![0-9:%])"
    f"| ?(?P<mark>[时点])(?: ?零?(?P<m2>{_SMALL}) ?(?P<minute>分(?!之|钟|别|钱|析|布|类))"
    "|(?P<m3>[0-5][0-9])(?![0-9.%:])|(?P<part>半|一刻|三刻)|钟)?)"
)
_HOUR_FOLLOWS = frozenset("速间期代候任空尚差事髦区")
_HOUR = re.compile("[0-9]{1,2}")
_HALF_DAY = re.compile(r" ?([ap])\.?m\b", re.ASCII | re.IGNORECASE)
_DAY_PART = re.compile(alternatives(_DAY_PARTS))
_FROM = re.compile(f"[自从](?:{_DAY_PART.pattern})?$")
_CLAUSE_END = re.compile("[。！？；!?;\n]")
_PARTS = {"半": 30, "一刻": 15, "三刻": 45}


class Time(NamedTuple):
    """A clock time as written: code points, hour and minute."""

    start: int
    end: int
    hour: int
    minute: int
    mark: str  # : 时 点


def time_at(line: Line, at: int, lexicon: Lexicon) -> Draft | None:
    """The clock time, or range of them, that begins at a numeral."""
    text = line.text
    first = _time(text, at, lexicon)
    if first is None:
        return _short_range(text, at, lexicon)
    if first.mark == "点" and not _is_clock(text, first):
        return None
    last = None if _is_parted(text, first) else _last(text, first.end, lexicon)
    return _draft(text, first, last, lexicon)


def _draft(text: str, first: Time, last: Time | None, lexicon: Lexicon) -> Draft:
    hour, from_hour = _of_day(text, first)
    high = None
    if last is not None:
        later = last.hour
        if from_hour == 12 and later < 12 and first.hour < later:
            later += 12
        high = f"{later:02d}:{last.minute:02d}"
    end = last.end if last else first.end
    start, before = hedge_before(text, first.start, lexicon)
    start, hedge = (first.start, EXACT) if before is None or start == first.start else (start, before)
    if start == first.start and last is None and text.startswith("多", end) and first.mark in "点时" and text[end - 1] in "点时":
        end, hedge = end + 1, OVER
    return Draft(start, end, TIME, f"{hour:02d}:{first.minute:02d}", high, hedge=hedge)


def _time(text: str, at: int, lexicon: Lexicon) -> Time | None:
    match = _CLOCK.match(text, at)
    if match is None:
        return None
    hour = _small(match["h"], lexicon)
    minute, end = 0, match.end()
    if match["m3"] and lexicon.unit_at(text, end) is not None:
        end = match.start("m3")
        minute = 0
    elif match["m"] or match["m2"] or match["m3"]:
        minute = _small(match["m"] or match["m2"] or match["m3"], lexicon)
    elif match["part"]:
        minute = _PARTS[match["part"]]
    if not 0 <= hour <= 24 or not 0 <= minute <= 59:
        return None
    mark = match["mark"] or ":"
    if mark == "时" and end == match.start("mark") + 1 and text[end : end + 1] in _HOUR_FOLLOWS:
        return None
    return Time(at, end, hour, minute, mark)


def _small(written: str, lexicon: Lexicon) -> int:
    """A number below a hundred, or -1."""
    if written.isdigit():
        return int(written)
    number = number_at(written, 0, lexicon)
    if number is None or number.end != len(written) or number.high is not None:
        return -1
    return int(str(number.low))


def _is_clock(text: str, time: Time) -> bool:
    """N点: is it a time of day rather than so many points?"""
    written = text[time.start : time.end]
    if not written.endswith("点"):
        return True
    if text.startswith(_COUNTED, time.end) or text.startswith(tuple("具体合理" + word for word in _COUNTED), time.end):
        return False
    if text.endswith(_INDEX, 0, time.start) and not _DAY_PART.search(text, max(0, time.start - 12), time.start):
        return text[time.start - 1] in "于至到" and time.hour <= 24
    following = text[time.end : time.end + 1]
    if "0" <= written[0] <= "9" or following in "，。、；,;至到—-~许整左前后多开准" or not following:
        return True
    return _day_part(text, time.start) is not None


def _last(text: str, end: int, lexicon: Lexicon) -> Time | None:
    at = connector_at(text, end)
    if at == end:
        return None
    for word in _NEXT_DAY:
        if text.startswith(word, at):
            at += len(word)
            break
    return _time(text, at, lexicon)


def _is_parted(text: str, first: Time) -> bool:
    """从上午9时到下午5时: the words join two claims."""
    return text[first.end : first.end + 1] in ("至", "到") and _FROM.search(text, max(0, first.start - 5), first.start) is not None


def _short_range(text: str, at: int, lexicon: Lexicon) -> Draft | None:
    """8至10点: an hour without its mark, then a time."""
    match = _HOUR.match(text, at)
    if match is None or int(match[0]) > 24:
        return None
    last = _last(text, match.end(), lexicon)
    if last is None or last.mark == ":" or not _is_clock(text, last):
        return None
    return _draft(text, Time(at, match.end(), int(match[0]), 0, last.mark), last, lexicon)


# --- part of the day -------------------------------------------------------------------------------------------------


def _day_part(text: str, at: int) -> int | None:
    """The hour from which the part of the day stated before in the sentence counts; None where none is stated."""
    found = None
    for match in _DAY_PART.finditer(text, max(0, at - 24), at):
        if _CLAUSE_END.search(text, match.end(), at) is None and not _is_inside_word(text, match):
            found = _DAY_PARTS[match[0]]
    return found


def _is_inside_word(text: str, match: re.Match[str]) -> bool:
    """早 and 晚 alone also stand in 早已, 晚报, 尽早 …: they count only before a numeral, 的 or a meal-time noun."""
    if len(match[0]) > 1:
        return False
    return not text[match.end() : match.end() + 1].isdigit() and text[match.end() : match.end() + 1] not in "一二三四五六七八九十的上的 "


def _of_day(text: str, time: Time) -> tuple[int, int]:
    """The hour on the 24-hour clock, and the hour from which its part of the day counts."""
    half = _HALF_DAY.match(text, time.end) if time.mark == ":" else None
    if half is not None and time.hour <= 12:
        return time.hour % 12 + (12 if half[1] in "pP" else 0), 0
    part = _day_part(text, time.start)
    if part is None or time.hour > 12 or (time.mark == ":" and time.hour == 0):
        return time.hour, 0
    if part == 0:
        before = text[max(0, time.start - 2) : time.start]
        return (0 if time.hour == 12 and before in ("凌晨", "半夜") else time.hour), 0
    if time.hour == 12:
        return (
            12
            if part in (11, 12)
            and "晚" not in text[max(0, time.start - 4) : time.start]
            and "夜" not in text[max(0, time.start - 4) : time.start]
            else 24
        ), 12
    if part == 11:
        return (time.hour if time.hour >= 11 else time.hour + 12), 12
    return time.hour + 12, 12
