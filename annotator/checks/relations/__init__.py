"""What the claims of an article have to do with each other, worked out once, when a check first asks."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from annotator.checks.relations.ages import Age, ages
from annotator.checks.relations.averages import Mean, means
from annotator.checks.relations.balances import balances
from annotator.checks.relations.chance import across, by_chance, divided
from annotator.checks.relations.changes import Change, changes, over
from annotator.checks.relations.copies import NearCopy, Run, blocks, near_copies
from annotator.checks.relations.events import event_dates
from annotator.checks.relations.figures import Mismeasured, equivalents, mismeasured, same_figures
from annotator.checks.relations.happenings import happenings
from annotator.checks.relations.instalments import instalments, spread
from annotator.checks.relations.judged import Judged, judged
from annotator.checks.relations.lists import Declared, declared
from annotator.checks.relations.mentions import Pair, mentions, same_things
from annotator.checks.relations.moments import Moment, moments
from annotator.checks.relations.naming import Mention
from annotator.checks.relations.partitions import lists, pairs
from annotator.checks.relations.sentence import Sentence, even, split
from annotator.checks.relations.shares import Share, shares
from annotator.checks.relations.spells import Spell, spells
from annotator.checks.relations.stocks import stocks
from annotator.checks.relations.sums import altogether, left_over, net, rest
from annotator.checks.relations.terms import Term
from annotator.checks.relations.totals import Total
from annotator.checks.relations.wholes import PartOf, parts_of
from annotator.model import Article, Claim, Context, Fold, Paragraph, Span


class Relations:
    """The relations of one article. Copied paragraphs are left out: everything is said of their first copy."""

    def __init__(self, article: Article, folds: tuple[Fold, ...], contexts: Mapping[Claim, Context]) -> None:
        self.article = article
        self.claims = tuple(Term(fold.claim) for fold in sorted(folds, key=lambda fold: fold.claim.start))
        self.contexts = contexts

    @cached_property
    def text(self) -> str:
        """The text with marks and tie words in one form, copies apart, which nobody reads; the offsets are those of the article."""
        pieces: list[str] = []
        at = 0
        for paragraph in self.paragraphs:
            pieces += (self.article.text[at : paragraph.start], even(self.article.text[paragraph.start : paragraph.end]))
            at = paragraph.end
        return "".join((*pieces, self.article.text[at:]))

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs that are no copies."""
        return tuple(paragraph for paragraph in self.article.paragraphs if paragraph.copy_of is None)

    @cached_property
    def copied_blocks(self) -> tuple[tuple[Run, ...], ...]:
        """Blocks of paragraphs that stand word for word more than once, each with its runs, the original first."""
        return blocks(self.article.text, self.article.paragraphs)

    @cached_property
    def near_copies(self) -> tuple[NearCopy, ...]:
        """Pairs of paragraphs that differ in little but their numbers."""
        return tuple(near_copies(self.paragraphs, self.sentences))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the first copies. Minor claims stay words in them: numbers in names and articles would tear lists apart."""
        return tuple(split(self.text, self.paragraphs, tuple(claim for claim in self.claims if not claim.claim.minor)))

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        found = [change for sentence in self.sentences if len(sentence.claims) > 1 for change in changes(sentence)]
        taken = {change.delta for change in found if change.delta is not None}
        return (*found, *(change for pair in pairwise(self.sentences) for change in over(*pair) if change.delta not in taken))

    @cached_property
    def judged_changes(self) -> tuple[Judged, ...]:
        """The changes that state a size, set against their two values."""
        return tuple(made for change in self.changes if (made := judged(change)) is not None)

    @cached_property
    def totals(self) -> tuple[Total, ...]:
        """Totals with their parts; what only the arithmetic betrays is told where nothing else confirms it."""
        before = (None, *self.sentences)
        stated = [total for sentence in self.sentences if sentence.claims for total in _stated(sentence, before[sentence.order])]
        stated += [*spread(self.sentences), *instalments(self.sentences), *pairs(self.sentences)]
        right = {total.whole for total in stated if total.agrees}
        stated = [total for total in stated if total.agrees or total.complete or total.whole not in right]
        told = {total.spans for total in stated if total.agrees}
        betrayed = [total for sentence in self.sentences for total in by_chance(sentence)]
        others = (*betrayed, *divided(self.sentences), *across(self.sentences), *left_over(self.sentences))
        return (*stated, *(total for total in others if total.spans not in told))

    @cached_property
    def dated(self) -> tuple[tuple[Sentence, tuple[tuple[int, Moment, Moment | None], ...]], ...]:
        """The sentences that hold dates or times, with their moments and the ends of ranges."""
        return tuple(moments(self.sentences))

    @cached_property
    def only_year(self) -> int | None:
        """The year the article appeared in, or the only one its dates name, more than once."""
        if self.article.published:
            return self.article.published.year
        years = [moment.year for _, found in self.dated for _, start, end in found for moment in (start, end) if moment and moment.told]
        return years[0] if len(years) >= 2 and len(set(years)) == 1 else None

    def year_told(self, before: int) -> int | None:
        """The year named last with a month before a place: good for a confirmation, too little for a reproach."""
        at = bisect_left(self._years, (before, 0))
        return self._years[at - 1][1] if at else None

    @cached_property
    def _years(self) -> list[tuple[int, int]]:
        moments = [moment for _, found in self.dated for _, start, end in found for moment in (start, end) if moment]
        return sorted((moment.claims[0].start, moment.year) for moment in moments if moment.told and moment.year and moment.month)

    @cached_property
    def spells(self) -> tuple[Spell, ...]:
        """Starts and ends, with the lengths stated for them."""
        following = zip(self.sentences, self.sentences[1:], strict=False)
        found = tuple(spells(self.dated, {one.order: other for one, other in following if one.paragraph == other.paragraph}))
        return (*(named := tuple(happenings(self.dated, self.sentences))), *_without_lengths(found, {spell.length for spell in named}))

    @cached_property
    def present(self) -> Moment | None:
        """The time the article speaks from: when it appeared, or the only year its dates name with a month."""
        published = self.article.published
        if published:
            return Moment((), published.year)
        moments = [moment for _, found in self.dated for _, start, end in found for moment in (start, end) if moment]
        dated = {moment.year: moment for moment in reversed(moments) if moment.told and moment.year and moment.month}
        return next(iter(dated.values())) if len(dated) == 1 else None

    @cached_property
    def ages(self) -> tuple[Age, ...]:
        """Ages and anniversaries with the years they count from and to."""
        return tuple(ages(self.dated, self.sentences, self.claims, self.present))

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        return tuple(shares(self.sentences))

    @cached_property
    def means(self) -> tuple[Mean, ...]:
        return tuple(means(self.sentences))

    @cached_property
    def parts_of(self) -> tuple[PartOf, ...]:
        before = (None, *self.sentences)
        return tuple(found for sentence in self.sentences if sentence.claims for found in parts_of(sentence, before[sentence.order]))

    @cached_property
    def declared(self) -> tuple[Declared, ...]:
        """Declared numbers with their items."""
        return tuple(declared(self.text, self.claims, self.paragraphs))

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The plain claims that count, pay or measure, with what is said around them."""
        return tuple(mentions(self.sentences))

    @cached_property
    def same_things(self) -> tuple[Pair, ...]:
        """One thing counted twice, with figures a slip of the pen apart."""
        return same_things(self.sentences, self.mentions)

    @cached_property
    def event_dates(self) -> tuple[Pair, ...]:
        """One event that happens once, with two dates."""
        return tuple(event_dates(self.sentences))

    @cached_property
    def same_figures(self) -> tuple[Pair, ...]:
        """One figure in two units or scales."""
        return tuple(same_figures(self.mentions))

    @cached_property
    def mismeasured(self) -> tuple[Mismeasured, ...]:
        """Claims whose unit cannot measure what the words before them name."""
        return tuple(mismeasured(self.sentences))

    @cached_property
    def equivalents(self) -> tuple[Pair, ...]:
        """Quantities given at once in another unit."""
        return tuple(equivalents(self.sentences))

    @cached_property
    def sentence_of(self) -> dict[Term, tuple[Sentence, int]]:
        """The sentence of a claim and the claim's number in it."""
        return {claim: (sentence, number) for sentence in self.sentences for number, claim in enumerate(sentence.claims)}

    def words(self, span: Span | tuple[int, int]) -> str:
        """The article's own words at a span."""
        return self.article.text[span[0] : span[1]]


def _stated(sentence: Sentence, before: Sentence | None) -> Iterator[Total]:
    """The totals that the words of a sentence state."""
    yield from lists(sentence, before)
    yield from altogether(sentence, before)
    yield from rest(sentence)
    yield from net(sentence)
    yield from balances(sentence, before)
    yield from stocks(sentence)


def _without_lengths(found: tuple[Spell, ...], taken: set[Term | None]) -> Iterator[Spell]:
    """Spells without the lengths that the text lays between other moments."""
    for spell in found:
        yield replace(spell, length=None, strict=False) if spell.length and spell.length in taken else spell
