"""Upgrades killed at every statement: the old file exactly, or the new one; and then the upgrade goes through."""

import json
import os
import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from annotator.store import backup, opening
from annotator.store.errors import DeskError
from annotator.store.tables import SCHEMA
from tests.reliability.conftest import Promise
from tests.reliability.workers import working
from tests.store import desks
from tests.store.test_opening import SCHEMAS

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

OLD = SCHEMAS[:-1]


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, with the marks of the version."""
    connection = sqlite3.connect(path)
    try:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        rows = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}
        return rows | {"version": connection.execute("PRAGMA user_version").fetchall()}
    finally:
        connection.close()


def killed_at(path: Path, number: int) -> bool:
    """Upgrade in a process that is killed before its n-th statement; was there an n-th?"""

    def work(acknowledge):  # type: ignore[no-untyped-def]
        count = 0

        def counted(*_given: object) -> None:
            nonlocal count
            count += 1
            if count == number:
                acknowledge(number)
                os.kill(os.getpid(), 9)

        event.listen(Engine, "before_cursor_execute", counted)
        event.listen(Engine, "commit", counted)
        opening.open_store(path)

    with working(work) as worker:
        return bool(worker.rest())


def kills(ram: Path, kept: Path, every: int, first: int = 1) -> tuple[int, int]:
    import alembic.command  # noqa: F401 - here, so that each process need not

    old = content(kept)
    tried, lost, number = 0, 0, first
    while True:
        path = shutil.copyfile(kept, ram / "desk.sqlite")
        if not killed_at(path, number):
            return tried, lost
        tried += 1
        after = content(path)
        lost += after != old and after["version"] != [(SCHEMA,)]
        store = desks.opened(path)
        expected = json.loads(kept.with_suffix(".json").read_text("utf-8"))
        lost += list(desks.review(store).head) != expected["head"]
        store.close()
        lost += bool(backup.proof(path)) or any(map(backup.proof, backup.backups(path)))
        shutil.rmtree(backup.folder_of(path), ignore_errors=True)
        number += every


@pytest.mark.parametrize("kept", OLD, ids=lambda path: path.stem)
def test_an_upgrade_killed_at_some_statements(ram: Path, kept: Path, promise: Promise) -> None:
    tried, lost = kills(ram, kept, every=47)
    promise("upgrades killed before the n-th statement (every 47th)", tried, lost)
    assert tried
    assert lost == 0


@pytest.mark.full
@pytest.mark.parametrize("kept", OLD, ids=lambda path: path.stem)
@pytest.mark.parametrize("part", range(4))
def test_an_upgrade_killed_at_every_statement(ram: Path, kept: Path, part: int, promise: Promise) -> None:
    tried, lost = kills(ram, kept, every=4, first=1 + part)
    promise("upgrades killed before the n-th statement (each)", tried, lost)
    assert tried
    assert lost == 0


@pytest.mark.parametrize("kept", OLD, ids=lambda path: path.stem)
def test_an_upgrade_that_fails_leaves_the_old_file(ram: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No backup, no upgrade; and an upgrade that breaks off leaves nothing of itself."""
    path = shutil.copyfile(kept, ram / "desk.sqlite")
    old = content(path)
    backup.folder_of(path).write_text("a file is in the way")
    with pytest.raises(DeskError, match="建不了"):
        opening.open_store(path)
    backup.folder_of(path).unlink()
    assert content(path) == old

    def broken(connection: object) -> None:
        connection.exec_driver_sql("CREATE TABLE half (x)")  # type: ignore[attr-defined]
        connection.exec_driver_sql("INSERT INTO nowhere VALUES (1)")  # type: ignore[attr-defined]

    with monkeypatch.context() as patch:
        patch.setattr(opening, "migrate", broken)
        with pytest.raises(DeskError, match="还是原来的样子"):
            opening.open_store(path)
    assert content(path) == old
    desks.opened(path).close()
