"""Calendar dates and parts of one: 2020年3月10日, 3月1—15日, 今年一季度, 上世纪30年代, 2020-03-10, 正月初六."""

import re
from typing import NamedTuple

from annotator.claims.draft import Draft
from annotator.claims.eras import TAILS, era_at
from annotator.claims.members import DATE
from annotator.claims.numerals import Number, number_at
from annotator.claims.plain import Line
from annotator.claims.quantities import connector_at, hedge_before
from annotator.lexicon import Lexicon, table

_WORDS = table("calendar.toml")
_HERE: dict[str, int] = _WORDS["years"]["here"]
_YEAR_WORDS: tuple[str, ...] = (*_HERE, *_WORDS["years"]["other"])
_YEAR_TAILS = frozenset(word[-1] for word in _YEAR_WORDS)
_SEASONS: tuple[str, ...] = tuple(_WORDS["years"]["behind"])
SEASON_HEADS = frozenset(word[0] for word in _SEASONS)
_CENTURIES: dict[str, str] = _WORDS["centuries"]
_HISTORY: tuple[str, ...] = tuple(_WORDS["history"]["words"])
_HISTORY_BEFORE: tuple[str, ...] = tuple(_WORDS["history"]["before"])
_DAYS_BEFORE: tuple[str, ...] = tuple(_WORDS["days"]["before"])
_DAYS_BEHIND: tuple[str, ...] = tuple(_WORDS["days"]["behind"])
_LUNAR_HEADS: tuple[str, ...] = tuple(_WORDS["lunar"]["heads"])

_YEAR = "[12][0-9]{3}|[一二][〇零一二三四五六七八九]{3}"
_SMALL = "[0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3}"
_PERIOD = (
    "第?(?P<q>[一二三四1-4]) ?季度|第(?P<q2>[一二三四1-4])季|(?P<h>[上下])半年|前(?P<fq>[二两三23]) ?个?季度|前(?P<fm>"
    + _SMALL
    + ") ?个?月"
)
_DATE = re.compile(
    f"(?P<y>{_YEAR}|[3-9][0-9]{{3}}(?=年[0-9]{{1,2}}月)) ?年 ?(?:(?:{_PERIOD})"
    f"|(?P<m0>{_SMALL})(?:——|—|–|-|~|至|到)(?P<m1>{_SMALL}) ?月(?![0-9])|(?P<m>{_SMALL}) ?月(?: ?(?P<d>{_SMALL}) ?[日号])?)?"
)
_MONTH = re.compile(f"(?P<m>{_SMALL}) ?月(?: ?(?P<d>{_SMALL}) ?[日号])?")
_DAY = re.compile(f"(?P<d>{_SMALL}) ?[日号]")
_DAYS = re.compile(f" ?(?P<d>{_SMALL})(?:——|—|–|-|~|至|到)(?P<e>{_SMALL}) ?[日号]")
_NAMED = re.compile(_PERIOD)
_ISO = re.compile(r"(?P<y>[12][0-9]{3})(?P<mark>[-/.])(?P<m>[0-9]{1,2})(?P=mark)(?P<d>[0-9]{1,2})(?![0-9.])")
_YEARS = re.compile(
    "(?P<one>[12][0-9]{3})(?:年)?(?P<mark>——?|--?|–|~|至|到|/)(?P<other>[12][0-9]{3}|[0-9]{2}(?=[赛学年财]))(?:年(?:度(?!假))?(?!代|[0-9一二三四五六七八九十前上下第]))?"
)
_YEARLY = ("赛", "学", "年", "财")
_ERA = re.compile("世纪|年代")
_CENTURY = re.compile(
    "(?P<c>[0-9]{1,2}|[一二]?十[一二三四五六七八九]?|[一二三四五六七八九])世纪(?:(?P<t>[0-9]0|[一二三四五六七八九]十)年代)?"
)
_DECADE = re.compile("(?P<t>[0-9]0|[一二三四五六七八九]{1,2}十)年代")
_LUNAR = re.compile(
    "(?:(?:农历|阴历|夏历|旧历)闰?|闰)[一二三四五六七八九十]{1,2}月[初一二三四五六七八九十廿]{1,3}日?|"
    "(?:农历|阴历|夏历)?(?:正|腊|冬|[一二三四五六七八九十]{1,2})月(?:初[一二三四五六七八九十]|[一二三廿]?十?[一二三四五六七八九十])(?![日月年号一二三四五六七八九十])|大年(?:初[一二三四五六七八九十]|三十)"
)


