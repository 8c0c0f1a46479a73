"""English is complete and up to date: made again, the files are the same; a text without English fails here."""

import importlib.util
from types import ModuleType

import pytest

from annotator import paths


@pytest.fixture(scope="module")
def make() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_translations", paths.resource("i18n", "make.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_nothing_is_untranslated_or_stale(make: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    problems = make.main(["--check"])
    assert problems == 0, capsys.readouterr().out


def test_an_untranslated_text_is_found(make: ModuleType) -> None:
    text = make.Text("新的一句", "", plural=False)
    assert make.faults([text], {}) == ["untranslated: 新的一句"]


def test_other_places_to_fill_are_found(make: ModuleType) -> None:
    text = make.Text("第 {n} 段", "", plural=False)
    assert make.faults([text], {text: ("Paragraph {number}",)})
    assert not make.faults([text], {text: ("Paragraph {n}",)})


def test_a_text_that_is_no_literal_is_refused(make: ModuleType, tmp_path) -> None:
    (tmp_path / "page.py").write_text("from x import tr\nname = 'a'\ntr(name)\n", "utf-8")
    with pytest.raises(ValueError, match=r"page\.py:3"):
        list(make.texts(tmp_path))
