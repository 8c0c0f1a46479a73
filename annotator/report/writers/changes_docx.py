"""The manuscript with tracked changes: each correction by its reviewer and dated, with comments that say why and on what ground."""

from collections.abc import Iterator

from annotator.model import Decision, State
from annotator.report import words
from annotator.report.manuscript import difference
from annotator.report.original import original
from annotator.report.record import ClaimRow, Report
from annotator.report.revise import Author, Revision


def render(report: Report) -> bytes:
    """A .docx. Rejecting all changes gives the article's text, accepting all the corrected one; comments hang on all that was asked."""
    revision = Revision(*original(report))
    made = set(report.edits)
    for row in report.asked:
        if row.decision is None:
            continue
        author = Author(row.decision.by, row.decision.at)
        lines = tuple(_comment(row, row.decision, report))
        for span in [edit.span for edit in row.edits] or [place.span for place in row.places]:
            revision.comment(span, lines, author)
        for edit in row.edits:
            if edit in made:
                revision.change(edit.span, difference(report.article.slice(edit.span), edit.text), author)
    return revision.package.save()


def _comment(row: ClaimRow, decision: Decision, report: Report) -> Iterator[str]:
    """Reason, ground, evidence, findings, notes."""
    asked = f"（问{decision.to or '作者'}）" if row.state is State.FLAGGED else ""
    yield f"{words.STATES[row.state]}{asked}：{decision.reason}"
    if decision.judgement:
        yield "依据：编辑判断"
    for item in report.evidence:
        if item.number in row.evidence:
            source = item.evidence
            yield f"证据 {item.number}：" + "，".join(
                part for part in (source.quote, source.title, source.publisher, source.locator, source.link) if part
            )
    for finding in report.findings:
        if finding.number in row.findings and finding.finding.is_error:
            yield f"核对 {finding.number}（{words.verdict(finding)}）：{finding.finding.message}"
    for note in row.notes:
        yield f"备注：{note}"
