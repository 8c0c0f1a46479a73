"""Paragraphs that stop in mid-sentence."""

import re
from collections.abc import Iterator

from annotator.checks.record import check, suspicious
from annotator.checks.relations import Relations
from annotator.model import Finding, Paragraph, Span

_ENDS = frozenset("。！？…”’」』）】》〉.!?~～—－-:：；;*※|>›")
_FULL = frozenset("。！？…”’")
_STOP = re.compile(r"。[”’」』）]*")
_CREDIT = re.compile(
    r"[—－-]{1,3}[\w（）\s]{1,12}$|(?:记者|通讯员|作者|编辑|责编|校对|审核|制图|来源|文|图)[^，。；]{0,16}$|(?:摄|供图|图片|报道)$|"
    r"(?:电话|热线|邮箱|网址|地址|日期|时间|附)[：:][^。]*$|https?:|www\.|【|[0-9０-９]$"
)
_BULLET = re.compile(r"^\W*[●◆■▲★◎○□◇△☆•·▶►√①-⑳]|[●◆■▲★]")
_OPEN_END = re.compile(
    "(?:[和与及并或在对为把将被向从以是至给让使由跟而且不已还也就才]|可以|以及|其中|包括|通过|进行|分别|同时|正在|已经|没有|能够|需要|必须|要求|由于|因为|如果|但是|但|其他)$"
)
"""Words no sentence ends with."""
_CAPTION = re.compile("^(?:图|[▲▼●◆■]|这是|上图|下图|左图|右图|(?:[0-9０-９]+月)?[0-9０-９]+日，|近日)|资料图|供图|摄$")
_WANTING = re.compile("[了着]$")
_BYLINE = re.compile("[（(]?(?:本报|本刊|本网|本台|新华社|中新社|记者|通讯员|编辑同志|据)|□|■")
_MOSTLY = 0.6
"""The share of long paragraphs with a full stop in an article that uses them."""
_HANGING = re.compile(r"[，、,]$|[（(“「『《][^）)”」』》]{0,40}$")


@check(
    title="段落在句子中间断开",
    title_en="Paragraph cut in mid-sentence",
    why="正文段落没有写完就换行，常见于转版、分栏或复制时丢字：后半句可能接在下一段，也可能丢了。",
    limits="标题、图注、署名、诗行本来就没有句号，整段没有句末标点又不以逗号收尾的短行不查。",
    flags=(
        "春耕前，县里召开企业座谈会，听取各方意见。\n[[全县为218户企业办理退税，选派80名驻企专员。对新入园企业上门]]\n开展“政策体检”。企业反映良好。",
        "[[新渠昨日放水，两岸村民奔走相告，]]\n[[三千亩旱田从此告别望天收。]]",
        "课后服务本月起覆盖全部班级。\n[[票价全程七十二元，往返有优惠，另外，二十次有效的计次票和]]\n窗口照常售票。",
        "课后服务本月起覆盖全部班级。\n[[学校开出编程、皮影等课程。学生每周可自主选择]]\n交通安全是开学第一课，交警进校宣讲。",
    ),
    passes=(
        "春潮拍岸启新程 大地起宏图\n新渠昨日放水，两岸村民奔走相告。",
        "新渠昨日放水，两岸村民奔走相告。本报记者 张望 摄\n水利部门说，明年还将扩建。",
        "咨询请拨打服务热线。电话：0759-3316 2088\n窗口周末照常开放。",
        "两岸村民奔走相告：\n“旱田有水了！”",
        "新渠昨日放水。\n图为放水当天，两岸村民在渠边取水，老人孩子都来看热闹，把渠边挤得满满当当\n工期两年。",
        "图为施工现场。（资料图片）\n工期两年。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    whole = relations.article.paragraphs
    begun = False  # above the first full paragraph stand headings, credits and summaries
    for paragraph in relations.paragraphs:
        complete = relations.text[paragraph.start : paragraph.end].rstrip()[-1:] in _FULL
        cut = _is_cut(relations, paragraph, begun=begun)
        begun = begun or complete or cut
        if not cut:
            continue
        follower = whole[paragraph.order + 1] if paragraph.order + 1 < len(whole) else None
        goes_on = follower is not None and _goes_on(relations, paragraph, follower)
        tail = relations.article.slice(paragraph.span).rstrip()[-6:]
        spans: tuple[Span, ...] = (paragraph.span,)
        message = f"段落停在“{tail}”，句子没有写完，请核对是否有缺文。"
        if goes_on and follower is not None:
            spans = (paragraph.span, follower.span)
            message = f"段落停在“{tail}”，句子没有写完，像是接在下一段，请核对是否误断。"
        yield suspicious(spans, message)


def _is_cut(relations: Relations, paragraph: Paragraph, *, begun: bool) -> bool:
    text = relations.text[paragraph.start : paragraph.end].rstrip()
    if not text or text[-1] in _ENDS:
        return False
    stops = [match.end() for match in _STOP.finditer(text)]
    tail = text[stops[-1] :] if stops else text
    if (
        _BULLET.search(text)
        or _CREDIT.search(tail)
        or tail.lstrip()[:1] in "—-－（(【"
        or (" " in tail.strip() and len(tail) < 30)
        or "　" in tail.strip()
    ):
        return False
    if _HANGING.search(text):
        return len(text) >= 12
    if _is_deck(relations, paragraph):
        return False
    if not stops:
        return begun and _breaks_off(text) and _uses_stops(relations)
    return len(tail) >= 4 and (begun or len(text) >= 80)


def _is_deck(relations: Relations, paragraph: Paragraph) -> bool:
    """Is it the summary under a headline: a short line without a stop above it, or a byline or dateline below it?"""
    whole = relations.article.paragraphs
    above, below = (whole[at] if 0 <= at < len(whole) else None for at in (paragraph.order - 1, paragraph.order + 1))
    opening = "" if below is None else relations.text[below.start : below.end].lstrip()[:12]
    if _BYLINE.match(opening):
        return True
    headed = above is None or (above.end - above.start < 30 and relations.text[above.start : above.end].rstrip()[-1:] not in _ENDS)
    return headed and (below is None or _STOP.search(relations.text[below.start : below.end]) is None)


def _breaks_off(text: str) -> bool:
    """Is a line without any full stop prose that goes on: it ends in a word that wants another, or runs over several clauses?"""
    if _CAPTION.search(text) or " " in text or "　" in text or "，" not in text:
        return False
    if _OPEN_END.search(text):
        return len(text) >= 24
    return text.count("，") >= 2 and len(text) >= (28 if _WANTING.search(text) else 36)


def _uses_stops(relations: Relations) -> bool:
    """Do the other long paragraphs of the article end in full stops?"""
    ends = [relations.text[one.start : one.end].rstrip()[-1:] for one in relations.paragraphs if one.end - one.start >= 12]
    return sum(end in _ENDS for end in ends) >= _MOSTLY * (len(ends) - 1)


def _goes_on(relations: Relations, paragraph: Paragraph, follower: Paragraph) -> bool:
    """Does the next paragraph read like the rest of a sentence: prose, and no beginning of its own?"""
    text = relations.text[follower.start : follower.end]
    if follower.copy_of == paragraph.order or not _STOP.search(text):
        return False
    return _HANGING.search(relations.text[paragraph.start : paragraph.end].rstrip()) is not None
