"""`annotator report`: the verification report of an article and its corrected manuscript, in any of the formats."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.cli.console import Exit, Stop, put
from annotator.cli.database import opened
from annotator.oserror import cause

if TYPE_CHECKING:
    from annotator.review import Session


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("article", metavar="ARTICLE", help="稿件文件，或稿件库里的编号 / a file, or its id in the library")
    names = "html pdf docx xlsx csv json md jsonld ；改后稿 / manuscript: clean-txt clean-docx changes-docx ；全部 / every one: all"
    parser.add_argument(
        "-f", "--format", dest="formats", metavar="html,pdf,…", type=_formats, default=["html"], help=f"格式 / formats: {names}"
    )
    parser.add_argument("-o", "--output", dest="folder", metavar="DIR", type=Path, default=Path(), help="写到哪个文件夹 / where to")
    parser.add_argument("--draft", action="store_true", help="未核完也写，标明草稿 / write it with open work, marked as a draft")
    parser.add_argument("--replace-link", action="store_true", help="文件名是链接时，用新文件代替它 / put a file in the place of a link")


def _formats(words: str) -> list[str]:
    from annotator.report import FORMATS

    names = list(dict.fromkeys(filter(None, words.replace(" ", "").split(","))))
    if "all" in names:
        return list(FORMATS)
    if unknown := [name for name in names if name not in FORMATS]:
        raise ArgumentTypeError(f"没有 {'、'.join(unknown)} 这种格式 / unknown format; 可用 / there are: {','.join(FORMATS)}")
    return names


def run(options: Namespace) -> int:
    """Write each format and print its path. Exit 3 with the list of open work where a final report would not be true."""
    from annotator.report import Unfinished, build, write
    from annotator.report.files import NotWritten

    path = Path(options.article)
    with ExitStack() as stack:
        session = _session(options.article, options.database, stack)
        try:
            report = build(session, draft=options.draft, source=path.read_bytes() if path.is_file() else None)
            for name in options.formats:
                put(str(write(report, name, options.folder, replace_link=options.replace_link)))
        except Unfinished as unfinished:
            raise Stop(f"{unfinished}（--draft）", Exit.REFUSED) from unfinished
        except NotWritten as error:
            raise Stop(f"{error} / {error.english}") from error
    return Exit.DONE


def _session(name: str, database: str | None, stack: ExitStack) -> "Session":
    """The review of a file or an id, read beside an open window; a file that is not in the library yet is imported."""
    from annotator.desk import DeskError

    path = Path(name)
    try:
        desk = stack.enter_context(opened(database, read_only=True))
    except DeskError:
        if not path.is_file():
            raise
    else:
        try:
            if found := desk.find(path) if path.exists() else name:
                return desk.session(found)
        except KeyError as error:
            raise Stop(f"找不到文件“{name}”，稿件库（{desk.database}）里也没有这个编号。 / No such file or id.") from error
        except OSError as error:
            raise Stop(f"{name}: 文件读不出来（{cause(error)}），请检查路径和权限。 / The file cannot be read.") from error
    return stack.enter_context(opened(database)).import_file(path)
