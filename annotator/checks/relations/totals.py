"""Parts and their total: 其中 lists, totals after their parts, what is left over, and three numbers that add up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from annotator.checks.relations.intervals import meet, plus, widened
from annotator.checks.relations.labels import around
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import Term
from annotator.model import Kind, Span


class Tie(StrEnum):
    """What makes claims a total and its parts."""

    OF_WHICH = "of-which"  # 其中, 包括, 分别为
    ALTOGETHER = "altogether"  # 共计, 合计
    REST = "rest"  # 其余, 还剩
    CHANCE = "chance"  # nothing but the arithmetic: good for a confirmation only


@dataclass(frozen=True, slots=True)
class Total:
    """A total with its parts. `closed` says that the text gives the parts as all there are."""

    whole: Term
    parts: tuple[Term, ...]
    tie: Tie
    closed: bool = False

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places of total and parts, in order of the text."""
        return tuple(sorted(claim.span for claim in (self.whole, *self.parts)))

    @property
    def sum(self) -> Fraction:
        """The stated parts added up."""
        return sum((part.value for part in self.parts), Fraction(0))

    @property
    def agrees(self) -> bool:
        """Do the parts add up to the total, at the stated precision and not by stretching every rounding to its end?"""
        members = (self.whole, *self.parts)
        if not all(term.is_firm for term in members) or not meet(plus(term.bounds for term in self.parts), self.whole.bounds):
            return False
        near = abs(self.sum - self.whole.value) <= max(term.step for term in members)
        return near or not all(term.is_plain for term in members)

    @property
    def broken(self) -> bool:
        """Are the parts off by more than rounding and a unit of the last digit can explain?"""
        members = (self.whole, *self.parts)
        room = max(term.step for term in members) * 49 / 100 if any(map(_rounds, members)) else Fraction(0)
        return not meet(widened(plus(term.bounds for term in self.parts), room), self.whole.bounds)


def _rounds(claim: Term) -> bool:
    interval = claim.bounds
    return interval.low != interval.high


Member = tuple[int, Term, Sentence, int]
"""A whole number of the base unit, its term, and where it stands."""

_OF_WHICH = re.compile(r"其中|包括|包含|分别为|分别是|(?:^|(?<=\w))中(?!的)(?=，?\w{0,6}$)")
_ALTOGETHER = re.compile(
    r"(?:，|。|；|—|：)(?:三者|两者|两项|三项|以上|上述|几项)?(?:加起来|相加)?(?P<word>共计|合计|总计|一共|总共|共)(?:有|为|达|是|骗取|\w{0,4})?$"
)
_REST = re.compile(r"(?:剩余|还剩|其余|余下|剩下|尚余|尚有|现有|还有|另有|另外|另)[^，。；]{0,10}$")
_STRICT_REST = re.compile(r"(?:剩余|还剩|其余|余下|剩下|尚余)[^，。；其]{0,10}$")
_APART = re.compile(
    r"平均|人均|日均|户均|同比|环比|增长|增加(?!值)|下降|减少|比上年|比去年|较|占|每|最高|最低|最大|超过|新增|计划|目标|累计|另外|此外|还有|今年|去年|上年|明年|次年|本月|上月|同期"
)
_ASIDE = re.compile(r"平均|均$|同比|环比|增长|增加(?!值)|下降|减少|[比较占每]")
_OPEN = re.compile(r"^[^，。；、]{0,8}等")
_BREAK = re.compile(r"[。！？]")
_LONGEST = 9
_WINDOW = 8
"""How many large numbers of one dimension are set against each other."""


def totals(sentence: Sentence, before: Sentence | None) -> Iterator[Total]:
    """The totals a sentence states, those that begin in the sentence before included."""
    found = [*_of_which(sentence, before), *_altogether(sentence), *_rest(sentence)]
    seen = {total.spans for total in found if total.agrees}
    yield from found
    for total in _by_chance(sentence):
        if total.spans not in seen:
            seen.add(total.spans)
            yield total


def _of_which(sentence: Sentence, before: Sentence | None) -> Iterator[Total]:
    for first in range(len(sentence.claims)):
        cue = _OF_WHICH.search(sentence.gaps[first])
        if not cue or not sentence.claims[first].is_summable:
            continue
        whole = _whole(sentence, first, before if first == 0 else None)
        if whole is None:
            continue
        parts = _parts(sentence, first)
        if len(parts) < 2:
            continue
        counts = range(len(parts), 1, -1) if whole.kind is not Kind.PERCENT else ()
        fitting = next((count for count in counts if Total(whole, parts[:count], Tie.OF_WHICH).agrees), None)
        if fitting:
            yield Total(whole, parts[:fitting], Tie.OF_WHICH)
            continue
        listed = _tight(sentence, first)
        if len(listed) >= 2 and whole.kind is not Kind.PERCENT:
            closed = _is_closed(sentence, first, len(listed)) or (all(term.is_plain for term in listed) and _slips(whole, listed))
            yield Total(whole, listed, Tie.OF_WHICH, closed=closed)


