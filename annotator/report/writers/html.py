"""HTML: one file without script and without anything remote, for the screen in light and dark and for paper."""

import base64
import hashlib
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from annotator.paths import resource
from annotator.report import words
from annotator.report.cells import place_anchor
from annotator.report.chart import chart
from annotator.report.manuscript import marked
from annotator.report.pace import Pace, Step, onward
from annotator.report.printable import printable
from annotator.report.record import Report
from annotator.report.tables import summary, tables


def render(report: Report, step: Step = onward) -> bytes:
    """The report as a UTF-8 page. Every foreign text is escaped; the policy in its head allows nothing but its own style sheet."""
    template, style = _page()
    blocks = tables(report)
    page = template.render(
        report=report,
        over=Pace(report, blocks, step).over,
        style=Markup(style),  # noqa: S704  (our own file)
        policy=_policy(style),
        words=words,
        chart=chart(report),
        summary=summary(report),
        asked=blocks[0],
        tables=blocks[1:],
        marked=marked(report),
        place_anchor=place_anchor,
    )
    return page.encode("utf-8")


def _visible(value: object) -> object:
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _page() -> tuple[Template, str]:
    folder = resource("report")
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_visible,
    )
    return environment.get_template("report.html.j2"), (folder / "report.css").read_text("utf-8")


def _policy(style: str) -> str:
    """The content security policy: this one style sheet by its hash, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
