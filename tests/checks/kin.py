"""Sentences against a check: what it must raise, confirm and leave alone. A place between [[ and ]] must be among those it shows."""

from annotator.checks import Example
from annotator.model import Finding, Verdict
from annotator.pipeline import analyse
from annotator.text import article


def errors(text: str) -> list[Finding]:
    """Everything that asks for an answer."""
    found = analyse(article(text))
    assert found.failures == ()
    return [finding for finding in found.findings if finding.is_error]


def raised(check: str, marked: str) -> bool:
    """Does this check, and no other, raise every marked place?"""
    example = Example(marked)
    found = errors(example.text)
    return bool(found) and all(finding.check == check for finding in found) and any(_shows(finding, example) for finding in found)


def confirmed(check: str, marked: str) -> bool:
    """Does this check confirm every marked place, and nothing ask for an answer?"""
    example = Example(marked)
    found = analyse(article(example.text)).findings
    holds = [finding for finding in found if finding.check == check and finding.verdict is Verdict.CONSISTENT]
    return not any(finding.is_error for finding in found) and any(_shows(finding, example) for finding in holds)


def comforted(check: str, marked: str) -> bool:
    """Does this check confirm what is marked as wrong?"""
    example = Example(marked)
    found = analyse(article(example.text)).findings
    return any(finding.check == check and finding.verdict is Verdict.CONSISTENT and _shows(finding, example) for finding in found)


def _shows(finding: Finding, example: Example) -> bool:
    return all(any(span.start < place.end and place.start < span.end for span in finding.spans) for place in example.spans)
