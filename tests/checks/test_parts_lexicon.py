"""Every entry of the table of parts and wholes, by its own example."""

import pytest

from annotator.checks import Example
from annotator.lexicon import table
from annotator.model import Verdict
from annotator.pipeline import analyse
from annotator.text import article

PARTS = table("parts.toml")


def confirmed(check: str, text: str) -> list[tuple[tuple[int, int], ...]]:
    found = analyse(article(text))
    assert [finding.message for finding in found.findings if finding.is_error] == []
    return [finding.spans for finding in found.findings if finding.check == check and finding.verdict is Verdict.CONSISTENT]


@pytest.mark.parametrize("entry", PARTS["balance"], ids=lambda entry: entry["result"][0])
def test_a_balance_is_confirmed_where_it_holds(entry: dict[str, str]) -> None:
    example = Example(entry["example"])
    assert example.spans in confirmed("sum", example.text)


@pytest.mark.parametrize("entry", PARTS["pair"], ids=lambda entry: entry["whole"][0])
def test_a_pair_is_confirmed_where_the_part_is_no_larger(entry: dict[str, str]) -> None:
    example = Example(entry["example"])
    assert example.spans in confirmed("part-exceeds-whole", example.text)


@pytest.mark.parametrize("marked", PARTS["stock"]["examples"])
def test_a_stock_is_confirmed_where_it_holds(marked: str) -> None:
    example = Example(marked)
    assert example.spans in confirmed("sum", example.text)


@pytest.mark.parametrize("entry", PARTS["division"], ids=lambda entry: str(entry.get("parts", entry.get("ends"))))
def test_a_division_raises_nothing_where_it_holds(entry: dict[str, str]) -> None:
    assert [finding.message for finding in analyse(article(entry["example"])).findings if finding.is_error] == []


@pytest.mark.parametrize("entry", PARTS["ratio"], ids=lambda entry: entry["names"][0])
def test_a_ratio_is_confirmed_where_it_holds(entry: dict[str, str]) -> None:
    example = Example(entry["example"])
    assert example.spans in confirmed("share", example.text)


def test_opposed_rates_are_confirmed_where_they_make_up_the_whole() -> None:
    example = Example(PARTS["opposed"]["example"])
    assert example.spans in confirmed("percent-total", example.text)
