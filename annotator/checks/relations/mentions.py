"""Two mentions of one quantity that a slip of the pen told apart: the same thing counted in two places."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from operator import ne

from annotator.checks.relations.intervals import meet
from annotator.checks.relations.naming import Mention, are_one_owner, shared_name, words
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import Term
from annotator.model import Kind, Span

_KINDS = (Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT)
_RECENT = 6
_NEAR = 2
"""Sentences from a number to 这…家, which points back to it."""


class Slip(IntEnum):
    """How two figures for one thing may come about, the likeliest to be a slip last."""

    NONE = 0
    DIGIT = 1
    ROUNDED = 2
    SWAP = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of what seems one quantity; `noun` is the word they share."""

    first: Term
    second: Term
    noun: str

    @property
    def spans(self) -> tuple[Span, Span]:
        return (self.first.span, self.second.span)


def mentions(sentences: Sequence[Sentence]) -> Iterator[Mention]:
    """The plain claims that count, pay or measure, in order of the text."""
    for sentence in sentences:
        for number, claim in enumerate(sentence.claims):
            if claim.kind in _KINDS and claim.is_plain and claim.dimension:
                yield Mention(claim, sentence, number)


def same_things(sentences: Sequence[Sentence]) -> tuple[Pair, ...]:
    """Claims that count the same named thing with figures one slip of the pen apart, or of which one points back to the other."""
    page = _Page(sentences)
    return tuple(sorted(page.pairs(), key=lambda pair: pair.second.start))


