"""typst with the bundled fonts alone, so that a page is the same on every machine; in a child process, which can be stopped at any time.

typst has no progress and no way to stop, keeps all pages of a document in memory and what it remembers of earlier ones for long: with
the child all of that goes.
"""

import json
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Literal

from annotator.paths import resource
from annotator.report.files import NotWritten
from annotator.report.pace import Step, onward

CHILD = "--typeset"  # how a frozen program is told to be the child
_CHILD = Path(__file__).with_name("typesetter.py")
_NOT_STARTED = (
    "排版的进程启动不了，可能内存不足：请关掉一些程序再试。",
    "The process that typesets cannot start; memory may be short. Close some programs and try again.",
)
_DIED = (
    "排版中途停止，多半是内存不足：请关掉一些程序再试，或改用网页、Word 格式。",
    "Typesetting stopped half-way, most likely for want of memory. Close some programs and try again, or use HTML or Word.",
)
_LOOK = 0.1  # seconds between two steps


def typeset(
    source: bytes, inputs: dict[str, str], form: Literal["pdf", "png"], at: datetime, ppi: float = 144, step: Step = onward
) -> bytes:
    """A document of one file, of "png" the first page. `inputs` are data for it, never source.

    Calls `step` ten times a second. NotWritten where the child died, as it does when memory runs out; RuntimeError for a damaged template.
    """
    folders = {"root": str(resource("report")), "fonts": str(resource("fonts"))}
    task = {"source": source.decode(), "inputs": inputs, "form": form, "at": at.isoformat(), "ppi": ppi, **folders}
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as made, tempfile.TemporaryFile() as said:
        given.write(json.dumps(task).encode())
        given.seek(0)
        try:
            process = subprocess.Popen(  # noqa: S603 - this very program
                _command(), stdin=given, stdout=made, stderr=said, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0)
            )
        except OSError as error:
            raise NotWritten(*_NOT_STARTED) from error
        with process:
            try:
                _wait(process, step)
            finally:
                process.kill()
        for file in (made, said):
            file.seek(0)
        if process.returncode == 1:
            raise RuntimeError(said.read().decode(errors="replace"))
        if process.returncode:
            raise NotWritten(*_DIED)
        return made.read()


def _command() -> list[str]:
    """Python on the child alone, with the same places to import from, so that it starts at once; a frozen program is its own child."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD]
    path = [entry or str(Path.cwd()) for entry in sys.path]
    return [
        sys.executable,
        "-I",
        "-B",
        "-c",
        f"import runpy, sys; sys.path[:] = {path!r}; runpy.run_path({str(_CHILD)!r}, run_name='__main__')",
    ]


def _wait(process: "subprocess.Popen[bytes]", step: Step) -> None:
    while True:
        try:
            process.wait(_LOOK)
        except subprocess.TimeoutExpired:
            step(None)
        else:
            return
