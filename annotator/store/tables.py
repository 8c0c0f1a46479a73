"""The tables. Events are only ever added; everything else about a review can be derived from them."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, MetaData, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

SCHEMA = 1  # the revision of migrations/versions these tables stand at
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


class DeskRow(Base):
    """The one row that says what this database is; on PostgreSQL it stands for application_id and user_version."""

    __tablename__ = "desk"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    application: Mapped[str] = mapped_column(String(16))
    schema: Mapped[int]
    made_by: Mapped[str] = mapped_column(String(40))  # version of the program
    made_at: Mapped[str] = mapped_column(String(27))  # UTC, as every time here: 2026-11-25T10:03:45.123456Z


class ReviewerRow(Base):
    __tablename__ = "reviewer"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200), unique=True)
    since: Mapped[str] = mapped_column(String(27))


class ArticleRow(Base):
    """An article as imported. `seq` and `hash` are the head of its chain; `sha256` (of the text) is where the chain begins."""

    __tablename__ = "article"

    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(Text)
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


class ReadingRow(Base):
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


class StageRow(Base):
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


class AttachmentRow(Base):
    """A saved copy of a source, in the folder beside the database; evidence events name it by file name and hash."""

    __tablename__ = "attachment"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    size: Mapped[int]
    at: Mapped[str] = mapped_column(String(27))


class DraftRow(Base):
    """A form that was begun and not committed. Outside the log. `seat`: whose desk, where many share a database."""

    __tablename__ = "draft"

    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), primary_key=True)
    seat: Mapped[str] = mapped_column(String(200), primary_key=True)
    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    data: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(String(27))


class PlaceRow(Base):
    """Where reading stopped. Outside the log."""

    __tablename__ = "place"

    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), primary_key=True)
    seat: Mapped[str] = mapped_column(String(200), primary_key=True)
    data: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(String(27))


class SettingRow(Base):
    __tablename__ = "setting"

    seat: Mapped[str] = mapped_column(String(200), primary_key=True)
    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    value: Mapped[str] = mapped_column(Text)  # JSON


Index("ix_event_reviewer", EventRow.reviewer_id)
