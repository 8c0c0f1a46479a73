"""What the tests of this folder share."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.reliability.server import postgres, server

__all__ = ["postgres", "server"]

Promise = Callable[[str, int, int], None]
_SHARED_MEMORY = Path("/dev/shm")


@pytest.fixture
def ram(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where the system has one: thousands of commits to a disk that others use as well would take minutes.

    What kills a process, and the simulated disks, cannot tell the difference.
    """
    if not os.access(_SHARED_MEMORY, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=_SHARED_MEMORY, prefix="heshu-") as folder:
        yield Path(folder)


@pytest.fixture
def promise(record_property: Callable[[str, object], None]) -> Promise:
    """Enter a line of the table that closes a run: what is promised, in how many cases it was tried, how many were lost."""

    def enter(words: str, tried: int, lost: int) -> None:
        record_property("promise", (words, tried, lost))
        assert tried > 0, words
        assert lost == 0, words

    return enter
