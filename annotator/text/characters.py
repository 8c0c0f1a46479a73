"""Characters that no store, window or report can carry as they are, and characters nobody sees.

Every replacement here is one code point for one, so offsets stay. Line ends are the business of `lines.py`.
"""

import re
from collections.abc import Iterator

from annotator.model import Note, Span

# U+2028, U+2029, NEL, VT and FF end a line in Word, in browsers or in Qt: here they end it too.
LINE_ENDS = "\v\f\x85\u2028\u2029"
_ODD_LINE_END = re.compile(f"\r(?!\n)|[{LINE_ENDS}]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
# Qt keeps U+FDD0 and U+FDD1 for its own frames; XML has no U+FFFE and U+FFFF.
_NONCHARACTER = re.compile(
    "[\ufdd0-\ufdef" + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)) + "]"
)

INVISIBLE = "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\u2800\u3164\ufeff\uffa0"
# Digits above the line keep their looks: 10³ is not 103.
SUPERSCRIPT = str.maketrans("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# A joiner between two emoji or a variation selector is part of the sign it stands in.
_INVISIBLE = re.compile(f"[{INVISIBLE.replace(chr(0x200D), '')}]|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d")
_BIDI = re.compile(f"[{BIDI}]")


_SAID = {
    "line-end": (
        "有 {} 处不常见的换行符（如 U+2028、单个回车、分页符），已按换行处理。",
        "Unusual line ends (U+2028, a lone carriage return, a form feed …) became line ends ({}).",
    ),
    "control": ("有 {} 个控制字符（如 NUL），已换成可见的符号。", "Control characters (NUL …) became visible signs ({})."),
    "surrogate": ("有 {} 个残缺的字符，已换成 �。", "Broken characters became � ({})."),
    "noncharacter": ("有 {} 个不是文字的码位，已换成 �。", "Code points that are no characters became � ({})."),
    "invisible": (
        "有 {} 个看不见的字符（如零宽空格），已保留：请留意数字中间是否夹着它们。",
        "Characters nobody sees (zero-width spaces …) were kept ({}): they may stand inside a number.",
    ),
    "bidi": (
        "有 {} 个改变文字方向的控制符，已保留：屏幕上看到的数字次序可能与原文不同。",
        "Marks that turn the direction of writing were kept ({}): digits may appear in another order than they are written.",
    ),
}


def _note(kind: str, count: int, first: re.Match[str]) -> Note:
    chinese, english = _SAID[kind]
    return Note(kind, chinese.format(count), Span(*first.span()), english.format(count))


def carried(text: str) -> tuple[str, tuple[Note, ...]]:
    """The text with what cannot be carried replaced one for one (offsets stay), and notes on that and on unseen characters."""
    notes: list[Note] = []
    for kind, pattern, make in (
        ("line-end", _ODD_LINE_END, lambda _: "\n"),
        ("control", _CONTROL, _picture),
        ("surrogate", _SURROGATE, lambda _: "\ufffd"),
        ("noncharacter", _NONCHARACTER, lambda _: "\ufffd"),
    ):
        first = pattern.search(text)
        if first:
            text, count = pattern.subn(make, text)
            notes.append(_note(kind, count, first))
    return text, (*notes, *_unseen(text))


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    return "\u2421" if code == 0x7F else chr(0x2400 + code)


def _unseen(text: str) -> Iterator[Note]:
    for kind, pattern in (("invisible", _INVISIBLE), ("bidi", _BIDI)):
        first = pattern.search(text)
        if first:
            yield _note(kind, sum(1 for _ in pattern.finditer(text)), first)


def printable(name: str) -> str:
    """A file name that can be shown and stored: controls, direction marks and undecodable bytes made visible."""
    name = _CONTROL.sub(_picture, name)
    return re.sub(f"[{LINE_ENDS}\t\r\n{BIDI}\ud800-\udfff]", "\ufffd", name)
