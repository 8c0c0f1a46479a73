"""The bytes of a text file become an article."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from annotator.model import Note
from annotator.text.articles import MAX_SIGNS, article, bounded, checked
from annotator.text.encoding import ENCODINGS, ENGLISH, guess, guesses, read_as, weight
from annotator.text.errors import ReadError
from annotator.text.imported import Format, Imported
from annotator.text.offsets import ByteMap, Piece

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b"))
_UTF8 = re.compile(rb"[\xe3-\xe9\xef][\x80-\xbf]{2}[\xe3-\xe9\xef][\x80-\xbf]{2}")  # two Chinese characters
_AGREED = 200  # lines
_PREVIEW = 400  # code points shown


class Preview(NamedTuple):
    """How a file would read in an encoding: the head of its text and the number of places that do not decode."""

    encoding: str
    label: str
    text: str
    broken: int


def previews(data: bytes) -> tuple[Preview, ...]:
    """The bytes of a text file read in every encoding that may be chosen, the likeliest first."""
    first = guess(data).encoding
    order = [first, *(one.encoding for one in guesses(data) if one.encoding != first)]
    order += [encoding for encoding in ENCODINGS if encoding not in order]
    made = []
    for encoding in order:
        reading = read_as(data[: 16 * _PREVIEW], encoding)
        made.append(Preview(encoding, ENCODINGS[encoding], reading.text[:_PREVIEW], reading.text[:_PREVIEW].count("\ufffd")))
    return tuple(made)


def from_text(data: bytes, name: str = "", encoding: str | None = None) -> Imported:
    """The article of a text file, in the encoding given or the one it most likely is in. ReadError when it holds no text."""
    if not data:
        raise ReadError("文件是空的，没有文字，请换一个文件。", "The file is empty. Choose another.")
    if len(data) > 4 * MAX_SIGNS:
        size, most = len(data) // 1_000_000, 4 * MAX_SIGNS // 1_000_000
        raise ReadError(
            f"文件有 {size} MB，超过文本 {most} MB 的上限，请分成几个文件再打开。",
            f"The file has {size} MB, more than the {most} MB of a text. Divide it into several files.",
        )
    pieces, notes = ((Piece(0, encoding),), []) if encoding else _pieces(data)
    main = pieces[0].encoding if len(pieces) == 1 else _main(data, pieces)
    pieces, text = _joined(data, pieces, notes)
    bounded(text)
    if "\r\n" in text:
        ends = text.count("\r\n")
        notes.append(Note("crlf", f"换行符 CR LF 已统一为 LF（{ends} 处）。", english=f"Line ends CR LF became LF ({ends})."))
        text = text.replace("\r\n", "\n")
    made = article(text, name=name, source=data, encoding=main, notes=tuple(notes))
    return Imported(checked(made), data, Format.TEXT, ByteMap(data, pieces))


def _pieces(data: bytes) -> tuple[tuple[Piece, ...], list[Note]]:
    found = guess(data)
    notes = []
    if found.doubtful and len(data.translate(None, delete=_CONTROLS)) * 32 < len(data) * 31:
        raise ReadError(
            "这不是文字文件，请选择文本、Word（.docx）、网页或 PDF 文件。",
            "This is no text file. Choose a text, a Word document (.docx), a web page or a PDF.",
        )
    if found.doubtful:
        english = f"The encoding is not certain; read as {ENGLISH[found.encoding]}. Choose another where it makes no sense."
        message = f"编码不能确定，按 {ENCODINGS[found.encoding]} 读入：若显示乱码，请改选编码。"
        notes.append(Note("encoding-doubtful", message, english=english))
    if found.encoding.startswith("utf-16") or found.encoding.startswith("utf-32"):
        return (Piece(0, found.encoding),), notes
    if found.encoding == "utf-8" and not read_as(data, "utf-8").broken:
        return (Piece(0, "utf-8"),), notes
    pieces = tuple(_by_line(data, found.encoding))
    other = sorted({piece.encoding for piece in pieces} - {found.encoding})
    if other:
        lines = sum(data.count(b"\n", piece.start, end) for piece, end in _ends(data, pieces) if piece.encoding != found.encoding)
        notes.append(
            Note(
                "encodings",
                f"文件里混有两种编码：大部分是 {ENCODINGS[found.encoding]}，"
                f"约 {max(1, lines)} 行按 {'、'.join(ENCODINGS[one] for one in other)} 读入，请核对原文。",
                english=f"The file mixes encodings: most of it is {ENGLISH[found.encoding]}, "
                f"some lines (about {max(1, lines)}) were read as {', '.join(ENGLISH[one] for one in other)}. Compare the original.",
            )
        )
    return pieces, notes


def _by_line(data: bytes, main: str) -> Iterator[Piece]:
    """Runs of lines in one encoding. An ASCII line belongs to the run it stands in."""
    of_line = _in_utf8(data) if main == "utf-8" else _in_legacy(data, main)
    current = main
    yield Piece(0, main)
    for start, encoding in of_line:
        if encoding != current:
            current = encoding
            yield Piece(start, encoding)


def _in_utf8(data: bytes) -> Iterator[tuple[int, str]]:
    """The lines of a file mostly in UTF-8, where they begin and what they are in."""
    start = 0
    tally: Counter[str] = Counter()
    for line in data.split(b"\n"):
        if not line.isascii():
            yield start, _stray(line, tally)
        start += len(line) + 1


def _stray(line: bytes, tally: Counter[str]) -> str:
    """The encoding of a line in a UTF-8 file; once many lines agree they are not weighed any more."""
    utf8 = read_as(line, "utf-8")
    if not utf8.broken:
        return "utf-8"
    if len(tally) == 1 and tally.total() > _AGREED:
        return next(iter(tally))
    likely = max(("gb18030", "big5"), key=lambda encoding: weight(read_as(line, encoding).text))
    found = likely if weight(read_as(line, likely).text) > max(0.5, weight(utf8.text)) else "utf-8"
    tally[found] += 1
    return found


def _in_legacy(data: bytes, main: str) -> Iterator[tuple[int, str]]:
    """The lines of a file mostly in GB18030 or Big5 that are in UTF-8, and where the others go on."""
    at = 0
    while match := _UTF8.search(data, at):
        start, end = data.rfind(b"\n", 0, match.start()) + 1, data.find(b"\n", match.end())
        line = data[start : end if end >= 0 else len(data)]
        at = start + len(line) + 1
        utf8 = read_as(line, "utf-8")
        if not utf8.broken and not utf8.tail and weight(utf8.text) > weight(read_as(line, main).text) + 1:
            yield start, "utf-8"
            yield at, main


def _ends(data: bytes, pieces: tuple[Piece, ...]) -> list[tuple[Piece, int]]:
    return list(zip(pieces, [*(piece.start for piece in pieces[1:]), len(data)], strict=True))


def _main(data: bytes, pieces: tuple[Piece, ...]) -> str:
    size: dict[str, int] = {}
    for piece, end in _ends(data, pieces):
        size[piece.encoding] = size.get(piece.encoding, 0) + end - piece.start
    return max(size, key=lambda encoding: size[encoding])


def _joined(data: bytes, pieces: tuple[Piece, ...], notes: list[Note]) -> tuple[tuple[Piece, ...], str]:
    """The text of the pieces, with notes on what did not decode; the pieces begin after a byte order mark."""
    readings = [read_as(data[piece.start : end], piece.encoding) for piece, end in _ends(data, pieces)]
    if readings[0].mark:
        notes.append(
            Note(
                "bom",
                "文件开头的字节顺序标记（BOM）不是文字，已略去。",
                english="The byte order mark at the start is no text and was dropped.",
            )
        )
    broken = sum(reading.broken for reading in readings)
    if broken:
        encoding = readings[0].encoding
        notes.append(
            Note(
                "undecodable",
                f"有 {broken} 处字节按 {ENCODINGS[encoding]} 解不出文字，显示为 �：请核对原文或改选编码。",
                english=f"Bytes that do not decode as {ENGLISH[encoding]} show as � ({broken}). Compare the original or change this.",
            )
        )
    if readings[-1].tail:
        cut = readings[-1].tail
        notes.append(
            Note(
                "tail",
                f"文件末尾有 {cut} 个字节不完整，文件可能被截断，最后一个字没有读入。",
                english=f"The end is no whole character (bytes: {cut}): the file may be cut short. The last character was not read.",
            )
        )
    return tuple(Piece(piece.start + reading.mark, piece.encoding) for piece, reading in zip(pieces, readings, strict=True)), "".join(
        reading.text for reading in readings
    )
