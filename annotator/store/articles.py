"""Articles in the database: imported once, found again by their hashes, read back unchanged."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session as Work
from sqlalchemy.orm import load_only

from annotator.model import Article, Claim, Note, Span
from annotator.review.errors import NotSaved
from annotator.review.log import canonical, timestamp
from annotator.review.plain import claim_from_json, claim_to_json
from annotator.store.store import Store
from annotator.store.tables import ArticleRow, DecisionRow, DraftRow, EventRow, PlaceRow, ReadingRow, RemovalRow, StageRow
from annotator.text import article as make_article


@dataclass(frozen=True, slots=True)
class Listed:
    """An article in the library. Times are UTC; `decided` counts places, `progress` is the last one known for `seq`."""

    id: str
    title: str
    name: str
    imported: datetime
    opened: datetime
    seq: int
    progress: dict[str, int] | None
    decided: int


class Known(NamedTuple):
    """An article that was read from some bytes: what its text was, and in which encoding."""

    id: str
    sha256: str
    encoding: str


def of_source(store: Store, source_sha256: str) -> tuple[Known, ...]:
    """The articles that were read from these bytes, the latest first: one for every way to read them."""
    query = select(ArticleRow.id, ArticleRow.sha256, ArticleRow.encoding).where(ArticleRow.source_sha256 == source_sha256)
    with store.reading() as work:
        return tuple(Known(str(number), *rest) for number, *rest in work.execute(query.order_by(ArticleRow.id.desc())))


def find(store: Store, source_sha256: str) -> str | None:
    """The id of the article that was read from these bytes, the latest if there are several."""
    return next((known.id for known in of_source(store, source_sha256)), None)


def add(store: Store, article: Article, predecessor: str | None = None) -> str:
    """Store an article; its id."""
    now = timestamp(store.clock())
    row = ArticleRow(
        text=article.text,
        sha256=article.sha256,
        source_sha256=article.source_sha256,
        name=article.name,
        title=article.title,
        byline=article.byline,
        publisher=article.publisher,
        published=article.published,
        encoding=article.encoding,
        notes=canonical(article.notes),
        predecessor=None if predecessor is None else int(predecessor),
        imported=now,
        opened=now,
        hash=article.sha256,
    )
    with store.writing() as work:
        if work.get_bind().dialect.name == "sqlite":  # which would give a removed article's number again
            used = [work.scalar(select(func.max(column))) or 0 for column in (ArticleRow.id, RemovalRow.article_id)]
            row.id = max(used) + 1
        work.add(row)
        work.flush()
        return str(row.id)


def remove(store: Store, article_id: str, by: str) -> None:
    """Take an article away with all that belongs to it; that it was there, and how far its log went, is kept. KeyError."""
    number = int(article_id)
    with store.writing() as work:
        row = work.get(ArticleRow, number)
        if row is None:
            raise KeyError(article_id)
        work.add(
            RemovalRow(
                article_id=number,
                title=row.title or row.name,
                sha256=row.sha256,
                source_sha256=row.source_sha256,
                seq=row.seq,
                hash=row.hash,
                by=by,
                at=timestamp(store.clock()),
            )
        )
        for later in work.scalars(select(ArticleRow).where(ArticleRow.predecessor == number)):
            later.predecessor = row.predecessor
        work.flush()
        for table in (EventRow, DecisionRow, ReadingRow, StageRow, DraftRow, PlaceRow):
            work.execute(delete(table).where(table.article_id == number))
        work.delete(row)


def load(store: Store, article_id: str) -> Article:
    """The article of an id. KeyError for an unknown one; NotSaved when its text is not what was imported."""
    with store.reading() as work:
        row = work.get(ArticleRow, int(article_id)) if article_id.isdecimal() else None
        if row is None:
            raise KeyError(article_id)
        article = make_article(
            row.text,
            name=row.name,
            encoding=row.encoding,
            title=row.title,
            byline=row.byline,
            publisher=row.publisher,
            published=row.published,
            notes=tuple(Note(kind, message, span and Span(*span), *rest) for kind, message, span, *rest in json.loads(row.notes)),
        )
        if article.sha256 != row.sha256:
            raise NotSaved(f"稿件“{row.title or row.name}”的文字被改动过，不能继续。请运行 annotator db check 查看，或从备份恢复。")
        return replace(article, source_sha256=row.source_sha256)


def listed(store: Store) -> tuple[Listed, ...]:
    """All articles, last opened first."""
    with store.reading() as work:
        found = [_listed(work, row) for row in work.scalars(select(ArticleRow).order_by(ArticleRow.id))]
    return tuple(sorted(found, key=lambda row: (row.opened, int(row.id)), reverse=True))


def _listed(work: Work, row: ArticleRow) -> Listed:
    cached = json.loads(row.progress) if row.progress else {}
    decided = len(work.scalars(select(DecisionRow.claim).where(DecisionRow.article_id == row.id, DecisionRow.state != "pending")).all())
    return Listed(
        str(row.id),
        cached.get("title", row.title),
        row.name,
        datetime.fromisoformat(row.imported),
        datetime.fromisoformat(row.opened),
        row.seq,
        cached.get("counts"),
        decided,
    )


def mark_opened(store: Store, article_id: str) -> None:
    """Remember when an article was opened."""
    with store.writing() as work:
        work.get_one(ArticleRow, int(article_id)).opened = timestamp(store.clock())


def keep_progress(store: Store, article_id: str, seq: int, counts: dict[str, int], title: str) -> None:
    """Keep how far an article is at a seq, and what editors call it, for the library."""
    with store.writing() as work:
        row = work.get_one(ArticleRow, int(article_id))
        if row.seq == seq:
            row.progress = canonical({"seq": seq, "counts": counts, "title": title})


def earlier_claims(store: Store, article_id: str, extractor: str) -> tuple[Claim, ...]:
    """The claims that other versions of the extractor found; of one span, the latest reading."""
    query = select(ReadingRow.claims).where(ReadingRow.article_id == int(article_id), ReadingRow.extractor != extractor)
    claims: dict[str, Claim] = {}
    with store.reading() as work:
        for text in work.scalars(query.order_by(ReadingRow.at)):
            claims.update((claim.id, claim) for claim in map(claim_from_json, json.loads(text)))
    return tuple(claims.values())


def has_reading(store: Store, article_id: str, extractor: str) -> bool:
    """Are the claims of this version of the extractor stored?"""
    with store.reading() as work:
        return work.get(ReadingRow, (int(article_id), extractor), options=[load_only(ReadingRow.sha256)]) is not None


def keep_reading(store: Store, article_id: str, extractor: str, claims: Iterable[Claim]) -> None:
    """Store the claims of one version of the extractor."""
    text = canonical([claim_to_json(claim) for claim in claims])
    digest = hashlib.sha256(text.encode("ascii")).hexdigest()
    with store.writing() as work:
        at = timestamp(store.clock())
        work.merge(ReadingRow(article_id=int(article_id), extractor=extractor, claims=text, sha256=digest, at=at))