class Part(NamedTuple):
    """A date as far as it is stated; each field "" where it is not."""

    start: int
    end: int
    year: str = ""
    month: str = ""
    day: str = ""
    period: str = ""  # Q1 … Q4, H1, H2
    first: str = ""  # of the first N quarters or months: the first of them

    @property
    def iso(self) -> str:
        if self.period:
            return f"{self.year or 'XXXX'}-{self.period}"
        if self.day:
            return f"{self.year or 'XXXX'}-{self.month or 'XX'}-{self.day}"
        return f"{self.year or 'XXXX'}-{self.month}" if self.month else self.year


def season_at(text: str, number: Number) -> Draft | None:
    """2024赛季: a bare year before a word that takes one."""
    if len(number.digits) != 4 or number.digits[:2] not in ("19", "20") or not text.startswith(_SEASONS, number.end):
        return None
    return Draft(number.start, number.end, DATE, number.digits)


def date_at(line: Line, at: int, lexicon: Lexicon) -> Draft | None:
    """The date that begins at a numeral, or whose first numeral this is."""
    text = line.text
    if text[at] in "12" and _is_length(text, at, lexicon):
        return None
    if at and text[at - 1] in TAILS and (era := era_at(line, at, lexicon)) is not None:
        return era
    special = (_iso(text, at) or _years(text, at)) if "0" <= text[at] <= "9" else lunar_at(text, at)
    special = special or _decades(text, at)
    if special is not None:
        return special
    first = _part(text, at, lexicon)
    if first is None:
        return _short_range(line, at, lexicon)
    if first.day and not first.month and is_duration(text, first.start, first.end):
        return None
    days = _DAYS.match(text, first.end) if first.month and not first.day else None
    if days is not None:
        first = first._replace(day=_number(days["d"], lexicon))
        return _draft(text, first, Part(days.start(), days.end(), day=_number(days["e"], lexicon)))
    last = _last(text, first, lexicon)
    return _draft(text, first, last)


def _is_length(text: str, at: int, lexicon: Lexicon) -> bool:
    """树龄逾1300年: a length of time, however much it looks like a year."""
    match = _YEAR_ALONE.match(text, at)
    if match is None:
        return False
    start, hedge = hedge_before(text, at, lexicon)
    if text.endswith(_HISTORY_BEFORE, 0, start):
        return True
    return hedge is not None and not 1900 <= int(match[1]) <= 2060


_YEAR_ALONE = re.compile("([12][0-9]{3}) ?年(?! ?[0-9一二三四五六七八九十前上下第])", re.ASCII)


def _draft(text: str, first: Part, last: Part | None) -> Draft:
    start, named = _year_word(text, first)
    year = first.year or named
    first = first._replace(year=year)
    if last is None and first.first:
        return Draft(
            start,
            first.end,
            DATE,
            first._replace(period=first.first if first.period else "", month=first.month and first.first).iso,
            first.iso,
        )
    if last is None:
        bare = bool(first.period) and start == first.start and not first.year
        return Draft(start, first.end, DATE, first.iso, minor=bare)
    if not last.year:
        last = last._replace(year=year)
    if last.day and not last.month:
        last = last._replace(month=first.month)
    return Draft(start, last.end, DATE, first.iso, last.iso)


# --- parts -----------------------------------------------------------------------------------------------------------


def _number(digits: str, lexicon: Lexicon) -> str:
    """A month or day in two digits; "" when it is no number."""
    if digits.isdigit():
        return digits.rjust(2, "0")
    number = number_at(digits, 0, lexicon)
    return "" if number is None or number.end != len(digits) or number.high is not None else str(number.low).rjust(2, "0")


def _year_digits(year: str) -> str:
    return year if year.isdigit() else "".join(str("〇一二三四五六七八九".index("〇" if mark == "零" else mark)) for mark in year)


_NO_DAY = frozenset(("元", "圆", "均", "本", "语", "军"))  # 5日元, 3日均
_NO_MONTH = frozenset(("龄", "薪", "均", "租", "饼", "球", "亮", "光", "息", "供", "活"))  # 6月龄, 三月薪


def _is_day(text: str, end: int) -> bool:
    return text[end - 1] != "号" or _is_day_number(text, end)


def _is_no_year(text: str, end: int, year: str) -> bool:
    """1980年代, 5000年历史, 2000年前: a number before 年 that names no calendar year."""
    if text[end : end + 1] == "代" or text.startswith(_HISTORY, end):
        return True
    return int(year) > 2100 or (text.startswith(("前", "来"), end) and year.endswith("00"))


