"""Child processes that work on a desk until they are killed, and say on a pipe what was acknowledged."""

import os
import signal
import struct
import traceback
from collections.abc import Callable
from contextlib import contextmanager, suppress

_ACK = struct.Struct("<I")

Work = Callable[[Callable[[int], None]], None]


class Worker:
    """A forked process. `acks()` yields what it acknowledged, one number each; it ends when the process does."""

    def __init__(self, work: Work) -> None:
        self._out, into = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:  # pragma: no cover - the child ends without telling
            code = 1
            try:
                os.close(self._out)
                signal.signal(signal.SIGINT, signal.SIG_IGN)
                work(lambda number: _say(into, number))
                code = 0
            except BaseException:  # noqa: BLE001 - the process ends here, before anybody else could say it
                traceback.print_exc()
            finally:
                os._exit(code)
        os.close(into)

    def ack(self) -> int | None:
        """The next acknowledgement; None when the process has ended."""
        found = b""
        while len(found) < _ACK.size:
            more = os.read(self._out, _ACK.size - len(found))
            if not more:
                return None
            found += more
        return int(_ACK.unpack(found)[0])

    def rest(self) -> list[int]:
        """All that is still in the pipe, until the process ends."""
        return list(iter(self.ack, None))

    def kill(self) -> None:
        """kill -9."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> int:
        """Its end: exit code, or minus the signal."""
        _, status = os.waitpid(self.pid, 0)
        os.close(self._out)
        return os.waitstatus_to_exitcode(status)


def _say(into: int, number: int) -> None:
    os.write(into, _ACK.pack(number))


@contextmanager
def working(work: Work):
    """A worker that is not left behind."""
    worker = Worker(work)
    try:
        yield worker
    finally:
        worker.kill()
        worker.rest()
        worker.wait()
