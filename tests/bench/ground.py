"""What a benchmark stands on: a long text in which nothing repeats, two yardsticks over the same text, and the figure it reports.

A time alone says more of the machine than of the program. So every figure is a ratio: the program's work against a plain scan, or against
one word cutting, of the same text in the same process, or the same work on a text twice as long.
"""

import gc
import logging
import random
import re
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from annotator import paths

_SENTENCE = re.compile(r"[^。!！?？\n]+[。!！?？]")
# Digits of dates and clock times stay as they are, so that the text has no impossible ones.
_FIXED_DIGITS = re.compile(r"[0-9]+(?=[年月日时点分:：\-—至])|(?<=[:：\-])[0-9]+")
_UNITS = (
    "亿元|万元|元|美元|个百分点|百分点|%|％|公里|公斤|千克|平方米|平方公里|万吨|吨|亩|米|人次|场次|人|名|位|户|家|个|件|条|次|项|台|辆|袋|只|份|例|起|种|"
    "天|日|月|年|小时|分钟|分|秒|时|倍|成|大|级|类|省|市|县|村|镇|所|座|套|批|支|张|篇|万|亿"
)
_PLAIN_SCAN = re.compile(
    rf"(?:约|近|超过|超|逾)?(?:[0-9]+(?:\.[0-9]+)?|[零〇一二两三四五六七八九十百千万亿半]+)[余多几]?[万亿]?[余多]?(?:{_UNITS})(?:左右|以上|以下)?"
)


class Figure(NamedTuple):
    """One line of the table: a ratio, and the most it may be."""

    name: str
    ratio: float
    most: float

    @property
    def good(self) -> bool:
        return self.ratio <= self.most


@cache
def articles() -> tuple[str, ...]:
    """The sample and the invented articles of tests/gold."""
    gold = Path(__file__).parent.parent / "gold"
    texts = [path.read_text("utf-8") for path in [paths.seed("liling-2020-03.txt"), *sorted(gold.rglob("*.txt"))]]
    return tuple(dict.fromkeys(texts))


@cache
def grown(copies: int) -> str:
    """The sentences of all articles, so many times, each time with other digits, shuffled, four to a paragraph.

    No paragraph copies or nearly copies another, so nothing is won by remembering; no date is impossible and no paragraph is cut.
    """
    sentences = [sentence for article in articles() for sentence in _SENTENCE.findall(article)]
    paragraphs = []
    for turn in range(copies):
        drawn = [_turned(sentence, turn) for sentence in random.Random(turn).sample(sentences, len(sentences))]
        paragraphs += ["".join(drawn[first : first + 4]) for first in range(0, len(drawn), 4)]
    return "\n".join(paragraphs) + "\n"


def _turned(sentence: str, turn: int) -> str:
    """The sentence with every digit but zero moved on by `turn`, dates and clock times excepted."""
    moved = str.maketrans("123456789", "".join(str((digit + turn) % 9 + 1) for digit in range(9)))
    parts, at = [], 0
    for fixed in _FIXED_DIGITS.finditer(sentence):
        parts += [sentence[at : fixed.start()].translate(moved), fixed.group()]
        at = fixed.end()
    return "".join([*parts, sentence[at:].translate(moved)])


def of_size(characters: int) -> str:
    """A grown text of at least so many characters, cut at the end of a paragraph."""
    copies = 1 + characters // len(grown(1))
    text = grown(copies)
    end = text.find("\n", characters - 1)
    return text[: end + 1] if end >= 0 else text


def best_of(times: int, work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """The shortest of several runs, in seconds, with the garbage collector at rest between them."""
    spans = []
    for _ in range(times):
        gc.collect()
        begin = clock()
        work()
        spans.append(clock() - begin)
    return min(spans)


def beside(times: int, work: Callable[[], object], yardstick: Callable[[], object]) -> float:
    """Work against a yardstick, both at their best of several turns in turn, by the processor's clock: other programs do not count."""
    spans, yards = [], []
    for _ in range(times):
        for run, kept in ((work, spans), (yardstick, yards)):
            gc.collect()
            begin = time.process_time()
            run()
            kept.append(time.process_time() - begin)
    return min(spans) / min(yards)


def plain_scan(text: str) -> int:
    """Yardstick: how many numbers with a unit one plain regular expression finds."""
    return sum(1 for _ in _PLAIN_SCAN.finditer(text))


def word_cut(text: str) -> int:
    """Yardstick: how many words jieba cuts the text into."""
    import jieba

    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    return sum(1 for _ in jieba.cut(text))


def doubling(work: Callable[[str], object], characters: int, most: int, clock: Callable[[], float] = time.perf_counter) -> Iterator[float]:
    """How much longer twice the text takes, from one size up to another, in characters."""
    spans: dict[int, float] = {}
    size = characters
    while size <= most:
        text = of_size(size)
        spans[size] = best_of(5 if size < 1_000_000 else 3, lambda text=text: work(text), clock)  # type: ignore[misc]
        if size // 2 in spans:
            yield spans[size] / spans[size // 2]
        size *= 2