def _whole(sentence: Sentence, first: int, before: Sentence | None) -> Term | None:
    """The claim a list of parts belongs to: the nearest one of its dimension before it."""
    kind = sentence.claims[first].dimension
    for number in range(first - 1, -1, -1):
        if sentence.claims[number].dimension == kind and not _ASIDE.search(sentence.clause(number)[-6:]):
            return sentence.claims[number]
    if before is None or before.paragraph != sentence.paragraph or not sentence.gaps[first].startswith(("其中", "包括")):
        return None
    return next((claim for claim in before.claims if claim.dimension == kind), None)


def _parts(sentence: Sentence, first: int) -> tuple[Term, ...]:
    """The claims of one dimension from a place on, without averages, growth and the like."""
    kind = sentence.claims[first].dimension
    found = [sentence.claims[first]]
    for number in range(first + 1, len(sentence.claims)):
        claim = sentence.claims[number]
        if claim.dimension == kind and not _APART.search(sentence.clause(number)):
            found.append(claim)
    return tuple(found[:_LONGEST])


def _tight(sentence: Sentence, first: int) -> tuple[Term, ...]:
    """The parts of a list without anything else in between: 甲县7人、乙县6人、丙县4人."""
    kind = sentence.claims[first].dimension
    last = first
    while last + 1 < len(sentence.claims) and sentence.claims[last + 1].dimension == kind:
        gap = sentence.gaps[last + 1]
        if len(gap) > 14 or _BREAK.search(gap) or _APART.search(gap) or not re.match(r"\w{0,6}[、，；和]|[及与]", gap):
            break
        if last > first and "、" in sentence.gaps[first + 1] and not re.search("[、和与及]", gap):
            break
        last += 1
    return sentence.claims[first : last + 1]


def _slips(whole: Term, parts: Sequence[Term]) -> bool:
    """Are three or more parts a little too much, by what one wrong digit makes? Overlapping groups are off by more."""
    over = sum((part.value for part in parts), Fraction(0)) - whole.value
    unit = over / whole.step if whole.step else over
    one_digit = unit.denominator == 1 and len(str(unit.numerator).rstrip("0")) == 1
    return len(parts) >= 3 and one_digit and 0 < over * 20 <= whole.value


def _is_closed(sentence: Sentence, first: int, count: int) -> bool:
    """Do the labels of a list divide one thing, and does nothing say that the list goes on?"""
    after = sentence.gaps[first + count]
    if _OPEN.search(after) or not all(term.is_plain for term in sentence.claims[first : first + count]):
        return False
    labels = [re.split(r"其中|包括|分别[为是]|[，、；：和及与]", sentence.gaps[number])[-1] for number in range(first, first + count)]
    return alike(labels)


_SETS = (
    "男女",
    "城乡镇村",
    "进出",
    "小初高中大学幼园职",
    "铁公水路民航空",
    "一二三",
    "省市县区州镇乡旗村街",
    "东西南北中",
    "国内外",
    "新旧老",
    "线上下",
    "上下",
)


def alike(labels: Sequence[str]) -> bool:
    """Do the labels name parts of one division, as 县道, 乡道, 村道 do? They end alike, or come from one set."""
    if len(labels) < 2 or not all(labels):
        return False
    ends = [label[-1] for label in labels]
    if len(set(ends)) == 1 and len(set(labels)) == len(labels):
        return True
    return any(all(end in family for end in ends) or all(label[0] in family for label in labels) for family in _SETS)


def _altogether(sentence: Sentence) -> Iterator[Total]:
    for number in range(2, len(sentence.claims)):
        whole = sentence.claims[number]
        cue = _ALTOGETHER.search(sentence.leads[number])
        if not cue or not whole.is_summable:
            continue
        run = number
        while run > 0 and number - run < _LONGEST and sentence.claims[run - 1].dimension == whole.dimension:
            if run < number and (len(sentence.gaps[run]) > 14 or _BREAK.search(sentence.gaps[run])):
                break
            run -= 1
        parts = sentence.claims[run:number]
        fitting = next((cut for cut in range(len(parts) - 1) if Total(whole, parts[cut:], Tie.ALTOGETHER).agrees), None)
        if fitting is not None:
            yield Total(whole, parts[fitting:], Tie.ALTOGETHER)
        elif len(parts) >= 2 and whole.kind is not Kind.PERCENT and cue["word"] != "共" and len(sentence.gaps[number]) <= 5:
            listed = all("、" in gap or "和" in gap for gap in sentence.gaps[run + 1 : number])
            yield Total(whole, parts, Tie.ALTOGETHER, closed=listed and all(term.is_plain for term in parts))


