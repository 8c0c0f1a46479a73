"""The append-only log of an article: events, the records they become, and the chain that seals them."""

import hashlib
import json
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

from annotator.review.errors import Conflict, ReadOnly

KINDS = frozenset(
    {
        "decide",
        "undo",
        "redo",
        "read",
        "answer",
        "insert",
        "adjust",
        "reading",
        "split",
        "join",
        "note",
        "evidence",
        "masthead",
        "flow",
        "stage",
    }
)
_ADDITIVE = frozenset({"read", "note", "evidence"})  # two people may do these at once; nothing of either is lost


@dataclass(frozen=True, slots=True)
class Event:
    """One step of an editor. `id` is made by the client, so that a retry never doubles it; `seen` is the seq the screen showed."""

    id: str
    kind: str
    data: Mapping[str, Any]  # plain JSON: no floats, no dates
    seen: int

    @property
    def concerns(self) -> frozenset[str]:
        """Keys of what it changes: claim ids, a finding, a paragraph's structure. Two events that share a key can conflict."""
        if self.kind in _ADDITIVE:
            return frozenset()
        data = self.data
        keys = {key for name in ("claims", "fold", "absorbs", "concerns") for key in data.get(name, ())}
        keys.update(claim for fold in data.get("folds", ()) for claim in fold)
        keys.update(f"{made['start']}-{made['end']}" for made in data.get("made", ()))
        if self.kind in {"insert", "adjust"}:
            keys.add(f"paragraph:{data['paragraph']}")
        if self.kind in {"masthead", "stage"}:
            keys.add(self.kind)
        keys.update(f"flow:{first}" for first, _ in data.get("pairs", ()))
        keys.update(f"finding:{finding}" for finding in self.answered)
        return frozenset(keys)

    @property
    def answered(self) -> tuple[str, ...]:
        """The findings (ids) it answers: one by itself, or all that a confirmation leaves alone with its reason."""
        return (self.data["finding"],) if self.kind == "answer" else tuple(self.data.get("answers", ()))


@dataclass(frozen=True, slots=True)
class Record:
    """An event as the log holds it: `seq` counts from 1 in its article, `at` is UTC, `hash` seals it and all before it."""

    seq: int
    at: datetime
    by: str
    event: Event
    hash: str


class EventLog(Protocol):
    """Where a session writes. One article, one log, one chain."""

    @property
    def read_only(self) -> bool:
        """May this session write?"""

    def records(self, after: int = 0) -> Sequence[Record]:
        """The records with seq > `after`, in order."""

    def append(self, events: Sequence[Event], by: str) -> Sequence[Record]:
        """Write all or none, acknowledged after commit; an event whose id is there already yields its record.

        Raises Conflict when a record newer than an event's `seen` concerns the same, NotSaved, ReadOnly.
        """

    def drafts(self) -> dict[str, Any]:
        """The forms that were begun and not committed, by key."""

    def save_draft(self, key: str, data: Mapping[str, Any] | None) -> None:
        """Keep or (None) drop a draft; outside the log. Raises NotSaved, ReadOnly."""

    def place(self) -> dict[str, Any] | None:
        """Where reading stopped."""

    def save_place(self, place: Mapping[str, Any]) -> None:
        """Keep where reading stopped; outside the log. Raises NotSaved."""


def new_event(kind: str, data: Mapping[str, Any], seen: int) -> Event:
    """An event with an id of its own."""
    return Event(uuid.uuid4().hex, kind, data, seen)


def canonical(value: object) -> str:
    """The one JSON spelling of a value: ASCII, sorted keys, no spaces. ValueError for NaN, TypeError for what is no JSON."""
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"), allow_nan=False)


def timestamp(at: datetime) -> str:
    """A UTC time as text that sorts: 2026-11-25T10:03:45.123456Z."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def seal(previous: str, seq: int, at: datetime, by: str, event: Event) -> str:
    """The hash of a record: SHA-256 of the hash before it (of the article's text for the first) and its own canonical JSON."""
    body = {"seq": seq, "at": timestamp(at), "by": by, "id": event.id, "kind": event.kind, "seen": event.seen, "data": event.data}
    return hashlib.sha256((previous + canonical(body)).encode("ascii")).hexdigest()


def first_conflict(event: Event, newer: Sequence[Record]) -> Record | None:
    """The first record that is newer than what the event's author saw and concerns the same."""
    concerns = event.concerns
    return next((r for r in newer if r.seq > event.seen and concerns & r.event.concerns), None) if concerns else None


class MemoryLog:
    """A log that lives as long as its process: for looking at an article without a desk, and for tests."""

    def __init__(self, article_sha256: str, clock: Callable[[], datetime] = lambda: datetime.now(UTC), *, read_only: bool = False) -> None:
        self._first = article_sha256
        self._clock = clock
        self._records: list[Record] = []
        self._drafts: dict[str, Any] = {}
        self._place: dict[str, Any] | None = None
        self.read_only = read_only

    def records(self, after: int = 0) -> Sequence[Record]:
        return tuple(self._records[after:])

    def append(self, events: Sequence[Event], by: str) -> Sequence[Record]:
        if self.read_only:
            raise ReadOnly("现在是只读查看，决定不会保存。")
        known = {record.event.id: record for record in self._records}
        for event in events:
            if event.id not in known and (rival := first_conflict(event, self._records)):
                raise Conflict(rival)
        written = []
        for event in events:
            if (record := known.get(event.id)) is None:
                seq, at = len(self._records) + 1, self._clock()
                previous = self._records[-1].hash if self._records else self._first
                record = Record(seq, at, by, event, seal(previous, seq, at, by, event))
                self._records.append(record)
            written.append(record)
        return tuple(written)

    def drafts(self) -> dict[str, Any]:
        return dict(self._drafts)

    def save_draft(self, key: str, data: Mapping[str, Any] | None) -> None:
        if data is None:
            self._drafts.pop(key, None)
        else:
            self._drafts[key] = dict(data)

    def place(self) -> dict[str, Any] | None:
        return self._place

    def save_place(self, place: Mapping[str, Any]) -> None:
        self._place = dict(place)
