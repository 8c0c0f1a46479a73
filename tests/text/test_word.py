"""A Word document reads as its reader sees it; what is changed or left out is noted."""

import io
import re
import zipfile

import pytest
from docx import Document
from lxml import etree

from annotator import paths
from annotator.text import Format, ReadError, article, convert
from annotator.text.docx import parse
from tests.text.word_files import W, deleted, document, inserted, paragraph, part, run, table

SAMPLE = paths.seed("liling-2020-03.txt").read_text("utf-8")


def text_of(*body, **parts):
    return parse(document(*body, **parts)).text.rstrip("\n")


def kinds(parsed):
    return [note.kind for note in parsed.notes]


def message(parsed, kind):
    return next(note.message for note in parsed.notes if note.kind == kind)


# --- tracked changes -------------------------------------------------------------------------------------------------


def test_of_a_tracked_change_the_accepted_reading_is_the_text_and_both_are_shown():
    parsed = parse(document(paragraph("原利率", deleted("上浮"), inserted(run("下浮")), "15%左右。")))
    assert parsed.text == "原利率下浮15%左右。\n"
    assert [(change.kind, change.text, parsed.text[slice(*change.span)], change.author) for change in parsed.changes] == [
        ("deleted", "上浮", "", "张编辑"),
        ("inserted", "下浮", "下浮", "张编辑"),
    ]
    assert parsed.changes[0].at.isoformat() == "2020-03-11T08:00:00+00:00"
    assert "上浮" in message(parsed, "deleted")
    assert "下浮" in message(parsed, "inserted")


def test_what_one_inserted_and_another_deleted_is_gone():
    gone = inserted('<w:del w:id="9" w:author="李编辑"><w:r><w:delText>约</w:delText></w:r></w:del>', "张编辑")
    assert text_of(paragraph("增长", gone, "15%。")) == "增长15%。"


def test_moved_words_stand_where_they_were_moved_to():
    body = (
        paragraph(f'<w:moveFrom w:id="1">{run("甲市增长5%。")}</w:moveFrom>', "乙市增长6%。"),
        paragraph(f'<w:moveTo w:id="2">{run("甲市增长5%。")}</w:moveTo>'),
    )
    assert text_of(*body) == "乙市增长6%。\n甲市增长5%。"


def test_a_deleted_paragraph_end_joins_the_next_paragraph():
    first = paragraph("增长", properties='<w:rPr><w:del w:id="1" w:author="张编辑"/></w:rPr>')
    assert text_of(first, "15%。", "下一段。") == "增长15%。\n下一段。"


def test_a_deleted_row_is_gone_and_an_inserted_one_is_there():
    row = lambda words, mark: f"<w:tr><w:trPr>{mark}</w:trPr><w:tc>{paragraph(words)}</w:tc><w:tc>{paragraph('1')}</w:tc></w:tr>"  # noqa: E731
    rows = row("旧", '<w:del w:id="1"/>') + row("新", '<w:ins w:id="2"/>')
    parsed = parse(document(f"<w:tbl>{rows}</w:tbl>"))
    assert parsed.text.split() == ["新", "1"]
    assert list(dict.fromkeys(change.kind for change in parsed.changes)) == ["deleted", "inserted"]


def test_properties_before_a_change_do_not_count():
    looks = "<w:rPrChange w:id='1'><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
    assert text_of(paragraph(run("增长15%。", looks))) == "增长15%。"


# --- what stands in a document ---------------------------------------------------------------------------------------


def test_table_rows_are_lines_and_cells_of_prose_are_paragraphs():
    rows = table(["指标", "2022年"], ["产值", "15亿元"], [paragraph("第一段。") + paragraph("第二段。"), "旁栏"])
    assert text_of("表前。", rows, "表后。") == "表前。\n指标\t2022年\n产值\t15亿元\n第一段。\n第二段。\n旁栏\n表后。"


def test_nested_tables_are_read():
    assert text_of(table([table(["内1", "内2"]) + paragraph(), "外"])) == "内1\t内2\t外"


def test_content_controls_smart_tags_links_and_fields_show_their_words():
    control = f"<w:sdt><w:sdtPr><w:alias w:val='标签'/></w:sdtPr><w:sdtContent>{run('5338人')}</w:sdtContent></w:sdt>"
    tag = f"<w:smartTag w:element='x'>{run('，其中')}</w:smartTag>"
    link = f"<w:hyperlink w:anchor='x'>{run('44人')}</w:hyperlink>"
    instruction = "<w:r><w:instrText> PAGE 99 </w:instrText></w:r>"
    chars = ['<w:r><w:fldChar w:fldCharType="%s"/></w:r>' % kind for kind in ("begin", "separate", "end")]  # noqa: UP031
    whole = paragraph(control, tag, link, chars[0], instruction, chars[1], run("第7页"), chars[2], "。")
    assert text_of(whole) == "5338人，其中44人第7页。"


