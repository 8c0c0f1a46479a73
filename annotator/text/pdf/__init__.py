"""A PDF with a text layer as its reader sees it: reading order, whole paragraphs, headers and page numbers left out and noted."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from annotator.model import Note, Span
from annotator.text.errors import PasswordWanted, ReadError
from annotator.text.imported import Anchor
from annotator.text.masthead import masthead, stated_day
from annotator.text.notes import left_out, listed, raised
from annotator.text.parsed import Parsed
from annotator.text.pdf.layout import Line, lines_of
from annotator.text.pdf.page import PageText, page_text
from annotator.text.pdf.paragraphs import Paragraph, paragraphs_of

_MAX_PAGES = 2_000
_MARGIN = 0.09  # of the page's height: where running heads and page numbers stand
_PAGE_NUMBER = re.compile(
    r"[-–—·\s]*(?:第\s*)?\d{1,4}(?:\s*[页頁版])?(?:\s*[/／]\s*(?:共\s*)?\d{1,4}\s*[页頁]?)?[-–—·\s]*|第\s*\d+\s*页\s*[，,]?\s*共\s*\d+\s*页"
)

_CUT = ("这个数字在原件里跨行，已连成一个，请对照原件。", "This number breaks over two lines in the original and was made one. Compare it.")
_HEADS = ("页眉、页脚里的 {} 种字样是：{}。", "What they say ({}): {}.")
_UNSEEN = ("有 {} 页上看不见的字没有列入正文：{}。", "Text that cannot be seen was left out (pages: {}): {}.")
_WATERMARK = (
    "页面上斜压着的水印之类的字（{} 种）没有列入正文：{}。",
    "Text set at a slant over the page, such as a watermark, was left out ({}): {}.",
)
_COUNTED = {
    "damaged": ("有 {} 页已损坏，没有读入。", "Damaged pages were not read ({})."),
    "unknown": (
        "有 {} 个字在文件里没有对照，显示为 �：请对照原件。",
        "Characters that the file does not name show as � ({}). Compare the original.",
    ),
    "radicals": (
        "有 {} 个部首或兼容字形已换成常用的同形字。",
        "Radicals and compatibility forms became the usual characters of the same shape ({}).",
    ),
    "vertical": ("有 {} 页是竖排，已按从右到左的次序读入。", "Vertical pages were read from right to left ({})."),
}


def parse(data: bytes, name: str = "", password: str | None = None) -> Parsed:  # noqa: ARG001 - one form for all parsers
    """The text of a PDF, with the page of every piece. ReadError with the remedy, PasswordWanted."""
    document = _opened(data, password)
    count = len(document)
    if count > _MAX_PAGES:
        raise ReadError(
            f"PDF 有 {count} 页，超过 {_MAX_PAGES} 页的上限，请拆成几个文件再打开。",
            f"The PDF has {count} pages, more than {_MAX_PAGES}. Divide it into several files.",
        )
    pages = [text for number in range(count) for text in _page(document, number)]
    _check(pages)
    found = [lines_of(page, number) for number, page in enumerate(pages)]
    running = _running(found, pages)
    body = [line for page, lines in zip(pages, found, strict=True) for line in lines if not _is_running(line, page, running)]
    heads = [line for page, lines in zip(pages, found, strict=True) for line in lines if _is_running(line, page, running)]
    return _parsed(paragraphs_of(body), pages, heads, sum(line.superscripts for line in body))


def _opened(data: bytes, password: str | None) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code == pdfium.FPDF_ERR_PASSWORD:
            raise PasswordWanted(wrong=password is not None) from error
        if code == pdfium.FPDF_ERR_SECURITY:
            raise ReadError(
                "这个 PDF 用了读不了的加密方式：请在阅读器里另存为没有密码的 PDF 再打开。",
                "This PDF is locked in a way that cannot be read here. Save it without a password in a PDF reader and open that.",
            ) from error
        raise ReadError(
            "PDF 已损坏，读不出来：请重新取一份，或用阅读器另存后再打开。",
            "The PDF is damaged and cannot be read. Get it again, or save a copy in a PDF reader.",
        ) from error


def _page(document: pypdfium2.PdfDocument, number: int) -> list[PageText]:
    try:
        with closing(document[number]) as page:
            return page_text(page, number)
    except pypdfium2.PdfiumError:
        return [PageText(number, [], 1, 1, counts=Counter(damaged=1))]


def _check(pages: Sequence[PageText]) -> None:
    """ReadError when there is no text to read."""
    signs = sum(not glyph.sign.isspace() for page in pages for glyph in page.glyphs)
    if not signs and any(page.images for page in pages):
        raise ReadError(
            "这个 PDF 是扫描件或图片，没有文字层：请先做文字识别（OCR），或打开它的文字稿。",
            "This PDF is a scan or a picture without a text layer. Recognise its text (OCR) first, or open its manuscript.",
        )
    if not signs and pages and all(page.counts["damaged"] for page in pages):
        raise ReadError(
            "PDF 已损坏，一页也读不出来：请重新取一份，或用阅读器另存后再打开。",
            "The PDF is damaged: not one page can be read. Get it again, or save a copy in a PDF reader.",
        )
    if not signs:
        raise ReadError(
            "这个 PDF 里没有文字层（文字可能已转成曲线）：请打开它的文字稿，或另存为带文字的 PDF。",
            "This PDF has no text layer (its text may have become outlines). Open its manuscript, or save it as a PDF with text.",
        )
    if sum(page.counts["unknown"] for page in pages) * 5 > signs:
        raise ReadError(
            "这个 PDF 的字体没有文字对照表，读出来是乱码：请打开它的文字稿，或换一种方式生成 PDF。",
            "The fonts of this PDF do not say which characters they show. Open its manuscript, or make the PDF in another way.",
        )


def _running(found: Sequence[list[Line]], pages: Sequence[PageText]) -> Counter[str]:
    """The words at the head and foot of pages, digits left out, with the number of pages they stand on."""
    return Counter(
        words for page, lines in zip(pages, found, strict=True) for words in {_pattern(line) for line in lines if _in_margin(line, page)}
    )


def _pattern(line: Line) -> str:
    return re.sub(r"\d+|\s+", "", line.text)


def _in_margin(line: Line, page: PageText) -> bool:
    return line.bottom > page.height * (1 - _MARGIN) or line.top < page.height * _MARGIN


def _is_running(line: Line, page: PageText, running: Counter[str]) -> bool:
    """Is a line a running head, a running foot or a page number?"""
    if not _in_margin(line, page):
        return False
    return bool(_PAGE_NUMBER.fullmatch(line.text)) or (len(line.text) < 80 and running[_pattern(line)] > 1)


def _parsed(paragraphs: Sequence[Paragraph], pages: Sequence[PageText], heads: Sequence[Line], superscripts: int) -> Parsed:
    words: list[str] = []
    anchors: list[Anchor] = []
    cuts: list[Span] = []
    at = 0
    for paragraph in paragraphs:
        ends = [*(start for start, _ in paragraph.pages[1:]), len(paragraph.text)]
        anchors += [
            Anchor(at + start, at + end, "page", page, 0) for (start, page), end in zip(paragraph.pages, ends, strict=True) if start < end
        ]
        cuts += [Span(at + cut - 1, at + cut + 1) for cut in paragraph.cut_numbers]
        words.append(paragraph.text + "\n")
        at += len(paragraph.text) + 1
    head = masthead([paragraph.text for paragraph in paragraphs[:12]])
    dates = {day for line in heads if (day := stated_day(line.text))}
    notes = [
        *_notes(pages, heads, superscripts),
        *(Note("cut-number", _CUT[0], cut, _CUT[1]) for cut in cuts[:200]),
    ]
    return Parsed(
        "".join(words),
        tuple(notes),
        tuple(anchors),
        title=_title(paragraphs),
        published=head.published or (dates.pop() if len(dates) == 1 else None),
    )


def _title(paragraphs: Sequence[Paragraph]) -> str:
    """The first words set larger than the text; "" where nothing is."""
    usual = median(paragraph.size for paragraph in paragraphs)
    large = [paragraph for paragraph in paragraphs[:8] if paragraph.size > 1.25 * usual and len(paragraph.text) <= 80]
    return max(large, key=lambda paragraph: paragraph.size).text if large else ""


def _dropped(pages: Sequence[PageText], heads: Sequence[Line]) -> Iterator[Note]:
    """What stands on the pages and was left out, each line quoted once; bare page numbers are only counted."""
    if heads:
        chinese = f"页眉、页脚、页码 {len(heads)} 行没有列入正文。"
        yield Note("header-footer", chinese, english=f"Page headers, footers and page numbers were left out (lines: {len(heads)}).")
    worded = dict.fromkeys(line.text for line in heads if not _PAGE_NUMBER.fullmatch(line.text))
    for kind, (chinese, english), lines in (
        ("header-footer", _HEADS, worded),
        ("hidden", _UNSEEN, (page.unseen for page in pages if page.unseen)),
        ("watermark", _WATERMARK, dict.fromkeys(page.slanted for page in pages if page.slanted)),
    ):
        yield from listed(kind, chinese, english, lines)


def _notes(pages: Sequence[PageText], heads: Sequence[Line], superscripts: int) -> Iterator[Note]:
    counts: Counter[str] = sum((page.counts for page in pages), Counter())
    images = sum(page.images for page in pages if not page.counts["scan"])
    empty = [str(page.number + 1) for page in pages if not page.glyphs and page.images]
    yield from _dropped(pages, heads)
    if empty:
        more = "…" if len(empty) > 20 else ""
        yield Note(
            "scanned",
            f"第 {'、'.join(empty[:20])}{more} 页是图片，没有文字层，没有读入。",
            english=f"Pages that are pictures without a text layer were not read: {', '.join(empty[:20])}{more}.",
        )
    if counts["scan"]:
        yield Note(
            "ocr",
            f"有 {counts['scan']} 页是扫描件，文字来自识别（OCR），可能有错，请对照原件。",
            english=f"Scanned pages ({counts['scan']}): their text was recognised (OCR) and may be wrong. Compare the original.",
        )
    if images > len(empty):
        yield left_out("有 {} 张图片", "Pictures ({})", images - len(empty))
    for kind, (chinese, english) in _COUNTED.items():
        if counts[kind]:
            yield Note(kind, chinese.format(counts[kind]), english=english.format(counts[kind]))
    if superscripts:
        yield raised(superscripts)
    for page in pages:
        for words in page.notes[:50]:
            where = f"第 {page.number + 1} 页的批注或表单：{words}", f"Comment or form on page {page.number + 1}: {words}"
            yield Note("comment", where[0], english=where[1])
