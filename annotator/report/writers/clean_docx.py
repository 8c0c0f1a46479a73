"""The corrected manuscript as a Word document without a trace of the changes; an original keeps its formatting."""

from annotator.report.manuscript import difference
from annotator.report.original import original
from annotator.report.record import Report
from annotator.report.revise import Author, Revision


def render(report: Report) -> bytes:
    """A .docx with every correction made and every earlier tracked change accepted."""
    revision = Revision(*original(report))
    nobody = Author("", report.created)
    for edit in report.edits:
        revision.change(edit.span, difference(report.article.slice(edit.span), edit.text), nobody, tracked=False)
    revision.accept()
    return revision.package.save()