def test_a_text_box_is_read_once_after_its_paragraph():
    box = f"<w:txbxContent>{paragraph('框内增长5%。')}</w:txbxContent>"
    choice = f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    assert (
        text_of(paragraph("正文。", f"<w:r>{choice}{fallback}</w:r>", "仍是正文。"), "下一段。")
        == "正文。仍是正文。\n框内增长5%。\n下一段。"
    )


def test_drawing_text_of_another_namespace_is_not_taken_for_paragraphs():
    assert text_of(paragraph("甲", "<w:r><w:drawing><a:p><a:r><a:t>图中字</a:t></a:r></a:p></w:drawing></w:r>", "乙")) == "甲乙"


def test_footnotes_follow_the_text_behind_their_marks():
    notes = part(
        "footnotes",
        f'<w:footnote w:id="0" w:type="separator">{paragraph("线")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("据统计局。")}</w:footnote>',
    )
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    assert text_of(paragraph("增长15%", mark, "。"), footnotes=notes) == "增长15%¹。\n¹ 据统计局。"


def test_comments_become_notes_at_their_place():
    comments = part("comments", f'<w:comment w:id="3" w:author="李主任">{paragraph("请核对。")}</w:comment>')
    marked = paragraph(
        "增长", '<w:commentRangeStart w:id="3"/>', "15%", '<w:commentRangeEnd w:id="3"/>', '<w:r><w:commentReference w:id="3"/></w:r>', "。"
    )
    parsed = parse(document(marked, comments=comments))
    note = next(note for note in parsed.notes if note.kind == "comment")
    assert parsed.text[slice(*note.span)] == "15%"
    assert note.message == "批注（李主任）：请核对。"


def test_headers_and_footers_are_named_as_left_out():
    parsed = parse(document("正文15%。", header=part("hdr", paragraph("某某日报 第3版")), footer=part("ftr", paragraph("记者热线"))))
    assert parsed.text == "正文15%。\n"
    assert [note.message for note in parsed.notes if note.kind == "header-footer"] == [
        "页眉没有列入正文：“某某日报 第3版”。",
        "页脚没有列入正文：“记者热线”。",
    ]


def test_hidden_text_is_named_as_left_out_by_run_and_by_style():
    styles = part(
        "styles",
        '<w:style w:type="character" w:styleId="B"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="C"><w:basedOn w:val="B"/></w:style>',
    )
    body = paragraph("增长", run("99%", "<w:vanish/>"), run("88%", '<w:rStyle w:val="C"/>'), run("15%", '<w:vanish w:val="0"/>'), "。")
    parsed = parse(document(body, styles=styles))
    assert parsed.text == "增长15%。\n"
    assert "99%88%" in message(parsed, "hidden")


def test_signs_that_are_no_letters():
    signs = "<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t><w:tab/>"
    signs += '<w:sym w:font="Symbol" w:char="F0B1"/><w:t>3</w:t><w:br/><w:t>次行</w:t></w:r>'
    tabs = "<w:tabs><w:tab w:val='left'/></w:tabs>"
    assert text_of(paragraph(signs, properties=tabs)) == "1-2\t±3\n次行"


def test_a_symbol_nobody_knows_is_shown_as_such_and_counted():
    parsed = parse(document(paragraph('<w:r><w:sym w:font="Webdings" w:char="F0E9"/></w:r>', "15%")))
    assert parsed.text == "\ufffd15%\n"
    assert "symbol" in kinds(parsed)


def test_digits_above_the_line_do_not_run_into_the_number():
    above = run("3", '<w:vertAlign w:val="superscript"/>')
    parsed = parse(document(paragraph("10", above, "个，5km", run("2", '<w:vertAlign w:val="superscript"/>'))))
    assert parsed.text == "10³个，5km²\n"
    assert "superscript" in kinds(parsed)


def test_a_formula_is_read_in_one_line():
    fraction = "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath>"
    parsed = parse(document(paragraph("占", fraction, "。")))
    assert parsed.text == "占1/3。\n"
    assert "formula" in kinds(parsed)


def test_pictures_charts_and_struck_words_are_noted():
    drawing = "<w:r><w:drawing><pic:pic/><c:chart/></w:drawing></w:r>"
    parsed = parse(document(paragraph("图", drawing, run("旧数5", "<w:strike/>"))))
    assert parsed.text == "图旧数5\n"
    assert [note.message[:6] for note in parsed.notes if note.kind == "left-out"] == ["有 1 个图", "有 1 个图"]
    assert "struck" in kinds(parsed)


def test_macros_are_named_and_not_read():
    parsed = parse(_with("word/vbaProject.bin"))
    assert parsed.text == "正文15%。\n"
    assert kinds(parsed) == ["macro"]


def _with(name, data=b"\0"):
    buffer = io.BytesIO(document("正文15%。"))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(name, data)
    return buffer.getvalue()


# --- numbers of lists ------------------------------------------------------------------------------------------------

NUMBERING = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    '</w:abstractNum><w:abstractNum w:abstractNumId="8">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
)


