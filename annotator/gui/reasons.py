"""The usual reasons: kept in Chinese, as the report prints them, and shown in the language of the window."""

from collections.abc import Mapping
from typing import Final

from annotator.gui.i18n import tr
from annotator.gui.sentences import translated

JOINT: Final = "："  # between a usual reason and own words

Usual = Mapping[str, str]  # what is kept -> what is shown


def corrections() -> Usual:
    """Why a text is corrected."""
    return {
        "数值": tr("数值"),
        "方向写反": tr("方向写反"),
        "单位量词": tr("单位量词"),
        "时间": tr("时间"),
        "笔误": tr("笔误"),
    }


def queries() -> Usual:
    """Why a claim is queried."""
    return {
        "无出处": tr("无出处"),
        "前后不一": tr("前后不一"),
        "口径不明": tr("口径不明"),
        "单位不明": tr("单位不明"),
        "时间不明": tr("时间不明"),
    }


def changes() -> Usual:
    """Why another decision is replaced."""
    return {"另有依据": tr("另有依据"), "原决定有误": tr("原决定有误"), "稿件已改": tr("稿件已改")}


def answers() -> Usual:
    """Why a finding is left alone."""
    return {
        "口径不同": tr("口径不同"),
        "已查证无误": tr("已查证无误"),
        "约数，允许误差": tr("约数，允许误差"),
        "规则误报": tr("规则误报"),
    }


def addressees() -> Usual:
    """Who has to answer a query."""
    return {"作者": tr("作者"), "部门": tr("部门"), "无法核实": tr("无法核实")}


def in_words(kept: str) -> str:
    """A reason or an addressee as it is kept, in the language of the window; own words stay as they were written."""
    head, joint, own = kept.partition(JOINT)
    known = {**corrections(), **queries(), **changes(), **answers(), **addressees()}
    if head not in known:
        return translated(kept)
    return known[head] + (tr("：", "between a usual reason and own words") + own if joint else "")
