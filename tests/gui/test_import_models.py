"""The models of the import dialogs keep Qt's rules and say what they show; the dialogs' small rules."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QTableView, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from annotator.desk import open_desk
from annotator.gui import i18n
from annotator.gui.bridge import SessionBridge
from annotator.gui.imports.batch import BatchDialog
from annotator.gui.imports.batch_model import BatchModel, Outcome
from annotator.gui.imports.clipboard import Pasted, taken
from annotator.gui.imports.encoding import EncodingDialog
from annotator.gui.imports.joins import JoinsDialog, offered
from annotator.gui.imports.masthead import MastheadDialog
from annotator.gui.imports.notes import ImportNotes
from annotator.gui.imports.notes_model import NOTE, NotesModel, loud
from annotator.gui.imports.password import DocumentPassword
from annotator.model import Note, Span
from annotator.text import ENCODINGS, Join, article

TEXT = "园区简报\n园区今年新建厂房、仓库和职工宿舍共12\n万平方米，引进企业30家，用工2600人。\n"
NOTES = (
    Note("crlf", "换行符已统一。", None, "Line ends were made one."),
    Note("inserted", "修订插入了“12”。", Span(22, 24), "A tracked change inserted “12”."),
    Note("hidden", "有 1 处隐藏文字没有列入正文：“3”。"),
)


@pytest.fixture
def english(qapp):
    i18n.speak("en")
    yield
    i18n.speak("zh")


def test_notes_keep_their_order_and_say_where_they_are(qtmodeltester: ModelTester) -> None:
    model = NotesModel(article(TEXT, notes=NOTES))
    qtmodeltester.check(model)
    rows = [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]
    assert rows == [["", "已改动", NOTES[0].message], ["2", "修订", NOTES[1].message], ["", "未列入", NOTES[2].message]]
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "第 2 段 · 修订 · 修订插入了“12”。"
    assert model.index(1, 2).data(NOTE) == NOTES[1]
    assert [note.kind for note in loud(article(TEXT, notes=NOTES))] == ["inserted", "hidden"]


@pytest.mark.usefixtures("english")
def test_notes_speak_english_where_they_can(qtmodeltester: ModelTester) -> None:
    model = NotesModel(article(TEXT, notes=NOTES))
    qtmodeltester.check(model)
    assert model.index(1, 2).data() == "A tracked change inserted “12”."
    assert model.index(2, 2).data() == NOTES[2].message, "a note of an earlier program has its Chinese only"


def test_a_batch_tells_of_each_file_as_it_comes(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    model = BatchModel(["/a/一.txt", "/a/二.docx"])
    qtmodeltester.check(model)
    assert [model.index(row, 1).data() for row in range(2)] == ["等待", "等待"]
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.put(1, Outcome(Path("/a/二.docx"), "new", "7", notes=2))
    assert changed.args[0].row() == 1
    assert model.index(1, 1).data() == "已导入 · 2 处请看"
    model.put(0, Outcome(Path("/a/一.txt"), "refused", reason="文件是空的。"))
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "一.txt · 没有导入 · 文件是空的。"
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == str(Path("/a/一.txt"))
    assert (model.count("new"), model.count("new", "refused"), model.count("left")) == (1, 2, 0)


def test_what_a_clipboard_holds() -> None:
    mime = QMimeData()
    assert not taken(mime)
    assert not taken(None)
    mime.setHtml("<p>增长5%</p>")
    mime.setData("text/rtf", b"{\\rtf1 5%}")
    assert taken(mime).has_form
    assert taken(mime).rtf == b"{\\rtf1 5%}"
    mime.setUrls([QUrl("https://example.org/a.txt"), QUrl.fromLocalFile("/a/b.txt")])
    assert taken(mime).files == ("/a/b.txt",), "nothing is fetched"
    assert not Pasted("  \n").has_form


def test_a_link_is_no_article_and_a_folder_is_its_documents(tmp_path: Path) -> None:
    link = QMimeData()
    link.setUrls([QUrl("https://example.org/a.html")])
    assert not taken(link)
    for name in ("b.docx", "a.txt", "c.exe"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "empty").mkdir()
    folder = QMimeData()
    folder.setUrls([QUrl.fromLocalFile(str(tmp_path)), QUrl.fromLocalFile(str(tmp_path / "empty"))])
    assert taken(folder).files == tuple(str(tmp_path / name) for name in ("a.txt", "b.docx", "empty"))


@pytest.mark.usefixtures("english")
def test_the_dialogs_are_english_throughout(qtbot: QtBot, tmp_path: Path) -> None:
    made = article("Port\nTraffic on the river, lakes and canals came to 12\nmillion tonnes, up 5%.\n", name="a.txt", notes=NOTES[1:2])
    (tmp_path / "bad.docx").write_bytes(b"PK\3\4")
    with open_desk(tmp_path / "desk.sqlite") as desk:
        batch = BatchDialog(desk, [str(tmp_path / "bad.docx"), str(tmp_path / "gone.txt")], None)
        dialogs = [
            batch,
            EncodingDialog(b"Traffic", "a.txt", "utf-8", None),
            EncodingDialog(b"Traffic", "a.txt", "utf-8", None, doubtful=True),
            DocumentPassword("a.pdf", None, wrong=True),
            MastheadDialog(made, None, cuts=2),
            JoinsDialog(made, offered(made), (), None),
            ImportNotes(SessionBridge(), made, None),
        ]
        qtbot.waitUntil(lambda: batch.model.count("refused") == 2 and batch.progress.isHidden())
        shown = [words for dialog in dialogs for words in texts(dialog)]
        for dialog in dialogs:
            qtbot.addWidget(dialog)
    assert len(shown) > 60
    assert not [words for words in shown if re.search("[\u3400-\u9fff]", words.replace("今年, 去年", "").replace("2020年3月11日", ""))]


def texts(dialog: QWidget) -> Iterator[str]:
    """Everything a dialog says, to the eye and to a screen reader."""
    for part in dialog.findChildren(QWidget):
        yield from (part.accessibleName(), part.toolTip(), part.windowTitle())
        if isinstance(part, QLabel | QAbstractButton):
            yield part.text()
        if isinstance(part, QAbstractItemView):
            model, columns = part.model(), range(3 if isinstance(part, QTableView) else 1)
            for row in range(model.rowCount()):
                for column in columns:
                    yield from (str(model.index(row, column).data(role) or "") for role in (0, 3, 11))
            yield from (str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in columns)
    yield dialog.windowTitle()


def test_every_encoding_is_offered_with_how_the_text_begins(qtbot: QtBot) -> None:
    dialog = EncodingDialog(TEXT.encode("gb18030"), "a.txt", "gb18030", None)
    qtbot.addWidget(dialog)
    assert dialog.listed.count() == len(ENCODINGS)
    assert dialog.encoding == "gb18030"
    assert dialog.text.toPlainText() == TEXT
    assert not dialog.read.isEnabled()
    for row in range(dialog.listed.count()):
        dialog.listed.setCurrentRow(row)
        assert dialog.read.isEnabled() == (dialog.encoding != "gb18030")
    broken = [dialog.broken.text() for row in range(dialog.listed.count()) if not dialog.listed.setCurrentRow(row)]
    assert any("解不出" in words for words in broken)


def test_a_web_page_is_shown_by_its_words_not_by_its_head(qtbot: QtBot) -> None:
    page = "<html><head>" + "<meta name='a'>" * 100 + "</head><body><p>园区新建厂房12万平方米，引进企业三十家。</p></body></html>"
    dialog = EncodingDialog(page.encode("gb18030"), "a.html", "gb18030", None)
    qtbot.addWidget(dialog)
    assert dialog.text.toPlainText().startswith("园区新建厂房")


@pytest.mark.parametrize(
    ("words", "day"),
    [("2020-03-11", date(2020, 3, 11)), ("2020年3月11日", date(2020, 3, 11)), ("2020/3/11", date(2020, 3, 11)), ("", None)],
)
def test_a_date_is_taken_as_editors_write_it(qtbot: QtBot, words: str, day: date | None) -> None:
    dialog = MastheadDialog(article(TEXT), None)
    qtbot.addWidget(dialog)
    dialog.fields["published"].setText(words)
    assert dialog.told[3] == day
    assert dialog.save.isEnabled() == (day is not None)


@pytest.mark.parametrize("words", ["昨天", "2020-02-31", "3月11日"])
def test_what_is_no_full_date_cannot_be_saved(qtbot: QtBot, words: str) -> None:
    dialog = MastheadDialog(article(TEXT), None)
    qtbot.addWidget(dialog)
    dialog.fields["title"].setText("另一题目")
    dialog.fields["published"].setText(words)
    assert not dialog.save.isEnabled()
    assert dialog.message.text()


@pytest.mark.parametrize(("name", "decoded"), [("a.TXT", True), ("a.html", True), ("a.docx", False), ("", False)])
def test_an_encoding_is_offered_where_there_is_one(qtbot: QtBot, name: str, decoded: bool) -> None:
    dialog = MastheadDialog(article(TEXT, name=name), None)
    qtbot.addWidget(dialog)
    assert any("换编码" in words for words in texts(dialog)) == decoded


def test_nothing_can_be_saved_where_the_desk_is_read_only(qtbot: QtBot) -> None:
    dialog = MastheadDialog(article(TEXT), None, read_only=True)
    qtbot.addWidget(dialog)
    assert all(field.isReadOnly() for field in dialog.fields.values())
    assert dialog.save.isHidden()


def test_cuts_that_are_joined_are_ticked(qtbot: QtBot) -> None:
    made = article(TEXT)
    assert offered(made) == (Join(1, 2),)
    dialog = JoinsDialog(made, offered(made), {Join(1, 2)}, None)
    qtbot.addWidget(dialog)
    assert dialog.chosen == {Join(1, 2)}
    dialog.listed.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.chosen == frozenset()
    assert "职工宿舍共12 ¦ 万平方米" in dialog.listed.item(0).text()


def test_a_cut_over_a_caption_is_told_and_cannot_be_ticked(qtbot: QtBot) -> None:
    made = article("园区今年新建了厂房、仓库和职工宿舍，\n图为新建的厂房\n引进企业30家，带动就业2600人。\n")
    assert offered(made) == (Join(0, 2),)
    dialog = JoinsDialog(made, offered(made), (), None)
    qtbot.addWidget(dialog)
    assert "隔着别的段" in dialog.listed.item(0).text()
    dialog.findChild(QAbstractButton, "all").click()
    assert dialog.chosen == frozenset()
