"""What the records of an article amount to: a pure fold over them, without the article, without Qt, without SQL."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple, Self

from annotator.model import Article, Claim, Decision, Evidence, Span, Stage, State
from annotator.review.log import Event, Record
from annotator.review.plain import claim_from_json, evidence_from_json, masthead_from_json
from annotator.text import Join

STRUCTURAL = frozenset({"insert", "adjust", "reading", "split", "join", "flow", "masthead"})


class Remark(NamedTuple):
    """A note somebody wrote to a fold."""

    text: str
    by: str
    at: datetime
    seq: int


class Answer(NamedTuple):
    """Why a finding is left alone, at its place only."""

    reason: str
    by: str
    at: datetime
    seq: int


class Begun(NamedTuple):
    """A reading of the article that somebody began: all later records belong to it, up to the next."""

    stage: Stage
    by: str
    at: datetime
    seq: int


class Edit(NamedTuple):
    """Claims made or reshaped by hand: `made` stand where `removed` (ids) stood."""

    removed: frozenset[str]
    made: tuple[Claim, ...]


def start_of(claim_id: str) -> int:
    """The first code point of a claim, from its id."""
    return int(claim_id.partition("-")[0])


def decision_of(record: Record, place: str, first: str) -> Decision:
    """The decision of a record as it stands at one place; the span of a correction is given at `first` and moves along."""
    data = record.event.data
    span = data.get("span")
    shift = start_of(place) - start_of(first)
    return Decision(
        State(data["state"]),
        record.by,
        record.at,
        record.seq,
        span=None if span is None else Span(span[0] + shift, span[1] + shift),
        text=data.get("text", ""),
        reason=data.get("reason", ""),
        to=data.get("to", ""),
        judgement=data.get("judgement", False),
        evidence=tuple(data.get("evidence", ())),
        basis=data.get("basis", ""),
    )


class Steps:
    """One reviewer's own steps: what undo would take back next and what redo would bring again."""

    def __init__(self) -> None:
        self.done: list[int] = []
        self.undone: list[int] = []

    def take(self, record: Record) -> None:
        of = record.event.data.get("of", 0)
        match record.event.kind:
            case "undo":
                self.done.remove(of)
                self.undone.append(of)
            case "redo":
                self.undone.remove(of)
                self.done.append(of)
            case _:
                self.done.append(record.seq)
                self.undone.clear()


