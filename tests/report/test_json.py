"""The JSON file: by its schema, sealed, and exact."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from annotator.model import State
from annotator.paths import resource
from annotator.report import Report, build
from annotator.report.content import digest
from annotator.report.writing import render
from annotator.review.log import KINDS
from tests.report.ground import NOW, TEXT, analysis, fold_of, opened

SCHEMA = json.loads(resource("report", "report.schema.json").read_text("utf-8"))


def read(report: Report) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(render(report, "json"))
    return data


def test_the_schema_is_one_and_the_report_obeys_it(report: Report) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    for made in (report, build(opened(), draft=True, now=NOW)):
        assert list(Draft202012Validator(SCHEMA).iter_errors(read(made))) == []


def test_the_schema_knows_every_kind_of_record() -> None:
    records = SCHEMA["properties"]["log"]["properties"]["records"]["items"]["properties"]
    assert set(records["kind"]["enum"]) == KINDS


def test_the_schema_refuses_what_is_not_a_report(report: Report) -> None:
    data = read(report)
    for key in data:
        assert list(Draft202012Validator(SCHEMA).iter_errors({k: v for k, v in data.items() if k != key})), key
    data["claims"][0]["value"] = 0.15
    assert list(Draft202012Validator(SCHEMA).iter_errors(data))


def test_golden(report: Report, assert_golden: Callable[[str, str], None]) -> None:
    assert_golden("report.json", render(report, "json").decode("utf-8"))


def test_the_seal_covers_everything(report: Report) -> None:
    data = read(report)
    assert data["seal"] == {"sha256": digest(data)}
    data["claims"][1]["decision"]["reason"] += "。"
    assert data["seal"]["sha256"] != digest(data)


def test_no_number_is_a_float(report: Report) -> None:
    floats: list[str] = []
    json.loads(render(report, "json"), parse_float=floats.append)
    assert floats == []


@pytest.mark.parametrize("odd", ["\ud800", "\x00", "\ufffe", "\u202e", "𠮷📌", "\r\n", '"\\'])
def test_text_comes_back_character_for_character(odd: str) -> None:
    made = analysis(TEXT + odd)
    made = replace(made, article=replace(made.article, text=TEXT + odd))
    session = opened(made)
    session.decide(fold_of(session, "12%"), State.FLAGGED, reason=f"问{odd}作者")
    data = read(build(session, draft=True, now=NOW))
    assert data["article"]["text"] == TEXT + odd
    assert data["claims"][0]["decision"]["reason"] == f"问{odd}作者"
    assert data["seal"]["sha256"] == digest(data)
