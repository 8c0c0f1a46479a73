"""The frozen values that travel between the stages. Standard library only; every offset counts Unicode code points."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from math import gcd
from typing import Final, NamedTuple

# --- the article -----------------------------------------------------------------------------------------------------


class Span(NamedTuple):
    """A place in the article's text: start included, end excluded."""

    start: int
    end: int


class Paragraph(NamedTuple):
    """A non-blank line without its line end. `order` counts from 0; `copy_of` is the order of the first paragraph with the same text."""

    order: int
    start: int
    end: int
    copy_of: int | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Note(NamedTuple):
    """What the import changed, dropped or could not tell; `span` where it can be shown. `kind` is a stable kebab word.

    `english` says the same as `message`; it is "" in a database of an earlier program.
    """

    kind: str
    message: str
    span: Span | None = None
    english: str = ""


@dataclass(frozen=True)
class Article:
    """An immutable text with its identity. `text` is what every offset refers to; it is never stripped, folded or re-wrapped."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    sha256: str  # of the text, UTF-8 with surrogates passed
    source_sha256: str  # of the bytes it was read from
    name: str = ""  # file name, or "" for pasted text
    title: str = ""
    byline: str = ""
    publisher: str = ""
    published: date | None = None
    encoding: str = "utf-8"
    notes: tuple[Note, ...] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def paragraph_at(self, offset: int) -> Paragraph:
        """The paragraph that holds a code point, or the last one that begins before it. IndexError for an article without text."""
        return self.paragraphs[max(0, bisect_right(self._starts, offset) - 1)]

    @cached_property
    def copies(self) -> Mapping[int, list[Paragraph]]:
        """By order: a paragraph with all its copies, in order of the text, wherever among them it stands."""
        alike: dict[int, list[Paragraph]] = {}
        for one in self.paragraphs:
            alike.setdefault(one.order if one.copy_of is None else one.copy_of, []).append(one)
        return {one.order: alike[one.order if one.copy_of is None else one.copy_of] for one in self.paragraphs}

    def slice(self, span: tuple[int, int]) -> str:
        """The text of a span."""
        return self.text[span[0] : span[1]]


# --- claims ----------------------------------------------------------------------------------------------------------


class Kind(StrEnum):
    """What a claim counts or names."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    RATIO = "ratio"
    MEASURE = "measure"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    RANK = "rank"
    SCORE = "score"


class Hedge(StrEnum):
    """How exactly a value is stated."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


class Interval(NamedTuple):
    """The values a stated quantity allows. None is no bound; an `open` end is not itself allowed."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False


class Quantity(NamedTuple):
    """What a claim states, in the forms of the definition of a claim.

    `value` and `high` are plain decimals with scale words multiplied out ("46000", "0.15"), fractions ("2/3"), ISO dates with X for
    what is not stated ("XXXX-03-10"), clock times ("08:30") or two sides ("3:1"). `step` is the size of the last stated digit
    (5.65亿 -> 1000000) and `reach` how far a one-sided hedge goes (2000余万 -> 10000000); both None where they have no meaning.
    """

    value: str
    high: str | None = None
    unit: str = ""
    hedge: Hedge = Hedge.EXACT
    step: Decimal | None = None
    reach: Decimal | None = None

    @property
    def number(self) -> Fraction | None:
        """The value as an exact number; None for dates, times and two sides."""
        return number(self.value)

    @property
    def interval(self) -> Interval | None:
        """The values that agree with what is stated: hedge, rounding and range taken in. None where there is no number."""
        value = number(self.value)
        if value is None:
            return None
        top = None if self.high is None else number(self.high)
        if top is not None:
            return Interval(min(value, top), max(value, top))
        step = Fraction(self.step or 0)
        reach = None if self.reach is None else Fraction(self.reach)
        match self.hedge:
            case Hedge.OVER:
                return Interval(value, None if reach is None else value + reach, high_open=True)
            case Hedge.UNDER:
                return Interval(None if reach is None else value - reach, value, low_open=True)
            case Hedge.ABOUT:
                slack = max(abs(value) / 20, step)
                return Interval(value - slack, value + slack)
            case Hedge.EXACT:
                return Interval(value - step / 2, value + step / 2)


PARTS: Final = {"%": 100, "‰": 1000, "‱": 10_000, "成": 10, "折": 10}  # units whose value is a part of one: 6.1 % is 0.061


def told(value: str, unit: str) -> str:
    """A value as it is written with its unit: 0.061 of % is 6.1. What is no number, or in another unit, stays."""
    part = number(value) if unit in PARTS else None
    return value if part is None else _shortest(part * PARTS[unit])


def meant(value: str, unit: str) -> str:
    """The value of what is written with a unit: 6.1 of % is 0.061; what `told` turns round."""
    written = number(value) if unit in PARTS else None
    return value if written is None else _shortest(written / PARTS[unit])


def _shortest(value: Fraction) -> str:
    """An exact decimal without idle zeros; a fraction where there is none."""
    rest, places = value.denominator, 0
    while rest % 2 == 0 or rest % 5 == 0:
        rest //= gcd(rest, 10)
        places += 1
    if rest > 1:
        return f"{value.numerator}/{value.denominator}"
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?|-?[0-9]+/[0-9]*[1-9][0-9]*", re.ASCII)


