"""The tables. Events are only ever added; everything else about a review can be derived from them."""

import hashlib
from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, Connection, ForeignKey, Index, MetaData, String, Text, UniqueConstraint, event, update
from sqlalchemy.orm import DeclarativeBase, Mapped, Mapper, mapped_column
from sqlalchemy.orm.attributes import set_committed_value

from annotator.review.log import canonical

SCHEMA = 2  # the revision of migrations/versions these tables stand at
APPLICATION_ID = 0x48655368  # "HeSh"


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Sealed:
    """A row that can change: `seal` is SHA-256 of its other columns, so that a change by another hand or a bad disk is noticed.

    The article's text is left out: its own hash is in.
    """

    seal: Mapped[str] = mapped_column(String(64), default="", server_default="")


def seal_of(row: dict[str, Any]) -> str:
    """The seal of a row, given by column name."""
    content = {name: str(value) if isinstance(value, date) else value for name, value in row.items() if name not in {"seal", "text"}}
    return hashlib.sha256(canonical(content).encode("ascii")).hexdigest()


def _seal(row: Sealed, mapper: Mapper[Any]) -> str:
    return seal_of({str(column.key): getattr(row, str(column.key)) for column in mapper.columns if column.key not in {"seal", "text"}})


@event.listens_for(Sealed, "before_insert", propagate=True)
@event.listens_for(Sealed, "before_update", propagate=True)
def _before(mapper: Mapper[Any], _connection: Connection, row: Sealed) -> None:
    row.seal = _seal(row, mapper)


@event.listens_for(Sealed, "after_insert", propagate=True)
def _after(mapper: Mapper[Any], connection: Connection, row: Sealed) -> None:
    """A row whose number the database gave is sealed again with it."""
    if (sealed := _seal(row, mapper)) != row.seal:
        keys = [column == getattr(row, str(column.key)) for column in mapper.primary_key]
        connection.execute(update(mapper.class_).where(*keys).values(seal=sealed))
        set_committed_value(row, "seal", sealed)


class DeskRow(Sealed, Base):
    """The one row that says what this database is; on PostgreSQL it stands for application_id and user_version."""

    __tablename__ = "desk"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    application: Mapped[str] = mapped_column(String(16))
    schema: Mapped[int]
    made_by: Mapped[str] = mapped_column(String(40))  # version of the program
    made_at: Mapped[str] = mapped_column(String(27))  # UTC, as every time here: 2026-11-25T10:03:45.123456Z


class ReviewerRow(Sealed, Base):
    __tablename__ = "reviewer"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200), unique=True)
    since: Mapped[str] = mapped_column(String(27))


class ArticleRow(Sealed, Base):
    """An article as imported. `seq` and `hash` are the head of its chain; `sha256` (of the text) is where the chain begins."""

    __tablename__ = "article"

    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(Text, deferred=True)
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    source_sha256: Mapped[str] = mapped_column(String(64), index=True)
    name: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    byline: Mapped[str] = mapped_column(Text)
    publisher: Mapped[str] = mapped_column(Text)
    published: Mapped[date | None]
    encoding: Mapped[str] = mapped_column(String(40))
    notes: Mapped[str] = mapped_column(Text)  # JSON
    predecessor: Mapped[int | None] = mapped_column(ForeignKey("article.id"))  # the earlier draft of the same article
    imported: Mapped[str] = mapped_column(String(27))
    opened: Mapped[str] = mapped_column(String(27))
    seq: Mapped[int] = mapped_column(default=0)
    hash: Mapped[str] = mapped_column(String(64))
    progress: Mapped[str] = mapped_column(Text, default="")  # JSON, a cache that is good for one seq


class ReadingRow(Sealed, Base):
    """The claims that one version of the extractor found: decisions keep their claim when the lexicon has grown."""

    __tablename__ = "reading"

    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), primary_key=True)
    extractor: Mapped[str] = mapped_column(String(80), primary_key=True)
    claims: Mapped[str] = mapped_column(Text)  # JSON
    sha256: Mapped[str] = mapped_column(String(64))  # of `claims`
    at: Mapped[str] = mapped_column(String(27))


class EventRow(Base):
    """One step. `hash` = SHA-256 of the hash before it and of the canonical JSON of all other columns but article_id."""

    __tablename__ = "event"
    __table_args__ = (UniqueConstraint("uid"), CheckConstraint("seq > 0", name="seq"))

    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(String(40))  # made by the client
    at: Mapped[str] = mapped_column(String(27))
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("reviewer.id"))
    kind: Mapped[str] = mapped_column(String(16))
    seen: Mapped[int]
    data: Mapped[str] = mapped_column(Text)  # canonical JSON
    hash: Mapped[str] = mapped_column(String(64))


class DecisionRow(Base):
    """The current state, place by place: what the events amount to. Written in the same transaction as the event."""

    __tablename__ = "decision"

    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), primary_key=True)
    claim: Mapped[str] = mapped_column(String(24), primary_key=True)  # its span, in code points: "120-126"
    state: Mapped[str] = mapped_column(String(16), index=True)
    seq: Mapped[int]


class StageRow(Sealed, Base):
    """A reading of an article (初审, 复审, 终审) and its signature: the head of the chain it was signed at."""

    __tablename__ = "stage"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), index=True)
    name: Mapped[str] = mapped_column(String(16))
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("reviewer.id"))
    begun: Mapped[str] = mapped_column(String(27))
    signed: Mapped[str | None] = mapped_column(String(27))
    seq: Mapped[int]
    hash: Mapped[str] = mapped_column(String(64))


class AttachmentRow(Sealed, Base):
    """A saved copy of a source, in the folder beside the database; evidence events name it by file name and hash."""

    __tablename__ = "attachment"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    size: Mapped[int]
    at: Mapped[str] = mapped_column(String(27))


class DraftRow(Sealed, Base):
    """A form that was begun and not committed. Outside the log. `seat`: whose desk, where many share a database."""

    __tablename__ = "draft"

    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), primary_key=True)
    seat: Mapped[str] = mapped_column(String(200), primary_key=True)
    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    data: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(String(27))


class PlaceRow(Sealed, Base):
    """Where reading stopped. Outside the log."""

    __tablename__ = "place"

    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), primary_key=True)
    seat: Mapped[str] = mapped_column(String(200), primary_key=True)
    data: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(String(27))


class SettingRow(Sealed, Base):
    __tablename__ = "setting"

    seat: Mapped[str] = mapped_column(String(200), primary_key=True)
    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    value: Mapped[str] = mapped_column(Text)  # JSON


class RemovalRow(Sealed, Base):
    """An article that was removed with all that belonged to it: that it was there, how far its log went, who took it away."""

    __tablename__ = "removal"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int]
    title: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64))
    source_sha256: Mapped[str] = mapped_column(String(64))
    seq: Mapped[int]
    hash: Mapped[str] = mapped_column(String(64))
    by: Mapped[str] = mapped_column(String(200))
    at: Mapped[str] = mapped_column(String(27))


Index("ix_event_reviewer", EventRow.reviewer_id)
