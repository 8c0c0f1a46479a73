"""A small article whose claims, folds and findings are written out by hand, so that the review is tested without the machine's reading."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection
from datetime import UTC, datetime, timedelta

from annotator.model import (
    Analysis,
    Article,
    Claim,
    Finding,
    Fold,
    Kind,
    Paragraph,
    Quantity,
    Span,
    Suggestion,
    Verdict,
)
from annotator.review import MemoryLog, Session
from annotator.review.reading import GoOn
from annotator.text import Join

# Paragraphs 0, 2, 5 are the same words; 4 has no number; 3 ends with an emoji before its number. Place and people are invented.
TEXT = (
    "全县脱贫33756名，剩余3447名，共37203名。\n"
    "利率上浮15%左右，惠及120户。\n"
    "全县脱贫33756名，剩余3447名，共37203名。\n"
    "📌增长8%，实为9%，一个小组记录。\n"
    "本段没有数字。\n"
    "全县脱贫33756名，剩余3447名，共37203名。\n"
)
_FOUND = re.compile(r"[0-9]+(?:名|%左右|%|户)|一个")


def article(text: str = TEXT) -> Article:
    paragraphs: list[Paragraph] = []
    first: dict[str, int] = {}
    for match in re.finditer(r"[^\n]+", text):
        order = len(paragraphs)
        copy_of = first.setdefault(match.group(), order)
        paragraphs.append(Paragraph(order, match.start(), match.end(), None if copy_of == order else copy_of))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(text, tuple(paragraphs), digest, digest, name="样稿.txt")


def claim(of: Article, span: tuple[int, int]) -> Claim:
    """The claim of a span; ValueError where it holds no digit."""
    words = of.slice(span)
    digits = re.search(r"[0-9]+", words)
    if digits is None and words != "一个":
        raise ValueError("选中的文字里没有数字。")
    value = digits.group() if digits else "1"
    unit = re.sub(r"[0-9一]|左右", "", words)
    kind = Kind.PERCENT if "%" in words else Kind.COUNT
    return Claim(span[0], span[1], words, kind, Quantity(value, unit=unit), of.paragraph_at(span[0]).order, minor=words == "一个")


def fold(of: Article, claims: tuple[Claim, ...]) -> tuple[Fold, ...]:
    groups: dict[tuple[int, int, int], list[Claim]] = defaultdict(list)
    for found in claims:
        paragraph = of.paragraphs[found.paragraph]
        root = paragraph.order if paragraph.copy_of is None else paragraph.copy_of
        groups[root, found.start - paragraph.start, found.end - paragraph.start].append(found)
    return tuple(Fold(tuple(places)) for places in groups.values())


def _findings(of: Article, claims: tuple[Claim, ...]) -> tuple[Finding, ...]:
    """The sum holds, 8% and 9% contradict, 上浮 is odd, the copies are repeated."""
    places: dict[str, Span] = {}
    for found in claims:
        places.setdefault(found.text, found.span)
    findings = [Finding("duplicate-paragraph", Verdict.SUSPICIOUS, tuple(of.paragraphs[n].span for n in (0, 2, 5)), "原样出现三次")]
    if {"33756名", "3447名", "37203名"} <= places.keys():
        spans = tuple(places[text] for text in ("33756名", "3447名", "37203名"))
        findings.append(Finding("sum", Verdict.CONSISTENT, spans, "相符", formula="33756 + 3447 = 37203"))
    if {"8%", "9%"} <= places.keys():
        findings.append(Finding("conflict", Verdict.CONTRADICTION, (places["8%"], places["9%"]), "不能同时为真"))
    if "15%左右" in places:
        start, end = places["15%左右"]
        suggestion = Suggestion(start - 2, end, "下浮15%左右")
        findings.append(Finding("direction", Verdict.SUSPICIOUS, (Span(start - 2, end),), "与减负相反", suggestion=suggestion))
    return tuple(findings)


def assess(
    of: Article, claims: tuple[Claim, ...], *, off: Collection[str] = (), joins: Collection[Join] = (), go_on: GoOn = lambda: None
) -> Analysis:
    found = tuple(finding for finding in _findings(of, claims) if finding.check not in off)
    return Analysis(of, claims, fold(of, claims), found, (), off=tuple(sorted(off)))


def analysis(text: str = TEXT) -> Analysis:
    of = article(text)
    return assess(of, tuple(claim(of, match.span()) for match in _FOUND.finditer(text)))


class Clock:
    """A clock that goes on by a second a look."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 11, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def log() -> MemoryLog:
    return MemoryLog(article().sha256, Clock())


def session(log: MemoryLog, reviewer: str = "陈记") -> Session:
    return Session(analysis(), log, reviewer, assess=assess, parse=claim)


def at(review: Session, words: str, number: int = 0) -> str:
    """The id of the n-th place of these words in the text."""
    start = -1
    for _ in range(number + 1):
        start = review.article.text.index(words, start + 1)
    return f"{start}-{start + len(words)}"
