"""The words of the desk for states, verdicts, kinds and weights: one each, in the language of the window."""

from functools import cache

from annotator.checks import checks
from annotator.gui.i18n import shown_language, tr
from annotator.model import Kind, Severity, Stage, State, Verdict


def state_word(state: State) -> str:
    """The name of a state, as chips, card and status line write it."""
    return {
        State.PENDING: tr("待核"),
        State.CONFIRMED: tr("已确认"),
        State.CORRECTED: tr("已更正"),
        State.FLAGGED: tr("存疑"),
        State.DISMISSED: tr("不是数据"),
    }[state]


def stage_word(stage: Stage) -> str:
    """The name of a reading of the article."""
    return {Stage.FIRST: tr("初审"), Stage.SECOND: tr("复审"), Stage.FINAL: tr("终审")}[stage]


def verdict_word(verdict: Verdict) -> str:
    """The name of a verdict."""
    return {Verdict.CONTRADICTION: tr("矛盾"), Verdict.SUSPICIOUS: tr("请看"), Verdict.CONSISTENT: tr("相符")}[verdict]


def settled_word() -> str:
    """The name of a finding that asked and was answered, by a reason or by a decision."""
    return tr("已回应")


def kind_word(kind: Kind) -> str:
    """The name of a kind of claim."""
    return {
        Kind.COUNT: tr("数量"),
        Kind.MONEY: tr("金额"),
        Kind.PERCENT: tr("百分比"),
        Kind.RATIO: tr("比例"),
        Kind.MEASURE: tr("度量"),
        Kind.DATE: tr("日期"),
        Kind.TIME: tr("时刻"),
        Kind.DURATION: tr("时长"),
        Kind.RANK: tr("名次"),
        Kind.SCORE: tr("比分"),
    }[kind]


def severity_word(severity: Severity) -> str:
    """The weight of a finding: a word, never a colour."""
    return {Severity.HIGH: tr("高"), Severity.MEDIUM: tr("中"), Severity.LOW: tr("低")}[severity]


@cache
def _titles() -> dict[str, tuple[str, str]]:
    return {check.id: (check.title, check.title_en) for check in checks()}


def check_title(check_id: str) -> str:
    """The name of a check in the language of the window: a check brings both; one that is no more keeps its id."""
    return _titles().get(check_id, (check_id, check_id))[shown_language() != "zh"]


def paragraph_word(state: str) -> str:
    """What the strip says of a paragraph: unread, begun, open, contradicted, done or copy."""
    return {
        "unread": tr("未读"),
        "begun": tr("已开始"),
        "open": tr("有存疑或待看的项"),
        "contradicted": tr("有未回应的矛盾"),
        "done": tr("已读毕"),
        "copy": tr("重复"),
    }[state]
