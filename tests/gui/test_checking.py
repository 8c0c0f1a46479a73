"""An article is checked again beside the window, which goes on meanwhile; what may be outdated says so and confirms nothing."""

import gc
import sys
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThreadPool
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.gui import i18n
from annotator.gui.app import Desktop
from annotator.gui.bridge import SessionBridge
from annotator.gui.work import Cancelled
from annotator.model import Analysis, Article, Claim, State
from annotator.review import MemoryLog, Session
from annotator.review.reading import GoOn
from annotator.text import Join
from tests.gui.small import analysis_of, clear_away, folds_of, go


class Machine:
    """A machine that answers when it may, and then as the test wants."""

    def __init__(self) -> None:
        self.analysis = analysis_of()
        self.asked: list[tuple[Claim, ...]] = []
        self.may: list[Event] = []
        self.ended = 0  # how often it was told that nobody wants an answer any more
        self.breaks: Exception | None = None

    def assess(
        self, article: Article, claims: tuple[Claim, ...], *, off: Collection[str], joins: Collection[Join], go_on: GoOn = lambda: None
    ) -> Analysis:
        may = Event()
        self.may.append(may)
        self.asked.append(claims)
        assert may.wait(20)
        try:
            go_on()
        except Cancelled:
            self.ended += 1
            raise
        if self.breaks:
            raise self.breaks
        found = tuple(finding for finding in self.analysis.findings if finding.check not in off)
        return Analysis(article, claims, folds_of(article, claims), found, (), off=tuple(sorted(off)))

    def session(self) -> Session:
        session = Session(self.analysis, MemoryLog(self.analysis.article.sha256), "初审员", assess=self.assess)
        session.defers = True
        return session

    def end(self) -> None:
        for may in self.may:
            may.set()


@pytest.fixture
def machine() -> Iterator[Machine]:
    machine = Machine()
    yield machine
    machine.end()
    QThreadPool.globalInstance().waitForDone(10_000)


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, machine: Machine) -> Iterator[Desktop]:
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    hook = sys.excepthook
    desktop = Desktop(tmp_path / "desk.sqlite")
    yield desktop
    machine.end()
    desktop.window.close()
    desktop.access.close()
    clear_away(desktop.window)
    desktop.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(1)
    gc.enable()
    sys.excepthook = hook
    i18n.speak("zh")


def move(bridge: SessionBridge, text: str, by: int = -1) -> None:
    """Move the end of a claim."""
    claim = go(bridge, text)
    assert bridge.adjust(bridge.fold_id(claim.id), claim.span._replace(end=claim.end + by)) is not None


def test_keys_move_and_decide_while_a_long_checking_is_under_way(desktop: Desktop, machine: Machine, qtbot: QtBot) -> None:
    window, bridge = desktop.window, desktop.window.bridge
    bridge.open(machine.session())
    window.show_view(0)
    move(bridge, "15%左右")
    qtbot.waitUntil(lambda: len(machine.asked) == 1)
    assert bridge.claim.text == "15%左", "shown at once"
    assert window.status.checking.isVisibleTo(window)
    go(bridge, "37203名")
    QTest.keyClick(window.article, Qt.Key.Key_Down)
    claim = bridge.claim
    assert claim.text == "3447名"
    QTest.keyClick(window.article, Qt.Key.Key_1)
    assert bridge.session.state(claim.id) is State.CONFIRMED
    assert bridge.session.stale
    machine.may[0].set()
    qtbot.waitUntil(lambda: not bridge.session.stale)
    assert not window.status.checking.isVisibleTo(window)
    assert bridge.session.state(claim.id) is State.CONFIRMED


def test_enter_and_all_at_once_confirm_nothing_by_findings_that_may_be_outdated(desktop: Desktop, machine: Machine, qtbot: QtBot) -> None:
    window, bridge = desktop.window, desktop.window.bridge
    bridge.open(machine.session())
    window.show_view(0)
    move(bridge, "120个")
    claim = go(bridge, "37203名")
    said: list[str] = []
    bridge.said.connect(said.append)
    QTest.keyClick(window.article, Qt.Key.Key_Return)
    assert bridge.session.state(claim.id) is State.PENDING
    assert "正在重新核对" in said[-1]
    window.actions_["confirm-all"].trigger()
    window.actions_["export"].trigger()
    assert all("正在重新核对" in sentence for sentence in said)
    assert len(said) == 3
    assert window.findings.stale.isVisibleTo(window.findings)
    qtbot.waitUntil(lambda: len(machine.asked) == 1)
    machine.end()
    qtbot.waitUntil(lambda: not bridge.session.stale)
    assert not window.findings.stale.isVisibleTo(window.findings)
    QTest.keyClick(window.article, Qt.Key.Key_Return)
    assert bridge.session.state(claim.id) is State.CONFIRMED


