"""Bringing an older database to the schema of this version: all in one transaction, the version with it."""

from pathlib import Path

from sqlalchemy import Connection

from annotator.store.tables import SCHEMA

_FOLDER = Path(__file__).with_name("migrations")


def migrate(connection: Connection) -> None:
    """Upgrade inside the caller's transaction. Imports Alembic, which costs a second: only when it is due."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA:d}")
