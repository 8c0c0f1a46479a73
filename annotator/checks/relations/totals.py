"""Parts and their total, and which lists divide a whole: 其中 lists, and lists that follow their whole without a word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from annotator.checks.relations.divisions import Division, division
from annotator.checks.relations.intervals import meet, minus, plus, widened
from annotator.checks.relations.labels import bigrams
from annotator.checks.relations.roles import aside, label, tail
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import SHARE, Term
from annotator.model import Interval, Kind, Span


class Tie(StrEnum):
    """What makes claims a total and its parts."""

    OF_WHICH = "of-which"  # 其中, 包括, 分别为, or a list that divides what stands before it
    ALTOGETHER = "altogether"  # 共计, 合计
    REST = "rest"  # 其余, 还剩
    BALANCE = "balance"  # 顺差 = 出口 − 进口
    CHANCE = "chance"  # nothing but the arithmetic: good for a confirmation only


@dataclass(frozen=True, slots=True)
class Total:
    """A total with its parts, and what is taken off. `closed` says that the parts are all there are, `complete` that they must be."""

    whole: Term
    parts: tuple[Term, ...]
    tie: Tie
    closed: bool = False
    complete: bool = False
    off: tuple[Term, ...] = ()

    @property
    def members(self) -> tuple[Term, ...]:
        """Total, parts and what is taken off."""
        return (self.whole, *self.parts, *self.off)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places of total and parts, in order of the text."""
        return tuple(sorted(claim.span for claim in self.members))

    @property
    def sum(self) -> Fraction:
        """The stated parts added up, without what is taken off."""
        return sum((part.value for part in self.parts), Fraction(0)) - sum((part.value for part in self.off), Fraction(0))

    @property
    def bounds(self) -> Interval:
        """What the stated parts allow for the total."""
        added = plus(term.bounds for term in self.parts)
        return minus(added, plus(term.bounds for term in self.off)) if self.off else added

    @property
    def agrees(self) -> bool:
        """Do the parts add up to the total, at the stated precision and not by stretching every rounding to its end?"""
        if not all(term.is_firm for term in self.members) or not meet(self.bounds, self.whole.bounds):
            return False
        near = abs(self.sum - self.whole.value) <= max(term.step for term in self.members)
        return near or not all(term.is_plain for term in self.members)

    @property
    def broken(self) -> bool:
        """Are the parts off by more than rounding and a unit of the last digit can explain?"""
        room = max(term.step for term in self.members) * 49 / 100 if any(map(_rounds, self.members)) else Fraction(0)
        return not meet(widened(self.bounds, room), self.whole.bounds)

    @property
    def is_plain(self) -> bool:
        """Is every member one exact number?"""
        return all(term.is_plain for term in self.members)

    def is_near(self, room: Fraction) -> bool:
        """Do the parts come within a fraction of the total?"""
        return abs(self.sum - self.whole.value) <= room * self.whole.value


def _rounds(claim: Term) -> bool:
    interval = claim.bounds
    return interval.low != interval.high


_OF_WHICH = re.compile(r"其中|包括|包含|(?:分别|依次|依序)(?:为|是|有)")
_AMONG = re.compile(r"(?:^|[，；。])(?P<named>[^，；。、]{2,12}?)(?<![初高集其空途华心])中，\w{0,8}$")
_NESTED = re.compile(r"其中|包括|(?<![初高集其空途华心])中，")
_OPEN = re.compile(r"^[^，。；、]{0,8}等")
_ALL = re.compile("总|全|(?<!公)共|合计")
_BREAK = re.compile(r"[。！？]")
_LONGEST = 9
_ATTRIBUTES = (Kind.PERCENT, Kind.RATIO, Kind.RANK)
_ENDS = 3
"""The strength of ；, which ends a list of other marks."""
_CLOSE = Fraction(12, 100)
"""How near a list must come to the whole that nothing but its place names: overlapping groups are further off."""


