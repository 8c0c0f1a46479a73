"""Exports onto disks that fail or are full: a sentence, the old report or the new one whole, no litter, and the desk untouched."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.model import State
from annotator.report import build, write
from annotator.report.files import NotWritten
from annotator.review import Session
from annotator.store import backup
from annotator.store.store import Store
from tests.reliability.conftest import Promise
from tests.reliability.test_trouble import small_disk
from tests.review.world import at
from tests.store import desks

__all__ = ["small_disk"]

FORMATS = ("html", "json", "csv", "xlsx", "docx", "clean-txt", "changes-docx")


@pytest.fixture
def store(ram: Path):  # type: ignore[no-untyped-def]
    store = desks.opened(ram / "desk.sqlite")
    yield store
    store.close()


@pytest.fixture
def review(store: Store) -> Session:
    review = desks.review(store)
    review.decide(at(review, "8%"), State.CONFIRMED)
    return review


class Fault:
    """Fails the n-th call to the system that an export makes for its file."""

    def __init__(self, number: int, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self.left, self.code = number, code
        for owner, name in ((os, "open"), (os, "fdopen"), (os, "fsync"), (os, "close"), (Path, "replace")):
            monkeypatch.setattr(owner, name, self._failing(getattr(owner, name)))

    def _failing(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def instead(*words: Any, **named: Any) -> Any:
            self.left -= 1
            if self.left == 0:
                raise OSError(self.code, os.strerror(self.code))
            return call(*words, **named)

        return instead


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EROFS])
def test_an_export_that_fails_at_each_call(review: Session, tmp_path: Path, code: int, promise: Promise) -> None:
    folder = tmp_path / "reports"
    path = write(build(review, draft=True), "json", folder)
    before = path.read_bytes()
    review.decide(at(review, "9%"), State.CONFIRMED)
    report = build(review, draft=True)
    after = write(report, "json", tmp_path / "elsewhere").read_bytes()
    tried, lost, number, said = 0, 0, 1, []
    while True:
        with pytest.MonkeyPatch.context() as patch:
            fault = Fault(number, code, patch)
            try:
                write(report, "json", folder)
            except NotWritten as refusal:
                said.append(str(refusal))
        if fault.left > 0:
            break
        tried += 1
        lost += path.read_bytes() not in {before, after}
        assert list(folder.iterdir()) == [path], "no half file beside it"
        number += 1
    assert len(said) == tried
    assert all("请换一个文件夹" in sentence for sentence in said)
    assert before != after
    assert path.read_bytes() == after, "a retry with a well disk writes it"
    promise("exports that meet a failing disk", tried, lost)


def test_a_small_disk_has_no_room_for_a_report(small_disk: Path, review: Session, store: Store, promise: Promise) -> None:
    report = build(review, draft=True)
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(1 << 20))
    head = review.head
    for name in FORMATS:
        with pytest.raises(NotWritten, match="空间"):
            write(report, name, small_disk)
    assert list(small_disk.iterdir()) == [ballast], "no half report"
    ballast.unlink()
    made = [write(report, name, small_disk) for name in FORMATS]
    assert review.head == head
    assert store.path is not None
    assert backup.proof(store.path) == ()
    promise("reports for which a full disk had no room, written when it had", len(FORMATS), len(FORMATS) - len(made))
