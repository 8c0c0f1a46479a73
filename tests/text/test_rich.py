"""Rich text from files and the clipboard."""

import pytest

from annotator import paths
from annotator.text import Format, ReadError, convert, paste
from annotator.text.rtf import parse

SAMPLE = paths.seed("liling-2020-03.txt").read_text("utf-8")
HEAD = rb"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}{\f1\fswiss\fcharset0 Arial;}{\f2\fcharset136 Ming;}}"


def hexed(words, codec):
    return b"".join(b"\\'%02x" % byte for byte in words.encode(codec))


def rich(body):
    return HEAD + body + b"}"


def text_of(body):
    return parse(rich(body)).text.rstrip("\n")


def test_bytes_are_read_by_the_charset_of_their_font():
    body = rb"\f0 " + hexed("增长", "gb18030") + rb"\f1 15%\par\f2 " + hexed("較去年", "big5") + rb"{\f1 caf\'e9}"
    assert text_of(body) == "增长15%\n較去年café"


def test_characters_by_number_skip_their_stand_in():
    assert text_of(rb"\uc1\u22686?\u-27056?15%\uc0\u22686") == "增陸15%增".replace("陸", chr(65536 - 27056))
    assert text_of(rb"\uc2\u22686\'d4\'f6 5%") == "增 5%"


def test_a_pair_of_surrogates_is_one_character():
    assert text_of(rb"\u-10174?\u-9031?5%") == chr(0x10000 + ((0xD842 - 0xD800) << 10) + 0xDCB9 - 0xDC00) + "5%"


def test_paragraphs_tabs_rows_and_signs():
    assert text_of(rb"a\tab b\line c\cell d\cell\row e\~f\_g\{h\}") == "a\tb\nc\td\ne\u00a0f-g{h}"


def test_hidden_deleted_and_left_out_parts_are_noted():
    body = rb"1{\v 99}2{\deleted 88}3{\pict\bin4 }}}}4}{\footnote 77}{\header 66}5{\*\unknown 55}6{\super 3}"
    parsed = parse(rich(body))
    assert parsed.text == "12356³\n"
    kinds = {note.kind: note.message for note in parsed.notes}
    assert "99" in kinds["hidden"]
    assert "88" in kinds["deleted"]
    assert "superscript" in kinds
    assert sum(note.kind == "left-out" for note in parsed.notes) == 3


def test_the_sample_comes_back_from_rich_text_and_from_the_clipboard():
    body = b"".join(rb"\f0 " + b"".join(b"\\u%d?" % ord(sign) for sign in line) + b"\\par\n" for line in SAMPLE.split("\n"))
    imported = convert(rich(body), "a.rtf")
    assert imported.format is Format.RTF
    assert imported.article.text == SAMPLE + "\n"
    assert paste(rtf=rich(body)).article.text == SAMPLE + "\n"


@pytest.mark.parametrize("body", [b"", rb"{\v 99}", b"{" * 50_000, b"}" * 50_000, rb"\'", rb"\u99999999999 ", b"\\bin999999 x"])
def test_odd_documents_are_text_or_a_sentence(body):
    try:
        text = parse(rich(body)).text
    except ReadError as error:
        text = str(error)
    assert text
