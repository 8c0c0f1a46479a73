"""The rules of the house that no linter knows: sizes, tests that can fail, no trace of one machine, no address in a lock."""

import ast
import hashlib
import os
import re
import stat
from pathlib import Path

from annotator import paths
from tests.house.tree import ROOT, files, modules, place, text_of


def test_files_stay_readable_at_one_sitting() -> None:
    long = {place(path): text_of(path).count("\n") for path, _ in modules() if text_of(path).count("\n") > 400}
    assert long == {}


def test_functions_fit_on_a_screen() -> None:
    sizes = {
        f"{place(path, node.lineno)} {node.name}": node.end_lineno - node.lineno + 1
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None
    }
    assert len(sizes) > 20
    assert {name: size for name, size in sizes.items() if size > 50} == {}


def test_every_test_can_fail() -> None:
    empty = [
        f"{place(path, node.lineno)} {node.name}"
        for path, tree in modules()
        if path.is_relative_to(ROOT / "tests")
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not _claims_something(node)
    ]
    assert empty == []


def _claims_something(test: ast.FunctionDef) -> bool:
    """Does it assert, expect an error, or call something that says it asserts?"""
    for node in ast.walk(test):
        if isinstance(node, ast.Assert | ast.Raise):
            return True
        if isinstance(node, ast.With) and any("raises" in ast.unparse(item) or "wait" in ast.unparse(item) for item in node.items):
            return True
        if isinstance(node, ast.Call) and "assert" in ast.unparse(node.func).lower():
            return True
    return False


def test_nothing_names_a_path_of_one_machine() -> None:
    import pwd

    places = {str(ROOT), f"{ROOT.parent}{os.sep}", pwd.getpwuid(os.getuid()).pw_dir + os.sep}
    telling = [name for name in places if len(Path(name).parts) > 2 or name.startswith(("/root", "/home"))]
    named = [place(path) for path in files() for name in telling if name in text_of(path)]
    assert named == []


def test_nothing_names_the_host_of_a_package_registry() -> None:
    hosts = re.compile(r"\b(?:py" r"pi|pythonhost" r"ed|npm" r"js|regis" r"try\.npm)\.\w", re.IGNORECASE)
    named = [place(path) for path in files() if hosts.search(text_of(path))]
    assert named == []


def test_locks_have_a_hash_for_everything_and_no_address() -> None:
    locks = sorted((ROOT / "requirements").glob("*.txt"))
    assert [lock.name for lock in locks] == ["build.txt", "dev.txt", "run.txt"]
    for lock in locks:
        pinned = re.findall(r"^\S+==\S+(?: ;[^\\]*)? ?\\?\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", text_of(lock), re.MULTILINE)
        assert "".join(pinned) == text_of(lock), f"{lock.name} has a line that is no pinned requirement with its hashes"


def test_the_locked_qt_is_none_that_aborts_on_python_3_11() -> None:
    for name in ("run.txt", "dev.txt"):
        version = re.search(r"^pyside6-essentials==([0-9]+)\.([0-9]+)", text_of(ROOT / "requirements" / name), re.MULTILINE)
        assert version
        assert (6, 10) <= (int(version[1]), int(version[2])) < (6, 12)


def test_the_sample_is_unchanged() -> None:
    sample = paths.seed("liling-2020-03.txt").read_bytes()
    assert hashlib.sha256(sample).hexdigest() == "1f54a7fcef33987ae929fbd7225e795586734ed33f4f9ac5a5e7f3e616f9dd06"


def test_scripts_can_be_run() -> None:
    scripts = [path for path in files() if text_of(path).startswith("#!")]
    assert {place(path) for path in scripts} >= {".ci/run", "tools/setup.sh"}
    assert [place(path) for path in scripts if not path.stat().st_mode & stat.S_IXUSR] == []
