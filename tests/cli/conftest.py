"""The command line as a person or a script calls it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from annotator import paths
from annotator.cli import main

SAMPLE = paths.seed("liling-2020-03.txt")


class Ended(NamedTuple):
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


Annotator = Callable[..., Ended]


@pytest.fixture
def annotator(capfd: pytest.CaptureFixture[str]) -> Annotator:
    """Run a command in this process."""

    def run(*words: str | Path) -> Ended:
        capfd.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:  # argparse's own way to end
            code = int(end.code or 0)
        return Ended(code, *capfd.readouterr())

    return run


def process(*words: str | Path, given: bytes = b"", **options: object) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a process of its own."""
    command = [sys.executable, "-m", "annotator", *map(str, words)]
    return subprocess.run(command, input=given, capture_output=True, timeout=120, check=False, **options)  # type: ignore[call-overload,no-any-return]
