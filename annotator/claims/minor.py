"""Which claims a checker may leave."""

from annotator.claims.draft import Draft
from annotator.claims.plain import Line
from annotator.model import Hedge, Kind

_AGES = frozenset(("岁", "歲", "周岁", "周歲", "月龄", "周龄", "日龄", "岁龄"))
_LOOSE = (Kind.COUNT, Kind.DURATION, Kind.MEASURE)


def settled(line: Line, draft: Draft) -> Draft:
    """The claim, marked minor where a checker may leave it: one of something, ages, a scale alone, slogans in quotes."""
    if draft.minor or not _may_be_left(line.text, draft):
        return draft
    return draft._replace(minor=True)


def _may_be_left(text: str, draft: Draft) -> bool:
    if draft.unit in _AGES:
        return True
    if draft.kind not in _LOOSE:
        return False
    first = text[draft.start]
    if first == "一" and draft.value == "1" and draft.high is None and draft.hedge is Hedge.EXACT:
        return True
    if first in "百千万亿" and draft.hedge is Hedge.EXACT:
        return True
    return (
        draft.kind is Kind.COUNT
        and first in "两二三四五六七八九十"
        and text[draft.start - 1 : draft.start] in ("“", "「", "『", "‘")
        and not _items(text, draft.end)
    )


def _items(text: str, end: int) -> bool:
    """Do the items of a declared list follow in the sentence?"""
    following = text[end : end + 60]
    return any(mark in following for mark in ("即", ":", "：", "包括", "分别", "、"))
