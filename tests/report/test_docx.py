"""The report for Word: its text in full, its links and marks, the same bytes for the same report."""

import io
import re
from collections.abc import Callable

from docx import Document
from docx.oxml.ns import qn

from annotator.report import Report, build
from annotator.report.tables import tables
from annotator.report.writing import render
from tests.report.ground import NOW, opened
from tests.report.manuscripts import Word


def pretty(xml: str) -> str:
    """One element a line."""
    return re.sub(r"(</w:(?:p|tc|tr|tbl|tblGrid|tblPr|sectPr)>)", r"\1\n", xml)


def test_golden(report: Report, assert_golden: Callable[[str, str], None]) -> None:
    parts = Word(render(report, "docx")).parts
    assert_golden(
        "report.docx.xml", pretty(parts["word/document.xml"].decode("utf-8")) + "\n" + parts["word/footer.xml"].decode("utf-8") + "\n"
    )


def test_golden_of_the_manuscript_with_changes(report: Report, assert_golden: Callable[[str, str], None]) -> None:
    parts = Word(render(report, "changes-docx")).parts
    assert_golden(
        "changes.docx.xml", "\n".join(pretty(parts[f"word/{name}.xml"].decode("utf-8")) for name in ("document", "comments")) + "\n"
    )


def test_goldens_of_the_clean_manuscript(report: Report, assert_golden: Callable[[str, str], None]) -> None:
    assert_golden("clean.docx.xml", pretty(Word(render(report, "clean-docx")).parts["word/document.xml"].decode("utf-8")) + "\n")
    assert_golden("clean.txt", render(report, "clean-txt").decode("utf-8"))


def test_another_reader_sees_every_table_and_heading(report: Report) -> None:
    document = Document(io.BytesIO(render(report, "docx")))
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style and paragraph.style.name.startswith("Heading")]
    blocks = tables(report)
    assert headings[0] == "南泽市复工简报"
    assert [heading.split("   ")[0] for heading in headings[1:]] == ["覆盖", *(t.title for t in blocks), "全文", "方法与界限", "封签"]
    assert len(document.tables) == 3 + sum(bool(table.rows) for table in blocks)
    asked = document.tables[2]
    assert [len(asked.rows), len(asked.columns)] == [1 + len(report.asked), 6]
    assert asked.rows[0]._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None


def test_links_lead_to_bookmarks(report: Report) -> None:
    body = Word(render(report, "docx")).body
    names = [element.get(qn("w:name")) for element in body.iter(qn("w:bookmarkStart"))]
    links = [element.get(qn("w:anchor")) for element in body.iter(qn("w:hyperlink")) if element.get(qn("w:anchor"))]
    assert len(names) == len(set(names))
    assert set(links) <= set(names)
    assert f"place_{report.rows[0].claim.id.replace('-', '_')}" in links
    assert "row_1" in links
    assert all(len(name) <= 40 and re.fullmatch(r"[a-z]\w*", name) for name in names)


def test_the_same_report_gives_the_same_bytes(report: Report) -> None:
    for name in ("docx", "clean-docx", "changes-docx"):
        assert render(report, name) == render(report, name)


def test_a_draft_says_so_over_every_page() -> None:
    parts = Word(render(build(opened(), draft=True, now=NOW), "docx")).parts
    assert "草稿 DRAFT" in parts["word/header.xml"].decode("utf-8")
    assert "待核 8 项" in parts["word/document.xml"].decode("utf-8")
