"""Every test runs without a screen and away from the user's own files."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

_HOME = tempfile.mkdtemp(prefix="heshu-tests-")
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("ANNOTATOR_DATABASE", None)
os.environ.pop("ANNOTATOR_LEXICON", None)
for _name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
    os.environ[_name] = _HOME
for _name in ("DATA", "CONFIG", "STATE", "CACHE"):
    os.environ[f"XDG_{_name}_HOME"] = str(Path(_HOME, _name.lower()))

# The same examples for everybody, and no clock: two loaded cores are no defect of the program.
settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.load_profile("house")

_SKIPPED = pytest.StashKey[int]()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Remember how many PostgreSQL tests did not run: a green line must not hide that a store was not tried."""
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if "postgres" in report.keywords]
    config.stash[_SKIPPED] = len(skipped)
    promises = _promises(terminalreporter)
    if promises:
        terminalreporter.section("promise: cases tried, lost")
        for words, (tried, lost) in promises.items():
            terminalreporter.write_line(f"{tried:>8}  {lost:>4}  {words}")


def _promises(reporter: pytest.TerminalReporter) -> dict[str, tuple[int, int]]:
    """What the tests of reliability entered, added up over their parts; also those that failed."""
    table: dict[str, tuple[int, int]] = {}
    for report in (*reporter.stats.get("passed", []), *reporter.stats.get("failed", [])):
        for name, entry in getattr(report, "user_properties", ()):
            if name == "promise" and report.when == "call":
                words, tried, lost = entry
                before = table.get(words, (0, 0))
                table[words] = before[0] + tried, before[1] + lost
    return table


def pytest_unconfigure(config: pytest.Config) -> None:
    """The last line of a run, after pytest's own."""
    if config.stash.get(_SKIPPED, 0):
        print(f"PostgreSQL: {config.stash[_SKIPPED]} tests skipped, no server could be started")
