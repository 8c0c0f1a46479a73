"""Numerals outside of sentences: the unit at the head of a column, a figure alone in a cell, signs such as ½ ① Ⅳ."""

import re
from collections.abc import Iterator, Sequence

from annotator.claims.draft import Skip
from annotator.claims.members import EXACT
from annotator.claims.plain import Line
from annotator.claims.scan import Reading
from annotator.model import Claim

_UNIT = re.compile(r"[百千万亿]{1,2}[^\W\d_百千万亿]{1,4}(?:/[^\W\d_]{1,4})?")
# （万元）, 单位：亿元、万吨, 金额/万元: where the words name a unit, a scale is no number.
_UNITS = re.compile(
    rf"(?:[(\[【](?:单位 ?[:为])?|单位 ?[:为/]|[\u4e00-\u9fff]/)\s?({_UNIT.pattern}(?:[、;；/]\s?[^\W\d_%]{{0,6}}%?){{0,6}})"
    r"(?=[)\]】\t。,，]|$)"
)
_SCALES = frozenset("百千万亿萬億佰仟")
_SIGNS = re.compile(
    "[\u00bc-\u00be\u2150-\u218b\u2460-\u249b\u24ea-\u24ff\u2776-\u2793"  # fractions, Roman, circled and bracketed figures
    "\u3220-\u3229\u3248-\u324f\u3251-\u325f\u3280-\u3289\u32b1-\u32bf]{1,99}"
)


def noted(line: Line, reading: Reading) -> Reading:
    """A line's claims without the units that name no number, and a reason for every numeral and numeral sign outside of them."""
    claims, skips = reading
    # Only a claim that begins with a scale can be such a unit; few lines have one.
    units = list(_units(line, claims)) if not _SCALES.isdisjoint([claim.text[0] for claim in claims]) else []
    if units:
        starts = {line.place(unit.start) for unit in units}
        claims = [claim for claim in claims if claim.start not in starts]
    if "\t" in line.text:
        skips = [_in_cell(line.text, skip) for skip in skips]
    first = _SIGNS.search(line.text)
    found = () if first is None else _SIGNS.finditer(line.text, first.start())
    if first is None and not units and "\t" not in line.text:
        return reading
    signs = [Skip(*sign.span(), "numeral-sign") for sign in found if _is_free(line, sign, claims, skips)]
    return Reading(claims, sorted([*skips, *units, *signs]) if units or signs else skips)


def _units(line: Line, claims: Sequence[Claim]) -> Iterator[Skip]:
    """The units of a line, named where nothing is counted, that were taken for claims."""
    read = {claim.start: claim for claim in claims if claim.quantity.hedge is EXACT}
    for named in _UNITS.finditer(line.text):
        for unit in _UNIT.finditer(line.text, *named.span(1)):
            claim = read.get(line.place(unit.start()))
            if claim is not None and claim.end in (line.end(unit.end()), line.end(unit.start() + unit[0].find("/"))):
                yield Skip(*unit.span(), "unit-alone")


def _in_cell(text: str, skip: Skip) -> Skip:
    """The reason for a figure that is all there is in a cell of a table."""
    whole = text[max(0, skip.start - 1) : skip.start] in ("", "\t") and text[skip.end : skip.end + 1] in ("", "\t")
    return skip._replace(reason="table-cell") if whole and skip.reason == "bare-number" else skip


def _is_free(line: Line, sign: re.Match[str], claims: Sequence[Claim], skips: Sequence[Skip]) -> bool:
    start, end = line.place(sign.start()), line.end(sign.end())
    claimed = any(claim.start < end and start < claim.end for claim in claims)
    return not claimed and not any(skip.start < sign.end() and sign.start() < skip.end for skip in skips)
