"""What could not be written, and what may not be: nothing is lost, doubled or pretended."""

import pytest

from annotator.model import State
from annotator.review import MemoryLog, NotSaved, ReadOnly
from tests.review import world
from tests.review.world import at


class FailingLog(MemoryLog):
    """A disk that is full for a while; `written` fails after the commit, as when a connection is cut."""

    trouble = ""

    def append(self, events, by):  # type: ignore[no-untyped-def]
        if self.trouble == "full":
            raise NotSaved("磁盘已满")
        written = super().append(events, by)
        if self.trouble == "cut":
            raise NotSaved("连接断开")
        return written


@pytest.mark.parametrize("trouble", ["full", "cut"])
@pytest.mark.parametrize("again", ["retry", "same key"])
def test_what_could_not_be_saved_stays_and_is_written_once(trouble: str, again: str) -> None:
    log = FailingLog(world.article().sha256, world.Clock())
    review = world.session(log)
    fold = at(review, "8%")
    log.trouble = trouble
    with pytest.raises(NotSaved):
        review.decide(fold, State.CONFIRMED)
    assert review.unsaved is not None
    assert review.state(fold) is State.PENDING
    log.trouble = ""
    changes = review.retry() if again == "retry" else review.decide(fold, State.CONFIRMED)
    assert changes is not None
    assert review.unsaved is None
    assert review.state(fold) is State.CONFIRMED
    assert len(log.records()) == 1


def test_an_unsaved_decision_goes_before_the_next_one() -> None:
    log = FailingLog(world.article().sha256, world.Clock())
    review = world.session(log)
    log.trouble = "full"
    with pytest.raises(NotSaved):
        review.decide(at(review, "8%"), State.CONFIRMED)
    with pytest.raises(NotSaved):
        review.decide(at(review, "9%"), State.CONFIRMED)
    log.trouble = ""
    review.decide(at(review, "120户"), State.CONFIRMED)
    assert review.state(at(review, "8%")) is State.CONFIRMED
    assert len(log.records()) == 2


def test_read_only_looks_and_never_writes() -> None:
    log = MemoryLog(world.article().sha256, read_only=True)
    review = world.session(log)
    assert review.read_only
    with pytest.raises(ReadOnly):
        review.decide(at(review, "8%"), State.CONFIRMED)
    assert review.unsaved is None
    assert not review.can_undo
