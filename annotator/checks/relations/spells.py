"""Spells of time: a start, an end, and the length the text states for them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from annotator.checks.relations.moments import Dated, Moment, days_between, minutes_between, months_between
from annotator.checks.relations.sentence import HOLE, Sentence
from annotator.checks.relations.stages import Stage, in_order, is_later, stages
from annotator.checks.relations.terms import Term
from annotator.checks.relations.units import base, is_days
from annotator.lexicon import alternatives, table
from annotator.model import Hedge, Kind, Span

_WORDS = table("spells.toml")["lengths"]


def _cue(name: str) -> str:
    return alternatives(_WORDS[name])


_WHOLE = re.compile(rf"(?:{_cue('whole')})(?:了|\w{{0,2}})?(?:约|为|是|达|共)?$")
_TERM = re.compile(rf"(?:{_cue('terms')})(?:为|是|共)?$")
_ELAPSED = re.compile(rf"(?:{_cue('elapsed')})(?:时间|时长)?(?:已|前后)?(?:了)?(?:整整|足足)?(?:约|为|是|达|共)?$")
_WITHIN = re.compile(rf"(?:{_cue('within')})\w{{0,8}}$")
_CLOSED = re.compile(rf"(?:{_cue('closed')})(?:了)?$")
_AFTER = re.compile(rf"^(?:{_cue('after')})")
_BETWEEN_ONLY = ("相隔", "相距", "间隔", "羁押", "拘留", "在押")
_ALONE = re.compile(
    "(?:^|，)(?:前后|已经?|一共|就是|这一\\w就是|一\\w{1,2}便?就?是)?(?P<cue>整整|足足)$|(?:^|，)(?P<once>一\\w{1,2}[就便]是)$"
)
_AT_IT = re.compile("同一|这[个条座家里儿份所]")
_LEFT = re.compile("^(?:\\w{0,4})(?:退休|离休|离任|卸任|调离|离开|退役|去世|病逝|离世|谢幕|返城|关闭|停业)")
_ALTOGETHER = re.compile("共(?!用)|总共")
_FORMAL = re.compile("历|期|时|共|程|前后|跨度|活动|相[隔距]|间隔|羁押|拘留|服刑")
_ALL_TOLD = ("舱外活动", "出舱活动", "前后", "全程", "历时", "总共", "共")
_STOPS = re.compile("[，。；）、）]|的|$")
_LINK = re.compile(
    r"^一直[^，。；□]{0,4}到$|^[^。；□]{0,30}?(?<![降升增减跌涨高长少加落短大小前后迟整改截])(?:至|到|—|–|-|~|～|－|起至|结束于|截止于?)(?:今日|今天|昨日|次日|翌日|当日)?[（(]?$"
)
_COUNTED_FROM = re.compile("起|算起|开始|始")
_IN_ROUNDS = re.compile(f"(?:开始|启动|起)，分(?:[^，。；]{{0,4}}|{HOLE})[^，。；{HOLE}]{{0,6}}，")
_CLOSES = re.compile("(?:全部|正式|全面)?(?:收官|结束|完成|收尾|落幕)")
_SINCE = re.compile("(?:自|从)[^，。；]{0,4}$")
_UP_TO = re.compile("^[，（—]*(?:即|也就是)?(?:\\w{0,3}期限?|时间)?[为：]?(?:从|自|由)?$")
_HELD = re.compile("^的[^，。；]{1,16}?(?:将于|定于|于|在|自|从)?$")
_EVERY = re.compile("每[天日晚周月年]")


class Counting(StrEnum):
    """What the words before a length say of how it is counted."""

    WHOLE = "whole"  # both ends belong to it
    ELAPSED = "elapsed"  # from one end to the other
    WITHIN = "within"  # it lies inside the spell
    LOOSE = "loose"  # nothing: good for a confirmation only


@dataclass(frozen=True, slots=True)
class Spell:
    """Two moments and the length stated for them; `length` is None where none is.

    `sure` says that words tie the ends, `strict` that nothing but this length fits, `ranged` that the ends are those of one range
    (14日至18日), whose days all count, `rough` that the clock times are about, `exact` that nobody rounds the length (a term of
    imprisonment); `cue` are the words before it.
    """

    start: Moment
    end: Moment
    length: Term | None
    strict: bool
    sure: bool = False
    counting: Counting = Counting.LOOSE
    ranged: bool = False
    cue: str = ""
    rough: bool = False
    exact: bool = False

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places of all parts, each once, in order of the text."""
        return tuple(sorted({*self.start.spans, *self.end.spans, *((self.length.span,) if self.length else ())}))


