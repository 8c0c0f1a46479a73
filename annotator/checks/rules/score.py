"""A final score against the scores of its quarters, halves or sets."""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from annotator.checks.record import check, consistent, contradiction
from annotator.checks.relations import Relations
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import Term
from annotator.model import Finding, Kind

Sides = tuple[int, int]
_PARTS = re.compile("节|局|盘|半场|上半时|下半时")
_SETS = re.compile("局|盘")
_RUN = re.compile(r"高潮|一波|连得|总比分|大比分|历史|交锋|领先时|一度|开局")
_HALVES = re.compile("半场|半时")


@check(
    title="总比分与各节、各局不符",
    title_en="Final score against its parts",
    why="篮球等按节计分的，各节相加应等于总比分；排球、羽毛球、乒乓球、网球按局计胜负的，赢下的局数应等于总比分。",
    limits="只在文中给齐各节或各局比分时核对；先写客队还是主队、哪一队领先写法不一，按能对上的一种算。加时赛没有写出时会看错。",
    flags=(
        "海鸥队以[[109比99]]取胜，四节比分为[[28比24]]、[[27比22]]、[[31比25]]、[[26比23]]。",
        "望川女排[[3比0]]力克岚浦女排，四局比分为[[25∶21]]、[[23∶25]]、[[25∶19]]、[[25∶17]]。",
        "决赛中她以[[2比1]]获胜，三局比分为[[21比15]]、[[21比18]]、[[21比19]]。",
    ),
    confirms=(
        "霁州队以[[98比91]]击败衡沙队，四节比分为[[22比25]]、[[27比20]]、[[24比26]]、[[25比20]]。",
        "男单决赛[[4比2]]结束，六局比分为[[11比8]]、[[9比11]]、[[11比6]]、[[11比9]]、[[7比11]]、[[11比5]]。",
    ),
    passes=(
        "主队3比1取胜，半场比分为1比0。",
        "灯塔队打出一波11比2的小高潮，最终以98比91取胜。",
        "前两局比分为25比21、25比19，第三局还在进行，暂时2比0领先。",
        "师生比为1∶25，男女比例为52∶48。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    paragraph = -1
    final: Term | None = None
    parts: list[Term] = []
    for sentence in relations.sentences:
        if sentence.paragraph != paragraph and (parts or sentence.paragraph > paragraph + 1):
            yield from _judged(final, parts)
            final, parts = None, []
        paragraph = sentence.paragraph
        for number, claim in enumerate(sentence.claims):
            if _sides(claim) is None or _RUN.search(sentence.clause(number)) or "高潮" in sentence.gaps[number + 1][:6]:
                continue
            if _is_part(sentence, number, parts):
                parts.append(claim)
            else:
                yield from _judged(final, parts)
                final, parts = claim, []
    yield from _judged(final, parts)


def _sides(claim: Term) -> Sides | None:
    match = re.fullmatch(r"([0-9]{1,3}):([0-9]{1,3})", claim.quantity.value) if claim.kind is Kind.SCORE else None
    return (int(match[1]), int(match[2])) if match else None


def _is_part(sentence: Sentence, number: int, parts: Sequence[Term]) -> bool:
    """Is this the score of a quarter, half or set? It says so, or stands in a list of them."""
    if number and parts and sentence.claims[number - 1] is parts[-1] and re.fullmatch(r"[、，和与及\s]{1,2}", sentence.gaps[number]):
        return True
    before = sentence.text[: sentence.claims[number].start - sentence.start]
    return bool(_PARTS.search("".join(re.split("[，；。]", before)[-3:])))


def _judged(final: Term | None, parts: Sequence[Term]) -> Iterator[Finding]:
    whole = _sides(final) if final else None
    scores = [sides for part in parts if (sides := _sides(part)) is not None]
    if final is None or whole is None or len(scores) < 2:
        return
    spans = (final.span, *(part.span for part in parts))
    shown = "、".join(f"{a}比{b}" for a, b in scores)
    if max(whole) <= 5 and min(map(max, scores)) >= 5:
        won = sum(a > b for a, b in scores)
        made = (won, len(scores) - won)
        if sum(whole) > len(scores):
            return
        agrees, result = made in (whole, whole[::-1]), f"{made[0]}比{made[1]}"
        text = f"各局胜负算得 {result}"
    elif len(scores) in (2, 4, 5) and 2 * max(whole) > 3 * max(map(max, scores)):
        agrees = any(_added(scores, flips) in (whole, whole[::-1]) for flips in product((False, True), repeat=len(scores)))
        total = _added(scores, [False] * len(scores))
        result = f"{total[0]}比{total[1]}"
        text = f"各节相加得 {result}"
    else:
        return
    if agrees:
        yield consistent(spans, f"{shown}，与总比分 {final.text} 相符。", formula=shown, computed=final.text)
    else:
        yield contradiction(spans, f"{text}，与总比分 {final.text} 不能同时成立。", formula=shown, computed=result)


def _added(scores: Sequence[Sides], flips: Sequence[bool]) -> Sides:
    turned = [(b, a) if flip else (a, b) for (a, b), flip in zip(scores, flips, strict=True)]
    return sum(a for a, _ in turned), sum(b for _, b in turned)
