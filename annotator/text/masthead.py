"""Title, byline, publisher and date of publication, as far as an article states them. Nothing is guessed."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

_HEAD = 8  # lines that may still be masthead
_SHORT = 60  # code points of a masthead line
_STOP = "。；;，,、！!？?"
_MARKS = "◎●■▲□◆★☆※·•【[（( \t\u3000"

_DAY = r"((?:19|20)\d{2})\s*(?:年|[-/.])\s*(0?[1-9]|1[0-2])\s*(?:月|[-/.])\s*(0?[1-9]|[12]\d|3[01])(?!\d)\s*日?"
_DATE = re.compile(_DAY)
_DATE_LINE = re.compile(  # a line that states its date and nothing else of weight
    rf"[（(【\[]?\s*(?:(?:发布|發佈|更新|发表|刊发|见报|出版)?(?:时间|時間|日期)?\s*[:：]?)?\s*{_DAY}\s*(?:星期[一二三四五六日天])?\s*"
    r"(?:\d{1,2}\s*[:：时]\s*\d{2}(?:\s*[:：分]\s*\d{2})?)?\s*(?:第?[\dA-Z]{1,4}版)?[^\d。；;，,]{0,12}[）)】\]]?"
)
_NAMES = "来源|來源|稿源|出处|作者|记者|記者|责任编辑|责编|编辑|編輯|发布时间|發佈時間|发布日期|时间|日期"
_FIELD = re.compile(rf"({_NAMES})\s*[:：]\s*((?:(?!(?:{_NAMES})\s*[:：]).){{1,40}})")
_BYLINE = re.compile(
    r"(?:文|图|撰文|摄影|供图|图文|文图|圖|攝影|撰稿|采写|采访)\s*[/／｜|丨：:]|"
    r"(?:[\u4e00-\u9fff]{1,12}?)?(?:记者|記者|通讯员|通訊員|特约记者|见习记者|实习生|评论员)\s*[:：]?[ \u3000]*[\u4e00-\u9fff]|"
    r"(?:作者|来源|來源|编辑|責編|责编|责任编辑|编辑)\s*[:：]"
)
_WIRE = re.compile(  # 本报讯（记者 …）, 科技前沿报5月4日电, 【本報訊】
    r"[【\[]?(?P<paper>[\u4e00-\u9fff]{0,12}?)(?:[ \u3000]*(?P<month>\d{1,2})月(?P<day>\d{1,2})日)?(?:讯|訊|电|電|消息)"
    r"(?=[ \u3000（(】\]:：])"
)
_REPORTER = re.compile(r"[（(〔【]((?:[\u4e00-\u9fff]{0,8})?(?:记者|記者|通讯员|通訊員|实习生|特约)[^）)〕】]{1,40})[）)〕】]")
_SUMMARY = re.compile(r"[【\[]?(?:核心提示|提要|提示|导读|導讀|摘要|内容提要|编者按|編者按)[】\]]?[:：\s]?")  # stands before the wire line
_ISSUER = re.compile(  # a line of its own: 青河县统计局, 青河日报社　2021年5月6日
    r"([\u4e00-\u9fff（）()]{2,24}(?:局|厅|廳|部|委|委员会|委員會|办公室|辦公室|中心|协会|協會|社|报|報|网|網|台|院|行|公司))"
    rf"(?:[ \u3000]+{_DAY})?"
)
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,6}\s*[:：]\s*\S")  # 证券代码：603000　证券简称：某某
_OWN = {"本报", "本報", "本刊", "本网", "本網", "本台", "本社"}
_AGENCY = re.compile(r"(.+?(?:社|网|網|报|報|台|频道|客户端))[\u4e00-\u9fff]{0,6}")  # the place after it is no part of its name


class Masthead(NamedTuple):
    """What an article says of itself; "" or None for what it does not say."""

    title: str = ""
    byline: str = ""
    publisher: str = ""
    published: date | None = None


def masthead(lines: Sequence[str]) -> Masthead:
    """Title, byline, publisher and date read from the paragraphs of an article."""
    head = [line.strip() for line in lines[:_HEAD] if line.strip()]
    if head and len(head[0]) <= _SHORT and len(_LABEL.findall(head[0])) > 1:
        del head[0]
    if not head:
        return Masthead()
    title = head[0] if _is_title(head[0]) else ""
    byline = publisher = ""
    published: date | None = None
    body = 1 if title else 0
    while body < len(head) and len(head[body]) <= _SHORT and head[body][-1] not in _STOP:
        line = head[body]
        fields = {match[1]: _DATE.split(match[2])[0].strip() for match in _FIELD.finditer(line)}
        publisher = publisher or next((fields[name] for name in ("来源", "來源", "稿源", "出处") if name in fields), "")
        published = published or _stated(line, alone=not fields)
        if issuer := _ISSUER.fullmatch(line):
            published = published or (_date(*issuer.groups()[1:]) if issuer[2] else None)
            if issuer[2] or _DATE_LINE.fullmatch("".join(head[body + 1 : body + 2])):
                publisher = publisher or issuer[1]
        writer = next((fields[name] for name in ("作者", "记者", "記者") if name in fields), "")
        if writer or (not byline and not fields and _BYLINE.match(line.lstrip(_MARKS))):
            byline = byline or writer or line.lstrip(_MARKS).rstrip("】]）)")
        body += 1
    opening = head[body] if body < len(head) else ""
    if _SUMMARY.match(opening) and body + 1 < len(head) and _WIRE.match(head[body + 1]):
        opening = head[body + 1]
    paper, day = _wire(opening)
    reporter = _REPORTER.search(opening[:80])
    if not published and day:
        published = _year_of(day, head)
    for line in lines[2:][-2:]:
        published = published or _stated(line.strip(), alone=True)
    return Masthead(title, byline or (reporter.group(1).strip() if reporter else ""), publisher or paper, published)


def _is_title(line: str) -> bool:
    if not line or len(line) > _SHORT or line[-1] in "。；;，,、：:" or _DATE_LINE.fullmatch(line) or _FIELD.match(line):
        return False
    return not _BYLINE.match(line.lstrip(_MARKS)) and not _WIRE.match(line)


def _stated(line: str, *, alone: bool) -> date | None:
    """The one full date of a masthead line; `alone` when nothing else may stand beside it."""
    match = _DATE_LINE.fullmatch(line) if alone else _DATE.search(line)
    return _date(*match.groups()[:3]) if match else None


def stated_day(words: str) -> date | None:
    """The one full date in a running head or the like."""
    found = {_date(*match.groups()) for match in _DATE.finditer(words[:200])}
    return found.pop() if len(found) == 1 else None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _wire(opening: str) -> tuple[str, tuple[str, str] | None]:
    """The paper and the month and day of a wire line."""
    match = _WIRE.match(opening)
    if not match:
        return "", None
    agency = _AGENCY.fullmatch(match["paper"])
    paper = agency[1] if agency else match["paper"]
    if paper in _OWN or paper.endswith(("快", "简", "短", "专", "又", "通")):  # 快讯, 短讯, 通讯: no name
        paper = ""
    return paper, (match["month"], match["day"]) if match["month"] else None


def _year_of(day: tuple[str, str], lines: Sequence[str]) -> date | None:
    """The date of a wire line that leaves out the year, when the opening of the article names exactly one year for that very day."""
    days = {
        _date(*match.groups()) for line in lines for match in _DATE.finditer(line) if (int(match[2]), int(match[3])) == tuple(map(int, day))
    }
    return days.pop() if len(days) == 1 else None
