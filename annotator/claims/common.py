"""The commonest forms of claims read in one match: 1200余人, 4.6万名, 18.6亿元, 15%左右, 三个, 3月10日, 2020年.

Most claims of a printed page have these forms and nothing beside them that changes their meaning. Wherever a character stands that
might, the careful parsers look; they read these forms too, and both say the same.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from annotator.claims.draft import Skip, claim, decimal_place, quantity_of, shifted
from annotator.claims.eras import TAILS
from annotator.claims.labels import code_at
from annotator.claims.members import ABOUT, COUNT, DURATION, EXACT, MEASURE, MONEY, OVER, PERCENT, RATIO, SCORE
from annotator.claims.minor import is_slogan
from annotator.claims.moments import DATED, SIDED, clocked, dated
from annotator.claims.numerals import DIGITS, MOST_DIGITS, ROUGH, SCALES, SEPARATORS, value_of
from annotator.claims.plain import Line
from annotator.claims.quantities import CONNECTORS, hedge_before
from annotator.claims.senses import SERIES, counts_behind, has_senses, slogan_at
from annotator.lexicon import Lexicon, Unit, table
from annotator.model import Claim, Hedge, Kind, Quantity

Reader = Callable[[Line, re.Match[str]], Claim | Skip | None]

_NUMERALS = "".join((*DIGITS, *SCALES))
# A candidate with the whole of its number. It begins with one set of characters, so that the search can skip.
_NUMBER = (
    f"[0-9{_NUMERALS}廿卅半翻双几数](?:"
    rf"(?<=[0-9])(?:[0-9]{{0,2}}(?:[{SEPARATORS}][0-9]{{3}}(?![0-9])){{1,9}}+|[0-9]{{0,{MOST_DIGITS}}}+)(?:\.([0-9]{{1,{MOST_DIGITS}}}+))?+"
    f"|(?<=[{_NUMERALS}])[{_NUMERALS}]{{0,{MOST_DIGITS}}}+"
    f"|(?<=[几数])(?=[{''.join(SCALES)}])|(?<=[廿卅半翻双]))"
)
_CHARS = f"0-9{_NUMERALS}廿卅半几数"
_RANKED = frozenset(table("ranks.toml")["ahead"]["back_units"])  # with which 后 makes a rank: 后两名
_BEFORE_HAN = frozenset("第前周期其零初正腊数几分点年月" + "0123456789.-—–―~/ " + _NUMERALS)
_BEFORE_ONE = frozenset("无翻上下") | _BEFORE_HAN
_QUOTES = frozenset("“「『‘")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_LATIN = _LETTERS | frozenset("/(")
_BEFORE = frozenset("0123456789.-—–―~～/_#@$¥€£[〔【［ 第前后零下负×x+半双∶" + _NUMERALS) | _LETTERS
_CODE = re.compile("([0-9]{1,12})(?![0-9·.A-Za-z-])", re.ASCII)
_SCALE_HEADS = frozenset("百千万亿兆")
_SCALES = {"万": 4, "亿": 8, "万亿": 12}
_CAREFUL = frozenset(table("senses.toml")["sets"]["careful"])
_SHARES = ("share", "discount")
_TENTHS = -1
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
    lexicon: Lexicon


@cache
def common(lexicon: Lexicon) -> tuple[re.Pattern[str], Reader, Reader]:
    """The pattern of a candidate, and readers of the commonest forms at an Arabic and at a Chinese numeral.

    A candidate's groups: the digits behind a point; an empty one where the number ends; hedge, scale, hedge, unit and hedge behind the
    number, all or none. A reader says None where the careful parsers must look.
    """
    tree = _tree([name for name, unit in lexicon.units.items() if unit.name == name])
    words = "|".join(sorted((re.escape(word) for word in lexicon.after if len(word) > 1), key=len, reverse=True))
    joins = "|".join(map(re.escape, CONNECTORS))
    # Atomic: a longer unit that fails at what follows must not fall back to a shorter one. Most numbers have neither a scale before
    # their unit nor anything of interest behind it: one look at a character says so.
    heads = "".join({word[0] for word in (*lexicon.after, *CONNECTORS)}) + _MORE
    behind = (
        rf"(?:(?![余多万亿])|([余多])?+(万亿|[万亿])?+([余多])?+)((?>{tree}))"
        rf"(?:(?![{re.escape(heads)}])|({words})?+(?!{words}|(?:{joins})[{_CHARS}负-]|[{_MORE[:-1]}]|个[半多]))"
    )
    tables = Tables(
        {name: _easy(unit) for name, unit in lexicon.units.items() if _is_easy(unit)},
        dict(lexicon.after),
        frozenset(match[1] for word in lexicon.fixed if (match := _CODE.match(word))),
        lexicon,
    )
    return re.compile(f"{_NUMBER}()(?:{behind})?+", re.ASCII), _arabic_reader(tables), _chinese_reader(tables)


_STEADY = (COUNT, MONEY, MEASURE, RATIO)
_LOOSE = (COUNT, DURATION, MEASURE)


def _is_easy(unit: Unit) -> bool:
    if unit.noun or unit.after or unit.only or has_senses(unit.name) or unit.name in _CAREFUL:
        return False
    if unit.kind is DURATION:
        return unit.dimension in ("time", "age", "working days") or unit.name in ("个月", "年")
    if unit.kind is PERCENT:
        return unit.dimension in (*_SHARES, "points")
    return unit.name == "分" or (unit.kind in _STEADY and unit.name[0] not in "万亿年月日时点分")


def _easy(unit: Unit) -> Easy:
    power = 1 - len(str(unit.factor.denominator)) if unit.dimension in _SHARES and unit.factor is not None else 0
    counted = unit.kind in (COUNT, PERCENT, RATIO) and power != _TENTHS
    stops = unit.not_before if counted else unit.not_before | _COMPOUNDING
    return Easy(unit.kind, power, unit.dimension == "age", unit.kind is DURATION or unit.name in SERIES, counted, stops)


_MORE = " 零半多余有钱由列航高动街个"  # what goes on with a number or makes another word of its unit
# A pattern tries its branches in turn: those that most numbers need come first.
_COMMON_HEADS = "元%人个年家名次天项公万户位分平小米亩吨条场岁倍座台辆件"


def _tree(names: list[str]) -> str:
    """A pattern of the names that branches at each character, so that a match costs no more than its length; the longest first."""
    heads: dict[str, list[str]] = {}
    for name in names:
        heads.setdefault(name[0], []).append(name[1:])
    branches = []
    for head, rests in sorted(heads.items(), key=lambda one: _COMMON_HEADS.find(one[0]) % (len(_COMMON_HEADS) + 1)):
        longer = [rest for rest in rests if rest]
        optional = "?" if len(longer) < len(rests) else ""
        branches.append(re.escape(head) + (f"(?:{_tree(longer)}){optional}" if longer else ""))
    return "|".join(branches)


def _arabic_reader(tables: Tables) -> Reader:  # noqa: C901 - see below
    easy, codes = tables.easy, tables.codes
    tails, special, calendar, lexicon = tables.lexicon.hedge_tails, _BEFORE, DATED | SIDED, tables.lexicon

    # One piece: it runs for every numeral of a text, and each call of a function would add a twentieth.
    def read(line: Line, found: re.Match[str]) -> Claim | Skip | None:  # noqa: C901, PLR0912
        text, at, stop = line.text, found.start(), found.end(2)
        before = text[at - 1] if at else ""
        if before in special:
            return _lettered(text, at, lexicon) if before in _LETTERS else None
        following = text[stop : stop + 1]
        if following in calendar:
            if following in SIDED:
                return clocked(line, at, stop, following, codes, lexicon) if before not in "年月初前" else None
            if (following != "年" or stop == at + 4) and (date := dated(line, at, before)) is not None:
                return date
        behind, _, inner, scale, inner_too, name, after = found.groups()
        unit = easy.get(name)
        if unit is None:
            return _ranged(line, found, before, tables) if name is None and following in _JOINS else None
        kind, unit_power, minor, _, _, stops = unit
        whole = text[at : stop - len(behind) - 1] if behind else text[at:stop]
        end = found.end()
        ending = text[end : end + 1]
        if ending in stops or (whole[0] == "0" and len(whole) > 1) or unit_power == _TENTHS or stop - at > _MOST:
            return None
        if whole in codes and (fixed := lexicon.fixed_at(text, at)) is not None and fixed[1] >= end:
            return None
        if (before == ":" or name == "年") and (len(whole) > 3 or text[at - 2 : at - 1].isdigit() or before in TAILS):
            return None
        if ending in _LATIN and _goes_on(text, end, name):
            if after or unit_power or (longer := _longer(text, end, kind, lexicon)) is None:
                return None
            kind, end = longer
        if not whole.isdigit():
            whole = "".join(mark for mark in whole if mark.isdigit())
        start, hedge, reach = at, EXACT, None
        if inner or inner_too or after or before in tails:
            place = _hedged(line, at, end, before, unit, (inner, inner_too, after), tables)
            if place is None:
                return None
            start, hedge = place
        power = unit_power + _SCALES[scale] if scale else unit_power
        step = power - len(behind) if behind else power
        value = shifted(whole, behind or "", power) if power or behind else whole
        if hedge is OVER and (inner or inner_too):
            digits = whole + (behind or "")
            reach = decimal_place(step + len(digits) - len(digits.rstrip("0")))
        named = end if after is None else found.end(6)
        if line.places is not None:
            quantity = quantity_of(value, None, line.written(found.start(6), named), hedge, decimal_place(step), reach)
            return claim(line, start, end, kind, quantity, minor)
        quantity = _new(Quantity, (value, None, line.raw[found.start(6) : named], hedge, decimal_place(step), reach))
        base = line.start
        return _new(Claim, (base + start, base + end, line.raw[start:end], kind, quantity, line.order, minor))

    return read


_new = tuple.__new__  # a named tuple looks at its arguments when it is made
_JOINS = frozenset("至到—–~")


def _longer(text: str, end: int, kind: Kind, lexicon: Lexicon) -> tuple[Kind, int] | None:
    """元/吨, 台(套): the kind and the end of a unit that goes on; None where something may stand behind it."""
    below = lexicon.unit_at(text, end + 1)
    if below is None:
        return None
    last = end + 1 + len(below.name)
    if text[end] == "(":
        last += 1
        if text[last - 1 : last] != ")":
            return None
    elif kind is not MONEY:
        kind = MEASURE
    return (kind, last) if text[last : last + 1] in _SAFE_END else None


_SAFE_END = frozenset(("", *"，。；：,;:)”」的和与"))
_RANGE = re.compile(r"(%?)(?:至|到|——?|–|~)([0-9]{1,9})(?:\.([0-9]{1,6}))?(%|(?:[\u4e00-\u9fff℃㎡]|[a-zA-Z]){1,4})")


def _ranged(line: Line, found: re.Match[str], before: str, tables: Tables) -> Claim | None:
    """3至5天, 5%~8%, 90至144平方米: two plain numbers and one unit."""
    text, at, stop = line.text, found.start(), found.end(2)
    number = text[at:stop]
    match = _RANGE.match(text, stop)
    if match is None or before in tables.lexicon.hedge_tails or before == ":" or not number.replace(".", "").isdigit():
        return None
    percent, top, behind_top, _ = match.groups()
    unit_at = tables.lexicon.unit_at(text, match.start(4))
    unit = None if unit_at is None else tables.easy.get(unit_at.name)
    if unit is None or unit_at is None or unit.power == _TENTHS or (unit.power == 0) == bool(percent) or unit_at.name == "年":
        return None
    end = match.start(4) + len(unit_at.name)
    if text[end : end + 1] not in _SAFE_END or number[0] == "0" or top[0] == "0" or number in tables.codes or stop - at > _MOST:
        return None
    behind = found[1] or ""
    whole = number[: -len(behind) - 1] if behind else number
    low, high = shifted(whole, behind, unit.power), shifted(top, behind_top or "", unit.power)
    quantity = quantity_of(low, high, line.written(match.start(4), end), EXACT, decimal_place(unit.power - len(behind)), None)
    return claim(line, at, end, unit.kind, quantity, unit.minor)


_MOST = 12  # characters of a number; longer ones are looked at twice


def _goes_on(text: str, end: int, name: str) -> bool:
    """Does a unit go on behind its name: 元/吨, 台(套), or as a longer Latin word?"""
    ending = text[end]
    return ending == "/" or (")" in text[end + 1 : end + 5] if ending == "(" else name[-1] in _LETTERS)


def _lettered(text: str, at: int, lexicon: Lexicon) -> Skip | None:
    """PM2.5, LX0917: digits behind a letter."""
    return code_at(text, at) if lexicon.fixed_at(text, at) is None else None


def _hedged(
    line: Line, at: int, end: int, before: str, unit: Easy, marks: tuple[str | None, str | None, str | None], tables: Tables
) -> tuple[int, Hedge] | None:
    """Where a hedged claim begins, and its hedge: the leading one, else the trailing one, else the one between number and unit."""
    inner, inner_too, after = marks
    if (inner and inner_too) or (before == "近" and unit.lasting):
        return None
    if after and (after == "不到" or line.text[end : end + 1] in tables.lexicon.not_before.get(after, ())):
        return None
    start, hedge = hedge_before(line.text, at, tables.lexicon) if before in tables.lexicon.hedge_tails else (at, None)
    return start, hedge or (tables.after.get(after) if after else None) or _INNER.get(inner or inner_too or "", EXACT)


_COMPOUNDING = frozenset("0123456789" + _NUMERALS)


def _chinese_reader(tables: Tables) -> Reader:  # noqa: C901 - see below
    easy, fixed_at = tables.easy, tables.lexicon.fixed_at
    tails = tables.lexicon.hedge_tails

    # One piece: it runs for every numeral of a text, and each call of a function would add a twentieth.
    def read(line: Line, found: re.Match[str]) -> Claim | Skip | None:  # noqa: C901, PLR0912
        text, at = line.text, found.start()
        before = text[at - 1] if at else ""
        run = text[at : found.end(2)]
        if before == "初" or (run[0] == "零" and text.startswith("零下", at)):
            return None
        fixed = fixed_at(text, at)
        if fixed is not None:
            return Skip(*fixed) if _is_settled(text, at, fixed, tables.lexicon) else None
        if before in (_BEFORE_ONE if run == "一" else _BEFORE_HAN) or run == "二" or run[0] in "半翻双廿卅几数":
            return None
        if before == "、" and at > 1 and text[at - 2] in _COMPOUNDING:
            return None
        if run in _SCALE_HEADS and tables.lexicon.unit_at(text, at) is not None:
            return None  # 每千瓦时
        _, _, inner, scale, inner_too, name, after = found.groups()
        unit = easy.get(name)
        if unit is None or scale or inner_too or (read_run := value_of(run)) is None:
            return None
        kind, power, minor, _, counted, stops = unit
        end = found.end()
        ending = text[end : end + 1]
        if ending in stops or kind is SCORE or (before in TAILS and name == "年") or (read_run.bare and (name == "把" or run in ROUGH)):
            return None
        if (power and (power != _TENTHS or len(run) > 1 or inner)) or (ending in _LATIN and _goes_on(text, end, name)):
            return None
        if not counted and read_run.digits and len(run) > 1 and read_run.high is None:
            return None
        if before == "后" and name in _RANKED:
            return None
        if run == "一" and slogan_at(text, at) is not None:
            return None
        start, hedge, reach = at, EXACT, None
        if inner or after or before in tails:
            place = _hedged(line, at, end, before, unit, (inner, None, after), tables)
            if place is None:
                return None
            start, hedge = place
            if inner and hedge is OVER:
                reach = decimal_place(read_run.step)
        high = None
        if read_run.high is not None:
            if power or inner:
                return None
            high, hedge = str(read_run.high), ABOUT if hedge is EXACT else hedge
        if hedge is EXACT and kind in _LOOSE and (run == "一" or run[0] in "百千万亿"):
            minor = True
        elif before in _QUOTES and kind is COUNT:
            minor = minor or is_slogan(text, at, end)
        value = shifted(str(read_run.low), "", power) if power else str(read_run.low)
        quantity = quantity_of(value, high, line.written(*found.span(6)), hedge, decimal_place(read_run.step + power), reach)
        return claim(line, start, end, kind, quantity, minor)

    return read


def _is_settled(text: str, at: int, fixed: tuple[int, int, str], lexicon: Lexicon) -> bool:
    """Does the fixed word stand whatever the parsers might read at its numeral?"""
    start, end, _ = fixed
    if start < at:
        return text[start] != "第" and (end != at + 1 or end - start != 2 or text[at] == "一")
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
