"""The manuscript with its corrections: as clean text, as what changes, and as the marked article of the report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from annotator.model import Paragraph, Span, State
from annotator.report.record import ClaimRow, Edit, Mark, Report, Run

_COMPARED = 250_000  # characters by characters; a longer middle is replaced whole


def corrected(report: Report) -> str:
    """The article's text with every correction made at every place of its fold."""
    return "".join(run.text for run in changes(report, Span(0, len(report.article.text))) if run.mark is not Mark.DELETED)


def changes(report: Report, span: Span) -> Iterator[Run]:
    """A span of the article as runs that stay, go and come; without the inserted ones it is the original text."""
    at = span.start
    for edit in report.edits:
        if edit.span.start < at or edit.span.end > span.end:
            continue
        if edit.span.start > at:
            yield Run(Mark.SAME, report.article.slice((at, edit.span.start)))
        yield from difference(report.article.slice(edit.span), edit.text)
        at = edit.span.end
    if at < span.end:
        yield Run(Mark.SAME, report.article.slice((at, span.end)))


def difference(before: str, after: str) -> tuple[Run, ...]:
    """What turns one text into the other: the common beginning and end stay, and what else two characters or more have in common."""
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    runs = (
        Run(Mark.SAME, before[:head]),
        *_middle(before[head : len(before) - tail], after[head : len(after) - tail]),
        Run(Mark.SAME, before[len(before) - tail :]),
    )
    return tuple(run for run in runs if run.text)


def _middle(before: str, after: str) -> Iterator[Run]:
    """The changed middle; a single character in common is chance and does not tear it up."""
    done = given = 0
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks() if len(before) * len(after) < _COMPARED else []
    for start, other, size in (*(block for block in blocks if block.size > 1), (len(before), len(after), 0)):
        yield Run(Mark.DELETED, before[done:start])
        yield Run(Mark.INSERTED, after[given:other])
        yield Run(Mark.SAME, before[start : start + size])
        done, given = start + size, other + size


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    for index, (mine, theirs) in enumerate(zip(one, other, strict=False)):
        if mine != theirs:
            return index
    return min(len(one), len(other))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph: plain, or the place of a claim (of several, where corrections overlap them)."""

    runs: tuple[Run, ...]
    state: State | None = None
    row: int = 0  # number, 0 for plain text
    anchors: tuple[str, ...] = ()  # ids of the claims placed here


@dataclass(frozen=True, slots=True)
class _Place:
    span: Span
    row: ClaimRow
    anchors: tuple[str, ...]
    edit: Edit | None


def marked(report: Report) -> Iterator[tuple[Paragraph, tuple[Piece, ...]]]:
    """The paragraphs with their claims marked, each text in full and in order; a claim over two paragraphs is marked in both."""
    kept = set(report.edits)
    places = sorted(_places(report, kept), key=lambda place: (place.span, place.edit is None))
    index = 0
    over: list[_Place] = []  # what is left of a claim that began in an earlier paragraph
    for paragraph in report.article.paragraphs:
        here = [_Place(Span(paragraph.start, place.span.end), place.row, (), None) for place in over]
        while index < len(places) and places[index].span.start < paragraph.end:
            here.append(places[index])
            index += 1
        over = [place for place in here if place.span.end > paragraph.end and place.edit is None]
        here = [replace(place, span=Span(place.span.start, paragraph.end)) if place in over else place for place in here]
        yield paragraph, _pieces(report, paragraph, _apart(here))


def _places(report: Report, kept: set[Edit]) -> Iterator[_Place]:
    for row in report.rows:
        edits = row.edits or (None,) * len(row.places)
        for place, edit in zip(row.places, edits, strict=True):
            made = edit if edit in kept else None
            yield _Place(made.span if made else place.span, row, (place.id,), made)


def _apart(places: Sequence[_Place]) -> list[_Place]:
    """The places without overlaps: one that begins inside another leaves its anchor there."""
    apart: list[_Place] = []
    for place in places:
        if apart and place.span.start < apart[-1].span.end:
            last = apart[-1]
            apart[-1] = _Place(last.span, last.row, (*last.anchors, *place.anchors), last.edit)
        else:
            apart.append(place)
    return apart


def _pieces(report: Report, paragraph: Paragraph, places: Sequence[_Place]) -> tuple[Piece, ...]:
    article = report.article
    pieces: list[Piece] = []
    at = paragraph.start
    for place in places:
        if place.span.start > at:
            pieces.append(Piece((Run(Mark.SAME, article.slice((at, place.span.start))),)))
        words = article.slice(place.span)
        runs = difference(words, place.edit.text) if place.edit else (Run(Mark.SAME, words),)
        pieces.append(Piece(runs, None if place.row.minor else place.row.state, place.row.number, place.anchors))
        at = place.span.end
    if at < paragraph.end:
        pieces.append(Piece((Run(Mark.SAME, article.slice((at, paragraph.end))),)))
    return tuple(pieces)
