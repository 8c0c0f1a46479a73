"""A small invented article, what a machine would say of it, and a review of it, all made by hand: the reports of the tests.

People, places and checks are invented.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

from annotator.model import (
    Analysis,
    Article,
    Claim,
    Evidence,
    Finding,
    Fold,
    Hedge,
    Kind,
    Level,
    Numeral,
    Quantity,
    Severity,
    Span,
    Stage,
    State,
    Suggestion,
    Verdict,
)
from annotator.review import MemoryLog, Session
from annotator.text import article as make_article

NOW = datetime(2026, 3, 12, 9, 30, tzinfo=timezone(timedelta(hours=8)))

TEXT = """南泽市复工简报
3月10日，南泽市召开会议。全市有企业5550家，其中899家为规模以上企业，贷款利率上浮15%左右，为企业减负。

组织173个信息员，培训3天；“A&B”<公司>捐款2.68亿元。
组织173个信息员，培训3天；“A&B”<公司>捐款2.68亿元。
一座城市，同比增长12%。
没有数字的一段。
"""


class Clock:
    """Goes on a minute with every look."""

    def __init__(self, start: datetime = datetime(2026, 3, 12, 1, 0, tzinfo=UTC)) -> None:
        self.now = start

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def claim(
    article: Article, text: str, kind: Kind, value: str, unit: str, *, nth: int = 0, minor: bool = False, hedge: Hedge = Hedge.EXACT
) -> Claim:
    """The claim at the n-th occurrence of its words."""
    start = -1
    for _ in range(nth + 1):
        start = article.text.index(text, start + 1)
    quantity = Quantity(value, None, unit, hedge, step=Decimal(1))
    return Claim(start, start + len(text), text, kind, quantity, article.paragraph_at(start).order, minor)


def analysis(text: str = TEXT) -> Analysis:
    """What a machine would say of the article."""
    article = make_article(text, name="简报.txt", title="", byline="沈若兰 报道")
    folds = tuple(
        Fold(tuple(claim(article, words, kind, value, unit, nth=nth, minor=minor, hedge=hedge) for nth in range(count)))
        for words, kind, value, unit, count, minor, hedge in (
            ("3月10日", Kind.DATE, "XXXX-03-10", "", 1, False, Hedge.EXACT),
            ("5550家", Kind.COUNT, "5550", "家", 1, False, Hedge.EXACT),
            ("899家", Kind.COUNT, "899", "家", 1, False, Hedge.EXACT),
            ("15%左右", Kind.PERCENT, "0.15", "%", 1, False, Hedge.ABOUT),
            ("173个", Kind.COUNT, "173", "个", 2, False, Hedge.EXACT),
            ("3天", Kind.DURATION, "3", "天", 2, False, Hedge.EXACT),
            ("2.68亿元", Kind.MONEY, "268000000", "元", 2, False, Hedge.EXACT),
            ("一座", Kind.COUNT, "1", "座", 1, True, Hedge.EXACT),
            ("12%", Kind.PERCENT, "0.12", "%", 1, False, Hedge.EXACT),
        )
    )
    by_text = {fold.claim.text: fold.claim for fold in folds}
    rate = by_text["15%左右"]
    findings = (
        Finding(
            "whole",
            Verdict.CONSISTENT,
            (by_text["5550家"].span, by_text["899家"].span),
            "899家不超过5550家。",
            formula="899 ≤ 5,550",
        ),
        Finding(
            "rate",
            Verdict.SUSPICIOUS,
            (Span(rate.start - 2, rate.end),),
            "减负措施里利率上浮。",
            suggestion=Suggestion(rate.start - 2, rate.end, "下浮15%左右"),
        ),
        Finding(
            "clash",
            Verdict.CONTRADICTION,
            (by_text["3天"].span, by_text["12%"].span),
            "不能同时成立。",
            "3 ≠ 12",
            severity=Severity.HIGH,
        ),
        Finding("look", Verdict.SUSPICIOUS, (article.paragraphs[3].span,), "整段再看。", level=Level.HINT),
    )
    claims = tuple(sorted((place for fold in folds for place in fold.places), key=lambda place: place.start))
    coverage = (Numeral(article.text.index("一段"), article.text.index("一段") + 1, "固定词语"),)
    return Analysis(article, claims, folds, findings, coverage)


EVIDENCE = Evidence(
    "source-1",
    "贷款利率下浮15%左右",
    title="南泽市支持企业十条",
    publisher="南泽市人民政府",
    link="https://example.org/ten?a=1&b=2",
    locator="第 4 条",
    retrieved=date(2026, 3, 11),
    attachment="ten.pdf",
    sha256="ab" * 32,
)


def fold_of(session: Session, text: str) -> str:
    return next(fold.id for fold in session.folds if fold.claim.text == text)


def opened(made: Analysis | None = None) -> Session:
    """A session of the first reviewer with nothing decided."""
    made = made or analysis()
    return Session(made, MemoryLog(made.article.sha256, Clock()), "沈若兰", assess=lambda article, claims: made)


def correct_rate(session: Session) -> None:
    """上浮15%左右 becomes 下浮15%左右, with a source: the correction is wider than its claim."""
    rate = fold_of(session, "15%左右")
    session.add_evidence(rate, EVIDENCE)
    start, end = session.fold(rate).claim.span
    session.decide(rate, State.CORRECTED, text="下浮15%左右", span=Span(start - 2, end), reason="与减负相反", evidence=["source-1"])


def confirm(session: Session, texts: Iterable[str]) -> None:
    for text in texts:
        session.decide(fold_of(session, text), State.CONFIRMED)


def reviewed() -> Session:
    """A finished review: every kind of decision, a changed mind, an undo, notes, an answer, two people."""
    session = opened()
    correct_rate(session)
    session.decide(fold_of(session, "173个"), State.CORRECTED, text="173名", reason="量词", judgement=True)
    session.decide(fold_of(session, "2.68亿元"), State.FLAGGED, reason="是<公司>捐的吗？", to="来源")
    session.note(fold_of(session, "2.68亿元"), "已去电，未接。")
    session.decide(fold_of(session, "12%"), State.DISMISSED)
    session.undo()
    session.reviewer = "周一鸣"
    session.begin(Stage.SECOND)
    confirm(session, ("3月10日", "3天", "12%"))
    session.decide_all([fold_of(session, "5550家"), fold_of(session, "899家")], State.CONFIRMED, basis="internal")
    session.answer(next(f.id for f in session.analysis.findings if f.check == "clash"), "两件事")
    for paragraph in session.article.paragraphs:
        if not session.is_read(paragraph.order):
            session.read(paragraph.order)
    return session
