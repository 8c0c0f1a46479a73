"""A disk that can be watched, cut off and made to fail: the store runs unchanged on a SQLite whose file system is ours.

The standard library's sqlite3 has no such door, so `sqlite3.connect` gives a connection of apsw, dressed as sqlite3's.
"""

import random
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import apsw
import pytest

SECTOR = 512  # bytes that a disk writes whole or not at all

# --- apsw dressed as sqlite3 -----------------------------------------------------------------------------------------


@contextmanager
def _as_sqlite3() -> Iterator[None]:
    try:
        yield
    except SystemError as error:  # apsw's own: a failure of the disk met while it closes a backup
        told = sqlite3.OperationalError(str(error.__cause__))
        told.sqlite_errorcode, told.sqlite_errorname = apsw.SQLITE_IOERR, "SQLITE_IOERR"
        raise told from error
    except apsw.Error as error:
        kind = sqlite3.IntegrityError if isinstance(error, apsw.ConstraintError) else sqlite3.OperationalError
        if isinstance(error, (apsw.CorruptError, apsw.NotADBError)):
            kind = sqlite3.DatabaseError
        told = kind(str(error))
        code = getattr(error, "extendedresult", 0) or getattr(error, "result", 1)
        name = apsw.mapping_extended_result_codes.get(code) or apsw.mapping_result_codes.get(code & 0xFF)
        told.sqlite_errorcode, told.sqlite_errorname = code, str(name)
        raise told from error


class Cursor:
    arraysize = 1

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self._rows: list[Any] = []

    def execute(self, sql: str, parameters: Any = ()) -> "Cursor":
        inner = self._connection.inner

        def traced(cursor: apsw.Cursor, _sql: str, _bindings: object) -> bool:
            self.description = tuple((name, None, None, None, None, None, None) for name, *_ in cursor.get_description()) or None
            return True

        self._connection.hear(sql)
        with _as_sqlite3():
            cursor = inner.cursor()
            cursor.exec_trace = traced
            before = inner.total_changes()
            self._rows = list(cursor.execute(sql, parameters))
            self.rowcount = inner.total_changes() - before if self.description is None else -1
            self.lastrowid = inner.last_insert_rowid()
        return self

    def executemany(self, sql: str, many: Any) -> "Cursor":
        total = 0
        for parameters in many:
            self.execute(sql, parameters)
            total += self.rowcount
        self.rowcount = total
        return self

    def fetchall(self) -> list[Any]:
        rows, self._rows = self._rows, []
        return rows

    def fetchone(self) -> Any:
        return self._rows.pop(0) if self._rows else None

    def fetchmany(self, size: int = 1) -> list[Any]:
        rows, self._rows = self._rows[:size], self._rows[size:]
        return rows

    def close(self) -> None:
        self._rows = []


class Connection(sqlite3.Connection):
    """What the store sees: sqlite3's interface, apsw below, on the file system of `disk`."""

    def __init__(self, database: str | Path, disk: str, hear: Callable[[str], None]) -> None:
        super().__init__(":memory:")
        self.hear = hear
        flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_URI | apsw.SQLITE_OPEN_CREATE
        address = str(database)
        if "mode=ro" in address:
            flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
        with _as_sqlite3():
            self.inner = apsw.Connection(address, flags=flags, vfs=disk)
            self.inner.set_busy_timeout(5000)

    def cursor(self, *_: Any) -> Any:  # type: ignore[override]
        return Cursor(self)

    def execute(self, sql: str, parameters: Any = ()) -> Any:  # type: ignore[override]
        return Cursor(self).execute(sql, parameters)

    def commit(self) -> None:
        if self.inner.in_transaction:
            self.execute("COMMIT")

    def rollback(self) -> None:
        if self.inner.in_transaction:
            self.execute("ROLLBACK")

    def backup(self, target: "Connection", **_: Any) -> None:  # type: ignore[override]
        with _as_sqlite3(), target.inner.backup("main", self.inner, "main") as work:
            while not work.done:
                work.step(-1)

    def close(self) -> None:
        with _as_sqlite3():
            self.inner.close()
        super().close()


