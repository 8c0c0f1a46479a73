"""The evidence form: what the source says, where it is, and how it was reached; or a source of this article used once more."""

import tempfile
import uuid
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDateEdit, QFileDialog, QFormLayout, QHBoxLayout, QWidget

from annotator.gui import theme
from annotator.gui.bridge import Form, SessionBridge
from annotator.gui.card.fields import Area, Choices, Line
from annotator.gui.card.form import FormPage
from annotator.gui.card.page import is_link, source_line
from annotator.gui.card.section import Section
from annotator.gui.i18n import tr
from annotator.gui.offsets import shown
from annotator.gui.pieces import Label, button
from annotator.model import Evidence
from annotator.review import Refused


class EvidenceForm(FormPage):
    """Attaches a source to the selected fold. A file dropped or chosen is copied beside the database; a link is only kept as text."""

    def __init__(self, bridge: SessionBridge, asked: Form) -> None:
        super().__init__(bridge, asked, title=tr("证据"), mark="", action=tr("加上证据"))
        self._attached = ("", "")
        self.setAcceptDrops(True)
        self._again()
        self._fields()
        self.body.addStretch(1)

    # --- its parts ---

    def _again(self) -> None:
        """Sources of this article that the claim does not have yet."""
        here = {evidence.id for evidence in self.session.evidence(self.fold.id)}
        known = [evidence for evidence in self.session.sources if evidence.id not in here]
        if not known:
            return
        section = Section(tr("本稿用过的证据"))
        for evidence in known:
            again = button(shown(source_line(evidence)).replace("&", "&&"), "link")
            again.setToolTip(tr("这一项也用这条证据"))
            again.clicked.connect(lambda _checked=False, evidence=evidence: self._use(evidence))
            section.body.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(section)

    def _fields(self) -> None:
        self.quote = Area(tr("引文"), hint=tr("原始材料里的原话"), lines=3)
        self.title = Line(tr("标题"), hint=tr("公报、通报、报道的题目"))
        self.publisher = Line(tr("发布者"))
        self.link = Line(tr("链接"), hint="https://")
        self.locator = Line(tr("位置"), hint=tr("第几页、哪张表、哪一段"))
        self.retrieved = QDateEdit(QDate.currentDate())
        self.retrieved.setCalendarPopup(True)
        self.retrieved.setDisplayFormat("yyyy-MM-dd")
        self.retrieved.setAccessibleName(tr("查阅日期"))
        self.primary = Choices(tr("来源"), {"一手": tr("一手"), "二手": tr("二手")}, wanted=True)
        self.primary.choose("一手")
        self.file = Label(tr("拖进来，或选择文件"), "small", "ink3")
        choose = button(tr("选择文件…"))
        choose.clicked.connect(self._choose)
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(choose)
        line.addWidget(self.file, 1)
        grid = QFormLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(7))
        grid.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        rows = (
            (tr("引文"), self.quote),
            (tr("标题"), self.title),
            (tr("发布者"), self.publisher),
            (tr("链接"), self.link),
            (tr("位置"), self.locator),
            (tr("查阅日期"), self.retrieved),
            (tr("来源"), self.primary),
            (tr("附件"), holder),
        )
        for name, field in rows:
            grid.addRow(Label(name, "small", "ink3"), field)
        self.body.addLayout(grid)
        for field in (self.title, self.publisher, self.link, self.locator):
            field.textChanged.connect(self.touched)
            field.installEventFilter(self)
        self.quote.textChanged.connect(self.touched)
        self.quote.installEventFilter(self)
        self.primary.changed.connect(self.touched)

    # --- pasted, dropped, chosen, used again ---

    def begin(self) -> None:
        super().begin()
        clipboard = QGuiApplication.clipboard().text().strip()
        if not self.link.text() and is_link(clipboard):
            self.link.setText(clipboard)

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("选择附件"))
        if path:
            self._attach(path)

    def _attach(self, path: str) -> None:
        try:
            self._attached = self.bridge.attach(path)
        except Refused as refusal:
            self.bridge.failed.emit(str(refusal))
            return
        self.file.setText(shown(Path(path).name))
        if not self.title.text():
            self.title.setText(Path(path).stem)
        self.touched()

    def take(self, data: QMimeData) -> None:
        """Take what was dropped: a file, a link or words."""
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self._attach(files[0])
        elif data.hasImage():
            self._attach_picture(data.imageData())
        elif is_link(data.text().strip()):
            self.link.setText(data.text().strip())
        elif data.hasText():
            self.quote.appendPlainText(data.text())

    def _attach_picture(self, picture: QImage) -> None:
        """A picture from the clipboard becomes a file like any other."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"{tr('截图')}.png")
            if picture.save(str(path)):
                self._attach(str(path))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files and pictures that are pasted into a field are attached; text is pasted as always."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste):
            data = QGuiApplication.clipboard().mimeData()
            if data.hasImage() or any(url.isLocalFile() for url in data.urls()):
                self.take(data)
                return True
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take(event.mimeData())
        event.acceptProposedAction()

    def _use(self, evidence: Evidence) -> None:
        if self.bridge.add_evidence(self.fold.id, evidence) is not None:
            self.left.emit()

    # --- the form ---

    def first_field(self) -> QWidget:
        return self.quote

    def conditions(self) -> list[tuple[str, bool]]:
        said = self.quote.toPlainText().strip() or self.title.text().strip() or self.link.text().strip() or self._attached[0]
        link = self.link.text().strip()
        return [(tr("有引文、标题、链接或附件"), bool(said)), (tr("链接是 http 或 https"), not link or is_link(link))]

    def data(self) -> dict[str, Any]:
        return {
            "quote": self.quote.toPlainText(),
            "title": self.title.text(),
            "publisher": self.publisher.text(),
            "link": self.link.text(),
            "locator": self.locator.text(),
            "retrieved": self.retrieved.date().toString(Qt.DateFormat.ISODate),
            "primary": self.primary.chosen != "二手",
            "attached": list(self._attached),
        }

    def restore(self, data: Mapping[str, Any]) -> None:
        self.quote.setPlainText(str(data.get("quote", "")))
        for name in ("title", "publisher", "link", "locator"):
            field: Line = getattr(self, name)
            field.setText(str(data.get(name, "")))
        if (retrieved := QDate.fromString(str(data.get("retrieved", "")), Qt.DateFormat.ISODate)).isValid():
            self.retrieved.setDate(retrieved)
        self.primary.choose("一手" if data.get("primary", True) else "二手")
        name, digest = data.get("attached", ("", ""))
        self._attached = (str(name), str(digest))
        if name:
            self.file.setText(shown(str(name)))

    def act(self) -> bool:
        attachment, digest = self._attached
        data = self.data()
        evidence = Evidence(
            uuid.uuid4().hex,
            data["quote"].strip(),
            data["title"].strip(),
            data["publisher"].strip(),
            data["link"].strip(),
            data["locator"].strip(),
            date.fromisoformat(data["retrieved"]),
            data["primary"],
            attachment,
            digest,
        )
        return self.bridge.add_evidence(self.fold.id, evidence) is not None
