"""A long format tells how far it is and can be stopped; a stopped one leaves no file."""

import sys
import time
from pathlib import Path

import pytest

from annotator.report import Report, write
from annotator.report.files import NotWritten
from annotator.report.typeset import CHILD, _command, typeset
from annotator.report.writing import FORMATS
from tests.report.ground import NOW

LONG = [name for name, form in FORMATS.items() if form.long]


class Enough(Exception):  # noqa: N818 - no error
    """The one who is told wants no more."""


@pytest.mark.parametrize("name", LONG)
def test_the_share_done_grows_to_all_of_it(name: str, report: Report, tmp_path: Path) -> None:
    shares: list[float | None] = []
    write(report, name, tmp_path, step=shares.append)
    known = [share for share in shares if share is not None]
    assert known == sorted(known)
    assert known[0] == 0.0
    assert known[-1] == 1.0


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("calls", [1, 2])
def test_a_stopped_one_leaves_the_old_file(name: str, calls: int, report: Report, tmp_path: Path) -> None:
    path = write(report, name, tmp_path)
    path.write_text("old")
    left = calls

    def stop(share: float | None) -> None:
        nonlocal left
        left -= 1
        if left == 0 or share == 1.0:
            raise Enough

    with pytest.raises(Enough):
        write(report, name, tmp_path, step=stop)
    assert [file.read_text() for file in tmp_path.iterdir()] == ["old"]


def test_typesetting_ends_at_once_where_it_is_stopped() -> None:
    def stop(_share: float | None) -> None:
        raise Enough

    began = time.monotonic()
    with pytest.raises(Enough):
        typeset(b"#for x in range(100000) { for y in range(9000) { let z = x * y } }", {}, "pdf", NOW, step=stop)
    assert time.monotonic() - began < 10  # the document alone takes minutes


@pytest.mark.parametrize("ends", ["import os; os.abort()", "import os; os.kill(os.getpid(), 9)"])
def test_a_child_that_dies_is_a_sentence_and_no_file(ends: str, report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.report.typeset._command", lambda: [sys.executable, "-c", ends])
    with pytest.raises(NotWritten, match="内存不足") as refused:
        write(report, "pdf", tmp_path)
    assert "memory" in refused.value.english
    assert list(tmp_path.iterdir()) == []


def test_a_frozen_program_is_its_own_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert _command() == [sys.executable, CHILD]
    monkeypatch.setattr("annotator.report.typeset._command", lambda: [sys.executable, "-m", "annotator", CHILD])
    assert typeset(b"#sys.inputs.text", {"text": "1"}, "pdf", NOW).startswith(b"%PDF")


def test_a_child_that_cannot_start_is_a_sentence(report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.report.typeset._command", lambda: [str(tmp_path / "nothing")])
    with pytest.raises(NotWritten, match="启动不了"):
        write(report, "pdf", tmp_path)


def test_a_damaged_template_is_told_and_foreign_text_is_no_source() -> None:
    with pytest.raises(RuntimeError, match="unknown variable"):
        typeset(b"#nothing-of-that-name", {}, "pdf", NOW)
    assert typeset(b"#sys.inputs.text", {"text": "#panic()"}, "pdf", NOW).startswith(b"%PDF")
