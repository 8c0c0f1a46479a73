"""The help pages of the checks, rendered from their records: `python -m annotator.checks.help > resources/help/checks.md`.

In English, why and limits come from resources/help/checks.en.toml; the examples are Chinese in every language.
"""

import sys
import tomllib
from functools import cache
from typing import NamedTuple

from annotator import paths
from annotator.checks import Check, Example, checks
from annotator.model import Level, Severity

_HEAD = """# 检查一览

每项检查只看稿件自身的数字能不能互相对上，不查外部事实。它指出哪些地方不能同时成立，不判断哪一处错了；缺少前提时不出声。
例句中【】标出的是会提请注意的位置。本页由检查的记录生成，例句同时是自动测试。
"""


class _Words(NamedTuple):
    """The fixed words of a page in one language."""

    levels: dict[Level, str]
    severity: dict[Severity, str]
    weight: str
    limits: str
    flags: str
    confirms: str
    passes: str


_WORDS = {
    "zh": _Words(
        {Level.ERROR: "核对", Level.HINT: "提示（默认折叠）"},
        {Severity.HIGH: "高", Severity.MEDIUM: "中", Severity.LOW: "低"},
        "排序权重：",
        "什么时候会看错：",
        "会提请注意：",
        "会确认对得上：",
        "不会出声：",
    ),
    "en": _Words(
        {Level.ERROR: "Check", Level.HINT: "Hint (folded at first)"},
        {Severity.HIGH: "high", Severity.MEDIUM: "medium", Severity.LOW: "low"},
        "weight: ",
        "When it is wrong:",
        "It asks about:",
        "It confirms:",
        "It says nothing of:",
    ),
}


def told(check: Check, language: str = "zh") -> tuple[str, str]:
    """What a check looks for and when it is wrong, in a language of the window: zh or en."""
    if language == "zh":
        return check.why, check.limits
    texts = _english()[check.id]
    return texts["why"], texts["limits"]


@cache
def _english() -> dict[str, dict[str, str]]:
    with paths.resource("help", "checks.en.toml").open("rb") as file:
        return tomllib.load(file)


def page(check: Check, language: str = "zh") -> str:
    """The help page of one check, as Markdown, in a language of the window: zh or en."""
    words, (why, limits) = _WORDS[language], told(check, language)
    title, other = (check.title, check.title_en) if language == "zh" else (check.title_en, check.title)
    parts = [
        f"## {title} · `{check.id}`",
        f"*{other}* · {words.levels[check.level]} · {words.weight}{words.severity[check.severity]}",
        why,
        f"**{words.limits}** {limits}",
        f"**{words.flags}**\n\n" + "\n".join(map(_line, check.flags)),
    ]
    if check.confirms:
        parts.append(f"**{words.confirms}**\n\n" + "\n".join(map(_line, check.confirms)))
    parts.append(f"**{words.passes}**\n\n" + "\n".join(f"- {_one_line(text)}" for text in check.passes))
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
