"""Sentences with the right answer inside: `[text|kind value~high unit hedge]`; `?` before the kind marks what may be left."""

import re
from pathlib import Path
from typing import NamedTuple

from annotator.claims import find_claims
from annotator.model import Claim
from annotator.text import article

_MARK = re.compile(r"\[([^\[\]|]+)(?:\|([^\[\]]*))?\]")


class Answer(NamedTuple):
    start: int
    end: int
    text: str
    kind: str
    value: str
    high: str | None
    unit: str
    hedge: str
    required: bool


def unmarked(sentence: str) -> tuple[str, tuple[Answer, ...]]:
    """The sentence without its marks, and the answers in order."""
    text, answers, at = "", [], 0
    for mark in _MARK.finditer(sentence):
        text += sentence[at : mark.start()]
        kind, value, unit, hedge = ([*(mark[2] or "").split(" "), "", "", ""])[:4]
        low, _, high = value.partition("~")
        start = len(text)
        text += mark[1]
        answers.append(
            Answer(
                start,
                len(text),
                mark[1],
                kind.lstrip("?"),
                low,
                high or None,
                "" if unit == "-" else unit,
                hedge or "exact",
                not kind.startswith("?"),
            )
        )
        at = mark.end()
    # An exact claim without a unit writes its hedge in the unit's place.
    answers = [
        one._replace(unit="", hedge=one.unit) if one.unit in ("about", "over", "under") and one.hedge == "exact" else one for one in answers
    ]
    return text + sentence[at:], tuple(answers)


def stated(claim: Claim) -> tuple[int, int, str, str, str, str | None, str, str]:
    """What the extractor says of a claim, in the order of an answer."""
    quantity = claim.quantity
    return (claim.start, claim.end, claim.text, claim.kind.value, quantity.value, quantity.high, quantity.unit, quantity.hedge.value)


def faults(sentence: str) -> list[str]:
    """What the extractor gets wrong in a marked sentence."""
    text, answers = unmarked(sentence)
    found = {(claim.start, claim.end): stated(claim) for claim in find_claims(article(text))}
    wrong = []
    for answer in answers:
        have = found.pop((answer.start, answer.end), None)
        if have is None:
            if answer.required:
                wrong.append(f"missed {answer.text}")
        elif answer.required and have != tuple(answer[:8]):
            wrong.append(f"{answer.text}: {have[3:]} instead of {answer[3:8]}")
    optional = [answer for answer in answers if not answer.required]
    wrong += [f"false {have[2]}" for span, have in found.items() if not any(o.start < span[1] and span[0] < o.end for o in optional)]
    return wrong


def sentences(file: Path) -> list[str]:
    return [line for line in file.read_text("utf-8").split("\n") if line]
