"""CSV: every claim on a line, UTF-8 with a mark so that spreadsheets read it, and no cell that one would compute.

A text that a spreadsheet might take for a formula, or that itself begins with an apostrophe, gets one apostrophe before it: take one
leading apostrophe off every cell to have the text back. A line feed in a cell stays; what cannot be shown is written as its code.
"""

import csv
import io
import re

from annotator.report.ledger import ledger
from annotator.report.printable import printable
from annotator.report.record import Report

# = + - @ in any width, also after spaces, tab and CR: all that spreadsheets are known to start a formula from.
_COMPUTED = re.compile(r"[\s\u3000]*[=+\-@＝＋－＠﹦﹢﹣﹫'\t\r]")
_NUMBER = re.compile(r"-[0-9]+(?:\.[0-9]+)?", re.ASCII)


def render(report: Report) -> bytes:
    """The table of claims; lines end in CR LF (RFC 4180)."""
    table = ledger(report)
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([column.title for column in table.columns])
    writer.writerows([guarded(cell.text) for cell in row] for row in table.rows)
    return file.getvalue().encode("utf-8-sig")


def guarded(text: str) -> str:
    """A text as a cell that is never computed; a plain negative number may stay one."""
    text = printable(text)
    return f"'{text}" if _COMPUTED.match(text) and not _NUMBER.fullmatch(text) else text
