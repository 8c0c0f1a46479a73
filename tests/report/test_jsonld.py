"""W3C Web Annotations: the rules of the model that can be checked without the network, and the places."""

import json
import uuid
from collections.abc import Callable
from typing import Any

from annotator.model import State
from annotator.report import Report, build
from annotator.report.writing import render
from tests.report.ground import NOW, TEXT, analysis, fold_of, opened

MOTIVATIONS = {"assessing", "editing", "questioning", "commenting", "linking"}


def read(report: Report) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(render(report, "jsonld"))
    return data


def items_of(report: Report) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = read(report)["first"]["items"]
    return items


def test_golden(report: Report, assert_golden: Callable[[str, str], None]) -> None:
    assert_golden("report.jsonld", json.dumps(_without_names(read(report)), ensure_ascii=False, indent=1) + "\n")


def _without_names(value: Any) -> Any:
    """Names are made from the hash of the log, which differs from run to run."""
    if isinstance(value, dict):
        return {key: "<urn>" if key == "id" else _without_names(item) for key, item in value.items()}
    return [_without_names(item) for item in value] if isinstance(value, list) else value


def test_a_collection_with_its_page(report: Report) -> None:
    data = read(report)
    assert data["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (data["type"], data["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert data["total"] == len(data["first"]["items"]) == 8


def test_every_annotation_has_what_the_model_demands(report: Report) -> None:
    items = items_of(report)
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert uuid.UUID(item["id"].removeprefix("urn:uuid:"))
        assert item["type"] == "Annotation"
        assert item["target"]
        assert item["motivation"] in MOTIVATIONS
        assert {body["purpose"] for body in item["body"]} <= MOTIVATIONS
        for target in item["target"]:
            quote, position = target["selector"]
            assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            start, end = position["start"], position["end"]
            assert TEXT[start:end] == quote["exact"]
            assert TEXT[:start].endswith(quote["prefix"])
            assert TEXT[end:].startswith(quote["suffix"])
            assert target["source"].startswith("ni:///sha-256;")


def test_a_correction_edits_all_its_places_and_links_its_source(report: Report) -> None:
    first, second = items_of(report)[:2]
    assert [target["selector"][0]["exact"] for target in first["target"]] == ["上浮15%左右"]
    assert [target["selector"][0]["exact"] for target in second["target"]] == ["173个", "173个"]
    assert [(body["purpose"], body.get("value") or body.get("source")) for body in first["body"]] == [
        ("assessing", "已更正"),
        ("editing", "下浮15%左右"),
        ("commenting", "与减负相反"),
        ("linking", "https://example.org/ten?a=1&b=2"),
    ]


def test_pending_claims_are_left_out() -> None:
    session = opened()
    session.decide(fold_of(session, "12%"), State.FLAGGED, reason="问")
    assert [item["target"][0]["selector"][0]["exact"] for item in items_of(build(session, draft=True, now=NOW))] == ["12%"]


def test_positions_count_code_points() -> None:
    session = opened(analysis("𠮷📌" + TEXT))
    session.decide(fold_of(session, "12%"), State.CONFIRMED)
    (item,) = items_of(build(session, draft=True, now=NOW))
    position = item["target"][0]["selector"][1]
    assert ("𠮷📌" + TEXT)[position["start"] : position["end"]] == "12%"
    assert position["start"] == TEXT.index("12%") + 2


def test_the_same_state_has_the_same_names_and_another_state_others() -> None:
    session = opened()
    session.decide(fold_of(session, "12%"), State.CONFIRMED)
    first = read(build(session, draft=True, now=NOW))
    assert read(build(session, draft=True, now=NOW)) == first
    session.note(fold_of(session, "12%"), "再看")
    assert read(build(session, draft=True, now=NOW))["id"] != first["id"]
