"""The commonest forms of claims read in one match: 1200余人, 4.6万名, 18.6亿元, 15%左右, 三个, 3月10日, 2020年.

Most claims of a printed page have these forms and nothing beside them that changes their meaning. Wherever a character stands that
might, the careful parsers look; they read these forms too, and both say the same.
"""

import re
from collections.abc import Callable
from functools import cache, partial

from annotator.claims.arabic import read_arabic
from annotator.claims.chinese import Fixed, read_chinese
from annotator.claims.draft import Skip
from annotator.claims.easy import COMPOUNDING, LATIN, NUMERALS, Tables, easy_of, is_easy
from annotator.claims.numerals import MOST_DIGITS, SCALES, SEPARATORS
from annotator.claims.plain import Line
from annotator.claims.quantities import CONNECTORS
from annotator.lexicon import Lexicon, alternatives
from annotator.model import Claim

Arabic = Callable[[Line, re.Match[str], int], Claim | Skip | None]
Chinese = Callable[[Line, re.Match[str], int, Fixed | None], Claim | Skip | None]

# A candidate with the whole of its number. It begins with one set of characters, so that the search can skip.
_NUMBER = (
    f"[0-9{NUMERALS}廿卅半翻双几数](?:"
    rf"(?<=[0-9])(?:[0-9]{{0,2}}(?:[{SEPARATORS}][0-9]{{3}}(?![0-9])){{1,9}}+|[0-9]{{0,{MOST_DIGITS}}}+)(?:\.([0-9]{{1,{MOST_DIGITS}}}+))?+"
    f"|(?<=[{NUMERALS}])[{NUMERALS}]{{0,{MOST_DIGITS}}}+"
    f"|(?<=[几数])(?=[{''.join(SCALES)}])|(?<=[廿卅半翻双]))"
)
_CHARS = f"0-9{NUMERALS}廿卅半几数"
_CODE = re.compile("([0-9]{1,12})(?![0-9·.A-Za-z-])", re.ASCII)


@cache
def common(lexicon: Lexicon) -> tuple[re.Pattern[str], Arabic, Chinese]:
    """The pattern of a candidate, and readers of the commonest forms at an Arabic and at a Chinese numeral.

    A candidate's groups: the digits behind a point; an empty one where the number ends; hedge, scale, hedge, unit and hedge behind the
    number, all or none. A reader says None where the careful parsers must look.
    """
    tree = _tree([name for name, unit in lexicon.units.items() if unit.name == name])
    words = alternatives(re.escape(word) for word in lexicon.after if len(word) > 1)
    joins = "|".join(map(re.escape, CONNECTORS))
    # Atomic: a longer unit that fails at what follows must not fall back to a shorter one. Most numbers have neither a scale before
    # their unit nor anything of interest behind it: one look at a character says so.
    heads = "".join({word[0] for word in (*lexicon.after, *CONNECTORS)}) + _MORE
    behind = (
        rf"(?:(?![余多万亿])|([余多])?+(万亿|[万亿])?+([余多])?+)((?>{tree}))"
        rf"(?:(?![{re.escape(heads)}])|({words})?+(?!{words}|(?:{joins})[{_CHARS}负-]|[{_MORE[:-1]}]|个[半多]))"
    )
    tables = Tables(
        {name: easy_of(unit) for name, unit in lexicon.units.items() if is_easy(unit)},
        dict(lexicon.after),
        frozenset(match[1] for word in lexicon.fixed if (match := _CODE.match(word))),
        frozenset(heads) | LATIN | COMPOUNDING,
        lexicon.hedge_tails,
        lexicon,
    )
    return re.compile(f"{_NUMBER}()(?:{behind})?+", re.ASCII), partial(read_arabic, tables), partial(read_chinese, tables)


_MORE = " 零半多余几有钱由列航高动街个"  # what goes on with a number or makes another word of its unit
# A pattern tries its branches in turn: those that most numbers need come first.
_COMMON_HEADS = "元%人个年家名次天项公万户位分平小米亩吨条场岁倍座台辆件"


def _tree(names: list[str]) -> str:
    """A pattern of the names that branches at each character, so that a match costs no more than its length; the longest first."""
    heads: dict[str, list[str]] = {}
    for name in names:
        heads.setdefault(name[0], []).append(name[1:])
    branches = []
    for head, rests in sorted(heads.items(), key=lambda one: _COMMON_HEADS.find(one[0]) % (len(_COMMON_HEADS) + 1)):
        longer = [rest for rest in rests if rest]
        optional = "?" if len(longer) < len(rests) else ""
        branches.append((head, re.escape(head) + (f"(?:{_tree(longer)}){optional}" if longer else "")))
    if len(branches) <= _ROW:
        return "|".join(branch for _, branch in branches)
    # In rows, each behind one look at a set: so that a head at the end costs few tries, and a character that begins no name one.
    rows = [branches[first : first + _ROW] for first in range(0, len(branches), _ROW)]
    every = "|".join(f"(?=[{_set(row)}])(?:{'|'.join(branch for _, branch in row)})" for row in rows)
    return f"(?=[{_set(branches)}])(?:{every})"


_ROW = 24


def _set(branches: list[tuple[str, str]]) -> str:
    return "".join(re.escape(head) for head, _ in branches)
