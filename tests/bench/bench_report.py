"""Every format of the report together against the PDF alone; a report twice as long; the sample twenty times over."""

from collections.abc import Iterator
from functools import cache

from annotator import paths
from annotator.pipeline import analyse
from annotator.report import FORMATS, Report, build
from annotator.report.writing import render
from annotator.review import MemoryLog, Session
from annotator.text import article
from tests.bench.ground import Figure, best_of, of_size


@cache
def _report(text: str) -> Report:
    """The draft of a text in which nothing is decided yet: every claim has its row, its mark and its links."""
    made = article(text)
    return build(Session(analyse(made), MemoryLog(made.sha256), "核查人"), draft=True)


def _seconds(report: Report, *formats: str, times: int = 3) -> float:
    return best_of(times, lambda: [render(report, name) for name in formats])


def figures() -> Iterator[Figure]:
    sample = _report(paths.seed("liling-2020-03.txt").read_text("utf-8"))
    yield Figure("all formats of the sample / its PDF", _seconds(sample, *FORMATS) / _seconds(sample, "pdf"), 3)
    shorter, longer = _report(of_size(20_000)), _report(of_size(40_000))
    yield Figure("PDF, twice the text, 40,000 characters", _seconds(longer, "pdf", times=2) / _seconds(shorter, "pdf", times=2), 2.6)
    others = [name for name in FORMATS if name != "pdf"]
    yield Figure("other formats, twice the text, 40,000 characters", _seconds(longer, *others) / _seconds(shorter, *others), 2.6)
