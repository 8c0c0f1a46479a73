"""Where things stand in the reading column, what it shows, and a click on it."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from annotator.gui.article.geometry import pieces
from annotator.gui.article.view import ArticleView
from annotator.model import Span


def place(view: ArticleView, span: Span) -> list[QPointF]:
    """The middles of a span's pieces in the viewport."""
    assert view.text is not None
    order = view.text.article.paragraph_at(span.start).order
    block = view.text.block(order)
    runs = view.text.runs(order)
    found = pieces(block.layout(), runs.position(span.start), runs.end_position(span.end), view.block_rect(block).topLeft(), 16.5)
    return [piece.box.center() for piece in found]


def click(view: ArticleView, span: Span) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place(view, span)[0].toPoint())


def shown_text(view: ArticleView) -> str:
    """What stands in the document; only tests read it."""
    return view.toPlainText()


def colours_at(view: ArticleView, span: Span) -> set[str]:
    """The colours on the screen around a span."""
    image = view.viewport().grab().toImage()
    centre = place(view, span)[0]
    return {
        image.pixelColor(x, y).name()
        for x in range(round(centre.x()) - 20, round(centre.x()) + 20)
        for y in range(round(centre.y()) - 14, round(centre.y()) + 18)
        if image.rect().contains(QPoint(x, y))
    }
