"""One figure in two units or scales (8.07亿元, 8.07万元; 48.6万亩, 486万亩; 96亩 that are 6.4万平方米), and units that cannot measure."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from annotator.checks.relations.labels import around
from annotator.checks.relations.mentions import Pair
from annotator.checks.relations.naming import Mention, are_one_owner, shared_name, words
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import Term
from annotator.lexicon import table
from annotator.model import Kind, Span

_RECENT = 6
_NAME = 4
_KINDS = (Kind.COUNT, Kind.MONEY, Kind.MEASURE)
_HAN = re.compile("[^一二三四五六七八九十百千万亿萬億两零〇]")
_EXTREME = re.compile("最[高低大小多少长短快]")
_EACH = re.compile(r"每(?P<thing>[\u4e00-\u9fff])\w{0,2}$")
_NAMES = re.compile("(?:人民币|[长高宽深重厚])?的")
_SIDES = frozenset(table("mentions.toml")["sides"]["words"])
_SAYS = r"(?:为|达到?|约|近|超过?|共|仅|将|已|增至|降至)*$"
_SAME = re.compile(r"[（，]?(?:即|约|合|折合|约合|相当于|合计约)+|（")


@dataclass(frozen=True, slots=True)
class Mismeasured:
    """A claim whose unit cannot measure what the words before it name."""

    claim: Term
    noun: str

    @property
    def span(self) -> Span:
        return Span(self.claim.start - len(self.noun), self.claim.end)


def same_figures(found: Sequence[Mention]) -> Iterator[Pair]:
    """Claims with the same digits and another unit or scale that speak of the same thing; two figures are set against each other once."""
    told: set[frozenset[tuple[str, str]]] = set()
    known: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in found:
        term = mention.term
        digits = _digits(term)
        if term.kind not in _KINDS or not digits or len(term.written or digits) < 2:
            continue
        kind = "money" if term.kind is Kind.MONEY else term.dimension  # 31.4亿元 and 31.4亿美元 are one figure in two currencies
        for other in known[kind, digits][-_RECENT:]:
            figures = frozenset(((other.term.text, other.term.unit), (term.text, term.unit)))
            same = other.term.value == term.value and other.term.dimension == term.dimension
            if same or other.term.kind is not term.kind or figures in told:
                continue
            if name := _one_thing(other, mention, len(digits)):
                told.add(figures)
                yield Pair(other.term, term, name)
        known[kind, digits].append(mention)


def _digits(term: Term) -> str:
    """The digits as written, without point and outer zeros; the numeral itself where it is Chinese."""
    return term.written.replace(".", "").strip("0") or _HAN.sub("", term.text)


def _one_thing(one: Mention, other: Mention, digits: int) -> str:
    """What two mentions share, where that is enough for figures of so many digits; else ""."""
    each = _per_each(one, other)
    if one.sentence is other.sentence or not (each or _are_states(one, other)):
        return ""
    name = shared_name(one, other)
    shared = around(one.sentence, one.number) & around(other.sentence, other.number)
    if name and not other.is_known and not _EXTREME.match(name) and not are_one_owner(one.owner(name), other.owner(name)):
        return ""
    if one.term.dimension != other.term.dimension and not _is_same_sum(one, other, shared):
        return ""
    if one.term.written != other.term.written:  # 48.6万亩, 486万亩: ten times, no other unit
        known = other.is_known and len(shared) >= 2
        return (name or min(shared)) if digits >= 3 and (known or (len(name) >= 4 and one.scope == other.scope)) else ""
    weight = (2 if digits >= 4 else digits == 3 or len(one.term.written) >= 4) + min(len(shared), 2) + (len(name) >= 2)
    weight += 2 * each + _have_one_side(one, other)
    weight += one.term.kind is Kind.MEASURE and digits >= 3 and bool(shared)
    weight += (
        (one.sentence.paragraph == other.sentence.paragraph)
        + other.is_known
        + other.is_all
        + ((one.term.factor, one.term.dimension) != (other.term.factor, other.term.dimension))
    )
    named = bool(_NAMES.match(other.after)) or other.before.endswith("的")  # 850公斤的处理能力: it was told before
    weight += named
    weight -= (one.time != other.time and not named) or bool(one.scope and other.scope and one.scope != other.scope)
    if digits < 2 and not each and not (named and shared):
        return ""
    return (name or "、".join(sorted(shared)[:2]) or one.term.text) if weight >= 3 else ""


def _are_states(one: Mention, other: Mention) -> bool:
    """Is neither a part, a mean or a limit, or are both the same extreme: 最高时速达到620公里, 620米的最高时速?"""
    extreme = _EXTREME.search(one.before)
    same = extreme is not None and other.after.removeprefix("的").startswith(extreme[0])
    rate = one.term.kind is Kind.MEASURE and words().apart.findall(one.before + "□" + one.after[:4]) == ["每"]  # 每晚数据2.6TB, 2.6GB的数据
    return same or (not other.is_apart and (rate or not one.is_apart))


def _per_each(one: Mention, other: Mention) -> bool:
    """Is one told for each of a thing and the other for one of it: 每片0.25毫克, 0.25克一片?"""
    each = _EACH.search(one.sentence.gaps[one.number])
    return each is not None and re.match(rf"[一每]{each['thing']}", other.after) is not None


def _have_one_side(one: Mention, other: Mention) -> bool:
    """Do both measure the same side of something: 全长4.2米, 4.2厘米长的化石?"""
    return other.right[:1] in _SIDES and one.left.endswith(other.right[:1])


def _is_same_sum(one: Mention, other: Mention, shared: frozenset[str]) -> bool:
    """Are sums in two currencies one figure of one thing: the later one's thing is named beside or before the earlier one?"""
    named = bool(shared) or (len(other.right) >= _NAME and other.right[:_NAME] in one.sentence.text)
    return named and one.term.written == other.term.written and "/" not in one.term.unit + other.term.unit


def equivalents(sentences: Sequence[Sentence]) -> Iterator[Pair]:
    """Quantities that are given at once in another unit: 96亩（约合6.4万平方米）."""
    for sentence in sentences:
        for number in range(1, len(sentence.claims)):
            one, other = sentence.claims[number - 1 : number + 1]
            if one.kind not in _KINDS or one.dimension != other.dimension or one.unit == other.unit:
                continue
            if _SAME.fullmatch(sentence.gaps[number]):
                yield Pair(one, other, sentence.gaps[number])


@cache
def _measured() -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    return tuple(
        (re.compile(rf"(?P<noun>{'|'.join(entry['nouns'])})(?P<says>{_SAYS})"), frozenset(entry["dimensions"]))
        for entry in table("mentions.toml")["measured"]
    )


@cache
def _physical() -> frozenset[str]:
    return frozenset(dimension for _, dimensions in _measured() for dimension in dimensions)


def mismeasured(sentences: Sequence[Sentence]) -> Iterator[Mismeasured]:
    """Claims in a physical unit that cannot measure the noun right before them: 装机容量12万千瓦时."""
    for sentence in sentences:
        for number, claim in enumerate(sentence.claims) if Kind.MEASURE in sentence.kinds else ():
            if claim.kind is not Kind.MEASURE or claim.dimension not in _physical():
                continue
            gap = sentence.gaps[number]
            for pattern, dimensions in _measured():
                match = pattern.search(gap[-20:])
                if match and claim.dimension not in dimensions:
                    yield Mismeasured(claim, match[0])
