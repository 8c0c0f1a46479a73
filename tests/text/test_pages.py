"""A web page reads as its reader sees it: the article word for word, no menus, nothing hidden, nothing fetched."""

import http.server
import threading
from datetime import date
from html import escape

import pytest

from annotator import paths
from annotator.text import ReadError, convert, paste
from annotator.text.html import parse
from tests.text import web_pages
from tests.text.passages import SIMPLIFIED, TRADITIONAL
from tests.text.traditional import traditional

TITLE, *SAMPLE = [line for line in paths.seed("liling-2020-03.txt").read_text("utf-8").split("\n") if line.strip()]
MIXED = list(SIMPLIFIED)


def lines_of(page, name="a.html", encoding="utf-8"):
    return [line.strip() for line in parse(page.encode(encoding), name).text.split("\n") if line.strip()]


def body(inside):
    return f"<html><head><meta charset=utf-8></head><body>{inside}</body></html>"


def notes_of(page):
    return {note.kind: note.message for note in parse(page.encode(), "a.html").notes}


@pytest.mark.parametrize("make", [web_pages.portal, web_pages.table_age, web_pages.tagged, web_pages.feed])
@pytest.mark.parametrize("wanted", [SAMPLE, MIXED, list(TRADITIONAL)], ids=["sample", "mixed", "traditional"])
def test_the_article_is_kept_word_for_word_and_the_menus_are_not(make, wanted):
    lines = lines_of(make(TITLE, wanted))
    assert [line for line in lines if line not in (TITLE, "图为现场", "某某发布")] == wanted
    assert TITLE in lines


def test_what_a_page_hides_or_computes_is_no_text_of_it():
    parsed = parse(web_pages.portal(TITLE, MIXED).encode(), "a.html")
    for number in ("98765", "77777", "12345"):
        assert number not in parsed.text
    assert "12345" in next(note.message for note in parsed.notes if note.kind == "hidden")


def test_title_and_date_come_from_the_page():
    parsed = parse(web_pages.portal(TITLE, MIXED).encode(), "a.html")
    assert (parsed.title, parsed.published) == (TITLE, date(2021, 5, 6))
    # 18:30 in Greenwich is the next day in China.
    assert parse(web_pages.tagged(TITLE, MIXED).encode(), "a.html").published == date(2021, 5, 7)


@pytest.mark.parametrize(
    ("written", "declared"),
    [("utf-8", "utf-8"), ("gb18030", "gb2312"), ("gb18030", "utf-8"), ("utf-8", "gb2312"), ("utf-16", "utf-8"), ("gb18030", "x-unknown")],
)
def test_the_encoding_is_found_whatever_the_page_declares(written, declared):
    assert lines_of(web_pages.portal(TITLE, MIXED, declared), encoding=written) == [TITLE, *MIXED]


def test_a_page_in_big5_without_a_charset_is_read():
    page = traditional(web_pages.tagged("財政盈餘", list(TRADITIONAL)).replace("<meta charset=utf-8>", ""))
    assert lines_of(page, encoding="big5hkscs")[-len(TRADITIONAL) :] == list(TRADITIONAL)


def test_blocks_breaks_and_spaces_are_what_a_browser_shows():
    inside = "<div>一<span>二</span>三<p>四 \n  15%\n五<br>六</div>七<pre>八\n 九</pre>产值\n增长"
    assert lines_of(body(inside)) == ["一二三", "四 15% 五", "六", "七", "八", "九", "产值增长"]


def test_table_rows_are_lines():
    inside = "<p>表前</p><table><tr><th>指标<th>数<tr><td>产值<td>15亿元</table><p>表后</p>"
    assert lines_of(body(inside)) == ["表前", "指标\t数", "产值\t15亿元", "表后"]


def test_numbers_of_lists_are_written():
    assert lines_of(body('<ol start="3"><li>甲<li>乙</ol><ul><li>丙</ul>')) == ["3. 甲", "4. 乙", "丙"]


