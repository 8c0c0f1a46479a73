"""Spells of time: a start, an end, and the length the text states for them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from annotator.checks.relations.moments import Moment, days_between, minutes_between, months_between
from annotator.checks.relations.sentence import HOLE, Sentence
from annotator.checks.relations.terms import Term
from annotator.checks.relations.units import is_days
from annotator.model import Kind, Span

Dated = tuple[int, Moment, Moment | None]

_WHOLE = re.compile(
    r"(?:为期|历时|历经|用时|耗时|工期|总工期|周期|时长|全程|前后|共|共计|总共|持续|长达|持续了|经过|展期|假期|会期|赛期)(?:\w{0,4})?(?:约|为|是|达|了|共)?$"
)
_WITHIN = re.compile(r"(?:其间|期间|连续|累计)\w{0,8}$")
_AFTER = re.compile(r"^(?:里|内|间|的时间)")
_LINK = re.compile(
    r"^[^。；□]{0,30}?(?<![降升增减跌涨高长少加落短大小])(?:至|到|—|–|-|~|～|－|起至|截至|结束于|截止于?)(?:今日|今天|昨日)?[（(]?$"
)
_OPENS = re.compile(
    "^[^，。；]{0,6}?(?:开幕|开工|动工|启动|开始|开赛|启程|出发|起飞|发射|点火|开建|开通|揭幕|奠基|上线|成立|始建|投产|入伍|立案|被刑事拘留|被拘留|住院)"
)
_CLOSES = re.compile(
    "^[^，。；]{0,6}?(?:闭幕|落幕|完工|竣工|结束|收官|收场|闭馆|通车|开通|建成|返回|抵达|降落|到达|落下帷幕|完成|贯通|封顶|验收|交付|出院|被逮捕|分离|止)"
)
_RUNS_ON = re.compile("[^，。；]{0,4}[，；、]?(?:并|将|预计|计划|于|至|到|直至|已|全线|最终|在|后|自|经\\w{0,8}，?)*")
_SINCE = re.compile("(?:自|从)[^，。；]{0,4}$")


@dataclass(frozen=True, slots=True)
class Spell:
    """Two moments and the length stated for them; `length` is None where none is. `strict` says that nothing but this length fits."""

    start: Moment
    end: Moment
    length: Term | None
    strict: bool
    within: bool = False  # the length lies inside the spell: it may be shorter

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places of all parts, each once, in order of the text."""
        return tuple(sorted({*self.start.spans, *self.end.spans, *((self.length.span,) if self.length else ())}))


def spells(dated: Sequence[tuple[Sentence, tuple[Dated, ...]]], after: dict[int, Sentence]) -> Iterator[Spell]:
    """The spells of an article; `after` is the next sentence of the same paragraph by a sentence's order."""
    previous: tuple[Sentence, tuple[Dated, ...]] | None = None
    for sentence, found in dated:
        pairs = list(_pairs(sentence, found))
        for number, (start, end, at, sure) in enumerate(pairs):
            stop = pairs[number + 1][2] if number + 1 < len(pairs) else len(sentence.claims)
            lengths = list(_lengths(sentence, at, stop, start, end, sure=sure))
            following = after.get(sentence.order)
            if not lengths and sure and following is not None and number == len(pairs) - 1:
                lengths = list(_opening_length(following, start, end))
            yield from lengths or [Spell(start, end, None, strict=sure)]
        if previous and previous[0].paragraph == sentence.paragraph and not pairs:
            yield from _over_sentences(previous, (sentence, found))
        previous = (sentence, found)


