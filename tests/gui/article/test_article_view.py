"""The reading column as an editor meets it: by mouse, by keys, by what is on the screen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui import theme
from annotator.gui.article.view import ArticleView
from annotator.gui.bridge import Form, Preview
from annotator.model import Span, State
from tests.gui.article.seeing import click, colours_at, place, shown_text
from tests.gui.small import analysis_of, claim_of, go, session_of, span_of

# --- the text ---


def test_the_article_stands_there_with_its_copies_folded(view: ArticleView) -> None:
    lines = shown_text(view).split("\n")
    assert lines[:3] == ["春耕一线见闻", "全县共有贫困人口37203名,其中剩余3447名,已脱贫33756名。", "银行比原利率上浮15%左右,为企业减负。"]
    assert lines[4] == "与 2–3 段逐字相同 · 2 段"
    assert lines[6] == "📌合作社𠮷祥农场种下120个大棚,产值88元<b>粗</b>。"  # markup is words like any other


def test_a_click_on_a_folded_line_opens_it_and_the_left_key_folds_it(view: ArticleView) -> None:
    assert view.text is not None
    folded = view.block_rect(view.text.block(4)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, folded.toPoint())
    assert shown_text(view).count("37203名") == 2
    view.bridge.select(5, None)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert shown_text(view).count("37203名") == 1
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert shown_text(view).count("37203名") == 2


def test_selecting_a_claim_in_a_copy_opens_its_fold(view: ArticleView) -> None:
    claim = go(view.bridge, "37203名", 1)
    assert view.text is not None
    assert not view.text.rows.is_folded(claim.paragraph)
    assert shown_text(view).split("\n")[5] == "银行比原利率上浮15%左右,为企业减负。"


def test_a_long_article_is_painted_before_it_is_complete(qtbot: QtBot, view: ArticleView) -> None:
    text = "\n".join(f"第{number}段写着{number}户。" + "稿件" * 40 for number in range(4000))
    view.bridge.open(session_of(analysis_of(text)))
    assert view.text is not None
    assert not view.text.is_complete
    view.viewport().repaint()
    last = view.bridge.claims[-1]
    view.bridge.select(last.paragraph, last.id)  # one need not wait to go to the end
    assert view.viewport().rect().contains(place(view, last.span)[0].toPoint())
    qtbot.waitUntil(lambda: view.text is not None and view.text.is_complete, timeout=20_000)
    assert shown_text(view).count("\n") == 3999


def test_an_article_without_text_is_a_blank_page(view: ArticleView) -> None:
    view.bridge.open(session_of(analysis_of("")))
    view.viewport().repaint()
    view.bridge.open(None)
    view.viewport().repaint()
    assert shown_text(view) == ""


# --- mouse ---


def test_a_click_selects_a_claim_and_beside_claims_the_paragraph(view: ArticleView) -> None:
    claim = claim_of(view.bridge, "33756名")
    click(view, claim.span)
    assert view.bridge.claim == claim
    click(view, span_of(view.text.article, "贫困人口"))
    assert (view.bridge.selection.paragraph, view.bridge.claim) == (1, None)


def test_behind_a_wide_character_the_click_hits_the_right_claim(view: ArticleView) -> None:
    claim = claim_of(view.bridge, "120个")
    click(view, claim.span)
    assert view.bridge.claim == claim


def test_a_double_click_opens_the_card_and_selects_no_word(qtbot: QtBot, view: ArticleView) -> None:
    claim = claim_of(view.bridge, "3447名")
    with qtbot.waitSignal(view.card_wanted):
        point = place(view, claim.span)[0].toPoint()
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    assert view.bridge.claim == claim
    assert view.selected_span() is None


def test_a_drag_selects_text_without_moving(view: ArticleView) -> None:
    go(view.bridge, "37203名")
    wanted = span_of(view.text.article, "𠮷祥农场种下120个")
    first, last = (place(view, Span(at, at + 1))[0] for at in (wanted.start, wanted.end - 1))
    QTest.mousePress(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(round(first.x() - 7), round(first.y()))
    )
    QTest.mouseMove(view.viewport(), QPoint(round(last.x() + 7), round(last.y())))
    QTest.mouseRelease(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(round(last.x() + 7), round(last.y()))
    )
    assert view.selected_span() == wanted
    assert view.bridge.claim is not None


# --- copying and inserting ---


def test_copying_gives_the_articles_own_text(view: ArticleView) -> None:
    rate = go(view.bridge, "15%左右")
    rate_words = span_of(view.text.article, "上浮15%左右")
    view.bridge.decide(view.bridge.fold.id, State.CORRECTED, text="下浮15%左右", span=rate_words, reason="方向", judgement=True)
    assert "上下浮15%左右" in shown_text(view)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == view.text.article.text.strip("\n")
    assert rate.text in QGuiApplication.clipboard().text()


def test_a_correction_is_shown_and_taken_back_at_every_open_place(view: ArticleView) -> None:
    go(view.bridge, "37203名", 1)  # opens the copies
    go(view.bridge, "15%左右")
    words = span_of(view.text.article, "上浮15%左右")
    view.bridge.decide(view.bridge.fold.id, State.CORRECTED, text="下浮15%左右", span=words, reason="方向", judgement=True)
    assert shown_text(view).count("上下浮15%左右") == 2
    view.bridge.decide(
        view.bridge.fold_id(claim_of(view.bridge, "15%左右").id),
        State.CORRECTED,
        text="下调15%左右",
        span=words,
        reason="用词",
        judgement=True,
    )
    assert shown_text(view).count("上浮下调15%左右") == 2
    view.bridge.undo()
    assert shown_text(view).count("上下浮15%左右") == 2
    view.bridge.undo()
    assert shown_text(view).count("率上浮15%左右") == 2


def test_a_correction_is_seen_while_it_is_typed_and_gone_when_left(view: ArticleView) -> None:
    claim = go(view.bridge, "15%左右")
    view.bridge.previewed.emit(Preview((claim,), span_of(view.text.article, "上浮15%左右"), "下浮15%左右"))
    assert "上下浮15%左右" in shown_text(view)
    view.bridge.previewed.emit(None)
    assert "率上浮15%左右" in shown_text(view)


def test_text_is_selected_from_the_keyboard(view: ArticleView) -> None:
    go(view.bridge, "120个")
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)  # the text cursor stands behind the claim
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_span() == span_of(view.text.article, "大棚")
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.selected_span() is None


def test_a_selection_over_the_fold_counts_all_its_copies(view: ArticleView) -> None:
    cursor = view.textCursor()
    cursor.setPosition(view.text.block(3).position())
    cursor.setPosition(view.text.block(6).position() + 2, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    assert view.text.article.slice(view.selected_span()).count("37203名") == 1


# --- keys ---


def test_shift_and_arrows_move_the_ends_of_a_claim(view: ArticleView) -> None:
    go(view.bridge, "120个")
    view.setFocus()
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.text.article.slice(view.adjusting.span) == "下120个大棚"
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.adjusting is None
    assert view.bridge.claim.text == "下120个大棚"
    view.bridge.undo()
    assert claim_of(view.bridge, "120个")


def test_escape_leaves_the_claim_as_it_was(view: ArticleView) -> None:
    claim = go(view.bridge, "120个")
    view.bridge.form_asked.emit(Form("adjust"))
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.adjusting is None
    assert view.bridge.claim == claim


def test_an_end_never_leaves_the_paragraph_nor_passes_the_other(view: ArticleView) -> None:
    go(view.bridge, "37203名")
    view.setFocus()
    for _ in range(20):
        QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.text.article.slice(view.adjusting.span) == "3"
    QTest.keyClick(view, Qt.Key.Key_Tab)
    for _ in range(40):
        QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.adjusting.span.start == view.text.article.paragraphs[1].start


def test_what_an_input_method_composes_changes_nothing(view: ArticleView) -> None:
    go(view.bridge, "120个")
    view.setFocus()
    for event in (QInputMethodEvent("yi", []), QInputMethodEvent("", [])):
        event.setCommitString("1")
        QApplication.sendEvent(view, event)
    assert view.bridge.session.head[0] == 0
    assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_A, Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_no_other_key_does_anything_here(view: ArticleView, key: Qt.Key) -> None:
    go(view.bridge, "120个")
    before = shown_text(view)
    view.setFocus()
    QTest.keyClick(view, key)
    assert shown_text(view) == before
    assert view.bridge.session.head[0] == 0


# --- what is on the screen ---


def test_the_state_of_a_claim_is_seen_below_it(view: ArticleView) -> None:
    tokens = theme.current()
    claim = claim_of(view.bridge, "3447名")
    view.bridge.select(2, None)
    assert tokens.pen.name() in colours_at(view, claim.span)
    fold = view.bridge.fold_id(claim.id)
    for state, colour, more in (
        (State.CONFIRMED, tokens.ok, {}),
        (State.FLAGGED, tokens.flag, {"reason": "无出处"}),
        (State.DISMISSED, tokens.disb, {}),
    ):
        view.bridge.session.decide(fold, state, reason=more.get("reason", "改"))
        view.page.forget_all()
        assert colour.name() in colours_at(view, claim.span), state


def test_an_open_contradiction_stands_out_until_it_is_answered(view: ArticleView) -> None:
    claim = claim_of(view.bridge, "120个")
    view.bridge.select(0, None)
    assert {theme.current().bad.name(), theme.current().badb.name()} <= colours_at(view, claim.span)
    view.bridge.answer(
        "conflict@" + ",".join(f"{s.start}-{s.end}" for s in view.bridge.session.findings(view.bridge.fold_id(claim.id))[0].spans),
        "口径不同",
    )
    assert theme.current().bad.name() not in colours_at(view, claim.span)


def test_a_claim_over_two_lines_is_marked_on_both(view: ArticleView) -> None:
    view.bridge.open(session_of(analysis_of("字" * 36 + "12个左右,后面还有许多字。")))
    claim = view.bridge.claims[0]
    assert len(place(view, claim.span)) == 2
    view.bridge.select(0, claim.id)
    box = theme.current().accent.name()
    image = view.viewport().grab().toImage()
    for centre in place(view, claim.span):
        column = {image.pixelColor(round(centre.x()), y).name() for y in range(round(centre.y()) - 16, round(centre.y()) + 20)}
        assert box in column


def test_dark_and_large_it_is_the_same_page_at_the_same_place(view: ArticleView) -> None:
    text = "\n".join(f"第{number}段写着{number + 100}户,此外还有一些话要说清楚。" for number in range(300))
    view.bridge.open(session_of(analysis_of(text)))
    claim = view.bridge.claims[400]
    view.bridge.select(claim.paragraph, claim.id)
    y = view.height_of(claim.start)
    theme.desk_theme().apply(zoom=200)
    assert abs(view.height_of(claim.start) - y) <= 2
    view.verticalScrollBar().setValue(0)  # the claim is no more in sight: what is at the top stays
    theme.desk_theme().apply("dark")
    assert view.top_place()[0] == 0
    assert view.viewport().grab().toImage().pixelColor(5, 5) in (theme.current().paper, theme.current().cur)
    assert QColor(theme.current().paper).lightness() < 60


def test_moving_does_not_scroll_where_it_need_not_and_otherwise_to_a_third(view: ArticleView) -> None:
    text = "\n".join(f"第{number}段写着{number + 100}户,此外还有一些话要说清楚。" for number in range(300))
    view.bridge.open(session_of(analysis_of(text)))
    claims = [claim for claim in view.bridge.claims if claim.text.endswith("户")]
    view.bridge.select(claims[150].paragraph, claims[150].id)
    middle = place(view, claims[150].span)[0].y()
    assert abs(middle - view.viewport().height() / 3) < 30
    before = view.verticalScrollBar().value()
    view.bridge.select(claims[152].paragraph, claims[152].id)
    assert view.verticalScrollBar().value() == before
