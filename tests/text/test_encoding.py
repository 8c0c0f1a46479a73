"""The encoding of a text file: found by score on many texts, told apart from its likenesses, shown with a preview."""

import random

import pytest

from annotator import paths
from annotator.text import ENCODINGS, ReadError, convert, decode, previews
from annotator.text.encoding import guess, incremental, read_as
from tests.text.passages import SIMPLIFIED, TRADITIONAL
from tests.text.traditional import traditional

SAMPLE = paths.seed("liling-2020-03.txt").read_text("utf-8")
TEXTS = (SAMPLE, *SIMPLIFIED)
TRADITIONAL_TEXTS = (traditional(SAMPLE), *TRADITIONAL)
WRITTEN = {"big5": "big5hkscs"}


def slices(texts, length, times, codec):
    """Random slices of the texts that have a character beyond ASCII and can be written in the codec."""
    chance = random.Random(length)
    for text in texts:
        for _ in range(times if len(text) > 1000 else times // 4):
            start = chance.randrange(max(1, len(text) - length))
            cut = "".join(sign for sign in text[start : start + length] if sign.encode(codec, "ignore"))
            if not cut.isascii():
                yield cut


@pytest.mark.parametrize(
    ("encoding", "texts"),
    [
        ("utf-8", TEXTS),
        ("gb18030", TEXTS),
        ("gb18030", TRADITIONAL_TEXTS),
        ("big5", TRADITIONAL_TEXTS),
        ("utf-16-le", TEXTS),
        ("utf-16-be", TEXTS),
        ("utf-16-le", TRADITIONAL_TEXTS),
    ],
)
@pytest.mark.parametrize(("length", "least"), [(8, 0.97), (20, 0.99), (60, 1.0), (1000, 1.0)])
def test_slices_of_many_texts_are_read_exactly(encoding, texts, length, least):
    cuts = list(slices(texts, length, 60, WRITTEN.get(encoding, encoding)))
    right = 0
    for cut in cuts:
        data = cut.encode(WRITTEN.get(encoding, encoding))
        right += read_as(data, guess(data).encoding).text == cut
    assert right >= least * len(cuts), f"{right} of {len(cuts)}"


def test_rare_characters_of_gb18030_are_exact():
    text = "㐀𠮷野家的喆堃镕，增长15%。"
    assert decode(text.encode("gb18030")).text == text


def test_the_euro_of_windows_is_read():
    assert decode(b"\x80500" + "亿元，比上年增长。".encode("gb18030")).text == "€500亿元，比上年增长。"
    assert (
        decode("歐元兌美元，".encode("big5") + b"\xa3\xe1" + "五百億，較去年增加。".encode("big5")).text
        == "歐元兌美元，€五百億，較去年增加。"
    )


def test_two_characters_that_look_like_utf8_are_read_as_gb():
    assert decode("联通".encode("gb18030")).text == "联通"


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_left_out_and_noted(mark):
    made = decode("增长15%。\n".encode(mark))
    assert made.text == "增长15%。\n"
    assert [note.kind for note in made.notes] == ["bom"]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_a_file_cut_in_mid_character_keeps_the_rest_with_a_warning(encoding):
    made = decode(SAMPLE[:500].encode(encoding)[:-1])
    assert made.text == SAMPLE[:499]
    assert made.encoding == encoding
    assert [note.kind for note in made.notes] == ["tail"]


def test_two_encodings_in_one_file_are_both_read_with_a_warning():
    lines = SAMPLE.split("\n")
    for first, second in (("utf-8", "gb18030"), ("gb18030", "utf-8")):
        data = "\n".join(lines[:110]).encode(first) + b"\n" + "\n".join(lines[110:]).encode(second)
        imported = convert(data, "a.txt")
        assert imported.article.text == SAMPLE
        assert imported.article.encoding == first
        assert "encodings" in {note.kind for note in imported.article.notes}


def test_bytes_that_do_not_decode_are_shown_counted_and_noted():
    made = decode("增长15%，".encode() * 40 + b"\xff\xfe" + "比上年。".encode() * 40)
    assert "\ufffd" in made.text
    assert {note.kind for note in made.notes} >= {"undecodable"}


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(ReadError, match="不是文字文件"):
        decode(bytes(range(256)) * 40)


def test_other_languages_are_read_and_the_doubt_is_noted():
    assert decode("Привет, мир: 15%".encode()).text == "Привет, мир: 15%"
    french = decode("Les dépenses ont augmenté de 15 % en février.".encode("cp1252"))
    assert french.text == "Les dépenses ont augmenté de 15 % en février."
    assert {note.kind for note in french.notes} == {"encoding-doubtful"}


def test_the_preview_offers_every_encoding_the_likeliest_first():
    data = SIMPLIFIED[0].encode("gb18030")
    shown = previews(data)
    assert shown[0].encoding == "gb18030"
    assert shown[0].text == SIMPLIFIED[0]
    assert {preview.encoding for preview in shown} == set(ENCODINGS)
    assert next(preview for preview in shown if preview.encoding == "utf-8").broken > 0


def test_the_preview_of_a_cut_character_shows_no_fault():
    data = (SAMPLE * 3).encode()
    assert previews(data)[0].broken == 0


def test_a_chosen_encoding_is_obeyed():
    data = "中文".encode("gb18030")
    assert convert(data, "a.txt", encoding="big5").article.encoding == "big5"
    assert convert(data, "a.txt", encoding="gb18030").article.text == "中文"


def test_an_encoding_that_is_not_offered_is_an_error():
    with pytest.raises(LookupError):
        incremental("rot13")


def test_the_encoding_of_a_large_file_is_found_from_parts_of_it():
    big = ("abc 123\n" * 20_000 + SIMPLIFIED[0] + "\n") * 3
    assert decode(big.encode("gb18030")).text == big
