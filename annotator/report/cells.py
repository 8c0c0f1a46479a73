"""What the blocks of the report are made of: tables of cells, with the names that links lead to."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from annotator.report.record import ClaimRow, Mark, Run

# A link that a reader may follow: nothing but the web, so no script and no local file.
_WEB = re.compile(r"https?://[^\s<>\"']{1,2000}\Z", re.IGNORECASE)


class Cell(NamedTuple):
    """What stands in one cell. `sign` names the icon before it (a state or a verdict), `link` the anchor it leads to."""

    runs: tuple[Run, ...] = ()
    sign: str = ""
    link: str = ""
    quoted: bool = False  # words of the article or of a source

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class Column(NamedTuple):
    """A heading and the share of the width its cells need; a `figure` column holds numbers only."""

    title: str
    width: float
    figure: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One block of the report. `anchors` name the rows, "" where nothing leads to one."""

    id: str
    title: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    anchors: tuple[str, ...] = ()

    @property
    def width(self) -> float:
        """The sum that the columns' widths are shares of."""
        return sum(column.width for column in self.columns)


def plain(text: object, *, sign: str = "", link: str = "", quoted: bool = False) -> Cell:
    """A cell of one run."""
    return Cell((Run(Mark.SAME, str(text)),), sign, link, quoted)


def web_link(text: str) -> str:
    """The text where it is a link a reader may follow, else ""."""
    return text if _WEB.match(text) else ""


def row_anchor(row: ClaimRow) -> str:
    return f"row-{row.number}"


def place_anchor(claim_id: str) -> str:
    return f"place-{claim_id}"
