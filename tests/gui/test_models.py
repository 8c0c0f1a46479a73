"""The item models keep Qt's rules, also while the session changes under them."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from annotator.desk import ArticleRow
from annotator.gui.bridge import SessionBridge
from annotator.gui.filter import Filter
from annotator.gui.findings_model import ROW, FindingsModel, Group, Row, standing
from annotator.gui.library_model import ID, LibraryModel, LibraryProxy
from annotator.gui.strip_model import StripModel
from annotator.model import State, Verdict
from tests.gui.small import analysis_of, claim_of, session_of


@pytest.fixture
def bridge(qtbot: QtBot) -> Iterator[SessionBridge]:
    bridge = SessionBridge()
    bridge.open(session_of(analysis_of()))
    yield bridge
    bridge.open(None)


@pytest.fixture
def strip(bridge: SessionBridge, qtmodeltester: ModelTester) -> StripModel:
    model = StripModel(bridge)
    qtmodeltester.check(model)
    return model


@pytest.fixture
def findings(bridge: SessionBridge, qtmodeltester: ModelTester) -> FindingsModel:
    model = FindingsModel(bridge)
    model.reread()
    qtmodeltester.check(model)
    return model


def test_a_run_of_copies_is_one_row(strip: StripModel) -> None:
    entries = [strip.entry(row) for row in range(strip.rowCount())]
    assert [(entry.first, entry.last) for entry in entries] == [(0, 0), (1, 1), (2, 2), (3, 3), (4, 5), (6, 6), (7, 7)]
    assert entries[4].text == "5–6 同 2–3"
    assert entries[4].mark == "copy"
    assert entries[1].copies == 2
    assert entries[0].heading


def test_a_decision_changes_its_rows_alone(strip: StripModel, bridge: SessionBridge, qtbot: QtBot) -> None:
    changed: list[int] = []
    strip.dataChanged.connect(lambda first, last: changed.extend(range(first.row(), last.row() + 1)))
    left = strip.entry(1).left
    bridge.decide(bridge.fold_id(claim_of(bridge, "3447名").id), State.CONFIRMED)
    assert strip.entry(1).left == left - 1
    assert strip.entry(1).mark == "begun"
    assert 2 not in changed


def test_the_row_says_what_it_shows(strip: StripModel) -> None:
    index = strip.index(1)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("第 2 段，未读，余 3 项，共 2 处")


def test_a_contradiction_marks_its_paragraph(strip: StripModel) -> None:
    assert strip.entry(strip.row_of(7)).mark == "contradicted"


def test_findings_come_worst_first(findings: FindingsModel) -> None:
    titles = [findings.index(row, 0).data() for row in range(findings.rowCount())]
    assert titles == ["矛盾", "请看", "相符"]
    group = findings.index(0, 0)
    assert isinstance(group.data(ROW), Group)
    row = findings.index(0, 0, group).data(ROW)
    assert isinstance(row, Row)
    assert row.finding.verdict is Verdict.CONTRADICTION
    assert findings.parent(findings.index(0, 0, group)) == group


def test_filter_and_groups(findings: FindingsModel) -> None:
    findings.filter = Filter("矛盾")
    findings.reread()
    assert [row.finding.check for row in findings.rows()] == ["conflict"]
    findings.filter = Filter("没有这样的词")
    findings.reread()
    assert findings.rowCount() == 0
    findings.filter, findings.group_by = Filter(), "paragraph"
    findings.reread()
    assert findings.index(0, 0).data() == "第 8 段"
    assert findings.find("none@0-1").isValid() is False


def test_an_answer_takes_a_finding_off_the_open_ones(findings: FindingsModel, bridge: SessionBridge) -> None:
    findings.open_only = True
    findings.reread()
    before = {row.finding.id for row in findings.rows()}
    direction = next(finding for finding in before if finding.startswith("direction"))
    bridge.answer(direction, "口径不同")
    assert {row.finding.id for row in findings.rows()} == before - {direction}


def test_counts_are_of_everything_that_is_shown(findings: FindingsModel) -> None:
    assert findings.counts == {Verdict.CONTRADICTION: 1, Verdict.SUSPICIOUS: 1, Verdict.CONSISTENT: 1}


def _articles(*titles: str) -> tuple[ArticleRow, ...]:
    days = [datetime(2026, 3, day, tzinfo=UTC) for day in range(1, len(titles) + 1)]
    return tuple(
        ArticleRow(str(at), title, f"{at}.txt", day, day, 10, at, 5, at)
        for at, (title, day) in enumerate(zip(titles, days, strict=True), start=1)
    )


def test_the_library_keeps_the_rules_while_it_is_searched_and_sorted(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = LibraryModel(_articles("春耕一线见闻", "全市就业形势", "春运客流"))
    qtmodeltester.check(model)
    proxy = LibraryProxy(model)
    qtmodeltester.check(proxy)
    proxy.search("春 运")
    assert [proxy.index(row, 0).data() for row in range(proxy.rowCount())] == ["春运客流"]
    proxy.search("春")
    proxy.sort(2, Qt.SortOrder.DescendingOrder)
    assert [proxy.index(row, 0).data(ID) for row in range(proxy.rowCount())] == ["3", "1"]
    proxy.search("")
    assert proxy.rowCount() == 3
    assert model.row("2").title == "全市就业形势"


def test_what_was_answered_has_a_group_of_its_own_and_is_counted_no_more(findings: FindingsModel, bridge: SessionBridge) -> None:
    assert findings.rows()
    conflict = next(row.finding for row in findings.rows() if row.finding.check == "conflict")
    bridge.answer(conflict.id, "口径不同")
    assert findings.counts == {Verdict.CONTRADICTION: 0, Verdict.SUSPICIOUS: 1, Verdict.CONSISTENT: 1}
    assert findings.total == 3
    assert [findings.index(row, 0).data() for row in range(findings.rowCount())] == ["请看", "已回应", "相符"]
    bridge.undo()
    assert findings.counts[Verdict.CONTRADICTION] == 1
    assert [findings.index(row, 0).data() for row in range(findings.rowCount())] == ["矛盾", "请看", "相符"]


def test_a_row_tells_the_decision_and_the_answer_apart(findings: FindingsModel, bridge: SessionBridge) -> None:
    def row() -> Row:
        return next(row for row in findings.rows() if row.finding.check == "conflict")

    for fold in row().folds:
        bridge.session.decide(fold.id, State.CONFIRMED)
    findings.reread()
    assert (row().state, row().asks, standing(row())) == (State.CONFIRMED, True, "未回应")
    assert "，未回应，已确认" in findings.find(row().finding.id).data(Qt.ItemDataRole.AccessibleTextRole)
    bridge.answer(row().finding.id, "口径不同")
    assert (row().state, row().settled, standing(row())) == (State.CONFIRMED, True, "已回应")


def test_counts_follow_though_nobody_looks_at_the_list(findings: FindingsModel, bridge: SessionBridge) -> None:
    findings.reread()
    direction = next(finding for finding in bridge.session.all_findings if finding.check == "direction")
    bridge.answer(direction.id, "口径不同")
    assert findings.counts[Verdict.SUSPICIOUS] == 0
    bridge.set_filter(Filter("请看"))
    assert not any(bridge.passes(fold.id) for fold in bridge.session.folds)
    bridge.set_filter(Filter("已回应"))
    assert any(bridge.passes(fold.id) for fold in bridge.session.folds)
