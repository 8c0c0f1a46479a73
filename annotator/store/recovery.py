"""What a crash left behind: looked at in a copy before the file itself is opened, set aside where it is not ours, never deleted."""

import json
import shutil
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from annotator.review.log import Event, seal
from annotator.store import backup
from annotator.store.engine import sqlite_engine
from annotator.store.errors import Damaged, DeskError, is_damage, trouble

_UNREADABLE = (SQLAlchemyError, UnicodeError, ValueError, TypeError, AttributeError)
Heads = dict[int, tuple[int, str]]  # article -> number and hash of its last record


def vet(path: Path, now: datetime) -> str:
    """Look at a write-ahead log that was left beside a file; the caller holds the lock. A sentence when it was set aside, else "".

    Damaged when the file is not good with it nor without it; then nothing was touched.
    """
    wal = path.with_name(path.name + "-wal")
    if not wal.exists() or wal.stat().st_size == 0:
        return ""
    try:
        with TemporaryDirectory(dir=path.parent, prefix=".recovery-") as folder:
            alone = Path(folder, "alone.sqlite")
            shutil.copyfile(path, alone)
            wrong = _wrong_together(path, wal, Path(folder), alone)
            if not wrong:
                return ""
            if backup.proof(alone):
                raise Damaged(path, (wrong,), backup.backups(path))
    except (OSError, SQLAlchemyError) as error:
        raise DeskError(f"核查库“{path}”上次没有正常关闭，检查时出错：{trouble(error)}。没有改动它，请空出磁盘再试。") from error
    aside = wal.with_name(f"{wal.name}.aside-{now.strftime('%Y%m%dT%H%M%SZ')}")
    wal.rename(aside)
    path.with_name(path.name + "-shm").unlink(missing_ok=True)
    return f"核查库旁边的 -wal 文件不属于它，已移到“{aside.name}”；核查库本身完好。"


def _wrong_together(path: Path, wal: Path, folder: Path, alone: Path) -> str:
    """Why a file and a log do not belong together, or are not whole; "" when they are.

    SQLite takes any log whose checksums hold, another file's too, and the mixture may look whole: it has to go on where the file was.
    """
    together = folder / "together.sqlite"
    shutil.copyfile(path, together)
    shutil.copyfile(wal, together.with_name(together.name + "-wal"))
    before = _proved_heads(alone)
    if not _recover(together):
        return "打不开"
    if not _continues(together, before):
        return "-wal 文件不是接着这个核查库写的"
    wrong = backup.proof(together)
    return str(wrong[0]) if wrong else ""


def _recover(path: Path) -> bool:
    """Let SQLite take a log in, for good, or fail now; False when the two make no database."""
    engine = sqlite_engine(path)
    try:
        with engine.connect() as connection:
            connection.connection.cursor().execute("PRAGMA journal_mode=DELETE")
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").all()
    except SQLAlchemyError as error:
        if is_damage(error):
            return False
        raise
    finally:
        engine.dispose()
    return True


def _proved_heads(path: Path) -> Heads:
    """How far each chain of a file holds. A power cut while the log is taken in leaves torn pages: what is sealed is still true."""
    engine = sqlite_engine(path, "immutable")
    heads: Heads = {}
    try:
        with engine.connect() as connection:
            for article, sha256 in connection.execute(text("SELECT id, sha256 FROM article")).all():
                heads[article] = 0, sha256
                _follow(connection, article, heads)
    except _UNREADABLE as error:
        if isinstance(error, SQLAlchemyError) and not is_damage(error):
            raise
    finally:
        engine.dispose()
    return {article: head for article, head in heads.items() if head[0]}


def _follow(connection: Connection, article: int, heads: Heads) -> None:
    query = """SELECT seq, at, name, uid, kind, seen, data, event.hash FROM event JOIN reviewer ON reviewer.id = reviewer_id
               WHERE article_id = :article ORDER BY seq"""
    for seq, at, by, uid, kind, seen, data, stored in connection.execute(text(query), {"article": article}):
        number, previous = heads[article]
        proved = seal(previous, seq, datetime.fromisoformat(at), by, Event(uid, kind, json.loads(data), seen))
        if seq != number + 1 or proved != stored:
            return
        heads[article] = seq, stored


def _continues(path: Path, before: Heads) -> bool:
    """Does every chain of `before` go on here, unless its article was removed?"""
    engine = sqlite_engine(path, "immutable")
    try:
        with engine.connect() as connection:
            return all(_goes_on(connection, article, *head) for article, head in before.items())
    except SQLAlchemyError as error:
        if is_damage(error):
            return False
        raise
    finally:
        engine.dispose()


def _goes_on(connection: Connection, article: int, seq: int, head: str) -> bool:
    query = text("SELECT hash FROM event WHERE article_id = :article AND seq = :seq")
    if connection.execute(query, {"article": article, "seq": seq}).scalar() == head:
        return True
    removed = text("SELECT count(*) FROM removal WHERE article_id = :article")
    return inspect(connection).has_table("removal") and bool(connection.execute(removed, {"article": article}).scalar())
