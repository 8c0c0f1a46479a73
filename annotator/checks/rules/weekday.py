"""Dates against the day of the week beside them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from annotator.checks.record import check, consistent, contradiction, suspicious
from annotator.checks.relations import Relations
from annotator.checks.relations.moments import Moment, days_between
from annotator.checks.relations.terms import Term
from annotator.model import Finding, Kind, Severity, Span

_NAME = r"(?P<day>(?:星期|周|礼拜)(?P<which>[一二三四五六日天]))"
_DAY = re.compile(
    rf"(?:[^，。；（）]{{0,12}}，(?:当天|当日|这天|这一天)|\s*[（，]?\s*(?:当天|当日|这天)?)(?:即|也就是|恰逢|适逢|正逢|正值|时值|逢|恰是|恰好是|正好是|正是|是个?|为)?(?:(?<=（)[本这下上])?"
    rf"{_NAME}(?![0-9一二三四五六至到、—报刊周-])"
)
_DAYS = re.compile(
    r"（(?P<days>(?:星期|周)(?P<first>[一二三四五六日天])(?:至|到|—|–|-|～|~)(?:下?(?:星期|周))?(?P<last>[一二三四五六日天]))）"
)
_DAY_FIRST = re.compile(rf"{_NAME}[（，]?$")
_OTHER_YEAR = re.compile("去年|明年|前年|上年")
_NEAR = 60
"""Two days further apart than this may be in different years."""
_NUMBERS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_NAMES = "一二三四五六日"


@check(
    title="日期与星期不符",
    title_en="Date against the weekday",
    why="年月日定了，星期几也就定了。写错的一方可能是日期，也可能是星期。",
    limits="稿件没有写明年份时，以全文唯一出现的年份推算，只作疑问；推不出年份就不查。",
    severity=Severity.HIGH,
    flags=(
        "报名安排在[[6月7日（星期六）和8日（星期一）]]两天。",
        "[[星期五（2024年6月8日）]]，龙舟下水。",
        "[[2024年10月20日（星期六）]]晚，联赛第五轮打响。",
        "2025年的年货节延长，[[1月18日至20日（周六至周二）]]照常营业。",
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
    for _, dated in relations.dated:
        before: tuple[Moment, int, Span] | None = None
        for _, start, end in dated:
            claim = start.claims[0]
            if end is not None and start.minute is None:
                yield from _range(relations, start, end)
            match = _named(relations, claim) if end is None and claim.kind is Kind.DATE else None
            if match is None:
                continue
            place = Span(match.start("day"), match.end("day"))
            day = _day(relations, start)
            if day is not None:
                yield from _judged(relations, start, day, _NUMBERS[match["which"]], place)
            elif before is not None and 0 < (days_between(before[0], start) or 0) < _NEAR:
                yield _apart(relations, before, (start, _NUMBERS[match["which"]], place))
            before = (start, _NUMBERS[match["which"]], place)


def _named(relations: Relations, claim: Term) -> re.Match[str] | None:
    """The day of the week beside a date, behind it or before it."""
    return _DAY.match(relations.text, claim.end) or _DAY_FIRST.search(relations.text, max(0, claim.start - 5), claim.start)


def _range(relations: Relations, start: Moment, end: Moment) -> Iterator[Finding]:
    """The days of the week of both ends of a range: 7月12日至14日（周六至周一）."""
    claim = start.claims[0]
    match = _DAYS.match(relations.text, claim.end)
    gap = days_between(start, end)
    if match is None or gap is None:
        return
    first, last = _NUMBERS[match["first"]], _NUMBERS[match["last"]]
    day = _day(relations, start) if start.year or relations.only_year else None
    wrong = (day is not None and day.weekday() != first) or (first + gap - last) % 7 != 0
    place = Span(match.start("days"), match.end("days"))
    if not wrong:
        if day is not None:
            yield consistent((claim.span, place), f"{day.year}年{day.month}月{day.day}日是星期{_NAMES[day.weekday()]}，起止星期相符。")
        return
    begin = _NAMES[first if day is None else day.weekday()]
    until = _NAMES[((first if day is None else day.weekday()) + gap) % 7]
    message = f"起止相隔 {gap} 天，应是星期{begin}至星期{until}，与“{relations.words(place)}”不能同时成立。"
    yield contradiction((Span(claim.start, match.end()),), message)


def _judged(relations: Relations, moment: Moment, day: date, which: int, place: Span) -> Iterator[Finding]:
    claim = moment.claims[0]
    right = _NAMES[day.weekday()]
    sure = moment.year is not None
    if day.weekday() == which:
        yield consistent((claim.span, place), f"{day.year}年{day.month}月{day.day}日是星期{right}，相符。")
    elif sure or relations.only_year:
        until = max(claim.end, place.end + (relations.text[place.end : place.end + 1] == "）"))
        until += relations.text[until : until + 1] == "）" and place.start < claim.start
        message = f"{day.year}年{day.month}月{day.day}日是星期{right}，与“{relations.words(place)}”不能同时成立。"
        if not sure:
            message = f"按全文的年份推算，{message}"
        yield (contradiction if sure else suspicious)((Span(min(claim.start, place.start), until),), message)


def _apart(relations: Relations, first: tuple[Moment, int, Span], second: tuple[Moment, int, Span]) -> Finding:
    """Two days of the week against the days between their dates, whatever the year."""
    gap = days_between(first[0], second[0]) or 0
    right = _NAMES[(first[1] + gap) % 7]
    if (first[1] + gap - second[1]) % 7 == 0:
        places = (*first[0].spans, first[2], *second[0].spans, second[2])
        return consistent(places, f"两个日期相隔 {gap} 天，星期也相隔 {gap} 天，相符。")
    one, other = relations.words(first[2]), relations.words(second[2])
    message = f"前一个日期是{one}，过 {gap} 天应是星期{right}，与“{other}”不能同时成立。"
    until = second[2].end + (relations.text[second[2].end : second[2].end + 1] == "）")
    return contradiction((Span(first[0].claims[0].start, until),), message)


def _day(relations: Relations, moment: Moment) -> date | None:
    """The day of a moment; where its year is not told, in the year of the article."""
    if moment.year is None and not _OTHER_YEAR.search(moment.claims[0].text):
        year = relations.only_year or relations.year_told(moment.claims[0].start)
        moment = moment if year is None else replace(moment, year=year)
    return moment.date
