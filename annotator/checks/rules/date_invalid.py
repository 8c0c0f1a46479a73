"""Dates that are on no calendar."""

import re
from collections.abc import Iterator

from annotator.checks.record import check, contradiction
from annotator.checks.relations import Relations
from annotator.model import Finding, Severity

_LUNAR = re.compile("(?:农历|農曆|阴历|陰曆|旧历|腊月|正月|佛历|回历)[^，。；]{0,8}$")


@check(
    title="日期不存在",
    title_en="Date that does not exist",
    why="历书上没有这一天，如2月30日、6月31日、平年的2月29日，多为抄录之误。",
    limits="农历日期不查。没有写年份的2月29日可能存在，不查。",
    severity=Severity.HIGH,
    flags=(
        "[[2020年2月30日]]，双方签订购房合同。",
        "报名截止到[[6月31日]]。",
        "[[2023年2月29日]]，新馆正式对外开放。",
        "展期为[[11月20日至31日]]。",
    ),
    passes=(
        "2024年2月29日，新馆正式对外开放。",
        "农历二月三十日，村里唱大戏。",
        "2月29日出生的人四年过一次生日。",
        "演出定于7月31日、8月31日两晚举行。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for sentence, dated in relations.dated:
        for number, start, end in dated:
            claim = sentence.claims[number]
            if all(moment is None or moment.exists for moment in (start, end)) or _LUNAR.search(sentence.gaps[number]):
                continue
            wrong = start if not start.exists else end
            assert wrong is not None
            what = f"{wrong.month}月没有{wrong.day}日" if wrong.month and wrong.month <= 12 else "没有这样的月份"
            year = f"{wrong.year}年" if wrong.year and wrong.month == 2 and wrong.day == 29 else ""
            yield contradiction((wrong.claims[0].span if wrong.claims else claim.span,), f"{year}{what}，请核对日期。")
