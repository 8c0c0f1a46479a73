"""The flow, read top to bottom: an article becomes claims, claims are folded over copies, folds are set against each other."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace

from annotator.checks import run_checks
from annotator.claims import contexts, cover, fold, survey
from annotator.model import Analysis, Article, Claim, Context, Fold, Numeral
from annotator.text import Join, joined

GoOn = Callable[[], object]


def _on() -> None:
    """Nobody wants the work to end early."""


def analyse(article: Article, *, off: Collection[str] = (), joins: Collection[Join] = (), go_on: GoOn = _on) -> Analysis:
    """Everything the machine says of an article, without the checks in `off` (ids), with the paragraphs of `joins` read as one.

    Never raises on any text; a check that breaks is in `failures`. What `go_on` raises, asked between two steps, ends the work.
    """
    read = joined(article, joins)
    claims, coverage = survey(read)
    return _as_written(article, _assess(read, claims, coverage, off, go_on))


def assess(
    article: Article, claims: tuple[Claim, ...], *, off: Collection[str] = (), joins: Collection[Join] = (), go_on: GoOn = _on
) -> Analysis:
    """The same for given claims, sorted and without overlaps: an editor's own among them."""
    read = joined(article, joins)
    placed = claims if read is article else tuple(_placed(read, claim) for claim in claims)
    return _as_written(article, _assess(read, placed, cover(read, placed), off, go_on))


def _assess(article: Article, claims: tuple[Claim, ...], coverage: tuple[Numeral, ...], off: Collection[str], go_on: GoOn) -> Analysis:
    folds = fold(article, claims)
    around = contexts(article, claims)
    findings, failures = run_checks(article, folds, around, off=off, go_on=go_on)
    return Analysis(article, claims, folds, findings, coverage, failures, around, tuple(sorted(off)))


def _placed(article: Article, claim: Claim) -> Claim:
    """A claim with the words and the paragraph its span has in another form of the same text."""
    return claim._replace(text=article.slice(claim.span), paragraph=article.paragraph_at(claim.start).order)


def _as_written(article: Article, analysis: Analysis) -> Analysis:
    """What was read with joined paragraphs, told of the article as it is written."""
    if analysis.article is article:
        return analysis
    written = {claim: _placed(article, claim) for claim in analysis.claims}
    folds = tuple(Fold(tuple(written[place] for place in one.places)) for one in analysis.folds)
    around = _Written(analysis.contexts, {after: before for before, after in written.items()})
    return replace(analysis, article=article, claims=tuple(written.values()), folds=folds, contexts=around)


class _Written(Mapping[Claim, Context]):
    """The contexts of claims under other names, still cut only when they are asked for."""

    def __init__(self, contexts: Mapping[Claim, Context], names: Mapping[Claim, Claim]) -> None:
        self._contexts, self._names = contexts, names

    def __getitem__(self, claim: Claim) -> Context:
        return self._contexts[self._names[claim]]

    def __iter__(self) -> Iterator[Claim]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
