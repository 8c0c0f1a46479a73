"""The first page of the report as a picture, to be looked at before it is written."""

import struct
import zlib

import pypdfium2

from annotator.report.record import Report
from annotator.report.writing import render


def first_page(report: Report, width: int = 600) -> bytes:
    """The first page of the PDF as PNG, so many pixels wide. Raises what the PDF raises."""
    with pypdfium2.PdfDocument(render(report, "pdf")) as pdf:
        page = pdf[0]
        bitmap = page.render(scale=width / page.get_width(), rev_byteorder=True, prefer_bgrx=False)
        rows = bytes(bitmap.buffer)
        pixels = [rows[at : at + 3 * bitmap.width] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride)]
        return _png(bitmap.width, bitmap.height, b"".join(b"\0" + row for row in pixels))


def _png(width: int, height: int, rows: bytes) -> bytes:
    """A picture of 8-bit RGB; each row begins with its filter byte."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 6)) + chunk(b"IEND", b"")
