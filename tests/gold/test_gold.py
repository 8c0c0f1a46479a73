"""The extractor and the checks against annotated articles: the gates below which nothing lands."""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from annotator import paths
from annotator.model import Analysis
from annotator.pipeline import analyse
from annotator.text import article

DATA = Path(__file__).parent / "data"


class Annotated(NamedTuple):
    analysis: Analysis
    claims: list[dict[str, Any]]
    findings: list[dict[str, Any]]


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def annotated(text: Path, stem: Path) -> Annotated:
    analysis = analyse(article(text.read_bytes().decode("utf-8")))
    assert analysis.failures == ()
    return Annotated(analysis, rows(stem.with_name(stem.name + ".claims.jsonl")), rows(stem.with_name(stem.name + ".findings.jsonl")))


@pytest.fixture(scope="module")
def sample() -> list[Annotated]:
    return [annotated(paths.seed("liling-2020-03.txt"), DATA / "liling")]


@pytest.fixture(scope="module")
def articles() -> list[Annotated]:
    return [annotated(path, path.with_suffix("")) for path in sorted((DATA / "articles").glob("*.txt"))]


def f1_of(group: list[Annotated]) -> tuple[float, float]:
    """Exact F1 over required claims, and the share of them with every field right. Found optional claims count for nothing."""
    right = fields = wanted = found = 0
    for one in group:
        required = {(row["start"], row["end"]): row for row in one.claims if row["required"]}
        left = [(row["start"], row["end"]) for row in one.claims if not row["required"]]
        wanted += len(required)
        for claim in one.analysis.claims:
            row = required.get((claim.start, claim.end))
            if row is None and any(start < claim.end and claim.start < end for start, end in left):
                continue
            found += row is not None or not claim.minor
            if row is not None:
                said = claim.quantity
                right += 1
                fields += [claim.kind, said.value, said.high, said.unit, said.hedge] == [
                    row[key] for key in ("kind", "value", "high", "unit", "hedge")
                ]
    return 2 * right / (wanted + found), fields / right


def errors_of(group: list[Annotated]) -> tuple[int, int, int]:
    """Planted errors, how many of them some finding touches, and findings that touch none."""
    planted = hit = alarms = 0
    for one in group:
        gold = [row["spans"] for row in one.findings if row["verdict"] != "consistent"]
        raised = [finding.spans for finding in one.analysis.findings if finding.is_error]
        planted += len(gold)
        hit += sum(any(touch(spans, other) for other in raised) for spans in gold)
        alarms += sum(not any(touch(spans, other) for other in gold) for spans in raised)
    return planted, hit, alarms


def touch(some: Any, others: Any) -> bool:
    return any(a[0] < b[1] and b[0] < a[1] for a in some for b in others)


def test_the_claims_of_the_sample(sample: list[Annotated]) -> None:
    f1, fields = f1_of(sample)
    assert f1 >= 0.99
    assert fields >= 0.97


def test_the_claims_of_the_articles(articles: list[Annotated]) -> None:
    f1, fields = f1_of(articles)
    assert f1 >= 0.98
    assert fields >= 0.97


def test_the_errors_planted_in_the_articles(articles: list[Annotated]) -> None:
    planted, hit, alarms = errors_of(articles)
    assert planted == 47
    assert hit >= 44
    assert alarms <= 2


def test_no_clean_article_is_accused(articles: list[Annotated]) -> None:
    clean = [one for one in articles if all(row["verdict"] == "consistent" for row in one.findings)]
    assert len(clean) == 6
    assert errors_of(clean)[2] == 0


def test_every_numeral_is_a_claim_or_explained(sample: list[Annotated], articles: list[Annotated]) -> None:
    unexplained = [
        one.analysis.article.text[n.start : n.end] for one in (*sample, *articles) for n in one.analysis.coverage if not n.reason
    ]
    assert unexplained == []
