"""Items with marks of their own: 一是 … 二是; 第一, 第二; ①②; （一）（二）; 1. 2.; 首先, 其次, 最后; in one or several paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from annotator.lexicon import table
from annotator.model import Paragraph, Span

_DIGITS = {digit: number for number, digit in enumerate("零一二三四五六七八九")}
_HAN = "(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_SENTENCE_END = re.compile("[。；]")
_APART = 12
"""How many paragraphs the next mark may be away."""


@dataclass(frozen=True, slots=True)
class Row:
    """Marked items in a row: how many, where they stand (one span a paragraph), and the first one's paragraph (its index)."""

    number: int
    spans: tuple[Span, ...]
    paragraph: int

    @property
    def start(self) -> int:
        return self.spans[0].start


@dataclass(frozen=True, slots=True)
class _Mark:
    family: str
    number: int  # 0 for a last item that does not say its number
    start: int
    paragraph: int


@cache
def _pattern() -> re.Pattern[str]:
    order = table("lists.toml")["order"]
    words = {name: "|".join(order[name]) for name in ("first", "next", "last")}
    return re.compile(
        rf"(?:^|(?<=[，。；：、！？—\s（）”]))(?:(?P<is>{_HAN})是|(?P<must>{_HAN})要|第(?P<nth>{_HAN})(?:(?=[，：、])|是|[步条点类项种]|个?方面|阶段)"
        rf"|其(?P<its>{_HAN})(?=[，：、是])|（(?P<paren>{_HAN})）|（(?P<bracket>[0-9]{{1,2}})）|(?P<ring>[①-⑳⑴-⒇])"
        rf"|(?P<dot>[0-9]{{1,2}})[．.、](?![0-9])|(?P<han>{_HAN})、|(?P<first>{words['first']})|(?P<next>{words['next']})|(?P<last>{words['last']}))"
        r"|(?P<inner>[①-⑳⑴-⒇])"
    )


def rows(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Row]:
    """The rows of an evened text that count at least two items from one upward without a gap."""
    open_rows: dict[str, list[_Mark]] = {}
    for mark in _marks(text, paragraphs):
        row = open_rows.get(mark.family, [])
        follows = bool(row) and mark.number in (len(row) + 1, 0) and mark.paragraph - row[-1].paragraph <= _APART
        if follows:
            row.append(mark)
        if row and (not follows or not mark.number):
            yield from _finished(text, paragraphs, open_rows.pop(mark.family))
        if not follows and mark.number == 1:
            open_rows[mark.family] = [mark]
    for row in open_rows.values():
        yield from _finished(text, paragraphs, row)


def _marks(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[_Mark]:
    for index, paragraph in enumerate(paragraphs):
        ordinal = 0
        for match in _pattern().finditer(text, paragraph.start, paragraph.end):
            family, word = match.lastgroup or "", match[match.lastgroup or 0]
            if family in ("first", "next", "last"):
                ordinal = 1 if family == "first" else ordinal + 1
                yield _Mark("order", 0 if family == "last" else ordinal, match.start(), index)
            elif family != "han" or match.start() == paragraph.start:
                yield _Mark("ring" if family == "inner" else family, _number(word), match.start(), index)


def _number(word: str) -> int:
    """The number of a mark: 十二, 12, ⑫."""
    if word[0] in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳":
        return ord(word) - ord("①") + 1
    if "⑴" <= word <= "⒇":
        return ord(word) - ord("⑴") + 1
    if word.isdigit():
        return int(word)
    tens, ten, ones = word.rpartition("十")
    if not ten:
        return _DIGITS[word]
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)


def _finished(text: str, paragraphs: Sequence[Paragraph], row: Sequence[_Mark]) -> Iterator[Row]:
    """A row of two items or more; 首先 without 最后 may go on in other words and is none."""
    if len(row) < 2 or (row[0].family == "order" and row[-1].number):
        return
    last = row[-1]
    end = _SENTENCE_END.search(text, last.start, paragraphs[last.paragraph].end)
    stop = end.start() if end else paragraphs[last.paragraph].end
    if last.paragraph == row[0].paragraph:
        yield Row(len(row), (Span(row[0].start, stop),), row[0].paragraph)
        return
    places: dict[int, Span] = {}
    for mark in row:
        whole = paragraphs[mark.paragraph]
        places.setdefault(mark.paragraph, Span(mark.start, whole.end))
    yield Row(len(row), tuple(places.values()), row[0].paragraph)
