"""The correction form: the words as they stand, the words as they should be, and why."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from annotator.gui import theme
from annotator.gui.article.runs import Replacement, narrowed
from annotator.gui.bridge import Form, Preview, SessionBridge
from annotator.gui.card.fields import Line, Reason
from annotator.gui.card.form import FormPage
from annotator.gui.card.keybutton import KeyButton
from annotator.gui.card.page import source_line
from annotator.gui.card.reading import claim_words
from annotator.gui.card.recheck import Edit, Outcome, Rechecker
from annotator.gui.card.section import Section
from annotator.gui.card.sentence import Sentence, Stroke, excerpt
from annotator.gui.i18n import tr
from annotator.gui.offsets import Offsets, shown
from annotator.gui.pieces import Label, Mark, button
from annotator.gui.reasons import corrections
from annotator.gui.sentences import translated
from annotator.gui.words import check_title
from annotator.model import Finding, Span, State, Suggestion

_PREVIEW_AFTER = 120  # milliseconds without a key until the article shows the correction


class CorrectionForm(FormPage):
    """Corrects the selected fold, or with `asked.here` the selected place alone."""

    def __init__(self, bridge: SessionBridge, asked: Form, suggestion: Suggestion | None = None) -> None:
        super().__init__(bridge, asked, title=tr("更正"), mark="corrected", action=tr("提交更正"))
        self._findings = self.session.findings(self.fold.id)
        self._suggesting = self._find_suggestion()
        self._span = self._first_span(suggestion or self._suggestion)
        self._taken: str | None = None if suggestion is None else suggestion.text
        self._rechecker = Rechecker(self.session.article, self._findings, self)
        self._later = QTimer(self, singleShot=True, interval=_PREVIEW_AFTER)
        self._later.timeout.connect(self._preview)
        self._build()
        self._rechecker.began.connect(lambda: self._tell(Label(tr("正在重查…"), "small", "ink3")))
        self._rechecker.done.connect(self._show_outcome)
        decision = self.session.decision(self.places[0].id)
        self.field.setText(decision.text if decision is not None and decision.state is State.CORRECTED else self._original)
        if self._taken is not None:
            self._take_over()
        self._show_change()

    # --- what is corrected ---

    def _find_suggestion(self) -> Finding | None:
        return next((finding for finding in self._findings if finding.suggestion and self.session.is_open(finding)), None)

    @property
    def _suggestion(self) -> Suggestion | None:
        return self._suggesting.suggestion if self._suggesting else None

    def _first_span(self, suggestion: Suggestion | None) -> Span:
        """The words to correct, at the first place: those a finding names where they hold the claim, else the claim."""
        first = self.places[0]
        if suggestion is not None:
            shift = first.start - self.fold.claim.start
            span = Span(suggestion.start + shift, suggestion.end + shift)
            if span.start <= first.start and first.end <= span.end:
                return span
        decision = self.session.decision(first.id)
        return decision.span if decision is not None and decision.span is not None else first.span

    @property
    def _original(self) -> str:
        return self.session.article.slice(self._span)

    @property
    def _at_claim(self) -> Span:
        """The words to correct at the selected place."""
        shift = self.claim.start - self.places[0].start
        return Span(self._span.start + shift, self._span.end + shift)

    @property
    def _change(self) -> Replacement:
        return narrowed(self._at_claim, self._original, self.field.text())

    # --- its parts ---

    def _build(self) -> None:
        px = theme.px
        self._sentence = Sentence()
        self.body.addWidget(self._sentence)
        self.body.addSpacing(px(8))
        self.body.addWidget(self._words())
        self._again = Section(tr("改后重查"))
        self.body.addWidget(self._again)
        why = Section(tr("理由"), tr("必填 · Alt+数字选常用理由"))
        self.reason = Reason(corrections())
        self.reason.changed.connect(self.touched)
        why.body.addWidget(self.reason)
        self.body.addWidget(why)
        self.body.addWidget(self._grounds())
        self.body.addWidget(Section(tr("应用于"), self.where()))
        self.body.addStretch(1)
        for digit in range(1, len(self.reason.choices.buttons) + 1):
            self._shortcut(f"Alt+{digit}", lambda digit=digit: self.reason.choices.pick(digit))

    def _words(self) -> QWidget:
        px = theme.px
        aside = QWidget()
        line = QHBoxLayout(aside)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(4))
        for text, name, keys, by in (
            (tr("← 扩一字"), tr("向前扩一字"), "Alt+Shift+Left", -1),
            (tr("扩一字 →"), tr("向后扩一字"), "Alt+Shift+Right", 1),
        ):
            wider = button(text, "link")
            wider.setFont(theme.font("label"))
            wider.setAccessibleName(name)
            wider.setToolTip(f"{name}（{keys}）")
            wider.clicked.connect(lambda _checked=False, by=by: self._widen(by))
            self._shortcut(keys, lambda by=by: self._widen(by))
            line.addWidget(wider)
        section = Section(tr("原文"), aside)
        self._before = Sentence("quote", 24, "ink2")
        section.body.addWidget(self._before)
        section.body.addWidget(Label(tr("改为"), "section", "ink3"))
        self.field = Line(tr("改为"), serif=True)
        self.field.textChanged.connect(self._typed)
        section.body.addWidget(self.field)
        self._changed = Label("", "small", "ink2")
        line = QHBoxLayout()
        line.addWidget(self._changed, 1)
        if self._suggestion is not None:
            words = tr("采用建议：{text}").format(text=shown(self._suggestion.text))
            self._offer = KeyButton(words, "take-suggestion", "Alt+Return", after=True)
            self._offer.clicked.connect(self._take_over)
            self._shortcut("Alt+Return", self._take_over)
            line.addWidget(self._offer)
        section.body.addLayout(line)
        return section

    def _grounds(self) -> QWidget:
        section = Section(tr("证据"), tr("至少 1 条，或“编辑判断”"))
        self._sources: dict[str, QCheckBox] = {}
        for evidence in self.session.evidence(self.fold.id):
            box = QCheckBox(shown(source_line(evidence)).replace("&", "&&"))
            box.setFont(theme.font("small"))
            box.setChecked(True)
            box.toggled.connect(self.touched)
            self._sources[evidence.id] = box
            section.body.addWidget(box)
        line = QHBoxLayout()
        line.setSpacing(theme.px(14))
        more = KeyButton(tr("＋ 证据"), "evidence", "Ctrl+K", after=True)
        more.clicked.connect(lambda: self.bridge.ask("evidence"))
        self.judgement = QCheckBox(tr("编辑判断，无外部证据"))
        self.judgement.toggled.connect(self.touched)
        line.addWidget(more)
        line.addWidget(self.judgement)
        line.addStretch(1)
        section.body.addLayout(line)
        return section

    # --- while one types ---

    def _typed(self) -> None:
        self._show_change()
        self.touched()

    def _show_change(self) -> None:
        article, change, at = self.session.article, self._change, self._at_claim
        self._sentence.show_words(article, excerpt(article, at), [Stroke(at, box="accent")], change)
        self._before.show_words(article, at)
        old, new = article.slice(change.span), change.text
        self._changed.setText(
            tr("改动 {old} → {new}").format(old=old or tr("（无）"), new=shown(new) or tr("（删去）")) if old or new else tr("还没有改动")
        )
        self._later.start()
        starts = tuple(place.start - self.places[0].start + self._span.start for place in self.places)
        self._rechecker.ask(Edit(self._span, starts, self.field.text()) if self._is_changed else None)

    @property
    def _is_changed(self) -> bool:
        return bool(self.field.text().strip()) and self.field.text() != self._original

    def _preview(self) -> None:
        self.bridge.previewed.emit(Preview(self.places, self._span, self.field.text()) if self._begun else None)

    def _widen(self, by: int) -> None:
        """Take one more character before or after the words into what is corrected."""
        paragraph = self.session.article.paragraph_at(self._span.start)
        text, cursor = self.field.text(), self.field.cursorPosition()
        if by < 0 and self._span.start > paragraph.start:
            self._span = Span(self._span.start - 1, self._span.end)
            self.field.setText(self._original[0] + text)
            self.field.setCursorPosition(cursor + 1)
        elif by > 0 and self._span.end < paragraph.end:
            self._span = Span(self._span.start, self._span.end + 1)
            self.field.setText(text + self._original[-1])
            self.field.setCursorPosition(cursor)

    def _take_over(self) -> None:
        """Put the suggestion in, with its reason."""
        suggestion, finding = self._suggestion, self._suggesting
        if suggestion is None or finding is None:
            return
        self._span = self._first_span(suggestion)
        self.field.setText(suggestion.text)
        if not self.reason.words.toPlainText().strip():
            self.reason.words.setPlainText(finding.message)
        self.touched()

    # --- the checks once more ---

    def _show_outcome(self, outcome: Outcome) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for finding in outcome.now:
            column.addWidget(_line(finding.verdict.value, f"{check_title(finding.check)}：{translated(finding.message)}"))
        for finding in outcome.gone:
            column.addWidget(_line("consistent", tr("“{check}”不再提出").format(check=check_title(finding.check))))
        if not outcome.now and not outcome.gone:
            column.addWidget(Label(tr("未找到可比对的数"), "small", "ink3"))
        column.addWidget(Label(self._value_words(outcome), "small", "ink3"))
        self._tell(holder)

    def _value_words(self, outcome: Outcome) -> str:
        if not outcome.value:
            return tr("读不出数值") if outcome.unread else tr("没有数字了")
        same = outcome.value == claim_words(self.claim)
        return (tr("数值不变 {value}") if same else tr("数值 {value}")).format(value=outcome.value)

    def _tell(self, widget: QWidget) -> None:
        while (item := self._again.body.takeAt(0)) is not None:
            if (before := item.widget()) is not None:
                before.hide()
                before.deleteLater()
        self._again.body.addWidget(widget)

    # --- the form ---

    def end(self) -> None:
        super().end()
        self._later.stop()
        self._rechecker.ask(None)

    def first_field(self) -> QWidget:
        return self.field

    def begin(self) -> None:
        super().begin()
        if self._taken is not None:
            self.touched()
        start, length = self._part_to_change()
        self.field.setSelection(start, length)
        self._later.start()

    def _part_to_change(self) -> tuple[int, int]:
        """What is selected at first (UTF-16 units): the words a suggestion changes, else the figure, else everything."""
        original, offsets = self._original, Offsets(self._original)
        suggestion = self._suggestion
        if self.field.text() != original:
            return len(self.field.text()), 0
        if suggestion is not None and self._span == self._first_span(suggestion):
            change = narrowed(Span(0, len(original)), original, suggestion.text)
            start, end = change.span
        else:
            inside = self.places[0].start - self._span.start
            start, end = inside, inside + self.places[0].end - self.places[0].start
            unit = self.places[0].quantity.unit
            if unit and original[start:end].endswith(unit) and end - start > len(unit):
                end -= len(unit)
        return offsets.to_qt(start), offsets.to_qt(end) - offsets.to_qt(start)

    def conditions(self) -> list[tuple[str, bool]]:
        return [
            (tr("有改动"), self._is_changed),
            (tr("有理由"), bool(self.reason.text)),
            (tr("证据或编辑判断"), self.judgement.isChecked() or any(box.isChecked() for box in self._sources.values())),
        ]

    def data(self) -> dict[str, Any]:
        return {
            "text": self.field.text(),
            "span": list(self._span),
            "choice": self.reason.choices.chosen,
            "reason": self.reason.words.toPlainText(),
            "judgement": self.judgement.isChecked(),
        }

    def restore(self, data: Mapping[str, Any]) -> None:
        if self._taken is None:
            self._span = Span(*data.get("span", self._span))
            self.field.setText(str(data.get("text", self._original)))
        self.reason.choices.choose(str(data.get("choice", "")))
        self.reason.words.setPlainText(self.reason.words.toPlainText() or str(data.get("reason", "")))
        self.judgement.setChecked(bool(data.get("judgement")))
        self._show_change()

    def act(self) -> bool:
        evidence = [known for known, box in self._sources.items() if box.isChecked()]
        changes = self.bridge.decide(
            self.fold.id,
            State.CORRECTED,
            here=self.asked.here,
            text=self.field.text(),
            span=self._span,
            reason=self.reason.text,
            judgement=self.judgement.isChecked(),
            evidence=evidence,
        )
        return changes is not None


def _line(mark: str, words: str) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.px(8))
    line.addWidget(Mark(mark), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Label(words, "body", "ink", wrap=True), 1)
    return holder
