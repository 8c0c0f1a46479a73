from annotator.gui.article.rows import Row, Rows, copy_runs
from annotator.model import Paragraph


def paragraphs(*copies: int | None) -> list[Paragraph]:
    return [Paragraph(order, order * 10, order * 10 + 5, copy) for order, copy in enumerate(copies)]


def test_a_run_of_copies_folds_into_one_row() -> None:
    held = paragraphs(None, None, None, 0, 1, None)
    rows = Rows(held)
    assert rows.rows == [Row(0, 0), Row(1, 1), Row(2, 2), Row(3, 4, folded=True), Row(5, 5)]
    assert rows.block(4) == 3
    assert rows.block(5) == 4
    assert rows.is_folded(3)
    assert not rows.is_folded(2)
    assert rows.run(4) == (3, 4)
    assert rows.run(5) is None


def test_a_run_ends_where_the_originals_are_no_neighbours() -> None:
    assert list(copy_runs(paragraphs(None, None, None, 0, 2, 1))) == [(3, 3), (4, 4), (5, 5)]
    assert list(copy_runs(paragraphs(None, 0, 0))) == [(1, 1), (2, 2)]
    assert list(copy_runs(paragraphs(None))) == []


def test_an_opened_run_shows_every_paragraph() -> None:
    held = paragraphs(None, None, 0, 1, 0)
    rows = Rows(held, opened={2})
    assert rows.rows == [Row(0, 0), Row(1, 1), Row(2, 2), Row(3, 3), Row(4, 4, folded=True)]
    assert [rows.block(order) for order in range(5)] == [0, 1, 2, 3, 4]
    assert rows.run(3) == (2, 3)
