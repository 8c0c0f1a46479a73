"""Reviews on a real database, with the hand-written article of tests/review."""

from pathlib import Path

from annotator.review import Session
from annotator.store import articles
from annotator.store.log import SqlLog
from annotator.store.opening import open_store
from annotator.store.store import Store
from tests.review import world

_CLOCK = world.Clock()  # one for all: two backups never bear the same time


def opened(path: Path | str, **options: bool) -> Store:
    return open_store(path, clock=_CLOCK, **options)


def review(store: Store, reviewer: str = "陈记") -> Session:
    """The review of the article, imported at the first call."""
    article = world.article()
    article_id = articles.find(store, article.source_sha256) or articles.add(store, article)
    analysis = world.assess(articles.load(store, article_id), world.analysis().claims)
    log = SqlLog(store, int(article_id))
    return Session(analysis, log, reviewer, article_id=article_id, assess=world.assess, parse=world.claim)
