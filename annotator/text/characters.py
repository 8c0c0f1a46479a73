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


def carried(text: str) -> tuple[str, tuple[Note, ...]]:
    """The text with what cannot be carried replaced one for one (offsets stay), and notes on that and on unseen characters."""
    notes: list[Note] = []
    for kind, pattern, message, make in (
        ("line-end", _ODD_LINE_END, "有 {} 处不常见的换行符（如 U+2028、单个回车、分页符），已按换行处理。", lambda _: "\n"),
        ("control", _CONTROL, "有 {} 个控制字符（如 NUL），已换成可见的符号。", _picture),
        ("surrogate", _SURROGATE, "有 {} 个残缺的字符，已换成 �。", lambda _: "\ufffd"),
        ("noncharacter", _NONCHARACTER, "有 {} 个不是文字的码位，已换成 �。", lambda _: "\ufffd"),
    ):
        first = pattern.search(text)
        if first:
            text, count = pattern.subn(make, text)
            notes.append(Note(kind, message.format(count), Span(*first.span())))
    return text, (*notes, *_unseen(text))


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    return "\u2421" if code == 0x7F else chr(0x2400 + code)


def _unseen(text: str) -> Iterator[Note]:
    for kind, pattern, message in (
        ("invisible", _INVISIBLE, "有 {} 个看不见的字符（如零宽空格），已保留：请留意数字中间是否夹着它们。"),
        ("bidi", _BIDI, "有 {} 个改变文字方向的控制符，已保留：屏幕上看到的数字次序可能与原文不同。"),
    ):
        first = pattern.search(text)
        if first:
            yield Note(kind, message.format(sum(1 for _ in pattern.finditer(text))), Span(*first.span()))


def printable(name: str) -> str:
    """A file name that can be shown and stored: controls, direction marks and undecodable bytes made visible."""
    name = _CONTROL.sub(_picture, name)
    return re.sub(f"[{LINE_ENDS}\t\r\n{BIDI}\ud800-\udfff]", "\ufffd", name)
