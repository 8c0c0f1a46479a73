"""The real window, killed while an editor walks by keys: it opens where it was left, with what was typed."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotator import paths
from annotator.desk import Desk, open_desk
from tests.house.tree import ROOT
from tests.reliability.conftest import Promise

ARTICLE = paths.seed("liling-2020-03.txt")


@contextmanager
def window(database: Path):
    """The process, which is not left behind."""
    command = [sys.executable, "-X", "utf8", "-m", "tests.reliability.window_at_work", str(database), str(ARTICLE)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    assert process.stdout is not None
    try:
        yield process, process.stdout
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def until(holds: Callable[[], bool], seconds: float = 60) -> float:
    """Wait until something holds; how long it took."""
    begun = time.monotonic()
    while not holds():
        assert time.monotonic() - begun < seconds
    return time.monotonic() - begun


@pytest.mark.parametrize("after", [1, 17])
def test_killed_in_the_middle_of_deciding(tmp_path: Path, after: int, promise: Promise) -> None:
    database = tmp_path / "desk.sqlite"
    with window(database) as (process, said):
        seen = [int(line.split()[1]) for line in (said.readline() for _ in range(after)) if line.startswith("decided")]
        process.kill()
        seen += [int(line.split()[1]) for line in said if line.startswith("decided")]
    with open_desk(database) as desk:
        session = desk.import_file(ARTICLE)
        assert desk.check() == ()
        lost = max(seen) - session.head[0]
        assert session.head[0] - max(seen) <= 1
    promise("decisions seen in a window that was killed", max(seen), max(0, lost))


def test_killed_at_rest_it_opens_at_the_same_claim_with_what_was_typed(tmp_path: Path, promise: Promise) -> None:
    database = tmp_path / "desk.sqlite"
    with window(database) as (process, said):
        lines = [said.readline()]
        while not lines[-1].startswith("typed"):
            lines.append(said.readline())
            assert lines[-1], lines
        with open_desk(database, read_only=True) as beside:
            age = until(lambda: "约九成" in drafts(beside))
        process.kill()
    place = json.loads(next(line for line in lines if line.startswith("resting")).split(" ", 1)[1])
    with open_desk(database) as desk:
        session = desk.import_file(ARTICLE)
        assert session.place == {"paragraph": place[0], "claim": place[1]}
        assert "约九成" in drafts(desk)
    assert age <= 2, "seconds from the key to the disk"
    promise("windows killed at rest that open at the same claim, with the draft", 1, 0)


def drafts(desk: Desk) -> str:
    """All that is typed and not committed, as the database has it now."""
    (row,) = desk.articles()
    return json.dumps(desk.session(row.id).log.drafts(), ensure_ascii=False)
