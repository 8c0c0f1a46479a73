"""Paragraphs that stand more than once: word for word, in blocks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotator.checks.relations.sentence import HOLE, Sentence
from annotator.model import Claim, Kind, Paragraph

Run = tuple[Paragraph, ...]
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
        if paragraph.copy_of is not None and _matters(text, paragraph):
            copies.setdefault(paragraph.copy_of, []).append(paragraph.order)
    made: list[tuple[Run, ...]] = []
    run: list[int] = []
    for first in [*sorted(copies), -1]:
        follows = run and first == run[-1] + 1 and copies[first] == [order + 1 for order in copies[run[-1]]]
        if run and not follows:
            starts = [run[0], *copies[run[0]]]
            made.append(tuple(tuple(paragraphs[start + step] for step in range(len(run))) for start in starts))
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
    differing: tuple[tuple[Claim, Claim], ...]


def near_copies(paragraphs: Sequence[Paragraph], sentences: Sequence[Sentence]) -> Iterator[NearCopy]:
    """Pairs of paragraphs whose sentences are the same but for their numbers; each sentence is looked up, never compared with all."""
    of: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        of.setdefault(sentence.paragraph, []).append(sentence)
    by_order = {paragraph.order: paragraph for paragraph in paragraphs}
    seen: dict[str, int] = {}
    for paragraph in paragraphs:
        own = of.get(paragraph.order, [])
        met: set[int] = set()
        for sentence in own:
            for words in _clauses(sentence):
                earlier = seen.get(words)
                if earlier is not None and earlier != paragraph.order:
                    met.add(earlier)
                seen.setdefault(words, paragraph.order)
        for order in sorted(met):
            yield from _near(by_order[order], paragraph, of)


def _clauses(sentence: Sentence) -> list[str]:
    """The clauses of a sentence without their numbers; short ones say nothing."""
    return [words for words in re.split("[，；。]", HOLE.join(sentence.gaps)) if len(words) >= 4]


def _near(first: Paragraph, second: Paragraph, of: Mapping[int, Sequence[Sentence]]) -> Iterator[NearCopy]:
    here, there = (_words(of[paragraph.order]) for paragraph in (first, second))
    size = max(map(len, map("".join, (here, there))))
    if max(first.end - first.start, second.end - second.start) < _LONG:
        return
    shared = sum(map(len, set(here) & set(there)))
    if shared < _ALIKE * size or not _same_frame(here, there):
        return
    differing = _differing(of[first.order], of[second.order])
    if 1 <= len(differing) <= _MANY:
        yield NearCopy(first, second, differing)


def _words(sentences: Sequence[Sentence]) -> list[str]:
    return [words for sentence in sentences for words in _clauses(sentence)]


def _same_frame(here: Sequence[str], there: Sequence[str]) -> bool:
    """Do the openings agree? Reports of the same form on another place or day open with another name."""
    return here[0] == there[0] or here[0][:4] == there[0][:4]


def _differing(here: Sequence[Sentence], there: Sequence[Sentence]) -> tuple[tuple[Claim, Claim], ...]:
    """The numbers that stand in the same words on both sides and are not the same."""
    places = {key: claim for sentence in here for key, claim in _keyed(sentence)}
    found = []
    for sentence in there:
        for key, claim in _keyed(sentence):
            other = places.get(key)
            if other is not None and other.quantity.value != claim.quantity.value and claim.kind is not Kind.DATE:
                found.append((other, claim))
    return tuple(found)


def _keyed(sentence: Sentence) -> Iterator[tuple[tuple[str, str], Claim]]:
    for claim, (before, after) in zip(sentence.claims, pairwise(sentence.gaps), strict=True):
        yield (before[-6:], after[:6]), claim
