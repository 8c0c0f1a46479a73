"""What a session refuses, each as one sentence an editor can act on."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.review.log import Record


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not a fault of the program
    """An action that was not taken; nothing changed. `str` is the sentence to show."""


class ReasonWanted(Refused):
    """The decision wants a reason: a correction, a flag, or replacing what another reviewer or an earlier session decided."""


class Invalid(Refused, ValueError):  # noqa: N818 - as Refused
    """The action makes no sense as given: a correction without a change, a span without a number, a paragraph with open claims."""


class NotSaved(Refused):
    """The log could not write. The event is kept as `session.unsaved`; `session.retry()` writes it, never twice."""


class ReadOnly(NotSaved):
    """The log is open for reading only."""


class Conflict(Refused):
    """Someone decided the same fold after the screen was drawn. `record` is what came first; the session has read it by now."""

    def __init__(self, record: "Record", message: str = "") -> None:
        super().__init__(message or f"{record.by or '另一位编辑'}刚刚处理了同一项，你的决定没有写入。请看过之后再决定。")
        self.record = record
