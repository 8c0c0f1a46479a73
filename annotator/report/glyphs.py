"""Which characters the bundled fonts can show: read from their cmap tables (OpenType, formats 4 and 12)."""

import re
import struct
from functools import cache
from itertools import pairwise
from pathlib import Path

from annotator.paths import resource
from annotator.report.printable import code

_TYPST_DRAWS_ITSELF = "\n\u00a0\u00ad\u200b\u200c\u200d\ufe0e\ufe0f"  # breaks, spaces and marks without a glyph


@cache
def _missing() -> re.Pattern[str]:
    """Matches a character that some bundled font lacks."""
    shared = frozenset.intersection(*(covered(path) for path in resource("fonts").glob("*.ttf")))
    allowed = sorted({*shared, *map(ord, _TYPST_DRAWS_ITSELF)})
    ranges: list[tuple[int, int]] = []
    first = allowed[0]
    for last, following in pairwise((*allowed, 0x110000 + 1)):
        if following != last + 1:
            ranges.append((first, last))
            first = following
    return re.compile("[^" + "".join(f"{re.escape(chr(low))}-{re.escape(chr(high))}" for low, high in ranges) + "]")


def shown(text: str) -> str:
    """The text with every character that has no glyph replaced by its code, so that it is read and copied and never an empty box."""
    return _missing().sub(lambda match: code(match[0]), text)


def covered(path: Path) -> frozenset[int]:
    """The code points a TrueType file has glyphs for. ValueError when it has no table this can read."""
    data = path.read_bytes()
    tables = struct.unpack_from(">H", data, 4)[0]
    start = next((struct.unpack_from(">I", data, 12 + 16 * i + 8)[0] for i in range(tables) if data[12 + 16 * i :][:4] == b"cmap"), None)
    if start is None:
        raise ValueError(f"{path.name} has no cmap table")
    found: set[int] = set()
    for index in range(struct.unpack_from(">H", data, start + 2)[0]):
        offset = start + struct.unpack_from(">I", data, start + 4 + 8 * index + 4)[0]
        form = struct.unpack_from(">H", data, offset)[0]
        found |= _format_4(data, offset) if form == 4 else _format_12(data, offset) if form == 12 else set()
    if not found:
        raise ValueError(f"{path.name} has no cmap table of format 4 or 12")
    return frozenset(found)


def _format_4(data: bytes, offset: int) -> set[int]:
    """Segments of the basic plane: ends, starts, deltas and offsets into a glyph array; glyph 0 is no glyph."""
    count = struct.unpack_from(">H", data, offset + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", data, offset + 14)
    starts = struct.unpack_from(f">{count}H", data, offset + 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", data, offset + 16 + 4 * count)
    at = offset + 16 + 6 * count
    jumps = struct.unpack_from(f">{count}H", data, at)
    found: set[int] = set()
    for index, (first, last, delta, jump) in enumerate(zip(starts, ends, deltas, jumps, strict=True)):
        for point in range(first, min(last, 0xFFFE) + 1):
            glyph = point if jump == 0 else struct.unpack_from(">H", data, at + 2 * index + jump + 2 * (point - first))[0]
            if glyph and (glyph + delta) & 0xFFFF:
                found.add(point)
    return found


def _format_12(data: bytes, offset: int) -> set[int]:
    """Groups of consecutive code points."""
    count = struct.unpack_from(">I", data, offset + 12)[0]
    groups = struct.iter_unpack(">III", data[offset + 16 : offset + 16 + 12 * count])
    return {point for first, last, _ in groups for point in range(first, last + 1)}
