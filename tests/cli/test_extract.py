"""`annotator extract`: one line of JSON for each article, from files or line by line."""

import json
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import SAMPLE, Annotator, process


def test_a_file_gives_its_claims_and_findings(annotator: Annotator) -> None:
    ended = annotator("extract", SAMPLE)
    assert (ended.code, ended.err) == (0, "")
    answer = json.loads(ended.out)
    assert answer["id"] == str(SAMPLE)
    text = SAMPLE.read_text("utf-8")
    rate = next(claim for claim in answer["claims"] if claim["text"].startswith("15%"))
    assert text[rate["start"] : rate["end"]] == rate["text"]
    assert (rate["kind"], rate["value"], rate["high"], rate["minor"]) == ("percent", "0.15", None, False)
    assert rate["places"] == [[rate["start"], rate["end"]]]
    assert rate["id"] == f"{rate['start']}-{rate['end']}"


def test_a_claim_in_a_copied_paragraph_names_all_its_places(annotator: Annotator) -> None:
    answer = json.loads(annotator("extract", SAMPLE).out)
    copied = [claim for claim in answer["claims"] if len(claim["places"]) > 1]
    assert copied
    for claim in copied:
        assert [claim["start"], claim["end"]] in claim["places"]


def test_a_finding_says_what_to_write(annotator: Annotator) -> None:
    answer = json.loads(annotator("extract", SAMPLE).out)
    found = next(finding for finding in answer["findings"] if finding["check"] == "direction")
    assert (found["verdict"], found["level"]) == ("suspicious", "error")
    assert "下浮15%" in found["suggestion"]["text"]
    assert found["message"]
    assert found["message"] in found["explain"]
    text = SAMPLE.read_text("utf-8")
    assert "15%" in "".join(text[start:end] for start, end in found["spans"])


def test_lines_are_answered_in_order_with_their_ids() -> None:
    questions = [{"id": "甲", "text": "全市新增就业1200人。"}, {"id": 7, "text": ""}, {"id": None, "text": "增长5.2%。\r\n下降3%。"}]
    given = "\n".join(json.dumps(question, ensure_ascii=False) for question in questions).encode()
    done = process("extract", "--jsonl", given=given)
    assert done.returncode == 0, done.stderr.decode()
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [answer["id"] for answer in answers] == ["甲", 7, None]
    assert [[claim["text"] for claim in answer["claims"]] for answer in answers] == [["1200人"], [], ["5.2%", "3%"]]


def test_each_line_is_answered_before_the_next_is_asked() -> None:
    command = [sys.executable, "-m", "annotator", "extract", "--jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdin
        assert running.stdout
        for number in range(3):
            running.stdin.write(json.dumps({"id": number, "text": "投资30亿元。"}).encode() + b"\n")
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["id"] == number
        running.stdin.close()
        assert running.wait(30) == 0


def test_bad_lines_get_a_sentence_and_stop_nothing() -> None:
    lines = [
        b"{",
        b'{"id": 1}',
        b'{"id": 2, "text": 3}',
        b"\xff\xfe",
        b"[1]",
        b"[" * 100_000,
        b"",
        '{"id": 3, "text": "共有5人。"}'.encode(),
    ]
    done = process("extract", "--jsonl", given=b"\n".join(lines))
    assert done.returncode == 2
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [answer["id"] for answer in answers] == [None] * 6 + [3]
    assert [claim["text"] for claim in answers[-1]["claims"]] == ["5人"]
    told = done.stderr.decode().splitlines()
    assert [line[:6] for line in told] == [f"第 {number} 行不" for number in range(1, 7)]


def test_half_a_surrogate_pair_comes_through() -> None:
    done = process("extract", "--jsonl", given=rb'{"id": "\ud83d", "text": "\ud83d 12\u4eba"}')
    assert done.returncode == 0, done.stderr.decode()
    assert json.loads(done.stdout)["id"] == "\ud83d"


def test_a_file_that_cannot_be_read_stops_no_other(annotator: Annotator, tmp_path: Path) -> None:
    ended = annotator("extract", tmp_path / "没有.txt", SAMPLE)
    assert ended.code == 2
    first, second = map(json.loads, ended.out.splitlines())
    assert set(first) == {"id", "error"}
    assert second["claims"]
    assert ended.err.startswith(f"{tmp_path / '没有.txt'}: ")


def test_files_or_lines_but_not_both(annotator: Annotator) -> None:
    for words in (["extract"], ["extract", "--jsonl", SAMPLE]):
        ended = annotator(*words)
        assert (ended.code, ended.out) == (2, "")
        assert "--jsonl" in ended.err
