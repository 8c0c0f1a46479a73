"""The log and what a crash shows tell where something broke, and never a word of an article."""

import json
import logging
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning

from annotator.checks import checks
from annotator.gui import log
from annotator.gui.crash import CrashDialog
from annotator.model import State
from tests.e2e.editor import Desks, Editor

CANARY = "金丝雀笼"  # stands in the article and nowhere else
FIGURE = "987654321名"
TEXT = f"{CANARY}镇新增就业{FIGURE}，比上年增长12%。\n{CANARY}又说，其中城镇5名。\n"
BEGIN = log.start  # the desk's own is silent in these tests


@pytest.fixture
def logged(desks: Desks) -> Iterator[Path]:
    """The real log, at the folder of the test; it is taken down again afterwards."""
    root, before, level = logging.getLogger(), list(logging.getLogger().handlers), logging.getLogger().level
    BEGIN()
    yield log.path()
    for handler in [handler for handler in root.handlers if handler not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    qInstallMessageHandler(None)


def told(path: Path) -> str:
    for handler in logging.getLogger().handlers:
        handler.flush()
    return path.read_text("utf-8") if path.exists() else ""


def with_canary(desks: Desks, folder: Path) -> Editor:
    file = folder / "稿.txt"
    file.write_text(TEXT, "utf-8")
    editor = desks.sit(str(file))
    editor.wait_for_article()
    return editor


def test_a_day_at_the_desk_leaves_no_word_of_the_article(
    logged: Path, desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_relations: object) -> None:
        raise RuntimeError(TEXT)

    whole = tuple(replace(one, find=broken) if one.id == "rank" else one for one in checks())
    monkeypatch.setattr("annotator.checks.checks", lambda: whole)
    editor = with_canary(desks, tmp_path)
    editor.give_name()
    editor.go_to(FIGURE)
    editor.press("1")
    editor.press("Ctrl+Z")
    (tmp_path / "坏.docx").write_bytes(b"PK" + TEXT.encode() * 50)
    editor.desktop.files.bring([str(tmp_path / "坏.docx")])
    editor.wait(lambda: not editor.desktop.access.is_busy)
    qWarning("a message of Qt")
    words = told(logged)
    assert "a message of Qt" in words
    assert CANARY not in words
    assert FIGURE not in words


def test_what_breaks_is_told_without_its_words(logged: Path, desks: Desks, tmp_path: Path) -> None:
    editor = with_canary(desks, tmp_path)
    editor.give_name()
    editor.go_to(FIGURE)
    editor.press("1")
    try:
        try:
            json.loads(TEXT)
        except ValueError as error:
            raise LookupError(TEXT) from error
    except LookupError as error:
        error.add_note(TEXT)
        sys.excepthook(type(error), error, error.__traceback__)
    dialog = editor.dialog(CrashDialog)
    for words in (dialog.report, told(logged)):
        assert "LookupError" in words
        assert "JSONDecodeError" in words
        assert "test_log.py" in words
        assert CANARY not in words
        assert FIGURE not in words
    dialog.accept()
    assert editor.state_of(FIGURE) is State.CONFIRMED


def test_libraries_and_tracebacks_are_logged_without_words(logged: Path, desks: Desks) -> None:
    logging.getLogger("somelibrary.html").warning("discarding %s", TEXT)
    logging.getLogger("somelibrary").error(TEXT)
    try:
        {}[TEXT]
    except KeyError:
        logging.getLogger("annotator.gui").exception("it broke")
    words = told(logged)
    assert "somelibrary.html" in words
    assert "it broke" in words
    assert "KeyError" in words
    assert CANARY not in words
