"""Sentences from below the window in its language. They are written in Chinese where they arise; English says the same by kind."""

from annotator.gui.i18n import shown_language, tr
from annotator.gui.sentences import translated
from annotator.model import State
from annotator.oserror import cause
from annotator.review import Changes, Conflict, Invalid, NotSaved, ReadOnly, ReasonWanted


def sentence(error: BaseException) -> str:
    """Why something was not done, as one sentence with what to do."""
    words = cause(error) if isinstance(error, OSError) else str(error)
    told = translated(words)
    return told if shown_language() == "zh" or told != words else _by_kind(error)


def _by_kind(error: BaseException) -> str:
    from annotator.desk import Damaged, DeskError, Locked, Newer, NotADesk
    from annotator.report.files import NotWritten
    from annotator.text import ReadError

    match error:
        case Conflict():
            return tr("{by}刚刚处理了同一项，你的决定没有写入。请看过之后再决定。").format(by=error.record.by)
        case ReadOnly():
            return tr("只读打开，决定不会保存")
        case NotSaved():
            return tr("还没有保存。请排除原因后重试，或另存到别处；刚才的决定还在屏幕上。")
        case ReasonWanted():
            return tr("这个决定要写理由。")
        case Invalid():
            return tr("这样做不成：{reason}").format(reason=error)
        case Locked():
            who = error.holder
            by = tr("{user} 于 {time} 在 {computer} 打开").format(user=who.user, time=who.since_here, computer=who.host) if who else "?"
            return tr("核查库正由另一个窗口使用：{who}。").format(who=by)
        case Newer():
            return tr("这个核查库由更新的版本建立，没有改动它。请更新核数再打开。")
        case NotADesk():
            return tr("这个文件不是核查库，没有改动它。")
        case Damaged():
            return tr("核查库已损坏，没有改动它。可用 annotator db restore 从备份恢复。")
        case DeskError():
            return tr("核查库打不开：{reason}").format(reason=error)
        case NotWritten() | ReadError():
            return error.english or tr("这个文件读不成稿件：{reason}").format(reason=error)
        case _:
            return str(error)


def done(changes: Changes) -> str:
    """What an action did, for the status line."""
    if shown_language() == "zh":
        return changes.label
    words = _decided().get(changes.state, "") if changes.kind == "decide" and changes.state else _steps().get(changes.kind, "")
    places = tr("%n 处", n=changes.places) if changes.kind == "decide" and changes.places else ""
    return " · ".join(part for part in (words, places) if part)


def _decided() -> dict[State, str]:
    return {
        State.PENDING: tr("已退回待核"),
        State.CONFIRMED: tr("已确认"),
        State.CORRECTED: tr("已更正"),
        State.FLAGGED: tr("已存疑"),
        State.DISMISSED: tr("已记为不是数据"),
    }


def _steps() -> dict[str, str]:
    return {
        "undo": tr("已撤销"),
        "redo": tr("已重做"),
        "read": tr("本段读毕"),
        "answer": tr("已忽略"),
        "insert": tr("已补标"),
        "adjust": tr("已调整范围"),
        "reading": tr("已改理解"),
        "split": tr("已拆出"),
        "join": tr("已并回"),
        "note": tr("已记备注"),
        "evidence": tr("已加证据"),
        "masthead": tr("已改稿件信息"),
        "flow": tr("已改分段"),
        "stage": tr("已换审次"),
        "checked": tr("已重新核对"),
        "refresh": tr("另一位编辑更新了"),
    }
