"""The review of an article: what is open, what was decided, undo, progress. No Qt, no SQL."""

from annotator.review.changes import Changes, Progress
from annotator.review.errors import Conflict, Invalid, NotSaved, ReadOnly, ReasonWanted, Refused
from annotator.review.ledger import Answer, Begun, Remark
from annotator.review.log import Event, EventLog, MemoryLog, Record
from annotator.review.session import Session

__all__ = [
    "Answer",
    "Begun",
    "Changes",
    "Conflict",
    "Event",
    "EventLog",
    "Invalid",
    "MemoryLog",
    "NotSaved",
    "Progress",
    "ReadOnly",
    "ReasonWanted",
    "Record",
    "Refused",
    "Remark",
    "Session",
]
