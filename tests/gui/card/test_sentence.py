import pytest
from pytestqt.qtbot import QtBot

from annotator.gui.card.sentence import Sentence, Stroke, excerpt, sentence_of
from annotator.text import article
from tests.gui.small import span_of

TEXT = "头一句。“问了吗?”3月10日一早,他来了。后一句有5户!\n另一段有7户\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("3月10日", "3月10日一早,他来了。"), ("5户", "后一句有5户!"), ("7户", "另一段有7户"), ("头一句", "头一句。")],
)
def test_the_sentence_ends_where_its_stop_is(words: str, sentence: str) -> None:
    held = article(TEXT)
    assert held.slice(sentence_of(held, span_of(held, words))) == sentence


def test_a_long_sentence_is_cut_around_the_claim() -> None:
    held = article("长" * 300 + "5户" + "长" * 300)
    assert len(held.slice(excerpt(held, span_of(held, "5户"), 20, 10))) == 32


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("3月10日一早,他来了。", "3月10日一早,他来了。"),
        ("3月10日一早", "3月10日一早…"),
        ("早,他来了。", "…早,他来了。"),
        ("3月10日一早,他来了。后一句有5户!", "3月10日一早,他来了。后一句有5户!"),
        ("另一段有7户", "另一段有7户"),
        ("段有7户", "…段有7户"),
    ],
)
def test_an_ellipsis_says_where_the_sentence_goes_on(qtbot: QtBot, shown: str, expected: str) -> None:
    held = article(TEXT)
    words = Sentence()
    qtbot.addWidget(words)
    span = span_of(held, shown)
    words.show_words(held, span, [Stroke(span)])
    assert words.layout_text == expected
