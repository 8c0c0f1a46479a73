"""Claims against each other: every check is one file in `rules/`; adding a check is adding a file."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from annotator.checks import rules
from annotator.checks.record import REGISTERED, Check, Example
from annotator.checks.relations import Relations
from annotator.garbage import uncollected
from annotator.model import Article, Claim, Context, Failure, Finding, Fold, Span, Verdict

__all__ = ["RULES", "Check", "Example", "checks", "run_checks", "switched_off"]

RULES = "2"
"""The version of the rules, printed in reports: it changes whenever a check may say something else of the same text."""


@cache
def checks() -> tuple[Check, ...]:
    """All registered checks, by id."""
    for module in iter_modules(rules.__path__):
        import_module(f"{rules.__name__}.{module.name}")
    return tuple(REGISTERED[name] for name in sorted(REGISTERED))


def switched_off(ids: Collection[str]) -> frozenset[str]:
    """The checks to leave out, by id. ValueError with a sentence when one is not there."""
    known = {check.id for check in checks()}
    if unknown := sorted(set(ids) - known):
        raise ValueError(f"没有名为 {'、'.join(unknown)} 的检查。现有：{'、'.join(sorted(known))}。")
    return frozenset(ids)


@uncollected()  # until the relations are gone again
def run_checks(
    article: Article,
    folds: tuple[Fold, ...],
    contexts: Mapping[Claim, Context],
    *,
    off: Collection[str] = (),
    go_on: Callable[[], object] = lambda: None,
) -> tuple[tuple[Finding, ...], tuple[Failure, ...]]:
    """What the checks find, in order of the text, and those that broke. `off` names checks that are switched off.

    `go_on` is called before each check; what it raises ends the work.
    """
    relations = Relations(article, folds, contexts)
    findings: dict[tuple[str, tuple[Span, ...]], Finding] = {}
    failures: list[Failure] = []
    for check in checks():
        if check.id in off:
            continue
        go_on()
        try:
            findings |= {(check.id, finding.spans): finding for finding in _found(check, relations)}
        except Exception as error:  # noqa: BLE001 - one broken check must not stop the others; it is shown instead
            failures.append(Failure(check.id, f"“{check.title}”这项检查出错，没有完成：{type(error).__name__}。其他检查不受影响。"))
    kept = _without_comfort(tuple(findings.values()))
    return tuple(sorted(kept, key=lambda finding: (finding.spans, finding.check))), tuple(failures)


def _without_comfort(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """The findings without confirmations of the very numbers that another check says cannot be right."""
    wrong = [frozenset(finding.spans) for finding in findings if finding.verdict is not Verdict.CONSISTENT and len(finding.spans) > 1]
    by_span = {span: spans for spans in wrong for span in spans}
    for finding in findings:
        if finding.verdict is Verdict.CONSISTENT:
            told = (by_span[span] for span in finding.spans if span in by_span)
            if any(spans <= set(finding.spans) for spans in told):
                continue
        yield finding


def _found(check: Check, relations: Relations) -> Iterator[Finding]:
    for finding in check.find(relations):
        yield replace(finding, check=check.id, level=check.level, severity=check.severity)
