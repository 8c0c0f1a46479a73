"""The chart as a picture, for formats that carry no SVG."""

import struct

from annotator.report.chart import chart
from annotator.report.record import Report
from annotator.report.typeset import typeset

_SOURCE = b"""#set page(width: auto, height: auto, margin: 0pt)
#let style = "<style>" + read("chart.css") + "</style>"
#image(bytes(sys.inputs.chart.replace(regex("^(<svg[^>]*>)"), found => found.captures.at(0) + style)), format: "svg", width: 510pt)
"""


def picture(report: Report) -> tuple[bytes, int, int]:
    """The chart as PNG, with its width and height in pixels."""
    png = typeset(_SOURCE, {"chart": str(chart(report))}, "png", report.created, ppi=200)
    width, height = struct.unpack(">II", png[16:24])
    return png, width, height
