"""A foreign document is read by a child process with bounds on memory and time and without network; only text comes back."""

import json
import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from annotator.text.child import main
from annotator.text.errors import Cancelled, PasswordWanted, ReadError
from annotator.text.imported import Format
from annotator.text.limits import SECONDS
from annotator.text.parsed import Parsed, from_json

_log = logging.getLogger(__name__)

CHILD = "--read-document"  # how a frozen program is told to be the child
_MAX_ANSWER = 200_000_000  # bytes
_PASSED_ON = ("PATH", "SYSTEMROOT", "WINDIR", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LANG")
_SLOW = (
    "读这个文件超过 {} 秒，已停止；若来源可靠，请另存为文本再打开。",
    "Reading the file took more than {} seconds and was stopped. If you trust it, save it as text and open that.",
)
_DIED = (
    "读这个文件时程序的阅读部分停止了，文件可能已损坏或是恶意构造的：请用原来的程序打开，另存一份再试。",
    "The part that reads files stopped at this one; it may be damaged or built to do harm. Save a copy from its own program, try that.",
)


def serve(arguments: list[str]) -> bool:
    """Be the child when the arguments of a frozen program say so; False when they do not. To be called first thing."""
    if arguments != [CHILD]:
        return False
    main()
    return True


def parsed(
    kind: Format,
    data: bytes,
    name: str = "",
    *,
    password: str | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    seconds: float = SECONDS,
) -> Parsed:
    """A document read by a child process. ReadError, PasswordWanted; Cancelled soon after `cancelled()` turns true."""
    header = json.dumps({"format": kind, "name": name, "password": password, "size": len(data)}).encode() + b"\n"
    try:
        process = subprocess.Popen(  # noqa: S603 - this very program
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={key: os.environ[key] for key in _PASSED_ON if key in os.environ},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise ReadError(
            "无法启动阅读文件的进程，可能内存不足：请关掉一些程序再试。",
            "The process that reads files cannot start; memory may be short. Close some programs and try again.",
        ) from error
    with process:
        conversation = _Conversation(process, header, data)
        try:
            conversation.wait(cancelled, time.monotonic() + seconds, seconds)
        finally:
            process.kill()
            conversation.join()
    return _understood(conversation.answer)


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD]
    path = [entry or str(Path.cwd()) for entry in sys.path]
    return [sys.executable, "-I", "-B", "-c", f"import sys; sys.path[:] = {path!r}; from annotator.text.child import main; main()"]


class _Conversation:
    """Bytes to the child and its answer back, each in a thread: a pipe holds only so much."""

    def __init__(self, process: subprocess.Popen[bytes], *messages: bytes) -> None:
        self.answer = b""
        self._process = process
        self._answered = threading.Event()
        self._threads = (
            threading.Thread(target=self._tell, args=messages, daemon=True),
            threading.Thread(target=self._listen, daemon=True),
        )
        for thread in self._threads:
            thread.start()

    def _tell(self, *messages: bytes) -> None:
        assert self._process.stdin
        try:
            for message in messages:
                self._process.stdin.write(message)
            self._process.stdin.flush()
        except OSError:
            return  # the child is gone: its answer says the rest

    def _listen(self) -> None:
        assert self._process.stdout
        self.answer = self._process.stdout.read(_MAX_ANSWER)
        self._answered.set()

    def wait(self, cancelled: Callable[[], bool], deadline: float, seconds: float) -> None:
        """Until the answer is there. Cancelled; ReadError after the deadline."""
        while not self._answered.wait(0.05):
            if cancelled():
                raise Cancelled
            if time.monotonic() > deadline:
                raise ReadError(*(words.format(round(seconds)) for words in _SLOW))

    def join(self) -> None:
        """Until both threads have ended, the child being dead."""
        for thread in self._threads:
            thread.join()


def _understood(answer: bytes) -> Parsed:
    """What the child says, taken as foreign."""
    try:
        fields = json.loads(answer)
        problem = _problem(fields)
        if problem is None:
            return from_json(fields)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ReadError(*_DIED) from error
    raise problem


def _problem(fields: dict[str, object]) -> ReadError | None:
    if "password" in fields:
        return PasswordWanted(wrong=bool(fields["password"]))
    if "error" not in fields:
        return None
    detail = str(fields.get("detail", ""))[:4000]
    if detail:
        _log.info("a document reader broke: %s", detail)
    return ReadError(str(fields["error"])[:400], str(fields.get("english", ""))[:600], detail=detail)
