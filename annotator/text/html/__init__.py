"""A web page as its reader sees it: the article without menus, hidden and script text, nothing fetched; what is left out is noted."""

import codecs
import email
import json
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone

from annotator.model import Note
from annotator.text.encoding import ENCODINGS, ENGLISH, Reading, guess, read_as, weight
from annotator.text.errors import ReadError
from annotator.text.html.article_body import Body, body_of
from annotator.text.html.page import Page
from annotator.text.masthead import Masthead, masthead
from annotator.text.notes import has_digit, left_out, listed, raised
from annotator.text.parsed import Parsed

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,20})|<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w-]{2,20})", re.IGNORECASE
)
_ALIASES = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5",
    "big5hkscs": "big5",
    "cp950": "big5",
    "utf-8": "utf-8",
}
_PUBLISHED = (
    "article:published_time",
    "og:release_date",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish_time",
    "publication_date",
    "apub:time",
    "date",
)
_PUBLISHERS = ("og:site_name", "source", "article:publisher", "publisher", "mediaid")
_AUTHORS = ("author", "article:author", "og:article:author", "byl")
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})")
_MUCH = 200  # code points: more hidden text than shown is an article waiting for its script
_MENUS = ("没有列入的菜单、链接里，带数字的有 {} 行：{}。", "Lines with figures in the menus left out ({}): {}.")
_LINKS = ("正文中间有 {} 行链接没有列入：{}。", "Links inside the article were left out (lines: {}): {}.")
_OUTSIDE = (
    "正文之外还有 {} 行文字没有列入：{}。若属正文，请复制后粘贴。",
    "Lines outside the article were left out ({}): {}. Paste what belongs.",
)
_HIDDEN = ("网页里有 {} 处隐藏文字没有列入正文：{}。", "Hidden text in the page was left out ({}): {}.")
_CHINA = timezone(timedelta(hours=8))


def parse(data: bytes, name: str = "", password: str | None = None) -> Parsed:  # noqa: ARG001 - one form for all parsers
    """The article of a saved page (.html, .mht) or of pasted markup. ReadError when nothing in it can be seen."""
    reading, notes = _decoded(*_unwrapped(data))
    markup, cut = _closed(reading.text)
    if cut:
        notes.append(
            Note(
                "comment-open",
                "网页里有一处注释没有写完，浏览器不显示其后的内容，没有列入。",
                english="A comment in the page never ends; browsers show nothing after it, and it was left out.",
            )
        )
    page = _page(markup)
    if page.veiled > max(_MUCH, sum(len(block.text) for block in page.blocks)):
        page = _page(markup, veils=False)
        notes.append(
            Note(
                "veiled",
                "网页的正文要等脚本运行才显示，已按显示后的样子列入。",
                english="The article waits for a script to show it; it was read as it would be shown.",
            )
        )
    if not page.blocks:
        if page.hidden:
            raise ReadError(
                "网页里只有隐藏的文字，没有看得见的正文：请在浏览器里打开，复制正文后粘贴。",
                "The page holds hidden text only. Open it in a browser, copy the article and paste it.",
            )
        raise ReadError(
            "网页里没有文字（正文可能由脚本显示）：请在浏览器里打开，复制正文后粘贴。",
            "The page holds no text (a script may show it). Open it in a browser, copy the article and paste it.",
        )
    title = _title(page)
    # What a person copied is wanted as it is; a page is searched for its article.
    body = body_of(page.blocks, page.tree, reading.text, title) if name else Body(tuple(page.blocks), (), (), 0, len(page.blocks) - 1)
    text = "\n".join(block.text for block in body.kept) + "\n"
    head = _masthead(page, body, title)
    notes += _left_out(page, body)
    return Parsed(
        text,
        tuple(notes),
        title=head.title,
        byline=head.byline,
        publisher=head.publisher,
        published=head.published,
        encoding=reading.encoding,
    )


def _page(markup: str, *, veils: bool = True) -> Page:
    """The blocks of the markup; without `veils` what visibility hides is shown, as a script of the page would."""
    page = Page(veils=veils)
    page.feed(markup.replace("\0", "\ufffd"))
    page.close()
    return page


def _unwrapped(data: bytes) -> tuple[bytes, str]:
    """The page inside a web archive (.mht) and the charset its envelope states; other bytes as they are."""
    if not re.match(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}\r?\n", data[:8192]) or b"mime-version" not in data[:8192].lower():
        return data, ""
    for part in email.message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            return (payload if isinstance(payload, bytes) else b""), part.get_content_charset() or ""
    raise ReadError(
        "网页存档里没有网页正文：请在浏览器里另存为 .html 再打开。",
        "The archive holds no page. Save it as .html in a browser and open that.",
    )


