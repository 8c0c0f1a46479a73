"""The colours keep their contrast, the sizes follow the zoom, and both themes know every role."""

import itertools

import pytest
from PySide6.QtGui import QColor, QFontInfo
from pytestqt.qtbot import QtBot

from annotator import paths
from annotator.gui import theme
from annotator.gui.theme import COLOURS, TINTS, Tokens

TEXTS = ("ink", "ink2", "ink3", "pen", "ok", "cor", "flag", "bad", "dis")
SURFACES = ("paper", "win", "card", "cur", "sel", *TINTS)


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=["light", "dark"])
def tokens(request: pytest.FixtureRequest) -> Tokens:
    return theme.load(request.param)


@pytest.mark.parametrize(("text", "surface"), list(itertools.product(TEXTS, SURFACES)))
def test_text_can_be_read(tokens: Tokens, text: str, surface: str) -> None:
    assert contrast(tokens.colour(text), tokens.colour(surface)) >= 4.5


def test_borders_and_the_primary_button_can_be_seen(tokens: Tokens) -> None:
    assert contrast(tokens.edge, tokens.paper) >= 3
    assert contrast(tokens.edge, tokens.card) >= 3
    assert contrast(tokens.accent, tokens.onaccent) >= 4.5
    assert contrast(tokens.accent, tokens.paper) >= 4.5


def test_high_contrast_drops_the_tints() -> None:
    plain, strong = theme.load("light"), theme.load("light", contrast=True)
    assert {role for role in COLOURS if plain.colour(role) != strong.colour(role)} == set(TINTS)
    assert all(strong.colour(role).alpha() == 0 for role in TINTS)


def test_a_broken_theme_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    (tmp_path / "broken.toml").write_text('[colours]\nink = "#000000"\n', "utf-8")
    monkeypatch.setattr(paths, "resource", lambda *parts: tmp_path / parts[-1])
    with pytest.raises(ValueError, match="missing or unknown"):
        theme.load("broken")


def test_sizes_follow_the_zoom(qtbot: QtBot) -> None:
    desk = theme.desk_theme()
    desk.apply("light", 100)
    sizes = {role: theme.font(role).pixelSize() for role in ("article", "body", "key")}
    with qtbot.waitSignal(desk.changed):
        desk.apply(zoom=200)
    assert {role: theme.font(role).pixelSize() for role in sizes} == {"article": 33, "body": 26, "key": 22}
    desk.apply(zoom=10)
    assert desk.zoom == 80
    assert min(theme.font(role).pixelSize() for role in sizes) >= 11
    desk.apply("light", 100)


def test_the_article_has_the_bundled_serif_and_the_tool_the_sans(qtbot: QtBot) -> None:
    assert QFontInfo(theme.font("article")).family() == "Noto Serif SC"
    assert QFontInfo(theme.font("body")).family() == "Noto Sans SC"
