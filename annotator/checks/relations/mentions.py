"""Two mentions of one quantity that a slip of the pen told apart: the same thing counted in two places."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from math import log
from operator import ne

from annotator.checks.relations.intervals import meet
from annotator.checks.relations.kept import kept
from annotator.checks.relations.naming import Mention, are_one_owner, shared_name, words
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import Term
from annotator.model import Kind, Span

_KINDS = (Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT)
_RECENT = 4
_HEADING = 60
_REPORTED = frozenset(("昨", "今日", "当日", "当天", "上午", "下午"))
"""Times of the day that is reported, which a heading leaves out."""
_LONG = 4
"""Figures of so many digits may be one, mistyped, without a name that both share."""
_LARGE = 1000
"""Below this nobody rounds a count to tens of thousands."""
_FINE = 12
"""Steps of a size: figures a twelfth apart share one."""
_PLAIN = frozenset(("", "个", "人", "名", "位", "元", "项", "次", "家"))
"""Units that so many things have that they tell nothing of what is counted."""
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


def same_things(sentences: Sequence[Sentence], found: Sequence[Mention]) -> tuple[Pair, ...]:
    """Claims that count the same named thing with figures one slip of the pen apart, or of which one points back to the other."""
    pairs = {pair.spans: pair for pair in (*_Page(sentences, found).pairs(), *_headed(sentences, found))}
    return tuple(sorted(pairs.values(), key=lambda pair: pair.second.start))


def _headed(sentences: Sequence[Sentence], found: Sequence[Mention]) -> Iterator[Pair]:
    """Figures of the heading that the text has not, where it has one that the heading's may be, mistyped."""
    title = _title(sentences)
    body = [mention for mention in found if mention.sentence is not title]
    for mention in found:
        if mention.sentence is not title or mention.is_apart:
            continue
        kin = [other for other in body if other.term.dimension == mention.term.dimension and other.term.kind is mention.term.kind]
        met = [other for other in kin if meet(mention.term.bounds, other.term.bounds)]
        if any(shared_name(mention, other) or not other.scope for other in met):
            continue
        for other in kin:
            name = shared_name(mention, other)
            sure = len(name) >= 3 if met else mention.digits >= 3 or len(kin) == 1 or not mention.keys.isdisjoint(other.keys)
            one_time = other.time - _REPORTED <= mention.time
            if slip_of(mention, other) is Slip.SWAP and sure and one_time and not other.is_apart:
                yield Pair(mention.term, other.term, name or mention.term.text)
                break


