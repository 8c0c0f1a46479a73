"""The lexicon as one page to read, build/lexicon.md: every file's own explanation and its entries."""

import tomllib
from collections.abc import Iterator, Mapping
from itertools import takewhile
from pathlib import Path

from annotator import paths

TARGET = Path("build", "lexicon.md")


def head(text: str) -> str:
    """The comment a file opens with: what it holds, its grammar, its sources."""
    lines = takewhile(lambda line: line.startswith("#"), text.splitlines())
    return "\n".join(line.removeprefix("#").removeprefix(" ") for line in lines)


def cell(value: object) -> str:
    """A value as a cell of a table."""
    if isinstance(value, list):
        return " ".join(map(str, value))
    if isinstance(value, dict):
        return " ".join(f"{key}={item}" for key, item in value.items())
    return " ".join(str(value).split()).replace("|", "\\|")


def table(columns: list[str], rows: list[list[object]]) -> Iterator[str]:
    """A Markdown table."""
    yield "| " + " | ".join(columns) + " |"
    yield "|" + "---|" * len(columns)
    for row in rows:
        yield "| " + " | ".join(map(cell, row)) + " |"
    yield ""


def sections(name: str, data: Mapping[str, object]) -> Iterator[str]:
    """The tables of one file."""
    for key, value in data.items():
        yield f"### {name}: {key}\n"
        if isinstance(value, list) and all(isinstance(entry, dict) for entry in value):
            columns = list(dict.fromkeys(column for entry in value for column in entry))
            yield from table(columns, [[entry.get(column, "") for column in columns] for entry in value])
        elif isinstance(value, dict):
            yield from table([key, ""], [[word, meaning] for word, meaning in value.items()])
        else:
            yield cell(value) + "\n"


def page() -> Iterator[str]:
    """The whole page, line by line."""
    yield "# 词库\n"
    for path in sorted(paths.resource("lexicon").glob("*.toml")):
        text = path.read_text("utf-8")
        yield f"## {path.stem}\n\n```text\n{head(text)}\n```\n"
        yield from sections(path.stem, tomllib.loads(text))


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("\n".join(page()) + "\n", "utf-8")
    print(TARGET)
