"""Parts beside their whole: 5550家，其中899家; 863项事项中，821项…; 受理320件，办结311件."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from annotator.checks.relations.intervals import over
from annotator.checks.relations.roles import aside, label, tail
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import Term
from annotator.lexicon import alternatives, table
from annotator.model import Kind, Span

_OF_WHICH = re.compile(r"其中|包括|包含|^(?:当|當)中|(?:这些|上述|他们|她们|它们)\w{0,3}?(?:当中|之中|中|里头|里)，?")
_AMONG = re.compile(
    r"^(?P<noun>[^，。；：、□]{0,16}?)(?:(?<![初高集其空途华心年期])(?:当中|之中|里头|里面|中间|中|里)|(?<=..)(?<![拥占设共只还另现均各没配带])(?=已?有$))(?P<after>，?[^，。；：、]{0,16})$"
)
_OF_THESE = re.compile(r"^[^，。；、□]{0,12}，(?:其中)?[^，。；、□]{1,10}的(?:就|只|仅|已|却|倒|竟)?(?:有|达|多达)$")
_COMPARED = re.compile("比|较|上[年月周届]|去年|同期|前[年月]|往年")
_DONE = re.compile(r"^(?P<between>[^，。；]{0,14})，?(?:目前|现在|现|至今)?(?:已|已经|均已|现已)(?P<deed>[^，。；、]{0,10})$")
_HEADLESS = re.compile(
    r"(?:[^，。；]{0,14}的)?(?:已经?|就|只|仅|共|约|近|有|多达|达到?|为|超过|还|又|也|均|都|是|我们|按期|其中|年内|另)*\w{0,4}?(?:有|了|的|达)?$"
)
_MADE = re.compile("[新建设装种安添增购投]|各|每(?![天日周月年次])|平均|分别|涉及|带动|吸引|覆盖|服务|惠及")
_OTHER_TIME = re.compile(r"去年|上年|今年|本月|当月|累计|截至|□")
_ASIDE = re.compile(r"(?<=.)，|[对与被给向]")
_UNTIL = re.compile("，截[至止]□(?:为止)?")
_GROWN = re.compile("增|升|涨|超|达到|突破|扩|发展|变|减|降|到")
_BREAK = re.compile(r"[。！？]")
_KINDS = (Kind.COUNT, Kind.MONEY, Kind.MEASURE)
_GENERIC = frozenset("个項项处處条條次种批件")
"""Measure words of many things: two numbers with one of them count the same only where nothing says otherwise."""
_REACH = 3
_NOUN = 2
_ALL = re.compile("(?:现有|共有|总共|在册|登记|全[市县区省校院镇乡村厂])$")


@dataclass(frozen=True, slots=True)
class PartOf:
    """A part with its whole; `named` says that the text calls it a part (其中, 中) and does not leave it to be inferred (已…)."""

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
    opened, among = False, "中" in sentence.text or "里" in sentence.text
    for number, part in enumerate(sentence.claims):
        gap = sentence.gaps[number]
        if opened and ("；" in gap or _BREAK.search(gap)):
            opened = False
        if part.kind not in _KINDS or not part.dimension:
            continue
        if (among or "包" in gap) and (cue := _OF_WHICH.search(gap)) and len(gap) - cue.end() <= 16 and not _ASIDE.search(gap[cue.end() :]):
            opened = True
            yield from _of_which(sentence, number, before)
            yield from _later(sentence, number, before)
        elif number and (found := _among(sentence, number) or _paired(sentence, number) or _modified(sentence, number)):
            yield found
        elif not opened and number:
            yield from _done(sentence, number)


@cache
def _planned() -> re.Pattern[str]:
    return re.compile("|".join(table("parts.toml")["planned"]["words"]) + "|新增|当日|今日|昨日|本周|本月|增加|增长|剩余|去年|上年")


@cache
def _verbs() -> tuple[str, ...]:
    return tuple(table("parts.toml")["verbs"]["words"])


def _of_which(sentence: Sentence, number: int, before: Sentence | None) -> Iterator[PartOf]:
    whole = _whole(sentence, number, before)
    if whole is not None and whole.dimension and not _is_of_another(sentence, number, whole):
        named = not _OTHER_TIME.search(_OF_WHICH.split(sentence.leads[number])[-1])
        yield PartOf(sentence.claims[number], whole, named=named)


def _among(sentence: Sentence, number: int) -> PartOf | None:
    """863项事项中，821项…; 148名医护人员中，女性63名; 147处隐患里，整改到位的有139处."""
    part = sentence.claims[number]
    at = next((at for at in range(number - 1, max(-1, number - 3), -1) if sentence.claims[at].dimension == part.dimension), None)
    if at is None or sentence.claims[at].kind not in _KINDS or aside(sentence, number) not in ("", "占"):
        return None
    match, whole = _AMONG.match(sentence.between(at, number)), sentence.claims[at]
    if match is None:
        return None
    after = match["after"].lstrip("，")
    if _MADE.search(after) or (at and not sentence.gaps[at] and sentence.claims[at - 1].kind is Kind.COUNT):
        return None
    if part.unit in _GENERIC and not (_HEADLESS.fullmatch(after) and _same_noun(match["noun"], tail(sentence, number))):
        return None
    if after.endswith("有") and match["after"] == after and whole.unit != part.unit:
        return None
    return PartOf(part, whole, named=bool(_HEADLESS.fullmatch(after)) or part.unit not in _GENERIC)


def _modified(sentence: Sentence, number: int) -> PartOf | None:
    """Some of all: 现有专任教师3960人，…持有资格证的专任教师3820人. The part bears the noun of the whole and says which of them."""
    if "的" not in sentence.heads[number]:
        return None
    part, name = sentence.claims[number], label(sentence, number)
    which, mark, noun = name.rpartition("的")
    if not mark or len(noun) < _NOUN or len(which) < _NOUN or aside(sentence, number) or part.unit in _GENERIC:
        return None
    for at in range(number - 1, max(-1, number - 1 - _REACH), -1):
        whole, all_of_them = sentence.claims[at], label(sentence, at)
        if whole.unit == part.unit and whole.dimension == part.dimension and all_of_them.endswith(noun):
            return PartOf(part, whole, named=False) if _ALL.search(all_of_them[: -len(noun)]) else None
    return None


def _same_noun(noun: str, behind: str) -> bool:
    """May the words behind a part go on with the noun of the whole? A noun of its own there is something else that is counted."""
    words = behind.lstrip("的")
    return len(words) < 2 or words.startswith(_verbs()) or words[:2] in noun or noun[-2:] in words


def _is_of_another(sentence: Sentence, number: int, whole: Term) -> bool:
    """Does a part with a measure word of many things count something else than its whole (36个社区，其中48个网格)?"""
    part = sentence.claims[number]
    if part.unit not in _GENERIC or whole not in sentence.claims:
        return False
    at = sentence.claims.index(whole)
    return not _same_noun(label(sentence, at) + tail(sentence, at), tail(sentence, number))


@cache
def _pairs() -> tuple[tuple[re.Pattern[str], re.Pattern[str], tuple[str, ...]], ...]:
    return tuple((_ending(entry["whole"]), _ending(entry["part"]), tuple(entry.get("units", ()))) for entry in table("parts.toml")["pair"])


def _ending(words: list[str]) -> re.Pattern[str]:
    return re.compile(f"(?:{alternatives(words)})(?:了|的?[^，。；、]{{0,6}})?$")


def _paired(sentence: Sentence, number: int) -> PartOf | None:
    """What was done of what was asked, by the words of both: 受理…办结, 应到…实到, 射门…射正."""
    whole, part = sentence.claims[number - 1], sentence.claims[number]
    if whole.dimension != part.dimension or whole.unit != part.unit or "。" in sentence.gaps[number] or "；" in sentence.gaps[number]:
        return None
    one, other = label(sentence, number - 1), label(sentence, number)
    if aside(sentence, number - 1) or aside(sentence, number) or not one or not other:
        return None
    for first, second, units in _pairs():
        done = second.search(other) if first.search(one) and (not units or part.unit in units) else None
        if done and _same_subject(one, other[: done.start()]):
            return PartOf(part, whole, named=True)
    return None


def _same_subject(whole: str, before: str) -> bool:
    """Do the words before the part name nobody else? 客队射门9次，主队射正11次 are of two teams."""
    return not re.search("[队组班方县市区厂司校院店]$", before) or before in whole


def _later(sentence: Sentence, first: int, before: Sentence | None) -> Iterator[PartOf]:
    """What follows the first part in its clause chain, of other dimensions: 其中 70 个，总投资 394 亿元."""
    for number in range(first + 1, min(len(sentence.claims), first + 4)):
        claim, gap = sentence.claims[number], sentence.gaps[number]
        if _BREAK.search(gap) or "；" in gap or "、" in gap:
            return
        if claim.kind not in _KINDS or not claim.dimension:
            continue
        words = re.split("[，；]", gap)[-1]
        of = before if before and before.paragraph == sentence.paragraph else None
        whole = _labelled(sentence, first, of, words, claim.dimension)
        if whole is not None:
            yield PartOf(claim, whole, named=False)


def _labelled(sentence: Sentence, first: int, before: Sentence | None, words: str, kind: str) -> Term | None:
    """The earlier claim of a dimension with the very same words before it: 总投资 … 总投资."""
    if len(words) < 2:
        return None
    for where, count in ((sentence, first), (before, len(before.claims) if before else 0)):
        for number in range(count - 1, -1, -1):
            if where is not None and where.claims[number].dimension == kind and re.split("[，；]", where.gaps[number])[-1] == words:
                return where.claims[number]
    return None


def _whole(sentence: Sentence, number: int, before: Sentence | None) -> Term | None:
    """The nearest claim before 其中 that is measured alike and is no change or mean; over a full stop only with the same unit."""
    kind, unit = sentence.claims[number].dimension, sentence.claims[number].unit
    for at in range(number - 1, max(-1, number - 1 - _REACH), -1):
        if _BREAK.search(sentence.between(at, number)):
            return None
        claim = sentence.claims[at]
        if claim.dimension == kind and claim.kind in _KINDS and not _is_each(sentence, at):
            return claim
    if (
        number == 0
        and before is not None
        and before.paragraph == sentence.paragraph
        and sentence.gaps[0].lstrip("，").startswith(("其中", "当中", "當中"))
    ):
        alike = [claim for at, claim in enumerate(before.claims) if claim.unit == unit and not _is_each(before, at)]
        part = sentence.claims[number].value
        return next((claim for claim in alike if claim.value >= part), alike[0] if alike else None)
    return None


def _is_each(sentence: Sentence, number: int) -> bool:
    """Is a claim a change, a mean, or the size of each of several things (两台33万千瓦机组)?"""
    if number and not sentence.gaps[number] and sentence.claims[number - 1].kind is Kind.COUNT:
        return True
    return bool(aside(sentence, number))


def _done(sentence: Sentence, number: int) -> Iterator[PartOf]:
    """What is done of a number of things: 续建项目 132 个，已复工 129 个."""
    at = number - 2 if number >= 2 and sentence.claims[number - 1].kind is Kind.DATE else number - 1
    part, whole = sentence.claims[number], sentence.claims[at]
    if (
        whole.kind not in _KINDS
        or whole.dimension != part.dimension
        or whole.unit != part.unit
        or _planned().search(sentence.gaps[at][-16:])
    ):
        return
    gap = _UNTIL.sub("，", sentence.between(at, number))
    if number >= 2 and re.match(r"[^，。；]{0,12}[、和及与]", sentence.gaps[number - 1]):
        return
    plain = part.unit not in _GENERIC or not tail(sentence, number)
    if _OF_THESE.match(gap) and plain and not _COMPARED.search(gap) and "的" not in label(sentence, number - 1):
        yield PartOf(part, whole, named=False)
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
