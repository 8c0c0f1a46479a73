"""What the commands say and how they end: answers on standard output, sentences on standard error."""

import io
import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from enum import IntEnum


class Exit(IntEnum):
    """How a command ends."""

    DONE = 0
    FINDINGS = 1  # contradictions, suspicions, or a database that is not as it was left
    UNREADABLE = 2  # also a wrong command line
    REFUSED = 3  # a final report while work is open
    INTERRUPTED = 130
    CLOSED = 141  # whoever read the output stopped reading, as in `annotator check … | head`


class Stop(Exception):  # noqa: N818 - an end, not always an error
    """Ends the command with one sentence."""

    def __init__(self, sentence: str, code: Exit = Exit.UNREADABLE) -> None:
        super().__init__(sentence)
        self.code = code


def say(sentence: str) -> None:
    """A sentence for the person at the terminal."""
    print(sentence, file=sys.stderr, flush=True)


def put(line: str) -> None:
    """A line of the answer, sent at once: whoever asked may wait for it before asking again."""
    print(line, flush=True)


def put_json(answer: Mapping[str, object]) -> None:
    """An answer as one line of JSON."""
    put(json.dumps(answer, ensure_ascii=False, allow_nan=False))


def use_utf8() -> None:
    """Chinese leaves in UTF-8 whatever the terminal's code page is; half a UTF-16 pair, which no text can carry, as its JSON escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def drop_output() -> None:
    """Where standard output takes no more, what is still buffered must not raise again when the program ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
