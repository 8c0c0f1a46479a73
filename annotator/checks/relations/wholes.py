"""Parts beside their whole without a stated share: 5550 家，其中规模以上 899 家."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.checks.relations.intervals import over
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import Term
from annotator.model import Kind, Span

_OF_WHICH = re.compile(r"其中")
_DONE = re.compile(r"^(?P<between>[^，。；]{0,14})，?(?:目前|现在|现|至今)?(?:已|已经|均已|现已)(?P<deed>[^，。；、]{0,10})$")
_DONE_AFTER = re.compile(r"^[^，。；、]{0,10}(?:已|全部|获|办结|完成|竣工|解决|整改)")
_PLANNED = re.compile(r"计划|目标|任务|拟|预计|年初|应|力争|新增|当日|今日|昨日|本周|本月|增加|增长|需|准备|剩余|去年|上年")
_OTHER_TIME = re.compile(r"去年|上年|今年|本月|当月|累计|截至|□")
_ASIDE = re.compile(r"(?<=.)，|[对与被给向]")
_GROWN = re.compile("增|升|涨|超|达到|突破|扩|发展|变|减|降|到")
_BREAK = re.compile(r"[。！？]")
_KINDS = (Kind.COUNT, Kind.MONEY, Kind.MEASURE)
_REACH = 3


@dataclass(frozen=True, slots=True)
class PartOf:
    """A part with its whole; `named` says that the text calls it a part (其中) and does not leave it to be inferred (已…)."""

    part: Term
    whole: Term
    named: bool

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(sorted((self.part.span, self.whole.span)))

    @property
    def exceeds(self) -> bool:
        """Is the part certainly larger than the whole?"""
        quotient = over(self.part.bounds, self.whole.bounds)
        return quotient is not None and quotient.low is not None and quotient.low > 1

    @property
    def holds(self) -> bool:
        """Is the part certainly no larger?"""
        quotient = over(self.part.bounds, self.whole.bounds)
        return quotient is not None and quotient.high is not None and quotient.high <= 1


def parts_of(sentence: Sentence, before: Sentence | None) -> Iterator[PartOf]:
    """The parts a sentence sets beside their wholes."""
    opened = False
    for number, part in enumerate(sentence.claims):
        gap = sentence.gaps[number]
        if _BREAK.search(gap) or "；" in gap:
            opened = False
        if part.kind not in _KINDS or not part.dimension:
            continue
        if (cue := _OF_WHICH.search(gap)) and len(gap) - cue.end() <= 16 and not _ASIDE.search(gap[cue.end() :]):
            opened = True
            start = _whole(sentence, number, before)
            yield from _of_which(sentence, number, start)
            yield from _later(sentence, number, before)
        elif not opened and number:
            yield from _done(sentence, number)


def _of_which(sentence: Sentence, number: int, whole: Term | None) -> Iterator[PartOf]:
    if whole is not None:
        yield PartOf(sentence.claims[number], whole, named=not _OTHER_TIME.search(sentence.leads[number].rpartition("其中")[2]))


def _later(sentence: Sentence, first: int, before: Sentence | None) -> Iterator[PartOf]:
    """What follows the first part in its clause chain, of other dimensions: 其中 70 个，总投资 394 亿元."""
    done = {sentence.claims[first].dimension}
    for number in range(first + 1, min(len(sentence.claims), first + 4)):
        claim, gap = sentence.claims[number], sentence.gaps[number]
        if _BREAK.search(gap) or "；" in gap or "、" in gap:
            return
        if claim.kind not in _KINDS or not claim.dimension:
            continue
        label = re.split("[，；]", gap)[-1]
        source = sentence.claims[:first] if before is None else (*before.claims, *sentence.claims[:first])
        of = before if before and before.paragraph == sentence.paragraph else None
        whole = _labelled(sentence, first, of, label, claim.dimension)
        if whole is not None and whole in source:
            yield PartOf(claim, whole, named=False)
        done.add(claim.dimension)


def _labelled(sentence: Sentence, first: int, before: Sentence | None, label: str, kind: str) -> Term | None:
    """The earlier claim of a dimension with the very same label before it: 总投资 … 总投资."""
    if len(label) < 2:
        return None
    for where, count in ((sentence, first), (before, len(before.claims) if before else 0)):
        for number in range(count - 1, -1, -1):
            if where is not None and where.claims[number].dimension == kind and re.split("[，；]", where.gaps[number])[-1] == label:
                return where.claims[number]
    return None


def _whole(sentence: Sentence, number: int, before: Sentence | None) -> Term | None:
    """The nearest claim before 其中 that is measured alike and is no change or mean; over a full stop only with the same unit."""
    kind, unit = sentence.claims[number].dimension, sentence.claims[number].unit
    for at in range(number - 1, max(-1, number - 1 - _REACH), -1):
        if _BREAK.search(sentence.between(at, number)):
            return None
        claim = sentence.claims[at]
        if claim.dimension == kind and claim.kind in _KINDS and not _is_aside(sentence, at):
            return claim
    if number == 0 and before is not None and before.paragraph == sentence.paragraph and sentence.gaps[0].lstrip("，").startswith("其中"):
        for at in range(len(before.claims)):
            if before.claims[at].unit == unit and not _is_aside(before, at):
                return before.claims[at]
    return None


def _is_aside(sentence: Sentence, number: int) -> bool:
    """Is a claim a change, a mean, or the size of each of several things (两台33万千瓦机组)?"""
    if number and not sentence.gaps[number] and sentence.claims[number - 1].kind is Kind.COUNT:
        return True
    return bool(re.search("增长|增加|下降|减少|平均|均|每|同比|比|较|最", sentence.clause(number)[-8:]))


def _done(sentence: Sentence, number: int) -> Iterator[PartOf]:
    """What is done of a number of things: 受理 3206 件，办结 3150 件; 续建项目 132 个，已复工 129 个."""
    part, whole = sentence.claims[number], sentence.claims[number - 1]
    if (
        whole.kind not in _KINDS
        or whole.dimension != part.dimension
        or whole.unit != part.unit
        or whole.quantity.unit != part.quantity.unit
        or _PLANNED.search(sentence.gaps[number - 1][-16:])
    ):
        return
    gap = sentence.gaps[number]
    if number >= 2 and re.match(r"[^，。；]{0,12}[、和及与]", sentence.gaps[number - 1]):
        return
    match = _DONE.fullmatch(gap)
    if match and not _OTHER_TIME.search(gap) and not _GROWN.search(gap):
        yield PartOf(part, whole, named=False)
        return
    after = re.split("[，；。]", sentence.gaps[number + 1])[0]
    same = bool(after) and re.split("[，；。]", gap)[0][:2] == after[:2]
    done = "已" in gap and "已" in after and re.fullmatch(r"[^，。；]{0,16}，[^，。；]{0,3}", gap)
    if same and done and part.value < whole.value:
        yield PartOf(part, whole, named=False)
