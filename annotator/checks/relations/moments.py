"""Dates and clock times as points on a calendar, with what an earlier date in the paragraph says of their year and month."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import Term
from annotator.model import Kind, Span

_DATE = re.compile(r"([0-9]{4}|X{4})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?")
_TIME = re.compile(r"([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?")
_CLOCK_GAP = re.compile(r"(?:（?(?:星期|周)[一二三四五六日天]）?)?(?:上午|下午|晚上?|凌晨|中午|清晨|傍晚|早上?|深夜|，|\s)*")


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time; what the text does not tell is None. `told` says that its own words name the year. `claims` are its places."""

    claims: tuple[Term, ...]
    year: int | None = None
    month: int | None = None
    day: int | None = None
    minute: int | None = None  # of the day
    told: bool = False

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(claim.span for claim in self.claims)

    @property
    def date(self) -> date | None:
        """The calendar day; None where it is not told or does not exist."""
        if self.year is None or self.month is None or self.day is None or not self.exists:
            return None
        return date(self.year, self.month, self.day)

    @property
    def is_fine(self) -> bool:
        """Is it told to the month or to the minute?"""
        return self.month is not None or self.minute is not None

    @property
    def exists(self) -> bool:
        """Is there such a day? A 29 February without a year may be one."""
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        if self.day is None:
            return True
        longest = 31 if self.month is None else monthrange(self.year or 2000, self.month)[1]
        return 1 <= self.day <= longest


Dated = tuple[int, Moment, Moment | None]
"""A place among a sentence's claims with its moment, or the two ends of a range."""


def moments(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, tuple[tuple[int, Moment, Moment | None], ...]]]:
    """For each sentence with dates or times: the number of the claim, its moment, and the end of its range or None."""
    paragraph = -1
    known = Moment(())
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph, known = sentence.paragraph, Moment(())
        if sentence.kinds.isdisjoint((Kind.DATE, Kind.TIME)):
            continue
        found: list[tuple[int, Moment, Moment | None]] = []
        for number, claim in enumerate(sentence.claims):
            if claim.kind is Kind.DATE:
                start = _dated(claim, claim.quantity.value, known)
                end = _dated(claim, claim.quantity.high, start) if start and claim.quantity.high else None
                if start:
                    known = end or start
                    found.append((number, start, end))
            elif claim.kind is Kind.TIME:
                found = _timed(sentence, number, found)
        if found:
            yield sentence, tuple(found)


def _dated(claim: Term, value: str, known: Moment) -> Moment | None:
    """A date with its year and month taken over from the date before it, where its own words leave them out."""
    match = _DATE.fullmatch(value)
    if not match:
        return None
    year, month, day = (None if part is None or "X" in part else int(part) for part in match.groups())
    told = year is not None
    if year is None and not re.match("今年|去年|明年|前年", claim.text):
        year = known.year
        told = known.told and (value is not claim.quantity.value or claim.text.startswith(("同年", "当年")))
    if month is None and day is not None:
        month = known.month
    return Moment((claim,), year, month, day, told=told)


def _timed(sentence: Sentence, number: int, found: list[tuple[int, Moment, Moment | None]]) -> list[tuple[int, Moment, Moment | None]]:
    """The moments with a clock time added: to the date right before it, or as a moment of its own."""
    claim = sentence.claims[number]
    start, end = _minutes(claim.quantity.value), _minutes(claim.quantity.high or "")
    if start is None:
        return found
    if found and found[-1][0] == number - 1 and found[-1][2] is None and end is None and _CLOCK_GAP.fullmatch(sentence.gaps[number]):
        _, day, _ = found[-1]
        if day.minute is None:
            return [*found[:-1], (number, replace(day, claims=(*day.claims, claim), minute=start), None)]
    ending = None if end is None else Moment((claim,), minute=end)
    return [*found, (number, Moment((claim,), minute=start), ending)]


def _minutes(value: str) -> int | None:
    match = _TIME.fullmatch(value)
    return int(match[1]) * 60 + int(match[2]) if match else None


def days_between(start: Moment, end: Moment) -> int | None:
    """Days from one moment to another, the first not counted; a year that neither names is taken to be the same or the next."""
    if start.month is None and end.month is None and start.day and end.day and start.day <= end.day:
        return end.day - start.day  # of one month that is not named
    if None in (start.month, start.day, end.month, end.day) or not (start.exists and end.exists):
        return None
    first = replace(start, year=start.year or end.year or 2001).date
    last = replace(end, year=end.year or start.year or 2001).date
    if first is None or last is None:
        return None
    if last < first and not (start.year and end.year and start.told and end.told):
        last = replace(end, year=last.year + 1).date
    return None if last is None else (last - first).days


def months_between(start: Moment, end: Moment) -> int | None:
    """Whole months from one moment to another; None without both years."""
    if start.year is None or end.year is None or start.month is None or end.month is None:
        return None
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - 1 if start.day and end.day and end.day < start.day - 1 else months


def minutes_between(start: Moment, end: Moment) -> int | None:
    """Minutes from one clock time to another; a smaller one without a date is on the next day."""
    if start.minute is None or end.minute is None:
        return None
    days = days_between(start, end) if start.day and end.day else 0
    if days is None:
        return None
    minutes = days * 1440 + end.minute - start.minute
    return minutes + 1440 if minutes < 0 and not days else minutes
