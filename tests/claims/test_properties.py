"""What holds for every text: claims lie inside it, say what they cover, never overlap, and cost time in proportion to its length."""

import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.claims import cover, find_claims, fold, parse
from annotator.claims.common import SCAN, common
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


@given(texts)
@settings(max_examples=500, deadline=None)
def test_a_line_before_shifts_the_claims_and_changes_nothing_else(text):
    before = "全市有12家企业复工。\n"
    alone = find_claims(article(text.split("\n")[0]))
    behind = [claim for claim in find_claims(article(before + text.split("\n")[0])) if claim.start >= len(before)]
    assert [(claim.start, claim.end, claim.quantity) for claim in alone] == [
        (claim.start - len(before), claim.end - len(before), claim.quantity) for claim in behind
    ]


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


@pytest.mark.parametrize("piece", LONG.values(), ids=LONG)
def test_no_row_of_pieces_costs_more_than_its_length(piece):
    def seconds(times: int) -> float:
        page = article(piece * times)
        spans = []
        for _ in range(3):
            begin = time.process_time()
            cover(page, find_claims(page))
            spans.append(time.process_time() - begin)
        return min(spans)

    # A cost in proportion gives four; the square of the length would give sixteen.
    assert seconds(8_000) <= 8 * seconds(2_000) + 0.02


def test_hundred_thousand_digits_are_no_claim():
    assert find_claims(article("编号" + "7" * 100_000)) == ()


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
    arabic, chinese = common(words)
    compared = 0
    for text in pages:
        for paragraph in text.split("\n"):
            plain = line(paragraph)
            for at, mark in enumerate(plain.text):
                found = SCAN.match(plain.text, at)
                quick = None if found is None else (arabic if "0" <= mark <= "9" else chinese)(plain, found)
                if quick is None:
                    continue
                careful = _at(plain, at, words)
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
