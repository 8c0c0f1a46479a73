"""`db check`: every change by another hand is named, down to the row; an untouched database is proved."""

import hashlib
import random
import sqlite3
from pathlib import Path

import pytest

from annotator.store import backup
from annotator.store.attachments import attach, folder
from annotator.store.check import problems
from annotator.store.errors import DeskError
from tests.review.world import at
from tests.store import desks
from tests.store.schemas.make import steps


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A closed desk with one of every event."""
    path = tmp_path_factory.mktemp("good") / "desk.sqlite"
    store = desks.opened(path)
    steps(desks.review(store))
    other = desks.review(store, "林校")
    other.note(at(other, "120户"), "户数与表不同")
    store.close()
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path, good: bytes) -> Path:
    path = tmp_path / "desk.sqlite"
    path.write_bytes(good)
    return path


CHANGES = {
    "event 1/3": "UPDATE event SET data = replace(data, 'internal', 'external') WHERE seq = 3",
    "event 1/5": "UPDATE event SET kind = 'join' WHERE seq = 5",
    "event 1/1": "UPDATE event SET data = ' ' || data WHERE seq = 1",
    "event 1/2": "DELETE FROM event WHERE seq = 2",
    "article 1": "DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)",
    "reviewer 2": "UPDATE reviewer SET name = '他人' WHERE id = 2",
    "article 1 ": "UPDATE article SET text = replace(text, '15%', '51%')",
    "article 1  ": "UPDATE article SET title = '另一个题目'",
    "decision 1/80-84": "INSERT INTO decision VALUES (1, '80-84', 'confirmed', 2)",
    "decision 1/32-37": "UPDATE decision SET state = 'confirmed' WHERE state = 'corrected'",
    "decision 1/4-10": "DELETE FROM decision WHERE claim = '4-10'",
    "draft 1//note": "UPDATE draft SET data = '{}'",
    "place 1/": "UPDATE place SET data = '{}'",
    "desk": "UPDATE alembic_version SET version_num = '0001'",
    "desk 1": "UPDATE desk SET made_by = '9.9'",
}


def test_an_untouched_database_is_proved(path: Path) -> None:
    assert backup.proof(path) == ()


@pytest.mark.parametrize("where", CHANGES)
def test_the_first_row_that_differs_is_named(path: Path, where: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(CHANGES[where])
    connection.commit()
    connection.close()
    found = backup.proof(path)
    assert where.strip() in {problem.where for problem in found}, found


def logical(content: bytes, scratch: Path) -> str | None:
    """Everything the rows of a database say (names of tables have no case); None when they cannot be read."""
    scratch.write_bytes(content)
    connection = sqlite3.connect(f"file:{scratch}?mode=ro&immutable=1", uri=True)
    connection.text_factory = bytes
    try:
        digest = hashlib.sha256()
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall():
            name = table.decode()
            digest.update(repr((name.casefold(), connection.execute(f"SELECT * FROM {name}").fetchall())).encode())
        return digest.hexdigest()
    except (sqlite3.Error, UnicodeError):
        return None
    finally:
        connection.close()


def flip(good: bytes, tmp_path: Path, number: int, seed: int) -> tuple[int, list[int]]:
    """Flip one byte at `number` random places: how many changed what the rows say, and which of these nobody noticed."""
    chance, path, scratch = random.Random(seed), tmp_path / "flipped.sqlite", tmp_path / "scratch"
    untouched = logical(good, scratch)
    used = [place for place in range(100, len(good)) if good[place]]  # most of a small file is empty
    changed, unnoticed = 0, []
    for place in chance.choices(used, k=number):
        content = bytearray(good)
        content[place] ^= 1 << chance.randrange(8)
        if logical(bytes(content), scratch) == untouched:
            continue
        changed += 1
        path.write_bytes(content)
        try:
            noticed = bool(backup.proof(path))
        except DeskError:
            noticed = True
        if not noticed:
            unnoticed.append(place)
    return changed, unnoticed


def test_flipped_bytes_never_pass(good: bytes, tmp_path: Path) -> None:
    changed, unnoticed = flip(good, tmp_path, 200, seed=1)
    assert changed > 100
    assert unnoticed == []


def test_a_changed_or_missing_attachment_is_noticed(tmp_path: Path) -> None:
    store = desks.opened(tmp_path / "desk.sqlite")
    (tmp_path / "source.PDF").write_bytes(b"%PDF-1.7 page")
    name, digest = attach(store, tmp_path / "source.PDF")
    assert attach(store, tmp_path / "source.PDF") == (name, digest)
    where = folder(store)
    assert where is not None
    assert (where / name).stat().st_mode & 0o077 == 0
    with store.reading() as work:
        assert list(problems(work, where)) == []
    (where / name).write_bytes(b"%PDF-1.7 other")
    with store.reading() as work:
        assert [problem.message for problem in problems(work, where)] == ["附件与哈希不符"]
    (where / name).unlink()
    with store.reading() as work:
        assert [problem.message for problem in problems(work, where)] == ["附件文件不见了"]
    store.close()
