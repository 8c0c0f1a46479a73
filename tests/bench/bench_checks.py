"""Claims and all checks, against one word cutting of the same text; the checks of the sample two hundred times over, against once."""

from collections.abc import Iterator
from time import process_time

from annotator import paths
from annotator.checks import run_checks
from annotator.claims import contexts, find_claims, fold
from annotator.model import Analysis
from annotator.pipeline import analyse
from annotator.text import article
from tests.bench.ground import Figure, beside, best_of, doubling, grown, word_cut


def _whole(text: str) -> Analysis:
    return analyse(article(text))


def _checks(text: str, times: int) -> float:
    """Seconds for the checks alone, the words around the claims included."""
    made = article(text)
    claims = find_claims(made)
    folds = fold(made, claims)
    return best_of(times, lambda: run_checks(made, folds, contexts(made, claims)), process_time)


def figures() -> Iterator[Figure]:
    text = grown(5)
    word_cut(text)
    yield Figure("claims and checks / one word cutting", beside(7, lambda: _whole(text), lambda: word_cut(text)), 1.5)
    yield Figure("claims and checks, twice the text, up to 1.2 million", max(doubling(_whole, 300_000, 1_200_000, process_time)), 2.2)
    sample = paths.seed("liling-2020-03.txt").read_text("utf-8")
    yield Figure("checks of the sample 200 times over / once", _checks(sample * 200, 2) / _checks(sample, 5), 3)
