"""What a claim speaks of, as the words beside it: cheap to get, good enough to tell kin from strangers."""

import re
from functools import lru_cache
from itertools import pairwise

from annotator.checks.relations.sentence import Sentence

_CUT = re.compile(r"[^\w%·\-]+|□")
_EMPTY = frozenset("的了在为是有和与及共约达到其中已将还又也被把对从由于以等全各该本年月日个名人家一二三四五六七八九十两")
_WIDE = 14


def left(sentence: Sentence, number: int) -> str:
    """The words of the clause before a claim, back to the last mark or claim, at most fourteen."""
    return _ends(sentence.gaps[number])[1]


def right(sentence: Sentence, number: int) -> str:
    """The words after a claim up to the next mark or claim, at most fourteen."""
    return _ends(sentence.gaps[number + 1])[0]


@lru_cache(maxsize=4096)
def _ends(gap: str) -> tuple[str, str]:
    """The words between two claims that go with the first and with the second."""
    cut = _CUT.split(gap)
    return cut[0][:_WIDE], cut[-1][-_WIDE:]


@lru_cache(maxsize=4096)
def bigrams(words: str) -> frozenset[str]:
    """Pairs of neighbouring characters that carry meaning."""
    return frozenset([a + b for a, b in pairwise(words) if a not in _EMPTY and b not in _EMPTY])


def around(sentence: Sentence, number: int) -> frozenset[str]:
    """The pairs of characters on both sides of a claim."""
    return bigrams(left(sentence, number)) | bigrams(right(sentence, number))
