"""Finding claims with their values, against one plain scan for numbers with a unit."""

from collections.abc import Iterator

from annotator.claims import find_claims
from annotator.text import article
from tests.bench.ground import Figure, best_of, doubling, grown, plain_scan


def figures() -> Iterator[Figure]:
    ground = article(grown(5))
    yardstick = best_of(5, lambda: plain_scan(ground.text))
    yield Figure("claims / plain scan", best_of(5, lambda: find_claims(ground)) / yardstick, 10)
    yield Figure(
        "claims, twice the text, up to 10 million characters",
        max(doubling(lambda text: find_claims(article(text)), 300_000, 10_000_000)),
        2.1,
    )
