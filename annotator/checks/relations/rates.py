"""A rate that bears the name of what was counted: 受理3206件，办结3150件，办结率98.3%."""

import re
from functools import cache
from typing import NamedTuple

from annotator.checks.relations.roles import aside, label, tail
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import Term
from annotator.lexicon import alternatives, table
from annotator.model import Kind

_RATE = re.compile(
    r"(?P<stem>[^，。；：、□（）]{1,10}?)(?P<word>率|面|比例|占比|比重)(?:为|达|达到|是|约|高达|只有|仅|已达|均为|升至|超过|不足|近|接近)?$"
)
_NO_RATE = re.compile(
    r"节约|利|汇|税|增长|毛利|同比|环比|市盈|回报|收益|换手|折旧|通胀|失业|出生|死亡|发病|上座|入住|准备金|覆盖|充足|负债|杠杆|不良|首付|降幅|涨"
)
_OTHER = re.compile("去年|上年|往年|上届|前年|上月|上周|全省|全国|同期")
_BEARS = re.compile("(?:率|度)(?:为|达到?|是|约|仅)?$")
_NO_ASIDE = ("", "平均")
"""年平均人口 is a whole of its own, and no mean of one."""
_REACH, _FAR = 6, 40
_BRACKET = re.compile("（")
_COUNTED = (Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION)


class Rate(NamedTuple):
    """The part and the wholes of a rate; `rest` where the part is what the rate leaves out (不合格 for 合格率)."""

    part: Term
    wholes: tuple[Term, ...]
    sure: bool
    rest: bool


class _Ratio(NamedTuple):
    names: re.Pattern[str]
    part: re.Pattern[str]
    whole: re.Pattern[str]


@cache
def _ratios() -> tuple[_Ratio, ...]:
    return tuple(_Ratio(*(_ending(entry[key]) for key in ("names", "part", "whole"))) for entry in table("parts.toml")["ratio"])


def _ending(words: list[str]) -> re.Pattern[str]:
    return re.compile(f"(?:{alternatives(words)})(?:为|达到?|是|约|仅)?$")


def ratio(sentence: Sentence, number: int) -> Rate | None:
    """What a rate with a name of its own (资产负债率) is taken over, where its sentence states both."""
    lead = sentence.leads[number]
    for one in _ratios() if _BEARS.search(lead) else ():
        if not one.names.search(lead):
            continue
        places = [at for at in range(max(0, number - _FAR), number) if sentence.claims[at].kind in _COUNTED]
        wholes = [at for at in places if one.whole.search(label(sentence, at)) and aside(sentence, at) in _NO_ASIDE]
        parts = [at for at in places if one.part.search(label(sentence, at)) and at not in wholes and not aside(sentence, at)]
        if parts and wholes:
            part, whole = sentence.claims[parts[-1]], tuple(sentence.claims[at] for at in reversed(wholes))
            others = len(parts) > 1 or len(wholes) > 1 or "；" in sentence.between(min(parts[0], wholes[0]), number)
            return Rate(part, whole, sure=not others and part.is_plain, rest=False)
    return None


def rate(sentence: Sentence, number: int) -> Rate | None:
    """What a rate at a place is taken over; None where nothing bears its name."""
    match = _RATE.search(sentence.leads[number])
    if not match or (match["word"] == "率" and _NO_RATE.search(match["stem"])) or _OTHER.search(match["stem"]):
        return None
    stem, core = match["stem"], match["stem"][-2:]
    around_it = [*range(number - 1, max(-1, number - 1 - _REACH), -1), *range(number + 1, min(len(sentence.claims), number + 2))]
    counted = [at for at in around_it if sentence.claims[at].kind in _COUNTED and not aside(sentence, at)]
    named = [at for at in counted if _names(stem, sentence, at, number)]
    for at in named or counted[:1]:
        part = sentence.claims[at]
        if at > number or ("；" in sentence.between(at, number) and at not in named):
            continue
        wholes = tuple(
            sentence.claims[other]
            for other in counted
            if _is_whole(sentence, other, at) and (other < number or _BRACKET.match(sentence.gaps[other]))
        )
        if wholes:
            rest = not re.search(f"[不未非]{re.escape(core)}$", stem) and bool(
                re.search(f"[不未非]{re.escape(core)}", _beside(sentence, at))
            )
            sure = named == [at] and part.is_plain and len(wholes) == 1 and wholes[0].dimension == part.dimension
            return Rate(part, wholes, sure, rest)
    return None


def _beside(sentence: Sentence, number: int) -> str:
    return label(sentence, number) + tail(sentence, number)[:4]


def _names(stem: str, sentence: Sentence, at: int, number: int) -> bool:
    """Does the rate bear the name of what the part counts?"""
    own = at == number - 1 and not re.search("[，；（]", sentence.gaps[number])  # right before a rate its own words stand behind
    beside = label(sentence, at) if own else _beside(sentence, at)
    own_words = "" if own or not re.search("[，；。]", sentence.gaps[at + 1]) else tail(sentence, at)
    spread = re.compile(".*?".join(map(re.escape, stem)))  # 通水 of 通了自来水
    if len(stem) <= 3 and (spread.search(re.split("[，；。]", sentence.gaps[at])[-1]) or (own_words and spread.search(own_words))):
        return True
    return any(word and word in beside for word in (stem, stem[-2:], stem[:2] if len(stem) == 3 else ""))


def _is_whole(sentence: Sentence, whole: int, part: int) -> bool:
    one, other = sentence.claims[whole], sentence.claims[part]
    if whole == part or one.value <= other.value or other.value <= 0:
        return False
    if one.dimension == other.dimension:
        return True
    return abs(whole - part) == 1 and not sentence.gaps[max(whole, part)] and one.kind is other.kind is Kind.COUNT
