"""How the runs of the reading column are written: formats from the theme, and which paragraphs are headings."""

import re
from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat

from annotator.gui import theme
from annotator.gui.article.runs import Look
from annotator.gui.theme import Tokens

_ORDINAL = r"[0-9\uFF10-\uFF19]{1,2}|[一二三四五六七八九十]{1,3}"
_NUMBERED = re.compile(rf"\s{{0,8}}(?:(?:{_ORDINAL})[\s、.\uFF0E]|[(\uFF08](?:{_ORDINAL})[)\uFF09]|第(?:{_ORDINAL})[章节部])")
_OPEN_END = re.compile(r"[。！？；,，:：;.!?][”’」』\"')）]?\s*\Z")
_LONGEST_HEADING = 40  # code points


def is_heading(text: str, order: int) -> bool:
    """Is a paragraph a heading: short, without the end of a sentence, and either the first of the text or numbered?"""
    if len(text) > _LONGEST_HEADING or _OPEN_END.search(text):
        return False
    return order == 0 or _NUMBERED.match(text) is not None


@dataclass(frozen=True)
class Writing:
    """The formats of one theme and zoom. Body text has no colour of its own: the painter's pen says ink or ink2."""

    tokens: Tokens
    font: QFont
    em: float  # pixels
    heading_size: int  # pixels
    block: QTextBlockFormat
    looks: dict[Look, QTextCharFormat]
    heading: dict[Look, QTextCharFormat]

    @classmethod
    def current(cls) -> Self:
        """The formats for the theme and zoom in force."""
        font, heading_font, tokens = theme.font("article"), theme.font("heading"), theme.current()
        looks = {look: QTextCharFormat() for look in Look}
        looks[Look.STRUCK].setForeground(tokens.ink3)
        looks[Look.STRUCK].setFontStrikeOut(True)
        looks[Look.INSERTED].setForeground(tokens.cor)
        looks[Look.INSERTED].setFontWeight(QFont.Weight.DemiBold)
        heading = {look: QTextCharFormat(form) for look, form in looks.items()}
        for form in heading.values():
            form.setProperty(QTextCharFormat.Property.FontPixelSize, heading_font.pixelSize())
            form.setFontWeight(heading_font.weight())
        block = QTextBlockFormat()
        block.setLineHeight(theme.line_height(), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        block.setBottomMargin(theme.px(12))
        block.setAlignment(Qt.AlignmentFlag.AlignJustify)
        return cls(tokens, font, font.pixelSize(), heading_font.pixelSize(), block, looks, heading)
