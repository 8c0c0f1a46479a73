"""An Article becomes claims: numerals, quantities, dates, fixed words, the words around a claim."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from annotator.claims.context import contexts
from annotator.claims.draft import UNLISTED, Skip
from annotator.claims.notation import noted
from annotator.claims.numerals import number_at
from annotator.claims.plain import Line, line
from annotator.claims.scan import read
from annotator.garbage import uncollected
from annotator.lexicon import Lexicon, lexicon
from annotator.model import Article, Claim, Fold, Kind, Numeral, Quantity

EXTRACTOR = "2"

__all__ = ["EXTRACTOR", "Survey", "contexts", "cover", "extractor", "find_claims", "fold", "parse", "survey"]


def extractor() -> str:
    """The version of what reads the claims: EXTRACTOR, with the digits of the desk's own lexicon where there is one."""
    own = lexicon().own
    return f"{EXTRACTOR}+{own}" if own else EXTRACTOR


class Survey(NamedTuple):
    """What one scan of an article yields: its claims, and every run of numerals outside them with the reason."""

    claims: tuple[Claim, ...]
    coverage: tuple[Numeral, ...]


def survey(article: Article, words: Lexicon | None = None) -> Survey:
    """The claims and the coverage of an article, from one scan of its text."""
    with uncollected():
        lines = tuple(_lines(article, words or lexicon()))
    claims = tuple(claim for one in lines for claim in one.claims)
    return Survey(claims, _covered(lines, claims))


def find_claims(article: Article, words: Lexicon | None = None) -> tuple[Claim, ...]:
    """Every claim of an article, sorted, without overlaps; copied paragraphs carry the claims of their original."""
    claims: list[Claim] = []
    with uncollected():
        for one in _lines(article, words or lexicon()):
            claims += one.claims
    return tuple(claims)


class _Line(NamedTuple):
    """What was read in the paragraph that begins at `start`: in its own words, or in those of the one it copies."""

    start: int
    claims: list[Claim]
    skips: list[Skip]
    plain: Line


def _lines(article: Article, words: Lexicon) -> Iterator[_Line]:
    """Each paragraph read; a copy is not read again."""
    read_before: dict[int, _Line] = {}
    copied = {paragraph.copy_of for paragraph in article.paragraphs}
    for order, start, end, copy_of in article.paragraphs:
        original = None if copy_of is None else read_before.get(copy_of)
        if original is not None:
            by = start - original.start
            yield _Line(start, [_moved(claim, by, order) for claim in original.claims], original.skips, original.plain)
            continue
        plain = line(article.text[start:end], start, order)
        claims, skips = noted(plain, read(plain, words))
        here = _Line(start, claims, skips, plain)
        if order in copied:
            read_before[order] = here
        yield here


def _moved(claim: Claim, by: int, paragraph: int) -> Claim:
    return claim._replace(start=claim.start + by, end=claim.end + by, paragraph=paragraph)


def fold(article: Article, claims: tuple[Claim, ...]) -> tuple[Fold, ...]:
    """Each claim of an original paragraph with the same claim in its copies, in order of the text."""
    places: dict[tuple[int, int, int], list[Claim]] = {}
    for claim in claims:
        paragraph = article.paragraphs[claim.paragraph]
        first = paragraph.order if paragraph.copy_of is None else paragraph.copy_of
        places.setdefault((first, claim.start - paragraph.start, claim.end - paragraph.start), []).append(claim)
    return tuple(sorted((Fold(tuple(same)) for same in places.values()), key=lambda one: one.claim.start))


def cover(article: Article, claims: tuple[Claim, ...], words: Lexicon | None = None) -> tuple[Numeral, ...]:
    """Every run of numerals outside given claims, with the named reason why it is none; "" where nothing explains it."""
    return _covered(_lines(article, words or lexicon()), claims)


def _covered(lines: Iterable[_Line], claims: tuple[Claim, ...]) -> tuple[Numeral, ...]:
    starts = [claim.start for claim in claims]
    runs: list[Numeral] = []
    for start, _, skips, plain in lines:
        by = start - plain.start
        for skip in skips:
            first, last, reason = plain.place(skip.start) + by, plain.end(skip.end) + by, skip.reason
            before = bisect_right(starts, first) - 1
            if before < 0 or claims[before].end <= first or reason == UNLISTED:
                runs.append(Numeral(first, last, reason))
    return tuple(runs)


def parse(article: Article, span: tuple[int, int], words: Lexicon | None = None) -> Claim:
    """The claim of a span chosen by hand, also where the machine would leave it (代号23456). ValueError when it holds no number."""
    start, end = span
    if not 0 <= start < end <= len(article.text) or not article.text[start:end].strip() or not article.paragraphs:
        raise ValueError("请先选中正文里的一个数字，再插入。")
    plain, words, order = line(article.text[start:end], start), words or lexicon(), article.paragraph_at(start).order
    for found in read(plain, words).claims:
        return Claim(start, end, article.text[start:end], found.kind, found.quantity, order)
    numbers = (number_at(plain.text, at, words) for at in range(len(plain.text)))
    if number := next(filter(None, numbers), None):  # the editor insists: as many of whatever stands behind it
        high = None if number.high is None else str(number.high)
        quantity = Quantity(str(number.low), high, plain.text[number.end :].strip(), number.hedge)
        return Claim(start, end, article.text[start:end], Kind.COUNT, quantity, order)
    raise ValueError("选中的文字里没有可以读出的数字，请重新选择。")
