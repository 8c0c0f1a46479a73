"""Numbers as they are written in Chinese news: 1,234.5, 3亿5000万, 三千六百余, 十几, 两三百, 二〇二〇."""

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from annotator.claims.members import ABOUT, EXACT, OVER
from annotator.lexicon import Lexicon, table
from annotator.model import Hedge

_TABLES = table("numerals.toml")
DIGITS: dict[str, int] = dict(_TABLES["digits"])
SCALES: dict[str, int] = dict(_TABLES["scales"])
ROUGH = ("百十", "千百")  # about so many
_MERGED: dict[str, str] = dict(_TABLES["merged"])
SEPARATORS = "".join(map(re.escape, _TABLES["separators"]["marks"]))

MOST_DIGITS = 30  # longer runs are identifiers; nothing in the news has more
_CHINESE = "".join((*DIGITS, *SCALES, *_MERGED))
_MOST = f"[0-9]{{1,{MOST_DIGITS + 1}}}"
_ARABIC = re.compile(rf"([0-9]{{1,3}}(?:[{SEPARATORS}][0-9]{{3}}(?![0-9])){{1,9}}|{_MOST})(?:\.({_MOST}))?", re.ASCII)
_RUN = re.compile(f"[{_CHINESE}]{{1,{MOST_DIGITS + 1}}}")
_SCALE = re.compile("[十百千]?[万亿兆]{1,4}|[百千]")
_POINT = re.compile("点([零〇一二三四五六七八九]{1,31})")


_new = tuple.__new__  # a named tuple looks at its arguments when it is made; filling it directly takes half the time


class Amount(NamedTuple):
    """An exact decimal: coefficient times a power of ten."""

    coefficient: int
    exponent: int = 0

    def times(self, power: int) -> "Amount":
        """Ten to the power times as much."""
        return _new(Amount, (self.coefficient, self.exponent + power))

    @property
    def fraction(self) -> Fraction:
        return Fraction(self.coefficient) * Fraction(10) ** self.exponent

    def __str__(self) -> str:
        """A plain decimal without trailing zeros behind the point."""
        if self.exponent >= 0:
            return str(self.coefficient) + "0" * self.exponent
        digits = str(abs(self.coefficient)).rjust(1 - self.exponent, "0")
        behind = digits[self.exponent :].rstrip("0")
        sign = "-" if self.coefficient < 0 else ""
        return sign + digits[: self.exponent] + ("." + behind if behind else "")


class Number(NamedTuple):
    """A number and how it is written. `high` ends juxtaposed digits (三五), `step` is the power of ten of the last stated digit."""

    start: int
    end: int
    low: Amount
    high: Amount | None = None
    hedge: Hedge = EXACT
    step: int = 0
    arabic: bool = True
    scaled: bool = False  # a scale word was written
    scale: int = 0  # the power of ten of the scale word behind the digits: 4 in 5.6万
    bare: bool = False  # a scale word alone: 百, 千万
    digits: str = ""  # counted by place: 2020, 二〇二〇, 08
    decimal: bool = False
    inner: str = ""  # the hedge between number and unit


def number_at(text: str, at: int, lexicon: Lexicon) -> Number | None:
    """The number that begins at a code point of a plain text, scale and inner hedge taken in; None where no number can be read."""
    if "0" <= text[at : at + 1] <= "9":
        return _arabic(text, at, lexicon)
    return _chinese(text, at, lexicon) if at < len(text) else None


# --- Arabic ----------------------------------------------------------------------------------------------------------


def _arabic(text: str, at: int, lexicon: Lexicon) -> Number | None:
    match = _ARABIC.match(text, at)
    if match is None:
        return None
    whole, behind = match.groups()
    digits = whole if whole.isdigit() else re.sub(f"[{SEPARATORS}]", "", whole)
    if len(digits) + len(behind or "") > MOST_DIGITS:
        return None
    low = Amount(int(digits + behind), -len(behind)) if behind else Amount(int(digits))
    step, written = (-len(behind), "") if behind else (0, digits)
    number = _new(Number, (at, match.end(), low, None, EXACT, step, True, False, 0, False, written, bool(behind), ""))
    return _tail(text, number, lexicon) if text[number.end : number.end + 1] in _TAIL_HEADS else number


