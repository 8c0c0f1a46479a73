"""What the software understood of a claim, as the report prints it."""

import re

from annotator.model import Claim, Hedge, Kind, told

HEDGES = {Hedge.EXACT: "", Hedge.ABOUT: "约", Hedge.OVER: "多于", Hedge.UNDER: "少于"}
_DATE = re.compile(r"([0-9X]{4})(?:-([0-9]{2}|XX))?(?:-([0-9]{2}|XX))?", re.ASCII)
_PERIOD = re.compile(r"([0-9X]{4})-([QH])([1-4])", re.ASCII)
_HALVES = {"1": "上半年", "2": "下半年"}


def reading(claim: Claim) -> str:
    """Hedge, value and unit: 约 15 %; 多于 46,000 名; 3月10日."""
    quantity = claim.quantity
    ends = (quantity.value,) if quantity.high is None else (quantity.value, quantity.high)
    value = " 至 ".join(_date(end) if claim.kind is Kind.DATE else figure(told(end, quantity.unit)) for end in ends)
    return " ".join(part for part in (HEDGES[quantity.hedge], value, quantity.unit) if part)


def figure(value: str) -> str:
    """A value with thousands separators where it is a whole number of five digits and more: 46,000."""
    return f"{int(value):,}" if re.fullmatch(r"-?[0-9]{5,40}", value, re.ASCII) else value


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
