"""Where the editor is and how one moves: never a decision. The half of the bridge that only reads."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.gui.checking import Checking
from annotator.gui.filter import Filter
from annotator.gui.i18n import tr
from annotator.model import Article, Claim, Fold, State
from annotator.review import Refused, Session

_SETTLES: Final = 400  # milliseconds the selection rests before its place is kept


@dataclass(frozen=True)
class Selection:
    """Where the editor is: a paragraph by its order and a claim in it, or `claim` None for the paragraph as a whole (its end)."""

    paragraph: int
    claim: str | None = None


class Walk(QObject):
    """What is open, what is selected and the way through it."""

    opened = Signal()  # another session: re-read everything
    selected = Signal(object)  # Selection
    filtered = Signal(object)  # Filter
    shown = Signal(object)  # Span to show without losing the selected claim, or None to return
    pointed = Signal(object)  # tuple[Span, ...] outlined while the pointer or the focus is on an operand; () ends it
    said = Signal(str)  # a sentence for the status line

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._settled = QTimer(self, singleShot=True, interval=_SETTLES)
        self._settled.timeout.connect(self.keep_place)
        self._selection = Selection(0)
        self.checking = Checking(self)
        self.filter = Filter()
        self.by_risk = True  # does F8 go to the riskiest first?
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
        return next((claim for claim in self.claims_in(self._selection.paragraph) if claim.id == wanted), None) if wanted else None

    @property
    def fold(self) -> Fold | None:
        """The fold of the selected claim."""
        wanted = self._selection.claim
        return None if self._session is None or wanted is None else self._session.fold_of(wanted)

    @property
    def claims(self) -> Sequence[Claim]:
        """Every place in order of the text."""
        return () if self._session is None else self._session.claims

    @property
    def position(self) -> tuple[int, int] | None:
        """The selected claim's number in its paragraph, from 1, and how many count there: minor ones only where decided or selected."""
        session, wanted = self._session, self._selection.claim
        if session is None or wanted is None:
            return None
        here = self.claims_in(self._selection.paragraph)
        ids = [c.id for c in here if not c.minor or c.id == wanted or session.state(c.id) is not State.PENDING]
        return (ids.index(wanted) + 1, len(ids)) if wanted in ids else None

    def claims_in(self, paragraph: int) -> tuple[Claim, ...]:
        """The places in a paragraph, in order of the text."""
        return () if self._session is None else self._session.claims_in(paragraph)

    def fold_id(self, claim_id: str) -> str:
        """The fold a place belongs to. KeyError for a place that is none."""
        if self._session is None:
            raise KeyError(claim_id)
        return self._session.fold(claim_id).id

    def open(self, session: Session | None) -> None:
        """Show another session where it was left, or at its first open claim."""
        if self._session is not None:
            self.keep_place()
        self._session = session
        self._selection = Selection(0)
        self.checking.follow(session)
        self.opened.emit()
        if session is None or not session.article.paragraphs:
            return
        left = session.place or {}
        claim = left.get("claim")
        paragraph = left.get("paragraph")
        if isinstance(paragraph, int) and 0 <= paragraph < len(session.article.paragraphs):
            self.select(paragraph, claim if isinstance(claim, str) else None)
        elif first := session.next_open(None, by_risk=False):
            self.select_fold(first)
        else:
            self.select(0, None)

    # --- moving: never decides ---

    def select(self, paragraph: int, claim_id: str | None = None) -> None:
        """Go to a claim, or to a paragraph as a whole."""
        if self._session is None:
            return
        if claim_id is not None and self._session.fold_of(claim_id) is None:
            claim_id = None
        self._selection = Selection(paragraph, claim_id)
        self._settled.start()
        self.selected.emit(self._selection)

    def keep_place(self) -> None:
        """Remember where reading stopped; a place that cannot be kept is no reason to stop anybody."""
        self._settled.stop()
        if self._session is not None:
            with suppress(Refused):
                self._session.save_place({"paragraph": self._selection.paragraph, "claim": self._selection.claim})

    def select_fold(self, fold_id: str) -> None:
        """Go to the first place of a fold, if the fold is still there."""
        if self._session is not None and (fold := self._session.fold_of(fold_id)):
            self.select(fold.claim.paragraph, fold.claim.id)

    def step_claim(self, by: int) -> None:
        """Next (1) or previous (-1) stop: a claim, or a paragraph without claims. Copies are passed over."""
        here = self._selection
        stops = self._stops(here.paragraph)
        if here in stops:
            at = stops.index(here) + by
        else:  # between two stops, or at the end of the paragraph
            claim = self.claim
            before = [stop for stop in stops if claim is None or self._start(stop) < claim.start]
            at = len(before) if by > 0 else len(before) - 1
        if 0 <= at < len(stops):
            self.select(here.paragraph, stops[at].claim)
        elif (beyond := self._beyond(here.paragraph, by)) is not None:
            stop = self._stops(beyond)[0 if by > 0 else -1]
            self.select(beyond, stop.claim)

    def step_paragraph(self, by: int) -> None:
        """The first stop of the next (1) or previous (-1) paragraph that is no copy."""
        beyond = self._beyond(self._selection.paragraph, by)
        if beyond is not None:
            self.go_to(beyond)

    def go_to(self, paragraph: int) -> None:
        """The first stop of a paragraph; a copy shows its first claim, too."""
        if self._session is None:
            return
        first = next((claim for claim in self.claims_in(paragraph) if self._stops_at(claim)), None)
        self.select(paragraph, first.id if first else None)

    def next_open(self, backwards: bool = False) -> None:
        """The next or previous fold that is still open, by risk."""
        if self._session is None:
            return
        fold_id = self._session.next_open(self._selection.claim, backwards=backwards, by_risk=self.by_risk)
        if fold_id is not None:
            self.select_fold(fold_id)
        elif (left := self._unread()) is not None:
            self.select(left, None)
        else:
            self.said.emit(tr("没有待核的项了"))

    def _unread(self) -> int | None:
        assert self._session is not None
        return next((p.order for p in self._session.article.paragraphs if p.copy_of is None and not self._session.is_read(p.order)), None)

    def set_filter(self, words: Filter) -> None:
        """Show and walk through what passes the filter only."""
        self.filter = words
        self.filtered.emit(words)

    def passes(self, fold_id: str) -> bool:
        """Does a fold pass the filter in force?"""
        return self._session is not None and (not self.filter or self.filter.holds(self._session, self._session.fold(fold_id)))

    def _stops_at(self, claim: Claim) -> bool:
        assert self._session is not None
        if self.filter:
            return self.passes(claim.id)
        return self.visits_minor or not claim.minor or self._session.state(self._session.fold(claim.id).id) is not State.PENDING

    def _stops(self, paragraph: int) -> list[Selection]:
        """Where ↑ ↓ stop in a paragraph: its claims, then its end where it has none or only its reading is left."""
        stops = [Selection(paragraph, claim.id) for claim in self.claims_in(paragraph) if self._stops_at(claim)]
        ends = not self.filter and (not stops or self.awaits_reading(paragraph))
        return [*stops, Selection(paragraph)] if ends else stops

    def awaits_reading(self, paragraph: int) -> bool:
        """Is everything in a paragraph decided, but the paragraph not read?"""
        session = self._session
        if session is None or session.article.paragraphs[paragraph].copy_of is not None or session.is_read(paragraph):
            return False
        return session.next_open(None, by_risk=False, paragraph=paragraph) is None

    def _start(self, stop: Selection) -> int:
        return int(stop.claim.split("-")[0]) if stop.claim else 0

    def _beyond(self, paragraph: int, by: int) -> int | None:
        """The next or previous paragraph that is no copy."""
        article = self.article
        assert article is not None
        orders = range(paragraph + 1, len(article.paragraphs)) if by > 0 else range(paragraph - 1, -1, -1)
        return next((order for order in orders if article.paragraphs[order].copy_of is None and self._stops(order)), None)
