"""The desk: a database, the pipeline and the review wired once, for the command line and the window."""

import hashlib
import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from annotator.model import Article
from annotator.review import Invalid, NotSaved, Refused, Session
from annotator.store import articles, attachments, backup, opening, settings, verify
from annotator.store.check import problems
from annotator.store.errors import Damaged, DeskError, Locked, Moved, Newer, NotADesk, PasswordWanted
from annotator.store.keeper import Keeper
from annotator.store.lock import Holder
from annotator.store.log import SqlLog
from annotator.store.opening import default_database, open_store
from annotator.store.store import Store

if TYPE_CHECKING:
    from annotator.text import Imported

__all__ = [
    "Added",
    "ArticleRow",
    "Damaged",
    "Desk",
    "DeskError",
    "Locked",
    "Moved",
    "Newer",
    "NotADesk",
    "PasswordWanted",
    "backed_up_at",
    "backups_of",
    "default_database",
    "open_desk",
    "restore",
]

_log = logging.getLogger(__name__)


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


class Added(NamedTuple):
    """An article that was taken in; `known` when it was there before."""

    article_id: str
    known: bool


class Desk:
    """An open desk. Close it, or use it as a context."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sessions: dict[str, Session] = {}
        self.defers = False  # do reviews that are opened from now on leave it to their window to ask the machine again?
        self._keeper = _keeper(store)

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

    @property
    def checks_off(self) -> frozenset[str]:
        """The ids of the checks that are switched off."""
        from annotator.checks import checks

        kept = self.settings.get("checks-off", ())
        return frozenset(check.id for check in checks() if isinstance(kept, list) and check.id in kept)

    @checks_off.setter
    def checks_off(self, ids: Collection[str]) -> None:
        """Switch these checks off and all others on, for open reviews at once. ValueError (a sentence), NotSaved, ReadOnly."""
        from annotator.checks import switched_off

        off = switched_off(ids)
        self.set("checks-off", sorted(off))
        for session in self._sessions.values():
            session.switch_off(off)

    # --- articles --------------------------------------------------------------------------------------------------------

    def import_file(self, path: str | Path) -> Session:
        """The review of a file; one that was imported before (same bytes) goes on where it was. ReadError, NotSaved, ReadOnly."""
        from annotator.text import load

        return self.session(self.add(load(path)).article_id)

    def import_text(self, text: str, name: str = "") -> Session:
        """The review of a pasted text."""
        from annotator.text import article

        return self.import_article(article(text, name=name))

    def import_article(self, article: Article, predecessor: str | None = None) -> Session:
        """The review of an article, new or found again by its source and text. `predecessor`: id of its earlier draft."""
        known = articles.of_source(self._store, article.source_sha256)
        return self.session(_same(known, article) or articles.add(self._store, article, predecessor or _latest(known)))

    def add(self, made: "Imported", *, chosen: bool = False) -> Added:
        """Take an article in, without opening its review yet. NotSaved, ReadOnly.

        The same source with the same text is known. With another text it is known too where an editor had chosen another
        encoding for it, unless one is `chosen` now. Other readings of a source stand beside each other.
        """
        known = articles.of_source(self._store, made.article.source_sha256)
        found = _same(known, made.article)
        if found is None and known and not chosen and known[0].encoding != made.article.encoding:
            found = known[0].id
        added = Added(found or articles.add(self._store, made.article, _latest(known)), known=found is not None)
        self._keep_source(made)
        return added

    def knows(self, article: Article) -> bool:
        """Was an article read from the same source before?"""
        return bool(articles.of_source(self._store, article.source_sha256))

    def reread(self, article_id: str, made: "Imported") -> Session:
        """The review of an article read anew in a way an editor chose. The former reading goes if nothing was decided in it."""
        former = self.session(article_id)
        added = self.add(made, chosen=True)
        if added.article_id != article_id and not former.records:
            self.remove(article_id)
        return self.session(added.article_id)

    def _keep_source(self, made: "Imported") -> None:
        """Keep what a manuscript with tracked changes is made of, and what can be read in another encoding."""
        if made.format in {"docx", "text", "html"} and not self.read_only:
            with suppress(Invalid, NotSaved):  # a plain manuscript, and the file chosen again, will do
                attachments.keep(self._store, made.source, Path(made.article.name).suffix or f".{made.format}")

    def source(self, article: Article) -> bytes | None:
        """The bytes an article was read from, unharmed; None where they are not kept."""
        return attachments.kept(self._store, article.source_sha256)

    def _original(self, article: Article) -> bytes | None:
        """The Word file of an article, unharmed, or None."""
        content = self.source(article)
        return content if content is not None and content.startswith(b"PK") else None

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
        from annotator.claims import extractor
        from annotator.pipeline import analyse

        reader, article = extractor(), articles.load(self._store, article_id)
        analysis = analyse(article, off=self.checks_off)
        if not self.read_only and not articles.has_reading(self._store, article_id, reader):
            articles.keep_reading(self._store, article_id, reader, analysis.claims)
        earlier = articles.earlier_claims(self._store, article_id, reader)
        log, original = SqlLog(self._store, int(article_id)), partial(self._original, article)
        session = Session(analysis, log, self.reviewer, article_id=article_id, earlier=earlier, original=original)
        session.defers = self.defers
        return session

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
            articles.keep_progress(self._store, article_id, session.head[0], counts, session.article.title)

    def remove(self, article_id: str) -> None:
        """Take an article away with all that belongs to it; only that it was there is kept. KeyError, NotSaved, ReadOnly."""
        articles.remove(self._store, article_id, self.reviewer)
        self._sessions.pop(article_id, None)

    def attach(self, path: str | Path) -> tuple[str, str]:
        """Copy a source beside the database, for an Evidence: (attachment, sha256). Invalid, NotSaved, ReadOnly."""
        return attachments.attach(self._store, Path(path))

    def attachment(self, name: str) -> Path | None:
        """Where a saved copy lies; None when it is gone or the database is on a server."""
        folder = attachments.folder(self._store)
        known = folder is not None and name == Path(name).name and (folder / name).is_file()
        return folder / name if folder and known else None

    # --- the file --------------------------------------------------------------------------------------------------------

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences for the user from opening, from backups, and about the desk's own lexicon."""
        from annotator.lexicon import own_faults

        trouble = self._keeper.trouble if self._keeper else ""
        return (*self._store.notices, *((trouble,) if trouble else ()), *own_faults())

    def take_over(self) -> bool:
        """Become the window that writes, once the other one is gone; reviews that are open go on. DeskError."""
        if not opening.take_over(self._store):
            return False
        self._keeper = _keeper(self._store)
        for session in self._sessions.values():
            session.refresh()
        return True

    def backup(self) -> Path:
        """Make and prove a backup now; where it is. DeskError."""
        if self._keeper is None:
            raise DeskError("只读打开，或在服务器上，不能由这里备份。服务器请用 pg_dump。")
        return self._keeper.back_up()

    @property
    def backups(self) -> tuple[Path, ...]:
        """The backups there are, newest first."""
        return backup.backups(self._store.path) if self._store.path else ()

    def save_as(self, path: str | Path) -> "Desk":
        """Write all there is to a new file, with decisions that could not be written, and open that. For a disk in trouble. DeskError.

        Attachments go along as far as they can be read; `check` names one that is missing.
        """
        target = Path(path).expanduser().absolute()
        try:
            backup.copy(self._store.engine, target)
        except FileExistsError:
            raise DeskError(f"“{target}”已经有了。请另选文件名。") from None
        attachments.carry(self._store, target)
        desk = open_desk(target, clock=self._store.clock)
        for article_id, session in self._sessions.items():
            if session.unsaved:
                SqlLog(desk._store, int(article_id)).append([session.unsaved], session.reviewer)  # noqa: SLF001 - a desk of our own
        return desk

    def restore_copy(self, saved: str | Path, path: str | Path) -> None:
        """Restore a backup to a new file, with this desk's attachments beside it: to look before the desk itself is replaced. DeskError."""
        target = Path(path).expanduser().absolute()
        if target.exists():
            raise DeskError(f"“{target}”已经有了。请另选文件名。")
        restore(saved, target)
        attachments.carry(self._store, target)

    def check(self) -> tuple[str, ...]:
        """Everything that is not as it was written; () is proof that pages, seals, texts, chains and states hold."""
        with self._store.reading() as work:
            return tuple(map(str, problems(work, attachments.folder(self._store))))

    def verify(self, report: Mapping[str, Any]) -> tuple[str, ...]:
        """In what a report (its JSON) differs from this database and from its own seals; () for a true one."""
        return tuple(verify.differences(report, self._store))

    def import_report(self, report: Mapping[str, Any]) -> Session:
        """Take up the work of a report (its JSON) in this database, record for record. Invalid when it is not whole.

        A desk without articles takes over which checks were switched off, so that the report it gives is the same.
        """
        from annotator.checks import checks

        if wrong := next((said for said in verify.differences(report, self._store) if "核查库" not in said), None):
            raise Invalid(f"报告不能载入：{wrong}。")
        if not articles.listed(self._store) and (off := {check.id for check in checks()} & set(report["off"])):
            self.checks_off = off
        article_id = articles.add(self._store, verify.article_of(report))
        SqlLog(self._store, int(article_id)).take_in(verify.records_of(report))
        return self.session(article_id)

    def close(self) -> None:
        """Close the database, with a last backup. Everything decided is on the disk already: this never fails."""
        try:
            self._keep_progress()
            if self._keeper:
                self._keeper.close()
        except Refused:
            _log.warning("closing without the last touches")
        finally:
            self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def _same(known: Sequence[articles.Known], article: Article) -> str | None:
    return next((one.id for one in known if one.sha256 == article.sha256), None)


