"""What a file will look like, before it is written: the first page as a picture, or the first lines."""

from annotator.report.record import Report
from annotator.report.writers import pdf


def first_page(report: Report, width: int = 600) -> bytes:
    """The first page of the report as PNG, so many pixels wide; as fast for a long article as for a short one."""
    return pdf.first_page(report, width)
