"""What a parser gives back, and its form on the way out of the child process: plain JSON, checked by the reader."""

import json
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from annotator.model import Note, Span
from annotator.text.articles import MAX_SIGNS
from annotator.text.imported import Anchor, Change

_MAX_LIST = 1_000_000
_MAX_WORDS = 4_000  # code points of a note or a name


@dataclass(frozen=True)
class Parsed:
    """A document as text, with what was changed and dropped, and the places of the text in the source."""

    text: str
    notes: tuple[Note, ...] = ()
    anchors: tuple[Anchor, ...] = field(default=(), repr=False)
    changes: tuple[Change, ...] = ()
    title: str = ""
    byline: str = ""
    publisher: str = ""
    published: date | None = None
    encoding: str = "utf-8"


def to_json(parsed: Parsed) -> bytes:
    """The record as ASCII JSON, surrogates and all."""
    fields = {
        "text": parsed.text,
        "notes": parsed.notes,
        "anchors": parsed.anchors,
        "changes": [(one.kind, one.span, one.text, one.author, one.at.isoformat() if one.at else "") for one in parsed.changes],
        "title": parsed.title,
        "byline": parsed.byline,
        "publisher": parsed.publisher,
        "published": parsed.published.isoformat() if parsed.published else "",
        "encoding": parsed.encoding,
    }
    return json.dumps(fields, ensure_ascii=True, separators=(",", ":")).encode()


def from_json(fields: dict[str, Any]) -> Parsed:
    """The record of what a child process answered. ValueError for anything that is not exactly that: the answer is foreign."""
    text = _words(fields["text"], MAX_SIGNS)
    return Parsed(
        text=text,
        notes=tuple(
            Note(_words(kind), _words(message), _span(span, text), _words(english))
            for kind, message, span, english in _list(fields["notes"])
        ),
        anchors=tuple(_anchors(fields["anchors"], text)),
        changes=tuple(
            Change(
                _one_of(kind, "inserted", "deleted"), _span(span, text) or Span(0, 0), _words(words, MAX_SIGNS), _words(author), _moment(at)
            )
            for kind, span, words, author, at in _list(fields["changes"])
        ),
        title=_words(fields["title"]),
        byline=_words(fields["byline"]),
        publisher=_words(fields["publisher"]),
        published=date.fromisoformat(fields["published"]) if fields["published"] else None,
        encoding=_words(fields["encoding"]),
    )


def _list(value: object) -> list[Any]:
    if not isinstance(value, list) or len(value) > _MAX_LIST:
        raise ValueError("no list")
    return value


def _words(value: object, limit: int = _MAX_WORDS) -> str:
    if not isinstance(value, str) or len(value) > limit:
        raise ValueError("no words")
    return value


def _one_of(value: object, *allowed: str) -> str:
    if value not in allowed:
        raise ValueError("unknown word")
    return str(value)


def _whole(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError("no count")
    return value


def _span(value: object, text: str) -> Span | None:
    if value is None:
        return None
    start, end = map(_whole, _list(value))
    if not start <= end <= len(text):
        raise ValueError("span beyond the text")
    return Span(start, end)


def _anchors(value: object, text: str) -> list[Anchor]:
    made = []
    last = 0
    for start, end, part, node, offset in _list(value):
        span = _span([start, end], text)
        if span is None or span.start < last:
            raise ValueError("anchors out of order")
        last = span.end
        made.append(Anchor(span.start, span.end, _words(part), _whole(node), _whole(offset)))
    return made


def _moment(value: object) -> datetime | None:
    words = _words(value)
    return datetime.fromisoformat(words) if words else None
