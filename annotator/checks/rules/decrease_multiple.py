"""Something that falls by so many times."""

import re
from collections.abc import Iterator

from annotator.checks.record import check, suspicious
from annotator.checks.relations import Relations
from annotator.model import Finding, Kind, Span

_FALLS = re.compile(
    r"(?<!不)(?P<verb>减少|下降|降低|缩小|缩短|下跌|回落|减轻|下滑|萎缩|缩水|压缩|节省|少|降|减|跌)(?:了|幅度?达?|达到?|近|约|超过?|至少|整整|将近|，){0,3}$"
)
_SHRINKS_TO = re.compile(r"(?:减少|下降|降低|缩小|缩短|降|减|跌)(?:到|至|为|成)(?:了)?(?:原来|原先|过去|去年|上年|以前|此前|当初)?的?$")
_NOT = re.compile("(?:不减反|不降反|减少的|下降的|至少|多少)$")


@check(
    title="减少、下降用了倍数",
    title_en="Decrease by a multiple",
    why="“倍”用于增加。减少一倍就到零了，“减少1.5倍”无从说起；通常应写成减少几分之几、百分之几，或降到原来的几分之一。",
    limits="引用原话或“误差缩小10倍”之类的行业习惯说法也会提到。",
    flags=(
        "受供应影响，[[成交套数比8月减少了1.5倍]]。",
        "技术改造后，[[能耗下降两倍]]。",
        "与去年相比，[[投诉量降低了3倍多]]。",
        "[[新算法使误差缩小了10倍]]。",
        "[[检修时间缩短到原来的3倍]]。",
    ),
    passes=(
        "技术改造后，能耗下降到原来的二分之一。",
        "今年投诉量不降反增2倍。",
        "降幅是上年同期的2倍。",
        "能耗降到原来的0.6倍。",
        "用工减少三成，产值却是过去的两倍。",
        "参观人数至少增加两倍。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for sentence in relations.sentences:
        for number, claim in enumerate(sentence.claims) if Kind.RATIO in sentence.kinds else ():
            if claim.kind is not Kind.RATIO or claim.unit != "倍":
                continue
            gap = sentence.gaps[number]
            match = _FALLS.search(gap[-10:])
            if (claim.number or 0) >= 1 and (shrinks := _SHRINKS_TO.search(gap[-14:])):
                message = f"“{shrinks[0]}”之后应比原来小，“{claim.text}”却是原来的几倍，请核对是几分之几还是增加。"
                yield suspicious((Span(sentence.clause_start(number), claim.end),), message)
            if match is None or _NOT.search(gap[-10:][: match.end("verb")]):
                continue
            yield suspicious(
                (Span(sentence.clause_start(number), claim.end),),
                f"“{match['verb']}”不能用“{claim.text}”来说，请核对是百分之几还是几分之几。",
            )
