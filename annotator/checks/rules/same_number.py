"""The same figure twice in one sentence, for two different things."""

from collections.abc import Iterator

from annotator.checks.record import check, suspicious
from annotator.checks.relations import Relations
from annotator.checks.relations.terms import Term
from annotator.model import Finding, Kind, Level, Severity

_KINDS = (Kind.COUNT, Kind.MONEY, Kind.MEASURE)


@check(
    title="同一句里两样东西数字相同",
    title_en="Same figure for two things",
    why="一句话里两个不同的量用了同一个数（192个项目、投资192亿元），可能是巧合，也可能是抄串了行，值得看一眼。",
    limits="本来就一一对应的数（126个村、126名书记）会多提一句；三位以下和整百整千的数不提。",
    level=Level.HINT,
    severity=Severity.LOW,
    flags=(
        "全市计划实施重点项目[[192个]]，年度计划投资[[192亿元]]。",
        "新线全长[[36.4公里]]，概算总投资[[36.4亿元]]。",
        "该站配备机组[[128台]]，职工[[128名]]。",
    ),
    passes=(
        "全市计划实施重点项目192个，年度计划投资213亿元。",
        "发放消费券500万元，带动消费500万人次。",
        "全年立案87起，办结87起。",
        "2023年，全市新增就业2023人。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for sentence in relations.sentences:
        seen: dict[str, Term] = {}
        for claim in sentence.claims if len(sentence.claims) > 1 else ():
            digits = _digits(claim)
            if len(digits) < 3:
                continue
            other = seen.setdefault(digits, claim)
            if other is not claim and other.dimension != claim.dimension:
                yield suspicious((other.span, claim.span), f"{other.text}和{claim.text}数字相同，说的是两样东西，请核对是否抄串。")


def _digits(claim: Term) -> str:
    return claim.written.replace(".", "").strip("0") if claim.kind in _KINDS and claim.is_plain else ""
