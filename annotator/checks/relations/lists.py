"""Declared numbers and their items: 五个先行，即…; …三个举措; 四项：一是…; 五条保障线 as openings of paragraphs."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from annotator.checks.relations.items import Count, are_bare, are_parallel, count, end_of, has_joint, items
from annotator.checks.relations.marks import Row, rows
from annotator.checks.relations.terms import Term
from annotator.lexicon import lexicon, table
from annotator.model import Kind, Paragraph, Span

_SENTENCE_END = re.compile("[。！？]")
_PLACES = (Kind.DATE, Kind.TIME)
_NO_SAYING = re.compile("(?<![说道称问答喊示绍为议])$")
_MORE = re.compile("[。；，\n]*(?:此外|另外|还有|同时|最后|再者|另一|除此)")
_REACH = 40
"""In how many paragraphs after a number its items may stand."""
_SHORT = 6
"""How long the names of dishes, crafts and other things may be before a comma and their number."""
_MOST = 20
"""Numbers above this declare no list that an article gives in full."""
_SLOGAN = re.compile(r"“(?P<number>[二两三四五六七八九十])个?(?P<word>[\u4e00-\u9fff])”\w{0,6}(?:：|——|，即|（)")
_TITLES = frozenset("Q和及与、")
_SOMEBODY = re.compile(r"\w{1,2}某\w{0,2}")
_WEEKDAY = re.compile("(?:周|星期|礼拜)[一二三四五六日天]")
_WEEKDAYS = re.compile(f"{_WEEKDAY.pattern}(?:[、和及与]{_WEEKDAY.pattern})+(?:这|共)?$")
_HAN = {digit: number for number, digit in enumerate("零一二三四五六七八九十")} | {"两": 2}


@dataclass(frozen=True, slots=True)
class Declared:
    """A declared number with the items found for it. `sure` says that the items are all meant, and nothing else."""

    text: str
    number: int
    span: Span
    items: tuple[Span, ...]
    count: Count
    sure: bool

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places of the number and of its items."""
        return (self.span, *self.items)

    @property
    def agrees(self) -> bool:
        """Is it what the items most likely are? Where 和 leaves two readings, the other one proves nothing."""
        return self.number == self.count.best

    @property
    def differs(self) -> bool:
        return self.sure and not self.count.low <= self.number <= self.count.high


@dataclass(frozen=True, slots=True)
class _Words:
    """The lexicon's words as patterns."""

    declaring: re.Pattern[str]
    measures: frozenset[str]
    apposed: frozenset[str]
    right: re.Pattern[str]
    open: re.Pattern[str]
    head: re.Pattern[str]
    exact: frozenset[str]
    names: frozenset[str]
    sharing: frozenset[str]


@cache
def _words() -> _Words:
    words = table("lists.toml")
    cue = {name: sorted(words["cue"][name], key=len, reverse=True) for name in ("exact", "opening", "names")}
    noun, rest = r"[^，。；：、（）“”「」—\n]{0,14}?", r"[^，。；：、（）“”「」—0-9一二三四五六七八九十两\n]{0,14}?"
    cues = rf"，?(?P<exact>{'|'.join(cue['exact'])})|，?(?P<opening>{'|'.join(cue['opening'])})|(?P<names>{'|'.join(cue['names'])})：?"
    return _Words(
        declaring=re.compile("|".join(words["declaring"]["nouns"])),
        measures=frozenset(words["declaring"]["measures"]),
        apposed=frozenset(words["declaring"]["apposed"]),
        right=re.compile(rf"[“「]?(?P<noun>{noun})[”」]?{rest}(?:{cues})"),
        open=re.compile("|".join(map(re.escape, words["open"]["words"]))),
        head=re.compile(rf"(?:{'|'.join(words['open']['head'])})$"),
        exact=frozenset(words["cue"]["exact"]),
        names=frozenset(words["cue"]["names"]),
        sharing=frozenset(words["declaring"]["sharing"]),
    )


def declared(text: str, claims: Sequence[Term], paragraphs: Sequence[Paragraph]) -> Iterator[Declared]:
    """The declared numbers of an article (evened text) whose items are listed. Each claim once, at the first list that is found."""
    page = _Page(text, claims, paragraphs)
    marked = page.marked()
    for at, claim in enumerate(claims):
        if claim.unit == "天" and _may_declare(claim, Kind.DURATION):
            yield from page.weekdays(claim)
        elif _may_declare(claim):
            found = marked.get(claim) or page.on_the_right(at) or page.on_the_left(claim) or page.as_paragraphs(claim)
            if found is not None:
                yield found
    yield from page.slogans()


