"""What a number is in its clause: a state of the thing, or an aside such as a change, a mean or the size of each."""

import re
from functools import cache, lru_cache

from annotator.checks.relations.sentence import Sentence
from annotator.lexicon import alternatives, table
from annotator.model import Kind

_COPULA = re.compile(r"(?:累计|一共|总共|共计|实现|完成|达到|约为|分别|仅有|只有|已有|各有|共有|现有|计有|[为是达有共计约至了的仅只])+$")
_LEAD, _BEHIND = 8, 4


@cache
def _aside() -> re.Pattern[str]:
    words = table("parts.toml")["asides"]
    return re.compile(f"{alternatives(words['within'])}|(?:{'|'.join(words['ends'])})(?:了|至|出)?$")


def label(sentence: Sentence, number: int) -> str:
    """The words that name a claim: those of its own clause or list item right before it, without 为, 达, 共有 and the like.

    Where only a date stands before it (1月186万元), the date is its name.
    """
    words = _bare(sentence.heads[number])
    if not words and number and not sentence.gaps[number] and sentence.claims[number - 1].kind is Kind.DATE:
        return sentence.claims[number - 1].text
    return words


@lru_cache(maxsize=4096)
def _bare(words: str) -> str:
    return _COPULA.sub("", words)


def tail(sentence: Sentence, number: int) -> str:
    """The words right behind a claim in its clause or list item."""
    return sentence.tails[number]


def behind(sentence: Sentence, number: int) -> str:
    """The unit of a claim with the first words behind it, which may name a part as well: 12枚金牌, 9银."""
    return sentence.claims[number].unit + tail(sentence, number)[:_BEHIND]


def aside(sentence: Sentence, number: int) -> str:
    """The word that makes a claim a change, a mean, a rate for each or an extreme: nothing that parts add up to. "" for a state."""
    return _aside_in(sentence.heads[number][-_LEAD:])


@lru_cache(maxsize=4096)
def _aside_in(words: str) -> str:
    match = _aside().search(words)
    return match[0] if match else ""
