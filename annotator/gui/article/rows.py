"""Which paragraphs stand on which block of the view: one each, or a run of copies folded into one line. No Qt."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from annotator.model import Paragraph


class Row(NamedTuple):
    """One block of the view: the paragraphs `first` to `last` (orders, last included); `folded` shows them as one line."""

    first: int
    last: int
    folded: bool = False


def copy_runs(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, int]]:
    """Maximal runs (first, last) of neighbouring copies whose originals are neighbours too: "29–33 同 16–20"."""
    copies = [paragraph for paragraph in paragraphs if paragraph.copy_of is not None]
    if not copies:
        return
    first = copies[0].order
    for before, after in pairwise(copies):
        assert before.copy_of is not None
        if after.order != before.order + 1 or after.copy_of != before.copy_of + 1:
            yield first, before.order
            first = after.order
    yield first, copies[-1].order


class Rows:
    """The blocks of the view from top to bottom, with the runs of copies in `opened` (by first order) shown in full."""

    def __init__(self, paragraphs: Sequence[Paragraph], opened: Collection[int] = ()) -> None:
        self._runs: dict[int, tuple[int, int]] = {}  # order of a copy -> its run
        self.rows: list[Row] = []
        self._block: list[int] = []  # order -> block
        folded_to = -1
        for first, last in copy_runs(paragraphs):
            self._runs.update(dict.fromkeys(range(first, last + 1), (first, last)))
        for paragraph in paragraphs:
            order = paragraph.order
            if order > folded_to:
                first, last = self._runs.get(order, (order, order))
                folded = order in self._runs and first not in opened
                self.rows.append(Row(order, last if folded else order, folded))
                folded_to = last if folded else order
            self._block.append(len(self.rows) - 1)

    def __len__(self) -> int:
        return len(self.rows)

    def block(self, order: int) -> int:
        """The block a paragraph stands on or is folded into."""
        return self._block[order]

    def run(self, order: int) -> tuple[int, int] | None:
        """The run of copies a paragraph belongs to, as orders (first, last); None for an original."""
        return self._runs.get(order)

    def is_folded(self, order: int) -> bool:
        """Is this paragraph hidden in a folded line?"""
        return self.rows[self._block[order]].folded
