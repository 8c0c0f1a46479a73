"""Keys of the reading column that are no action of the table: the text cursor, the ends of a claim, paging."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QAbstractSlider

if TYPE_CHECKING:
    from annotator.gui.article.view import ArticleView

_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_PAGES: Final = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}
_MOVES: Final = {
    Qt.Key.Key_Left: QTextCursor.MoveOperation.PreviousCharacter,
    Qt.Key.Key_Right: QTextCursor.MoveOperation.NextCharacter,
    Qt.Key.Key_Up: QTextCursor.MoveOperation.Up,
    Qt.Key.Key_Down: QTextCursor.MoveOperation.Down,
    Qt.Key.Key_Home: QTextCursor.MoveOperation.StartOfLine,
    Qt.Key.Key_End: QTextCursor.MoveOperation.EndOfLine,
}


def wants(view: "ArticleView", event: QKeyEvent) -> bool:
    """Does the view take this key before any shortcut? Only while the ends of a claim are moved."""
    return view.adjusting is not None and event.key() in {*_ENTER, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up}


def press(view: "ArticleView", event: QKeyEvent) -> bool:
    """Act on a key; False leaves it to the widgets around."""
    if event.matches(QKeySequence.StandardKey.Copy):
        view.copy()
        return True
    if event.matches(QKeySequence.StandardKey.SelectAll):
        view.selectAll()
        return True
    if view.adjusting is not None:
        return _adjust(view, event)
    key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key is Qt.Key.Key_Escape:
        return _escape(view)
    if modifiers == Qt.KeyboardModifier.NoModifier:
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            return _unfold(view, key) or _move(view, key, select=False)
        if key in _PAGES:
            view.verticalScrollBar().triggerAction(_PAGES[key])
            return True
    if modifiers == Qt.KeyboardModifier.ShiftModifier and key in _MOVES:
        if view.caret:
            return _move(view, key, select=True)
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and view.focus.claim is not None:
            view.begin_adjusting()
            _adjust(view, event)
            return True
    return False


def _adjust(view: "ArticleView", event: QKeyEvent) -> bool:
    adjusting = view.adjusting
    if adjusting is None:
        return False
    match event.key():
        case Qt.Key.Key_Left | Qt.Key.Key_Right:
            view.show_adjusting(adjusting.moved(-1 if event.key() == Qt.Key.Key_Left else 1))
        case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
            view.show_adjusting(adjusting.swapped())
        case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.isAutoRepeat():
            view.show_adjusting(None)
            if adjusting.span != adjusting.original:
                view.bridge.adjust(adjusting.fold, adjusting.span)
        case Qt.Key.Key_Escape:
            view.show_adjusting(None)
        case _:
            return False
    return True


def _escape(view: "ArticleView") -> bool:
    if view.focus.shown is not None:
        view.bridge.shown.emit(None)
        return True
    if view.caret or view.textCursor().hasSelection():
        view.clear_selection()
        return True
    return False


def _unfold(view: "ArticleView", key: Qt.Key) -> bool:
    """→ opens the folded line one stands on, ← folds it again."""
    order, text = view.focus.paragraph, view.text
    if text is None or view.caret or not text.article.paragraphs or text.rows.run(order) is None:
        return False
    opens = key == Qt.Key.Key_Right
    if text.rows.is_folded(order) is not opens:
        return False
    view.toggle_run(order)
    return True


def _move(view: "ArticleView", key: Qt.Key, *, select: bool) -> bool:
    cursor = view.textCursor()
    claim, text = view.bridge.claim, view.text
    if text is None:
        return False
    if not view.caret and not cursor.hasSelection():
        start = text.article.paragraphs[view.focus.paragraph].start if claim is None else claim.start
        end = start if claim is None else claim.end
        cursor.setPosition(text.position(start if key == Qt.Key.Key_Left else end))
    else:
        keep = QTextCursor.MoveMode.KeepAnchor if select else QTextCursor.MoveMode.MoveAnchor
        cursor.movePosition(_MOVES[key], keep)
    view.caret = True
    view.setTextCursor(cursor)
    view.ensureCursorVisible()
    view.viewport().update()
    return True
