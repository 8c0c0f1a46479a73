"""Ages and anniversaries: a birth or founding, a later year, and the years said to lie between them."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from annotator.checks.relations.moments import Dated, Moment
from annotator.checks.relations.sentence import HOLE, Sentence
from annotator.checks.relations.terms import Term
from annotator.lexicon import alternatives, table
from annotator.model import Kind, Span

_WORDS = {name: alternatives(words) for name, words in table("spells.toml")["ages"].items()}
_FOUNDED_AFTER = re.compile(rf"^(?![^，。；]{{0,8}}(?:迎|庆|纪念|满))[^，。；：（{HOLE}]{{0,8}}?(?:{_WORDS['founded']})")
_FOUNDED_BEFORE = re.compile(rf"(?:{_WORDS['founded']})于?$")
_BORN_AFTER = re.compile(rf"^[^，。；：（{HOLE}]{{0,6}}?(?:{_WORDS['born']}|生[，。于）的]|生$)")
_BORN_BEFORE = re.compile(rf"(?:{_WORDS['born']})(?:于)?$")
_DIED_AFTER = re.compile(rf"^[^。；：{HOLE}]{{0,40}}?(?:{_WORDS['died']})")
_JUBILEE = re.compile("^[^，。；：（]{0,12}周年")
_AGED = re.compile(rf"(?:{_WORDS['aged']})$")
_NOW = re.compile(rf"(?:{_WORDS['now']})[^，。；{HOLE}]{{0,10}}$")
_SINCE = re.compile(rf"(?:{_WORDS['since']})$")
_WHO = re.compile("的(?:他|她)(?![们的])")
_COMING = re.compile("即将|将迎|将满|明年|前夕|筹备|倒计时")
_BREAK = re.compile("[。；]")


@dataclass(frozen=True, slots=True)
class Age:
    """The years said to lie between a beginning and an end. `sure` says that the text names both years."""

    start: Moment
    end: Moment | None
    until: int  # the year of the end
    length: Term
    sure: bool
    coming: bool = False  # an anniversary of next year may be spoken of

    @property
    def years(self) -> int:
        """What the calendar years give."""
        assert self.start.year is not None
        return self.until - self.start.year

    @property
    def reached(self) -> int:
        """The full years, where months and days tell; else what the calendar years give."""
        start, end = self.start, self.end
        if end is None or start.month is None or end.month is None:
            return self.years
        early = (end.month, end.day or 31) < (start.month, start.day or 1)
        return self.years - early

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places of all parts, in order of the text."""
        return tuple(sorted({*self.start.spans, *(self.end.spans if self.end else ()), self.length.span}))


def ages(
    dated: Sequence[tuple[Sentence, tuple[Dated, ...]]], sentences: Sequence[Sentence], claims: Sequence[Term], present: Moment | None
) -> Iterator[Age]:
    """The ages and anniversaries of an article.

    `claims` are all its claims, minor ones too, in order; `present` is the day or month it speaks from, where it names one.
    """
    told = list(_told(sentences, claims))
    found = {sentence.order: moments for sentence, moments in dated}
    lives = [(sentence, claim) for sentence, claim in told if claim.unit == "岁" and _AGED.search(_lead(sentence, claim))]
    alone = len({claim.text for _, claim in lives}) == 1
    aged = [(sentence, claim) for sentence, claim in told if claim.unit == "岁" and _WHO.match(sentence.text[claim.end - sentence.start :])]
    births = _when(dated, _is_birth) if lives or aged else {}
    deaths = _when(dated, _is_death) if lives else {}
    for sentence, claim in lives:
        birth, death = _of(sentence, births, alone=alone), _of(sentence, deaths, alone=alone)
        if birth and death and death.year:
            yield Age(birth, death, death.year, claim, sure=True)
    only = {moment.year: moment for each in births.values() for moment in each}
    for sentence, claim in aged:
        later = [m for _, m, end in found.get(sentence.order, ()) if end is None and m.told and m.year and m.claims[0].start < claim.start]
        if len(only) == 1 and sentence.order not in births and later and later[-1].year:
            yield Age(next(iter(only.values())), later[-1], later[-1].year, claim, sure=True)
    for sentence, claim in told:
        yield from _since(sentence, found.get(sentence.order, ()), claim, present)


