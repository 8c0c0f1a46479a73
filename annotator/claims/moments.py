"""The commonest dates, clock times and sides read in one match, as common.py reads quantities."""

import re

from annotator.claims.clock import time_at
from annotator.claims.dates import is_duration
from annotator.claims.draft import claim, claimed, quantity_of
from annotator.claims.members import DATE, EXACT
from annotator.claims.plain import Line
from annotator.claims.sides import sides_at
from annotator.lexicon import Lexicon
from annotator.model import Claim

_JOINED = "-—–―~至到"
_NO_MONTH = "龄薪均租饼球亮光息供活"
_DATE = re.compile(
    rf"(?:([1-9][0-9]{{3}})年)?([0-9]{{1,2}})月([0-9]{{1,2}})日(?![{_JOINED}期龄均])"
    rf"|([12][0-9]{{3}})年(?![{_JOINED}、0-9 度前来历文之古第上下季一二三四五六七八九十代期级轮龄多余半]|的[历文建]|以(?![来后前]))"
    rf"|(1[0-2]|[1-9])月(?![{_JOINED}、0-9一二三四五六七八九十廿 前{_NO_MONTH}])"
    rf"|([12][0-9]{{3}})年(1[0-2]|[1-9])月(?![{_JOINED}、0-9一二三四五六七八九十廿 ])"
    rf"|([12][0-9]|3[01]|[1-9])日(?![{_JOINED}期龄均半元圆本语军])",
    re.ASCII,
)
_HALVES = re.compile(rf"([12][0-9]{{3}})年([上下])半年(?![{_JOINED}])", re.ASCII)
_MONTHS = re.compile(rf"(1[0-2]|[1-9])月?[{_JOINED}](1[0-2]|[1-9])月(?![{_JOINED}0-9一二三四五六七八九十廿 {_NO_MONTH}])", re.ASCII)
_DAYS = re.compile(
    rf"(?:([1-9][0-9]{{3}})年)?(1[0-2]|[1-9])月([0-9]{{1,2}})日(?:[{_JOINED}])(?:(1[0-2]|[1-9])月)?([12][0-9]|3[01]|[1-9])日(?![{_JOINED}期龄均])",
    re.ASCII,
)
_BEFORE_YEAR = frozenset("元前年约近超逾足满过今已龄有着续承跨同当次翌本上来去明旧的")
_BEFORE_DAY = frozenset("元前年的")
_BEFORE_SPAN = _BEFORE_DAY | frozenset("自从")
_BEFORE_MONTH = _BEFORE_SPAN | frozenset("第月")
DATED = frozenset("年月日")
SIDED = frozenset("时:比∶")


def dated(line: Line, at: int, before: str) -> Claim | None:
    """2024年3月5日, 2024年, 3月, 5日, 9月29日至10月6日 at an Arabic numeral; None where the careful parsers must look."""
    match = _DATE.match(line.text, at)
    if match is not None:
        return _one(line, match, before)
    if before in _BEFORE_DAY:
        return None
    days = None if before in _BEFORE_SPAN else _DAYS.match(line.text, at)
    if days is not None:
        return _of_days(line, days)
    half = None if before in _BEFORE_YEAR else _HALVES.match(line.text, at)
    if half is None:
        return months(line, at, before)
    quantity = quantity_of(f"{half[1]}-H{1 if half[2] == '上' else 2}", None, "", EXACT, None, None)
    return claim(line, at, half.end(), DATE, quantity, minor=False)


def months(line: Line, at: int, before: str) -> Claim | None:
    """1—6月, 3月至8月 at an Arabic numeral; None where the careful parsers must look."""
    match = None if before in _BEFORE_MONTH else _MONTHS.match(line.text, at)
    if match is None:
        return None
    quantity = quantity_of(f"XXXX-{match[1]:0>2}", f"XXXX-{match[2]:0>2}", "", EXACT, None, None)
    return claim(line, at, match.end(), DATE, quantity, minor=False)


def _one(line: Line, match: re.Match[str], before: str) -> Claim | None:
    if before in (_BEFORE_YEAR if match[4] else _BEFORE_DAY):
        return None
    year, month, day, alone, bare, of_year, in_year, of_month = match.groups()
    if of_month and is_duration(line.text, match.start(), match.end()):
        return None
    if day:
        iso = f"{year or 'XXXX'}-{month:0>2}-{day:0>2}"
    elif of_month:
        iso = f"XXXX-XX-{of_month:0>2}"
    else:
        iso = alone or (f"XXXX-{bare:0>2}" if bare else f"{of_year}-{in_year:0>2}")
    return claim(line, match.start(), match.end(), DATE, quantity_of(iso, None, "", EXACT, None, None), minor=False)


def _of_days(line: Line, match: re.Match[str]) -> Claim:
    """9月29日至10月6日, 2024年3月1日至5日."""
    year, month, day, last_month, last_day = match.groups()
    head = f"{year or 'XXXX'}-{month:0>2}-{day:0>2}"
    high = f"{year or 'XXXX'}-{last_month or month:0>2}-{last_day:0>2}"
    return claim(line, match.start(), match.end(), DATE, quantity_of(head, high, "", EXACT, None, None), minor=False)


def clocked(line: Line, at: int, stop: int, following: str, codes: frozenset[str], lexicon: Lexicon) -> Claim | None:
    """8时, 10:30, 3比1."""
    if stop - at > 3 or line.text[at:stop] in codes:
        return None
    draft = (sides_at(line, at, lexicon) if following != "时" else None) or time_at(line, at, lexicon)
    return None if draft is None else claimed(line, draft)
