"""Finding claims with their values, against one plain scan for numbers with a unit."""

from collections.abc import Iterator
from time import process_time

from annotator.claims import find_claims
from annotator.text import article
from tests.bench.ground import Figure, beside, doubling, grown, plain_scan


def figures() -> Iterator[Figure]:
    ground = article(grown(5))
    yield Figure("claims / plain scan", beside(15, lambda: find_claims(ground), lambda: plain_scan(ground.text)), 10)
    yield Figure(
        "claims, twice the text, up to 10 million characters",
        max(doubling(lambda text: find_claims(article(text)), 300_000, 10_000_000, process_time)),
        2.1,
    )
