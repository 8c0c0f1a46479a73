"""What the software understood of a claim, as the report prints it."""

import re
from fractions import Fraction

from annotator.model import Claim, Hedge, Kind, number

HEDGES = {Hedge.EXACT: "", Hedge.ABOUT: "约", Hedge.OVER: "多于", Hedge.UNDER: "少于"}
_PARTS = {"%": 100, "‰": 1000, "成": 10, "折": 10}  # units whose value is told as a part of one: 0.15 is 15 %
_DATE = re.compile(r"([0-9X]{4})(?:-([0-9]{2}|XX))?(?:-([0-9]{2}|XX))?", re.ASCII)
_PERIOD = re.compile(r"([0-9X]{4})-([QH])([1-4])", re.ASCII)
_HALVES = {"1": "上半年", "2": "下半年"}


def reading(claim: Claim) -> str:
    """Hedge, value and unit: 约 15 %; 多于 46,000 名; 3月10日."""
    quantity = claim.quantity
    ends = (quantity.value,) if quantity.high is None else (quantity.value, quantity.high)
    value = " 至 ".join(_date(end) if claim.kind is Kind.DATE else figure(_whole(end, quantity.unit)) for end in ends)
    return " ".join(part for part in (HEDGES[quantity.hedge], value, quantity.unit) if part)


def figure(value: str) -> str:
    """A value with thousands separators where it is a whole number of five digits and more: 46,000."""
    return f"{int(value):,}" if re.fullmatch(r"-?[0-9]{5,40}", value, re.ASCII) else value


def _whole(value: str, unit: str) -> str:
    """A part of one in its unit: 0.15 of % is 15. Anything else, and what has no end as a decimal, stays."""
    part = number(value) if unit in _PARTS else None
    if part is None or "/" in value:
        return value
    told = part * _PARTS[unit]
    return str(told.numerator) if told.denominator == 1 else _decimal(told)


def _decimal(value: Fraction) -> str:
    """An exact decimal; the denominator is a power of ten, as every stated value's."""
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    digits = str(abs(value * 10**places).numerator).rjust(places + 1, "0")
    return f"{'-' if value < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def _date(value: str) -> str:
    """A date or a period without what is not stated."""
    if found := _PERIOD.fullmatch(value):
        year, unit, part = found.groups()
        return _year(year) + (_HALVES.get(part, part) if unit == "H" else f"第 {part} 季度")
    if found := _DATE.fullmatch(value):
        year, month, day = found.groups()
        told = _year(year) + "".join(f"{int(part)}{name}" for part, name in ((month, "月"), (day, "日")) if part and part != "XX")
        return told or value
    return value


def _year(year: str) -> str:
    return "" if year == "XXXX" else f"{year.replace('X', '?')}年"
