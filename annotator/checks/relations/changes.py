"""Before and after: two values of one quantity, and the change that is said to lie between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.checks.relations.sentence import HOLE, Sentence
from annotator.checks.relations.terms import MULTIPLE, POINT, SHARE, Term
from annotator.lexicon import table
from annotator.model import Kind, Span

_WORDS = table("directions.toml")
_RISE, _FALL = "|".join(_WORDS["rise"]), "|".join(_WORDS["fall"])
_VERB = f"(?:(?P<rise>{_RISE})|(?P<fall>{_FALL}))"
_ADJECTIVE = re.compile(
    f"(?:(?P<rise>(?<!最)(?:{'|'.join(_WORDS['compared']['rise'])}))|(?P<fall>(?<![最至])(?:{'|'.join(_WORDS['compared']['fall'])})))(?:了|出|约|近|整整)*$"
)
_ABOUT = "(?:约|近|超|逾|达到|达|为|至少|将近|整整|足足|出|仅|大约|，|了|率|幅度)"
_DELTA = re.compile(rf"{_VERB}{_ABOUT}{{0,4}}$")
_FROM_NOW = rf"(?:约|近|目前的?|现在的?|如今的?|今年的?|当前的?|{HOLE}(?:年?末|年?底|时)?的?|每\w|超过?|逾|了)"
_RESULT = re.compile(rf"(?:{_VERB}|调整|变更|修订|变|改)(?:到|至|为|成){_FROM_NOW}{{0,4}}$")
_BEFORE = re.compile(
    rf"(?:上年度?|去年|上月|年初|上年末|去年末|此前|前一年|上一年|原先|以往|上季度|前值|{HOLE})(?:同期|同月|同日|末|底)?\w{{0,6}}?(?:为|是|的|有|仅)?$"
)
_THAN = re.compile(r"(?:(?<![占对环同])比(?![例重赛分率值])|较|相比)[^，。；：]*$")
_ONWARD = re.compile(r"(?:达|达到|为|至|到)(?:了)?$")
_BASE = re.compile(r"(?:超|高于|低于|高出|超出|超过)(?P<name>\w{2,8})$")
_TIES = re.compile(
    rf"{_RISE}|{_FALL}|{HOLE}|[，、（）]|同比|环比|比上年|较上年|同期|期间|其间|累计|净|率|幅度|幅|约|近|超过?|逾|达到?|为|至少|足足|整整|了|共|[年月日天]?间|即|相当于|实际|分别|提前|又|也|高出|[高多低少出]"
)
_YEARLY = re.compile("平均|年均|月均|每")
_BREAK = re.compile(r"[。；！？]")
_REACH = 4
"""How many claims may stand between the parts of one change."""


@dataclass(frozen=True, slots=True)
class Change:
    """A quantity that went from `old` to `new`, and the `delta` the text states; None where it states none.

    `by` is the difference stated beside a percentage, in place of `old`. `rises` is what the words say: None where they name no direction.
    """

    old: Term | None
    new: Term
    delta: Term | None
    rises: bool | None
    words: str
    by: Term | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places of all parts, in order of the text."""
        return tuple(sorted(claim.span for claim in (self.old, self.new, self.delta, self.by) if claim is not None))


def changes(sentence: Sentence) -> Iterator[Change]:
    """The changes a sentence states."""
    return _Reader(sentence).read()


