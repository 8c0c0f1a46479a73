"""README tells the truth: its commands exist, its keys are the window's, its links lead somewhere."""

import re
import shlex

import pytest

from annotator.cli.command import _parser, _with_command
from annotator.gui.actions import table
from tests.house.tree import ROOT, text_of

README = text_of(ROOT / "README.md")
LINES = [line.partition("#")[0].strip() for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) for line in block.splitlines()]
INLINE = re.findall(r"`((?:make|annotator) [^`]+)`", README)


def test_every_make_target_exists() -> None:
    named = {words.split()[1] for words in [*LINES, *INLINE] if words.startswith("make ")}
    targets = set(re.findall(r"^([a-z-]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    assert named >= {"run", "test"}
    assert named <= targets


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("annotator")])
def test_every_command_is_understood(line: str) -> None:
    words = shlex.split(line.partition("<")[0])[1:]
    assert _parser().parse_args(_with_command(words)).command == words[0]


@pytest.mark.parametrize("line", [words for words in INLINE if words.startswith("annotator")])
def test_every_command_in_passing_is_one(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = line.split()[1:]
    assert words[0] in {"extract", "check", "report", "db"}


def test_every_key_is_one_of_the_window(qapp: object) -> None:
    # the keys of forms belong to the form, not to the table of actions
    known = {key for entry in table() for key in entry.keys} | {"Ctrl+Return", "Esc"}
    rows = re.findall(r"^\| (`[^|]+`) \|", README, re.MULTILINE)
    named = {key for row in rows for key in re.findall(r"`([^`]+)`", row)}
    assert len(named) > 20
    assert named - known == set()


def test_every_link_leads_somewhere() -> None:
    links = re.findall(r"\]\(([^)]+)\)", README)
    missing = [link for link in links if not link.startswith("#") and not (ROOT / link).exists()]
    assert links
    assert missing == []


def test_pictures_are_light() -> None:
    heavy = [path.name for path in (ROOT / "docs").glob("*") if path.stat().st_size > 300_000]
    assert heavy == []