def _may_declare(claim: Term, kind: Kind = Kind.COUNT) -> bool:
    number = claim.number
    return claim.kind is kind and claim.is_plain and number is not None and number.denominator == 1 and 1 <= number.numerator <= _MOST


class _Page:
    """The text of an article with its claims and paragraphs, in which lists are looked up."""

    def __init__(self, text: str, claims: Sequence[Term], paragraphs: Sequence[Paragraph]) -> None:
        self.text, self.claims, self.paragraphs = text, claims, paragraphs
        self.home = {paragraph.order: paragraph for paragraph in paragraphs}
        self.starts = [claim.start for claim in claims]
        self.openings = _openings(text, paragraphs)

    def _within(self, start: int, end: int) -> Sequence[Term]:
        """The claims that begin in a stretch of the text."""
        return self.claims[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _names(self, claim: Term) -> bool:
        """Does a number count ways of dividing (三个方面, 四项) rather than things (3个乡镇)?"""
        after = self.text[claim.end : claim.end + 10].lstrip("”」")
        return claim.unit in _words().measures or bool(re.match(rf"\w{{0,6}}?(?:{_words().declaring.pattern})", after))

    # --- marked items: 一是 … 二是 … ---

    def marked(self) -> Mapping[Term, Declared]:
        """The numbers before rows of marked items, in the same paragraph or at the end of the one before."""
        found: dict[Term, Declared] = {}
        for row in rows(self.text, self.paragraphs):
            claim = self._declarer(row)
            if claim is not None and claim not in found:
                number = Count(row.number, row.number, row.number)
                goes_on = _MORE.match(self.text, row.spans[-1].end) is not None
                found[claim] = Declared(claim.text, int(claim.number or 0), claim.span, row.spans, number, sure=not goes_on)
        return found

    def _declarer(self, row: Row) -> Term | None:
        """The last number before a row of items that declares how many they are."""
        paragraph = self.paragraphs[row.paragraph]
        before = self.paragraphs[row.paragraph - 1] if row.paragraph and row.start == paragraph.start else None
        begin = before.start if before else paragraph.start
        for claim in list(self._within(max(begin, row.start - 60), row.start))[-3:][::-1]:
            lead = self.text[claim.end : row.start].strip()
            if claim.kind in _PLACES:
                continue
            if _may_declare(claim) and claim.number != 1 and self._leads(claim, lead, apart=before is not None):
                return claim
        return None

    def _leads(self, claim: Term, lead: str, *, apart: bool) -> bool:
        """Do the words between a number and the first mark lead over to the items?"""
        if re.fullmatch(r"[”」]?[^，。；：！？（）\n]{0,14}[：—]+", lead):
            return True
        limit = 30 if apart else 40
        return len(lead) <= limit and lead.count("。") <= 1 and not re.search("[；！？\n]", lead) and self._names(claim)

    # --- items after the number ---

    def on_the_right(self, at: int) -> Declared | None:
        """Items after 即, 包括, 分别是, a colon, a dash or in brackets."""
        claim = self.claims[at]
        stop = self.home[claim.paragraph].end
        match = _words().right.match(self.text, claim.end, stop)
        if (
            match is None
            or self.text.startswith("字", claim.end)
            or any(other.kind not in _PLACES for other in self._within(claim.end, match.end()))
        ):
            return None
        bracket = match["opening"] == "（"
        start = match.end()
        end = end_of(self.text, start, stop, bracket=bracket)
        if clauses := self._clauses(claim, match, end, stop):
            return clauses
        listed = self.text[start:end]
        counted = count(listed)
        if counted is None or (claim.number == 1 and not bracket) or (counted.low < 2 and not (bracket and claim.number == 1)):
            return None
        if any(other.unit == claim.unit and other.number != 1 for other in self._within(start, end)):
            return None  # 3台车：消防车2台、救护车1台 is a sum
        sure = self._is_whole(match, listed, counted, claim) and not self._goes_on(listed, end, stop, counted, claim)
        if not sure and match["names"]:
            return None
        return Declared(claim.text, int(claim.number or 0), claim.span, (Span(start, end),), counted, sure)

    def _clauses(self, claim: Term, match: re.Match[str], end: int, stop: int) -> Declared | None:
        """Items with ； between them, up to the end of the sentence: 五个方面：支持科技，安排…；支持教育，安排…"""
        full = _SENTENCE_END.search(self.text, end, stop)
        last = full.start() if full else stop
        words = self.text[match.end() : last]
        if match["opening"] != "：" or "；" not in words or claim.number == 1:
            return None
        found = tuple(item.strip() for item in words.split("；") if item.strip())
        alike = len({item[:1] for item in found}) == 1 or (self._names(claim) and not any("、" in item for item in found))
        sure = len(found) > 2 and alike and not _words().open.search(found[-1])
        counted = Count(len(found), len(found), len(found))
        return Declared(claim.text, int(claim.number or 0), claim.span, (Span(match.end(), last),), counted, sure)

    def _is_whole(self, match: re.Match[str], listed: str, counted: Count, claim: Term) -> bool:
        """Are the words behind a cue all the items of the number?"""
        if match["exact"]:
            return True
        names = items(listed)
        if match["names"]:
            people = claim.unit in ("名", "位", "人") and all(2 <= len(name) <= 4 for name in names)
            return counted.low >= 3 and (people or (are_parallel(names) and names[0].startswith("Q")))
        lead = self.text[claim.end : match.start("opening")]
        if match["opening"] == "：" and not _NO_SAYING.search(lead):
            return False
        long = match["opening"] == "：" and min(map(len, names)) >= 6  # whole phrases with 、 between them are no remark
        closed = has_joint(listed, closing=claim.unit != "大") and self._names(claim)  # 六大区，包括甲、乙以及丙: nothing may follow
        named = match["opening"] in ("：", "——") and len(lead) <= 6 and are_bare(names)
        return (counted.low >= 3 and (are_parallel(names) or closed or named)) or (counted.low >= 2 and long)

    def _goes_on(self, listed: str, end: int, stop: int, counted: Count, claim: Term) -> bool:
        """May the list hold more than is read: 等, or another 、 behind a comma?"""
        if _words().open.search(listed) or _words().open.match(self.text, end):
            return True
        rest = re.split("[。；！？]", self.text[end:stop])[0] if self.text[end : end + 1] == "，" else ""
        if counted.is_sure and has_joint(listed, closing=False):  # 甲镇、乙镇和丙乡, and what follows is another matter
            return re.match("，(?:以及|[和及与]|还有)", rest) is not None
        return counted.low < (claim.number or 0) and bool(re.search("[、和及与]", rest))

    # --- items before the number ---

    def on_the_left(self, claim: Term) -> Declared | None:
        """Items right before the number, in one clause: 甲、乙、丙三个举措; with 等 only when they are more than the number."""
        home = self.home[claim.paragraph]
        clauses = re.split("([，。；：！？])", self.text[max(home.start, claim.start - 120) : claim.start])
        apposed = len(clauses) > 2 and not clauses[-1] and clauses[-2] == "，" and claim.unit in _words().apposed
        head = ("".join(clauses[-3:-1]) if apposed else clauses[-1]).strip("“「")
        after = self.text[claim.end : claim.end + 8]
        thing = lexicon().units.get(claim.unit.partition("（")[0])
        bare = thing is not None and thing.noun and thing.name != "人"  # 三县, which nothing but the list before it can name
        named = bool(re.match(r"[”」“「]?\w", after)) or bare
        if head.endswith("、") or not re.search("[、》”]", head) or not named or claim.number == 1 or after.startswith("字"):
            return None
        cut = re.search("等$", head)
        listed = head[: cut.start()] if cut else head.rstrip("，")
        if _words().open.search(listed[-2:]):
            return None
        counted, names = count(listed), items(listed)
        if counted is None or counted.low < 2:
            return None
        number = int(claim.number or 0)
        people = claim.unit in ("名", "位", "人") and all(2 <= len(name) <= 4 for name in names[1:])
        even = counted.low >= 3 and (are_parallel(names[1:]) or _ends_alike(names) or people)
        if cut:
            return self._before(claim, head, counted, sure=True) if counted.low > number and even else None
        if counted.low == 2 and (re.search(r"[0-9]|[一二三四五六七八九十两]\w{0,2}[次年届个]", listed) or not _is_pair(names)):
            return None
        if not number - 2 <= counted.high or not counted.low <= number + 2:
            return None
        noun = re.match(r"[“「]?(\w{1,6})", after)
        quoted = all(set(name) <= _TITLES or _SOMEBODY.fullmatch(name) for name in names[1:])  # titles of plays; people under half a name
        kin = bool(noun) and len(names) >= 3 and noun is not None and {name[-1:] for name in names[1:]} == {noun[1][-1:]}
        tied = self._names(claim) or kin or bare or quoted
        more = counted.low > number and claim.unit not in _words().sharing  # each name stands for one thing at least
        more = more and not self._within(claim.start - len(head), claim.start)  # 面向教师、医生两类人开设声乐、书法、国画三门课
        if apposed:
            return self._before(claim, head, counted, sure=counted.low >= 3 and are_bare(names[1:]) and max(map(len, names[1:])) <= _SHORT)
        return self._before(claim, head, counted, sure=(even and (tied or more)) or (more and self._names(claim) and are_bare(names[1:])))

    def _before(self, claim: Term, head: str, counted: Count, *, sure: bool) -> Declared:
        place = Span(claim.start - len(head), claim.start)
        return Declared(claim.text, int(claim.number or 0), claim.span, (place,), counted, sure)

    def weekdays(self, claim: Term) -> Iterator[Declared]:
        """Days of the week right before their number: 每周二、周四、周六三天."""
        match = _WEEKDAYS.search(self.text, max(self.home[claim.paragraph].start, claim.start - 40), claim.start)
        if match:
            number = len(_WEEKDAY.findall(match[0]))
            yield Declared(claim.text, int(claim.number or 0), claim.span, (Span(*match.span()),), Count(number, number, number), sure=True)

    # --- slogans: “五包”责任制——包宣传、包巡查 … ---

    def slogans(self) -> Iterator[Declared]:
        """Slogans whose word begins every item that is listed for them."""
        for paragraph in self.paragraphs:
            if "“" not in self.text[paragraph.start : paragraph.end]:
                continue
            for match in _SLOGAN.finditer(self.text, paragraph.start, paragraph.end):
                end = end_of(self.text, match.end(), paragraph.end, bracket=match[0].endswith("（"))
                names = items(self.text[match.end() : end])
                if len(names) > 1 and all(match["word"] in name for name in names):
                    number, counted = _HAN[match["number"]], Count(len(names), len(names), len(names))
                    words = self.text[match.start() : match.start("word") + 2]
                    yield Declared(
                        words, number, Span(match.start(), match.start("word") + 2), (Span(match.end(), end),), counted, sure=True
                    )

    # --- items that open paragraphs ---

    def as_paragraphs(self, claim: Term) -> Declared | None:
        """五条保障线, and the five paragraphs that open with a …保障线."""
        noun = re.match(r"\w{2,6}", self.text[claim.end : claim.end + 6])
        group = self.openings.get(noun[0][-2:] if noun else "", ()) or self.openings.get(noun[0][:3][-2:] if noun else "", ())
        first = bisect_right(group, claim.start, key=lambda place: place.start)
        after = group[first : first + _REACH]
        if len(after) < 3 or len(after) != claim.number:
            return None
        return Declared(claim.text, len(after), claim.span, after, Count(len(after), len(after), len(after)), sure=False)


def _openings(text: str, paragraphs: Sequence[Paragraph]) -> Mapping[str, tuple[Span, ...]]:
    """The short opening sentences of paragraphs by their last two characters: 畅通交通运输保障线。…"""
    found: dict[str, list[Span]] = {}
    for paragraph in paragraphs:
        match = re.match(r"[^，。；：！？\n]{4,16}(?=[。：])", text[paragraph.start : paragraph.start + 20])
        if match:
            found.setdefault(match[0][-2:], []).append(Span(paragraph.start, paragraph.start + len(match[0])))
    return {end: tuple(group) for end, group in found.items() if len(group) >= 2}


def _is_pair(names: Sequence[str]) -> bool:
    """Do two items look like a pair: 太岳、晋豫? One mark may just as well stand between two clauses."""
    return len(names) == 1 or len(names[0]) == len(names[1]) or names[0][-1:] == names[1][-1:]


def _ends_alike(names: Sequence[str]) -> bool:
    """Does the last item end like one before it, so that no verb hangs on it?"""
    ends = re.split("和|及|与|以及", names[-1])
    return any(ends[-1][-1:] == name[-1:] for name in (*names[:-1], *ends[:-1]))
