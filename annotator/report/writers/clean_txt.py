"""The corrected manuscript as plain text: the article, character for character, with its corrections made."""

from annotator.report.manuscript import corrected
from annotator.report.record import Report


def render(report: Report) -> bytes:
    """UTF-8 without a mark; line ends as the article has them. A lone surrogate passes as it came."""
    return corrected(report).encode("utf-8", "surrogatepass")
