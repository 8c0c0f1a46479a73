"""How far a review is."""

from annotator.model import State
from annotator.review import Session
from tests.review.world import at


def test_progress_counts_folds_and_leaves_minor_ones_out(review: Session) -> None:
    before = review.progress
    assert (before.folds, before.places, before.decided, before.paragraphs, before.paragraphs_read) == (7, 13, 0, 6, 0)
    review.decide(at(review, "3447名"), State.CONFIRMED)
    review.decide(at(review, "一个"), State.DISMISSED)
    after = review.progress
    assert (after.folds, after.decided) == (8, 2)
    assert after.by_state[State.DISMISSED] == 1