def fits(whole: Term, part: Term) -> bool:
    """Can one be part of the other: of one dimension, or the whole a bare number (达到2418.3万)?"""
    return whole.dimension == part.dimension or (whole.dimension == "number" and whole.kind is part.kind is Kind.COUNT)


def lists(sentence: Sentence, before: Sentence | None) -> Iterator[Total]:
    """The lists of a sentence that divide a whole before them."""
    for first in range(len(sentence.claims)):
        if not sentence.claims[first].is_summable:
            continue
        gap = sentence.gaps[first]
        named = _AMONG.search(gap)
        if named or _OF_WHICH.search(gap):
            yield from _of_which(sentence, first, before, named["named"] if named and "其中" not in gap else "")
        else:
            yield from _divided(sentence, first)


def items(sentence: Sentence, first: int) -> list[int]:
    """The numbers of the claims that go on a list from a place on: of one dimension, nested lists and asides left out."""
    found = [first]
    for number in range(first + 1, len(sentence.claims)):
        if _NESTED.search(sentence.gaps[number]) or len(found) == _LONGEST:
            break
        if sentence.claims[number].dimension == sentence.claims[first].dimension and not aside(sentence, number):
            found.append(number)
    return found


def _of_which(sentence: Sentence, first: int, before: Sentence | None, named: str) -> Iterator[Total]:
    numbers = items(sentence, first)
    if len(numbers) < 2:
        return
    parts = tuple(sentence.claims[number] for number in numbers)
    wholes = _wholes(sentence, first, before, named)
    for whole in wholes:
        counts = range(len(parts), 1, -1) if whole.kind is not Kind.PERCENT else ()
        fitting = next((count for count in counts if Total(whole, parts[:count], Tie.OF_WHICH).agrees), None)
        if fitting:
            yield Total(whole, parts[:fitting], Tie.OF_WHICH)
            return
    if len(wholes) == 1 and wholes[0].dimension not in (SHARE, "number"):
        yield from _closed(sentence, wholes[0], numbers)


def _wholes(sentence: Sentence, first: int, before: Sentence | None, named: str) -> list[Term]:
    """The claims a list may belong to: the nearest fitting one in its sentence, else those of the sentence before that 其中 points to."""
    part = sentence.claims[first]
    for number in range(first - 1, -1, -1):
        claim = sentence.claims[number]
        if fits(claim, part) and not aside(sentence, number) and (not named or _bears(sentence, number, named)):
            return [claim]
    if before is None or named or not sentence.gaps[first].startswith(("其中", "包括")):
        return []
    if before.paragraph != sentence.paragraph and sentence.start != _opening(sentence, before):
        return []
    return [
        claim for number, claim in enumerate(before.claims) if fits(claim, part) and not aside(before, number) and claim.value >= part.value
    ]


def _opening(sentence: Sentence, before: Sentence) -> int:
    """Where a sentence begins that opens the paragraph right after another one; -1 for any other."""
    return sentence.start if sentence.paragraph == before.paragraph + 1 else -1


def _bears(sentence: Sentence, number: int, named: str) -> bool:
    """Does a claim count what a list names as its whole (义务教育阶段中，…)?"""
    beside = label(sentence, number) + tail(sentence, number)
    return bool(bigrams(named) & bigrams(beside)) or named in beside


def _tight(sentence: Sentence, numbers: Sequence[int]) -> list[int]:
    """The items that stand close together, parted by marks no stronger than the first, with only their own shares and changes between."""
    last, mark = 0, 3
    while last + 1 < len(numbers):
        one, other = numbers[last], numbers[last + 1]
        between = sentence.gaps[one + 1 : other + 1]
        strangers = any(sentence.claims[number].kind not in _ATTRIBUTES for number in range(one + 1, other))
        if strangers or any(len(gap) > 14 or _BREAK.search(gap) for gap in between) or _strength(between) > mark:
            break
        mark = _strength(between)
        last += 1
    return list(numbers[: last + 1])


def _strength(words: Sequence[str]) -> int:
    """The strongest mark in some words: 3 for ；, 2 for ，, 1 for any other or none."""
    text = "".join(words)
    return 3 if "；" in text else 2 if "，" in text else 1