@dataclass(frozen=True, slots=True)
class _Ends:
    """The two ends of a spell in its sentence: the claim numbers of its first and last word, and how they are tied."""

    start: Moment
    end: Moment
    first: int
    last: int
    sure: bool
    ranged: bool


def spells(dated: Sequence[tuple[Sentence, tuple[Dated, ...]]], after: dict[int, Sentence]) -> Iterator[Spell]:
    """The spells of an article; `after` is the next sentence of the same paragraph by a sentence's order."""
    previous: tuple[Sentence, tuple[Dated, ...]] | None = None
    for sentence, found in dated:
        pairs = list(_pairs(sentence, found))
        for number, ends in enumerate(pairs):
            stop = pairs[number + 1].last if number + 1 < len(pairs) else len(sentence.claims)
            lengths = [*_lengths(sentence, ends, stop), *_length_before(sentence, ends)]
            following = after.get(sentence.order)
            if not lengths and ends.sure and following is not None and number == len(pairs) - 1:
                lengths = list(_opening_length(following, ends))
            yield from lengths or [Spell(ends.start, ends.end, None, strict=False, sure=ends.sure)]
        if previous and previous[0].paragraph == sentence.paragraph and not pairs:
            yield from _over_sentences(previous, (sentence, found))
        previous = (sentence, found)


def _pairs(sentence: Sentence, found: tuple[Dated, ...]) -> Iterator[_Ends]:
    """The neighbouring moments of a sentence that may be the ends of a spell."""
    told = list(stages(sentence, found))
    for order, (number, start, end) in enumerate(found):
        if end is not None:
            yield _Ends(start, end, number - len(start.claims) + 1, number, sure=True, ranged=True)
            continue
        if order + 1 >= len(found):
            return
        other, stop, stop_end = found[order + 1]
        begin = other - len(stop.claims) + 1
        between = sentence.between(number, begin)
        if stop_end is not None or re.search("[。；！？]", between):
            continue
        first, second = told[order], told[order + 1]
        lead = sentence.gaps[number - len(start.claims) + 1]
        since = bool(_SINCE.search(lead)) or (lead.endswith("由") and _COUNTED_FROM.match(between) is not None)
        at_once = len(between) <= 3 and "，" not in between
        linked = bool(_LINK.search(between)) and (at_once or since or first is not None)
        apart = (
            between in ("和", "与") and re.match("，(?:两者|二者|前后|中间|其间)?(?:间隔|相[隔距差])", sentence.gaps[other + 1]) is not None
        )
        rounds = since and _IN_ROUNDS.fullmatch(between) and _CLOSES.match(sentence.gaps[other + 1])
        follows = apart or bool(rounds) or (first is not None and second is not None and in_order(first, second))
        ranged = linked and (at_once or since) and not _acts(first)
        yield _Ends(start, stop, number - len(start.claims) + 1, other, sure=linked or follows, ranged=ranged)


def _acts(stage: Stage | None) -> bool:
    return stage is not None and not stage.labelled


def _lengths(sentence: Sentence, ends: _Ends, stop: int) -> Iterator[Spell]:
    """The lengths stated after a spell in its sentence."""
    each = ends.start.day is None and ends.start.minute is not None and _EVERY.search(sentence.before(ends.first))
    for number in range(ends.last + 1, stop):
        claim = sentence.claims[number]
        if claim.kind is not Kind.DURATION or sentence.gaps[number + 1].startswith(("来", "以来", "前", "后")):
            continue
        if sentence.gaps[number].endswith(("后", "前", "每", "每隔", "内")) or (each and not _EVERY.search(sentence.gaps[number])):
            continue  # of each night's hours only what is said of each night
        between = sentence.between(ends.last, number)
        if "；" in between:
            return
        counting, cue = _counted(sentence, number)
        if counting is Counting.LOOSE and ends.sure and (each or len(between) <= 2 or _AFTER.search(sentence.gaps[number + 1])):
            counting = Counting.WHOLE
        if counting is not Counting.LOOSE or ends.sure:
            near = len(between.replace(HOLE, "")) <= (30 if _AT_IT.search(sentence.clause(number)) else 14) and between.count("，") < 2
            left = cue[:1] == "一" and _LEFT.search(sentence.gaps[ends.last + 1]) is not None
            tied = (
                ends.sure
                or left
                or (any(word in sentence.gaps[number][-8:] for word in _ALL_TOLD) and ends.start.is_fine and ends.end.is_fine)
            )
            tied = tied and (ends.ranged or (not _TERM.search(cue) and _is_of_all(sentence, number, cue)))
            strict = tied and counting is not Counting.LOOSE and near and (claim.is_plain or _is_short_of(claim))
            rough = any(sentence.gaps[at + 1].startswith("许") for at in (ends.first, ends.last))
            yield Spell(ends.start, ends.end, claim, strict, ends.sure, counting, ends.ranged, cue, rough)


