"""Every name that the stages before give a thing has its word in the report."""

import ast
import re
from pathlib import Path

import annotator.claims
from annotator.paths import resource
from annotator.report import words
from annotator.review.log import KINDS

CLAIMS = Path(annotator.claims.__file__).parent


def reasons() -> set[str]:
    """The reasons that claims/ and the lexicon leave numerals out for: kebab words in Skip(…), `reason =` and `else =` of the tables."""
    found = set()
    for path in CLAIMS.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Skip" and len(node.args) == 3:
                found |= {one.value for one in ast.walk(node.args[2]) if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    for path in resource("lexicon").glob("*.toml"):
        found |= set(re.findall(r'^(?:reason|else) = "([a-z-]*)"', path.read_text("utf-8"), re.MULTILINE))
    return found


def test_every_reason_for_leaving_a_numeral_out_has_words() -> None:
    found = reasons()
    assert {"idiom", "telephone", "repeated", "bare-number"} <= found
    assert found <= words.REASONS.keys()


def test_every_kind_of_record_has_words() -> None:
    assert words.EVENTS.keys() >= KINDS
