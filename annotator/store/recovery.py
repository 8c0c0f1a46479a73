"""What a crash left behind: looked at in a copy before the file itself is opened, set aside where it is not ours, never deleted."""

import shutil
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from annotator.store import backup
from annotator.store.engine import reading, sqlite_engine
from annotator.store.errors import Damaged, DeskError, trouble

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
    except OSError as error:
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
    before = _heads(sqlite_engine(alone, "immutable"))
    after = _heads(sqlite_engine(together))
    if after is None:
        return "打不开"
    if before is not None and before != after and not _continues(sqlite_engine(together), before):
        return "-wal 文件不是接着这个核查库写的"
    try:
        wrong = backup.proof(together)
    except DeskError as error:
        return str(error)
    return str(wrong[0]) if wrong else ""


def _heads(engine: Engine) -> Heads | None:
    """Where the chains of a file end; None when they cannot be read."""
    try:
        with engine.begin() as connection:
            return {number: (seq, head) for number, seq, head in connection.execute(text("SELECT id, seq, hash FROM article"))}
    except SQLAlchemyError:
        return None
    finally:
        engine.dispose()


def _continues(engine: Engine, before: Heads) -> bool:
    """Does every chain of `before` go on here, unless its article was removed?"""
    try:
        with reading(engine).begin() as connection:
            return all(_goes_on(connection, article, *head) for article, head in before.items())
    except SQLAlchemyError:
        return False
    finally:
        engine.dispose()


def _goes_on(connection: Connection, article: int, seq: int, head: str) -> bool:
    query = "SELECT hash FROM event WHERE article_id = :article AND seq = :seq" if seq else "SELECT sha256 FROM article WHERE id = :article"
    if connection.execute(text(query), {"article": article, "seq": seq}).scalar() == head:
        return True
    removed = text("SELECT count(*) FROM removal WHERE article_id = :article")
    return inspect(connection).has_table("removal") and bool(connection.execute(removed, {"article": article}).scalar())
