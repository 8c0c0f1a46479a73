"""Claims and all checks, against one word cutting of the same text; the sample two hundred times over, against once."""

from collections.abc import Iterator

from annotator import paths
from annotator.claims import find_claims
from annotator.model import Analysis, Article
from annotator.pipeline import analyse
from annotator.text import article
from tests.bench.ground import Figure, best_of, doubling, grown, word_cut


def _whole(text: str) -> Analysis:
    return analyse(article(text))


def _extraction(ground: Article) -> float:
    return best_of(2, lambda: find_claims(ground))


def figures() -> Iterator[Figure]:
    text = grown(5)
    word_cut(text)
    yield Figure("claims and checks / one word cutting", best_of(3, lambda: _whole(text)) / best_of(3, lambda: word_cut(text)), 1.5)
    yield Figure("claims and checks, twice the text, up to 1.2 million", max(doubling(_whole, 300_000, 1_200_000)), 2.2)
    sample = paths.seed("liling-2020-03.txt").read_text("utf-8")
    once, copied = article(sample), article(sample * 200)
    checks_once = best_of(5, lambda: analyse(once)) - _extraction(once)
    yield Figure(
        "the sample 200 times / extraction + 3 × checks once",
        best_of(2, lambda: analyse(copied)) / (_extraction(copied) + 3 * checks_once),
        1,
    )
