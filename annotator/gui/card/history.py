"""What happened to a claim, as lines. No Qt but for the language."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from annotator.gui.card.reading import claim_words
from annotator.gui.i18n import tr
from annotator.gui.reasons import in_words
from annotator.gui.words import state_word
from annotator.model import Claim, State
from annotator.review import Record, Session
from annotator.review.plain import claim_from_json


class Line(NamedTuple):
    """When, who and what."""

    when: str
    who: str
    what: str
    undone: bool = False


def lines(session: Session, claim: Claim) -> list[Line]:
    """The history of a claim, newest first."""
    records = session.history(claim.id)
    return [Line(when(record.at), record.by, what(record), session.is_undone(record.seq)) for record in reversed(records)]


def read_by(session: Session, claim: Claim) -> str:
    """Who put the reading of a claim in place of the machine's, or ""."""
    hands = (
        record for record in reversed(session.history(claim.id)) if record.event.kind == "reading" and not session.is_undone(record.seq)
    )
    return next((record.by for record in hands), "")


def when(at: datetime) -> str:
    """The local time of day, with the date where it is another day."""
    local = at.astimezone()
    return local.strftime("%H:%M" if local.date() == datetime.now().astimezone().date() else "%m-%d %H:%M")


def what(record: Record) -> str:
    """A record in a few words."""
    data = record.event.data
    match record.event.kind:
        case "decide":
            return _decided(
                State(data["state"]), str(data.get("text", "")), in_words(str(data.get("reason", ""))), in_words(str(data.get("to", "")))
            )
        case "undo":
            return tr("撤销了一步")
        case "redo":
            return tr("重做了一步")
        case "answer":
            return tr("忽略一条发现：{reason}").format(reason=in_words(str(data.get("reason", ""))))
        case "insert":
            return tr("补标")
        case "adjust":
            return tr("调整范围")
        case "reading":
            return tr("改理解：{before} → {after}").format(before=_read(data["was"]), after=_read(data["made"][0]))
        case "split":
            return tr("拆出一处")
        case "join":
            return tr("并回重复")
        case "note":
            return tr("备注：{text}").format(text=data.get("text", ""))
        case "evidence":
            source = data.get("evidence", {})
            return tr("证据：{title}").format(title=source.get("title") or source.get("link") or source.get("quote", ""))
        case other:
            return other


def _read(claim: Mapping[str, Any]) -> str:
    return claim_words(claim_from_json(claim))


def _decided(state: State, text: str, reason: str, to: str) -> str:
    words = state_word(state)
    if state is State.CORRECTED:
        words += f" → {text}"
    if to:
        words += tr("（{key}）").format(key=to)
    return tr("{name}：{hint}").format(name=words, hint=reason) if reason else words
