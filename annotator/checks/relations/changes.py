"""Before and after: two values of one quantity, and the change that is said to lie between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.checks.relations import ties
from annotator.checks.relations.multiples import comparisons, is_value, multiple
from annotator.checks.relations.periods import QUARTER, follows, is_later, year_of
from annotator.checks.relations.sentence import HOLE, Sentence
from annotator.checks.relations.terms import MULTIPLE, POINT, SHARE, Term
from annotator.checks.relations.ties import apart, counted_per, direction, says_same
from annotator.model import Kind, Span

_ONCE_MORE = re.compile("再|又|另|叠加|折上")
_PREMIUM = re.compile("溢价率?(?:为|达到?|约|高达|仅)*$")
_ASKED = re.compile("(?:起拍|起始|起叫|挂牌|底|保留)(?:总)?价(?:格)?(?:为|是|约)?$")
_PAID = re.compile("成交|落槌|竞得|拿下|摘得|中标")
_LED_TO = re.compile("，?(?:至|到|达到?)|，(?:报|为|升至|降至|收报|报收)")
_TAG = re.compile("[标吊价]牌|标签|海报|广告|招牌|写着|标着|标注|号称|打出|标明")
_REACH = 4
"""How many claims may stand between the parts of one change."""
_FAR = 5
"""A value so many times another is hardly what became of it within a year."""
_PLACES = (Kind.DATE, Kind.TIME, Kind.RANK)


@dataclass(frozen=True, slots=True)
class Change:
    """A quantity that went from `old` to `new`, and the `delta` the text states; None where it states none.

    `by` is the difference stated beside a percentage, in place of `old`. `rises` is what the words say: None where they name no direction.
    `times` says that the delta is the new value as a multiple of the old one, not what was added to it. `others` are values
    before the older one that may be meant in place of `new`.
    """

    old: Term | None
    new: Term
    delta: Term | None
    rises: bool | None
    words: str
    by: Term | None = None
    times: bool = False
    others: tuple[Term, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places of all parts, in order of the text."""
        return tuple(sorted(claim.span for claim in (self.old, self.new, self.delta, self.by) if claim is not None))


def changes(sentence: Sentence) -> Iterator[Change]:
    """The changes a sentence states."""
    return _Reader(sentence).read()


def over(first: Sentence, second: Sentence) -> Iterator[Change]:
    """The changes stated over two sentences, where the second takes up the first: 今年66.2亿元。去年为60.5亿元，增长9.4%."""
    if first.paragraph != second.paragraph or not first.claims or not second.claims or not ties.TAKES_UP.match(second.text):
        return
    text = first.text.rstrip("。！？") + "，" * (len(first.text) - len(first.text.rstrip("。！？"))) + second.text
    both = Sentence(first.order, first.start, second.end, first.paragraph, text, (*first.claims, *second.claims))
    for change in changes(both):
        if change.delta is None or not change.spans[0].start < second.start <= change.spans[-1].start:
            continue
        if change.old and change.new.start < second.start <= change.old.start:
            new, old = both.claims.index(change.new), both.claims.index(change.old)
            known = "".join(both.gaps[: new + 1])
            if not says_same(both.between(new, old), known):
                continue  # 剩余7.9万亩。计划面积比去年的50.6万亩: two things
        yield change