class _Reader:
    """Reads one sentence from left to right."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.claims = sentence.claims
        self.deltas: dict[int, re.Match[str] | None] = {}
        self.steps: dict[int, tuple[int, re.Match[str]]] = {}

    def read(self) -> Iterator[Change]:
        used: set[int] = set()
        for number in range(1, len(self.claims)):
            self._note_step(number)
            if not self._note_delta(number):
                continue
            verb = self.deltas[number]
            rises, words = _direction(verb) if verb else (True if self.claims[number].unit == "番" else None, "")
            pair = self._pair(number)
            if pair:
                old, new = pair
                used.add(new)
                yield Change(self.claims[old], self.claims[new], self.claims[number], rises, words)
            elif (parts := self._by_difference(number)) is not None:
                latest, by = parts
                yield Change(None, self.claims[latest], self.claims[number], rises, words, self.claims[by])
        for new, (old, verb) in self.steps.items():
            if new not in used:
                rises, words = _direction(verb)
                yield Change(self.claims[old], self.claims[new], None, rises, words)

    def _note_step(self, number: int) -> None:
        """Notes a claim that a verb with 至 or 到 leads to, with the claim it came from."""
        verb = _RESULT.search(self.sentence.leads[number][-24:])
        kind = self.claims[number].dimension
        if not verb or not kind or self.claims[number].kind in (Kind.DATE, Kind.TIME, Kind.RANK) or "兑" in self.sentence.text:
            return
        for old in range(number - 1, max(-1, number - 1 - _REACH), -1):
            if old in self.deltas or self.claims[old].dimension != kind:
                continue
            between = self.sentence.between(old, number)
            led = re.search(r"[由从自][^，。；：]*$", self.sentence.leads[old])
            if not _BREAK.search(between) and (led or len(between) <= 8) and ("，" not in between or led):
                self.steps[number] = (old, verb)
            return

    def _note_delta(self, number: int) -> bool:
        """Notes a claim that a verb of rise or fall stands before."""
        claim = self.claims[number]
        if number in self.steps or claim.kind in (Kind.DATE, Kind.TIME, Kind.RANK) or not claim.dimension:
            return False
        gap = self.sentence.gaps[number]
        verb = _DELTA.search(gap[-12:]) or (_ADJECTIVE.search(gap[-6:]) if _THAN.search(self.sentence.leads[number]) else None)
        discount = claim.unit in ("折", "番") and (number - 1) in self.steps
        if verb or discount or claim.unit == "番":
            self.deltas[number] = verb
            return True
        return False

    def _pair(self, delta: int) -> tuple[int, int] | None:
        """The numbers of the old and the new value of a change, or None."""
        kind = self.claims[delta].dimension
        for new in range(delta - 1, max(-1, delta - 1 - _REACH), -1):
            if new in self.steps and self._joined(new, delta):
                old = self.steps[new][0]
                return (old, new) if self._fits(kind, old) else None
        for old in range(delta - 1, max(-1, delta - 1 - _REACH), -1):
            lead = self.sentence.leads[old]
            if old in self.deltas or not self._fits(kind, old) or not self._joined(old, delta):
                continue
            if not (_THAN.search(lead) or _BEFORE.search(lead)):
                continue
            newer = self._newer(old, delta)
            return None if newer is None else (old, newer)
        return None

    def _newer(self, old: int, delta: int) -> int | None:
        """The value that is compared with an older one: the last of its dimension before it, or the one the change leads to."""
        kind = self.claims[old].dimension
        for new in range(old - 1, max(-1, old - 1 - _REACH), -1):
            if new not in self.deltas and self.claims[new].dimension == kind:
                grown = any(self.claims[at].dimension == SHARE for at in range(new + 1, old) if at in self.deltas)
                return None if grown or _BREAK.search(self.sentence.between(new, old)) else new
        after = delta + 1
        if after < len(self.claims) and self.claims[after].dimension == kind and _ONWARD.search(self.sentence.gaps[after]):
            return after
        return None

    def _by_difference(self, delta: int) -> tuple[int, int] | None:
        """The numbers of the new value and of the difference stated just before a percentage."""
        by = delta - 1
        if self.claims[delta].dimension != SHARE or by not in self.deltas or _BREAK.search(self.sentence.gaps[delta]):
            return None
        kind = self.claims[by].dimension
        if kind in (SHARE, POINT, MULTIPLE) or not _THAN.search(self.sentence.leads[by]):
            return None
        for new in range(by - 1, max(-1, by - 1 - _REACH), -1):
            if new not in self.deltas and self.claims[new].dimension.partition("/")[0] == kind.partition("/")[0]:
                return (new, by) if not _BREAK.search(self.sentence.between(new, by)) else None
        return None

    def _joined(self, earlier: int, delta: int) -> bool:
        """Do only tie words stand between a value and its change? A new subject in between would be another quantity."""
        between = self.sentence.between(earlier, delta)
        return not _BREAK.search(between) and not _TIES.sub("", between) and not _YEARLY.search(between)

    def _fits(self, kind: str, old: int) -> bool:
        """May a change of this dimension lie between values like the old one?"""
        base = self.claims[old].dimension
        if self.claims[old].kind in (Kind.DATE, Kind.TIME, Kind.RANK, Kind.SCORE) or not base:
            return False
        return kind in (SHARE, MULTIPLE, POINT, base)


def _direction(verb: re.Match[str]) -> tuple[bool | None, str]:
    rises = True if verb["rise"] else False if verb["fall"] else None
    return rises, verb[0].strip("，")
