"""Numbers with a unit: counts, money, percent, multiples, measures, lengths of time; ranges and compounds of them."""

from typing import NamedTuple

from annotator.claims.compounds import behind_unit, compound, plus_tenths
from annotator.claims.draft import Draft, Found
from annotator.claims.members import ABOUT, DURATION, EXACT, MEASURE, MONEY, OVER
from annotator.claims.numerals import DIGITS, SCALES, Amount, Number, number_at
from annotator.claims.plain import Line
from annotator.claims.senses import SERIES, is_exact_last, refused, sense_kind
from annotator.lexicon import Lexicon, Unit, table
from annotator.model import Hedge

CONNECTORS = ("——", "—", "–", "―", "--", "-", "~", "至", "到")


_new = tuple.__new__  # see numerals


class Measured(NamedTuple):
    """A number with its unit. `end` is behind the unit, a 半 or a digit that belongs to it; hedges behind the unit come later."""

    number: Number
    unit: Unit | None
    name: str
    end: int
    low: Amount
    high: Amount | None
    hedge: Hedge


def quantity_at(line: Line, number: Number, lexicon: Lexicon) -> Found | None:
    """The claim of a number with a unit, range and hedges taken in, or why it is none; None where no unit follows."""
    text = line.text
    first = measured(line, number, lexicon)
    second = _range(line, first, lexicon) if text[first.end : first.end + 1] in _JOINED else None
    ends = None if second is None else _ends(first, second)
    if ends is not None and first.unit is not None and _is_change(text, number.start, ends):
        second = ends = None
    last = first if second is None or ends is None else second
    if ends is None and second is not None and (high := _in_smaller(first, second)) is not None:
        ends, last = (first.low, high), first._replace(end=second.end)
    symbol = _symbol(text, number.start) if text[number.start - 1 : number.start] in _SIGNS else ""
    if symbol and (last.unit is None or last.unit.kind is not MONEY):
        return _with_symbol(line, number, symbol, lexicon)
    if last.unit is None:
        return None
    reason = refused(line, number, last.unit, last.end)
    if reason is not None:
        return reason
    low, high = ends or (first.low, first.high)
    start, below = signed(text, number.start, last.unit)
    if below:
        low = Amount(-low.coefficient, low.exponent)
    start, before = hedge_before(text, start - len(symbol), lexicon)
    if before is not None and is_exact_last(line, number, last.unit, text[start : number.start]):
        start, before = (start if last.unit.name in SERIES else number.start), None
    end, after = hedge_after(text, last.end, lexicon)
    hedge = before or after or (last.number.hedge if last is not first and last.number.hedge is ABOUT else first.hedge)
    return finish(line, start, end, last, low, high, hedge, first.number)


def _with_symbol(line: Line, number: Number, symbol: str, lexicon: Lexicon) -> Draft:
    """¥199, $29.9, US$5亿."""
    start, before = hedge_before(line.text, number.start - len(symbol), lexicon)
    name, high, last = line.written(number.start - len(symbol), number.start), None, number.end
    at = connector_at(line.text, last)
    if at > last and line.text.startswith(symbol, at) and (other := number_at(line.text, at + len(symbol), lexicon)) is not None:
        high, last = str(other.low), other.end
    end, after = hedge_after(line.text, last, lexicon)
    return Draft(start, end, MONEY, str(number.low), high, name, before or after or number.hedge, number.step)


_POWERS = {10: -1, 100: -2, 1000: -3}


def finish(line: Line, start: int, end: int, last: Measured, low: Amount, high: Amount | None, hedge: Hedge, number: Number) -> Draft:
    """The claim of a measured number: percent signs and tenths as shares, everything else as stated."""
    unit = last.unit
    assert unit is not None
    kind = sense_kind(line, number, unit, end)
    step = number.step + (low.exponent - number.low.exponent if low.coefficient == number.low.coefficient else 0)
    if unit.dimension == "share" and low.coefficient != number.low.coefficient:
        step = min(step, low.exponent)  # the 五 of 七成五 is its last digit
    if unit.dimension in ("share", "discount") and unit.factor is not None:
        power = _POWERS[unit.factor.denominator]
        if unit.dimension == "discount" and number.digits and len(number.digits) == 2:
            low, high, hedge, power = Amount(int(number.digits)), None, EXACT, -2
        low, high, step = low.times(power), None if high is None else high.times(power), step + power
    reach = None
    if hedge is OVER and number.inner:
        reach = Amount(1, step + _zeros(low) if number.arabic else step)
    return _new(Draft, (start, end, kind, str(low), None if high is None else str(high), last.name, hedge, step, reach, False, ""))


