"""The only module that knows where resources/ and seeds/ lie: inside the package (wheel) or beside it (checkout, editable)."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def _root() -> Path:
    """The folder that holds resources/ and seeds/. Raises FileNotFoundError when the installation is incomplete."""
    for folder in (_PACKAGE, _PACKAGE.parent):
        if (folder / "resources").is_dir() and (folder / "seeds").is_dir():
            return folder
    raise FileNotFoundError(f"resources/ and seeds/ are missing beside {_PACKAGE}: install heshu-annotator again")


def resource(*parts: str) -> Path:
    """The path of a file or folder under resources/."""
    return _root().joinpath("resources", *parts)


def seed(name: str) -> Path:
    """The path of a file under seeds/."""
    return _root() / "seeds" / name
