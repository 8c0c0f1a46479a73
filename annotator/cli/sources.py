"""Where the articles of a command come from: files, standard input, or lines of JSON."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from getpass import getpass
from typing import NamedTuple

from annotator.cli.console import Stop, say
from annotator.model import Article
from annotator.text import ENCODINGS, PasswordWanted, ReadError, article, convert, load


class Given(NamedTuple):
    """An article with the name it was given under, or None and the sentence why there is none."""

    id: object
    article: Article | None
    problem: str = ""


def encoding_argument(parser: ArgumentParser) -> None:
    """The option for a text file whose encoding is not found rightly."""
    parser.add_argument(
        "--encoding", choices=ENCODINGS, metavar="NAME", help=f"文字编码，一般不用给 / text encoding: {', '.join(ENCODINGS)}"
    )


def off_argument(parser: ArgumentParser) -> None:
    """The option that leaves checks out."""
    parser.add_argument(
        "--off", action="append", metavar="ID,…", default=[], help="不做这些检查，如 house-style,unit / leave these checks out"
    )


def checks_off(options: Namespace) -> frozenset[str]:
    """The checks to leave out. Stops the command at a name that no check has."""
    from annotator.checks import switched_off

    try:
        return switched_off({name.strip() for words in options.off for name in words.split(",") if name.strip()})
    except ValueError as error:
        raise Stop(f"{error} / No such check.") from error


def from_files(files: Iterable[str], encoding: str | None = None, *, debug: bool = False) -> Iterator[Given]:
    """The article of each file, "-" being standard input. What the import changed or dropped goes to standard error."""
    for file in files:
        try:
            made = _read(file, encoding)
        except ReadError as error:
            say(f"{file}: {error}{where_broken(error, debug=debug)}")
            yield Given(file, None, str(error))
        else:
            for note in made.notes:
                say(f"{file}: {note.message}")
            yield Given(file, made)


def where_broken(error: ReadError, *, debug: bool) -> str:
    """What --debug adds to the sentence of a file that broke its reader; without it, that there is more to see."""
    if not error.detail:
        return ""
    return f"\n{error.detail}" if debug else "加上 --debug 可看出错的地方。"


def _read(file: str, encoding: str | None) -> Article:
    """The article in a file; a password is asked for where somebody can answer."""
    if file == "-":
        return convert(sys.stdin.buffer.read(), "-", encoding=encoding).article
    try:
        return load(file, encoding=encoding).article
    except PasswordWanted:
        if not sys.stdin.isatty():
            raise
        return load(file, password=getpass(f"{file} 的打开密码 / password: ")).article


def from_lines(lines: Iterable[bytes]) -> Iterator[Given]:
    """The article of each {"id", "text"} line, read and answered one by one. Blank lines are passed over."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                given = json.loads(line.decode("utf-8-sig"))
                yield Given(given["id"], article(_text(given["text"])))
            except (ValueError, KeyError, TypeError, RecursionError):
                problem = f'第 {number} 行不是 {{"id": …, "text": "…"}} 形式的 JSON，请改正这一行。'
                say(problem)
                yield Given(None, None, problem)


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise TypeError(value)
