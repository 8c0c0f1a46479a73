"""Parts and wholes in the grammar of many desks: sums, shares, parts too large and shares that must make up the whole."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.checks import Example
from annotator.model import Finding, Verdict
from annotator.pipeline import analyse
from annotator.text import article

CASES = tomllib.loads((Path(__file__).parent / "parts" / "cases.toml").read_text("utf-8"))


def told(text: str) -> Iterator[Finding]:
    found = analyse(article(text))
    assert found.failures == ()
    yield from found.findings


def cases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(check, text) for check, texts in table.items() for text in texts]


def names(finding: Finding, example: Example) -> bool:
    """Does a finding stand at the marked places?"""
    return set(example.spans) <= set(finding.spans)


@pytest.mark.parametrize(("check", "marked"), cases(CASES["errors"]))
def test_an_error_is_told_at_its_places_and_comforted_by_nothing(check: str, marked: str) -> None:
    example = Example(marked)
    findings = [finding for finding in told(example.text) if finding.check == check]
    errors = [finding for finding in findings if finding.is_error]
    assert any(names(finding, example) for finding in errors)
    assert len(errors) == 1


@pytest.mark.parametrize(("check", "marked"), cases(CASES["true"]))
def test_a_true_relation_is_confirmed(check: str, marked: str) -> None:
    example = Example(marked)
    findings = list(told(example.text))
    assert [finding for finding in findings if finding.is_error] == []
    assert any(finding.check == check and names(finding, example) for finding in findings if finding.verdict is Verdict.CONSISTENT)


@pytest.mark.parametrize("text", CASES["traps"])
def test_a_look_alike_stays_silent(text: str) -> None:
    assert [finding.message for finding in told(text) if finding.is_error] == []
