"""Keeps backups without being asked: after half an hour of decisions, and at closing."""

import logging
import threading
from datetime import datetime, timedelta
from pathlib import Path

from annotator.store import backup
from annotator.store.engine import sqlite_engine
from annotator.store.errors import DeskError
from annotator.store.store import Store

EVERY = timedelta(minutes=30)
_log = logging.getLogger(__name__)


class Keeper:
    """Counts what was decided since the last backup. Works in a thread of its own, on a connection that only reads."""

    def __init__(self, store: Store, path: Path) -> None:
        self._store = store
        self._path = path
        self._last: datetime = store.clock()
        self._dirty = False
        self._thread: threading.Thread | None = None
        self.trouble = ""  # why the last backup was not made; a sentence
        store.acted = self.acted

    def acted(self) -> None:
        """Something was decided: make a backup when the last one is half an hour old."""
        self._dirty = True
        if self._store.clock() - self._last >= EVERY and not (self._thread and self._thread.is_alive()):
            self._dirty = False
            self._thread = threading.Thread(target=self._keep, name="backup", daemon=True)
            self._thread.start()

    def wait(self) -> None:
        """Until a backup that is being made is there."""
        if self._thread:
            self._thread.join()

    def close(self) -> None:
        """Make the last backup, if anything was decided since."""
        self.wait()
        if self._dirty:
            self._dirty = False
            self._keep()

    def back_up(self) -> Path:
        """Make one now. DeskError when it cannot be made or does not hold."""
        engine = sqlite_engine(self._path, "ro")
        try:
            made = backup.back_up(engine, self._path, self._store.clock())
        finally:
            engine.dispose()
        self._last, self._dirty = self._store.clock(), False
        return made

    def _keep(self) -> None:
        try:
            self.back_up()
            self.trouble = ""
        except (DeskError, OSError) as error:
            self.trouble = str(error)
            self._dirty = True
            _log.warning("no backup: %s", type(error).__name__)
