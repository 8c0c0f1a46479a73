"""How claims stand together: folds over copies, with what editors split off, joined, inserted and reshaped."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from annotator.model import Claim, Fold
from annotator.review.ledger import Ledger

_start = attrgetter("start")
_paragraph = attrgetter("paragraph")
_first = attrgetter("claim.start")


def overlapping(claims: Sequence[Claim], start: int, end: int) -> list[Claim]:
    """The claims that share a code point with a span; `claims` sorted by start and without overlaps."""
    first = bisect_left(claims, start, key=lambda claim: claim.end)
    if first < len(claims) and claims[first].end == start:
        first += 1
    last = bisect_left(claims, end, key=lambda claim: claim.start)
    return list(claims[first:last])


def claims_now(found: Sequence[Claim], earlier: Mapping[str, Claim], ledger: Ledger) -> tuple[Claim, ...]:
    """The machine's claims with the hand's edits. What was decided stays as it was seen; the rest is as this extractor reads it.

    `earlier` holds claims of an earlier extractor by id, so that a decision keeps its claim when the lexicon has grown.
    """
    now = {claim.id: claim for claim in found}
    kept = [
        earlier[claim]
        for claim in ledger.decisions.keys() | ledger.evidence.keys() | ledger.remarks.keys()
        if claim not in now and claim in earlier
    ]
    _overlay(now, kept)
    for edit in ledger.edits:
        for claim in edit.removed:
            now.pop(claim, None)
        _overlay(now, edit.made)
    return tuple(sorted(now.values(), key=lambda claim: claim.start))


def _overlay(now: dict[str, Claim], claims: Iterable[Claim]) -> None:
    """Put claims in, in place of what they overlap."""
    claims = list(claims)
    if claims:
        standing = sorted(now.values(), key=lambda claim: claim.start)
        for claim in claims:
            for other in overlapping(standing, claim.start, claim.end):
                now.pop(other.id, None)
        now.update((claim.id, claim) for claim in claims)


class Change(NamedTuple):
    """The folds that stand no more and those that stand instead."""

    gone: list[Fold]
    new: list[Fold]


class Structure:
    """The folds of an article, in order of the text, and the ways to find them."""

    def __init__(self, roots: Iterable[Fold], ledger: Ledger) -> None:
        roots = tuple(roots)
        self.roots = {place.id: root for root in roots for place in root.places}
        self._folds = sorted((part for root in roots for part in _parts(root, ledger)), key=_first)
        self.of_claim = {place.id: fold for fold in self._folds for place in fold.places}
        self.claims = sorted((place for fold in self._folds for place in fold.places), key=_start)
        self.in_paragraph: defaultdict[int, list[Fold]] = defaultdict(list)
        for claim in self.claims:
            self._enter(claim)

    @property
    def folds(self) -> tuple[Fold, ...]:
        return tuple(self._folds)

    def claims_in(self, paragraph: int) -> list[Claim]:
        """The claims that begin in a paragraph, in order of the text."""
        first = bisect_left(self.claims, paragraph, key=_paragraph)
        return self.claims[first : bisect_right(self.claims, paragraph, key=_paragraph)]

    def put(self, roots: Sequence[Fold], instead_of: Sequence[Fold], ledger: Ledger) -> Change:
        """Let these folds stand, cut as the ledger says, in place of others. Only they are looked at."""
        before = {(fold := self.of_claim[place.id]).id: fold for root in instead_of for place in root.places}
        after = {part.id: part for root in roots for part in _parts(root, ledger)}
        change = Change(
            [fold for fold in before.values() if after.get(fold.id) != fold],
            [fold for fold in after.values() if before.get(fold.id) != fold],
        )
        for root in instead_of:
            for place in root.places:
                del self.roots[place.id]
        self.roots.update((place.id, root) for root in roots for place in root.places)
        for fold in change.gone:
            del self._folds[bisect_left(self._folds, _first(fold), key=_first)]
            for place in fold.places:
                del self.of_claim[place.id]
                del self.claims[bisect_left(self.claims, place.start, key=_start)]
        for fold in change.new:
            insort(self._folds, fold, key=_first)
            for place in fold.places:
                self.of_claim[place.id] = fold
                insort(self.claims, place, key=_start)
        for order in {place.paragraph for fold in (*change.gone, *change.new) for place in fold.places}:
            self.in_paragraph[order] = []
            for claim in self.claims_in(order):
                self._enter(claim)
        return change

    def _enter(self, claim: Claim) -> None:
        here, fold = self.in_paragraph[claim.paragraph], self.of_claim[claim.id]
        if not here or here[-1] is not fold:
            here.append(fold)


def _parts(fold: Fold, ledger: Ledger) -> list[Fold]:
    """A fold cut where editors split places off. Places whose decisions differ (another extractor folded them) part as well."""
    if len(fold.places) == 1:
        return [fold]
    groups: defaultdict[tuple[str, int], list[Claim]] = defaultdict(list)
    for place in fold.places:
        decision = ledger.decisions.get(place.id)
        groups[place.id if place.id in ledger.apart else "", decision.seq if decision else 0].append(place)
    return [fold] if len(groups) == 1 else [Fold(tuple(places)) for places in groups.values()]
