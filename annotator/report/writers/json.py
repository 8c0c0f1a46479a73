"""JSON: all of the report, the article's text and the whole log, so that the work can be taken up again from the file alone."""

import json
import re

from annotator.report.content import content
from annotator.report.record import Report

_SURROGATE = re.compile("[\ud800-\udfff]")


def render(report: Report) -> bytes:
    """UTF-8, readable, sealed. A lone surrogate, which UTF-8 cannot hold, is written as its JSON escape."""
    text = json.dumps({**content(report), "seal": {"sha256": report.seal}}, ensure_ascii=False, allow_nan=False, indent=1)
    return (_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n").encode("utf-8")
