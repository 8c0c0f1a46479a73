"""The one loop of the window: key or click → action → bridge → session → Changes → `changed` → views re-read. No view sets another view."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from annotator.gui.i18n import tr
from annotator.gui.refusals import sentence
from annotator.gui.walk import Selection, Walk
from annotator.model import Claim, Evidence, Fold, Kind, Quantity, Span, Stage, State
from annotator.review import Changes, NotSaved, Refused, Session
from annotator.text import Join

__all__ = ["Form", "Preview", "Selection", "SessionBridge"]


@dataclass(frozen=True)
class Form:
    """A form the card is asked to open for the selected fold.

    `kind`: correct, flag, reason (then `state` is what is to be decided), reading, evidence, note, answer (then `finding`), adjust.
    `here`: for the selected place alone, split from its fold.
    """

    kind: str
    state: State = State.PENDING
    here: bool = False
    finding: str = ""

    def draft_key(self, fold: str, claim: str = "") -> str:
        """Under which its draft is kept: the same for the same question about a fold, or about one place (`claim`) of it."""
        here = f"@{claim}" if self.here else ""
        return f"{self.kind}:{fold}{here}{self.finding}"


def has_correction_draft(session: Session, fold: Fold, claim: Claim) -> bool:
    """Was a correction of a fold, or of one place of it, begun and not committed?"""
    forms = (Form("correct"), Form("correct", here=True))
    return any(session.draft(form.draft_key(fold.id, claim.id)) is not None for form in forms)


@dataclass(frozen=True)
class Preview:
    """A correction while it is typed: `text` for `span` at the first of `places`, and so at all of them. Only to be looked at."""

    places: tuple[Claim, ...]
    span: Span
    text: str


_FORMS: Final = {State.CORRECTED: "correct", State.FLAGGED: "flag"}


def _no_desk(_path: str) -> tuple[str, str]:
    raise NotSaved(tr("没有打开核查库，附件没有地方存放"))


class SessionBridge(Walk):
    """The session as Qt sees it. Methods mirror the session; what cannot be done is said by `failed`, never raised."""

    changed = Signal(object)  # Changes
    form_asked = Signal(object)  # Form
    page_asked = Signal(str)  # the id of a check: "为什么?"
    previewed = Signal(object)  # Preview, or None when the form is left
    failed = Signal(str)  # a sentence: nothing was done

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.checking.taken.connect(self.changed)
        self.ask_reviewer: Callable[[], str] = lambda: ""
        self.attach: Callable[[str], tuple[str, str]] = _no_desk  # a path -> the copy's name and its SHA-256; raises Refused
        self.attachment: Callable[[str], Path | None] = lambda _name: None  # where a copy lies

    # --- deciding ---

    def press(self, state: State, here: bool = False) -> None:
        """A decision key: decide at once, or ask the card for the form that this decision wants."""
        fold, session = self.fold, self._session
        if session is None or fold is None:
            self.said.emit(tr("先选中一项数据"))
        elif session.read_only:
            self.failed.emit(tr("只读打开，决定不会保存"))
        elif state in _FORMS:
            self.form_asked.emit(Form(_FORMS[state], state, here))
        elif session.needs_reason(fold.id, state) or (state is State.CONFIRMED and session.open_findings(fold.id)):
            self.form_asked.emit(Form("reason", state, here))
        else:
            self.decide(fold.id, state, here=here)

    def ask(self, kind: str, finding: str = "") -> None:
        """Ask the card to open a form for the selected fold; an answer, where no finding is named, for the worst that is open."""
        fold, session = self.fold, self._session
        if session is None or fold is None:
            self.said.emit(tr("先选中一项数据"))
            return
        if kind == "answer" and not finding:
            finding = next((open_.id for open_ in session.open_findings(fold.id)), "")
            if not finding:
                self.said.emit(tr("这一项没有未回应的发现"))
                return
        self.form_asked.emit(Form(kind, finding=finding))

    def decide(
        self,
        fold_id: str,
        state: State,
        *,
        here: bool = False,
        text: str = "",
        span: Span | None = None,
        reason: str = "",
        to: str = "",
        judgement: bool = False,
        evidence: Sequence[str] = (),
        answers: Sequence[str] = (),
    ) -> Changes | None:
        """Decide a fold (or with `here` the selected place alone) and go to the next open claim of the paragraph."""
        place = self._selection.claim if here else None
        changes = self._write(
            lambda session: session.decide(
                fold_id,
                state,
                text=text,
                span=span,
                reason=reason,
                to=to,
                judgement=judgement,
                evidence=tuple(evidence),
                place=place,
                answers=answers,
            )
        )
        if changes is not None and state is not State.PENDING:
            self._advance()
        return changes

    def decide_all(self, fold_ids: Iterable[str], state: State, basis: str) -> Changes | None:
        """Decide many folds as one undo step."""
        wanted = tuple(fold_ids)
        return self._write(lambda session: session.decide_all(wanted, state, basis))

    def _advance(self) -> None:
        assert self._session is not None
        here = self._selection
        fold_id = self._session.next_open(here.claim, by_risk=False, paragraph=here.paragraph)
        if fold_id is None:
            self.select(here.paragraph, None)
            return
        fold = self._session.fold(fold_id)
        claim = next((place for place in fold.places if place.paragraph == here.paragraph), fold.claim)
        self.select(claim.paragraph, claim.id)

    def enter(self) -> None:
        """Enter: confirm what the checks bear out, or complete a paragraph whose claims are all decided; otherwise say why not."""
        session, fold = self._session, self.fold
        if session is None:
            return
        if fold is not None and session.state(fold.id) is State.PENDING:
            if session.stale:
                self.said.emit(tr("正在重新核对，Enter 暂时不确认；核对过的可按 1"))
            elif session.may_confirm_with_enter(fold.id):
                self.press(State.CONFIRMED)
            elif session.open_findings(fold.id):
                self.said.emit(tr("还有发现未回应，Enter 不会直接确认；按 1 写理由确认，按 5 只回应发现"))
            else:
                self.said.emit(tr("没有可比对的数，Enter 不会直接确认；按 1 确认"))
            return
        paragraph = self._selection.paragraph
        left = session.next_open(self._selection.claim, by_risk=False, paragraph=paragraph)
        if left is not None:
            self._advance()
        elif session.is_read(paragraph) or self.read(paragraph) is not None:
            self.step_paragraph(1)

    def read(self, paragraph: int) -> Changes | None:
        """Read and complete a paragraph."""
        return self._write(lambda session: session.read(paragraph))

    def answer(self, finding_id: str, reason: str) -> Changes | None:
        """Answer a finding without deciding its claim."""
        return self._write(lambda session: session.answer(finding_id, reason))

    def insert(self, span: Span) -> Changes | None:
        """Add a claim by hand and select it."""
        changes = self._write(lambda session: session.insert(span))
        if changes is not None:
            self._select_at(span)
        return changes

    def adjust(self, fold_id: str, span: Span) -> Changes | None:
        """Move the ends of a claim and keep it selected."""
        changes = self._write(lambda session: session.adjust(fold_id, span))
        if changes is not None:
            self._select_at(span)
        return changes

    def read_as(self, fold_id: str, kind: Kind, quantity: Quantity) -> Changes | None:
        """Say what a claim means where the machine read it wrongly."""
        return self._write(lambda session: session.read_as(fold_id, kind, quantity))

    def begin(self, stage: Stage) -> Changes | None:
        """Begin another reading of the article."""
        return self._write(lambda session: session.begin(stage))

    def split(self, claim_id: str) -> Changes | None:
        """Give one place its own decision."""
        return self._write(lambda session: session.split(claim_id))

    def join(self, claim_id: str) -> Changes | None:
        """Put a place back into its fold."""
        return self._write(lambda session: session.join(claim_id))

    def note(self, fold_id: str, text: str) -> Changes | None:
        """Write a note on a fold."""
        return self._write(lambda session: session.note(fold_id, text))

    def add_evidence(self, fold_id: str, evidence: Evidence) -> Changes | None:
        """Attach a source to a fold."""
        return self._write(lambda session: session.add_evidence(fold_id, evidence))

    def describe(self, title: str, byline: str, publisher: str, published: date | None) -> Changes | None:
        """Say what the article is called, who wrote it, where and when it appears."""
        return self._write(lambda session: session.describe(title, byline, publisher, published))

    def carry_on(self, joins: Iterable[Join], *, joined: bool = True) -> Changes | None:
        """Read neighbouring paragraphs as one, or apart again."""
        return self._write(lambda session: session.carry_on(joins, joined=joined))

    def undo(self) -> Changes | None:
        """Take back one's own last step and go to where it was."""
        return self._go_back(self._write(lambda session: session.undo(), empty=tr("没有可撤销的步骤")))

    def redo(self) -> Changes | None:
        """Do again what was taken back and go to where it is."""
        return self._go_back(self._write(lambda session: session.redo(), empty=tr("没有可重做的步骤")))

    def _go_back(self, changes: Changes | None) -> Changes | None:
        session = self._session
        if (
            changes is not None
            and session is not None
            and not (changes.structure and len(changes.paragraphs) == len(session.article.paragraphs))
        ):
            known = sorted((fold.claim.start, fold.id) for fold in map(session.fold_of, changes.folds) if fold)
            if known:
                self.select_fold(known[0][1])
            elif changes.paragraphs:
                self.select(min(changes.paragraphs), None)
        return changes

    def _select_at(self, span: Span) -> None:
        here = () if self.article is None else self.claims_in(self.article.paragraph_at(span.start).order)
        claim = next((claim for claim in here if claim.start <= span.start < claim.end), None)
        if claim is not None:
            self.select(claim.paragraph, claim.id)

    def _write(self, act: Callable[[Session], Changes | None], empty: str = "") -> Changes | None:
        session = self._session
        if session is None:
            return None
        if not session.reviewer and not session.read_only:
            name = self.ask_reviewer()
            if not name:
                return None
            session.reviewer = name
        try:
            changes = act(session)
        except Refused as refusal:
            self.failed.emit(sentence(refusal))
            self.checking.look()  # somebody else's record may have come in instead
            return None
        if changes is None:
            self.said.emit(empty)
            return None
        self._take(changes)
        return changes

    def _take(self, changes: Changes) -> None:
        self.checking.look()
        self.changed.emit(changes)

    def reread(self) -> None:
        """Let the views follow after other checks were asked."""
        session = self._session
        if session is None:
            return
        if session.stale:
            self.checking.look()
        else:
            orders = frozenset(paragraph.order for paragraph in session.article.paragraphs)
            self._take(Changes(frozenset(fold.id for fold in session.folds), orders, structure=True))

    def retry(self) -> None:
        """Write what could not be written."""
        self._write(lambda session: session.retry(), empty=tr("没有未保存的决定"))

    def refresh(self) -> None:
        """Read what another window or another editor has written."""
        if self._session is not None and (changes := self._session.refresh()) is not None:
            self._take(changes)