def _tail(text: str, number: Number, lexicon: Lexicon) -> Number:
    """The number with what follows: inner hedge, scale, a smaller part (1亿2千万), inner hedge."""
    following = text[number.end : number.end + 1]
    end, hedge, inner = number.end, number.hedge, number.inner
    low, step, scaled, written = number.low, number.step, number.scaled, number.scale
    if not inner and following in lexicon.inner and _is_inner(text, end, lexicon):
        inner, hedge, end = following, lexicon.inner[following], end + 1
    unit = lexicon.unit_at(text, end)
    scale = None if unit is not None and unit.name[0] in SCALES else _SCALE.match(text, end)
    if scale is not None:
        power = written = _power(scale[0])
        if not inner and (number.arabic or not number.scaled or power > 3):
            low, step, scaled, end = low.times(power), step + power, True, scale.end()
            low, step, end = _parts(text, end, low, step, power, lexicon)
        elif inner:
            low, step, scaled, end = low.times(power), step + power, True, scale.end()
        following = text[end : end + 1]
        if not inner and following in lexicon.inner and _is_inner(text, end, lexicon):
            inner, hedge, end = following, lexicon.inner[following], end + 1
    start, _, _, high, _, _, arabic, _, _, bare, digits, decimal, _ = number
    return _new(Number, (start, end, low, high, hedge, step, arabic, scaled, written, bare, digits, decimal, inner))


def _parts(text: str, end: int, low: Amount, step: int, power: int, lexicon: Lexicon) -> tuple[Amount, int, int]:
    """Smaller parts behind a scale: 1亿2千万, 3亿5000万, 1万7."""
    while (match := _ARABIC.match(text, end)) is not None and len(match[1]) <= 6:
        scale = _SCALE.match(text, match.end())
        unit = lexicon.unit_at(text, match.end())
        behind = len(match[2] or "")
        if scale is None or (unit is not None and unit.name[0] in SCALES):
            if len(match[0]) == 1 and unit is not None and power >= 2 and text[end - 1] in SCALES:
                added = Amount(int(match[0]), power - 1)
                return _sum(low, added), power - 1, match.end()
            whole = re.sub(f"[{SEPARATORS}]", "", match[1])
            if len(whole) == power and not match[2] and unit is not None:
                return _sum(low, Amount(int(whole))), 0, match.end()
            break
        smaller = _power(scale[0])
        if smaller >= power:
            break
        whole = re.sub(f"[{SEPARATORS}]", "", match[1])
        low = _sum(low, Amount(int(whole + (match[2] or "")), smaller - behind))
        step, power, end = smaller - behind, smaller, scale.end()
    return low, step, end


def _sum(one: Amount, other: Amount) -> Amount:
    least = min(one.exponent, other.exponent)
    return Amount(
        one.coefficient * 10 ** (one.exponent - least) + other.coefficient * 10 ** (other.exponent - least),
        least,
    )


def _power(scale: str) -> int:
    return sum(SCALES[mark] for mark in scale)


def _is_inner(text: str, at: int, lexicon: Lexicon) -> bool:
    """Is the character at `at` a hedge between number and unit, rather than the head of another word (来自, 多元)?"""
    mark, end = text[at], at + 1
    if mark == "来":
        return _SCALE.match(text, end) is not None or lexicon.unit_at(text, end) is not None
    if mark == "多":
        return text[end : end + 1] in SCALES or lexicon.unit_at(text, end) is not None
    return text[end : end + 1] not in lexicon.not_before.get(mark, ()) or lexicon.unit_at(text, end) is not None


# --- Chinese ---------------------------------------------------------------------------------------------------------


def _chinese(text: str, at: int, lexicon: Lexicon) -> Number | None:
    if text[at] in "几数":
        return _several(text, at)
    match = _RUN.match(text, at)
    if match is None:
        return None
    run = match[0]
    if len(run) == 1 and run in SCALES and run != "十" and lexicon.unit_at(text, at) is not None:
        return None  # 每千瓦: the unit
    if run[-1] == "两" and len(run) > 1 and (run[-2] in SCALES or lexicon.unit_at(text, match.end()) is None):
        run = run[:-1]  # 六百两, 二两: the weight
    read = value_of(run)
    if read is None:
        return None
    end, low, step, digits, decimal = at + len(run), Amount(read.low), read.step, read.digits, False
    if text[end : end + 1] == "点" and read.high is None:
        point = _POINT.match(text, end)
        if point is not None and text[point.end() : point.end() + 1] not in ("十", "分", "刻") and len(point[1]) <= MOST_DIGITS:
            behind = "".join(str(DIGITS[mark]) for mark in point[1])
            end, low, step, digits, decimal = point.end(), Amount(int(f"{read.low}{behind}"), -len(behind)), -len(behind), "", True
    high, hedge = (None, ABOUT if run in ROUGH else EXACT) if read.high is None else (Amount(read.high), ABOUT)
    scaled = run[-1] in SCALES
    number = _new(Number, (at, end, low, high, hedge, step, False, scaled, read.scale, read.bare, digits, decimal, ""))
    return _few(text, number, lexicon) if text[end : end + 1] in _TAIL_HEADS else number


def _several(text: str, at: int) -> Number | None:
    """数百, 几十万: several of a scale, at least one of it; not the 数 of 总数十分之一."""
    if text[at] == "数" and text[at - 1 : at] in _COUNTS and "分之" in text[at + 2 : at + 5]:
        return None
    run = _RUN.match(text, at + 1)
    if run is None or not all(mark in SCALES for mark in run[0]):
        return None
    power = _power(run[0])
    return Number(at, run.end(), Amount(1, power), None, OVER, power, arabic=False, scaled=True, inner=text[at])