def _is_short_of(length: Term) -> bool:
    """Is a length of hours or minutes told from above: 近10个小时?"""
    return length.quantity.hedge is Hedge.UNDER and length.quantity.high is None and length.unit in ("小时", "个小时", "分钟")


def _is_of_all(sentence: Sentence, number: int, cue: str) -> bool:
    """Is a length told of the whole spell, and not of one thing in it: 1978年转业，在工厂干了34年?"""
    if _FORMAL.search(cue) or not cue:
        return True
    prefix = re.split("[，；：]", sentence.gaps[number])[-1].removesuffix(cue)
    named = prefix.removesuffix("时间").removesuffix("时长")
    told = (
        named != prefix
        and len(named) == 2
        and sentence.text.find(named) < sentence.claims[number].start - sentence.start - len(prefix + cue)
    )
    return len(prefix) <= 2 or told or _AT_IT.search(prefix) is not None


def _counted(sentence: Sentence, number: int) -> tuple[Counting, str]:
    """How a length is counted, by the words before it, and those words."""
    gap = sentence.gaps[number]
    for counting, pattern in (
        (Counting.WITHIN, _WITHIN),
        (Counting.ELAPSED, _ELAPSED),
        (Counting.WHOLE, _WHOLE),
        (Counting.WHOLE, _TERM),
        (Counting.WHOLE, _CLOSED),
    ):
        cue = pattern.search(gap)
        if cue and (not _ALTOGETHER.match(cue[0]) or _STOPS.match(sentence.gaps[number + 1])):
            return counting, cue[0]
    alone = _ALONE.search(gap)
    return (Counting.ELAPSED, alone["cue"] or alone["once"]) if alone else (Counting.LOOSE, "")


def _length_before(sentence: Sentence, ends: _Ends) -> Iterator[Spell]:
    """The length stated right before its spell: 历时1小时52分，从19时30分打到21时22分."""
    number = ends.first - 1
    if number < 0 or sentence.claims[number].kind is not Kind.DURATION:
        return
    if not (_UP_TO.match(sentence.gaps[ends.first]) or (ends.sure and _HELD.match(sentence.gaps[ends.first]))):
        return
    counting, cue = _counted(sentence, number)
    if counting is not Counting.LOOSE:
        claim = sentence.claims[number]
        yield Spell(ends.start, ends.end, claim, ends.sure and claim.is_plain, ends.sure, counting, ends.ranged, cue)


def _opening_length(following: Sentence, ends: _Ends) -> Iterator[Spell]:
    """The length with which the next sentence takes up a spell: 19天里."""
    if following.claims and following.claims[0].kind is Kind.DURATION and len(following.gaps[0]) <= 2:
        taken_up = _AFTER.search(following.gaps[1]) is not None
        yield Spell(ends.start, ends.end, following.claims[0], taken_up, ends.sure, Counting.WHOLE, ends.ranged)


def _over_sentences(previous: tuple[Sentence, tuple[Dated, ...]], here: tuple[Sentence, tuple[Dated, ...]]) -> Iterator[Spell]:
    """A spell over two sentences with a length after the second moment: good for a confirmation only."""
    sentence, found = here
    at, second, _ = found[0]
    _, first, first_end = previous[1][-1]
    if first_end is not None:
        return
    for number in range(at + 1, min(len(sentence.claims), at + 3)):
        claim = sentence.claims[number]
        counting, cue = _counted(sentence, number)
        told = counting is not Counting.LOOSE or re.match(f"的|{_cue('after')}", sentence.gaps[number + 1])
        if claim.kind is Kind.DURATION and told:
            strict = bool(_FORMAL.search(cue)) and claim.is_plain and _are_stages(previous, here)
            yield Spell(first, second, claim, strict=strict, counting=counting, cue=cue)
            yield Spell(second, first, claim, strict=False)
            return


