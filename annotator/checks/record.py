"""What a check is: one function with one record. A check without examples of both kinds does not register."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from annotator.checks.relations import Relations
from annotator.model import Finding, Level, Severity, Span, Suggestion, Verdict

_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


class Example(NamedTuple):
    """A sentence with its places between [[ and ]], and the words the check should suggest ("" where it suggests nothing)."""

    marked: str
    suggestion: str = ""

    @property
    def text(self) -> str:
        """The sentence without the marks."""
        return _MARK.sub(r"\1", self.marked)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The marked places, as code points of `text`."""
        found = []
        for order, match in enumerate(_MARK.finditer(self.marked)):
            start = match.start() - 4 * order
            found.append(Span(start, start + len(match[1])))
        return tuple(found)


Find = Callable[[Relations], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """One check: what it looks for, why, when it is wrong, and the examples that are its tests and its help page.

    `flags` hold sentences that must be raised, `passes` sentences that must not, `confirms` relations that must be confirmed.
    """

    id: str
    title: str
    title_en: str
    why: str
    limits: str
    level: Level
    severity: Severity
    flags: tuple[Example, ...]
    passes: tuple[str, ...]
    confirms: tuple[Example, ...]
    find: Find


REGISTERED: dict[str, Check] = {}


def check(
    *,
    title: str,
    title_en: str,
    why: str,
    limits: str,
    flags: tuple[Example | str, ...],
    passes: tuple[str, ...],
    confirms: tuple[Example | str, ...] = (),
    level: Level = Level.ERROR,
    severity: Severity = Severity.MEDIUM,
) -> Callable[[Find], Find]:
    """Registers a function as the check named like its file. ValueError without an example that is raised and one that passes."""

    def register(find: Find) -> Find:
        name = find.__module__.rpartition(".")[2].replace("_", "-")
        if not flags or not passes:
            raise ValueError(f"{name}: a check needs an example that is raised and one that passes")
        record = Check(
            name, title, title_en, why, limits, level, severity, tuple(map(_example, flags)), passes, tuple(map(_example, confirms)), find
        )
        REGISTERED[name] = record
        return find

    return register


def _example(given: Example | str) -> Example:
    return Example(given) if isinstance(given, str) else given


def contradiction(
    spans: tuple[tuple[int, int], ...], message: str, *, formula: str = "", computed: str = "", suggestion: Suggestion | None = None
) -> Finding:
    """A finding that the places cannot be true together."""
    return _finding(Verdict.CONTRADICTION, spans, message, (formula, computed), suggestion)


def suspicious(
    spans: tuple[tuple[int, int], ...], message: str, *, formula: str = "", computed: str = "", suggestion: Suggestion | None = None
) -> Finding:
    """A finding that the places are probably a slip."""
    return _finding(Verdict.SUSPICIOUS, spans, message, (formula, computed), suggestion)


def consistent(spans: tuple[tuple[int, int], ...], message: str, *, formula: str = "", computed: str = "") -> Finding:
    """A finding that a relation holds."""
    return _finding(Verdict.CONSISTENT, spans, message, (formula, computed), None)


def _finding(
    verdict: Verdict, spans: tuple[tuple[int, int], ...], message: str, sums: tuple[str, str], suggestion: Suggestion | None
) -> Finding:
    places = tuple(Span(*span) for span in sorted(set(spans)))
    return Finding("", verdict, places, message, *sums, suggestion)
