"""Halves, fractions, multiples said in words: 半年, 一半, 过半, 三分之一, 2/3, 翻一番, 双倍, 百分之三, 无一人."""

import re

from annotator.claims.draft import Draft
from annotator.claims.members import COUNT, DURATION, EXACT, MEASURE, OVER, PERCENT, RATIO, UNDER
from annotator.claims.numerals import Amount, Number, number_at
from annotator.claims.plain import Line
from annotator.claims.quantities import Measured, connector_at, finish, hedge_after, hedge_before, signed
from annotator.lexicon import Lexicon, table

_SHARES = {"百": (-2, "%"), "千": (-3, "‰"), "万": (-4, "")}
_SLASH = re.compile(r"([0-9]{1,3})/([0-9]{1,4})(?![0-9/.])", re.ASCII)
_HALF_WORDS = frozenset("一多大小各参对过折减前后上下")
_UNHALVED = frozenset(table("senses.toml")["sets"]["unhalved"])
_HALF_SHARES = {"价": PERCENT, "数": RATIO}


def share_at(line: Line, number: Number, lexicon: Lexicon) -> Draft | None:
    """百分之三, 三分之一, 万分之三度: the fraction whose denominator this number is."""
    text = line.text
    if not text.startswith("分之", number.end) or number.high is not None:
        return None
    top = number_at(text, number.end + 2, lexicon)
    if top is None:
        return None
    start, before = hedge_before(text, number.start, lexicon)
    base = text[number.start : number.end]
    if base not in _SHARES:
        end, after = hedge_after(text, top.end, lexicon)
        return Draft(start, end, RATIO, f"{top.low}/{number.low}", None, "", before or after or top.hedge)
    power, name = _SHARES[base]
    low, high, last = top.low, top.high, top.end
    low, high, last = _share_range(text, low, high, last, base, lexicon)
    low, high = low.times(power), None if high is None else high.times(power)
    unit = lexicon.unit_at(text, last)
    if unit is not None and unit.kind in (MEASURE, DURATION) and top.end == last:
        measured = Measured(top, unit, unit.name, last + len(unit.name), low, high, top.hedge)
        end, after = hedge_after(text, measured.end, lexicon)
        return finish(line, start, end, measured, low, high, before or after or top.hedge, top)
    end, after = hedge_after(text, last, lexicon)
    if not name and high is None:  # 万分之二 is told as a fraction
        return Draft(start, end, RATIO, f"{top.low}/10000", None, "", before or after or top.hedge)
    start, below = _minus(text, start, lexicon)
    if below:
        low = Amount(-low.coefficient, low.exponent)
    return Draft(start, end, PERCENT, str(low), None if high is None else str(high), name, before or after or top.hedge, top.step + power)


def _minus(text: str, start: int, lexicon: Lexicon) -> tuple[int, bool]:
    return signed(text, start, lexicon.units["%"])


def _share_range(text: str, low: Amount, high: Amount | None, end: int, base: str, lexicon: Lexicon) -> tuple[Amount, Amount | None, int]:
    """百分之五至百分之八, 百分之五到八."""
    at = connector_at(text, end)
    if at == end or high is not None:
        return low, high, end
    at += 3 if text.startswith(base + "分之", at) else 0
    other = number_at(text, at, lexicon)
    if other is None or lexicon.unit_at(text, other.end) is not None:
        return low, high, end
    return low, other.low, other.end


def slash_at(line: Line, at: int, lexicon: Lexicon) -> Draft | None:
    """2/3 as a fraction: the first below the second, and no unit behind it."""
    match = _SLASH.match(line.text, at)
    if match is None or not 0 < int(match[1]) < int(match[2]) or line.text.startswith(("决赛", "月", "年"), match.end()):
        return None
    start, before = hedge_before(line.text, at, lexicon)
    end, after = hedge_after(line.text, match.end(), lexicon)
    return Draft(start, end, RATIO, f"{int(match[1])}/{int(match[2])}", None, "", before or after or EXACT)


_RELAY = re.compile("×([1-9][0-9]{1,3})米", re.ASCII)


def relay_at(line: Line, number: Number) -> Draft | None:
    """4×100米接力: so many legs of a length, told as the length of all."""
    match = _RELAY.match(line.text, number.end)
    if match is None or not 2 <= number.low.fraction <= 10 or "接力" not in line.text[match.end() : match.end() + 12]:
        return None
    whole = str(int(match[1]) * int(number.low.fraction))
    return Draft(number.start, match.end(), MEASURE, whole, None, line.written(match.end() - 1, match.end()), minor=True)


