"""Two and more sides: 3比1, 109∶99, 1∶25, 8.7∶41.7∶51.6, 4胜1负."""

import re

from annotator.claims.draft import Draft
from annotator.claims.members import EXACT, RATIO, SCORE
from annotator.claims.numerals import number_at
from annotator.claims.plain import Line
from annotator.claims.quantities import hedge_after, hedge_before
from annotator.lexicon import Lexicon, table

_WORDS = table("ranks.toml")
_SCORE = re.compile("|".join(_WORDS["score"]["words"]))
_RATIO = re.compile("|".join(_WORDS["ratio"]["words"]))
_TIME = re.compile("[时时日号点]|上午|下午|晚|凌晨|早|开赛|开球|开始|举行|时间")
_SIDE = "[0-9]{1,7}(?:\\.[0-9]{1,6})?|[零〇一二两三四五六七八九十]{1,3}"
_SIDES = re.compile(f"({_SIDE}) ?([比∶:]) ?({_SIDE})(?: ?\\2 ?({_SIDE}))?(?![0-9.%])")
_DASHED = re.compile("([0-9]{1,3})-([0-9]{1,3})(?![0-9.%-])")
_RECORD = re.compile(f"({_SIDE})胜(?:({_SIDE})平)?({_SIDE})[负败]")
_DEPARTURES = ("开出", "开行", "开船", "发车", "起飞", "出发", "抵达", "到达", "开播", "播出", "开门", "关门", "开场", "开售", "截止")
_CLOCK = re.compile("([01]?[0-9]|2[0-4]):[0-5][0-9]$")


def sides_at(line: Line, at: int, lexicon: Lexicon) -> Draft | None:
    """The score or colon ratio that begins at a numeral; a clock time is none."""
    text = line.text
    record = _RECORD.match(text, at)
    if record is not None:
        sides = [_plain(side, lexicon) for side in record.groups() if side]
        return Draft(at, record.end(), SCORE, ":".join(sides), minor=True)
    match = _SIDES.match(text, at)
    if match is None:
        return _dashed(text, at, lexicon)
    mark = match[2]
    sides = [_plain(side, lexicon) for side in (match[1], match[3], match[4]) if side]
    if "" in sides:
        return None
    is_ratio = _RATIO.search(text, max(0, at - 10), min(len(text), match.end() + 6)) is not None
    is_score = not is_ratio and _is_score(text, match)
    if mark == ":" and match[4] is None and _CLOCK.match(match[0].replace(" ", "")) and not is_score and not is_ratio:
        return None
    kind = SCORE if is_score and match[4] is None else RATIO
    start, hedge = hedge_before(text, at, lexicon) if kind is RATIO else (at, None)
    end, after = hedge_after(text, match.end(), lexicon) if kind is RATIO else (match.end(), None)
    return Draft(start, end, kind, ":".join(sides), hedge=hedge or after or EXACT)


def _dashed(text: str, at: int, lexicon: Lexicon) -> Draft | None:
    """2-11 where the sentence speaks of a game, and no unit follows."""
    match = _DASHED.match(text, at)
    unit = None if match is None else lexicon.unit_at(text, match.end())
    if match is None or (unit is not None and not unit.noun):
        return None
    if _SCORE.search(text, max(0, at - 60), min(len(text), match.end() + 20)) is None:
        return None
    return Draft(at, match.end(), SCORE, f"{int(match[1])}:{int(match[2])}")


def _plain(side: str, lexicon: Lexicon) -> str:
    if side[0].isdigit():
        return side
    number = number_at(side, 0, lexicon)
    return "" if number is None or number.end != len(side) else str(number.low)


def _is_score(text: str, match: re.Match[str]) -> bool:
    """Do the words of the sentence speak of a game?"""
    start, end = match.span()
    if match[2] == ":" and _CLOCK.match(match[0]) and _TIME.search(text, max(0, start - 6), start):
        return False
    if match[2] == ":" and _CLOCK.match(match[0]) and text.startswith(_DEPARTURES, end):
        return False
    return match[2] == "比" or _SCORE.search(text, max(0, start - 200), min(len(text), end + 200)) is not None
