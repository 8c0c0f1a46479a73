"""The same bytes can be read in more than one way: each reading is an article of its own, and none takes another's place unasked."""

from pathlib import Path

import pytest

from annotator.desk import Desk, open_desk
from annotator.model import State
from annotator.text import convert
from tests.text.word_files import document

TEXT = "蓝湾港上月吞吐量\n蓝湾港上月完成吞吐量320万吨，同比增长4.5%。\n"
DATA = TEXT.encode("gb18030")


@pytest.fixture
def desk(tmp_path: Path):
    with open_desk(tmp_path / "desk.sqlite") as desk:
        desk.reviewer = "陈记"
        yield desk


def test_another_encoding_is_another_article(desk: Desk) -> None:
    first = desk.add(convert(DATA, "港.txt"))
    other = desk.add(convert(DATA, "港.txt", encoding="big5"), chosen=True)
    assert not first.known
    assert not other.known
    assert other.article_id != first.article_id
    assert desk.session(first.article_id).article.text == TEXT
    assert desk.session(other.article_id).article.text != TEXT


def test_the_chosen_encoding_is_gone_on_with_when_the_file_is_opened_again(desk: Desk) -> None:
    odd = desk.add(convert(DATA, "港.txt", encoding="big5"), chosen=True)
    again = desk.add(convert(DATA, "港.txt"))
    assert again == (odd.article_id, True)
    chosen = desk.add(convert(DATA, "港.txt", encoding="gb18030"), chosen=True)
    assert chosen.article_id != odd.article_id
    assert desk.add(convert(DATA, "港.txt")) == (chosen.article_id, True)


def test_reading_anew_drops_a_reading_without_decisions_and_keeps_one_with(desk: Desk) -> None:
    wrong = desk.session(desk.add(convert(DATA, "港.txt", encoding="cp1252"), chosen=True).article_id)
    right = desk.reread(wrong.article_id, convert(DATA, "港.txt", encoding="gb18030"))
    assert [row.id for row in desk.articles()] == [right.article_id]
    right.decide(right.folds[0].id, State.CONFIRMED)
    big5 = desk.reread(right.article_id, convert(DATA, "港.txt", encoding="big5"))
    assert {row.id for row in desk.articles()} == {right.article_id, big5.article_id}
    assert desk.reread(big5.article_id, convert(DATA, "港.txt", encoding="gb18030")).records
    assert desk.check() == ()


def test_the_source_is_kept_for_text_and_word_and_comes_back_whole(desk: Desk) -> None:
    text = desk.session(desk.add(convert(DATA, "港.txt")).article_id)
    word = desk.session(desk.add(convert(document("增长5%。"), "稿.docx")).article_id)
    assert desk.source(text.article) == DATA
    assert desk.source(word.article) == document("增长5%。")
    assert text.source is None, "no manuscript with tracked changes is made of a text file"
    assert word.source == document("增长5%。")
    next(Path(desk.database).with_suffix(".files").glob("*.txt")).write_bytes(b"other")
    assert desk.source(text.article) is None


def test_the_library_calls_an_article_as_its_editors_do(tmp_path: Path, desk: Desk) -> None:
    session = desk.session(desk.add(convert(DATA, "港.txt")).article_id)
    session.describe("港口月报")
    assert [row.title for row in desk.articles()] == ["港口月报"]
    session.undo()
    assert [row.title for row in desk.articles()] == ["蓝湾港上月吞吐量"]
