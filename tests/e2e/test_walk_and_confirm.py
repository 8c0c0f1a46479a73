"""An editor walks with the arrow keys, confirms with 1 and completes the paragraph with Enter; moving decides nothing."""

from PySide6.QtWidgets import QLabel

from annotator.gui.bridge import Selection
from annotator.model import State
from tests.e2e.editor import NAME, Editor


def test_moving_never_decides(reader: Editor) -> None:
    for keys in ("Down", "Down", "Ctrl+Down", "Up", "Ctrl+Up", "F8", "Shift+F8"):
        reader.press(keys)
    assert reader.session.progress.decided == 0
    assert not reader.session.records


def test_first_decision_asks_once_who_is_checking(reader: Editor) -> None:
    reader.go_to("649万美元")
    reader.give_name()
    reader.press("1")
    assert reader.state_of("649万美元") is State.CONFIRMED
    assert reader.window.who.text().endswith(NAME)
    assert reader.says.startswith("已确认")
    reader.go_to("194份")
    reader.press("1")
    assert {record.by for record in reader.session.records} == {NAME}


def test_without_a_name_nothing_is_decided(reader: Editor) -> None:
    from annotator.gui.reviewer import ReviewerDialog

    reader.go_to("649万美元")
    reader.meet(ReviewerDialog, lambda dialog: dialog.reject())
    reader.press("1")
    assert reader.state_of("649万美元") is State.PENDING


def test_after_a_decision_comes_the_next_open_claim_and_then_the_end(reader: Editor) -> None:
    reader.give_name()
    claim = reader.go_to("300余家")
    paragraph = claim.paragraph
    texts = []
    for _ in range(3):
        assert reader.window.bridge.claim is not None
        texts.append(reader.window.bridge.claim.text)
        reader.press("1")
    assert reader.window.bridge.claim is None
    assert texts == ["300余家", "194份", "649万美元"]
    assert reader.window.bridge.selection.paragraph == paragraph
    assert not reader.session.is_read(paragraph)
    reader.press("Return")
    assert reader.session.is_read(paragraph)
    assert reader.window.bridge.selection.paragraph == paragraph + 1


def test_down_stops_at_the_end_of_what_is_only_left_to_be_read(reader: Editor) -> None:
    reader.give_name()
    claim = reader.go_to("300余家")
    for _ in range(3):
        reader.press("1")
    reader.press("Up")
    last = reader.window.bridge.claim
    assert last is not None
    reader.press("Down")
    assert reader.window.bridge.selection == Selection(claim.paragraph)
    assert "有无漏标" in " ".join(label.text() for label in reader.window.card.findChildren(QLabel) if label.isVisible())
    reader.press("Down")
    assert reader.window.bridge.selection.paragraph == claim.paragraph + 1
    reader.press("Up")
    assert reader.window.bridge.selection == Selection(claim.paragraph)
    reader.press("Return")
    assert reader.session.is_read(claim.paragraph)
    reader.press("Up")
    assert reader.window.bridge.claim == last  # read: nothing to stop for at its end


def test_a_key_shows_what_was_scrolled_away_before_it_decides(reader: Editor) -> None:
    reader.give_name()
    claim = reader.go_to("300余家")
    article = reader.window.article
    article.verticalScrollBar().setValue(article.verticalScrollBar().maximum())
    assert not article.is_selection_in_sight()
    for key in ("1", "Return"):
        reader.press(key)
        assert article.is_selection_in_sight()
        assert "再按一次" in reader.says
        assert not reader.session.records
        article.verticalScrollBar().setValue(article.verticalScrollBar().maximum())
    reader.press("1")
    reader.press("1")
    assert reader.session.state(claim.id) is State.CONFIRMED


def test_one_decision_marks_every_place(reader: Editor) -> None:
    reader.give_name()
    claim = reader.go_to("16名")
    places = reader.session.fold(claim.id).places
    assert len(places) == 3
    reader.press("1")
    assert {reader.session.state(place.id) for place in places} == {State.CONFIRMED}
    assert "3 处" in reader.says


def test_auto_repeat_of_a_decision_key_is_ignored(reader: Editor) -> None:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    reader.give_name()
    reader.go_to("300余家")
    reader.press("1")
    for _ in range(5):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", autorep=True)
        QApplication.sendEvent(reader.window.article, held)
    assert reader.session.progress.decided == 1


def test_enter_confirms_only_what_the_checks_bear_out(reader: Editor) -> None:
    reader.give_name()
    reader.go_to("15%左右")
    reader.press("Return")
    assert reader.state_of("15%左右") is State.PENDING
    assert "未回应" in reader.says
    reader.go_to("3096家")
    assert reader.session.may_confirm_with_enter(reader.window.bridge.fold.id)
    reader.press("Return")
    assert reader.state_of("3096家") is State.CONFIRMED
