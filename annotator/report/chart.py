"""The picture of states and coverage: one square a place, one column a paragraph, drawn as SVG."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from annotator.model import State
from annotator.report.record import Report

WIDTH = 680.0
_COLUMNS = 120  # more paragraphs than that share columns
_TALLEST = 128.0  # of a column
_CELL = 8.0
_LABEL = 10.0
_AXIS = 21.0


class _Square(NamedTuple):
    state: State
    copy: bool


class _Column(NamedTuple):
    first: int  # paragraph order
    squares: tuple[_Square, ...]
    labels: tuple[int, ...]  # row numbers of what is corrected or flagged, first places only
    copy: bool
    read: bool


def chart(report: Report) -> Markup:
    """The chart as one SVG element. Colours are classes (`confirmed`, `corrected`, …) that the page defines."""
    columns = _columns(report)
    tallest = max((len(column.squares) for column in columns), default=0)
    cell = min(_CELL, _TALLEST / tallest) if tallest else _CELL
    headroom = max((len(column.squares) * cell + len(column.labels) * _LABEL for column in columns), default=0) + 6
    width = WIDTH / max(len(columns), 24)
    shapes = "".join(_draw(index, column, width, headroom, cell) for index, column in enumerate(columns))
    shapes += _numbers(columns, width, headroom)
    height = headroom + _AXIS
    return Markup(  # noqa: S704  (numbers and fixed names only)
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {WIDTH:g} {height:g}" width="{WIDTH:g}" height="{height:g}" '
        f'role="img" aria-label="各段数据的状态">{shapes}</svg>'
    )


def _columns(report: Report) -> tuple[_Column, ...]:
    paragraphs = report.article.paragraphs
    share = -(-len(paragraphs) // _COLUMNS) or 1
    squares: list[list[tuple[int, _Square]]] = [[] for _ in range(-(-len(paragraphs) // share))]
    labels: list[list[int]] = [[] for _ in squares]
    for row in report.counted:
        for position, place in enumerate(row.places):
            column = place.paragraph // share
            squares[column].append((place.start, _Square(row.state, position > 0)))
            if position == 0 and row.state in {State.CORRECTED, State.FLAGGED} and share == 1:
                labels[column].append(row.number)
    return tuple(
        _Column(
            first=index * share,
            squares=tuple(square for _, square in sorted(column)),
            labels=tuple(sorted(labels[index], reverse=True)),
            copy=all(paragraph.copy_of is not None for paragraph in paragraphs[index * share : (index + 1) * share]),
            read=all(paragraph.order in report.coverage.read for paragraph in paragraphs[index * share : (index + 1) * share]),
        )
        for index, column in enumerate(squares)
    )


def _draw(index: int, column: _Column, width: float, base: float, cell: float) -> str:
    x = index * width
    parts = [f'<a href="#p{column.first + 1}">']
    if not column.squares:
        kind = "none" if column.read else "none unread"
        parts.append(f'<path class="{kind}" d="M{x + width * 0.15:.1f} {base - 2:.1f}h{width * 0.7:.1f}"/>')
    merged = cell < 3
    at = 0
    for square, same in groupby(column.squares) if merged else ((square, [square]) for square in column.squares):
        count = len(list(same))
        at += count
        parts.append(_square(square, x, base - at * cell, width, cell * count, merged=merged))
    if column.copy:
        parts.append(f'<rect class="copied" x="{x:.1f}" y="{base + 3:.1f}" width="{width:.1f}" height="3"/>')
    top = base - len(column.squares) * cell - 4
    parts += [
        f'<text class="label" x="{x + width / 2:.1f}" y="{top - step * _LABEL:.1f}">{number}</text>'
        for step, number in enumerate(column.labels)
    ]
    return "".join((*parts, "</a>"))


def _square(square: _Square, x: float, y: float, width: float, height: float, *, merged: bool) -> str:
    """One place; corrected ones carry a bar, flagged ones are triangles, so that colour is never alone."""
    kind = f"{square.state}{' copy' if square.copy else ''}"
    left, top, wide, high = x + 0.8, y, max(width - 1.6, 0.8), max(height - (0 if merged else 1.6), 0.4)
    if square.state is State.FLAGGED and not merged:
        return f'<path class="{kind}" d="M{left + wide / 2:.1f} {top - 0.3:.1f}l{wide / 2 + 0.5:.1f} {high + 0.6:.1f}h{-wide - 1:.1f}z"/>'
    shape = f'<rect class="{kind}" x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{high:.1f}"/>'
    if square.state is State.CORRECTED and not merged:
        shape += f'<path class="bar{" copy" if square.copy else ""}" d="M{left + 1:.1f} {top + high / 2:.1f}h{max(wide - 2, 0.4):.1f}"/>'
    return shape


def _numbers(columns: tuple[_Column, ...], width: float, base: float) -> str:
    """The paragraph numbers under the axis: the first, and about every tenth column."""

    def shown() -> Iterator[str]:
        for index, column in enumerate(columns):
            if (
                index == 0
                or (column.first + 1) % 10 == 0
                or (column.first > 0 and len(columns) < (columns[-1].first + 1) and index % 10 == 0)
            ):
                yield f'<text class="tick" x="{(index + 0.5) * width:.1f}" y="{base + 18:.1f}">{column.first + 1}</text>'

    return "".join(shown())
