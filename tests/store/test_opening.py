"""Wrong files, locked files, old files, files changed while open: a sentence each, and nothing touched that is not ours."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.model import State
from annotator.review import NotSaved
from annotator.store import backup, opening
from annotator.store.errors import Damaged, DeskError, Locked, Moved, Newer, NotADesk
from annotator.store.network import on_share
from annotator.store.store import Store
from annotator.store.tables import SCHEMA
from tests.review.world import at
from tests.store import desks

SCHEMAS = sorted((Path(__file__).parent / "schemas").glob("*.sqlite"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.sqlite"


def filled(path: Path, *words: str) -> Path:
    """A desk that was closed with these words confirmed."""
    store = desks.opened(path)
    review = desks.review(store)
    for word in words or ("8%", "9%"):
        review.decide(at(review, word), State.CONFIRMED)
    store.close()
    return path


def confirmed(path: Path) -> set[str]:
    store = desks.opened(path)
    review = desks.review(store)
    words = {fold.claim.text for fold in review.folds if review.state(fold.id) is State.CONFIRMED}
    store.close()
    return words


def bytes_of(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in folder.iterdir() if file.is_file()}


# --- not ours --------------------------------------------------------------------------------------------------------


def _foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE desk (id)")
    connection.execute("PRAGMA application_id=1")
    connection.commit()
    connection.close()


def _unmarked(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.commit()
    connection.close()


def _newer(path: Path) -> None:
    filled(path)
    (path.parent / f"{path.name}.lock").unlink()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version={SCHEMA + 7}")
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()


WRONG = {
    "text": (lambda path: path.write_text("标题\n正文"), NotADesk, "不是核查库"),
    "picture": (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200)), NotADesk, "不是核查库"),
    "header only": (lambda path: path.write_bytes(b"SQLite format 3\0"), NotADesk, "不是核查库"),
    "empty": (lambda path: path.touch(), NotADesk, "空文件"),
    "folder": (lambda path: path.mkdir(), NotADesk, "文件夹"),
    "another program's": (_foreign, NotADesk, "别的程序"),
    "no marks": (_unmarked, NotADesk, "别的程序"),
    "newer": (_newer, Newer, f"格式 {SCHEMA + 7}，本版本认得 {SCHEMA}"),
    "dangling link": (lambda path: path.symlink_to(path.parent / "nowhere"), NotADesk, "没有"),
}


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_file_is_refused_and_not_touched(path: Path, case: str, read_only: bool) -> None:
    make, error, sentence = WRONG[case]
    make(path)
    before = bytes_of(path.parent)
    with pytest.raises(error, match=sentence):
        desks.opened(path, read_only=read_only)
    assert bytes_of(path.parent) == before


def test_a_missing_file_is_made_but_not_for_reading(path: Path) -> None:
    with pytest.raises(NotADesk, match="没有"):
        desks.opened(path, read_only=True)
    assert list(path.parent.iterdir()) == []
    assert filled(path).exists()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DeskError, match="建不了"):
        desks.opened(tmp_path / "file" / "deeper" / "desk.sqlite")


def test_a_half_made_desk_has_no_name(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.store.create.build", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(DeskError, match="磁盘已满"):
        desks.opened(path)
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("cut", range(0, 100, 2))
def test_a_truncated_file_is_damaged_and_its_backup_is_offered(path: Path, cut: int) -> None:
    store = desks.opened(filled(path))
    saved = backup.back_up(store.engine, path, store.clock())
    store.close()
    size = path.stat().st_size
    os.truncate(path, size * cut // 100)
    with pytest.raises((Damaged, NotADesk)) as caught:
        desks.opened(path)
    if isinstance(caught.value, Damaged):
        assert caught.value.backups == (saved,)
        assert saved.name in str(caught.value)


# --- in use ----------------------------------------------------------------------------------------------------------


def test_the_second_window_is_told_who_writes_and_takes_over_when_it_closes(path: Path) -> None:
    first = desks.opened(path)
    review = desks.review(first)
    with pytest.raises(Locked, match=f"进程 {os.getpid()}") as caught:
        desks.opened(path)
    assert caught.value.holder == first.holder
    second = desks.opened(path, read_only=True)
    looking = desks.review(second, "林校")
    assert not opening.take_over(second)
    review.decide(at(review, "8%"), State.CONFIRMED)
    first.close()
    assert opening.take_over(second)
    assert not looking.read_only
    looking.refresh()
    assert looking.state(at(looking, "8%")) is State.CONFIRMED
    looking.decide(at(looking, "9%"), State.CONFIRMED)
    with pytest.raises(Locked):
        desks.opened(path)
    second.close()
    assert confirmed(path) == {"8%", "9%"}


def test_the_lock_goes_with_its_process(path: Path) -> None:
    code = "import sys; from annotator.store.opening import open_store; s = open_store(sys.argv[1]); print('ready', flush=True); input()"
    child = subprocess.Popen([sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    with pytest.raises(Locked, match=f"进程 {child.pid}"):
        desks.opened(path)
    child.kill()
    child.wait()
    child.stdout.close()
    child.stdin.close()  # type: ignore[union-attr]
    desks.opened(path).close()


# --- changed while open ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["deleted", "replaced", "renamed", "log deleted"])
def test_a_file_changed_while_open_is_noticed_before_the_next_commit(path: Path, what: str, tmp_path: Path) -> None:
    store = desks.opened(path)
    review = desks.review(store)
    review.decide(at(review, "8%"), State.CONFIRMED)
    other = filled(tmp_path / "other.sqlite", "120户")
    match what:
        case "deleted":
            path.unlink()
        case "replaced":
            shutil.copyfile(other, tmp_path / "copy")
            (tmp_path / "copy").replace(path)
        case "renamed":
            path.rename(tmp_path / "elsewhere")
        case "log deleted":
            path.with_name(path.name + "-wal").unlink()
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(Moved, match="另存到"):
        review.decide(at(review, "9%"), State.CONFIRMED)
    assert review.state(at(review, "9%")) is State.PENDING
    assert (path.read_bytes() if path.exists() else None) == before
    backup.copy(store.engine, tmp_path / "rescued.sqlite")
    store.close()
    assert (path.read_bytes() if path.exists() else None) == before or what == "log deleted"
    assert confirmed(tmp_path / "rescued.sqlite") == {"8%"}


# --- left by a crash -------------------------------------------------------------------------------------------------


def crashed(path: Path, *words: str) -> bytes:
    """The write-ahead log that a killed process would leave; the file stays as it was before these words."""
    store = desks.opened(path)
    review = desks.review(store)
    for word in words:
        review.decide(at(review, word), State.CONFIRMED)
    copies = {ending: path.with_name(path.name + ending).read_bytes() for ending in ("", "-wal")}
    store.close()
    for ending, content in copies.items():
        path.with_name(path.name + ending).write_bytes(content)
    return copies["-wal"]


def test_what_a_crash_left_in_the_log_is_there_again(path: Path) -> None:
    filled(path, "8%")
    crashed(path, "9%")
    assert confirmed(path) == {"8%", "9%"}


def test_a_log_of_another_file_is_set_aside_not_deleted(path: Path, tmp_path: Path) -> None:
    foreign = crashed(filled(tmp_path / "other.sqlite", "120户"), "33756名")
    filled(path, "8%")
    path.with_name(path.name + "-wal").write_bytes(foreign)
    before = path.read_bytes()
    store = desks.opened(path)
    assert "已移到" in store.notices[0]
    (aside,) = tmp_path.glob("desk.sqlite-wal.aside-*")
    assert aside.read_bytes() == foreign
    store.close()
    assert path.read_bytes() == before
    assert confirmed(path) == {"8%"}


def test_a_log_that_nothing_fits_is_damage(path: Path, tmp_path: Path) -> None:
    foreign = crashed(filled(tmp_path / "other.sqlite", "120户"), "33756名")
    filled(path, "8%")
    content = bytearray(path.read_bytes())
    place = content.index("利率上浮".encode())
    content[place : place + 3] = "税".encode()
    path.write_bytes(content)
    path.with_name(path.name + "-wal").write_bytes(foreign)
    before = bytes_of(tmp_path)
    with pytest.raises(Damaged):
        desks.opened(path)
    after = bytes_of(tmp_path)
    assert {name: after[name][0] for name in (path.name, path.name + "-wal")} == {
        name: before[name][0] for name in (path.name, path.name + "-wal")
    }


# --- old -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kept", SCHEMAS, ids=lambda path: path.stem)
def test_every_released_schema_opens_with_each_decision(kept: Path, path: Path) -> None:
    shutil.copyfile(kept, path)
    number = int(kept.stem)
    store = desks.opened(path)
    review = desks.review(store, "林校")
    expected = json.loads(kept.with_suffix(".json").read_text("utf-8"))
    assert list(review.head) == expected["head"]
    assert {fold.id: review.state(fold.id).value for fold in review.folds} == expected["states"]
    assert review.draft("note") == expected["draft"]
    assert review.place == expected["place"]
    assert len(backup.backups(path)) == (1 if number < SCHEMA else 0), "how it was is kept"
    review.decide(at(review, "37203名"), State.FLAGGED, reason="再核")
    store.close()
    assert backup.proof(path) == ()


def test_there_is_a_kept_database_of_every_schema() -> None:
    assert [int(path.stem) for path in SCHEMAS] == list(range(1, SCHEMA + 1))


def test_an_upgraded_file_has_the_tables_of_a_new_one(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from annotator.store.tables import Base

    shutil.copyfile(SCHEMAS[0], tmp_path / "old.sqlite")
    for name in ("old.sqlite", "new.sqlite"):
        store = desks.opened(tmp_path / name)
        with store.engine.connect() as connection:
            assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
        store.close()


def test_an_old_file_is_not_upgraded_by_looking(path: Path) -> None:
    shutil.copyfile(SCHEMAS[0], path)
    before = path.read_bytes()
    with pytest.raises(DeskError, match="升级"):
        desks.opened(path, read_only=True)
    assert path.read_bytes() == before


def test_alembic_is_loaded_only_when_an_upgrade_is_due(path: Path) -> None:
    filled(path)
    code = "import sys; from annotator.store.opening import open_store; open_store(sys.argv[1]).close(); print('alembic' in sys.modules)"
    for database, loaded in ((path, "False"), (shutil.copyfile(SCHEMAS[0], path.with_name("old.sqlite")), "True")):
        ran = subprocess.run([sys.executable, "-c", code, str(database)], capture_output=True, text=True, check=True)
        assert ran.stdout.strip() == loaded


# --- trouble ---------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_write_permission_opens_for_looking(path: Path) -> None:  # pragma: no cover - not as root
    filled(path)
    path.parent.chmod(0o500)
    try:
        with pytest.raises(DeskError, match="没有权限"):
            desks.opened(path)
        store = desks.opened(path, read_only=True)
        assert desks.review(store).read_only
        store.close()
    finally:
        path.parent.chmod(0o700)


def test_a_damaged_page_is_told_at_opening(path: Path) -> None:
    filled(path)
    content = bytearray(path.read_bytes())
    content[4096 : 4096 + 64] = bytes(64)
    path.write_bytes(content)
    with pytest.raises(Damaged, match="备份"):
        desks.opened(path)


def test_the_text_that_was_changed_is_not_reviewed(path: Path) -> None:
    filled(path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE article SET text = replace(text, '33756', '33757')")
    connection.commit()
    connection.close()
    store: Store = desks.opened(path)
    with pytest.raises(NotSaved, match="文字被改动过"):
        desks.review(store)
    store.close()


def test_a_cut_off_tail_is_noticed(path: Path) -> None:
    filled(path)
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM event WHERE seq = 2")
    connection.commit()
    connection.close()
    store = desks.opened(path)
    with pytest.raises(NotSaved, match="不完整"):
        desks.review(store)
    store.close()


def test_a_share_is_known_by_its_file_system(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text("/dev/sda1 / ext4 rw 0 0\nnas:/desk /mnt/news\\040desk nfs4 rw 0 0\ntmpfs /mnt/news\\040desk/local tmpfs rw 0 0\n")
    assert on_share(Path("/mnt/news desk/a.sqlite"), mounts)
    assert not on_share(Path("/mnt/news desk/local/a.sqlite"), mounts)
    assert not on_share(Path("/home/a.sqlite"), mounts)
    assert not on_share(Path("/home/a.sqlite"), tmp_path / "nowhere")


def test_on_a_share_the_slow_and_safe_way_is_taken(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "on_share", lambda _: True)
    store = desks.opened(path)
    assert any("网络盘" in notice for notice in store.notices)
    with store.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "delete"
    review = desks.review(store)
    review.decide(at(review, "8%"), State.CONFIRMED)
    store.close()
    assert backup.proof(path) == ()
