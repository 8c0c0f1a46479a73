"""Foreign documents are read by a child process: bounded, without network, stoppable, and not believed."""

import json
import subprocess
import sys
import threading
import time

import pytest

from annotator.text import Cancelled, PasswordWanted, ReadError, convert, load, load_all, sandbox
from annotator.text.child import answer, parser_of
from annotator.text.imported import Format
from annotator.text.limits import MEMORY
from annotator.text.parsed import Parsed, from_json, to_json
from tests.text.pdf_files import Words, locked, placed
from tests.text.word_files import document

LOCKED = locked([Words(50, 700, "去年全市增长15%。")], "secret")
LIMITED = "from annotator.text.limits import restrict; restrict(); "


def in_a_bound_child(code):
    """What a bound process says to a line of code."""
    return subprocess.run([sys.executable, "-B", "-c", LIMITED + code], capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
        "open('/tmp/heshu-never-written', 'w')",
        "import os; os.open('/tmp/heshu-never-written', os.O_WRONLY | os.O_CREAT)",
    ],
)
def test_the_child_reaches_no_network_starts_nothing_and_writes_nothing(code):
    done = in_a_bound_child(code)
    assert done.returncode != 0
    assert "forbidden in a document reader" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="bounded by a job object there")
def test_the_child_gets_no_more_memory_than_its_bound():
    done = in_a_bound_child(f"x = bytearray({MEMORY})")
    assert "MemoryError" in done.stderr
    assert in_a_bound_child("x = bytearray(200 << 20); print(len(x))").stdout.strip() == str(200 << 20)


def child_that(code, monkeypatch):
    """Let a Python line stand in for the reader."""
    monkeypatch.setattr(sandbox, "_command", lambda: [sys.executable, "-c", code])


def read(**given):
    return sandbox.parsed(Format.DOCX, document("增长15%。"), "a.docx", **given)


def test_a_child_that_hangs_is_stopped_with_a_sentence(monkeypatch):
    child_that("import time; time.sleep(600)", monkeypatch)
    with pytest.raises(ReadError, match="超过 1 秒"):
        read(seconds=1)


def test_a_child_that_never_reads_is_stopped_too(monkeypatch):
    child_that("import time; time.sleep(600)", monkeypatch)
    with pytest.raises(ReadError, match="超过 1 秒"):
        sandbox.parsed(Format.PDF, b"x" * 5_000_000, seconds=1)


def test_cancelling_stops_the_child_at_once(monkeypatch):
    child_that("import time; time.sleep(600)", monkeypatch)
    wanted = threading.Event()
    threading.Timer(0.2, wanted.set).start()
    begun = time.monotonic()
    with pytest.raises(Cancelled):
        read(cancelled=wanted.is_set)
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize(
    "said",
    [
        "",
        "nonsense",
        "[1, 2]",
        "{}",
        '{"text": 5}',
        "[" * 100_000,
        json.dumps({**json.loads(to_json(Parsed("增长15%。"))), "anchors": [[0, 99, "x", 0, 0]]}),
        json.dumps({**json.loads(to_json(Parsed("增长15%。"))), "anchors": [[2, 3, "x", 0, 0], [0, 1, "x", 1, 0]]}),
        json.dumps({**json.loads(to_json(Parsed("增长15%。"))), "changes": [["moved", [0, 1], "x", "", ""]]}),
        json.dumps({**json.loads(to_json(Parsed("增长15%。"))), "notes": [["x", "y" * 5000, None]]}),
        json.dumps({**json.loads(to_json(Parsed("增长15%。"))), "published": "yesterday"}),
    ],
)
def test_an_answer_that_is_not_exactly_as_agreed_is_not_believed(said, monkeypatch):
    child_that(f"import sys; sys.stdout.write({said!r})", monkeypatch)
    with pytest.raises(ReadError, match="阅读部分"):
        read()


def test_a_child_that_dies_leaves_a_sentence(monkeypatch):
    child_that("import os; os.abort()", monkeypatch)
    with pytest.raises(ReadError, match="阅读部分"):
        read()


