"""Asks in which encoding a text is to be read: each with how the article would begin."""

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.gui import theme
from annotator.gui.dialogs import Plain
from annotator.gui.i18n import shown_language, tr
from annotator.gui.pieces import Label, button
from annotator.model import Article
from annotator.text import Preview, previews
from annotator.text.encoding import ENGLISH

_DECODED = frozenset({".txt", ".md", ".text", ".csv", ".html", ".htm", ".xhtml", ".shtml"})
_WORDS = re.compile(rb"[\x80-\xff][^<>]{24,}")


def _telling(data: bytes) -> bytes:
    """The bytes from where their encoding shows: a web page from its first words that are not ASCII."""
    words = _WORDS.search(data) if data.lstrip().startswith(b"<") else None
    return data[words.start() :] if words else data


def is_decoded(article: Article) -> bool:
    """Was an article read from a file that may be read in another encoding?"""
    return Path(article.name).suffix.lower() in _DECODED


def encoding_word(preview: Preview) -> str:
    """An encoding as editors know it."""
    return preview.label if shown_language() == "zh" else ENGLISH[preview.encoding]


class EncodingDialog(Plain):
    """A list of encodings, the likeliest first, beside the head of the text. `encoding` is the chosen one."""

    def __init__(self, data: bytes, name: str, current: str, parent: QWidget | None, *, doubtful: bool = False) -> None:
        self._previews = previews(_telling(data))
        if doubtful:
            title, sentence = tr("文字编码不确定"), tr("“{name}”按下面选中的编码读出如右，读得通吗？").format(name=name)
        else:
            title, sentence = tr("换编码重读"), tr("“{name}”现在按下面选中的编码读入。换一种，右边就显示读出的样子。").format(name=name)
        super().__init__(title, sentence, parent)
        self._current, self._doubtful = current, doubtful
        self.listed = QListWidget()
        self.listed.setAccessibleName(tr("文字编码"))
        self.listed.ensurePolished()  # or rows are measured without their padding
        for preview in self._previews:
            item = QListWidgetItem(encoding_word(preview), self.listed)
            item.setData(Qt.ItemDataRole.UserRole, preview.encoding)
        self.listed.setFixedWidth(theme.px(268))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(theme.font("excerpt"))
        self.text.setAccessibleName(tr("读出的样子"))
        self.broken = Label("", "small", "flag", wrap=True)
        right = QVBoxLayout()
        right.addWidget(self.text, 1)
        right.addWidget(self.broken)
        both = QHBoxLayout()
        both.setSpacing(theme.px(10))
        both.addWidget(self.listed)
        both.addLayout(right, 1)
        self.body.addLayout(both, 1)
        self.read = button(tr("读得通，导入") if doubtful else tr("按这个编码重读"), "primary", "read")
        self.read.setDefault(True)
        self.read.clicked.connect(self.accept)
        cancel = button(tr("取消"), "", "cancel")
        cancel.clicked.connect(self.reject)
        self.finish(self.read, cancel)
        self.listed.currentRowChanged.connect(self._show)
        self.listed.itemActivated.connect(self.read.click)
        self.listed.setCurrentRow(next((row for row, one in enumerate(self._previews) if one.encoding == current), 0))
        self.listed.setFocus()
        self.resize(theme.px(720), theme.px(400))

    @property
    def encoding(self) -> str:
        """The encoding that is chosen."""
        return self._previews[max(0, self.listed.currentRow())].encoding

    def _show(self, row: int) -> None:
        preview = self._previews[row]
        self.text.setPlainText(preview.text.replace("\r\n", "\n"))
        self.broken.setText(tr("开头有 %n 处按这个编码解不出文字，显示为 �。", n=preview.broken) if preview.broken else "")
        self.broken.setVisible(bool(preview.broken))
        self.read.setEnabled(self._doubtful or preview.encoding != self._current)
