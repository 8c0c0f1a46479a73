"""The words around a claim: what is counted, of whom, what happens to it, when, and on whose word.

The clause is cut into words with jieba, whose dictionary also tells verbs from nouns. Nothing is cut before it is asked for, and each
distinct clause only once. jieba is loaded with the first clause: it takes about half a second.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace
from operator import attrgetter

from annotator.claims.phrases import HOLE, TIME_WORDS, Word, counted, cut, left_nouns, predicate_of, topic, without_comparison
from annotator.lexicon import table
from annotator.model import Article, Claim, Context, Direction, Kind, Paragraph, Span

_MARK = re.compile(r"[，；：。！？,;:!?（）()、\n]")
_SENTENCE = re.compile(r"[。！？!?\n]")
_REACH = 120
"""How many characters on either side of a claim are read for its sentence."""

_TABLE = table("contexts.toml")
_SOURCE = re.compile(
    rf"据[^，。；：]{{0,24}}(?:{'|'.join(_TABLE['source']['by'])})(?=[，：])|[^，。；：]{{1,24}}?(?:{'|'.join(_TABLE['source']['says'])})(?=[，：])"
)
_PLANNED = re.compile("|".join(_TABLE["mood"]["planned"]))
_NEGATED = re.compile("|".join(_TABLE["mood"]["negated"]))
_MARKS = tuple(_TABLE["marks"]["words"])
_PLACE = re.compile(r".+[县区市镇乡村省州]$")


def contexts(article: Article, claims: tuple[Claim, ...]) -> Mapping[Claim, Context]:
    """The words around each claim of an article, read when they are asked for. KeyError for a claim of another article."""
    return _Contexts(article, claims)


_start = attrgetter("start")


class _Contexts(Mapping[Claim, Context]):
    def __init__(self, article: Article, claims: tuple[Claim, ...]) -> None:
        self._article = article
        self._claims = claims
        self._known: dict[Claim, Context] = {}
        self._paragraphs: dict[int, _Paragraph] = {}

    def __getitem__(self, claim: Claim) -> Context:
        found = self._known.get(claim)
        if found is None:
            paragraph = self._paragraph(claim.paragraph)
            number = bisect_left(paragraph.claims, claim.start, key=_start)
            if number >= len(paragraph.claims) or paragraph.claims[number] != claim:
                raise KeyError(claim)
            found = self._read(paragraph, number)
        return found

    def _paragraph(self, order: int) -> "_Paragraph":
        """A paragraph with its claims, made when it is first asked for."""
        if order not in self._paragraphs:
            if not 0 <= order < len(self._article.paragraphs):
                raise KeyError(order)
            whole = self._article.paragraphs[order]
            first = bisect_left(self._claims, whole.start, key=_start)
            last = bisect_left(self._claims, whole.end, key=_start)
            self._paragraphs[order] = _Paragraph(self._article, whole, self._claims[first:last])
        return self._paragraphs[order]

    def _read(self, paragraph: "_Paragraph", number: int) -> Context:
        """A claim's own surroundings; in a bare list it takes over those of the claim before it, which is read first."""
        first = number
        while first > 0 and paragraph.is_listed(first) and paragraph.claims[first - 1] not in self._known:
            first -= 1
        for at in range(first, number + 1):
            own = _Reader(paragraph, paragraph.claims[at]).read()
            before = self._known.get(paragraph.claims[at - 1]) if at and paragraph.is_listed(at) else None
            self._known[paragraph.claims[at]] = own if before is None else _in_list(own, before)
        return self._known[paragraph.claims[number]]

    def __iter__(self) -> Iterator[Claim]:
        return iter(self._claims)

    def __len__(self) -> int:
        return len(self._claims)


def _in_list(own: Context, before: Context) -> Context:
    """What a claim of a list takes over from the one before it: everything, or only the verb that governs both."""
    if not own.noun and not own.predicate:
        return replace(before, clause=own.clause)
    return own if own.predicate else replace(own, predicate=before.predicate, direction=before.direction)


# --- one claim -------------------------------------------------------------------------------------------------------


class _Paragraph:
    """A paragraph with a row of holes for every claim, its claims in order, and where its dates and times stand."""

    def __init__(self, article: Article, whole: Paragraph, claims: tuple[Claim, ...]) -> None:
        self.base = whole.start
        self.own = article.text[whole.start : whole.end]
        self.claims = claims
        text = list(self.own)
        self.times: list[tuple[int, int]] = []
        for claim in claims:
            start, end = claim.start - self.base, claim.end - self.base
            if claim.kind is Kind.DURATION and text[end : end + 1] and text[end] in "内里间":
                text[end] = HOLE
            text[start:end] = HOLE * (end - start)
            if claim.kind in (Kind.DATE, Kind.TIME):
                self.times.append((start, end))
        self.text = "".join(text)

    def is_listed(self, number: int) -> bool:
        """Do only a list mark and a noun stand between a claim and the one before it: 55.0%、25.2%和19.9%, 222个交办函、60个调度令?"""
        between = self.text[self.claims[number - 1].end - self.base : self.claims[number].start - self.base]
        return len(between) <= 11 and re.fullmatch(r"[和与及]|[^，。；：]{0,10}、", between) is not None


