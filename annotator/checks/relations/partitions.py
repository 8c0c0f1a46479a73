"""Lists that divide a whole: after 其中 and 包括, after a colon, or right beside the whole with labels that divide it."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice

from annotator.checks.relations.divisions import Division, division, may_complete
from annotator.checks.relations.labels import bigrams
from annotator.checks.relations.roles import aside, behind, label, tail
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import SHARE, Term
from annotator.checks.relations.totals import IN_ORDER, ROW, Tie, Total, fits
from annotator.model import Kind

_OF_WHICH = re.compile(r"其中|包括|包含|(?:分别|依次|依序)(?:为|是|有)")
_CUE = re.compile("其中|包括|包含|分别|依次|依序|中，")
_FEWEST = 3
"""A list without a word of its own needs its whole and two parts in one sentence."""
_AMONG = re.compile(r"(?:^|[，；。])(?P<named>[^，；。、]{2,12}?)(?<![初高集其空途华心])中，\w{0,8}$")
_NESTED = re.compile(r"其中|包括|(?<![初高集其空途华心])中，")
_INSIDE = re.compile("[（(][^）)]*$")
_OPEN = re.compile(r"^[^，。；、]{0,8}等")
_WHOLLY = re.compile("全部|全数|均|都")
_ROW_ITEM = re.compile(r"\w{0,4}(?:、|和|及|与|以及)")
_ALL = re.compile("总|全|(?<!公)共|合计")
_BREAK = re.compile(r"[。！？]")
_LONGEST = 9
_ATTRIBUTES = (Kind.PERCENT, Kind.RATIO, Kind.RANK)
_ENDS = 3
"""The strength of ；, which ends a list of other marks."""
_FAR, _NEAR, _NEAREST, _HAIR = Fraction(2, 5), Fraction(12, 100), Fraction(1, 20), Fraction(1, 50)
"""How near a list must come to its total to be wrong and not something else: a fraction of the total."""
_TAIL, _FIGURES, _NAME, _BACK, _SEEN = 3, 3, 2, 40, 100


def lists(sentence: Sentence, before: Sentence | None) -> Iterator[Total]:
    """The lists of a sentence that divide a whole before them."""
    cued = bool(_CUE.search(sentence.text))
    if not cued and len(sentence.claims) < _FEWEST:
        return
    for first, claim in enumerate(sentence.claims):
        if not claim.is_summable:
            continue
        gap = sentence.gaps[first] if cued else ""
        named = _AMONG.search(gap) if "中，" in gap else None
        if named or (cued and _OF_WHICH.search(gap)):
            yield from _of_which(sentence, first, before, named["named"] if named and "其中" not in gap else "")
        else:
            yield from _divided(sentence, first)


def items(sentence: Sentence, first: int) -> list[int]:
    """The numbers of the claims that go on a list from a place on: of one dimension, nested lists and asides left out."""
    found = [first]
    for number in range(first + 1, min(len(sentence.claims), first + _BACK)):
        if _INSIDE.search(sentence.gaps[number]):
            continue
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
    for whole in (*wholes, *_others(sentence, first, wholes)):
        counts = range(len(parts), 1, -1) if whole.kind is not Kind.PERCENT else ()
        fitting = next((count for count in counts if Total(whole, parts[:count], Tie.OF_WHICH).agrees), None)
        if fitting:
            yield Total(whole, parts[:fitting], Tie.OF_WHICH)
            yield from _again(sentence, whole, numbers[fitting:])
            return
    if len(wholes) == 1 and wholes[0].dimension not in (SHARE, "number"):
        yield from _closed(sentence, wholes[0], numbers)


def _wholes(sentence: Sentence, first: int, before: Sentence | None, named: str) -> list[Term]:
    """The claims a list may belong to: the nearest fitting one in its sentence, else those of the sentence before that 其中 points to."""
    part = sentence.claims[first]
    if named and first and sentence.gaps[first].startswith(named) and fits(sentence.claims[first - 1], part):
        return [sentence.claims[first - 1]]
    for number in range(first - 1, max(-1, first - _BACK), -1):
        claim = sentence.claims[number]
        if fits(claim, part) and not aside(sentence, number) and (not named or _bears(sentence, number, named)):
            return [claim]
    if before is None or named or not sentence.gaps[first].startswith(("其中", "包括")):
        return []
    if before.paragraph != sentence.paragraph and sentence.start != _opening(sentence, before):
        return []
    held = [at for at, claim in enumerate(before.claims) if fits(claim, part) and not aside(before, at) and claim.value >= part.value]
    totals = held if len(held) == 1 else [at for at in held if at == held[0] or _ALL.search(label(before, at))]
    return [before.claims[at] for at in totals if not _is_listed(before, at)]


def _others(sentence: Sentence, first: int, wholes: Sequence[Term]) -> Iterator[Term]:
    """Further claims of the sentence that may be the whole if the arithmetic says so: 受理18642件，审结17986件；其中刑事案件…"""
    for number in range(first - 1, max(-1, first - _BACK), -1):
        claim = sentence.claims[number]
        if claim not in wholes and claim.digits >= _FIGURES and fits(claim, sentence.claims[first]) and not aside(sentence, number):
            yield claim


def _is_listed(sentence: Sentence, number: int) -> bool:
    """Does a claim stand in a list of its like (语文38名、数学35名), so that it is a part and no whole?"""
    following = sentence.gaps[number + 1] if number + 1 < len(sentence.claims) else ""
    return bool(_ROW_ITEM.match(following)) and sentence.claims[number + 1].dimension == sentence.claims[number].dimension


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
    """A list that does not add up, as far as its labels divide one thing and the gap is one that an error leaves."""
    tight = _tight(sentence, numbers)
    count, found = _division(sentence, tight)
    parts = tuple(sentence.claims[number] for number in tight[: count or len(tight)])
    ends = count == len(numbers) or (count == len(tight) and _strength(sentence.gaps[tight[-1] + 1 : numbers[count] + 1]) == _ENDS)
    listed = ends and not _OPEN.search(sentence.gaps[tight[len(parts) - 1] + 1])
    told = _is_told(sentence, whole, tight)
    total = Total(whole, parts, Tie.OF_WHICH, closed=True, complete=told or (found.complete and listed))
    if len(parts) < 2 or not total.is_plain or any(part.value > whole.value for part in parts):
        return
    row = Total(whole, tuple(sentence.claims[number] for number in tight), Tie.OF_WHICH, closed=True)
    if row.is_plain and row.sum > whole.value and row.is_near(_NEAR) and _is_counted_row(sentence, tight):
        yield row
    elif total.complete or (_is_excess(total, found) if total.sum > whole.value else listed and found.alike and total.slips):
        yield total


def _again(sentence: Sentence, whole: Term, numbers: Sequence[int]) -> Iterator[Total]:
    """A second list of the same whole that says how many parts it has: …，涉及三个区：南汀区21例、鹭洲区14例、北涌区13例."""
    if len(numbers) < 2 or not _is_counted(sentence, numbers):
        return
    total = Total(whole, tuple(sentence.claims[number] for number in numbers), Tie.OF_WHICH, closed=True, complete=True)
    if total.is_plain and total.is_near(_NEAR):
        yield total


def _is_counted(sentence: Sentence, numbers: Sequence[int]) -> bool:
    """Does a count of the items stand right before a list: 三个区：…, 三节依次为…?"""
    first = numbers[0]
    count = sentence.claims[first - 1] if first else None
    opens = "：" in sentence.gaps[first] or bool(IN_ORDER.search(sentence.gaps[first]))
    return opens and count is not None and count.kind is Kind.COUNT and count.number == len(numbers)


def _is_excess(total: Total, found: Division) -> bool:
    """Are parts that exceed their total wrong rather than overlapping groups? The less their labels say, the nearer they must come."""
    if found.named:
        return total.is_near(_FAR)
    if found.alike and (len(total.parts) >= 3 or total.slips):
        return total.is_near(_NEAR)
    return total.slips and total.is_near(_NEAREST if found.alike else _HAIR)


def _is_counted_row(sentence: Sentence, numbers: Sequence[int]) -> bool:
    """Is a list one row of three things or sums and more, in which groups seldom overlap: 小学200所、初中100所、高中40所?"""
    kinds = {sentence.claims[number].kind for number in numbers}
    return len(numbers) >= _FEWEST and kinds <= {Kind.COUNT, Kind.MONEY} and all("、" in sentence.gaps[at] for at in numbers[1:])


def _is_told(sentence: Sentence, whole: Term, numbers: Sequence[int]) -> bool:
    """Does the text say that a list without labels has all parts: 全部分布在三乡，依次为…?"""
    first = numbers[0]
    if whole not in sentence.claims or not IN_ORDER.search(sentence.gaps[first]):
        return False
    between = sentence.between(sentence.claims.index(whole), first)
    total = Total(whole, tuple(sentence.claims[number] for number in numbers), Tie.OF_WHICH)
    told = _WHOLLY.search(between) or _is_counted(sentence, numbers)
    return bool(told) and all(ROW.fullmatch(sentence.gaps[at]) for at in numbers[1:]) and total.is_near(_NEAR)


def _division(sentence: Sentence, numbers: Sequence[int]) -> tuple[int, Division]:
    """How many items from the first on divide one thing, and how: all of them, three or more, or a pair that is complete."""
    labels = [re.split(r"其中|包括|包含|分别|依次|依序|[和及与]", label(sentence, number))[-1] for number in numbers]
    after = [behind(sentence, number) for number in numbers]
    for count in range(len(labels), 1, -1):
        found = division(labels[:count], after[:count])
        if found.alike and (count == len(labels) or count >= 3 or found.complete):
            return count, found
    return 0, Division(alike=False, complete=False)


def _divided(sentence: Sentence, number: int) -> Iterator[Total]:
    """A list right behind its whole, or right before it: 学生1250人，男生642人，女生598人; 金牌12枚、银牌9枚，奖牌总数21枚."""
    whole = sentence.claims[number]
    follows = number + 1 < len(sentence.claims) and sentence.claims[number + 1].dimension == whole.dimension
    closes = number >= 2 and sentence.claims[number - 1].dimension == whole.dimension
    if not (follows or closes) or aside(sentence, number) or whole.dimension == SHARE:
        return
    listed = number > 0 and sentence.claims[number - 1].dimension == whole.dimension and bool(_ROW_ITEM.match(sentence.gaps[number]))
    if follows and not listed and _may_follow(sentence, number):
        yield from _near(sentence, number, _tight(sentence, items(sentence, number + 1)))
    if closes and _ALL.search(label(sentence, number)):
        first = number - 1
        while first and sentence.claims[first - 1].dimension == whole.dimension and not aside(sentence, first - 1):
            first -= 1
        numbers = _tight(sentence, range(first, number))
        if len(numbers) == number - first:
            yield from _near(sentence, number, numbers)


def _may_follow(sentence: Sentence, number: int) -> bool:
    gap = sentence.gaps[number + 1]
    return bool(re.match(r"\w{0,6}[，：（]\w{0,10}$", gap)) and not _OF_WHICH.search(gap) and not aside(sentence, number + 1)


def _is_spelled_out(sentence: Sentence, numbers: Sequence[int]) -> bool:
    """Does a colon open the list, and does it end the sentence: 进账63.8万元：光伏…，仓储…，种植…。?"""
    return (
        len(numbers) >= 3
        and "：" in sentence.gaps[numbers[0]]
        and numbers[-1] == len(sentence.claims) - 1
        and len(sentence.gaps[-1]) <= _TAIL
    )


def _near(sentence: Sentence, number: int, numbers: Sequence[int]) -> Iterator[Total]:
    """The total of a list that divides its whole and comes near it."""
    count, found = _division(sentence, numbers)
    labels = [label(sentence, at) for at in numbers[:count]]
    whole, spelled = sentence.claims[number], _is_spelled_out(sentence, numbers)
    own = division([label(sentence, number), *labels]).alike
    close = Total(whole, tuple(sentence.claims[at] for at in numbers), Tie.OF_WHICH)
    apart = number == 0 or sentence.claims[number - 1].dimension != whole.dimension
    slight = bool(numbers) and (close.agrees or (apart and close.slips and close.is_near(_NEAREST)))
    nameless = not label(sentence, number) and not tail(sentence, number)
    divided = found.complete or (2 <= count == len(numbers) and (slight or not own) and not nameless)
    if not (divided or spelled):
        total = Total(whole, tuple(sentence.claims[at] for at in numbers), Tie.OF_WHICH)
        if len(numbers) >= 2 and total.is_plain and total.agrees and all(_ROW_ITEM.match(sentence.gaps[at]) for at in numbers[1:]):
            yield total
        return
    parts = tuple(sentence.claims[at] for at in (numbers if spelled else numbers[:count]))
    total = Total(whole, parts, Tie.OF_WHICH, closed=True, complete=spelled or found.complete)
    told = total.agrees or total.complete or total.slips or (found.named and total.sum > whole.value)
    if told and total.is_plain and all(part.value < whole.value for part in total.parts) and total.is_near(_NEAR):
        yield total


def pairs(sentences: Sequence[Sentence]) -> Iterator[Total]:
    """Two parts that leave nothing over (男性人口…；女性人口…) of a whole that stands under their name in a sentence before."""
    for order, sentence in enumerate(sentences):
        if len(sentence.claims) < 2 or not may_complete(sentence.text):
            continue
        for number, claim in enumerate(sentence.claims):
            name = label(sentence, number)
            if len(name) < _NAME or not claim.is_plain or not claim.is_summable or aside(sentence, number):
                continue
            if other := _partner(sentence, number):
                known = _known(sentences[max(0, order - _BACK) : order + 1], number, name[-_NAME:])
                yield from _under(Total(claim, (other, claim), Tie.OF_WHICH), known)


def _known(sentences: Sequence[Sentence], last: int, noun: str) -> list[Term]:
    """The states before a claim of the last sentence whose names end in its noun, the last hundred claims looked through."""
    part = sentences[-1].claims[last]
    places = (
        (sentence, number)
        for sentence in reversed(sentences)
        for number in range((last if sentence is sentences[-1] else len(sentence.claims)) - 1, -1, -1)
    )
    return [
        claim
        for sentence, number in islice(places, _SEEN)
        if (claim := sentence.claims[number]).dimension == part.dimension
        and claim.is_plain
        and label(sentence, number).endswith(noun)
        and not aside(sentence, number)
    ]


def _partner(sentence: Sentence, number: int) -> Term | None:
    """The part before a claim that makes up a whole with it."""
    for at in range(number - 1, max(-1, number - 3), -1):
        if sentence.claims[at].dimension == sentence.claims[number].dimension:
            found = division([label(sentence, at), label(sentence, number)])
            return sentence.claims[at] if found.complete and found.named and sentence.claims[at].is_plain else None
    return None


def _under(pair: Total, known: Sequence[Term]) -> Iterator[Total]:
    """The total of a pair among the numbers that end in its noun: the one that fits, or the only one that nearly does."""
    totals = [Total(whole, pair.parts, Tie.OF_WHICH, closed=True, complete=True) for whole in known if whole not in pair.parts]
    totals = [total for total in totals if all(part.value < total.whole.value for part in pair.parts) and total.whole.digits >= _FIGURES]
    right = [total for total in totals if total.agrees]
    near = [total for total in totals if total.is_near(_NEAREST)]
    if right or len(near) == 1:
        yield (right or near)[0]