def test_a_frozen_program_is_its_own_child(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert sandbox._command() == [sys.executable, sandbox.CHILD]
    command = [sys.executable, "-m", "annotator", sandbox.CHILD]  # where a frozen program starts
    monkeypatch.setattr(sandbox, "_command", lambda: command)
    assert read().text == "增长15%。\n"


def test_what_was_parsed_comes_through_unchanged():
    parsed = read()
    assert parsed.text == "增长15%。\n"
    assert from_json(json.loads(to_json(parsed))) == parsed


def test_whatever_breaks_in_a_parser_is_a_sentence():
    def broken(data, name, password):
        raise RecursionError("deep")

    def greedy(data, name, password):
        raise MemoryError

    said = json.loads(answer(broken, b"", "", None))
    assert "不一定是文件的错" in said["error"]
    assert "损坏" not in said["error"]
    assert "RecursionError" in said["detail"]
    assert "test_sandbox.py" in said["detail"]
    assert "deep" not in said["detail"]  # the words of an exception may quote the document
    assert "内存" in json.loads(answer(greedy, b"", "", None))["error"]


def test_where_a_reader_broke_comes_back_from_the_child_and_is_logged(monkeypatch, caplog):
    child_that("from annotator.text import child; child.parser_of = lambda kind: lambda *given: given[9]; child.main()", monkeypatch)
    with caplog.at_level("INFO", "annotator"), pytest.raises(ReadError, match="不一定是文件的错") as refused:
        read()
    assert refused.value.detail.startswith("IndexError\n")
    assert "child.py:" in refused.value.detail
    assert refused.value.detail in caplog.text


@pytest.mark.parametrize("kind", [kind for kind in Format if kind is not Format.TEXT])
def test_every_format_has_a_reader(kind):
    with pytest.raises(ReadError):
        parser_of(kind)(b"", "", None)


def test_a_locked_pdf_asks_for_its_password():
    with pytest.raises(PasswordWanted) as asked:
        convert(LOCKED, "a.pdf")
    assert not asked.value.wrong
    with pytest.raises(PasswordWanted) as again:
        convert(LOCKED, "a.pdf", password="guess")
    assert again.value.wrong
    assert "15%" in convert(LOCKED, "a.pdf", password="secret").article.text


def test_a_pdf_locked_with_an_empty_password_opens():
    assert "15%" in convert(locked([Words(50, 700, "去年全市增长15%。")], ""), "a.pdf").article.text


def test_a_batch_goes_on_after_a_file_that_cannot_be_read(tmp_path):
    (tmp_path / "1.docx").write_bytes(document("增长15%。"))
    (tmp_path / "2.pdf").write_bytes(placed([[]]))
    (tmp_path / "3.txt").write_text("下降3%。", "utf-8")
    found = list(load_all([*sorted(tmp_path.iterdir()), tmp_path / "4.txt"]))
    assert [path.name for path, _ in found] == ["1.docx", "2.pdf", "3.txt", "4.txt"]
    assert [isinstance(one, ReadError) for _, one in found] == [False, True, False, True]


def test_a_cancelled_batch_stops(tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text("下降3%。", "utf-8")
    seen = []
    for path, _ in load_all(sorted(tmp_path.iterdir()), cancelled=lambda: len(seen) > 0):
        seen.append(path)
    assert len(seen) == 1


def test_the_password_of_the_database_is_not_handed_to_the_child(monkeypatch):
    monkeypatch.setenv("ANNOTATOR_DATABASE", "postgresql://me:hunter2@host/db")
    said = "import json, os, sys; sys.stdout.write(json.dumps({'error': ' '.join(os.environ)}))"
    child_that(said, monkeypatch)
    with pytest.raises(ReadError) as told:
        read()
    assert "ANNOTATOR_DATABASE" not in str(told.value)


def test_a_frozen_program_is_told_to_be_the_child(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert sandbox._command() == [sys.executable, sandbox.CHILD]
    assert not sandbox.serve(["extract", "a.txt"])


def test_loading_a_file_gives_its_source(tmp_path):
    data = document("增长15%。")
    (tmp_path / "a.docx").write_bytes(data)
    imported = load(tmp_path / "a.docx")
    assert imported.source == data
    assert imported.format is Format.DOCX
    assert imported.article.name == "a.docx"
