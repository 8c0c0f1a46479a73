"""The way through an article: what is open, in which order, and how far a paragraph is."""

from functools import partial
from typing import TYPE_CHECKING, Literal

from annotator.model import Claim, Fold, State
from annotator.review.ledger import start_of
from annotator.review.tally import CONTRADICTED, PENDING, UNANSWERED, Tally, risk

if TYPE_CHECKING:
    from annotator.review.reading import Reading

ParagraphState = Literal["unread", "begun", "open", "done"]


def next_open(review: "Reading", tally: Tally, after: str | None, *, backwards: bool, by_risk: bool, paragraph: int | None) -> str | None:
    """The id of the next open fold, round the end; None when nothing else is open.

    By risk, the riskiest come first: from a claim of a lower class one is led to them, inside a class the text's order holds.
    In a paragraph, or by order of the text, a fold decided over a contradiction is not open.
    """
    current = None if after is None else review.fold(after)
    here = None if after is None else start_of(after)
    if paragraph is not None:
        return _next_in(review, paragraph, current, here, backwards=backwards)
    if by_risk:
        place = None if current is None or here is None else (risk(review, current), here)
        return tally.next_by_risk(place, current, backwards=backwards)
    return tally.next_in_text(here, current, backwards=backwards)


def _next_in(review: "Reading", paragraph: int, current: Fold | None, here: int | None, *, backwards: bool) -> str | None:
    folds = [fold for fold in review.folds_in(paragraph) if fold != current and risk(review, fold) <= PENDING]
    ways = sorted((_place(fold, paragraph).start, fold.id) for fold in folds)
    if not ways:
        return None
    beyond = [way for way in ways if here is None or (way[0] < here if backwards else way[0] > here)]
    return (beyond or ways)[-1 if backwards else 0][1]


def _place(fold: Fold, paragraph: int) -> Claim:
    return next((place for place in fold.places if place.paragraph == paragraph), fold.claim)


def paragraph_state(review: "Reading", order: int) -> ParagraphState:
    """unread, begun (something in it is decided), open (read, but something is pending or a contradiction unanswered), done."""
    folds = review.folds_in(order)
    if not review.is_read(order):
        return "begun" if any(review.decision(fold.id) for fold in folds) else "unread"
    return "open" if any(map(partial(_keeps_open, review), folds)) else "done"


def _keeps_open(review: "Reading", fold: Fold) -> bool:
    if not fold.claim.minor and review.state(fold.id) is State.PENDING:
        return True
    return risk(review, fold) in {CONTRADICTED, UNANSWERED}
