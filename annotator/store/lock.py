"""One writing window a file: a lock the system frees when its process ends, with the name of its holder in it."""

import getpass
import json
import os
import socket
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

_FAR = 1 << 30  # the locked byte lies far behind the text, which others may read meanwhile


@dataclass(frozen=True, slots=True)
class Holder:
    """Who writes to a file. `since` is UTC in ISO form."""

    user: str
    host: str
    pid: int
    since: str

    @property
    def since_here(self) -> str:
        """The local time it was opened at, for a sentence."""
        return datetime.fromisoformat(self.since).astimezone().strftime("%m月%d日 %H:%M")


def whoami(now: datetime | None = None) -> Holder:
    """The holder that we would be."""
    return Holder(account(), socket.gethostname(), os.getpid(), (now or datetime.now(UTC)).isoformat(timespec="seconds"))


def account() -> str:
    """The name of the account the program runs under."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


class WriteLock:
    """The lock beside a database. Advisory: what writes is safe without it, but nobody works against a stale screen."""

    def __init__(self, database: Path) -> None:
        self.path = database.with_name(database.name + ".lock")
        self._handle: int | None = None

    @property
    def held(self) -> bool:
        return self._handle is not None

    def acquire(self) -> bool:
        """Take it, without waiting; False when another window has it. OSError when the folder cannot be written."""
        if self._handle is not None:
            return True
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        if not _lock(handle):
            os.close(handle)
            return False
        os.ftruncate(handle, 0)
        os.write(handle, json.dumps(asdict(whoami())).encode())
        self._handle = handle
        return True

    def release(self) -> None:
        """Free it. The file stays: removing it would let two hold it at once."""
        if self._handle is not None:
            os.ftruncate(self._handle, 0)
            os.close(self._handle)
            self._handle = None

    def holder(self) -> Holder | None:
        """Who has it; None when nobody says so."""
        try:
            return Holder(**json.loads(self.path.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None


if sys.platform == "win32":

    def _lock(handle: int) -> bool:
        import msvcrt

        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True

else:

    def _lock(handle: int) -> bool:
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
