"""Order of rank against the figures that are listed with it."""

import re
from collections.abc import Iterator

from annotator.checks.record import check, consistent, contradiction
from annotator.checks.relations import Relations
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import Term
from annotator.model import Finding, Kind, Span

_LIST = re.compile(
    r"(?:依次|排名|排在|位居|位列|由高到低|由低到高|从高到低|从低到高|由多到少|从多到少|由大到小|从大到小|前[三四五六七八九十]\w{0,2})[^，。；]{0,14}?(?:为|是|：|有)"
)
_TOP = re.compile(r"高居榜首|居首|居榜首|位居第一|排名第一|独占鳌头|领跑|居第一|位列第一|拔得头筹|名列第一|占据榜首")
_OTHERS = (Kind.RANK, Kind.DATE, Kind.TIME)


@check(
    title="名次与数值不符",
    title_en="Order of rank against the figures",
    why="按名次列出的数值应当依次递减（或依次递增）。忽高忽低，不是名次错了就是数值错了。",
    limits="排名依据的不是所列数值时（如按综合得分排名而列出的是单项成绩）会看错。只有两项时看不出方向，不查。",
    flags=(
        "[[得分榜前三依次为詹森28分、赵一鸣24分、孙铎26分]]。",
        "[[东岭队以34分高居榜首，北山队积36分排名第二，南湖队积31分位列第三]]。",
        "[[接待量前三位依次为古镇31.5万人次、画廊38.2万人次、霞光湖24.9万人次]]。",
    ),
    confirms=(
        "接待量前三位依次为古镇[[38.2万人次]]、画廊[[31.5万人次]]、霞光湖[[24.9万人次]]。",
        "耗时最短的前三名依次为王某[[52秒]]、李某[[55秒]]、赵某[[58秒]]。",
    ),
    passes=(
        "三个车间依次检修，用时分别为3天、5天和4天。",
        "东岭队以34分高居榜首，次席的北山队还有一场没打。",
        "第一名奖励5000元，第二名奖励3000元，第三名奖励1000元。",
        "全省前三季度出口28亿元、24亿元和26亿元。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for sentence in relations.sentences:
        if len(sentence.claims) < 3:
            continue
        for listed, span in (*_lists(sentence), *_ranked(sentence)):
            values = [claim.value for claim in listed]
            formula = "、".join(claim.text for claim in listed)
            if values in (sorted(values), sorted(values, reverse=True)):
                if len(set(values)) == len(values):
                    yield consistent(tuple(claim.span for claim in listed), "所列数值依次递减或递增，与名次相符。", formula=formula)
            else:
                yield contradiction((span,), "所列数值忽高忽低，与名次的先后不能同时成立。", formula=formula)


def _lists(sentence: Sentence) -> Iterator[tuple[tuple[Term, ...], Span]]:
    """Values listed in order after words such as 前三位依次为."""
    for first in range(len(sentence.claims) - 2):
        lead = "□".join(sentence.gaps[max(0, first - 1) : first + 1])
        cue = _LIST.search(lead)
        if (
            not cue
            or not (re.search("名|位|榜|由|从|前|排", lead) or (first and sentence.claims[first - 1].kind is Kind.RANK))
            or sentence.claims[first].kind in _OTHERS
        ):
            continue
        kind = sentence.claims[first].dimension
        last = first
        while last + 1 < len(sentence.claims) and sentence.claims[last + 1].dimension == kind and _is_joint(sentence.gaps[last + 1]):
            last += 1
        listed = sentence.claims[first : last + 1]
        if len(listed) >= 3 and kind and all(term.is_plain for term in listed):
            begin = sentence.clause_start(first)
            yield listed, Span(begin, listed[-1].end)
            return


def _is_joint(gap: str) -> bool:
    return len(gap) <= 14 and bool(re.match(r"(?:（[^）]*）)?[、，；和与及]", gap)) and "。" not in gap


def _ranked(sentence: Sentence) -> Iterator[tuple[tuple[Term, ...], Span]]:
    """Values that each carry their own rank: 以34分高居榜首，积36分排名第二."""
    pairs: list[tuple[int, Term]] = []
    for number, claim in enumerate(sentence.claims):
        if claim.kind in _OTHERS or not claim.is_plain:
            continue
        after = sentence.gaps[number + 1]
        if _TOP.search(after.split("，")[0]):
            pairs.append((1, claim))
        elif number + 1 < len(sentence.claims) and sentence.claims[number + 1].kind is Kind.RANK and _names_rank(after):
            place = sentence.claims[number + 1].number
            if place is not None:
                pairs.append((int(place), claim))
    same = [pair for pair in pairs if pair[1].dimension == pairs[0][1].dimension]
    if len(same) >= 3 and len({place for place, _ in same}) == len(same):
        listed = tuple(claim for _, claim in sorted(same, key=lambda pair: pair[0]))
        first, last = same[0][1], same[-1][1]
        following = next((other for other in sentence.claims if other.start >= last.end and other.kind is Kind.RANK), last)
        yield listed, Span(sentence.clause_start(sentence.claims.index(first)), following.end)


def _names_rank(gap: str) -> bool:
    return bool(re.fullmatch(r"\w{0,2}(?:排名|位列|位居|名列|列|居|排在|排|暂列|升至|获)\w{0,3}", gap))
