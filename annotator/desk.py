"""The desk: a database, the pipeline and the review wired once, for the command line and the window."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from annotator.model import Article
from annotator.review import Session
from annotator.store import articles, settings
from annotator.store.errors import Damaged, DeskError, Locked, Moved, Newer, NotADesk, PasswordWanted
from annotator.store.lock import Holder
from annotator.store.log import SqlLog
from annotator.store.opening import default_database, open_store
from annotator.store.store import Store

__all__ = [
    "ArticleRow",
    "Damaged",
    "Desk",
    "DeskError",
    "Locked",
    "Moved",
    "Newer",
    "NotADesk",
    "PasswordWanted",
    "default_database",
    "open_desk",
]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in the library. Times are UTC; counts are of folds and paragraphs, 0 where the article was not opened yet."""

    id: str
    title: str
    name: str
    imported: datetime
    last_opened: datetime
    folds: int
    decided: int
    paragraphs: int
    paragraphs_read: int


class Desk:
    """An open desk. Close it, or use it as a context."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sessions: dict[str, Session] = {}

    # --- what it is ------------------------------------------------------------------------------------------------------

    @property
    def database(self) -> str:
        """The path, or the address without its password."""
        return self._store.where

    @property
    def read_only(self) -> bool:
        return self._store.read_only

    @property
    def holder(self) -> Holder | None:
        """Who writes to the file, when it is one."""
        return self._store.holder

    @property
    def settings(self) -> Mapping[str, Any]:
        """What was set, by key."""
        return settings.load(self._store)

    def set(self, key: str, value: Any) -> None:  # noqa: ANN401 - any JSON
        """Keep a setting (plain JSON). NotSaved, ReadOnly."""
        settings.save(self._store, key, value)

    @property
    def reviewer(self) -> str:
        """The name that goes into every decision; "" before it was asked for."""
        name = self.settings.get("reviewer", "")
        return name if isinstance(name, str) else ""

    @reviewer.setter
    def reviewer(self, name: str) -> None:
        self.set("reviewer", name.strip())
        for session in self._sessions.values():
            session.reviewer = name.strip()

    # --- articles --------------------------------------------------------------------------------------------------------

    def import_file(self, path: str | Path) -> Session:
        """The review of a file; one that was imported before (same bytes) goes on where it was. ReadError, NotSaved, ReadOnly."""
        from annotator.text import read

        return self.import_article(read(path))

    def import_text(self, text: str, name: str = "") -> Session:
        """The review of a pasted text."""
        from annotator.text import article

        return self.import_article(article(text, name=name))

    def import_article(self, article: Article, predecessor: str | None = None) -> Session:
        """The review of an article, new or found again by the hash of its source. `predecessor`: id of its earlier draft."""
        found = articles.find(self._store, article.source_sha256)
        return self.session(found or articles.add(self._store, article, predecessor))

    def find(self, path: str | Path) -> str | None:
        """The id of the article that was imported from this file's bytes. OSError when it cannot be read."""
        return articles.find(self._store, hashlib.sha256(Path(path).read_bytes()).hexdigest())

    def session(self, article_id: str) -> Session:
        """The review of an article, the same object while the desk is open. KeyError for an unknown id."""
        if (session := self._sessions.get(article_id)) is None:
            session = self._sessions[article_id] = self._opened(article_id)
        if not self.read_only:
            articles.mark_opened(self._store, article_id)
        return session

    def _opened(self, article_id: str) -> Session:
        from annotator.claims import EXTRACTOR
        from annotator.pipeline import analyse

        article = articles.load(self._store, article_id)
        analysis = analyse(article)
        if not self.read_only and not articles.has_reading(self._store, article_id, EXTRACTOR):
            articles.keep_reading(self._store, article_id, EXTRACTOR, analysis.claims)
        earlier = articles.earlier_claims(self._store, article_id, EXTRACTOR)
        log = SqlLog(self._store, int(article_id))
        return Session(analysis, log, self.reviewer, article_id=article_id, earlier=earlier)

    def articles(self) -> tuple[ArticleRow, ...]:
        """The library, last opened first."""
        self._keep_progress()
        rows = []
        for row in articles.listed(self._store):
            counts = row.progress or {}
            folds, decided = counts.get("folds", 0), counts.get("decided", 0)
            read = counts.get("paragraphs", 0), counts.get("paragraphs_read", 0)
            rows.append(ArticleRow(row.id, row.title, row.name, row.imported, row.opened, folds, decided, *read))
        return tuple(rows)

    def _keep_progress(self) -> None:
        """Keep how far the open reviews are, so that the library shows it without reading every article."""
        if self.read_only:
            return
        for article_id, session in self._sessions.items():
            progress = session.progress
            counts = {name: getattr(progress, name) for name in ("folds", "decided", "paragraphs", "paragraphs_read")}
            articles.keep_progress(self._store, article_id, session.head[0], counts)

    # --- the file --------------------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Close the database. Everything decided is on the disk already."""
        self._keep_progress()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def open_desk(
    database: str | Path | None = None, *, read_only: bool = False, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> Desk:
    """Open a desk: a file (made when missing) or a postgresql:// address; None is ANNOTATOR_DATABASE, else the data folder.

    Raises DeskError: Locked (another window writes; open it read-only), Newer, NotADesk, Damaged (with its backups).
    """
    return Desk(open_store(database or default_database(), read_only=read_only, clock=clock))
