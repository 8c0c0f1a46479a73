"""Opening a PostgreSQL database for a whole desk of reviewers: who may in, is it of this version."""

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from annotator.store import create, password
from annotator.store.engine import server_engine
from annotator.store.errors import DeskError, PasswordWanted, trouble
from annotator.store.migrate import migrate
from annotator.store.store import Clock, Store
from annotator.store.tables import SCHEMA


def open_server(address: str, clock: Clock, *, read_only: bool, secret: str | None = None, keep: bool = False) -> Store:
    """The store at a postgresql:// address. DeskError; PasswordWanted when neither libpq, the keyring nor `secret` lets us in.

    `secret` is the password somebody has just typed; with `keep` it goes into the keyring once it has proved right.
    """
    url = _postgresql(address)
    if secret is not None:
        store = _opened(url.set(password=secret), clock, read_only=read_only)
        if keep:
            password.remember(url, secret)
        return store
    try:
        return _opened(url, clock, read_only=read_only)
    except PasswordWanted:
        if (kept := password.remembered(url)) is None:
            raise
        return _opened(url.set(password=kept), clock, read_only=read_only)


def _postgresql(address: str) -> URL:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:  # ArgumentError would repeat the address, and a password in it
        raise DeskError("数据库地址写得不对，应像 postgresql://用户@主机/库名。请检查 --database。") from error
    if url.get_backend_name() not in {"postgresql", "postgres"}:
        raise DeskError("只支持 SQLite 文件和 postgresql:// 地址。请检查 --database。")
    return url.set(drivername="postgresql+psycopg")


def _opened(url: URL, clock: Clock, *, read_only: bool) -> Store:
    shown = url.set(drivername="postgresql").render_as_string()  # with *** for a password
    try:
        engine = server_engine(url)
    except ImportError as error:
        raise DeskError("要用 PostgreSQL，请安装 heshu-annotator[postgresql]。") from error
    try:
        with engine.begin() as connection:
            create.server_tables(connection, clock())
            if create.check_version(connection, shown) < SCHEMA:
                migrate(connection)
    except DBAPIError as error:
        engine.dispose()
        raise _refusal(error, shown) from error
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, shown, clock, path=None, lock=None, read_only=read_only)


def _refusal(error: DBAPIError, shown: str) -> DeskError:
    wrong = password.wanted(error)
    if wrong is None:
        return DeskError(f"连不上数据库“{shown}”：{trouble(error)}。请检查地址和网络。")
    asked = "口令不对，请再输一次" if wrong else "需要口令"
    return PasswordWanted(f"数据库“{shown}”{asked}；也可以写进 libpq 的口令文件（~/.pgpass）。", shown, wrong=wrong)