def _zeros(amount: Amount) -> int:
    """How many zeros end the coefficient."""
    coefficient, zeros = abs(amount.coefficient), 0
    while coefficient and coefficient % 10 == 0:
        coefficient //= 10
        zeros += 1
    return zeros


# --- unit ------------------------------------------------------------------------------------------------------------


def measured(line: Line, number: Number, lexicon: Lexicon) -> Measured:
    """The number with the unit that follows, at most one space between; unit None where none does."""
    text, at = line.text, number.end
    if text[at : at + 1] == " ":
        at += 1
    if text.startswith("个", at):
        halved = _half_between(line, number, at, lexicon)
        if halved is not None:
            return halved
    if text.startswith("分多钟", at):
        return Measured(
            number, lexicon.units["分钟"], line.written(at, at + 1) + line.written(at + 2, at + 3), at + 3, number.low, None, OVER
        )
    unit = lexicon.unit_at(text, at)
    if unit is not None and unit.after and not _stands_after(line, number.start, unit):
        unit = None
    if unit is None:
        return Measured(number, None, "", number.end, number.low, number.high, number.hedge)
    end = at + len(unit.name)
    if text[end : end + 1] not in _GOES_ON:
        named = at + 1 if unit.name in _HOURS else at
        return _new(Measured, (number, unit, line.written(named, end), end, number.low, number.high, number.hedge))
    return _going_on(line, number, unit, at, end, lexicon)


def _going_on(line: Line, number: Number, unit: Unit, at: int, end: int, lexicon: Lexicon) -> Measured:
    """The number with what stands behind its unit and belongs to it: 元/吨, 5分30秒, 三年半, 七天七夜."""
    text = line.text
    end, unit, name = _extended(line, at, end, unit, lexicon)
    low, end, smaller = compound(line, number.low, unit, end, lexicon)
    if smaller is not None:
        name = line.written(end - len(smaller.name), end) if text.endswith(smaller.name, 0, end) else smaller.name
        if smaller.name == "秒":
            low, end = behind_unit(text, low, smaller, end, lexicon)
        return Measured(number, smaller, name, end, low, number.high, number.hedge)
    nights = text[number.start : number.end] + "夜"
    if unit.name == "天" and text.startswith(nights, end):
        end += len(nights)
    if number.high is None:
        low, end = behind_unit(text, low, unit, end, lexicon)
    return Measured(number, unit, name[1:] if unit.name in _HOURS else name, end, low, number.high, number.hedge)


_HOURS = frozenset(table("senses.toml")["sets"]["hours"])
_GOES_ON = frozenset((*DIGITS, *"0123456789十半(/"))  # what behind a unit may belong to the number or to the unit


def _stands_after(line: Line, at: int, unit: Unit) -> bool:
    clause = line.text[max(0, at - 12) : at]
    return any(word in clause for word in unit.after)


def _extended(line: Line, at: int, end: int, unit: Unit, lexicon: Lexicon) -> tuple[int, Unit, str]:
    """台(套), 元/吨: the unit with what belongs to it."""
    text = line.text
    if text[end : end + 1] == "(":
        inside = lexicon.unit_at(text, end + 1)
        if inside is not None and text[end + 1 + len(inside.name) : end + 2 + len(inside.name)] == ")":
            end += 2 + len(inside.name)
    for _ in range(2):
        if text[end : end + 1] != "/":
            break
        below = lexicon.unit_at(text, end + 1)
        if below is None:
            break
        kind = unit.kind if unit.kind is MONEY else MEASURE
        end += 1 + len(below.name)
        unit = Unit(text[at:end], kind, text[at:end])
    return end, unit, line.written(at, end)


