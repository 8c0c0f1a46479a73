"""The window on a long article, against the same window on one page, and the reading column against a bare QTextBrowser.

From a key press to the painted window nothing may be done in proportion to the article.
"""

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QKeyCombination, Qt
from PySide6.QtGui import QFont, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

from annotator.claims import contexts, find_claims, fold
from annotator.gui import theme
from annotator.gui.article.view import ArticleView
from annotator.gui.bridge import SessionBridge
from annotator.gui.preferences import Preferences
from annotator.gui.window import MainWindow
from annotator.model import Analysis, State
from annotator.pipeline import analyse
from annotator.review import MemoryLog, Session
from annotator.text import article
from tests.bench.ground import Figure, grown

_PRESSES = 31
_STEPS = 7


def _keys_of(*names: str) -> list[QKeyCombination]:
    return [QKeySequence(name)[0] for name in names]


def _analysis(times: int) -> Analysis:
    """×200 goes without the checks: what they find does not change what a key costs, and they take half a minute."""
    made = article(grown(times), name=f"x{times}")
    if times <= 20:
        return analyse(made)
    claims = find_claims(made)
    return Analysis(made, claims, fold(made, claims), (), (), (), contexts(made, claims))


class _Desk:
    """A window on an article of so many pages, in its middle, completely laid out."""

    def __init__(self, times: int) -> None:
        home = Path(tempfile.mkdtemp(prefix="heshu-bench-"))
        os.environ["XDG_CONFIG_HOME"] = str(home)
        self.window = MainWindow(Preferences())
        self.window.resize(1440, 900)
        self.window.show()
        analysis = _analysis(times)
        self.session = Session(analysis, MemoryLog(analysis.article.sha256), "editor")
        self.session.defers = True
        self._value = 1000
        self._off: tuple[str, ...] = ()
        begin = perf_counter()
        self.window.bridge.open(self.session)
        self.window.repaint()
        self.opened = perf_counter() - begin
        while self.window.article.text is not None and not self.window.article.text.is_complete:
            QApplication.processEvents()
        last, middle = analysis.claims[-1], analysis.claims[len(analysis.claims) // 2]
        self.window.bridge.select(last.paragraph, last.id)
        self.window.bridge.select(middle.paragraph, middle.id)
        self._settle()

    def _settle(self) -> None:
        for _ in range(20):
            QApplication.processEvents()

    def press(self, key: QKeyCombination, widget: QWidget | None = None) -> float:
        """Seconds from a key to the painted window."""
        widget = widget or self.window.article
        self.window.activateWindow()
        widget.setFocus()
        self._settle()
        begin = perf_counter()
        QTest.keyClick(widget, key.key(), key.keyboardModifiers())
        QApplication.processEvents()
        return perf_counter() - begin

    def select_pending(self) -> None:
        """Go to an open claim in the middle."""
        folds = self.session.folds
        middle = len(folds) // 2
        fold = next(fold for fold in folds[middle - 20 :] if self.session.state(fold.id) is State.PENDING and not fold.claim.minor)
        self.window.bridge.select_fold(fold.id)

    def commands(self) -> None:
        """Bind the few keys that are pressed here."""
        bridge = self.window.bridge
        acts: dict[str, Callable[[], object]] = dict.fromkeys(self.window.actions_, lambda: None)
        acts |= {
            "claim-next": lambda: bridge.step_claim(1),
            "claim-previous": lambda: bridge.step_claim(-1),
            "paragraph-next": lambda: bridge.step_paragraph(1),
            "paragraph-previous": lambda: bridge.step_paragraph(-1),
            "open-next": bridge.next_open,
            "confirm": lambda: bridge.press(State.CONFIRMED),
        }
        self.window.actions_.bind(acts)

    # --- what the machine is to read again ---

    def reads_otherwise(self) -> None:
        """Say that a claim in the middle means something else."""
        self._value += 1
        fold = self.window.bridge.fold
        assert fold is not None
        self.window.bridge.read_as(fold.id, fold.claim.kind, fold.claim.quantity._replace(value=str(self._value)))

    def switches(self) -> None:
        """Switch a check off, or on again."""
        self._off = () if self._off else ("sum",)
        self.session.switch_off(self._off)
        self.window.bridge.reread()

    def until_it_answers(self, act: Callable[["_Desk"], object]) -> float:
        """Seconds from a step that wants the article checked again until the next key has been painted."""
        self.select_pending()
        self._settle()
        self.window.article.setFocus()
        begin = perf_counter()
        act(self)
        QTest.keyClick(self.window.article, Qt.Key.Key_Down)
        QApplication.processEvents()
        return perf_counter() - begin

    def check(self) -> None:
        """Wait until the article has been checked again."""
        while self.session.stale:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self._settle()

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # no event loop runs here that would

    def field(self) -> QWidget:
        """The field of the correction form, opened for an open claim in the middle."""
        self.select_pending()
        self.window.bridge.press(State.CORRECTED)
        form = self.window.card.form
        assert form is not None
        return form.first_field()


def _against_a_page(times: int) -> Iterator[tuple[str, float]]:
    """How much longer a key takes on so many pages than on one. Both are pressed in turn, so that a busy machine slows both."""
    page, long = _Desk(1), _Desk(times)
    for desk in (page, long):
        desk.commands()

    def ratio(keys: Sequence[QKeyCombination], before: Callable[[_Desk], object] = lambda _desk: None) -> float:
        spans: dict[_Desk, list[float]] = {page: [], long: []}
        for number in range(_PRESSES):
            for desk in (page, long):
                before(desk)
                spans[desk].append(desk.press(keys[number % len(keys)]))
        return median(spans[long]) / median(spans[page])

    yield "next and previous claim", ratio(_keys_of("Down", "Up"))
    yield "next and previous paragraph", ratio(_keys_of("Ctrl+Down", "Ctrl+Up"))
    yield "F8", ratio(_keys_of("F8"))
    yield "confirm", ratio(_keys_of("1"), _Desk.select_pending)
    fields = {desk: desk.field() for desk in (page, long)}
    typed: dict[_Desk, list[float]] = {page: [], long: []}
    for number in range(_PRESSES):
        for desk, field in fields.items():
            typed[desk].append(desk.press(QKeyCombination(Qt.Key(Qt.Key.Key_0 + number % 10)), field))
    yield "a key in the correction form", median(typed[long]) / median(typed[page])
    reads, switched = ("F2", _Desk.reads_otherwise), ("a switched check", _Desk.switches)
    keys: dict[_Desk, list[float]] = {page: [], long: []}
    for name, act in (reads, switched):
        answers: dict[_Desk, list[float]] = {page: [], long: []}
        for _ in range(_STEPS):
            for desk in (page, long):
                answers[desk].append(desk.until_it_answers(act))
                if desk is page:
                    desk.check()
                keys[desk] += [desk.press(key) for key in _keys_of("Down", "Up", "Down", "Up")]
                if times <= 20:
                    desk.check()  # above, the next step replaces it
        yield f"the window answers after {name}", median(answers[long]) / median(answers[page])
    yield "next claim while it is checked again", median(keys[long]) / median(keys[page])
    for desk in (page, long):
        desk.close()


class _Browsers:
    """The reading column and a bare browser with the same text, side by side."""

    def __init__(self, times: int) -> None:
        analysis = _analysis(times)
        self.bridge = SessionBridge()
        self.view, self.bare = ArticleView(self.bridge), QTextBrowser()
        for widget in (self.view, self.bare):
            widget.resize(832, 768)
            widget.show()
        self.bridge.open(Session(analysis, MemoryLog(analysis.article.sha256), "editor"))
        while self.view.text is not None and not self.view.text.is_complete:
            QApplication.processEvents()
        font = QFont(theme.font("article"))
        font.setPointSizeF(12)  # a size in pixels would keep the browser from zooming
        self.bare.setFont(font)
        self.bare.setPlainText(analysis.article.text)
        self._last = analysis.claims[-1]

    def ours(self, act: Callable[[], object] = lambda: None) -> float:
        """Seconds until the last claim is painted after something was done."""
        begin = perf_counter()
        act()
        self.bridge.select(self._last.paragraph, self._last.id)
        self.view.viewport().repaint()
        return perf_counter() - begin

    def plain(self, act: Callable[[], object] = lambda: None) -> float:
        """Seconds until the end is painted after the same was done to the bare browser."""
        begin = perf_counter()
        act()
        self.bare.moveCursor(QTextCursor.MoveOperation.Start)
        self.bare.moveCursor(QTextCursor.MoveOperation.End)
        self.bare.viewport().repaint()
        return perf_counter() - begin

    def ratio(self, ours: Sequence[Callable[[], object]], plain: Sequence[Callable[[], object]]) -> float:
        """There and back several times, each at its best."""
        spans = [(self.ours(ours[turn % 2]), self.plain(plain[turn % 2])) for turn in range(16)]
        return min(span for span, _ in spans) / min(span for _, span in spans)

    def zoom(self, by: int) -> None:
        theme.desk_theme().zoom += by
        theme.desk_theme().changed.emit()


def _beside_bare(times: int) -> Iterator[tuple[str, float]]:
    """First jump to the end, resizing and zooming, against a bare browser."""
    both = _Browsers(times)
    view, bare = both.view, both.bare
    yield "first jump to the end", both.ours() / both.plain()
    narrow_wide = [(lambda width=width, widget=widget: widget.resize(width, 768)) for widget in (view, bare) for width in (700, 832)]
    yield "resize", both.ratio(narrow_wide[:2], narrow_wide[2:])
    yield "zoom", both.ratio((lambda: both.zoom(25), lambda: both.zoom(-25)), (lambda: bare.zoomIn(4), lambda: bare.zoomOut(4)))
    for widget in (view, bare):
        widget.close()


def figures() -> Iterator[Figure]:
    app = QApplication.instance() or QApplication([])
    theme.desk_theme().apply("light", 100)
    for times in (20, 200):
        for name, ratio in _against_a_page(times):
            yield Figure(f"window: {name}, {times} pages / one page", ratio, 1.5)
    for name, ratio in _beside_bare(20):
        yield Figure(f"article, 20 pages: {name} / bare browser", ratio, 1.3)
    assert app is not None
