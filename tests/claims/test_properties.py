"""What holds for every text: claims lie inside it, say what they cover, never overlap, and cost time in proportion to its length."""

import importlib
import pkgutil
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from re import _constants as constants  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import annotator.claims
from annotator.claims import cover, find_claims, fold, parse, survey
from annotator.claims.common import common
from annotator.claims.draft import Skip, claimed
from annotator.claims.numerals import number_at
from annotator.claims.plain import line
from annotator.claims.scan import _at
from annotator.lexicon import lexicon
from annotator.model import number
from annotator.paths import seed
from annotator.text import article
from tests.claims.marked import sentences, unmarked

_MARKS = (
    "0123456789一二三四五六七八九十百千万亿半两几数余多来个人元年月日时点分秒%％‰成折倍番比第前后约近超过至到-—~、，。：:./()（）¥$零下负上左右以内"
    "不足名次位Aa G号线级度块\u200b\ud800萬兩個餘１２,周星期每其一是翻了双"
)
texts = st.text(alphabet=_MARKS, max_size=24) | st.text(max_size=24)


@given(texts)
@settings(max_examples=2000, deadline=None)
def test_every_claim_is_a_place_that_says_what_it_covers(text):
    page = article(text)
    claims = find_claims(page)
    end = 0
    for claim in claims:
        assert end <= claim.start < claim.end <= len(page.text)
        assert claim.text == page.text[claim.start : claim.end]
        end = claim.end
    folds = fold(page, claims)
    assert sorted(place.id for one in folds for place in one.places) == sorted(claim.id for claim in claims)
    for numeral in cover(page, claims):
        assert 0 <= numeral.start < numeral.end <= len(page.text)


@given(texts, texts, st.integers(0, 3))
@settings(max_examples=500, deadline=None)
def test_what_is_inserted_before_a_line_shifts_its_claims_and_changes_nothing_else(text, other, blank):
    line, before = text.split("\n")[0], other.split("\n")[0] + "某\n" + "\n" * blank
    alone = survey(article(line))
    both = survey(article(before + line))
    behind = [claim for claim in both.claims if claim.start >= len(before)]
    assert [(claim.start + len(before), claim.end + len(before), *claim[2:5]) for claim in alone.claims] == [claim[:5] for claim in behind]
    left = [numeral for numeral in both.coverage if numeral.start >= len(before)]
    assert [(numeral.start + len(before), numeral.end + len(before), numeral.reason) for numeral in alone.coverage] == left


@given(texts)
@settings(max_examples=500, deadline=None)
def test_one_scan_says_what_two_say(text):
    page = article(text)
    once = survey(page)
    assert once.claims == find_claims(page)
    assert once.coverage == cover(page, once.claims)


@given(texts, st.integers(0, 24), st.integers(0, 24))
@settings(max_examples=500, deadline=None)
def test_a_span_by_hand_is_read_or_refused_with_a_sentence(text, one, other):
    page = article(text)
    span = (min(one, other), max(one, other))
    told = ""
    try:
        claim = parse(page, span)
    except ValueError as error:
        told = str(error)
    assert told.endswith("。") if told else claim.span == span


_DIGITS, _PLACES = "零一二三四五六七八九", ("", "十", "百", "千")


def written(value: int) -> str:
    """A number in Chinese numerals as schools teach it."""
    if value == 0:
        return "零"
    parts, gap = [], False
    for power, name in ((8, "亿"), (4, "万"), (0, "")):
        section = value // 10**power % 10_000 if power < 8 else value // 10**8
        if section == 0:
            gap = bool(parts)
            continue
        inner = written(section) if section >= 10_000 else _section(section)
        parts.append(("零" if parts and (gap or section < 1000) else "") + inner + name)
        gap = False
    return "".join(parts)


def _section(value: int) -> str:
    out, gap = "", False
    for place in (3, 2, 1, 0):
        digit = value // 10**place % 10
        if digit:
            out += ("零" if gap and out else "") + _DIGITS[digit] + _PLACES[place]
            gap = False
        else:
            gap = True
    return out


@given(st.integers(1, 10**12 - 1))
@settings(max_examples=1000, deadline=None)
def test_a_written_number_is_read_back(value):
    text = written(value)
    found = number_at(text, 0, lexicon())
    assert found is not None
    assert (found.end, str(found.low)) == (len(text), str(value))


@given(st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False, allow_infinity=False))
@settings(max_examples=500, deadline=None)
def test_a_decimal_with_a_unit_is_read_back(value):
    (claim,) = find_claims(article(f"全市共产出{value}吨粮食。"))
    assert number(claim.quantity.value) == number(str(value))


