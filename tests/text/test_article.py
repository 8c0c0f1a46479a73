"""Text to Article: paragraphs, copies, hashes, offsets."""

import hashlib

import pytest

from annotator import paths
from annotator.text import ReadError, article, decode, read


def test_the_sample_has_78_paragraphs_of_which_24_are_copies_of_16():
    sample = read(paths.seed("liling-2020-03.txt"))
    copies = [paragraph for paragraph in sample.paragraphs if paragraph.copy_of is not None]
    assert len(sample.paragraphs) == 78
    assert len(copies) == 24
    assert len({paragraph.copy_of for paragraph in copies}) == 16
    for copy in copies:
        assert sample.slice(copy.span) == sample.slice(sample.paragraphs[copy.copy_of].span)
        assert copy.copy_of < copy.order


def test_the_sample_is_taken_as_it_is():
    data = paths.seed("liling-2020-03.txt").read_bytes()
    sample = decode(data, "a.txt")
    assert sample.text.encode() == data
    assert sample.sha256 == sample.source_sha256 == hashlib.sha256(data).hexdigest()
    assert sample.notes == ()


def test_blank_lines_are_no_paragraphs():
    made = article("甲\n\n \u3000\t\u00a0\n\u200b\ufeff\n乙\r\n\r\n丙")
    assert [made.slice(paragraph.span) for paragraph in made.paragraphs] == ["甲", "乙", "丙"]
    assert [paragraph.order for paragraph in made.paragraphs] == [0, 1, 2]


def test_an_empty_text_is_an_article_without_paragraphs_but_an_empty_file_is_refused():
    assert article("").paragraphs == ()
    with pytest.raises(ReadError, match="没有文字"):
        decode(b" \n\xe3\x80\x80\n")


def test_offsets_of_the_text_given_hold():
    text = "一\x00二\ud800三\r四\u20285%\x85𠮷1\ufdd0"
    made = article(text)
    assert made.text == "一␀二\ufffd三\n四\n5%\n𠮷1\ufffd"
    assert len(made.text) == len(text)
    assert {note.kind for note in made.notes} == {"control", "surrogate", "line-end", "noncharacter"}
