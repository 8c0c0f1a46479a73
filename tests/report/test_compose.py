"""A review becomes a report: numbers, quotes, corrections, coverage, people, seal."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from annotator.model import Failure, Stage, State
from annotator.report import Report, Unfinished, blockers, build, open_work, words
from annotator.report.content import content, digest
from annotator.report.manuscript import corrected
from annotator.report.record import Fault, Mark, Response
from annotator.report.tables import tables
from tests.report.ground import NOW, TEXT, analysis, confirm, correct_rate, fold_of, opened, reviewed


def text_of(report: Report, number: int) -> str:
    """A quote with its marks: [-out-]{+in+}(claim)."""
    marks = {Mark.SAME: "{}", Mark.DELETED: "[-{}-]", Mark.INSERTED: "{{+{}+}}", Mark.CLAIM: "({})"}
    return "".join(marks[run.mark].format(run.text) for run in report.rows[number - 1].quote)


def test_corrected_and_flagged_rows_come_first_then_the_order_of_the_text_and_what_may_be_left_last(report: Report) -> None:
    assert [row.claim.text for row in report.rows] == ["15%左右", "173个", "2.68亿元", "3月10日", "5550家", "899家", "3天", "12%", "一座"]
    assert [row.number for row in report.rows] == list(range(1, 10))
    assert [row.number for row in report.asked] == [1, 2, 3]
    assert [row.minor for row in report.rows] == [False] * 8 + [True]


def test_a_quote_is_the_clause_with_the_least_change(report: Report) -> None:
    assert text_of(report, 1) == "贷款利率[-上-]{+下+}浮15%左右"
    assert text_of(report, 2) == "组织173[-个-]{+名+}信息员"
    assert text_of(report, 3) == "“A&B”<公司>捐款(2.68亿元)"


def test_a_quote_in_a_long_clause_says_where_it_was_cut() -> None:
    session = opened(long_clause := _analysis_of("很" * 60 + "多5550家企业" + "也" * 40))
    assert session.analysis is long_clause
    quote = build(session, draft=True, now=NOW).rows[0].quote
    assert quote[0].text.startswith("…很")
    assert quote[-1].text.endswith("也…")


def _analysis_of(text: str):
    from annotator.model import Analysis, Fold, Kind
    from annotator.text import article as make_article
    from tests.report.ground import claim

    article = make_article(text)
    only = claim(article, "5550家", Kind.COUNT, "5550", "家")
    return Analysis(article, (only,), (Fold((only,)),), (), ())


def test_a_correction_reaches_every_copy_and_nothing_else(report: Report) -> None:
    assert corrected(report) == TEXT.replace("上浮15%", "下浮15%").replace("173个", "173名")
    assert [edit.row for edit in report.edits] == [1, 2, 2]


def test_faults_tell_a_wrong_figure_from_wrong_words() -> None:
    session = opened()
    correct_rate(session)
    session.decide(fold_of(session, "12%"), State.CORRECTED, text="21%", reason="抄反", judgement=True)
    report = build(session, draft=True, now=NOW)
    assert {row.claim.text: row.fault for row in report.rows if row.fault} == {"15%左右": Fault.MEANING, "12%": Fault.FIGURE}
    assert report.errors == {Fault.FIGURE: 1, Fault.MEANING: 1}


def test_the_summary_counts_folds_and_places_and_leaves_minor_ones_aside(report: Report) -> None:
    tallies = {state: tuple(tally) for state, tally in report.tallies.items()}
    assert tallies == {
        State.PENDING: (0, 0),
        State.CONFIRMED: (5, 6),
        State.CORRECTED: (2, 3),
        State.FLAGGED: (1, 2),
        State.DISMISSED: (0, 0),
    }


def test_findings_know_their_rows_and_how_they_were_met(report: Report) -> None:
    assert [(row.finding.check, row.rows, row.response) for row in report.findings] == [
        ("clash", (7, 8), Response.ANSWERED),
        ("rate", (1,), Response.DECIDED),
        ("look", (), Response.NONE),
        ("whole", (5, 6), Response.NONE),
    ]
    assert report.findings[0].answer == "两件事"
    assert report.rows[0].findings == (2,)


def test_evidence_is_numbered_and_tied_to_its_claims(report: Report) -> None:
    assert [(row.number, row.evidence.id, row.rows) for row in report.evidence] == [(1, "source-1", (1,))]
    assert report.rows[0].evidence == (1,)


def test_everybody_who_worked_stands_in_the_report(report: Report) -> None:
    assert [(person.stage, person.name, person.entries) for person in report.people] == [
        (Stage.FIRST, "沈若兰", 7),
        (Stage.SECOND, "周一鸣", 11),
    ]
    assert report.people[0].first == datetime(2026, 3, 12, 1, 1, tzinfo=UTC)


def test_the_first_page_says_who_did_which_reading_and_what_is_owed(report: Report) -> None:
    facts = dict(words.identity(report))
    assert facts["初审"] == "沈若兰，2026-03-12 09:01 至 09:07"
    assert facts["复审"].startswith("周一鸣，")
    assert facts["终审"] == "待签"
    assert words.apart(report) == "各审次由不同的人完成"


def test_who_reads_twice_is_told_and_a_reading_taken_back_is_none() -> None:
    session = opened()
    confirm(session, ("3月10日",))
    assert dict(words.identity(build(session, draft=True, now=NOW)))["复审"] == "待签（不得与初审同一人）"
    session.begin(Stage.SECOND)
    confirm(session, ("3天",))
    twice = build(session, draft=True, now=NOW)
    assert dict(words.identity(twice))["复审"].startswith("沈若兰（与前一审次同一人），")
    assert words.apart(twice) == "有人做了不止一个审次，须另由他人复核"
    session.undo()
    session.undo()
    assert {person.stage for person in build(session, draft=True, now=NOW).people} == {Stage.FIRST}


def test_a_final_report_is_refused_with_the_list_of_what_is_open() -> None:
    session = opened()
    correct_rate(session)
    confirm(session, ("3月10日", "5550家", "899家"))
    session.read(0)
    with pytest.raises(Unfinished) as refused:
        build(session, now=NOW)
    assert refused.value.blockers == (
        "待核 4 项：第 3 段“173个”、第 3 段“3天”、第 3 段“2.68亿元”、第 5 段“12%”",
        "未回应的矛盾 1 条：第 3 段 3 ≠ 12",
        "没有读毕 5 段：第 2–6 段",
    )
    assert [(work.kind, work.count, work.paragraph) for work in open_work(session)] == [
        ("pending", 4, 2),
        ("contradiction", 1, 2),
        ("unread", 5, 1),
    ]
    draft = build(session, draft=True, now=NOW)
    assert draft.draft
    assert draft.blockers == blockers(session)


def test_a_finished_review_has_no_blockers_and_minor_claims_are_none() -> None:
    session = reviewed()
    assert session.state(fold_of(session, "一座")) is State.PENDING
    assert blockers(session) == ()


def test_the_same_work_at_the_same_moment_has_the_same_seal_and_any_change_another() -> None:
    session = reviewed()
    first, second = build(session, app="0", now=NOW), build(session, app="0", now=NOW)
    assert first == second
    assert first.seal == digest(content(first))
    assert digest(content(replace(first, draft=True))) != first.seal
    session.note(fold_of(session, "12%"), "再看")
    assert build(session, app="0", now=NOW).seal != first.seal


def test_an_empty_article_gives_a_report() -> None:
    from annotator.model import Analysis
    from annotator.text import article as make_article

    report = build(opened(Analysis(make_article("", name="空.txt"), (), (), (), ())), now=NOW)
    assert report.title == "空.txt"
    assert report.rows == ()


def test_what_broke_and_what_was_switched_off_is_said() -> None:
    made = replace(analysis(), failures=(Failure("rank", "“名次”这项检查出错。"),), off=("weekday", "of-an-earlier-version"))
    table = next(table for table in tables(build(opened(made), draft=True, now=NOW)) if table.id == "failures")
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["名次与数值不符", "“名次”这项检查出错。"],
        [words.check_title("weekday"), "由编辑关闭，没有运行。"],
        ["of-an-earlier-version", "由编辑关闭，没有运行。"],
    ]


def test_a_clock_that_was_set_back_is_told(report: Report) -> None:
    first, second, *rest = report.records
    wrong = replace(report, records=(first, replace(second, at=first.at - timedelta(days=1)), *rest))
    told = [sentence for sentence in words.method(wrong) if "时钟" in sentence]
    assert len(told) == 1
    assert f"记录 {second.seq} " in told[0]
    assert not any("时钟" in sentence for sentence in words.method(report))