def _decoded(data: bytes, stated: str) -> tuple[Reading, list[Note]]:
    """The markup: a byte order mark first, then what the page states if it fits, else the likeliest encoding."""
    likely = guess(data)
    declared = _declared(data, stated)
    notes = []
    encoding = likely.encoding
    if declared and declared != encoding and not likely.mark:
        as_declared, as_likely = read_as(data, declared), read_as(data, encoding)
        if as_declared.broken <= as_likely.broken and weight(as_declared.text) >= weight(as_likely.text) - 0.5:
            encoding = declared
        else:
            message = f"网页声明的编码是 {ENCODINGS[declared]}，内容却是 {ENCODINGS[encoding]}，按后者读入。"
            english = f"The page claims to be {ENGLISH[declared]}; its bytes are {ENGLISH[encoding]} and were read so."
            notes.append(Note("encoding", message, english=english))
    reading = read_as(data, encoding)
    if reading.broken:
        message = f"有 {reading.broken} 处字节按 {ENCODINGS[encoding]} 解不出文字，显示为 �：请核对原文。"
        english = f"Bytes that do not decode as {ENGLISH[encoding]} show as � ({reading.broken}). Compare the original."
        notes.append(Note("undecodable", message, english=english))
    if reading.tail:
        english = f"The end is no whole character (bytes: {reading.tail}): the file may be cut short."
        notes.append(Note("tail", f"文件末尾有 {reading.tail} 个字节不完整，文件可能被截断。", english=english))
    return reading, notes


def _closed(markup: str) -> tuple[str, bool]:
    """The markup up to a comment that never ends: a browser shows nothing after it."""
    opened = markup.find("<!--", markup.rfind("-->") + 1)
    return (markup[:opened], True) if opened >= 0 and "</script" not in markup[opened:].lower() else (markup, False)


def _declared(data: bytes, stated: str) -> str:
    match = _CHARSET.search(data[:4096])
    name = stated or (next(filter(None, match.groups())).decode("ascii") if match else "")
    try:
        return _ALIASES.get(codecs.lookup(name).name, "") if name else ""
    except LookupError:
        return ""


def _title(page: Page) -> str:
    stated = page.meta.get("og:title") or page.title
    headings = [block.text for block in page.blocks if block.heading == 1 and not block.is_menu]
    if len(headings) == 1:
        return headings[0]
    return re.split(r"\s*[_|｜]|\s+[-–—]+\s+", stated)[0].strip() if stated else ""


def _masthead(page: Page, body: Body, title: str) -> Masthead:
    """What the text states, and where it is silent what the head of the page states."""
    lines = [block.text for block in body.kept]
    text = masthead([*lines[:12], *lines[12:][-2:]])
    meta = {key: value for key, value in page.meta.items() if value}
    published = text.published or next(filter(None, (_day(meta.get(key, "")) for key in _PUBLISHED)), None) or _from_scripts(page)
    return Masthead(
        (title or text.title)[:200],
        (text.byline or next((meta[key] for key in _AUTHORS if key in meta), ""))[:200],
        (text.publisher or next((meta[key] for key in _PUBLISHERS if key in meta), ""))[:100],
        published,
    )


def _from_scripts(page: Page) -> date | None:
    for script in page.data_scripts[:10]:
        try:
            stated = json.loads(script)
        except (ValueError, RecursionError):
            continue
        for record in stated if isinstance(stated, list) else [stated]:
            if isinstance(record, dict) and isinstance(record.get("datePublished"), str):
                return _day(record["datePublished"])
    return None


def _day(words: str) -> date | None:
    """The day of a stated moment, in China where the moment names its zone."""
    try:
        moment = datetime.fromisoformat(words.strip())
    except ValueError:
        match = _DAY.search(words)
        try:
            return date(*map(int, match.groups())) if match else None
        except ValueError:
            return None
    return (moment.astimezone(_CHINA) if moment.tzinfo else moment).date()


def _left_out(page: Page, body: Body) -> Iterator[Note]:
    menus = [block.text for block in body.dropped if block.is_menu]
    if body.whole:
        yield Note(
            "whole-page",
            "没有认出网页的正文，看得见的文字都已列入，其中可能有菜单和广告。",
            english="The article in the page was not recognised: all text that shows was taken, menus and advertisements too.",
        )
    if menus:
        english = f"Menus and links of the page were left out (lines: {len(menus)})."
        yield Note("menus", f"网页的菜单、链接等 {len(menus)} 行没有列入正文。", english=english)
    for kind, (chinese, english), lines in (
        ("menus", _MENUS, filter(has_digit, menus)),
        ("links", _LINKS, (block.text for block in body.inside)),
        ("left-out", _OUTSIDE, (block.text for block in body.dropped if not block.is_menu)),
        ("hidden", _HIDDEN, page.hidden),
    ):
        yield from listed(kind, chinese, english, lines)
    images = sum(body.first <= place <= body.last + 1 for place in page.images)
    if images:
        yield left_out("正文里有 {} 张图片", "Pictures in the article ({})", images)
    if page.counts["superscript"]:
        yield raised(page.counts["superscript"])
    if struck := page.counts["struck"]:
        yield Note("struck", f"有 {struck} 处文字带删除线，仍列入正文。", english=f"Text that is struck through was still read ({struck}).")
