"""Which encoding the bytes of a text are in: byte order mark, strict UTF-8, else the reading that looks most like Chinese prose.

Own rule, measured on slices of many articles (tests/text/test_encoding.py): libraries take Big5 for GB18030, and a truncated UTF-8 file
decodes without an error as GB18030 nonsense.
"""

import codecs
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from annotator.text.frequent import COMMON, FREQUENT

# What an editor can choose from, in the order shown.
ENCODINGS = {
    "utf-8": "UTF-8",
    "gb18030": "GB18030（简体，含 GBK、GB2312）",
    "big5": "Big5（繁体）",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "utf-32-le": "UTF-32 LE",
    "utf-32-be": "UTF-32 BE",
    "cp1252": "Windows-1252（西文）",
}
ENGLISH = ENCODINGS | {  # the same for readers of English
    "gb18030": "GB18030 (Simplified; GBK, GB2312)",
    "big5": "Big5 (Traditional)",
    "cp1252": "Windows-1252 (Western)",
}
_CODECS = {"big5": "big5hkscs"}  # what Hong Kong writes; includes Big5
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16 LE, which its first two bytes look like
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_SAMPLE = 1 << 15  # bytes looked at, at the head and in the middle: enough for any text, and constant time for a large one
_LATIN = bytes(range(0x20, 0x7F)) + b"\t\n\r"
_DOUBTFUL = 0.5  # mean weight of a character below which no reading is likely


class Reading(NamedTuple):
    """Bytes read in one encoding: `mark` bytes of a byte order mark skipped, `broken` places as U+FFFD, `tail` bytes cut off at the end."""

    encoding: str
    text: str
    mark: int = 0
    broken: int = 0
    tail: int = 0


class Guess(NamedTuple):
    """An encoding with the mean weight of its characters: above 0.5 likely Chinese, below 0 nonsense."""

    encoding: str
    weight: float
    mark: int = 0

    @property
    def doubtful(self) -> bool:
        """Is no reading likely?"""
        return not self.mark and self.weight < _DOUBTFUL


def read_as(data: bytes, encoding: str) -> Reading:
    """The bytes in one of ENCODINGS (LookupError for others). Places that do not decode become U+FFFD and are counted."""
    mark = next((len(mark) for mark, name in _MARKS if name == encoding and data.startswith(mark)), 0)
    try:
        return Reading(encoding, data[mark:].decode(_codec(encoding)), mark)
    except UnicodeDecodeError:
        decoder = incremental(encoding)
        text = decoder.decode(data[mark:])
        return Reading(encoding, text, mark, text.count("\ufffd"), len(decoder.getstate()[0]))


def incremental(encoding: str) -> codecs.IncrementalDecoder:
    """A decoder of one of ENCODINGS that keeps bytes cut off at the end and puts U+FFFD for what does not decode."""
    return codecs.getincrementaldecoder(_codec(encoding))("heshu-legacy" if encoding in ("gb18030", "big5") else "replace")


def _codec(encoding: str) -> str:
    if encoding not in ENCODINGS:
        raise LookupError(encoding)
    return _CODECS.get(encoding, encoding)


def _legacy(error: UnicodeError) -> tuple[str, int]:
    """What Windows writes beside the standards (the euro sign in GBK and in Big5); else U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.start + 2]
    if error.encoding == "gb18030" and bad[:1] == b"\x80":
        return "€", error.start + 1
    if error.encoding == "big5hkscs" and bad == b"\xa3\xe1":
        return "€", error.start + 2
    return "\ufffd", error.end


codecs.register_error("heshu-legacy", _legacy)


def guess(data: bytes) -> Guess:
    """The most likely encoding of the bytes of a text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark) and not (encoding.startswith("utf-32") and len(data) % 4):
            return Guess(encoding, 0.0, len(mark))
    if not _is_wide(data):
        if data.isascii():
            return Guess("utf-8", 1.0)
        text = _strict_utf8(data)
        beyond = len(text) - len(text.encode("ascii", "ignore"))
        if text and (beyond > 3 or weight(text) > 0):  # four characters are not UTF-8 by chance
            return Guess("utf-8", max(1.0, weight(text)))
    return guesses(data)[0]


