"""An Article becomes claims: numerals, quantities, dates, fixed words, the words around a claim."""

import bisect

from annotator.claims.context import contexts
from annotator.claims.draft import UNLISTED, Skip
from annotator.claims.numerals import number_at
from annotator.claims.plain import line
from annotator.claims.scan import read
from annotator.lexicon import Lexicon, lexicon
from annotator.model import Article, Claim, Fold, Kind, Numeral, Quantity

EXTRACTOR = "1"

__all__ = ["EXTRACTOR", "contexts", "cover", "find_claims", "fold", "parse"]


def find_claims(article: Article, words: Lexicon | None = None) -> tuple[Claim, ...]:
    """Every claim of an article, sorted, without overlaps; copied paragraphs carry the claims of their original."""
    words = words or lexicon()
    found: dict[int, list[Claim]] = {}
    claims: list[Claim] = []
    for paragraph in article.paragraphs:
        original = None if paragraph.copy_of is None else found.get(paragraph.copy_of)
        if original is None:
            plain = line(article.text[paragraph.start : paragraph.end], paragraph.start, paragraph.order)
            here = [one for one in read(plain, words) if not isinstance(one, Skip)]
            found[paragraph.order] = here
        else:
            by = paragraph.start - article.paragraphs[paragraph.copy_of or 0].start
            here = [_moved(claim, by, paragraph.order) for claim in original]
        claims += here
    return tuple(claims)


def _moved(claim: Claim, by: int, paragraph: int) -> Claim:
    return Claim(claim.start + by, claim.end + by, claim.text, claim.kind, claim.quantity, paragraph, claim.minor)


def fold(article: Article, claims: tuple[Claim, ...]) -> tuple[Fold, ...]:
    """Each claim of an original paragraph with the same claim in its copies, in order of the text."""
    places: dict[tuple[int, int, int], list[Claim]] = {}
    for claim in claims:
        paragraph = article.paragraphs[claim.paragraph]
        first = paragraph.order if paragraph.copy_of is None else paragraph.copy_of
        places.setdefault((first, claim.start - paragraph.start, claim.end - paragraph.start), []).append(claim)
    return tuple(sorted((Fold(tuple(same)) for same in places.values()), key=lambda one: one.claim.start))


def cover(article: Article, claims: tuple[Claim, ...], words: Lexicon | None = None) -> tuple[Numeral, ...]:
    """Every run of numerals outside the claims, with the named reason why it is none; "" where nothing explains it."""
    words = words or lexicon()
    starts = [claim.start for claim in claims]
    skips: dict[int, list[Numeral]] = {}  # of an original, counted from its start: a copy is not read again
    runs: list[Numeral] = []
    for paragraph in article.paragraphs:
        first = paragraph.order if paragraph.copy_of is None else paragraph.copy_of
        if first not in skips:
            plain = line(article.text[paragraph.start : paragraph.end], 0)
            left = [found for found in read(plain, words) if isinstance(found, Skip)]
            skips[first] = [Numeral(plain.place(skip.start), plain.end(skip.end), skip.reason) for skip in left]
        for within in skips[first]:
            start, end = within.start + paragraph.start, within.end + paragraph.start
            before = bisect.bisect_right(starts, start) - 1
            if before < 0 or claims[before].end <= start or within.reason == UNLISTED:
                runs.append(Numeral(start, end, within.reason))
    return tuple(runs)


def parse(article: Article, span: tuple[int, int], words: Lexicon | None = None) -> Claim:
    """The claim of a span chosen by hand, also where the machine would leave it (代号23456). ValueError when it holds no number."""
    start, end = span
    if not 0 <= start < end <= len(article.text) or not article.text[start:end].strip() or not article.paragraphs:
        raise ValueError("请先选中正文里的一个数字，再插入。")
    plain, words, order = line(article.text[start:end], start), words or lexicon(), article.paragraph_at(start).order
    for found in read(plain, words):
        if not isinstance(found, Skip):
            return Claim(start, end, article.text[start:end], found.kind, found.quantity, order)
    numbers = (number_at(plain.text, at, words) for at in range(len(plain.text)))
    if number := next(filter(None, numbers), None):  # the editor insists: as many of whatever stands behind it
        high = None if number.high is None else str(number.high)
        quantity = Quantity(str(number.low), high, plain.text[number.end :].strip(), number.hedge)
        return Claim(start, end, article.text[start:end], Kind.COUNT, quantity, order)
    raise ValueError("选中的文字里没有可以读出的数字，请重新选择。")
