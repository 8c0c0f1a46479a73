"""Years of reigns and eras: 民国二十三年, 光绪十五年秋, 令和6年, 民國113年, 公元前221年."""

import re

from annotator.claims.draft import Draft
from annotator.claims.members import DATE
from annotator.claims.numerals import number_at
from annotator.claims.plain import Line
from annotator.lexicon import Lexicon, table

_BEFORE_FIRST: dict[str, int] = table("calendar.toml")["eras"]["before_first"]
_SOLAR = frozenset(table("calendar.toml")["eras"]["solar"])
_NAMES = tuple(_BEFORE_FIRST)
_CHRIST = ("公元前", "西元前", "公元", "西元")
_BC_YEARS = re.compile("([0-9]{1,4})年?(?:(?:——|—|–|-|~|至|到)(?:公元前|西元前|前)?([0-9]{1,4}))?年(?!代|间)", re.ASCII)
TAILS = frozenset((*(name[-1] for name in _NAMES), "前", "元", "从", "自"))
_REPUBLIC = re.compile("(1[01][0-9])年(?![前来以历龄多之])", re.ASCII)  # of 民国, told before: 从109年接手
_LONGEST = 100  # years; no reign or era lasted longer
_MONTH = re.compile("([0-9]{1,2}|[正一二三四五六七八九十]{1,2})月(?:([0-9]{1,2}|[一二三四五六七八九十廿]{1,3})日)?")


def era_at(line: Line, at: int, lexicon: Lexicon) -> Draft | None:
    """The year of an era that begins at a numeral, the era's name before it left outside; with the month where the calendar is ours."""
    text = line.text
    if text[at - 1] in "从自":
        republic = _REPUBLIC.match(text, at)
        return None if republic is None else Draft(at, republic.end(), DATE, str(1911 + int(republic[1])), minor=True)
    if text.endswith(_CHRIST, max(0, at - 3), at):
        return _christian(text, at)
    if not text.endswith(_NAMES, max(0, at - 4), at):
        return None
    number = number_at(text, at, lexicon)
    if number is None or number.high is not None or number.low.exponent or not 0 < number.low.coefficient <= _LONGEST + 50:
        return None
    if not text.startswith("年", number.end) or text.startswith(("年间", "年代"), number.end):
        return None
    name = next(name for name in _NAMES if text.endswith(name, 0, at))
    end, iso = number.end + 1, str(_BEFORE_FIRST[name] + number.low.coefficient)
    month = _MONTH.match(text, end)
    if month is not None:
        end = month.end()
        if name in _SOLAR:
            iso += "".join("-" + _two(part, lexicon) for part in month.groups() if part)
    return Draft(at, end, DATE, iso, minor=True)


def _christian(text: str, at: int) -> Draft | None:
    """公元前221年 is -0221, 公元220年 is 0220; the second year of a range need not say 公元前 again."""
    match = _BC_YEARS.match(text, at)
    if match is None:
        return None
    sign = "-" if text[at - 1] == "前" else ""
    first, last = (None if year is None else sign + year.rjust(4, "0") for year in match.groups())
    return Draft(at - (3 if sign else 2), match.end(), DATE, first or "", last)


def _two(written: str, lexicon: Lexicon) -> str:
    number = number_at(written.replace("正", "一"), 0, lexicon)
    return "XX" if number is None else str(number.low).rjust(2, "0")
