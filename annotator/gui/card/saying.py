"""The short forms: a query and to whom, the reason of another decision, a finding left alone, a note."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.gui import reasons, theme
from annotator.gui.bridge import Form, SessionBridge
from annotator.gui.card.fields import Area, Choices, Reason
from annotator.gui.card.form import FormPage
from annotator.gui.card.history import when
from annotator.gui.card.section import Section
from annotator.gui.card.sentence import Sentence, Stroke, excerpt
from annotator.gui.i18n import tr
from annotator.gui.pieces import Label, Mark
from annotator.gui.reasons import Usual
from annotator.gui.sentences import translated
from annotator.gui.words import check_title, state_word
from annotator.model import Finding, State


class SayingForm(FormPage):
    """A form about the selected claim, which stands above it, with usual reasons and own words."""

    def __init__(self, bridge: SessionBridge, asked: Form, *, title: str, mark: str, action: str, answers: Usual) -> None:
        super().__init__(bridge, asked, title=title, mark=mark, action=action)
        sentence = Sentence()
        article, span = self.session.article, self.claim.span
        sentence.show_words(article, excerpt(article, span), [Stroke(span, self.session.state(self.fold.id).value, box="accent")])
        self.body.addWidget(sentence)
        self.body.addSpacing(theme.px(8))
        self.reason = Reason(answers)
        self.reason.changed.connect(self.touched)
        for digit in range(1, len(answers) + 1):
            self._shortcut(f"Alt+{digit}", lambda digit=digit: self.reason.choices.pick(digit))

    def ask_reason(self) -> None:
        """Put the reason in, and what it applies to."""
        why = Section(tr("理由"), tr("必填 · Alt+数字选常用理由"))
        why.body.addWidget(self.reason)
        self.body.addWidget(why)
        self.body.addWidget(Section(tr("应用于"), self.where()))
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        return self.reason.words

    def conditions(self) -> list[tuple[str, bool]]:
        return [(tr("有理由"), bool(self.reason.text))]

    def data(self) -> dict[str, Any]:
        return {"choice": self.reason.choices.chosen, "reason": self.reason.words.toPlainText()}

    def restore(self, data: Mapping[str, Any]) -> None:
        self.reason.choices.choose(str(data.get("choice", "")))
        self.reason.words.setPlainText(str(data.get("reason", "")))


class FlagForm(SayingForm):
    """Queries a claim: why, and who has to answer."""

    def __init__(self, bridge: SessionBridge, asked: Form) -> None:
        super().__init__(bridge, asked, title=tr("存疑", "verb"), mark="flagged", action=tr("记为存疑"), answers=reasons.queries())
        whom = Section(tr("请谁答复"))
        self.to = Choices(tr("请谁答复"), reasons.addressees(), wanted=True)
        self.to.choose("作者")
        self.to.changed.connect(self.touched)
        whom.body.addWidget(self.to)
        self.body.addWidget(whom)
        self.ask_reason()

    def data(self) -> dict[str, Any]:
        return {**super().data(), "to": self.to.chosen}

    def restore(self, data: Mapping[str, Any]) -> None:
        super().restore(data)
        if to := str(data.get("to", "")):
            self.to.choose(to)

    def act(self) -> bool:
        decided = self.bridge.decide(self.fold.id, State.FLAGGED, here=self.asked.here, reason=self.reason.text, to=self.to.chosen)
        return decided is not None


class ReasonForm(SayingForm):
    """Why a claim is confirmed over findings that are open, or a decision of another reviewer or an earlier session is replaced."""

    def __init__(self, bridge: SessionBridge, asked: Form) -> None:
        session, fold = bridge.session, bridge.fold
        assert session is not None
        assert fold is not None
        self._open = session.open_findings(fold.id) if asked.state is State.CONFIRMED else ()
        words = state_word(asked.state)
        title = tr("确认并回应发现") if self._open else words
        action = tr("确认，发现按此回应") if self._open else tr("改为{state}").format(state=words)
        usual = reasons.answers() if self._open else reasons.changes()
        super().__init__(bridge, asked, title=title, mark=asked.state.value, action=action, answers=usual)
        if self._open:
            self.body.addWidget(asked_of(self._open, tr("未回应的发现"), tr("理由记在决定里，也是对发现的回应；报告里会列出。")))
        before = self.session.decision(self.fold.id)
        if before is not None:
            earlier = Section(tr("原来的决定"))
            told = tr("{state} · {by} {time}").format(state=state_word(before.state), by=before.by, time=when(before.at))
            earlier.body.addWidget(
                Label(f"{told}：{reasons.in_words(before.reason)}" if before.reason else told, "body", "ink2", wrap=True)
            )
            self.body.addWidget(earlier)
        self.ask_reason()

    def act(self) -> bool:
        answers = [finding.id for finding in self._open]
        decided = self.bridge.decide(self.fold.id, self.asked.state, here=self.asked.here, reason=self.reason.text, answers=answers)
        return decided is not None


class AnswerForm(SayingForm):
    """Leaves one finding alone, at this place only."""

    def __init__(self, bridge: SessionBridge, asked: Form) -> None:
        super().__init__(bridge, asked, title=tr("此处忽略"), mark="", action=tr("忽略这一条"), answers=reasons.answers())
        finding = next((finding for finding in self.session.findings(self.fold.id) if finding.id == asked.finding), None)
        if finding is not None:
            self.body.addWidget(asked_of((finding,), tr("这条发现"), tr("只在此处不再提出；别处照常，报告里会列出。")))
        self.ask_reason()

    def act(self) -> bool:
        return self.bridge.answer(self.asked.finding, self.reason.text) is not None


def asked_of(findings: Sequence[Finding], title: str, meaning: str) -> Section:
    """The findings a reason answers, and what that means."""
    section = Section(title)
    for finding in findings:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(Mark(finding.verdict.value), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Label(f"{check_title(finding.check)}：{translated(finding.message)}", "body", "ink2", wrap=True), 1)
        section.body.addLayout(line)
    section.body.addWidget(Label(meaning, "small", "ink3", wrap=True))
    return section


class NoteForm(FormPage):
    """A note to the selected claim."""

    def __init__(self, bridge: SessionBridge, asked: Form) -> None:
        super().__init__(bridge, asked, title=tr("备注"), mark="", action=tr("记下"))
        self.words = Area(tr("备注"), hint=tr("给自己、下一位核对者或作者"), lines=6)
        self.words.textChanged.connect(self.touched)
        self.body.addWidget(self.words)
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        return self.words

    def conditions(self) -> list[tuple[str, bool]]:
        return [(tr("有内容"), bool(self.words.toPlainText().strip()))]

    def data(self) -> dict[str, Any]:
        return {"text": self.words.toPlainText()}

    def restore(self, data: Mapping[str, Any]) -> None:
        self.words.setPlainText(str(data.get("text", "")))

    def act(self) -> bool:
        return self.bridge.note(self.fold.id, self.words.toPlainText().strip()) is not None
