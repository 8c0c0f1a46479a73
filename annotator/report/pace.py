"""How far a writer is: it tells the share it has done, and the one who is told may stop it."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from annotator.report.cells import Table
from annotator.report.record import Report

Step = Callable[[float | None], None]  # takes the share done, 0 to 1, None where it cannot be known; whatever it raises ends the writing
T = TypeVar("T")

_EVERY = 50  # rows


def onward(_share: float | None) -> None:
    """The step of somebody who does not want to know."""


class Pace:
    """Counts the rows and paragraphs a writer has gone over, and tells their share to a step."""

    def __init__(self, report: Report, tables: Iterable[Table], step: Step) -> None:
        self._total = len(report.article.paragraphs) + sum(len(table.rows) for table in tables)
        self._done = 0
        self._step = step

    def over(self, items: Iterable[T]) -> Iterator[T]:
        """The items as they come, each counted."""
        for item in items:
            if self._done % _EVERY == 0:
                self._step(min(1.0, self._done / self._total))
            self._done += 1
            yield item