def _rest(sentence: Sentence) -> Iterator[Total]:
    for number in range(2, len(sentence.claims)):
        rest = sentence.claims[number]
        if not rest.is_summable or not _REST.search(sentence.gaps[number]):
            continue
        kind = rest.dimension
        earlier = [claim for claim in sentence.claims[max(0, number - 4) : number] if claim.dimension == kind]
        for count in range(len(earlier), 1, -1):
            whole, parts = earlier[-count], (*earlier[1 - count :], rest)
            total = Total(whole, parts, Tie.REST)
            if total.agrees and _plain(total):
                yield total
                break
        else:
            if len(earlier) == 2 and _STRICT_REST.search(sentence.gaps[number]) and _plain(Total(earlier[0], (earlier[1], rest), Tie.REST)):
                yield Total(earlier[0], (earlier[1], rest), Tie.REST, closed=True)


def _by_chance(sentence: Sentence) -> Iterator[Total]:
    """Totals that only their arithmetic betrays: neighbours of one dimension, with digits enough to make chance unlikely."""
    rows: dict[str, list[Term]] = {}
    for claim in sentence.claims if len(sentence.claims) >= 3 else ():
        if claim.is_summable and claim.is_plain:
            rows.setdefault(claim.dimension, []).append(claim)
    for row in rows.values():
        for start, whole in enumerate(row):
            for following in (row[start + 1 : start + 1 + _LONGEST], row[max(0, start - _LONGEST) : start][::-1]):
                yield from _prefix(whole, following)


def _prefix(whole: Term, following: Sequence[Term]) -> Iterator[Total]:
    running = Fraction(0)
    target = whole.value
    for count, part in enumerate(following, 1):
        running += part.value
        if running > target:
            return
        if running == target and count >= 2 and whole.digits >= 3 and part.digits >= 2:
            yield Total(whole, tuple(following[:count]), Tie.CHANCE)
            return


def across(sentences: Sequence[Sentence]) -> Iterator[Total]:
    """Totals over several sentences: three large exact numbers of one dimension that speak of the same thing and add up."""
    rows: dict[str, list[Member]] = {}
    for sentence in sentences:
        for number, claim in enumerate(sentence.claims):
            if (
                claim.is_plain
                and claim.digits >= 4
                and claim.kind is not Kind.PERCENT
                and claim.is_summable
                and claim.value.denominator == 1
            ):
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


def left_over(sentences: Sequence[Sentence]) -> Iterator[Total]:
    """What is left over, where whole and part stand in earlier sentences: good for a confirmation only."""
    rows: dict[str, list[Term]] = {}
    for sentence in sentences:
        for number, claim in enumerate(sentence.claims):
            if not claim.is_summable or not claim.is_plain:
                continue
            row = rows.setdefault(claim.dimension, [])
            if _STRICT_REST.search(sentence.gaps[number]):
                yield from _from_row(row, claim)
            row.append(claim)
            del row[:-_WINDOW]


def _from_row(row: Sequence[Term], rest: Term) -> Iterator[Total]:
    for at, part in reversed(list(enumerate(row))):
        if part.paragraph != rest.paragraph:
            return
        for whole in row[:at][::-1]:
            if whole.value == part.value + rest.value:
                yield Total(whole, (part, rest), Tie.REST)
                return


def _triple(members: tuple[Member, Member, Member]) -> Iterator[Total]:
    if len({sentence.order for _, _, sentence, _ in members}) == 1:
        return
    words = [around(sentence, number) for _, _, sentence, number in members]
    kin = sum(bool(words[a] & words[b]) for a, b in ((0, 1), (0, 2), (1, 2)))
    if kin >= 2 or (kin == 1 and sum(claim.digits for _, claim, _, _ in members) >= 13):
        whole, *parts = sorted((claim for _, claim, _, _ in members), key=lambda claim: -claim.value)
        yield Total(whole, tuple(sorted(parts, key=lambda claim: claim.start)), Tie.CHANCE)


def _plain(total: Total) -> bool:
    return all(term.is_plain for term in (total.whole, *total.parts))


__all__ = ["Tie", "Total", "across", "alike", "left_over", "totals"]
