"""One event with two dates: 2021年3月发掘启动, and later 2022年3月发掘启动的那天."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from annotator.checks.relations.mentions import Pair
from annotator.checks.relations.naming import words
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import Term
from annotator.lexicon import table
from annotator.model import Kind

_WIDE = 14
_MARK = re.compile(r"[，；：。！？、（）“”「」《》□]")
_ANY = re.compile("工程|项目|活动|于|在|将|已|正式")
_SHAPE = re.compile("[0-9]")
_BATCH = re.compile("第[一二三四五六七八九十0-9]+|[一二三四五六七八九十]期|首[批期]")


@cache
def _once() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Verbs of what happens once, and those with the words that add nothing to them."""
    read = table("mentions.toml")["once"]
    return re.compile("|".join(read["verbs"])), re.compile("|".join((*read["verbs"], *read["plain"])))


def event_dates(sentences: Sequence[Sentence]) -> Iterator[Pair]:
    """Two dates of one precision for one named event that happens once."""
    known: dict[str, list[tuple[Term, str, str]]] = defaultdict(list)
    for sentence in sentences:
        for number, claim in enumerate(sentence.claims) if Kind.DATE in sentence.kinds else ():
            if claim.kind is not Kind.DATE or claim.quantity.high is not None:
                continue
            after = sentence.gaps[number + 1]
            right = _MARK.split(after[1:] if after.startswith(("，", "的")) else after, maxsplit=1)[0][:_WIDE]
            verb = _once()[0].search(right)
            if verb is None:
                continue
            left = _MARK.split(sentence.gaps[number])[-1][-_WIDE:]
            others = known[verb[0]]
            for other, before, after in others:
                if not _differ(other, claim):
                    continue
                alone = len({one.quantity.value for one, _, _ in others} | {claim.quantity.value}) == 2
                if name := _named((before, after), (left, right)) or (alone and _again(verb[0], before, left, right, (other, claim))):
                    yield Pair(other, claim, name)
            others.append((claim, left, right))


def _differ(one: Term, other: Term) -> bool:
    a, b = one.quantity.value, other.quantity.value
    return a != b and _SHAPE.sub("9", a) == _SHAPE.sub("9", b) and one.paragraph != other.paragraph


def _named(one: tuple[str, str], other: tuple[str, str]) -> str:
    """The event's name where both clauses have it, right before the date or right behind it; else ""."""
    if set(_BATCH.findall("".join(one))) != set(_BATCH.findall("".join(other))):
        return ""
    behind = _shared(one[1], other[1])
    before = _shared(one[0][::-1], other[0][::-1])[::-1]
    verb, plain = _once()
    if verb.search(behind) and len(plain.sub("", behind)) >= 2:
        return behind
    bare = _ANY.sub("", words().generic.sub("", words().scope.sub("", before)))
    return before + behind if len(bare) >= 3 and verb.match(behind) else ""


def _again(verb: str, before: str, left: str, right: str, dates: tuple[Term, Term]) -> str:
    """The event that a later day only names (5月28日的开馆), where one digit is another and nothing says that it is another's; else ""."""
    bare = words().generic.sub("", words().scope.sub("", re.sub("为了?|迎接|随着|等到|在|于|自|从|是", "", left)))
    a, b = (date.quantity.value for date in dates)
    slip = len(a) == len(b) > 7 and sum(one != other for one, other in zip(a, b, strict=True)) == 1
    return verb if slip and right.startswith(verb) and (not bare or bare[-2:] in before) else ""


def _shared(one: str, other: str) -> str:
    size = 0
    while size < min(len(one), len(other)) and one[size] == other[size]:
        size += 1
    return one[:size]
