"""typst with the bundled fonts alone, so that a page is the same on every machine."""

from datetime import datetime
from functools import cache
from typing import Literal

import typst

from annotator.paths import resource

_AGE = 12  # compilations after which typst forgets what it remembers of an earlier one; it keeps all of it until then


def typeset(source: bytes, inputs: dict[str, str], form: Literal["pdf", "png"], at: datetime, ppi: float = 144) -> bytes:
    """A document of one file. `inputs` are data for it, never source. Raises typst.TypstError when template or fonts are damaged."""
    compiler = typst.Compiler(b"", root=resource("report"), font_paths=_fonts())
    made = compiler.compile(source, format=form, sys_inputs=inputs, timestamp=at, ppi=ppi)
    for _ in range(_AGE):
        compiler.compile(b"", format="svg", sys_inputs=None)
    assert isinstance(made, bytes)  # a list only for pictures of several pages
    return made


@cache
def _fonts() -> typst.Fonts:
    """The fonts of resources/fonts, read once."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[resource("fonts")])
