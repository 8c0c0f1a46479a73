"""The checks once more, on the text as a correction would leave it: in a thread, after a pause in typing, on what concerns the claim."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.gui.card.reading import claim_words
from annotator.gui.work import Work
from annotator.model import Analysis, Article, Finding, Span, Verdict

WHOLE: Final = 20_000  # code points up to which the whole article is read again; beyond, the paragraphs concerned
_NEAR: Final = 2  # paragraphs before and after each of those
_PAUSE: Final = 200  # milliseconds without a key


class Edit(NamedTuple):
    """A correction to try: what stands at `span` and at the same place of every copy in `starts` becomes `text`."""

    span: Span
    starts: tuple[int, ...]  # where the span begins at each place, the first included
    text: str


class Outcome(NamedTuple):
    """What the checks say of the corrected claim now, and which of what they said before is gone."""

    now: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    value: str  # of the corrected claim, with its unit; "" where no claim is found
    unread: bool = False  # does a figure stand there all the same, of which no value is read?


def corrected(article: Article, edit: Edit, orders: Sequence[int]) -> tuple[Article, Span]:
    """The paragraphs `orders` of an article with a correction made, and where its words stand there at the first place."""
    from annotator.text import article as make

    length = edit.span.end - edit.span.start
    pieces: list[str] = []
    first, at = 0, 0
    for order in orders:
        paragraph = article.paragraphs[order]
        here = paragraph.start
        for start in sorted(edit.starts):
            if paragraph.start <= start < paragraph.end or start == paragraph.end == here:
                pieces.append(article.text[here:start])
                at += start - here
                first = at if start == edit.span.start else first
                pieces.append(edit.text)
                at += len(edit.text)
                here = start + length
        pieces.append(article.text[here : paragraph.end] + "\n")
        at += paragraph.end - here + 1
    made = make("".join(pieces), name=article.name, title=article.title, byline=article.byline, publisher=article.publisher)
    return replace(made, published=article.published), Span(first, first + len(edit.text))


def concerned(article: Article, edit: Edit, findings: Sequence[Finding]) -> list[int]:
    """The orders of the paragraphs to read again: all of a short article, else those of the claim and of its findings, with neighbours."""
    count = len(article.paragraphs)
    if len(article.text) <= WHOLE:
        return list(range(count))
    places = [*edit.starts, *(span.start for finding in findings for span in finding.spans)]
    near = {article.paragraph_at(place).order + step for place in places for step in range(-_NEAR, _NEAR + 1)}
    return sorted(order for order in near if 0 <= order < count)


def recheck(article: Article, edit: Edit, before: Sequence[Finding]) -> Outcome:
    """What the checks find about the corrected words, against what they found before."""
    from annotator.pipeline import analyse

    changed, words = corrected(article, edit, concerned(article, edit, before))
    analysis = analyse(changed)
    now = tuple(finding for finding in analysis.findings if _concerns(finding, words))
    told = {(finding.check, finding.verdict) for finding in now}
    gone = tuple(
        finding for finding in before if finding.verdict is not Verdict.CONSISTENT and (finding.check, finding.verdict) not in told
    )
    value = _value(analysis, words)
    return Outcome(now, gone, value, not value and any(left.start < words.end and words.start < left.end for left in analysis.coverage))


def _concerns(finding: Finding, words: Span) -> bool:
    return any(span.start < words.end and words.start < span.end and span.end - span.start < 200 for span in finding.spans)


def _value(analysis: Analysis, words: Span) -> str:
    claims = [claim for claim in analysis.claims if claim.start < words.end and words.start < claim.end]
    return claim_words(claims[-1]) if claims else ""


class Rechecker(QObject):
    """Runs `recheck` after a pause; only the last question is answered."""

    done = Signal(object)  # Outcome
    began = Signal()

    def __init__(self, article: Article, before: Sequence[Finding], parent: QObject) -> None:
        super().__init__(parent)
        self._article, self._before = article, tuple(before)
        self._edit: Edit | None = None
        self._work: Work | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._run)

    def ask(self, edit: Edit | None) -> None:
        """Check a correction soon, or with None nothing more."""
        self._edit = edit
        if self._work is not None:
            self._work.cancel()
            self._work = None
        if edit is None:
            self._pause.stop()
        else:
            self._pause.start()

    def _run(self) -> None:
        edit = self._edit
        if edit is None:
            return
        work = self._work = Work(lambda _work: recheck(self._article, edit, self._before))
        work.done.connect(self._answer)
        self.began.emit()
        work.start()

    def _answer(self, outcome: Outcome) -> None:
        self._work = None
        self.done.emit(outcome)
