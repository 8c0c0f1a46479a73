"""What a claim speaks of, as the words beside it: cheap to get, good enough to tell kin from strangers."""

import re

from annotator.checks.relations.sentence import Sentence

_CUT = re.compile(r"[^\w%·\-]+|□")
_EMPTY = frozenset("的了在为是有和与及共约达到其中已将还又也被把对从由于以等全各该本年月日个名人家一二三四五六七八九十两")
_WIDE = 14


def left(sentence: Sentence, number: int) -> str:
    """The words of the clause before a claim, back to the last mark or claim, at most fourteen."""
    return _CUT.split(sentence.gaps[number])[-1][-_WIDE:]


def right(sentence: Sentence, number: int) -> str:
    """The words after a claim up to the next mark or claim, at most fourteen."""
    return _CUT.split(sentence.gaps[number + 1])[0][:_WIDE]


def bigrams(words: str) -> frozenset[str]:
    """Pairs of neighbouring characters that carry meaning."""
    pairs = (words[at : at + 2] for at in range(len(words) - 1))
    return frozenset(pair for pair in pairs if pair[0] not in _EMPTY and pair[1] not in _EMPTY)


def around(sentence: Sentence, number: int) -> frozenset[str]:
    """The pairs of characters on both sides of a claim."""
    return bigrams(left(sentence, number)) | bigrams(right(sentence, number))
