"""The only module that knows where resources/, seeds/ and the desk's own lexicon lie.

resources/ and seeds/ are inside the package (wheel) or beside it (checkout, editable).
"""

import os
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


def names_lexicon() -> bool:
    """Does ANNOTATOR_LEXICON say where the desk's own lexicon lies?"""
    return bool(os.environ.get("ANNOTATOR_LEXICON"))


def own_lexicon() -> Path:
    """Where a desk's own units, measure words and fixed words lie: `lexicon.toml` beside the other settings, or ANNOTATOR_LEXICON."""
    import platformdirs

    given = os.environ.get("ANNOTATOR_LEXICON")
    return Path(given) if given else platformdirs.user_config_path("heshu-annotator") / "lexicon.toml"
