"""`annotator check`: findings as a linter prints them, and exit codes a script can stand on."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import SAMPLE, Annotator, process

CLEAN = "全市有36个乡镇，其中平原乡镇12个。\n"
WRONG = "全县共有党员120人。\n\n全村共有480人，其中男性230人，女性270人。\n"


def test_the_sample_has_its_wrong_way_loan_rate(annotator: Annotator) -> None:
    ended = annotator("check", SAMPLE)
    assert ended.code == 1
    line = next(line for line in ended.out.splitlines() if "上浮15%" in line)
    assert re.match(rf"{re.escape(str(SAMPLE))}:[0-9]+:[0-9]+: 可疑 direction ", line)
    assert "下浮15%" in line


def test_line_and_column_lead_to_the_words(annotator: Annotator) -> None:
    lines = SAMPLE.read_text("utf-8").split("\n")
    for printed in annotator("check", SAMPLE).out.splitlines():
        place = re.match(r".*?:([0-9]+):([0-9]+): \S+ \S+ “(.{1,4})", printed)
        assert place
        line, column, words = int(place[1]), int(place[2]), place[3].split("…")[0].split("”")[0]
        assert lines[line - 1][column - 1 :].startswith(words)


def test_a_clean_article_exits_0_and_prints_nothing_but_the_count(annotator: Annotator, tmp_path: Path) -> None:
    (tmp_path / "净.txt").write_text(CLEAN, "utf-8")
    ended = annotator("check", tmp_path / "净.txt")
    assert (ended.code, ended.out) == (0, "")
    assert "数据 2 处，矛盾 0 处，可疑 0 处" in ended.err


def test_a_contradiction_exits_1_with_its_formula(annotator: Annotator, tmp_path: Path) -> None:
    (tmp_path / "错.txt").write_text(WRONG, "utf-8")
    ended = annotator("check", tmp_path / "错.txt")
    assert ended.code == 1
    assert re.search(r"错\.txt:3:[0-9]+: 矛盾 sum ", ended.out)
    assert "230" in ended.out


@pytest.mark.parametrize("bad", ["missing", "empty", "folder", "binary"])
def test_what_cannot_be_read_exits_2_with_one_sentence(annotator: Annotator, tmp_path: Path, bad: str) -> None:
    path = tmp_path / f"{bad}.txt"
    if bad == "empty":
        path.write_bytes(b"")
    elif bad == "folder":
        path.mkdir()
    elif bad == "binary":
        path.write_bytes(bytes(range(256)) * 40)
    (tmp_path / "净.txt").write_text(CLEAN, "utf-8")
    ended = annotator("check", path, tmp_path / "净.txt")
    assert ended.code == 2
    first, *others = ended.err.splitlines()
    assert first.startswith(f"{path}: ")
    assert first.endswith("。")
    assert len(others) == 1, "the other article is checked all the same"


def test_standard_input_is_a_file_called_minus() -> None:
    done = process("check", "-", given=WRONG.encode())
    assert done.returncode == 1
    assert done.stdout.decode().startswith("-:3:")


def test_the_encoding_is_found_or_given(annotator: Annotator, tmp_path: Path) -> None:
    path = tmp_path / "国标.txt"
    path.write_bytes(WRONG.encode("gb18030"))
    for words in (["check", path], ["check", "--encoding", "gb18030", path]):
        assert " sum " in annotator(*words).out
    ended = annotator("check", "--encoding", "klingon", path)
    assert ended.code == 2
    assert "gb18030" in ended.err


def test_word_files_are_checked_like_text(annotator: Annotator, tmp_path: Path) -> None:
    document = docx.Document()
    for line in WRONG.split():
        document.add_paragraph(line)
    document.save(str(tmp_path / "稿.docx"))
    assert " sum " in annotator("check", tmp_path / "稿.docx").out


def test_hints_count_only_when_asked_for(annotator: Annotator, tmp_path: Path) -> None:
    hinted = tmp_path / "提示.txt"
    hinted.write_text("三家公司累计可日产量20万个。\n", "utf-8")
    assert annotator("check", hinted).code == 0
    ended = annotator("check", "--hints", hinted)
    assert ended.code == 1
    assert ": 提示 missing-object " in ended.out


def test_explain_prints_the_page_of_a_check(annotator: Annotator) -> None:
    ended = annotator("check", "--explain", "direction")
    assert (ended.code, ended.err) == (0, "")
    assert "`direction`" in ended.out
    assert "【" in ended.out


def test_explain_of_an_unknown_check_names_those_there_are(annotator: Annotator) -> None:
    ended = annotator("check", "--explain", "sums")
    assert ended.code == 2
    assert "direction" in ended.err


def test_a_reader_that_stops_reading_is_no_error() -> None:
    command = [sys.executable, "-m", "annotator", "check", *[str(SAMPLE)] * 3]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        told = running.stderr.read().decode()
        assert running.wait(60) == 141
    assert "Traceback" not in told
    assert "Broken" not in told


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_a_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, "-m", "annotator", "check", SAMPLE], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    told = done.stderr.decode()
    assert "Traceback" not in told
    assert "Exception" not in told
    assert told.splitlines()[-1].startswith("读写时出错")


def test_a_check_that_is_left_out_raises_nothing(annotator: Annotator, tmp_path: Path) -> None:
    (tmp_path / "错.txt").write_text(WRONG, "utf-8")
    ended = annotator("check", "--off", "unit, sum", "--off", "share", tmp_path / "错.txt")
    assert (ended.code, ended.out) == (0, "")
    assert "没有做的检查：share、sum、unit" in ended.err


def test_a_check_nobody_knows_cannot_be_left_out(annotator: Annotator, tmp_path: Path) -> None:
    (tmp_path / "错.txt").write_text(WRONG, "utf-8")
    ended = annotator("check", "--off", "sums", tmp_path / "错.txt")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("没有名为 sums 的检查。现有：average、")


def test_a_check_that_breaks_is_named_and_the_others_speak(annotator: Annotator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from annotator.checks import checks

    def broken(relations: object) -> object:
        raise RuntimeError("no")

    whole = tuple(replace(one, find=broken) if one.id == "rank" else one for one in checks())
    monkeypatch.setattr("annotator.checks.checks", lambda: whole)
    (tmp_path / "错.txt").write_text(WRONG, "utf-8")
    ended = annotator("check", tmp_path / "错.txt")
    assert ended.code == 1
    assert "检查 rank 出错，本次没有参与核对" in ended.err
