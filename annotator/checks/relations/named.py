"""Which number a name means: the whole of 占营业总收入的54% is the one that stands as 营业总收入."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from annotator.checks.relations.labels import around, bigrams, left, right
from annotator.checks.relations.roles import aside
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import Term

_MEASURED = re.compile("(?:种植|播种|建筑|耕地|占地)?(?:总?面积|总?[人家件户个]数|总?数量?|总?量|总?额|总值|总产量?|总规模|总)$")
_SIZE = re.compile("总?(?:面积|人数|数量?|产量?)$")
_PLACE = re.compile("^(?:全[市县区省镇乡村州国校]|本[市县区省]|该[市县区省校]|我[市县区省])")
_PERIOD = re.compile("^(?:[上下]?半年|全年|年度|当年|当期|本期|期内|当季|季度|本年)(?=..)")
_TIMES = re.compile("前[一二三四两]个?季度|[一二三四]季度|[上下]半年|当月|[0-9]+月")
_OTHER = "进非不未无"
"""Before a name they make it the name of something else: 进出口 is no 出口."""
_TOTAL = re.compile("共|总|合计|全[市县区省年公校村镇]|现有")
_SUM = re.compile("金额|总额|款|总投资|总收入|总数|总量")
_ADDED = re.compile("共计|合计|总计|总额|总共")
_OUTSIDE = re.compile(r"全国|全省|全球|世界|国内|同类|同期|行业|市场|我国|中国|上年|去年")
_HALF, _MOST = Fraction(1, 2), Fraction(2, 3)


class Place(NamedTuple):
    """A claim with where it stands."""

    claim: Term
    sentence: Sentence
    number: int


class Wholes(NamedTuple):
    """The claims that a name may mean, nearest first; `sure` where they are stated under that very name."""

    claims: tuple[Term, ...]
    sure: bool


def _in_time(name: str, place: Place, where: Sentence) -> bool:
    """Does a claim hold for the time that the name (上半年归母净利润), or the part's sentence, says?"""
    period = _PERIOD.match(name)
    if period:
        return period[0] in place.sentence.text
    own, other = set(_TIMES.findall(where.text)), set(_TIMES.findall(place.sentence.text))
    return not own or not other or bool(own & other)


def _core(name: str) -> str:
    """A name without the place it holds for and the measure it ends with: 财政支出 of 全县财政支出总额."""
    core = _PERIOD.sub("", _PLACE.sub("", name))
    return _MEASURED.sub("", core) or _SIZE.sub("", core) or core or name


def is_outside(name: str) -> bool:
    """Does a name speak of what lies outside most articles: the country, the market, the same period?"""
    return bool(_OUTSIDE.search(name))


def wholes_named(name: str, part: Term, places: Sequence[Place], where: Sentence) -> Wholes:
    """The wholes of a part by their name, among the places before it; `where` is the sentence of the part."""
    pairs = bigrams(_core(name)) or bigrams(name) or frozenset((name,))
    outside = _OUTSIDE.search(name)
    scored = [
        (Fraction(len(pairs & _words(place)), len(pairs)), place)
        for place in reversed(places)
        if place.claim is not part and place.claim.value > 0 and not aside(place.sentence, place.number)
    ]
    scored = [(score, place) for score, place in scored if place.claim.value >= part.value] or scored
    core = _core(name)
    scored = [(score, place) for score, place in scored if not _is_other(core, place)]
    headed = [(score, place) for score, place in scored if (core.rstrip("量额数") or core)[-1:] in _beside(place)]
    if outside:
        headed = [(score, place) for score, place in headed if outside[0] in place.sentence.before(place.number)]
    stated = [(score, place) for score, place in headed if score >= _HALF and _is_stated(name, score, place)]
    if stated:
        best = max(score for score, _ in stated)
        chosen = [place for score, place in stated if score == best]
        return Wholes(
            tuple(dict.fromkeys(place.claim for place in chosen)),
            sure=not outside and all(_in_time(name, place, where) for place in chosen),
        )
    kin = [
        place.claim
        for score, place in (headed if outside else scored)
        if (score or _adds_up(name, place)) and place.claim.value > part.value
    ]
    return Wholes(tuple(dict.fromkeys(kin)), sure=False)


def _beside(place: Place) -> str:
    return left(place.sentence, place.number) + right(place.sentence, place.number)


def _is_other(core: str, place: Place) -> bool:
    """Does a claim bear the name only within that of something else?"""
    words = left(place.sentence, place.number)
    return core in words and not re.search(f"(?<![{_OTHER}]){re.escape(core)}", words)


def _words(place: Place) -> frozenset[str]:
    return around(place.sentence, place.number)


def _is_stated(name: str, score: Fraction, place: Place) -> bool:
    """Is the claim given as that whole: right after its name, as a total, or in the heading? A mere mention is not."""
    core = _core(name)
    if core in left(place.sentence, place.number) or right(place.sentence, place.number).startswith(core):
        return True
    total = bool(_TOTAL.search(place.sentence.clause(place.number)))
    return total or ("总" not in name and place.sentence.order <= 1 and score >= _MOST)


def _adds_up(name: str, place: Place) -> bool:
    """Is the whole named as a sum of money, and does this claim add one up?"""
    return bool(_SUM.search(name)) and bool(_ADDED.search(place.sentence.gaps[place.number][-8:]))
