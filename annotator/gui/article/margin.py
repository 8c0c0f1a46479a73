"""The notes beside the text: each as near to its line as the notes above it allow, never over one another. No painting."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from annotator.gui.article.page import MarginNote

MOST: Final = 3  # beside one line
HEIGHT: Final = 16.0  # pixels of the design, and the room between two notes
GAP: Final = 3.0
REACH: Final = MOST * (HEIGHT + GAP)  # the notes of a line end within this of its middle, however crowded the lines above


class Placed(NamedTuple):
    """A note, the top of its place, and how many more it stands for."""

    note: MarginNote
    top: float
    others: int


def stacked(lines: Iterable[tuple[float, list[MarginNote]]], scale: float) -> Iterator[Placed]:
    """Places for the notes of lines, given from the top with the height each would like best.

    Notes that are pushed down by those above are fewer, so that none goes far from its line; the last one stands for the rest.
    """
    step, floor = (HEIGHT + GAP) * scale, float("-inf")
    for wanted, notes in lines:
        top = max(wanted, floor)
        pushed = -int(-(top - wanted) // step)  # rounded up
        kept = notes[: max(1, MOST - pushed)]
        for note in kept[:-1]:
            yield Placed(note, top, 0)
            top += step
        if kept:
            yield Placed(_for_all(kept[-1], notes[len(kept) :]), top, len(notes) - len(kept))
            floor = top + step


def _for_all(note: MarginNote, others: list[MarginNote]) -> MarginNote:
    if not others:
        return note
    return note._replace(full="\n".join(each.full or each.text for each in (note, *others)))
