"""Dates against the day of the week beside them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from annotator.checks.record import check, consistent, contradiction, suspicious
from annotator.checks.relations import Relations
from annotator.checks.relations.moments import Moment
from annotator.model import Finding, Severity, Span

_DAY = re.compile(r"\s*[（，]?\s*(?:即|也就是)?(?P<day>(?:星期|周|礼拜|週|禮拜)(?P<which>[一二三四五六日天]))(?![0-9一二三四五六至到、—-])")
_OTHER_YEAR = re.compile("去年|明年|前年|上年")
_NUMBERS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_NAMES = "一二三四五六日"


@check(
    title="日期与星期不符",
    title_en="Date against the weekday",
    why="年月日定了，星期几也就定了。写错的一方可能是日期，也可能是星期。",
    limits="稿件没有写明年份时，以全文唯一出现的年份推算，只作疑问；推不出年份就不查。",
    severity=Severity.HIGH,
    flags=(
        "[[2024年10月20日（星期六）]]晚，联赛第五轮打响。",
        "开庭时间定在[[2021年3月8日，星期二]]。",
        "2023年5月4日，卫星发射成功。[[5月10日（周四）]]，首批数据传回。",
    ),
    confirms=(
        "[[2023年12月16日]]（[[星期六]]），地铁开通。",
        "[[2023年5月4日]]，[[星期四]]，卫星发射成功。",
    ),
    passes=(
        "每周一至周五上午8时开放。",
        "10月20日（星期六）晚，联赛第五轮打响。",
        "2024年10月20日，每周六的集市照常开放。",
        "去年12月30日（星期六），2024年元旦晚会彩排。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for sentence, dated in relations.dated:
        for number, start, end in dated:
            if end is not None or start.minute is not None:
                continue
            claim = sentence.claims[number]
            match = _DAY.match(relations.text, claim.end)
            day = _day(relations, start) if match else None
            if match is None or day is None:
                continue
            right = _NAMES[day.weekday()]
            place = Span(match.start("day"), match.end("day"))
            sure = start.told or start.year is not None
            if day.weekday() == _NUMBERS[match["which"]]:
                yield consistent((claim.span, place), f"{day.year}年{day.month}月{day.day}日是星期{right}，相符。")
                continue
            until = place.end + (relations.text[place.end : place.end + 1] == "）")
            message = f"{day.year}年{day.month}月{day.day}日是星期{right}，与“{relations.words(place)}”不能同时成立。"
            if not sure:
                message = f"按全文的年份推算，{message}"
            yield (contradiction if sure else suspicious)((Span(claim.start, until),), message)


def _day(relations: Relations, moment: Moment) -> date | None:
    """The day of a moment; where its year is not told, with the only year the article names."""
    if moment.year is None and relations.only_year and not _OTHER_YEAR.search(moment.claims[0].text):
        moment = replace(moment, year=relations.only_year)
    return moment.date
