"""A formula cut into its operands, each tied to the place in the article it stands for, and the signs between them. No Qt."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from annotator.model import Article, Finding, Span

_BLANKS: Final = re.compile(r"\s+")
_LONGEST: Final = 24  # code points of a place that can still be a button


class Term(NamedTuple):
    """A piece of a formula. `span` is its place in the article; None for a sign or a computed value."""

    text: str
    span: Span | None = None


def terms(article: Article, finding: Finding) -> list[Term]:
    """The pieces of a finding's formula in order; empty without a formula."""
    formula = finding.formula
    for span in finding.spans:
        if _BLANKS.sub("", formula) == _BLANKS.sub("", article.slice(span)) != "":
            return [Term(article.slice(span), span)]
    left = sorted(finding.spans, key=lambda span: (span.start - span.end, span.start))
    cuts: list[tuple[int, int, Span]] = []
    for span in left:
        at = _free(formula, article.slice(span), cuts)
        if at is not None:
            cuts.append((at, at + span.end - span.start, span))
    cuts.sort()
    result: list[Term] = []
    here = 0
    for start, end, span in cuts:
        result += _plain(formula[here:start])
        result.append(Term(formula[start:end], span))
        here = end
    return result + _plain(formula[here:])


def others(article: Article, finding: Finding) -> list[Term]:
    """The places of a finding that its formula does not name, in order of the text; a whole paragraph or long phrase is shortened."""
    named = {term.span for term in terms(article, finding)}
    return [Term(_short(article.slice(span)), span) for span in finding.spans if span not in named]


def _free(formula: str, text: str, cuts: Sequence[tuple[int, int, Span]]) -> int | None:
    """Where a text stands in the formula and nothing else does yet; a figure is never found inside a longer one."""
    at = formula.find(text) if text else -1
    while at >= 0:
        end = at + len(text)
        taken = any(start < end and at < stop for start, stop, _ in cuts)
        inside = (at > 0 and formula[at - 1].isdigit() and text[0].isdigit()) or (
            end < len(formula) and formula[end].isdigit() and text[-1].isdigit()
        )
        if not taken and not inside:
            return at
        at = formula.find(text, at + 1)
    return None


def _plain(text: str) -> list[Term]:
    return [Term(_BLANKS.sub(" ", text).strip())] if text.strip() else []


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]}…{text[-4:]}"
