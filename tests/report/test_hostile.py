"""No text in any field breaks any format."""

import io
import json
import zipfile
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from annotator.model import Evidence, Note, State
from annotator.report import Report, build
from annotator.report.writing import FORMATS, render
from annotator.text import article as make_article
from tests.report.ground import NOW, TEXT, analysis, fold_of, opened

LONG = "长" * 40_000
HOSTILE = (
    "",
    " ",
    "\n\n\n",
    "\x00\x01\x0b\x1f\x7f\x85",
    "\ud800\udfff",
    "\ufffe\uffff\U0001ffff",
    "\u202eabc\u2066\u2069\u200f",
    "שלום עולם 15% مرحبا",
    "e\u0301\u0301\u0301" * 50,
    "👩‍👩‍👧‍👦🇨🇳",
    LONG,
    "w" * 5_000,
    "]]><![CDATA[",
    "&amp;&#0;&#xD800;",
    "#panic() $ $ ``` <label> @ref \\u{0}",
    "{{ 7 * 7 }}{% raw %}",
    "_x0000_ _x005F_",
    "http://example.org/" + "x" * 3_000,
    "../../x",
    "\t=1+1",
)


def filled(text: str) -> Report:
    """A draft with the text in every field."""
    made = analysis(TEXT + text.replace("\n", " ") + "\n")
    session = opened(made)
    session.reviewer = text
    fold = fold_of(session, "12%")
    evidence = Evidence("e" + text, text + "q", text, text, text, text, attachment=text, sha256="")
    session.add_evidence(fold, evidence)
    session.decide(fold, State.CORRECTED, text=text + "x", reason=text + "r", evidence=[evidence.id])
    session.note(fold, text + "n")
    session.decide(fold_of(session, "3天"), State.FLAGGED, reason=text + "r", to=text)
    session.answer(made.findings[2].id, text + "a")
    report = build(session, draft=True, now=NOW)
    notes = (Note("kind", text),)
    article = make_article(made.article.text, name=text, title=text, byline=text, notes=notes)
    return replace(report, article=replace(article, text=report.article.text, paragraphs=report.article.paragraphs))


def assert_safe(name: str, data: bytes) -> None:
    """The file is what its name says."""
    if name == "pdf":
        with pypdfium2.PdfDocument(data) as pdf:
            assert len(pdf) > 0
    elif name.endswith(("docx", "xlsx")):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for part in package.namelist():
                if part.endswith((".xml", ".rels")):
                    etree.fromstring(package.read(part))
    elif name.startswith("json"):
        json.loads(data)
    elif name != "clean-txt":
        data.decode("utf-8")


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_hostile_text_breaks_no_format(text: str) -> None:
    report = filled(text)
    for name in FORMATS:
        assert_safe(name, render(report, name))
    assert "\x00" not in render(report, "html").decode("utf-8")


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_no_text_at_all_breaks_a_format(text: str) -> None:
    report = filled(text)
    for name in FORMATS:
        assert_safe(name, render(report, name))
