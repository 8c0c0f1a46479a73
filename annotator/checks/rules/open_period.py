"""A period spoken of as past that is not over at the article's date."""

import re
from collections.abc import Iterator

from annotator.checks.record import check, suspicious
from annotator.checks.relations import Relations
from annotator.checks.relations.terms import Term
from annotator.model import Finding, Kind, Level, Severity

_UNTIL = re.compile(r"截至|截止到?|截止至")
_DONE = re.compile(r"已|完成|实现|达到|同比|数据显示|统计|共有|累计")
_AHEAD = re.compile(r"预计|计划|力争|拟|将|有望|目标|确保|争取|预期|或可|要|截至")
_LAST_MONTH = {"Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12, "H1": 6, "H2": 12}


@check(
    title="时段还没结束",
    title_en="Period not over yet",
    why="稿件的数据截至3月11日，却说“今年一季度已开工12个”：一季度还没有过完，应写明截至哪一天，或核对时段。",
    limits="以稿件自己写的“截至某月某日”或发布日期为准，没有这样的日期不查；时段名称指往年时会看错。",
    level=Level.HINT,
    severity=Severity.LOW,
    flags=(
        "截至3月11日，该市连续32天没有新增病例。\n数据显示，[[今年一季度]]，该市重点项目已开工12个。",
        "截至10月20日，全县秋收过半。\n[[今年四季度]]，全县已完成投资8亿元。",
        "截至5月8日，全市有在建工地320处。\n[[今年上半年]]，全市新开工项目达到96个。",
    ),
    passes=(
        "截至4月2日，该市连续32天没有新增病例。\n今年一季度，该市重点项目已开工12个。",
        "截至3月11日，全市在建工地320处。\n预计今年一季度，全市重点项目将开工12个。",
        "截至3月11日，全市在建工地320处。\n去年一季度，全市重点项目已开工10个。",
        "今年一季度，全市重点项目已开工12个。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    until = _until(relations)
    if until is None:
        return
    for claim in relations.claims:
        month = _last_month(claim)
        if month is None or month < until[0]:
            continue
        stop = relations.text.find("。", claim.end)
        start = max(relations.text.rfind(mark, 0, claim.start) for mark in "。\n")
        words = relations.text[start + 1 : stop if stop >= 0 else len(relations.text)]
        if (month, 28) > until and _DONE.search(words) and not _AHEAD.search(words.split("，已")[0]):
            month_day = f"{until[0]}月{until[1]}日"
            yield suspicious((claim.span,), f"稿件的数据截至{month_day}，“{claim.text}”还没有结束，请核对时段或写明截至哪一天。")


def _until(relations: Relations) -> tuple[int, int] | None:
    """Month and day up to which the article's data go, by its own words."""
    found = [
        (moment.month, moment.day)
        for sentence, dated in relations.dated
        for number, moment, _ in dated
        if moment.month and moment.day and _UNTIL.search(sentence.gaps[number][-6:])
    ]
    return max(found) if found else None


def _last_month(claim: Term) -> int | None:
    if claim.kind is not Kind.DATE or not claim.text.startswith("今年"):
        return None
    match = re.fullmatch(r"[0-9X]{4}-([QH][1-4])", claim.quantity.high or claim.quantity.value)
    return _LAST_MONTH.get(match[1]) if match else None
