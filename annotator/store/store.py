"""A desk's database: opened safely, read and written in transactions that either happened or did not."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.orm import Session as Work

from annotator.review.errors import NotSaved, ReadOnly
from annotator.store import create
from annotator.store.engine import Mode, reading, server_engine, sqlite_engine
from annotator.store.errors import DeskError, Locked, not_saved, trouble
from annotator.store.file import Guard, header
from annotator.store.lock import Holder, WriteLock, account

Clock = Callable[[], datetime]


def _now() -> datetime:
    return datetime.now(UTC)


class Store:
    """An open database. One connection to a file, used by one thread at a time; `read_only` says whether it may write."""

    def __init__(self, engine: Engine, where: str, clock: Clock, *, path: Path | None, lock: WriteLock | None, read_only: bool) -> None:
        self.clock = clock
        self.where = where  # path, or address without the password
        self.path = path
        self.read_only = read_only
        self.changed = False  # written to since the last backup
        self.seat = "" if path else account()  # whose drafts, place and settings, where many share a database
        self._engine = engine
        self._reading = reading(engine)
        self._lock = lock
        self._guard = Guard(path) if path and not read_only else None
        self._thread = threading.RLock()

    # --- transactions ----------------------------------------------------------------------------------------------------

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
                with Work(self._engine) as work, work.begin():
                    yield work
                    work.flush()
                    if self._guard:
                        self._guard.check()
                if self._guard:
                    self._guard.learn()
            except (SQLAlchemyError, OSError) as error:
                raise not_saved(error, self.where) from error
            self.changed = True

    @property
    def engine(self) -> Engine:
        return self._engine

    @property
    def holder(self) -> Holder | None:
        """Who writes to the file: this window, or the other one."""
        return self._lock.holder() if self._lock else None

    def close(self) -> None:
        """Close the connection and free the file."""
        with self._thread:
            self._engine.dispose()
            if self._lock:
                self._lock.release()


def default_database() -> str | Path:
    """ANNOTATOR_DATABASE, else desk.sqlite in the platform's data folder."""
    if named := os.environ.get("ANNOTATOR_DATABASE"):
        return named
    from platformdirs import user_data_path

    return user_data_path("heshu", appauthor=False) / "desk.sqlite"


def open_store(database: str | Path, *, read_only: bool = False, lock: bool = True, clock: Clock = _now) -> Store:
    """Open a file (made when missing, unless read-only) or a PostgreSQL address. DeskError and its kinds.

    `lock=False` writes without being the one writing window, for many repositories on one file.
    """
    if isinstance(database, str) and "://" in database:
        return _open_server(database, clock, read_only=read_only)
    path = Path(database).expanduser().absolute()
    return _open_file(path, clock, read_only=read_only, lock=lock)


def _open_file(path: Path, clock: Clock, *, read_only: bool, lock: bool) -> Store:
    if not read_only and not path.exists() and not path.is_symlink():
        create.new_file(path, clock())
    header(path)
    window = WriteLock(path)
    if not read_only and lock:
        try:
            free = window.acquire()
        except OSError as error:
            raise DeskError(f"核查库“{path}”或所在文件夹没有写入权限（{error.strerror}）。可以只读查看，或另选位置。") from error
        if not free:
            raise Locked(path, window.holder())
    try:
        engine = _connected(path, read_only=read_only)
    except BaseException:
        window.release()
        raise
    return Store(engine, str(path), clock, path=path, lock=window, read_only=read_only)


def _connected(path: Path, *, read_only: bool) -> Engine:
    """An engine that has proved it can read the file."""
    modes: tuple[Mode, ...] = ("ro", "immutable") if read_only else ("rw",)
    for mode in modes:
        engine = sqlite_engine(path, mode)
        try:
            with reading(engine).begin() as connection:
                create.check_version(connection, path)
        except DBAPIError as error:
            engine.dispose()
            if mode == modes[-1]:
                raise DeskError(f"核查库“{path}”打不开：{trouble(error)}。请检查权限与磁盘，或从备份恢复。") from error
        except BaseException:
            engine.dispose()
            raise
        else:
            return engine
    raise AssertionError(modes)


def _open_server(address: str, clock: Clock, *, read_only: bool) -> Store:
    url = make_url(address)
    if url.get_backend_name() not in {"postgresql", "postgres"}:
        raise DeskError("只支持 SQLite 文件和 postgresql:// 地址。请检查 --database。")
    shown = url.set(password=None).render_as_string()
    engine = server_engine(url.set(drivername="postgresql+psycopg"))
    try:
        with engine.begin() as connection:
            create.server_tables(connection, clock())
            create.check_version(connection, shown)
    except DBAPIError as error:
        engine.dispose()
        raise DeskError(f"连不上数据库“{shown}”：{trouble(error)}。请检查地址、网络和口令。") from error
    except ImportError as error:
        raise DeskError("要用 PostgreSQL，请安装 heshu-annotator[postgresql]。") from error
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, shown, clock, path=None, lock=None, read_only=read_only)
