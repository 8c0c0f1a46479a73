"""What a screen reader says of the selected claim or paragraph."""

from collections import Counter

from annotator.gui.article.page import Mark, Page
from annotator.gui.i18n import tr
from annotator.gui.words import state_word, verdict_word
from annotator.model import Verdict


def claim_words(page: Page, mark: Mark) -> str:
    """数据 15%左右，待核，1 条矛盾，第 23 段第 5 项，共 5 项."""
    order = mark.claim.paragraph
    marks = page.marks(order)
    number = 1 + next(index for index, other in enumerate(marks) if other.claim.id == mark.claim.id)
    verdicts = Counter(finding.verdict for finding in page.session.findings(mark.fold.id))
    words = [tr("数据 {text}").format(text=mark.claim.text), state_word(mark.state)]
    words += [tr("{count} 条{verdict}").format(count=verdicts[v], verdict=verdict_word(v)) for v in Verdict if verdicts[v]]
    words.append(tr("第 {paragraph} 段第 {number} 项，共 {count} 项").format(paragraph=order + 1, number=number, count=len(marks)))
    if mark.places > 1:
        words.append(tr("同 {count} 处").format(count=mark.places))
    return tr("，", "between spoken words").join(words)


def paragraph_words(page: Page, order: int) -> str:
    """第 23 段，已核 4，共 5 项."""
    decided, total = page.counted(order)
    if not total:
        return tr("第 {paragraph} 段，没有数字").format(paragraph=order + 1)
    return tr("第 {paragraph} 段，已核 {decided}，共 {count} 项").format(paragraph=order + 1, decided=decided, count=total)
