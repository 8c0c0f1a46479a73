"""`annotator check`: findings as a linter prints them, and the page that explains a check."""

from argparse import ArgumentParser, Namespace
from bisect import bisect_right
from collections import Counter
from itertools import accumulate

from annotator.cli.console import Exit, Stop, put, say
from annotator.cli.sources import checks_off, encoding_argument, from_files, off_argument
from annotator.model import Analysis, Finding, Level, Verdict

_QUOTED = 4  # places shown of a finding; a block of copies has many
_WORDS = {Verdict.CONTRADICTION: "矛盾", Verdict.SUSPICIOUS: "可疑", Verdict.CONSISTENT: "相符"}


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="稿件文件，- 为标准输入 / article files, - is standard input")
    parser.add_argument("--hints", action="store_true", help="提示也列出并计入退出码 / list hints too, and let them count")
    encoding_argument(parser)
    off_argument(parser)
    parser.add_argument("--explain", metavar="ID", help="说明一项检查，如 sum / explain one check")


def run(options: Namespace) -> int:
    """Exit 0 without contradictions and suspicions, 1 with, 2 when a file could not be read."""
    if options.explain is not None:
        return _explain(options.explain)
    from annotator.pipeline import analyse

    if not options.files:
        raise Stop("请给出要核对的稿件文件，例如：annotator check 稿件.txt / Give the files to check.")
    off = checks_off(options)
    code = Exit.DONE
    for given in from_files(options.files, options.encoding, debug=options.debug):
        if given.article is None:
            code = Exit.UNREADABLE
        elif _report(str(given.id), analyse(given.article, off=off), hints=options.hints):
            code = max(code, Exit.FINDINGS)
    return code


def _report(name: str, analysis: Analysis, *, hints: bool) -> int:
    """Print the findings of one article in the order of its text; how many there were."""
    text = analysis.article.text
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    shown = [finding for finding in analysis.findings if finding.is_error or (hints and finding.level is Level.HINT)]
    for finding in sorted(shown, key=lambda finding: (finding.spans[:1], finding.id)):
        at = finding.spans[0].start if finding.spans else 0
        line = bisect_right(starts, at)
        put(f"{name}:{line}:{at - starts[line - 1] + 1}: {_sentence(text, finding)}")
    for failure in analysis.failures:
        say(f"{name}: 检查 {failure.check} 出错，本次没有参与核对：{failure.message}")
    count = Counter(finding.verdict for finding in analysis.findings if finding.level is Level.ERROR)
    said = "，".join(f"{_WORDS[verdict]} {count[verdict]} 处" for verdict in Verdict)
    hinted = sum(finding.level is Level.HINT for finding in analysis.findings)
    say(f"{name}: 数据 {len(analysis.claims)} 处，{said}，提示 {hinted} 处" + ("（--hints 列出）" if hinted and not hints else ""))
    if analysis.off:
        say(f"{name}: 没有做的检查：{'、'.join(analysis.off)}")
    return len(shown)


def _sentence(text: str, finding: Finding) -> str:
    """Verdict, check, the words in question, what is wrong, what to write."""
    word = "提示" if finding.level is Level.HINT else _WORDS[finding.verdict]
    quoted = " ⇄ ".join(_short(text[start:end]) for start, end in finding.spans[:_QUOTED])
    if len(finding.spans) > _QUOTED:
        quoted += f" ⇄ 共 {len(finding.spans)} 处"
    formula = f" [{finding.formula}]" if finding.formula and finding.formula not in finding.message else ""
    advice = f" 建议：{finding.suggestion.text}" if finding.suggestion else ""
    return f"{word} {finding.check} “{quoted}” {finding.message}{formula}{advice}"


def _short(words: str, most: int = 24) -> str:
    return words if len(words) <= most else f"{words[: most - 6]}…{words[-5:]}"


def _explain(check_id: str) -> int:
    from annotator.checks import checks
    from annotator.checks.help import page

    known = {check.id: check for check in checks()}
    if check_id not in known:
        raise Stop(f"没有名为 {check_id} 的检查。现有：{'、'.join(sorted(known))}。 / No such check.")
    put(page(known[check_id]).rstrip())
    return Exit.DONE
