"""Paragraphs cut in mid-sentence by the flow of a page, and the paragraph where each seems to carry on. Offered, never done unasked."""

import re
from collections.abc import Collection
from dataclasses import replace

from annotator.model import Article, Paragraph
from annotator.text.imported import Join
from annotator.text.lines import paragraphs

_ENDS = "。！？!?…．.：:”’」』）)》】\"'"
_WAITS = "，,、；;（(《“‘「『—"
_LONG = 15  # code points: shorter lines are headings and captions
_SEAM = "\u2060"
_SKIPPED = 2  # captions that may stand between
_HEADING = re.compile(
    r"\s*(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、． ]|第[一二三四五六七八九十\d]+[章节条])"
)


_SPEAKER = re.compile(r"[\u4e00-\u9fff]{1,4}[:：]")  # 问：, 记者：, 肉蛋：


def joins(article: Article) -> tuple[Join, ...]:
    """The places where a paragraph breaks off and a later one seems to carry on, by order. Copies are left to their first."""
    originals = [paragraph for paragraph in article.paragraphs if paragraph.copy_of is None]
    found = []
    for index, paragraph in enumerate(originals):
        words = article.slice(paragraph.span).strip()
        if _breaks_off(words) and not (paragraph.order == 0 and _is_headline(words)):
            second = _carries_on(article, originals[index + 1 : index + 2 + _SKIPPED], waits=words[-1] in _WAITS)
            if second is not None:
                found.append(Join(paragraph.order, second.order))
    return tuple(found)


def joined(article: Article, pairs: Collection[Join]) -> Article:
    """The article as it reads with these neighbours (and their copies) in one paragraph each: for the machine alone.

    What parts them is written as U+2060, which nobody sees and every reader of numbers passes over: all offsets stay.
    """
    if not pairs:
        return article
    known = {(one.first, one.second) for one in pairs}
    pieces, at = [], 0
    for first, second in zip(article.paragraphs, article.paragraphs[1:], strict=False):
        if (_original(first), _original(second)) in known:
            before, after = article.slice(first.span).rstrip(), article.slice(second.span).lstrip()
            start, end = first.start + len(before), second.end - len(after)
            pieces += [article.text[at:start], _SEAM * (end - start)]
            at = end
    text = "".join((*pieces, article.text[at:]))
    return replace(article, text=text, paragraphs=paragraphs(text))


def _original(paragraph: Paragraph) -> int:
    return paragraph.order if paragraph.copy_of is None else paragraph.copy_of


def _is_headline(words: str) -> bool:
    """A first line without the end of a sentence in it, which nothing is to follow."""
    return words[-1] not in _WAITS and not any(sign in words for sign in "。；;")


def _breaks_off(words: str) -> bool:
    prose = any(sign in words for sign in "，,。；;、")
    long = _LONG if words[-1] not in _WAITS else _LONG // 2
    return len(words) >= long and words[-1] not in _ENDS and prose and not _HEADING.match(words)


def _carries_on(article: Article, after: list[Paragraph], *, waits: bool) -> Paragraph | None:
    """The next paragraph of prose; captions between are passed over only after a sign that wants more."""
    for paragraph in after:
        words = article.slice(paragraph.span).strip()
        prose = len(words) >= _LONG or words[-1] in _ENDS
        if prose and not _HEADING.match(words) and not _SPEAKER.match(words):
            return paragraph
        if not waits or _HEADING.match(words):
            return None
    return None
