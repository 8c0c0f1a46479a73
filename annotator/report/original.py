"""The Word document a manuscript goes out in: the original where the article came from one, else a plain one with the same text."""

from annotator.report import words
from annotator.report.record import Report
from annotator.report.revise import one_for_one
from annotator.report.writers import word
from annotator.text import Anchor, Format, Imported, ReadError

_ZIP = b"PK\x03\x04"
_PART = "word/document.xml"


def original(report: Report) -> tuple[bytes, Imported]:
    """The document and where each place of the article stands in it."""
    return _given(report) or _plain(report)


def _given(report: Report) -> tuple[bytes, Imported] | None:
    """The source itself, where it is a Word document that still reads as the article."""
    from annotator.text.loading import convert

    if report.source is None or not report.source.startswith(_ZIP):
        return None
    try:
        imported = convert(report.source, report.article.name)
    except ReadError:
        return None
    if imported.format is not Format.DOCX or imported.article.text != report.article.text:
        return None
    return report.source, imported


def _plain(report: Report) -> tuple[bytes, Imported]:
    """A document with one paragraph a line of the article, blank ones too."""
    article = report.article
    paragraphs: list[str] = []
    anchors: list[Anchor] = []
    at = 0
    for line in article.text.split("\n"):
        paragraphs.append(word.paragraph(word.run(one_for_one(line.removesuffix("\r"))), style="Manuscript"))
        start = at
        for part in line.removesuffix("\r").split("\t"):
            if part:
                anchors.append(Anchor(start, start + len(part), _PART, len(anchors), 0))
            start += len(part) + 1
        at += len(line) + 1
    header = word.paragraph(word.run(words.tag(report), colour="961A2B", half_points=18)) if report.draft else ""
    data = word.document(word.Parts("".join(paragraphs), header=header), title=report.title, created=report.created)
    return data, Imported(article, data, Format.DOCX, anchors=tuple(anchors))