def test_digits_above_the_line_do_not_run_into_the_number():
    page = body("<p>10<sup>3</sup>个，m<sup>2</sup></p>")
    assert lines_of(page) == ["10³个，m²"]
    assert "superscript" in notes_of(page)


@pytest.mark.parametrize(
    "hiding",
    [
        '<p style="display:none">99%</p>',
        '<p style="color:red; DISPLAY : NONE !important">99%</p>',
        "<p hidden>99%</p>",
        '<div style="visibility:hidden"><p>99%</p></div>',
        "<style>.x, p.y{display:none}</style><p class='z x'>99%</p>",
        "<style>/* a{} */ #k { visibility: hidden }</style><p id=k>99%</p>",
        "<template><p>99%</p></template>",
        "<dialog><p>99%</p></dialog>",
    ],
)
def test_hidden_numbers_are_no_text(hiding):
    assert lines_of(body(f"<p>增长15%。</p>{hiding}<p>下降3%。</p>")) == ["增长15%。", "下降3%。"]


def test_hiding_ends_with_its_element_even_where_tags_are_left_open():
    assert lines_of(body("<p style='display:none'>99%<p>15%<div hidden>98%</div>7%<td hidden>97%")) == ["15%", "7%"]


def test_what_is_veiled_may_hold_what_is_not():
    assert lines_of(body("<div style='visibility:hidden'>99%<p style='visibility: visible'>15%</p>98%</div>")) == ["15%"]


def test_an_article_that_waits_for_a_script_to_show_it_is_read_with_a_note():
    page = web_pages.feed(TITLE, SAMPLE).replace("visibility: visible;", "visibility: hidden; opacity: 0;")
    assert SAMPLE[3] in lines_of(page)
    assert "veiled" in notes_of(page)


def test_a_rule_for_print_or_of_many_parts_hides_nothing():
    assert lines_of(body("<style>.a .b{display:none} @media print{.c{display:block}}</style><p class=b>15%</p>")) == ["15%"]


def test_a_page_without_a_body_to_make_out_is_kept_whole_with_a_note():
    links = "".join(f"<li><a href='/{number}'>栏目{number}</a></li>" for number in range(30))
    page = body(f"<ul>{links}</ul><div>今日最高气温31℃。</div>")
    assert lines_of(page)[-1] == "今日最高气温31℃。"


def test_prose_outside_the_article_is_named_as_left_out():
    page = web_pages.portal(TITLE, SAMPLE).replace(
        '<div class="footer">', '<div class="footer"><p>本网声明：凡注明来源的稿件，均为本网版权所有，转载须经许可。</p>'
    )
    notes = notes_of(page)
    assert "本网声明" in notes.get("left-out", "")
    assert "menus" in notes


TABLE = "<table><tr><th>镇</th><th>今年</th></tr><tr><td>东坪镇</td><td>412户</td></tr></table>"
QUOTATION = "<blockquote><p>共有19人签名。</p></blockquote>"


@pytest.mark.parametrize(
    ("extra", "kept"),
    [
        (TABLE, ["镇\t今年", "东坪镇\t412户"]),
        (f"<div class='wrap'><div>{TABLE}</div></div>", ["镇\t今年", "东坪镇\t412户"]),
        ("<table><caption>附表3</caption><tbody><tr><td>西坪镇<td>77户</table>", ["附表3", "西坪镇\t77户"]),
        ("<figure><img src='a.png'><figcaption>新修的23座桥之一</figcaption></figure>", ["新修的23座桥之一"]),
        ("<ul><li>甲组38人</li><li>乙组41人</li></ul>", ["甲组38人", "乙组41人"]),
        (QUOTATION, ["共有19人签名。"]),
    ],
    ids=["table", "wrapped", "caption", "figure", "list", "quotation"],
)
@pytest.mark.parametrize("count", [1, 2, 12])
def test_what_is_set_off_at_the_end_of_the_article_is_kept(extra, kept, count):
    lines = lines_of(web_pages.portal(TITLE, SAMPLE[5 : 5 + count], extra=extra))
    assert lines[-len(kept) :] == kept


