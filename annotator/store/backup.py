"""Backups of a file: made by SQLite's own copy, proved by reading them again, thinned with age, restored to a copy first."""

import os
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session as Work

from annotator.store import file
from annotator.store.check import Problem, problems
from annotator.store.engine import reading, sqlite_engine
from annotator.store.errors import DeskError, is_damage, trouble
from annotator.store.migrate import migrate
from annotator.store.tables import SCHEMA

RECENT, DAYS, WEEKS = 12, 10, 10
_STAMP = "%Y%m%dT%H%M%S%fZ"


def folder_of(database: Path) -> Path:
    """Where the backups of a database lie."""
    return file.beside(database, ".backups")


def backups(database: Path) -> tuple[Path, ...]:
    """The backups there are, newest first."""
    folder = folder_of(database)
    return tuple(sorted((path for path in folder.glob("*.sqlite") if made_at(path)), key=lambda path: path.name, reverse=True))


def made_at(path: Path) -> datetime | None:
    """When a backup was made, by its name; None for a file that is none."""
    try:
        return datetime.strptime(path.stem.rpartition("-")[2], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def back_up(engine: Engine, database: Path, now: datetime) -> Path:
    """Copy an open database into its backups, prove the copy, thin the old ones. DeskError; then nothing was left behind."""
    folder = folder_of(database)
    file.private_folder(folder)
    target = folder / f"{database.stem}-{now.strftime(_STAMP)}.sqlite"
    copy(engine, target)
    for old in superfluous({path: made for path in backups(database) if (made := made_at(path))}):
        old.unlink(missing_ok=True)
    return target


def copy(engine: Engine, target: Path) -> None:
    """Write all that a connection sees to a new file, proved and on the disk before it has its name. FileExistsError, DeskError."""
    if target.exists():
        raise FileExistsError(target)
    building = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        building.unlink(missing_ok=True)
        file.private_file(building)
        with closing(sqlite3.connect(building, isolation_level=None)) as there, engine.connect() as here:
            source = here.connection.driver_connection
            if not isinstance(source, sqlite3.Connection):
                raise DeskError("服务器上的数据库请用 pg_dump 备份。")
            source.backup(there)
            there.execute("PRAGMA journal_mode=DELETE").fetchall()  # one file, whole in itself
        if wrong := proof(building):
            raise DeskError(f"备份没有通过检查（{wrong[0]}），没有留下。请运行 annotator db check。")
        file.sync_file(building)
        building.rename(target)
        file.sync_folder(target.parent)
    except (sqlite3.Error, OSError) as error:
        raise DeskError(f"备份写不了“{target}”：{trouble(error)}。原有的备份没有动。") from error
    finally:
        for leftover in target.parent.glob(f"{building.name}*"):
            leftover.unlink(missing_ok=True)


def proof(path: Path) -> tuple[Problem, ...]:
    """What is wrong with a file that nobody has open; () is good. The file is only read. Attachments are not looked at.

    A file of an older schema is proved by upgrading a copy of it.
    """
    if file.header(path).schema == SCHEMA:
        return _proof(sqlite_engine(path, "immutable"))
    with TemporaryDirectory(dir=path.parent, prefix=".proof-") as folder:
        upgraded = Path(folder, path.name)
        shutil.copyfile(path, upgraded)
        engine = sqlite_engine(upgraded, journal="delete")
        try:
            with engine.begin() as connection:
                migrate(connection)
        except SQLAlchemyError as error:
            engine.dispose()
            if is_damage(error):
                return (Problem("database", f"不能升级（{trouble(error)}）"),)
            raise DeskError(f"检查没有做完：{trouble(error)}。请检查磁盘后再试。") from error
        return _proof(engine)


def _proof(engine: Engine) -> tuple[Problem, ...]:
    try:
        with Work(reading(engine)) as work:
            return tuple(problem for problem in problems(work) if not problem.where.startswith("attachment"))
    except SQLAlchemyError as error:
        raise DeskError(f"检查没有做完：{trouble(error)}。请检查磁盘后再试。") from error
    finally:
        engine.dispose()


def superfluous(made: dict[Path, datetime]) -> tuple[Path, ...]:
    """Which backups may go: kept are the newest 12, the last of each of 10 days and of each of 10 weeks."""
    newest = sorted(made, key=lambda path: made[path], reverse=True)
    kept = set(newest[:RECENT])
    kept |= _last_of_each(newest, [made[path].date().isoformat() for path in newest], DAYS)
    kept |= _last_of_each(newest, ["{}-{}".format(*made[path].isocalendar()[:2]) for path in newest], WEEKS)
    return tuple(path for path in newest if path not in kept)


def _last_of_each(newest: list[Path], periods: Iterable[str], count: int) -> set[Path]:
    last: dict[str, Path] = {}
    for path, period in zip(newest, periods, strict=True):
        last.setdefault(period, path)
    return set(list(last.values())[:count])


# --- restoring -------------------------------------------------------------------------------------------------------


def _journal(database: Path) -> Path:
    return database.with_name(f".{database.name}.restoring")


def is_restoring(database: Path) -> bool:
    """Was a restore begun and not finished?"""
    return _journal(database).exists()


def restore(backup: Path, database: Path, now: datetime) -> Path | None:
    """Put a backup in a database's place; the caller holds its lock. Where the replaced one is kept now; None if there was none.

    Works on a proved copy first. From the moment the journal is written a crash is finished by `finish`, before it nothing changed.
    """
    if wrong := proof(backup):
        raise DeskError(f"备份“{backup.name}”没有通过检查（{wrong[0]}）。请换一个备份。")
    building = database.with_name(f".{database.name}.restored")
    stamp = now.strftime(_STAMP)
    kept = database.with_name(f"{database.stem}.replaced-{stamp}{database.suffix}")
    try:
        building.unlink(missing_ok=True)
        file.private_file(building)
        shutil.copyfile(backup, building)
        file.sync_file(building)
        if wrong := proof(building):
            raise DeskError(f"备份复制后没有通过检查（{wrong[0]}）。请检查磁盘。")
        existed = database.exists()
        for ending in ("", "-wal"):
            source = database.with_name(database.name + ending)
            if source.exists():
                shutil.copy2(source, kept.with_name(kept.name + ending))
                file.sync_file(kept.with_name(kept.name + ending))
        file.sync_folder(database.parent)
        journal = _journal(database)
        file.private_file(journal)
        file.sync_folder(database.parent)
    except OSError as error:
        raise DeskError(f"恢复没有完成：{trouble(error)}。原来的核查库没有动。") from error
    finish(database)
    return kept if existed else None


def finish(database: Path) -> None:
    """Carry a restore that was begun to its end; nothing happens when none was."""
    journal, building = _journal(database), database.with_name(f".{database.name}.restored")
    if not journal.exists():
        return
    if building.exists():
        for ending in ("-wal", "-shm"):
            database.with_name(database.name + ending).unlink(missing_ok=True)
        building.replace(database)
        file.sync_folder(database.parent)
    journal.unlink()
    file.sync_folder(database.parent)
