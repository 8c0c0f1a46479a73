"""Every sentence that comes from below the window is known in English."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.checks import Check, checks
from annotator.gui import i18n
from annotator.gui.sentences import english, translated, twins
from annotator.model import Finding
from annotator.pipeline import analyse
from annotator.review import changes
from annotator.text import article

_HAN = re.compile(r"[\u4e00-\u9fff]")
ROOT = Path(__file__).parents[2] / "annotator"


def findings(check: Check) -> Iterator[Finding]:
    """What a check says of its own examples."""
    for example in (*check.flags, *check.confirms):
        yield from (finding for finding in analyse(article(example.text)).findings if finding.check == check.id)


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.id)
def test_every_message_of_a_check_has_its_english(check: Check) -> None:
    messages = {finding.message for finding in findings(check)}
    assert messages
    assert {message for message in messages if english(message) == message} == set(), "add its twin to resources/i18n/sentences.en.toml"


def refusals() -> Iterator[str]:
    """The sentences with which the review refuses a step, with a word in each place to fill."""
    for file in (ROOT / "review" / "session.py", ROOT / "review" / "rules.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not (isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args):
                continue
            (first, *_) = node.exc.args
            for words in (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,):
                if isinstance(words, ast.Constant) and isinstance(words.value, str):
                    yield words.value
                elif isinstance(words, ast.JoinedStr):
                    yield "".join(part.value if isinstance(part, ast.Constant) else "数字，如 37203、0.15 或 2/3" for part in words.values)


def test_every_refusal_of_the_review_has_its_english() -> None:
    sentences = [sentence for sentence in refusals() if _HAN.search(sentence)]
    assert len(sentences) > 20
    assert [sentence for sentence in sentences if english(sentence) == sentence] == []


def test_every_step_has_its_english() -> None:
    kinds = list(changes._STEPS)
    names = [changes.named(kind, None, "", 1) for kind in kinds]
    names += [changes.named("decide", state, text, folds) for state in changes._VERBS for text, folds in (("15%", 1), ("", 12))]
    known = [name for name in names if english(name) == name]
    assert known in ([], ["更正 12 项", "存疑 12 项"]), "many at once are never corrected or queried"


def test_the_places_are_filled_with_the_words_of_the_article() -> None:
    found = "各项相加得 37203名，与 37200名 不能同时成立。"
    assert english(found) == "The items add up to 37203名; that and 37200名 cannot both be true."
    assert english("“甲”和“乙”用在同一个数上，意思重复，留一个即可。").endswith("mean the same: keep one.")
    assert english("2020年3月11日是星期三，与“星期四”不能同时成立。").startswith("2020年3月11日 is a Wednesday; ")


def test_what_is_not_known_stays_as_it_is_and_chinese_too(qtbot: QtBot) -> None:
    assert english("没有人写过的句子。") == "没有人写过的句子。"
    assert translated("备注是空的。") == "备注是空的。"
    i18n.speak("en")
    try:
        assert translated("备注是空的。") == "The note is empty."
    finally:
        i18n.speak("zh")


def test_nothing_english_holds_chinese_but_the_words_it_speaks_of() -> None:
    for twin in twins():
        outside = re.sub(r"“[^”]*”", "", twin.english)
        assert not _HAN.search(outside), twin.english
