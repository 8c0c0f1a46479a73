"""The one loop of the window: key or click → action → bridge → session → Changes → `changed` → views re-read. No view sets another view."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal

from annotator.gui.i18n import tr
from annotator.model import Article, Claim, Evidence, Fold, Span, State
from annotator.review import Changes, Conflict, NotSaved, ReadOnly, ReasonWanted, Session


@dataclass(frozen=True)
class Selection:
    """Where the editor is: a paragraph by its order and a claim in it, or `claim` None for the paragraph as a whole (its end)."""

    paragraph: int
    claim: str | None = None


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


_FORMS: Final = {State.CORRECTED: "correct", State.FLAGGED: "flag"}


class SessionBridge(QObject):
    """The session as Qt sees it. Methods mirror the session; what cannot be done is said by `failed`, never raised."""

    opened = Signal()  # another session: re-read everything
    changed = Signal(object)  # Changes
    selected = Signal(object)  # Selection
    form_asked = Signal(object)  # Form
    shown = Signal(object)  # Span to show without losing the selected claim, or None to return
    pointed = Signal(object)  # tuple[Span, ...] outlined while the pointer or the focus is on an operand; () ends it
    said = Signal(str)  # a sentence for the status line
    failed = Signal(str)  # a sentence: nothing was done

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._selection = Selection(0)
        self._claims: tuple[Claim, ...] = ()
        self._fold_of: dict[str, str] = {}
        self.ask_reviewer: Callable[[], str] = lambda: ""
        self.visits_minor = False  # do ↑ ↓ stop at claims a checker may leave?

    # --- what is open ---

    @property
    def session(self) -> Session | None:
        return self._session

    @property
    def article(self) -> Article | None:
        return None if self._session is None else self._session.article

    @property
    def selection(self) -> Selection:
        return self._selection

    @property
    def claim(self) -> Claim | None:
        """The selected claim."""
        wanted = self._selection.claim
        return next((claim for claim in self._claims if claim.id == wanted), None) if wanted else None

    @property
    def fold(self) -> Fold | None:
        """The fold of the selected claim."""
        wanted = self._selection.claim
        if self._session is None or wanted is None or wanted not in self._fold_of:
            return None
        return self._session.fold(self._fold_of[wanted])

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every place in order of the text."""
        return self._claims

    def fold_id(self, claim_id: str) -> str:
        """The fold a place belongs to. KeyError for a place that is none."""
        return self._fold_of[claim_id]

    def open(self, session: Session | None) -> None:
        """Show another session where it was left, or at its first open claim."""
        self._session = session
        self._selection = Selection(0)
        self._index()
        self.opened.emit()
        if session is None or not session.article.paragraphs:
            return
        place = session.place
        left = place if isinstance(place, dict) else {}
        claim = left.get("claim")
        paragraph = left.get("paragraph")
        if isinstance(paragraph, int) and 0 <= paragraph < len(session.article.paragraphs):
            self.select(paragraph, claim if isinstance(claim, str) else None)
        elif first := session.next_open(None, by_risk=False):
            self.select_fold(first)
        else:
            self.select(0, None)

    def _index(self) -> None:
        folds = () if self._session is None else self._session.folds
        self._fold_of = {place.id: fold.id for fold in folds for place in fold.places}
        self._claims = tuple(sorted((place for fold in folds for place in fold.places), key=lambda claim: claim.start))

    # --- moving: never decides ---

    def select(self, paragraph: int, claim_id: str | None = None) -> None:
        """Go to a claim, or to a paragraph as a whole."""
        if self._session is None:
            return
        if claim_id is not None and claim_id not in self._fold_of:
            claim_id = None
        self._selection = Selection(paragraph, claim_id)
        self._session.save_place({"paragraph": paragraph, "claim": claim_id})
        self.selected.emit(self._selection)

    def select_fold(self, fold_id: str) -> None:
        """Go to the first place of a fold."""
        if self._session is not None:
            claim = self._session.fold(fold_id).claim
            self.select(claim.paragraph, claim.id)

    def step_claim(self, by: int) -> None:
        """Next (1) or previous (-1) stop: a claim, or a paragraph without claims. Copies are passed over."""
        stops = self._stops()
        here = self._position(stops)
        target = here + by if stops[here : here + 1] == [self._selection] else (here if by > 0 else here - 1)
        if 0 <= target < len(stops):
            self.select(stops[target].paragraph, stops[target].claim)

    def step_paragraph(self, by: int) -> None:
        """The first stop of the next (1) or previous (-1) paragraph that is no copy."""
        paragraphs = sorted({stop.paragraph for stop in self._stops()})
        later = [order for order in paragraphs if (order - self._selection.paragraph) * by > 0]
        if later:
            self.go_to(min(later) if by > 0 else max(later))

    def go_to(self, paragraph: int) -> None:
        """The first stop of a paragraph; a copy shows its first claim, too."""
        if self._session is None:
            return
        first = next((claim for claim in self._claims if claim.paragraph == paragraph and self._stops_at(claim)), None)
        self.select(paragraph, first.id if first else None)

    def next_open(self, backwards: bool = False) -> None:
        """The next or previous fold that is still open, by risk."""
        if self._session is None:
            return
        fold_id = self._session.next_open(self._selection.claim, backwards=backwards)
        if fold_id is not None:
            self.select_fold(fold_id)
        elif (left := self._unread()) is not None:
            self.select(left, None)
        else:
            self.said.emit(tr("没有待核的项了"))

    def _unread(self) -> int | None:
        assert self._session is not None
        return next((p.order for p in self._session.article.paragraphs if p.copy_of is None and not self._session.is_read(p.order)), None)

    def _stops_at(self, claim: Claim) -> bool:
        assert self._session is not None
        return self.visits_minor or not claim.minor or self._session.state(self._fold_of[claim.id]) is not State.PENDING

    def _stops(self) -> list[Selection]:
        if self._session is None:
            return []
        places: dict[int, list[Selection]] = {}
        for claim in self._claims:
            if self._stops_at(claim):
                places.setdefault(claim.paragraph, []).append(Selection(claim.paragraph, claim.id))
        originals = (p.order for p in self._session.article.paragraphs if p.copy_of is None)
        return [stop for order in originals for stop in places.get(order, [Selection(order)])]

    def _position(self, stops: Sequence[Selection]) -> int:
        """Index of the selected stop, or of the first stop behind a selection that is none."""
        if self._selection in stops:
            return stops.index(self._selection)
        claim = self.claim
        here = (self._selection.paragraph, float("inf") if claim is None else claim.start)
        starts = {claim.id: claim.start for claim in self._claims}
        keys = [(stop.paragraph, 0 if stop.claim is None else starts[stop.claim]) for stop in stops]
        return next((index for index, key in enumerate(keys) if key > here), len(stops))

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
        elif state is not State.PENDING and session.needs_reason(fold.id, state):
            self.form_asked.emit(Form("reason", state, here))
        else:
            self.decide(fold.id, state, here=here)

    def ask(self, kind: str, finding: str = "") -> None:
        """Ask the card to open a form for the selected fold."""
        if self.fold is None:
            self.said.emit(tr("先选中一项数据"))
        else:
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
    ) -> Changes | None:
        """Decide a fold (or with `here` the selected place alone) and go to the next open claim of the paragraph."""
        place = self._selection.claim if here else None
        changes = self._write(
            lambda session: session.decide(
                fold_id, state, text=text, span=span, reason=reason, to=to, judgement=judgement, evidence=tuple(evidence), place=place
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
            if session.may_confirm_with_enter(fold.id):
                self.press(State.CONFIRMED)
            elif session.open_findings(fold.id):
                self.said.emit(tr("还有发现未回应，Enter 不会直接确认"))
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

    def undo(self) -> Changes | None:
        """Take back one's own last step and go to where it was."""
        return self._go_back(self._write(lambda session: session.undo(), empty=tr("没有可撤销的步骤")))

    def redo(self) -> Changes | None:
        """Do again what was taken back and go to where it is."""
        return self._go_back(self._write(lambda session: session.redo(), empty=tr("没有可重做的步骤")))

    def _go_back(self, changes: Changes | None) -> Changes | None:
        if changes is not None and self._session is not None:
            known = [fold.id for fold in self._session.folds if fold.id in changes.folds]
            if known:
                self.select_fold(known[0])
            elif changes.paragraphs:
                self.select(min(changes.paragraphs), None)
        return changes

    def _select_at(self, span: Span) -> None:
        claim = next((claim for claim in self._claims if claim.start <= span.start < claim.end), None)
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
        except (Conflict, ReadOnly, NotSaved, ReasonWanted, ValueError) as error:
            self.failed.emit(str(error))
            return None
        if changes is None:
            self.said.emit(empty)
            return None
        self._index()
        self.changed.emit(changes)
        return changes