def _half_between(line: Line, number: Number, at: int, lexicon: Lexicon) -> Measured | None:
    """两个半小时, 一个多月: 半 or 多 between 个 and the unit."""
    text = line.text
    mark = text[at + 1 : at + 2]
    if mark not in ("半", "多"):
        return None
    unit = lexicon.unit_at(text, at + 2)
    end = at + 2 + (0 if unit is None else len(unit.name))
    if unit is None and (whole := lexicon.unit_at("个" + text[at + 2 : at + 5], 0)) is not None and len(whole.name) > 1:
        unit, end = whole, at + 1 + len(whole.name)  # 两个半钟
    elif unit is None or unit.name.startswith("个"):
        return None
    if unit.kind is not DURATION:
        return None
    name = line.written(at, at + 1) + line.written(at + 2, end) if unit.name == "月" else line.written(at + 2, end)
    low = plus_tenths(number.low, 5) if mark == "半" else number.low
    return Measured(number, unit, name, end, low, number.high, OVER if mark == "多" else number.hedge)


# --- range -----------------------------------------------------------------------------------------------------------


_JOINS = frozenset(mark[0] for mark in CONNECTORS)
_JOINED = _JOINS | {"、"}


def connector_at(text: str, at: int) -> int:
    """The end of a sign of range at a code point, or `at`."""
    if text[at : at + 1] not in _JOINS:
        return at
    for mark in CONNECTORS:
        if text.startswith(mark, at):
            return at + len(mark)
    return at


def _range(line: Line, first: Measured, lexicon: Lexicon) -> Measured | None:
    """The second end of a range that begins with `first`."""
    text = line.text
    at = connector_at(text, first.end)
    if at == first.end:
        return _juxtaposed(line, first, lexicon)
    below = next((len(mark) for mark in ("零下", "-", "负") if text.startswith(mark, at)), 0)
    following = number_at(text, at + below, lexicon)
    if following is None:
        return None
    second = measured(line, following, lexicon)
    if below and second.unit is not None:
        second = second._replace(low=Amount(-second.low.coefficient, second.low.exponent))
    if second.unit is None or (len(following.digits) == 4 and second.name == "年" and len(first.number.digits) != 4):
        return None  # 写了16年——1986年动笔
    return second


def _juxtaposed(line: Line, first: Measured, lexicon: Lexicon) -> Measured | None:
    """三、四天: two numerals in a row with 、 between."""
    text, number = line.text, first.number
    if first.unit is not None or number.arabic or number.end - number.start != 1 or text[number.end : number.end + 1] != "、":
        return None
    following = number_at(text, number.end + 1, lexicon)
    if following is None or following.end != number.end + 2 or following.low.coefficient != number.low.coefficient + 1:
        return None
    second = measured(line, following, lexicon)
    if second.unit is None or second.unit.noun or text[number.start - 1 : number.start] == "、":
        return None
    return second._replace(number=following._replace(hedge=ABOUT), hedge=ABOUT)


def _ends(first: Measured, second: Measured) -> tuple[Amount, Amount] | None:
    """Both ends in the second unit; None where they do not belong together."""
    low, high = first.low, second.high or second.low
    if first.unit is None:
        if second.number.scale and not first.number.scaled and low.times(second.number.scale).fraction < high.fraction:
            low = low.times(second.number.scale)
        return low, high
    one, other = first.unit, second.unit
    assert other is not None
    if one.name == other.name or first.name == second.name:
        return low, high
    if one.kind is not other.kind or one.dimension != other.dimension or one.factor is None or other.factor is None:
        return None
    ratio = one.factor / other.factor
    if ratio == 1:
        return low, high
    if ratio.denominator == 1:
        return Amount(low.coefficient * ratio.numerator, low.exponent), high
    return None


_CHANGES = frozenset("升降涨跌高调加减增")


def _is_change(text: str, at: int, ends: tuple[Amount, Amount]) -> bool:
    """调升5元至60元: up by five to sixty, two claims and no range."""
    low, high = ends
    return text[at - 1 : at] in _CHANGES and text[at - 1 : at] != "" and high.fraction >= 5 * low.fraction


