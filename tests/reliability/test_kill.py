"""kill -9 while an editor decides: what was acknowledged is there, nothing is there by half, the file is whole."""

import os
import random
from pathlib import Path

import pytest

from annotator.model import State
from annotator.review import Session
from annotator.store import backup
from annotator.store.check import problems
from tests.reliability.conftest import Promise
from tests.reliability.workers import working
from tests.store import desks

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

STATES = (State.CONFIRMED, State.DISMISSED, State.FLAGGED, State.PENDING)


def step(review: Session, chance: random.Random) -> None:
    """Whatever an editor does next."""
    fold = chance.choice(review.folds)
    match chance.randrange(8):
        case 0 if review.can_undo:
            review.undo()
        case 1 if review.can_redo:
            review.redo()
        case 2:
            review.note(fold.id, "备注")
        case 3 if len(fold.places) > 1:
            review.decide(fold.id, State.CONFIRMED, place=fold.places[-1].id, reason="单独")
        case _:
            review.decide(fold.id, chance.choice(STATES), reason="理由")


def kill_at_work(path: Path, seed: int) -> tuple[int, int, list[str]]:
    """Let a process work and kill it: acknowledgements, how many of them are lost, and what is wrong with the file."""
    chance = random.Random(seed)

    def work(acknowledge):  # type: ignore[no-untyped-def]
        review = desks.review(desks.opened(path))
        while True:
            step(review, chance)
            review.save_draft("note", {"seq": review.head[0]})
            acknowledge(review.head[0])

    with working(work) as worker:
        acknowledged = [number for _ in range(chance.randint(1, 40)) if (number := worker.ack()) is not None]
        worker.kill()
        acknowledged += worker.rest()
    store = desks.opened(path)
    review = desks.review(store)
    present = {record.seq for record in review.records}
    lost = sum(number not in present for number in acknowledged)
    draft = review.draft("note") or {"seq": 0}
    if draft["seq"] < max(acknowledged, default=0):
        lost += 1
    with store.reading() as work:
        wrong = [str(problem) for problem in problems(work)]
    store.close()
    return len(acknowledged), lost, wrong


def kills(ram: Path, number: int, first: int = 0) -> tuple[int, int, list[str]]:
    tried, lost, wrong = 0, 0, []
    for seed in range(first, first + number):
        acknowledged, gone, found = kill_at_work(ram / f"desk{seed // 20}.sqlite", seed)
        tried, lost, wrong = tried + acknowledged, lost + gone, wrong + found
    return tried, lost, wrong


def test_twenty_kills(ram: Path, promise: Promise) -> None:
    tried, lost, wrong = kills(ram, 20)
    assert wrong == []
    promise("acknowledged steps that survive kill -9 (20 kills)", tried, lost)


@pytest.mark.full
@pytest.mark.parametrize("part", range(4))
def test_two_hundred_kills(ram: Path, part: int, promise: Promise) -> None:
    tried, lost, wrong = kills(ram, 50, first=50 * part)
    assert tried >= 250
    promise("acknowledged steps that survive kill -9 (200 kills)", tried, lost)
    promise("files that are whole after kill -9", 50, len(wrong))


def test_killed_while_the_desk_is_being_made(ram: Path, promise: Promise) -> None:
    """Killed after each step of making a new desk: there is none, or a good one."""
    from annotator.store import create, file

    steps = [(create, "private_file"), (create, "build"), (create, "sync_file"), (create, "_place"), (create, "sync_folder")]
    bad = 0
    for number, (module, name) in enumerate(steps):
        path = ram / str(number) / "desk.sqlite"

        def work(acknowledge, path=path, module=module, name=name):  # type: ignore[no-untyped-def]
            call = getattr(module, name)

            def killed(*given):  # type: ignore[no-untyped-def]
                call(*given)
                os.kill(os.getpid(), 9)

            setattr(module, name, killed)
            desks.opened(path)

        with working(work) as worker:
            worker.rest()
        desks.opened(path).close()
        bad += bool(backup.proof(path))
    assert file.header(path).schema
    promise("new desks killed while being made", len(steps), bad)
