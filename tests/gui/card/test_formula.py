from annotator.gui.card.formula import Term, others, terms
from annotator.model import Article, Finding, Span, Verdict
from annotator.text import article
from tests.gui.small import span_of


def finding(held: Article, formula: str, *words: str) -> Finding:
    spans, after = [], 0
    for word in words:
        spans.append(span_of(held, word, after))
        after = spans[-1].end
    return Finding("sum", Verdict.CONSISTENT, tuple(sorted(spans)), "", formula)


def test_each_operand_is_tied_to_its_place() -> None:
    held = article("其中县道38公里、乡道51公里,全县共89公里。")
    found = finding(held, "38公里 + 51公里 = 89公里", "38公里", "51公里", "89公里")
    places = [span_of(held, word) for word in ("38公里", "51公里", "89公里")]
    assert terms(held, found) == [Term("38公里", places[0]), Term("+"), Term("51公里", places[1]), Term("="), Term("89公里", places[2])]
    assert others(held, found) == []


def test_equal_operands_have_each_their_own_place() -> None:
    held = article("东区5户、西区5户,共10户。")
    found = finding(held, "5户 + 5户 = 10户", "5户", "5户", "10户")
    assert [term.span.start for term in terms(held, found) if term.span] == [2, 7, 11]


def test_a_figure_is_not_found_inside_a_longer_one() -> None:
    held = article("38公里与138公里。")
    found = finding(held, "138公里 > 38公里", "38公里")
    assert [term.text for term in terms(held, found) if term.span] == ["38公里"]
    assert [term.text for term in terms(held, found)] == ["138公里 >", "38公里"]


def test_what_the_formula_does_not_name_is_listed_after_it() -> None:
    held = article("减负的信贷,比原利率上浮15%左右。" + "长" * 60)
    found = Finding("direction", Verdict.SUSPICIOUS, (span_of(held, "减负"), span_of(held, "上浮15%左右"), Span(18, 78)), "", "上浮15%左右")
    assert [term.text for term in terms(held, found)] == ["上浮15%左右"]
    assert [term.text for term in others(held, found)] == ["减负", "长长长长长长长长长长长长…长长长长"]
    assert terms(held, Finding("x", Verdict.SUSPICIOUS, (Span(0, 2),), "")) == []
