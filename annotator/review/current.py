"""A reading kept current: a record changes what it concerns and nothing else; what the machine says anew is taken in when it is there."""
# ruff: noqa: SLF001 - one reading takes over from another of its own class

from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from functools import partial

from annotator.model import Finding, Fold
from annotator.review.changes import Changes
from annotator.review.ledger import STRUCTURAL, Ledger, start_of, touched
from annotator.review.log import Record
from annotator.review.reading import GoOn, Reading
from annotator.review.structure import claims_now, overlapping


@dataclass(slots=True)
class Changed:
    """What some records changed: folds by id, paragraphs by order, and whether the list of folds itself did."""

    folds: dict[str, Fold] = field(default_factory=dict)
    orders: set[int] = field(default_factory=set)
    structure: bool = False


class Current(Reading):
    """Follows the ledger. `reassess` and `take` bring what the machine says of other grounds; between them the reading is `stale`."""

    _touched: set[int] = set()  # noqa: RUF012 - never changed in place: orders of the paragraphs read again since the last `take`

    def _follow(self, steps: Sequence[Record]) -> Changed:
        """Read again what these steps concern, and nothing else."""
        claims = {claim for step in steps for claim in touched(step.event)}
        folds = self._folds_of(claims)
        changed = Changed(folds, {order for step in steps for order in step.event.data.get("paragraphs", ())})
        if any(step.event.kind in STRUCTURAL or "apart" in step.event.data for step in steps) or any(map(self._is_mixed, folds.values())):
            self._fold_again(claims, changed)
            folds |= self._folds_of(claims)
        changed.orders |= {place.paragraph for fold in folds.values() for place in fold.places}
        for finding in (found for step in steps for answered in step.event.answered for found in self._finding(answered)):
            changed.orders |= {self.article.paragraph_at(span[0]).order for span in finding.spans}
        standing = {fold.id: fold for fold in folds.values() if self._structure.of_claim.get(fold.id) == fold}
        self._tally.update(standing.values(), changed.orders)
        return changed

    def _fold_again(self, claims: Iterable[str], changed: Changed) -> None:
        """Fold the claims of the paragraphs that hold these, copies and all, as the ledger has them now. All others stay as they stand."""
        from annotator.claims import fold

        whole, structure, at = self._read_as, self._structure, self.article.paragraph_at
        group = {near.order: near for claim in claims for near in whole.copies[whole.paragraph_at(start_of(claim)).order]}
        found = [claim for near in group.values() for claim in overlapping(self._machine.claims, *near.span)]
        standing = [claim for near in group.values() for claim in overlapping(structure.claims, *near.span)]
        placed = {}
        for claim in claims_now(found, self._earlier, self._ledger):
            if (order := self._read_as.paragraph_at(claim.start).order) in group:
                placed[claim._replace(paragraph=order)] = claim
        roots = [Fold(tuple(placed[place] for place in one.places)) for one in fold(self._read_as, tuple(placed))]
        before = {root.id: root for root in (structure.roots[claim.id] for claim in standing)}
        change = structure.put(roots, tuple(before.values()), self._ledger)
        said = {claim for near in group.values() for claim in overlapping(self.analysis.claims, *near.span)}
        ends = [(at(near.start).order, at(near.end - 1).order) for near in group.values()]  # where paragraphs are read as one, several
        orders = {order for first, last in ends for order in range(first, last + 1)}
        self._touched = self._touched | orders
        findings, bearing = self._questions.place_again(orders, [claim.span for claim in said ^ set(placed.values())])
        self._tally.put(change)
        self._tally.look_at(findings)
        changed.structure |= bool(change.gone or change.new)
        for one in (*change.gone, *change.new, *map(structure.of_claim.get, bearing)):
            if one is not None:
                changed.folds[one.id] = one

    def reassess(self, go_on: GoOn | None = None) -> Callable[[], "Current"]:
        """What computes everything anew from the records there are now, for `take`. It may run in another thread.

        `go_on` is called now and then while it computes; what it raises ends the work.
        """
        other, records, before = copy(self), tuple(self._ledger.records), self.analysis
        if go_on is not None:
            other._assess, other._analyse = partial(self._assess, go_on=go_on), partial(self._analyse, go_on=go_on)

        def compute() -> Current:
            other._ledger = Ledger.of(records)
            other._build()
            found = set(before.findings) ^ set(other.analysis.findings)
            starts = {span.start for finding in found for span in finding.spans}
            starts |= {claim.start for claim in set(before.claims) ^ set(other.analysis.claims)}
            other._touched = {other.article.paragraph_at(start).order for start in starts}
            return other

        return compute

    def take(self, reading: "Current") -> Changes | None:
        """Let what `reassess` computed stand, with what was decided since. None, and nothing happens, where newer is wanted."""
        if reading._grounds[:-1] != self.asked:
            return None
        self.analysis, self._machine = replace(reading.analysis, article=self.article), reading._machine
        self._joins, self._read_as, self._earlier = reading._joins, reading._read_as, reading._earlier
        self._structure, self._questions, self._tally = reading._structure, reading._questions, reading._tally
        self._grounds = reading._grounds
        self._tally.follow(self)
        changed = self._follow([self._step(record) for record in self._ledger.records[reading._ledger.seq :]])
        self.stale = self._wanted() != self._grounds
        orders = reading._touched | changed.orders | self._touched
        self._touched = set()
        folds = {fold.id for order in orders for fold in self.folds_in(order)}
        return Changes(frozenset(folds | set(changed.folds)), frozenset(orders), structure=True, label="已重新核对", kind="checked")

    def _step(self, record: Record) -> Record:
        """The step a record is about: itself, or what it undoes or redoes."""
        return self._ledger.record(record.event.data["of"]) if record.event.kind in {"undo", "redo"} else record

    def _finding(self, finding_id: str) -> list[Finding]:
        finding = self._questions.find(finding_id)
        return [finding] if finding else []

    def _folds_of(self, claims: Iterable[str]) -> dict[str, Fold]:
        """The folds that hold these claims, and those that share an error with them: their marks change together."""
        structure, questions = self._structure, self._questions
        folds = {structure.of_claim[claim].id: structure.of_claim[claim] for claim in claims if claim in structure.of_claim}
        errors = {finding.id for fold in folds for finding in questions.of_fold.get(fold, ()) if finding.is_error}
        for other in (fold for error in errors for fold in questions.folds[error]):
            folds[other.id] = other
        return folds

    def _is_mixed(self, fold: Fold) -> bool:
        decisions = [self._ledger.decisions.get(place.id) for place in fold.places]
        return len({decision.seq if decision else 0 for decision in decisions}) > 1
