"""The project's own files, as the tests of the house look at them."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def files() -> tuple[Path, ...]:
    """Every file under version control, and new ones that are not ignored; those of the source folders where there is no git."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        paths = [ROOT / line for line in listed.stdout.splitlines()]
    else:
        paths = [path for folder in ("annotator", "resources", "seeds", "tests", "tools") for path in (ROOT / folder).rglob("*")]
    return tuple(sorted(path for path in paths if path.is_file()))


@cache
def text_of(path: Path) -> str:
    """The text of a file, "" for one that is none."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return ""


@cache
def modules() -> tuple[tuple[Path, ast.Module], ...]:
    """Every Python file with its syntax tree."""
    return tuple((path, ast.parse(text_of(path))) for path in files() if path.suffix == ".py")


def place(path: Path, line: int | None = None) -> str:
    """Where something stands, as one would click on it."""
    return str(path.relative_to(ROOT)) + ("" if line is None else f":{line}")
