"""A small invented article with claims and findings made by hand, so that a view's test tells of the view alone."""

import re
from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QWidget

from annotator.gui.bridge import SessionBridge
from annotator.model import Analysis, Article, Claim, Context, Finding, Fold, Hedge, Kind, Numeral, Quantity, Span, Suggestion, Verdict
from annotator.review import MemoryLog, Session
from annotator.review.reading import GoOn
from annotator.text import Join
from annotator.text import article as make_article

FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?(万?余?[户名个家元]|%)?(左右)?")

TEXT = """春耕一线见闻

全县共有贫困人口37203名,其中剩余3447名,已脱贫33756名。
银行比原利率上浮15%左右,为企业减负。

2月26日,农技专家走进田间。
全县共有贫困人口37203名,其中剩余3447名,已脱贫33756名。
银行比原利率上浮15%左右,为企业减负。
这一段没有数目。
📌合作社𠮷祥农场种下120个大棚,产值88元<b>粗</b>。
"""


def claims_of(article: Article) -> tuple[Claim, ...]:
    """Every figure as a claim."""
    found = []
    for match in FIGURE.finditer(article.text):
        unit = match[1] or ""
        hedge = Hedge.ABOUT if match[2] else Hedge.EXACT
        number = re.match(r"[0-9.]+", match[0])
        assert number is not None
        quantity = Quantity(number[0], None, unit, hedge)
        kind = Kind.PERCENT if unit == "%" else Kind.COUNT
        found.append(Claim(*match.span(), match[0], kind, quantity, article.paragraph_at(match.start()).order))
    return tuple(found)


def folds_of(article: Article, claims: Sequence[Claim]) -> tuple[Fold, ...]:
    """The same figure in copied paragraphs as one."""
    groups: dict[tuple[int, int], list[Claim]] = {}
    for claim in claims:
        paragraph = article.paragraphs[claim.paragraph]
        root = paragraph.order if paragraph.copy_of is None else paragraph.copy_of
        groups.setdefault((root, claim.start - paragraph.start), []).append(claim)
    return tuple(Fold(tuple(places)) for places in groups.values())


def span_of(article: Article, words: str, after: int = 0) -> Span:
    """The first place of some words."""
    start = article.text.index(words, after)
    return Span(start, start + len(words))


def analysis_of(text: str = TEXT, findings: Sequence[Finding] | None = None) -> Analysis:
    """The article with its figures and, for the small article, its findings."""
    article = make_article(text, name="small.txt", title="春耕一线见闻")
    claims = claims_of(article)
    if findings is None:
        findings = findings_of(article) if text == TEXT else ()
    left = (Numeral(*span_of(article, "一线"), ""),) if "一线" in text else ()
    contexts = {claim: Context(noun="贫困人口", subject="全县", attribution="") for claim in claims}
    return Analysis(article, claims, folds_of(article, claims), tuple(findings), left, (), contexts)


def findings_of(article: Article) -> tuple[Finding, ...]:
    """A sum that holds, a rate that goes the wrong way, two numbers that cannot both be true."""
    total, rest, done = (span_of(article, words) for words in ("37203名", "3447名", "33756名"))
    rate = span_of(article, "上浮15%左右")
    greenhouses, output = span_of(article, "120个"), span_of(article, "88元")
    return (
        Finding("sum", Verdict.CONSISTENT, (total, rest, done), "两项相加,与合计相符。", "3447名 + 33756名 = 37203名", "37203名"),
        Finding(
            "direction",
            Verdict.SUSPICIOUS,
            (rate,),
            "减负的利率写“上浮”,疑为“下浮”。",
            "上浮15%左右",
            suggestion=Suggestion(rate.start, rate.end, "下浮15%左右"),
        ),
        Finding("conflict", Verdict.CONTRADICTION, (greenhouses, output), "两处不能同时成立。", "120个 ≠ 88元"),
    )


def session_of(analysis: Analysis, *, read_only: bool = False, reviewer: str = "初审员") -> Session:
    """A review in memory; claims made by hand are read as figures, too."""

    def parse(article: Article, span: Span) -> Claim:
        text = article.slice(span)
        if not any(char.isdigit() for char in text):
            raise ValueError("选中的文字里没有数字。请选中数字及其单位。")
        number = re.search(r"[0-9.]+", text)
        assert number is not None
        return Claim(span.start, span.end, text, Kind.COUNT, Quantity(number[0]), article.paragraph_at(span.start).order)

    def assess(
        article: Article, claims: tuple[Claim, ...], *, off: Collection[str], joins: Collection[Join], go_on: GoOn = lambda: None
    ) -> Analysis:
        found = tuple(finding for finding in analysis.findings if finding.check not in off)
        return Analysis(article, claims, folds_of(article, claims), found, analysis.coverage, off=tuple(sorted(off)))

    return Session(analysis, MemoryLog(analysis.article.sha256, read_only=read_only), reviewer, parse=parse, assess=assess)


def claim_of(bridge: SessionBridge, text: str, number: int = 0) -> Claim:
    """The n-th claim with this text."""
    return [claim for claim in bridge.claims if claim.text == text][number]


def go(bridge: SessionBridge, text: str, number: int = 0) -> Claim:
    """Select a claim by its text."""
    claim = claim_of(bridge, text, number)
    bridge.select(claim.paragraph, claim.id)
    return claim


def clear_away(widget: QWidget) -> None:
    """Close a widget and delete what was put aside: a test has no event loop that would."""
    widget.close()
    QThreadPool.globalInstance().waitForDone(10_000)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
