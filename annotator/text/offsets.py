"""Where a place of an article lies in the bytes of the text file it was read from."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from annotator.text.encoding import incremental

_STEP = 4096  # bytes between two known places


class Piece(NamedTuple):
    """Bytes in one encoding, from `start` to the next piece: a file with two encodings in it has several."""

    start: int
    encoding: str


class _Known(NamedTuple):
    offset: int  # code points of the article
    byte: int
    encoding: str


@dataclass(frozen=True)
class ByteMap:
    """From code points of the article to bytes of the source. CR LF counts as the one code point it became."""

    source: bytes = field(repr=False)
    pieces: tuple[Piece, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The bytes of a span of code points. IndexError beyond the text."""
        return self._byte_at(start), self._byte_at(end)

    def _byte_at(self, offset: int) -> int:
        at = bisect_right(self._known, offset, key=lambda known: known.offset) - 1
        known = self._known[max(at, 0)]
        left = offset - known.offset
        if left == 0:
            return known.byte
        held = False  # a CR which the next sign may join
        before = known.byte
        for byte, sign in self._signs(known):
            if held and sign != "\n":
                left -= 1
                if left == 0:
                    return before
            held = sign == "\r"
            left -= not held
            if left == 0:
                return byte
            before = byte
        if held and left == 1:
            return before
        raise IndexError(offset)

    def _signs(self, known: _Known) -> Iterator[tuple[int, str]]:
        """Each code point from a known place on, with the byte where it ends."""
        decoder = incremental(known.encoding)
        limit = next((piece.start for piece in self.pieces if piece.start > known.byte), len(self.source))
        for byte in range(known.byte, limit):
            signs = decoder.decode(self.source[byte : byte + 1])
            for index, sign in enumerate(signs):
                yield (byte + 1 if index == len(signs) - 1 else byte), sign

    @cached_property
    def _known(self) -> list[_Known]:
        known: list[_Known] = []
        offset = 0
        ends = [*(piece.start for piece in self.pieces[1:]), len(self.source)]
        for piece, end in zip(self.pieces, ends, strict=True):
            decoder = incremental(piece.encoding)
            known.append(_Known(offset, piece.start, piece.encoding))
            text = ""
            for byte in range(piece.start, end, _STEP):
                stop = min(byte + _STEP, end)
                text += decoder.decode(self.source[byte:stop])
                if text.endswith("\r") and stop < end:
                    continue  # its LF may follow
                offset += len(text) - text.count("\r\n")
                text = ""
                known.append(_Known(offset, stop - len(decoder.getstate()[0]), piece.encoding))
            offset += len(text)
        return known
