"""Two mentions of one quantity: the same thing counted in two places, or the same figure in two units."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import ne

from annotator.checks.relations.labels import around
from annotator.checks.relations.sentence import HOLE, Sentence
from annotator.checks.relations.terms import Term
from annotator.model import Kind, Span

Place = tuple[Term, Sentence, int]

_KINDS = (Kind.COUNT, Kind.MONEY, Kind.MEASURE)
_NOUN = re.compile(r"(?:(?![均都已将等]|全部)[\u4e00-\u9fff])+")
_RESTRICTED = re.compile(
    r"其中|另|部分|剩|余下|其余|新增|新建|新开|再|又|增设|各|每|均价|平均|人均|占|分别|计划|拟|预计|目标|力争|预期|首批|首期|首场|首届|[一二三]期|去年|上年|前年|昨|今日|当日|首日|单日|次日|上周|本周|上月|本月|当月|同期|原|曾|此前|过去|最高|最多|最低|至少|累计|增|减|升|降|比|较|第"
)
_DEFINITE = re.compile("均|都|全部|全都")
_GENERIC = re.compile(
    r"全[市县区省镇村乡校国场网]|[该本我][市县区省镇村校院]|共计?|总|设有?|启用|拥?有|现|已|目前|一共|为|的|了|在|达|到|约|记者|了解|获悉|据|累计|当天|当晚|活动"
)
_MIN, _MAX = 4, 6
_RECENT = 6


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of what seems one quantity; `noun` is the word they share."""

    first: Term
    second: Term
    noun: str

    @property
    def spans(self) -> tuple[Span, Span]:
        return (self.first.span, self.second.span)


def _places(sentences: Sequence[Sentence]) -> Iterator[Place]:
    for sentence in sentences:
        for number, claim in enumerate(sentence.claims):
            if claim.kind in _KINDS and claim.is_plain and claim.dimension:
                yield claim, sentence, number


def _left_noun(sentence: Sentence, number: int) -> str:
    runs = _NOUN.findall(sentence.gaps[number][-10:])
    return runs[-1] if runs and sentence.gaps[number].endswith(runs[-1]) else ""


def _right_noun(sentence: Sentence, number: int) -> str:
    match = _NOUN.match(sentence.gaps[number + 1].lstrip("的"))
    return match[0][:10] if match else ""


# --- the same thing counted twice -----------------------------------------------------------------------------------


def same_things(sentences: Sequence[Sentence]) -> Iterator[Pair]:
    """Claims in different paragraphs that count the same named thing with figures one slip of the pen apart."""
    known: dict[tuple[str, str], list[tuple[Place, str]]] = {}
    told: set[tuple[Term, Term]] = set()
    texts: dict[int, str] = {}
    for sentence in sentences:
        texts[sentence.paragraph] = texts.get(sentence.paragraph, "") + sentence.text
    for place in _places(sentences):
        claim, sentence, number = place
        if len(claim.figures.rstrip("0")) < 2 and len(claim.figures) < 3:
            continue
        own = {(claim.dimension, noun): modifier for noun, modifier in _nouns(sentence, number)}
        for key, modifier in sorted(own.items(), key=lambda item: -len(item[0][1])):
            for (other, where, index), their in known.get(key, ())[-_RECENT:]:
                pair = (other, claim)
                if pair in told or not _slips(other, claim):
                    continue
                if where.paragraph == sentence.paragraph or not (_is_whole(where, index) and _is_whole(sentence, number)):
                    continue
                named = len(key[1]) > _MIN or _swapped(other, claim) or _DEFINITE.search(sentence.gaps[number + 1][: len(key[1]) + 3])
                if named and _same_scope(their, modifier, texts[where.paragraph], texts[sentence.paragraph]):
                    told.add(pair)
                    yield Pair(other, claim, key[1])
        for key, modifier in own.items():
            known.setdefault(key, []).append((place, modifier))


def _nouns(sentence: Sentence, number: int) -> Iterator[tuple[str, str]]:
    """The nouns right beside a claim, each with what stands before it in the clause."""
    left, right = _left_noun(sentence, number), _right_noun(sentence, number)
    clause = sentence.clause(number)
    for size in range(_MIN, min(_MAX, len(left)) + 1):
        yield left[-size:], clause[:-size]
    for size in range(_MIN, min(_MAX, len(right)) + 1):
        yield right[:size], clause


def _slips(one: Term, other: Term) -> bool:
    """Are the figures one digit or one swap apart, in the same unit and scale?"""
    a, b = one.figures, other.figures
    if len(a) != len(b) or a == b or one.unit != other.unit:
        return False
    return _significant(a, b) >= 2 and (sum(map(ne, a, b)) == 1 or _swapped(one, other))


def _significant(a: str, b: str) -> int:
    """How many digits two figures of one length have before the zeros that both end with."""
    return max(len(a.rstrip("0")), len(b.rstrip("0")))


def _swapped(one: Term, other: Term) -> bool:
    """Do two figures differ by a swap of two neighbouring digits?"""
    a, b = one.figures, other.figures
    unlike = [at for at, pair in enumerate(zip(a, b, strict=False)) if pair[0] != pair[1]]
    if len(unlike) != 2 or unlike[1] != unlike[0] + 1:
        return False
    return a[unlike[0] : unlike[1] + 1] == b[unlike[0] : unlike[1] + 1][::-1]


def _is_whole(sentence: Sentence, number: int) -> bool:
    """Is a claim said of all there is now, not of a part, a plan or another time?"""
    lead = sentence.leads[number].split("。")[-1]
    return not (_RESTRICTED.search(sentence.before(number)) or _RESTRICTED.search(sentence.gaps[number + 1][:8]) or HOLE in lead)


def _same_scope(one: str, other: str, text: str, other_text: str) -> bool:
    """Do the words before the two nouns name the same place or owner? A name on one side only must occur beside the other."""
    one, other = _GENERIC.sub("", one), _GENERIC.sub("", other)
    if one and other:
        return one in other or other in one
    name, there = (one, other_text) if one else (other, text)
    return not name or name[:2] in there


# --- one figure in two units ----------------------------------------------------------------------------------------


def same_figures(sentences: Sequence[Sentence]) -> Iterator[Pair]:
    """Claims with the same digits and another unit or scale that speak of the same thing."""
    known: dict[tuple[Kind, str], list[Place]] = {}
    for place in _places(sentences):
        claim, sentence, number = place
        digits = claim.written
        if len(digits.replace(".", "").strip("0")) < 2:
            continue
        words = around(sentence, number)
        for other, where, index in known.get((claim.kind, digits), ())[-_RECENT:]:
            if other.value == claim.value or other.dimension != claim.dimension:
                continue
            shared = words & around(where, index)
            if len(shared) >= (2 if len(digits.replace(".", "")) >= 3 else 3):
                yield Pair(other, claim, "、".join(sorted(shared)[:2]))
        known.setdefault((claim.kind, digits), []).append(place)


def equivalents(sentences: Sequence[Sentence]) -> Iterator[Pair]:
    """Quantities that are given at once in another unit: 96亩（约合6.4万平方米）."""
    for sentence in sentences:
        for number in range(1, len(sentence.claims)):
            one, other = sentence.claims[number - 1 : number + 1]
            if one.kind not in _KINDS or one.dimension != other.dimension or one.unit == other.unit:
                continue
            if re.fullmatch(r"[（，]?(?:即|约|合|折合|约合|相当于|合计约)+|（", sentence.gaps[number]):
                yield Pair(one, other, sentence.gaps[number])
