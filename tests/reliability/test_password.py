"""A server that wants a password: asked for, taken from the keyring, kept there on request, and told nowhere else."""

import logging
from collections.abc import Iterator
from contextlib import closing

import keyring
import psycopg
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError
from sqlalchemy import URL, make_url

from annotator.desk import DeskError, PasswordWanted, open_desk

pytestmark = pytest.mark.postgres

SECRET = "geheim 秘密 :@/%"


class Ring(KeyringBackend):
    """A keyring in memory; `locked` refuses as one does whose owner is away."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise KeyringLocked
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.locked:
            raise KeyringLocked
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        raise PasswordDeleteError


@pytest.fixture
def ring() -> Iterator[Ring]:
    before, mine = keyring.get_keyring(), Ring()
    keyring.set_keyring(mine)
    yield mine
    keyring.set_keyring(before)


@pytest.fixture
def guarded(server: URL, postgres: str) -> Iterator[str]:
    """The address, without a password, of a database whose owner has to give one."""
    role = make_url(postgres).database
    assert role is not None
    with closing(psycopg.connect(server.set(drivername="postgresql").render_as_string(hide_password=False), autocommit=True)) as admin:
        admin.execute(f"CREATE ROLE {role} LOGIN PASSWORD '{SECRET}'")
        admin.execute(f"ALTER DATABASE {role} OWNER TO {role}")
        (rules,) = admin.execute("SELECT pg_read_file(current_setting('hba_file'))").fetchone() or ("",)
        _let_in(admin, f"local all {role} scram-sha-256\nhost all {role} all scram-sha-256\n{rules}")
        yield make_url(postgres)._replace(username=role, password=None).render_as_string()
        _let_in(admin, rules)
        with closing(psycopg.connect(postgres, autocommit=True)) as inside:
            inside.execute(f"REASSIGN OWNED BY {role} TO CURRENT_USER")
        admin.execute(f"DROP ROLE {role}")


def _let_in(admin: psycopg.Connection, rules: str) -> None:
    (path,) = admin.execute("SELECT current_setting('hba_file')").fetchone() or ("",)
    lines = psycopg.sql.Literal(rules.splitlines())
    admin.execute(psycopg.sql.SQL("COPY (SELECT unnest({}::text[])) TO {}").format(lines, psycopg.sql.Literal(path)))
    admin.execute("SELECT pg_reload_conf()")


def test_a_password_is_asked_for_and_told_nowhere(guarded: str, ring: Ring, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(PasswordWanted) as asked:
        open_desk(guarded)
    assert not asked.value.wrong
    with pytest.raises(PasswordWanted, match="不对") as again:
        open_desk(guarded, secret="falsch-word")
    assert again.value.wrong
    with open_desk(guarded, secret=SECRET) as desk:
        assert desk.articles() == ()
        told = f"{desk.database} {asked.value} {again.value} {caplog.text}"
    assert SECRET not in told
    assert "falsch-word" not in told
    assert ring.held == {}


def test_a_right_password_is_kept_on_request_and_used_the_next_time(guarded: str, ring: Ring) -> None:
    with pytest.raises(PasswordWanted):
        open_desk(guarded, secret="falsch", keep=True)
    assert ring.held == {}
    open_desk(guarded, secret=SECRET, keep=True).close()
    assert list(ring.held.values()) == [SECRET]
    with open_desk(guarded) as desk:
        assert desk.reviewer == ""


def test_a_password_that_was_changed_since_is_asked_for_again(guarded: str, ring: Ring) -> None:
    open_desk(guarded, secret=SECRET, keep=True).close()
    ring.held = dict.fromkeys(ring.held, "an older one")
    with pytest.raises(PasswordWanted) as asked:
        open_desk(guarded)
    assert asked.value.wrong


def test_a_locked_keyring_is_as_good_as_none(guarded: str, ring: Ring) -> None:
    ring.locked = True
    with pytest.raises(PasswordWanted):
        open_desk(guarded)
    open_desk(guarded, secret=SECRET, keep=True).close()
    assert ring.held == {}


def test_libpq_s_own_passfile_is_enough(guarded: str, tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    passfile = tmp_path / "pgpass"
    escaped = SECRET.replace("\\", "\\\\").replace(":", "\\:")
    passfile.write_text(f"*:*:*:*:{escaped}\n", "utf-8")
    passfile.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(passfile))
    with open_desk(guarded) as desk:
        assert not desk.read_only


def test_a_missing_database_is_no_question_of_passwords(guarded: str) -> None:
    missing = make_url(guarded).set(database="nowhere", password=SECRET).render_as_string(hide_password=False)
    with pytest.raises(DeskError) as refused:
        open_desk(missing)
    assert not isinstance(refused.value, PasswordWanted)
    assert SECRET not in str(refused.value)


@pytest.mark.parametrize("address", ["mysql://lee:geheim@host/desk", "postgresql://lee:geheim@host:port/desk"])
def test_an_address_that_is_none_is_not_repeated(address: str) -> None:
    with pytest.raises(DeskError) as refused:
        open_desk(address)
    assert "geheim" not in str(refused.value)
