"""The desk a command works on; a server's password is asked for where somebody can answer."""

import sys
from getpass import getpass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.desk import Desk


def opened(database: str | None, *, read_only: bool = False) -> "Desk":
    """The desk of --database, or the default one. DeskError and its kinds."""
    from annotator.desk import PasswordWanted, open_desk

    try:
        return open_desk(database, read_only=read_only)
    except PasswordWanted as asked:
        if not sys.stdin.isatty():
            raise
        return open_desk(database, read_only=read_only, secret=getpass(f"{asked.where} 的口令 / password: "))
