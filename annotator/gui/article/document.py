"""The text document of the reading column, and the way between its positions and the article's code points."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from annotator.gui.article.rows import Row, Rows
from annotator.gui.article.runs import Look, ParagraphRuns, Replacement
from annotator.gui.article.writing import Writing, is_heading
from annotator.gui.i18n import tr
from annotator.gui.offsets import shown
from annotator.model import Article, Span

FIRST_PORTION: Final = 150_000  # code points put in before the first paint
PORTION: Final = 60_000  # code points put in between two turns of the event loop


class ArticleDocument:
    """Fills an empty QTextDocument with the rows of an article, in portions, and rewrites single rows in it."""

    def __init__(
        self,
        document: QTextDocument,
        article: Article,
        replacements: Callable[[int], Sequence[Replacement]],
    ) -> None:
        self.article = article
        self.rows = Rows(article.paragraphs)
        self.writing = Writing.current()
        self._document = document
        self._replacements = replacements
        self._opened: set[int] = set()
        self._written: dict[int, list[Replacement]] = {}  # order -> the corrections that stand in the document
        self._headings: set[int] = set()  # orders of those that are in the document
        self._runs: dict[int, ParagraphRuns] = {}
        self._filled = 0  # rows
        with self._unlaid():
            self.fill(FIRST_PORTION)

    @contextmanager
    def _unlaid(self) -> Iterator[None]:
        """Change much without laying it out; afterwards Qt lays out what is looked at, and the rest when it has time."""
        self._document.setLayoutEnabled(False)
        yield
        self._document.setLayoutEnabled(True)
        self._document.setDefaultFont(QFont())  # only another font makes the layout begin again
        self._document.setDefaultFont(self.writing.font)

    # --- filling ---

    @property
    def is_complete(self) -> bool:
        """Are all rows in the document?"""
        return self._filled == len(self.rows)

    def fill(self, code_points: int) -> None:
        """Append rows of at least this many code points of text, as far as there are any."""
        self._append_until(lambda row, start: self.article.paragraphs[row.first].start - start < code_points)

    def ensure(self, order: int) -> None:
        """Append all rows up to a paragraph's."""
        block = self.rows.block(order)
        if block >= self._filled:
            self._append_until(lambda _row, _start: self._filled <= block)

    def _append_until(self, wanted: Callable[[Row, int], bool]) -> None:
        if self.is_complete:
            return
        start = self.article.paragraphs[self.rows.rows[self._filled].first].start
        cursor = QTextCursor(self._document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        while not self.is_complete and wanted(row := self.rows.rows[self._filled], start):
            self._append(cursor, row)
        cursor.endEditBlock()

    def _append(self, cursor: QTextCursor, row: Row) -> None:
        if self._filled:
            cursor.insertBlock(self.writing.block, self.writing.looks[Look.BODY])
        else:
            cursor.setBlockFormat(self.writing.block)
        self._write(cursor, row)
        self._filled += 1

    def _write(self, cursor: QTextCursor, row: Row) -> None:
        if row.folded:
            cursor.insertText(self.folded_text(row), self.writing.looks[Look.BODY])
            return
        heading = is_heading(self.article.slice(self.article.paragraphs[row.first].span), row.first)
        looks = self.writing.heading if heading else self.writing.looks
        if heading:
            self._headings.add(row.first)
        self._runs.pop(row.first, None)
        replacements = list(self._replacements(row.first))
        if replacements:
            self._written[row.first] = replacements
        else:
            self._written.pop(row.first, None)
        for run in self._cut(row.first).runs:
            cursor.insertText(run.text, looks[run.look])

    def folded_text(self, row: Row) -> str:
        """The words of a folded line."""
        original = self.article.paragraphs[row.first].copy_of
        assert original is not None
        count = row.last - row.first + 1
        same = numbers(original, original + row.last - row.first)
        return shown(tr("与 {numbers} 段逐字相同 · {count} 段").format(numbers=same, count=count))

    # --- changing ---

    def rescale(self) -> None:
        """Write in the size now in force, in the same colours."""
        self.writing = Writing.current()
        size = QTextCharFormat()
        size.setProperty(QTextCharFormat.Property.FontPixelSize, self.writing.heading_size)
        cursor = QTextCursor(self._document)
        with self._unlaid():
            cursor.beginEditBlock()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.mergeBlockFormat(self.writing.block)
            for order in self._headings:
                if not self.rows.is_folded(order):
                    cursor.setPosition(self.block(order).position())
                    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                    cursor.mergeCharFormat(size)
            cursor.endEditBlock()

    def refresh(self, order: int) -> None:
        """Write a paragraph anew where its corrections are others now; nothing happens while it is folded or not yet in."""
        if self.rows.is_folded(order) or self.rows.block(order) >= self._filled:
            return
        if list(self._replacements(order)) == self._written.get(order, []):
            return
        cursor = QTextCursor(self.block(order))
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self._write(cursor, self.rows.rows[self.rows.block(order)])
        cursor.endEditBlock()

    def set_open(self, order: int, opened: bool) -> None:
        """Show the run of copies around a paragraph in full, or fold it."""
        run = self.rows.run(order)
        if run is None or opened is not self.rows.is_folded(order):
            return
        self.ensure(order)
        first, last = run
        cursor = QTextCursor(self.block(first))
        end = self.block(last)
        cursor.beginEditBlock()
        cursor.setPosition(end.position() + end.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        (self._opened.add if opened else self._opened.discard)(first)
        blocks = len(self.rows)
        self.rows = Rows(self.article.paragraphs, self._opened)
        for block in range(self.rows.block(first), self.rows.block(last) + 1):
            row = self.rows.rows[block]
            if row.first != first:
                cursor.insertBlock(self.writing.block, self.writing.looks[Look.BODY])
            self._write(cursor, row)
        cursor.endEditBlock()
        self._filled += len(self.rows) - blocks

    # --- positions ---

    def block(self, order: int) -> QTextBlock:
        """The block a paragraph stands on or is folded into; it must have been filled."""
        return self._document.findBlockByNumber(self.rows.block(order))

    def is_heading(self, order: int) -> bool:
        """Is a paragraph that is in the document written as a heading?"""
        return order in self._headings

    def row(self, block: QTextBlock) -> Row:
        """The row a block shows."""
        return self.rows.rows[block.blockNumber()]

    def runs(self, order: int) -> ParagraphRuns:
        """The runs of a paragraph, kept until it is rewritten."""
        if order not in self._runs:
            self._runs[order] = self._cut(order)
        return self._runs[order]

    def _cut(self, order: int) -> ParagraphRuns:
        return ParagraphRuns(self.article, self.article.paragraphs[order], self._written.get(order, ()))

    def offset(self, position: int) -> int:
        """Article offset of a document position; in a folded line the start of its first copy."""
        block = self._document.findBlock(position)
        row = self.row(block)
        if row.folded:
            return self.article.paragraphs[row.first].start
        return self.runs(row.first).offset(position - block.position())

    def selected(self, start: int, end: int) -> Span:
        """The article span two document positions enclose; a folded line counts with all its copies."""
        block = self._document.findBlock(end)
        row = self.row(block)
        last = self.article.paragraphs[row.last].end if row.folded and end > block.position() else self.offset(end)
        return Span(self.offset(start), last)

    def position(self, offset: int) -> int:
        """Document position of an article offset inside a paragraph that is not folded; else of its folded line."""
        paragraph = self.article.paragraph_at(offset)
        block = self.block(paragraph.order)
        if self.rows.is_folded(paragraph.order):
            return block.position()
        return block.position() + self.runs(paragraph.order).position(min(max(offset, paragraph.start), paragraph.end))


def numbers(first: int, last: int) -> str:
    """Paragraph orders as an editor numbers them, from 1: "29–33" or "29"."""
    return f"{first + 1}" if first == last else f"{first + 1}–{last + 1}"
