"""Scores of games: a final score with those of its parts, records with points, and throws with those that hit."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import Term
from annotator.model import Kind, Span

Sides = tuple[int, int]

_PARTS = re.compile("节|局|盘|半场|上半时|下半时|后45分钟|易边再战|换边再战|回合|[一二三四五六七]轮比分|[各一二两三四五六七八]台比分")
_PERIODS = re.compile("[首次末]节|[第三两][一二三]?节")
_SETS_LISTED = re.compile("^[^；。0-9]{0,16}[局盘]比[分数]")
_EVERY_SET = re.compile("[每各][局盘节]的?比[分数]")
_SO_FAR = re.compile("前[一二两三四五六]|其中|暂")
_EXTRA = re.compile("加时|点球大战")
_PART_AFTER = re.compile("^的?(?:比分)?[^，。；]{0,6}(?:半场|上半时)")
_LEGS = re.compile("回合")
_ALL_POINTS = re.compile("(?:总得分|总分|得分总计)(?:为|是)?$")
_MOST_SETS = 5
_RUN = re.compile(r"高潮|一波|连得|历史|交锋|领先时|一度|开局|绝境|落后|加时|点球")
_MIDWAY = re.compile("^的?(?:落后|绝境|平手)")
_TOTAL = re.compile("总比分|大比分")
_SETS_WON = re.compile("总局数|总盘数|总比分|大比分")
_HALF = re.compile("半场|半时|后45分钟|[易换]边再战")
_SIDES = re.compile(r"([0-9]{1,3}):([0-9]{1,3})")
_WON_AND_LOST = re.compile("[胜勝].*[负負]")
_RECORD = re.compile(r"([0-9]+):([0-9]+)(?::([0-9]+))?")
_PARTLY = re.compile("近|主场|客场|本月|上月|此前|前[0-9一二三四五六七八九十]+|交锋|对阵|历史")
_POINTS = re.compile("^[^。；]{0,6}?(?:共?积|拿到|获得?|得到)$")
_DOCKED = re.compile("扣|罚分|减去|加分|带入|基础|附加")
_GAMES = re.compile("^[^。；]{0,16}?(?:取得|战绩|打出|收获|拿到|获得|交出)[^，。；]{0,4}$")


@dataclass(frozen=True, slots=True)
class Game:
    """A final score with the scores of its parts, in order of the text. `kind` says how the parts make the whole."""

    final: Term
    parts: tuple[Term, ...]
    kind: str  # parts, half, legs, points
    declared: bool = False  # the text says that these are all the parts
    periods: bool = False  # they are those of a game of three periods

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(sorted((self.final.span, *(part.span for part in self.parts))))


def sides(claim: Term) -> Sides | None:
    """The two sides of a score, or None."""
    match = _SIDES.fullmatch(claim.quantity.value) if claim.kind is Kind.SCORE else None
    return (int(match[1]), int(match[2])) if match else None


def games(sentences: Sequence[Sentence]) -> Iterator[Game]:
    """The games of an article. A final score stands before its parts or after them, in one paragraph or in the one before."""
    reader = _Reader()
    for sentence in sentences:
        yield from reader.read(sentence)
    yield from reader.close()


class _Reader:
    """Gathers parts until a score comes that is none."""

    def __init__(self) -> None:
        self.final: Term | None = None
        self.parts: list[Term] = []
        self.halves: list[Term] = []
        self.paragraph = -1
        self.legs = self.declared = self.periods = self.extra = False

    def read(self, sentence: Sentence) -> Iterator[Game]:
        if sentence.paragraph != self.paragraph and (self.parts or sentence.paragraph > self.paragraph + 1):
            yield from self.close()
            self.final, self.halves = None, []
        self.paragraph = sentence.paragraph
        if Kind.SCORE not in sentence.kinds:
            return
        for number, claim in enumerate(sentence.claims):
            clause = sentence.clause(number)
            after = sentence.gaps[number + 1]
            total = bool(_TOTAL.search(clause))
            total = total or re.match("的[总大]比分", after) is not None
            self.extra = self.extra or _EXTRA.search(sentence.text) is not None
            passing = _RUN.search(clause) or "高潮" in after[:6] or (_MIDWAY.match(after) and not _HALF.search(sentence.before(number)))
            if sides(claim) is None or passing or (total and not self.parts):
                continue
            if self.final and self.parts and _ALL_POINTS.search(clause):
                yield Game(claim, tuple(self.parts), "points", self.declared)
            elif self._is_part(sentence, number):
                self._add(sentence, number)
            elif self.parts and (self.final is None or self._is_nearer(sentence)):
                self.final = claim
                self.declared = self.declared or (total and self._is_whole_list(sentence))
                yield from self.close()
            else:
                yield from self.close()
                self.final = claim

    def _is_nearer(self, sentence: Sentence) -> bool:
        """Do the parts stand in the sentence of a score that follows them, and the final score before them in another one?"""
        return bool(self.final and self.final.start < sentence.start <= self.parts[0].start)

    def _is_whole_list(self, sentence: Sentence) -> bool:
        """Do the parts stand in one list of the sentence that tells the total, with no word that they are the first ones only?"""
        begin = self.parts[0].start
        listed = all(len(sentence.text[a.end - sentence.start : b.start - sentence.start]) == 1 for a, b in pairwise(self.parts))
        return begin >= sentence.start and listed and not _SO_FAR.search(sentence.text[max(0, begin - sentence.start - 16) :])

    def close(self) -> Iterator[Game]:
        if self.final and self.parts:
            kind = "legs" if self.legs else "parts"
            halves = [part for part in self.parts if part in self.halves]
            if halves and len(self.parts) != len(halves):
                self.parts = halves  # a score at half-time holds those of the quarters before it
            if halves and len(self.parts) == 1:
                kind = "half"
            more = self.extra and bool(halves)  # the halves make no whole
            if (kind == "half" or len(self.parts) > 1) and not more:
                yield Game(self.final, tuple(self.parts), kind, self.declared, self.periods)
        self.final, self.halves, self.parts = None, [], []
        self.legs = self.declared = self.periods = self.extra = False

    def _add(self, sentence: Sentence, number: int) -> None:
        before = _lead(sentence, number)
        if not self.parts:
            self.legs = bool(_LEGS.search(before))
            counted = next((claim for claim in sentence.claims[number - 1 : number] if claim.unit in ("局", "节", "盘", "场")), None)
            self.declared = counted is not None or _EVERY_SET.search(before) is not None
            self.periods = _PERIODS.search(before) is not None
        if _HALF.search(sentence.before(number)) or _PART_AFTER.search(sentence.gaps[number + 1]):
            self.halves.append(sentence.claims[number])
        self.parts.append(sentence.claims[number])

    def _is_part(self, sentence: Sentence, number: int) -> bool:
        """Is this the score of a quarter, half or set? It says so, or stands in a list of them."""
        joined = re.fullmatch(r"[、，和与及\s]{1,2}", sentence.gaps[number])
        if number and self.parts and sentence.claims[number - 1] is self.parts[-1] and joined:
            return True
        if _SETS_LISTED.match(sentence.text[sentence.claims[number].end - sentence.start :]):
            return False
        here = sides(sentence.claims[number]) or (0, 0)
        listed_on = sentence.gaps[number + 1] == "、" and max(here) > _MOST_SETS and sides(sentence.claims[number + 1]) is not None
        if listed_on or _PART_AFTER.search(sentence.gaps[number + 1]):
            return True
        listed = _listed(sentence, number)
        if _SETS_WON.search(sentence.clause(number)):
            return False
        return bool(_PARTS.search(_lead(sentence, number))) and (listed or not _ends(sentence, number))


def _lead(sentence: Sentence, number: int) -> str:
    """The last clauses before a score."""
    before = sentence.text[: sentence.claims[number].start - sentence.start]
    return "".join(re.split("[，；。]", before)[-3:])


def _listed(sentence: Sentence, number: int) -> bool:
    """Does the clause of a score itself name the part?"""
    return bool(_PARTS.search(sentence.clause(number)))


def _ends(sentence: Sentence, number: int) -> bool:
    """Is it told as a result?"""
    around = sentence.clause(number) + "".join(re.split("[，；。]", sentence.gaps[number + 1])[:1])
    return bool(
        re.search("最终|终场|全场|取胜|获胜|战胜|击败|力克|险胜|完胜|拿下|告负|不敌|负于|赢|输|夺冠|胜出|总局数|总比分|过关|晋级", around)
    )


@dataclass(frozen=True, slots=True)
class Record:
    """Games won, drawn and lost, with the points or the number of games that are told beside them."""

    record: Term
    told: Term
    expected: int
    at_most: bool  # rounds may be missed: fewer games than rounds are no error

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(sorted((self.record.span, self.told.span)))


def records(sentences: Sequence[Sentence], claims: Sequence[Term]) -> Iterator[Record]:
    """The records of games of an article; `claims` are all its claims, minor ones too."""
    starts = [sentence.start for sentence in sentences]
    for claim in claims:
        if claim.kind is Kind.SCORE and _WON_AND_LOST.search(claim.text):
            yield from _record(sentences[bisect_right(starts, claim.start) - 1], claim)


def _record(sentence: Sentence, record: Term) -> Iterator[Record]:
    found = _RECORD.fullmatch(record.quantity.value)
    before, after = sentence.text[: record.start - sentence.start], sentence.text[record.end - sentence.start :]
    if not found or _PARTLY.search(re.split("[，；。]", before)[-1]) or _DOCKED.search(after[:24]):
        return
    counts = [int(count) for count in found.groups() if count]
    following = next((claim for claim in sentence.claims if claim.start >= record.end), None)
    if (
        following
        and following.unit == "分"
        and len(counts) == 3
        and _POINTS.match(sentence.text[record.end - sentence.start : following.start - sentence.start])
    ):
        yield Record(record, following, 3 * counts[0] + counts[1], at_most=False)
    earlier = next((claim for claim in reversed(sentence.claims) if claim.end <= record.start), None)
    if earlier and earlier.unit in ("场", "轮", "战") and earlier.is_plain:
        between = sentence.text[earlier.end - sentence.start : record.start - sentence.start]
        if _GAMES.match(between) or len(between) <= 3:
            yield Record(record, earlier, sum(counts), at_most=earlier.unit == "轮")


def throws(sentences: Sequence[Sentence]) -> Iterator[tuple[Term, Term]]:
    """Attempts with those of them that hit: 21投13中, 8罚6中."""
    for sentence in sentences:
        for number, tried in enumerate(sentence.claims[:-1]):
            hit = sentence.claims[number + 1]
            if tried.unit in ("投", "罚") and hit.unit == "中" and not sentence.gaps[number + 1] and tried.is_plain and hit.is_plain:
                yield tried, hit


_IN_PARTS = re.compile("[节局轮]")
_LEAD = 16
"""How many characters before a list of points name the parts they were won in."""
_ALTOGETHER = re.compile("，[^，。；]{0,6}(?:合计|总分|总计|共计|累计|共|总得分)(?:为|得|拿下|拿到|得到|是)*$")


def tallies(sentences: Sequence[Sentence]) -> Iterator[tuple[tuple[Term, ...], Term]]:
    """Points by quarters or rounds with what is said to be their sum: 四节拿下21分、18分、26分、20分，合计87分."""
    for sentence in sentences:
        points = [number for number, claim in enumerate(sentence.claims) if claim.unit == "分" and claim.is_plain]
        for whole in points[3:]:
            if not _ALTOGETHER.match(sentence.gaps[whole]):
                continue
            first = whole - 1
            while first - 1 in points and sentence.gaps[first] in ("、", "和"):
                first -= 1
            if first in points and whole - first >= 3 and _IN_PARTS.search(sentence.last_words(first, _LEAD)):
                yield sentence.claims[first:whole], sentence.claims[whole]
