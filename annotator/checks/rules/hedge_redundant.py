"""Two hedges on one number that say the same, or the opposite."""

import re
from collections.abc import Iterator

from annotator.checks.record import Example, check, suspicious
from annotator.checks.relations import Relations
from annotator.checks.relations.sentence import even
from annotator.checks.relations.terms import Term
from annotator.lexicon import alternatives
from annotator.model import Finding, Hedge, Kind, Suggestion

_ABOUT, _UNDER, _OVER, _MOST, _MEAN = "约", "近", "超", "至多", "平均"
_LEADING = {
    **dict.fromkeys(("大约", "约", "大概", "约莫", "差不多", "大致"), _ABOUT),
    **dict.fromkeys(("将近", "接近", "近", "不足", "不到"), _UNDER),
    **dict.fromkeys(("超过", "超出", "超", "逾", "至少", "不少于", "不低于", "最少", "高于", "多于"), _OVER),
    **dict.fromkeys(("至多", "最多", "不超过", "不多于", "不高于", "低于", "少于"), _MOST),
}
_ANY = alternatives(_LEADING)
_LEAD = re.compile(f"(?P<first>{_ANY})(?:在|有|为|是|需要?|达到?|用)?$")
_WITH_VERB = re.compile(r"(?P<first>至少|最少|最多|至多)(?:能|可以?|要|应|须|得|需)?\w{1,3}(?<![有为是在需到])$")
_INSIDE = re.compile(_ANY)
_INNER = re.compile(f"(?:{_ANY})+")
_TWICE = re.compile(f"(?P<first>{_ANY})(?:有|在)?(?P<second>{_ANY})$")
_CLASHES = {
    _ABOUT: (_ABOUT, _UNDER, _OVER, _MOST),
    _UNDER: (_ABOUT, _UNDER, _OVER),
    _OVER: (_ABOUT, _UNDER, _OVER, _MOST),
    _MOST: (_ABOUT, _UNDER, _OVER, _MOST),
}
"""What may not follow a hedge before the same number."""
_TRAIL = re.compile("(左右|上下|以上|以下|以内)$")
_MORE = re.compile(r"(?<=[0-9０-９十百千万亿个])(余|多)")
_REDUNDANT = {  # leading sense: trailing words that repeat or contradict it
    _ABOUT: ("左右", "上下", "余", "多"),
    _UNDER: ("左右", "上下", "余", "多", "以下", "以内", "以上"),
    _OVER: ("以上", "左右", "上下", "余"),
    _MEAN: ("左右", "上下"),
    _MOST: ("以下", "以内", "以上", "左右", "上下"),
}
_AGES = re.compile(r"^(?:来|间|以来|中|里|内|时间|，|的)|^$")


