"""Sentences with their claims, and the words between the claims: what most relations are read from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.checks.relations.kept import kept
from annotator.checks.relations.terms import Term
from annotator.lexicon import simplified
from annotator.model import Kind, Paragraph, Span

HOLE = "□"
"""Stands for a claim in the words between two others."""

_END = re.compile(r"[。！？]+[”’」』）】]*")
_MARK = re.compile(r"[，；：。！？]")
_CLAUSE = re.compile(r"[，；：。]")
_ITEM = re.compile(r"[，；：。、（）]")
_EVEN = {**simplified(), **dict(zip(",;:()!?∶", "，；：（）！？：", strict=True))}
_UNEVEN = re.compile(f"[{re.escape(''.join(_EVEN))}]")


def even(text: str) -> str:
    """The text with one form of every mark and of the words that tie numbers together; code points keep their places."""
    return _UNEVEN.sub(lambda mark: _EVEN[mark[0]], text)


@dataclass(frozen=True)
class Sentence:
    """A sentence of an evened text: its claims in order, and `gaps`, the words before each claim and after the last."""

    order: int
    start: int
    end: int
    paragraph: int
    text: str
    claims: tuple[Term, ...]

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @kept
    def gaps(self) -> tuple[str, ...]:
        found: list[str] = []
        at = 0
        for claim in self.claims:
            found.append(self.text[at : claim.start - self.start])
            at = claim.end - self.start
        return (*found, self.text[at:])

    @kept
    def kinds(self) -> frozenset[Kind]:
        """What kinds of claims it holds."""
        return frozenset([claim.kind for claim in self.claims])

    @kept
    def amounts(self) -> tuple[tuple[int, Term], ...]:
        """The exact claims that may be added up, with their numbers."""
        return tuple([(number, claim) for number, claim in enumerate(self.claims) if claim.is_plain and claim.is_summable])

    def between(self, first: int, second: int) -> str:
        """The words between two claims of the sentence, given by their numbers, with a hole for each claim in between."""
        return HOLE.join(self.gaps[first + 1 : second + 1])

    @kept
    def leads(self) -> tuple[str, ...]:
        """The words before each claim back to the last one that is no date or time; dates and times in them are holes."""
        made: list[str] = []
        lead = ""
        for gap, claim in zip(self.gaps, self.claims, strict=False):
            lead += gap
            made.append(lead)
            lead = lead + HOLE if claim.kind in (Kind.DATE, Kind.TIME) else ""
        return tuple(made)

    @kept
    def heads(self) -> tuple[str, ...]:
        """The words right before each claim in its clause or list item."""
        return tuple([_ITEM.split(gap)[-1] for gap in self.gaps])

    @kept
    def tails(self) -> tuple[str, ...]:
        """The words right behind each claim in its clause or list item."""
        return tuple([_ITEM.split(gap, maxsplit=1)[0] for gap in self.gaps[1:]])

    def clause(self, number: int) -> str:
        """The words of the claim's clause before it, without other claims."""
        return _CLAUSE.split(self.gaps[number])[-1]

    def clause_start(self, number: int) -> int:
        """Where the claim's clause begins in the article; other claims may stand in it."""
        end = self.claims[number].start
        for gap, claim in zip(self.gaps[number::-1], (*self.claims[number - 1 :: -1], None) if number else (None,), strict=False):
            marks = [match.end() for match in _MARK.finditer(gap)]
            if marks:
                return end - len(gap) + marks[-1]
            end = end - len(gap) if claim is None else claim.start
        return self.start

    def last_words(self, number: int, width: int) -> str:
        """The end of the words of the claim's clause before it, other claims included, at most so many code points."""
        end = self.claims[number].start - self.start
        return _MARK.split(self.text[max(0, end - width) : end])[-1]

    def before(self, number: int) -> str:
        """All words of the claim's clause before it, other claims included."""
        return self.text[self.clause_start(number) - self.start : self.claims[number].start - self.start]


def split(text: str, paragraphs: tuple[Paragraph, ...], claims: tuple[Term, ...]) -> Iterator[Sentence]:
    """The sentences of paragraphs of an evened text. A claim belongs to the sentence it begins in; none is cut."""
    number = order = 0
    for paragraph in paragraphs:
        begin = paragraph.start
        for stop in [*(match.end() for match in _END.finditer(text, paragraph.start, paragraph.end)), paragraph.end]:
            if stop <= begin or (number and claims[number - 1].end > stop):
                continue
            first = number
            while number < len(claims) and claims[number].start < stop:
                number += 1
            end = max(stop, claims[number - 1].end) if number > first else stop
            yield Sentence(order, begin, end, paragraph.order, text[begin:end], claims[first:number])
            order += 1
            begin = end
