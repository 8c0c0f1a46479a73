"""The look as data: colours from resources/themes/, sizes that follow the system's text and the zoom, one style sheet for flat surfaces."""

import re
import tomllib
from dataclasses import dataclass, fields
from functools import cache
from typing import Final, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from annotator import paths
from annotator.gui import fonts
from annotator.gui.rescale import rescale

Mode = Literal["system", "light", "dark"]
ZOOMS: Final = (80, 90, 100, 110, 125, 150, 175, 200)  # per cent


@dataclass(frozen=True)
class Tokens:
    """The colours of one theme, by role. Tints are fully transparent in the system's high-contrast mode: lines and icons remain."""

    ink: QColor
    ink2: QColor
    ink3: QColor
    pen: QColor
    ok: QColor
    cor: QColor
    flag: QColor
    bad: QColor
    dis: QColor
    accent: QColor
    onaccent: QColor
    win: QColor
    paper: QColor
    card: QColor
    cur: QColor
    sel: QColor
    hover: QColor
    okb: QColor
    corb: QColor
    flagb: QColor
    badb: QColor
    disb: QColor
    line: QColor
    line2: QColor
    edge: QColor
    dark: bool

    def colour(self, role: str) -> QColor:
        """The colour of a role by its name. AttributeError for a role that is none."""
        value = getattr(self, role)
        assert isinstance(value, QColor)
        return value


TINTS: Final = ("okb", "corb", "flagb", "badb", "disb")
COLOURS: Final = tuple(field.name for field in fields(Tokens) if field.name != "dark")


@cache
def load(name: str, contrast: bool = False) -> Tokens:
    """The tokens of resources/themes/{name}.toml. ValueError names what is missing, unknown or no colour."""
    with paths.resource("themes", f"{name}.toml").open("rb") as file:
        table: dict[str, str] = tomllib.load(file)["colours"]
    if wrong := set(table) ^ set(COLOURS):
        raise ValueError(f"resources/themes/{name}.toml: {', '.join(sorted(wrong))} missing or unknown")
    colours = {role: QColor(value) for role, value in table.items()}
    if bad := [role for role, colour in colours.items() if not colour.isValid()]:
        raise ValueError(f"resources/themes/{name}.toml: {', '.join(bad)} is no colour")
    if contrast:
        colours |= {role: QColor(0, 0, 0, 0) for role in TINTS}
    return Tokens(**colours, dark=name == "dark")


# role -> (article's voice?, pixels at 100 %, weight)
_ROLES: Final = {
    "article": (True, 16.5, QFont.Weight.Normal),
    "heading": (True, 18.0, QFont.Weight.DemiBold),
    "quote": (True, 16.0, QFont.Weight.Normal),
    "excerpt": (True, 13.0, QFont.Weight.Normal),
    "title": (True, 16.0, QFont.Weight.DemiBold),
    "body": (False, 13.0, QFont.Weight.Normal),
    "name": (False, 13.0, QFont.Weight.DemiBold),
    "figure": (False, 15.0, QFont.Weight.DemiBold),
    "small": (False, 12.0, QFont.Weight.Normal),
    "smallname": (False, 12.0, QFont.Weight.DemiBold),
    "label": (False, 11.5, QFont.Weight.Normal),
    "section": (False, 11.5, QFont.Weight.DemiBold),
    "key": (False, 11.0, QFont.Weight.Normal),
}


class Theme(QObject):
    """The theme in force. `changed` comes after a new theme or zoom is applied: re-read `current()`, `font()` and `px()`, then repaint."""

    changing = Signal()  # while everything still stands as before
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.mode: Mode = "system"
        self.zoom = 100
        app = QGuiApplication.instance()
        assert isinstance(app, QApplication)
        system = QFontInfo(app.font()).pixelSize()
        self._system = max(1.0, system / 13)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)

    @property
    def tokens(self) -> Tokens:
        hints = QGuiApplication.styleHints()
        dark = self.mode == "dark" or (self.mode == "system" and hints.colorScheme() == Qt.ColorScheme.Dark)
        contrast = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        return load("dark" if dark else "light", contrast)

    @property
    def scale(self) -> float:
        """Screen pixels for one pixel of the design: the system's text size times the zoom."""
        return self._system * self.zoom / 100

    def apply(self, mode: Mode | None = None, zoom: int | None = None) -> None:
        """Set the mode and the zoom (80 to 200 per cent) for the whole application."""
        self.changing.emit()
        before = self.scale
        self.mode = self.mode if mode is None else mode
        self.zoom = self.zoom if zoom is None else min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        if self.scale != before:
            for window in app.topLevelWidgets():
                rescale(window, before, self.scale)
        app.setFont(font("body"))
        app.setPalette(_palette(self.tokens))
        app.setStyleSheet(_sheet(self.tokens))
        self.changed.emit()

    def _system_changed(self) -> None:
        if self.mode == "system":
            self.apply()


@cache
def desk_theme() -> Theme:
    """The one theme of the application; made after QApplication."""
    return Theme()


def current() -> Tokens:
    """The colours in force."""
    return desk_theme().tokens


def px(size: float) -> int:
    """Screen pixels for a length of the design at 100 %."""
    return round(size * desk_theme().scale)


def font(role: str) -> QFont:
    """The font of a role: article heading quote excerpt title body name figure small smallname label section key."""
    serif, size, weight = _ROLES[role]
    result = QFont(fonts.serif() if serif else fonts.sans())
    if not result.families():
        result = QFont()
    result.setPixelSize(max(11, px(size)))
    result.setWeight(weight)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if role == "figure":
        result.setFeature(QFont.Tag.fromString("tnum"), 1)  # figures of one width
    return result


def line_height() -> int:
    """The height of one line of the article, in screen pixels: 1.8 of its size, 1.85 where it has no serif of its own."""
    return px(30 if fonts.has_serif() else 30.5)


def _sheet(tokens: Tokens) -> str:
    text = paths.resource("themes", "desk.qss").read_text("utf-8")
    text = text.replace("[check]", "[check-dark]" if tokens.dark else "[check-light]")
    text = re.sub(r"\[([\w-]+)\](?=\))", lambda found: paths.resource("icons", f"{found[1]}.svg").as_posix(), text)
    text = re.sub(r"<([0-9.]+)>", lambda found: str(px(float(found[1]))), text)
    return re.sub(r"\{(\w+)\}", lambda found: tokens.colour(found[1]).name(), text)


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, colour in {
        role.Window: tokens.win,
        role.WindowText: tokens.ink,
        role.Base: tokens.paper,
        role.AlternateBase: tokens.card,
        role.Text: tokens.ink,
        role.Button: tokens.paper,
        role.ButtonText: tokens.ink,
        role.ToolTipBase: tokens.card,
        role.ToolTipText: tokens.ink,
        role.PlaceholderText: tokens.ink3,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.onaccent,
        role.Link: tokens.cor,
        role.LinkVisited: tokens.cor,
        role.Accent: tokens.accent,
        role.Mid: tokens.line2,
        role.Midlight: tokens.line,
        role.Light: tokens.card,
        role.Dark: tokens.edge,
        role.Shadow: tokens.edge,
    }.items():
        palette.setColor(which, colour)
    for which in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, tokens.ink3)
    return palette
