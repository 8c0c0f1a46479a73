"""What a decision must bring, each refusal a sentence with what to do."""

import re
from typing import TYPE_CHECKING, Final

from annotator.model import Claim, Fold, Kind, Quantity, Span, State, number
from annotator.review.errors import Invalid

if TYPE_CHECKING:
    from annotator.review.reading import Reading

_NUMBER: Final = "数字，如 37203、0.15 或 2/3"
_FORMS: Final = {
    Kind.DATE: (re.compile(r"[0-9X]{4}(-[0-9X]{2}){0,2}|[0-9X]{4}-[QH][1-4]"), "日期，如 2020-03-11，没写明的用 X：XXXX-03-11"),
    Kind.TIME: (re.compile(r"[0-9]{2}:[0-9]{2}(:[0-9]{2})?"), "时刻，如 08:30"),
    Kind.SCORE: (re.compile(r"[0-9]+:[0-9]+"), "比分，如 3:1"),
}
_SIDES: Final = re.compile(r"[0-9.]+(:[0-9.]+)+")


def check_reading(claim: Claim, kind: Kind, quantity: Quantity) -> None:
    """What a claim is read as says something else than before, in the form values of its kind have."""
    if (kind, quantity) == (claim.kind, claim.quantity):
        raise Invalid("理解没有变。")
    for value in filter(None, (quantity.value, quantity.high)):
        form, wanted = _FORMS.get(kind, (None, _NUMBER))
        fits = form.fullmatch(value) if form else number(value) is not None or (kind is Kind.RATIO and _SIDES.fullmatch(value))
        if not fits:
            raise Invalid(f"“{value}”不是这一类的数值。请写成{wanted}。")


def check_correction(review: "Reading", fold: Fold, text: str, span: Span | None, *, judgement: bool, evidence: tuple[str, ...]) -> None:
    """A correction changes something, covers its claim, stays in its paragraph, meets no other correction and says what it rests on."""
    claim = fold.claim
    paragraph = review.article.paragraphs[claim.paragraph]
    span = span or claim.span
    if claim.end > paragraph.end:
        raise Invalid("这个数字跨两段，不能一次更正。请先把这两段分开，再逐段更正。")
    if not (paragraph.start <= span.start <= claim.start and claim.end <= span.end <= paragraph.end):
        raise Invalid(f"更正的范围要包含“{claim.text}”，并且不出本段。请重新选定要改的文字。")
    if not text.strip():
        raise Invalid("更正后的文字是空的。要删去文字，请把范围选大一些，写上留下的部分。")
    if text == review.article.slice(span):
        raise Invalid("更正后的文字与原文相同。请修改，或按 1 确认。")
    if not evidence and not judgement:
        raise Invalid("更正要有依据：请加上证据，或勾选“编辑判断”。")
    before, after = claim.start - span.start, span.end - claim.end
    for place in fold.places:
        if rival := _overlapping_correction(review, fold, place, before, after):
            raise Invalid(f"这里与已更正的“{rival.text}”相重。请先撤回那一项，或缩小范围。")


def _overlapping_correction(review: "Reading", fold: Fold, place: Claim, before: int, after: int) -> Claim | None:
    for other in review.folds_in(place.paragraph):
        if other.id == fold.id or review.state(other.id) is not State.CORRECTED:
            continue
        for rival in other.places:
            if rival.paragraph == place.paragraph and (decision := review.decision(rival.id)):
                span = decision.span or rival.span
                if span.start < place.end + after and place.start - before < span.end:
                    return rival
    return None


def check_internal(review: "Reading", folds: list[Fold]) -> None:
    """Many at once by internal consistency: each pending, with something that holds and nothing open, by findings that are not stale."""
    if review.stale:
        raise Invalid("正在重新核对，现在的发现可能已经不对。请等核对完再一并确认。")
    for fold in folds:
        if review.state(fold.id) is not State.PENDING or not review.may_confirm_with_enter(fold.id):
            raise Invalid(f"“{fold.claim.text}”不能一并确认：它已有决定、没有可互相印证的数字，或还有未回应的发现。请单独核对。")


def check_span(review: "Reading", span: Span, replaced: Fold | None) -> list[Claim]:
    """A span for a claim by hand: inside one paragraph, over no claim but dismissed ones, which it absorbs (all their places)."""
    article = review.article
    if not 0 <= span.start < span.end <= len(article.text) or not article.paragraphs:
        raise Invalid("没有选中文字。请选中数字及其单位。")
    paragraph = article.paragraph_at(span.start)
    if span.start < paragraph.start or span.end > paragraph.end:
        raise Invalid("一条数据不能跨段。请只选一段里的文字。")
    absorbed: list[Claim] = []
    for fold in review.folds_in(paragraph.order):
        meets = any(place.start < span.end and span.start < place.end for place in fold.places)
        if not meets or (replaced is not None and fold.id == replaced.id):
            continue
        if review.state(fold.id) is not State.DISMISSED:
            raise Invalid(f"选中的文字与已标出的“{fold.claim.text}”相重。请调整那一项的范围，或先按 4 记为不是数据。")
        absorbed.extend(fold.places)
    return absorbed
