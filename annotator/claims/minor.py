"""Which claims a checker may leave."""

from annotator.claims.draft import Draft
from annotator.claims.members import COUNT, DURATION, EXACT, MEASURE
from annotator.claims.plain import Line
from annotator.lexicon import table

_AGES = frozenset(table("senses.toml")["sets"]["ages"])
_LOOSE = (COUNT, DURATION, MEASURE)


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
    if first == "一" and draft.value == "1" and draft.high is None and draft.hedge is EXACT:
        return True
    if first in "百千万亿" and draft.hedge is EXACT:
        return True
    return draft.kind is COUNT and is_slogan(text, draft.start, draft.end)


def is_slogan(text: str, start: int, end: int) -> bool:
    """“三个全力” in quotes, without the items of a declared list behind it in the sentence."""
    if text[start] not in "两二三四五六七八九十" or text[start - 1 : start] not in ("“", "「", "『", "‘"):
        return False
    following = text[end : end + 60]
    return not any(mark in following for mark in ("即", ":", "：", "包括", "分别", "、"))
