"""What an article is called, who wrote it, where and when it appears: recognised at import, and put right here."""

from datetime import date
from typing import Final

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from annotator.gui import theme
from annotator.gui.dialogs import Plain
from annotator.gui.i18n import shown_language, tr
from annotator.gui.imports.encoding import is_decoded
from annotator.gui.pieces import Label, button, hairline
from annotator.model import Article
from annotator.text import ENCODINGS
from annotator.text.encoding import ENGLISH
from annotator.text.masthead import stated_day

_FIELDS: Final = ("title", "byline", "publisher", "published")


class MastheadDialog(Plain):
    """Four fields, and what is known of the source. `notes_wanted`, `encoding_wanted`, `joins_wanted`: the editor asks for these."""

    notes_wanted = Signal()
    encoding_wanted = Signal()
    joins_wanted = Signal()

    def __init__(self, article: Article, parent: QWidget | None, *, cuts: int = 0, read_only: bool = False) -> None:
        super().__init__(tr("稿件信息"), tr("导入时认出的，可以改。发表日期定了，今年、去年和星期几就有了年份，发现随即更新。"), parent)
        self._article = article
        published = article.published.isoformat() if article.published else ""
        given = dict(zip(_FIELDS, (article.title, article.byline, article.publisher, published), strict=True))
        labels = dict(zip(_FIELDS, (tr("题目"), tr("作者"), tr("来源"), tr("发表日期")), strict=True))
        self.fields = {name: QLineEdit(given[name]) for name in _FIELDS}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(7))
        for row, name in enumerate(_FIELDS):
            field = self.fields[name]
            field.setAccessibleName(labels[name])
            field.setReadOnly(read_only)
            field.setCursorPosition(0)
            field.textChanged.connect(self._check)
            grid.addWidget(Label(labels[name], "body", "ink2"), row, 0)
            grid.addWidget(field, row, 1)
        self.fields["published"].setPlaceholderText("2020-03-11")
        self.message = Label("", "small", "bad", wrap=True)
        grid.addWidget(self.message, len(_FIELDS), 1)
        self.body.addLayout(grid)
        self.body.addWidget(hairline())
        self.body.addLayout(self._facts(cuts))
        self.body.addStretch(1)
        self.save = button(tr("保存"), "primary", "save")
        self.save.setDefault(True)
        self.save.clicked.connect(self.accept)
        close = button(tr("关闭") if read_only else tr("取消"), "", "cancel")
        close.clicked.connect(self.reject)
        self.save.setVisible(not read_only)
        self.finish(self.save, close)
        self.setMinimumWidth(theme.px(520))
        self._check()

    def _facts(self, cuts: int) -> QGridLayout:
        article = self._article
        encoding = (ENCODINGS if shown_language() == "zh" else ENGLISH).get(article.encoding, article.encoding)
        size = tr("{signs} 字，{paragraphs} 段").format(signs=len(article.text), paragraphs=len(article.paragraphs))
        notes = tr("%n 条", n=len(article.notes)) if article.notes else tr("照原样读入")
        rows: list[tuple[str, str, str, SignalInstance | None]] = [
            (tr("文件"), article.name or tr("粘贴的文字"), "", None),
            (tr("篇幅"), size, "", None),
            (tr("导入说明"), notes, tr("逐条查看…") if article.notes else "", self.notes_wanted),
        ]
        if is_decoded(article):
            rows.insert(2, (tr("文字编码"), encoding, tr("换编码重读…"), self.encoding_wanted))
        if cuts:
            rows.append((tr("分段"), tr("%n 处像是被版面切断", n=cuts), tr("看断开的段…"), self.joins_wanted))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(3))
        grid.setColumnStretch(1, 1)
        for row, (name, words, act, wanted) in enumerate(rows):
            grid.addWidget(Label(name, "small", "ink3"), row, 0)
            line = QHBoxLayout()
            line.addWidget(Label(words, "small", "ink2"))
            if act and wanted is not None:
                line.addWidget(self._link(act, wanted))
            line.addStretch(1)
            grid.addLayout(line, row, 1)
        return grid

    def _link(self, words: str, wanted: SignalInstance) -> QWidget:
        link = button(words, "link")

        def leave() -> None:
            self.reject()
            wanted.emit()

        link.clicked.connect(leave)
        return link

    @property
    def told(self) -> tuple[str, str, str, date | None]:
        """Title, byline, publisher, date of publication."""
        title, byline, publisher, published = (" ".join(self.fields[name].text().split()) for name in _FIELDS)
        return title, byline, publisher, stated_day(published)

    def _check(self) -> None:
        article, day = self._article, self.fields["published"].text().strip()
        wrong = bool(day) and self.told[3] is None
        self.message.setText(tr("日期请写成 2020-03-11 或 2020年3月11日。") if wrong else "")
        self.message.setVisible(wrong)
        changed = self.told != (article.title, article.byline, article.publisher, article.published)
        self.save.setEnabled(changed and not wrong)
