"""Totals that stand behind their parts (共计, 合计, 三项相加) and what is left over of a whole (其余, 还剩)."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from annotator.checks.relations.divisions import division
from annotator.checks.relations.roles import aside, behind, label
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import Term
from annotator.checks.relations.totals import DIGITS, IN_ORDER, ROW, Tie, Total
from annotator.model import Kind

_ALTOGETHER = re.compile(
    r"(?:(?P<count>[两二三四五六七八九2-9])(?:者|\w{1,3}|[人名个家项类地国馆校县区市批处条户组队款场]\w{1,8}?))?(?:[，：]?)"
    r"(?P<word>累计|共计|合计|总计|一共|总共|相加|加起[来來]|加在一起|拢共|之和|(?<![公中同])共(?![同产享建青和识性])|(?<=[场项个家地国组队])总(?=\w))(?P<verb>[^，。；：、]{0,8})$"
)
_HINT = re.compile("共|合计|总|累计|相加|加起|加在|之和|一起")
_OTHER = re.compile("上届|去年|上年|此前|历[年届次]|以来|创办|成立|上[次月周]|同期|迄今")
_REST = re.compile(r"(?:剩余|还剩|其余|余下|剩下|尚余|尚有|现有|还有|另有|另外|另)[^，。；]{0,10}$")
_TAKEN = re.compile("扣除|减去|扣减|除去|刨去|刨除|剔除|扣去")
_NET = re.compile("净|实际|实得|到手|纯|剩|余|结余")
_MAY_REST = re.compile("[剩余另扣减除刨剔]|(?:尚|现|还)有")
"""What a sentence holds in which something is left over or taken off."""
_STRICT_REST = re.compile(r"(?:剩余|还剩|其余|余下|剩下|尚余|下余)[^，。；其]{0,10}$")
_GAIN = re.compile("(?:净增|净减|净增加|净减少)$")
_TOTAL = re.compile("共计|合计|总计|小计")
_WHOLE = re.compile("^全[市县区省校院镇乡村厂班年队团国](?!.*[有设建辖含])")
_FROM = re.compile("[由从自]$|[减增降升提改调](?:少|加|高|低)?[至到为]$")
_LIST = re.compile(r"[、和及与]|以及")
_LONGEST = 9
_OPENS = re.compile(r"[两三四五六七八九](?=[批项类家个起笔处地场馆店线期])")
_LOOSE = ("共", "累计")
"""Words that open a total, but often one of other things or of a longer time."""
_CLOSE, _CLOSER = Fraction(15, 100), Fraction(5, 100)
"""How near parts must come to a total that may count other things too."""
_WINDOW = 8


def altogether(sentence: Sentence, before: Sentence | None) -> Iterator[Total]:
    """The totals of a sentence that stand behind their parts, those in the sentence before included."""
    if not _HINT.search(sentence.text):
        return
    for number, whole in enumerate(sentence.claims):
        if not whole.is_summable or (number < 2 and before is None):
            continue
        words = sentence.last_words(number, 24)
        cue = _ALTOGETHER.search(words) if _HINT.search(words) else None
        if cue:
            yield from _behind(sentence, number, before, cue)


def _behind(sentence: Sentence, number: int, before: Sentence | None, cue: re.Match[str]) -> Iterator[Total]:
    whole = sentence.claims[number]
    kind = aside(sentence, number)
    run = _run(sentence, number, whole, kind)
    if not run and before is not None and before.paragraph == sentence.paragraph:
        places = [(before, at) for at in _run(before, len(before.claims), whole, kind)]
    else:
        places = [(sentence, at) for at in run]
    parts = tuple(where.claims[at] for where, at in places)
    fitting = next((cut for cut in range(len(parts) - 1) if Total(whole, parts[cut:], Tie.ALTOGETHER).agrees), None)
    if fitting is not None:
        yield Total(whole, parts[fitting:], Tie.ALTOGETHER)
        return
    count = cue["count"] or (_OPENS.match(sentence.text) or [""])[0]
    told = DIGITS.get(count) == len(places) or (len(places) >= 2 and _is_row(places))
    total = Total(whole, tuple(where.claims[at] for where, at in places), Tie.ALTOGETHER, closed=True)
    if len(places) >= 2 and whole.kind is not Kind.PERCENT and total.is_plain and _is_sure(total, places, cue, told=told):
        yield total


def _run(sentence: Sentence, number: int, whole: Term, kind: str) -> list[int]:
    """The claims before a total that may be its parts, in order: of its dimension, without changes and means."""
    found: list[int] = []
    for at in range(number - 1, max(-1, number - 2 * _LONGEST), -1):
        same = sentence.claims[at].dimension == whole.dimension or _is_bare(sentence, at)
        if same and aside(sentence, at) in ("", kind):
            found.append(at)
        if len(found) == _LONGEST:
            break
    return found[::-1]


def _is_bare(sentence: Sentence, number: int) -> bool:
    """Is a claim a bare number in a row whose last one has the unit: 38.2万、35.6万及29.9万人次?"""
    claim, gap = sentence.claims[number], sentence.gaps[number + 1]
    return claim.dimension == "number" and claim.kind is Kind.COUNT and number + 1 < len(sentence.claims) and bool(ROW.fullmatch(gap))


def _is_row(places: Sequence[tuple[Sentence, int]]) -> bool:
    """Are the parts a bare row after 分别: 三人分别退赔8万元、6.5万元和3万元?"""
    where, first = places[0]
    return bool(IN_ORDER.search(where.gaps[first])) and all(ROW.fullmatch(sentence.gaps[at]) for sentence, at in places[1:])


def _is_sure(total: Total, places: Sequence[tuple[Sentence, int]], cue: re.Match[str], *, told: bool) -> bool:
    """Does the text give exactly these parts as those of the total?"""
    names = [label(where, at) for where, at in places]
    if cue["word"] == "总" and not told:
        return False
    if any(_TOTAL.search(name) or _FROM.search(name) for name in names) or _OTHER.search(cue.string):
        return False
    divided = division(names, [behind(where, at) for where, at in places])
    if any(_WHOLE.search(name) for name in names) and not divided.named:
        return False
    if told:
        return cue["word"] not in _LOOSE or total.is_near(_CLOSER) or (total.slips and total.is_near(_CLOSE))
    if any(where is not places[-1][0] for where, _ in places) or total.whole.start > places[-1][0].end:
        return False
    listed = all(_LIST.search(where.gaps[at]) for where, at in places[1:])
    alike = divided.alike or (len(set(names)) == 1 and bool(names[0]))
    if cue["word"] in _LOOSE:
        near = total.is_near(_CLOSE if cue["word"] == "共" else _CLOSER)
        return (listed or alike) and near and all(part.value < total.whole.value for part in total.parts)
    alone = cue.start() == _clause(cue.string)
    if not total.is_near(_CLOSE):
        return alone and ((listed and not cue["verb"]) or (total.slips and total.is_near(2 * _CLOSE)))
    return alone or total.sum > total.whole.value or (total.is_near(_CLOSER) and alike)


def _clause(words: str) -> int:
    """Where the last clause of some words begins."""
    return max(words.rfind(mark) for mark in "，；：。、—") + 1


def rest(sentence: Sentence) -> Iterator[Total]:
    """What is left over of a whole that stands in the sentence with the part that is gone."""
    for number in range(2, len(sentence.claims)) if _MAY_REST.search(sentence.text) else ():
        left = sentence.claims[number]
        if not left.is_summable or left.kind is Kind.PERCENT or not (_REST.search(sentence.gaps[number]) or _is_net(sentence, number)):
            continue
        earlier = [at for at in range(max(0, number - 6), number) if sentence.claims[at].dimension == left.dimension]
        found = _agreeing([sentence.claims[at] for at in earlier], left)
        if found is None and (_STRICT_REST.search(sentence.gaps[number]) or _is_net(sentence, number)):
            found = _left(sentence, earlier, left)
        if found is not None:
            yield found


def _is_net(sentence: Sentence, number: int) -> bool:
    """Is a claim what is left once the claim before it is taken off: 总额12.6亿元，扣除费用0.85亿元，净额11.75亿元?"""
    return bool(_TAKEN.search(label(sentence, number - 1)) and _NET.search(label(sentence, number)))


def _agreeing(earlier: Sequence[Term], left: Term) -> Total | None:
    for count in range(len(earlier), 1, -1):
        total = Total(earlier[-count], (*earlier[len(earlier) - count + 1 :], left), Tie.REST)
        if total.agrees and total.is_plain:
            return total
    return None


def _left(sentence: Sentence, earlier: Sequence[int], left: Term) -> Total | None:
    """A rest that does not fit: the whole comes first and is the largest, and everything after it is a part."""
    stated = [at for at in earlier if not aside(sentence, at)]
    if len(stated) < 2:
        return None
    whole, *parts = (sentence.claims[at] for at in stated)
    total = Total(whole, (*parts, left), Tie.REST, closed=True)
    sound = all(part.value < whole.value for part in total.parts)
    return total if sound and total.is_plain and (total.is_near(_CLOSE) or (len(parts) == 1 and total.slips)) else None


def net(sentence: Sentence) -> Iterator[Total]:
    """An old and a new state with their difference: 老账登记8416件，新账登记9032件，净增616件."""
    for number in range(2, len(sentence.claims)) if "净" in sentence.text else ():
        gain = _GAIN.search(label(sentence, number))
        if not gain or not sentence.claims[number].is_summable:
            continue
        difference, old, new = sentence.claims[number], sentence.claims[number - 2], sentence.claims[number - 1]
        names = [label(sentence, number - 2), label(sentence, number - 1)]
        if not old.dimension == new.dimension == difference.dimension or any(aside(sentence, at) for at in (number - 2, number - 1)):
            continue
        small, large = sorted((old, new), key=lambda term: term.value)
        total = Total(large, (small, difference), Tie.REST, closed=True)
        if total.is_plain and (total.agrees or (total.slips and division(names).alike and _rises(old, new, gain[0]))):
            yield total


def _rises(old: Term, new: Term, word: str) -> bool:
    """Do two states go the way of the word for their difference?"""
    return (new.value > old.value) == ("增" in word or "多" in word)


def left_over(sentences: Sequence[Sentence]) -> Iterator[Total]:
    """What is left over, where whole and part stand in earlier sentences: good for a confirmation only."""
    rows: dict[str, list[Term]] = {}
    for sentence in sentences:
        left = "剩" in sentence.text or "余" in sentence.text
        for number, claim in sentence.amounts:
            row = rows.setdefault(claim.dimension, [])
            if left and _STRICT_REST.search(sentence.gaps[number]):
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
