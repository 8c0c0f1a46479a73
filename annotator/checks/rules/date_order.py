"""An end before its start."""

import re
from collections.abc import Iterator

from annotator.checks.record import check, contradiction
from annotator.checks.relations import Relations
from annotator.checks.relations.moments import Moment
from annotator.checks.relations.stages import sequences
from annotator.model import Finding, Severity, Span

_BACKWARD = re.compile("追溯|回溯|上溯|倒推|前推|倒回|数据倒")


@check(
    title="起止日期颠倒",
    title_en="End before start",
    why="结束的日期早于开始的日期，不能成立；多为年份或月份写错。",
    limits="没有写年份、跨年的起止日期（如12月28日至1月3日）不算颠倒。",
    severity=Severity.HIGH,
    flags=(
        "双方约定委托期限[[自2021年6月1日起至2020年5月31日]]止。",
        "灯会于[[2023年9月29日开幕，将持续至2023年8月31日]]。",
        "工程[[2022年5月开工，2021年11月]]竣工。",
        "试点期为[[2019年至2017年]]。",
    ),
    passes=(
        "图书馆12月28日至1月3日闭馆。",
        "一期工程2022年5月开工，配套的老路改造2021年11月竣工。",
        "2021年的产量高于2019年。",
        "考古队发掘的墓葬年代在公元前206年至公元8年之间。",
        "夜间22时至次日6时禁止施工。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    told = [(spell.start, spell.end) for spell in relations.spells if spell.sure]
    raised: set[Span] = set()
    for start, end in (*told, *sequences(relations.dated)):
        if not _reversed(start, end):
            continue
        first, last = min((*start.spans, *end.spans)), max((*start.spans, *end.spans))
        if first == last:
            places: tuple[Span, ...] = (first,)
            message = "结束的时间早于开始的时间，不能成立。"
        else:
            begin = first.start - (relations.text[first.start - 1 : first.start] in ("自", "从"))
            early, late = (first, last) if start.spans[0] < end.spans[0] else (last, first)
            message = f"结束的时间 {relations.words(late)} 早于开始的时间 {relations.words(early)}，不能成立。"
            places = (Span(begin, last.end),) if start.claims[0].paragraph == end.claims[0].paragraph else (first, last)
        if _BACKWARD.search(relations.text[first.end : last.start]) or places[0] in raised:
            continue
        raised.add(places[0])
        yield contradiction(places, message)


def _reversed(start: Moment, end: Moment) -> bool:
    """Is the end before the start, as far as both tell? Only years that the words name count."""
    same = start.year == end.year or None in (start.year, end.year)
    if same and start.month is not None and start.month == end.month:
        return bool(start.day and end.day and end.day < start.day)
    if start.year is None or end.year is None:
        return False
    if start.year != end.year:
        return end.year < start.year and end.told and start.told
    return bool(start.month and end.month and end.told and end.month < start.month)