def _told(sentences: Sequence[Sentence], claims: Sequence[Term]) -> Iterator[tuple[Sentence, Term]]:
    """The ages and anniversaries with their sentences."""
    starts = [sentence.start for sentence in sentences]
    for claim in claims:
        if (
            claim.kind is Kind.DURATION
            and claim.is_plain
            and (claim.unit in ("周年", "岁") or (claim.unit == "年" and _SINCE.search(_before(sentences, starts, claim))))
        ):
            yield sentences[bisect_right(starts, claim.start) - 1], claim


def _when(dated: Sequence[tuple[Sentence, tuple[Dated, ...]]], happens: Callable[[Sentence, int], bool]) -> dict[int, list[Moment]]:
    """The births or deaths by the order of their sentence."""
    found: dict[int, list[Moment]] = {}
    for sentence, moments in dated:
        for at, moment, end in moments:
            if not end and moment.year and happens(sentence, at):
                found.setdefault(sentence.order, []).append(moment)
    return found


def _before(sentences: Sequence[Sentence], starts: Sequence[int], claim: Term) -> str:
    """The last words before a claim."""
    return _lead(sentences[bisect_right(starts, claim.start) - 1], claim)[-8:]


def _of(sentence: Sentence, moments: dict[int, list[Moment]], *, alone: bool) -> Moment | None:
    """The birth or death of a sentence; in an article of one life the only one it tells."""
    here = moments.get(sentence.order, [])
    if len(here) == 1:
        return here[0]
    told = [moment for each in moments.values() for moment in each] if alone else []
    return told[0] if len({moment.year for moment in told}) == 1 else None


def _lead(sentence: Sentence, claim: Term) -> str:
    return sentence.text[: claim.start - sentence.start]


def _is_birth(sentence: Sentence, number: int) -> bool:
    return bool(_BORN_AFTER.search(sentence.gaps[number + 1]) or _BORN_BEFORE.search(sentence.gaps[number]))


def _is_death(sentence: Sentence, number: int) -> bool:
    behind = "".join(sentence.gaps[number + 1 : number + 3])
    return bool(_DIED_AFTER.search(behind)) and not _is_birth(sentence, number)


def _since(sentence: Sentence, found: Sequence[Dated], claim: Term, present: Moment | None) -> Iterator[Age]:
    """Years since a founding or birth that the sentence names: 迎来建校65周年, 19岁的他."""
    begun = [(number, moment) for number, moment, end in found if end is None and moment.year and _begins(sentence, number)]
    lead = _lead(sentence, claim)
    if len(begun) != 1 or (claim.unit == "岁") != _is_birth(sentence, begun[0][0]) or _AGED.search(lead):
        return
    start = begun[0][1]
    low, high = sorted((start.claims[0].start - sentence.start, claim.start - sentence.start))
    if _BREAK.search(sentence.text[low:high]):
        return
    coming = bool(_COMING.search(sentence.text))
    later = [
        moment for _, moment, end in found if end is None and moment.told and moment is not start and moment.claims[0].start < claim.start
    ]
    if later and later[-1].year:
        yield Age(start, later[-1], later[-1].year, claim, sure=not coming, coming=coming)
    elif not later and present and present.year and (_NOW.search(re.split("[，。；]", lead)[-1]) or _SINCE.search(lead)):
        yield Age(start, present, present.year, claim, sure=False, coming=coming)


def _begins(sentence: Sentence, number: int) -> bool:
    behind = sentence.text[sentence.claims[number].end - sentence.start :]
    founded = (_FOUNDED_AFTER.search(behind) and not _JUBILEE.search(behind)) or _FOUNDED_BEFORE.search(sentence.gaps[number])
    return bool(founded) or _is_birth(sentence, number)
