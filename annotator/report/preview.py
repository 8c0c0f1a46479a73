"""What a file will look like, before it is written: the first page as a picture, or how it begins."""

from typing import NamedTuple

from annotator.model import Span
from annotator.report.manuscript import changes
from annotator.report.pace import Step, onward
from annotator.report.printable import printable
from annotator.report.record import Mark, Report, Run
from annotator.report.tables import tables
from annotator.report.writers import pdf
from annotator.report.writing import render

_PAGES = frozenset({"html", "pdf", "docx"})  # look alike on their first page
_MANUSCRIPTS = frozenset({"clean-txt", "clean-docx", "changes-docx"})
_LONG = 4_000  # characters of a beginning


class Glimpse(NamedTuple):
    """A first page as PNG, or the runs of a beginning."""

    picture: bytes = b""
    runs: tuple[Run, ...] = ()


def glimpse(report: Report, format_name: str, width: int, step: Step = onward) -> Glimpse:
    """What a format begins with; a picture is so many pixels wide. `step` may stop it. KeyError for no format."""
    if format_name in _PAGES:
        return Glimpse(first_page(report, width, step))
    if format_name in _MANUSCRIPTS:
        return Glimpse(runs=_manuscript(report, tracked=format_name == "changes-docx"))
    text = _sheets(report) if format_name == "xlsx" else render(report, format_name, step)[: 4 * _LONG].decode("utf-8-sig", "ignore")
    return Glimpse(runs=(Run(Mark.SAME, printable(text[:_LONG])),))


def first_page(report: Report, width: int = 600, step: Step = onward) -> bytes:
    """The first page of the report as PNG, so many pixels wide; as fast for a long article as for a short one."""
    return pdf.first_page(report, width, step)


def _manuscript(report: Report, *, tracked: bool) -> tuple[Run, ...]:
    """The beginning of the manuscript; what was changed is marked, what was deleted is shown where changes are tracked."""
    end = next((paragraph.end for paragraph in report.article.paragraphs if paragraph.end >= _LONG), len(report.article.text))
    runs = changes(report, Span(0, end))
    return tuple(Run(run.mark, printable(run.text)) for run in runs if tracked or run.mark is not Mark.DELETED)


def _sheets(report: Report) -> str:
    """The sheets of the workbook with their columns."""
    lines = [f"概要\n{report.title}"]
    lines += [f"{table.title}（{len(table.rows)} 行）\n" + " | ".join(column.title for column in table.columns) for table in tables(report)]
    return "\n\n".join(lines)
