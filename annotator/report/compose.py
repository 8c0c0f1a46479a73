"""A session becomes a Report: rows in order, numbers given, everything tied to everything."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from annotator import __version__
from annotator.checks import RULES
from annotator.claims import extractor
from annotator.model import Article, Claim, Context, Evidence, Finding, Fold, Level, Severity, Stage, State, Verdict
from annotator.report import words
from annotator.report.blockers import Unfinished, blockers
from annotator.report.content import content, digest
from annotator.report.manuscript import difference
from annotator.report.record import (
    ClaimRow,
    Coverage,
    Edit,
    EvidenceRow,
    Fault,
    FindingRow,
    Mark,
    Person,
    Report,
    Response,
    Run,
    Software,
)
from annotator.review import Session

NAME = "核数"
_FIRST = {State.CORRECTED: 0, State.FLAGGED: 1}
_STOP = re.compile(r"[，。！？；：!?;\n]|,(?![0-9])")  # ends a clause; a comma before a digit may be a thousands separator
_BEFORE, _AFTER = 26, 16  # code points of context around a claim


def build(
    session: Session, *, draft: bool = False, app: str = __version__, now: datetime | None = None, source: bytes | None = None
) -> Report:
    """The verification as it stands. A final one raises Unfinished where work is open. `now` carries the time zone of the report."""
    open_work = blockers(session)
    if open_work and not draft:
        raise Unfinished(open_work)
    evidence = _evidence(session)
    findings = _findings(session)
    rows = _rows(session, findings, evidence)
    report = Report(
        created=(now or datetime.now().astimezone()).replace(microsecond=0),
        draft=draft,
        software=Software(NAME, app, extractor(), RULES),
        article=session.article,
        blockers=open_work,
        people=_people(session),
        coverage=Coverage(
            claims=sum(len(fold.places) for fold in session.folds),
            left_out=session.analysis.coverage,
            paragraphs=len(session.article.paragraphs),
            read=frozenset(paragraph.order for paragraph in session.article.paragraphs if session.is_read(paragraph.order)),
        ),
        rows=rows,
        findings=_finding_rows(session, findings, rows),
        evidence=tuple(
            EvidenceRow(number, item, tuple(row.number for row in rows if number in row.evidence))
            for number, item in enumerate(evidence, start=1)
        ),
        failures=session.analysis.failures,
        off=session.analysis.off,
        records=tuple(session.records),
        head=session.head,
        source=session.source if source is None else source,
    )
    return replace(report, seal=digest(content(report)))


def _people(session: Session) -> tuple[Person, ...]:
    """Everybody in the log by the readings they worked in, each in order of their first entry."""
    entries: dict[tuple[Stage, str], list[datetime]] = {}
    for record in session.records:
        stage = next((begun.stage for begun in reversed(session.stages) if begun.seq <= record.seq), Stage.FIRST)
        entries.setdefault((stage, record.by), []).append(record.at)
    stages = list(Stage)
    return tuple(
        Person(stage, name, min(times), max(times), len(times))
        for (stage, name), times in sorted(entries.items(), key=lambda entry: stages.index(entry[0][0]))
    )


def _evidence(session: Session) -> tuple[Evidence, ...]:
    """The sources that some claim rests on, in the order of the text."""
    used: dict[str, Evidence] = {}
    known = {evidence.id: evidence for evidence in session.sources}
    for fold in session.folds:
        decision = session.decision(fold.id)
        attached = [evidence.id for evidence in session.evidence(fold.id)]
        used.update({id_: known[id_] for id_ in (*attached, *(decision.evidence if decision else ())) if id_ in known})
    return tuple(used.values())


def _findings(session: Session) -> tuple[Finding, ...]:
    """Errors before hints before what holds; the worst first."""
    verdicts, severities = list(Verdict), list(Severity)
    return tuple(
        sorted(
            session.analysis.findings,
            key=lambda finding: (
                finding.verdict is Verdict.CONSISTENT,
                finding.level is Level.HINT,
                verdicts.index(finding.verdict),
                severities.index(finding.severity),
                finding.spans,
            ),
        )
    )


def _rows(session: Session, findings: Sequence[Finding], evidence: Sequence[Evidence]) -> tuple[ClaimRow, ...]:
    numbers = {finding.id: number for number, finding in enumerate(findings, start=1)}
    sources = {item.id: number for number, item in enumerate(evidence, start=1)}
    folds = sorted(session.folds, key=lambda fold: (_rank(session, fold), fold.claim.start))
    return tuple(_row(session, fold, number, numbers, sources) for number, fold in enumerate(folds, start=1))


def _rank(session: Session, fold: Fold) -> int:
    state = session.state(fold.id)
    return 3 if fold.claim.minor and state is State.PENDING else _FIRST.get(state, 2)


def _row(session: Session, fold: Fold, number: int, findings: Mapping[str, int], sources: Mapping[str, int]) -> ClaimRow:
    decision = session.decision(fold.id)
    attached = [item.id for item in session.evidence(fold.id)]
    used = dict.fromkeys((*attached, *(decision.evidence if decision else ())))
    edits = _edits(session, fold, number)
    return ClaimRow(
        number=number,
        fold=fold.id,
        state=session.state(fold.id),
        places=fold.places,
        quote=_quote(session.article, fold.claim, edits[0] if edits else None),
        decision=decision,
        context=session.analysis.contexts.get(fold.claim, Context()),
        notes=tuple(remark.text for remark in session.notes(fold.id)),
        findings=tuple(sorted(findings[finding.id] for finding in session.findings(fold.id))),
        evidence=tuple(sorted(sources[id_] for id_ in used if id_ in sources)),
        edits=edits,
        fault=_fault(session.article.slice(edits[0].span), edits[0].text) if edits else None,
    )


def _edits(session: Session, fold: Fold, number: int) -> tuple[Edit, ...]:
    """What a correction puts in, at each place of its fold."""
    edits = []
    for place in fold.places:
        decision = session.decision(place.id)
        if decision and decision.state is State.CORRECTED:
            edits.append(Edit(decision.span or place.span, decision.text, number))
    return tuple(edits)


def _fault(before: str, after: str) -> Fault:
    """The figure was wrong when its numerals change, the words around it when they stay (上浮15% -> 下浮15%, 173个 -> 173名)."""
    return Fault.MEANING if _numerals(before) == _numerals(after) else Fault.FIGURE


def _numerals(text: str) -> list[float]:
    return [value for value in (unicodedata.numeric(character, -1) for character in text) if value >= 0]


def _quote(article: Article, claim: Claim, edit: Edit | None) -> tuple[Run, ...]:
    """A claim in its clause, with what a correction takes out and puts in."""
    span = edit.span if edit else claim.span
    paragraph = article.paragraphs[claim.paragraph]
    before = article.slice((max(paragraph.start, span.start - _BEFORE), span.start))
    after = article.slice((span.end, min(paragraph.end, span.end + _AFTER)))
    stops = list(_STOP.finditer(before))
    head = before[stops[-1].end() :] if stops else ("…" if span.start - _BEFORE > paragraph.start else "") + before
    stop = _STOP.search(after)
    tail = after[: stop.start()] if stop else after + ("…" if span.end + _AFTER < paragraph.end else "")
    middle = difference(article.slice(span), edit.text) if edit else (Run(Mark.CLAIM, article.slice(span)),)
    return tuple(run for run in (Run(Mark.SAME, head), *middle, Run(Mark.SAME, tail)) if run.text)


def _finding_rows(session: Session, findings: Sequence[Finding], rows: Sequence[ClaimRow]) -> tuple[FindingRow, ...]:
    touched: defaultdict[int, list[int]] = defaultdict(list)
    for row in rows:
        for number in row.findings:
            touched[number].append(row.number)
    return tuple(
        FindingRow(
            number=number,
            finding=finding,
            title=words.check_title(finding.check),
            operands=tuple(session.article.slice(span) for span in finding.spans),
            paragraphs=tuple(session.article.paragraph_at(span.start).order for span in finding.spans),
            rows=tuple(touched[number]),
            response=_response(session, finding),
            answer=session.answer_of(finding.id) or "",
        )
        for number, finding in enumerate(findings, start=1)
    )


def _response(session: Session, finding: Finding) -> Response:
    if session.answer_of(finding.id) is not None:
        return Response.ANSWERED
    if not finding.is_error:
        return Response.NONE
    return Response.OPEN if session.is_open(finding) else Response.DECIDED