def _closed(sentence: Sentence, whole: Term, numbers: Sequence[int]) -> Iterator[Total]:
    """A list that does not add up, as far as its labels divide one thing."""
    tight = _tight(sentence, numbers)
    count, found = _division(sentence, tight)
    parts = tuple(sentence.claims[number] for number in tight[:count])
    if count and all(part.value <= whole.value for part in parts):
        ends = count == len(numbers) or (count == len(tight) and _strength(sentence.gaps[tight[-1] + 1 : numbers[count] + 1]) == _ENDS)
        listed = ends and not _OPEN.search(sentence.gaps[tight[count - 1] + 1])
        total = Total(whole, parts, Tie.OF_WHICH, closed=True, complete=found.complete and listed)
        if total.is_plain and (listed or total.sum > whole.value):
            yield total
        return
    parts = tuple(sentence.claims[number] for number in tight)
    if len(parts) >= 2 and all(part.is_plain for part in parts) and _slips(whole, parts):
        yield Total(whole, parts, Tie.OF_WHICH, closed=True)


def _division(sentence: Sentence, numbers: Sequence[int]) -> tuple[int, Division]:
    """How many items from the first on divide one thing, and how: all of them, three or more, or a pair that is complete."""
    labels = [re.split(r"其中|包括|包含|分别|依次|依序|[和及与]", label(sentence, number))[-1] for number in numbers]
    for count in range(len(labels), 1, -1):
        found = division(labels[:count])
        if found.alike and (count == len(labels) or count >= 3 or found.complete):
            return count, found
    return 0, Division(alike=False, complete=False)


def _slips(whole: Term, parts: Sequence[Term]) -> bool:
    """Are three or more parts a little too much, by what one wrong digit makes? Overlapping groups are off by more."""
    over = sum((part.value for part in parts), Fraction(0)) - whole.value
    unit = over / whole.step if whole.step else over
    one_digit = unit.denominator == 1 and len(str(unit.numerator).rstrip("0")) == 1
    return len(parts) >= 3 and one_digit and 0 < over * 20 <= whole.value


def _divided(sentence: Sentence, number: int) -> Iterator[Total]:
    """A list right behind its whole, or right before it: 学生1250人，男生642人，女生598人; 金牌12枚、银牌9枚，奖牌总数21枚."""
    whole = sentence.claims[number]
    if aside(sentence, number) or whole.dimension == SHARE:
        return
    if number + 1 < len(sentence.claims) and sentence.claims[number + 1].dimension == whole.dimension and _may_follow(sentence, number):
        yield from _near(sentence, number, _tight(sentence, items(sentence, number + 1)))
    if number >= 2 and sentence.claims[number - 1].dimension == whole.dimension and _ALL.search(label(sentence, number)):
        first = number - 1
        while first and sentence.claims[first - 1].dimension == whole.dimension and not aside(sentence, first - 1):
            first -= 1
        numbers = _tight(sentence, range(first, number))
        if len(numbers) == number - first:
            yield from _near(sentence, number, numbers)


def _may_follow(sentence: Sentence, number: int) -> bool:
    gap = sentence.gaps[number + 1]
    return bool(re.match(r"\w{0,6}[，：（]\w{1,10}$", gap)) and not aside(sentence, number + 1)


def _near(sentence: Sentence, number: int, numbers: Sequence[int]) -> Iterator[Total]:
    """The total of a list that divides its whole and comes near it."""
    count, found = _division(sentence, numbers)
    labels = [label(sentence, at) for at in numbers[:count]]
    if count < 2 or not (found.complete or (3 <= count == len(numbers) and not division([label(sentence, number), *labels]).alike)):
        return
    whole = sentence.claims[number]
    total = Total(whole, tuple(sentence.claims[at] for at in numbers[:count]), Tie.OF_WHICH, closed=True, complete=found.complete)
    if total.is_plain and all(part.value < whole.value for part in total.parts) and total.is_near(_CLOSE):
        yield total
