"""What happened at a moment, as a stage in an order of time: a building is begun before it is finished."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotator.checks.relations.moments import Dated, Moment
from annotator.checks.relations.sentence import HOLE, Sentence
from annotator.lexicon import alternatives, table

_ROWS: dict[str, list[tuple[str, int]]] = {}
for _name, _row in table("spells.toml")["stages"].items():
    for _order, _words in enumerate(_row):
        for _word in _words.split():
            _ROWS.setdefault(_word, []).append((_name, _order))
_ANY = alternatives(map(re.escape, _ROWS))
_HAPPENS = re.compile(rf"^，?[^，。；：（{HOLE}]{{0,8}}?(?P<stage>{_ANY})(?!的(?![他她]))")
_LABEL = re.compile(
    rf"(?P<stage>{_ANY})(?:[^，。；：{HOLE}]{{0,4}}?(?:时间|日期|日)?(?P<label>[：为是]+)|(?P<titled>时间|日期)|于|(?<=于))$"
)
_FOLLOWS = re.compile(
    "[^，。；（]{0,14}(?:[，；]|（[^（）]{0,12}），?)?"
    "(?:并|又|后|则|才|已|预计|计划|将|拟|至|到|直至|直到|于|在|随后|此后|之后|同年|当年|次年|终于|最终|自|他|她|全线|卒于|上午|下午|晚|凌晨|清晨|早上|傍晚|中午|深夜|当天|当日|当晚|次日|翌日|该\\w{1,3}|经[^，。；]{1,8}，?)*"
)

_ADVERBS = re.compile("[，、\\s]|全线|正式|顺利|如期|终于|才|已|全部|全面|最终|成功|圆满|主体|提前|上午|下午|晚|凌晨")
_ONCE = ("life", "building", "film", "court", "span", "launch")
_LIFE = ("study", "service")
_AT_BIRTH = re.compile("(?:于[^，。；]{1,8})?，")
_DIRECT = re.compile("(?:才|就|便|已|正式|份|月|，|许|注册|宣告)*")
_GENERIC = re.compile(
    "建设|兴建|施工|投产|投用|使用|运营|启用|验收|通车|仪式|完成|了|并|正式|后|前|时|当地|学校|大学|医院|返回|回到|回国|回家"
)


@dataclass(frozen=True, slots=True)
class Stage:
    """A moment with the claim number it ends at, what happened then, and the words up to the next moment that are not yet spent."""

    number: int
    moment: Moment
    places: tuple[tuple[str, int], ...]
    rest: str
    labelled: bool = False
    direct: bool = False  # nothing but 才, 正式 and the like between the moment and the word
    subject: str = ""  # what else stands there


def stages(sentence: Sentence, found: Sequence[Dated]) -> Iterator[Stage | None]:
    """The stage of each moment of a sentence; None where it is a range or nothing is said of it."""
    for number, moment, end in found:
        after = sentence.gaps[number + 1]
        first = number - len(moment.claims) + 1
        if end is not None:
            yield None
        elif label := _LABEL.search(sentence.gaps[first]):
            yield Stage(number, moment, tuple(_ROWS[label["stage"]]), after, labelled=(label["label"] or label["titled"]) is not None)
        elif happens := _HAPPENS.search(after):
            lead, rest = after[: happens.start("stage")], after[happens.end() :]
            direct = _DIRECT.fullmatch(lead) is not None
            yield Stage(number, moment, tuple(_ROWS[happens["stage"]]), rest, direct=direct, subject=_ADVERBS.sub("", lead))
        else:
            yield None


def is_later(first: Stage, second: Stage) -> bool:
    """Does the second come after the first in some order of time?"""
    return any(row == other and one < two for row, one in first.places for other, two in second.places)


def in_order(first: Stage, second: Stage) -> bool:
    """Is the second the later stage of the same thing, with no new subject in between?"""
    if not is_later(first, second):
        return False
    if first.labelled or second.labelled:
        return first.labelled and second.labelled
    one, other = _object(first), _object(second)
    if one and other and one not in other and other not in one:
        return False  # 开工建设一号桥，建成二号桥
    begin = second.number - len(second.moment.claims) + 1
    return begin == first.number + 1 and _FOLLOWS.fullmatch(first.rest) is not None


def against_order(first: Stage, second: Stage) -> bool:
    """Is the second the earlier stage of the same thing, of which there is one only: 2015年注销，2016年才成立?"""
    if not any(row == other and row in _ONCE and one > two for row, one in first.places for other, two in second.places):
        return False
    begin = second.number - len(second.moment.claims) + 1
    near = begin == first.number + 1 and _FOLLOWS.fullmatch(first.rest) is not None
    return (
        near and first.direct and second.direct and not _object(first) and not _object(second) and not (first.labelled or second.labelled)
    )


def _object(stage: Stage) -> str:
    """What the words behind a stage name, beyond its own."""
    return _GENERIC.sub("", re.split("[，。；（、]", stage.rest)[0])


def _born_after(first: Stage, second: Stage) -> bool:
    """Did somebody do something before being born: 1935年出生于湖州，1932年考入…?"""
    born = ("life", 0) in first.places and second.direct and any(row in _LIFE for row, _ in second.places)
    return born and second.number == first.number + len(second.moment.claims) and _AT_BIRTH.fullmatch(first.rest) is not None


def sequences(dated: Sequence[tuple[Sentence, Sequence[Dated]]]) -> Iterator[tuple[Moment, Moment]]:
    """Pairs of moments of one thing, told as an earlier and a later stage; labelled ones may stand on lines of their own."""
    last: Stage | None = None
    for sentence, found in dated:
        told = [stage for stage in stages(sentence, found) if stage is not None]
        for first, second in pairwise(told):
            if in_order(first, second) or _born_after(first, second):
                yield first.moment, second.moment
            elif against_order(first, second):
                yield second.moment, first.moment
        if last and told and last.labelled and told[0].labelled and in_order(last, told[0]):
            yield last.moment, told[0].moment
        last = told[-1] if told else last
