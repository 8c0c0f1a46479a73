"""The lexicon: every entry's example holds, bad files are reported with file and entry, a user's own file adds words without code."""

import re

import pytest

from annotator.claims import cover, find_claims
from annotator.lexicon import LexiconError, lexicon, read_lexicon, table
from annotator.model import Kind
from annotator.paths import resource
from annotator.text import article

_MARK = re.compile(r"\[([^\[\]]+)\]")
FILES = sorted(path.name for path in resource("lexicon").glob("*.toml"))


def examples():
    for example in lexicon().examples:
        yield example.file, example.entry, example.sentence
    read = {example.file for example in lexicon().examples}
    for name in FILES:
        if name not in read:
            tables = table(name)
            for entry, sentence in tables.get("examples", {}).items():
                yield name, entry, sentence
            for place, sense in enumerate(tables.get("sense", ())):
                yield name, f"{place}-{sense['unit']}", sense["example"]


ALL = list(examples())


@pytest.mark.parametrize(("file", "entry", "sentence"), ALL, ids=[f"{file}-{entry}" for file, entry, _ in ALL])
def test_an_example_says_what_is_found(file, entry, sentence):
    wanted = _MARK.findall(sentence)
    found = [claim.text for claim in find_claims(article(_MARK.sub(r"\1", sentence)))]
    if wanted:
        assert set(wanted) <= set(found)
    else:
        assert found == []


@pytest.mark.parametrize("name", FILES)
def test_a_file_opens_with_its_grammar(name):
    head = resource("lexicon", name).read_text("utf-8").split("\n\n")[0]
    assert head.startswith("# ")
    assert "# Grammar" in resource("lexicon", name).read_text("utf-8")[:400]


def test_a_user_adds_words_without_code(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(
        '[[unit]]\nnames = ["圩"]\nkind = "measure"\ndimension = "area"\nfactor = "100"\nexample = "占地[3圩]。"\n'
        '[words]\n"橐" = "运来[5橐]货。"\n'
        '[[group]]\nreason = "name"\nwords = "九里香堂"\nexample = "九里香堂开业。"\n',
        "utf-8",
    )
    words = read_lexicon(own)
    page = article("全村占地三圩，运来五橐货，九里香堂开业。")
    claims = find_claims(page, words)
    assert [(claim.text, claim.kind) for claim in claims] == [("三圩", Kind.MEASURE), ("五橐", Kind.COUNT)]
    assert "name" in {numeral.reason for numeral in cover(page, claims, words)}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[[unit]]\nnames = []\n", "第 1 个单位"),
        ('[[unit]]\nnames = ["圩"]\nkind = "area"\nexample = "[3圩]"\n', "圩"),
        ('[[unit]]\nnames = ["圩"]\nkind = "measure"\nfactor = "三"\nexample = "[3圩]"\n', "圩"),
        ('[[unit]]\nnames = ["圩"]\nkind = "measure"\n', "example"),
        ('[words]\n"橐" = 3\n', "橐"),
        ('[words]\n" 橐" = "[3橐]。"\n', "空格"),
        ("[[group]]\nwords = 3\n", "第 1 组"),
        ("[[unit", "TOML"),
    ],
)
def test_bad_data_is_reported_with_file_and_entry(tmp_path, content, told):
    own = tmp_path / "own.toml"
    own.write_text(content, "utf-8")
    with pytest.raises(LexiconError) as error:
        read_lexicon(own)
    assert "own.toml" in str(error.value)
    assert told in str(error.value)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(LexiconError, match=r"own\.toml"):
        read_lexicon(tmp_path / "own.toml")


def test_an_unlisted_measure_word_is_a_claim_and_is_named():
    page = article("现场摆出36簋佳肴。")
    claims = find_claims(page)
    assert [(claim.text, claim.quantity.unit) for claim in claims] == [("36簋", "簋")]
    assert [numeral.reason for numeral in cover(page, claims)] == ["unit-not-listed"]
