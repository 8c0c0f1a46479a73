"""The sample through every encoding and format: the same paragraphs, copies and claims as from the UTF-8 file."""

import pytest

from annotator import paths
from annotator.claims import find_claims
from annotator.desk import open_desk
from annotator.report import build, write
from annotator.text import article, convert, load, read
from tests.text import web_pages
from tests.text.pdf_files import typeset
from tests.text.traditional import traditional
from tests.text.word_files import document

SAMPLE = paths.seed("liling-2020-03.txt").read_text("utf-8")
LINES = [line for line in SAMPLE.split("\n") if line.strip()]
# Big5 has no 篮: a Traditional text writes 籃.
TRADITIONAL = traditional(SAMPLE)


def rich(text):
    body = "".join("".join(f"\\u{ord(sign)}?" for sign in line) + "\\par " for line in text.split("\n"))
    return ("{\\rtf1\\ansi\\ansicpg936\\uc1 " + body + "}").encode()


FORMS = {
    "gb18030.txt": (SAMPLE, lambda: SAMPLE.encode("gb18030")),
    "crlf.txt": (SAMPLE, lambda: SAMPLE.replace("\n", "\r\n").encode("utf-8-sig")),
    "utf-16.txt": (SAMPLE, lambda: SAMPLE.encode("utf-16")),
    "bare-utf-16.txt": (SAMPLE, lambda: SAMPLE.encode("utf-16-le")),
    "big5.txt": (TRADITIONAL, lambda: TRADITIONAL.encode("big5hkscs")),
    "word.docx": (SAMPLE, lambda: document(*SAMPLE.split("\n"))),
    "portal.html": (SAMPLE, lambda: web_pages.portal(LINES[0], LINES[1:], "gbk").encode("gb18030")),
    "old.htm": (SAMPLE, lambda: web_pages.table_age(LINES[0], LINES[1:]).encode("gb18030")),
    "report.pdf": (SAMPLE, lambda: typeset(LINES[0], LINES[1:])),
    "paper.pdf": (SAMPLE, lambda: typeset(LINES[0], LINES[1:], columns=2, head="某某日报 2020年3月11日")),
    "rich.rtf": (SAMPLE, lambda: rich(SAMPLE)),
}


def said(made):
    """Each claim of an article by its paragraph and its words."""
    return [(claim.paragraph, claim.text, claim.kind, claim.quantity) for claim in find_claims(made)]


@pytest.fixture(scope="module")
def wanted():
    return {text: article(text) for text in (SAMPLE, TRADITIONAL)}


@pytest.mark.parametrize("name", FORMS)
def test_the_same_paragraphs_copies_and_claims_come_back(name, wanted, tmp_path):
    text, make = FORMS[name]
    (tmp_path / name).write_bytes(make())
    made, expected = load(tmp_path / name).article, wanted[text]
    assert [made.slice(one.span).strip() for one in made.paragraphs] == [expected.slice(one.span) for one in expected.paragraphs]
    assert [one.copy_of for one in made.paragraphs] == [one.copy_of for one in expected.paragraphs]
    assert said(made) == said(expected)
    assert made.title == expected.title
    assert made.byline == expected.byline


def test_reading_and_converting_say_the_same(tmp_path):
    made = document(*LINES)  # once: a zip holds the time of its making
    (tmp_path / "a.docx").write_bytes(made)
    assert read(tmp_path / "a.docx") == convert(made, "a.docx").article


def test_the_report_the_program_writes_as_pdf_is_read_back(tmp_path):
    with open_desk(tmp_path / "desk.db") as desk:
        session = desk.import_file(paths.seed("liling-2020-03.txt"))
        report = write(build(session, draft=True), "pdf", tmp_path)
    made = load(report).article
    words = "".join(made.text.split())
    assert all("".join(fold.places[0].text.split()) in words for fold in session.folds)
    assert "DRAFT" in next(note.message for note in made.notes if note.kind == "watermark")
