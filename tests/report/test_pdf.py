"""The PDF read back: what was put in comes out, page by page."""

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pypdfium2
import pytest
from fontTools.ttLib import TTFont

from annotator.model import State
from annotator.paths import resource
from annotator.report import Report, build
from annotator.report.glyphs import covered, shown
from annotator.report.manuscript import difference
from annotator.report.writing import render
from tests.report.ground import EVIDENCE, NOW, TEXT, analysis, fold_of, opened


def pages_of(pdf: bytes) -> list[str]:
    """The text of every page, as copied out of a viewer."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def squeezed(text: str) -> str:
    """Text without line ends, and one space for many: a line may break anywhere between Chinese characters, and at a space."""
    return re.sub(r"[ \t\u00a0]+", "", re.sub(r"[\r\n]", "", text))


@pytest.fixture(scope="module")
def pdf(report: Report) -> bytes:
    return render(report, "pdf")


def test_golden(pdf: bytes, assert_golden: Callable[[str, str], None]) -> None:
    assert_golden("report.pdf.txt", re.sub(r"\r\n?", "\n", "\f".join(pages_of(pdf))) + "\n")


HARD = (
    "破折——号，省略……，区间20–30万，2024—2025赛季",
    "名字镕喆堃玥祎珺勠，繁體臺灣銀行裏面凉",
    '℃‰㎡①Ⅳ½³，a·b・c•d，é ü ñ ß，don\'t "quote" -- --- ...',
    '#read("/etc/passwd") $x^2$ *bold* _it_ `c` @ref <lab> // c \\ ~ [a] {b}',
    "人口十二万，工人月入二千，长门八面食黑",  # characters whose radicals have code points of their own
)


def test_the_article_comes_back_character_for_character() -> None:
    session = opened(analysis(TEXT + "\n".join(HARD) + "\n"))
    text = squeezed("".join(pages_of(render(build(session, draft=True, now=NOW), "pdf"))))
    for paragraph in session.article.paragraphs:
        assert squeezed(session.article.slice(paragraph.span)) in text


def test_a_correction_shows_what_went_and_what_came(pdf: bytes) -> None:
    assert "".join(run.text for run in difference("上浮15%左右", "下浮15%左右")) == "上下浮15%左右"
    assert squeezed("".join(pages_of(pdf))).count("贷款利率上下浮15%左右") == 3  # first page, list, article


def test_a_character_without_a_glyph_is_a_code_and_never_a_box() -> None:
    session = opened(analysis(TEXT + "𠮷野家📌\u202e倒铃\n"))
    text = squeezed("".join(pages_of(render(build(session, draft=True, now=NOW), "pdf"))))
    assert "〈U+20BB7〉野家〈U+1F4CC〉〈U+202E〉倒铃" in text


def test_the_fonts_are_read_as_they_are() -> None:
    for path in resource("fonts").glob("*.ttf"):
        with TTFont(path) as font:
            assert covered(path) == set(font.getBestCmap())
    assert shown("核数 15%\n") == "核数 15%\n"


def test_every_page_has_its_number_and_a_draft_says_so(pdf: bytes) -> None:
    final = pages_of(pdf)
    for number, text in enumerate(final, start=1):
        assert f"第 {number} 页，共 {len(final)} 页" in text
        assert "草稿" not in text
    draft = pages_of(render(build(opened(), draft=True, now=NOW), "pdf"))
    assert all("草稿 DRAFT" in text for text in draft)
    assert "待核 8 项" in draft[0]


def test_outline_tags_title_and_language(pdf: bytes) -> None:
    with pypdfium2.PdfDocument(pdf) as document:
        outline = [bookmark.get_title() for bookmark in document.get_toc()]
        assert document.get_metadata_dict()["Title"] == "数字核查报告：南泽市复工简报"
        assert document.is_tagged()
    assert outline == [
        "南泽市复工简报",
        "覆盖",
        "更正与存疑",
        "自动核对",
        "全部数据",
        "证据",
        "未列为数据的数字",
        "可不逐项核的数",
        "核查人",
        "人工改动",
        "改过的决定",
        "全文",
        "方法与界限",
        "封签",
    ]
    assert b"/Lang(zh-CN)" in pdf


def test_only_the_bundled_fonts_are_in_it(pdf: bytes) -> None:
    names = set(re.findall(rb"/BaseFont\s*/[A-Z]{6}\+([A-Za-z-]+)", pdf))
    assert names == {b"NotoSansSC-Regular", b"NotoSansSC-SemiBold", b"NotoSerifSC-Regular", b"NotoSerifSC-SemiBold"}


def test_the_template_evaluates_no_foreign_text() -> None:
    template = resource("report", "report.typ").read_text("utf-8")
    assert "eval(" not in template
    assert json.loads('"#panic()"') == "#panic()"


def test_a_long_address_breaks_inside_its_column_and_is_copied_whole() -> None:
    address = "https://www.example.org/2026/03/12/very/long/path/of/an/address/index.html?id=123456789&x=y"
    session = opened()
    fold = fold_of(session, "12%")
    session.add_evidence(fold, replace(EVIDENCE, link=address))
    session.decide(fold, State.FLAGGED, reason="见网页")
    pdf = render(build(session, draft=True, now=NOW), "pdf")
    pages = pages_of(pdf)
    assert address in squeezed("".join(pages))
    assert not any(address in page for page in pages)  # it stands on several lines
    assert f"/URI({address})".encode() in pdf
