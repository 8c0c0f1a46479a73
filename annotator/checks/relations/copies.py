"""Paragraphs that stand more than once: word for word, in blocks."""

from collections.abc import Sequence

from annotator.model import Paragraph

Run = tuple[Paragraph, ...]
_SHORT = 16


def blocks(text: str, paragraphs: Sequence[Paragraph]) -> tuple[tuple[Run, ...], ...]:
    """The blocks of copied paragraphs, each with its runs in order of the text, the original first.

    Paragraphs belong to one block when they follow each other in the original and in every copy.
    """
    copies: dict[int, list[int]] = {}
    for paragraph in paragraphs:
        if paragraph.copy_of is not None and _matters(text, paragraph):
            copies.setdefault(paragraph.copy_of, []).append(paragraph.order)
    made: list[tuple[Run, ...]] = []
    run: list[int] = []
    for first in [*sorted(copies), -1]:
        follows = run and first == run[-1] + 1 and copies[first] == [order + 1 for order in copies[run[-1]]]
        if run and not follows:
            starts = [run[0], *copies[run[0]]]
            made.append(tuple(tuple(paragraphs[start + step] for step in range(len(run))) for start in starts))
            run = []
        run.append(first)
    return tuple(made)


def _matters(text: str, paragraph: Paragraph) -> bool:
    return paragraph.end - paragraph.start >= _SHORT and any(mark in text[paragraph.start : paragraph.end] for mark in "，。,；;！？!?、")
