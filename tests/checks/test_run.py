"""How the checks are run: a broken one is shown and stops nothing, one can be switched off, copies are told once."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

import annotator.checks
from annotator.checks import checks, run_checks
from annotator.checks.record import check
from annotator.checks.relations import Relations
from annotator.claims import contexts, find_claims, fold
from annotator.model import Finding, Verdict
from annotator.text import article

TEXT = "全县改建公路156公里，其中县道38公里、乡道51公里、村道67公里。"


def run(text: str, off: tuple[str, ...] = ()) -> tuple[tuple[Finding, ...], tuple[object, ...]]:
    made = article(text)
    claims = find_claims(made)
    return run_checks(made, fold(made, claims), contexts(made, claims), off=off)


def test_a_check_that_breaks_is_named_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(relations: Relations) -> Iterator[Finding]:
        raise RuntimeError("no")

    whole = [replace(one, find=broken) if one.id == "rank" else one for one in checks()]
    monkeypatch.setattr(annotator.checks, "checks", lambda: tuple(whole))
    findings, failures = run(TEXT)
    assert [failure.check for failure in failures] == ["rank"]
    assert "其他检查不受影响" in failures[0].message
    assert "sum" in {finding.check for finding in findings}


def test_a_check_can_be_switched_off() -> None:
    assert "sum" in {finding.check for finding in run(TEXT)[0]}
    assert "sum" not in {finding.check for finding in run(TEXT, off=("sum",))[0]}


def test_copied_paragraphs_are_told_once() -> None:
    text = "\n".join([TEXT, "养护资金已经到位，年内全部完工。"] * 50)
    findings, failures = run(text)
    assert failures == ()
    assert [finding.check for finding in findings if finding.verdict is Verdict.CONSISTENT].count("sum") == 1
    block = next(finding for finding in findings if finding.check == "duplicate-paragraph")
    assert len(block.spans) == 100


def test_what_one_check_refutes_no_other_confirms(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(relations: Relations) -> Iterator[Finding]:
        for total in relations.totals:
            yield Finding("rank", Verdict.CONTRADICTION, total.spans, "these cannot be right")

    assert Verdict.CONSISTENT in {finding.verdict for finding in run(TEXT)[0] if finding.check == "sum"}
    whole = [replace(one, find=wrong) if one.id == "rank" else one for one in checks()]
    monkeypatch.setattr(annotator.checks, "checks", lambda: tuple(whole))
    findings, _ = run(TEXT)
    assert {finding.check for finding in findings if len(finding.spans) > 2} == {"rank"}


def test_findings_lie_inside_one_line_and_are_sorted() -> None:
    findings, _ = run("灯会于2023年9月29日开幕，将持续至2023年8月31日。\n" + TEXT)
    assert findings == tuple(sorted(findings, key=lambda finding: (finding.spans, finding.check)))
    assert all(finding.spans == tuple(sorted(finding.spans)) for finding in findings)


def test_a_check_without_both_kinds_of_examples_does_not_register() -> None:
    words = {"title": "t", "title_en": "t", "why": "w", "limits": "l"}
    with pytest.raises(ValueError, match="needs an example"):
        check(**words, flags=(), passes=("一句。",))(lambda relations: iter(()))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="needs an example"):
        check(**words, flags=("[[一]]句。",), passes=())(lambda relations: iter(()))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["", "。", "，、；：（", "1" * 2000, "1、" * 2000, "（" * 3000, "其中" * 2000, "占50%的" * 300, "由1至2" * 500]
)
def test_no_text_breaks_a_check(text: str) -> None:
    assert run(text)[1] == ()
