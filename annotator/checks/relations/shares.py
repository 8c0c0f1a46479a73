"""A part, its whole, and the share that is stated for them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from annotator.checks.relations.intervals import exact, meet, over, widened
from annotator.checks.relations.labels import around, bigrams, left
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import SHARE, Term
from annotator.model import Hedge, Kind, Span

_OF = re.compile(
    r"占(?:到|了|据|去|全部)?(?:总?比)?(?P<whole>[^，。；：、]{0,20}?)(?:的|总数的|总量的|的比重|的比例|比重|比例|份额)?(?:的|为|达|约|达到|高达|超过|近|仅)?$"
)
_LIST = re.compile(r"占(?P<whole>[^，。；：]{0,14}?)的?(?:比重|比例|份额|比)?分别[为是达]$")
_RATE = re.compile(r"(?P<stem>[^，。；：、□（）]{1,10}?)(?:率|比例|占比|比重)(?:为|达|达到|是|约|高达|只有|仅|已达|均为|升至|超过)?$")
_NO_RATE = re.compile(
    r"利|汇|税|增长|毛利|同比|环比|市盈|回报|收益|换手|折旧|通胀|失业|出生|死亡|发病|上座|入住|准备金|覆盖|充足|负债|杠杆|不良|首付|降幅|涨"
)
_GENERIC = re.compile(
    r"^(?:全[市县区省镇村乡校国部年]|本[市县区省]|总|其|该[市县区省]|同期|当年|当月|一半|其中|整个)*(?:总?(?:数|量|额|计|面积|人数|成交量))?的?$"
)
_OUTSIDE = re.compile(r"全国|全省|全球|世界|国内|同类|同期|行业|市场|我国|中国|上年|去年")
_MEASURED = re.compile("(?:种植|播种|建筑|耕地|占地)?(?:总?面积|总?人数|总?数量?|总?量|总额|总产量?|总)$")
_TOTAL = re.compile("共|总|合计|全[市县区省年公校村镇]|现有")
_SUM = re.compile("金额|总额|款|总投资|总收入|总数|总量")
_BREAK = re.compile(r"[。！？]")
_ROOM = Fraction(49, 100)
"""How much of its last digit a share may be off before it is wrong: one that was cut off and not rounded is half a digit off."""
_FAR = 40
"""How many earlier claims of its dimension may be the whole of a share."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part with the stated share, and the wholes it may belong to, nearest first.

    `sure` says that the text ties part and whole so closely that a share that fits none of them is an error.
    """

    part: Term
    share: Term
    wholes: tuple[Term, ...]
    sure: bool

    def spans(self, whole: Term) -> tuple[Span, ...]:
        """The places of part, whole and share, in order of the text."""
        return tuple(sorted(claim.span for claim in (self.part, whole, self.share)))

    def fitting(self) -> Term | None:
        """The first whole for which the stated share is right."""
        if not self.part.is_firm:
            return None
        return next((whole for whole in self.wholes if whole.is_firm and self._meets(whole, Fraction(0)) and self._is_near(whole)), None)

    @property
    def broken(self) -> bool:
        """Does the share fit no whole, not even with a unit of its last digit to spare?"""
        return (
            self.sure
            and bool(self.wholes)
            and self.part.is_plain
            and all(term.is_plain for term in self.wholes)
            and not any(self._meets(whole, self.share.step * _ROOM) for whole in self.wholes)
        )

    def _is_near(self, whole: Term) -> bool:
        """Is the plain quotient within the stated share, give or take its last digit? Wide rounding alone confirms nothing."""
        point = exact(self.part.value / whole.value)
        return meet(point, widened(self.share.bounds, self.share.step / 2))

    def _meets(self, whole: Term, room: Fraction) -> bool:
        quotient = over(self.part.bounds, whole.bounds)
        return quotient is not None and meet(quotient, widened(self.share.bounds, room))


def shares(sentences: Sequence[Sentence]) -> Iterator[Share]:
    """The shares an article states."""
    earlier: dict[str, list[tuple[Term, Sentence, int]]] = {}
    for sentence in sentences:
        named: Share | None = None
        for number, claim in enumerate(sentence.claims):
            if _is_share(claim):
                found = _listed(sentence, number, earlier) if "分别" in sentence.leads[number] else None
                for made in found or _single(sentence, number, earlier):
                    inherits = named is not None and not made.sure and not found
                    share = replace(made, wholes=tuple(dict.fromkeys((*made.wholes, *named.wholes)))) if inherits and named else made
                    yield share
                    named = share if share.sure else named
            elif claim.kind in (Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION) and claim.dimension:
                row = earlier.setdefault(claim.dimension, [])
                row.append((claim, sentence, number))
                del row[:-_FAR]


def _is_share(claim: Term) -> bool:
    return (
        claim.dimension == SHARE
        and claim.unit not in ("折", "‰")
        and claim.quantity.high is None
        and claim.quantity.hedge in (Hedge.EXACT, Hedge.ABOUT)
    )


Earlier = dict[str, list[tuple[Term, Sentence, int]]]


def _single(sentence: Sentence, number: int, earlier: Earlier) -> Iterator[Share]:
    lead = sentence.leads[number]
    if (direct := _of_claim(sentence, number)) is not None:
        yield direct
    elif match := _OF.search(lead):
        yield from _of(sentence, number, match, earlier)
    elif match := _RATE.search(lead):
        yield from _rate(sentence, number, match["stem"])
    elif number and (match := re.match(r"的\w{1,6}", sentence.gaps[number + 1])) and not sentence.gaps[number].strip("，"):
        yield from _leading(sentence, number, earlier)


def _of_claim(sentence: Sentence, number: int) -> Share | None:
    """占总收入 50 亿元的 60%: the whole is stated right before its share."""
    if number < 2 or not re.fullmatch(r"的?(?:比重|比例|份额)?(?:为|达到?|约)?", sentence.gaps[number]):
        return None
    whole = sentence.claims[number - 1]
    part = next((claim for claim in sentence.claims[number - 2 :: -1] if claim.dimension == whole.dimension), None)
    if part is None or not whole.dimension or not re.search("占[^，。；：]*$", sentence.gaps[number - 1]) or not _larger(whole, part):
        return None
    return Share(part, sentence.claims[number], (whole,), sure=part.is_plain and whole.is_plain)


def _of(sentence: Sentence, number: int, match: re.Match[str], earlier: Earlier) -> Iterator[Share]:
    """占…的 share: the part stands before it, the whole is named or is what 其中 opened."""
    at = _part_before(sentence, number)
    if at is None:
        return
    part = sentence.claims[at]
    named = match["whole"].strip("的")
    if _OUTSIDE.search(named) and not named.startswith(("全市", "全县", "全区")):
        return
    candidates = [
        (claim, where, index)
        for claim, where, index in reversed(earlier.get(part.dimension, []))
        if claim is not part and _larger(claim, part)
    ]
    near = [claim for claim, where, _ in candidates if where is sentence]
    if named and not _GENERIC.fullmatch(named):
        pairs = bigrams(named) or frozenset((named,))
        kin = [claim for claim, where, index in candidates if pairs & around(where, index) or _is_total(named, where, index)]
        close = [claim for claim, where, index in candidates if _close(named, where, index) and _is_stated(named, where, index)]
        yield Share(part, sentence.claims[number], tuple(dict.fromkeys(kin)), sure=bool(close))
    elif near:
        of_which = near[0].start < part.start and bool(re.search("其中|中，|^中", sentence.between(sentence.claims.index(near[0]), at)))
        only = len(near) == 1
        yield Share(part, sentence.claims[number], tuple(near), sure=not named and of_which and only)
    else:
        yield Share(part, sentence.claims[number], tuple(claim for claim, _, _ in candidates), sure=False)


def _close(named: str, where: Sentence, index: int) -> bool:
    """Is the named whole what this claim counts? Two thirds of its name stand beside it."""
    pairs = bigrams(_MEASURED.sub("", named)) or bigrams(named)
    return bool(pairs) and 2 * len(pairs & around(where, index)) >= len(pairs)


def _is_stated(named: str, where: Sentence, index: int) -> bool:
    """Is the claim given as that whole: right after its name, as a total, or in the heading? A mere mention is not."""
    core = _MEASURED.sub("", named) or named
    return where.order <= 1 or core in left(where, index) or bool(_TOTAL.search(where.clause(index)))


def _is_total(named: str, where: Sentence, index: int) -> bool:
    """Is the whole named as a sum of money, and does this claim add one up?"""
    return bool(_SUM.search(named)) and bool(re.search("共计|合计|总计|总额|总共", where.gaps[index][-8:]))


def _part_before(sentence: Sentence, number: int) -> int | None:
    """The number of the claim that is said to be a share: the last quantity before 占, in the same or the clause before."""
    for at in range(number - 1, max(-1, number - 4), -1):
        claim = sentence.claims[at]
        between = sentence.between(at, number)
        if _BREAK.search(between) or between.count("，") > 2 or between.count("；") > 1:
            return None
        if claim.kind in (Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION) and claim.dimension:
            return at
        if not _is_share(claim):
            return None
    return None


def _larger(whole: Term, part: Term) -> bool:
    return whole.value > part.value > 0


def _rate(sentence: Sentence, number: int, stem: str) -> Iterator[Share]:
    """A rate (办结率) after its whole and its part (受理 3206 件，办结 3150 件)."""
    if _NO_RATE.search(stem):
        return
    around_it = [*range(number - 1, max(-1, number - 5), -1), *range(number + 1, min(len(sentence.claims), number + 2))]
    counted = [at for at in around_it if sentence.claims[at].kind in (Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION)]
    core = stem[-3:]
    named = [at for at in counted if _names(core, stem, sentence, at)]
    for at in (*named, *(at for at in counted if at not in named)):
        part = sentence.claims[at]
        if at > number or ("；" in sentence.between(at, number) and at not in named):
            continue
        others = (other for other in counted if other != at and _larger(sentence.claims[other], part) and _same_things(sentence, other, at))
        wholes = tuple(sentence.claims[other] for other in others)
        if wholes:
            strict = at in named and part.is_plain and len(wholes) == 1 and wholes[0].dimension == part.dimension
            yield Share(part, sentence.claims[number], wholes, sure=strict)
            return


def _names(core: str, stem: str, sentence: Sentence, at: int) -> bool:
    """Does the rate bear the name of what the part counts?"""
    clause = sentence.clause(at)
    after = re.split("[，；：。]", sentence.gaps[at + 1])[0][:4]
    return any(word and (word in clause or word in after) for word in (stem, core[-2:], stem[:2] if len(stem) == 3 else ""))


def _same_things(sentence: Sentence, whole: int, part: int) -> bool:
    one, other = sentence.claims[whole], sentence.claims[part]
    if one.dimension == other.dimension:
        return True
    return abs(whole - part) == 1 and not sentence.gaps[max(whole, part)] and one.kind is other.kind is Kind.COUNT


def _leading(sentence: Sentence, number: int, earlier: Earlier) -> Iterator[Share]:
    """4500颗，25%的铆钉: the share right after its part."""
    part = sentence.claims[number - 1]
    if part.kind is not Kind.COUNT or not part.dimension:
        return
    near = tuple(claim for claim, where, _ in reversed(earlier.get(part.dimension, [])) if where is sentence and _larger(claim, part))
    yield Share(part, sentence.claims[number], near, sure=False)


def _listed(sentence: Sentence, number: int, earlier: Earlier) -> list[Share] | None:
    """Shares listed after 分别, each for the part at its place in the list before."""
    match = _LIST.search(sentence.leads[number])
    if not match:
        return None
    stated = [number]
    while stated[-1] + 1 < len(sentence.claims) and _is_share(sentence.claims[stated[-1] + 1]) and len(sentence.gaps[stated[-1] + 1]) <= 2:
        stated.append(stated[-1] + 1)
    first = number - len(stated)
    parts = sentence.claims[max(0, first) : number]
    if first < 0 or len(stated) < 2 or len({part.dimension for part in parts}) != 1 or _is_share(parts[0]):
        return None
    named = bigrams(match["whole"])
    rows = [row for row in reversed(earlier.get(parts[0].dimension, [])) if row[0] not in parts]
    wholes = tuple(claim for claim, where, index in rows if not named or named & around(where, index))
    close = any(_close(match["whole"], where, index) for _, where, index in rows)
    return [
        Share(part, sentence.claims[at], tuple(whole for whole in wholes if _larger(whole, part)), sure=close)
        for part, at in zip(parts, stated, strict=True)
    ]
