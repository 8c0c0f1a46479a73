"""Makes en.ts from the texts in annotator/gui and compiles en.qm: `python resources/i18n/make.py`; `--check` only compares.

Every text is a literal in `tr("…")`, `tr("…", "sense")` or `tr("…", n=…)`. Translations that are there are kept; write new ones into
en.ts (Qt Linguist or any editor) and run again. A text without a translation, or with other places to fill, is refused.
"""

import ast
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
SOURCES = HERE.parents[1] / "annotator" / "gui"
CONTEXT = "desk"
_PLACES = re.compile(r"\{\w*\}|%n")


class Text(NamedTuple):
    """A text to translate; `plural` texts have one form for 1 and one for the rest."""

    source: str
    sense: str
    plural: bool


Translations = dict[Text, tuple[str, ...]]


def texts(folder: Path = SOURCES) -> Iterator[Text]:
    """Every text of the window, in order of files and lines. ValueError names a call that is no literal."""
    for file in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                yield _text(node, file)


def _text(call: ast.Call, file: Path) -> Text:
    words = [argument.value for argument in call.args if isinstance(argument, ast.Constant) and isinstance(argument.value, str)]
    if not words or len(words) != len(call.args) or len(words) > 2:
        raise ValueError(f"{file.name}:{call.lineno}: tr() takes literal texts")
    return Text(words[0], words[1] if len(words) == 2 else "", any(keyword.arg == "n" for keyword in call.keywords))


def read(path: Path) -> Translations:
    """The translations of a .ts file."""
    found: Translations = {}
    if not path.exists():
        return found
    for message in ET.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        if translation is None:
            continue
        forms = tuple(form.text or "" for form in translation.findall("numerusform")) or (translation.text or "",)
        key = Text(message.findtext("source", ""), message.findtext("comment", ""), message.get("numerus") == "yes")
        found[key] = forms
    return found


def write(path: Path, wanted: list[Text], known: Translations) -> None:
    """The .ts file, sorted, without line numbers, so that changes to it stay small."""
    root = ET.Element("TS", version="2.1", language="en", sourcelanguage="zh")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text in wanted:
        message = ET.SubElement(context, "message", {"numerus": "yes"} if text.plural else {})
        ET.SubElement(message, "source").text = text.source
        if text.sense:
            ET.SubElement(message, "comment").text = text.sense
        forms = known.get(text, ("", "") if text.plural else ("",))
        translation = ET.SubElement(message, "translation", {} if all(forms) else {"type": "unfinished"})
        if text.plural:
            for form in forms:
                ET.SubElement(translation, "numerusform").text = form
        else:
            translation.text = forms[0]
    ET.indent(root)
    path.write_text('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + ET.tostring(root, "unicode") + "\n", "utf-8")


def faults(wanted: list[Text], known: Translations) -> list[str]:
    """What is missing, or fills other places than its source."""
    found = []
    for text in wanted:
        forms = known.get(text, ("",))
        if not all(forms):
            found.append(f"untranslated: {text.source}")
        elif not text.plural and sorted(_PLACES.findall(text.source)) != sorted(_PLACES.findall(forms[0])):
            found.append(f"other places to fill: {text.source} -> {forms[0]}")
    return found


def compile_to(source: Path, target: Path) -> None:
    """Compile a .ts file with Qt's lrelease."""
    command = [
        sys.executable,
        "-c",
        "from PySide6.scripts.pyside_tool import lrelease; lrelease()",
        str(source),
        "-silent",
        "-qm",
        str(target),
    ]
    subprocess.run(command, check=True)


def main(argv: list[str]) -> int:
    """Make the files, or with --check say whether they are up to date: 0 yes, 1 no."""
    check = "--check" in argv
    wanted = sorted(set(texts()))
    known = read(HERE / "en.ts")
    problems = faults(wanted, known)
    with tempfile.TemporaryDirectory() as folder:
        fresh, compiled = Path(folder, "en.ts"), Path(folder, "en.qm")
        write(fresh, wanted, known)
        compile_to(fresh, compiled)
        for made in (fresh, compiled):
            old = HERE / made.name
            if check and (not old.exists() or old.read_bytes() != made.read_bytes()):
                problems.append(f"stale: resources/i18n/{made.name}; run python resources/i18n/make.py")
            elif not check:
                old.write_bytes(made.read_bytes())
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
