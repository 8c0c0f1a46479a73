"""The corrected manuscript: clean, and with tracked changes and comments, plain or in the original Word file."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from annotator.desk import open_desk
from annotator.model import Analysis, Fold, Kind, Span, State
from annotator.report import Report, build
from annotator.report.manuscript import corrected, difference
from annotator.report.record import Mark
from annotator.report.writing import render
from annotator.review import Session
from annotator.text import article as make_article
from annotator.text.loading import convert
from tests.report.ground import NOW, TEXT, claim, fold_of, opened
from tests.report.manuscripts import W, Word

CORRECTED = TEXT.replace("上浮15%", "下浮15%").replace("173个", "173名")


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("上浮15%左右", "下浮15%左右", "[-上-]{+下+}浮15%左右"),
        ("173个", "173名", "173[-个-]{+名+}"),
        ("15%", "15.5%", "15{+.5+}%"),
        ("100000元", "10000元", "10000[-0-]元"),
        ("12", "21", "[-12-]{+21+}"),
        ("上浮15%左右", "下浮15%上下", "[-上-]{+下+}浮15%[-左右-]{+上下+}"),
        ("aa", "aaa", "aa{+a+}"),
        ("", "x", "{+x+}"),
        ("x", "x", "x"),
    ],
)
def test_a_difference_is_the_middle_that_changed(before: str, after: str, shown: str) -> None:
    runs = difference(before, after)
    marks = {Mark.SAME: "{}", Mark.DELETED: "[-{}-]", Mark.INSERTED: "{{+{}+}}"}
    assert "".join(run.text for run in runs if run.mark is not Mark.INSERTED) == before
    assert "".join(run.text for run in runs if run.mark is not Mark.DELETED) == after
    assert "".join(marks[run.mark].format(run.text) for run in runs) == shown


def test_clean_text(report: Report) -> None:
    assert render(report, "clean-txt").decode("utf-8") == CORRECTED


def test_clean_word_has_the_same_text_and_no_trace_of_changes(report: Report) -> None:
    word = Word(render(report, "clean-docx"))
    assert word.text(accepted=True) == word.text(accepted=False) == CORRECTED
    assert word.changes() == []
    assert word.comments() == []


def test_rejecting_all_gives_the_article_and_accepting_all_the_corrected_one(report: Report) -> None:
    word = Word(render(report, "changes-docx"))
    assert word.text(accepted=False) == TEXT
    assert word.text(accepted=True) == CORRECTED


def test_changes_are_by_the_reviewer_and_dated(report: Report) -> None:
    assert Word(render(report, "changes-docx")).changes() == [
        ("del", "上", "沈若兰", "2026-03-12T01:02:00Z"),
        ("ins", "下", "沈若兰", "2026-03-12T01:02:00Z"),
        ("del", "个", "沈若兰", "2026-03-12T01:03:00Z"),
        ("ins", "名", "沈若兰", "2026-03-12T01:03:00Z"),
        ("del", "个", "沈若兰", "2026-03-12T01:03:00Z"),
        ("ins", "名", "沈若兰", "2026-03-12T01:03:00Z"),
    ]


def test_comments_say_why_and_hang_on_every_place(report: Report) -> None:
    comments = Word(render(report, "changes-docx")).comments()
    assert [comment.words for comment in comments] == ["上下浮15%左右", "173个名", "2.68亿元", "173个名", "2.68亿元"]
    assert comments[0].text == (
        "已更正：与减负相反\n证据 1：贷款利率下浮15%左右，南泽市支持企业十条，南泽市人民政府，第 4 条，https://example.org/ten?a=1&b=2\n"
        "核对 2（请看）：减负措施里利率上浮。"
    )
    assert comments[2].text == "存疑（问来源）：是<公司>捐的吗？\n备注：已去电，未接。"
    assert (comments[1].author, comments[1].date) == ("沈若兰", "2026-03-12T01:03:00Z")


def test_a_draft_says_so_on_every_page_of_a_plain_manuscript() -> None:
    word = Word(render(build(opened(), draft=True, now=NOW), "clean-docx"))
    assert "草稿 DRAFT" in word.parts["word/header.xml"].decode("utf-8")


# --- the original Word file ----------------------------------------------------------------------------------------------

TRACKED = (
    '<w:p {ns}><w:r><w:t xml:space="preserve">原来说</w:t></w:r><w:ins w:id="7" w:author="旧人" w:date="2026-01-01T00:00:00Z">'
    "<w:r><w:rPr><w:b/></w:rPr><w:t>培训4天，共99人</w:t></w:r></w:ins>"
    '<w:del w:id="8" w:author="旧人" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>培训5天</w:delText></w:r></w:del></w:p>'
)


def original() -> bytes:
    """A formatted file: runs cut across the figure, a table, a list, earlier changes and an earlier comment."""
    document = docx.Document()
    document.add_heading("南泽市复工简报", 1)
    paragraph = document.add_paragraph()
    for words, bold in (("全市贷款利率上", False), ("浮1", True), ("5%左右", False), ("，为企业减负。", False)):
        paragraph.add_run(words).bold = bold
    paragraph.runs[1].font.highlight_color = WD_COLOR_INDEX.YELLOW
    document.add_comment(paragraph.runs[0], "早先的批注", author="旧人")
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "信息员"
    table.cell(0, 1).text = "173个\t在岗"
    document.element.body.sectPr.addprevious(parse_xml(TRACKED.format(ns=nsdecls("w"))))
    document.add_paragraph("条目一", style="List Bullet")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def session_of(data: bytes) -> Session:
    article = convert(data, "稿.docx").article
    claims = [claim(article, words, Kind.COUNT, "1", "") for words in ("15%左右", "173个", "4天", "99人")]
    folds = tuple(Fold((one,)) for one in sorted(claims, key=lambda one: one.start))
    return opened(Analysis(article, tuple(fold.claim for fold in folds), folds, (), ()))


def revised(data: bytes) -> Report:
    session = session_of(data)
    session.reviewer = "沈若兰"
    rate = fold_of(session, "15%左右")
    start, end = session.fold(rate).claim.span
    session.decide(rate, State.CORRECTED, text="下浮15%上下", span=Span(start - 2, end), reason="方向", judgement=True)
    session.decide(fold_of(session, "173个"), State.CORRECTED, text="173名", reason="量词", judgement=True)
    session.decide(fold_of(session, "4天"), State.CORRECTED, text="14天", reason="漏字", judgement=True)
    session.decide(fold_of(session, "99人"), State.FLAGGED, reason="名单？")
    return build(session, draft=True, now=NOW, source=data)


def test_the_original_is_edited_and_keeps_its_formatting() -> None:
    data = original()
    word = Word(render(revised(data), "changes-docx"))
    before = Word(data)
    assert word.text(accepted=False) == before.text(accepted=False)
    assert word.text(accepted=True) == before.text(accepted=True).replace("上浮15%左右", "下浮15%上下").replace("173个", "173名").replace(
        "4天", "14天"
    )
    assert {name: part for name, part in word.parts.items() if name not in {"word/document.xml", "word/comments.xml"}} == {
        name: part for name, part in before.parts.items() if name not in {"word/document.xml", "word/comments.xml"}
    }
    xml = word.parts["word/document.xml"].decode("utf-8")
    assert xml.count('<w:highlight w:val="yellow"/>') == before.parts["word/document.xml"].decode("utf-8").count(
        '<w:highlight w:val="yellow"/>'
    )
    assert xml.count("<w:tbl>") == 1


def test_changes_in_the_original_stand_beside_earlier_ones_and_ids_are_unique() -> None:
    word = Word(render(revised(original()), "changes-docx"))
    ours = [(kind, words) for kind, words, author, _ in word.changes() if author == "沈若兰"]
    assert ours == [("del", "上"), ("ins", "下"), ("del", "左右"), ("ins", "上下"), ("del", "个"), ("ins", "名"), ("ins", "1")]
    assert [words for _, words, author, _ in word.changes() if author == "旧人"] == ["培训", "4天，共99人", "培训5天"]
    ids = [element.get(f"{W}id") for element in word.body.iter(f"{W}ins", f"{W}del", f"{W}commentReference")]
    assert len(ids) == len(set(ids))
    nested = word.body.xpath("//w:ins//w:ins", namespaces={"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"})
    assert nested == []
    comments = [(comment.author, comment.text) for comment in word.comments()]
    assert ("旧人", "早先的批注") in comments
    assert ("沈若兰", "存疑（问作者）：名单？") in comments
    assert len(comments) == 5


def test_the_clean_original_has_all_changes_made_and_accepted() -> None:
    word = Word(render(revised(original()), "clean-docx"))
    assert word.changes() == []
    assert "全市贷款利率下浮15%上下，为企业减负。" in word.text(accepted=True)
    assert "原来说培训14天，共99人" in word.text(accepted=True)
    assert "培训5天" not in word.text(accepted=True)


def test_a_file_that_no_longer_reads_as_the_article_is_left_and_a_plain_one_made(report: Report) -> None:
    other = replace(report, source=original())
    assert Word(render(other, "changes-docx")).text(accepted=False) == TEXT
    broken = replace(report, source=b"PK\x03\x04 not a package")
    assert Word(render(broken, "changes-docx")).text(accepted=True) == CORRECTED


def test_what_xml_cannot_hold_breaks_nothing() -> None:
    text = TEXT + "零\x07\x0b\ud800\ufffe\t末\u202e尾\n"
    session = opened()
    made = replace(session.analysis, article=replace(make_article(TEXT), text=text))
    session = opened(made)
    session.decide(fold_of(session, "12%"), State.CORRECTED, text="1\x00\ud8003%", reason="\x00\ufffe", judgement=True)
    report = build(session, draft=True, now=NOW)
    for name in ("changes-docx", "clean-docx", "docx"):
        with zipfile.ZipFile(io.BytesIO(render(report, name))) as package:
            assert package.testzip() is None
    word = Word(render(report, "changes-docx"))
    assert word.text(accepted=False).endswith("零\ufffd\ufffd\ufffd\ufffd\t末\u202e尾\n")
    assert "1〈U+0000〉〈U+D800〉3%" in word.text(accepted=True)
    assert corrected(report).count("\x00") == 1


def test_a_word_file_is_kept_with_its_review_and_edited_after_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "稿.docx"
    file.write_bytes(original())
    with open_desk(tmp_path / "desk.db") as desk:
        desk.reviewer = "沈若兰"
        session = desk.import_file(file)
        fold = next(fold for fold in session.folds if fold.claim.text == "173个")
        session.decide(fold.id, State.CORRECTED, text="173名", reason="量词", judgement=True)
        article_id = session.article_id
    file.unlink()
    with open_desk(tmp_path / "desk.db") as desk:
        report = build(desk.session(article_id), draft=True, now=NOW)
    word = Word(render(report, "changes-docx"))
    assert '<w:highlight w:val="yellow"/>' in word.parts["word/document.xml"].decode("utf-8")
    assert [(kind, words) for kind, words, author, _ in word.changes() if author == "沈若兰"] == [("del", "个"), ("ins", "名")]
