"""What stands between the work and a final report."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.model import Claim, State, Verdict
from annotator.report import words
from annotator.report.printable import line
from annotator.review import Session

_LISTED = 8  # of each kind; the rest is counted


@dataclass(frozen=True, slots=True)
class OpenWork:
    """One kind of open work: how many, a sentence that lists it, and where the first of it stands."""

    kind: str  # pending | unread | reason | contradiction | unsaved
    count: int
    message: str
    paragraph: int  # order
    claim: str | None = None  # id


class Unfinished(Exception):  # noqa: N818 - a refusal is an answer, not a fault of the program
    """A final report was asked for while work is open; `blockers` are the sentences that list it."""

    def __init__(self, blockers: Sequence[str]) -> None:
        super().__init__("还不能出正式报告：\n" + "\n".join(blockers) + "\n可以先出草稿，每页印“草稿”。")
        self.blockers = tuple(blockers)


def blockers(session: Session) -> tuple[str, ...]:
    """Why a final report is refused, one Chinese sentence for each kind of open work; empty when it may be made."""
    return tuple(work.message for work in open_work(session))


def open_work(session: Session) -> tuple[OpenWork, ...]:
    """Pending claims (minor ones aside), corrections without a reason, contradictions nobody met, unread paragraphs, what is not saved."""
    return tuple(
        work for work in (_pending(session), _reasons(session), _contradictions(session), _unread(session), _unsaved(session)) if work
    )


def _pending(session: Session) -> OpenWork | None:
    claims = [fold.claim for fold in session.folds if not fold.claim.minor and session.state(fold.id) is State.PENDING]
    return _of_claims("pending", "待核 {} 项", claims)


def _reasons(session: Session) -> OpenWork | None:
    claims = [
        fold.claim
        for fold in session.folds
        if (decision := session.decision(fold.id)) and decision.state is State.CORRECTED and not decision.reason.strip()
    ]
    return _of_claims("reason", "更正缺理由 {} 项", claims)


def _contradictions(session: Session) -> OpenWork | None:
    findings = [f for f in session.analysis.findings if f.verdict is Verdict.CONTRADICTION and session.is_open(f)]
    if not findings:
        return None
    orders = [session.article.paragraph_at(finding.spans[0].start).order if finding.spans else 0 for finding in findings]
    said = ((finding.formula or finding.message).rstrip("。") for finding in findings)
    listed = (f"第 {order + 1} 段 {fault}" for order, fault in zip(orders, said, strict=True))
    return OpenWork("contradiction", len(findings), f"未回应的矛盾 {len(findings)} 条：{_list(listed, len(findings), '；')}", orders[0])


def _unread(session: Session) -> OpenWork | None:
    orders = [paragraph.order for paragraph in session.article.paragraphs if not session.is_read(paragraph.order)]
    if not orders:
        return None
    return OpenWork("unread", len(orders), f"没有读毕 {len(orders)} 段：第 {words.paragraphs(orders)} 段", orders[0])


def _unsaved(session: Session) -> OpenWork | None:
    return OpenWork("unsaved", 1, "有一个决定还没有保存，请先重试保存", 0) if session.unsaved else None


def _of_claims(kind: str, sentence: str, claims: Sequence[Claim]) -> OpenWork | None:
    if not claims:
        return None
    listed = _list((f"第 {claim.paragraph + 1} 段“{line(claim.text)}”" for claim in claims), len(claims))
    return OpenWork(kind, len(claims), f"{sentence.format(len(claims))}：{listed}", claims[0].paragraph, claims[0].id)


def _list(items: Iterable[str], count: int, joint: str = "、") -> str:
    """The first few items; 等 where there are more."""
    few = [item for _, item in zip(range(_LISTED), items, strict=False)]
    return joint.join(few) + ("等" if count > len(few) and len(few) == _LISTED else "")
