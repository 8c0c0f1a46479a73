"""The help pages of the checks, rendered from their records: `python -m annotator.checks.help > resources/help/checks.md`."""

import sys

from annotator.checks import Check, Example, checks
from annotator.model import Level

_HEAD = """# 检查一览

每项检查只看稿件自身的数字能不能互相对上，不查外部事实。它指出哪些地方不能同时成立，不判断哪一处错了；缺少前提时不出声。
例句中【】标出的是会提请注意的位置。本页由检查的记录生成，例句同时是自动测试。
"""
_LEVELS = {Level.ERROR: "核对", Level.HINT: "提示（默认折叠）"}
_SEVERITIES = {"high": "高", "medium": "中", "low": "低"}


def page(check: Check) -> str:
    """The help page of one check, as Markdown."""
    parts = [
        f"## {check.title} · `{check.id}`",
        f"*{check.title_en}* · {_LEVELS[check.level]} · 排序权重：{_SEVERITIES[check.severity]}",
        check.why,
        f"**什么时候会看错：** {check.limits}",
        "**会提请注意：**\n\n" + "\n".join(map(_line, check.flags)),
    ]
    if check.confirms:
        parts.append("**会确认对得上：**\n\n" + "\n".join(map(_line, check.confirms)))
    parts.append("**不会出声：**\n\n" + "\n".join(f"- {_one_line(text)}" for text in check.passes))
    return "\n\n".join(parts) + "\n"


def pages() -> str:
    """All help pages, as one Markdown document."""
    return "\n".join([_HEAD, *map(page, checks())])


def _line(example: Example) -> str:
    marked = _one_line(example.marked.replace("[[", "【").replace("]]", "】"))
    return f"- {marked}" + (f" → {example.suggestion}" if example.suggestion else "")


def _one_line(text: str) -> str:
    return text.replace("\n", " ⏎ ")


if __name__ == "__main__":
    sys.stdout.write(pages())
