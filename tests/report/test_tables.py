"""XLSX, CSV and Markdown: every row is there, and nothing in them is ever computed or rendered."""

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import openpyxl
import pytest

from annotator.model import Evidence, Failure, Note, State
from annotator.report import Report, build
from annotator.report.ledger import ledger
from annotator.report.tables import tables
from annotator.report.writers.csv import guarded
from annotator.report.writers.markdown import escaped
from annotator.report.writing import render
from tests.report.ground import NOW, TEXT, analysis, fold_of, opened

PAYLOADS = (
    '=HYPERLINK("http://example.org","x")',
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1,1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\u3000=1+1",
    "\u00a0=1+1",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1)",
    "﹦1+1",
    "{=1+1}",
    "'=1+1",
    "''",
    '"=1+1"',
    "=\x001+1",
    "\x00=1+1",
    "http://example.org/",
    "file:///etc/passwd",
    "mailto:a@example.org",
    "internal:Sheet1!A1",
    "external:c:\\x.xlsx",
    "_x0041_=1+1",
    "=1+1;-1",
    "%0A=1+1",
)


def read(report: Report) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(render(report, "xlsx")))


def hostile(payload: str) -> Report:
    """A report with the payload in every field that a person or a file fills."""
    session = opened(analysis(TEXT + payload + "\n"))
    fold = fold_of(session, "12%")
    session.reviewer = payload
    session.add_evidence(fold, Evidence("e", payload, payload, payload, payload, payload, attachment=payload, sha256="0" * 64))
    session.decide(fold, State.CORRECTED, text=payload + "x", reason=payload, evidence=["e"])
    session.note(fold, payload)
    session.decide(fold_of(session, "3天"), State.FLAGGED, reason=payload, to=payload)
    session.answer(session.analysis.findings[2].id, payload)
    session.describe(payload, payload, payload)
    report = build(session, draft=True, now=NOW)
    failures = (Failure(payload, payload),)
    return replace(report, article=replace(report.article, name=payload, notes=(Note("kind", payload, None, payload),)), failures=failures)


def test_xlsx_golden(report: Report, assert_golden: Callable[[str, str], None]) -> None:
    sheets = read(report)
    lines = [f"# {sheet.title}\n" + "\n".join(" | ".join(str(c.value or "") for c in row) for row in sheet.iter_rows()) for sheet in sheets]
    assert_golden("report.xlsx.txt", "\n\n".join(lines) + "\n")


def test_one_sheet_a_block_with_filters_and_a_frozen_header(report: Report) -> None:
    workbook = read(report)
    assert workbook.sheetnames == ["概要", *(table.title for table in tables(report))]
    for sheet in workbook.worksheets[1:]:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"
    claims = workbook["全部数据"]
    assert claims.max_row == 1 + len(report.rows)
    assert [claims.cell(row, 1).value for row in range(2, 11)] == list(range(1, 10))


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
def test_xlsx_holds_text_as_text(payload: str) -> None:
    for sheet in read(hostile(payload)):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in {"s", "n"}, cell
                assert cell.hyperlink is None


def test_a_cell_too_long_is_cut_with_a_remark() -> None:
    session = opened()
    session.decide(fold_of(session, "12%"), State.FLAGGED, reason="𠮷" * 20_000)
    values = [str(cell.value) for sheet in read(build(session, draft=True, now=NOW)) for row in sheet.iter_rows() for cell in row]
    longest = max(values, key=len)
    assert longest.endswith("𠮷…（截断，全文见 JSON）")
    assert len(longest.encode("utf-16-le")) // 2 <= 32_767


def test_values_that_look_like_numbers_or_dates_stay_as_they_are(report: Report) -> None:
    claims = read(report)["全部数据"]
    head = [cell.value for cell in claims[1]]
    values = [claims.cell(row, head.index("值") + 1) for row in range(2, 11)]
    assert [(cell.value, cell.data_type) for cell in values][:4] == [("0.15", "s"), ("173", "s"), ("268000000", "s"), ("XXXX-03-10", "s")]


def rows_of(report: Report) -> list[list[str]]:
    text = render(report, "csv").decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline="")))


def test_csv_golden(report: Report, assert_golden: Callable[[str, str], None]) -> None:
    assert_golden("report.csv", render(report, "csv").decode("utf-8-sig").replace("\r\n", "\n"))


def test_csv_has_every_claim_on_a_line(report: Report) -> None:
    rows = rows_of(report)
    assert rows[0] == [column.title for column in ledger(report).columns]
    assert [row[0] for row in rows[1:]] == [str(row.number) for row in report.rows]
    assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
def test_no_cell_of_csv_is_computed_and_each_comes_back(payload: str) -> None:
    report = hostile(payload)
    for row, cells in zip(rows_of(report)[1:], ledger(report).rows, strict=True):
        for read_back, cell in zip(row, cells, strict=True):
            assert not re.match(r"\s*[=+@＝＋－＠﹦]", read_back)
            assert not re.match(r"\s*-", read_back) or re.fullmatch(r"-[0-9.]+", read_back)
            assert guarded(read_back.removeprefix("'") if read_back.startswith("'") else read_back) == read_back
            assert cell.text == "" or read_back


@pytest.mark.parametrize(("text", "cell"), [("-15.5", "-15.5"), ("15%", "15%"), ("-15%", "'-15%"), ("'", "''"), ("", ""), (" - ", "' - ")])
def test_the_apostrophe_goes_before_what_might_be_computed(text: str, cell: str) -> None:
    assert guarded(text) == cell


def test_markdown_golden(report: Report, assert_golden: Callable[[str, str], None]) -> None:
    assert_golden("report.md", render(report, "md").decode("utf-8"))


def _unescaped(text: str) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


@pytest.mark.parametrize(
    "text",
    [
        "<script>",
        "[a](javascript:x)",
        "![x](http://example.org)",
        "a|b",
        "`c`",
        "*b* _i_ ~~d~~",
        "# 标题",
        "1. 一",
        "- 一",
        "&lt;",
        "\\",
        "$x$",
        "===",
        "| a |",
    ],
)
def test_markdown_shows_foreign_text_as_it_is(text: str) -> None:
    from markdown_it import MarkdownIt

    for source in (escaped(text), f"| 表 |\n| --- |\n| {escaped(text)} |"):
        html = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(source)
        shown: Any = re.sub(r"<[^>]+>", "", html).strip()
        for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
            shown = shown.replace(entity, sign)
        assert shown.removeprefix("表").strip() == text
        assert set(re.findall(r"<(\w+)", html)) <= {"p", "table", "thead", "tbody", "tr", "th", "td"}
    assert _unescaped(escaped(text)) == text


def test_right_to_left_text_is_isolated_and_overrides_are_shown() -> None:
    assert escaped("שלום") == "\u2068שלום\u2069"
    assert escaped("a\u202eb") == "a〈U+202E〉b"