class _Page:
    """The mentions of an article, found by the slips that lead from one figure to another."""

    def __init__(self, sentences: Sequence[Sentence], found: Sequence[Mention]) -> None:
        self.mentions = found
        self.orders = [mention.sentence.order for mention in self.mentions]
        self.sentences = sentences

    @kept
    def texts(self) -> Mapping[int, str]:
        """The paragraphs by their order."""
        found: dict[int, str] = {}
        for sentence in self.sentences:
            found[sentence.paragraph] = found.get(sentence.paragraph, "") + sentence.text
        return found

    @kept
    def kin(self) -> Mapping[str, Sequence[Mention]]:
        """The mentions by their dimension."""
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            found[mention.term.dimension].append(mention)
        return found

    def pairs(self) -> Iterator[Pair]:
        """Cheap tests first: most mentions have no other whose figures are a slip away, or share no word with it."""
        told: set[tuple[str, str]] = set()
        before: set[tuple[str, str]] = set()
        known: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
        for mention in self.mentions:
            if mention.is_apart:
                continue
            rows = known[mention.term.dimension]
            others = self._between(mention.sentence.order - _NEAR, mention.sentence.order) if mention.is_known else []
            for key in _slip_keys(mention):
                row = rows[key]
                if row:
                    others = [*others, *row[-_RECENT:]]
                row.append(mention)
            said = (mention.term.dimension, mention.term.figures)
            if said in before:
                others = []  # it repeats what was said, and is no other figure's slip
            before.add(said)
            for other in {id(one): one for one in others}.values() if others else ():
                figures = (other.term.text, mention.term.text)
                if figures not in told and self._may_be_one(other, mention) and (noun := self._conflict(other, mention)):
                    told |= {figures, figures[::-1]}
                    yield Pair(other.term, mention.term, noun)

    def _may_be_one(self, one: Mention, other: Mention) -> bool:
        """Can two mentions be of one thing at all: another figure in another sentence, with words in common or none needed?"""
        a, b = one.term, other.term
        if a.start >= b.start or one.sentence is other.sentence or a.figures == b.figures or a.kind is not b.kind:
            return False
        return other.digits >= _LONG or len(one.beside & other.beside) > 1 or other.is_known or other.is_all or _takes_up(other)

    def _conflict(self, one: Mention, other: Mention) -> str:
        """The name two mentions of one thing share, where their figures cannot both be right; else ""."""
        a, b = one.term, other.term
        if one.is_apart:
            return ""
        slip, refers = slip_of(one, other), self._refers(one, other)
        swapped = slip is Slip.SWAP and (other.is_known or other.is_all or _takes_up(other))
        if not refers and not swapped and (not slip or (one.digits < _LONG and one.keys.isdisjoint(other.keys))):
            return ""
        name = shared_name(one, other)
        pointed = refers and other.is_known and len(name) >= 2 and name in one.left + one.right and not self._nearer(one, other)
        alike = slip and self._is_named(one, other, name, slip) and self._one_scope(one, other, name, slip)
        if not pointed and not alike:
            return ""
        return "" if meet(a.bounds, b.bounds) or self._is_made_of(other, one, slip) else name or a.text

    def _refers(self, one: Mention, other: Mention) -> bool:
        """Does the later mention point back to what stood a moment ago: 这183家, 12起疫情中?"""
        apart = other.sentence.order - one.sentence.order
        return apart <= _NEAR and (other.is_known or (other.is_all and other.sentence.paragraph == one.sentence.paragraph))

    def _is_named(self, one: Mention, other: Mention, name: str, slip: Slip) -> bool:
        """Do two mentions share enough of a name for the likeness of their figures?"""
        if slip is Slip.SWAP:
            kin = bool(name) or not one.keys.isdisjoint(other.keys)
            points = other.is_known or other.is_all or other.after.startswith("的")
            if one.digits >= 5 or len(name) >= 3 or (one.digits >= 4 and (kin or other.is_known)) or (one.digits >= 3 and kin and points):
                return True
            rare = one.term.unit == other.term.unit not in _PLAIN
            if rare and (other.is_known or _takes_up(other)):
                return True
            when = (one.scope, one.dates) == (other.scope, other.dates) != (frozenset(), frozenset())
            close = other.is_all or other.is_known or when
            return (len(name) == 2 and close) or (self._refers(one, other) and (one.digits >= 3 or other.is_known))
        enough = 3 if other.is_known else 5 if slip is Slip.DIGIT else 4
        stated = words().exists.search(one.before) or words().exists.search(one.left[: -len(name)])
        whole = other.is_all and (one.is_all or len(name) >= 3 or bool(stated))
        return len(name) >= enough or (len(name) >= 4 and other.is_all) or (len(name) >= 2 and whole and self._is_only(one, other, name))

    def _is_only(self, one: Mention, other: Mention, name: str) -> bool:
        """Are the two figures the only ones the article has for the name?"""
        figures, pair = (one.term.figures, other.term.figures), name[-2:]
        others = (mention for mention in self.kin[one.term.dimension] if mention.term.figures not in figures)
        return not any(pair[0] in mention.sentence.text and pair in mention.keys for mention in others)

    def _one_scope(self, one: Mention, other: Mention, name: str, slip: Slip) -> bool:
        """Do two mentions hold for the same time, plan, place and owner, as far as they say so?"""
        if one.dates and other.dates and one.dates != other.dates:
            return False
        if slip is Slip.SWAP and one.digits >= 5:
            return one.time == other.time  # that two owners have such figures is no chance
        refers = self._refers(one, other)
        if other.is_known and (refers or slip is Slip.SWAP):
            owner = other.owner("")
            called = name in one.left + one.right and (refers or bool(name))
            return called or len(owner) < 2 or owner[:2] in self.texts[one.sentence.paragraph]
        fixed = one.term.kind is Kind.MEASURE and slip is Slip.SWAP and len(name) >= 3 and other.after.startswith("的")
        scope = one.scope - _REPORTED if slip is Slip.SWAP and not other.scope else one.scope
        if not other.is_known and not refers and not fixed and scope != other.scope:
            return False
        mine, theirs = one.owner(name), other.owner(name)
        if mine and theirs:
            return are_one_owner(mine, theirs)
        if not mine and not theirs:
            return bool(one.dates) == bool(other.dates) or len(name) >= 4 or other.is_all
        said, there = (mine, other.sentence.paragraph) if mine else (theirs, one.sentence.paragraph)
        when = one.dates == other.dates != frozenset()
        long = slip is Slip.SWAP and (one.digits >= _LONG or _takes_up(other))
        return said[:2] in self.texts[there] or long or other.is_all or other.is_known or when or len(name) >= 3

    def _nearer(self, one: Mention, other: Mention) -> bool:
        """Does another number of the same unit stand between, or before in one sentence, so that 这…家 may be their sum?"""
        return any(
            mention.term.dimension == one.term.dimension and mention is not one and mention is not other
            for mention in self._between(one.sentence.order - 1, other.sentence.order)
        )

    def _between(self, first: int, last: int) -> Sequence[Mention]:
        """The mentions in a stretch of sentences, both ends included."""
        return self.mentions[bisect_left(self.orders, first) : bisect_right(self.orders, last)]

    def _is_made_of(self, other: Mention, one: Mention, slip: Slip) -> bool:
        """Is the later figure the sum or the difference of two others near it, or of one of them and the earlier figure?"""
        near = [
            mention.term.value
            for mention in self._between(other.sentence.order - _NEAR, other.sentence.order + _NEAR)
            if mention.term.dimension == other.term.dimension and mention is not one
        ]
        values = set(near) | ({one.term.value} if slip is not Slip.SWAP else set())
        whole = other.term.value
        return any(whole - value in values or whole + value in values for value in values if value and value != whole)


