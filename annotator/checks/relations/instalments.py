"""Totals that are told apart from their parts: 四片果园共收96万斤 with the parts in later sentences, 分四次转走 with the total before."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from annotator.checks.relations.roles import aside
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import Term
from annotator.checks.relations.totals import DIGITS, Tie, Total

_SO_MANY = re.compile(r"(?P<count>[两三四五六七八九3-9])(?!成|分|月|年|日|个月)\w{1,6}(?:一共|总共|共计|合计|拢共|共)\w{0,4}$")
_TIMES = re.compile("分(?P<count>[两三四五六七八九])(?:次|笔|批|期)")
_OTHER_TIME = re.compile("[今去明前上]年|计划|预计|上[次届月周]")
_AFTER, _PARAGRAPHS, _BEFORE = 3, 2, 12
"""In how many sentences, and paragraphs, after a total its parts may stand, and in how many sentences before its parts a total."""
_CLOSE = Fraction(5, 100)


def spread(sentences: Sequence[Sentence]) -> Iterator[Total]:
    """A total of so many named things whose parts stand in the sentences after it: 四片果园共收96万斤。…西岭31万斤；东坡…"""
    for order, sentence in enumerate(sentences):
        for number, whole in sentence.amounts if "共" in sentence.text or "计" in sentence.text else ():
            cue = _SO_MANY.search(sentence.last_words(number, 24))
            if cue and not aside(sentence, number):
                parts = _following(sentences[order + 1 : order + 1 + _AFTER], sentence, whole)
                if len(parts) == DIGITS[cue["count"]]:
                    yield from _sound([Total(whole, tuple(parts), Tie.ALTOGETHER, closed=True)])


def _following(after: Sequence[Sentence], sentence: Sentence, whole: Term) -> list[Term]:
    """The states of a dimension in the sentences after one, unless those speak of another time."""
    return [
        claim
        for later in after
        if later.paragraph - sentence.paragraph <= _PARAGRAPHS and not _OTHER_TIME.search(later.text)
        for number, claim in enumerate(later.claims)
        if claim.dimension == whole.dimension and not aside(later, number)
    ]


def instalments(sentences: Sequence[Sentence]) -> Iterator[Total]:
    """So many amounts that are told one by one, with their total in a sentence before: 分四次转走6.8万元、11.5万元…"""
    for order, sentence in enumerate(sentences):
        cue = _TIMES.search(sentence.text) if sentence.claims else None
        if not cue:
            continue
        start = sentence.start + cue.end()
        parts = [claim for claim in sentence.claims if claim.start > start and claim.is_summable]
        if len(parts) == DIGITS[cue["count"]] and len({part.dimension for part in parts}) == 1:
            wholes = _before(sentences[max(0, order - _BEFORE) : order], parts)
            yield from _sound([Total(whole, tuple(parts), Tie.ALTOGETHER, closed=True) for whole in wholes])


def _before(earlier: Sequence[Sentence], parts: Sequence[Term]) -> list[Term]:
    largest = max(part.value for part in parts)
    return [
        claim
        for sentence in earlier
        for number, claim in enumerate(sentence.claims)
        if claim.dimension == parts[0].dimension and claim.is_plain and claim.value > largest and not aside(sentence, number)
    ]


def _sound(totals: Sequence[Total]) -> Iterator[Total]:
    """Of the totals that parts may have the one they agree with, or the only one they miss by a slip of the pen."""
    plain = [total for total in totals if total.is_plain]
    right = [total for total in plain if total.agrees]
    near = [total for total in plain if total.slips and total.is_near(_CLOSE)]
    if right or len(near) == 1:
        yield (right or near)[0]
