"""Declared numbers and their items: 五个先行，即…; …三个举措; 四项：一是…; 五条保障线 as openings of paragraphs."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator.checks.relations.terms import Term
from annotator.model import Hedge, Kind, Paragraph, Span

_RIGHT = re.compile(
    r"(?P<noun>[^，。；：、（）“”「」\n]{0,14}?)[”」]?(?:[^，。；：、（）“”「」0-9一二三四五六七八九十两\n]{0,14}?)?"
    r"(?P<cue>，即|，即是|——|，分别是|，分别为|，包括|，包含|：|（|，它们是|，也就是|包括|分别是|分别为|，主要有|，依次是)"
)
_MARKERS = re.compile(
    r"(?:(?<![\w])|(?<=[，。；：、]))(?:(?P<is>[一二三四五六七八九十]{1,2})是|第(?P<nth>[一二三四五六七八九十]{1,2})[，是、]|其(?P<its>[一二三四五六七八九十])[，是、])"
)
_ABSTRACT = re.compile(
    r"举措|措施|方面|工作|任务|要求|特点|亮点|原因|问题|建议|意见|重点|原则|行动|环节|目标|领域|步骤|关键|清零|结合|抓实|确保|先行|全力|工程|计划|制度|机制|转变|突破|提升|维度|阶段|条件|理念|支撑|抓手|板块|展区|片区|篇章|主题|类"
)
_NAMED = re.compile(rf"[”」]?\w{{0,6}}?(?:{_ABSTRACT.pattern})")
_OPEN = re.compile(r"等|等等|……|…|以及其他|之类|\.\.\.|诸如|例如|比如")
_DIGITS = {digit: number for number, digit in enumerate("零一二三四五六七八九")}
_LONG_ITEM = 30
_REACH = 40
"""In how many paragraphs after a number its items may stand."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A declared number with the items found for it. `low` and `high` bound their count; `sure` says that they are all meant."""

    claim: Term
    items: Span
    low: int
    high: int
    sure: bool
    places: tuple[Span, ...] = ()

    @property
    def number(self) -> int:
        return int(self.claim.number or 0)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places of the number and of its items."""
        return (self.claim.span, *(self.places or (self.items,)))

    @property
    def agrees(self) -> bool:
        return self.low <= self.number <= self.high


def declared(text: str, claims: Sequence[Term], paragraphs: Sequence[Paragraph]) -> Iterator[Declared]:
    """The declared numbers of an article (evened text) whose items are listed. Each claim once, at the first list that is found."""
    by_order = {paragraph.order: (index, paragraph) for index, paragraph in enumerate(paragraphs)}
    openings = _openings(text, paragraphs)
    for claim in claims:
        if not _may_declare(claim):
            continue
        index, paragraph = by_order[claim.paragraph]
        following = paragraphs[index + 1 : index + _REACH]
        found = (
            _marked(text, claim, paragraph, following)
            or _on_the_right(text, claim, paragraph)
            or _on_the_left(text, claim, paragraph)
            or _as_paragraphs(text, claim, openings)
        )
        if found is not None:
            yield found


def _may_declare(claim: Term) -> bool:
    number = claim.number
    return (
        claim.kind is Kind.COUNT
        and claim.quantity.hedge is Hedge.EXACT
        and claim.quantity.high is None
        and number is not None
        and number.denominator == 1
        and 1 <= number <= 20
    )


# --- marked items: 一是 … 二是 … --------------------------------------------------------------------------------------


def _marked(text: str, claim: Term, paragraph: Paragraph, following: Sequence[Paragraph]) -> Declared | None:
    """Items counted by 一是, 二是 after the number, in its paragraph or opening the following ones."""
    tail = text[claim.end : paragraph.end]
    first = _MARKERS.search(tail)
    if first is None:
        return _marked_paragraphs(text, claim, paragraph, following)
    lead = tail[: first.start()]
    if _number(first) != 1 or claim.number == 1 or len(lead) > 40 or lead.count("。") > 1:
        return None
    if not (_NAMED.match(lead) or lead.strip() == "："):
        return None
    last, end = 0, first.start()
    for match in _MARKERS.finditer(tail, first.start()):
        if _number(match) != last + 1:
            break
        last, end = last + 1, match.end()
    stop = re.search("[。；]", tail[end:])
    until = claim.end + end + (stop.start() if stop else len(tail) - end)
    if last < 2:
        return None
    return Declared(claim, Span(claim.end + first.start(), until), last, last, sure=True)


def _marked_paragraphs(text: str, claim: Term, paragraph: Paragraph, following: Sequence[Paragraph]) -> Declared | None:
    lead = text[claim.end : paragraph.end].rstrip()
    if not lead.endswith(("：", "。")) or len(lead) > 30 or not _NAMED.match(lead) or claim.number == 1:
        return None
    places: list[Span] = []
    for other in following:
        match = _MARKERS.match(text, other.start)
        if match and _number(match) == len(places) + 1:
            places.append(other.span)
        elif not places or match:
            break
    if len(places) < 2:
        return None
    return Declared(claim, places[0], len(places), len(places), sure=True, places=tuple(places))


def _number(match: re.Match[str]) -> int:
    words = match["is"] or match["nth"] or match["its"]
    if "十" in words:
        tens, _, ones = words.partition("十")
        return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
    return _DIGITS.get(words, 0)


# --- items after the number -----------------------------------------------------------------------------------------


def _on_the_right(text: str, claim: Term, paragraph: Paragraph) -> Declared | None:
    """Items after 即, 包括, 分别是, a colon, a dash or in brackets."""
    match = _RIGHT.match(text, claim.end, paragraph.end)
    if match is None:
        return None
    start = match.end()
    bracket = match["cue"] == "（"
    end = _end_of_list(text, start, paragraph.end, bracket=bracket)
    words = text[start:end]
    counted = _count(words)
    if counted is None:
        return None
    low, high = counted
    sure = match["cue"] in ("，即", "，即是", "，分别是", "，分别为", "分别是", "分别为", "，它们是", "，也就是") or (
        low >= 3 and _share_end(words) and match["cue"] in ("：", "（", "——", "，包括", "包括")
    )
    if low < 2 and not (bracket and claim.number == 1):
        return None
    if claim.number == 1 and not bracket:
        return None
    sure = sure and not _OPEN.search(words) and not _OPEN.match(text[end : end + 1])
    if low < (claim.number or 0) and text[end : end + 1] == "，":
        rest = re.split("[。；！？]", text[end : paragraph.end])[0]
        sure = sure and not re.search("[、和及与]", rest)
    return Declared(claim, Span(start, end), low, high, sure=sure)


def _end_of_list(text: str, start: int, stop: int, *, bracket: bool) -> int:
    """Where a list ends: at the closing bracket, or at the first mark that is no list mark outside quotes and brackets."""
    depth = 0
    for at in range(start, stop):
        mark = text[at]
        if mark in "“「『（《":
            depth += 1
        elif mark in "”」』）》":
            if bracket and depth == 0 and mark == "）":
                return at
            depth = max(0, depth - 1)
        elif depth == 0 and mark in "，。；！？——" and not bracket:
            return at
    return stop


def _count(words: str) -> tuple[int, int] | None:
    """How many items a list of words holds, at least and at most: 和 may join two items or stand inside one."""
    items = _items(words)
    if not items or any(len(item) > _LONG_ITEM or not re.search(r"[^\W\d_]", item) for item in items):
        return None
    ends = [part for part in _JOINT.split(_flat(items[-1])) if part]
    inner = sum(len(_JOINT.findall(item)) for item in items[:-1])
    if len(items) == 1:
        return (2, 2) if len(ends) == 2 else None
    if len(ends) == 2 and len(ends[0]) == len(ends[1]) and not inner:
        return len(items) + 1, len(items) + 1
    return len(items), len(items) + len(ends) - 1 + inner


_JOINT = re.compile(r"(?<=\w\w)(?:以及|和|及|与|暨)(?=\w\w)")


def _flat(words: str) -> str:
    """The words with quoted and bracketed ones blanked."""
    return re.sub("[“「（《][^”」）》]*[”」）》]", lambda match: "□" * len(match[0]), words)


def _items(words: str) -> list[str]:
    """The items between list marks outside quotes and brackets."""
    return [item.strip() for item in _flat(words).strip("。，；：").split("、")]


def _share_end(words: str) -> bool:
    items = _items(words)
    return len({item[-1:] for item in items}) == 1 or len({item[:2] for item in items}) == 1


# --- items before the number ----------------------------------------------------------------------------------------


def _on_the_left(text: str, claim: Term, paragraph: Paragraph) -> Declared | None:
    """Items right before the number, in one clause: 甲、乙、丙三个举措."""
    head = text[max(paragraph.start, claim.start - 120) : claim.start]
    head = re.split("[，。；：！？]", head)[-1].lstrip("“「")
    after = text[claim.end : claim.end + 8]
    head = head.rstrip("“「")
    if "、" not in head or _OPEN.search(head[-2:]) or not re.match(r"[”」“「]?\w", after):
        return None
    counted = _count(head)
    if counted is None or counted[0] < 2:
        return None
    low, high = counted
    items = _items(head)
    if low == 2 and (re.search(r"[0-9]|[一二三四五六七八九十两]\w{0,2}[次年届个]", head) or not _paired(items)):
        return None
    number = int(claim.number or 0)
    noun = re.match(r"[“「]?(\w{1,6})", after)
    abstract = claim.unit in ("大", "项") or bool(noun and _ABSTRACT.match(noun[1]))
    kin = (
        bool(noun) and len(items) >= 3 and len({item[-1:] for item in items[1:]}) == 1 and items[-1][-1:] == (noun[1][-1:] if noun else "")
    )
    even = len({len(item) for item in items[1:]}) == 1 and len(items[0]) >= len(items[1])
    sure = (abstract or kin) and low >= 3 and even and abs(number - low) <= 2
    if number > high + 2 or number < low - 2:
        return None
    start = claim.start - len(head)
    return Declared(claim, Span(start, claim.start), low, high, sure=sure)


def _paired(items: Sequence[str]) -> bool:
    """Do two items look like a pair: 太岳、晋豫? One mark may just as well stand between two clauses."""
    return len(items) == 1 or len(items[0]) == len(items[1]) or items[0][-1:] == items[1][-1:]


# --- items that open paragraphs -------------------------------------------------------------------------------------


def _openings(text: str, paragraphs: Sequence[Paragraph]) -> Mapping[str, tuple[Paragraph, ...]]:
    """The paragraphs by the last two characters of their short opening sentence: 畅通交通运输保障线。…"""
    found: dict[str, list[Paragraph]] = {}
    for paragraph in paragraphs:
        match = re.match(r"[^，。；：！？\n]{4,16}(?=[。：])", text[paragraph.start : paragraph.start + 20])
        if match:
            found.setdefault(match[0][-2:], []).append(paragraph)
    return {end: tuple(group) for end, group in found.items() if len(group) >= 2}


def _as_paragraphs(text: str, claim: Term, openings: Mapping[str, tuple[Paragraph, ...]]) -> Declared | None:
    noun = re.match(r"\w{2,6}", text[claim.end : claim.end + 6])
    group = openings.get(noun[0][-2:] if noun else "", ()) or openings.get(noun[0][:3][-2:] if noun else "", ())
    first = bisect_right(group, claim.start, key=lambda paragraph: paragraph.start)
    after = group[first : first + _REACH]
    if len(after) < 2 or len(after) != claim.number:
        return None
    places = tuple(
        Span(paragraph.start, text.index(text[paragraph.start :][:4], paragraph.start) + _opening(text, paragraph)) for paragraph in after
    )
    return Declared(claim, places[0], len(after), len(after), sure=False, places=places)


def _opening(text: str, paragraph: Paragraph) -> int:
    match = re.match(r"[^，。；：！？\n]{4,16}", text[paragraph.start : paragraph.start + 20])
    return len(match[0]) if match else 1
