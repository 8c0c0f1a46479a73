"""What the software understood, in the words of the report."""

import pytest

from annotator.claims import find_claims
from annotator.report.reading import reading
from annotator.text import article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("产值同比增长15%左右。", "约 15 %"),
        ("合格率达到99.99%。", "99.99 %"),
        ("人口自然增长率为5.2‰。", "5.2 ‰"),
        ("降幅在5%至8%之间。", "5 至 8 %"),
        ("有三成的店铺关门。", "3 成"),
        ("全部商品打七折。", "7 折"),
        ("利率下调0.25个百分点。", "0.25 个百分点"),
        ("超过12万人参加。", "多于 120,000 人"),
        ("约三分之二的住户同意。", "约 2/3"),
        ("2021年3月5日开工。", "2021年3月5日"),
        ("3月5日开工。", "3月5日"),
        ("2021年上半年完工。", "2021年上半年"),
        ("2021年第三季度完工。", "2021年第 3 季度"),
        ("比分为3∶1。", "3:1"),
    ],
)
def test_a_claim_reads(text: str, expected: str) -> None:
    claims = find_claims(article(text))
    assert expected in [reading(claim) for claim in claims]
