import random

import pytest

from annotator.gui.article.runs import Look, ParagraphRuns, Replacement, narrowed
from annotator.gui.offsets import units
from annotator.model import Article, Paragraph, Span

PREFIX = "段一\n"


def article(text: str) -> tuple[Article, Paragraph]:
    paragraph = Paragraph(1, len(PREFIX), len(PREFIX) + len(text))
    return Article(PREFIX + text, (Paragraph(0, 0, 2), paragraph), "", ""), paragraph


def span(text: str, words: str) -> Span:
    start = len(PREFIX) + text.index(words)
    return Span(start, start + len(words))


def shown_of(runs: ParagraphRuns) -> str:
    return "".join(run.text for run in runs.runs)


def test_a_correction_shows_old_struck_and_new_after_it() -> None:
    text = "比原利率上浮15%左右。"
    change = Replacement(span(text, "上"), "下")
    runs = ParagraphRuns(*article(text), [change])
    assert [(run.text, run.look.value) for run in runs.runs] == [
        ("比原利率", "body"),
        ("上", "struck"),
        ("下", "inserted"),
        ("浮15%左右。", "body"),
    ]
    after = change.span.end
    assert runs.end_position(after) == 5
    assert runs.position(after) == 6
    assert runs.offset(5) == runs.offset(6) == after  # within the new words and after them


def test_words_inserted_at_both_ends() -> None:
    text = "15%"
    for where in (len(PREFIX), len(PREFIX) + 3):
        runs = ParagraphRuns(*article(text), [Replacement(Span(where, where), "约")])
        assert shown_of(runs) == ("约15%" if where == len(PREFIX) else "15%约")
        assert runs.length == 4


@pytest.mark.parametrize("text", ["𠮷野家15%左右📌", "📌", "𠮷15%", "15%", "a\ufffcb\u202e15%"])
def test_every_offset_survives_the_way_there_and_back(text: str) -> None:
    held, paragraph = article(text)
    for changes in (
        [],
        [Replacement(Span(paragraph.start, paragraph.start + 1), "📌新")],
        [Replacement(Span(paragraph.end, paragraph.end), "𠮷")],
    ):
        runs = ParagraphRuns(held, paragraph, changes)
        assert units(shown_of(runs)) == runs.length
        for offset in range(paragraph.start, paragraph.end + 1):
            assert runs.offset(runs.position(offset)) == offset
            assert runs.offset(runs.end_position(offset)) == offset


def test_random_corrections_keep_order_and_text() -> None:
    rng = random.Random(7)
    for _ in range(300):
        text = "".join(rng.choice("a中𠮷5%📌。") for _ in range(rng.randint(1, 30)))
        held, paragraph = article(text)
        cuts = sorted(rng.sample(range(len(text) + 1), min(4, len(text) + 1)))
        changes = [
            Replacement(Span(len(PREFIX) + a, len(PREFIX) + b), rng.choice(["", "新", "𠮷9"]))
            for a, b in zip(cuts[::2], cuts[1::2], strict=False)
        ]
        runs = ParagraphRuns(held, paragraph, changes)
        original = "".join(held.text[run.start : run.start + len(run.text)] for run in runs.runs if run.look is not Look.INSERTED)
        assert original == text
        positions = [runs.position(offset) for offset in range(paragraph.start, paragraph.end + 1)]
        assert positions == sorted(set(positions))


@pytest.mark.parametrize(
    ("before", "after", "old", "new"),
    [
        ("上浮15%左右", "下浮15%左右", "上", "下"),
        ("33756名", "33765名", "33756", "33765"),
        ("1.5万", "1.25万", "1.5", "1.25"),
        ("15%", "15%左右", "", "左右"),
        ("约15%左右", "约15%", "左右", ""),
        ("今年一季度", "今年以来", "一季度", "以来"),
        ("15%", "5%", "15%", "5%"),
        ("三五天", "", "三五天", ""),
        ("同", "同", "", ""),
        ("3户，5人", "3户，6人", "5", "6"),
        ("3，206元", "3，208元", "3，206", "3，208"),
        ("约15%", "约1.5%", "15%", "1.5%"),
    ],
)
def test_only_what_changes_is_struck_and_no_figure_is_cut(before: str, after: str, old: str, new: str) -> None:
    change = narrowed(Span(10, 10 + len(before)), before, after)
    assert before[change.span.start - 10 : change.span.end - 10] == old
    assert change.text == new
    assert before[: change.span.start - 10] + change.text + before[change.span.end - 10 :] == after
