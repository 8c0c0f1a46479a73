"""How claims stand together: folds over copies, with what editors split off, joined, inserted and reshaped."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from annotator.model import Claim, Fold, Paragraph
from annotator.review.ledger import Ledger


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


def copies(paragraphs: Sequence[Paragraph], order: int) -> tuple[Paragraph, ...]:
    """A paragraph with all its copies, in order of the text, wherever in the group it stands."""
    first = paragraphs[order].copy_of
    root = order if first is None else first
    return tuple(p for p in paragraphs if root in (p.order, p.copy_of))


class Structure:
    """The folds of an article, in order of the text, and the ways to find them."""

    def __init__(self, folds: Iterable[Fold], ledger: Ledger) -> None:
        parts = [part for fold in folds for part in _parts(fold, ledger)]
        self.roots = {place.id: fold for fold in folds for place in fold.places}
        self.folds = tuple(sorted(parts, key=lambda fold: fold.claim.start))
        self.of_claim = {place.id: fold for fold in self.folds for place in fold.places}
        self.index = {fold.id: number for number, fold in enumerate(self.folds)}
        self.claims = sorted((place for fold in self.folds for place in fold.places), key=lambda claim: claim.start)
        self.in_paragraph: defaultdict[int, list[Fold]] = defaultdict(list)
        for claim in self.claims:
            here = self.in_paragraph[claim.paragraph]
            if not here or here[-1] is not self.of_claim[claim.id]:
                here.append(self.of_claim[claim.id])


def _parts(fold: Fold, ledger: Ledger) -> list[Fold]:
    """A fold cut where editors split places off. Places whose decisions differ (another extractor folded them) part as well."""
    if len(fold.places) == 1:
        return [fold]
    groups: defaultdict[tuple[str, int], list[Claim]] = defaultdict(list)
    for place in fold.places:
        decision = ledger.decisions.get(place.id)
        groups[place.id if place.id in ledger.apart else "", decision.seq if decision else 0].append(place)
    return [fold] if len(groups) == 1 else [Fold(tuple(places)) for places in groups.values()]
