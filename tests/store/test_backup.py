"""Backups: whole, proved, thinned with age, restored to a copy first; a restore that is killed is finished."""

import json
import shutil
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotator.model import State
from annotator.store import backup, opening
from annotator.store.errors import Damaged, DeskError, Locked
from annotator.store.keeper import Keeper
from tests.review.world import at
from tests.store import desks
from tests.store.test_opening import SCHEMAS, confirmed, filled


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.sqlite"


def saved(path: Path) -> Path:
    store = desks.opened(path)
    made = backup.back_up(store.engine, path, store.clock())
    store.close()
    return made


def test_a_backup_is_one_file_with_all_there_is(path: Path) -> None:
    store = desks.opened(path)
    review = desks.review(store)
    review.decide(at(review, "8%"), State.CONFIRMED)
    made = backup.back_up(store.engine, path, store.clock())
    review.decide(at(review, "9%"), State.CONFIRMED)
    store.close()
    assert [file.name for file in made.parent.iterdir()] == [made.name]
    assert made.stat().st_mode & 0o077 == 0
    assert backup.proof(made) == ()
    assert confirmed(shutil.copyfile(made, path.with_name("copy.sqlite"))) == {"8%"}


def test_a_bad_database_makes_no_backup(path: Path) -> None:
    filled(path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE event SET kind = 'note' WHERE seq = 1")
    connection.commit()
    connection.close()
    store = desks.opened(path)
    with pytest.raises(DeskError, match="没有通过检查"):
        backup.back_up(store.engine, path, store.clock())
    store.close()
    assert list(backup.folder_of(path).iterdir()) == []


def test_old_backups_are_thinned_with_age() -> None:
    now = datetime(2026, 3, 11, 18, 0, tzinfo=UTC)
    made = {Path(f"{n}"): now - timedelta(minutes=30 * n) for n in range(48 * 120)}
    kept = made.keys() - set(backup.superfluous(made))
    assert {Path(f"{n}") for n in range(12)} <= kept
    assert len({made[path].date() for path in kept}) >= 10
    weeks = {made[path].isocalendar()[:2] for path in kept}
    assert len(weeks) == 10
    assert len(kept) <= 12 + 10 + 10
    assert set(backup.superfluous({path: made[path] for path in kept})) == set(), "thinning again takes nothing"


def test_thinning_leaves_other_files_alone(path: Path) -> None:
    first = saved(filled(path))
    strange = first.with_name("mine.sqlite")
    strange.write_text("kept by hand")
    for number in range(40):
        shutil.copyfile(first, first.with_name(f"desk-20250101T0000{number:02d}000000Z.sqlite"))
    saved(path)
    assert strange.exists()
    assert len(backup.backups(path)) == 12


def test_restoring_keeps_what_was_there(path: Path) -> None:
    made = saved(filled(path, "8%"))
    filled(path, "9%")
    before = path.read_bytes()
    kept = opening.restore(made, path)
    assert kept is not None
    assert kept.read_bytes() == before
    assert confirmed(path) == {"8%"}
    assert confirmed(kept) == {"8%", "9%"}
    assert made.exists()


def test_a_damaged_desk_is_restored_from_the_backup_it_names(path: Path) -> None:
    made = saved(filled(path, "8%"))
    content = bytearray(path.read_bytes())
    content[4096 : 4096 + 64] = bytes(64)
    path.write_bytes(content)
    with pytest.raises(Damaged) as caught:
        desks.opened(path)
    assert caught.value.backups == (made,)
    kept = opening.restore(caught.value.backups[0], path)
    assert kept is not None
    assert kept.read_bytes() == bytes(content)
    assert confirmed(path) == {"8%"}


def test_a_bad_backup_is_not_restored(path: Path) -> None:
    made = saved(filled(path, "8%"))
    connection = sqlite3.connect(made)
    connection.execute("UPDATE reviewer SET name = '他人'")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(DeskError, match="没有通过检查"):
        opening.restore(made, path)
    assert path.read_bytes() == before


def test_no_restore_under_an_open_window(path: Path) -> None:
    made = saved(filled(path))
    store = desks.opened(path)
    with pytest.raises(Locked):
        opening.restore(made, path)
    store.close()


def test_a_backup_of_an_older_schema_is_proved_and_restored(path: Path) -> None:
    old = shutil.copyfile(SCHEMAS[0], path.with_name("old-backup.sqlite"))
    assert backup.proof(old) == ()
    assert old.read_bytes() == SCHEMAS[0].read_bytes()
    opening.restore(old, path)
    store = desks.opened(path)
    assert list(desks.review(store).head) == json.loads(SCHEMAS[0].with_suffix(".json").read_text("utf-8"))["head"]
    store.close()


class Killed(BaseException):
    """The process ends here."""


_STEPS = ["copyfile", "sync_file", "sync_folder", "private_file", "unlink", "replace", "copy2"]


@pytest.mark.parametrize("step", range(1, 24))
def test_a_restore_killed_anywhere_is_the_old_file_or_the_new_one(path: Path, step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed before its n-th step that touches the disk. The old state is an open crash: decisions in the write-ahead log."""
    made = saved(filled(path, "8%"))
    store = desks.opened(path)
    review = desks.review(store)
    review.decide(at(review, "9%"), State.CONFIRMED)
    left = {ending: path.with_name(path.name + ending).read_bytes() for ending in ("", "-wal")}
    store.close()
    for ending, content in left.items():
        path.with_name(path.name + ending).write_bytes(content)
    count = 0

    def killing(call):  # type: ignore[no-untyped-def]
        def stepped(*given, **named):  # type: ignore[no-untyped-def]
            nonlocal count
            count += 1
            if count == step:
                raise Killed
            return call(*given, **named)

        return stepped

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "copyfile", killing(shutil.copyfile))
        patch.setattr(shutil, "copy2", killing(shutil.copy2))
        for name in ("sync_file", "sync_folder", "private_file"):
            patch.setattr(backup.file, name, killing(getattr(backup.file, name)))
        for name in ("unlink", "replace"):
            patch.setattr(Path, name, killing(getattr(Path, name)))
        try:
            opening.restore(made, path)
            done = True
        except Killed:
            done = False
    words = confirmed(path)
    assert words in ({"8%"}, {"8%", "9%"})
    assert words == {"8%"} or not done
    assert not backup.is_restoring(path)
    assert backup.proof(path) == ()


def test_half_an_hour_of_decisions_makes_a_backup_and_closing_the_last(path: Path) -> None:
    store = desks.opened(path)
    clock = store.clock
    review = desks.review(store)
    keeper = Keeper(store, path)
    review.decide(at(review, "8%"), State.CONFIRMED)
    keeper.wait()
    assert backup.backups(path) == ()
    clock.now += timedelta(minutes=31)  # type: ignore[attr-defined]
    review.decide(at(review, "9%"), State.CONFIRMED)
    keeper.wait()
    assert len(backup.backups(path)) == 1
    keeper.close()
    assert len(backup.backups(path)) == 1, "nothing was decided since"
    review.decide(at(review, "120户"), State.CONFIRMED)
    keeper.close()
    assert len(backup.backups(path)) == 2
    store.close()
    assert confirmed(shutil.copyfile(backup.backups(path)[0], path.with_name("copy.sqlite"))) == {"8%", "9%", "120户"}


def test_a_backup_that_cannot_be_made_is_told_and_tried_again(path: Path) -> None:
    store = desks.opened(path)
    review = desks.review(store)
    keeper = Keeper(store, path)
    backup.folder_of(path).write_text("a file is in the way")
    review.decide(at(review, "8%"), State.CONFIRMED)
    keeper.close()
    assert "建不了" in keeper.trouble
    backup.folder_of(path).unlink()
    keeper.close()
    assert keeper.trouble == ""
    assert len(backup.backups(path)) == 1
    store.close()
