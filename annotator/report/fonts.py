"""The bundled fonts for typst: these alone, so that a page is the same on every machine."""

from functools import cache

import typst

from annotator.paths import resource


@cache
def bundled() -> typst.Fonts:
    """The fonts of resources/fonts, read once."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[resource("fonts")])
