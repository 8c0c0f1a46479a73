"""Words on the command line become one command and its end as an exit code; an error is a sentence, never a traceback."""

import sys
from argparse import SUPPRESS, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence

from annotator import __version__
from annotator.cli import check, db, extract, report, window
from annotator.cli.console import Exit, Stop, drop_output, say, use_utf8
from annotator.cli.sources import where_broken
from annotator.lexicon import LexiconError, own_faults
from annotator.oserror import cause
from annotator.review.errors import Refused
from annotator.text import ReadError

_COMMANDS = {
    "open": (window, "打开窗口（可省略 open）/ open the window; the word may be left out"),
    "extract": (extract, "数据和核对结果，JSON / claims and findings as JSON"),
    "check": (check, "列出矛盾与可疑之处 / print findings as a linter does"),
    "report": (report, "写核查报告和改后稿 / write the verification report"),
    "db": (db, "核查库：检查、备份、恢复、升级 / look after the database"),
}
_READING = ("extract", "check", "report")  # commands that read an article: what is wrong in the own lexicon belongs to them
_DESCRIPTION = """核数：核对新闻稿里的数字。/ Check the numbers in Chinese news.

  annotator 稿件.txt                    打开窗口 / open the window
  annotator check 稿件.txt              只列出问题 / print findings
  annotator report 稿件.txt -f html,pdf -o 文件夹
退出码 / exit: 0 完成 done, 1 有矛盾或可疑 findings, 2 读不了 unreadable, 3 未完成不能定稿 refused"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit code: 0 done, 1 findings, 2 could not read, 3 refused."""
    use_utf8()
    words = list(sys.argv[1:] if argv is None else argv)
    debug = "--debug" in words
    try:
        options = _parser().parse_args(_with_command(words), Namespace(database=None, debug=False))
        if options.command in _READING:
            for fault in own_faults():
                say(fault)
        return int(_COMMANDS[options.command][0].run(options))
    except Stop as stop:
        say(str(stop))
        return stop.code
    except ReadError as error:
        say(f"{error}{where_broken(error, debug=debug)}")
        return Exit.UNREADABLE
    except (Refused, LexiconError) as error:
        say(str(error))
        return Exit.UNREADABLE
    except BrokenPipeError:
        drop_output()
        return Exit.CLOSED
    except OSError as error:
        drop_output()
        say(f"读写时出错：{cause(error)}{f'（{error.filename}）' if error.filename else ''}。请检查磁盘和权限后再试。 / {error}")
        return Exit.UNREADABLE
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except Exception as error:  # the last line of defence: a sentence instead of a traceback
        if debug:
            raise
        say(f"程序内部出错（{type(error).__name__}: {error}）。加上 --debug 可看细节。 / Internal error.")
        return Exit.UNREADABLE


def _parser() -> ArgumentParser:
    everywhere = ArgumentParser(add_help=False)
    everywhere.add_argument("--database", metavar="PATH|URL", default=SUPPRESS, help="数据库文件或 PostgreSQL 地址 / database file or URL")
    everywhere.add_argument("--debug", action="store_true", default=SUPPRESS, help="出错时显示细节 / show where an error arose")
    parser = ArgumentParser("annotator", description=_DESCRIPTION, parents=[everywhere], formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("--version", action="version", version=f"核数 annotator {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (module, words) in _COMMANDS.items():
        module.arguments(commands.add_parser(name, help=words, description=words, parents=[everywhere]))
    return parser


def _with_command(words: list[str]) -> list[str]:
    """The words with `open` put in where no command is named: everything else that is no option is a file."""
    at = 0
    while at < len(words) and words[at].startswith("-") and words[at] not in {"-", "--"}:
        if words[at] in {"-h", "--help", "--version"}:
            return words
        at += 2 if words[at] == "--database" else 1
    return words if at < len(words) and words[at] in _COMMANDS else [*words[:at], "open", *words[at:]]