def _are_stages(previous: tuple[Sentence, tuple[Dated, ...]], here: tuple[Sentence, tuple[Dated, ...]]) -> bool:
    """Are the last moment of a sentence and the first of the next two stages of one thing, begun and finished?"""
    first, second = list(stages(*previous))[-1], next(stages(*here))
    return first is not None and second is not None and is_later(first, second) and second.subject in previous[0].text


@dataclass(frozen=True, slots=True)
class Measure:
    """The lengths between two ends, in the base unit of the stated one: those that are right, and those nobody can call wrong."""

    right: tuple[Fraction, ...]
    allowed: tuple[Fraction, ...]
    unit: str
    size: int  # of the unit in the base unit


def measured(spell: Spell) -> Measure | None:
    """What the length of a spell must be; None where its ends do not tell."""
    if spell.length is None:
        return None
    match spell.length.dimension:
        case "time" if is_days(spell.length.unit):
            return _days(spell, base(spell.length.unit)[1] > _DAY)
        case "time":
            minutes = minutes_between(spell.start, spell.end)
            return None if minutes is None else _minutes(spell, minutes)
        case "months":
            return _months(spell)
    return None


_DAY = 86400
_SOME = 30
"""Minutes by which clock times with 许 or 左右 may be off."""


def _minutes(spell: Spell, minutes: int) -> Measure:
    off = _SOME if spell.rough else 0
    return Measure((Fraction(minutes * 60),), tuple(Fraction(60 * (minutes + more)) for more in range(-off, off + 1, 5)), "分钟", 60)


def _days(spell: Spell, weeks: bool) -> Measure | None:
    """Days: a range counts both its ends; from one event to another both ways are used, the first day counted or not."""
    days = days_between(spell.start, spell.end)
    if days is None or days < 0 or (spell.start.minute is not None and spell.end.minute is None):
        return None
    apart, both = Fraction(_DAY * days), Fraction(_DAY * (days + 1))
    if weeks:
        return Measure((apart, both), (apart, both), "天", _DAY)
    if any(word in spell.cue for word in _BETWEEN_ONLY):
        return Measure((apart,), (apart, both), "天", _DAY)
    every = spell.ranged and spell.counting is Counting.WHOLE
    return Measure((both,), (both,) if every else (apart, both), "天", _DAY)


def _months(spell: Spell) -> Measure | None:
    start, end = spell.start, spell.end
    if start.year is None or end.year is None or end.year < start.year:
        return None
    if start.month is None or end.month is None:
        years = end.year - start.year
        right = (years, years + 1) if spell.ranged else (years,)
        return Measure(_of(12, right), _of(12, (years - 1, years, years + 1)), "年", 12)
    months = months_between(start, end)
    if months is None or months < 0:
        return None
    if spell.ranged and start.date and end.date:
        return _full_months(start.date, end.date + timedelta(days=1))
    whole = (start.day is None) != (end.day is None) or start.day is None
    right = (months, months + 1) if whole else (months,)
    return Measure(_of(1, right), _of(1, (months - 1, months, months + 1)), "个月", 1)


def _full_months(start: date, after: date) -> Measure:
    """Months of a range of days, the last one counted: 5月1日至8月31日 are four; with days over, the next full one may be said."""
    months = (after.year - start.year) * 12 + after.month - start.month - (after.day < start.day)
    over = after.day != start.day
    return Measure(_of(1, (months,)), _of(1, (months, months + 1) if over else (months,)), "个月", 1)


def _of(size: int, counts: tuple[int, ...]) -> tuple[Fraction, ...]:
    return tuple(Fraction(size * count) for count in counts)


_HOURS = ("小时", "个小时", "个钟头", "钟头")
_HALF_HOUR = Fraction(1800)
"""What nobody leaves out of a length in hours: three hours and a half are neither three nor four."""
_NEARLY = Fraction(3, 4)
"""The least part of a length that 近 may stand before."""


def fits(length: Term, computed: tuple[Fraction, ...], *, exact: bool = False) -> bool:
    """Does a stated length allow one of the computed ones, rounded or to the day?"""
    if exact:
        return length.value in computed
    allowed = length.bounds
    if allowed.low is None and length.text.startswith(("近", "将近")):
        allowed = allowed._replace(low=length.value * _NEARLY)
    if length.unit in _HOURS and length.is_plain and allowed.low is not None:
        computed = tuple(value for value in computed if abs(value - length.value) < _HALF_HOUR or value == length.value)
    return any((allowed.low is None or allowed.low <= value) and (allowed.high is None or value <= allowed.high) for value in computed)
