"""What the session says of a paragraph, in the form the reading column draws it; kept until something changes there."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from annotator.gui.article.runs import Replacement, narrowed
from annotator.gui.bridge import Preview, has_correction_draft
from annotator.gui.i18n import tr
from annotator.gui.imports.notes_model import beside, said
from annotator.gui.reasons import in_words
from annotator.gui.sentences import translated
from annotator.gui.words import check_title, state_word
from annotator.model import Article, Claim, Finding, Fold, Span, State, Verdict
from annotator.review import Changes, Session

_LONGEST_NOTE = 18  # half-width characters of a formula that still fit a margin note


class Mark(NamedTuple):
    """A claim as it is drawn. `line` names the shape below it; `places` is how many places its decision serves."""

    claim: Claim
    fold: Fold
    state: State
    contradicted: bool
    places: int

    @property
    def line(self) -> str:
        return "contradiction" if self.contradicted else self.state.value


class MarginNote(NamedTuple):
    """A few words beside the line of an article offset. `mark` names its icon; `claim` is what a click selects."""

    offset: int
    mark: str
    text: str
    full: str
    claim: str | None


class Page:
    """Reads the session paragraph by paragraph."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.preview: Preview | None = None
        self._marks: dict[int, tuple[Mark, ...]] = {}
        self._notes: dict[int, tuple[MarginNote, ...]] = {}
        self._imported = _imported(session.article)
        self._copies = Counter(p.order if p.copy_of is None else p.copy_of for p in session.article.paragraphs)

    def forget(self, changes: Changes) -> None:
        """Read again what an action changed."""
        if changes.structure:
            self.forget_all()
        for order in changes.paragraphs:
            self._marks.pop(order, None)
        self._notes.clear()  # a decision closes findings that also stand beside other paragraphs

    def forget_all(self) -> None:
        """Read everything again."""
        self._marks.clear()
        self._notes.clear()

    def forget_notes(self) -> None:
        """Read the margin notes again."""
        self._notes.clear()

    # --- claims ---

    def marks(self, order: int) -> tuple[Mark, ...]:
        """The claims of a paragraph in order of the text."""
        if order not in self._marks:
            folds = self.session.folds_in(order)
            found = (self._mark(place, fold) for fold in folds for place in fold.places if place.paragraph == order)
            self._marks[order] = tuple(sorted(found, key=lambda mark: mark.claim.start))
        return self._marks[order]

    def drawn(self, order: int) -> tuple[Mark, ...]:
        """The claims to be drawn in a paragraph: its own, and before them one that reaches in where two paragraphs are read as one."""
        start = self.session.article.paragraphs[order].start
        reaching = tuple(mark for mark in self.marks(order - 1)[-1:] if mark.claim.end > start) if order else ()
        return (*reaching, *self.marks(order))

    def _mark(self, place: Claim, fold: Fold) -> Mark:
        state = self.session.state(fold.id)
        contradicted = any(finding.verdict is Verdict.CONTRADICTION for finding in self.session.open_findings(fold.id))
        return Mark(place, fold, state, contradicted and state is not State.DISMISSED, len(fold.places))

    def replacements(self, order: int) -> Sequence[Replacement]:
        """What corrections, and the one that is being typed, change in a paragraph."""
        result = []
        for mark in self.marks(order):
            preview = self.preview
            if preview is not None and mark.claim in preview.places:
                shift = mark.claim.start - preview.places[0].start
                span, text = Span(preview.span.start + shift, preview.span.end + shift), preview.text
            elif mark.state is State.CORRECTED and (decision := self.session.decision(mark.claim.id)):
                span, text = decision.span or mark.claim.span, decision.text
            else:
                continue
            change = narrowed(span, self.session.article.slice(span), text)
            if change.text or change.span.start < change.span.end:
                result.append(change)
        return result

    # --- beside the text ---

    def copies(self, order: int) -> int:
        """How many times a paragraph stands in the article, itself included."""
        paragraph = self.session.article.paragraphs[order]
        return self._copies[order if paragraph.copy_of is None else paragraph.copy_of]

    def counted(self, order: int) -> tuple[int, int]:
        """How many of a paragraph's claims are decided, and how many there are; minor ones only when decided."""
        marks = [mark for mark in self.marks(order) if not mark.claim.minor or mark.state is not State.PENDING]
        return sum(mark.state is not State.PENDING for mark in marks), len(marks)

    def notes(self, order: int) -> tuple[MarginNote, ...]:
        """The margin notes of a paragraph: findings first at a place, then what the editor wrote."""
        if order not in self._notes:
            self._notes[order] = tuple(sorted(self._collect(order), key=lambda note: note.offset))
        return self._notes[order]

    def _collect(self, order: int) -> list[MarginNote]:
        paragraph = self.session.article.paragraphs[order]
        if paragraph.copy_of is not None:
            return []
        asked = [self._finding_note(finding, order) for finding in self.session.paragraph_findings(order) if self._is_noted(finding)]
        # what holds is noted where its figures stand, not beside every item of a list
        notes = [note for note in asked if note.mark != Verdict.CONSISTENT.value or note.claim is not None]
        notes += self._imported.get(order, ())
        return list(dict.fromkeys(notes)) + [note for mark in self.marks(order) if (note := self._decision_note(mark))]

    def _is_noted(self, finding: Finding) -> bool:
        kind = finding.is_error or finding.verdict is Verdict.CONSISTENT
        return kind and self.session.answer_of(finding.id) is None and not self._is_repeat(finding)

    def _is_repeat(self, finding: Finding) -> bool:
        """Does a finding only say what the ×3 of the gutter says?"""
        paragraphs = {self.session.article.paragraph_at(span.start) for span in finding.spans}
        return {paragraph.span for paragraph in paragraphs} == set(finding.spans) and any(p.copy_of is not None for p in paragraphs)

    def _finding_note(self, finding: Finding, order: int) -> MarginNote:
        paragraph = self.session.article.paragraphs[order]
        here = [span for span in finding.spans if paragraph.start <= span.start < paragraph.end]
        offset = here[-1].start if here else paragraph.start
        claim = next(
            (mark.claim.id for mark in self.marks(order) if here and mark.claim.end > offset and mark.claim.start < here[-1].end), None
        )
        text = short_words(finding)
        return MarginNote(offset, finding.verdict.value, text, translated(finding.message), claim)

    def _decision_note(self, mark: Mark) -> MarginNote | None:
        if self.preview is not None and mark.claim in self.preview.places:
            return MarginNote(mark.claim.start, "corrected", tr("更正中 · 未提交"), "", mark.claim.id)
        decision = self.session.decision(mark.claim.id)
        if has_correction_draft(self.session, mark.fold, mark.claim):
            return MarginNote(mark.claim.start, "corrected", tr("更正有草稿"), tr("更正写了一半，没有提交；按 2 接着写"), mark.claim.id)
        if decision is None or mark.state not in {State.CORRECTED, State.FLAGGED} or not decision.reason:
            return None
        reason = in_words(decision.reason)
        full = tr("{name}：{hint}").format(name=state_word(mark.state), hint=reason)
        return MarginNote(mark.claim.start, mark.state.value, reason, full, mark.claim.id)


def _imported(article: Article) -> dict[int, list[MarginNote]]:
    """The tracked changes and comments of the source, by paragraph."""
    found: dict[int, list[MarginNote]] = {}
    for note in article.notes:
        if note.span is not None and (words := beside(note)):
            order = article.paragraph_at(note.span.start).order
            found.setdefault(order, []).append(MarginNote(note.span.start, "import", words, said(note), None))
    return found


def short_words(finding: Finding) -> str:
    """A finding in the few words of a margin note: its formula where that is short; what was computed; else what it says."""
    if 0 < sum(1 if char.isascii() else 2 for char in finding.formula) <= _LONGEST_NOTE:
        return translated(finding.formula)
    if finding.verdict is not Verdict.CONSISTENT:
        return check_title(finding.check)  # a check is named for what it looks for, so not for what holds
    return f"= {finding.computed}" if finding.computed else translated(finding.message)
