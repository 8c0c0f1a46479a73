from decimal import Decimal
from fractions import Fraction

import pytest

from annotator.gui.card.reading import decimal, grouped, hedge_words, reading, value_words
from annotator.model import Claim, Context, Direction, Hedge, Kind, Quantity


@pytest.mark.parametrize(
    ("quantity", "kind", "words"),
    [
        (Quantity("37203"), Kind.COUNT, "37,203"),
        (Quantity("565000000"), Kind.MONEY, "565,000,000"),
        (Quantity("0.15"), Kind.PERCENT, "0.15"),
        (Quantity("-150"), Kind.MEASURE, "-150"),
        (Quantity("2/3"), Kind.RATIO, "2/3"),
        (Quantity("3:1"), Kind.SCORE, "3:1"),
        (Quantity("200000", "300000"), Kind.MONEY, "200,000–300,000"),
        (Quantity("08:30"), Kind.TIME, "08:30"),
        (Quantity("XXXX-03-10"), Kind.DATE, "3 月 10 日"),
        (Quantity("XXXX-XX-17"), Kind.DATE, "17 日"),
        (Quantity("2020"), Kind.DATE, "2020 年"),
        (Quantity("2020-03"), Kind.DATE, "2020 年 3 月"),
        (Quantity("193X"), Kind.DATE, "193? 年"),
        (Quantity("XXXX-Q4"), Kind.DATE, "第 4 季度"),
        (Quantity("2022-H1"), Kind.DATE, "2022 年 上半年"),
        (Quantity("XXXX-Q1", "XXXX-Q3"), Kind.DATE, "第 1 季度–第 3 季度"),
        (Quantity("2020-02-30"), Kind.DATE, "2020 年 2 月 30 日"),
    ],
)
def test_a_value_is_told_in_digits(quantity: Quantity, kind: Kind, words: str) -> None:
    assert value_words(quantity, kind) == words


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity("37203"), "精确"),
        (Quantity("0.15", hedge=Hedge.ABOUT, step=Decimal("0.01")), "约，0.14–0.16"),
        (Quantity("46000", hedge=Hedge.OVER, step=Decimal(1000), reach=Decimal(1000)), "46,000 与 47,000 之间"),
        (Quantity("0.9", hedge=Hedge.OVER), "多于 0.9"),
        (Quantity("100000", hedge=Hedge.UNDER), "少于 100,000"),
        (Quantity("XXXX-03-10", hedge=Hedge.ABOUT), "约"),
    ],
)
def test_a_hedge_is_told_as_the_interval_it_means(quantity: Quantity, words: str) -> None:
    assert hedge_words(quantity) == words


def test_numbers_are_short_and_never_wrong_by_a_float() -> None:
    assert decimal(Fraction(1, 3)) == "0.333333"
    assert decimal(Fraction(-5, 2)) == "-2.5"
    assert decimal(Fraction(10**20)) == f"{10**20:,}"
    assert grouped("9" * 5000) == "9" * 5000  # longer than Python would turn into an int


def test_only_what_is_known_is_told() -> None:
    claim = Claim(0, 5, "15%左右", Kind.PERCENT, Quantity("0.15", None, "%"), 0)
    assert [entry.label for entry in reading(claim, None)] == ["数值", "单位", "限定"]
    context = Context(subject="利率", predicate="上浮", direction=Direction.RISE, planned=True, negated=True)
    told = {entry.label: entry.words for entry in reading(claim, context)}
    assert told["方向"] == "上浮 ↑"
    assert told["主体"] == "利率"
    assert told["语气"] == "计划或预测，否定"
    assert "来源" not in told