@check(
    title="概数重复或矛盾",
    title_en="Redundant or contradictory hedges",
    why="“约”“左右”“近”“余”“超过”“以上”等都表示概数，一个数前后各用一个，不是重复（约…左右、超过…以上），就是矛盾（近…余）。留一个即可。",
    limits="“近10余年来”“近三十多年”中的“近”是“最近”的意思，不算。口语引文里的重复也会提到，可保留原话。",
    flags=(
        Example("这条隧道全长[[约1.8公里左右]]。", "约1.8公里"),
        "全程[[约超过30公里]]，骑行两小时。",
        "种植户老孙说，今年能多赚[[近2万余元]]。",
        Example("展览吸引观众[[超过3万人次以上]]。", "超过3万人次"),
        Example("每位考生需准备[[至少20分钟以上]]。", "至少20分钟"),
        Example("门诊[[平均每天接待300人左右]]。", "平均每天接待300人"),
        Example("从县城出发[[不到一小时左右]]即可抵达。", "不到一小时"),
    ),
    passes=(
        "这条隧道全长约1.8公里，建成后绕行时间减少20分钟左右。",
        "近10余年来，湖区水鸟种类明显增加。",
        "超过八成的受访者年龄在60岁以上。",
        "平均气温比常年偏高，最高气温在37℃左右。",
        "全镇有近两百户人家，三千多口人。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for claim in relations.claims:
        if claim.quantity.hedge is Hedge.EXACT:
            continue
        words = even(claim.text)
        if (twice := _twice(relations, claim)) is not None:
            yield twice
            continue
        trail = _TRAIL.search(words) or _MORE.search(words)
        if trail is None:
            continue
        lead = _leading(relations, claim)
        if lead is None:
            continue
        start, word, sense = lead
        past = trail[1] in ("余", "多") and relations.text[claim.end : claim.end + 1] in ("前", "来")
        if past or trail[1] not in _REDUNDANT.get(sense, ()) or (word == "近" and _is_recent(relations, claim, sense)):
            continue
        opposed = (sense == _UNDER and trail[1] in ("余", "多", "以上")) or (sense == _MOST and trail[1] == "以上")
        kind = "意思相反" if opposed else "意思重复"
        whole = relations.words((start, claim.end))
        at = len(whole) - len(words) + trail.start(1)
        kept = None if opposed else Suggestion(start, claim.end, whole[:at] + whole[at + len(trail[1]) :])
        yield suspicious(((start, claim.end),), f"“{word}”和“{trail[1]}”用在同一个数上，{kind}，留一个即可。", suggestion=kept)


def _twice(relations: Relations, claim: Term) -> Finding | None:
    """Two hedges before one number: 约超过30公里, 最多不超过3天. The outer one may stand before the claim."""
    inner = _INNER.match(even(claim.text))
    end = claim.start + (inner.end() if inner else 0)
    found = _TWICE.search(relations.text[max(0, claim.start - 8) : end])
    if found is None or _LEADING[found["second"]] not in _CLASHES[_LEADING[found["first"]]]:
        return None
    start = end - len(found[0])
    if _LEADING[found["first"]] == _UNDER and _is_recent(relations, claim, _UNDER):
        return None
    return suspicious(((start, claim.end),), f"“{found['first']}”和“{found['second']}”用在同一个数上，意思重复或相反，留一个即可。")


def _leading(relations: Relations, claim: Term) -> tuple[int, str, str] | None:
    """The hedge before a number: where it starts, its word and its sense. It may stand in the claim or right before it."""
    if inside := _INSIDE.match(even(claim.text)):
        return claim.start, inside[0], _LEADING[inside[0]]
    before = relations.text[max(0, claim.start - 12) : claim.start]
    if match := _LEAD.search(before):
        return claim.start - len(match[0]), match["first"], _LEADING[match["first"]]
    if (match := _WITH_VERB.search(before)) and _ends_in_hedge(relations, claim):
        return claim.start - len(match[0]), match["first"], _LEADING[match["first"]]
    if match := re.search(r"平均(?:每\w{1,2})?(?:为|约|有|达|在|需要?|接待|增长|发送|完成|增加|生产|销售|收入|缩短|提高|节约)?$", before):
        return claim.start - len(match[0]), "平均", _MEAN
    return None


def _ends_in_hedge(relations: Relations, claim: Term) -> bool:
    """Is a number with 以上 said of nothing behind it? 建成5000平方米以上的场馆 and 邀请60岁以上老人 name things of a size."""
    after = relations.text[claim.end : claim.end + 1]
    return claim.unit != "岁" and (after in "，。；、！）" if claim.kind is not Kind.DURATION else after != "的")


def _is_recent(relations: Relations, claim: Term, sense: str) -> bool:
    """Is it 近 in the sense of the last years?"""
    if sense != _UNDER or claim.kind is not Kind.DURATION or claim.unit not in ("年", "个月", "月", "天", "日", "周"):
        return False
    before, after = relations.text[max(0, claim.start - 1) : claim.start], relations.text[claim.end : claim.end + 2]
    return bool(_AGES.match(after)) or before in ("", "，", "。", "\n")