def listed(words, number, level=0):
    return paragraph(words, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_the_numbers_that_word_writes_are_written():
    body = (
        listed("甲", 1),
        listed("乙", 1),
        listed("丙", 1, 1),
        listed("丁", 1, 1),
        listed("戊", 1),
        listed("己", 1, 1),
        listed("庚", 2),
        listed("辛", 3),
    )
    parsed = parse(document(*body, numbering=NUMBERING))
    assert parsed.text.split("\n")[:-1] == ["一、甲", "二、乙", "二.1 丙", "二.2 丁", "三、戊", "三.1 己", "• 庚", "五、辛"]
    assert "numbered" in kinds(parsed)


def test_lists_given_by_a_style_count_too_and_zero_switches_off():
    styles = part("styles", '<w:style w:type="paragraph" w:styleId="T"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>')
    off = paragraph("丙", properties='<w:pStyle w:val="T"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    styled = [paragraph(words, properties='<w:pStyle w:val="T"/>') for words in "甲乙"]
    assert text_of(*styled, off, styles=styles, numbering=NUMBERING) == "一、甲\n二、乙\n丙"


@pytest.mark.parametrize(
    ("number", "form", "words"),
    [
        (10, "chineseCounting", "十"),
        (21, "chineseCountingThousand", "二十一"),
        (105, "chineseCountingThousand", "一百零五"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (3, "ideographTraditional", "丙"),
        (28, "lowerLetter", "bb"),
        (1994, "upperRoman", "MCMXCIV"),
        (4, "decimalEnclosedCircle", "④"),
        (7, "decimalZero", "07"),
        (7, "unheardOf", "7"),
    ],
)
def test_the_forms_of_list_numbers(number, form, words):
    from annotator.text.docx.numbering import written

    assert written(number, form) == words


# --- back to the document --------------------------------------------------------------------------------------------


def test_every_piece_of_the_text_leads_to_its_node():
    buffer = io.BytesIO()
    made = Document()
    for line in SAMPLE.split("\n"):
        made.add_paragraph(line)
    made.add_table(2, 2).cell(1, 1).text = "格中5%"
    made.save(buffer)
    imported = convert(buffer.getvalue(), "a.docx")
    root = etree.fromstring(zipfile.ZipFile(buffer).read("word/document.xml"))
    nodes = [node.text for node in root.iter(f"{{{W}}}t")]
    assert imported.format is Format.DOCX
    for anchor in imported.anchors:
        words = nodes[anchor.node][anchor.offset : anchor.offset + anchor.end - anchor.start]
        assert words == imported.article.text[anchor.start : anchor.end]
    seen = sum(anchor.end - anchor.start for anchor in imported.anchors)
    assert seen == len(re.sub(r"[\n\t]", "", imported.article.text))


def test_a_span_is_cut_out_of_its_nodes():
    imported = convert(document(paragraph("原利率", deleted("上浮"), inserted(run("下浮")), run("15%左右"), "。")), "a.docx")
    start = imported.article.text.index("下浮15%")
    assert [(place.node, place.offset, place.end - place.start) for place in imported.places(start + 1, start + 5)] == [
        (1, 1, 1),
        (2, 0, 3),
    ]


def test_nodes_of_a_skipped_alternative_are_counted():
    two = "<mc:AlternateContent><mc:Choice><w:t>甲</w:t></mc:Choice><mc:Fallback><w:t>乙</w:t></mc:Fallback></mc:AlternateContent>"
    parsed = parse(document(paragraph(f"<w:r>{two}<w:t>丙</w:t></w:r>")))
    assert [(anchor.node, parsed.text[anchor.start : anchor.end]) for anchor in parsed.anchors] == [(0, "甲"), (2, "丙")]


def test_the_sample_keeps_its_paragraphs_and_copies():
    imported = convert(document(*SAMPLE.split("\n")), "a.docx")
    text = imported.article
    assert [text.slice(one.span) for one in text.paragraphs] == [line for line in SAMPLE.split("\n") if line.strip()]
    assert [one.copy_of for one in text.paragraphs] == [one.copy_of for one in article(SAMPLE).paragraphs]


def test_strict_documents_are_read():
    data = document("增长15%。")
    buffer = io.BytesIO(data)
    strict = zipfile.ZipFile(buffer).read("word/document.xml").replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", strict)
    assert parse(out.getvalue()).text == "增长15%。\n"


def test_utf16_parts_are_read():
    inside = part("document", f"<w:body>{paragraph('增长15%。')}</w:body>").replace("UTF-8", "UTF-16")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", inside.encode("utf-16"))
    assert parse(out.getvalue()).text == "增长15%。\n"


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ({"xl/workbook.xml": "x"}, "Excel"),
        ({"ppt/presentation.xml": "x"}, "PowerPoint"),
        ({"content.xml": "x"}, "OpenDocument"),
        ({"a.txt": "x"}, "解压"),
    ],
)
def test_other_packages_are_named_with_the_remedy(inside, words):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in inside.items():
            archive.writestr(name, data)
    with pytest.raises(ReadError, match=words):
        parse(buffer.getvalue())
