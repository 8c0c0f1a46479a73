"""Making a new database, whole or not at all, and telling which version one is."""

import os
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, insert, inspect, select, text

import annotator
from annotator.review.log import timestamp
from annotator.store.engine import sqlite_engine
from annotator.store.errors import DeskError, Newer, NotADesk, trouble
from annotator.store.file import private_file, private_folder, sync_file, sync_folder
from annotator.store.tables import APPLICATION_ID, SCHEMA, Base, DeskRow, seal_of

APPLICATION = "heshu"


def new_file(path: Path, now: datetime) -> None:
    """Make an empty desk at a path: built beside it and renamed, so that a crash leaves nothing that looks like one."""
    private_folder(path.parent)
    building = path.with_name(f".{path.name}.new-{os.getpid()}")
    try:
        building.unlink(missing_ok=True)
        private_file(building)
        engine = sqlite_engine(building, journal="delete")  # all of it in one file, which is then given its name
        try:
            with engine.begin() as connection:
                build(connection, now)
        finally:
            engine.dispose()
        sync_file(building)
        _place(building, path)
        sync_folder(path.parent)
    except Exception as error:
        raise DeskError(f"核查库“{path}”建不了：{trouble(error)}。请检查文件夹的权限和磁盘空间，或另选位置。") from error
    finally:
        for leftover in path.parent.glob(f"{building.name}*"):
            leftover.unlink(missing_ok=True)


def _place(building: Path, path: Path) -> None:
    """Give a finished file its name, never over another."""
    try:
        os.link(building, path)
    except FileExistsError:
        pass  # another window was faster: its file is as good
    except OSError:  # no hard links here
        if not path.exists():
            building.rename(path)


def build(connection: Connection, now: datetime) -> None:
    """All tables and the marks of version and origin, inside the caller's transaction."""
    Base.metadata.create_all(connection)
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
    connection.execute(text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": f"{SCHEMA:04d}"})
    row = {"id": 1, "application": APPLICATION, "schema": SCHEMA, "made_by": annotator.__version__, "made_at": timestamp(now)}
    connection.execute(insert(DeskRow), row | {"seal": seal_of(row)})
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID:d}")
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA:d}")


def server_tables(connection: Connection, now: datetime) -> None:
    """Make the tables on a server that has none; many may try at once."""
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": APPLICATION_ID})
    if not inspect(connection).has_table(DeskRow.__tablename__):
        build(connection, now)


def check_version(connection: Connection, where: object) -> int:
    """The schema a database stands at. NotADesk for another program's, Newer for a newer one."""
    if not inspect(connection).has_table(DeskRow.__tablename__):
        raise NotADesk(f"“{where}”不是核查库，没有改动它。请另选一个。")
    row = connection.execute(select(DeskRow.application, DeskRow.schema)).one_or_none()
    if row is None or row.application != APPLICATION:
        raise NotADesk(f"“{where}”不是核查库，没有改动它。请另选一个。")
    schema = int(row.schema)
    if schema > SCHEMA:
        raise Newer(where, schema, SCHEMA)
    return schema
