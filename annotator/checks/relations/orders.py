"""Values in an order of rank: lists by rank, values beside their places, and extremes named beside what they exceed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from annotator.checks.relations.roles import label
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import Term
from annotator.lexicon import alternatives, table
from annotator.model import Kind, Span

_WORDS = table("orders.toml")
_PLACE_OF = {word: place for place, row in enumerate(_WORDS["places"]["rows"], 1) for word in row.split()}
_PLACES = re.compile(alternatives(_PLACE_OF))
_PRIZES = re.compile("|".join(_WORDS["prizes"]["words"]))
_SLOW = tuple(_WORDS["extreme"]["slow"])
_PAIRS = tuple(map(tuple, _WORDS["extreme"]["pairs"]))
CUE = re.compile(
    "最[快慢高低多少大小长短重轻强老年]|第[一二三0-9]|[冠亚季]军|[金银铜]奖|依次|排名|位[居列]|居[首榜第]|由[高低多大]|从[高低多大]|前[三四五六七八九十]|领[跑先]|状元|头[名筹]|榜首|夺[冠魁]|[随追列]其后"
)
"""Words one of which every order or extreme holds."""
_LIST = re.compile(
    r"(?:依次|排名|排在|位居|位列|由高到低|由低到高|从高到低|从低到高|由多到少|从多到少|由大到小|从大到小|前[三四五六七八九十]\w{0,2})[^，。；]{0,14}?(?:为|是|：|有)"
)
_TOP_LIST = re.compile(
    "^[位名强]?的?[^，。；]{0,6}?(?:依次|分别|顺次)?(?:为|是|：)|，分别[^，。；]{0,4}$|^[位名]?的?[^，。；]{0,8}分别[^，。；]{0,4}$"
)
_NAMES_TOP = re.compile(
    "(?:^|[，；。：])(?P<names>[^，；。：]{1,10}、[^，；。：]+?)(?:稳居|位居|位列|排名|名列|跻身|列|居|排在?)[^，；。：]{0,8}$"
)
_FIGURES = re.compile("^[名位强]?，(?P<what>[^，。；]{1,10}?)分别(?:为|是|达到?|有)?$")
_RATES = re.compile("增|率|占|同比|环比|降|比重|均|比$")
_MORE_WORDS = 2
"""Characters by which the last of some names is longer where what they are ranked by stands behind it."""
_PEOPLE = ("人", "名", "位")
_THINGS = ("个", "枚", "项", "件", "篇", "部", "家", "支", "只", "幅", "首")
_SORTED = re.compile("，?(?:按|呈)?[由从](?:高到低|低到高|多到少|少到多|大到小|小到大)")
_BEHIND = re.compile("紧随其后|紧追其后|位列其后|紧追在后(?!列)|次[高多大长]的?(?=\\w)")
_HIGHEST = re.compile("最[高多大长重]的(?:是|为)")
_NEXT_TO = 3
"""How far words that name a place may be from others that name it once more."""
_WON_WITH = re.compile("成绩|得分|用时|总分|积分|得票")
_IS = re.compile("的?[是为](?:积|得)")
_TO_PLACE = re.compile(
    "(?:排在\\w{1,6}之后)?，(?:高|暂时?|遥遥|屈|紧追在后|紧随其后|排名|位列|位居|排在|名列|排|居|列|位|名|获得?|夺得?|摘得?)*"
)
_COUNTING = (Kind.COUNT, Kind.MONEY, Kind.SCORE, Kind.MEASURE)
_LESS = re.compile("低|少|短|轻|快|耗时|杆|价|成本|能耗|浓度|排放|失误|倒数|末[位尾]|指数|环数?差|海拔")
_OTHER_FIELD = re.compile("组|方面|而|则|另|去年|上年|今年")
_OTHERS = (Kind.RANK, Kind.DATE, Kind.TIME)
_NAMES_RANK = re.compile(r"\w{0,2}(?:排名|位列|位居|名列|列|居|排在|排|暂列|升至|获)\w{0,3}")
_CUT = re.compile("[，；。、]")
_UP = "高|多|大|长|重|强"
_DOWN = "低|少|小|短|轻"
_SUPERLATIVE = re.compile(
    rf"^[，；](?:其中)?(?P<name>[^，。；、]{{2,12}}?)(?:最(?P<up>{_UP})|最(?P<down>{_DOWN})|(?P<top>{'|'.join(_WORDS['extreme']['top'])}))[。；，]?$"
)
_LEADING = re.compile(
    rf"最(?:(?P<up>{_UP})|(?P<down>{_DOWN}))的[^，。；是为]{{0,3}}(?:是|为|当属|仍是|依然是)[^，。；]{{1,14}}[，（]?(?:共|约|已)?(?P<verb>\w{{0,2}})$"
)
_NEXT = re.compile("[，；](?:其次|次[高多大长]的?峰?|排第二的?|第二)(?:是|为)?[^，。；]{1,12}?[，（]?")
_OPENS = re.compile("分别[为是有]?|依次[为是有]?|[为是：]")
_SUMS = re.compile("总|共|合计|全|累计|平均|其余|其他|另|目标|人均|均")
_COUNTED = re.compile("第(?P<which>[一二三四五六七八九十])(?:个?季度|个?月|天|周|年|轮|批|组|队)(?P<what>\\w{2,6})$")
_ORDINAL = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


Mark = tuple[int, int, int]
"""Start and end of words for a place in an order, and that place."""


@dataclass(frozen=True, slots=True)
class Order:
    """Values in order of rank, first place first, and the words that list them."""

    values: tuple[Term, ...]
    span: Span
    falls: bool = False  # the most comes first
    rises: bool = False  # the least comes first

    @property
    def is_ordered(self) -> bool:
        """Do they fall or rise all the way, equal ones allowed?"""
        stated = [claim.value for claim in self.values]
        return (not self.rises and stated == sorted(stated, reverse=True)) or (not self.falls and stated == sorted(stated))

    @property
    def is_strict(self) -> bool:
        return len({claim.value for claim in self.values}) == len(self.values)


@dataclass(frozen=True, slots=True)
class Extreme:
    """A value said to be the largest or smallest, and one listed beside it that goes beyond it."""

    value: Term
    beyond: Term
    word: str
    span: Span


def orders(sentence: Sentence) -> Iterator[Order]:
    """The orders of rank of a sentence."""
    yield from _lists(sentence)
    yield from _ranked(sentence)


def extremes(sentence: Sentence) -> Iterator[Extreme]:
    """The extremes of a sentence that a listed value goes beyond."""
    yield from _named_behind(sentence)
    yield from _named_before(sentence)
    yield from _ends(sentence)


def _lists(sentence: Sentence) -> Iterator[Order]:
    """Values listed in order after words such as 前三位依次为."""
    for first in range(len(sentence.claims) - 2):
        lead = "□".join(sentence.gaps[max(0, first - 1) : first + 1])
        before = sentence.claims[first - 1] if first else None
        topped = before is not None and before.kind is Kind.RANK and before.text.startswith("前")
        cue = _LIST.search(lead) or (topped and (_TOP_LIST.search(sentence.gaps[first]) or _by_name(sentence, first)))
        by_rank = re.search("名|位|榜|由|从|前|排", lead) or (before is not None and before.kind is Kind.RANK)
        if sentence.claims[first].kind in _OTHERS:
            continue
        last = _run(sentence, first)
        if not (cue and by_rank) and not _SORTED.match(sentence.gaps[last + 1]):
            continue
        listed = sentence.claims[first : last + 1]
        if len(listed) >= 3 and sentence.claims[first].dimension and all(term.is_plain for term in listed):
            yield Order(listed, Span(sentence.clause_start(first), listed[-1].end))
            return


def _by_name(sentence: Sentence, first: int) -> bool:
    """Do figures follow a list of names that are the first ones by them: 甲县、乙县、丙县位居前三，产量分别为…?"""
    names, figures = _NAMES_TOP.search(sentence.gaps[first - 1]), _FIGURES.match(sentence.gaps[first])
    if not names or not figures or _RATES.search(figures["what"]):
        return False
    *others, last = names["names"].split("、")
    return len(last) < max(map(len, others)) + _MORE_WORDS or last[-2:] in figures["what"]


def _run(sentence: Sentence, first: int) -> int:
    """The last of the values of one dimension that are listed from a first one."""
    last = first
    kind = sentence.claims[first].dimension
    while last + 1 < len(sentence.claims) and sentence.claims[last + 1].dimension == kind and _is_joint(sentence.gaps[last + 1]):
        last += 1
    return last


def _is_joint(gap: str) -> bool:
    return len(gap) <= 14 and bool(re.match(r"(?:（[^）]*）|）)?[、，；和与及]", gap)) and "。" not in gap


# --- values beside their places --------------------------------------------------------------------------------------


def _ranked(sentence: Sentence) -> Iterator[Order]:
    """Values that each carry their own place: 金奖96.5分，银奖95.2分; 以34分高居榜首，积31分排名第二."""
    marks = _marks(sentence)
    if len(marks) < 2 or len({place for _, _, place in marks}) != len(marks):
        return
    order = _places(sentence, marks) if len(marks) > 2 else None
    if order is not None:
        yield order
    if order is None or order.is_ordered:
        yield from _nexts(sentence, marks)
        yield from _won_with(sentence, marks)


def _places(sentence: Sentence, marks: list[Mark]) -> Order | None:
    """Three or more values with their places, all before them or all behind; else some before and some behind."""
    before = _value_before(sentence, marks[0]) is not None
    pairs: list[tuple[int, Term]] = []
    for number, mark in enumerate(marks):
        until = marks[number + 1][0] if number + 1 < len(marks) else sentence.end
        value = _value_before(sentence, mark) if before else _value_after(sentence, mark, until)
        if value is None:
            break
        pairs.append((mark[2], value))
    values = [value for _, value in pairs]
    if len(pairs) < len(marks) and (order := _mixed(sentence, marks)) is not None:
        return order
    if len(pairs) >= 3 and len({(value.dimension, value.unit) for value in values}) == 1 and len(set(values)) == len(values):
        listed = tuple(value for _, value in sorted(pairs, key=lambda pair: pair[0]))
        begin = min(sentence.clause_start(sentence.claims.index(values[0])), marks[0][0])
        return Order(listed, Span(begin, max(marks[len(pairs) - 1][1], values[-1].end)))
    return None


def _mixed(sentence: Sentence, marks: list[Mark]) -> Order | None:
    """Three or more values of which some stand before their places and some behind: 286分夺冠，251分获亚军，季军临海队263分."""
    taken: list[Term] = []
    for number, mark in enumerate(marks):
        value = _value_before(sentence, mark)
        if value is None or value in taken:
            until = marks[number + 1][0] if number + 1 < len(marks) else sentence.end
            value = _value_after(sentence, mark, until)
        if value is None or value in taken or (taken and (value.dimension, value.unit) != (taken[0].dimension, taken[0].unit)):
            break
        taken.append(value)
    if len(taken) < 3:
        return None
    listed = tuple(value for _, value in sorted(zip((mark[2] for mark in marks), taken, strict=False), key=lambda pair: pair[0]))
    begin = min(sentence.clause_start(sentence.claims.index(taken[0])), marks[0][0])
    return Order(listed, Span(begin, max(marks[len(taken) - 1][1], taken[-1].end)))


def _nexts(sentence: Sentence, marks: list[Mark]) -> Iterator[Order]:
    """Two values with neighbouring places, the first of which is the larger by what they count: 以860票居首，以910票紧随其后."""
    values = [_own_value(sentence, mark, before) for before, mark in zip((None, *marks), marks, strict=False)]
    for (one, first), (other, second) in pairwise(zip(marks, values, strict=True)):
        if other[2] != one[2] + 1 or first is None or second is None or first.unit != second.unit:
            continue
        at, to = sentence.claims.index(first), sentence.claims.index(second)
        words = sentence.text[sentence.clause_start(at) - sentence.start : other[0] - sentence.start]
        apart = any(claim.kind in (Kind.DATE, Kind.TIME) for claim in sentence.claims[at:to]) or _OTHER_FIELD.search(words)
        countable = first.kind in _COUNTING and "/" not in first.dimension
        if countable and not apart and not _LESS.search(sentence.text) and first.value < second.value:
            yield Order((first, second), Span(sentence.clause_start(at), other[1]), falls=True)


def _won_with(sentence: Sentence, marks: list[Mark]) -> Iterator[Order]:
    """The results of a first and a second told behind their places: 冠军成绩10秒20，亚军成绩10秒15."""
    for one, other in pairwise(marks):
        first, second = _value_after(sentence, one, other[0]), _value_after(sentence, other, sentence.end)
        if other[2] != one[2] + 1 or first is None or second is None or first.unit != second.unit or _LESS.search(sentence.text):
            continue
        leads = (sentence.text[a[1] - sentence.start : b.start - sentence.start] for a, b in ((one, first), (other, second)))
        timed = first.kind is Kind.DURATION
        wrong = first.value > second.value if timed else first.value < second.value
        if wrong and all(_WON_WITH.fullmatch(lead) for lead in leads) and (timed or first.kind in _COUNTING):
            yield Order((first, second), Span(one[0], second.end), falls=not timed, rises=timed)


def _own_value(sentence: Sentence, mark: Mark, last: Mark | None) -> Term | None:
    """The value before a place, alone (not 8金3银) and in no clause of the place before it."""
    value = _value_before(sentence, mark)
    if value is None:
        return None
    alone = sentence.gaps[sentence.claims.index(value)] not in ("", "、", "和")
    apart = last is None or _CUT.search(sentence.text[max(0, last[1] - sentence.start) : value.start - sentence.start])
    return value if alone and apart else None


def _marks(sentence: Sentence) -> list[Mark]:
    """Start, end and place of the words for a place, in order of the text."""
    found = [(sentence.start + m.start(), sentence.start + m.end(), _PLACE_OF[m[0]]) for m in _PLACES.finditer(sentence.text)]
    found += [(sentence.start + m.start(), sentence.start + m.end(), 0) for m in _BEHIND.finditer(sentence.text)]
    for number, claim in enumerate(sentence.claims):
        if claim.kind is not Kind.RANK or not claim.text.startswith("第") or claim.quantity.number is None or claim.quantity.high:
            continue
        alone = sentence.gaps[number + 1][:1] in ("", "，", "；", "。") or _NAMES_RANK.fullmatch(sentence.gaps[number][-6:].lstrip("，"))
        if claim.unit in ("名", "位") or alone or _IS.match(sentence.gaps[number + 1]):
            found.append((claim.start, claim.end, int(claim.quantity.number)))
    if not any(place == 1 for _, _, place in found) and (first := _HIGHEST.search(sentence.text)):
        found.append((sentence.start + first.start(), sentence.start + first.end(), 1))
    made: list[Mark] = []
    relative = False
    for begin, end, place in sorted(found):
        if made and begin < made[-1][1]:
            continue  # 居第二 holds 第二
        between = sentence.text[made[-1][1] - sentence.start : begin - sentence.start] if made else ""
        if made and relative and place and len(between) <= _NEXT_TO and not _CUT.search(between):
            made.pop()  # 紧随其后排在第二
        relative = not place
        if place or made:
            made.append((begin, end, place or made[-1][2] + 1))
    return made


def _value_before(sentence: Sentence, mark: Mark) -> Term | None:
    """The last value of the clause before a place."""
    for claim in reversed(sentence.claims):
        if claim.end <= mark[0] and claim.kind not in _OTHERS:
            between = sentence.text[claim.end - sentence.start : mark[0] - sentence.start]
            near = not _CUT.search(between) or _TO_PLACE.fullmatch(between)
            return claim if near and claim.is_plain and claim.dimension else None
    return None


def _value_after(sentence: Sentence, mark: Mark, until: int) -> Term | None:
    """The first value behind a place that it was won with: no prize, and no number of winners."""
    for claim in sentence.claims:
        if mark[1] <= claim.start < until and claim.kind not in _OTHERS:
            between = sentence.text[mark[1] - sentence.start : claim.start - sentence.start]
            heads = claim.kind is Kind.COUNT and (claim.unit in _PEOPLE or (not between and claim.unit in _THINGS))
            return claim if claim.is_plain and claim.dimension and not heads and not _PRIZES.search(between) else None
    return None


# --- extremes --------------------------------------------------------------------------------------------------------


def _named_behind(sentence: Sentence) -> Iterator[Extreme]:
    """An extreme named behind the list it is of: 甲店820万元，乙店910万元，甲店最高."""
    for first in range(len(sentence.claims) - 1):
        last = _run(sentence, first)
        said = _SUPERLATIVE.match(sentence.gaps[last + 1]) if last > first else None
        listed = sentence.claims[first : last + 1]
        if not said or not all(claim.is_plain for claim in listed) or not sentence.claims[first].dimension:
            continue
        value = _meant(sentence, first, last, said["name"])
        if value is not None:
            yield from _beyond(
                value, listed, bool(said["down"]), said[0].strip("，。；"), Span(sentence.clause_start(first), listed[-1].end + said.end())
            )
        return


def _meant(sentence: Sentence, first: int, last: int, name: str) -> Term | None:
    """The listed value that a name means: by its label, or by its number in a list without labels."""
    lead = sentence.gaps[first]
    named = [at for at in range(first, last + 1) if (words := _name(sentence, at)) and (name.startswith(words) or words.startswith(name))]
    if len(named) != 1:
        named = [at for at in range(first, last + 1) if len(words := _name(sentence, at)) >= 2 and words[:3] in name]
    if len(named) == 1 and first < last:
        extra = name.removeprefix(_name(sentence, named[0]))
        return sentence.claims[named[0]] if len(extra) <= 4 and (extra == name or not extra or extra in lead) else None
    counted = _COUNTED.match(name) if "分别" in lead else None
    place = _ORDINAL[counted["which"]] if counted else 0
    return sentence.claims[first + place - 1] if counted and counted["what"] in lead and place <= last - first + 1 else None


def _name(sentence: Sentence, number: int) -> str:
    """What a listed value is of, without the words that open the list."""
    return _OPENS.split(label(sentence, number))[-1]


def _beyond(value: Term, listed: tuple[Term, ...], down: bool, word: str, span: Span) -> Iterator[Extreme]:
    further = [claim for claim in listed if (claim.value < value.value if down else claim.value > value.value)]
    if further:
        yield Extreme(value, further[0], word, span)


def _named_before(sentence: Sentence) -> Iterator[Extreme]:
    """An extreme named first, with others listed behind it by the same words: 得票最多的是甲，获得286票，乙获得312票."""
    for first, claim in enumerate(sentence.claims[:-1]):
        said = _LEADING.search(sentence.gaps[first])
        if not said or not claim.is_plain or not claim.dimension:
            continue
        last = _run(sentence, first)
        if _NEXT.fullmatch(sentence.gaps[first + 1]) and last > first and sentence.claims[first + 1].is_plain:
            following = sentence.claims[first + 1]
            yield from _beyond(claim, (following,), bool(said["down"]), said[0], Span(sentence.clause_start(first), following.end))
            continue
        others = [at for at in range(first + 1, last + 1) if _is_beside(sentence.gaps[at], said["verb"])]
        if others and others == list(range(first + 1, last + 1)) and all(sentence.claims[at].is_plain for at in others):
            listed = tuple(sentence.claims[at] for at in others)
            yield from _beyond(claim, listed, bool(said["down"]), said[0], Span(sentence.clause_start(first), listed[-1].end))


def _is_beside(gap: str, verb: str) -> bool:
    """Is another value told by the same word, or by its name alone?"""
    alike = (verb and gap.endswith(verb)) or re.fullmatch("[，、；][^，。；、]{2,5}", gap)
    return bool(alike) and "最" not in gap and not _SUMS.search(gap)


def _ends(sentence: Sentence) -> Iterator[Extreme]:
    """The largest and the smallest of one thing, told one after the other: 最高12℃，最低18℃."""
    for number, (one, other) in enumerate(pairwise(sentence.claims)):
        if one.dimension != other.dimension or not one.dimension or not (one.is_plain and other.is_plain):
            continue
        for high, low in (*_PAIRS, *([_SLOW] if one.kind is Kind.DURATION else [])):
            if (begin := _opposed(sentence, number, high, low)) is not None and one.value < other.value:
                yield Extreme(one, other, f"{high}…{low}", Span(begin, other.end))
            elif (begin := _opposed(sentence, number, low, high)) is not None and one.value > other.value:
                yield Extreme(one, other, f"{low}…{high}", Span(begin, other.end))


def _opposed(sentence: Sentence, number: int, first: str, second: str) -> int | None:
    """Where the first of two extremes of one thing begins, told of a claim and of the next: 最高12℃，最低8℃. None where they are not."""
    said = re.search(f"{first}(?P<what>[^，。；]{{0,8}})$", _CUT.split(sentence.gaps[number])[-1])
    if not said or not re.fullmatch(f"[，、；](?:而)?{second}{re.escape(said['what'])}", sentence.gaps[number + 1]):
        return None
    return sentence.claims[number].start - len(said[0])
