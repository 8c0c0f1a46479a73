"""Paragraphs that stand more than once: word for word, in blocks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotator.checks.relations.sentence import HOLE, Sentence
from annotator.checks.relations.terms import Term
from annotator.model import Kind, Paragraph

Run = tuple[Paragraph, ...]
_CLAUSE = re.compile("[，；。]")
_SHORT = 16
_LONG = 30
_ALIKE = 0.6
"""The share of a paragraph's words that must stand in another one for the two to be near copies."""
_MANY = 3
"""More differing numbers than these make a form filled in twice, not a copy."""


def blocks(text: str, paragraphs: Sequence[Paragraph]) -> tuple[tuple[Run, ...], ...]:
    """The blocks of copied paragraphs, each with its runs in order of the text, the original first.

    Paragraphs belong to one block when they follow each other in the original and in every copy.
    """
    copies: dict[int, list[int]] = {}
    for paragraph in paragraphs:
        if paragraph.copy_of is not None:
            copies.setdefault(paragraph.copy_of, []).append(paragraph.order)
    copies = {first: orders for first, orders in copies.items() if _matters(text, paragraphs[first])}
    made: list[tuple[Run, ...]] = []
    run: list[int] = []
    for first in [*sorted(copies), -1]:
        follows = run and first == run[-1] + 1 and copies[first] == [order + 1 for order in copies[run[-1]]]
        if run and not follows:
            starts = [run[0], *copies[run[0]]]
            made.append(tuple(tuple(paragraphs[start : start + len(run)]) for start in starts))
            run = []
        run.append(first)
    return tuple(made)


def _matters(text: str, paragraph: Paragraph) -> bool:
    return paragraph.end - paragraph.start >= _SHORT and any(mark in text[paragraph.start : paragraph.end] for mark in "，。,；;！？!?、")


@dataclass(frozen=True, slots=True)
class NearCopy:
    """Two paragraphs with the same words but for little, and the numbers that differ between them."""

    first: Paragraph
    second: Paragraph
    differing: tuple[tuple[Term, Term], ...]


def near_copies(paragraphs: Sequence[Paragraph], sentences: Sequence[Sentence]) -> Iterator[NearCopy]:
    """Pairs of paragraphs whose sentences are the same but for their numbers; each sentence is looked up, never compared with all."""
    of: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        of.setdefault(sentence.paragraph, []).append(sentence)
    pages = {paragraph.order: _Words(paragraph, of.get(paragraph.order, ())) for paragraph in paragraphs}
    seen: dict[str, int] = {}
    for page in pages.values():
        shared: dict[int, int] = {}
        for words in page.clauses:
            earlier = seen.setdefault(words, page.paragraph.order)
            if earlier != page.paragraph.order:
                shared[earlier] = shared.get(earlier, 0) + len(words)
        for order, size in shared.items():
            other = pages[order]
            if size >= _ALIKE * max(page.size, other.size, _LONG / 2) and _same_frame(other.clauses, page.clauses):
                yield from _near(other, page)


class _Words:
    """A paragraph with its clauses, their numbers left out; short clauses say nothing."""

    def __init__(self, paragraph: Paragraph, sentences: Sequence[Sentence]) -> None:
        self.paragraph = paragraph
        self.sentences = sentences
        whole = HOLE.join(gap for sentence in sentences for gap in sentence.gaps)
        self.clauses = [words for words in _CLAUSE.split(whole) if len(words) >= 4]
        self.size = sum(map(len, self.clauses))


def _near(first: _Words, second: _Words) -> Iterator[NearCopy]:
    if max(each.paragraph.end - each.paragraph.start for each in (first, second)) < _LONG:
        return
    if _first_date(first) != _first_date(second):
        return  # reports of the same form on another day
    differing = _differing(first.sentences, second.sentences)
    if 1 <= len(differing) <= _MANY:
        yield NearCopy(first.paragraph, second.paragraph, differing)


def _first_date(page: _Words) -> str:
    """The date a paragraph opens with."""
    claims = page.sentences[0].claims if page.sentences else ()
    return claims[0].quantity.value if claims and claims[0].kind is Kind.DATE and len(page.sentences[0].gaps[0]) <= 4 else ""


def _same_frame(here: Sequence[str], there: Sequence[str]) -> bool:
    """Do the openings agree, or is one the other without its first words? Reports of one form on other places open with other names."""
    return here[0][:4] == there[0][:4] or here[0] in there or there[0] in here


def _differing(here: Sequence[Sentence], there: Sequence[Sentence]) -> tuple[tuple[Term, Term], ...]:
    """The numbers that stand in the same words on both sides and are not the same."""
    places = {key: claim for sentence in here for key, claim in _keyed(sentence)}
    found = []
    for sentence in there:
        for key, claim in _keyed(sentence):
            other = places.get(key)
            if other is not None and other.quantity.value != claim.quantity.value and claim.kind is not Kind.DATE:
                found.append((other, claim))
    return tuple(found)


def _keyed(sentence: Sentence) -> Iterator[tuple[tuple[str, str], Term]]:
    for claim, (before, after) in zip(sentence.claims, pairwise(sentence.gaps), strict=True):
        yield (before[-6:], after[:6]), claim
