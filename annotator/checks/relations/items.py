"""Rows of words cut into the items they list: how many there are, when 和 may join two items or stand inside one."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from annotator.lexicon import table

_LONG = 30
_SHORT = 10
_VERBS = re.compile("[都均了已也皆每含]|一应|俱全|全部|各有")
_QUOTED = re.compile("“[^”]*”|「[^」]*」|『[^』]*』|《[^》]*》")
_ASIDE = re.compile("（[^（）]*）")
_TOUCHING = re.compile("(?<=[”」』》])(?=[“「『《])")
_WORD = re.compile(r"[^\W\d_]")
_VALUE = re.compile(r"[0-9.,%‰亿万千百]+(?![路号线])\w?")


class Count(NamedTuple):
    """How many items a row of words holds, at least and at most, and how many it most likely does."""

    low: int
    high: int
    best: int

    @property
    def is_sure(self) -> bool:
        return self.low == self.high


@cache
def _joints() -> tuple[re.Pattern[str], frozenset[str], re.Pattern[str]]:
    """Any joint; those that always join; the names that hold one."""
    joints, names = table("lists.toml")["joint"], table("lists.toml")["joined"]["names"]
    words = sorted((*joints["sure"], *joints["likely"]), key=len, reverse=True)
    return re.compile(rf"(?<=[\w/][\w%‰℃])({'|'.join(words)})(?=\w\w)"), frozenset(joints["sure"]), re.compile("|".join(names))


def items(words: str) -> tuple[str, ...]:
    """The items between list marks, with remarks in brackets left out and every quoted name as a row of Q."""
    plain = _QUOTED.sub(lambda match: "Q" * len(match[0]), _TOUCHING.sub("、", words))
    while (bare := _ASIDE.sub("", plain)) != plain:
        plain = bare
    plain = _joints()[2].sub(lambda match: "N" * len(match[0]), plain).strip("。，；：、")
    return tuple(item.strip() for item in plain.split("；" if "；" in plain else "、"))


def count(words: str) -> Count | None:
    """How many items a row of words lists; None where it is no row of names."""
    found = items(words)
    if not found or any(len(item) > _LONG or not _WORD.search(item) or _VALUE.fullmatch(item) for item in found):
        return None
    joint, sure, _ = _joints()
    if "；" in words:
        return Count(len(found), len(found), len(found)) if len(found) > 1 else None
    inner = sum(len(joint.findall(item)) for item in found[:-1])
    pieces = joint.split(found[-1])
    last, ties = pieces[::2], pieces[1::2]
    if len(found) == 1 and len(last) == 1:
        return None
    whole = len(found) + len(last) - 1
    if not ties:
        return Count(len(found), whole + inner, len(found))
    alike = len(last) == 2 and (ties[0] in sure or _are_alike(last[0], last[1], found[:-1]))
    if alike and not inner:
        return Count(whole, whole, whole)
    return Count(len(found), whole + inner, whole if _may_be_alike(last[0], found[:-1]) else len(found))


def has_joint(words: str, *, closing: bool) -> bool:
    """Does a word join the last item to the others; `closing`: one that joins nothing else (甲、乙以及丙)?"""
    ties = _joints()[0].split(items(words)[-1])[1::2]
    return any(tie in _joints()[1] or not closing for tie in ties)


def are_bare(found: tuple[str, ...]) -> bool:
    """Are the items names, without a verb that would hang on the last one (道路、水渠、农田受损严重)?"""
    pieces = [*found[:-1], *_joints()[0].split(found[-1])[::2]]
    longest = max(map(len, pieces[:-1]), default=0)
    return all(len(piece) <= _SHORT and not _VERBS.search(piece) for piece in pieces) and len(pieces[-1]) <= longest + 2


def _are_alike(one: str, other: str, before: tuple[str, ...]) -> bool:
    """Are two words joined by 和 two items, by their lengths or ends?"""
    if len(one) > 2 and one[-1] in table("lists.toml")["joint"]["ends"]:
        return True
    return len(one) == len(other) or one[-1] in (other[-1], *(item[-1:] for item in before))


def _may_be_alike(one: str, before: tuple[str, ...]) -> bool:
    return not before or len(one) >= min(map(len, before))


def are_parallel(found: tuple[str, ...]) -> bool:
    """Do the items look like names of one kind: one first or last character, or one length, the odd one aside where there are many?"""
    spare = 1 if len(found) > 3 else 0
    return len(found) > 1 and bool(
        any(_common([item[at] for item in found if item]) >= len(found) - spare for at in (0, -1))
        or len({len(item) for item in found}) == 1
        or (spare and _common([len(item) for item in found if len(item) > 2]) >= len(found) - spare)
        or all(re.match("[0-9]", item) for item in found)
    )


def _common(marks: Sequence[str | int]) -> int:
    return max((marks.count(mark) for mark in marks), default=0)


def end_of(text: str, start: int, stop: int, *, bracket: bool = False) -> int:
    """Where a row of items ends: at the closing bracket, else at the first mark that is no list mark outside quotes and brackets."""
    depth = 0
    for at in range(start, stop):
        mark = text[at]
        if mark in "“「『（《":
            depth += 1
        elif mark in "”」』）》":
            if bracket and depth == 0 and mark == "）":
                return at
            depth = max(0, depth - 1)
        elif depth == 0 and mark in "，。；！？—" and not bracket:
            return at
    return stop
