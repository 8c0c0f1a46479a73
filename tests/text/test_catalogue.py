"""Eighty-four hostile and odd documents: each gives the expected text or sentence, within the bounds, and never a traceback."""

import os
import sys
import time
import zlib

import pytest

from annotator.text import ReadError, convert, load, paste
from tests.text.odd_documents import ALL, CATALOG, EMPTY_PAGE, ONE_PAGE, PLAIN, TEXT, mutated
from tests.text.pdf_files import raw, stream

SECONDS = 30


@pytest.mark.parametrize(
    "odd", [pytest.param(odd, id=f"{odd.number} {odd.what}"[:60], marks=[pytest.mark.full] if odd.full else []) for odd in ALL]
)
def test_the_document_gives_the_expectedassert_text_or_sentence(odd):
    data = odd.data() if callable(odd.data) else odd.data
    begun = time.monotonic()
    try:
        article = convert(data, odd.name).article
    except ReadError as error:
        said = str(error)
        assert odd.sentence, said
        assert odd.sentence in said
        assert "\n" not in said
        assert said.endswith("。")
    else:
        assert not odd.sentence
        assert article.text == odd.text
        assert {note.kind for note in article.notes} >= set(odd.notes)
        assert all("{" not in note.message for note in article.notes)
    assert time.monotonic() - begun < SECONDS


def test_7_lone_surrogates_come_only_from_the_clipboard():
    assert paste("增长\ud80015%。").article.text == "增长\ufffd15%。"


def test_49_and_50_names_and_things_that_are_no_files(tmp_path):
    name = "a\u202eb.txt" if sys.platform == "win32" else "a\nb\u202e.txt"
    (tmp_path / name).write_text(TEXT, "utf-8")
    assert load(tmp_path / name).article.name.isprintable()
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(ReadError, match="普通文件"):
            load(tmp_path / "pipe")
    with pytest.raises(ReadError, match="找不到"):
        load(tmp_path / "deleted.txt")


def test_82_a_rich_paste_with_local_pictures_is_text_only():
    made = paste(html=f"<p>{TEXT}</p><img src='file:///etc/passwd'><img src='/etc/hostname'>").article
    assert made.text == TEXT + "\n"


@pytest.mark.parametrize("seed", range(8))
def test_83_a_changed_pdf_is_text_or_a_sentence(seed):
    assert_text_or_sentence(mutated(seed))


@pytest.mark.full
@pytest.mark.parametrize("seed", range(8, 100))
def test_83_many_changed_pdfs(seed):
    assert_text_or_sentence(mutated(seed))


def assert_text_or_sentence(data):
    try:
        said = convert(data, "a.pdf").article.text
    except ReadError as error:
        said = str(error)
        assert said.endswith("。")
    assert said


@pytest.mark.parametrize("number", ["22", "26", "27", "28", "29", "30", "31"])
def test_time_grows_no_faster_than_the_text(number):
    text = next(odd for odd in PLAIN if odd.number == number).text * 4
    article = convert(text.encode(), "a.txt").article  # warm
    spans = []
    for times in (1, 2):
        begun = time.perf_counter()
        article = convert((text * times).encode(), "a.txt").article
        spans.append(time.perf_counter() - begun)
    assert len(article.text) == 2 * len(text)
    assert spans[1] < 4 * spans[0] + 0.05


@pytest.mark.full
def test_a_bomb_beyond_the_memory_bound_is_a_sentence_and_swells_nothing():
    import resource

    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 50_000_000) for _ in range(60)) + packer.flush()
    data = raw([CATALOG, ONE_PAGE, EMPTY_PAGE, stream(packed, packed=True)])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(ReadError):
        convert(data, "a.pdf")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 2_200_000


@pytest.mark.full
@pytest.mark.parametrize("odd", [pytest.param(odd, id=odd.number) for odd in ALL if not odd.full])
def test_the_machine_has_something_to_say_of_each(odd):
    """Claims and checks never raise, whatever was read."""
    from annotator.pipeline import analyse

    data = odd.data() if callable(odd.data) else odd.data
    try:
        article = convert(data, odd.name).article
    except ReadError:
        return
    analysis = analyse(article)
    assert analysis.failures == ()
