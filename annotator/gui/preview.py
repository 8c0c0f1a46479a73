"""How a file will begin, beside the choices of the export: a page as it is printed, or the first lines."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QStackedWidget, QTextBrowser, QVBoxLayout, QWidget

from annotator.gui import theme
from annotator.gui.i18n import tr
from annotator.gui.pieces import Label
from annotator.gui.work import Cancelled, Work
from annotator.report import Report, build
from annotator.report.preview import Glimpse, glimpse
from annotator.report.record import Mark, Run
from annotator.review import Session

_WIDTH = 340  # of a page, in pixels of the design
_TALL = 842 / 595  # A4
_LARGE = 2.2  # times as wide when it is to be read


class Reports:
    """The reports of a session to look at, one as a draft and one final; nothing may be decided while they are looked at."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._made: dict[bool, Report] = {}

    def __call__(self, *, draft: bool) -> Report:
        """Takes as long as making a report: to be called in a thread."""
        if draft not in self._made:
            self._made[draft] = build(self._session, draft=draft)
        return self._made[draft]


class Look:
    """The work of one preview. It knows no widget: its thread may be the last to know it."""

    def __init__(self, reports: Reports, name: str, width: int, *, draft: bool) -> None:
        self._reports, self._name, self._width, self._draft = reports, name, width, draft

    def __call__(self, work: Work) -> Glimpse:
        def going(_share: float | None = None) -> None:
            if work.cancelled:
                raise Cancelled

        report = self._reports(draft=self._draft)
        going()
        return glimpse(report, self._name, self._width, going)


class Page(QWidget):
    """A printed page, as large as there is room; a click or Space makes it large enough to read, and small again."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.large = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.enlarge(self.large and not image.isNull())
        self.setCursor(Qt.CursorShape.ArrowCursor if image.isNull() else Qt.CursorShape.PointingHandCursor)
        self.update()

    def enlarge(self, large: bool) -> None:
        """As large as it was made, or as there is room."""
        self.large = large
        self.setMinimumSize(self._image.size() / self.devicePixelRatioF() if large else self.minimumSizeHint())
        self.setToolTip("" if self._image.isNull() else tr("点一下缩小") if large else tr("点一下放大"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.enlarge(not self.large and not self._image.isNull())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.enlarge(not self.large and not self._image.isNull())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_WIDTH), theme.px(_WIDTH * _TALL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() / 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = QSize(self._image.size()).scaled(self.size() - QSize(2, 2), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0.5, 0.5, size.width() + 1, size.height() + 1)
        painter.drawImage(place.adjusted(0.5, 0.5, -0.5, -0.5), self._image)
        painter.setPen(theme.current().accent if self.hasFocus() else theme.current().line2)
        painter.drawRect(place)
        painter.end()


class Preview(QWidget):
    """Shows how one format begins; made in a thread, the newest question wins."""

    def __init__(self, reports: Reports) -> None:
        super().__init__()
        self._reports = reports
        self._work: Work | None = None
        self._asked = ("", "")  # name and title
        self.shown = ""  # the format on show, "" while there is none
        self.caption = Label("", "section", "ink3")
        self.page = Page()
        self.text = QTextBrowser()
        self.text.setProperty("role", "page")
        self.text.setAccessibleName(tr("预览"))
        self.text.document().setDocumentMargin(theme.px(14))
        self._views = QStackedWidget()
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setWidget(self.page)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._views.addWidget(scrolled)
        self._views.addWidget(self.text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addWidget(self.caption)
        layout.addWidget(self._views, 1)

    @property
    def busy(self) -> bool:
        """Is one being made?"""
        return self._work is not None

    def ask(self, name: str, title: str, *, draft: bool) -> None:
        """Show how the format of this name begins, under its title; "" shows none."""
        self.stop()
        self.shown, self._asked = "", (name, title)
        if not name:
            self.caption.setText(tr("预览：请选一种格式"))
            self._show(Glimpse())
            return
        self.caption.setText(tr("预览：{format}，正在排版…").format(format=title))
        width = round(theme.px(_WIDTH) * _LARGE * self.devicePixelRatioF())
        self._work = Work(Look(self._reports, name, width, draft=draft))
        self._work.done.connect(self._done)
        self._work.failed.connect(self._failed)
        self._work.start()

    def _done(self, made: Glimpse) -> None:
        self._work = None
        self.shown, title = self._asked
        page = tr("第 1 页") if made.picture else tr("开头")
        self.caption.setText(tr("预览：{format}，{page}").format(format=title, page=page))
        self._show(made)

    def stop(self) -> None:
        """Let go of what is being made."""
        if self._work is not None:
            self._work.cancel()
            self._work = None

    def _failed(self, error: Exception) -> None:
        self._work = None
        self.caption.setText(tr("预览做不出来；仍可导出。"))
        self._show(Glimpse())
        if not isinstance(error, OSError):
            raise error

    def _show(self, made: Glimpse) -> None:
        self._views.setCurrentIndex(1 if made.runs else 0)
        self.page.show_image(QImage.fromData(made.picture) if made.picture else QImage())
        self.page.setAccessibleName(self.caption.text())
        self.text.clear()
        cursor = QTextCursor(self.text.document())
        for run in made.runs:
            cursor.insertText(run.text, _look(run))
        self.text.moveCursor(QTextCursor.MoveOperation.Start)


def _look(run: Run) -> QTextCharFormat:
    """What was taken out is struck, what was put in stands out, as in the article."""
    tokens = theme.current()
    look = QTextCharFormat()
    look.setFont(theme.font("excerpt"))
    look.setForeground(tokens.ink)
    if run.mark is Mark.DELETED:
        look.setFontStrikeOut(True)
        look.setForeground(tokens.ink3)
    elif run.mark is Mark.INSERTED:
        look.setForeground(tokens.cor)
        look.setBackground(tokens.corb)
    return look
