"""Proof that a database holds what was written to it: pages, seals, texts, chains, and the state against the events."""

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, inspect, select, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session as Work

from annotator.review.ledger import Ledger
from annotator.review.log import canonical, seal, timestamp
from annotator.store import create
from annotator.store.errors import is_damage, trouble
from annotator.store.log import read_records
from annotator.store.tables import (
    APPLICATION_ID,
    SCHEMA,
    ArticleRow,
    AttachmentRow,
    Base,
    DecisionRow,
    EventRow,
    ReadingRow,
    Sealed,
    seal_of,
)


class Problem(NamedTuple):
    """Something that is not as it was written: `where` names table and row."""

    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}：{self.message}"


def problems(work: Work, attachments: Path | None = None) -> Iterator[Problem]:
    """Everything wrong, most basic first; a row that cannot be read is the last. SQLAlchemyError when the disk or server fails."""
    try:
        if work.connection().dialect.name == "sqlite":
            yield from _pages(work.connection())
        yield from _seals(work)
        for article_id in work.scalars(select(ArticleRow.id).order_by(ArticleRow.id)).all():
            yield from _article(work, article_id)
        yield from _attachments(work, attachments)
    except Exception as error:  # whatever a damaged row makes of a value, it is the row that is wrong
        if isinstance(error, SQLAlchemyError) and not is_damage(error):
            raise
        yield Problem("database", f"读不下去（{trouble(error)}）")


def _pages(connection: Connection) -> Iterator[Problem]:
    for row in connection.execute(text("PRAGMA integrity_check(20)")).scalars():
        if row != "ok":
            yield Problem("pages", str(row))
    for table, rowid, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield Problem(f"{table} {rowid}", f"指向不存在的 {parent}")
    marks = [connection.execute(text(f"PRAGMA {name}")).scalar_one() for name in ("application_id", "user_version")]
    stamp = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
    if marks != [APPLICATION_ID, SCHEMA] or create.check_version(connection, "") != SCHEMA or stamp != [f"{SCHEMA:04d}"]:
        yield Problem("desk", "格式标记不一致")


def _seals(work: Work) -> Iterator[Problem]:
    sealed = [mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Sealed)]
    for table in sorted((inspect(row).local_table for row in sealed), key=str):
        columns = [column for column in table.columns if column.key != "text"]
        keys = [str(column.key) for column in table.primary_key]
        for row in work.execute(select(*columns)).mappings():
            if seal_of(dict(row)) != row["seal"]:
                yield Problem(f"{table} {'/'.join(str(row[key]) for key in keys)}", "内容与封记不符")


def _article(work: Work, article_id: int) -> Iterator[Problem]:
    where = f"article {article_id}"
    content, sha256, seq, head = work.execute(
        select(ArticleRow.text, ArticleRow.sha256, ArticleRow.seq, ArticleRow.hash).where(ArticleRow.id == article_id)
    ).one()
    if hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest() != sha256:
        yield Problem(where, "文字与导入时的哈希不符")
    yield from _readings(work, article_id, content)
    previous, number = sha256, 0
    for record in read_records(work, article_id):
        number += 1
        if record.seq != number:
            yield Problem(f"event {article_id}/{number}", "缺少这条记录")
            return
        previous = seal(previous, record.seq, record.at, record.by, record.event)
        if record.hash != previous:
            yield Problem(f"event {article_id}/{record.seq}", "记录与哈希链不符")
            return
        for made in record.event.data.get("made", ()):
            if content[made["start"] : made["end"]] != made["text"]:
                yield Problem(f"event {article_id}/{record.seq}", f"位置 {made['start']}–{made['end']} 的文字不符")
    if (seq, head) != (number, previous):
        yield Problem(where, f"记录应到第 {seq} 条，实有 {number} 条")
        return
    yield from _spellings(work, article_id)
    yield from _state(work, article_id, len(content))


def _spellings(work: Work, article_id: int) -> Iterator[Problem]:
    """JSON and times are spelt in the one way that is sealed: otherwise a change of its spelling would escape the chain."""
    for seq, data, at in work.execute(select(EventRow.seq, EventRow.data, EventRow.at).where(EventRow.article_id == article_id)):
        if canonical(json.loads(data)) != data or timestamp(datetime.fromisoformat(at)) != at:
            yield Problem(f"event {article_id}/{seq}", "记录的写法被改动")


def _readings(work: Work, article_id: int, content: str) -> Iterator[Problem]:
    for row in work.scalars(select(ReadingRow).where(ReadingRow.article_id == article_id)):
        where = f"reading {article_id}/{row.extractor}"
        if hashlib.sha256(row.claims.encode("utf-8", "surrogatepass")).hexdigest() != row.sha256:
            yield Problem(where, "数据清单与哈希不符")
        elif wrong := next((c for c in json.loads(row.claims) if content[c["start"] : c["end"]] != c["text"]), None):
            yield Problem(where, f"位置 {wrong['start']}–{wrong['end']} 的文字不符")


def _state(work: Work, article_id: int, length: int) -> Iterator[Problem]:
    """The current state, replayed from the events, against the one that is stored."""
    ledger = Ledger.of(read_records(work, article_id))
    replayed = {claim: (decision.state.value, decision.seq) for claim, decision in ledger.decisions.items()}
    query = select(DecisionRow.claim, DecisionRow.state, DecisionRow.seq).where(DecisionRow.article_id == article_id)
    stored = {claim: (state, seq) for claim, state, seq in work.execute(query)}
    for claim in sorted(replayed.keys() | stored.keys()):
        if replayed.get(claim) != stored.get(claim):
            yield Problem(f"decision {article_id}/{claim}", "当前状态与记录重放的结果不符")
        elif not 0 <= int(claim.partition("-")[0]) < int(claim.partition("-")[2]) <= length:
            yield Problem(f"decision {article_id}/{claim}", "位置超出正文")


def _attachments(work: Work, folder: Path | None) -> Iterator[Problem]:
    for row in work.scalars(select(AttachmentRow)):
        where = f"attachment {row.name}"
        file = folder / row.name if folder else None
        if file is None or not file.is_file():
            yield Problem(where, "附件文件不见了")
        elif hashlib.sha256(file.read_bytes()).hexdigest() != row.sha256:
            yield Problem(where, "附件与哈希不符")