class _Reader:
    """Reads one sentence: first which claims are sizes of a change and which are results, then the values each size lies between."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.claims = sentence.claims
        self.gaps = sentence.gaps
        self.leads = tuple(self._leads())
        self.deltas: dict[int, re.Match[str] | None] = {}
        self.steps: dict[int, tuple[int, re.Match[str] | None]] = {}
        self.multiples: dict[int, tuple[int, int]] = {}

    def _leads(self) -> Iterator[str]:
        """The words before each claim back to the last one that is no time: 十年前 is as good a time as 2015年."""
        lead = ""
        for gap, claim, after in zip(self.gaps, self.claims, self.gaps[1:], strict=False):
            lead += gap
            yield lead
            when = claim.kind in (Kind.DATE, Kind.TIME) or (claim.kind is Kind.DURATION and after.startswith("前"))
            lead = lead + HOLE if when else ""

    def read(self) -> Iterator[Change]:
        used: set[int] = set()
        for number in range(len(self.claims)):
            self._note_step(number)
            self._note_delta(number)
            if (values := multiple(self.sentence, self.leads, number, self.deltas, self.steps)) is not None:
                self.multiples[number] = values
        for number, verb in self.deltas.items():
            rises, words = direction(verb) if verb else (True if self.claims[number].unit == "番" else None, "")
            pair = self._pair(number)
            if pair and self._is_alike(*pair):
                old, new = pair
                used.add(new)
                others = tuple(self.claims[at] for at in self._values_before(old) if at != new) if new < old else ()
                yield Change(self.claims[old], self.claims[new], self.claims[number], rises, words, others=others)
            elif (parts := self._by_difference(number)) is not None:
                latest, by = parts
                yield Change(None, self.claims[latest], self.claims[number], rises, words, self.claims[by])
        for number, (old, new) in self.multiples.items():
            yield Change(self.claims[old], self.claims[new], self.claims[number], None, "", times=True)
        for new, (old, verb) in self.steps.items():
            if new not in used and verb is not None:
                rises, words = direction(verb)
                yield Change(self.claims[old], self.claims[new], None, rises, words)
        for old, new, rises, words in comparisons(self.sentence, self.deltas):
            yield Change(self.claims[old], self.claims[new], None, rises, words)

    # --- what each claim is ---------------------------------------------------------------------------------------

    def _note_step(self, number: int) -> None:
        """Notes a claim that a verb with 至 or 到 leads to, with the claim it came from."""
        lead = self.leads[number][-24:]
        if not ("到" in lead or "至" in lead or "为" in lead or "成" in lead):
            return
        kind = self.claims[number].dimension
        if not kind or self.claims[number].kind in _PLACES or "兑" in self.sentence.text:
            return
        verb = ties.RESULT.search(lead)
        for old in range(number - 1, max(-1, number - 1 - _REACH), -1):
            if old in self.deltas or self.claims[old].dimension != kind:
                continue
            between = self.sentence.between(old, number)
            led = ties.LED.search(self.leads[old])
            beside = ties.BESIDE.search(self.leads[old]) and between.startswith(("相比", "比较", "相较"))
            if verb is None and led and old == number - 1 and ties.LED_RESULT.search(between):
                self.steps[number] = (old, None)
            elif verb is not None and not ties.BREAK.search(between) and self._leads_on(old, between, led=bool(led), beside=bool(beside)):
                self.steps[number] = (old, verb)
            return

    def _leads_on(self, old: int, between: str, *, led: bool, beside: bool) -> bool:
        """Do the words from an older value lead to a newer one?"""
        if led or beside:
            return True
        earlier = ties.BEFORE.search(self.leads[old])
        return bool(earlier and says_same(between, self.leads[old])) or (len(between) <= 8 and "，" not in between)

    def _note_delta(self, number: int) -> None:
        """Notes a claim that a verb of rise or fall stands before."""
        claim = self.claims[number]
        if number in self.steps or claim.kind in _PLACES:
            return
        gap = self.gaps[number]
        if claim.unit == "番":
            if not self.gaps[number + 1].startswith(ties.MORE):
                self.deltas[number] = ties.DELTA.search(gap[-12:])
            return
        if claim.unit == "折" and number and self.claims[number - 1].unit == "折" and _ONCE_MORE.search(gap):
            return  # 先打八折，会员再享九折: the price follows from both
        verb = None if ties.MOVING.isdisjoint(gap[-12:]) else ties.DELTA.search(gap[-12:])
        if not verb and (adjective := ties.ADJECTIVE.search(gap[-6:])):
            compared = any(ties.THAN.search(lead) for lead in self.leads[max(0, number - 1) : number + 1])
            verb = adjective if compared else None
        if (verb and claim.dimension) or (claim.unit == "折" and ((number - 1) in self.steps or ties.CUT.search(gap))):
            self.deltas[number] = verb

    # --- the values of a change -----------------------------------------------------------------------------------

    def _pair(self, delta: int) -> tuple[int, int] | None:
        """The numbers of the old and the new value of a change, or None."""
        kind = self.claims[delta].dimension
        if ties.EACH_YEAR.search(self.gaps[delta]):
            return None
        for new in range(delta - 1, max(-1, delta - 1 - _REACH), -1):
            if new in self.steps and (self._joined(new, delta) or self._names_late(new, delta) or self._tagged(new, delta)):
                old = self.steps[new][0]
                return (old, new) if self._fits(kind, old) else None
        if (led_on := self._led_on(delta) or self._stepped_after(delta)) is not None:
            return led_on
        if (told := self._successive(delta) or self._premium(delta)) is not None:
            return told
        for old in range(delta - 1, max(-1, delta - 1 - _REACH), -1):
            if old in self.deltas and self.claims[old].dimension == kind:
                return None  # the value before it has its own change already
            if old in self.deltas or not self._fits(kind, old) or not self._is_earlier(old):
                continue
            newer = self._newer(old, delta)
            if newer is not None:
                return old, newer
            if self._joined(old, delta):
                return None
        return self._told_after(delta)

    def _names_late(self, new: int, delta: int) -> bool:
        """Is the thing named only with the size of its change: 从去年的3.2万元到今年的4万元，人均收入增长25%?"""
        nameless = not re.sub("[由从自]", "", ties.TIES.sub("", self.leads[self.steps[new][0]]))
        return nameless and delta == new + 1 and re.fullmatch("，[^，。；]{2,14}", self.gaps[delta]) is not None

    def _premium(self, delta: int) -> tuple[int, int] | None:
        """The price asked and the price paid before the premium of an auction: 起拍价8.5亿元，…以10.2亿元成交，溢价率20%."""
        if not _PREMIUM.search(self.gaps[delta]):
            return None
        new = next((at for at in range(delta - 1, max(-1, delta - 3), -1) if self.claims[at].kind is Kind.MONEY), None)
        if new is None or not (_PAID.search(self.gaps[new]) or _PAID.search(self.sentence.tails[new])):
            return None
        old = next((at for at in range(new - 1, -1, -1) if _ASKED.search(self.gaps[at])), None)
        return (old, new) if old is not None and self.claims[old].dimension == self.claims[new].dimension else None

    def _tagged(self, new: int, delta: int) -> bool:
        """Does a tag state the discount of the price right before it: 降到1000元，吊牌上却写着七五折?"""
        gap = self.gaps[delta]
        return self.claims[delta].unit == "折" and delta == new + 1 and not ties.BREAK.search(gap) and _TAG.search(gap) is not None

    def _led_on(self, delta: int) -> tuple[int, int] | None:
        """The values of a change that stands between them: 由3.75%下调25个基点至3.50%."""
        old, new = delta - 1, delta + 1
        if old < 0 or new >= len(self.claims) or self.gaps[new] not in ("至", "到", "后至", "，至") or "，" in self.gaps[delta]:
            return None
        alike = self.claims[old].dimension == self.claims[new].dimension and old not in self.deltas
        return (old, new) if alike and self._fits(self.claims[delta].dimension, old) and len(self.gaps[delta]) <= 6 else None

    def _successive(self, delta: int) -> tuple[int, int] | None:
        """The values of two times, the later one right before its change: 2023年利润500万元，2024年利润600万元，增长25%."""
        new = delta - 1
        if new >= 0 and self.claims[new].kind is Kind.DURATION and self.gaps[delta].startswith(("里", "间", "内", "来")):
            new -= 1
        if new < 1 or new in self.deltas or not self._fits(self.claims[delta].dimension, new) or not self._joined(new, delta):
            return None
        if self._is_compared(new) or ties.COMPARES.search(self.gaps[delta]) or re.search("同期|累计", self.gaps[delta]):
            return None
        rows = [at for at in range(new - 1, max(-1, new - 1 - _REACH), -1) if self.claims[at].dimension == self.claims[new].dimension]
        if len(rows) != 1 or rows[0] in self.deltas or not follows(self.sentence, new, rows[0], yearly="同比" in self.gaps[delta]):
            return None
        words = self.sentence.between(rows[0], new).removeprefix(self.sentence.tails[rows[0]]).replace("；", "，")
        return (rows[0], new) if says_same(QUARTER.sub("", words), self.leads[rows[0]]) else None

    def _stepped_after(self, delta: int) -> tuple[int, int] | None:
        """The values of a change that are told after it as a step: 增长40%，由250万元增加到350万元."""
        for new in range(delta + 2, min(len(self.claims), delta + 5)):
            if new in self.steps and re.match("[，（](?:即|也就是)?[由从]", self.gaps[delta + 1]):
                old = self.steps[new][0]
                between = all(self.claims[at].kind in (Kind.DATE, Kind.TIME) for at in range(delta + 1, old))
                return (old, new) if between and self._fits(self.claims[delta].dimension, old) else None
        return None

    def _is_earlier(self, number: int) -> bool:
        """Do the words before a value say that it is the older one?"""
        lead = self.leads[number]
        if self.gaps[number + 1] == "的":  # a whole: 年初预算25亿元的51%
            return False
        if self.gaps[number + 1].startswith("的基础上") or ties.goes_from(lead, self.gaps[number + 1]):
            return True
        beside = ties.BESIDE.search(lead) and self.gaps[number + 1].startswith(("相比", "比较", "相较"))
        if (
            ties.THAN.search(lead)
            or ties.BEFORE.search(lead)
            or ties.FIRST.search(lead)
            or beside
            or ties.OFFER.search(self.gaps[number + 1])
        ):
            return True
        return year_of(self.sentence, number) not in (None, 0) and ties.IN_YEAR.search(lead) is not None

    def _is_compared(self, old: int) -> bool:
        """Do 比, 较, 与…相比 tie a value to the one before it?"""
        beside = ties.BESIDE.search(self.leads[old]) or ties.goes_from(self.leads[old], self.gaps[old + 1])
        return bool(beside or ties.THAN.search(self.leads[old]) or ties.OFFER.search(self.gaps[old + 1]))

    def _newer(self, old: int, delta: int) -> int | None:
        """The value that is compared with an older one: the last of its dimension before it, between it and the change, or led to."""
        kind = self.claims[old].dimension
        for new in range(delta - 1, old, -1):
            if new not in self.deltas and self.claims[new].dimension == kind:
                later = (
                    ties.NOW.search(self.leads[new])
                    or ties.OFFER.search(self.gaps[new])
                    or is_later(self.sentence, new, old)
                    or year_of(self.sentence, new) == 0
                )
                linked = says_same(self.sentence.between(old, new).replace("；", "，"), self.leads[old])
                return new if later and linked and self._joined(new, delta) else None
        after = delta + 1
        paid = self.claims[delta].unit == "折" and after < len(self.claims) and ties.PAID.search(self.gaps[after])
        if paid and self.claims[after].dimension == kind and not ties.BREAK.search(self.sentence.between(old, delta)):
            return after
        if not self._joined(old, delta) or (not self._is_compared(old) and ties.COMPARES.search(self.sentence.between(old, delta))):
            return None
        if (latest := self._value_before(old)) is not None:
            grown = any(self.claims[at].dimension == SHARE for at in range(latest + 1, old) if at in self.deltas)
            alike = says_same(self.sentence.between(latest, old), self.leads[latest])
            if not (alike or self._is_compared(old)) or (grown and not (alike and self._is_compared(old))):
                return None
            dated = year_of(self.sentence, old) is None or year_of(self.sentence, latest) is None or is_later(self.sentence, latest, old)
            return None if not dated or ties.BREAK.search(self.sentence.between(latest, old)) else latest
        if after < len(self.claims) and self.claims[after].dimension == kind and ties.ONWARD.search(self.gaps[after]):
            return after
        return None

    def _value_before(self, old: int) -> int | None:
        """The value before an older one that it is set against: the last of its dimension that is no whole of a share.

        Of a total and a mean (186万人次，日均5955人次) it is the one of the older value's size.
        """
        found, size = self._values_before(old), self.claims[old].value
        if not found:
            return None
        same = counted_per(self.leads[found[0]]) == counted_per(self.leads[old])
        if same and apart(self.claims[found[0]].value, size) < _FAR:
            return found[0]
        return min(found, key=lambda at: apart(self.claims[at].value, size))

    def _values_before(self, old: int) -> list[int]:
        """The values of one dimension before an older one, the last first, without sizes of changes and wholes of shares."""
        return [
            at
            for at in range(old - 1, max(-1, old - 1 - _REACH), -1)
            if at not in self.deltas and self.claims[at].dimension == self.claims[old].dimension and self.gaps[at + 1] != "的"
        ]

    def _told_after(self, delta: int) -> tuple[int, int] | None:
        """The values of a change whose older value is told after it: 产量52吨，增长30%，去年产量为40吨."""
        old = delta + 1
        if old < len(self.claims) - 1 and _LED_TO.fullmatch(self.gaps[old]):
            new, old = old, old + 1
            led = self.claims[new].dimension == self.claims[old].dimension and ties.BEFORE.search(self.leads[old])
            return (
                (old, new)
                if led and self._fits(self.claims[delta].dimension, old) and says_same(self.gaps[old], self.leads[delta])
                else None
            )
        if old >= len(self.claims):
            return None
        while old < len(self.claims) - 1 and self.claims[old].kind in (Kind.DATE, Kind.TIME):
            old += 1
        told = self._is_earlier(old) and not ties.THAN.search(self.leads[old]) and not ties.BREAK.search(self.sentence.between(delta, old))
        if not told or old in self.deltas or not self._fits(self.claims[delta].dimension, old):
            return None
        for new in range(delta - 1, max(-1, delta - 1 - _REACH), -1):
            if new not in self.deltas and self.claims[new].dimension == self.claims[old].dimension:
                whole = self._joined(new, delta) and says_same(self.sentence.between(delta, old), self.leads[new])
                return (old, new) if whole and not self._is_earlier(new) else None
        return None

    def _by_difference(self, delta: int) -> tuple[int, int] | None:
        """The numbers of the new value and of the difference stated beside a percentage."""
        if self.claims[delta].dimension != SHARE:
            return None
        by = next((at for at in (delta - 1, delta - 2, delta + 1) if at in self.deltas and self._is_amount(at)), None)
        if by is None or not any(
            ties.THAN.search(self.leads[at]) or re.search("同比|环比|[涨跌增降升]幅", self.leads[at]) for at in (by, delta)
        ):
            return None
        one, other = self.deltas[by], self.deltas[delta]
        if one and other and direction(one)[0] is not direction(other)[0] and None not in (direction(one)[0], direction(other)[0]):
            return None  # 销户下降12%，净增8.8万户
        first, last = min(by, delta), max(by, delta)
        kind = self.claims[by].dimension.partition("/")[0]
        if last - first == 2:
            led_to = self.claims[first + 1].dimension.partition("/")[0] == kind and ties.ONWARD.search(self.gaps[first + 1])
            return (first + 1, by) if led_to and self._joined(first, last) else None
        if not self._joined(first, last):
            return None
        for new in range(first - 1, max(-1, first - 1 - _REACH), -1):
            if new not in self.deltas and self.claims[new].dimension.partition("/")[0] == kind:
                newer = not self._is_earlier(new) or (not self._is_compared(new) and ties.COMPARES.search(self.gaps[first]))
                return (new, by) if newer and self._joined(new, first) else None
        return None

    def _is_amount(self, number: int) -> bool:
        return self.claims[number].dimension not in (SHARE, POINT, MULTIPLE)

    def _is_alike(self, old: int, new: int) -> bool:
        """Are both of a whole year, or of the same part of one? Last year's 30亿元 says nothing of the growth of this quarter's 8亿元."""
        if self._is_compared(old) or "同" in self.leads[old] or new in self.steps:
            return True
        return bool(self._part(old)) == bool(self._part(new)) or re.search("[底末初]", self.leads[old]) is not None

    def _part(self, number: int) -> str:
        """The month, quarter or day that the date before a value names."""
        if number and self.claims[number - 1].kind is Kind.DATE:
            return re.sub("^[0-9X]{4}-?", "", self.claims[number - 1].quantity.value)
        return ""

    # --- what belongs together ------------------------------------------------------------------------------------

    def _joined(self, earlier: int, delta: int) -> bool:
        """Do only tie words stand between a value and its change? A new subject or another period in between would be another quantity."""
        between = self.sentence.between(earlier, delta)
        if ties.BREAK.search(between) or ties.YEARLY.search(between) or not says_same(between, self.leads[earlier]):
            return False
        dates = (at for at in range(earlier + 1, delta) if self.claims[at].kind in (Kind.DATE, Kind.TIME))
        return all(ties.COMPARED.search(self.gaps[at]) or self.gaps[at].endswith("（") for at in dates)

    def _fits(self, kind: str, old: int) -> bool:
        """May a change of this dimension lie between values like the old one?"""
        return is_value(self.claims[old]) and kind in (SHARE, MULTIPLE, POINT, self.claims[old].dimension)
