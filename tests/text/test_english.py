"""Every note and every refusal of an import is written in both languages, side by side."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.text import ENCODINGS, ReadError, convert
from annotator.text.encoding import ENGLISH
from tests.text.odd_documents import ALL

SOURCES = sorted((Path(__file__).parents[2] / "annotator" / "text").rglob("*.py"))


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    for file in SOURCES:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
                yield f"{file.name}:{node.lineno}", node


def test_every_note_and_refusal_has_its_english() -> None:
    found = 0
    for where, call in calls("Note"):
        assert len(call.args) == 4 or any(keyword.arg == "english" for keyword in call.keywords), where
        found += 1
    for where, call in calls("ReadError"):
        assert len(call.args) == 2 or isinstance(call.args[0], ast.Starred), where
        found += 1
    assert found > 60, "the calls are written in another way now"


@pytest.mark.parametrize("odd", [pytest.param(odd, id=f"{odd.number} {odd.what}"[:60]) for odd in ALL if not odd.full])
def test_odd_documents_are_told_of_in_english(odd) -> None:
    try:
        notes = convert(odd.data() if callable(odd.data) else odd.data, odd.name).article.notes
    except ReadError as error:
        said = [(str(error), error.english)]
    else:
        said = [(note.message, note.english) for note in notes]
    for chinese, english in said:
        assert english
        assert english != chinese
        assert "{" not in english
        assert any(count in english for count in "0123456789") == any(count in chinese for count in "0123456789")


def test_encodings_have_english_names() -> None:
    assert ENGLISH.keys() == ENCODINGS.keys()
    assert all(name.isascii() for name in ENGLISH.values())