def number(text: str) -> Fraction | None:
    """The exact number a value string states, or None: "0.15" and "2/3" are numbers, "08:30" and "2020-03" are not."""
    return Fraction(text) if _NUMBER.fullmatch(text) else None


class Claim(NamedTuple):
    """A numeric claim: a place that states a quantity a fact-checker could verify. `minor` claims a checker may leave."""

    start: int
    end: int
    text: str
    kind: Kind
    quantity: Quantity
    paragraph: int
    minor: bool = False

    @property
    def id(self) -> str:
        """Stable within an article, which never changes: its span."""
        return f"{self.start}-{self.end}"

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Numeral(NamedTuple):
    """A run of numerals outside every claim, with the named reason; `reason` is "" where nothing explains it."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Fold:
    """A claim and the same claim in copied paragraphs, in order of the text: one decision serves all places."""

    places: tuple[Claim, ...]

    @property
    def claim(self) -> Claim:
        """The first place."""
        return self.places[0]

    @property
    def id(self) -> str:
        """The id of the first place."""
        return self.places[0].id


class Direction(StrEnum):
    """Which way the predicate of a claim goes."""

    RISE = "rise"
    FALL = "fall"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Context:
    """The words around a claim, each "" where the clause does not state it."""

    noun: str = ""  # what is counted, on whichever side it stands
    subject: str = ""
    predicate: str = ""
    direction: Direction = Direction.NONE
    period: str = ""  # the date or period it holds for, as written
    attribution: str = ""  # 据…, …显示
    planned: bool = False  # forecast or plan
    negated: bool = False
    marks: frozenset[str] = frozenset()  # 其中 等 分别 累计 平均 …
    clause: Span = field(default=Span(0, 0))


# --- findings --------------------------------------------------------------------------------------------------------


class Verdict(StrEnum):
    """What a check says. There is no fourth: a check without its premise says nothing."""

    CONTRADICTION = "contradiction"
    SUSPICIOUS = "suspicious"
    CONSISTENT = "consistent"


class Level(StrEnum):
    ERROR = "error"
    HINT = "hint"


class Severity(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Suggestion(NamedTuple):
    """Words to stand in place of a span. Only where the check gives a direction, never for a broken sum."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found: operands as sorted spans of the first copies, the formula as text and one plain sentence."""

    check: str
    verdict: Verdict
    spans: tuple[Span, ...]
    message: str
    formula: str = ""
    computed: str = ""  # the value the formula gives, with bounds where it has them
    suggestion: Suggestion | None = None
    level: Level = Level.ERROR
    severity: Severity = Severity.MEDIUM

    @property
    def id(self) -> str:
        """Stable for the same check at the same place."""
        return self.check + "@" + ",".join(f"{start}-{end}" for start, end in self.spans)

    @property
    def is_error(self) -> bool:
        """Does it ask for an answer?"""
        return self.verdict is not Verdict.CONSISTENT and self.level is Level.ERROR


class Failure(NamedTuple):
    """A check that broke: shown, never silent, and it stops nothing else."""

    check: str
    message: str


@dataclass(frozen=True)
class Analysis:
    """What the machine says of an article. Only a person decides."""

    article: Article
    claims: tuple[Claim, ...]
    folds: tuple[Fold, ...]
    findings: tuple[Finding, ...]
    coverage: tuple[Numeral, ...]
    failures: tuple[Failure, ...] = ()
    contexts: Mapping[Claim, Context] = field(default_factory=dict, compare=False)
    off: tuple[str, ...] = ()  # ids of the checks that were switched off: they said nothing because nobody asked them


# --- decisions -------------------------------------------------------------------------------------------------------


class State(StrEnum):
    """The state of a fold; all but PENDING are decisions."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    FLAGGED = "flagged"
    DISMISSED = "dismissed"


class Stage(StrEnum):
    """Which reading of the article is under way."""

    FIRST = "first"  # 初审
    SECOND = "second"  # 复审
    FINAL = "final"  # 终审


@dataclass(frozen=True, slots=True)
class Decision:
    """The last word on a fold or on one place of it. `seq` is its event: the version a later decision must have seen."""

    state: State
    by: str
    at: datetime  # UTC
    seq: int
    span: Span | None = None  # what a correction replaces, when it is wider than the claim
    text: str = ""  # what a correction puts there
    reason: str = ""
    to: str = ""  # whom a flag asks
    judgement: bool = False  # 编辑判断: corrected without outside evidence
    evidence: tuple[str, ...] = ()  # ids
    basis: str = ""  # "internal" when confirmed in bulk by internal consistency


@dataclass(frozen=True, slots=True)
class Evidence:
    """A source an editor consulted."""

    id: str
    quote: str
    title: str = ""
    publisher: str = ""
    link: str = ""
    locator: str = ""  # page, table, paragraph
    retrieved: date | None = None
    primary: bool = True
    attachment: str = ""  # file name in the data folder
    sha256: str = ""  # of the attachment
