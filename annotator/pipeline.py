"""The flow, read top to bottom: an article becomes claims, claims are folded over copies, folds are set against each other."""

from collections.abc import Collection

from annotator.checks import run_checks
from annotator.claims import contexts, cover, find_claims, fold
from annotator.model import Analysis, Article, Claim


def analyse(article: Article, *, off: Collection[str] = ()) -> Analysis:
    """Everything the machine says of an article, without the checks in `off` (ids).

    Never raises on any text; a check that breaks is in `failures`.
    """
    return assess(article, find_claims(article), off=off)


def assess(article: Article, claims: tuple[Claim, ...], *, off: Collection[str] = ()) -> Analysis:
    """The same for given claims, sorted and without overlaps: an editor's own among them."""
    coverage = cover(article, claims)
    folds = fold(article, claims)
    around = contexts(article, claims)
    findings, failures = run_checks(article, folds, around, off=off)
    return Analysis(article, claims, folds, findings, coverage, failures, around, tuple(sorted(off)))
