"""What the child process may use: memory, time, no network, no file written. Each platform by its own means."""

import ctypes
import os
import sys
from typing import Any

MEMORY = 2 << 30  # bytes
SECONDS = 30

_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.spawn",
    "os.posix_spawn",
    "os.fork",
    "os.startfile",
    "winreg.",
    "shutil.",
)
_DEATH_SIGNAL, _NO_NEW_PRIVILEGES = 1, 38  # prctl
_NEW_USER, _NEW_NET = 0x10000000, 0x40000000  # unshare


def restrict() -> None:
    """Bind this process for good. To be called once the parsers are loaded, before a foreign byte is looked at."""
    if sys.platform == "win32":
        from annotator.text.windows import bind

        bind(MEMORY, SECONDS)
    else:
        _bound_by_rlimits()
    if sys.platform == "linux":
        _cut_off()
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"forbidden in a document reader: {event}")
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        raise PermissionError("forbidden in a document reader: writing")


def _bound_by_rlimits() -> None:
    import resource

    for limit, value in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(limit)[1]
        bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
        try:
            resource.setrlimit(limit, (bound, bound))
        except (OSError, ValueError):  # macOS refuses RLIMIT_AS; the parent's clock still holds
            continue


def _cut_off() -> None:
    """No new privileges, no network of its own, no life after the parent. Where the kernel refuses, the audit hook stands alone."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    libc.prctl(_DEATH_SIGNAL, 9, 0, 0, 0)
    libc.unshare(_NEW_USER | _NEW_NET)
