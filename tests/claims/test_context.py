"""The words around a claim, against 90 claims annotated by hand from five articles (contexts.jsonl)."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from time import perf_counter

import pytest

from annotator.claims import find_claims
from annotator.claims.context import contexts
from annotator.model import Claim, Context, Direction
from annotator.text import article

GOLD = [json.loads(line) for line in Path(__file__).with_name("contexts.jsonl").read_text("utf-8").splitlines()]
FIELDS = ("noun", "subject", "predicate", "direction", "period", "attribution", "planned", "negated", "marks")


def around(text: str, words: str) -> Context:
    made = article(text)
    claims = find_claims(made)
    return contexts(made, claims)[next(claim for claim in claims if claim.text == words)]


def test_every_field_is_right_nine_times_in_ten() -> None:
    right: Counter[str] = Counter()
    total = 0
    for paragraph in GOLD:
        made = article(paragraph["text"])
        claims = find_claims(made)
        known = contexts(made, claims)
        at = {claim.span: claim for claim in claims}
        for wanted in paragraph["claims"]:
            total += 1
            claim = at.get((wanted["start"], wanted["end"]))
            context = known[claim] if claim else Context()
            for field in FIELDS:
                found = sorted(context.marks) if field == "marks" else getattr(context, field)
                right[field] += found == wanted[field]
    assert total >= 80
    assert {paragraph["article"] for paragraph in GOLD} == {
        "liling-2020-03",
        "03-chipmaker-annual-report",
        "06-flood-relief",
        "12-housing-market-september",
        "13-golden-week-tourism",
    }
    assert {field: right[field] / total for field in FIELDS if right[field] < 0.9 * total} == {}


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("该市2026个基层党组织投入抗疫。", "2026个", {"noun": "基层党组织"}),
        ("两千余名党员闻令而动。", "两千余名", {"noun": "党员", "predicate": "闻令而动"}),
        ("300名护士逆行而上。", "300名", {"noun": "护士"}),
        ("就26家企业而言，压力不小。", "26家", {"noun": "企业"}),
        ("全县签发原产地证194份。", "194份", {"noun": "原产地证", "predicate": "签发"}),
        ("公司实现营业收入48.36亿元。", "48.36亿元", {"noun": "营业收入", "subject": "公司", "predicate": "实现"}),
        ("今年以来，港口吞吐量同比增长8%。", "8%", {"predicate": "增长", "direction": Direction.RISE, "period": "今年以来"}),
        ("据统计，全镇共有果园3200亩，比去年减少150亩。", "150亩", {"direction": Direction.FALL, "attribution": "据统计"}),
        ("预计全年投放公交车120辆。", "120辆", {"planned": True, "period": "全年"}),
        ("台风过境，全市没有1人伤亡。", "1人", {"negated": True}),
        ("全市有医院96家，其中三甲医院8家。", "8家", {"marks": frozenset(("其中",))}),
        ("存单到期后续存，比原利率上浮12%。", "12%", {"subject": "原利率", "direction": Direction.RISE}),
        ("工资较上月上涨300元。", "300元", {"subject": "工资", "noun": ""}),
        ("全市茶叶产量较上年增加320吨。", "320吨", {"subject": "茶叶产量", "predicate": "增加"}),
        ("入馆人数比预约人数多1200人。", "1200人", {"subject": "入馆人数", "noun": ""}),
        ("城镇居民人均可支配收入增长5.1%，快于农村居民1.2个百分点。", "1.2个百分点", {"subject": "城镇居民人均可支配收入", "noun": ""}),
        ("同原方案相比，工期缩短45天。", "45天", {"subject": "工期", "predicate": "缩短"}),
        ("气温比常年同期偏高2.1摄氏度。", "2.1摄氏度", {"subject": "气温", "direction": Direction.RISE}),
    ],
)
def test_a_clause_is_read_as_an_editor_reads_it(text: str, words: str, wanted: dict[str, object]) -> None:
    context = around(text, words)
    assert {field: getattr(context, field) for field in wanted} == wanted


def test_a_claim_of_another_article_is_a_key_error() -> None:
    here, there = article("共有12名学生。"), article("一共有34名教师。")
    known = contexts(here, find_claims(here))
    with pytest.raises(KeyError):
        known[find_claims(there)[0]]
    assert list(known) == list(find_claims(here))
    assert len(known) == 1


def test_nothing_is_cut_and_jieba_stays_unloaded_until_a_context_is_asked_for() -> None:
    code = (
        "import sys; from annotator.text import article; from annotator.claims import contexts, find_claims;"
        "made = article('共有12名学生。'); known = contexts(made, find_claims(made)); assert 'jieba' not in sys.modules;"
        "known[next(iter(known))]; assert 'jieba' in sys.modules"
    )
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_list_of_thousands_of_numbers_is_read_without_deep_recursion_and_in_linear_time() -> None:
    def seconds(count: int) -> float:
        made = article("、".join(f"{number}人" for number in range(100, 100 + count)) + "。")
        claims = find_claims(made)
        known = contexts(made, claims)
        begin = perf_counter()
        last: Claim = claims[-1]
        assert known[last].clause.end <= len(made.text)
        return perf_counter() - begin

    seconds(10)
    assert seconds(4000) < 12 * max(seconds(1000), 0.005)
