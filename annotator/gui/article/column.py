"""The column a page is read in: where its text stands, what of it is in sight, and scrolling that never jumps without need."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QUrl
from PySide6.QtGui import QResizeEvent, QTextBlock
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from annotator.gui import theme
from annotator.gui.article.document import ArticleDocument
from annotator.gui.article.frame import Frame, frame
from annotator.gui.i18n import tr

UPPER: Final = 0.15  # of the view's height: between the two a claim stays where it is; else it is brought to TARGET
LOWER: Final = 0.75
TARGET: Final = 0.33


class Sight(NamedTuple):
    """Where a view stood: the article offset that is to stay and the height of its line, and what was at the top."""

    anchor: int | None
    y: float
    top: tuple[int, float]


class Column(QTextBrowser):
    """A read-only browser with the gutter and the margin of the desk around its text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text: ArticleDocument | None = None
        self._quiet()

    def _quiet(self) -> None:
        """No links, no undo, no input method, no frame: what is left is a page to read."""
        self.setObjectName("article")
        self.setAccessibleName(tr("文章"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.document().setDocumentMargin(0)

    def loadResource(self, _type: int, _name: QUrl | str) -> None:
        """Nothing named by a text is ever loaded."""

    # --- where things stand ---

    def frame_now(self) -> Frame:
        """How the column stands in the view at its present width."""
        em = theme.font("article").pixelSize()
        return frame(self.viewport().width(), em, theme.desk_theme().scale)

    def set_margins(self) -> None:
        """Give the text the margins of the present width; whatever comes next lays it out: another width, font or text."""
        now, root = self.frame_now(), self.document().rootFrame()
        form = root.frameFormat()
        right = self.viewport().width() - now.notes
        if (form.leftMargin(), form.rightMargin(), form.topMargin()) != (now.text, right, theme.px(14)):
            form.setLeftMargin(now.text)
            form.setRightMargin(right)
            form.setTopMargin(theme.px(14))
            form.setBottomMargin(theme.px(160))
            self.document().setLayoutEnabled(False)
            root.setFrameFormat(form)
            self.document().setLayoutEnabled(True)

    def block_rect(self, block: QTextBlock) -> QRectF:
        """Where a block stands in the viewport."""
        return self.document().documentLayout().blockBoundingRect(block).translated(0, -self.verticalScrollBar().value())

    def _block_at(self, y: float) -> QTextBlock:
        """The block at a height of the viewport, or near it."""
        point = QPointF(self.frame_now().text, y + self.verticalScrollBar().value())
        block = self.document().begin()
        for _ in range(2):  # a text that is not laid out so far answers with its end; asked where that stands, it lays out
            at = self.document().documentLayout().hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
            block = self.document().findBlock(max(0, at))
            if self.block_rect(block).top() <= y + theme.px(20):
                break
        return block

    def visible(self, area: QRect) -> Iterator[tuple[QTextBlock, QRectF]]:
        """The blocks that meet a part of the viewport, with where they stand."""
        if self.text is None or not len(self.text.rows):
            return
        reach = theme.px(20)
        block = self._block_at(area.top() - reach)
        while block.isValid() and (rect := self.block_rect(block)).top() - reach <= area.bottom():
            yield block, rect
            block = block.next()

    def above(self, block: QTextBlock) -> Iterator[tuple[QTextBlock, QRectF]]:
        """The blocks before a block, upwards, with where they stand."""
        while (block := block.previous()).isValid():
            yield block, self.block_rect(block)

    def bring(self, offset: int) -> None:
        """Scroll so that an article offset is easy to read; nothing moves where it already is."""
        assert self.text is not None
        middle, height = self.height_of(offset), self.viewport().height()  # asked first, for it fills in what is missing
        if not UPPER * height <= middle <= LOWER * height:
            self.scroll_to(self.text.block(self.text.article.paragraph_at(offset).order), middle)

    def height_of(self, offset: int) -> float:
        """Where in the viewport the middle of the line of an article offset stands; -1 while the text is being written anew."""
        assert self.text is not None
        order = self.text.article.paragraph_at(offset).order
        self.text.ensure(order)
        block = self.text.block(order)
        if not block.isValid():
            return -1
        rect = self.block_rect(block)
        line = block.layout().lineForTextPosition(self.text.position(offset) - block.position())
        return rect.top() + (line.y() + line.height() / 2 if line.isValid() else 0)

    def scroll_to(self, block: QTextBlock, y: float, target: float = TARGET) -> None:
        """Scroll so that what stands at `y` of the viewport, in this block, comes to a part of its height."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        value = round(bar.value() + y - target * height)
        # Qt lays out what is asked for at once but tells the scroll bar later, which would hold the value back until then.
        bottom = self.block_rect(block).bottom()
        while bottom < y + height and (following := block.next()).isValid():
            block, bottom = following, self.block_rect(following).bottom()
        if not block.next().isValid():
            bottom += self.document().rootFrame().frameFormat().bottomMargin()
        bar.setMaximum(max(bar.maximum(), int(bottom) + bar.value() - height))
        bar.setValue(value)

    def anchor(self) -> int | None:
        """The article offset that ought to stay where it is when sizes change; None for what is at the top."""
        return None

    def sight(self) -> Sight:
        """What stands where now: to be asked before sizes change, for `return_to_sight`."""
        anchor = self.anchor()
        return Sight(anchor, -1.0 if anchor is None else self.height_of(anchor), self.top_place())

    def return_to_sight(self, before: Sight, height: int) -> None:
        """Bring what was looked at in a view of `height` pixels back to where it stood, or as near as there is room."""
        if before.anchor is None or self.text is None or not 0 <= before.y <= height:
            self.return_to(before.top)
            return
        here, now = self.height_of(before.anchor), self.viewport().height()
        wanted = before.y if before.y <= now - theme.line_height() else LOWER * now
        self.scroll_to(self.text.block(self.text.article.paragraph_at(before.anchor).order), here, wanted / max(1, now))

    def top_place(self) -> tuple[int, float]:
        """The paragraph at the top of the view, and which part of it is above the edge."""
        found = next(self.visible(QRect(0, theme.px(20), 1, 1)), None)
        if self.text is None or found is None:
            return 0, 0.0
        block, rect = found
        return self.text.row(block).first, -rect.top() / max(1.0, rect.height())

    def return_to(self, top: tuple[int, float]) -> None:
        """Scroll back to what `top_place` said."""
        if self.text is not None and self.text.article.paragraphs:
            order, part = top
            self.text.ensure(order)
            block = self.text.block(order)
            rect = self.block_rect(block)
            self.scroll_to(block, rect.top() + part * rect.height(), target=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        before = self.sight()
        self.set_margins()
        super().resizeEvent(event)
        self.return_to_sight(before, event.oldSize().height())
