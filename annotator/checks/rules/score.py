"""A final score against the scores of its quarters, halves or sets."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from annotator.checks.record import check, consistent, contradiction
from annotator.checks.relations import Relations
from annotator.checks.relations.games import Game, Record, Sides, games, records, sides, tallies, throws
from annotator.model import Finding


@check(
    title="总比分与各节、各局不符",
    title_en="Final score against its parts",
    why="篮球等按节计分的，各节相加应等于总比分；排球、羽毛球、乒乓球、网球按局计胜负的，赢下的局数应等于总比分。足球胜平负的场次应等于总场次，积分按胜3平1算。投篮命中的不会多于出手的。",
    limits="只在文中给齐各节或各局比分时核对；先写客队还是主队、哪一队领先写法不一，按能对上的一种算。加时赛没有写出时会看错。",
    flags=(
        "海鸥队以[[109比99]]取胜，四节比分为[[28比24]]、[[27比22]]、[[31比25]]、[[26比23]]。",
        "望川女排[[3比0]]力克岚浦女排，四局比分为[[25∶21]]、[[23∶25]]、[[25∶19]]、[[25∶17]]。",
        "外线[[5投]][[6中]]，全队手感火热。",
        "球队[[6胜2平1负]]，积[[22分]]，排名第二。",
        "上半场[[31比28]]，下半场[[25比30]]，主队最终以[[57比58]]告负。",
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
    for game in games(relations.sentences):
        if (finding := _judged(game)) is not None:
            yield finding
    for record in records(relations.sentences, relations.claims):
        if (finding := _recorded(record)) is not None:
            yield finding
    for parts, whole in tallies(relations.sentences):
        added = sum(part.value for part in parts)
        if added != whole.value:
            spans = (*(part.span for part in parts), whole.span)
            formula = " + ".join(part.text for part in parts)
            yield contradiction(spans, f"各节相加得 {added} 分，与 {whole.text} 不能同时成立。", formula=formula, computed=f"{added}分")
    for tried, hit in throws(relations.sentences):
        if hit.value > tried.value:
            yield contradiction(
                (tried.span, hit.span), f"命中的（{hit.text}）不能比出手的（{tried.text}）多。", formula=f"{hit.text} > {tried.text}"
            )


def _judged(game: Game) -> Finding | None:
    whole = sides(game.final)
    scores = [score for part in game.parts if (score := sides(part)) is not None]
    if whole is None:
        return None
    shown = "、".join(f"{a}比{b}" for a, b in scores)
    if game.kind == "half":
        return _half(game, scores[0], whole)
    sets = max(whole) <= 5 and min(map(max, scores)) >= 5
    if sets and game.kind == "parts":
        won = sum(a > b for a, b in scores)
        made = (won, len(scores) - won)
        if sum(whole) > len(scores) and not (game.declared and len(scores) >= 2):
            return None
        agrees, result = made in (whole, whole[::-1]), f"{made[0]}比{made[1]}"
        text = f"各局胜负算得 {result}"
    elif game.kind in ("legs", "points") or (
        (len(scores) in (2, 4, 5) or (len(scores) == 3 and game.periods))
        and 2 * max(whole) > max(map(max, scores))
        and _parts_fit(scores, whole)
    ):
        added = [_added(scores, flips) for flips in product((False, True), repeat=len(scores))]
        agrees = any(total in (whole, whole[::-1]) for total in added)
        result = f"{added[0][0]}比{added[0][1]}"
        text = f"各节相加得 {result}"
    else:
        return None
    if game.periods and not agrees and _run_on(scores, whole):
        return None
    if agrees:
        return consistent(game.spans, f"{shown}，与总比分 {game.final.text} 相符。", formula=shown, computed=game.final.text)
    return contradiction(game.spans, f"{text}，与总比分 {game.final.text} 不能同时成立。", formula=shown, computed=result)


def _run_on(scores: Sequence[Sides], whole: Sides) -> bool:
    """May these be scores as the game goes on, each with the ones before it?"""
    return all(a <= c and b <= d for (a, b), (c, d) in pairwise((*scores, whole)))


def _parts_fit(scores: Sequence[Sides], whole: Sides) -> bool:
    """Are these the parts of this game: of its size, and no set scores beside sets won?"""
    return min(map(max, scores)) < 5 or 2 * max(whole) > 3 * max(map(max, scores))


def _half(game: Game, half: Sides, whole: Sides) -> Finding | None:
    """Nobody has fewer goals at the end than at half-time."""
    if any(one <= whole[0] and other <= whole[1] for one, other in (half, half[::-1])):
        return None
    return contradiction(
        game.spans, f"半场 {half[0]}比{half[1]}，终场不可能是 {game.final.text}。", formula=f"{half[0]}:{half[1]} > {whole[0]}:{whole[1]}"
    )


def _recorded(record: Record) -> Finding | None:
    told, expected = record.told.value / record.told.factor, record.expected
    points = record.told.unit == "分"
    shown = f"{record.record.text}共 {expected} {'分' if points else '场'}"
    if told == expected:
        return consistent(record.spans, f"{shown}，与“{record.told.text}”相符。", computed=str(expected))
    if record.at_most and told > expected:
        return None
    rule = "（胜3分、平1分）" if points else ""
    return contradiction(record.spans, f"{shown}{rule}，与“{record.told.text}”不能同时成立。", computed=str(expected))


def _added(scores: Sequence[Sides], flips: Sequence[bool]) -> Sides:
    turned = [(b, a) if flip else (a, b) for (a, b), flip in zip(scores, flips, strict=True)]
    return sum(a for a, _ in turned), sum(b for _, b in turned)