# --- the disk --------------------------------------------------------------------------------------------------------


class Step(NamedTuple):
    """What reached the disk. `kind`: write, truncate, sync, delete, or ack (not of the disk: something was acknowledged)."""

    kind: str
    path: str
    offset: int = 0
    data: bytes = b""


# ruff: noqa: N802 - SQLite names these methods
class File(apsw.VFSFile):
    def __init__(self, disk: "Disk", name: Any, flags: list[int]) -> None:
        self._disk = disk
        self._path = str(name.filename() if isinstance(name, apsw.URIFilename) else name)
        super().__init__("unix", name, flags)

    def xRead(self, amount: int, offset: int) -> bytes:
        self._disk.touched("read", self._path)
        return super().xRead(amount, offset)

    def xWrite(self, data: Any, offset: int) -> None:
        self._disk.touched("write", self._path, offset, bytes(data))
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:
        self._disk.touched("truncate", self._path, size)
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:
        self._disk.touched("sync", self._path)
        super().xSync(flags)


class Disk(apsw.VFS):
    """A file system on top of the real one; `watch` is told of every step before it is taken and may raise instead."""

    def __init__(self, watch: Callable[[Step], None]) -> None:
        self.name = f"watched-{id(self)}"
        self.watch = watch
        super().__init__(self.name, "unix")

    def touched(self, kind: str, path: str, offset: int = 0, data: bytes = b"") -> None:
        self.watch(Step(kind, path, offset, data))

    def xOpen(self, name: Any, flags: list[int]) -> File:
        path = str(name.filename() if isinstance(name, apsw.URIFilename) else name)
        self.touched("open", path)
        return File(self, name, flags)

    def xDelete(self, name: str, sync: bool) -> None:
        self.touched("delete", name)
        super().xDelete(name, sync)


@contextmanager
def on_disk(watch: Callable[[Step], None], monkeypatch: pytest.MonkeyPatch, hear: Callable[[str], None] = lambda _: None) -> Iterator[Disk]:
    """While it lasts, every SQLite connection of the store works on a watched disk; `hear` is told every statement."""
    disk = Disk(watch)
    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", lambda database, **_: Connection(database, disk.name, hear))
        yield disk
    disk.unregister()


# --- power -----------------------------------------------------------------------------------------------------------


class Cut(NamedTuple):
    """The files as a power cut leaves them, and the last number that had been acknowledged."""

    files: dict[str, bytes]
    acknowledged: int


def cut(base: dict[str, bytes], steps: list[Step], after: int, seed: int) -> Cut:
    """The state of the disk when the power goes after so many steps.

    What was not synced is lost, kept or torn, sector by sector, and in any order. Files come and go at once.
    """
    chance = random.Random(f"{seed}/{after}")
    durable = {path: bytearray(content) for path, content in base.items()}
    waiting: defaultdict[str, list[Step]] = defaultdict(list)
    acknowledged = 0
    for step in steps[:after]:
        match step.kind:
            case "ack":
                acknowledged = step.offset
            case "write" | "truncate":
                waiting[step.path].append(step)
            case "sync":
                for waited in waiting.pop(step.path, []):
                    _take(durable, waited)
            case "delete":
                waiting.pop(step.path, None)
                durable.pop(step.path, None)
    for waited in waiting.values():
        for step in chance.sample(waited, k=len(waited)):
            if chance.random() < 0.5:
                _take(durable, step, torn=chance)
    return Cut({path: bytes(content) for path, content in durable.items()}, acknowledged)


def _take(durable: dict[str, bytearray], step: Step, torn: random.Random | None = None) -> None:
    content = durable.setdefault(step.path, bytearray())
    if step.kind == "truncate":
        del content[step.offset :]
        return
    end = step.offset + len(step.data)
    content.extend(bytes(max(0, end - len(content))))
    for start in range(0, len(step.data), SECTOR):
        if torn is None or torn.random() < 0.7:
            part = step.data[start : start + SECTOR]
            content[step.offset + start : step.offset + start + len(part)] = part
