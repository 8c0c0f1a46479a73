"""Every example of every check, run through the real pipeline, as it stands in the help pages."""

import tomllib
from pathlib import Path

import pytest

from annotator.checks import Check, Example, checks, rules
from annotator.checks.help import page, pages, told
from annotator.model import Analysis, Finding, Level, Verdict
from annotator.paths import resource
from annotator.pipeline import analyse
from annotator.text import article

CHECKS = {check.id: check for check in checks()}
FLAGS = [(check, example) for check in CHECKS.values() for example in check.flags]
PASSES = [(check, text) for check in CHECKS.values() for text in check.passes]
CONFIRMS = [(check, example) for check in CHECKS.values() for example in check.confirms]


def analysed(text: str) -> Analysis:
    found = analyse(article(text))
    assert found.failures == ()
    return found


def findings(check: Check, text: str) -> list[Finding]:
    return [finding for finding in analysed(text).findings if finding.check == check.id]


def named(value: object) -> str | None:
    return value.id if isinstance(value, Check) else None


@pytest.mark.parametrize(("check", "example"), FLAGS, ids=named)
def test_a_flagged_example_is_raised_once_at_its_marks_with_its_suggestion(check: Check, example: Example) -> None:
    raised = [finding for finding in findings(check, example.text) if finding.verdict is not Verdict.CONSISTENT]
    assert [finding.spans for finding in raised] == [example.spans]
    assert (raised[0].suggestion.text if raised[0].suggestion else "") == example.suggestion
    assert raised[0].message.endswith(("。", "？"))


@pytest.mark.parametrize(("check", "text"), PASSES, ids=named)
def test_a_passed_example_raises_nothing(check: Check, text: str) -> None:
    assert [finding for finding in findings(check, text) if finding.verdict is not Verdict.CONSISTENT] == []


@pytest.mark.parametrize(("check", "example"), CONFIRMS, ids=named)
def test_a_confirmed_example_is_confirmed_at_its_marks(check: Check, example: Example) -> None:
    assert [(finding.verdict, finding.spans) for finding in findings(check, example.text)] == [(Verdict.CONSISTENT, example.spans)]


def test_every_file_is_a_check_with_its_name_and_three_examples_and_three_traps() -> None:
    files = {path.stem.replace("_", "-") for path in Path(rules.__file__).parent.glob("*.py")} - {"--init--"}
    assert files == set(CHECKS)
    for check in CHECKS.values():
        assert len(check.passes) >= 2, check.id
        assert len(check.flags) + len(check.confirms) + len(check.passes) >= 4, check.id
        assert all(example.spans for example in (*check.flags, *check.confirms)), check.id


def test_an_error_example_raises_no_other_error() -> None:
    for check, text in PASSES:
        others = [finding for finding in analysed(text).findings if finding.is_error and finding.check != check.id]
        if CHECKS[check.id].level is Level.HINT:
            assert others == [], (check.id, text)


def test_every_page_has_its_english() -> None:
    english = tomllib.loads(resource("help", "checks.en.toml").read_text("utf-8"))
    assert set(english) == set(CHECKS)
    for check in CHECKS.values():
        told_in_english = told(check, "en")
        assert all(len(words.split()) > 5 for words in told_in_english), check.id
        shown = page(check, "en")
        assert check.title_en in shown.splitlines()[0]
        assert all(words in shown for words in told_in_english)
        assert check.why not in shown


def test_the_help_pages_are_those_of_the_records() -> None:
    assert resource("help", "checks.md").read_text("utf-8") == pages()
