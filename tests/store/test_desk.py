"""The desk as the window and the command line use it, with the real reading of real text. Places and people are invented."""

import dataclasses
import json
from datetime import date
from pathlib import Path

import pytest

from annotator import desk as desks
from annotator.desk import Desk, DeskError, Locked, open_desk
from annotator.model import Evidence, State
from annotator.report import build
from annotator.report.writers.json import render
from annotator.review import Invalid, NotSaved, Session
from annotator.text import article as make_article

TEXT = """青岩县一季度经济数据发布
全县实现生产总值56.5亿元，同比增长6.2%；新增就业1264人。
全县共有三个镇：东岭镇、西岭镇和南岭镇。
全县实现生产总值56.5亿元，同比增长6.2%；新增就业1264人。
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.sqlite"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "青岩.txt"
    file.write_text(TEXT, "utf-8")
    return file


def fold(session: Session, words: str) -> str:
    return next(fold.id for fold in session.folds if words in fold.claim.text)


def test_a_file_opened_again_goes_on_where_it_was(path: Path, file: Path) -> None:
    with open_desk(path) as desk:
        desk.reviewer = "陈记"
        session = desk.import_file(file)
        session.decide(fold(session, "56.5亿"), State.CONFIRMED)
        session.save_place({"paragraph": 1, "claim": fold(session, "56.5亿")})
        first = session.article_id
    moved = file.rename(file.with_name("另一个名字.txt"))
    with open_desk(path) as desk:
        assert desk.reviewer == "陈记"
        assert desk.find(moved) == first
        session = desk.import_file(moved)
        assert session.article_id == first
        assert session.state(fold(session, "56.5亿")) is State.CONFIRMED
        assert len(session.fold(fold(session, "56.5亿")).places) == 2
        assert session.place == {"paragraph": 1, "claim": fold(session, "56.5亿")}
        assert session.reviewer == "陈记"
        assert desk.import_text(TEXT) is session, "the same bytes"
        assert desk.import_text(TEXT + "又增一段：投资3亿元。\n").article_id != first


def test_everything_known_of_an_article_comes_back(path: Path) -> None:
    given = make_article(TEXT, name="a.txt", title="题目", byline="记者 林校", publisher="青岩日报", published=date(2026, 4, 2))
    with open_desk(path) as desk:
        article_id = desk.import_article(given).article_id
    with open_desk(path) as desk:
        assert desk.session(article_id).article == given
        with pytest.raises(KeyError):
            desk.session("999")


def test_the_library_shows_how_far_each_article_is(path: Path, file: Path) -> None:
    with open_desk(path) as desk:
        session = desk.import_file(file)
        session.decide(fold(session, "56.5亿"), State.CONFIRMED)
        other = desk.import_text("投资3亿元。\n", "短讯")
        rows = desk.articles()
        assert [row.id for row in rows] == [other.article_id, session.article_id]
        assert (rows[1].decided, rows[1].folds, rows[1].paragraphs) == (1, session.progress.folds, 4)
        desk.session(session.article_id)
        assert desk.articles()[0].id == session.article_id, "last opened first"
    with open_desk(path, read_only=True) as desk:
        assert desk.articles()[0].decided == 1


def test_claims_of_an_earlier_extractor_keep_their_decisions(path: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_desk(path) as desk:
        session = desk.import_file(file)
        kept = fold(session, "6.2%")
        session.decide(kept, State.CONFIRMED)
    import annotator.claims
    import annotator.pipeline

    survey = annotator.pipeline.survey
    monkeypatch.setattr(annotator.claims, "EXTRACTOR", "later")
    without = annotator.claims.Survey((), ())._replace
    monkeypatch.setattr(
        annotator.pipeline, "survey", lambda article: without(claims=tuple(c for c in survey(article).claims if "%" not in c.text))
    )
    with open_desk(path) as desk:
        session = desk.import_file(file)
        assert session.state(kept) is State.CONFIRMED
        assert session.fold(kept).claim.text == "6.2%"


def test_an_article_is_removed_with_all_of_it_and_its_number_is_not_given_again(path: Path, file: Path) -> None:
    with open_desk(path) as desk:
        desk.reviewer = "陈记"
        session = desk.import_file(file)
        session.decide(fold(session, "56.5亿"), State.CONFIRMED)
        session.save_draft("x", {"text": "未完"})
        removed = session.article_id
        desk.remove(removed)
        assert desk.articles() == ()
        assert desk.find(file) is None
        again = desk.import_file(file)
        assert again.article_id != removed
        assert again.head[0] == 0
        assert desk.check() == ()
        desk.remove(again.article_id)
    assert "生产总值".encode() not in path.read_bytes(), "not even in the free pages"


def test_a_second_window_reads_and_takes_over(path: Path, file: Path) -> None:
    first = open_desk(path)
    mine = first.import_file(file)
    with pytest.raises(Locked):
        open_desk(path)
    second = open_desk(path, read_only=True)
    theirs = second.session(mine.article_id)
    assert second.read_only
    assert not second.take_over()
    mine.decide(fold(mine, "56.5亿"), State.CONFIRMED)
    first.close()
    assert second.take_over()
    assert theirs.state(fold(mine, "56.5亿")) is State.CONFIRMED
    theirs.decide(fold(mine, "6.2%"), State.CONFIRMED)
    second.close()
    assert len(desks.backups_of(path)) == 2, "both made one at closing"


def test_what_could_not_be_written_is_saved_elsewhere(path: Path, file: Path, tmp_path: Path) -> None:
    desk = open_desk(path)
    session = desk.import_file(file)
    session.decide(fold(session, "56.5亿"), State.CONFIRMED)
    path.unlink()
    with pytest.raises(NotSaved, match="被删除"):
        session.decide(fold(session, "6.2%"), State.CONFIRMED)
    elsewhere = desk.save_as(tmp_path / "elsewhere.sqlite")
    assert not elsewhere.check(), "attachments too"
    rescued = elsewhere.session(session.article_id)
    assert rescued.state(fold(session, "56.5亿")) is State.CONFIRMED
    assert rescued.state(fold(session, "6.2%")) is State.CONFIRMED
    with pytest.raises(DeskError, match="已经有了"):
        desk.save_as(tmp_path / "elsewhere.sqlite")
    elsewhere.close()
    desk.close()
    assert not path.exists()


def test_a_backup_is_restored_beside_nothing_open(path: Path, file: Path) -> None:
    with open_desk(path) as desk:
        session = desk.import_file(file)
        session.decide(fold(session, "56.5亿"), State.CONFIRMED)
        made = desk.backup()
        assert desk.backups == (made,)
        session.decide(fold(session, "6.2%"), State.CONFIRMED)
        with pytest.raises(Locked):
            desks.restore(made, path)
    kept = desks.restore(made, path)
    assert kept is not None
    with open_desk(path) as desk:
        session = desk.import_file(file)
        assert session.state(fold(session, "6.2%")) is State.PENDING
        assert session.state(fold(session, "56.5亿")) is State.CONFIRMED


def test_settings_and_attachments(path: Path, tmp_path: Path) -> None:
    source = tmp_path / "公报.pdf"
    source.write_bytes(b"%PDF-1.7")
    with open_desk(path) as desk:
        desk.set("zoom", 120)
        name, sha256 = desk.attach(source)
        session = desk.import_text(TEXT)
        session.add_evidence(fold(session, "6.2%"), Evidence("e1", "", title="公报", attachment=name, sha256=sha256))
        assert desk.check() == ()
    with open_desk(path) as desk:
        assert desk.settings["zoom"] == 120
        kept = desk.attachment(name)
        assert kept is not None
        assert kept.read_bytes() == b"%PDF-1.7"
        assert desk.attachment("../desk.sqlite") is None
        with pytest.raises(Invalid, match="读不出来"):
            desk.attach(tmp_path / "nowhere.pdf")


# --- reports ---------------------------------------------------------------------------------------------------------


def reviewed(desk: Desk) -> Session:
    desk.reviewer = "陈记"
    session = desk.import_text(TEXT, "青岩")
    session.decide(fold(session, "56.5亿"), State.CONFIRMED)
    session.decide(fold(session, "6.2%"), State.CORRECTED, text="6.3%", reason="公报", judgement=True)
    session.undo()
    session.note(fold(session, "1264"), "已核")
    return session


def as_json(session: Session) -> dict[str, object]:
    return json.loads(render(build(session, draft=True)))  # type: ignore[no-any-return]


def test_a_true_report_is_verified_also_when_work_went_on(path: Path) -> None:
    with open_desk(path) as desk:
        session = reviewed(desk)
        report = as_json(session)
        assert desk.verify(report) == ()
        session.decide(fold(session, "1264"), State.CONFIRMED)
        assert desk.verify(report) == ()


def test_a_report_that_was_changed_is_told(path: Path) -> None:
    with open_desk(path) as desk:
        report = as_json(reviewed(desk))
        for change, sentence in (
            (lambda r: r["claims"][0].update(state="flagged"), "封记"),
            (lambda r: r["claims"][0].update(state="flagged"), "状态与记录不符"),
            (lambda r: r["article"].update(text=r["article"]["text"].replace("56.5", "65.5")), "原文"),
            (lambda r: r["log"]["records"][1].update(by="他人"), "第 2 条记录"),
            (lambda r: r["log"]["records"].pop(), "链首"),
            (lambda r: r.pop("log"), "不是核数的报告"),
        ):
            forged = json.loads(json.dumps(report))
            change(forged)
            assert any(sentence in said for said in desk.verify(forged)), sentence


def test_a_report_of_another_database_is_told(path: Path, tmp_path: Path) -> None:
    with open_desk(path) as desk:
        report = as_json(reviewed(desk))
    with open_desk(tmp_path / "other.sqlite") as other:
        assert other.verify(report) == ("核查库里没有这篇稿件",)
        session = other.import_text(TEXT, "青岩")
        assert other.verify(report) == ("核查库里没有报告的第 1 条记录",)
        session.decide(fold(session, "1264"), State.CONFIRMED)
        assert other.verify(report) == ("第 1 条记录在核查库里不同",)


def test_a_report_is_taken_up_again_record_for_record(path: Path, tmp_path: Path) -> None:
    with open_desk(path) as desk:
        session = reviewed(desk)
        report, records, article = as_json(session), session.records, session.article
    with open_desk(tmp_path / "fresh.sqlite") as fresh:
        fresh.reviewer = "陈记"
        again = fresh.import_report(report)
        assert again.records == records
        assert again.article == article
        assert fresh.check() == ()
        assert fresh.verify(report) == ()
        again.decide(fold(again, "1264"), State.CONFIRMED)
        forged = json.loads(json.dumps(report))
        forged["log"]["records"][0]["by"] = "他人"
        with pytest.raises(Invalid):
            fresh.import_report(forged)
    assert dataclasses.is_dataclass(article)


def test_checks_switched_off_stay_off_and_open_reviews_follow(path: Path) -> None:
    wrong = "全村共有480人，其中男性230人，女性270人。\n"
    with open_desk(path) as desk:
        session = desk.import_text(wrong)
        assert desk.checks_off == frozenset()
        assert "sum" in {finding.check for finding in session.analysis.findings}
        desk.checks_off = {"sum", "house-style"}
        assert "sum" not in {finding.check for finding in session.analysis.findings}
        with pytest.raises(ValueError, match="没有名为 sums 的检查。现有：average、"):
            desk.checks_off = {"sums"}
        article_id = session.article_id
    with open_desk(path) as desk:
        assert desk.checks_off == {"sum", "house-style"}
        session = desk.session(article_id)
        assert "sum" not in {finding.check for finding in session.analysis.findings}
        desk.checks_off = ()
        assert "sum" in {finding.check for finding in session.analysis.findings}
