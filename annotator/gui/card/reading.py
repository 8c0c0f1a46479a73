"""What the software understood of a claim, in an editor's words. No Qt but for the language."""

import re
from fractions import Fraction
from typing import Final, NamedTuple

from annotator.gui.i18n import tr
from annotator.model import PARTS, Claim, Context, Direction, Hedge, Kind, Quantity, number, told

_DATE: Final = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9]{2}|XX))?(?:-(?P<day>[0-9]{2}|XX))?")
_PERIOD: Final = re.compile(r"(?P<year>[0-9X]{4})-(?P<unit>[QH])(?P<number>[1-4])")


class Known(NamedTuple):
    """One thing the software understood: its name and its words."""

    label: str
    words: str


def reading(claim: Claim, context: Context | None) -> list[Known]:
    """Value, unit, hedge as an interval; then what the words around say, as far as they are known."""
    quantity = claim.quantity
    known = [
        Known(tr("数值"), value_words(quantity, claim.kind)),
        Known(tr("单位"), quantity.unit),
        Known(tr("限定"), hedge_words(quantity)),
    ]
    if context is not None:
        known += [
            Known(tr("谓语") if context.direction is Direction.NONE else tr("方向"), direction_words(context)),
            Known(tr("所计"), context.noun),
            Known(tr("主体"), context.subject),
            Known(tr("时点"), context.period),
            Known(tr("来源"), context.attribution),
            Known(tr("语气"), mood_words(context)),
        ]
    return [entry for entry in known if entry.words]


def value_words(quantity: Quantity, kind: Kind) -> str:
    """The value in digits as it is written with its unit, thousands marked off, or a date as it is read; a range as both ends."""
    ends = (quantity.value,) if quantity.high is None else (quantity.value, quantity.high)
    return "–".join(_dated(end) if kind is Kind.DATE else grouped(told(end, quantity.unit)) for end in ends)


def claim_words(claim: Claim) -> str:
    """The value of a claim with its unit: 6.1%."""
    return f"{value_words(claim.quantity, claim.kind)}{claim.quantity.unit}"


def grouped(value: str) -> str:
    """A plain decimal with thousands marked off; anything else as it is."""
    if not re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", value):
        return value
    whole, dot, rest = value.partition(".")
    return f"{int(whole):,}{dot}{rest}" if len(whole) < 40 else value


def _dated(value: str) -> str:
    if found := _PERIOD.fullmatch(value):
        if found["unit"] == "H":
            part = tr("上半年") if found["number"] == "1" else tr("下半年")
        else:
            part = tr("第 {number} 季度").format(number=found["number"])
        return part if "X" in found["year"] else tr("{year} 年 {part}").format(year=found["year"], part=part)
    found = _DATE.fullmatch(value)
    if found is None:
        return value
    words = [] if found["year"] == "XXXX" else [tr("{year} 年").format(year=found["year"].replace("X", "?"))]
    if found["month"] and found["month"] != "XX":
        words.append(tr("{month} 月").format(month=int(found["month"])))
    if found["day"] and found["day"] != "XX":
        words.append(tr("{day} 日").format(day=int(found["day"])))
    return " ".join(words) or value


def hedge_word(hedge: Hedge) -> str:
    """The name of a hedge."""
    return {Hedge.EXACT: tr("精确"), Hedge.ABOUT: tr("约"), Hedge.OVER: tr("多于"), Hedge.UNDER: tr("少于")}[hedge]


def hedge_words(quantity: Quantity) -> str:
    """精确, or the hedge with the interval it means."""
    name = hedge_word(quantity.hedge)
    interval = quantity.interval
    if quantity.hedge is Hedge.EXACT or interval is None or number(quantity.value) is None:
        return name
    scale = PARTS.get(quantity.unit, 1)
    low, high = (None if end is None else decimal(end * scale) for end in (interval.low, interval.high))
    if quantity.hedge is Hedge.ABOUT and low is not None and high is not None:
        return tr("{hedge}，{low}–{high}").format(hedge=name, low=low, high=high)
    if low is not None and high is not None:
        return tr("{low} 与 {high} 之间").format(low=low, high=high)
    bound = low if high is None else high
    return name if bound is None else f"{name} {bound}"


def decimal(value: Fraction) -> str:
    """An exact number as a short decimal, thousands marked off; at most six places."""
    places = 6
    scaled = round(value * 10**places)
    whole, rest = divmod(abs(scaled), 10**places)
    text = f"{whole:,}" + (f".{rest:0{places}d}".rstrip("0") if rest else "")
    return f"-{text}" if scaled < 0 else text


def direction_words(context: Context) -> str:
    """The predicate, with an arrow where it goes up or down."""
    arrow = {Direction.RISE: "↑", Direction.FALL: "↓", Direction.NONE: ""}[context.direction]
    return f"{context.predicate} {arrow}".strip()


def mood_words(context: Context) -> str:
    """Whether the clause plans or denies."""
    words = [tr("计划或预测")] if context.planned else []
    return tr("，", "between words").join([*words, tr("否定")] if context.negated else words)