class Ledger:
    """The state after some records. Grows by `extend`; undo and redo replay from the start, so that state is never patched back."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.steps: defaultdict[str, Steps] = defaultdict(Steps)
        self.dead: set[int] = set()  # seqs of undone steps
        self.history: defaultdict[str, list[int]] = defaultdict(list)  # claim id -> seqs, undone ones and their undoing too
        self._clear()

    def _clear(self) -> None:
        self.decisions: dict[str, Decision] = {}
        self.apart: set[str] = set()
        self.read: set[int] = set()
        self.answers: dict[str, Answer] = {}
        self.remarks: defaultdict[str, list[Remark]] = defaultdict(list)
        self.sources: dict[str, Evidence] = {}
        self.evidence: defaultdict[str, list[str]] = defaultdict(list)
        self.edits: list[Edit] = []
        self.stages: list[Begun] = []
        self.joins: set[Join] = set()  # paragraphs that are read as one
        self._masthead: Mapping[str, Any] = {}

    @classmethod
    def of(cls, records: Iterable[Record]) -> Self:
        """The state after all these records."""
        ledger = cls()
        ledger.extend(tuple(records))
        return ledger

    @property
    def seq(self) -> int:
        """The last record's number; 0 for none."""
        return self.records[-1].seq if self.records else 0

    def record(self, seq: int) -> Record:
        return self.records[seq - 1]

    def extend(self, records: Sequence[Record]) -> None:
        """Take more records in, in order. ValueError where one is missing, undoes what is not there, or says nothing known."""
        turned = False
        for record in records:
            if record.seq != self.seq + 1:
                raise ValueError(f"record {record.seq} follows {self.seq}")
            turned |= self._take(record)
        if turned:
            self._clear()
            for record in self.records:
                if record.seq not in self.dead:
                    self._apply(record)
        else:
            for record in records:
                self._apply(record)

    def _take(self, record: Record) -> bool:
        """Enter a record into the books; was it an undo or redo?"""
        kind, data = record.event.kind, record.event.data
        turns = kind in {"undo", "redo"}
        if turns and not (0 < data["of"] < record.seq and (data["of"] in self.dead) == (kind == "redo")):
            raise ValueError(f"record {record.seq} cannot {kind} step {data['of']}")
        if turns:
            (self.dead.add if kind == "undo" else self.dead.discard)(data["of"])
        self.steps[record.by].take(record)
        self.records.append(record)
        about = self.record(data["of"]) if turns else record
        for claim in touched(about.event):
            self.history[claim].append(record.seq)
        return turns

    def _apply(self, record: Record) -> None:
        kind, data = record.event.kind, record.event.data
        claims: Sequence[str] = data.get("claims", ())
        match kind:
            case "undo" | "redo":
                pass  # in the books already
            case "decide":
                self._decide(record, data)
            case "read":
                self.read.update(data["paragraphs"])
            case "answer":
                self._answer(record)
            case "insert" | "adjust" | "reading":
                self._reshape(kind, data, claims)
            case "split":
                self.apart.update(claims)
            case "join":
                self._join(claims, data["to"])
            case "note" | "evidence":
                self._attach(record, claims)
            case _:
                self._of_article(record, data)

    def _of_article(self, record: Record, data: Mapping[str, Any]) -> None:
        """What is said of the article as a whole."""
        match record.event.kind:
            case "masthead":
                self._masthead = masthead_from_json(data)
            case "flow":
                pairs = {Join(int(first), int(second)) for first, second in data["pairs"]}
                self.joins = self.joins | pairs if data["joined"] else self.joins - pairs
            case "stage":
                self.stages.append(Begun(Stage(data["stage"]), record.by, record.at, record.seq))
            case kind:
                raise ValueError(f"record {record.seq} has the unknown kind {kind}")

    def _reshape(self, kind: str, data: Mapping[str, Any], claims: Sequence[str]) -> None:
        self.edits.append(Edit(frozenset((*claims, *data["absorbs"])), tuple(map(claim_from_json, data["made"]))))
        if kind == "reading":  # same place, another statement: what was decided was decided on the old one
            for claim in claims:
                self.decisions.pop(claim, None)

    def masthead_on(self, article: Article) -> Article:
        """The article with the title, byline, publisher and date that an editor gave it, if one did."""
        return replace(article, **self._masthead) if self._masthead else article

    def _attach(self, record: Record, claims: Sequence[str]) -> None:
        data = record.event.data
        if record.event.kind == "note":
            for claim in claims:
                self.remarks[claim].append(Remark(data["text"], record.by, record.at, record.seq))
            return
        source = evidence_from_json(data["evidence"])
        self.sources[source.id] = source
        for claim in claims:
            if source.id not in self.evidence[claim]:
                self.evidence[claim].append(source.id)

    def _decide(self, record: Record, data: Mapping[str, Any]) -> None:
        for fold in data["folds"]:
            for claim in fold:
                self.decisions[claim] = decision_of(record, claim, fold[0])
        self.apart.update(data.get("apart", ()))
        self._answer(record)

    def _answer(self, record: Record) -> None:
        for finding in record.event.answered:
            self.answers[finding] = Answer(record.event.data["reason"], record.by, record.at, record.seq)

    def _join(self, claims: Sequence[str], main: str) -> None:
        """A joined place takes the decision of the fold it joins."""
        decision = self.decisions.get(main)
        for claim in claims:
            self.apart.discard(claim)
            if decision is None:
                self.decisions.pop(claim, None)
            else:
                self.decisions[claim] = decision_of(self.record(decision.seq), claim, self._first(decision.seq, main))

    def _first(self, seq: int, place: str) -> str:
        """The place a record's span is given at, for the fold that holds `place`."""
        folds: Sequence[Sequence[str]] = self.record(seq).event.data["folds"]
        return next((fold[0] for fold in folds if place in fold), folds[0][0])

    def superseded(self, seq: int, by: str) -> bool:
        """Has somebody else since changed what this step concerns? Then it is no longer one's own to take back."""
        concerns = self.record(seq).event.concerns
        later = (r for r in self.records[seq:] if r.by != by and r.seq not in self.dead and r.event.kind not in {"undo", "redo"})
        return any(concerns & record.event.concerns for record in later)


def touched(event: Event) -> list[str]:
    """The ids of the claims whose history an event belongs to; none for undo and redo, which belong to their step's."""
    data = event.data
    claims = [claim for fold in data["folds"] for claim in fold] if event.kind == "decide" else list(data.get("claims", ()))
    return [*claims, *(f"{made['start']}-{made['end']}" for made in data.get("made", ()))]
