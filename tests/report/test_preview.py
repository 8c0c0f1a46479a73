"""The preview is the first page."""

import struct
import zlib

from annotator.report import Report
from annotator.report.preview import first_page


def test_the_first_page_as_a_picture_of_the_width_that_was_asked_for(report: Report) -> None:
    png = first_page(report, 420)
    width, height = struct.unpack(">II", png[16:24])
    assert width == 420
    assert 1.40 < height / width < 1.43  # A4
    size = struct.unpack(">I", png[33:37])[0]
    pixels = zlib.decompress(png[41 : 41 + size])
    assert len(pixels) == height * (1 + 3 * width)
    colours = {pixels[at : at + 3] for row in range(height) for at in range(row * (1 + 3 * width) + 1, (row + 1) * (1 + 3 * width), 3)}
    assert bytes((255, 255, 255)) in colours
    assert bytes((0x0D, 0x6B, 0x50)) in colours  # the green of what is confirmed, red before blue
