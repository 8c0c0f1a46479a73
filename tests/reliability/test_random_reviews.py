"""A review against a simple model of one: random decisions, undo, redo, splits, notes, restarts, kept in step for many steps."""

import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from annotator.model import State
from annotator.review import Session
from annotator.store.check import problems
from annotator.store.store import Store
from tests.reliability.conftest import Promise
from tests.review import world
from tests.store import desks

STATES = st.sampled_from((State.CONFIRMED, State.FLAGGED, State.DISMISSED, State.PENDING))


class Desk(NamedTuple):
    """The whole state, copied at every step: what the real one derives from its events."""

    states: dict[str, State]  # place -> state
    apart: frozenset[str]
    notes: dict[str, tuple[tuple[int, str], ...]]  # place -> what was noted, with the number of the step
    read: frozenset[int]


class Step(NamedTuple):
    before: Desk
    after: Desk


class Reviews(RuleBasedStateMachine):
    """One reviewer, so that undoing is going back to the state before the last step."""

    steps = 0
    scratch: Path
    empty: Path  # a desk with the article and no decision

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp(dir=Reviews.scratch))
        self.path = shutil.copyfile(Reviews.empty, self.folder / "desk.sqlite")
        self.store: Store = desks.opened(self.path)
        self.review: Session = desks.review(self.store)
        places = [claim.id for claim in world.analysis().claims]
        self.groups = {place.id: fold for fold in world.analysis().folds for place in fold.places}
        self.desk = Desk(dict.fromkeys(places, State.PENDING), frozenset(), {}, frozenset())
        self.done: list[Step] = []
        self.undone: list[Step] = []

    def _step(self, after: Desk) -> None:
        self.done.append(Step(self.desk, after))
        self.undone.clear()
        self.desk = after
        Reviews.steps += 1

    def _fold(self, place: str) -> list[str]:
        """The places that share a decision with this one."""
        if place in self.desk.apart:
            return [place]
        return [other.id for other in self.groups[place].places if other.id not in self.desk.apart]

    @rule(number=st.integers(0, 13), state=STATES)
    def decide(self, number: int, state: State) -> None:
        place = list(self.desk.states)[number]
        self.review.decide(place, state, reason="理由")
        self._step(self.desk._replace(states=self.desk.states | dict.fromkeys(self._fold(place), state)))

    @rule(number=st.integers(0, 13), state=STATES)
    def decide_here(self, number: int, state: State) -> None:
        place = list(self.desk.states)[number]
        alone = len(self._fold(place)) > 1
        self.review.decide(place, state, reason="理由", place=place)
        apart = self.desk.apart | {place} if alone else self.desk.apart
        self._step(self.desk._replace(states=self.desk.states | {place: state}, apart=apart))

    @rule(numbers=st.sets(st.integers(0, 13), min_size=1), state=st.sampled_from((State.CONFIRMED, State.DISMISSED)))
    def decide_many(self, numbers: set[int], state: State) -> None:
        places = [list(self.desk.states)[number] for number in numbers]
        if any(self.review.needs_reason(place, state) for place in places):
            return
        self.review.decide_all(places, state)
        touched = [other for place in places for other in self._fold(place)]
        self._step(self.desk._replace(states=self.desk.states | dict.fromkeys(touched, state)))

    @rule(number=st.integers(0, 13))
    def split(self, number: int) -> None:
        place = list(self.desk.states)[number]
        if len(self._fold(place)) == 1:
            return
        self.review.split(place)
        self._step(self.desk._replace(apart=self.desk.apart | {place}))

    @rule(number=st.integers(0, 13))
    def join(self, number: int) -> None:
        place = list(self.desk.states)[number]
        rest = [other.id for other in self.groups[place].places if other.id not in self.desk.apart]
        if place not in self.desk.apart or not rest:
            return
        self.review.join(place)
        self._step(self.desk._replace(apart=self.desk.apart - {place}, states=self.desk.states | {place: self.desk.states[rest[0]]}))

    @rule(number=st.integers(0, 13), text=st.text(min_size=1).filter(str.strip))
    def note(self, number: int, text: str) -> None:
        place = list(self.desk.states)[number]
        self.review.note(place, text)
        noted = (self.review.records[-1].seq, text.strip())
        notes = {other: (*self.desk.notes.get(other, ()), noted) for other in self._fold(place)}
        self._step(self.desk._replace(notes=self.desk.notes | notes))

    @rule()
    def read(self) -> None:
        self.review.read(4)
        self._step(self.desk._replace(read=self.desk.read | {4}))

    @rule()
    def undo(self) -> None:
        changes = self.review.undo()
        assert (changes is None) == (not self.done)
        if self.done:
            step = self.done.pop()
            self.undone.append(step)
            self.desk = step.before
            Reviews.steps += 1

    @rule()
    def redo(self) -> None:
        changes = self.review.redo()
        assert (changes is None) == (not self.undone)
        if self.undone:
            step = self.undone.pop()
            self.done.append(step)
            self.desk = step.after
            Reviews.steps += 1

    @rule()
    def restart(self) -> None:
        self.review.save_draft("x", {"steps": len(self.review.records)})
        self.store.close()
        self.store = desks.opened(self.path)
        self.review = desks.review(self.store, self.review.reviewer)
        assert self.review.draft("x") == {"steps": len(self.review.records)}

    @invariant()
    def the_review_says_what_the_model_says(self) -> None:
        for place, state in self.desk.states.items():
            assert self.review.state(place) is state
            fold = self._fold(place)
            assert [other.id for other in self.review.fold(place).places] == fold
            noted = sorted({note for other in fold for note in self.desk.notes.get(other, ())})
            assert [(remark.seq, remark.text) for remark in self.review.notes(place)] == noted
        assert self.review.is_read(4) == (4 in self.desk.read)
        assert self.review.can_undo == bool(self.done)

    def teardown(self) -> None:
        if not hasattr(self, "store"):
            return
        with self.store.reading() as work:
            found = list(problems(work))
        self.store.close()
        shutil.rmtree(self.folder)
        assert found == []


def run(ram: Path, *, repeatable: bool) -> int:
    """A hundred reviews; the steps they took."""
    Reviews.steps, Reviews.scratch, Reviews.empty = 0, ram, ram / "empty.sqlite"
    store = desks.opened(Reviews.empty)
    desks.review(store)
    store.close()
    checks = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
    given = settings(max_examples=100, stateful_step_count=20, suppress_health_check=checks, derandomize=repeatable)
    run_state_machine_as_test(Reviews, settings=given)
    return Reviews.steps


def test_a_hundred_random_reviews(ram: Path, promise: Promise) -> None:
    steps = run(ram, repeatable=True)
    promise("steps of random reviews in step with the model (100 reviews)", steps, 0)
    assert steps


@pytest.mark.full
@pytest.mark.parametrize("part", range(20))
def test_two_thousand_random_reviews(ram: Path, part: int, promise: Promise) -> None:
    """Others at every run; a failure prints its steps."""
    steps = run(ram, repeatable=False)
    promise("steps of random reviews in step with the model (2000 reviews)", steps, 0)
    assert steps
