"""Totals that only their arithmetic betrays: good for a confirmation, never for an alarm."""

from collections.abc import Iterator, Sequence
from math import lcm

from annotator.checks.relations.labels import around
from annotator.checks.relations.roles import aside, label
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import Term
from annotator.checks.relations.totals import Tie, Total
from annotator.model import Kind

Sized = tuple[int, Term]
Member = tuple[int, Term, Sentence, int]
"""A whole number of the base unit, its term, and where it stands."""

_LONGEST = 9
_BACK, _FIGURES = 12, 3
"""How many sentences before a list its whole may stand, and how many digits make chance unlikely."""
_WINDOW = 8
"""How many large numbers of one dimension are set against each other."""


def by_chance(sentence: Sentence) -> Iterator[Total]:
    """Neighbours of one dimension that add up, with digits enough to make chance unlikely."""
    rows: dict[str, list[Term]] = {}
    for number, claim in sentence.amounts if len(sentence.amounts) >= _FIGURES else ():
        if claim.kind is not Kind.PERCENT or not _is_change(sentence, number):
            rows.setdefault(claim.dimension, []).append(claim)
    for terms in rows.values():
        row = _sized(terms) if len(terms) >= _FIGURES else []
        for start, whole in enumerate(row):
            if whole[1].digits < _FIGURES:
                continue
            for following in (row[start + 1 : start + 1 + _LONGEST], row[max(0, start - _LONGEST) : start][::-1]):
                yield from _prefix(whole, following)


def _sized(terms: Sequence[Term]) -> list[Sized]:
    """Terms with their values as whole numbers of one size."""
    values = [term.value for term in terms]
    common = lcm(*(value.denominator for value in values))
    return [(value.numerator * (common // value.denominator), term) for value, term in zip(values, terms, strict=True)]


def _is_change(sentence: Sentence, number: int) -> bool:
    """Is a percentage one of growth, and not a rate that bears the word (自然增长率)? Growth rates never add up."""
    return bool(aside(sentence, number)) and not label(sentence, number).endswith("率")


def _prefix(whole: Sized, following: Sequence[Sized]) -> Iterator[Total]:
    running, (target, term) = 0, whole
    for count, (size, part) in enumerate(following, 1):
        running += size
        if running > target:
            return
        if running == target and count >= 2 and part.digits >= 2:
            yield Total(term, tuple(part for _, part in following[:count]), Tie.CHANCE)
            return


def divided(sentences: Sequence[Sentence]) -> Iterator[Total]:
    """Whole lists that add up to a number of one of the sentences before: 报名1248人。按项目分，全程512人，半程486人，健康跑250人."""
    known: dict[tuple[str, tuple[int, int]], tuple[Term, int]] = {}
    for sentence in sentences:
        for row in _rows(sentence) if len(sentence.amounts) > 1 else ():
            added = sum((part.value for part in row[1:]), row[0].value)
            whole, order = known.get((row[0].dimension, added.as_integer_ratio()), (None, 0))
            if whole and sentence.order - order <= _BACK and (len(row) >= 3 or min(part.digits for part in row) >= _FIGURES):
                yield Total(whole, tuple(row), Tie.CHANCE)
        for _, claim in sentence.amounts:
            if claim.digits >= _FIGURES:
                known[claim.dimension, claim.value.as_integer_ratio()] = (claim, sentence.order)


def _rows(sentence: Sentence) -> Iterator[list[Term]]:
    """The lists of a sentence: all states of one dimension between two semicolons."""
    rows: dict[tuple[int, str], list[tuple[int, Term]]] = {}
    for number, claim in sentence.amounts:
        if claim.kind is not Kind.PERCENT:
            part = sentence.text.count("；", 0, claim.start - sentence.start)
            rows.setdefault((part, claim.dimension), []).append((number, claim))
    for row in rows.values():
        states = [claim for number, claim in row if not aside(sentence, number)] if len(row) > 1 else []
        if 2 <= len(states) <= _LONGEST:
            yield states


def across(sentences: Sequence[Sentence]) -> Iterator[Total]:
    """Totals over several sentences: three large exact numbers of one dimension that speak of the same thing and add up."""
    rows: dict[str, list[Member]] = {}
    for sentence in sentences:
        for number, claim in sentence.amounts:
            if claim.digits >= 4 and claim.kind is not Kind.PERCENT and claim.value.denominator == 1:
                rows.setdefault(claim.dimension, []).append((claim.value.numerator, claim, sentence, number))
    for row in rows.values():
        recent: list[Member] = []
        for newest in row:
            for first, second in _summing(recent, newest[0]):
                yield from _triple((first, second, newest))
            recent = [*recent[1 - _WINDOW :], newest]


def _summing(recent: Sequence[Member], newest: int) -> Iterator[tuple[Member, Member]]:
    """The pairs among the last numbers that make a sum with the newest one, whichever of the three is the total."""
    seen: dict[int, Member] = {}
    for member in recent:
        for wanted in (newest - member[0], member[0] - newest, member[0] + newest):
            other = seen.get(wanted)
            if other is not None:
                yield other, member
        seen[member[0]] = member


def _triple(members: tuple[Member, Member, Member]) -> Iterator[Total]:
    if len({sentence.order for _, _, sentence, _ in members}) == 1:
        return
    words = [around(sentence, number) for _, _, sentence, number in members]
    kin = sum(bool(words[a] & words[b]) for a, b in ((0, 1), (0, 2), (1, 2)))
    if kin >= 2 or (kin == 1 and sum(claim.digits for _, claim, _, _ in members) >= 13):
        whole, *parts = sorted((claim for _, claim, _, _ in members), key=lambda claim: -claim.value)
        yield Total(whole, tuple(sorted(parts, key=lambda claim: claim.start)), Tie.CHANCE)