def _latest(known: Sequence[articles.Known]) -> str | None:
    return known[0].id if known else None


def _keeper(store: Store) -> Keeper | None:
    return Keeper(store, store.path) if store.path and not store.read_only else None


def open_desk(
    database: str | Path | None = None,
    *,
    read_only: bool = False,
    secret: str | None = None,
    keep: bool = False,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Desk:
    """Open a desk: a file (made when missing) or a postgresql:// address; None is ANNOTATOR_DATABASE, else the data folder.

    Raises DeskError: Locked (another window writes; open it read-only), Newer, NotADesk, Damaged (with its backups),
    PasswordWanted (try again with what was typed as `secret`; `keep` lets the keyring hold it).
    """
    return Desk(open_store(database or default_database(), read_only=read_only, clock=clock, secret=secret, keep=keep))


def restore(saved: str | Path, database: str | Path | None = None) -> Path | None:
    """Put a backup in the place of a database that no window has open: on a proved copy first. Where the replaced file is kept now.

    Raises DeskError (Locked when a window has it open); then the database is as it was.
    """
    target = database or default_database()
    if isinstance(target, str) and "://" in target:
        raise DeskError("服务器上的核查库请用 pg_restore 恢复。")
    return opening.restore(Path(saved), Path(target).expanduser().absolute())


def backups_of(database: str | Path | None = None) -> tuple[Path, ...]:
    """The backups of a database file, newest first, whether or not it can be opened."""
    target = database or default_database()
    return () if isinstance(target, str) and "://" in target else backup.backups(Path(target).expanduser().absolute())


def backed_up_at(saved: Path) -> datetime | None:
    """When a backup was made, by its name; None for a file that is none."""
    return backup.made_at(saved)
