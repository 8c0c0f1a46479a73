"""What the card says of a claim, from the sentence down to its history."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.gui import theme
from annotator.gui.bridge import SessionBridge
from annotator.gui.card import history
from annotator.gui.card.finding import FindingView
from annotator.gui.card.flow import Flow
from annotator.gui.card.keybutton import ActionCap, KeyButton
from annotator.gui.card.operand import Operand
from annotator.gui.card.reading import reading
from annotator.gui.card.section import Grid, Section
from annotator.gui.card.sentence import Sentence, Stroke, sentence_of
from annotator.gui.i18n import tr
from annotator.gui.marks import TINT
from annotator.gui.pieces import Label, button, row
from annotator.gui.words import kind_word, verdict_word
from annotator.model import Claim, Context, Evidence, Finding, Fold, Level, Suggestion, Verdict

_LONGEST_SENTENCE: Final = 160  # code points; beyond, the claim's surroundings are shown
_OTHERS_SHOWN: Final = 6
_SCHEMES: Final = {"http", "https"}


class ClaimPage(QWidget):
    """Built for one claim as it stands now; built anew when that changes."""

    def __init__(
        self,
        bridge: SessionBridge,
        claim: Claim,
        fold: Fold,
        *,
        take_over: Callable[[Suggestion], None],
        why: Callable[[str], None],
    ) -> None:
        super().__init__()
        session = bridge.session
        assert session is not None
        self._bridge, self._session, self._claim, self._fold = bridge, session, claim, fold
        self._take_over, self._why = take_over, why
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(4))
        column.setSpacing(0)
        for part in (self._sentence(), self._reading(), self._findings(), self._places(), self._sources(), self._history()):
            column.addWidget(part)
        column.addStretch(1)

    # --- the sentence and what was understood of it ---

    def _sentence(self) -> QWidget:
        words = Sentence()
        words.setContentsMargins(0, 0, 0, 0)
        span = sentence_of(self._session.article, self._claim.span)
        if span.end - span.start > _LONGEST_SENTENCE:
            span = span._replace(start=max(span.start, self._claim.start - 80), end=min(span.end, self._claim.end + 60))
        words.show_words(self._session.article, span, list(self._strokes()))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, theme.px(10))
        column.addWidget(words)
        return holder

    def _strokes(self) -> Iterable[Stroke]:
        session = self._session
        findings = session.findings(self._fold.id)
        if findings and findings[0].verdict is not Verdict.CONSISTENT:
            tint = "badb" if findings[0].verdict is Verdict.CONTRADICTION else "flagb"
            yield from (Stroke(span, tint=tint) for span in findings[0].spans if span.end - span.start < 60)
        for fold in session.folds_in(self._claim.paragraph):
            for place in fold.places:
                if place.paragraph == self._claim.paragraph and (place.id == self._claim.id or not place.minor):
                    open_ = any(finding.verdict is Verdict.CONTRADICTION for finding in session.open_findings(fold.id))
                    line = "contradiction" if open_ else session.state(fold.id).value
                    tint = TINT.get(line, "") if line != "corrected" else ""
                    yield Stroke(place.span, line, tint, "accent" if place.id == self._claim.id else "")

    def _reading(self) -> QWidget:
        aside = QWidget()
        by = history.read_by(self._session, self._claim)
        kind = kind_word(self._claim.kind)
        told = tr("{kind} · {by}改过").format(kind=kind, by=by) if by else tr("{kind} · 有误可改").format(kind=kind)
        line = row(Label(told, "label", "ink3"), ActionCap("reading", "F2"))
        aside.setLayout(line)
        section = Section(tr("软件的理解"), aside)
        self._grid = Grid()
        section.body.addWidget(self._grid)
        self.show_context(None)
        return section

    def show_context(self, context: Context | None) -> None:
        """Show what the words around the claim say, once they are known."""
        self._grid.show_entries(reading(self._claim, context))

    # --- findings ---

    def _findings(self) -> QWidget:
        findings = self._session.findings(self._fold.id)
        hints = [finding for finding in findings if finding.level is Level.HINT and finding.verdict is not Verdict.CONSISTENT]
        shown = [finding for finding in findings if finding not in hints]
        section = Section(tr("核对发现"), counted(shown))
        if self._session.stale:
            words = tr("正在重新核对：这是上一次的结果，可能已经不对。") if findings else tr("正在重新核对…")
            section.body.addWidget(Label(words, "small", "flag", wrap=True))
        elif not shown:
            section.body.addWidget(Label(tr("未找到可比对的数。这不表示数字属实。"), "small", "ink2", wrap=True))
        for number, finding in enumerate(shown[: _OTHERS_SHOWN + 1]):
            section.body.addWidget(self._finding(finding, full=number == 0))
        self._fold_away(section, shown[_OTHERS_SHOWN + 1 :], tr("还有 {count} 条发现"))
        self._fold_away(section, hints, tr("提示 {count} 条"))
        return section

    def _finding(self, finding: Finding, *, full: bool) -> FindingView:
        return FindingView(
            self._bridge,
            finding,
            self._claim.span,
            full=full,
            take_over=self._take_over,
            answer=lambda asked: self._bridge.ask("answer", asked.id),
            why=self._why,
        )

    def _fold_away(self, section: Section, findings: list[Finding], words: str) -> None:
        """Findings behind one line that opens them."""
        if not findings:
            return
        more = button(words.format(count=len(findings)), "flat")
        more.setIconSize(more.iconSize())

        def unfold() -> None:
            at = section.body.indexOf(more)
            for finding in reversed(findings):
                section.body.insertWidget(at, self._finding(finding, full=False))
            more.hide()

        more.clicked.connect(unfold)
        section.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    # --- places ---

    def _places(self) -> QWidget:
        places = self._fold.places
        if len(places) == 1:
            number = Operand(self._bridge, self._claim.span, tr("{number} 段").format(number=self._claim.paragraph + 1))
            aside = QWidget()
            aside.setLayout(row(Label(tr("仅此 1 处 ·"), "label", "ink2"), number, spacing=4))
            section = Section(tr("出现位置"), aside)
            if self._session.is_apart(self._claim.id) and not self._session.read_only:
                section.body.addWidget(self._link(tr("并回重复"), self._bridge.join), 0, Qt.AlignmentFlag.AlignRight)
            return section
        section = Section(tr("出现位置"), tr("×{count} · 一个决定，{count} 处同步").format(count=len(places)))
        line = QHBoxLayout()
        holder = QWidget()
        flow = Flow(holder, gap=14)
        for place in places:
            own = place.id == self._claim.id
            words = Operand(self._bridge, place.span, tr("{number} 段").format(number=place.paragraph + 1))
            if own:
                words.setAccessibleDescription(tr("现在所在的一处"))
            flow.addWidget(words)
        line.addWidget(holder, 1)
        if not self._session.read_only:
            split = self._link(tr("拆出这一处"), self._bridge.split)
            split.setToolTip(tr("让 {number} 段的这一处有自己的决定").format(number=self._claim.paragraph + 1))
            line.addWidget(split, 0, Qt.AlignmentFlag.AlignTop)
        section.body.addLayout(line)
        return section

    def _link(self, text: str, act: Callable[[str], object]) -> QPushButton:
        """A link that does something with this place."""
        link = button(text, "link")
        link.clicked.connect(lambda: act(self._claim.id))
        return link

    # --- evidence, notes, history ---

    def _sources(self) -> QWidget:
        session, fold = self._session, self._fold
        section = Section(tr("证据与备注"), "" if session.evidence(fold.id) else tr("更正须有证据，或注明“编辑判断”"))
        for evidence in session.evidence(fold.id):
            section.body.addLayout(self._source(evidence))
        for remark in session.notes(fold.id):
            words = tr("备注 · {by} {time}：{text}").format(by=remark.by, time=history.when(remark.at), text=remark.text)
            section.body.addWidget(Label(words, "small", "ink2", wrap=True))
        line = QHBoxLayout()
        line.setSpacing(theme.px(7))
        for text, action, key in ((tr("＋ 证据"), "evidence", "Ctrl+K"), (tr("备注"), "note", "Ctrl+Alt+M")):
            opens = KeyButton(text, action, key, after=True)
            opens.clicked.connect(lambda _checked=False, action=action: self._bridge.ask(action))
            opens.setEnabled(not session.read_only)
            line.addWidget(opens)
        section.body.addLayout(line)
        return section

    def _source(self, evidence: Evidence) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(6))
        line.addWidget(Label(source_line(evidence), "small", "ink2", wrap=True), 1)
        if is_link(evidence.link):
            opens = button(tr("打开链接"), "link")
            opens.setToolTip(evidence.link)
            opens.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(evidence.link)))
            line.addWidget(opens, 0, Qt.AlignmentFlag.AlignTop)
        copy = self._bridge.attachment(evidence.attachment) if evidence.attachment else None
        if copy is not None:
            shows = button(tr("附件所在文件夹"), "link")
            shows.setToolTip(evidence.attachment)
            shows.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy.parent))))
            line.addWidget(shows, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _history(self) -> QWidget:
        found = history.lines(self._session, self._claim)
        section = Section(tr("历史"), "" if found else tr("尚无人工决定"))
        for line in found:
            words = Label(line.what + (tr("（已撤销）") if line.undone else ""), "small", "ink3" if line.undone else "ink2", wrap=True)
            record = QHBoxLayout()
            record.setSpacing(theme.px(9))
            record.addWidget(Label(line.when, "small", "ink3"), 0, Qt.AlignmentFlag.AlignTop)
            record.addWidget(Label(line.who, "small", "ink2"), 0, Qt.AlignmentFlag.AlignTop)
            record.addWidget(words, 1)
            section.body.addLayout(record)
        return section


def counted(findings: list[Finding]) -> str:
    """1 矛盾 · 2 待看 · 1 相符."""
    verdicts = Counter(finding.verdict for finding in findings)
    return " · ".join(f"{verdicts[verdict]} {verdict_word(verdict)}" for verdict in Verdict if verdicts[verdict])


def is_link(text: str) -> bool:
    """Is a text one address of the web? Nothing else is ever opened."""
    url = QUrl(text, QUrl.ParsingMode.StrictMode)
    return url.isValid() and url.scheme() in _SCHEMES and bool(url.host()) and not any(char.isspace() for char in text)


def source_line(evidence: Evidence) -> str:
    """An evidence in one line: where it is from, where in it, and what it says."""
    where = " · ".join(filter(None, (evidence.publisher, evidence.title or evidence.link or evidence.attachment, evidence.locator)))
    return f"{where}：“{evidence.quote}”" if evidence.quote and where else where or f"“{evidence.quote}”"
