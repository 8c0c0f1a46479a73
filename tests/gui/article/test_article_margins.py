"""Searching, looking, hearing, notes in the margin, and the room they have."""

from unittest.mock import patch

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QAction, QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from annotator.gui import theme
from annotator.gui.article import painting, pointing
from annotator.gui.article.painting import PlacedNote
from annotator.gui.article.view import ArticleView
from annotator.gui.bridge import Form, SessionBridge
from annotator.model import Claim, State
from tests.gui.article.seeing import click, colours_at, place, shown_text
from tests.gui.small import analysis_of, claim_of, go, session_of, span_of


def test_search_goes_through_the_hits_and_opens_folds(qtbot: QtBot, view: ArticleView) -> None:
    go(view.bridge, "37203名")
    with qtbot.waitSignal(view.searched, check_params_cb=lambda number, count: (number, count) == (1, 2)):
        assert view.search("37203") == 2
    with qtbot.waitSignal(view.searched, check_params_cb=lambda number, count: (number, count) == (2, 2)):
        view.search_next()
    assert shown_text(view).count("37203名") == 2
    with qtbot.waitSignal(view.searched, check_params_cb=lambda number, count: (number, count) == (1, 2)):
        view.search_next()
    assert view.search("没有的词") == 0


def test_looking_at_another_place_keeps_the_selected_claim(view: ArticleView) -> None:
    claim = go(view.bridge, "37203名")
    other = claim_of(view.bridge, "88元")
    view.bridge.shown.emit(other.span)
    assert view.bridge.claim == claim
    assert view.viewport().rect().contains(place(view, other.span)[0].toPoint())
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.focus.shown is None


def test_a_screen_reader_hears_the_claim_its_state_and_its_place(view: ArticleView) -> None:
    go(view.bridge, "120个")
    assert view.accessibleDescription() == "数据 120个，待核，1 条矛盾，第 8 段第 1 项，共 2 项"
    view.bridge.select(6, None)
    assert view.accessibleDescription() == "第 7 段，没有数字"


def test_margin_notes_say_in_a_few_words_what_was_found(view: ArticleView) -> None:
    def noted(claim: Claim) -> list[tuple[str, str]]:
        return [(note.mark, note.text) for note in view.page.notes(claim.paragraph)]

    assert noted(claim_of(view.bridge, "37203名")) == [("consistent", "= 37203名")]
    assert noted(claim_of(view.bridge, "120个")) == [("contradiction", "120个 ≠ 88元")]
    view.viewport().repaint()
    rect = next(placed.rect for placed in view.placed if placed.note.mark == "contradiction")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, rect.center().toPoint())
    assert view.bridge.claim == claim_of(view.bridge, "88元")


def test_a_narrow_view_keeps_the_marks_without_their_words(view: ArticleView) -> None:
    assert not view.frame_now().icons
    view.resize(600, 500)
    assert view.frame_now().icons
    assert view.frame_now().right <= view.viewport().width()
    view.resize(1600, 700)
    assert view.frame_now().column <= 42 * 16.5 + 1


def test_reading_only_the_ends_of_a_claim_stay(qtbot: QtBot, view: ArticleView) -> None:
    view.bridge.open(session_of(analysis_of(), read_only=True))
    go(view.bridge, "120个")
    with qtbot.waitSignal(view.bridge.failed):
        view.begin_adjusting()
    assert view.adjusting is None


def test_without_an_article_keys_and_clicks_do_nothing(view: ArticleView) -> None:
    view.bridge.open(None)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(100, 100))
    assert view.search("15") == 0
    assert isinstance(view.bridge, SessionBridge)


def test_the_end_of_a_paragraph_asks_in_the_margin(view: ArticleView) -> None:
    def prompts() -> list[str]:
        view.viewport().repaint()
        return [placed.note.text for placed in view.placed if placed.note.mark == "unread"]

    view.bridge.select(6, None)
    assert prompts() == ["没有数字 · Enter 读毕"]
    view.bridge.read(6)
    assert prompts() == []
    view.bridge.select(2, None)
    assert prompts() == []  # something is still open there
    go(view.bridge, "15%左右")
    view.bridge.press(State.CONFIRMED)
    assert prompts() == ["有无漏标？Enter 读毕"]


