"""A report's JSON is enough to take the work up again: in a fresh database it gives the same JSON, byte for byte."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from annotator import paths
from annotator.desk import Desk, open_desk
from annotator.model import Evidence, Quantity, Span, Stage, State
from annotator.report import build
from annotator.report.manuscript import marked
from annotator.report.record import Mark
from annotator.report.writing import render
from annotator.review import Session
from annotator.text import Join
from tests.report.ground import NOW, TEXT


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path / "first.db") as opened:
        opened.reviewer = "沈若兰"
        yield opened


def worked(session: Session) -> None:
    """Something of everything that can be done to an article."""
    folds = [fold.id for fold in session.folds if not fold.claim.minor]
    session.add_evidence(folds[0], Evidence("e1", "引文𠮷", "题名", retrieved=date(2026, 3, 1)))
    session.decide(folds[0], State.CORRECTED, text="改过", reason="理由", evidence=["e1"])
    session.decide(folds[1], State.FLAGGED, reason="问“作者”\n两行", to="来源")
    session.decide(folds[2], State.DISMISSED)
    session.undo()
    session.redo()
    session.note(folds[2], "备注📌")
    several = next((fold for fold in session.folds if len(fold.places) > 1), None)
    if several is not None:
        session.decide(several.id, State.CONFIRMED, place=several.places[1].id)
    for finding in session.analysis.findings:
        if session.is_open(finding):
            session.answer(finding.id, "看过")
    session.reviewer = "周一鸣"
    for fold in session.folds:
        if session.state(fold.id) is State.PENDING and not fold.claim.minor:
            session.decide(fold.id, State.CONFIRMED)
    for paragraph in session.article.paragraphs:
        if not session.is_read(paragraph.order):
            session.read(paragraph.order)


@pytest.mark.parametrize("source", ["sample", "text"])
def test_a_fresh_database_gives_the_same_json(source: str, desk: Desk, tmp_path: Path) -> None:
    sample = paths.seed("liling-2020-03.txt")
    session = desk.import_file(sample) if source == "sample" else desk.import_text(TEXT + "增长𠮷15%。\n", "简报.txt")
    worked(session)
    first = render(build(session, now=NOW), "json")
    with open_desk(tmp_path / "second.db") as fresh:
        second = render(build(fresh.import_report(json.loads(first)), now=NOW), "json")
    assert second == first


def test_everything_that_is_not_a_decision_comes_back_too(desk: Desk, tmp_path: Path) -> None:
    """Losses of the import, masthead, joined paragraphs, another understanding, readings, and checks that were switched off."""
    desk.checks_off = frozenset({"weekday", "growth"})
    source = tmp_path / "简报.txt"
    source.write_bytes(("\ufeff" + TEXT + "全市建成公路1\n200公里。\n").encode())
    session = desk.import_file(source)
    session.describe("改过的题名", "沈若兰", "南泽日报", date(2026, 3, 12))
    joint = next(paragraph for paragraph in session.article.paragraphs if session.article.slice(paragraph.span).startswith("全市建成"))
    session.carry_on([Join(joint.order, joint.order + 1)])
    rate = next(fold for fold in session.folds if fold.claim.text == "12%")
    session.read_as(rate.id, rate.claim.kind, Quantity("0.13", None, "%"))
    worked(session)
    session.begin(Stage.FINAL)
    for paragraph in session.article.paragraphs:
        if not session.is_read(paragraph.order):
            session.read(paragraph.order)
    report = build(session, draft=True, now=NOW)
    assert any("\n" in row.claim.text for row in report.rows)
    for paragraph, pieces in marked(report):  # a claim over two paragraphs stands in each once
        assert "".join(run.text for piece in pieces for run in piece.runs if run.mark is not Mark.INSERTED) == report.article.slice(
            paragraph.span
        )
    first = json.loads(render(report, "json"))
    assert first["off"] == ["growth", "weekday"]
    assert first["article"]["notes"]
    assert all(note["english"] for note in first["article"]["notes"])
    assert {record["kind"] for record in first["log"]["records"]} >= {"masthead", "flow", "reading", "stage"}
    assert {person["stage"] for person in first["people"]} == {"first", "final"}
    with open_desk(tmp_path / "second.db") as fresh:
        second = build(fresh.import_report(first), draft=True, now=NOW)
        assert render(second, "json") == render(report, "json")


def test_the_desk_finds_a_true_report_true_and_a_changed_one_not(desk: Desk) -> None:
    session = desk.import_text(TEXT, "简报.txt")
    worked(session)
    data = json.loads(render(build(session, now=NOW), "json"))
    assert desk.verify(data) == ()
    data["claims"][0]["decision"]["reason"] = "别的"
    assert desk.verify(data)


def test_work_that_stopped_half_way_goes_on_from_a_draft(desk: Desk, tmp_path: Path) -> None:
    session = desk.import_text(TEXT, "简报.txt")
    rate = next(fold for fold in session.folds if fold.claim.text == "15%左右")
    session.adjust(rate.id, Span(rate.claim.start, rate.claim.end - 2))
    data = json.loads(render(build(session, draft=True, now=NOW), "json"))
    with open_desk(tmp_path / "second.db") as fresh:
        again = fresh.import_report(data)
        assert again.head == session.head
        assert [fold.id for fold in again.folds] == [fold.id for fold in session.folds]
