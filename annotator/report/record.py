"""The frozen record of a verification: everything that any writer prints. Offsets count code points of the article's text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from annotator.model import Article, Claim, Context, Decision, Evidence, Failure, Finding, Numeral, Span, Stage, State
from annotator.review import Record


class Software(NamedTuple):
    """What made the report, each with its version."""

    name: str
    version: str
    extractor: str
    rules: str


class Person(NamedTuple):
    """Somebody who worked on the article in one of its readings: the first and the last entry in the log and the number of entries."""

    stage: Stage
    name: str
    first: datetime
    last: datetime
    entries: int


class Mark(StrEnum):
    """What a run of text is: as it stands, struck out, put in, or the words a claim is made of."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"
    CLAIM = "claim"


class Run(NamedTuple):
    """A run of text of one mark."""

    mark: Mark
    text: str


class Edit(NamedTuple):
    """One replacement in the manuscript; `row` is the number of the claim row that asks for it."""

    span: Span
    text: str
    row: int


class Fault(StrEnum):
    """What a correction says was wrong: the figure itself, or the words that give it its meaning."""

    FIGURE = "figure"
    MEANING = "meaning"


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A fold with everything decided on it. `number` counts from 1: corrected and flagged rows first, then by text."""

    number: int
    fold: str  # id
    state: State
    places: tuple[Claim, ...]
    quote: tuple[Run, ...]
    decision: Decision | None = None
    context: Context = field(default_factory=Context)
    notes: tuple[str, ...] = ()
    findings: tuple[int, ...] = ()  # numbers
    evidence: tuple[int, ...] = ()  # numbers
    edits: tuple[Edit, ...] = ()  # one a place, for a correction
    fault: Fault | None = None

    @property
    def claim(self) -> Claim:
        return self.places[0]

    @property
    def minor(self) -> bool:
        """A claim the checker may leave, and did leave."""
        return self.claim.minor and self.state is State.PENDING


class Response(StrEnum):
    """How the desk met a finding: `none` where it asks for nothing."""

    ANSWERED = "answered"
    DECIDED = "decided"
    OPEN = "open"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding with its operands and the editor's response."""

    number: int
    finding: Finding
    title: str  # of the check
    operands: tuple[str, ...]  # the words of its spans
    paragraphs: tuple[int, ...]  # order of each operand's
    rows: tuple[int, ...]  # numbers of the claim rows it touches
    response: Response = Response.NONE
    answer: str = ""


class EvidenceRow(NamedTuple):
    number: int
    evidence: Evidence
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What became of every numeral and every paragraph."""

    claims: int  # places
    left_out: tuple[Numeral, ...]  # outside every claim, each with its reason
    paragraphs: int
    read: frozenset[int]  # orders

    @property
    def unexplained(self) -> tuple[Numeral, ...]:
        return tuple(numeral for numeral in self.left_out if not numeral.reason)


class Tally(NamedTuple):
    """How many claims of one state, and at how many places."""

    folds: int
    places: int


@dataclass(frozen=True)
class Report:
    """A verification at one moment. Two reports of the same work differ in `created`, and so in `seal`."""

    created: datetime
    draft: bool
    software: Software
    article: Article
    blockers: tuple[str, ...]
    people: tuple[Person, ...]
    coverage: Coverage
    rows: tuple[ClaimRow, ...]
    findings: tuple[FindingRow, ...]
    evidence: tuple[EvidenceRow, ...]
    failures: tuple[Failure, ...]
    off: tuple[str, ...]  # ids of the checks that were switched off
    records: tuple[Record, ...]  # the whole log
    head: tuple[int, str]  # last sequence number and hash of the log
    source: bytes | None = field(default=None, repr=False)  # the document the article was read from
    seal: str = ""  # SHA-256 of all of it but `source`

    @cached_property
    def title(self) -> str:
        """The article's title, else its first words, else its file name."""
        first = self.article.slice(self.article.paragraphs[0].span).strip() if self.article.paragraphs else ""
        return self.article.title or first[:40] or self.article.name

    @cached_property
    def counted(self) -> tuple[ClaimRow, ...]:
        """The rows that had to be decided, or were."""
        return tuple(row for row in self.rows if not row.minor)

    @cached_property
    def asked(self) -> tuple[ClaimRow, ...]:
        """Corrected and flagged rows: what the reader must see first."""
        return tuple(row for row in self.rows if row.state in {State.CORRECTED, State.FLAGGED})

    @cached_property
    def tallies(self) -> Mapping[State, Tally]:
        """Counted rows by state, every state present."""
        counted = self.counted
        return {
            state: Tally(
                sum(row.state is state for row in counted),
                sum(len(row.places) for row in counted if row.state is state),
            )
            for state in State
        }

    @cached_property
    def internal(self) -> int:
        """How many rows were confirmed in bulk because the figures agree with each other."""
        return sum(row.decision is not None and row.decision.basis == "internal" for row in self.rows)

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """All replacements in the manuscript, sorted, without overlaps: of two that overlap the first in the text stands."""
        chosen: list[Edit] = []
        for edit in sorted(edit for row in self.rows for edit in row.edits):
            if not chosen or edit.span.start >= chosen[-1].span.end:
                chosen.append(edit)
        return tuple(chosen)

    @cached_property
    def errors(self) -> Mapping[Fault, int]:
        """Corrected rows by what was wrong."""
        return {fault: sum(row.fault is fault for row in self.rows) for fault in Fault}
