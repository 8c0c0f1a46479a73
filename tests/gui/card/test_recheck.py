import pytest

from annotator.gui.card.recheck import WHOLE, Edit, concerned, corrected, recheck
from annotator.model import Finding, Span, Verdict
from annotator.text import article
from tests.gui.small import TEXT, span_of


def test_a_correction_is_made_at_every_place() -> None:
    held = article(TEXT)
    first = span_of(held, "上浮15%左右")
    second = span_of(held, "上浮15%左右", first.end)
    edit = Edit(first, (first.start, second.start), "下浮15%")
    changed, words = corrected(held, edit, range(len(held.paragraphs)))
    assert changed.text.count("率下浮15%,为企业") == 2
    assert "上浮" not in changed.text
    assert changed.slice(words) == "下浮15%"
    assert words.start < changed.text.rindex("下浮15%")
    assert [paragraph.copy_of for paragraph in changed.paragraphs] == [paragraph.copy_of for paragraph in held.paragraphs]


@pytest.mark.parametrize("words", ["春耕", "<b>粗</b>。", "37203名"])
def test_at_the_ends_and_in_the_middle_of_the_text(words: str) -> None:
    held = article(TEXT)
    span = span_of(held, words)
    changed, where = corrected(held, Edit(span, (span.start,), "新词"), range(len(held.paragraphs)))
    assert changed.slice(where) == "新词"
    assert changed.text.replace("\n", "") == held.text.replace("\n", "").replace(words, "新词", 1)


def test_of_a_long_article_only_what_concerns_the_claim_is_read_again() -> None:
    held = article("\n".join(f"第{number}段有{number}户。" + "话" * 80 for number in range(400)))
    assert len(held.text) > WHOLE
    here, far = span_of(held, "200户"), span_of(held, "390户")
    found = Finding("sum", Verdict.SUSPICIOUS, (here, far), "")
    orders = concerned(held, Edit(here, (here.start,), "201户"), [found])
    assert orders == [198, 199, 200, 201, 202, 388, 389, 390, 391, 392]
    changed, words = corrected(held, Edit(here, (here.start,), "201户"), orders)
    assert changed.slice(words) == "201户"
    assert len(changed.paragraphs) == 10
    assert Span(*words) == words


@pytest.mark.parametrize(
    ("sentence", "old", "new", "value", "unread"),
    [
        ("全镇动员2万余人抢收。", "2万余人", "3万余人", "30,000人", False),
        ("全镇动员2万余人抢收。", "2万余人", "88", "", True),
        ("游客人次翻了两番。", "翻了两番", "增加一倍", "", True),
        ("全镇动员2万余人抢收。", "2万余人", "许多人", "", False),
        ("产量下降4.5%。", "4.5%", "5.4%", "5.4%", False),
    ],
)
def test_a_figure_that_is_not_read_is_told_from_no_figure(sentence: str, old: str, new: str, value: str, unread: bool) -> None:
    held = article(sentence)
    span = span_of(held, old)
    outcome = recheck(held, Edit(span, (span.start,), new), ())
    assert (outcome.value, outcome.unread) == (value, unread)
