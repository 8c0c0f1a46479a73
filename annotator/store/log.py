"""The event log of one article in the database."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as Work

from annotator.model import Decision
from annotator.review.errors import Conflict, Invalid, NotSaved
from annotator.review.ledger import Ledger, touched
from annotator.review.log import Event, Record, canonical, first_conflict, seal, timestamp
from annotator.store.tables import ArticleRow, DecisionRow, DraftRow, EventRow, PlaceRow, ReviewerRow

if TYPE_CHECKING:
    from annotator.store.store import Store


def read_records(work: Work, article_id: int, after: int = 0) -> tuple[Record, ...]:
    """The records of an article with seq > `after`."""
    rows = work.execute(
        select(EventRow, ReviewerRow.name)
        .join(ReviewerRow, ReviewerRow.id == EventRow.reviewer_id)
        .where(EventRow.article_id == article_id, EventRow.seq > after)
        .order_by(EventRow.seq)
    )
    return tuple(
        Record(row.seq, datetime.fromisoformat(row.at), by, Event(row.uid, row.kind, json.loads(row.data), row.seen), row.hash)
        for row, by in rows
    )


class SqlLog:
    """An EventLog on the store. Keeps the ledger of what is written, to say in the same transaction what it amounts to."""

    def __init__(self, store: "Store", article_id: int) -> None:
        self._store = store
        self._article = article_id
        self._ledger: Ledger | None = None

    @property
    def read_only(self) -> bool:
        return self._store.read_only

    def records(self, after: int = 0) -> Sequence[Record]:
        """See EventLog. The chain is proved as it is read: NotSaved when a record does not fit the one before."""
        with self._store.reading() as work:
            found = read_records(work, self._article, after)
            previous = self._hash_at(work, after)
            head = work.execute(select(ArticleRow.seq, ArticleRow.hash).where(ArticleRow.id == self._article)).one()
        for record in found:
            previous = seal(previous, record.seq, record.at, record.by, record.event)
            if previous != record.hash:
                raise NotSaved(f"核查库里第 {record.seq} 条记录被改动过，不能继续。请运行 annotator db check 查看，或从备份恢复。")
        if tuple(head) != (found[-1].seq if found else after, previous):
            raise NotSaved(f"核查库里的记录不完整：应到第 {head.seq} 条。请运行 annotator db check 查看，或从备份恢复。")
        return found

    def _hash_at(self, work: Work, seq: int) -> str:
        if seq == 0:
            return work.scalars(select(ArticleRow.sha256).where(ArticleRow.id == self._article)).one()
        return work.scalars(select(EventRow.hash).where(EventRow.article_id == self._article, EventRow.seq == seq)).one()

    def append(self, events: Sequence[Event], by: str) -> Sequence[Record]:
        """See EventLog: one transaction, acknowledged after commit."""
        ledger = self._ledger
        self._ledger = None  # not to be trusted again unless the transaction commits
        with self._store.writing() as work:
            article = work.get_one(ArticleRow, self._article, with_for_update=True)
            if ledger is None:
                ledger = Ledger.of(read_records(work, self._article))
            else:
                ledger.extend(read_records(work, self._article, ledger.seq))
            written = self._write(work, article, ledger, events, by)
        self._ledger = ledger
        self._store.acted()
        return written

    def _write(self, work: Work, article: ArticleRow, ledger: Ledger, events: Sequence[Event], by: str) -> list[Record]:
        known = self._known(ledger, events)
        for event in events:
            if event.id not in known and (rival := first_conflict(event, ledger.records[event.seen :])):
                raise Conflict(rival)
        fresh = [event for event in events if event.id not in known]
        if fresh:
            reviewer = self._reviewer(work, by)
            steps = [ledger.record(event.data["of"]).event if event.kind in {"undo", "redo"} else event for event in fresh]
            before = {claim: ledger.decisions.get(claim) for step in steps for claim in touched(step)}
            previous = article.hash
            for event in fresh:
                at = self._store.clock()
                record = Record(ledger.seq + 1, at, by, event, seal(previous, ledger.seq + 1, at, by, event))
                ledger.extend([record])
                work.add(self._row(record, reviewer))
                previous, known[event.id] = record.hash, record
            article.seq, article.hash = ledger.seq, previous
            self._derive(work, ledger, before)
        return [known[event.id] for event in events]

    def take_in(self, records: Sequence[Record]) -> None:
        """Put another log's records into this one, which is empty, as they stand. Invalid when their chain does not hold."""
        with self._store.writing() as work:
            article = work.get_one(ArticleRow, self._article, with_for_update=True)
            if article.seq:
                raise Invalid("这篇稿件已有记录，不能再载入另一份。")
            previous = article.hash
            for record in records:
                previous = seal(previous, record.seq, record.at, record.by, record.event)
                if previous != record.hash:
                    raise Invalid(f"载入的第 {record.seq} 条记录与哈希链不符，没有载入。")
                work.add(self._row(record, self._reviewer(work, record.by)))
            try:
                ledger = Ledger.of(records)
            except (ValueError, KeyError, TypeError) as error:
                raise Invalid("载入的记录自相矛盾，没有载入。") from error
            article.seq, article.hash = ledger.seq, previous
            self._derive(work, ledger, dict.fromkeys(ledger.decisions))

    def _known(self, ledger: Ledger, events: Sequence[Event]) -> dict[str, Record]:
        """The records of events that were written before: a retry after an unknown outcome doubles nothing."""
        wanted = {event.id for event in events}
        return {record.event.id: record for record in ledger.records if record.event.id in wanted}

    def _row(self, record: Record, reviewer: int) -> EventRow:
        event = record.event
        return EventRow(
            article_id=self._article,
            seq=record.seq,
            uid=event.id,
            at=timestamp(record.at),
            reviewer_id=reviewer,
            kind=event.kind,
            seen=event.seen,
            data=canonical(event.data),
            hash=record.hash,
        )

    def _reviewer(self, work: Work, name: str) -> int:
        """The id of a reviewer, entered at the first event; where two enter the same name at once, the first one's."""
        query = select(ReviewerRow.id).where(ReviewerRow.name == name)
        if (found := work.scalars(query).one_or_none()) is not None:
            return found
        try:
            with work.begin_nested():
                row = ReviewerRow(name=name, since=timestamp(self._store.clock()))
                work.add(row)
        except IntegrityError:
            return work.scalars(query).one()
        return row.id

    def _derive(self, work: Work, ledger: Ledger, before: Mapping[str, Decision | None]) -> None:
        """Bring the current state up to date for the claims that were touched."""
        changed = [claim for claim, decision in before.items() if ledger.decisions.get(claim) != decision]
        for start in range(0, len(changed), 500):
            gone = changed[start : start + 500]
            work.execute(delete(DecisionRow).where(DecisionRow.article_id == self._article, DecisionRow.claim.in_(gone)))
        for claim in changed:
            if decision := ledger.decisions.get(claim):
                work.add(DecisionRow(article_id=self._article, claim=claim, state=decision.state.value, seq=decision.seq))

    # --- outside the log -------------------------------------------------------------------------------------------------

    def drafts(self) -> dict[str, Any]:
        with self._store.reading() as work:
            rows = work.execute(select(DraftRow.key, DraftRow.data).where(*self._mine(DraftRow)))
            return {key: json.loads(data) for key, data in rows}

    def save_draft(self, key: str, data: Mapping[str, Any] | None) -> None:
        with self._store.writing() as work:
            if data is None:
                work.execute(delete(DraftRow).where(*self._mine(DraftRow), DraftRow.key == key))
            else:
                seat, at = self._store.seat, timestamp(self._store.clock())
                work.merge(DraftRow(article_id=self._article, seat=seat, key=key, data=canonical(data), at=at))

    def place(self) -> dict[str, Any] | None:
        with self._store.reading() as work:
            data = work.scalars(select(PlaceRow.data).where(*self._mine(PlaceRow))).one_or_none()
        return None if data is None else json.loads(data)

    def save_place(self, place: Mapping[str, Any]) -> None:
        with self._store.writing() as work:
            at = timestamp(self._store.clock())
            work.merge(PlaceRow(article_id=self._article, seat=self._store.seat, data=canonical(place), at=at))

    def _mine(self, row: type[DraftRow] | type[PlaceRow]) -> tuple[Any, ...]:
        return row.article_id == self._article, row.seat == self._store.seat