def _pairs(sentence: Sentence, found: tuple[Dated, ...]) -> Iterator[tuple[Moment, Moment, int, bool]]:
    """Start, end, the number of the last claim of the end, and whether the words tie them."""
    for order, (number, start, end) in enumerate(found):
        if end is not None:
            yield start, end, number, True
            continue
        if order + 1 >= len(found):
            return
        other, stop, stop_end = found[order + 1]
        if stop_end is not None:
            continue
        first = other - len(stop.claims) + 1
        between = sentence.between(number, first)
        if re.search("[。；！？]", between):
            continue
        opens, closes = _OPENS.search(sentence.gaps[number + 1]), _CLOSES.search(sentence.gaps[other + 1])
        linked = bool(_LINK.search(between)) and (len(between) <= 3 or bool(_SINCE.search(sentence.gaps[number])) or bool(opens))
        runs = bool(opens and closes) and bool(_RUNS_ON.fullmatch(between[len(opens[0]) :] if opens else ""))
        yield start, stop, other, linked or runs


def _lengths(sentence: Sentence, at: int, stop: int, start: Moment, end: Moment, *, sure: bool) -> Iterator[Spell]:
    """The lengths stated after a spell in its sentence."""
    for number in range(at + 1, stop):
        claim = sentence.claims[number]
        if claim.kind is not Kind.DURATION or sentence.gaps[number + 1].startswith(("来", "以来")):
            continue
        between = sentence.between(at, number)
        whole = _WHOLE.search(sentence.gaps[number]) or (sure and len(between) <= 2) or (sure and _AFTER.search(sentence.gaps[number + 1]))
        within = _WITHIN.search(sentence.gaps[number])
        if whole or within or sure:
            near = len(between.replace(HOLE, "")) <= 14
            yield Spell(start, end, claim, strict=bool((whole or within) and near and claim.is_plain), within=bool(within) and not whole)


def _opening_length(following: Sentence, start: Moment, end: Moment) -> Iterator[Spell]:
    """The length with which the next sentence takes up a spell: 19天里."""
    if following.claims and following.claims[0].kind is Kind.DURATION and len(following.gaps[0]) <= 2:
        taken_up = _AFTER.search(following.gaps[1]) is not None
        yield Spell(start, end, following.claims[0], strict=taken_up)


def _over_sentences(previous: tuple[Sentence, tuple[Dated, ...]], here: tuple[Sentence, tuple[Dated, ...]]) -> Iterator[Spell]:
    """A spell over two sentences with a length after the second moment: good for a confirmation only."""
    sentence, found = here
    number, second, _ = found[0]
    _, first, first_end = previous[1][-1]
    if first_end is not None:
        return
    for claim in sentence.claims[number + 1 : number + 3]:
        if claim.kind is Kind.DURATION:
            yield Spell(first, second, claim, strict=False)
            yield Spell(second, first, claim, strict=False)
            return


def measured(spell: Spell) -> tuple[tuple[Fraction, ...], str] | None:
    """The lengths that agree with a spell, in the unit of the stated length, and that unit in words; None where they cannot be told."""
    if spell.length is None:
        return None
    match spell.length.dimension:
        case "time" if is_days(spell.length.unit):
            days = days_between(spell.start, spell.end)
            return None if days is None or days < 0 else (tuple(Fraction(86400 * count) for count in (days, days + 1)), "天")
        case "time":
            minutes = minutes_between(spell.start, spell.end)
            return None if minutes is None else ((Fraction(minutes * 60),), "分钟")
        case "months":
            return _months(spell)
    return None


def _months(spell: Spell) -> tuple[tuple[Fraction, ...], str] | None:
    start, end = spell.start, spell.end
    if start.year is None or end.year is None or end.year < start.year:
        return None
    if start.month is None or end.month is None:
        years = end.year - start.year
        return tuple(Fraction(12 * count) for count in (years, years + 1)), "年"
    months = months_between(start, end)
    if months is None or months < 0:
        return None
    whole = (start.day is None) != (end.day is None) or start.day is None
    return tuple(map(Fraction, (months, months + 1) if whole else (months,))), "个月"


def fits(length: Term, computed: tuple[Fraction, ...]) -> bool:
    """Does a stated length allow one of the computed ones?"""
    allowed = length.bounds
    return any((allowed.low is None or allowed.low <= value) and (allowed.high is None or value <= allowed.high) for value in computed)
