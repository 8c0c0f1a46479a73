import gc
import threading
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotator.gui.garbage import Collector


class Knot(QObject):
    """An object that only the cycle collector can free."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def allocate(count: int) -> None:
    kept = [[number] for number in range(count)]
    assert len(kept) == count


def test_a_working_thread_frees_no_object_of_the_window(qtbot: QtBot) -> None:
    collector = Collector()
    gone = weakref.ref(Knot())
    worker = threading.Thread(target=allocate, args=(200_000,))
    worker.start()
    worker.join()
    assert gone() is not None
    qtbot.waitUntil(lambda: (allocate(2000), collector.collect(), gone() is None)[-1])
    assert not gc.isenabled()