class _Reader:
    """Reads what stands around one claim."""

    def __init__(self, paragraph: _Paragraph, claim: Claim) -> None:
        self.claim = claim
        self.paragraph = paragraph
        self.text, self.base = paragraph.text, paragraph.base
        self.at, self.after = claim.start - self.base, claim.end - self.base
        self.start, self.end = _bounds(_MARK, self.text, self.at, self.after)
        self.sentence = _bounds(_SENTENCE, self.text, self.at, self.after)

    def read(self) -> Context:
        clause = self.text[self.start : self.end]
        words = cut(clause)
        here = next((number for number, word in enumerate(words) if word.start <= self.at - self.start < word.start + len(word.text)), 0)
        noun = self._noun(words, here)
        predicate = predicate_of(words, here)
        before = self.text[self.start : self.at]
        return Context(
            noun=noun,
            subject=self._subject(words, here, noun),
            predicate=predicate,
            direction=direction_of(predicate),
            period=self._period(),
            attribution=self._attribution(),
            planned=bool(_PLANNED.search(before)),
            negated=bool(_NEGATED.search(clause)),
            marks=frozenset(mark for mark in _MARKS if mark in before) | self._open_list(),
            clause=Span(self.base + self.start, self.base + self.end),
        )

    def _open_list(self) -> frozenset[str]:
        return frozenset(("等",)) if re.search(r"等(?=$|[^级待于候])", self.text[self.after : self.end]) else frozenset()

    def _noun(self, words: tuple[Word, ...], here: int) -> str:
        if self.claim.kind in (Kind.DATE, Kind.TIME, Kind.RANK, Kind.SCORE):
            return ""
        following = words[here + 1 :]
        linked = bool(following) and following[0].text == "的"
        right = counted(following[1:] if linked else following)
        left, _, begin = left_nouns(words[:here])
        if left and begin and (words[begin - 1].text in ("比", "较") or words[begin - 1].text.endswith("于")):
            left = ""  # what the claim is compared with: 比教师人数多1200人, 快于农村居民1.2个百分点
        if right and (linked or self.claim.kind is Kind.COUNT or (not left and self.claim.kind is not Kind.DURATION)):
            return right
        if self.claim.kind is Kind.COUNT and not left and here > 1 and words[here - 1].kind == "verb":
            return left_nouns(without_comparison(words[: here - 1]))[0]
        return "" if self.claim.kind is Kind.COUNT and _PLACE.fullmatch(left) else left

    def _subject(self, words: tuple[Word, ...], here: int, noun: str) -> str:
        """What the clause is about, or an earlier clause of the sentence where this one begins with its verb."""
        left = left_nouns(words[:here])[0]
        if self.claim.kind is Kind.COUNT and left != noun and _PLACE.fullmatch(left):
            return left
        found = topic(words, here)
        start = self.start
        while (not found or found == noun) and start > self.sentence[0] and self.text[start - 1] not in "；;":
            end = start - 1
            start = _bounds(_MARK, self.text, end, end)[0]
            if not _SOURCE.match(self.text[start : end + 1]):
                earlier = cut(self.text[start:end])
                found = topic(earlier, len(earlier)) or found
        return "" if found == noun else found

    def _period(self) -> str:
        """The last date or time word before the claim in its sentence."""
        first = self.sentence[0]
        words = [(first + match.start(), first + match.end()) for match in TIME_WORDS.finditer(self.text[first : self.at])]
        times = self.paragraph.times[bisect_left(self.paragraph.times, (first, 0)) : bisect_left(self.paragraph.times, (self.at, 0))]
        found = list(_joined(sorted([*times, *words]), self.text))
        own = next((time for time in reversed(found) if not self._is_compared(*time)), None)
        return "" if own is None else self.paragraph.own[own[0] : own[1]]

    def _is_compared(self, start: int, end: int) -> bool:
        """Is a time only what the claim is compared with (比去年的 70 万增加 12 万), and not its own (比去年的 70 万)?"""
        return self.text[max(0, start - 1) : start] in ("比", "较") and not re.fullmatch("(?:末|底|同期)?的?", self.text[end : self.at])

    def _attribution(self) -> str:
        match = _SOURCE.search(self.text[self.sentence[0] : self.at])
        return "" if match is None else match[0]


def direction_of(predicate: str) -> Direction:
    """Which way a verb goes, by the lexicon's words of direction."""
    words = table("directions.toml")
    for way in (Direction.RISE, Direction.FALL):
        if any(predicate.startswith(word) for word in words[way.value]):
            return way
    return Direction.NONE


def _bounds(mark: re.Pattern[str], text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch around a place between two marks."""
    before = [match.end() for match in mark.finditer(text, max(0, start - _REACH), start)]
    after = mark.search(text, end, end + _REACH)
    return (before[-1] if before else max(0, start - _REACH)), (after.start() if after else min(len(text), end + _REACH))


def _joined(times: list[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """Dates and clock times that stand together, as one: 7月17日8时至19日14时."""
    run: tuple[int, int] | None = None
    for start, end in times:
        if run and (start <= run[1] or re.fullmatch("(?:至|到|起至|—|上午|下午|晚)?", text[run[1] : start])):
            run = (run[0], max(run[1], end))
            continue
        if run:
            yield run
        run = (start, end)
    if run:
        yield run
