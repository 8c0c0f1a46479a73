"""Text that any format can carry: what cannot be shown, or would reorder the line, is shown as its code."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

# C0 but tab and line feed, DEL, C1, line and paragraph separators, lone surrogates, non-characters: refused by XML or invisible.
_HIDDEN = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
)
# Marks, embeddings, overrides and isolates of the bidirectional algorithm (UAX 9): they let a line read otherwise than it is stored.
_REORDERING = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNPRINTABLE = re.compile(f"[{_HIDDEN}{_REORDERING}]")

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


def code(character: str) -> str:
    """A character as 〈U+202E〉."""
    return f"〈U+{ord(character):04X}〉"


def printable(text: str) -> str:
    """The text with every character that cannot be shown replaced by its code; CR LF and CR become a line feed first."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNPRINTABLE.sub(lambda match: code(match[0]), text)


def line(text: str) -> str:
    """Printable text on one line: line feeds and tabs become spaces."""
    return re.sub(r"[\n\t]+", " ", printable(text))


def isolated(text: str) -> str:
    """Text that holds right-to-left letters, shut off from the words around it; other text unchanged."""
    if any(unicodedata.bidirectional(character) in {"R", "AL", "AN"} for character in text):
        return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"
    return text


def replaced(texts: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """How often each unprintable character stands in the texts, as (code, count), most frequent first."""
    found = Counter(character for text in texts for character in _UNPRINTABLE.findall(text.replace("\r\n", "\n").replace("\r", "\n")))
    return tuple((code(character), count) for character, count in sorted(found.items(), key=lambda item: (-item[1], item[0])))
