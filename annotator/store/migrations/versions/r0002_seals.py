"""Seals on every row that can change, and a record of removed articles."""

import hashlib
import json
from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_SEALED = ("desk", "reviewer", "article", "reading", "stage", "attachment", "draft", "place", "setting")


def upgrade() -> None:
    """Add and fill the seals, as the rows stand."""
    for name in _SEALED:
        op.add_column(name, sa.Column("seal", sa.String(64), nullable=False, server_default=""))
    op.create_table(
        "removal",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("article_id", sa.Integer, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("source_sha256", sa.String(64), nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("seal", sa.String(64), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("id", name="pk_removal"),
    )
    connection = op.get_bind()
    connection.execute(sa.text("UPDATE desk SET schema = 2"))
    metadata = sa.MetaData()
    for name in _SEALED:
        table = sa.Table(name, metadata, autoload_with=connection)
        keys = list(table.primary_key.columns)
        for row in connection.execute(sa.select(table)).mappings().all():
            where = [key == row[key.name] for key in keys]
            connection.execute(table.update().where(*where).values(seal=_seal(dict(row))))


def _seal(row: dict[str, Any]) -> str:
    """As tables.seal_of had it at this revision: a later change there must not change what was sealed here."""
    content = {name: str(value) if isinstance(value, date) else value for name, value in row.items() if name not in {"seal", "text"}}
    return hashlib.sha256(json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode("ascii")).hexdigest()
