"""Does a report (its JSON) say what the database and the text say? Each difference one sentence, the first row that differs named."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session as Work

from annotator.model import Article, Note, Span, State
from annotator.review.ledger import Ledger
from annotator.review.log import Event, Record, canonical, seal
from annotator.store.log import read_records
from annotator.store.store import Store
from annotator.store.tables import ArticleRow
from annotator.text import article as make_article


def differences(report: Mapping[str, Any], store: Store) -> Iterator[str]:
    """Everything in a report that is not so; nothing for a true one. Later records in the database are no difference."""
    try:
        yield from _within(report)
        with store.reading() as work:
            yield from _against(report, work)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        yield f"不是核数的报告，或缺少内容（{type(error).__name__}: {error}）"


def records_of(report: Mapping[str, Any]) -> tuple[Record, ...]:
    """The log in a report. KeyError, TypeError, ValueError for what is no report."""
    return tuple(
        Record(
            row["seq"],
            datetime.fromisoformat(row["at"]),
            row["by"],
            Event(row["id"], row["kind"], row["data"], row["seen"]),
            row["hash"],
        )
        for row in report["log"]["records"]
    )


def article_of(report: Mapping[str, Any]) -> Article:
    """The article in a report, as it was imported. KeyError, TypeError, ValueError for what is no report."""
    given = report["article"]
    article = make_article(
        given["text"],
        name=given["name"],
        encoding=given["encoding"],
        title=given["title"],
        byline=given["byline"],
        publisher=given["publisher"],
        published=None if given["published"] is None else date.fromisoformat(given["published"]),
        notes=tuple(
            Note(note["kind"], note["message"], note["span"] and Span(*note["span"]), note.get("english", "")) for note in given["notes"]
        ),
    )
    return replace(article, source_sha256=given["source_sha256"])


def _within(report: Mapping[str, Any]) -> Iterator[str]:
    """Its own seals."""
    body = {key: value for key, value in report.items() if key != "seal"}
    if hashlib.sha256(canonical(body).encode("ascii")).hexdigest() != report["seal"]["sha256"]:
        yield "报告内容与它的封记不符：生成之后被改动过"
    article = report["article"]
    if hashlib.sha256(article["text"].encode("utf-8", "surrogatepass")).hexdigest() != article["sha256"]:
        yield "报告里的原文与它的哈希不符"
    previous, records = article["sha256"], records_of(report)
    for number, record in enumerate(records, start=1):
        previous = seal(previous, record.seq, record.at, record.by, record.event)
        if record.seq != number or record.hash != previous:
            yield f"报告里第 {number} 条记录与哈希链不符"
            return
    if [report["log"]["seq"], report["log"]["hash"]] != [len(records), previous]:
        yield "报告里的链首与记录不符"
    yield from _states(report["claims"], Ledger.of(records))


def _states(claims: Sequence[Mapping[str, Any]], ledger: Ledger) -> Iterator[str]:
    """Every claim stands as its records say."""
    for claim in claims:
        decision = ledger.decisions.get(claim["id"])
        state = decision.state if decision else State.PENDING
        if claim["state"] != state:
            yield f"第 {claim['number']} 项“{claim['text']}”的状态与记录不符"


def _against(report: Mapping[str, Any], work: Work) -> Iterator[str]:
    """The database's side."""
    article = report["article"]
    rows = work.scalars(select(ArticleRow).where(ArticleRow.sha256 == article["sha256"]).order_by(ArticleRow.id.desc())).all()
    if not rows:
        yield "核查库里没有这篇稿件"
        return
    found = [list(_compared(report, row, work)) for row in rows]
    yield from min(found, key=len)


def _compared(report: Mapping[str, Any], row: ArticleRow, work: Work) -> Iterator[str]:
    if row.text != report["article"]["text"]:
        yield "核查库里的原文与报告不同"
    ours, theirs = read_records(work, row.id), records_of(report)
    for number, record in enumerate(theirs):
        if number >= len(ours):
            yield f"核查库里没有报告的第 {number + 1} 条记录"
            return
        if ours[number] != record:
            yield f"第 {number + 1} 条记录在核查库里不同"
            return