def half_at(line: Line, at: int, lexicon: Lexicon) -> Draft | None:
    """半年, 半个小时, 半价, 半数, 过半, 一半: what 半 says at a code point."""
    text = line.text
    before = text[at - 1 : at]
    if before in "上下" and text[at + 1 : at + 2] == "年":
        return None
    if before in "过超近" and not _unit_behind(text, at + 1, lexicon) and text[at + 1 : at + 2] not in "数百":
        hedge = UNDER if before == "近" else OVER
        return Draft(at - 1, at + 1, RATIO, "1/2", None, "", hedge, minor=True)
    share = _HALF_SHARES.get(text[at + 1 : at + 2])
    if share is not None and before not in "大多":
        end, after = hedge_after(text, at + 2, lexicon)
        start, lead = hedge_before(text, at, lexicon)
        value, unit = ("0.5", line.written(at + 1, at + 2)) if share is PERCENT else ("1/2", "")
        return Draft(start, end, share, value, None, unit, lead or after or EXACT, minor=True)
    return _half_unit(line, at, lexicon)


def _unit_behind(text: str, at: int, lexicon: Lexicon) -> bool:
    return lexicon.unit_at(text, at) is not None


def _half_unit(line: Line, at: int, lexicon: Lexicon) -> Draft | None:
    text, place, hedge = line.text, at + 1, EXACT
    if text[at - 1 : at] in "大小前后" and not (text[at - 1 : at] in "前后" and text.startswith("个", at + 1)):
        return None
    whole = lexicon.unit_at(text, place) if text.startswith("个", place) and not lexicon.unit_at(text, place + 1) else None
    if whole is not None and len(whole.name) == 1 and text[place + 1 : place + 2] != "多":
        return Draft(at, place + 1, COUNT, "0.5", None, line.written(place, place + 1), minor=True)
    middle = place + 1 if text.startswith("个", place) else place
    if text.startswith("多", middle):
        middle, hedge = middle + 1, OVER
    unit = lexicon.unit_at(text, middle)
    if whole is not None and len(whole.name) > 1:  # 半个钟
        unit, place = whole._replace(name=whole.name[1:]), middle
    if unit is None or unit.noun or (unit.kind is COUNT and len(unit.name) > 1):
        return None
    counted = unit.kind is COUNT and middle == place and hedge is EXACT and text[at - 1 : at] not in _HALF_WORDS
    if unit.name != "成" and not counted and (unit.kind not in (DURATION, MEASURE) or unit.name in _UNHALVED):
        return None
    end = middle + len(unit.name)
    name = line.written(place, end) if unit.name == "月" and middle > place and hedge is EXACT else line.written(middle, end)
    number = Number(at, middle, Amount(5, -1), hedge=hedge, step=-1, arabic=False)
    measured = Measured(number, unit, name, end, Amount(5, -1), None, hedge)
    start, before = hedge_before(text, at, lexicon)
    last, after = hedge_after(text, end, lexicon)
    join = connector_at(text, end)
    other = number_at(text, join, lexicon) if join > end else None
    if other is not None:
        second = lexicon.unit_at(text, other.end)
        if second is not None and second.name == unit.name:
            return finish(line, start, other.end + len(second.name), measured, number.low, other.low, before or EXACT, number)
    return finish(line, start, last, measured, number.low, None, before or after or hedge, number)._replace(minor=counted)


def one_half_at(line: Line, number: Number, lexicon: Lexicon) -> Draft | None:
    """一半."""
    text = line.text
    if text[number.start : number.end] != "一" or not text.startswith("半", number.end) or _unit_behind(text, number.end + 1, lexicon):
        return None
    start, before = hedge_before(text, number.start, lexicon)
    end, after = hedge_after(text, number.end + 1, lexicon)
    return Draft(start, end, RATIO, "1/2", None, "", before or after or EXACT)


def doubling_at(line: Line, number: Number, lexicon: Lexicon) -> Draft | None:
    """翻一番, 翻了两番: twofold, fourfold."""
    text, start = line.text, number.start
    if not text.startswith("番", number.end):
        return None
    start, before = hedge_before(text, start, lexicon)
    for word in ("翻了", "翻"):
        if text.endswith(word, 0, start):
            times = int(str(number.low)) if number.low.exponent >= 0 and number.low.coefficient <= 20 else 0
            if times:
                return Draft(
                    start - len(word),
                    number.end + 1,
                    RATIO,
                    str(2**times),
                    None,
                    line.written(number.end, number.end + 1),
                    before or number.hedge,
                )
    return None


_TWOFOLD = {"翻番": "番", "翻倍": "倍", "双倍": "倍"}


def twofold_at(line: Line, at: int) -> Draft | None:
    """翻番, 翻倍, 双倍."""
    word = line.text[at : at + 2]
    if word not in _TWOFOLD:
        return None
    return Draft(at, at + 2, RATIO, "2", None, line.written(at + 1, at + 2), minor=word == "双倍")


def none_at(line: Line, number: Number, lexicon: Lexicon) -> Draft | None:
    """无一人: not one."""
    text = line.text
    if text[number.start : number.end] != "一" or text[number.start - 1 : number.start] != "无":
        return None
    unit = lexicon.unit_at(text, number.end)
    if unit is None or unit.kind is not COUNT:
        return None
    end = number.end + len(unit.name)
    return Draft(number.start - 1, end, COUNT, "0", None, line.written(number.end, end), minor=True)
