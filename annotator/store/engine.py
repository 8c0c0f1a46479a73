"""Engines: SQLite with every decision on the disk before it counts, and PostgreSQL with the same models."""

import sqlite3
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

Mode = Literal["rw", "ro", "immutable"]
BUSY_SECONDS = 5.0


def sqlite_uri(path: Path, mode: Mode) -> str:
    """The address of a file for sqlite3; never creates one. "immutable" reads where not even -shm can be written."""
    options = {"rw": "mode=rw", "ro": "mode=ro", "immutable": "mode=ro&immutable=1"}[mode]
    location = quote(path.absolute().as_posix(), safe="/:")
    return f"file:{'' if location.startswith('/') else '/'}{location}?{options}"


def sqlite_engine(path: Path, mode: Mode = "rw", journal: Literal["wal", "delete"] = "wal") -> Engine:
    """One connection to a file, kept open. Transactions begin by our own hook, so that schema changes are in them too."""

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(sqlite_uri(path, mode), uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_SECONDS)

    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=StaticPool, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def configure(connection: sqlite3.Connection, _record: object) -> None:
        for pragma in _pragmas(mode, journal):
            connection.execute(f"PRAGMA {pragma}").fetchall()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = mode == "rw" and connection.get_execution_options().get("writes", True)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _pragmas(mode: Mode, journal: str) -> list[str]:
    """A file may come from a stranger: no schema of its is trusted. FULL: a commit is on the disk when it returns."""
    common = ["trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "foreign_keys=ON"]
    return [*common, f"journal_mode={journal}", "synchronous=FULL", "secure_delete=ON"] if mode == "rw" else [*common, "query_only=ON"]


def server_engine(url: URL) -> Engine:
    """PostgreSQL through psycopg 3. A connection that was cut is noticed before it is used."""
    options: dict[str, Any] = {"connect_timeout": 5, "application_name": "heshu"}
    return create_engine(url, pool_pre_ping=True, pool_size=2, hide_parameters=True, connect_args=options)


def reading(engine: Engine) -> Engine:
    """The same engine for transactions that only read: they wait for nobody, and all they read is of one moment."""
    options = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {"writes": False}
    return engine.execution_options(**options)