def _part(text: str, at: int, lexicon: Lexicon) -> Part | None:
    """One date at a code point: what its own words state."""
    match = _DATE.match(text, at) or _first_months(text, at) or _MONTH.match(text, at) or _DAY.match(text, at) or _named(text, at)
    if match is None:
        return None
    groups = match.groupdict()
    year = _year_digits(groups.get("y") or "")
    end = match.start() + len(match[0].rstrip(" "))
    alone = not groups.get("m") and end == match.start() + len(groups.get("y") or "") + match[0].rstrip().count(" ") + 1
    if year and alone and _is_no_year(text, end, year):
        return None
    if groups.get("m0"):
        first, last = _number(groups["m0"] or "", lexicon), _number(groups["m1"] or "", lexicon)
        return Part(match.start(), end, year, month=last, first=first) if first and last and int(last) <= 12 else None
    if groups.get("h"):
        return Part(match.start(), end, year, period="H1" if groups["h"] == "上" else "H2")
    if quarter := groups.get("q") or groups.get("q2") or groups.get("fq"):
        period = "Q" + _number(quarter, lexicon)[1]
        return Part(match.start(), end, year, period=period, first="Q1" if groups.get("fq") else "")
    if groups.get("fm"):
        month = _number(groups["fm"] or "", lexicon)
        return Part(match.start(), end, year, month=month, first="01") if month and 2 <= int(month) <= 12 else None
    month, day = _number(groups.get("m") or "", lexicon) if groups.get("m") else "", ""
    if groups.get("d"):
        day = _number(groups["d"] or "", lexicon)
        if not day or int(day) == 0 or (not month and (int(day) > 31 or text[end : end + 1] in _NO_DAY)):
            return None
    if groups.get("m") and (not month or int(month) == 0 or (int(month) > 12 and not day)):
        return None
    if not year and ((month and not day and text[end : end + 1] in _NO_MONTH) or (day and not month and not _is_day(text, end))):
        return None
    return Part(match.start(), end, year, month, day)


def _named(text: str, at: int) -> re.Match[str] | None:
    """A quarter, a half or the first months, from the word before the numeral on."""
    start = at - 1 if at and text[at - 1] in "第前上下" else at
    if start < at and text[start] == "前" and start and text[start - 1] in "目之以日此面提从眼空":
        return None
    return _NAMED.match(text, start)


def _first_months(text: str, at: int) -> re.Match[str] | None:
    """前8月 as 前8个月."""
    return _named(text, at) if at and text[at - 1] == "前" else None


_DAY_NUMBER_FOLLOWS = ("上午", "下午", "晚", "早上", "凌晨", "中午", "前后", "起", "开始", "当天", "那天", "之前", "以前", "以后", "傍晚")


def _is_day_number(text: str, end: int) -> bool:
    return text.startswith(_DAY_NUMBER_FOLLOWS, end)


def is_duration(text: str, start: int, end: int) -> bool:
    """Is N日 a number of days rather than a day of the month?"""
    if text.startswith(_DAYS_BEHIND, end) and not text.startswith(("内蒙", "后续", "间隔"), end):
        return True
    if text.endswith(_DAYS_BEFORE, 0, start):
        return True
    return end - start == 2 and not text[start].isdigit() and not text.startswith(_DAY_NUMBER_FOLLOWS, end)


def _year_word(text: str, part: Part) -> tuple[int, str]:
    """Where the claim begins with 今年 or 同年 before it, and the year 同年 means."""
    if part.year or not (part.month or part.period) or text[part.start - 1 : part.start] not in _YEAR_TAILS:
        return part.start, ""
    for word in _YEAR_WORDS:
        if text.startswith(word, part.start - len(word)) and part.start >= len(word):
            start = part.start - len(word)
            return start, _stated_year(text, start, _HERE[word]) if word in _HERE else ""
    return part.start, ""


_STATED = re.compile(f"({_YEAR})年(?!代)")


def _stated_year(text: str, before: int, later: int) -> str:
    """The last year stated before a place, and so many years later; "" where none is within 400 code points."""
    years = _STATED.findall(text, max(0, before - 400), before)
    return str(int(_year_digits(years[-1])) + later) if years else ""


# --- ranges ----------------------------------------------------------------------------------------------------------


def is_parted(text: str, start: int, end: int) -> bool:
    """从2019年到2023年, 自5月1日至9月30日: the words join two claims."""
    return text[start - 1 : start] in ("从", "自") and text[end : end + 1] in ("至", "到")


def _last(text: str, first: Part, lexicon: Lexicon) -> Part | None:
    """The second end of a range of dates."""
    at = connector_at(text, first.end)
    if at == first.end or first.first or is_parted(text, _year_word(text, first)[0], first.end):
        return None
    same = {"同年", "当年", "次年", "翌年"}
    word = text[at : at + 2]
    skip = 2 if word in same else 0
    last = _part(text, at + skip, lexicon)
    if last is None or last.first or bool(last.period) != bool(first.period):
        return None
    if last.day and not first.day and not (first.month and last.month):
        return None
    if first.day and not last.day:
        return None
    if skip and first.year:
        last = last._replace(year=str(int(first.year) + _HERE[word]))
    return last


