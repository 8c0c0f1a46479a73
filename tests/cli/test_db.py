"""`annotator db`: what a keeper of the database does without the window, also while it is open."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.desk import open_desk
from annotator.model import State
from tests.cli.conftest import SAMPLE, Annotator


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database with an article and two decisions."""
    path = tmp_path / "desk.sqlite"
    with open_desk(path) as desk:
        desk.reviewer = "王编辑"
        session = desk.import_file(SAMPLE)
        for fold in session.folds[:2]:
            session.decide(fold.id, State.CONFIRMED)
    return path


def _tamper(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        assert connection.execute("UPDATE event SET at = '2020-01-01T00:00:00.000000Z' WHERE seq = 1").rowcount == 1


def test_a_whole_database_passes(annotator: Annotator, database: Path) -> None:
    ended = annotator("--database", database, "db", "check")
    assert (ended.code, ended.out) == (0, "")
    assert "完整" in ended.err


def test_a_changed_record_is_named(annotator: Annotator, database: Path) -> None:
    _tamper(database)
    ended = annotator("--database", database, "db", "check")
    assert ended.code == 1
    assert ended.out.strip()


def test_all_of_it_works_beside_an_open_window(annotator: Annotator, database: Path) -> None:
    with open_desk(database) as window:
        assert not window.read_only
        assert annotator("--database", database, "db", "check").code == 0
        made = annotator("--database", database, "db", "backup")
    assert made.code == 0, made.err
    assert Path(made.out.strip()).is_file()


def test_what_was_lost_comes_back_from_a_backup(annotator: Annotator, database: Path) -> None:
    saved = Path(annotator("--database", database, "db", "backup").out.strip())
    with open_desk(database) as desk:
        session = desk.import_file(SAMPLE)
        session.decide(session.folds[5].id, State.CONFIRMED)
        decided = session.progress.decided
    listed = annotator("--database", database, "db", "restore")
    assert str(saved) in listed.out
    ended = annotator("--database", database, "db", "restore", saved.name)
    assert ended.code == 0, ended.err
    with open_desk(database) as desk:
        assert desk.import_file(SAMPLE).progress.decided == decided - 1
    assert [path for path in database.parent.iterdir() if path.name in ended.err], "the replaced file is kept and named"


def test_restore_is_refused_while_a_window_is_open(annotator: Annotator, database: Path) -> None:
    saved = annotator("--database", database, "db", "backup").out.strip()
    with open_desk(database):
        ended = annotator("--database", database, "db", "restore", saved)
    assert ended.code == 2
    assert ended.err.count("\n") == 1


def test_upgrade_says_so(annotator: Annotator, database: Path) -> None:
    ended = annotator("--database", database, "db", "upgrade")
    assert ended.code == 0
    assert str(database) in ended.err


def test_a_report_is_set_against_the_database(annotator: Annotator, database: Path, tmp_path: Path) -> None:
    written = annotator("--database", database, "report", SAMPLE, "--draft", "-f", "json", "-o", tmp_path).out.strip()
    assert annotator("--database", database, "db", "verify", written).code == 0
    forged = tmp_path / "改过.json"
    forged.write_text(Path(written).read_text("utf-8").replace("王编辑", "李编辑"), "utf-8")
    ended = annotator("--database", database, "db", "verify", forged)
    assert ended.code == 1
    assert ended.out.strip()


@pytest.mark.parametrize("task", [["check"], ["backup"], ["verify", "没有.json"], ["restore", "没有.sqlite"], ["upgrade"]])
def test_no_database_or_no_file_is_a_sentence(annotator: Annotator, tmp_path: Path, task: list[str]) -> None:
    (tmp_path / "no.sqlite").write_text("不是数据库", "utf-8")
    ended = annotator("--database", tmp_path / "no.sqlite", "db", *task)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.count("\n") == 1
    assert "程序内部出错" not in ended.err


def test_a_report_that_is_no_json_is_a_sentence(annotator: Annotator, database: Path) -> None:
    ended = annotator("--database", database, "db", "verify", SAMPLE)
    assert ended.code == 2
    assert str(SAMPLE) in ended.err


def test_a_database_with_a_broken_page_is_told_like_any_other_difference(annotator: Annotator, database: Path) -> None:
    with database.open("r+b") as file:
        file.seek(2 * 4096)
        file.write(b"\xff" * 64)
    before = database.read_bytes()
    ended = annotator("--database", database, "db", "check")
    assert ended.code == 1
    assert ended.out.strip()
    assert str(database) in ended.err
    assert database.read_bytes() == before


def test_what_is_no_database_cannot_be_checked(annotator: Annotator, tmp_path: Path) -> None:
    picture = tmp_path / "desk.sqlite"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000))
    ended = annotator("--database", picture, "db", "check")
    assert (ended.code, ended.out) == (2, "")
    assert "不是" in ended.err
