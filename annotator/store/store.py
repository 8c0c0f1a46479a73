"""A desk's open database: read and written in transactions that either happened or did not."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session as Work

from annotator.review.errors import NotSaved, ReadOnly
from annotator.store.engine import reading
from annotator.store.errors import not_saved, trouble
from annotator.store.file import Guard
from annotator.store.lock import Holder, WriteLock, account

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    return datetime.now(UTC)


class Store:
    """An open database. One connection to a file, used by one thread at a time; `notices` are sentences from its opening."""

    def __init__(self, engine: Engine, where: str, clock: Clock, *, path: Path | None, lock: WriteLock | None, read_only: bool) -> None:
        self.clock = clock
        self.where = where  # path, or address without the password
        self.path = path
        self.read_only = read_only
        self.notices: tuple[str, ...] = ()
        self.acted: Callable[[], None] = lambda: None  # called after events were written
        self.seat = "" if path else account()  # whose drafts, place and settings, where many share a database
        self.lock = lock
        self._thread = threading.RLock()
        self._use(engine)

    def _use(self, engine: Engine) -> None:
        self.engine = engine
        self._reading = reading(engine)
        self._guard = Guard(self.path) if self.path and not self.read_only else None

    @contextmanager
    def reading(self) -> Iterator[Work]:
        """A transaction that only reads. NotSaved (a sentence) when the database cannot be read."""
        with self._thread:
            try:
                with Work(self._reading) as work, work.begin():
                    yield work
            except (SQLAlchemyError, UnicodeError) as error:
                raise NotSaved(f"核查库读不出来：{trouble(error)}（{self.where}）。请运行 annotator db check。") from error

    @contextmanager
    def writing(self) -> Iterator[Work]:
        """A transaction that writes: it is on the disk when the block is left, or it never was. ReadOnly, NotSaved, Moved, Full."""
        if self.read_only:
            raise ReadOnly(f"现在是只读查看（{self.where}），决定不会保存。")
        with self._thread:
            try:
                with Work(self.engine) as work, work.begin():
                    yield work
                    work.flush()
                    if self._guard:
                        self._guard.check()
                if self._guard:
                    self._guard.learn()
            except (SQLAlchemyError, OSError) as error:
                raise not_saved(error, self.where, self._room_wanted()) from error

    def _room_wanted(self) -> int:
        """Bytes that let the next writes through: the write-ahead log's own size, to be taken in, and a million more."""
        wal = self.path.with_name(self.path.name + "-wal") if self.path else None
        return 1_000_000 + (wal.stat().st_size if wal and wal.exists() else 0)

    @property
    def holder(self) -> Holder | None:
        """Who writes to the file: this window, or the other one."""
        return self.lock.holder() if self.lock else None

    def become_writer(self, engine: Engine) -> None:
        """Go on with an engine that writes; the caller has the lock."""
        with self._thread:
            self.engine.dispose()
            self.read_only = False
            self._use(engine)

    def close(self) -> None:
        """Close the connection and free the file."""
        with self._thread:
            self.engine.dispose()
            if self.lock:
                self.lock.release()
