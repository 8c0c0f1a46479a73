"""A line as it is read: full-width and Traditional forms, financial capitals and invisible characters made plain, offsets kept."""

import re
from typing import NamedTuple

from annotator.lexicon import simplified, table

_TABLES = table("numerals.toml")
_FORMS = str.maketrans(
    {
        **simplified(),
        **{chr(0xFEE0 + code): chr(code) for code in (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))},
        **_TABLES["forms"],
    }
)
_UNPLAIN = re.compile("[" + "".join(map(re.escape, map(chr, _FORMS))) + "]")
_MARKS = tuple((mark, _FORMS[ord(mark)]) for mark in "（）：％")  # in most lines
_INVISIBLE = re.compile("[" + re.escape(_TABLES["invisible"]["marks"]) + "]")
_ODD = re.compile("[·拾佰仟" + re.escape(_TABLES["invisible"]["marks"]) + "".join(map(re.escape, map(chr, _FORMS))) + "]")
_CAPITALS = str.maketrans(_TABLES["capitals"])
_POINT = re.compile("(?<=[0-9])·(?=[0-9]{1,3}(?:" + "|".join(map(re.escape, _TABLES["points"]["before"])) + "))")
_CAPITAL_SCALES = "拾佰仟"
_CAPITAL_SCALE = re.compile(f"[{_CAPITAL_SCALES}]")
_CAPITAL_RUN = re.compile("[零万亿角分整" + "".join(_TABLES["capitals"]) + "]{2,60}")


class Line(NamedTuple):
    """A paragraph's text made plain. `places` maps its offsets to the article's; None where they differ by `start` only."""

    text: str
    start: int
    raw: str
    order: int = 0
    places: tuple[int, ...] | None = None

    @property
    def same(self) -> bool:
        """Is every character written as it is read?"""
        return self.text is self.raw

    def place(self, at: int) -> int:
        """The offset in the article of an offset in the plain text."""
        return self.start + (at if self.places is None else self.places[at])

    def end(self, at: int) -> int:
        """The article's offset of the end of what ends at `at` here: invisible characters behind it stay outside."""
        return self.start + (at if self.places is None else self.places[at - 1] + 1)

    def written(self, start: int, end: int) -> str:
        """The words as written, without what cannot be seen."""
        if self.places is None:
            return self.raw[start:end]
        return "".join(self.raw[self.places[at]] for at in range(start, end))


def line(raw: str, start: int = 0, order: int = 0) -> Line:
    """The plain form of the paragraph of an order that begins at `start`."""
    places, text = None, raw
    for mark, plain in _MARKS:
        text = text.replace(mark, plain)
    if _ODD.search(text) is None:
        return Line(text, start, raw, order)
    if _INVISIBLE.search(raw):
        kept = [at for at, character in enumerate(raw) if not _INVISIBLE.match(character)]
        places = (*kept, len(raw))
        text = "".join(text[at] for at in kept)
    text = _POINT.sub(".", _UNPLAIN.sub(_formed, text))
    if _CAPITAL_SCALE.search(text):
        text = _CAPITAL_RUN.sub(_everyday, text)
    return Line(text, start, raw, order, places)


def _formed(mark: re.Match[str]) -> str:
    return str(_FORMS[ord(mark[0])])


def _everyday(run: re.Match[str]) -> str:
    return run[0].translate(_CAPITALS) if any(mark in run[0] for mark in _CAPITAL_SCALES) else run[0]
