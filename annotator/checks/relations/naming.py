"""What a mention of a quantity says of the thing it counts: its name, its scope, whether it is all there is."""

import re
from dataclasses import dataclass
from functools import cache

from annotator.checks.relations.kept import kept
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import Term
from annotator.lexicon import alternatives, table

_WIDE = 12
_MARK = re.compile(r"[，；：。！？、（）□]")
_QUOTE = re.compile("[“”‘’「」『』《》]")
_EACH = re.compile(r"为?每[\u4e00-\u9fff]{1,2}$")
_HAN = re.compile(r"[\u4e00-\u9fff]+$")
_RIGHT = re.compile(r"[\u4e00-\u9fff]+")
_COPULA = re.compile(r"(?:为|达到?|约|是|近|共|总计|超|高达|仅|有)+$")
_QUOTED = re.compile("“[^”]*”|《[^》]*》")
_POINTING = frozenset("这述批那")
_AMONG = re.compile(r"的?\w{0,8}?(?:中|里)(?:，|的|有|已|又|仅|只|$)")
_BATCH = re.compile("首|第|[一二三四五六七八九十][号期批]")
_ORDINAL = re.compile("第[一二三四五六七八九十0-9]+|[一二三四五六七八九十][号期批]")


@dataclass(frozen=True, slots=True)
class _Words:
    apart: re.Pattern[str]
    scope: re.Pattern[str]
    generic: re.Pattern[str]
    all: re.Pattern[str]
    this: re.Pattern[str]
    exists: re.Pattern[str]
    side: re.Pattern[str]
    whole: re.Pattern[str]
    alike: tuple[re.Pattern[str], dict[str, int]]


@cache
def words() -> _Words:
    """The lexicon's words as patterns, the longest first."""
    read = table("mentions.toml")

    def any_of(name: str) -> str:
        return alternatives(read[name]["words"])

    alike = {word: number for number, group in enumerate(read["alike"]["words"]) for word in group.split()}
    return _Words(
        alike=(re.compile("|".join(alike)), alike),
        apart=re.compile(any_of("apart")),
        scope=re.compile(any_of("scope")),
        generic=re.compile(any_of("generic")),
        all=re.compile(any_of("all")),
        this=re.compile(rf"(?:{any_of('this')})\w?[{read['sides']['words']}]?$"),
        exists=re.compile(rf"(?:{any_of('exists')})$"),
        side=re.compile(f"(?P<side>[{read['sides']['words']}])的?(?P<noun>.+)"),
        whole=re.compile(f"(?:{'|'.join(read['sides']['nouns'])})$"),
    )


@dataclass(frozen=True)
class Mention:
    """A plain claim in its sentence, with what the clause says around it."""

    term: Term
    sentence: Sentence
    number: int

    @kept
    def before(self) -> str:
        """The words of the clause right before the claim, back to the last mark or claim."""
        words = _QUOTE.sub("", _MARK.split(self.sentence.gaps[self.number])[-1])[-_WIDE * 2 :]
        return _EACH.sub("", words) if "每" in words else words

    @kept
    def after(self) -> str:
        """The words right behind the claim up to the next mark or claim."""
        return _QUOTE.sub("", _MARK.split(self.sentence.gaps[self.number + 1], maxsplit=1)[0])[: _WIDE * 2]

    @kept
    def left(self) -> str:
        """The name that may end right before the claim: 自来水普及率 of 自来水普及率达到93.5%."""
        bare = _COPULA.sub("", self.before)
        found = _HAN.search(bare or self.before)
        return found[0][-_WIDE:] if found else ""

    @kept
    def right(self) -> str:
        """The name that may begin right behind the claim: 自来水普及率在全市 of 95.3%的自来水普及率在全市."""
        found = _RIGHT.match(self.after.removeprefix("的"))
        return found[0][:_WIDE] if found else ""

    @kept
    def digits(self) -> int:
        """How many significant digits the figure has."""
        return len(self.term.figures.strip("0"))

    @kept
    def size(self) -> float:
        """The value in the base unit, near enough to tell figures apart."""
        return float(self.term.number or 0) * float(self.term.factor)

    @kept
    def step(self) -> float:
        """The size of the last stated digit."""
        return float(self.term.quantity.step or 0) * float(self.term.factor)

    @kept
    def beside(self) -> frozenset[str]:
        """The characters beside the claim: what has none of them has no name in common."""
        return frozenset(self.sentence.gaps[self.number][-10:] + self.sentence.gaps[self.number + 1][:10])

    @kept
    def keys(self) -> frozenset[str]:
        """The pairs of characters beside the claim by which mentions of one thing find each other."""
        ends = self.left[-6:], self.right[:6]
        return frozenset([words[at : at + 2] for words in ends for at in range(len(words) - 1)])

    @kept
    def is_apart(self) -> bool:
        """A part, a mean, a limit or a change?"""
        return bool(words().apart.search(self.before) or words().apart.match(self.after))

    @kept
    def scope(self) -> frozenset[str]:
        """The words of time, plan and batch before the claim and right behind it."""
        clause = _QUOTED.sub("", self.sentence.before(self.number)) + "□" + self.after[:3]
        times = words().scope.findall(clause + "□" + self.sentence.gaps[self.number])
        return frozenset((*times, *_ORDINAL.findall(clause)))

    @kept
    def dates(self) -> frozenset[str]:
        """The dates of the sentence before the claim."""
        return frozenset(term.quantity.value for term in self.sentence.claims[: self.number] if not term.dimension)

    @kept
    def is_all(self) -> bool:
        """Is it said of all of them: 14座车站全部联网, 312万人次游客中?"""
        rest = self.sentence.gaps[self.number + 1]
        return bool(_AMONG.match(rest) or words().all.search(_MARK.split(rest)[0]))

    @kept
    def time(self) -> frozenset[str]:
        """The words of its scope that are no batch."""
        return frozenset(word for word in self.scope if not _BATCH.match(word))

    @kept
    def is_known(self) -> bool:
        """Is it pointed back to: 这183家, 该批120吨?"""
        gap = self.sentence.gaps[self.number]
        return not _POINTING.isdisjoint(gap[-4:]) and bool(words().this.search(self.before))

    def owner(self, name: str) -> str:
        """The words of the clause before the name, without those that say nothing of whose it is."""
        head = self.sentence.before(self.number).rpartition("，")[2].replace("□", "")
        if name and name in head:
            head = head[: head.rindex(name)]
        return words().generic.sub("", words().scope.sub("", _QUOTE.sub("", _MARK.sub("", head))))[-_WIDE:]


