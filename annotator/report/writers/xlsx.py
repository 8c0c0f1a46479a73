"""XLSX: one sheet a block, each with a frozen header and filters. Text is written as text, never as a formula or a link."""

import io
import re

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from annotator.model import State
from annotator.report import words
from annotator.report.cells import Cell, Table
from annotator.report.ledger import ledger
from annotator.report.pace import Pace, Step, onward
from annotator.report.printable import printable
from annotator.report.record import Mark, Report
from annotator.report.tables import summary, tables

_LIMIT = 32_767  # UTF-16 units a cell holds; the format's own limit
_CUT = "…（截断，全文见 JSON）"
_DIGITS = re.compile(r"[0-9]{1,15}", re.ASCII)  # what a spreadsheet's number holds exactly


def render(report: Report, step: Step = onward) -> bytes:
    """The workbook."""
    blocks = tuple(ledger(report) if table.id == "claims" else table for table in tables(report))
    pace = Pace(report, blocks, step)
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = Workbook(buffer, options)
    workbook.set_properties({"title": f"数字核查报告：{printable(report.title)}", "created": report.created.replace(tzinfo=None)})
    _overview(workbook, report)
    styles = _Styles(workbook)
    for table in blocks:
        _sheet(workbook, table, styles, report, pace)
    workbook.close()
    return buffer.getvalue()


class _Styles:
    """The formats of one workbook."""

    def __init__(self, workbook: Workbook) -> None:
        def style(**properties: object) -> Format:
            return workbook.add_format({"font_name": "Microsoft YaHei", "font_size": 10, "valign": "top"} | properties)

        self.head = style(bold=True, font_color="#22364D", bottom=1, bg_color="#F2F0EA", text_wrap=True)
        self.text = style(text_wrap=True)
        self.runs = {
            Mark.SAME: style(),
            Mark.CLAIM: style(underline=1),
            Mark.DELETED: style(font_strikeout=True, font_color="#5F656D"),
            Mark.INSERTED: style(bold=True, font_color="#1B559E"),
        }
        signs: dict[str, str] = {
            "confirmed": "#0D6B50",
            "consistent": "#0D6B50",
            "corrected": "#1B559E",
            "flagged": "#8A5600",
            "suspicious": "#8A5600",
        }
        self.signs = {sign: style(font_color=colour) for sign, colour in signs.items()} | {"contradiction": style(font_color="#961A2B")}


def _overview(workbook: Workbook, report: Report) -> None:
    sheet = workbook.add_worksheet("概要")
    title = workbook.add_format({"font_name": "Microsoft YaHei", "font_size": 16, "bold": True})
    label = workbook.add_format({"font_name": "Microsoft YaHei", "font_size": 10, "font_color": "#5F656D", "valign": "top"})
    value = workbook.add_format({"font_name": "Microsoft YaHei", "font_size": 10, "text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, _carried(report.title), title)
    lines = [
        ("状态", words.tag(report)),
        ("时间", words.moment(report.created, report)),
        ("作者与刊发", words.credit(report)),
        *words.identity(report),
        *((words.STATES[State(state)] if state else "合计", f"{number} {text}") for state, number, text in summary(report)),
        ("覆盖", words.coverage(report)),
        ("差错", words.errors(report)),
        *(("还没有做完", blocker) for blocker in report.blockers),
        *(("方法与界限", text) for text in words.method(report)),
        *words.seals(report),
    ]
    for row, (name, text) in enumerate(lines, start=2):
        sheet.write_string(row, 0, name, label)
        sheet.write_string(row, 1, _carried(text), value)
    _paper(sheet, report)


def _sheet(workbook: Workbook, table: Table, styles: _Styles, report: Report, pace: Pace) -> None:
    sheet = workbook.add_worksheet(table.title)
    for index, column in enumerate(table.columns):
        sheet.set_column(index, index, max(6, column.width))
        sheet.write_string(0, index, column.title, styles.head)
    for number, row in enumerate(pace.over(table.rows), start=1):
        for index, cell in enumerate(row):
            _cell(sheet, number, index, cell, styles, figure=table.columns[index].figure)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    sheet.repeat_rows(0)
    _paper(sheet, report)


def _cell(sheet: Worksheet, row: int, column: int, cell: Cell, styles: _Styles, *, figure: bool) -> None:
    text = _carried(cell.text)
    if figure and _DIGITS.fullmatch(text):
        sheet.write_number(row, column, int(text), styles.text)
    elif sum(bool(run.text) for run in cell.runs) > 1 and text == printable(cell.text):
        fragments = [part for run in cell.runs if run.text for part in (styles.runs[run.mark], printable(run.text))]
        sheet.write_rich_string(row, column, *fragments, styles.text)
    else:
        sheet.write_string(row, column, text, styles.signs.get(cell.sign, styles.text))


def _carried(text: str) -> str:
    """Text that a cell can carry: printable, and cut with a remark where it is too long."""
    text = printable(text)
    if len(text.encode("utf-16-le")) // 2 <= _LIMIT:
        return text
    room = (_LIMIT - len(_CUT)) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", errors="ignore") + _CUT


def _paper(sheet: Worksheet, report: Report) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L{words.tag(report)}&R第 &P 页，共 &N 页")
