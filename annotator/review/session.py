"""One editor's review of one article: every step is written to a log before it counts."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from annotator.model import Claim, Evidence, Fold, Kind, Quantity, Span, Stage, State
from annotator.review import rules
from annotator.review.changes import NAMES, Changes, done, named
from annotator.review.current import Changed, Current
from annotator.review.errors import Conflict, Invalid, NotSaved, ReadOnly, ReasonWanted
from annotator.review.ledger import touched
from annotator.review.log import Event, Record, new_event
from annotator.review.plain import claim_to_json, evidence_to_json, masthead_to_json
from annotator.text import Join


class Session(Current):
    """A review. Acts only through its log: an action returns `Changes` after its record is written, or raises `Refused`.

    `earlier` holds claims of an earlier extractor that decisions may stand on; `assess` and `parse` are the machine's reading
    of claims made by hand.
    """

    defers: bool = False  # does whoever drives the session ask the machine, by `reassess` and `take`, whenever it is `stale`?
    unsaved: Event | None = None  # what the log could not write; `retry` writes it, and so does the next action first

    def decide(
        self,
        fold_id: str,
        state: State,
        *,
        text: str = "",
        span: Span | None = None,
        reason: str = "",
        to: str = "",
        judgement: bool = False,
        evidence: Iterable[str] = (),
        basis: str = "",
        place: str | None = None,
        answers: Iterable[str] = (),
        seen: int | None = None,
    ) -> Changes:
        """Decide a fold, or one place of it alone (`place`: split off and decided, one step). `span`: what a correction replaces, at the
        fold's first place or at `place`. `answers`: findings (ids) the reason leaves alone in the same step; those that are no more are
        passed over. `seen`: the `head` number the form was opened at, when that is older than the screen.

        Raises ReasonWanted, Invalid, Conflict, NotSaved, ReadOnly; then nothing has changed.
        """
        fold = self.fold(fold_id)
        whole = [claim.id for claim in fold.places]
        alone = place is not None and len(whole) > 1
        if place is not None:
            fold = Fold(tuple(claim for claim in fold.places if claim.id == place))
            if not fold.places:
                raise KeyError(place)
        sources = tuple(evidence)
        data: dict[str, Any] = {"folds": [[claim.id for claim in fold.places]], "state": state.value}
        if alone:
            data |= {"apart": [place], "fold": whole}
        if state is State.CORRECTED:
            span = Span(*span) if span else None
            rules.check_correction(self, fold, text, span, judgement=judgement, evidence=sources)
            data |= {"text": text, "span": list(span or fold.claim.span), "judgement": judgement}
        if unknown := [source for source in sources if source not in self._ledger.sources]:
            raise Invalid(f"证据 {unknown[0]} 不在本稿里。请重新选择证据。")
        answered = sorted({finding for finding in answers if self._questions.find(finding)})
        if not reason.strip() and (answered or self.needs_reason(place or fold_id, state)):
            raise ReasonWanted(f"“{fold.claim.text}”改为{NAMES[state]}要写理由。")
        data |= {key: value for key, value in (("reason", reason.strip()), ("to", to), ("basis", basis)) if value}
        data |= {key: list(ids) for key, ids in (("evidence", sources), ("answers", answered)) if ids}
        return self._act("decide", data, seen)

    def decide_all(self, fold_ids: Iterable[str], state: State, basis: str = "") -> Changes:
        """Decide many folds as one step. With the basis "internal" each must be pending, hold a ✓ and no open finding."""
        folds = list({fold.id: fold for fold in map(self.fold, fold_ids)}.values())
        if not folds:
            raise Invalid("没有可以一并处理的数据。")
        if state is State.CORRECTED or any(self.needs_reason(fold.id, state) for fold in folds):
            raise ReasonWanted("其中有要写理由的决定，不能一并处理。请单独核对。")
        if basis == "internal":
            rules.check_internal(self, folds)
        data = {"folds": [[claim.id for claim in fold.places] for fold in folds], "state": state.value}
        return self._act("decide", data | ({"basis": basis} if basis else {}))

    def read(self, paragraph: int) -> Changes:
        """Complete a paragraph that was read, with all its copies. Invalid while it holds a pending claim (minor ones aside)."""
        pending = [f for f in self.folds_in(paragraph) if not f.claim.minor and self.state(f.id) is State.PENDING]
        if pending:
            raise Invalid(f"本段还有 {len(pending)} 项待核，先从“{pending[0].claim.text}”开始。")
        return self._act("read", {"paragraphs": [copy.order for copy in self.article.copies[paragraph]]})

    def answer(self, finding_id: str, reason: str) -> Changes:
        """Leave a finding alone, at its place only, with a reason."""
        if self._questions.find(finding_id) is None:
            raise KeyError(finding_id)
        if not reason.strip():
            raise ReasonWanted("忽略一条发现要写一句理由。")
        operands = sorted(self._questions.operands[finding_id])
        return self._act("answer", {"finding": finding_id, "reason": reason.strip(), "claims": operands})

    def insert(self, span: tuple[int, int]) -> Changes:
        """Add a claim by hand, at every copy of its paragraph."""
        return self._reshape("insert", Span(*span), None)

    def adjust(self, fold_id: str, span: tuple[int, int]) -> Changes:
        """Move the ends of a claim (`span` at the fold's first place), at every place; it is pending again, for it says something else."""
        fold = self.fold(fold_id)
        if fold.claim.span == tuple(span):
            raise Invalid("范围没有变。")
        return self._reshape("adjust", Span(*span), fold)

    def _reshape(self, kind: str, span: Span, fold: Fold | None) -> Changes:
        absorbed = rules.check_span(self, span, fold)
        try:
            claim = self._parse(self.article, span)
        except ValueError as error:
            raise Invalid(str(error)) from error
        return self._act(kind, self._made(claim, fold) | {"absorbs": [place.id for place in absorbed]})

    def _made(self, claim: Claim, fold: Fold | None) -> dict[str, Any]:
        """A claim made by hand, at every place of its fold, or else in every copy of its paragraph."""
        home = self.article.paragraphs[claim.paragraph]
        group = self.article.copies[home.order]
        if fold is not None:
            orders = {place.paragraph for place in fold.places}
            group = [paragraph for paragraph in group if paragraph.order in orders]
        made = []
        for paragraph in group:
            shift = paragraph.start - home.start
            form = claim_to_json(claim)
            made.append(form | {"start": claim.start + shift, "end": claim.end + shift, "paragraph": paragraph.order})
        return {
            "claims": [place.id for place in fold.places] if fold else [],
            "made": made,
            "paragraph": group[0].order if home.copy_of is None else home.copy_of,
        }

    def read_as(self, fold_id: str, kind: Kind, quantity: Quantity) -> Changes:
        """Say what a claim means where the machine read it wrongly, at every place; it is checked anew and pending again."""
        fold = self.fold(fold_id)
        rules.check_reading(fold.claim, kind, quantity)
        claim = fold.claim._replace(kind=kind, quantity=quantity)
        return self._act("reading", self._made(claim, fold) | {"absorbs": [], "was": claim_to_json(fold.claim)})

    def begin(self, stage: Stage) -> Changes:
        """Begin another reading of the article: 初审, 复审 or 终审. What is decided from now on belongs to it."""
        if stage is self.stage and self._ledger.stages:
            raise Invalid("已经是这一审次。")
        return self._act("stage", {"stage": stage.value})

    def split(self, claim_id: str) -> Changes:
        """Let one place of a fold have its own decision."""
        fold = self.fold(claim_id)
        if len(fold.places) == 1:
            raise Invalid("这一项只有一处，不用拆出。")
        return self._act("split", {"claims": [claim_id], "fold": [place.id for place in fold.places]})

    def join(self, claim_id: str) -> Changes:
        """Put a place that was split off back; it takes the decision of the fold it joins."""
        if claim_id not in self._ledger.apart:
            raise Invalid("这一处没有拆出过。")
        rest = [place.id for place in self._structure.roots[claim_id].places if place.id not in self._ledger.apart]
        if not rest:
            raise Invalid("这一组的各处都已拆出，没有可以并回的项。")
        return self._act("join", {"claims": [claim_id], "to": rest[0], "fold": rest})

    def note(self, fold_id: str, text: str) -> Changes:
        """Write a note to a fold."""
        if not text.strip():
            raise Invalid("备注是空的。")
        return self._act("note", {"claims": [place.id for place in self.fold(fold_id).places], "text": text.strip()})

    def add_evidence(self, fold_id: str, evidence: Evidence) -> Changes:
        """Attach a source to a fold; the same source (id) may serve many."""
        if not (evidence.quote.strip() or evidence.title.strip() or evidence.link.strip() or evidence.attachment):
            raise Invalid("证据是空的：请填写引文、标题、链接或附件之一。")
        claims = [place.id for place in self.fold(fold_id).places]
        return self._act("evidence", {"claims": claims, "evidence": evidence_to_json(evidence)})

    def describe(self, title: str = "", byline: str = "", publisher: str = "", published: date | None = None) -> Changes:
        """Say what the article is called, who wrote it, where and when it appears; 今年 and weekdays follow the date at once."""
        told, now = self.article, masthead_to_json(title.strip(), byline.strip(), publisher.strip(), published)
        if now == masthead_to_json(told.title, told.byline, told.publisher, told.published):
            raise Invalid("稿件信息没有变。")
        return self._act("masthead", now)

    def carry_on(self, joins: Iterable[Join], *, joined: bool = True) -> Changes:
        """Read neighbouring paragraphs as one where the flow of a page cut them, or (`joined` false) apart again."""
        pairs = sorted(set(joins) - self.joins if joined else set(joins) & self.joins)
        if not pairs or any(second != first + 1 for first, second in pairs):
            raise Invalid("没有可以接上的段落。" if joined else "没有可以分开的段落。")
        return self._act("flow", {"pairs": [list(pair) for pair in pairs], "joined": joined})

    # --- undo ------------------------------------------------------------------------------------------------------------

    def _next(self, seqs: Sequence[int]) -> int | None:
        """The newest of one's own steps that nobody else has built on."""
        return next((seq for seq in reversed(seqs) if not self._ledger.superseded(seq, self.reviewer)), None)

    @property
    def _undoable(self) -> int | None:
        return None if self.read_only else self._next(self._ledger.steps[self.reviewer].done)

    @property
    def _redoable(self) -> int | None:
        return None if self.read_only else self._next(self._ledger.steps[self.reviewer].undone[-1:])

    @property
    def can_undo(self) -> bool:
        return self._undoable is not None

    @property
    def can_redo(self) -> bool:
        return self._redoable is not None

    @property
    def undo_label(self) -> str:
        """What undo would take back, or ""."""
        return "" if self._undoable is None else self._label(self._ledger.record(self._undoable))

    @property
    def redo_label(self) -> str:
        """What redo would bring again, or ""."""
        return "" if self._redoable is None else self._label(self._ledger.record(self._redoable))

    def undo(self) -> Changes | None:
        """Take back one's own last step, whichever session made it; None when there is none."""
        return self._turn("undo", self._undoable)

    def redo(self) -> Changes | None:
        """Bring one's own last undone step again; None when there is none."""
        return self._turn("redo", self._redoable)

    def _turn(self, kind: str, seq: int | None) -> Changes | None:
        if seq is None:
            return None
        return self._act(kind, {"of": seq, "concerns": sorted(self._ledger.record(seq).event.concerns)})

    # --- writing ---------------------------------------------------------------------------------------------------------

    def _act(self, kind: str, data: Mapping[str, Any], seen: int | None = None) -> Changes:
        if self.unsaved is not None:
            again = (self.unsaved.kind, self.unsaved.data) == (kind, data)
            changes = self.retry()
            if again and changes is not None:
                return changes
        return self._write(new_event(kind, data, self._ledger.seq if seen is None else seen))

    def _write(self, event: Event) -> Changes:
        try:
            written = self.log.append([event], self.reviewer)
        except Conflict:
            self.unsaved = None
            self.refresh()
            raise
        except ReadOnly:
            raise
        except NotSaved:
            self.unsaved = event
            raise
        self.unsaved = None
        newer = written if written[0].seq == self._ledger.seq + 1 else self.log.records(self._ledger.seq)
        return self._take_in(newer, written[0])

    def retry(self) -> Changes | None:
        """Write what could not be written, with its own id: if it was written after all, nothing is doubled. None for nothing to write."""
        return None if self.unsaved is None else self._write(self.unsaved)

    def refresh(self) -> Changes | None:
        """Read what others have written since; None when there is nothing new."""
        newer = self.log.records(self._ledger.seq)
        return self._take_in(newer, None) if newer else None

    def _take_in(self, records: Sequence[Record], own: Record | None) -> Changes:
        """Let the ledger grow and say what changed. What the machine is to say of it is asked at once, or is `stale` till it is taken."""
        article = self.article
        self._ledger.extend(records)
        steps = [self._step(record) for record in records]
        changed = self._follow(steps)
        self._article = self._masthead()
        self.stale = self._wanted() != self._grounds
        if not self.stale and self.article is not article:
            self.analysis = replace(self.analysis, article=self.article)
        if self.stale and not self.defers and (newer := self.take(self.reassess()())):
            changed.folds.update(self._folds_of(newer.folds))
            changed.orders.update(newer.paragraphs)
            changed.structure |= newer.structure
        if self.article is not article or any(step.event.kind == "flow" for step in steps):
            return self._anew(own, changed)
        folds = frozenset(changed.folds)
        if own is None:
            names = "、".join(sorted({record.by for record in records if record.by})) or "另一位编辑"
            return Changes(folds, frozenset(changed.orders), changed.structure, f"{names}更新了 {len(folds)} 项", 0, "refresh")
        step = self._step(own)
        state = State(step.event.data["state"]) if step.event.kind == "decide" else None
        own_folds = self._folds_of(touched(step.event))
        places = len(set(touched(step.event)) & self._structure.of_claim.keys())
        label = done(step.event.kind, state, places, len(step.event.data.get("folds", ())))
        if own is not step:
            label = ("已撤销：" if own.event.kind == "undo" else "已重做：") + self._label(step)
            places = sum(len(fold.places) for fold in own_folds.values())
        return Changes(folds, frozenset(changed.orders), changed.structure, label, places, own.event.kind, state)

    def _anew(self, own: Record | None, changed: Changed | None = None) -> Changes:
        """The machine has read, or is to read, the whole article again."""
        label = "稿件信息或分段更新了"
        if own is not None:
            step = self._step(own)
            before = {"undo": "已撤销：", "redo": "已重做："}.get(own.event.kind, "已")
            label = before + self._label(step)
        kind = own.event.kind if own else "refresh"
        if changed is not None and self.defers:
            return Changes(frozenset(changed.folds), frozenset(changed.orders), changed.structure, label, kind=kind)
        return Changes(
            frozenset(fold.id for fold in self.folds),
            frozenset(paragraph.order for paragraph in self.article.paragraphs),
            structure=True,
            label=label,
            kind=kind,
        )

    def _label(self, step: Record) -> str:
        """What a step is called in the menu."""
        data = step.event.data
        state = State(data["state"]) if step.event.kind == "decide" else None
        claims = touched(step.event)
        place = self._structure.of_claim.get(claims[0]) if claims else None
        return named(step.event.kind, state, place.claim.text if place else "", len(data.get("folds", ())))

    # --- what the machine is asked ---------------------------------------------------------------------------------------

    def switch_off(self, checks: Collection[str]) -> Changes:
        """Ask the machine again, without these checks (ids; () asks all). Decisions and answers stay; this is no step."""
        self._off = frozenset(checks)
        self.stale = self._wanted() != self._grounds
        if self.stale and not self.defers:
            self.take(self.reassess()())
        return replace(self._anew(None, Changed()), label="")

    # --- outside the log -------------------------------------------------------------------------------------------------

    def save_draft(self, key: str, data: Mapping[str, Any] | None) -> None:
        """Keep (None: drop) a form that is not committed. It is kept in memory even where writing fails with NotSaved."""
        if data is None:
            self._drafts.pop(key, None)
        else:
            self._drafts[key] = dict(data)
        self.log.save_draft(key, data)

    def save_place(self, place: Mapping[str, Any]) -> None:
        """Keep where reading stopped: {"paragraph": order, "claim": id or None}. Nothing happens when read-only."""
        if not self.read_only:
            self.log.save_place(place)
