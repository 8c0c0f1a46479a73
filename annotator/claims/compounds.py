"""What stands behind a unit and belongs to its number: 一年半, 三成五, 1米75, 51秒28, 5分30秒, 三年零六个月."""

import re

from annotator.claims.members import DURATION, EXACT, SCORE
from annotator.claims.numerals import DIGITS, SCALES, Amount, number_at
from annotator.claims.plain import Line
from annotator.lexicon import Lexicon, Unit

_ENDS = frozenset("，。、；：！？,.;:!?)）(（”\"'」』 的高长宽深厚重左以上一每钱多就卖起和与，")


def behind_unit(text: str, low: Amount, unit: Unit, end: int, lexicon: Lexicon) -> tuple[Amount, int]:
    """一年半, 三成五, 1米75, 51秒28: what is said behind the unit and belongs to the number."""
    mark = text[end : end + 1]
    if mark == "半" and text[end + 1 : end + 2] not in "价数场程途路径岛导球决个天年月小夜空封":
        return plus_tenths(low, 5), end + 1
    if unit.dimension == "share" and unit.name == "成" and mark in DIGITS and text[end + 1 : end + 2] not in DIGITS:
        return plus_tenths(low, DIGITS[mark]), end + 1
    tenths, hundredths = text[end : end + 1], text[end + 1 : end + 2]
    if unit.name == "成" and tenths in DIGITS and hundredths in DIGITS and text[end + 2 : end + 3] not in DIGITS:
        return plus_tenths(low, DIGITS[tenths] * 10 + DIGITS[hundredths], 2), end + 2
    if not unit.tenths or low.exponent < 0 or not mark:
        return low, end
    if mark in DIGITS and mark not in "零〇两":
        is_last = text[end + 1 : end + 2] in _ENDS or end + 1 == len(text)
        return (plus_tenths(low, DIGITS[mark]), end + 1) if is_last else (low, end)
    return _hundredths(text, low, unit, end, lexicon)


_DIGITS = re.compile("[0-9]{1,3}(?![0-9.,%‰:])", re.ASCII)


def _hundredths(text: str, low: Amount, unit: Unit, end: int, lexicon: Lexicon) -> tuple[Amount, int]:
    """51秒28, 1米75: Arabic digits behind the unit, where no unit of their own follows."""
    digits = _DIGITS.match(text, end)
    if digits is None or len(digits[0]) > (3 if unit.kind is DURATION else 2):
        return low, end
    stop = digits.end()
    if unit.kind is not DURATION and (text[stop : stop + 1] in _GOES_ON or lexicon.unit_at(text, stop) is not None):
        return low, end
    whole, places = low.coefficient * 10**low.exponent, stop - end
    return Amount(whole * 10**places + int(digits[0]), -places), stop


_GOES_ON = frozenset((*SCALES, *"-—–~至到/年月日时点分比余多"))


def plus_tenths(amount: Amount, tenths: int, places: int = 1) -> Amount:
    """The amount and so many tenths more; hundredths with two places."""
    least = min(amount.exponent, -places)
    return Amount(amount.coefficient * 10 ** (amount.exponent - least) + tenths * 10 ** (-places - least), least)


def compound(line: Line, low: Amount, unit: Unit, end: int, lexicon: Lexicon) -> tuple[Amount, int, Unit | None]:
    """5分30秒, 三年零六个月: further numbers with smaller units of the dimension, in the smallest of them."""
    text, smallest = line.text, None
    while True:
        at = end + 1 if text[end : end + 1] == "零" else end
        current = smallest or unit
        following = number_at(text, at, lexicon) if text[at : at + 1] in _NUMERAL_HEADS else None
        if following is None or following.hedge is not EXACT:
            return low, end, smallest
        below, current = _below(text, following.end, current, lexicon)
        if below is None or current.factor is None or below.factor is None:
            return low, end, smallest
        ratio = current.factor / below.factor
        if ratio.denominator != 1 or ratio <= 1 or following.low.exponent > 0 or following.low.coefficient >= ratio:
            return low, end, smallest
        least = min(low.exponent, following.low.exponent, 0)
        coefficient = low.coefficient * ratio.numerator * 10 ** (low.exponent - least)
        low = Amount(coefficient + following.low.coefficient * 10 ** (following.low.exponent - least), least)
        end, smallest = following.end + len(below.name), below


_NUMERAL_HEADS = frozenset((*DIGITS, *"0123456789十"))


def _below(text: str, at: int, above: Unit, lexicon: Lexicon) -> tuple[Unit | None, Unit]:
    """The unit at a code point when it is a smaller one of the dimension; 分 above 秒 is a minute."""
    unit = lexicon.unit_at(text, at)
    if above.kind is SCORE:
        minutes = next((one for one in lexicon.within.get(above.name, ()) if unit is not None and one.dimension == unit.dimension), None)
        return (unit, minutes) if minutes is not None else (None, above)
    for beside in lexicon.within.get(text[at : at + 1], ()):
        if beside.dimension == above.dimension and (unit is None or unit.kind is SCORE):
            return beside, above
    return (unit, above) if unit is not None and unit.dimension == above.dimension and unit.kind is above.kind else (None, above)
