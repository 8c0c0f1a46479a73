"""Stocks over a time: what was there, what came and what went make what is there (期初 + 购进 − 销售 = 期末)."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from annotator.checks.relations.roles import label, tail
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import Term
from annotator.checks.relations.totals import Tie, Total
from annotator.lexicon import alternatives, table

_FILLER = re.compile("^(?:全[市县区镇村校省]|该[市县区镇村]?|共)*(?:有|共有|的)?")
_SAVED = re.compile("^(?:结余|结存|余额|结转)?(?:资金|款项|善款)?$")
_BETWEEN = re.compile("结余|净|差额|盈余|相抵|相差|亏损|盈利")
_OTHER = re.compile("同比|环比|比上|较|平均|其中|占|增长|下降")


_FEWEST = 3
"""A stock over a time has an opening, a flow and a closing."""


class _Words(NamedTuple):
    hint: re.Pattern[str]
    opening: re.Pattern[str]
    closing: re.Pattern[str]
    added: re.Pattern[str]
    taken: re.Pattern[str]


@cache
def _words() -> _Words:
    words = table("parts.toml")["stock"]
    begin = "^\\w{{0,8}}?(?:{})(?P<stem>.*)"
    return _Words(
        re.compile(alternatives(words["opening"])),
        re.compile(begin.format(alternatives(words["opening"]))),
        re.compile(begin.format(alternatives(words["closing"]))),
        re.compile(f"(?:{alternatives(words['added'])})(?:了|会员|订单|人员|善款|资金|款项)?$"),
        re.compile(f"(?:{alternatives(words['taken'])})(?:了|会员|订单|人员)?$"),
    )


def stocks(sentence: Sentence) -> Iterator[Total]:
    """The stock that a sentence closes, with its opening and everything that came and went in between."""
    words = _words()
    if len(sentence.claims) < _FEWEST or not words.hint.search(sentence.text):
        return
    opened: int | None = None
    for number, claim in enumerate(sentence.claims):
        if not claim.is_summable or not claim.is_plain:
            continue
        name = label(sentence, number)
        if words.opening.match(name):
            opened = number
        elif opened is not None and number > opened + 1 and (end := words.closing.match(name)):
            start = words.opening.match(label(sentence, opened))
            if start and _same(start["stem"], end["stem"]):
                yield from _closed(sentence, opened, number)
            opened = None


def _same(one: str, other: str) -> bool:
    """Do two stocks bear one name? One of them may go without."""
    one, other = (_SAVED.sub("", _FILLER.sub("", name)) for name in (one, other))
    return not one or not other or one in other or other in one


def _closed(sentence: Sentence, first: int, last: int) -> Iterator[Total]:
    words = _words()
    added: list[Term] = [sentence.claims[first]]
    taken: list[Term] = []
    for number in range(first + 1, last):
        claim = sentence.claims[number]
        if claim.dimension != sentence.claims[first].dimension:
            continue
        if _BETWEEN.search(label(sentence, number)):
            continue
        name, behind = label(sentence, number), tail(sentence, number)
        if _OTHER.search(sentence.gaps[number]) or not claim.is_plain:
            return
        if words.taken.search(name) or (words.taken.search(behind) and not words.added.search(name)):
            taken.append(claim)
        elif words.added.search(name):
            added.append(claim)
        else:
            return
    whole = sentence.claims[last]
    if whole.dimension == added[0].dimension and len(added) + len(taken) >= 2:
        both = len(added) >= 2 and bool(taken)
        yield Total(whole, tuple(added), Tie.BALANCE, closed=both, complete=both, off=tuple(taken))