def test_a_table_is_kept_where_the_paragraphs_stand_in_sections():
    sections = "".join(f"<section><p>{escape(line)}</p></section>" for line in SAMPLE[5:12])
    page = web_pages.portal(TITLE, [], extra=f"{sections}<section>{TABLE}</section>")
    assert lines_of(page)[-2:] == ["镇\t今年", "东坪镇\t412户"]


def test_every_line_left_out_that_holds_a_figure_is_quoted():
    page = web_pages.portal(TITLE, SAMPLE).replace("分享到：", "扫码下载，已有6431人使用。分享到：")
    parsed = parse(page.encode(), "a.html")
    said = "".join(note.message for note in parsed.notes)
    dropped = [
        *(f"热门推荐第{number}条：某地完成投资{number}亿元" for number in range(1, 9)),
        "备案号12345678",
        "已有6431人使用",
        "阅读 12345 次",
    ]
    assert [line for line in dropped if line not in parsed.text + said] == []
    assert not any(line in parsed.text for line in dropped[:9])


def test_links_dropped_from_the_midst_of_the_article_are_quoted():
    lines = [*SAMPLE[:5], "@@", *SAMPLE[5:10]]
    page = web_pages.portal(TITLE, lines).replace("\u3000\u3000@@", "<a href='/x'>点击进入专题：全年投资9亿元</a>")
    parsed = parse(page.encode(), "a.html")
    assert "全年投资9亿元" in parsed.text or "全年投资9亿元" in "".join(note.message for note in parsed.notes)


def test_pictures_in_the_article_are_counted():
    page = web_pages.portal(TITLE, MIXED, extra='<img src="http://example.invalid/1.png">')
    assert "1 张图片" in notes_of(page)["left-out"]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<html><body><script>document.write('15%')</script></body></html>", "脚本"),
        ("<html><body><p style='display:none'>15%</p></body></html>", "隐藏"),
        ("<html><body></body></html>", "没有文字"),
    ],
)
def test_a_page_with_nothing_to_see_is_an_error_not_an_empty_article(page, words):
    with pytest.raises(ReadError, match=words):
        parse(page.encode(), "a.html")


def test_a_web_archive_is_read():
    archive = (
        b"From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\n"
        b"Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    ) + "<html><body><p>增长15%。</p></body></html>\r\n--B--\r\n".encode("gb18030")
    assert parse(archive, "a.mht").text == "增长15%。\n"


def test_nothing_is_fetched():
    hits = []

    class Counter(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            hits.append(self.path)
            self.send_response(204)
            self.end_headers()

    server = http.server.HTTPServer(("127.0.0.1", 0), Counter)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        host = f"http://127.0.0.1:{server.server_port}"
        page = web_pages.portal(TITLE, MIXED).replace(
            "</head>",
            f"<base href='{host}/'><link rel=stylesheet href='{host}/a.css'><script src='{host}/a.js'></script>"
            f"<meta http-equiv=refresh content='0;url={host}/next'></head>",
        )
        page += f"<img src='{host}/a.png'><iframe src='{host}/f'></iframe><object data='{host}/o'></object>"
        assert convert(page.encode(), "a.html").article.paragraphs
        assert paste(html=page).article.paragraphs
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    assert hits == []


def test_pasted_markup_is_kept_whole():
    html = "<html><body><!--StartFragment--><ul><li><a href='/x'>投资9亿元</a></li></ul><p>增长15%。</p><!--EndFragment--></body></html>"
    made = paste(html=html).article
    assert made.text == "投资9亿元\n增长15%。\n"
    assert made.notes == ()


def test_pasted_text_is_taken_as_it_is():
    made = paste("增长15%。\r\n\ud800下降3%。").article
    assert made.text == "增长15%。\n\ufffd下降3%。"
    assert {note.kind for note in made.notes} == {"surrogate"}
    with pytest.raises(ReadError, match="没有文字"):
        paste(" \n")
