"""Findings as the desk asks them: which fold and which paragraph each concerns, worst first."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from annotator.model import Article, Finding, Fold, Severity, Span, Verdict
from annotator.review.structure import Structure, overlapping

_VERDICTS = {Verdict.CONTRADICTION: 0, Verdict.SUSPICIOUS: 1, Verdict.CONSISTENT: 2}
_SEVERITIES = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}


def weight(finding: Finding) -> tuple[int, int, int, int]:
    """Sorts findings worst first: errors before what holds, hints after errors of the same verdict."""
    hint = 0 if finding.is_error or finding.verdict is Verdict.CONSISTENT else 1
    return _VERDICTS[finding.verdict], hint, _SEVERITIES[finding.severity], finding.spans[0].start if finding.spans else 0


class Questions:
    """The findings of an article by fold and by paragraph. A finding on whole paragraphs concerns the paragraphs, not their claims.

    `hidden` are those (ids) that rest on claims which are no longer what they were: they neither ask nor bear anything out.
    """

    def __init__(self, article: Article, findings: Iterable[Finding], structure: Structure) -> None:
        self._article, self._structure = article, structure
        self._whole = {paragraph.span: paragraph.order for paragraph in article.paragraphs}
        self._all = tuple(sorted(findings, key=weight))
        self._rank = {finding.id: rank for rank, finding in enumerate(self._all)}
        self.of_fold: defaultdict[str, list[Finding]] = defaultdict(list)
        self._of_paragraph: defaultdict[int, list[Finding]] = defaultdict(list)
        self.operands: dict[str, frozenset[str]] = {}  # finding id -> claim ids
        self.folds: dict[str, tuple[Fold, ...]] = {}  # finding id -> the folds it concerns
        self.hidden: set[str] = set()
        for finding in self._all:
            self._place(finding)
            for order in {self._order(span) for span in finding.spans}:
                self._of_paragraph[order].append(finding)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Those that stand, worst first."""
        return tuple(finding for finding in self._all if finding.id not in self.hidden) if self.hidden else self._all

    def find(self, finding_id: str) -> Finding | None:
        """A finding that stands, by its id."""
        rank = None if finding_id in self.hidden else self._rank.get(finding_id)
        return None if rank is None else self._all[rank]

    def in_paragraph(self, paragraph: int) -> list[Finding]:
        """Those with a place in a paragraph, worst first."""
        return [finding for finding in self._of_paragraph.get(paragraph, ()) if finding.id not in self.hidden]

    def place_again(self, paragraphs: Iterable[int], outdated: Sequence[Span]) -> tuple[list[Finding], set[str]]:
        """Read again on which folds the findings of some paragraphs bear, and hide what rests on an `outdated` span.

        The findings, and the ids of the folds they bore or bear on.
        """
        findings = {finding.id: finding for order in paragraphs for finding in self._of_paragraph.get(order, ())}
        folds: set[str] = set()
        for finding in findings.values():
            self.operands.pop(finding.id, None)
            for fold in self.folds.pop(finding.id, ()):
                self.of_fold[fold.id].remove(finding)
                folds.add(fold.id)
            spans = [span for span in finding.spans if Span(*span) not in self._whole]
            if any(old.start < end and start < old.end for old in outdated for start, end in spans):
                self.hidden.add(finding.id)
                continue
            self.hidden.discard(finding.id)
            self._place(finding)
            for fold in self.folds[finding.id]:
                self.of_fold[fold.id].sort(key=lambda finding: self._rank[finding.id])
                folds.add(fold.id)
        return list(findings.values()), folds

    def _order(self, span: Span) -> int:
        whole = self._whole.get(Span(*span))
        return self._article.paragraph_at(span[0]).order if whole is None else whole

    def _place(self, finding: Finding) -> None:
        structure = self._structure
        spans = [span for span in finding.spans if Span(*span) not in self._whole]
        operands = {claim.id for span in spans for claim in overlapping(structure.claims, *span)}
        self.operands[finding.id] = frozenset(operands)
        parts = {place.id for claim in operands for place in structure.roots[claim].places}  # a place split off reads the same
        folds = {structure.of_claim[place].id: structure.of_claim[place] for place in parts}
        self.folds[finding.id] = tuple(folds.values())
        for fold in folds:
            self.of_fold[fold].append(finding)
