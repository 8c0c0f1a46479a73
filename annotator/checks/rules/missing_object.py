"""A count of nothing: 可日产量 20 万个."""

import re
from collections.abc import Iterator

from annotator.checks.record import check, suspicious
from annotator.checks.relations import Relations
from annotator.model import Finding, Kind, Level, Severity, Span

_AMOUNT = re.compile(
    r"(?:^|[，。；：]|可|能|可以|能够|累计|合计|一共|总共|共)(?P<what>[日月年]?(?:产量|销量|产销量|供应量|出货量|交付量|产能)|[日月年]产)(?:约|近|超|为|达到?|是)*$"
)
_UNITS = frozenset(("个", "件", "只", "套", "张", "台", "支", "袋", "盒"))
_THING = re.compile(r"[\u4e00-\u9fff]{2}")


@check(
    title="数了数，没说数的是什么",
    title_en="Count without an object",
    why="“可日产量20万个”没有说是什么东西的产量，也常是“可日产口罩20万个”漏字所致。",
    limits="前面的句子已经交代过产品时会多提一句。",
    level=Level.HINT,
    severity=Severity.LOW,
    flags=(
        "三家公司累计[[可日产量20万个]]。",
        "扩建后[[能年产量8万套]]。",
        "两条线[[合计月产量1.2万件]]。",
        "复工后工厂[[可日产3万只]]。",
    ),
    passes=(
        "三家公司累计可日产口罩20万个。",
        "口罩日产量20万个。",
        "该厂生产防护服，日产量达2000件。",
        "扩建后年产量8万套家具。",
        "复工后工厂可日产3万只灯泡。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for sentence in relations.sentences:
        for number, claim in enumerate(sentence.claims) if Kind.COUNT in sentence.kinds else ():
            if claim.kind is not Kind.COUNT or claim.unit not in _UNITS:
                continue
            match = _AMOUNT.search(sentence.gaps[number])
            after = sentence.gaps[number + 1]
            if match is None or _THING.match(after) or match[0][0] in "日月年，。；：":
                continue
            yield suspicious(
                (Span(claim.start - len(match[0]), claim.end),), f"“{match['what']}{claim.text}”没有说是什么，请核对是否漏字。"
            )
