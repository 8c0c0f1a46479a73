"""A part, its whole, and the share that is stated for them."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import NamedTuple

from annotator.checks.relations.divisions import division
from annotator.checks.relations.intervals import meet, mirrored, over, shifted, widened
from annotator.checks.relations.named import Place, is_outside, wholes_named
from annotator.checks.relations.rates import rate, ratio
from annotator.checks.relations.roles import aside, label
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import SHARE, Term
from annotator.model import Hedge, Interval, Kind, Span

_VERB = r"(?:的|为|是|达|达到|高达|约|只有|仅|已达|超过|近|接近|将近|不足|不到|逾|超)*$"
_OF = re.compile(
    rf"(?:占(?:到|了|据|去|全部){{0,2}}(?:总?比)?(?P<whole>[^，。；：、]{{0,20}}?)(?:的|总数的|总量的|的比重|的比例|比重|比例|份额)?"
    rf"|在(?P<among>[^，。；：、]{{2,16}}?)(?:中|里|当中)的?(?:所占)?(?:占比|比重|比例|份额)){_VERB}"
)
_NEARLY = re.compile(r"(?:^|，|（)(?:已|约|正好|恰好|刚好|恰|恰恰|大约|差不多)?(?:接近|将近|超过|近|不足|不到|逾|超|是|占)?(?:了)?$")
_NEARLY_SO = re.compile("(?:接近|将近|近)了?[一二三四五六七八九十百半0-9.%％分之成]+$")
_ROW = re.compile(r"占(?:全部)?(?:总?比)?(?P<whole>[^，。；：]{0,14}?)的?(?:比重|比例|份额|比)?(?:分别|依次)?(?:[为是达])?$")
_OF_CLAIM = re.compile(r"(?:占|相当于|完成|达到?|[为是])[^，。；：]*$")
_GENERIC = re.compile(
    r"^(?:全[市县区省镇村乡校国部年线程长体场网天]|本[市县区省]|总|其|该[市县区省]?|同期|当年|当月|一半|其中|整个)*(?:总?(?:数|量|额|计|面积|人数|成交量))?的?$"
)
_TOPIC = re.compile(r"(?:^|[，；。])(?P<topic>[^，。；、：□]{2,14}?)(?<![初高集其空途华心])(?:中|里|当中)，")
_SOME = re.compile("(?:，|中，?)(?:其中|已|现|约|仅|只)?有?")
_NEW_TOPIC = re.compile(r"[，；。]在?[^，。；：、□]{2,14}?(?<![初高集其空途华心])(?:中|里|当中)，")
_SCOPE = re.compile("其中|有$|[中里]$|中，|^中|里，|里头|当中|之中|包括|，有|，只有|，仅有|，已有")
_OWN = re.compile(r"[^，。；：、□]{2,}占比(?:为|达|达到|约)?$")
_IS = re.compile("[，（]?(?:为|即|计|约|共|达|有|共计|约为)")
_SPELLED = re.compile(r"的[^，。；]{1,14}(?:——|：|（)[^，。；]{0,6}$")
_ALL = re.compile("全[市县区省镇村乡校国年院厂团队州]|共|总")
_ADVERB = re.compile(
    "(?:大?约|仅|只|也|则|共|已|其|分别|合计|均|就|将近|总体|全部|一共|大概|正好|恰好?|刚好|差不多|接近|超过|不足|不到|近|逾|超|是|各|还|比重|比例|份额|达到?|相当于|几乎|在|为|了|所|总|（)*"
    "|在.*"
)
_POINTING = re.compile("(?:该|其|这|此|上述)(?![市县区省校镇乡村])")
_OF_THESE = re.compile("的(?:就|只|仅|已)?(?:有|达|多达)?$")
_WHOLLY = re.compile("(?:其)?(?:总数|总量|总额|全部|总人数|总计)?")
_HOLDING = re.compile("持股(?:比例)?(?:将?[为达]|降至|升至|增至)*$")
_BARE = re.compile("、|和|及|与|以及|，|")
_BREAK = re.compile(r"[。！？；]")
_COUNTED = (Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION)
_ROOM = Fraction(49, 100)
"""How much of its last digit a share may be off before it is wrong: one that was cut off and not rounded is half a digit off."""
_NEAR = Fraction(17, 20)
"""近, 不足, 超过 say that the value is not far from what they stand before: three twentieths at most."""
_FAR = 40
"""How many earlier claims of its dimension may be the whole of a share."""


Earlier = dict[str, deque[Place]]


@dataclass(frozen=True, slots=True)
class Share:
    """A part with the stated share, and the wholes it may belong to, nearest first.

    `sure` says that the text ties part and whole so closely that a share that fits none of them is an error; `rest` that the
    share is of what the part leaves over (不合格28批次，合格率95%); `nearly` that it is said to be near (接近一半);
    `unnamed` that its whole is left to the sentences before.
    """

    part: Term
    share: Term
    wholes: tuple[Term, ...]
    sure: bool
    rest: bool = False
    nearly: bool = False
    unnamed: bool = False

    def spans(self, whole: Term) -> tuple[Span, ...]:
        """The places of part, whole and share, in order of the text."""
        return tuple(sorted(claim.span for claim in (self.part, whole, self.share)))

    def ratio(self, whole: Term) -> Fraction:
        """The share that follows from the plain values."""
        ratio = self.part.value / whole.value
        return 1 - ratio if self.rest else ratio

    def fitting(self) -> Term | None:
        """The first whole for which the stated share is right."""
        if not self.part.is_firm or not (self.sure or self.share.is_firm):
            return None
        return next((whole for whole in self.wholes if whole.is_firm and self._meets(whole, Fraction(0)) and self._is_near(whole)), None)

    @property
    def nearest(self) -> Term:
        """The whole an error is shown with: the nearest exact one. StopIteration where there is none."""
        return next(whole for whole in self.wholes if whole.is_plain)

    @property
    def broken(self) -> bool:
        """Does the share fit no whole, not even with a unit of its last digit to spare?"""
        return (
            self.sure
            and self.part.is_plain
            and any(term.is_plain for term in self.wholes)
            and not any(self._meets(whole, self._room) for whole in self.wholes)
        )

    @property
    def _room(self) -> Fraction:
        return self.share.step * _ROOM if self.share.is_firm else self.share.value / 50

    def _is_near(self, whole: Term) -> bool:
        """Is the plain quotient within the stated share, give or take its last digit? Wide rounding alone confirms nothing."""
        point, stated = self.ratio(whole), self.share.value
        match self.share.quantity.hedge:
            case Hedge.OVER:
                return stated <= point <= stated / _NEAR
            case Hedge.UNDER:
                return stated * _NEAR <= point <= stated
            case _:
                return meet(Interval(point, point), widened(self.share.bounds, self.share.step / 2))

    def _meets(self, whole: Term, room: Fraction) -> bool:
        quotient = over(self.part.bounds, whole.bounds)
        if quotient is not None and self.rest:
            quotient = shifted(mirrored(quotient), 1)
        stated = self.share.bounds
        if self.nearly:
            stated = Interval(self.share.value * _NEAR, stated.high)
        return quotient is not None and meet(quotient, widened(stated, room))


def shares(sentences: Sequence[Sentence]) -> Iterator[Share]:
    """The shares an article states."""
    earlier: Earlier = defaultdict(lambda: deque(maxlen=_FAR))
    anchor: _Anchor | None = None
    for sentence in sentences:
        before: Share | None = None
        last = -1
        anchor = anchor if anchor and anchor.whole.paragraph == sentence.paragraph else None
        for number, claim in enumerate(sentence.claims):
            if _is_share(claim) and number > last:
                row = _row(sentence, number)
                last = row[-1]
                for made in _listed(sentence, row, earlier) if len(row) > 1 else _single(sentence, number, earlier):
                    share = _handed_on(sentence, number, before, made) if before and len(row) == 1 else made
                    share = replace(share, nearly=bool(_NEARLY_SO.search(sentence.gaps[number] + claim.text)))
                    share = anchor.holds(share) if anchor and share.unnamed else share
                    yield share
                    before = share if share.sure or share.fitting() else before
                    anchor = _anchored(earlier, share) or anchor
            elif claim.kind in _COUNTED and claim.dimension:
                earlier[claim.dimension].append(Place(claim, sentence, number))


class _Anchor(NamedTuple):
    """The total that a paragraph takes its shares of (全校1860名学生里，…)."""

    whole: Term

    def holds(self, share: Share) -> Share:
        """A share that names no whole is one of the total; it is wrong where neither that nor any other number makes it right."""
        if share.part.dimension != self.whole.dimension or not share.part.value < self.whole.value or not share.part.is_plain:
            return share
        return replace(share, wholes=tuple(dict.fromkeys((self.whole, *share.wholes))), sure=True)


def _anchored(earlier: Earlier, share: Share) -> _Anchor | None:
    """The whole of a right share, where it stands as the total of all there are."""
    whole = share.fitting()
    places = earlier.get(whole.dimension, ()) if whole else ()
    return next(
        (_Anchor(place.claim) for place in places if place.claim is whole and _ALL.search(label(place.sentence, place.number))), None
    )


def _handed_on(sentence: Sentence, number: int, before: Share, share: Share) -> Share:
    """A share that names no whole may have that of the one before it; it surely has where the two parts divide one thing."""
    if share.sure or share.part.dimension != before.part.dimension or share.rest:
        return share
    near = sentence.claims[max(0, number - _FAR) : number + 2]
    numbers = [at for at, claim in enumerate(near, max(0, number - _FAR)) if claim in (before.part, share.part)]
    between = [claim for claim in near if before.share.start < claim.start < share.part.start and claim.kind in _COUNTED]
    alike = len(numbers) == 2 and division([_name(sentence, number) for number in numbers]).alike
    fitting = before.fitting()
    wholes = tuple(dict.fromkeys((*((fitting,) if fitting else before.wholes), *share.wholes)))
    return replace(share, wholes=wholes, sure=before.sure and alike and not between)


def _name(sentence: Sentence, number: int) -> str:
    return re.split("其中|包括", label(sentence, number))[-1]


def _is_share(claim: Term) -> bool:
    return claim.dimension == SHARE and claim.unit != "折" and claim.quantity.high is None


def _row(sentence: Sentence, number: int) -> list[int]:
    """The numbers of shares that stand in a bare row: 54.0%、28.0%、18.0%."""
    row = [number]
    while row[-1] + 1 < len(sentence.claims) and _is_share(sentence.claims[row[-1] + 1]) and _BARE.fullmatch(sentence.gaps[row[-1] + 1]):
        row.append(row[-1] + 1)
    return row


def _single(sentence: Sentence, number: int, earlier: Earlier) -> Iterator[Share]:
    lead = sentence.leads[number]
    if sentence.claims[number].unit == "‰":
        if found := ratio(sentence, number):
            yield Share(found.part, sentence.claims[number], found.wholes, found.sure)
        return
    if number and _HOLDING.search(lead) and sentence.claims[number - 1].unit == "股":
        part = sentence.claims[number - 1]
        held = wholes_named("总股本", part, _places(earlier, part), sentence)
        yield Share(part, sentence.claims[number], held.claims, sure=held.sure)
        return
    named = ratio(sentence, number) or (rate(sentence, number) if _OWN.search(lead) else None)
    if direct := _of_claim(sentence, number) or _spelled(sentence, number):
        yield direct
    elif named is not None and (named.sure or not _OF.search(lead)):
        yield Share(named.part, sentence.claims[number], named.wholes, named.sure, named.rest)
    elif match := _OF.search(lead):
        yield from _of(sentence, number, (match["whole"] or match["among"] or "").strip("的"), earlier)
    elif _NEARLY.search(lead) and (sentence.claims[number].kind is Kind.RATIO or sentence.claims[number].unit == "成"):
        yield from _of(sentence, number, "", earlier, loose=True)
    elif found := rate(sentence, number):
        yield Share(found.part, sentence.claims[number], found.wholes, found.sure, found.rest)
    elif number and re.match(r"的\w{1,6}", sentence.gaps[number + 1]) and not sentence.gaps[number].strip("，"):
        yield from _leading(sentence, number, earlier)


def _spelled(sentence: Sentence, number: int) -> Share | None:
    """七成五的农户装上了光伏板——全村640户，装了448户: a share first, then the whole and the part that it is taken from."""
    if number + 2 >= len(sentence.claims) or not _SPELLED.match(sentence.gaps[number + 1]):
        return None
    whole, part = sentence.claims[number + 1 : number + 3]
    if whole.dimension != part.dimension or whole.kind not in _COUNTED or not part.value < whole.value or aside(sentence, number + 1):
        return None
    return Share(part, sentence.claims[number], (whole,), sure=part.is_plain and whole.is_plain and not aside(sentence, number + 2))


def _of_claim(sentence: Sentence, number: int) -> Share | None:
    """占总收入 50 亿元的 60%: the whole is stated right before its share."""
    if number < 2 or not re.fullmatch(r"(?:[^，。；：、的]{1,8}的|的?)(?:比重|比例|份额)?(?:为|达到?|约|近|超过)?", sentence.gaps[number]):
        return None
    whole = sentence.claims[number - 1]
    tied = _OF_CLAIM.search(sentence.gaps[number - 1])
    part = next((claim for claim in sentence.claims[number - 2 :: -1] if claim.dimension == whole.dimension), None)
    if part is None or not whole.dimension or not tied or whole.kind not in _COUNTED:
        return None
    sure = tied[0].startswith(("占", "完成")) and part.value < whole.value and part.is_plain and whole.is_plain
    return Share(part, sentence.claims[number], (whole,), sure=sure)


def _of(sentence: Sentence, number: int, name: str, earlier: Earlier, *, loose: bool = False) -> Iterator[Share]:
    """占…的 share: the part stands before it, the whole is named or is what 其中 or 中 opened."""
    at = _part_before(sentence, number)
    ahead = list(_ahead(sentence, number))
    if at is None or ahead:
        yield from ahead
        return
    part, share = sentence.claims[at], sentence.claims[number]
    places = _places(earlier, part)
    if _POINTING.match(name):
        yield from _far(sentence, at, number, places)
        return
    if name and not _GENERIC.fullmatch(name):
        named = wholes_named(name, part, places, sentence)
        opened = None if named.sure else _opened(sentence, at, name, places)
        if opened:
            yield Share(part, share, (opened, *named.claims), sure=True)
        elif not is_outside(name) or named.claims:
            yield Share(part, share, named.claims, sure=named.sure)
        return
    if at and _NEW_TOPIC.search(sentence.between(max(0, at - 2), at)):  # 在全部养殖场中，…有1071家，占七成
        yield from _far(sentence, at, number, places)
        return
    near = [place for place in reversed(places) if place.sentence is sentence and (_holds(place, part, at) or _opens(place, part, at))]
    if near:
        scoped = bool(_SCOPE.search(sentence.between(near[0].number, at))) or bool(_OF_THESE.search(sentence.gaps[at]))
        alone = len(near) == 1 or (scoped and _SCOPE.search(sentence.gaps[at]) is not None and near[0].number == at - 1)
        next_to = len(near) == 1 and near[0].number == at - 1 and not loose
        total = next_to and (
            bool(_ALL.search(sentence.clause(at - 1))) or (bool(_SOME.fullmatch(sentence.gaps[at])) and sentence.tails[at] != "")
        )
        sure = bool(_WHOLLY.fullmatch(name)) and ((scoped and alone) or total)
        far = () if sure or loose else _held(sentence, part, share, places)
        yield Share(part, share, tuple(dict.fromkeys((*(place.claim for place in near), *far))), sure=sure)
    elif not loose:
        yield from _far(sentence, at, number, places)


def _opened(sentence: Sentence, at: int, name: str, places: Sequence[Place]) -> Term | None:
    """The number right before 其中, where a share is said to be of so many 件 or 家: 不符规定51件。其中…29件，占不合格件数四成."""
    part = sentence.claims[at]
    before = next((place.claim for place in reversed(places) if place.claim.start < part.start), None)
    if before is None or before.unit != part.unit or not name.endswith((f"{part.unit}数", "总数")) or not before.value > part.value:
        return None
    return before if sentence.gaps[at].lstrip("，；。").startswith("其中") and before.is_plain and part.is_plain else None


def _ahead(sentence: Sentence, number: int) -> Iterator[Share]:
    """发明专利占三成，为615件: the part right behind its share, the whole the one number before both."""
    if number + 1 >= len(sentence.claims) or not _IS.fullmatch(sentence.gaps[number + 1]):
        return
    part = sentence.claims[number + 1]
    if not part.dimension:
        return
    wholes = [
        at for at in range(max(0, number - _FAR), number) if sentence.claims[at].dimension == part.dimension and not aside(sentence, at)
    ]
    held = tuple(sentence.claims[at] for at in reversed(wholes) if sentence.claims[at].value > part.value > 0)
    if part.kind in _COUNTED and held:
        yield Share(part, sentence.claims[number], held, sure=len(wholes) == 1 and "；" not in sentence.between(wholes[0], number))


def _holds(place: Place, part: Term, at: int) -> bool:
    """May a claim of the sentence be the whole of a part: larger, before it, and no change or mean?"""
    return place.number < at and place.claim.value > part.value > 0 and not aside(place.sentence, place.number)


def _opens(place: Place, part: Term, at: int) -> bool:
    """Does 其中 open a part right behind a larger claim? Then that may be a mean too: 日均1200台次，其中420台次."""
    return place.number == at - 1 and "其中" in place.sentence.gaps[at] and place.claim.value > part.value > 0


def _far(sentence: Sentence, at: int, number: int, places: Sequence[Place]) -> Iterator[Share]:
    """A share whose whole stands in an earlier sentence: the one its topic names, or any larger one that makes it right."""
    part, share = sentence.claims[at], sentence.claims[number]
    if topic := _TOPIC.search(sentence.text[: part.start - sentence.start]):
        named = wholes_named(topic["topic"], part, places, sentence)
        yield Share(part, share, named.claims, sure=named.sure)
        return
    yield Share(part, share, tuple(_held(sentence, part, share, places)), sure=False, unnamed=True)


def _held(sentence: Sentence, part: Term, share: Term, places: Sequence[Place]) -> list[Term]:
    """The claims before a part that may hold it, near ones only where the figures are too short to rule out chance."""
    told = share.digits >= 3 and part.digits >= 3
    return [
        place.claim
        for place in reversed(places)
        if (told or sentence.order - place.sentence.order <= 1)
        and not aside(place.sentence, place.number)
        and place.claim.value > part.value > 0
    ]


def _places(earlier: Earlier, part: Term) -> Sequence[Place]:
    """The claims before a part that are measured like it, bare numbers (户籍人口18.6万) among them."""
    places: Sequence[Place] = earlier.get(part.dimension, ())
    bare = earlier.get("number", ()) if part.kind is Kind.COUNT and part.dimension != "number" else ()
    return sorted((*places, *bare), key=lambda place: place.claim.start) if bare else places


def _part_before(sentence: Sentence, number: int) -> int | None:
    """The number of the claim that is said to be a share: the last quantity before 占, in the same or the clause before."""
    own = re.split("[，；：]", sentence.gaps[number])
    if len(own) > 1 and not _ADVERB.fullmatch(own[-1].split("占")[0]):
        return None
    for at in range(number - 1, max(-1, number - 4), -1):
        claim = sentence.claims[at]
        between = sentence.between(at, number)
        if _BREAK.search(between) or between.count("，") > 2 or _TOPIC.search(between):
            return None
        if claim.kind in _COUNTED and claim.dimension and not aside(sentence, at):
            return at
        if claim.kind not in (Kind.PERCENT, Kind.RATIO) and not aside(sentence, at):
            return None
    return None


def _leading(sentence: Sentence, number: int, earlier: Earlier) -> Iterator[Share]:
    """4500颗，25%的铆钉: the share right after its part."""
    part = sentence.claims[number - 1]
    if part.kind is not Kind.COUNT or not part.dimension:
        return
    near = tuple(
        place.claim for place in reversed(earlier.get(part.dimension, ())) if place.sentence is sentence and _holds(place, part, number - 1)
    )
    yield Share(part, sentence.claims[number], near, sure=False)


def _listed(sentence: Sentence, row: Sequence[int], earlier: Earlier) -> Iterator[Share]:
    """A row of shares, each for the part at its place in the list before."""
    match = _ROW.search(sentence.leads[row[0]])
    kind = next((claim.dimension for claim in sentence.claims[row[0] - 1 :: -1] if claim.kind in _COUNTED), "") if row[0] else ""
    parts = [claim for number, claim in enumerate(sentence.claims[: row[0]]) if claim.dimension == kind and not aside(sentence, number)]
    parts = parts[-len(row) :]
    if not match or not kind or len(parts) < len(row):
        return
    places = [place for place in earlier.get(kind, ()) if place.claim not in parts]
    name = match["whole"].strip("的")
    for part, number in zip(parts, row, strict=True):
        if name and not _GENERIC.fullmatch(name):
            named = wholes_named(name, part, places, sentence)
            yield Share(part, sentence.claims[number], named.claims, sure=named.sure and not is_outside(name))
        else:
            held = tuple(place.claim for place in reversed(places) if place.claim.value > part.value)
            yield Share(part, sentence.claims[number], held[:6], sure=False)
