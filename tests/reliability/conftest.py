"""What the tests of this folder share."""

from collections.abc import Callable

import pytest

Promise = Callable[[str, int, int], None]


@pytest.fixture
def promise(record_property: Callable[[str, object], None]) -> Promise:
    """Enter a line of the table that closes a run: what is promised, in how many cases it was tried, how many were lost."""

    def enter(words: str, tried: int, lost: int) -> None:
        record_property("promise", (words, tried, lost))
        assert tried > 0, words
        assert lost == 0, words

    return enter