def _title(sentences: Sequence[Sentence]) -> Sentence | None:
    """The heading: a first paragraph that is no sentence."""
    first = next(iter(sentences), None)
    if first is None or len(first.text) > _HEADING or re.search("[。！？]$", first.text):
        return None
    return None if sum(one.paragraph == first.paragraph for one in sentences) > 1 else first


def _slip_keys(mention: Mention) -> Iterator[str]:
    """Keys that two figures share when one may be the other, mistyped: without one digit, in another order, or as large, roughly."""
    figures = mention.term.figures
    digits = len(figures.rstrip("0"))
    if len(figures) > 1:
        for at in range(max(2, digits)):
            yield f"{figures[:at]}?{figures[at + 1 :]}"
        if digits > 1:
            yield "".join(sorted(figures))
    if len(figures) > 3 and mention.size >= _LARGE:
        size = int(log(mention.size) * _FINE)
        for near in (size - 1, size, size + 1) if mention.step > 1 else (size,):
            yield f"~{near}"


def slip_of(one: Mention, other: Mention) -> Slip:
    """How one figure may be the other, mistyped, in the same unit: two neighbours swapped, one digit wrong, or badly rounded."""
    a, b = one.term.figures, other.term.figures
    if len(a) == len(b):
        unlike = sum(map(ne, a, b))
        if 1 <= unlike <= 2 and max(one.digits, other.digits) >= 2 and _one_unit(one.term, other.term):
            if unlike == 1:
                return Slip.DIGIT
            at = next(at for at, pair in enumerate(zip(a, b, strict=True)) if ne(*pair))
            if a[at : at + 2] == b[at : at + 2][::-1]:
                return Slip.SWAP
    coarse, fine = (one, other) if one.step > other.step else (other, one)
    if fine.step < coarse.step and coarse.digits >= 2 and 0.5 < abs(fine.size - coarse.size) / coarse.step <= 1.5:
        return Slip.ROUNDED
    return Slip.NONE


def _takes_up(mention: Mention) -> bool:
    """Does a count of rare things open its sentence as a name of what was told: 217手的主将局?"""
    return mention.term.kind is Kind.COUNT and mention.digits > _NEAR and mention.after.startswith("的") and not mention.owner("")


def _one_unit(one: Term, other: Term) -> bool:
    return one.unit == other.unit or one.factor == other.factor
