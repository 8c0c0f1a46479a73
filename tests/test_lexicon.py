"""The lexicon: every entry's example holds, bad files are reported with file and entry, a user's own file adds words without code."""

import json
import re

import pytest

from annotator.claims import cover, extractor, find_claims
from annotator.cli import main
from annotator.desk import open_desk
from annotator.lexicon import lexicon, own_faults, read_lexicon, table
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
        ('[[unit]]\nnames = ["圩"]\nkind = "measure"\nexample = "[3圩]"\nafter = "水"\n', "圩"),
        ('[word]\n"橐" = "运来[5橐]货。"\n', "word"),
        ("nouns = 3\n", "nouns"),
    ],
)
def test_bad_data_is_reported_with_file_and_entry_and_the_rest_works(content, told, own_words):
    good = '[words]\n"橐" = "运来[5橐]货。"\n' if "[words]" not in content and content != "[[unit" else ""
    own_words.write_text(content + good, "utf-8")
    (fault,) = own_faults()
    assert own_words.name in fault
    assert told in fault
    assert fault.endswith("。")
    page = article("运来五橐货，共有12名学生。")
    found = [claim.text for claim in find_claims(page)]
    assert "12名" in found
    assert ("五橐" in found) is bool(good)


@pytest.fixture
def own_words(monkeypatch, tmp_path):
    """The file of a desk's own words, in force for one test."""
    own = tmp_path / "own.toml"
    monkeypatch.setenv("ANNOTATOR_LEXICON", str(own))
    lexicon.cache_clear()
    yield own
    lexicon.cache_clear()


def test_no_file_of_its_own_is_nothing_to_tell(own_words, monkeypatch):
    monkeypatch.delenv("ANNOTATOR_LEXICON")
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_: own_words.parent / "settings")
    assert own_faults() == ()
    assert lexicon().own == ""


def test_a_file_that_was_named_and_is_not_there_is_told(own_words):
    (fault,) = own_faults()
    assert str(own_words) in fault
    assert "找不到" in fault
    assert lexicon().own == ""


OWN = '[[unit]]\nnames = ["圩"]\nkind = "measure"\nexample = "占地[3圩]。"\n[words]\n"橐" = 5\n'


def test_a_desk_reads_with_its_own_words_and_says_what_is_wrong_in_them(own_words, tmp_path):
    own_words.write_text(OWN, "utf-8")
    with open_desk(tmp_path / "desk.db") as desk:
        session = desk.session(desk.import_text("全村占地三圩。", "own.txt").article_id)
        assert [fold.claim.text for fold in session.folds] == ["三圩"]
        assert [notice for notice in desk.notices if "橐" in notice] == list(own_faults())
        assert session.analysis.claims[0].kind is Kind.MEASURE


def test_a_reading_with_other_words_is_another_reading(own_words):
    plain = extractor()
    own_words.write_text(OWN, "utf-8")
    lexicon.cache_clear()
    assert extractor() != plain
    assert extractor().startswith(plain)


def test_the_command_line_reads_with_own_words_and_says_what_is_wrong_in_them(own_words, tmp_path, capsys):
    own_words.write_text(OWN, "utf-8")
    page = tmp_path / "page.txt"
    page.write_text("全村占地三圩。", "utf-8")
    assert main(["extract", str(page)]) == 0
    put = capsys.readouterr()
    assert [claim["text"] for claim in json.loads(put.out)["claims"]] == ["三圩"]
    assert "own.toml" in put.err
    assert "橐" in put.err


def test_an_unlisted_measure_word_is_a_claim_and_is_named():
    page = article("现场摆出36簋佳肴。")
    claims = find_claims(page)
    assert [(claim.text, claim.quantity.unit) for claim in claims] == [("36簋", "簋")]
    assert [numeral.reason for numeral in cover(page, claims)] == ["unit-not-listed"]
