"""From a place of the article back to the bytes of the file."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import paths
from annotator.text import convert

SAMPLE = paths.seed("liling-2020-03.txt").read_text("utf-8")
ODD = SAMPLE[:200] + "\r" + SAMPLE[200:500] + "㐀𠮷\u2028" + SAMPLE[500:]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("written", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be", "utf-32"])
def test_every_span_is_found_in_the_bytes(written, line_end):
    data = ODD.replace("\n", line_end).encode(written)
    imported = convert(data, "a.txt")
    text, chance = imported.article.text, random.Random(7)
    bare = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(written, written)
    for _ in range(40):
        start = chance.randrange(len(text))
        end = min(len(text), start + chance.randrange(60))
        first, last = imported.bytes_of.span(start, end)
        back = data[first:last].decode(bare).replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
        assert back == text[start:end]
    assert imported.bytes_of.span(0, len(text))[1] == len(data)


@given(st.lists(st.sampled_from(["增长", "15%", "\r", "\n", "\r\n", "𠮷", "a", "\u2028", "，"]), min_size=1, max_size=40))
def test_any_mixture_of_line_ends_maps_back(parts):
    data = ("正文" + "".join(parts)).encode()
    imported = convert(data, "a.txt")
    text = imported.article.text
    ends = [imported.bytes_of.span(0, at)[1] for at in range(len(text) + 1)]
    assert ends == sorted(ends)
    assert ends[-1] == len(data)
    for at, sign in enumerate(text):
        if sign != "\n":
            assert data[ends[at] : ends[at + 1]].decode() == sign
        else:
            assert data[ends[at] : ends[at + 1]].decode() in ("\n", "\r\n", "\r", "\u2028")


def test_a_place_beyond_the_text_is_an_error():
    imported = convert("增长15%。".encode(), "a.txt")
    with pytest.raises(IndexError):
        imported.bytes_of.span(0, 99)


def test_line_ends_become_one_form_and_are_noted():
    imported = convert("甲1\r\n乙2\r丙3\u2028丁4\n".encode(), "a.txt")
    assert imported.article.text == "甲1\n乙2\n丙3\n丁4\n"
    assert {note.kind for note in imported.article.notes} == {"crlf", "line-end"}
