"""What is open and how far it is, kept up with each record: nothing here grows with the article but the first count."""

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.model import Finding, Fold, State, Verdict
from annotator.review.changes import Progress
from annotator.review.structure import Change

if TYPE_CHECKING:
    from annotator.review.reading import Reading

# How urgent a fold is: pending under a contradiction, pending and odd, pending, decided over a contradiction, settled.
CONTRADICTED, SUSPECTED, PENDING, UNANSWERED, SETTLED = range(5)
CLASSES: Final = range(SETTLED + 1)


class _Entry(NamedTuple):
    risk: int
    start: int
    counts: bool  # minor folds that nobody decided do not
    state: State
    places: int


def risk(review: "Reading", fold: Fold) -> int:
    """The class of a fold."""
    verdicts = {finding.verdict for finding in review.open_findings(fold.id)}
    if review.state(fold.id) is not State.PENDING:
        return UNANSWERED if Verdict.CONTRADICTION in verdicts else SETTLED
    if Verdict.CONTRADICTION in verdicts:
        return CONTRADICTED
    if verdicts:
        return SUSPECTED
    return SETTLED if fold.claim.minor else PENDING


class Tally:
    """Counts by state, and for each class of risk the first places of its folds in order of the text."""

    def __init__(self, review: "Reading") -> None:
        self._review = review
        self._entries: dict[str, _Entry] = {}
        self._starts: list[list[int]] = [[] for _ in CLASSES]
        self._fold_at: dict[int, str] = {}
        self._states: Counter[State] = Counter()
        self._places = 0
        self._contradictions: set[str] = set()
        for fold in review.folds:
            entry = self._entry(fold)
            self._put(fold, entry)
            self._starts[entry.risk].append(entry.start)
        self.look_at(review.all_findings)

    def follow(self, review: "Reading") -> None:
        """Count for another review of the same article from now on."""
        self._review = review

    def put(self, change: Change) -> None:
        """Count folds in place of others."""
        for fold in change.gone:
            entry = self._entries.pop(fold.id)
            self._states[entry.state] -= entry.counts
            self._places -= entry.places * entry.counts
            starts = self._starts[entry.risk]
            del starts[bisect_left(starts, entry.start)]
            del self._fold_at[entry.start]
        for fold in change.new:
            entry = self._entry(fold)
            self._put(fold, entry)
            insort(self._starts[entry.risk], entry.start)

    def update(self, folds: Iterable[Fold], paragraphs: Iterable[int]) -> None:
        """Count these folds, and the findings of these paragraphs, again."""
        for fold in folds:
            before, entry = self._entries.get(fold.id), self._entry(fold)
            if before is None or before == entry:
                continue
            self._states[before.state] -= before.counts
            self._places -= before.places * before.counts
            starts = self._starts[before.risk]
            del starts[bisect_left(starts, before.start)]
            self._put(fold, entry)
            insort(self._starts[entry.risk], entry.start)
            self.look_at(self._review.findings(fold.id))
        for order in paragraphs:
            self.look_at(self._review.paragraph_findings(order))

    def _entry(self, fold: Fold) -> _Entry:
        review = self._review
        counts = not fold.claim.minor or review.decision(fold.id) is not None
        return _Entry(risk(review, fold), fold.claim.start, counts, review.state(fold.id), len(fold.places))

    def _put(self, fold: Fold, entry: _Entry) -> None:
        self._entries[fold.id] = entry
        self._fold_at[entry.start] = fold.id
        self._states[entry.state] += entry.counts
        self._places += entry.places * entry.counts

    def look_at(self, findings: Iterable[Finding]) -> None:
        """Count the contradictions among these again."""
        for finding in findings:
            if finding.verdict is Verdict.CONTRADICTION:
                change = self._contradictions.add if self._review.is_open(finding) else self._contradictions.discard
                change(finding.id)

    # --- how far ---

    def progress(self, read: int) -> Progress:
        """How far the article is; `read`: how many paragraphs are read."""
        folds = self._states.total()
        return Progress(
            folds=folds,
            places=self._places,
            decided=folds - self._states[State.PENDING],
            by_state={state: self._states[state] for state in State},
            paragraphs=len(self._review.article.paragraphs),
            paragraphs_read=read,
            contradictions=len(self._contradictions),
        )

    # --- what is next ---

    def next_by_risk(self, here: tuple[int, int] | None, without: Fold | None, *, backwards: bool) -> str | None:
        """The next open fold by risk after (class, start), the riskiest first; inside a class the text's order holds."""
        lists = [self._without(self._starts[each], without, each) for each in range(UNANSWERED + 1)]
        filled = [each for each, starts in enumerate(lists) if starts]
        if not filled:
            return None
        if here is None or here[0] == SETTLED or here[0] >= PENDING > filled[0]:  # lead to the riskiest, the nearest in reading direction
            here = None if here is None else (filled[0], here[1])
            filled = filled[:1]
        return self._fold_at[_step([(each, lists[each]) for each in filled], here, backwards=backwards)]

    def next_in_text(self, here: int | None, without: Fold | None, *, backwards: bool) -> str | None:
        """The next open fold after a start, in order of the text."""
        lists = [self._without(self._starts[each], without, each) for each in range(PENDING + 1)]
        ways = [_step([(0, starts)], None if here is None else (0, here), backwards=backwards) for starts in lists if starts]
        if not ways:
            return None
        if here is None:
            return self._fold_at[max(ways) if backwards else min(ways)]
        beyond = [start for start in ways if (start < here if backwards else start > here)]
        return self._fold_at[(max if backwards else min)(beyond or ways)]

    def _without(self, starts: list[int], fold: Fold | None, which: int) -> Sequence[int]:
        """The starts of a class, without one fold. Copied only where it holds that fold."""
        entry = None if fold is None else self._entries.get(fold.id)
        if entry is None or entry.risk != which:
            return starts
        at = bisect_left(starts, entry.start)
        return starts[:at] + starts[at + 1 :]


def _step(classes: list[tuple[int, Sequence[int]]], here: tuple[int, int] | None, *, backwards: bool) -> int:
    """The start past `here`, class by class, round the end."""
    ordered = classes[::-1] if backwards else classes
    if here is not None:
        for each, starts in ordered:
            if (each > here[0]) if backwards else (each < here[0]):
                continue
            if each != here[0]:
                return starts[-1 if backwards else 0]
            at = bisect_left(starts, here[1]) - 1 if backwards else bisect_right(starts, here[1])
            if 0 <= at < len(starts):
                return starts[at]
    return ordered[0][1][-1 if backwards else 0]
