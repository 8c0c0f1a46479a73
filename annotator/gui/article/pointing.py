"""What the mouse does in the reading column: click selects, double click opens the card, drag selects text."""

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from annotator.gui.article.geometry import pieces
from annotator.gui.article.page import MarginNote, Mark
from annotator.gui.article.painting import between
from annotator.gui.article.spoken import claim_words
from annotator.gui.i18n import tr

if TYPE_CHECKING:
    from annotator.gui.article.view import ArticleView


_ON_CLAIM: Final = ("confirm", "correct", "flag", "dismiss", "pending")
_ON_TEXT: Final = ("insert",)


class Hit(NamedTuple):
    """What lies under a point of the viewport: a paragraph, perhaps a claim or a margin note of it, or a folded line."""

    paragraph: int
    mark: Mark | None = None
    note: MarginNote | None = None
    folded: bool = False


def hit(view: "ArticleView", point: QPointF) -> Hit | None:
    """What lies under a point; None below the text."""
    if view.text is None or view.page is None:
        return None
    note = next((placed.note for placed in view.placed if placed.rect.contains(point)), None)
    if note is not None:  # a note that was pushed down may stand beside another paragraph
        return Hit(view.page.session.article.paragraph_at(note.offset).order, note=note)
    around = QRect(0, round(point.y()), 1, 1)
    for block, rect in view.visible(around):
        if not rect.top() <= point.y() <= rect.bottom() + view.text.writing.block.bottomMargin():
            continue
        row = view.text.row(block)
        if row.folded:
            return Hit(row.first, folded=rect.contains(QPointF(rect.center().x(), point.y())))
        runs, reach = view.text.runs(row.first), 0.3 * view.text.writing.em
        at = view.document().documentLayout().hitTest(point + QPointF(0, view.verticalScrollBar().value()), Qt.HitTestAccuracy.FuzzyHit)
        offset = view.text.offset(max(at, block.position()))
        for mark in between(view.page.drawn(row.first), offset - 1, offset + 1, key=lambda mark: mark.claim.span):
            paragraph = view.page.session.article.paragraphs[row.first]
            start = runs.position(max(mark.claim.start, paragraph.start))
            end = runs.position(min(mark.claim.end, paragraph.end))
            found = pieces(block.layout(), start, end, rect.topLeft(), view.text.writing.em)
            if any(_grown(piece.box, reach).contains(point) for piece in found):
                return Hit(row.first, mark)
        return Hit(row.first)
    return None


def _grown(box: QRectF, by: float) -> QRectF:
    return box.adjusted(0, -by, 0, by)


def release(view: "ArticleView", event: QMouseEvent) -> None:
    """A click without a drag selects what it fell on."""
    if event.button() != Qt.MouseButton.LeftButton or view.textCursor().hasSelection():
        return
    view.caret = False
    found = hit(view, event.position())
    if found is None:
        return
    if found.folded or _folds(view, found, event.position()):
        view.toggle_run(found.paragraph)
    elif found.mark is not None:
        view.bridge.select(found.mark.claim.paragraph, found.mark.claim.id)
    elif found.note is not None and found.note.claim is not None:
        view.bridge.select(found.paragraph, found.note.claim)
    else:
        view.bridge.select(found.paragraph, None)


def _folds(view: "ArticleView", found: Hit, point: QPointF) -> bool:
    """Is a point beside the number of a copy that is shown in full?"""
    return view.text is not None and view.text.rows.run(found.paragraph) is not None and point.x() < view.frame_now().text


def menu(view: "ArticleView", event: QContextMenuEvent) -> QMenu:
    """What can be done with the claim under the pointer, which is selected first, or with the selected text."""
    found = hit(view, QPointF(event.pos()))
    if found is not None and found.mark is not None and view.selected_span() is None:
        view.bridge.select(found.mark.claim.paragraph, found.mark.claim.id)
    made = QMenu(view)
    copies = made.addAction(tr("复制"), view.copy)
    copies.setShortcut(QKeySequence.StandardKey.Copy)
    copies.setEnabled(view.selected_span() is not None)
    wanted = _ON_TEXT if view.selected_span() is not None else _ON_CLAIM
    actions = {action.objectName(): action for action in view.actions()}
    made.addSeparator()
    made.addActions([actions[name] for name in wanted if name in actions])
    return made


def double_click(view: "ArticleView", event: QMouseEvent) -> None:
    """A double click opens the card: no word is selected, for what Qt takes for a Chinese word is a guess."""
    found = hit(view, event.position())
    if event.button() == Qt.MouseButton.LeftButton and found is not None and found.mark is not None:
        view.bridge.select(found.mark.claim.paragraph, found.mark.claim.id)
        view.card_wanted.emit()


def _acts(view: "ArticleView", found: Hit, point: QPointF) -> bool:
    """Would a click do more than select a paragraph?"""
    noted = found.note is not None and found.note.claim is not None
    return found.folded or found.mark is not None or noted or _folds(view, found, point)


def hover(view: "ArticleView", event: QMouseEvent) -> None:
    """A hand over what a click acts on."""
    if event.buttons() == Qt.MouseButton.NoButton:
        found = hit(view, event.position())
        acts = found is not None and _acts(view, found, event.position())
        inside = view.frame_now().text <= event.position().x() <= view.frame_now().notes
        text = Qt.CursorShape.IBeamCursor if inside else Qt.CursorShape.ArrowCursor
        view.viewport().setCursor(Qt.CursorShape.PointingHandCursor if acts else text)


def tool_tip(view: "ArticleView", event: QEvent) -> bool:
    """Show the whole of a margin note, or what a claim is; False for other events."""
    if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent) or view.page is None:
        return False
    found = hit(view, QPointF(event.pos()))
    words = ""
    if found is not None and found.note is not None:
        words = found.note.full or found.note.text
    elif found is not None and found.mark is not None:
        words = claim_words(view.page, found.mark)
    _show(view, event.globalPos(), words)
    return True


def _show(view: "ArticleView", where: QPoint, words: str) -> None:
    """Tool tips read markup by default: what comes from an article is shown as it is."""
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    QToolTip.showText(where, f"<p style='white-space:pre-wrap'>{escaped}</p>" if words else "", view, QRect())
    if not words:
        QApplication.sendPostedEvents(view)
