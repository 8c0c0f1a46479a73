"""The one place that converts between code points (Python) and UTF-16 units (Qt), and says what of a text Qt can show.

Qt's text classes count UTF-16 units, and QTextDocument turns some characters into line breaks, objects or nothing. So the
view never holds the article: it holds `shown(text)`, unit for unit as long as the text, and every position goes through
`Offsets`. Nothing is ever read back from a widget.
"""

from bisect import bisect_left, bisect_right

_WIDE = "\U00010000"  # from here on a code point takes two UTF-16 units
_REPLACED = "\N{REPLACEMENT CHARACTER}"


def _unshowable() -> dict[int, str]:
    """What QTextDocument would swallow, break a line at, take for an object or let reorder the digits around it."""
    table = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)), _REPLACED)
    table |= dict.fromkeys((0xFFFC, *range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF), _REPLACED)
    table |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), _REPLACED)  # overrides of writing direction
    table |= {0x09: "\t", 0x0A: "\N{DOWNWARDS ARROW WITH CORNER LEFTWARDS}", 0x0D: "\N{DOWNWARDS ARROW WITH CORNER LEFTWARDS}"}
    table |= dict.fromkeys((0x2028, 0x2029), "\N{DOWNWARDS ARROW WITH CORNER LEFTWARDS}")
    return table


_TABLE = _unshowable()


def shown(text: str) -> str:
    """The text as Qt can show it: the same number of code points and of UTF-16 units."""
    return text.translate(_TABLE)


def units(text: str) -> int:
    """Length in UTF-16 units. A lone surrogate counts one."""
    return len(text) if text.isascii() else len(text) + sum(char >= _WIDE for char in text)


class Offsets:
    """Converts offsets within one text; both directions cost a bisect over its code points beyond U+FFFF."""

    __slots__ = ("_points", "_units", "length")

    def __init__(self, text: str) -> None:
        narrow = not text or max(text) < _WIDE
        self._points = [] if narrow else [at for at, char in enumerate(text) if char >= _WIDE]
        self._units = [at + before for before, at in enumerate(self._points)]
        self.length = len(text) + len(self._points)

    def to_qt(self, point: int) -> int:
        """UTF-16 units before a code point offset."""
        return point + bisect_left(self._points, point)

    def to_python(self, unit: int) -> int:
        """Code points before a UTF-16 offset; one inside a surrogate pair belongs to the code point it is half of."""
        before = bisect_right(self._units, unit)
        if before and unit == self._units[before - 1] + 1:
            return self._points[before - 1]
        return unit - bisect_left(self._units, unit)
