"""An editor's review of the small article of world.py, and its log."""

import pytest

from annotator.review import MemoryLog, Session
from tests.review import world


@pytest.fixture
def log() -> MemoryLog:
    return world.log()


@pytest.fixture
def review(log: MemoryLog) -> Session:
    return world.session(log)
