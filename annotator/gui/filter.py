"""The filter: a few words, all of which must hold. Chips, field and clearing all write the same words. No Qt but for the names."""

import re
from dataclasses import dataclass
from functools import cached_property

from annotator.gui.sentences import translated
from annotator.gui.words import kind_word, settled_word, state_word, verdict_word
from annotator.model import Finding, Fold, State, Verdict
from annotator.review import Session

_PARAGRAPHS = re.compile(r"[第¶]?([0-9]{1,6})(?:[-–]([0-9]{1,6}))?段?")


@dataclass(frozen=True)
class Filter:
    """Words that must all hold: a state, a verdict of what asks or holds, 已回应, a kind or unit, a check, a paragraph (23段, 20-25段),
    or letters of the claim itself.
    """

    text: str = ""

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(self.text.split())

    def __bool__(self) -> bool:
        return bool(self.words)

    def toggled(self, word: str, others: frozenset[str] = frozenset()) -> "Filter":
        """With the word put in, or taken out where it stands; `others` are words that exclude it."""
        kept = [known for known in self.words if known != word and known not in others]
        return Filter(" ".join(kept if word in self.words else [*kept, word]))

    def holds(self, session: Session, fold: Fold) -> bool:
        """Does a fold pass?"""
        return all(_fold_has(session, fold, word) for word in self.words)

    def finding_holds(self, session: Session, finding: Finding, folds: tuple[Fold, ...], title: str) -> bool:
        """Does a finding pass, itself or by one of its folds? `title` is the name of its check."""
        standing = settled_word() if session.is_settled(finding) else verdict_word(finding.verdict)
        own = (standing, finding.check, title, finding.formula, finding.message, translated(finding.message))
        return all(
            any(word.casefold() in text.casefold() for text in own) or any(_fold_has(session, fold, word) for fold in folds)
            for word in self.words
        )


def _fold_has(session: Session, fold: Fold, word: str) -> bool:
    claim = fold.claim
    if word == state_word(session.state(fold.id)) or word in (kind_word(claim.kind), claim.kind.value, claim.quantity.unit):
        return True
    if (found := _PARAGRAPHS.fullmatch(word)) and ("段" in word or "-" in word or "–" in word or "¶" in word):
        first = int(found[1])
        return any(first <= place.paragraph + 1 <= int(found[2] or first) for place in fold.places)
    if word in {state_word(state) for state in State}:
        return False
    if word in {verdict_word(verdict) for verdict in Verdict}:
        return any(word == verdict_word(finding.verdict) and not session.is_settled(finding) for finding in session.findings(fold.id))
    if word == settled_word():
        return any(map(session.is_settled, session.findings(fold.id)))
    return word in claim.text or any(word == finding.check for finding in session.findings(fold.id))