def _few(text: str, number: Number, lexicon: Lexicon) -> Number:
    """几 余 多 来 把 behind a Chinese number, with the scale behind them: 十几万, 三千六百余, 百把."""
    mark = text[number.end : number.end + 1]
    if mark == "几" and number.scaled:
        scale = _RUN.match(text, number.end + 1)
        end, power = number.end + 1, 0
        if scale is not None and all(part in SCALES for part in scale[0]):
            end, power = scale.end(), _power(scale[0])
        return number._replace(end=end, low=number.low.times(power), step=number.step + power, hedge=OVER, inner="几")
    if mark == "把" and not (number.bare and lexicon.unit_at(text, number.end + 1) is not None):
        return number
    return _tail(text, number, lexicon)


_COUNTS = frozenset(_TABLES["several"]["not_after"])
_TAIL_HEADS = frozenset((*SCALES, *"余多几来把"))


def _last_place(value: int) -> int:
    """The power of ten of the last digit that is not zero."""
    place = 0
    while value and value % 10 == 0:
        value //= 10
        place += 1
    return place


class Run(NamedTuple):
    """What a run of Chinese numerals says."""

    low: int
    high: int | None  # of juxtaposed digits: 三五
    bare: bool  # a scale alone: 百
    digits: str  # when it is counted by place
    step: int  # the power of ten of the last digit that is not zero
    scale: int  # the power of ten of the scale words that end it, with a digit before them


@lru_cache(maxsize=4096)
def value_of(run: str) -> Run | None:
    """What a run of Chinese numerals says; None when it is not well formed."""
    for mark, pair in _MERGED.items():
        run = run.replace(mark, pair)
    read = None if len(run) > MOST_DIGITS else _value(run)
    if read is None:
        return None
    body = run.rstrip("".join(SCALES))
    return Run(*read, _last_place(read[0]), _power(run[len(body) :]) if body else 0)


def _value(run: str) -> tuple[int, int | None, bool, str] | None:
    """Low, high of juxtaposed digits, whether a scale stands alone, the digits when counted by place."""
    if all(mark in DIGITS for mark in run):
        return _by_place(run)
    if run in ROUGH:
        return 10 ** SCALES[run[0]], None, True, ""
    if run[0] in SCALES and run[0] != "十" and any(mark in DIGITS for mark in run):
        return None
    low = high = run
    pair_at = next((at for at in range(len(run) - 1) if run[at] in DIGITS and run[at + 1] in DIGITS and run[at] not in "零〇"), None)
    if pair_at is not None:
        if not _juxtaposed(run[pair_at], run[pair_at + 1]):
            return None
        low, high = run[: pair_at + 1] + run[pair_at + 2 :], run[:pair_at] + run[pair_at + 1 :]
    least, most = _by_scale(low), _by_scale(high)
    if least is None or most is None:
        return None
    return least, (most if pair_at is not None else None), run[0] in SCALES and run[0] != "十", ""


def _by_place(run: str) -> tuple[int, int | None, bool, str] | None:
    digits = "".join(str(DIGITS[mark]) for mark in run)
    if run == "三两":  # 三两天: two or three
        return 2, 3, False, ""
    if len(run) == 2 and _juxtaposed(*run):
        return int(digits[0]), int(digits[1]), False, digits
    if len(run) > 1 and "两" in run:
        return None
    return int(digits), None, False, digits


def _juxtaposed(one: str, other: str) -> bool:
    low, high = DIGITS[one], DIGITS[other]
    return low > 0 and (high == low + 1 or (low, high) == (3, 5))


def _by_scale(run: str) -> int | None:
    """A number with scales, larger before smaller; None when it is not well formed. A digit at the end stands one scale lower (两万三)."""
    total, section, digit, last, biggest = 0, 0, None, 99, 99
    for place, mark in enumerate(run):
        if mark in DIGITS:
            if digit is not None and run[place - 1] not in "零〇":
                return None
            digit = DIGITS[mark]
            continue
        power = SCALES[mark]
        if power < 4:
            if power >= last:
                return None
            section += (1 if digit is None else digit) * 10**power
            last = power
        else:
            amount = section + (digit or 0)
            if amount == 0 and place == 0:
                amount = 1
            if amount == 0 or power > biggest:
                if total == 0 or amount:
                    return None
                total, section = total * 10**power, 0
            else:
                total, section, biggest = total + amount * 10**power, 0, power
            last = 99
        digit = None
    if digit is not None:
        before = run[-2]
        lower = SCALES[before] - 1 if before in SCALES and SCALES[before] >= 2 else 0
        section += digit * 10**lower
    return total + section
