"""Searching, looking, hearing, notes in the margin, and the room they have."""

import re
from itertools import pairwise
from unittest.mock import patch

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QAction, QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from annotator.gui import theme
from annotator.gui.article import painting, pointing
from annotator.gui.article.painting import PlacedNote
from annotator.gui.article.view import ArticleView
from annotator.gui.bridge import Form, SessionBridge
from annotator.model import Claim, Finding, State, Verdict
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


def crowded(view: ArticleView) -> None:
    """Lines that follow each other closely, each with more notes than stand beside one line."""
    text = "\n".join(f"第{number}批种下{number}户、{number + 40}名、{number + 80}家、{number + 120}个。" for number in range(11, 31))
    article = analysis_of(text).article
    claims = re.findall(r"[0-9]+[户名家个]", text)
    found = [Finding("sum", Verdict.CONTRADICTION, (span_of(article, words),), "不符。", words) for words in claims]
    view.bridge.open(session_of(analysis_of(text, found)))


def test_notes_of_close_lines_are_never_drawn_over_each_other(view: ArticleView) -> None:
    crowded(view)
    view.bridge.select(8, None)
    view.viewport().repaint()
    rects = [placed.rect for placed in view.placed]
    assert len(rects) > 10
    assert all(above.top() + 18 <= below.top() for above, below in pairwise(rects))
    for placed in view.placed:  # none is far from its line
        assert abs(placed.rect.center().y() - view.height_of(placed.note.offset)) < 60
    folded = [placed.note.full.split("\n") for placed in view.placed]
    assert sum(map(len, folded)) >= 4 * 10  # what has no place of its own is told by the note before it


def test_notes_do_not_depend_on_what_part_of_the_view_is_painted(view: ArticleView) -> None:
    crowded(view)
    view.bridge.select(12, None)
    whole, left = view.viewport().grab().toImage(), round(view.frame_now().notes)
    for top in range(0, view.viewport().height() - 40, 37):
        part = QRect(left, top, view.viewport().width() - left, 40)
        image = view.viewport().grab(part).toImage()
        places = [(x, y) for x in range(0, part.width(), 3) for y in range(part.height())]
        shades = [(image.pixelColor(x, y).lightness(), whole.pixelColor(left + x, top + y).lightness()) for x, y in places]
        assert max(abs(one - other) for one, other in shades) < 8


def test_a_note_lies_over_the_band_of_the_paragraph_below(view: ArticleView) -> None:
    crowded(view)
    view.bridge.select(1, None)
    view.viewport().repaint()
    spilt = next(placed for placed in view.placed if placed.rect.top() > view.block_rect(view.text.block(0)).bottom())
    assert spilt.note.offset < view.text.article.paragraphs[1].start
    image = view.viewport().grab(spilt.rect.toAlignedRect()).toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert theme.current().bad.name() in colours
    click = spilt.rect.center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, click)
    assert view.bridge.selection.paragraph == 0


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
        notes = [placed.note for placed in view.placed]
        at = next((at for at, note in enumerate(notes) if note.mark == "unread"), len(notes))
        return [note.text for note in notes[at : at + 2]]

    view.bridge.select(6, None)
    assert prompts() == ["本段没有数字", "Enter 读毕"]
    view.bridge.read(6)
    assert prompts() == []
    view.bridge.select(2, None)
    assert prompts() == []  # something is still open there
    go(view.bridge, "15%左右")
    view.bridge.decide(view.bridge.fold.id, State.CONFIRMED, reason="核过原件")
    assert prompts() == ["有无漏标？", "Enter 读毕"]


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


def test_another_size_leaves_the_selected_claim_where_it_was(view: ArticleView) -> None:
    text = "\n".join(f"第{number}段写着{number + 100}户,此外还有一些话要说清楚,好让这一段占满两行以上的位置。" for number in range(400))
    view.bridge.open(session_of(analysis_of(text)))
    claim = next(claim for claim in view.bridge.claims if claim.text == "350户")
    view.bridge.select(claim.paragraph, claim.id)
    y = view.height_of(claim.start)
    try:
        for zoom in (125, 200, 100):
            theme.desk_theme().apply(zoom=zoom)
            assert abs(view.height_of(claim.start) - y) < 20
    finally:
        theme.desk_theme().apply(zoom=100)
    view.resize(view.width() - 300, view.height())
    assert abs(view.height_of(claim.start) - y) < 20
    view.resize(view.width(), round(y) - 40)
    assert view.is_selection_in_sight()
    view.verticalScrollBar().setValue(0)
    top = view.top_place()
    view.resize(view.width() - 50, view.height())
    assert view.top_place()[0] == top[0]  # who has scrolled away stays there


def test_what_is_found_is_selected_and_the_end_of_a_search_says_nothing(view: ArticleView) -> None:
    said: list[tuple[int, int]] = []
    view.searched.connect(lambda number, count: said.append((number, count)))
    go(view.bridge, "37203名")
    view.search("12")
    assert view.bridge.claim == claim_of(view.bridge, "120个")
    before = view.bridge.claim
    view.search("合作社")  # no claim there
    assert view.bridge.claim == before
    view.search("")
    assert said == [(1, 1), (1, 1)]
    assert not view.is_searching
