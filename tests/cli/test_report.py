"""`annotator report`: what is written, what is refused, and where the article is looked for."""

import json
import re
from pathlib import Path

import pytest

from annotator.desk import open_desk
from annotator.model import State
from annotator.report import FORMATS
from tests.cli.conftest import SAMPLE, Annotator

TEXT = "全村新修道路12公里。\n\n新增就业36人。\n"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "desk.sqlite"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "稿件.txt"
    path.write_text(TEXT, "utf-8")
    return path


def _decide_everything(database: Path, article: Path) -> str:
    with open_desk(database) as desk:
        desk.reviewer = "王编辑"
        session = desk.import_file(article)
        for fold in session.folds:
            session.decide(fold.id, State.CONFIRMED)
        for paragraph in session.article.paragraphs:
            session.read(paragraph.order)
        return session.article_id


def test_a_final_report_is_refused_while_work_is_open(annotator: Annotator, database: Path, article: Path, tmp_path: Path) -> None:
    ended = annotator("--database", database, "report", article, "-o", tmp_path / "报告")
    assert (ended.code, ended.out) == (3, "")
    assert "12公里" in ended.err
    assert "--draft" in ended.err
    assert not list((tmp_path / "报告").glob("*"))


def test_contradictions_that_are_open_are_listed_without_doubled_stops(
    annotator: Annotator, database: Path, article: Path, tmp_path: Path
) -> None:
    article.write_text("大会于4月31日开幕。\n\n展览到6月31日结束。\n\n全村男性30人，女性20人，共60人。\n", "utf-8")
    ended = annotator("--database", database, "report", article, "-o", tmp_path / "报告")
    (listed,) = [line for line in ended.err.splitlines() if line.startswith("未回应的矛盾")]
    assert "请核对日期；第 2 段" in listed
    assert not re.search("[。，、；：]{2}", listed)
    assert not listed.endswith("。")


def test_a_draft_is_written_all_the_same_and_says_so(annotator: Annotator, database: Path, article: Path, tmp_path: Path) -> None:
    ended = annotator("report", article, "--database", database, "-f", "html,json", "-o", tmp_path / "报告", "--draft")
    assert ended.code == 0, ended.err
    written = [Path(line) for line in ended.out.splitlines()]
    assert [path.suffix for path in written] == [".html", ".json"]
    assert all("草稿" in path.name for path in written)
    assert "草稿" in written[0].read_text("utf-8")


def test_all_formats_at_once_and_the_help_names_each(annotator: Annotator, database: Path, article: Path, tmp_path: Path) -> None:
    ended = annotator("report", article, "--database", database, "-f", "all", "-o", tmp_path / "报告", "--draft")
    assert ended.code == 0, ended.err
    assert len(ended.out.splitlines()) == len(FORMATS) == len(list((tmp_path / "报告").iterdir()))
    told = annotator("report", "--help").out.split()
    assert [name for name in FORMATS if name not in {word.strip(",;") for word in told}] == []


def test_a_link_is_replaced_only_when_told(annotator: Annotator, database: Path, article: Path, tmp_path: Path) -> None:
    command = ("report", article, "--database", database, "-f", "md", "-o", tmp_path / "报告", "--draft")
    page = Path(annotator(*command).out.strip())
    elsewhere = tmp_path / "elsewhere"
    page.replace(elsewhere)
    page.symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    refused = annotator(*command)
    assert (refused.code, page.is_symlink()) == (2, True)
    assert "是一个链接" in refused.err
    assert "is a link" in refused.err
    assert annotator(*command, "--replace-link").code == 0
    assert not page.is_symlink()
    assert elsewhere.read_bytes() == before


def test_a_finished_article_gets_its_report_by_file_and_by_id(annotator: Annotator, database: Path, article: Path, tmp_path: Path) -> None:
    article_id = _decide_everything(database, article)
    for name in (article, article_id):
        ended = annotator("--database", database, "report", name, "-f", "json", "-o", tmp_path / "报告")
        assert ended.code == 0, ended.err
        report = json.loads(Path(ended.out.strip()).read_text("utf-8"))
        assert "王编辑" in json.dumps(report, ensure_ascii=False)


def test_a_report_is_written_beside_an_open_window(annotator: Annotator, database: Path, article: Path, tmp_path: Path) -> None:
    _decide_everything(database, article)
    with open_desk(database) as window:
        assert not window.read_only
        ended = annotator("--database", database, "report", article, "-f", "json", "-o", tmp_path)
    assert ended.code == 0, ended.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["report", "99", "--draft"], "99"),
        (["report", str(SAMPLE), "-f", "html,rtf"], "rtf"),
        (["report", str(SAMPLE.parent), "--draft"], str(SAMPLE.parent)),
    ],
)
def test_what_cannot_be_reported_is_a_sentence(annotator: Annotator, database: Path, article: Path, words: list[str], told: str) -> None:
    _decide_everything(database, article)
    ended = annotator("--database", database, *words)
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err
    assert "Error" not in ended.err


def test_a_folder_that_cannot_be_written_is_a_sentence(annotator: Annotator, database: Path, article: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", "utf-8")
    ended = annotator("--database", database, "report", article, "--draft", "-o", tmp_path / "taken")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.count("\n") == 1


def test_a_file_that_is_no_database_is_a_sentence(annotator: Annotator, article: Path, tmp_path: Path) -> None:
    (tmp_path / "no.sqlite").write_text("这不是数据库", "utf-8")
    ended = annotator("--database", tmp_path / "no.sqlite", "report", article, "--draft", "-o", tmp_path)
    assert (ended.code, ended.out) == (2, "")
    assert "no.sqlite" in ended.err
    assert (tmp_path / "no.sqlite").read_text("utf-8") == "这不是数据库"
