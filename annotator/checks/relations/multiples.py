"""One value as a multiple of another, and values said to lie above or below another that is named."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from annotator.checks.relations import ties
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import Term
from annotator.model import Kind

_TIMES = (Kind.DATE, Kind.TIME)
_REACH = 4
_AS_MUCH = re.compile("[，（](?:已|约|就|正好|恰好|几乎)?(?:是|为|相当于|达)")


def is_value(claim: Term) -> bool:
    """Is it the value of a quantity, and no place in time, in an order or in a game?"""
    points = claim.kind is Kind.SCORE and claim.unit == "分"
    return claim.dimension != "" and (points or claim.kind not in (*_TIMES, Kind.RANK, Kind.SCORE))


def multiple(
    sentence: Sentence, leads: Sequence[str], number: int, deltas: Collection[int], steps: Mapping[int, tuple[int, re.Match[str] | None]]
) -> tuple[int, int] | None:
    """The numbers of the two values of a multiple, the one it is taken of first: 是去年120吨的3倍; None where the claim is none.

    `leads` are the words before each claim, `deltas` the numbers of the changes, `steps` those of results with what they came from.
    """
    claim, old = sentence.claims[number], number - 1
    if claim.unit != "倍" or claim.kind is not Kind.RATIO:
        return None
    if sentence.gaps[number] not in ("的", "的约", "的近"):
        return _of_named(sentence, leads, number, deltas, steps)
    new = old - 1
    while new >= 0 and sentence.claims[new].kind in (*_TIMES, Kind.DURATION):
        new -= 1
    alike = new >= 0 and sentence.claims[new].dimension == sentence.claims[old].dimension and is_value(sentence.claims[old])
    return (old, new) if alike and new not in deltas and ties.TIMES_OF.fullmatch(sentence.between(new, old)) else None


def _of_named(
    sentence: Sentence, leads: Sequence[str], number: int, deltas: Collection[int], steps: Mapping[int, tuple[int, re.Match[str] | None]]
) -> tuple[int, int] | None:
    """A multiple whose older value is named only: 一等座115元，相当于二等座的1.6倍."""
    named = ties.OF_NAMED.search(leads[number])
    if not named or ties.BREAK.search(sentence.gaps[number]):
        return None
    whom = named["whom"]
    if ties.AS_IT_WAS.fullmatch(whom) and (number - 1) in steps and _AS_MUCH.match(sentence.gaps[number]):
        return steps[number - 1][0], number - 1
    values = [at for at in range(max(0, number - _REACH), number) if at not in deltas and is_value(sentence.claims[at])]
    olds = [at for at in values if whom in leads[at] or (ties.BEFORE.search(leads[at]) and ties.BEFORE.search(whom))]
    news = [at for at in values if at not in olds and not ties.says_earlier(leads[at])]
    if len(olds) != 1 or not news or sentence.claims[news[-1]].dimension != sentence.claims[olds[0]].dimension:
        return None
    between = sentence.between(min(olds[0], news[-1]), number)
    near = not ties.BREAK.search(between) and sentence.gaps[number].startswith(("，", "（"))
    return (olds[0], news[-1]) if near else None


def comparisons(sentence: Sentence, deltas: Collection[int]) -> Iterator[tuple[int, int, bool, str]]:
    """Values said to lie above or below an older one: the numbers of both, whether above, and the words. 12万吨，低于去年的14万吨."""
    for old in range(1, len(sentence.claims)):
        if sentence.gaps[old][-1:] != "的":
            continue
        moved = ties.MOVES.match(sentence.gaps[old + 1])
        new = old - 1
        while new >= 0 and sentence.claims[new].kind in _TIMES:
            new -= 1
        if new < 0 or new in deltas or not is_value(sentence.claims[old]):
            continue
        between = sentence.between(new, old)
        if moved and ties.COMPARED_WITH.fullmatch(between) and sentence.claims[new].dimension == sentence.claims[old].dimension:
            yield old, new, moved["rise"] is not None, moved["rise"] or moved["fall"]
            continue
        said = ties.AGAINST.fullmatch(between)
        if said and sentence.claims[new].dimension == sentence.claims[old].dimension:
            yield old, new, said["rise"] is not None, said["rise"] or said["fall"]
