"""Shares that make up one whole: 优占32%、良占48%…, 男性占52%，女性占48%, 自筹占六成，其余四成为贷款."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import pairwise

from annotator.checks.relations.divisions import Division, division
from annotator.checks.relations.roles import aside
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import SHARE, Term
from annotator.lexicon import table
from annotator.model import Interval, Kind, Span

_NO_SHARE = re.compile("增长|下降|提高|上升|同比|环比|比上|(?<!比)较|率|其中|涨|跌|折|降低|回升|增幅|降幅|超过|利润(?!额?占)|[。！？]")
_OF = re.compile("占|持股|持有|出资|认缴")
_OUTSIDE = re.compile("占(?:全国|全省|全球|世界|国内|市场|同期|同类|行业|我国|中国)")
_CHOICE = re.compile("多选|可同时|同时有|不止一|兼有|交叉|重叠")
_BARE = re.compile("、|和|及|与|以及|，|；")
_TOLD = re.compile(r"(?:占比|比重|比例|占[^，。；]{0,10}?)(?:分别|依次|各)[为占是达]?$|(?:分别|依次|各)(?:[占为]|贡献)[^，。；]{0,10}$")
_DIVIDED = re.compile(
    r"(?:[两二三四五六七八九2-9])(?:个|名|位|家|方|人)\w{0,6}(?:分别|各)(?:继承|出资|认缴|持有|持股|承担|分得|获得|占有)\w{0,4}$"
)
_STRUCTURE = re.compile("结构|构成|分布|组成")
_BY = re.compile(r"按[^，。；]{1,6}[看分]|从[^，。；]{1,8}看|分[^，。；]{1,6}看")
_INVEST = re.compile(r"的?(?:比例|份额)(?:共同|分别|分|各自)?(?:出资|分担|分成|分配|承担|投入)")
_TOPIC = re.compile(r"(?:^|[，；。])(?P<topic>[^，。；、]{2,14}?)(?<![初高集其空途华心])(?:中|里|当中)，")
_PEOPLE = re.compile("(?:者|人|员|生|民|众|户|家|企业|公司|城市|青年|学校|家长|观众|读者|游客)$")
_REST = re.compile(r"(?:其余|其它|其他|余下|剩下|剩余)(?:的|为|约|占|则占|部分|[^，。；、0-9中]{0,6})?$")
_SIZE = re.compile("岁|以下|以上|以内|[0-9]+[—\\-～至到][0-9]+")
_MAIN = re.compile("主要|前[二三四五]|最[多高大]|等|未")
_ELSEWHERE = re.compile(r"[，；][^，；、]{2,10}(?<![初高集其空途华心适])[中里](?![学等央国小东西部型产年级职])")
_LONGEST = 30
_EXCESS = Fraction(15, 100)
"""How far wrong shares of one whole go beyond it at most; what goes further are answers of which several may be given."""


@dataclass(frozen=True, slots=True)
class Hundred:
    """A list of shares of one whole. `exclusive` says that none overlaps another, `complete` that nothing is left over."""

    shares: tuple[Term, ...]
    exclusive: bool
    complete: bool

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(share.span for share in self.shares)

    @property
    def total(self) -> Fraction:
        """The shares added up; 1 is the whole."""
        return sum((share.value for share in self.shares), Fraction(0))

    @property
    def slack(self) -> Fraction:
        """How far rounding may take the total from 1: half a last digit for each share, and a tenth of a percent."""
        return sum((_half(share.bounds) for share in self.shares), Fraction(1, 1000))

    @property
    def agrees(self) -> bool:
        return abs(self.total - 1) <= self.slack

    @property
    def exceeds(self) -> bool:
        """Do shares that cannot overlap add up to more than the whole?"""
        return self.exclusive and 1 + self.slack < self.total and (self.complete or self.total <= 1 + max(_EXCESS, 3 * self.slack))

    @property
    def lacks(self) -> bool:
        """Do shares that must be all there are leave something over?"""
        return self.complete and Fraction(4, 5) < self.total < 1 - self.slack


def _half(interval: Interval) -> Fraction:
    return Fraction(0) if interval.low is None or interval.high is None else (interval.high - interval.low) / 2


@cache
def _opposed() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(table('parts.toml')['opposed']['names'])})(?:为|达到?|是|仅)?$")


def opposed(sentences: Sequence[Sentence]) -> Iterator[Hundred]:
    """Rates of which two opponents share the whole (控球率), where a paragraph gives two."""
    paragraphs: dict[int, list[Term]] = {}
    for sentence in sentences:
        for number, claim in enumerate(sentence.claims) if _holds_shares(sentence) else ():
            if claim.dimension == SHARE and _opposed().search(sentence.gaps[number]):
                paragraphs.setdefault(sentence.paragraph, []).append(claim)
    for shares in paragraphs.values():
        if len(shares) == 2 and all(_is_share(share) for share in shares):
            yield Hundred(tuple(shares), exclusive=True, complete=True)


def hundreds(sentence: Sentence) -> Iterator[Hundred]:
    """The lists of shares in a sentence that may make up a whole."""
    first = 0
    while first < len(sentence.claims) and _holds_shares(sentence):
        run = _run(sentence, first) if _may_open(sentence, first) else []
        if len(run) >= 2 and not _CHOICE.search(sentence.text):
            yield from _judged(sentence, run)
        first = run[-1] + 1 if run else first + 1


def _holds_shares(sentence: Sentence) -> bool:
    return not sentence.kinds.isdisjoint((Kind.PERCENT, Kind.RATIO))


def _may_open(sentence: Sentence, number: int) -> bool:
    if not _is_share(sentence.claims[number]):
        return False
    words = re.split("[，；]", sentence.gaps[number])[-1]
    words = words if number else words.removeprefix("其中")  # of the sentence before
    return not _NO_SHARE.search(words.replace("比率", ""))


def _is_share(claim: Term) -> bool:
    return claim.dimension == SHARE and claim.is_plain and claim.unit not in ("折", "‰") and 0 < claim.value < 1


def _between(sentence: Sentence, one: int, other: int) -> str:
    """The words between two claims, other claims in them included."""
    return sentence.text[sentence.claims[one].end - sentence.start : sentence.claims[other].start - sentence.start]


def _run(sentence: Sentence, first: int) -> list[int]:
    """The shares that go on a list from a place on; a nested list or a change ends it, and a rest closes it."""
    run = [first]
    for number in range(first + 1, len(sentence.claims)):
        if sentence.claims[number].dimension != SHARE:
            if "其中" in sentence.gaps[number]:
                break
            continue
        words = _between(sentence, run[-1], number)
        if not _is_share(sentence.claims[number]) or len(words) > _LONGEST or aside(sentence, number) not in ("", "占"):
            break
        if _NO_SHARE.search(words) or _ELSEWHERE.search(words):
            break
        run.append(number)
        if _REST.search(words):
            break
    return run


def _judged(sentence: Sentence, run: Sequence[int]) -> Iterator[Hundred]:
    lead = sentence.text[: sentence.claims[run[0]].start - sentence.start][-40:]
    words = [lead, *(_between(sentence, one, other) for one, other in pairwise(run))]
    if any(_OUTSIDE.search(each) for each in words):
        return
    if len(run) > 2 and division([_label(each) for each in words[:2]]).complete:
        run, words = run[:2], words[:2]
    shares = tuple(sentence.claims[number] for number in run)
    rest = bool(_REST.search(words[-1]))
    found = division([_label(each) for each in words])
    bare = all(_BARE.fullmatch(each) for each in words[1:])
    each_of = all(_OF.search(each[-12:]) for each in words)
    listed = len(run) >= 3
    sized = listed and all(_SIZE.search(_label(each)) for each in words) and (each_of or _STRUCTURE.search(lead))
    if bare:
        after = sentence.gaps[run[-1] + 1]
        told = _TOLD.search(lead) or _INVEST.match(after) or _DIVIDED.search(lead)
        exclusive = bool(told) and listed
        complete = bool(_INVEST.match(after)) and listed
    else:
        exclusive = rest or (listed and bool(sized or (found.alike and each_of) or _is_divided(lead, each_of=each_of)))
        exclusive = exclusive or (found.complete and each_of)
        complete = rest or (found.complete and each_of) or (listed and exclusive and _says_all(sentence, run, words, found))
    hundred = Hundred(shares, exclusive, complete)
    if exclusive or (hundred.agrees and (listed or each_of)):
        yield hundred


def _is_divided(lead: str, *, each_of: bool) -> bool:
    """Do the words before a list say what is divided: a structure, or a sum and not people, who may be counted twice?"""
    topic = _TOPIC.search(lead)
    named = bool(topic and not _PEOPLE.search(topic["topic"]))
    return bool(_STRUCTURE.search(lead)) or (each_of and (named or bool(_BY.search(lead))))


def _says_all(sentence: Sentence, run: Sequence[int], words: Sequence[str], found: Division) -> bool:
    """Do the words say that nothing is left out: 按级别看 …, from 以下 to 以上, a pair without a third?"""
    if _MAIN.search(sentence.gaps[run[-1] + 1][:8]) or _MAIN.search(words[0]):
        return False
    listed = "".join(words)
    return (
        found.complete or bool(_BY.search(words[0])) or bool(re.search("以下|以内|(?<![0-9])0[—-]", listed) and re.search("以上", listed))
    )


def _label(words: str) -> str:
    """The name of a share: the words of its item before 占 and before any number in it; a size or an age is a name itself."""
    item = re.split("[，；。：]", re.sub(r"，?(?:则|各|共|均)?占[^，；。：]*$", "", words.lstrip("，；、和及与")))[-1].lstrip(
        "，；、和及与"
    )
    item = (re.split("、", item)[-1] or item).rstrip("的")
    named = re.match(r"[^0-9０-９□]*", item)
    return named[0] if named and named[0] else item
