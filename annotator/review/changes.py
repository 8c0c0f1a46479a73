"""What an action changed, for the views to read again."""

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.model import State

NAMES = {
    State.PENDING: "待核",
    State.CONFIRMED: "已确认",
    State.CORRECTED: "已更正",
    State.FLAGGED: "存疑",
    State.DISMISSED: "不是数据",
}
_DONE = {
    State.PENDING: "已退回待核",
    State.CONFIRMED: "已确认",
    State.CORRECTED: "已更正",
    State.FLAGGED: "已存疑",
    State.DISMISSED: "已记为不是数据",
}
_STEPS = {
    "read": "读毕",
    "answer": "答复发现",
    "insert": "补标",
    "adjust": "调整范围",
    "reading": "改理解",
    "split": "拆出一处",
    "join": "并回",
    "note": "备注",
    "evidence": "证据",
    "masthead": "改稿件信息",
    "flow": "改分段",
    "stage": "换审次",
}
_VERBS = {
    State.PENDING: "退回",
    State.CONFIRMED: "确认",
    State.CORRECTED: "更正",
    State.FLAGGED: "存疑",
    State.DISMISSED: "不是数据",
}


@dataclass(frozen=True, slots=True)
class Changes:
    """Folds (ids, old and new) and paragraphs (orders) to read again. `structure`: the list of folds itself changed.

    `label` is for the status line; `kind` (an event's, or "refresh") and `state` say the same for another language.
    """

    folds: frozenset[str]
    paragraphs: frozenset[int]
    structure: bool = False
    label: str = ""
    places: int = 0
    kind: str = ""
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an article is. Counts folds without the minor ones nobody decided; `places` are theirs in the text."""

    folds: int
    places: int
    decided: int
    by_state: Mapping[State, int]
    paragraphs: int
    paragraphs_read: int
    contradictions: int  # findings nobody answered or acted on


def done(kind: str, state: State | None, places: int, folds: int) -> str:
    """The status line after an action: 已确认 · 3 处."""
    if kind == "read":
        return "本段读毕"
    if kind != "decide" or state is None:
        return _STEPS[kind]
    many = f" · {folds} 项" if folds > 1 else ""
    return f"{_DONE[state]}{many} · {places} 处"


def named(kind: str, state: State | None, text: str, folds: int) -> str:
    """What a step is called in the menu: 确认“15%左右”, 确认 12 项."""
    verb = _VERBS[state] if kind == "decide" and state is not None else _STEPS[kind]
    if folds > 1:
        return f"{verb} {folds} 项"
    return f"{verb}“{text}”" if text else verb
