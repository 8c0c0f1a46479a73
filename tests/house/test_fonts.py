"""The bundled fonts can show every character of the sample, and text copied from a PDF made with them comes back the same."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from annotator import paths

FONTS = sorted(paths.resource("fonts").glob("*.ttf"))
RARE_IN_NAMES = "勠镕喆堃玥祎珺"
TRADITIONAL = "動勞國點學會體號萬億與區應該實際數據臺灣"
SIGNS = "≤≥≠×÷−→⇄✓·•・—–…“”‘’、。，：；？！（）《》〈〉【】「」『』％‰℃㎡①②③№〇○●△▲■□◆◇‖~～′″°"


@pytest.fixture(scope="module", params=FONTS, ids=lambda path: path.stem)
def font(request: pytest.FixtureRequest) -> Iterator[TTFont]:
    with TTFont(request.param) as opened:
        yield opened


def test_four_files_with_their_licence_beside_them() -> None:
    assert [path.stem for path in FONTS] == ["NotoSansSC-Regular", "NotoSansSC-SemiBold", "NotoSerifSC-Regular", "NotoSerifSC-SemiBold"]
    licence = paths.resource("fonts", "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Reserved Font Name 'Source'" in licence


@pytest.mark.parametrize("words", [RARE_IN_NAMES, TRADITIONAL, SIGNS], ids=["names", "traditional", "signs"])
def test_names_traditional_text_and_signs_have_glyphs(font: TTFont, words: str) -> None:
    assert not set(words) - {chr(code) for code in font.getBestCmap()}


def test_every_character_of_the_sample_has_a_glyph(font: TTFont) -> None:
    sample = paths.seed("liling-2020-03.txt").read_text("utf-8")
    assert not set(sample) - {"\n", "\r"} - {chr(code) for code in font.getBestCmap()}


def test_no_two_code_points_share_a_glyph(font: TTFont) -> None:
    glyphs = Counter(font.getBestCmap().values())
    assert [glyph for glyph, uses in glyphs.items() if uses > 1] == []


def test_no_kangxi_radicals(font: TTFont) -> None:
    assert not [hex(code) for code in font.getBestCmap() if 0x2E80 <= code <= 0x2FDF]


def test_only_features_that_leave_text_as_it_was(font: TTFont) -> None:
    features = {record.FeatureTag for table in ("GSUB", "GPOS") if table in font for record in font[table].table.FeatureList.FeatureRecord}
    assert features <= {"kern", "mark", "locl"}


@pytest.mark.parametrize("family", ["Noto Sans SC", "Noto Serif SC"])
def test_qt_finds_both_weights_under_one_family(qapp: object, family: str) -> None:
    for path in FONTS:
        assert QFontDatabase.addApplicationFont(str(path)) >= 0
    for weight in (QFont.Weight.Normal, QFont.Weight.DemiBold):
        found = QFontInfo(QFont(family, 12, weight))
        assert (found.family(), found.weight()) == (family, weight.value)


def test_the_files_are_small_enough_to_keep_in_the_repository() -> None:
    sizes = {path.name: path.stat().st_size for path in map(Path, FONTS)}
    assert max(sizes.values()) < 7_500_000
