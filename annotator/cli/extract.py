"""`annotator extract`: the claims and findings of articles as JSON, one line an article."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping

from annotator.cli.console import Exit, put_json, say
from annotator.cli.sources import checks_off, encoding_argument, from_files, from_lines, off_argument
from annotator.model import Analysis, Claim, Finding, Fold


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="稿件文件，- 为标准输入 / article files, - is standard input")
    parser.add_argument("--jsonl", action="store_true", help='从标准输入逐行读 {"id","text"} / read such lines from standard input')
    off_argument(parser)
    encoding_argument(parser)


def run(options: Namespace) -> int:
    """One line of JSON for each article; for one that cannot be read {"id", "error"}, and exit 2 at the end."""
    from annotator.pipeline import analyse

    if bool(options.files) == options.jsonl:
        say("请给出稿件文件，或用 --jsonl 从标准输入逐行读取（二者选一）。 / Give files or --jsonl, not both.")
        return Exit.UNREADABLE
    off = checks_off(options)
    code = Exit.DONE
    for given in from_lines(sys.stdin.buffer) if options.jsonl else from_files(options.files, options.encoding, debug=options.debug):
        if given.article is None:
            code = Exit.UNREADABLE
            put_json({"id": given.id, "error": given.problem})
        else:
            analysis = analyse(given.article, off=off)
            for failure in analysis.failures:
                say(f"{given.id}: 检查 {failure.check} 出错，本次没有参与核对：{failure.message}")
            put_json({"id": given.id} | answer(analysis))
    return code


def answer(analysis: Analysis) -> dict[str, object]:
    """The claims and findings of an article in the form of the definition; offsets count code points of its text."""
    folds = {place: fold for fold in analysis.folds for place in fold.places}
    return {
        "claims": [_claim(claim, folds.get(claim, Fold((claim,)))) for claim in analysis.claims],
        "findings": [_finding(finding) for finding in analysis.findings],
    }


def _claim(claim: Claim, fold: Fold) -> Mapping[str, object]:
    return {
        "id": claim.id,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "kind": claim.kind,
        "value": claim.quantity.value,
        "high": claim.quantity.high,
        "unit": claim.quantity.unit,
        "hedge": claim.quantity.hedge,
        "minor": claim.minor,
        "places": [list(place.span) for place in fold.places],
    }


def _finding(finding: Finding) -> Mapping[str, object]:
    return {
        "check": finding.check,
        "verdict": finding.verdict,
        "level": finding.level,
        "spans": [list(span) for span in finding.spans],
        "message": finding.message,
        "formula": finding.formula,
        "explain": " ".join(filter(None, (finding.message, finding.formula))),
        "suggestion": finding.suggestion and finding.suggestion._asdict(),
    }
