"""Every sentence of cases/: the right answer is marked inside it."""

from pathlib import Path

import pytest

from tests.claims.marked import faults, sentences

CASES = Path(__file__).parent / "cases"
ALL = [(path.stem, sentence) for path in sorted(CASES.glob("*.txt")) for sentence in sentences(path) if not sentence.startswith("#")]


@pytest.mark.parametrize(("family", "sentence"), ALL, ids=[f"{family}-{number}" for number, (family, _) in enumerate(ALL)])
def test_a_marked_sentence_is_read_as_marked(family: str, sentence: str) -> None:
    assert faults(sentence) == []
