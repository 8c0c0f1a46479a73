"""The catalogue of hostile and odd documents: what each is and the text or the sentence that it must give."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.text.pdf_files import Words, locked, placed, raw, stream
from tests.text.word_files import W, document, inserted, package, paragraph, part, run, table

TEXT = "去年全市增长15%。"


@dataclass(frozen=True)
class Odd:
    """A document by its number in the catalogue: what it is, its bytes, and the text or the words of the sentence that it must give."""

    number: str
    what: str
    data: bytes | Callable[[], bytes]
    name: str = "a.txt"
    text: str | None = None
    sentence: str = ""
    notes: tuple[str, ...] = ()
    full: bool = False


def utf8(number, what, text, *, becomes=None, notes=(), full=False):
    """A text file that must come back as it is, or as `becomes`."""
    return Odd(
        number, what, lambda: text.encode("utf-8", "surrogatepass"), text=text if becomes is None else becomes, notes=notes, full=full
    )


def word(number, what, data, **wanted):
    return Odd(number, what, data, "a.docx", **wanted)


def page(number, what, inside, encoding="utf-8", **wanted):
    data = (lambda: inside().encode(encoding)) if callable(inside) else inside.encode(encoding)
    return Odd(number, what, data, "a.html", **wanted)


def pdf(number, what, data, **wanted):
    return Odd(number, what, data, "a.pdf", **wanted)


PLAIN = [
    Odd("1", "empty", b"", sentence="空的"),
    Odd("2", "only spaces and line ends", " \n\u3000\r\n\t\n".encode(), sentence="没有文字"),
    utf8("3", "no number at all", "春风又绿江南岸。\n"),
    Odd("4", "a byte order mark", b"\xef\xbb\xbf" + TEXT.encode(), text=TEXT, notes=("bom",)),
    utf8("5", "a byte order mark in the midst", "增长\ufeff15%。", notes=("invisible",)),
    utf8("6", "NUL", "增长\x0015%。", becomes="增长␀15%。", notes=("control",)),
    utf8("8", "CR LF", "甲5%\r\n乙6%\r\n", becomes="甲5%\n乙6%\n", notes=("crlf",)),
    utf8("9", "CR alone", "甲5%\r乙6%\r", becomes="甲5%\n乙6%\n", notes=("line-end",)),
    utf8("10", "line ends mixed", "甲5%\r\n乙6%\r丙7%\n", becomes="甲5%\n乙6%\n丙7%\n", notes=("crlf", "line-end")),
    utf8("11", "other line ends", "甲\u2028乙\u2029丙\x85丁\v戊\f己", becomes="甲\n乙\n丙\n丁\n戊\n己", notes=("line-end",)),
    utf8("12", "spaces between number and unit", "15\u00a0%，3\u3000亿元，4\u2009万人"),
    Odd("13", "GB18030 with four bytes", "㐀𠮷增长15%。".encode("gb18030"), text="㐀𠮷增长15%。"),
    Odd("14", "GBK", (TEXT + "镕喆堃").encode("gbk"), text=TEXT + "镕喆堃"),
    Odd("15", "Big5", "去年全市收入較預算增長一成五，約為三億元。".encode("big5"), text="去年全市收入較預算增長一成五，約為三億元。"),
    Odd("16", "UTF-16 without a mark", (TEXT * 4).encode("utf-16-le"), text=TEXT * 4),
    Odd("16b", "UTF-16 without a mark, the other way", (TEXT * 4).encode("utf-16-be"), text=TEXT * 4),
    Odd("17", "cut in mid-character", TEXT.encode()[:-2], text=TEXT[:-1], notes=("tail",)),
    Odd(
        "18",
        "two encodings",
        (TEXT * 3 + "\n").encode() * 3 + (TEXT * 3).encode("gbk"),
        text=(TEXT * 3 + "\n") * 3 + TEXT * 3,
        notes=("encodings",),
    ),
    Odd("19", "50 MB in one line", ("增长15%，" * 3_000_000).encode, sentence="一段", full=True),
    Odd("20", "50 MB in many lines", ("增长15%，比上年。\n" * 1_950_000).encode, sentence="上限", full=True),
    utf8("21", "a million claims", "增长15%。" * 1000 + "\n" + "增长15%。\n" * 999_000, full=True),
    utf8("22", "a number of 100,000 digits", "1" * 100_000 + "元"),
    utf8("23", "a number of 4,301 digits", "1" * 4_301 + "元"),
    utf8("24", "exponents", "1e999999999和9E9999"),
    utf8("25", "words that are numbers to Python", "NaN、Infinity、1_000元"),
    utf8("26", "10,000 open brackets", "（" * 10_000),
    utf8("27", "20,000 × 比", "比" * 20_000),
    utf8("28", "20,000 digits", "9" * 20_000),
    utf8("29", "20,000 × 一", "一" * 20_000),
    utf8("30", "20,000 spaces between number and unit", "15" + " " * 20_000 + "元"),
    utf8("31", "1, × 20,000", "1," * 20_000),
    utf8("32", "signs that turn the direction", "增长\u202e%51\u202c，\u2066下降3%\u2069。", notes=("bidi",)),
    utf8("33", "unseen signs inside a number", "增长1\u200b5%，1\u00ad8%，1\u200d9%。", notes=("invisible",)),
    utf8("34", "combining marks on digits", "增长1\u03325%，5\u20dd。"),
    utf8("35", "an emoji before a claim", "增长😀15%，𠮷野家3家。"),
    utf8("36", "a family and a flag", "👨‍👩‍👧‍👦和🇨🇳共3人。", notes=()),
    utf8("37", "a variation sequence", "葛\U000e0100城5人。"),
    utf8("38", "an ideographic description", "⿰氵工5条。"),
    utf8("39", "private use", "\ue000\U000f0000共5人。"),
    utf8("40", "full-width digits", "增长１５％，约３．２亿元。"),
    utf8("41", "circled numbers", "①增长5%；⑳下降3%；㊿持平。"),
    utf8("42", "Roman numerals", "第Ⅳ季度，ⅻ章。"),
    utf8("43", "Suzhou numerals", "〡〢〣元。"),
    utf8("44", "digits of other scripts", "١٥٪，१५，𝟏𝟓%。"),
    utf8("45", "compatibility forms", "½、⅓、‰、㎡、㏄、万亿。"),
    utf8("46", "formal numerals", "壹贰叁元、廿人、卅年、二〇二〇、一○年。"),
    utf8("47", "minus signs", "−5℃、－6℃、﹣7℃、+8、＋9。"),
    utf8("48", "our own report", '{"claims": [{"text": "15%", "state": "confirmed"}]}\n'),
]

BOMB = "大得不正常"
WORD = [
    *(
        word(
            number,
            what,
            package({"word/document.xml": f"{doctype}<w:document xmlns:w='{W}'><w:body>{paragraph('a&x;b')}</w:body></w:document>"}),
            sentence="DOCTYPE",
        )
        for number, what, doctype in (
            ("51", "an entity that is a file", '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
            ("52", "an entity on the network", '<!DOCTYPE d [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>'),
            ("53", "a document type elsewhere", '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/d.dtd">'),
            ("54", "a billion laughs", '<!DOCTYPE d [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;"><!ENTITY x "&b;&b;&b;">]>'),
            ("55", "one long entity many times", f'<!DOCTYPE d [<!ENTITY x "{"x" * 50_000}">]>'),
        )
    ),
    word("56", "200 MB in one node", lambda: document(paragraph(run("x" * 200_000_000))), sentence=BOMB, full=True),
    word(
        "57",
        "400 MB of media",
        lambda: package({"word/document.xml": part("document", ""), "word/media/a.png": bytes(400_000_000)}),
        sentence=BOMB,
        full=True,
    ),
    word("56b", "a node that packs far too well", lambda: document(paragraph(run("x" * 20_000_000))), sentence=BOMB),
    word("58", "30,000 parts", lambda: package({f"word/p{number}.xml": "" for number in range(30_000)}), sentence=BOMB),
    word(
        "59",
        "part names that climb",
        package({"word/document.xml": part("document", f"<w:body>{paragraph(TEXT)}</w:body>"), "../../evil": "x"}),
        text=TEXT + "\n",
    ),
    word(
        "60",
        "outside templates and pictures",
        document(paragraph(TEXT, '<w:r><w:drawing><a:blip r:link="r9" xmlns:r="x"/></w:drawing></w:r>')),
        text=TEXT + "\n",
    ),
    word(
        "61",
        "macros",
        package({"word/document.xml": part("document", f"<w:body>{paragraph(TEXT)}</w:body>"), "word/vbaProject.bin": b"\0"}),
        text=TEXT + "\n",
        notes=("macro",),
    ),
    word("62", "no document", document(TEXT, without=("word/document.xml",)), sentence="没有 Word 正文"),
    word("63", "no content types", document(TEXT, without=("[Content_Types].xml",)), text=TEXT + "\n"),
    word("64", "no relationships", document(TEXT, without=("_rels/.rels",)), text=TEXT + "\n"),
    word("65", "no styles", document(paragraph(TEXT, properties='<w:pStyle w:val="Gone"/>')), text=TEXT + "\n"),
    word("66", "a zip cut short", document(TEXT)[:300], sentence="已损坏"),
    word("66b", "text under the name of a document", TEXT.encode(), sentence="内容却不是"),
    Odd("66c", "an old Word document", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.doc", sentence="另存为"),
    word("67", "malformed XML", document("<w:p><w:r></w:p>"), sentence="已损坏"),
    word(
        "68",
        "100,000 paragraphs",
        lambda: document(*(f"第{number}段。" for number in range(100_000))),
        text="".join(f"第{number}段。\n" for number in range(100_000)),
        full=True,
    ),
    word(
        "69",
        "300 tables in one another",
        document("<w:tbl><w:tr><w:tc>" * 300 + paragraph(TEXT) + "</w:tc></w:tr></w:tbl>" * 300),
        text=TEXT + "\n",
    ),
    word(
        "70",
        "tracked changes",
        document(paragraph("原利率", '<w:del w:id="1"><w:r><w:delText>上浮</w:delText></w:r></w:del>', inserted(run("下浮")), "15%。")),
        text="原利率下浮15%。\n",
        notes=("tracked", "deleted", "inserted"),
    ),
    word(
        "71",
        "tables and controls",
        document(table(["产值", "15亿元"]), f"<w:sdt><w:sdtContent>{paragraph(TEXT)}</w:sdtContent></w:sdt>"),
        text=f"产值\t15亿元\n{TEXT}\n",
    ),
    word("72", "hidden text", document(paragraph("增长", run("99%", "<w:vanish/>"), "15%。")), text="增长15%。\n", notes=("hidden",)),
    word(
        "73",
        "a hyphen that does not break, tabs and symbols",
        document(paragraph("<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t><w:tab/><w:t>3</w:t></w:r>")),
        text="1-2\t3\n",
    ),
]

SHOWN = "<html><head><meta charset='utf-8'>%s</head><body>%s</body></html>"
PAGES = [
    page(
        "74",
        "scripts, styles, frames and a refresh",
        SHOWN
        % (
            "<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'><script>var a=99</script>",
            f"<p>{TEXT}</p><iframe src='http://127.0.0.1:9/'>98</iframe>",
        ),
        text=TEXT + "\n",
    ),
    page(
        "75",
        "numbers that are not shown",
        SHOWN % ("", f"<p>{TEXT}</p><p style='display:none'>99%</p>"),
        text=TEXT + "\n",
        notes=("hidden",),
    ),
    page(
        "76",
        "links that do something",
        SHOWN
        % ("", f"<p>{TEXT}<a href='javascript:alert(1)'>甲</a><a href='file:///etc/passwd'>乙</a><a href='data:text/html,x'>丙</a></p>"),
        text=TEXT + "甲乙丙\n",
    ),
    *(
        page(f"77 {encoding}", "no charset", f"<html><body><p>{words}</p></body></html>", encoding, text=words + "\n")
        for encoding, words in (
            ("gbk", TEXT * 2),
            ("gb18030", TEXT + "㐀𠮷"),
            ("big5", "去年全市收入較預算增長一成五，約為三億元。"),
            ("utf-16", TEXT),
            ("utf-8", TEXT),
        )
    ),
    page(
        "78",
        "an XML declaration",
        f"<?xml version='1.0' encoding='gb2312'?><html><body><p>{TEXT}</p></body></html>",
        "gbk",
        text=TEXT + "\n",
    ),
    page("79", "1,000 tags in one another", SHOWN % ("", "<div>" * 1_000 + TEXT + "</div>" * 1_000), text=TEXT + "\n"),
    page("79b", "100,000 tags in one another", lambda: SHOWN % ("", "<div>" * 100_000 + TEXT), text=TEXT + "\n", full=True),
    page(
        "80",
        "a table of 400,000 cells",
        lambda: SHOWN % ("", "<table>" + ("<tr>" + "<td>1" * 100) * 4_000 + "</table>"),
        text=("\t".join("1" * 100) + "\n") * 4_000,
        full=True,
    ),
    page(
        "81",
        "a comment that never ends",
        lambda: SHOWN % ("", f"<p>{TEXT}</p><!-- " + "x" * 5_000_000),
        text=TEXT + "\n",
        notes=("comment-open",),
    ),
    page(
        "81b", "an attribute of 5 MB and a NUL", lambda: SHOWN % ("", f"<p title='{'x' * 5_000_000}'>{TEXT}\0</p>"), text=TEXT + "\ufffd\n"
    ),
]

CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
EMPTY_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>"
ONE_PAGE = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
GOOD = placed([[Words(50, 700, TEXT)]])


def mutated(seed):
    """The good file with some bytes changed, the same each time."""
    chance, data = Random(seed), bytearray(GOOD)
    for _ in range(chance.randrange(1, 30)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


PDFS = [
    pdf("83", "locked with an empty password", locked([Words(50, 700, TEXT)], ""), text=TEXT + "\n"),
    pdf("83b", "locked with a password", locked([Words(50, 700, TEXT)], "secret"), sentence="请输入密码"),
    pdf("83c", "scanned", placed([[]], images=1), sentence="扫描件"),
    pdf(
        "83d",
        "scripts and launches",
        GOOD.replace(CATALOG, b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(/bin/sh)>>>>"),
        text=TEXT + "\n",
    ),
    pdf("83e", "a table that points elsewhere", GOOD.replace(b"startxref\n", b"startxref\n9"), text=TEXT + "\n"),
    pdf("83f", "junk before the header", b"junk\n" * 100 + GOOD, text=TEXT + "\n"),
    pdf("83g", "pages in a ring", raw([CATALOG, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"]), sentence="已损坏"),
    pdf("83h", "a table that leads to itself", GOOD.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev 9"), text=TEXT + "\n"),
    pdf("83i", "a count that lies", raw([CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 900000>>", EMPTY_PAGE]), sentence="上限"),
    pdf(
        "84",
        "a stream of 300 MB",
        lambda: raw([CATALOG, ONE_PAGE, EMPTY_PAGE, stream(zlib.compress(b" " * 300_000_000, 9), packed=True)]),
        sentence="没有文字层",
        full=True,
    ),
    pdf("84b", "a million states saved", lambda: raw([CATALOG, ONE_PAGE, EMPTY_PAGE, stream(b"q " * 1_000_000)]), sentence="没有文字层"),
    pdf(
        "84c",
        "10,000 pages",
        lambda: raw([CATALOG, b"<</Type/Pages/Kids[" + b"3 0 R " * 10_000 + b"]/Count 10000>>", EMPTY_PAGE]),
        sentence="上限",
    ),
]

ALL = [*PLAIN, *WORD, *PAGES, *PDFS]
