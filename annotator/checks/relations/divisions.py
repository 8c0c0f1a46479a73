"""Do labels name the parts of one thing: 男生 and 女生, 县道 and 乡道, 文学类 and 科技类?"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from annotator.lexicon import table

_REST = re.compile("^(?:其他|其它|其余|余下|剩余|剩下|另外)")
_DONE = re.compile("^(?:其中)?(?:已经?|均|全部)")
_AGED = re.compile("[0-9〇一二三四五六七八九十](?:周岁|岁|月龄)")
_WEAK = frozenset("的了人个者有为是占在中")


class Division(NamedTuple):
    """How surely labels divide one thing: they look alike, they are named as parts of it, and they leave nothing over."""

    alike: bool
    complete: bool
    named: bool = False


class _Family(NamedTuple):
    """Words for the parts of one thing, whether they leave nothing over, and a pattern of any of them."""

    words: tuple[str, ...]
    complete: bool
    any: re.Pattern[str]


@cache
def _families() -> tuple[_Family, ...]:
    return tuple(
        _Family(tuple(entry["parts"]), bool(entry.get("whole")), re.compile("|".join(map(re.escape, entry["parts"]))))
        for entry in table("parts.toml")["division"]
        if "parts" in entry
    )


@cache
def _complete() -> re.Pattern[str]:
    return re.compile("|".join(word for family in _families() if family.complete for word in family.words))


def may_complete(text: str) -> bool:
    """Does a text name a part of a division that leaves nothing over? A quick look before the slow one."""
    return bool(_complete().search(text))


@cache
def _ends() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(ends) for entry in table("parts.toml")["division"] for ends in entry.get("ends", ()))


def division(labels: Sequence[str], behind: Sequence[str] = ()) -> Division:
    """How a list of labels divides its whole, with the words behind the numbers (12枚金牌); labels that say nothing divide nothing."""
    names = [label + after for label, after in zip(labels, behind, strict=True)] if behind else labels
    if len(names) < 2 or len(set(names)) != len(names) or not all(names) or _of_several(names):
        return Division(alike=False, complete=False)
    aged = sum(bool(_AGED.search(name)) for name in names)
    if aged:
        return Division(alike=aged == len(names), complete=False, named=aged == len(names))
    for family in _families():
        if all(map(family.any.search, names)) and _apart(names, family.words):
            return Division(alike=True, complete=family.complete, named=True)
    if not all(labels) or len(set(labels)) != len(labels):
        return Division(alike=False, complete=False)
    if _negated(labels):
        return Division(alike=True, complete=len(labels) == 2, named=True)
    body, rest = (labels[:-1], True) if _REST.match(labels[-1]) else (labels, False)
    return Division(alike=rest or _end_alike(body), complete=rest, named=rest)


def _of_several(names: Sequence[str]) -> bool:
    """Do labels name the wholes they are of, and not one (常住人口中男性, 户籍人口中女性)?"""
    wholes = {name.partition("中")[0] for name in names if "中" in name[2:]}
    return len(wholes) > 1


def _apart(labels: Sequence[str], words: Sequence[str]) -> bool:
    """Does each label hold a word of its own of the family?"""
    found = [frozenset(word for word in words if word in label) for label in labels]
    return all(not one & other or one ^ other for one, other in pairwise(found)) and len(set(found)) == len(found)


def _negated(labels: Sequence[str]) -> bool:
    """满意, 基本满意, 不满意; 贫困户, 非贫困户; 已免疫, 未免疫."""
    bare = [_DONE.sub("", label) for label in labels]
    shortest = min(bare, key=len)
    core = shortest[-3:] if len(shortest) >= 3 else shortest
    negative = re.compile(f"[不非未]{re.escape(core)}")
    return len(core) >= 2 and all(core in label for label in bare) and 0 < sum(bool(negative.search(label)) for label in bare) < len(bare)


def _end_alike(labels: Sequence[str]) -> bool:
    """县道, 乡道, 村道; 东区, 高桥县: labels that end in the same character, or in two of one kind."""
    ends = {label[-1] for label in labels}
    return len(labels) >= 2 and not ends & _WEAK and (len(ends) == 1 or any(ends <= family for family in _ends()))
