"""The typefaces: the bundled Noto subsets where they are, else what the system has for Chinese."""

from functools import cache

from PySide6.QtGui import QFontDatabase

from annotator import paths

_SANS = (
    "Noto Sans SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
)
_SERIF = ("Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun")


@cache
def load() -> frozenset[str]:
    """Load the fonts under resources/fonts/ once; the families they brought."""
    families: set[str] = set()
    folder = paths.resource("fonts")
    for file in sorted(folder.rglob("*")):
        if file.suffix.lower() in {".ttf", ".otf"}:
            number = QFontDatabase.addApplicationFont(str(file))
            families.update(QFontDatabase.applicationFontFamilies(number))
    return frozenset(families)


@cache
def sans() -> list[str]:
    """Families of the tool's voice, best first."""
    return _known(_SANS)


@cache
def serif() -> list[str]:
    """Families of the article's voice, best first; the sans where no Chinese serif is to be had."""
    return _known(_SERIF) + sans()


def has_serif() -> bool:
    """Does the article have a serif of its own? (Without it the lines stand a little further apart.)"""
    return bool(_known(_SERIF))


def _known(wanted: tuple[str, ...]) -> list[str]:
    load()
    there = set(QFontDatabase.families())
    return [family for family in wanted if family in there]