class _Page:
    """The mentions of an article by what stands beside them."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.mentions = tuple(mentions(sentences))
        self.texts: dict[int, str] = {}
        for sentence in sentences:
            self.texts[sentence.paragraph] = self.texts.get(sentence.paragraph, "") + sentence.text
        self.title = _title(sentences)
        self.values: dict[tuple[str, str], list[Term]] = defaultdict(list)
        for mention in self.mentions:
            for pair in _keys(mention):
                self.values[mention.term.dimension, pair].append(mention.term)

    def pairs(self) -> Iterator[Pair]:
        known: dict[tuple[str, str], list[Mention]] = defaultdict(list)
        long: dict[tuple[str, str], list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            keys = [(mention.term.dimension, pair) for pair in _keys(mention)]
            seen: set[Term] = set()
            kin = long.get(_long_key(mention.term), ())[-_RECENT:]
            for other in (*kin, *(one for key in keys for one in known.get(key, ())[-_RECENT:])):
                if other.term not in seen:
                    seen.add(other.term)
                    if noun := self._conflict(other, mention):
                        yield Pair(other.term, mention.term, noun)
            for key in keys:
                known[key].append(mention)
            long[_long_key(mention.term)].append(mention)

    def _conflict(self, one: Mention, other: Mention) -> str:
        """The name two mentions of one thing share, where their figures cannot both be right; else ""."""
        a, b = one.term, other.term
        if one.sentence is other.sentence or a.kind is not b.kind or meet(a.bounds, b.bounds):
            return ""
        slip = slip_of(a, b)
        points = other.is_known and other.sentence.order - one.sentence.order <= _NEAR
        if not slip and not points:
            return ""
        if one.is_apart or other.is_apart or self._is_made_of(other, one):
            return ""
        name = shared_name(one, other)
        if points and len(name) >= 2 and not self._nearer(one, other):
            return name
        if not slip or not self._one_scope(one, other, name):
            return ""
        return (name or a.text) if self._is_named(one, other, name, slip) else ""

    def _is_named(self, one: Mention, other: Mention, name: str, slip: Slip) -> bool:
        """Do two mentions share enough of a name for the likeness of their figures?"""
        whole = other.is_all and (one.is_all or bool(words().exists.search(one.before) or words().exists.search(one.left[: -len(name)])))
        if self.title is one.sentence and slip is Slip.SWAP:
            return bool(_keys(one) & _keys(other))
        if slip is Slip.SWAP:
            digits = len(one.term.figures.rstrip("0"))
            close = other.is_all or other.is_known or one.scope == other.scope != frozenset()
            return len(name) >= 3 or digits >= 5 or (digits >= 4 and other.is_known) or (len(name) == 2 and (digits >= 4 or close))
        enough = 3 if other.is_known else 5 if slip is Slip.DIGIT else 4
        return len(name) >= enough or (len(name) >= 4 and other.is_all) or (len(name) >= 2 and whole and self._is_only(one, other, name))

    def _is_only(self, one: Mention, other: Mention, name: str) -> bool:
        """Are the two figures the only ones the article has for the name?"""
        values = {term.value for term in self.values[one.term.dimension, name[-2:]]} | {one.term.value, other.term.value}
        return len(values) == 2

    def _one_scope(self, one: Mention, other: Mention, name: str) -> bool:
        """Do two mentions hold for the same time, plan, place and owner, as far as they say so?"""
        if self.title is one.sentence:
            return one.scope <= other.scope or other.scope <= one.scope
        if (not other.is_known and one.scope != other.scope) or (one.dates and other.dates and one.dates != other.dates):
            return False
        mine, theirs = one.owner(name), other.owner(name)
        if mine and theirs:
            return are_one_owner(mine, theirs)
        if not mine and not theirs:
            return bool(one.dates) == bool(other.dates) or len(name) >= 4
        said, there = (mine, other.sentence.paragraph) if mine else (theirs, one.sentence.paragraph)
        return said[:2] in self.texts[there] or other.is_all or other.is_known or len(name) >= 3 or len(one.term.figures.rstrip("0")) >= 5

    def _nearer(self, one: Mention, other: Mention) -> bool:
        """Does another number of the same unit stand between, or before in one sentence, so that 这…家 may be their sum?"""
        between = [
            mention.term
            for mention in self.mentions
            if one.sentence.order - 1 <= mention.sentence.order <= other.sentence.order
            and mention.term.dimension == one.term.dimension
            and mention.term not in (one.term, other.term)
        ]
        return bool(between)

    def _is_made_of(self, other: Mention, one: Mention) -> bool:
        """Is the later figure the sum or the difference of two others near it?"""
        near = [
            mention.term.value
            for mention in self.mentions
            if abs(mention.sentence.order - other.sentence.order) <= _NEAR and mention.term.dimension == other.term.dimension
        ]
        values = set(near) | {one.term.value}
        whole = other.term.value
        return any(whole - value in values or whole + value in values for value in values if value and value != whole)


def _title(sentences: Sequence[Sentence]) -> Sentence | None:
    """The heading: a first paragraph that is no sentence."""
    first = next(iter(sentences), None)
    if (
        first is None
        or len(first.text) > 60
        or re.search("[。！？]$", first.text)
        or sum(one.paragraph == first.paragraph for one in sentences) > 1
    ):
        return None
    return first


def _keys(mention: Mention) -> frozenset[str]:
    """The pairs of characters beside a claim by which mentions of one thing find each other."""
    ends = mention.left[-6:], mention.right[:6]
    return frozenset(words[at : at + 2] for words in ends for at in range(len(words) - 1))


def _long_key(term: Term) -> tuple[str, str]:
    """Long figures find each other by their digits alone, whatever their order; short ones by themselves only."""
    digits = term.figures.rstrip("0")
    return (term.dimension, "".join(sorted(digits)) if len(digits) >= 4 else str(term.start))


def slip_of(one: Term, other: Term) -> Slip:
    """How one figure may be the other, mistyped, in the same unit: two neighbours swapped, one digit wrong, or badly rounded."""
    a, b = one.figures, other.figures
    if len(a) == len(b) and a != b and max(len(a.rstrip("0")), len(b.rstrip("0"))) >= 2 and _one_unit(one, other):
        unlike = [at for at, pair in enumerate(zip(a, b, strict=True)) if ne(*pair)]
        if len(unlike) == 1:
            return Slip.DIGIT
        if len(unlike) == 2 and unlike[1] == unlike[0] + 1 and a[unlike[0]] == b[unlike[1]] and a[unlike[1]] == b[unlike[0]]:
            return Slip.SWAP
    coarse, fine = (one, other) if one.step > other.step else (other, one)
    if coarse.step and fine.step < coarse.step and coarse.digits >= 2:
        off = abs(fine.value - coarse.value) / coarse.step
        return Slip.ROUNDED if 0.5 < off <= 1.5 else Slip.NONE
    return Slip.NONE


def _one_unit(one: Term, other: Term) -> bool:
    return one.unit == other.unit or one.factor == other.factor
