"""Findings as the desk asks them: which fold and which paragraph each concerns, worst first."""

from collections import defaultdict
from collections.abc import Iterable

from annotator.model import Article, Finding, Fold, Severity, Span, Verdict
from annotator.review.structure import Structure, overlapping

_VERDICTS = {Verdict.CONTRADICTION: 0, Verdict.SUSPICIOUS: 1, Verdict.CONSISTENT: 2}
_SEVERITIES = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}


def weight(finding: Finding) -> tuple[int, int, int, int]:
    """Sorts findings worst first: errors before what holds, hints after errors of the same verdict."""
    hint = 0 if finding.is_error or finding.verdict is Verdict.CONSISTENT else 1
    return _VERDICTS[finding.verdict], hint, _SEVERITIES[finding.severity], finding.spans[0].start if finding.spans else 0


class Questions:
    """The findings of an article by fold and by paragraph. A finding on whole paragraphs concerns the paragraphs, not their claims."""

    def __init__(self, article: Article, findings: Iterable[Finding], structure: Structure) -> None:
        whole = {paragraph.span: paragraph.order for paragraph in article.paragraphs}
        self.findings = tuple(sorted(findings, key=weight))
        self.by_id = {finding.id: finding for finding in self.findings}
        self.of_fold: defaultdict[str, list[Finding]] = defaultdict(list)
        self.of_paragraph: defaultdict[int, list[Finding]] = defaultdict(list)
        self.operands: dict[str, frozenset[str]] = {}  # finding id -> claim ids
        self.folds: dict[str, tuple[Fold, ...]] = {}  # finding id -> the folds it concerns
        for finding in self.findings:
            operands: set[str] = set()
            orders: set[int] = set()
            for span in finding.spans:
                order = whole.get(Span(*span))
                if order is None:
                    orders.add(article.paragraph_at(span[0]).order)
                    operands.update(claim.id for claim in overlapping(structure.claims, *span))
                else:
                    orders.add(order)
            self.operands[finding.id] = frozenset(operands)
            parts = {place.id for claim in operands for place in structure.roots[claim].places}  # a place split off reads the same
            folds = {structure.of_claim[place].id: structure.of_claim[place] for place in parts}
            self.folds[finding.id] = tuple(folds.values())
            for fold in folds:
                self.of_fold[fold].append(finding)
            for order in orders:
                self.of_paragraph[order].append(finding)
