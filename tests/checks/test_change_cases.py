"""Sentences of many fields against the checks of change, time, order and copies, with the relations that must be seen and the traps.

`change/CHECK.txt` holds one case a line, `traps.txt` traps for all checks: ✗ a text that must be raised, ✓ a relation that must be
confirmed, · a trap where nothing may be raised; [[ ]] marks words that a finding must touch, ⏎ begins a paragraph. Places and people
are invented.
"""

from pathlib import Path

import pytest

from annotator.checks import Example
from annotator.model import Finding, Verdict
from annotator.pipeline import analyse
from annotator.text import article

FILES = sorted(Path(__file__).with_name("change").glob("*.txt"))
CASES = [
    (path.stem, line[0], line[1:].strip().replace("⏎", "\n")) for path in FILES for line in path.read_text("utf-8").splitlines() if line
]


def touches(finding: Finding, example: Example) -> bool:
    return all(any(start < stop and begin < end for start, end in finding.spans) for begin, stop in example.spans)


@pytest.mark.parametrize(("check", "mark", "marked"), CASES)
def test_a_case_is_raised_confirmed_or_left_in_peace(check: str, mark: str, marked: str) -> None:
    example = Example(marked)
    analysis = analyse(article(example.text))
    assert analysis.failures == ()
    errors = [finding for finding in analysis.findings if finding.is_error]
    confirmed = [finding for finding in analysis.findings if finding.verdict is Verdict.CONSISTENT and touches(finding, example)]
    match mark:
        case "✗":
            assert [finding.check for finding in errors if touches(finding, example)] == [check]
            assert {finding.check for finding in errors} == {check}
        case "✓":
            assert errors == []
            assert check in {finding.check for finding in confirmed}
        case "·":
            assert errors == []
        case _:
            pytest.fail(f"unknown mark {mark}")
