"""PDF: typeset by typst from the bundled fonts, tagged, with outline and page numbers. Foreign text goes in as data, never as source."""

import json
from collections.abc import Iterable
from itertools import islice, repeat
from typing import Any

from markupsafe import Markup

from annotator.model import Paragraph
from annotator.paths import resource
from annotator.report import words
from annotator.report.cells import Cell, Table, place_anchor
from annotator.report.chart import chart
from annotator.report.files import NotWritten
from annotator.report.glyphs import shown
from annotator.report.manuscript import Piece, marked
from annotator.report.pace import Pace, Step, onward
from annotator.report.printable import printable
from annotator.report.record import Report, Run
from annotator.report.tables import summary, tables
from annotator.report.typeset import typeset

_LONGEST = 170_000  # characters; typst holds all pages in memory, 2 GB for so many
_FIRST_PAGE = 40  # rows, more than it has room for
_UNBROKEN = 600  # characters; a row of more may go on on the next page
_A4 = 595.28  # points wide


def render(report: Report, step: Step = onward) -> bytes:
    """The report as PDF. NotWritten for an article too long for it."""
    if len(report.article.text) > _LONGEST:
        length, most = words.grouped(len(report.article.text)), words.grouped(_LONGEST)
        raise NotWritten(
            f"这篇稿件有 {length} 字，PDF 最多排 {most} 字：请用网页、Word 或 Excel 格式，或分篇核查。",
            f"The article has {length} characters; a PDF takes {most}. Use HTML, Word or Excel, or check it in parts.",
        )
    blocks = tables(report)
    pace = Pace(report, blocks, step)
    data = _head(report) | {
        "tables": [_table(table, pace.over(table.rows)) for table in blocks],
        "article": list(map(_paragraph, pace.over(marked(report)))),
    }
    return typeset(_template(), _inputs(data), "pdf", report.created, step=step)


def first_page(report: Report, width: int, step: Step = onward) -> bytes:
    """The first page as PNG, so many pixels wide; it has no links and does not know how many pages follow."""
    blocks: list[dict[str, Any]] = []
    left = _FIRST_PAGE
    for table in tables(report):
        if left > 0:
            blocks.append(_table(table, table.rows[:left]))
            left -= len(table.rows)
    article = islice(marked(report), _FIRST_PAGE) if left > 0 else ()
    data = _head(report) | {"tables": blocks, "article": list(map(_paragraph, article)), "whole": False}
    return typeset(_template(), _inputs(data), "png", report.created, ppi=72 * width / _A4, step=step)


def _template() -> bytes:
    return resource("report", "report.typ").read_bytes()


def _inputs(data: dict[str, Any]) -> dict[str, str]:
    return {"report": json.dumps(_printable(data), ensure_ascii=False)}


def _paragraph(marked_: tuple[Paragraph, tuple[Piece, ...]]) -> dict[str, Any]:
    paragraph, pieces = marked_
    return {
        "number": paragraph.order + 1,
        "copy": None if paragraph.copy_of is None else paragraph.copy_of + 1,
        "pieces": [
            {
                "runs": _runs(piece.runs),
                "state": piece.state or ("minor" if piece.row else ""),
                "row": piece.row,
                "anchors": [place_anchor(anchor) for anchor in piece.anchors],
            }
            for piece in pieces
        ],
    }


def _head(report: Report) -> dict[str, Any]:
    """All but the tables and the article."""
    return {
        "whole": True,
        "draft": report.draft,
        "created": words.moment(report.created, report),
        "tag": words.tag(report),
        "title": report.title,
        "byline": words.credit(report),
        "identity": words.identity(report),
        "summary": summary(report),
        "coverage": words.CHART + words.coverage(report),
        "chart": chart(report),
        "blockers": report.blockers,
        "method": words.method(report),
        "limits": words.LIMITS[0],
        "seals": words.seals(report),
        "signatures": words.SIGNATURES,
        "foot": words.foot(report),
    }


def _table(table: Table, rows: Iterable[tuple[Cell, ...]]) -> dict[str, Any]:
    return {
        "id": table.id,
        "title": table.title,
        "note": table.note,
        "columns": [column._asdict() for column in table.columns],
        "rows": [
            {
                "anchor": anchor,
                "long": sum(len(cell.text) for cell in row) > _UNBROKEN,
                "cells": [{**cell._asdict(), "runs": _runs(cell.runs)} for cell in row],
            }
            for row, anchor in zip(rows, table.anchors or repeat(""), strict=False)
        ],
    }


def _runs(runs: tuple[Run, ...]) -> list[dict[str, str]]:
    return [{"mark": run.mark.value, "text": run.text} for run in runs]


def _printable(value: Any) -> Any:  # noqa: ANN401  (any JSON)
    """The same JSON with every string printable, but for our own drawing."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return shown(printable(value).replace("\t", " "))  # typst draws no tab
    if isinstance(value, dict):
        return {key: _printable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(item) for item in value]
    return value
