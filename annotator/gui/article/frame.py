"""How the reading column stands in the view: gutter, text, margin notes, and the empty margins of a wide window. No Qt."""

from typing import Final, NamedTuple

WIDEST: Final = 42.0  # em of the column; a wider window gives margin, never longer lines
NARROWEST: Final = 33.0  # em below which the margin notes shrink to icons, so that the text keeps at least 30
GUTTER, GUTTER_SMALL = 60.0, 54.0  # pixels of the design
NOTES, NOTES_SMALL = 142.0, 44.0


class Frame(NamedTuple):
    """Pixels from the left of the view: the gutter begins at `left`, the text at `text`, the margin notes at `notes`."""

    left: float
    text: float
    notes: float
    right: float
    icons: bool  # margin notes as icons only

    @property
    def column(self) -> float:
        """Width of the text."""
        return self.notes - self.text


def frame(width: float, em: float, scale: float) -> Frame:
    """The frame of a view of this width, for a text of this size; `scale` is screen pixels for one of the design."""
    icons = width - (GUTTER + NOTES) * scale < NARROWEST * em
    gutter, notes = (GUTTER_SMALL, NOTES_SMALL) if icons else (GUTTER, NOTES)
    gutter, notes = round(gutter * scale), round(notes * scale)
    column = min(max(width - gutter - notes, 8 * em), WIDEST * em)
    left = max(0, round((width - gutter - column - notes) / 2))
    return Frame(left, left + gutter, left + gutter + column, left + gutter + column + notes, icons)
