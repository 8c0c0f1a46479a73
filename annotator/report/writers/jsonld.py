"""W3C Web Annotations: each decision as an annotation of its places, with quote and position selectors in code points.

Pending claims are left out: nobody has said anything about them. The target is the article's text, named by its hash (RFC 6920).
"""

import base64
import json
import uuid
from typing import Any

from annotator.model import Decision, Evidence, Span, State
from annotator.report import words
from annotator.report.cells import web_link
from annotator.report.record import ClaimRow, Report
from annotator.review.log import timestamp

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # code points of prefix and suffix
_MOTIVATIONS = {State.CONFIRMED: "assessing", State.CORRECTED: "editing", State.FLAGGED: "questioning", State.DISMISSED: "assessing"}


def render(report: Report) -> bytes:
    """An AnnotationCollection with one page, as JSON-LD. What UTF-8 cannot carry is written as its code."""
    items = [_annotation(row, row.decision, report) for row in report.rows if row.decision]
    collection = {
        "@context": _CONTEXT,
        "id": _urn(report, "collection"),
        "type": "AnnotationCollection",
        "label": f"数字核查：{report.title}",
        "creator": [{"type": "Person", "name": name} for name in dict.fromkeys(person.name for person in report.people)],
        "created": timestamp(report.created),
        "generator": {"type": "Software", "name": report.software.name, "schema:softwareVersion": report.software.version},
        "total": len(items),
        "first": {"id": _urn(report, "page"), "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    text = json.dumps(collection, ensure_ascii=False, indent=1)
    return (text.encode("utf-8", "surrogatepass").decode("utf-8", "replace") + "\n").encode("utf-8")


def _urn(report: Report, name: str) -> str:
    """The same name for the same thing in the same state of the log."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{report.article.sha256}/{report.head[1]}/{name}").urn


def _annotation(row: ClaimRow, decision: Decision, report: Report) -> dict[str, Any]:
    spans = [edit.span for edit in row.edits] or [place.span for place in row.places]
    return {
        "id": _urn(report, row.fold),
        "type": "Annotation",
        "motivation": _MOTIVATIONS[row.state],
        "creator": {"type": "Person", "name": decision.by},
        "created": timestamp(decision.at),
        "body": _bodies(row, decision, report),
        "target": [_target(span, report) for span in spans],
    }


def _bodies(row: ClaimRow, decision: Decision, report: Report) -> list[dict[str, Any]]:
    bodies = [_words(words.STATES[row.state], "assessing")]
    if row.state is State.CORRECTED:
        bodies.append(_words(decision.text, "editing"))
    bodies += [_words(text, "commenting") for text in (decision.reason, *row.notes) if text]
    bodies += [_source(item.evidence) for item in report.evidence if item.number in row.evidence]
    return bodies


def _words(text: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": text, "format": "text/plain", "language": "zh", "purpose": purpose}


def _source(evidence: Evidence) -> dict[str, Any]:
    """A link where there is one that can be followed, else the words of the source."""
    if link := web_link(evidence.link):
        return {"type": "SpecificResource", "source": link, "purpose": "linking"}
    return _words("，".join(part for part in (evidence.title, evidence.publisher, evidence.locator, evidence.quote) if part), "linking")


def _target(span: Span, report: Report) -> dict[str, Any]:
    article = report.article
    digest = base64.urlsafe_b64encode(bytes.fromhex(article.sha256)).decode("ascii").rstrip("=")
    return {
        "type": "SpecificResource",
        "source": f"ni:///sha-256;{digest}",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": article.slice(span),
                "prefix": article.slice((max(0, span.start - _AROUND), span.start)),
                "suffix": article.slice((span.end, span.end + _AROUND)),
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
        "state": {"type": "TimeState", "sourceDate": timestamp(report.created)},
    }
