"""The way through an article: what is open, in which order, and how far a paragraph and the whole are."""

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Literal

from annotator.model import Claim, Fold, State, Verdict
from annotator.review.changes import Progress
from annotator.review.ledger import start_of

if TYPE_CHECKING:
    from annotator.review.reading import Reading

ParagraphState = Literal["unread", "begun", "open", "done"]

CONTRADICTED, SUSPECTED, PENDING, UNANSWERED, SETTLED = range(5)


def risk(review: "Reading", fold: Fold) -> int:
    """How urgent a fold is: pending under a contradiction, pending and odd, pending, decided over a contradiction, settled."""
    verdicts = {finding.verdict for finding in review.open_findings(fold.id)}
    if review.state(fold.id) is not State.PENDING:
        return UNANSWERED if Verdict.CONTRADICTION in verdicts else SETTLED
    if Verdict.CONTRADICTION in verdicts:
        return CONTRADICTED
    if verdicts:
        return SUSPECTED
    return SETTLED if fold.claim.minor else PENDING


def next_open(review: "Reading", after: str | None, *, backwards: bool, by_risk: bool, paragraph: int | None) -> str | None:
    """The id of the next open fold, round the end; None when nothing else is open.

    By risk, the riskiest come first: from a claim of a lower class one is led to them, inside a class the text's order holds.
    In a paragraph, or by order of the text, a fold decided over a contradiction is not open.
    """
    folds = review.folds if paragraph is None else review.folds_in(paragraph)
    last = UNANSWERED if by_risk and paragraph is None else PENDING
    open_folds = [(risk(review, fold), _place(fold, paragraph).start, fold.id) for fold in folds]
    open_folds = [entry for entry in open_folds if entry[0] <= last]
    if after is None:
        here = None
    else:
        current = review.fold(after)
        here = (risk(review, current), start_of(after))
        open_folds = [entry for entry in open_folds if entry[2] != current.id]
    if not open_folds:
        return None
    if by_risk:
        top = min(entry[0] for entry in open_folds)
        if here is None or (here[0] >= PENDING and here[0] > top):  # lead to the riskiest, the nearest in reading direction
            here = None if here is None else (top, here[1])
            open_folds = [entry for entry in open_folds if entry[0] == top]
        order = sorted(open_folds)
    else:
        order = sorted(open_folds, key=lambda entry: entry[1])
    keys = [entry[:2] if by_risk else (0, entry[1]) for entry in order]
    return _beyond(order, keys, here if by_risk or here is None else (0, here[1]), backwards=backwards)


def _beyond(order: list[tuple[int, int, str]], keys: list[tuple[int, int]], here: tuple[int, int] | None, *, backwards: bool) -> str:
    """The nearest entry past `here`, round the end."""
    if here is None:
        return order[-1 if backwards else 0][2]
    beyond = [number for number, key in enumerate(keys) if (key < here if backwards else key > here)]
    if backwards:
        return order[beyond[-1] if beyond else -1][2]
    return order[beyond[0] if beyond else 0][2]


def _place(fold: Fold, paragraph: int | None) -> Claim:
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


def progress(review: "Reading") -> Progress:
    """How far the article is."""
    counted = [fold for fold in review.folds if not fold.claim.minor or review.decision(fold.id)]
    states = Counter(review.state(fold.id) for fold in counted)
    paragraphs = review.article.paragraphs
    return Progress(
        folds=len(counted),
        places=sum(len(fold.places) for fold in counted),
        decided=len(counted) - states[State.PENDING],
        by_state={state: states[state] for state in State},
        paragraphs=len(paragraphs),
        paragraphs_read=sum(review.is_read(paragraph.order) for paragraph in paragraphs),
        contradictions=sum(finding.verdict is Verdict.CONTRADICTION and review.is_open(finding) for finding in review.analysis.findings),
    )
