"""Quantities that follow from others by their names: 顺差 = 出口 − 进口, 期末库存 = 期初库存 + 购进 − 销售, 净增 = 新增 − 退出."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from annotator.checks.relations.roles import label, tail
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import Term
from annotator.checks.relations.totals import Tie, Total
from annotator.lexicon import table

Group = tuple[str, ...]
"""The words for one quantity, longest first; > before a word says that it follows its number."""

_CHANGE = re.compile("比|较|同比|环比|平均|人均|计划|预计|目标|增长|下降|扩大|缩小|收窄")
_TIME = re.compile("[0-9]+月|当月|季度|去年|上年|同期|[上下]半年|[今本]年|当[日天]")
_AGAIN = re.compile(f"[；。][^；。，]{{0,6}}(?:{_TIME.pattern})")
_GENERIC = re.compile(
    r"^(?:[该本][馆校院厂站店场]|馆藏图书|馆藏|全[市县区省州年国乡镇村校盟]|当[月年日期]|本[月年期]|今年|去年|上年|累计|实现|完成|其中|外贸|货物|贸易|共|各项|一般|总|新|则|就|有|[0-9月日]|□)+"
)


_FEWEST = 3
"""A balance has a result and at least two numbers."""


class Balance(NamedTuple):
    """One kind of balance of the lexicon."""

    result: Group
    added: tuple[Group, ...]
    taken: tuple[Group, ...]


class Place(NamedTuple):
    """A claim with the words that name it."""

    term: Term
    label: str
    tail: str
    sentence: Sentence


def _group(words: Sequence[str]) -> Group:
    return tuple(sorted(words, key=len, reverse=True))


@cache
def _balances() -> tuple[Balance, ...]:
    return tuple(
        Balance(_group(entry["result"]), tuple(map(_group, entry["plus"])), tuple(map(_group, entry["minus"])))
        for entry in table("parts.toml")["balance"]
    )


@cache
def _results() -> tuple[re.Pattern[str], Mapping[str, tuple[Balance, ...]]]:
    """The words that name a result, as one pattern, and the balances of each."""
    found: dict[str, list[Balance]] = {}
    for balance in _balances():
        for word in balance.result:
            found.setdefault(word.lstrip(">"), []).append(balance)
    return re.compile("|".join(map(re.escape, _group(tuple(found))))), {word: tuple(group) for word, group in found.items()}


@lru_cache(maxsize=16)
def _told(text: str) -> frozenset[str]:
    """The words for results in a sentence, which is read beside the one before it and the one after it."""
    return frozenset(_results()[0].findall(text))


def balances(sentence: Sentence, before: Sentence | None) -> Iterator[Total]:
    """The balances whose result a sentence or the one before it states, each with its own numbers."""
    near = before if before is not None and before.paragraph == sentence.paragraph else None
    if len(sentence.claims) + (len(near.claims) if near else 0) < _FEWEST:
        return
    words = _told(sentence.text) | (_told(near.text) if near else frozenset())
    if words:
        named = _results()[1]
        places = [*(_places(near) if near else ()), *_places(sentence)]
        for balance in dict.fromkeys(balance for word in sorted(words) for balance in named[word]):
            yield from _balanced(balance, places, sentence)


def _places(sentence: Sentence) -> Iterator[Place]:
    for number, term in enumerate(sentence.claims):
        if term.is_summable:
            yield Place(term, label(sentence, number), tail(sentence, number), sentence)


def _named(place: Place, group: Group) -> str:
    """The word of a group that names a claim, "" where none does or where the claim is a change."""
    if _CHANGE.search(place.label):
        return ""
    for word in group:
        if word.startswith(">"):
            if place.tail.startswith(word[1:]) and len(place.label) <= 3:
                return word
        elif place.label.endswith(word):
            longest = next(known for known in _vocabulary() if place.label.endswith(known))
            return word if longest in group else ""
    return ""


@cache
def _vocabulary() -> Group:
    """Every word of every balance."""
    return _group(sorted({word.lstrip(">") for one in _balances() for group in (one.result, *one.added, *one.taken) for word in group}))


def _cast(balance: Balance, places: Sequence[Place]) -> list[list[Place]]:
    """The claims for the result and for each group, in order: each claim where the longest word names it."""
    groups = (balance.result, *balance.added, *balance.taken)
    cast: list[list[Place]] = [[] for _ in groups]
    for place in places:
        words = [len(_named(place, group)) for group in groups]
        if any(words):
            cast[words.index(max(words))].append(place)
    return cast


def _balanced(balance: Balance, places: Sequence[Place], sentence: Sentence) -> Iterator[Total]:
    results, *found = _cast(balance, places)
    if len(results) != 1 or not all(found) or any(len(group) > 3 for group in found):
        return
    (result,) = results
    cut = len(balance.added)
    for chosen in product(*found):
        terms = tuple(place.term for place in chosen)
        total = Total(result.term, terms[:cut], Tie.BALANCE, off=terms[cut:])
        own = any(place.sentence is sentence for place in (*chosen, result))
        if not own or len({term.dimension for term in total.members}) > 1:
            continue
        if total.agrees:
            yield total
            return
        if all(len(group) == 1 for group in found) and total.is_plain and _is_sure(balance, (result, *chosen), places):
            yield Total(result.term, terms[:cut], Tie.BALANCE, closed=True, complete=True, off=terms[cut:])


def _is_sure(balance: Balance, members: Sequence[Place], places: Sequence[Place]) -> bool:
    """Do all members speak of one thing and one time, with no other quantity of their kind among them?"""
    owners = {_owner(place, group) for place, group in zip(members, (balance.result, *balance.added, *balance.taken), strict=True)} - {""}
    if len(owners) > 1:
        return False
    terms = [place.term for place in members]
    if _restarts(members):
        return False
    first, last = min(term.start for term in terms), max(term.start for term in terms)
    among = [place for place in places if first <= place.term.start <= last and place.term.dimension == terms[0].dimension]
    return all(place.term in terms or _CHANGE.search(place.label) for place in among)


def _restarts(members: Sequence[Place]) -> bool:
    """Does a semicolon or a full stop among the members begin to speak of another time: …；5月当月进出口68.2亿元?"""
    ordered = sorted(members, key=lambda place: place.term.start)
    first = ordered[0].sentence
    later = [place.sentence.text[: place.term.start - place.sentence.start] for place in ordered if place.sentence is not first]
    same = [place.term.start - first.start for place in ordered if place.sentence is first]
    return bool(_AGAIN.search(first.text[same[0] : same[-1]])) or any(_TIME.search(words) for words in later)


def _owner(place: Place, group: Group) -> str:
    """Whose quantity a claim is, where its clause says so: 对东盟 of 对东盟出口."""
    word = _named(place, group)
    words = place.label if word.startswith(">") else place.label[: len(place.label) - len(word)]
    return _GENERIC.sub("", words)