def _short_range(line: Line, at: int, lexicon: Lexicon) -> Draft | None:
    """1—6月, 8至10日, 一至三季度, 3月1—15日's tail: a number without its unit, then a date."""
    text = line.text
    number = number_at(text, at, lexicon)
    if (
        number is None
        or number.decimal
        or (number.scaled and number.arabic)
        or number.high is not None
        or number.low.exponent
        or number.low.coefficient > 31
    ):
        return None
    join = connector_at(text, number.end)
    if join == number.end and text[join : join + 1] == "、":
        join += 1
    if join == number.end:
        return None
    last = _part(text, join, lexicon)
    if last is None or last.year or last.first:
        return None
    low = str(number.low).rjust(2, "0")
    if last.period.startswith("Q"):
        first = Part(at, number.end, period=f"Q{low[1]}")
    elif last.month and not last.day:
        first = Part(at, number.end, month=low)
    elif last.day and not last.month:
        if is_duration(text, at, last.end):
            return None
        first = Part(at, number.end, day=low)
    else:
        return None
    if text[join - 1] == "、" and int(low) + 1 != int(last.period[1:] or last.day or last.month):
        return None
    return _draft(text, first, last)


def _years(text: str, at: int) -> Draft | None:
    """2019—2022年, 2024—2025, 2022/23 before 赛季."""
    match = _YEARS.match(text, at)
    if match is None or text[match.end() : match.end() + 1].isdigit():
        return None
    one, other = match["one"], match["other"]
    other = other if len(other) == 4 else one[:2] + other
    if text[at + 4 : at + 5] == "年" and is_parted(text, at, at + 5):
        return None
    if not 0 < int(other) - int(one) <= 100 or (match["mark"] == "/" and not text.startswith(_YEARLY, match.end("other"))):
        return None
    return Draft(at, match.end(), DATE, one, other)


def _iso(text: str, at: int) -> Draft | None:
    match = _ISO.match(text, at)
    if match is None or not 1 <= int(match["m"]) <= 12 or not 1 <= int(match["d"]) <= 31:
        return None
    return Draft(at, match.end(), DATE, f"{match['y']}-{match['m'].rjust(2, '0')}-{match['d'].rjust(2, '0')}")


# --- decades, centuries, the lunar calendar --------------------------------------------------------------------------


def _tens(digits: str) -> list[str]:
    """The tens of a decade: 80 and 八十 are 8, 八九十 is 8 and 9."""
    return [digits[0]] if digits[0].isdigit() else [str("〇一二三四五六七八九".index(mark)) for mark in digits[:-1]]


def _decades(text: str, at: int) -> Draft | None:
    if _ERA.search(text, at, at + 7) is None:
        return None
    century = _CENTURY.match(text, at)
    if century is not None:
        written = century["c"]
        count = int(written) if written.isdigit() else _chinese_small(written)
        if not 1 < count <= 22 or text[at - 1 : at] in "近半数":
            return None
        head = str(count - 1).rjust(2, "0")
        if century["t"]:
            return Draft(at, century.end(), DATE, f"{head}{_tens(century['t'])[0]}X")
        if count < 10:
            return None
        return Draft(at, century.end(), DATE, f"{head}XX", minor=True)
    match = _DECADE.match(text, at)
    if match is None:
        return None
    start, head = at, "XX"
    for word, digits in _CENTURIES.items():
        if text.endswith(word, 0, at):
            start, head = at - len(word), digits
    tens = _tens(match["t"])
    return Draft(start, match.end(), DATE, f"{head}{tens[0]}X", f"{head}{tens[-1]}X" if len(tens) > 1 else None)


def _chinese_small(written: str) -> int:
    tens, _, ones = written.rpartition("十")
    places = "〇一二三四五六七八九"
    if "十" not in written:
        return places.index(written)
    return 10 * (places.index(tens) if tens else 1) + (places.index(ones) if ones else 0)


_LUNAR_BEFORE = frozenset("初月年历")


def lunar_at(text: str, at: int) -> Draft | None:
    """The lunar date that holds the numeral at a code point."""
    before = text[max(0, at - 4) : at]
    if text[at].isascii() or (before[-1:] not in _LUNAR_BEFORE and text[at + 1 : at + 2] != "月"):
        return None
    for start in range(max(0, at - 4), at + 1):
        match = _LUNAR.match(text, start)
        if match is not None and match.start() <= at < match.end():
            return Draft(start, match.end(), DATE, "XXXX-XX-XX", minor=True)
    return None
