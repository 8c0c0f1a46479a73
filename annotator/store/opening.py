"""Opening a database: is it ours, is it whole, is somebody writing, is it of this version; then, and not before, use it."""

import os
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from annotator.oserror import cause
from annotator.store import backup, create, recovery
from annotator.store.engine import reading, sqlite_engine
from annotator.store.errors import Damaged, DeskError, Locked, is_damage, trouble
from annotator.store.file import header
from annotator.store.lock import WriteLock
from annotator.store.migrate import migrate
from annotator.store.network import on_share
from annotator.store.server import open_server
from annotator.store.store import Clock, Store, utc_now
from annotator.store.tables import SCHEMA


def default_database() -> str | Path:
    """ANNOTATOR_DATABASE, else desk.sqlite in the platform's data folder."""
    if named := os.environ.get("ANNOTATOR_DATABASE"):
        return named
    from platformdirs import user_data_path

    return user_data_path("heshu", appauthor=False) / "desk.sqlite"


def open_store(
    database: str | Path,
    *,
    read_only: bool = False,
    lock: bool = True,
    clock: Clock = utc_now,
    secret: str | None = None,
    keep: bool = False,
) -> Store:
    """Open a file (made when missing, unless read-only) or a PostgreSQL address. DeskError and its kinds.

    `lock=False` writes without being the one writing window, for many repositories on one file. `secret` and `keep`: a
    server's password as it was typed, and whether the keyring is to hold it.
    """
    if isinstance(database, str) and "://" in database:
        return open_server(database, clock, read_only=read_only, secret=secret, keep=keep)
    path = Path(database).expanduser().absolute()
    window = WriteLock(path)
    if read_only:
        return Store(_looking(path), str(path), clock, path=path, lock=window, read_only=True)
    if not backup.is_restoring(path):
        if not path.exists() and not path.is_symlink():
            create.new_file(path, clock())
        header(path)
    if lock and not _acquired(window):
        raise Locked(path, window.holder())
    try:
        engine, notices = _working(path, clock, alone=lock)
    except BaseException:
        window.release()
        raise
    store = Store(engine, str(path), clock, path=path, lock=window, read_only=False)
    store.notices = notices
    return store


def take_over(store: Store) -> bool:
    """Write where one has only looked: True once the other window is gone. DeskError when the file is then not fit for it."""
    if not store.read_only or store.path is None or store.lock is None or not _acquired(store.lock):
        return False
    try:
        engine, notices = _working(store.path, store.clock, alone=True)
    except BaseException:
        store.lock.release()
        raise
    store.become_writer(engine)
    store.notices += notices
    return True


def _acquired(window: WriteLock) -> bool:
    try:
        return window.acquire()
    except OSError as error:
        folder = window.path.parent
        raise DeskError(f"核查库所在的文件夹“{folder}”写不进去：{cause(error)}。请检查权限，或另选核查库的位置。") from error


def _working(path: Path, clock: Clock, *, alone: bool) -> tuple[Engine, tuple[str, ...]]:
    """An engine that may write, on a file that is whole and of this version; with sentences for the user."""
    notices = []
    if alone:
        backup.finish(path)
        header(path)
        notices.append(recovery.vet(path, clock()))
    share = on_share(path)
    if share:
        notices.append("核查库在网络盘上：已改用较慢但稳妥的写法。建议移到本机磁盘。")
    engine = sqlite_engine(path, "rw", "delete" if share else "wal")
    try:
        if _version(engine, path) < SCHEMA:
            _upgrade(engine, path, clock)
    except BaseException:
        engine.dispose()
        raise
    return engine, tuple(filter(None, notices))


def _version(engine: Engine, path: Path) -> int:
    """The schema of a file whose pages are whole."""
    try:
        with reading(engine).begin() as connection:
            wrong = connection.exec_driver_sql("PRAGMA quick_check(5)").scalars().all()
            if wrong != ["ok"]:
                raise Damaged(path, tuple(map(str, wrong)), backup.backups(path))
            return create.check_version(connection, path)
    except DBAPIError as error:
        if is_damage(error):
            raise Damaged(path, (trouble(error),), backup.backups(path)) from error
        raise DeskError(f"核查库“{path}”打不开：{trouble(error)}。请检查权限与磁盘后再试。") from error


def _upgrade(engine: Engine, path: Path, clock: Clock) -> None:
    """Bring an older file to this version, with a backup of how it was."""
    backup.back_up(engine, path, clock())
    try:
        with engine.begin() as connection:
            migrate(connection)
    except DBAPIError as error:
        raise DeskError(f"核查库“{path}”升级没有完成：{trouble(error)}。它还是原来的样子，请排除后再打开。") from error


def _looking(path: Path) -> Engine:
    """An engine that only reads, beside whoever writes."""
    found = header(path)
    if found.schema < SCHEMA:
        raise DeskError(f"核查库“{path}”由旧版本建立，要先升级才能看。请正常打开一次，或运行 annotator db upgrade。")
    engine = sqlite_engine(path, "ro")
    try:
        _version(engine, path)
    except Damaged:
        engine.dispose()
        raise
    except DeskError:
        engine.dispose()
        wal = path.with_name(path.name + "-wal")
        if wal.exists() and wal.stat().st_size:
            raise  # the last decisions are in there, and cannot be read without writing beside it
        engine = sqlite_engine(path, "immutable")
        _version(engine, path)
    return engine


def restore(saved: Path, database: Path, clock: Clock = utc_now) -> Path | None:
    """Put a backup in a database's place while nobody writes to it. Where the replaced file is kept; DeskError, Locked."""
    window = WriteLock(database)
    if not _acquired(window):
        raise Locked(database, window.holder())
    try:
        backup.finish(database)
        return backup.restore(saved, database, clock())
    finally:
        window.release()
