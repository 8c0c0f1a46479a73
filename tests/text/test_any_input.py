"""Whatever is put in, the same things hold of what comes out."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model import Article
from annotator.text import Format, ReadError, article, convert
from annotator.text.child import answer, parser_of
from annotator.text.masthead import masthead
from tests.text.word_files import document

WORDS = st.sampled_from(
    ["增长", "15%", "，", "。", "记者", "2020年3月11日", "来源：", " ", "\u3000", "\t", "\n", "\r", "\r\n", "\u2028", "\0", "𠮷", "\ufeff"]
)
TEXT = st.lists(WORDS | st.text(max_size=4), max_size=40).map("".join)


def holds(made: Article) -> None:
    """What is true of every article."""
    end = -1
    for order, one in enumerate(made.paragraphs):
        words = made.slice(one.span)
        assert one.order == order
        assert end < one.start < one.end <= len(made.text)
        assert words.strip()
        assert "\n" not in words
        if one.copy_of is not None:
            original = made.paragraphs[one.copy_of]
            assert original.copy_of is None
            assert original.order < order
            assert made.slice(original.span) == words
        end = one.end
    originals = [made.slice(one.span) for one in made.paragraphs if one.copy_of is None]
    assert len(set(originals)) == len(originals)
    between = made.text
    for one in reversed(made.paragraphs):
        between = between[: one.start] + between[one.end :]
    assert not any(sign.isalnum() for sign in between)
    made.text.encode()
    for note in made.notes:
        assert note.span is None or 0 <= note.span.start <= note.span.end <= len(made.text)


@given(TEXT)
def test_any_text_is_an_article_and_keeps_its_offsets(text):
    made = article(text)
    holds(made)
    assert len(made.text) == len(text)
    for before, after in zip(text, made.text, strict=True):
        assert before == after or not before.isalnum()


@given(TEXT)
def test_a_text_and_its_bytes_are_the_same_article(text):
    text = text.encode("utf-8", "replace").decode().lstrip("\ufeff")
    try:
        made = convert(text.encode(), "a.txt", encoding="utf-8").article
    except ReadError:
        assert not article(text).paragraphs
    else:
        holds(made)
        assert made.text == article(text.replace("\r\n", "\n")).text


@given(st.binary(max_size=200))
def test_any_bytes_are_an_article_that_leads_back_to_them_or_a_sentence(data):
    try:
        imported = convert(data, "a.txt")
    except ReadError:
        return
    holds(imported.article)
    if imported.bytes_of:
        text = imported.article.text
        places = [imported.bytes_of.span(at, at)[0] for at in range(len(text) + 1)]
        assert places == sorted(places)
        assert places[-1] <= len(data)


@given(st.lists(TEXT, max_size=12))
def test_a_masthead_never_fails(lines):
    found = masthead([line.strip() for line in lines if line.strip()])
    assert len(found.title) <= 60


def broke(kind, data):
    """The exception a parser let through, if any."""
    return json.loads(answer(parser_of(kind), data, "a", None)).get("detail")


TAGS = """
<p> </p> <div> </div> <table> <tr> <td> </td> </tr> </table> <li> <ul> <ol> </ol> <b> </b> <a> </a> <br> <h1> </h1> <pre> </pre>
<title> <style>
.a{display:none} </style> <script> </script> <p/hidden> <p/class=a> <!-- --> <body> </body> <head> </head> <select> <option> <th>
<tbody> &lt; &#x0;
<sup> </sup> </html> <![CDATA[ ]]> <? < > <form> </form> <img> <dd> <dt> <dl> </dl> <caption>
"""
TAG = st.sampled_from(TAGS.split())


@settings(max_examples=200)
@given(st.lists(TAG | WORDS, max_size=60).map("".join))
def test_any_markup_is_read(markup):
    assert broke(Format.HTML, markup.encode("utf-8", "replace")) is None


ELEMENTS = """
<w:p> </w:p> <w:r> </w:r> <w:t>15%</w:t> <w:tbl> </w:tbl> <w:tr> </w:tr> <w:tc> </w:tc> <w:pPr> </w:pPr> <w:rPr> </w:rPr>
<w:del/> <w:ins> </w:ins>
<w:br/> <w:fldChar/> <w:fldChar_w:fldCharType="begin"/> <w:fldChar_w:fldCharType="end"/> <w:vanish/> <w:txbxContent> </w:txbxContent>
<w:sym/>
<w:numPr/> <w:numId/> <mc:AlternateContent> </mc:AlternateContent> <mc:Choice> </mc:Choice> <w:commentRangeEnd/> <w:footnoteReference/>
<w:delText>9</w:delText> <m:oMath> </m:oMath>
"""
XML = st.sampled_from(ELEMENTS.split())


def balanced(parts):
    """The parts as well-formed XML: end tags without a start left out, open ones closed."""
    out, still = [], []
    for piece in parts:
        name = piece.strip("</>").split("_")[0].split(">")[0]
        if piece.startswith("</"):
            while name in still:
                last = still.pop()
                out.append(f"</{last}>")
                if last == name:
                    break
        else:
            out.append(piece.replace("_", " "))
            if not piece.endswith("/>") and "</" not in piece:
                still.append(name)
    return "".join(out) + "".join(f"</{name}>" for name in reversed(still))


@settings(max_examples=200)
@given(st.lists(XML, max_size=60).map(balanced))
def test_any_arrangement_of_elements_is_read(body):
    assert broke(Format.DOCX, document("<w:p/>", body)) is None


CONTROLS = r"""
{ } \par \'d4 \'f6 \u22686? \u-1 \v \v0 \b {\*\x \fonttbl \f1 \fcharset134 \bin3 \super \uc0 abc \~ \\ \{ \cell \row \deleted \plain \pict
"""


@settings(max_examples=200)
@given(st.lists(st.sampled_from(CONTROLS.split()), max_size=60))
def test_any_arrangement_of_rich_text_is_read(parts):
    assert broke(Format.RTF, ("{\\rtf1 正 " + "".join(parts)).encode("gb18030")) is None