@pytest.fixture
def bridge(qtbot: QtBot, machine: Machine) -> SessionBridge:
    bridge = SessionBridge()
    bridge.open(machine.session())
    return bridge


def test_a_newer_request_replaces_an_older_one(bridge: SessionBridge, machine: Machine, qtbot: QtBot) -> None:
    taken: list[object] = []
    bridge.checking.taken.connect(taken.append)
    move(bridge, "15%左右")
    qtbot.waitUntil(lambda: len(machine.asked) == 1)
    move(bridge, "88元")
    qtbot.waitUntil(lambda: len(machine.asked) == 2)
    machine.may[0].set()
    qtbot.waitUntil(lambda: machine.ended == 1)
    assert not taken
    assert bridge.session.stale
    machine.may[1].set()
    qtbot.waitUntil(lambda: not bridge.session.stale)
    assert len(taken) == 1
    assert {"15%左", "88"} <= {claim.text for claim in bridge.session.analysis.claims}


def test_what_was_undone_meanwhile_is_not_taken(bridge: SessionBridge, machine: Machine, qtbot: QtBot) -> None:
    turned: list[bool] = []
    bridge.checking.turned.connect(lambda: turned.append(bridge.session.stale))
    move(bridge, "15%左右")
    qtbot.waitUntil(lambda: len(machine.asked) == 1)
    bridge.undo()
    assert not bridge.session.stale
    machine.may[0].set()
    assert QThreadPool.globalInstance().waitForDone(10_000)
    QCoreApplication.processEvents()
    assert turned == [True, False]
    assert "15%左右" in {claim.text for claim in bridge.session.analysis.claims}


def _leave_by_another(bridge: SessionBridge) -> None:
    bridge.open(None)


def _leave_by_closing(bridge: SessionBridge) -> None:
    bridge.checking.follow(None)


@pytest.mark.parametrize("leave", [_leave_by_another, _leave_by_closing])
def test_nothing_comes_back_to_what_was_left(
    bridge: SessionBridge, machine: Machine, qtbot: QtBot, leave: Callable[[SessionBridge], None]
) -> None:
    session = bridge.session
    changed: list[object] = []
    move(bridge, "15%左右")
    qtbot.waitUntil(lambda: len(machine.asked) == 1)
    leave(bridge)
    bridge.changed.connect(changed.append)
    machine.may[0].set()
    assert QThreadPool.globalInstance().waitForDone(10_000)
    QCoreApplication.processEvents()
    assert not changed
    assert session.stale, "it is checked when it is opened again"
    bridge.open(session)
    qtbot.waitUntil(lambda: len(machine.asked) == 2)
    machine.may[1].set()
    qtbot.waitUntil(lambda: not session.stale)


def test_a_bridge_that_is_gone_is_not_called(bridge: SessionBridge, machine: Machine, qtbot: QtBot) -> None:
    move(bridge, "15%左右")
    qtbot.waitUntil(lambda: len(machine.asked) == 1)
    bridge.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    machine.may[0].set()
    assert QThreadPool.globalInstance().waitForDone(10_000)
    QCoreApplication.processEvents()


def test_a_desk_that_is_closed_meanwhile_is_not_asked(desktop: Desktop, machine: Machine, qtbot: QtBot) -> None:
    desktop.start([])
    bridge = desktop.window.bridge
    bridge.open(machine.session())
    move(bridge, "15%左右")
    qtbot.waitUntil(lambda: len(machine.asked) == 1)
    desktop.access.close()
    machine.may[0].set()
    qtbot.waitUntil(lambda: not bridge.session.stale)
    assert bridge.claim.text == "15%左"


def test_a_window_in_another_language_checks_on(desktop: Desktop, machine: Machine, qtbot: QtBot) -> None:
    session = machine.session()
    desktop.window.bridge.open(session)
    move(desktop.window.bridge, "15%左右")
    qtbot.waitUntil(lambda: len(machine.asked) == 1)
    desktop.preferences["language"] = "en"
    desktop.speak_anew()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: len(machine.asked) == 2)
    assert desktop.window.status.checking.text() == "Checking again…"
    assert desktop.window.status.checking.isVisibleTo(desktop.window)
    machine.end()
    qtbot.waitUntil(lambda: not session.stale)
    assert not desktop.window.status.checking.isVisibleTo(desktop.window)


def test_a_machine_that_breaks_is_told_and_the_findings_stay_marked(bridge: SessionBridge, machine: Machine, qtbot: QtBot) -> None:
    machine.breaks = ZeroDivisionError("a fault")
    move(bridge, "15%左右")
    qtbot.waitUntil(lambda: len(machine.asked) == 1)
    with qtbot.captureExceptions() as caught:
        machine.may[0].set()
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert bridge.session.stale
    machine.breaks = None
    move(bridge, "88元")  # the next step tries again
    qtbot.waitUntil(lambda: len(machine.asked) == 2)
    machine.may[1].set()
    qtbot.waitUntil(lambda: not bridge.session.stale)