def are_one_owner(one: str, other: str) -> bool:
    """Do two owners name one thing: 新校区, 校区建设; but not 甲项目, 乙项目? Where one says nothing, nothing contradicts."""
    if not one or not other or one in other or other in one:
        return True
    end = len(_suffix(one, other))
    return not end and any(one[at : at + 2] in other for at in range(len(one) - 1))


def shared_name(one: Mention, other: Mention) -> str:
    """The longest name that stands right beside both claims, before or behind them; "" where there is none."""
    found = [
        _suffix(one.left, other.left),
        _prefix(one.right, other.right),
        _met(one.left, other.right),
        _met(other.left, one.right),
        _mixed(one.right, other.right),
        _synonym(one, other),
        _sided(one, other),
        _sided(other, one),
    ]
    return max((name for name in found if len(words().generic.sub("", name)) > 1), key=len, default="")


def _synonym(one: Mention, other: Mention) -> str:
    """The later word where both claims count one thing by two names: 募集资金1860万元, 1680万元善款."""
    pattern, groups = words().alike
    ends = (mention.left[-4:] if not mention.right else mention.right[:4] for mention in (one, other))
    first, second = (pattern.search(end) for end in ends)
    return second[0] if first and second and groups[first[0]] == groups[second[0]] else ""


def _suffix(one: str, other: str) -> str:
    size = 0
    while size < min(len(one), len(other)) and one[-size - 1] == other[-size - 1]:
        size += 1
    return one[len(one) - size :]


def _prefix(one: str, other: str) -> str:
    return _suffix(one[::-1], other[::-1])[::-1]


def _met(left: str, right: str) -> str:
    """The end of one name that begins the other: 社区食堂 of 现有社区食堂 and 社区食堂去年供餐."""
    return next((left[-size:] for size in range(min(len(left), len(right)), 1, -1) if right.startswith(left[-size:])), "")


def _mixed(one: str, other: str) -> str:
    """Two words in another order: 企业参展, 参展企业."""
    return one[:4] if len(one) >= 4 and one[2:4] + one[:2] == other[:4] else ""


def _sided(one: Mention, other: Mention) -> str:
    """大坝高186米 and 168米高的大坝, 赛道全长54公里 and 56公里的赛道: the thing with its side."""
    whole = words().whole.search(one.left)
    if whole and other.after.startswith("的") and (thing := _met(one.left[: whole.start()], other.right)):
        return thing + whole[0]
    match = words().side.fullmatch(other.right)
    if match is None or not one.left.endswith(match["side"]):
        return ""
    thing = _met(re.sub("[全总]$", "", one.left[:-1]), match["noun"])
    return thing + match["side"] if thing else ""
