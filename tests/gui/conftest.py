import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _garbage_stays_in_this_thread() -> Iterator[None]:
    """What `garbage.Collector` does in the window: no widget of an earlier test is freed by a working thread."""
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()