def _in_smaller(first: Measured, second: Measured) -> Amount | None:
    """The upper end in the unit of the lower one, where that is the smaller: 十个月至一年 ends at 12."""
    one, other = first.unit, second.unit
    if one is None or other is None or one.kind is not other.kind or one.dimension != other.dimension or not one.factor or not other.factor:
        return None
    high, ratio = second.high or second.low, other.factor / one.factor
    return Amount(high.coefficient * ratio.numerator, high.exponent) if ratio > 1 and ratio.denominator == 1 else None


# --- hedges and signs ------------------------------------------------------------------------------------------------


def hedge_before(text: str, at: int, lexicon: Lexicon) -> tuple[int, Hedge | None]:
    """Where the claim begins with its leading hedge, and the hedge; one outside the claim moves nothing."""
    if at == 0:
        return at, None
    stop = at - 1 if text[at - 1] == " " else at
    if text[stop - 1 : stop] not in lexicon.hedge_tails:
        return at, None
    for length in (4, 3, 2, 1):
        word = text[max(0, stop - length) : stop]
        if len(word) < length:
            continue
        if word in lexicon.before and not _inside_word(text, stop - length, word, lexicon):
            if word in ("上", "好") and text[at] not in "百千万亿几":
                continue
            return stop - length, lexicon.before[word]
        if word in lexicon.outside and not _inside_word(text, stop - length, word, lexicon):
            return at, lexicon.outside[word]
    return at, None


def _inside_word(text: str, at: int, word: str, lexicon: Lexicon) -> bool:
    """Does the character before make another word of it (节约), and no longer word before (折合约) undo that?"""
    before = text[at - 1 : at]
    return bool(before) and before in lexicon.not_after.get(word, ()) and not text.startswith(lexicon.unless.get(word, ()), at - 2)


def hedge_after(text: str, at: int, lexicon: Lexicon) -> tuple[int, Hedge | None]:
    """Where the claim ends with its trailing hedges, and the first hedge among them."""
    if text[at : at + 1] not in lexicon.hedge_heads:
        return at, None
    hedge: Hedge | None = None
    for _ in range(2):
        for length in lexicon.after_lengths:
            word = text[at : at + length]
            if len(word) == length and word in lexicon.after and _stands(text, at + length, word, lexicon):
                hedge = hedge or lexicon.after[word]
                at += length
                break
        else:
            break
    return at, hedge


_NUMERALS = frozenset((*DIGITS, *SCALES, *"0123456789半几数"))
_PLAIN_END = frozenset("，。、；：！？,.;:!?)）”\"'」』 的了来前后时里就才去未便已在")


def _stands(text: str, end: int, word: str, lexicon: Lexicon) -> bool:
    following = text[end : end + 1]
    if word == "几":
        return text[end - 2] == "成"
    if word == "多" and following == "了":
        return False  # 比上月的86个多了12个
    if len(word) == 1:
        return not following or following in _PLAIN_END or text[end - 2] in "成倍里"
    if word == "不到" and following in _NUMERALS:
        return False
    return not (following and following in lexicon.not_before.get(word, ()))


_SIGNS = frozenset("¥$€£")
_SYMBOLS = ("US$", "HK$", "NT$", "A$", "¥", "$", "€", "£")


def _symbol(text: str, at: int) -> str:
    """The sign of a currency right before a number, "" where there is none."""
    return next((mark for mark in _SYMBOLS if at >= len(mark) and text.startswith(mark, at - len(mark))), "")


_LEVELS = frozenset("深位程拔高")  # 水深-16.5米, 标高-3.2米
_BELOW_ZERO = frozenset("下-负")


def signed(text: str, at: int, unit: Unit) -> tuple[int, bool]:
    """Where the claim begins with its minus sign, and whether it is below zero."""
    if at == 0 or text[at - 1] not in _BELOW_ZERO:
        return at, False
    mark, before = text[at - 1], text[at - 2 : at - 1] if at >= 2 else ""
    if mark == "下" and before == "零":
        return at - 2, True
    if mark == "-" and not (before.isascii() and before.isalnum()):
        han = "\u4e00" <= before <= "\u9fff"
        below = unit.dimension == "length" and before in _LEVELS
        if not han or below or unit.kind is MONEY or unit.dimension in ("temperature", "share", "degree", "points"):
            return at - 1, True
    if mark == "负" and unit.dimension in ("temperature", "share", "degree", "magnitude"):
        return at - 1, True
    return at, False
