"""Measure words that do not go with what they count."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from annotator.checks.record import check, suspicious
from annotator.checks.relations import Relations
from annotator.lexicon import table
from annotator.model import Finding, Kind, Level, Severity, Span


class _Clash(NamedTuple):
    """Nouns that a measure word does not count, a pattern of the words behind a claim that may be one, and better measure words."""

    nouns: tuple[str, ...]
    near: re.Pattern[str]
    better: str


@cache
def _clashes() -> Mapping[str, list[_Clash]]:
    """The clashes of each measure word."""
    found: dict[str, list[_Clash]] = {}
    for entry in table("counting.toml")["clash"]:
        clash = _Clash(tuple(entry["nouns"]), re.compile(rf"[\u4e00-\u9fff]{{0,6}}?(?:{'|'.join(entry['nouns'])})"), entry["better"])
        for measure in entry["measures"]:
            found.setdefault(measure, []).append(clash)
    return found


@check(
    title="量词与所数事物不配",
    title_en="Measure word and noun",
    why="“名”“位”数人，“户”“家”数家庭和单位，混用会让读者弄不清数的是人还是户（10289名贫困户，是人数还是户数？）。",
    limits="按数字后面那个名词的最后一个词判断；名词很长或后面紧接动词时可能认错，认不准就不提。",
    level=Level.HINT,
    severity=Severity.LOW,
    flags=(
        "今年帮助[[10289名贫困户]]就业。",
        "全镇走访慰问[[320名困难家庭]]。",
        "防汛期间转移[[18辆渔船]]。",
    ),
    passes=(
        "今年帮助10289名贫困劳动力就业。",
        "选派80名企业职工参加培训。",
        "走访慰问320户困难家庭，发放物资。",
        "200名银行业务骨干下乡服务。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for sentence in relations.sentences:
        for number, claim in enumerate(sentence.claims) if Kind.COUNT in sentence.kinds else ():
            if claim.kind is not Kind.COUNT:
                continue
            for nouns, near, better in _clashes().get(claim.unit, ()):
                match = near.match(sentence.gaps[number + 1])
                noun = relations.contexts[claim.claim].noun if match and claim.claim in relations.contexts else ""
                if noun.endswith(nouns) and sentence.gaps[number + 1].startswith(noun):
                    message = f"“{claim.unit}”一般不用来数“{noun}”，请核对说的是什么数，或改用{better}。"
                    yield suspicious((Span(claim.start, claim.end + len(noun)),), message)
