"""Names and writing: safe on every file system, whole or not at all."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.report import Report, write
from annotator.report.files import NAME_BYTES, NotWritten, SymlinkTarget, file_name, write_whole
from annotator.report.writing import FORMATS, target


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("万众一心战疫魔 醴陵大地涌春潮", "万众一心战疫魔 醴陵大地涌春潮-报告.pdf"),
        ("../../etc/passwd", "_.._etc_passwd-报告.pdf"),
        ("..", "未命名-报告.pdf"),
        ("", "未命名-报告.pdf"),
        ("a\x00b\nc\td", "a〈U+0000〉b c d-报告.pdf"),
        ("con", "_con-报告.pdf"),
        ("COM1.txt", "_COM1.txt-报告.pdf"),
        ("LPT³", "_LPT³-报告.pdf"),
        ("标题. . .", "标题-报告.pdf"),
        ('a<b>:"|?*\\/c', "a_b________c-报告.pdf"),
        ("a\u202egpj.exe", "a〈U+202E〉gpj.exe-报告.pdf"),
    ],
)
def test_names(stem: str, expected: str) -> None:
    assert file_name(stem, "-报告.pdf") == expected


def test_a_long_name_is_cut_at_a_character_and_keeps_its_suffix() -> None:
    name = file_name("醴" * 200, "-核查报告-草稿.html")
    assert len(name.encode()) <= NAME_BYTES
    assert len(name.encode()) > NAME_BYTES - 3
    assert name.endswith("醴-核查报告-草稿.html")


def test_every_format_has_a_name_of_its_own(report: Report, tmp_path: Path) -> None:
    names = {target(report, name, tmp_path).name for name in FORMATS}
    assert len(names) == len(FORMATS)
    assert all(name.startswith("南泽市复工简报-") for name in names)


def test_writing_makes_the_folder_and_replaces_an_older_file(report: Report, tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    first = write(report, "html", folder)
    first.write_text("old")
    assert write(report, "html", folder) == first
    assert first.read_text("utf-8").startswith("<!doctype html>")
    assert [path.name for path in folder.iterdir()] == [first.name]


def test_an_unknown_format_is_refused(report: Report, tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        write(report, "exe", tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="symbolic links want rights on Windows")
def test_a_symlink_asks_and_its_target_stays(tmp_path: Path) -> None:
    elsewhere, link = tmp_path / "elsewhere", tmp_path / "link"
    elsewhere.write_bytes(b"kept")
    link.symlink_to(elsewhere)
    with pytest.raises(SymlinkTarget, match="是一个链接"):
        write_whole(link, b"new")
    assert (elsewhere.read_bytes(), link.is_symlink()) == (b"kept", True)
    write_whole(link, b"new", replace_link=True)
    assert (elsewhere.read_bytes(), link.read_bytes(), link.is_symlink()) == (b"kept", b"new", False)


@pytest.mark.skipif(os.name == "nt", reason="no modes on Windows")
def test_the_mode_is_that_of_any_new_file(tmp_path: Path) -> None:
    ordinary = tmp_path / "ordinary"
    ordinary.touch()
    write_whole(tmp_path / "new", b"")
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == stat.S_IMODE(ordinary.stat().st_mode)


def test_what_cannot_be_written_is_a_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(NotWritten, match="请换一个文件夹"):
        write_whole(tmp_path / "file" / "name", b"")
    (tmp_path / "name").mkdir()
    with pytest.raises(NotWritten):
        write_whole(tmp_path / "name", b"data")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "name"]


_KILLED = """
import sys
from pathlib import Path
from annotator.report.files import write_whole
contents = [bytes([digit]) * 300_000 for digit in b"0123456789"]
while True:
    for content in contents:
        write_whole(Path(sys.argv[1]), content)
        print("written", flush=True)
"""


def test_a_kill_leaves_the_old_file_or_the_new_one_whole(tmp_path: Path) -> None:
    path = tmp_path / "report"
    for _ in range(5):
        process = subprocess.Popen([sys.executable, "-c", _KILLED, str(path)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        for _ in range(3):
            assert process.stdout.readline() == b"written\n"
        process.send_signal(signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
        process.communicate()
        content = path.read_bytes()
        assert len(content) == 300_000
        assert len(set(content)) == 1
