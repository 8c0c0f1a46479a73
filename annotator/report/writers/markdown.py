"""Markdown: headings, tables and the text with its corrections. Foreign text is escaped, so that it shows as it is."""

import re
from collections.abc import Iterable, Iterator

from annotator.report import words
from annotator.report.cells import Cell, Table
from annotator.report.manuscript import marked
from annotator.report.printable import isolated, printable
from annotator.report.record import Mark, Report, Run
from annotator.report.tables import summary, tables

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&$]|^\s*(?:[#+\-=]|[0-9]+[.)](?=\s|$))", re.MULTILINE)
_MARKS = {Mark.SAME: "{}", Mark.CLAIM: "**{}**", Mark.DELETED: "~~{}~~", Mark.INSERTED: "**{}**"}


def render(report: Report) -> bytes:
    """The report as CommonMark with tables and strike-through, UTF-8."""
    return ("\n".join(_lines(report)) + "\n").encode("utf-8")


def _lines(report: Report) -> Iterator[str]:
    yield f"# 数字核查报告：{escaped(report.title)}"
    yield f"\n**{words.tag(report)}** · {words.moment(report.created, report)}\n"
    facts = [("作者与刊发", credit)] if (credit := words.credit(report)) else []
    yield from (f"- {label}：{escaped(value)}" for label, value in (*facts, *words.identity(report)))
    yield from (f"- **{number}** {text.replace(chr(10), '，')}" for _, number, text in summary(report))
    yield f"- 覆盖：{words.coverage(report)}"
    if report.blockers:
        yield "\n## 还没有做完\n"
        yield from (f"- {escaped(blocker)}" for blocker in report.blockers)
    for table in tables(report):
        yield from _table(table)
    yield "\n## 全文\n"
    yield "~~划去的~~和**加上的**是更正，其余**粗体**是数据。"
    for paragraph, pieces in marked(report):
        runs = (Run(Mark.CLAIM, run.text) if piece.state and run.mark is Mark.SAME else run for piece in pieces for run in piece.runs)
        yield f"\n`{paragraph.order + 1}` {_runs(runs)}"
    yield "\n## 方法与界限\n"
    yield from (f"- {text}" for text in words.method(report))
    yield "\n## 封签\n"
    yield from (f"- {label}：`{value}`" for label, value in words.seals(report))


def _table(table: Table) -> Iterator[str]:
    yield f"\n## {table.title}\n"
    yield table.note
    if table.rows:
        yield "\n| " + " | ".join(column.title for column in table.columns) + " |"
        yield "|" + "|".join(" ---: " if column.figure else " --- " for column in table.columns) + "|"
        for row in table.rows:
            yield "| " + " | ".join(_cell(cell) for cell in row) + " |"


def _cell(cell: Cell) -> str:
    return _runs(cell.runs).replace("\n", "<br>")


def _runs(runs: Iterable[Run]) -> str:
    return "".join(_MARKS[run.mark].format(escaped(run.text)) for run in runs if run.text)


def escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _SPECIAL.sub(_backslashed, isolated(printable(text)))


def _backslashed(match: re.Match[str]) -> str:
    return f"{match[0][:-1]}\\{match[0][-1]}"