LONG = {
    "digits": "1",
    "numerals": "一",
    "signs of range": "3至",
    "fractions": "1/2",
    "lists": "三、",
    "separators": "1,",
    "points": "1.",
    "halves": "半",
    "scales": "亿万",
    "capitals": "壹拾",
    "dates": "同年3月5日",
    "scores": "3比2",
    "claims": "3个",
    "shares": "百分之",
    "clocks": "3点",
    "slogans": "一人一策",
    "brackets": "（",
}


def work(text: str) -> int:
    """How many functions, Python's own among them, are called to read a text: the same on every machine."""
    page, calls = article(text), 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        survey(page)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("piece", LONG.values(), ids=LONG)
def test_no_row_of_pieces_costs_more_than_its_length(piece):
    work(piece * 50)  # what is made once is made
    once, twice = work(piece * 600), work(piece * 1200)
    assert twice <= 2.1 * once + 100


def test_an_article_twice_as_long_costs_twice(pages):
    text = "\n".join(pages)
    work(text)
    once = work(text)
    # Other paragraphs, not copies, which are read but once.
    assert work(text + "\n" + text.replace("。", "；。")) <= 2.2 * once


def _unbounded(parsed: Iterable[tuple[object, object]]) -> Iterator[bool]:
    """Whether each repeat in a parsed pattern has no bound."""
    for op, argument in parsed:
        if op in (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT):
            yield argument[1] == constants.MAXREPEAT
        parts = argument if isinstance(argument, tuple | list) else (argument,)
        for part in parts:
            for inner in part if isinstance(part, list) else (part,):
                if isinstance(inner, parser.SubPattern):
                    yield from _unbounded(inner)


def test_every_pattern_is_bounded():
    """With call counts in proportion, no single call can grow with the text either."""
    seen = 0
    for module in pkgutil.iter_modules(annotator.claims.__path__, "annotator.claims."):
        for name, pattern in vars(importlib.import_module(module.name)).items():
            if isinstance(pattern, re.Pattern) and module.name.rpartition(".")[2] not in ("context", "phrases"):
                seen += 1
                assert not any(_unbounded(parser.parse(pattern.pattern, pattern.flags))), f"{module.name}.{name}"
    scan, _, _ = common(lexicon())
    assert not any(_unbounded(parser.parse(scan.pattern, scan.flags)))
    assert seen > 40


def test_hundred_thousand_digits_are_no_claim():
    assert find_claims(article("编号" + "7" * 100_000)) == ()
    assert find_claims(article("七" * 100_000)) == ()


def test_ten_thousand_nested_brackets_hide_no_number():
    claims = find_claims(article("（" * 10_000 + "全县共有12家医院" + "）" * 10_000))
    assert [claim.text for claim in claims] == ["12家"]


@pytest.mark.parametrize("category", ["Nd", "Nl", "No"])
def test_every_numeral_of_unicode_is_harmless(category):
    marks = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == category]
    for text in ("".join(marks), "\n".join(marks), "个".join(marks), "①Ⅳ〡"):
        page = article(text)
        found = find_claims(page)
        assert all(text[claim.start : claim.end] == claim.text for claim in found)
        assert all(numeral.end <= len(text) for numeral in cover(page, found))


def test_the_quick_readers_say_what_the_careful_parsers_say(pages):
    words = lexicon()
    scan, arabic, chinese = common(words)
    compared = 0
    for text in pages:
        for paragraph in text.split("\n"):
            plain = line(paragraph)
            for at, mark in enumerate(plain.text):
                found = scan.match(plain.text, at)
                if found is None:
                    continue
                fixed = words.fixed_at(plain.text, at)
                quick = arabic(plain, found, at) if "0" <= mark <= "9" else chinese(plain, found, at, fixed)
                if quick is None:
                    continue
                careful = _at(plain, at, fixed, words)
                assert careful is not None
                assert quick == (careful if isinstance(careful, Skip) else claimed(plain, careful)), plain.text[at : at + 9]
                compared += 1
    assert compared > 500


@pytest.fixture(scope="module")
def pages():
    cases = Path(__file__).parent / "cases"
    gold = Path(__file__).parents[1] / "gold" / "data" / "articles"
    return [
        seed("liling-2020-03.txt").read_text("utf-8"),
        *(path.read_text("utf-8") for path in sorted(gold.glob("*.txt"))),
        *(unmarked(sentence)[0] for file in sorted(cases.glob("*.txt")) for sentence in sentences(file)),
    ]