def _strict_utf8(data: bytes) -> str:
    """The text of UTF-8 without a fault, but for a character cut off at the end; "" for other bytes."""
    try:
        return codecs.getincrementaldecoder("utf-8")("strict").decode(data)
    except UnicodeDecodeError:
        return ""


def guesses(data: bytes) -> list[Guess]:
    """Every encoding worth a look, the likeliest first."""
    western = len(data.translate(None, delete=_LATIN)) * 6 < len(data)
    candidates = ["utf-8", "gb18030", "big5"]
    if _is_wide(data) or not western:
        candidates += [name for name in ENCODINGS if name.startswith("utf-16") and len(data) > 1]
        candidates += [name for name in ENCODINGS if name.startswith("utf-32") and len(data) % 4 == 0 and data.count(0) * 4 >= len(data)]
    found = [Guess("cp1252", 0.0)] if western else []
    for encoding in candidates:
        readings = [read_as(sample, encoding).text for sample in _samples(data, encoding)]
        found.append(Guess(encoding, weight("".join(readings))))
    return sorted(found, key=lambda one: -one.weight)


def _is_wide(data: bytes) -> bool:
    """Does it hold the NUL bytes of UTF-16 or UTF-32 without a mark? Text in any other encoding has none."""
    head = data[:_SAMPLE]
    even, odd = head[::2].count(0), head[1::2].count(0)
    return max(even, odd) * 20 > len(head) and len(data) % 2 == 0 and max(even, odd) > 3 * min(even, odd)


def _samples(data: bytes, encoding: str) -> Iterator[bytes]:
    if len(data) <= 4 * _SAMPLE:
        yield data
        return
    yield data[:_SAMPLE]
    middle = len(data) // 2 // 4 * 4
    if "16" not in encoding and "32" not in encoding:
        middle = data.find(b"\n", middle, middle + _SAMPLE) + 1 or middle
    yield data[middle : middle + _SAMPLE]


def weight(text: str) -> float:
    """How much a text looks like Chinese prose: the mean weight of its characters beyond ASCII, from -10 to 4; 1 when it is all ASCII."""
    counts = Counter(text)
    total = sum(count for sign, count in counts.items() if sign > "\x7f" or sign in _CONTROLS)
    if not total:
        return 1.0 if text else -10.0
    table = _weights()
    return sum(table.get(sign, _rare(sign)) * count for sign, count in counts.items() if sign > "\x7f" or sign in _CONTROLS) / total


_CONTROLS = {chr(code) for code in range(32)} - set("\t\n\r\f\v")


@cache
def _weights() -> dict[str, float]:
    table = dict.fromkeys(_level_one("big5", range(0xA4, 0xC7)), 0.3)
    table |= dict.fromkeys(_level_one("gb2312", range(0xB0, 0xD8)), 1.0)
    table |= dict.fromkeys(FREQUENT, 2.5) | dict.fromkeys(COMMON, 4.0)
    table |= dict.fromkeys("，。、；：？！“”‘’（）《》—…·％－「」『』【】〇　", 3.0)
    return table | {chr(code): 1.5 for code in range(0xFF10, 0xFF5B)} | {"\ufffd": -10.0}


def _level_one(codec: str, leads: range) -> str:
    """The everyday plane of a national character set."""
    return "".join(bytes((lead, trail)).decode(codec, "ignore") for lead in leads for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF)))


def _rare(sign: str) -> float:
    if "\u4e00" <= sign <= "\u9fff":
        return -2.0
    if "\u2000" <= sign <= "\u22ff" or "\u3000" <= sign <= "\u303f" or "\u00a0" <= sign <= "\u00ff":
        return 0.0  # signs and units
    if "\ue000" <= sign <= "\uf8ff" or sign < "\xa0":
        return -8.0
    return -3.0
