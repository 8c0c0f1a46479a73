"""The command line itself: what is a command, what a file, and how it ends when something is missing."""

import os
import sys
from pathlib import Path

import pytest

from annotator import __version__
from annotator.cli import command
from annotator.desk import open_desk
from annotator.lexicon import LexiconError
from annotator.text import sandbox
from tests.cli.conftest import SAMPLE, Annotator, process


def test_version(annotator: Annotator) -> None:
    ended = annotator("--version")
    assert (ended.code, ended.out) == (0, f"核数 annotator {__version__}\n")


def test_help_names_every_command(annotator: Annotator) -> None:
    ended = annotator("--help")
    assert ended.code == 0
    for name in ("extract", "check", "report", "db"):
        assert f"\n    {name} " in ended.out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ["open"]),
        (["稿件.txt"], ["open", "稿件.txt"]),
        (["--database", "check", "甲.txt"], ["--database", "check", "open", "甲.txt"]),
        (["--database=x", "check", "甲.txt"], ["--database=x", "check", "甲.txt"]),
        (["--debug", "check", "甲.txt"], ["--debug", "check", "甲.txt"]),
        (["--help"], ["--help"]),
        (["./check"], ["open", "./check"]),
        (["--", "-奇怪.txt"], ["open", "--", "-奇怪.txt"]),
    ],
)
def test_what_names_no_command_opens_the_window(words: list[str], expected: list[str]) -> None:
    assert command._with_command(words) == expected


@pytest.mark.parametrize("words", [["--database", "x", "check", "a"], ["check", "--database", "x", "a"], ["check", "a", "--database=x"]])
def test_the_database_may_stand_anywhere(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(command.check, "run", lambda options: seen.append(options.database) or 0)
    assert command.main(words) == 0
    assert seen == ["x"]


def test_an_unknown_option_ends_with_2_and_the_usage(annotator: Annotator) -> None:
    ended = annotator("check", "--unknown", SAMPLE)
    assert ended.code == 2
    assert "--unknown" in ended.err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
@pytest.mark.parametrize("screen", [{}, {"DISPLAY": ":987"}], ids=["none", "dead"])
def test_without_a_screen_the_window_says_so_and_names_what_works(screen: dict[str, str]) -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    done = process(env={name: value for name, value in os.environ.items() if name not in hidden} | screen)
    assert done.returncode == 2
    told = done.stderr.decode().splitlines()
    assert len(told) == 1
    assert "annotator check" in told[0]


def test_without_qt_the_window_says_how_to_install_it(tmp_path: Path) -> None:
    (tmp_path / "PySide6.py").write_text("raise ModuleNotFoundError(\"No module named 'PySide6'\", name='PySide6')", "utf-8")
    done = process(env=os.environ | {"PYTHONPATH": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"})
    assert done.returncode == 2
    assert "make setup" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_a_system_library_that_is_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "PySide6.py").write_text("raise ImportError('libEGL.so.1: cannot open shared object file')", "utf-8")
    done = process(env=os.environ | {"PYTHONPATH": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"})
    assert done.returncode == 2
    assert "libEGL.so.1" in done.stderr.decode()
    assert "make setup" in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


def test_an_error_of_the_program_is_a_sentence_and_a_traceback_only_on_demand(
    annotator: Annotator, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(options: object) -> int:
        raise ZeroDivisionError("坏了")

    monkeypatch.setattr(command.check, "run", broken)
    ended = annotator("check", SAMPLE)
    assert ended.code == 2
    assert "ZeroDivisionError: 坏了" in ended.err
    assert "Traceback" not in ended.err
    with pytest.raises(ZeroDivisionError):
        annotator("--debug", "check", SAMPLE)


@pytest.mark.parametrize("command", ["check", "extract", "report"])
def test_where_a_reader_broke_is_shown_on_demand(
    annotator: Annotator, command: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    code = "from annotator.text import child; child.parser_of = lambda kind: lambda *given: given[9]; child.main()"
    monkeypatch.setattr(sandbox, "_command", lambda: [sys.executable, "-c", code])
    (tmp_path / "页.html").write_text("<html><p>新开了三家门店。</p></html>", "utf-8")
    words = (command, tmp_path / "页.html", "--database", tmp_path / "desk.db")
    plain, shown = annotator(*words), annotator(*words, "--debug")
    assert (plain.code, shown.code) == (2, 2)
    assert "不一定是文件的错" in plain.err
    assert "--debug" in plain.err
    assert "IndexError" not in plain.err
    assert "IndexError" in shown.err
    assert "child.py:" in shown.err


def test_a_word_list_with_a_mistake_is_named(annotator: Annotator, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(options: object) -> int:
        raise LexiconError("词表 units.toml 有错。")

    monkeypatch.setattr(command.check, "run", broken)
    assert annotator("check", SAMPLE) == (2, "", "词表 units.toml 有错。\n")


def test_a_word_list_that_was_named_and_is_not_there_is_told(annotator: Annotator, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ANNOTATOR_LEXICON", str(tmp_path / "没有.toml"))
    ended = annotator("check", SAMPLE)
    assert "没有.toml" in ended.err.splitlines()[0]
    assert "找不到" in ended.err.splitlines()[0]


def test_the_system_is_told_in_chinese(annotator: Annotator, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(options: object) -> int:
        raise OSError(28, "No space left on device", "稿.txt")

    monkeypatch.setattr(command.check, "run", full)
    sentence = annotator("check", SAMPLE).err.split(" / ")[0]
    assert sentence == "读写时出错：磁盘已满（稿.txt）。请检查磁盘和权限后再试。"


def test_a_library_in_use_offers_only_what_the_command_can_do(annotator: Annotator, tmp_path: Path) -> None:
    with open_desk(tmp_path / "desk.db"):
        ended = annotator("--database", tmp_path / "desk.db", "db", "upgrade")
    assert ended.code == 2
    assert "正由另一个窗口使用" in ended.err
    assert "请先关掉那个窗口" in ended.err
    assert "只读" not in ended.err


def test_interrupted(annotator: Annotator, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(command.check, "run", interrupted)
    assert annotator("check", SAMPLE).code == 130