def test_a_copy_shown_in_full_is_folded_by_a_click_beside_it(view: ArticleView) -> None:
    go(view.bridge, "37203名", 1)
    rect = view.block_rect(view.text.block(4))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(30, round(rect.center().y())))
    assert view.text.rows.is_folded(4)


def test_an_uncommitted_correction_is_noted(view: ArticleView) -> None:
    claim = go(view.bridge, "3447名")
    view.bridge.session.save_draft(Form("correct").draft_key(view.bridge.fold.id), {"text": "3474名"})
    view.page.forget_notes()
    assert ("corrected", "更正有草稿") in [(note.mark, note.text) for note in view.page.notes(claim.paragraph)]


def test_the_menu_offers_what_can_be_done_here(view: ArticleView) -> None:
    for name in ("confirm", "insert"):
        action = QAction(name, view)
        action.setObjectName(name)
        view.addAction(action)
    claim = claim_of(view.bridge, "120个")
    point = place(view, claim.span)[0].toPoint()
    menu = pointing.menu(view, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, view.mapToGlobal(point)))
    assert view.bridge.claim == claim
    assert [action.text() for action in menu.actions() if action.text()] == ["复制", "confirm"]
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    menu = pointing.menu(view, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, view.mapToGlobal(point)))
    assert [action.text() for action in menu.actions() if action.text()] == ["复制", "insert"]


def test_what_a_tool_tip_shows_is_never_markup(view: ArticleView) -> None:
    shown: list[str] = []
    note = view.page.notes(claim_of(view.bridge, "120个").paragraph)[0]._replace(full="<b>粗</b>\n& 下一行")
    with patch.object(QToolTip, "showText", lambda *args: shown.append(args[1])):
        view.placed = [PlacedNote(QRectF(0, 0, 2000, 2000), note)]
        point = place(view, span_of(view.text.article, "合作社"))[0].toPoint()
        QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, view.mapToGlobal(point)))
    assert "&lt;b&gt;粗&lt;/b&gt;<br>&amp; 下一行" in shown[0]


def test_a_screen_reader_finds_name_description_and_text(view: ArticleView) -> None:
    go(view.bridge, "120个")
    spoken = QAccessible.queryAccessibleInterface(view)
    assert spoken.text(QAccessible.Text.Name) == "文章"
    assert spoken.text(QAccessible.Text.Description).startswith("数据 120个，待核")
    assert "37203名" in spoken.textInterface().text(0, spoken.textInterface().characterCount())


def test_of_a_paragraph_longer_than_the_view_only_what_is_seen_is_drawn(view: ArticleView) -> None:
    view.bridge.open(session_of(analysis_of("".join(f"这里有{number}户，话还没有说完，" for number in range(3000)) + "完。")))
    claim = view.bridge.claims[2000]
    view.bridge.select(0, claim.id)
    with patch.object(painting, "pieces", wraps=painting.pieces) as cut:
        view.viewport().repaint()
    assert 50 < cut.call_count < 400
    box = theme.current().accent.name()
    assert box in colours_at(view, claim.span)
    other = view.bridge.claims[2003]
    click(view, other.span)
    assert view.bridge.claim == other


def test_a_claim_stays_in_sight_when_the_window_settles_after_opening(view: ArticleView) -> None:
    text = "\n".join(f"第{number}段写着{number + 100}户,此外还有一些话要说清楚,好让这一段占满两行以上的位置。" for number in range(400))
    view.bridge.open(session_of(analysis_of(text)))
    claim = next(claim for claim in view.bridge.claims if claim.text == "350户")
    view.bridge.select(claim.paragraph, claim.id)
    view.resize(view.width() - 2, view.height())  # before anything was painted
    assert view.viewport().rect().contains(place(view, claim.span)[0].toPoint())
