"""What a review says: everything a view reads, derived from the machine's analysis and the ledger."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple, Protocol

from annotator.model import Analysis, Article, Claim, Decision, Evidence, Finding, Fold, Span, Stage, State, Verdict
from annotator.review import walk
from annotator.review.changes import Progress
from annotator.review.ledger import Begun, Edit, Ledger, Remark, start_of
from annotator.review.log import EventLog, Record
from annotator.review.questions import Questions
from annotator.review.structure import Structure, claims_now, overlapping
from annotator.review.tally import Tally
from annotator.text import Join, joined

Parse = Callable[[Article, Span], Claim]


GoOn = Callable[[], object]


class Assess(Protocol):
    """The machine's reading of given claims, without the checks in `off`, with the paragraphs of `joins` as one.

    `go_on` is called between its steps; what it raises ends the work.
    """

    def __call__(
        self, article: Article, claims: tuple[Claim, ...], *, off: Collection[str], joins: Collection[Join], go_on: GoOn = ...
    ) -> Analysis: ...


class Analyse(Protocol):
    """The same with the claims the machine finds."""

    def __call__(self, article: Article, *, off: Collection[str], joins: Collection[Join], go_on: GoOn = ...) -> Analysis: ...


def _assess(
    article: Article, claims: tuple[Claim, ...], *, off: Collection[str], joins: Collection[Join], go_on: GoOn = lambda: None
) -> Analysis:
    from annotator.pipeline import assess

    return assess(article, claims, off=off, joins=joins, go_on=go_on)


def _analyse(article: Article, *, off: Collection[str], joins: Collection[Join], go_on: GoOn = lambda: None) -> Analysis:
    from annotator.pipeline import analyse

    return analyse(article, off=off, joins=joins, go_on=go_on)


def _parse(article: Article, span: Span) -> Claim:
    from annotator.claims import parse

    return parse(article, span)


class Grounds(NamedTuple):
    """What the findings rest on beside the text: with other grounds the machine would say something else."""

    published: date | None
    joins: frozenset[Join]
    off: frozenset[str]
    edits: tuple[Edit, ...]
    kept: frozenset[str]  # ids of decided claims that the machine finds no more


class Reading:
    """The state of a review, for reading. Ids: a fold answers to the id of each of its claims; offsets are code points.

    `stale`: the findings rest on other grounds than the records give. They are what the machine said last.
    """

    stale: bool

    def __init__(
        self,
        analysis: Analysis,
        log: EventLog,
        reviewer: str = "",
        *,
        article_id: str = "",
        earlier: Iterable[Claim] = (),
        assess: Assess = _assess,
        analyse: Analyse = _analyse,
        parse: Parse = _parse,
        original: Callable[[], bytes | None] = lambda: None,
    ) -> None:
        self.log = log
        self._original = original
        self.reviewer = reviewer
        self.article_id = article_id
        self._imported = analysis.article
        self._machine = analysis  # its own claims, without what was made by hand
        self._joins: frozenset[Join] = frozenset()  # what `_machine` read as one
        self._off = frozenset(analysis.off)
        self._earlier: Mapping[str, Claim] = {claim.id: claim for claim in earlier}
        self._assess = assess
        self._analyse = analyse
        self._parse = parse
        self._drafts = log.drafts()
        self._ledger = Ledger.of(log.records())
        self._opened_at = self._ledger.seq
        self.analysis = analysis
        self._build()

    def _build(self) -> None:
        """Ask the machine what it was not asked yet, and read everything from its answer and the ledger."""
        article, joins, off = self._masthead(), frozenset(self._ledger.joins), self._off
        known = [self._machine, self.analysis]
        if joins != self._joins:
            self._earlier = {
                **self._earlier,
                **{claim.id: claim for claim in self._machine.claims},
            }  # what was decided stays as it was seen
            known = [self._analyse(article, off=off, joins=joins)]
        machine, self._joins, self._article = known[0], joins, article
        claims = claims_now(machine.claims, self._earlier, self._ledger)
        wanted = (claims, article.published, off)
        said = next((one for one in known if (one.claims, one.article.published, frozenset(one.off)) == wanted), None)
        if said is None:
            said = self._assess(article, claims, off=off, joins=joins)
        self.analysis = said if said.article is article else replace(said, article=article)
        self._machine = self.analysis if claims == machine.claims else machine
        self._read_as = joined(article, joins)
        self._structure = Structure(self.analysis.folds, self._ledger)
        self._questions = Questions(article, self.analysis.findings, self._structure)
        self._tally = Tally(self)
        self._grounds = self._wanted()
        self.stale = False

    def _masthead(self) -> Article:
        """The article under what the ledger says of it: the same object while that is the same."""
        article = self._ledger.masthead_on(self._imported)
        return self._article if hasattr(self, "_article") and article == self._article else article

    def _wanted(self) -> Grounds:
        decided = self._ledger.decisions.keys() | self._ledger.evidence.keys() | self._ledger.remarks.keys() if self._earlier else ()
        kept = frozenset(claim for claim in decided if claim in self._earlier and not self._finds(claim))
        return Grounds(self._masthead().published, frozenset(self._ledger.joins), self._off, tuple(self._ledger.edits), kept)

    @property
    def asked(self) -> tuple[object, ...]:
        """What the machine is to be asked with, in a form that compares: as long as it stays, what was begun may go on."""
        return self._wanted()[:-1]

    def _finds(self, claim: str) -> bool:
        return any(found.id == claim for found in overlapping(self._machine.claims, start_of(claim), start_of(claim) + 1))

    @property
    def article(self) -> Article:
        """As it was imported, under the title, byline, publisher and date that editors gave it."""
        return self._article

    @property
    def joins(self) -> frozenset[Join]:
        """The paragraphs that are to be read as one."""
        return frozenset(self._ledger.joins)

    @property
    def source(self) -> bytes | None:
        """The Word file the article was read from, where it was kept: what a manuscript with tracked changes is made of."""
        return self._original()

    @property
    def read_only(self) -> bool:
        return self.log.read_only

    @property
    def head(self) -> tuple[int, str]:
        """Number and hash of the last record; (0, hash of the text) before the first."""
        records = self._ledger.records
        return (records[-1].seq, records[-1].hash) if records else (0, self.article.sha256)

    @property
    def records(self) -> tuple[Record, ...]:
        """The whole log, in order."""
        return tuple(self._ledger.records)

    @property
    def folds(self) -> tuple[Fold, ...]:
        """In order of the text, with splits, joins, inserts and adjustments."""
        return self._structure.folds

    def fold(self, claim_id: str) -> Fold:
        """The fold that holds a claim. KeyError for a claim that is not, or no longer, there."""
        return self._structure.of_claim[claim_id]

    def folds_in(self, paragraph: int) -> tuple[Fold, ...]:
        """The folds with a place in a paragraph, in order of the text."""
        return tuple(self._structure.in_paragraph.get(paragraph, ()))

    @property
    def claims(self) -> Sequence[Claim]:
        """Every place, in order of the text."""
        return self._structure.claims

    def claims_in(self, paragraph: int) -> tuple[Claim, ...]:
        """The places in a paragraph, in order of the text."""
        return tuple(self._structure.claims_in(paragraph))

    def fold_of(self, claim_id: str) -> Fold | None:
        """The fold that holds a claim, if the claim is there."""
        return self._structure.of_claim.get(claim_id)

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Every finding, worst first, without those on claims that have changed since."""
        return self._questions.findings

    def folds_under(self, finding_id: str) -> tuple[Fold, ...]:
        """The folds a finding concerns, in order of the text."""
        return tuple(sorted(self._questions.folds.get(finding_id, ()), key=lambda fold: fold.claim.start))

    def decision(self, claim_id: str) -> Decision | None:
        """The last word on a fold; for one of its places, with the span it has there. None while pending."""
        decision = self._ledger.decisions.get(claim_id)
        return None if decision is None or decision.state is State.PENDING else decision

    def state(self, claim_id: str) -> State:
        """The state of a fold or a place."""
        decision = self._ledger.decisions.get(claim_id)
        return State.PENDING if decision is None else decision.state

    def is_apart(self, claim_id: str) -> bool:
        """Was this place split off its fold?"""
        return claim_id in self._ledger.apart

    def history(self, claim_id: str) -> tuple[Record, ...]:
        """Every record about a fold, in order: also undone ones with their undoing, and those of the claims it was reshaped from."""
        places = {place.id for place in self.fold(claim_id).places}
        for edit in reversed(self._ledger.edits):
            if any(claim.id in places for claim in edit.made):
                places |= edit.removed
        seqs = {seq for place in places for seq in self._ledger.history.get(place, ())}
        return tuple(self._ledger.record(seq) for seq in sorted(seqs))

    def is_undone(self, seq: int) -> bool:
        """Was this step taken back?"""
        return seq in self._ledger.dead

    def findings(self, fold_id: str) -> tuple[Finding, ...]:
        """The findings a fold is an operand of, worst first."""
        return tuple(self._questions.of_fold.get(self.fold(fold_id).id, ()))

    def paragraph_findings(self, paragraph: int) -> tuple[Finding, ...]:
        """The findings with a place in a paragraph, those about the whole paragraph too, worst first."""
        return tuple(self._questions.in_paragraph(paragraph))

    def answer_of(self, finding_id: str) -> str | None:
        """Why a finding is left alone, or None."""
        answer = self._ledger.answers.get(finding_id)
        return answer.reason if answer else None

    def is_open(self, finding: Finding) -> bool:
        """Does it still ask? An error does until it is answered, or one of its operands is corrected, flagged or dismissed."""
        if not finding.is_error or finding.id in self._ledger.answers:
            return False
        operands = self._questions.operands.get(finding.id)
        if operands is None:
            return False
        return all(self.state(claim) in {State.PENDING, State.CONFIRMED} for claim in operands)

    def is_settled(self, finding: Finding) -> bool:
        """Did it ask, and was it answered, or one of its operands corrected, flagged or dismissed?"""
        return finding.is_error and not self.is_open(finding)

    def open_findings(self, fold_id: str) -> tuple[Finding, ...]:
        """The errors a fold is an operand of that still ask."""
        return tuple(filter(self.is_open, self.findings(fold_id)))

    def notes(self, fold_id: str) -> tuple[Remark, ...]:
        """What was noted to a fold, in order."""
        remarks = {remark.seq: remark for place in self.fold(fold_id).places for remark in self._ledger.remarks.get(place.id, ())}
        return tuple(remarks[seq] for seq in sorted(remarks))

    def evidence(self, fold_id: str) -> tuple[Evidence, ...]:
        """The sources attached to a fold."""
        ids = {source: None for place in self.fold(fold_id).places for source in self._ledger.evidence.get(place.id, ())}
        return tuple(self._ledger.sources[source] for source in ids)

    @property
    def stage(self) -> Stage:
        """The reading that is under way; the first, before anybody said otherwise."""
        return self._ledger.stages[-1].stage if self._ledger.stages else Stage.FIRST

    @property
    def stages(self) -> tuple[Begun, ...]:
        """The readings that were begun, in order, each with who and when."""
        return tuple(self._ledger.stages)

    @property
    def sources(self) -> tuple[Evidence, ...]:
        """Every evidence of the article, to use again for other claims."""
        return tuple(self._ledger.sources.values())

    def is_read(self, paragraph: int) -> bool:
        """Was the paragraph read and completed?"""
        return paragraph in self._ledger.read

    def paragraph_state(self, paragraph: int) -> walk.ParagraphState:
        """unread, begun, open or done."""
        return walk.paragraph_state(self, paragraph)

    @property
    def progress(self) -> Progress:
        return self._tally.progress(len(self._ledger.read))

    def next_open(
        self, after: str | None = None, *, backwards: bool = False, by_risk: bool = True, paragraph: int | None = None
    ) -> str | None:
        """The id of the next open fold after a claim, round the end; None when nothing else is open."""
        return walk.next_open(self, self._tally, after, backwards=backwards, by_risk=by_risk, paragraph=paragraph)

    def needs_reason(self, fold_id: str, state: State) -> bool:
        """A correction, a flag, and replacing what another reviewer or an earlier session decided want one; 0 never asks."""
        if state in {State.CORRECTED, State.FLAGGED}:
            return True
        before = self.decision(self.fold(fold_id).id)
        if state is State.PENDING or before is None or before.state is state:
            return False
        return before.by != self.reviewer or before.seq <= self._opened_at

    def may_confirm_with_enter(self, fold_id: str) -> bool:
        """Something holds and nothing asks: at least one ✓, no open ✗ or ?. Never while `stale`: what holds may hold no more."""
        if self.stale:
            return False
        findings = self.findings(fold_id)
        return any(f.verdict is Verdict.CONSISTENT for f in findings) and not any(map(self.is_open, findings))

    def draft(self, key: str) -> Mapping[str, Any] | None:
        """A form that was begun and not committed."""
        return self._drafts.get(key)

    @property
    def drafts(self) -> Mapping[str, Any]:
        """All of them, by key."""
        return self._drafts

    @property
    def place(self) -> Mapping[str, Any] | None:
        """Where reading stopped: {"paragraph": order, "claim": id or None}."""
        return self.log.place()
