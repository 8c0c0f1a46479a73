"""The password of a database server: asked of the system's keyring, kept there only when told to, never in a file of ours.

libpq looks by itself into the address, PGPASSWORD and its passfile; the keyring comes after them.
"""

import logging

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError

_log = logging.getLogger(__name__)
_SERVICE = "heshu-annotator"


def remembered(url: URL) -> str | None:
    """What the keyring holds for a user at a server; None where there is no keyring, it is locked, or it holds nothing."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return None
    try:
        return keyring.get_password(_SERVICE, account(url))
    except (KeyringError, OSError, RuntimeError) as error:
        _log.warning("the keyring does not answer: %s", type(error).__name__)
        return None


def remember(url: URL, password: str) -> bool:
    """Put a password into the keyring; False where that is not possible. It is kept nowhere else."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return False
    try:
        keyring.set_password(_SERVICE, account(url), password)
    except (KeyringError, OSError, RuntimeError) as error:
        _log.warning("the keyring keeps nothing: %s", type(error).__name__)
        return False
    return True


def account(url: URL) -> str:
    """Whose password it is: user@host:port, the same for every database of a server."""
    return f"{url.username or ''}@{url.host or ''}:{url.port or 5432}"


def wanted(error: DBAPIError) -> bool | None:
    """Did a connection fail for want of a password (False), or because the one given is wrong (True)? None: for another reason."""
    connection = getattr(error.orig, "pgconn", None)
    if connection is None:
        return None
    if connection.needs_password:
        return False
    # the server tells a wrong password and a missing database apart in words alone; its code does not come through libpq
    said = str(error.orig).lower()
    return True if connection.used_password and any(word in said for word in ("password", "口令", "密码")) else None
