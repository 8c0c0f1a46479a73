"""The chart as a picture, for formats that carry no SVG."""

import struct

import typst

from annotator.paths import resource
from annotator.report.chart import chart
from annotator.report.fonts import bundled
from annotator.report.record import Report

_SOURCE = b"""#set page(width: auto, height: auto, margin: 0pt)
#let style = "<style>" + read("chart.css") + "</style>"
#image(bytes(sys.inputs.chart.replace(regex("^(<svg[^>]*>)"), found => found.captures.at(0) + style)), format: "svg", width: 510pt)
"""


def picture(report: Report) -> tuple[bytes, int, int]:
    """The chart as PNG, with its width and height in pixels."""
    compiler = typst.Compiler(_SOURCE, root=resource("report"), font_paths=bundled(), sys_inputs={"chart": str(chart(report))})
    png = compiler.compile(format="png", ppi=200)
    assert isinstance(png, bytes)  # one page is one picture
    width, height = struct.unpack(">II", png[16:24])
    return png, width, height
