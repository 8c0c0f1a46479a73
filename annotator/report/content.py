"""The report as plain JSON values: what the JSON file holds and what the seal covers. Numbers that were stated are strings."""

import hashlib
import json
from dataclasses import asdict
from typing import Any

from annotator.model import Context, Decision, Verdict
from annotator.report import words
from annotator.report.record import ClaimRow, FindingRow, Report
from annotator.review import Record
from annotator.review.log import canonical, timestamp
from annotator.review.plain import claim_to_json, evidence_to_json

FORMAT, VERSION = "heshu-report", 1


def content(report: Report) -> dict[str, Any]:
    """Everything but the seal, in the order of the schema (resources/report/report.schema.json)."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "created": report.created.isoformat(timespec="seconds"),
        "draft": report.draft,
        "software": report.software._asdict(),
        "article": _article(report),
        "people": [
            {
                "stage": person.stage.value,
                "name": person.name,
                "first": timestamp(person.first),
                "last": timestamp(person.last),
                "entries": person.entries,
            }
            for person in report.people
        ],
        "method": list(words.METHOD),
        "limits": list(words.limits(report)),
        "summary": _summary(report),
        "coverage": _coverage(report),
        "blockers": list(report.blockers),
        "claims": [_claim(row) for row in report.rows],
        "findings": [_finding(row) for row in report.findings],
        "evidence": [{"number": row.number, "claims": list(row.rows), **evidence_to_json(row.evidence)} for row in report.evidence],
        "corrections": [_correction(row, report) for row in report.rows if row.edits],
        "failures": [failure._asdict() for failure in report.failures],
        "off": list(report.off),
        "log": {"seq": report.head[0], "hash": report.head[1], "records": [_record(record) for record in report.records]},
    }


def digest(values: dict[str, Any]) -> str:
    """The seal: SHA-256 of the canonical JSON of everything but the key "seal"."""
    return hashlib.sha256(canonical({key: value for key, value in values.items() if key != "seal"}).encode("ascii")).hexdigest()


def _article(report: Report) -> dict[str, Any]:
    article = report.article
    return {
        "name": article.name,
        "title": article.title,
        "byline": article.byline,
        "publisher": article.publisher,
        "published": None if article.published is None else article.published.isoformat(),
        "encoding": article.encoding,
        "characters": len(article.text),
        "sha256": article.sha256,
        "source_sha256": article.source_sha256,
        "notes": [
            {
                "kind": note.kind,
                "message": note.message,
                "english": note.english,
                "span": None if note.span is None else list(note.span),
            }
            for note in article.notes
        ],
        "paragraphs": [{"start": p.start, "end": p.end, "copy_of": p.copy_of} for p in article.paragraphs],
        "text": article.text,
    }


def _summary(report: Report) -> dict[str, Any]:
    return {
        "claims": len(report.counted),
        "places": sum(len(row.places) for row in report.counted),
        "minor": sum(row.minor for row in report.rows),
        "states": {state.value: tally._asdict() for state, tally in report.tallies.items()},
        "internal": report.internal,
        "findings": {verdict.value: sum(row.finding.verdict is verdict for row in report.findings) for verdict in Verdict},
        "errors": {fault.value: count for fault, count in report.errors.items()},
        "errors_per_10000": words.per_ten_thousand(report),
        "rate": words.RATE,
    }


def _coverage(report: Report) -> dict[str, Any]:
    coverage = report.coverage
    return {
        "claims": coverage.claims,
        "left_out": [
            {"start": start, "end": end, "text": report.article.slice((start, end)), "reason": reason}
            for start, end, reason in coverage.left_out
        ],
        "unexplained": len(coverage.unexplained),
        "paragraphs": coverage.paragraphs,
        "read": sorted(coverage.read),
    }


def _claim(row: ClaimRow) -> dict[str, Any]:
    return {
        "number": row.number,
        "id": row.fold,
        **claim_to_json(row.claim),
        "places": [list(place.span) for place in row.places],
        "paragraphs": [place.paragraph for place in row.places],
        "state": row.state.value,
        "quote": [{"mark": run.mark.value, "text": run.text} for run in row.quote],
        "context": _context(row.context),
        "decision": None if row.decision is None else _decision(row.decision),
        "notes": list(row.notes),
        "findings": list(row.findings),
        "evidence": list(row.evidence),
    }


def _context(context: Context) -> dict[str, Any]:
    values = asdict(context)
    return {**values, "direction": context.direction.value, "marks": sorted(context.marks), "clause": list(context.clause)}


def _decision(decision: Decision) -> dict[str, Any]:
    values = asdict(decision)
    return {
        **values,
        "state": decision.state.value,
        "at": timestamp(decision.at),
        "span": None if decision.span is None else list(decision.span),
        "evidence": list(decision.evidence),
    }


def _finding(row: FindingRow) -> dict[str, Any]:
    finding = row.finding
    return {
        "number": row.number,
        "id": finding.id,
        "check": finding.check,
        "title": row.title,
        "verdict": finding.verdict.value,
        "level": finding.level.value,
        "severity": finding.severity.value,
        "spans": [list(span) for span in finding.spans],
        "operands": list(row.operands),
        "paragraphs": list(row.paragraphs),
        "claims": list(row.rows),
        "formula": finding.formula,
        "computed": finding.computed,
        "message": finding.message,
        "suggestion": None if finding.suggestion is None else finding.suggestion._asdict(),
        "response": row.response.value,
        "answer": row.answer,
    }


def _correction(row: ClaimRow, report: Report) -> dict[str, Any]:
    made = set(report.edits)
    return {
        "claim": row.number,
        "before": report.article.slice(row.edits[0].span),
        "after": row.edits[0].text,
        "places": [list(edit.span) for edit in row.edits],
        "made": all(edit in made for edit in row.edits),
        "fault": None if row.fault is None else row.fault.value,
    }


def _record(record: Record) -> dict[str, Any]:
    event = record.event
    return {
        "seq": record.seq,
        "at": timestamp(record.at),
        "by": record.by,
        "id": event.id,
        "kind": event.kind,
        "seen": event.seen,
        "data": json.loads(canonical(event.data)),  # keys sorted, as a database gives them back
        "hash": record.hash,
    }
