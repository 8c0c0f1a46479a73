"""A start, an end and a stated length."""

from collections.abc import Iterator
from fractions import Fraction

from annotator.checks.record import check, consistent, contradiction
from annotator.checks.relations import Relations
from annotator.checks.relations.spells import Spell, fits, measured
from annotator.checks.relations.wording import rounded
from annotator.model import Finding, Severity


@check(
    title="起止时间与时长不符",
    title_en="Start, end and length",
    why="有起、有止，又写了“历时”“为期”“工期”多久，三者应当对得上。计天数时含首尾与不含首尾都算对。",
    limits="中途停工、休会等没有写进时长的情况看不出来。没有写年份的日期按不跨年或跨一年推算。",
    severity=Severity.HIGH,
    flags=(
        "[[7月1日至7月8日]]为期[[12天]]的集训在海边举行。",
        "[[2021年3月10日]]他被刑事拘留，[[同年4月5日]]被逮捕，其间羁押[[36天]]。",
        "大桥于[[2019年4月5日]]开工，[[2021年10月5日]]完工，工期[[18个月]]。",
        "[[11月1日至19日]]，全市通报13次。[[25天]]里，志愿者没有休息。",
    ),
    confirms=(
        "首届花节[[3月6日]]开幕，[[3月26日]]落幕，历时[[21天]]。",
        "[[8月10日至19日]]，该市连续[[10天]]最高气温超过37℃。",
        "线路[[2019年3月15日]]开工，至[[2023年12月16日]]开通，建设周期历时[[4年9个月]]。",
        "[[11时27分]]点火升空，[[12时02分]]分离，[[35分钟]]的飞行一切正常。",
    ),
    passes=(
        "7月1日至7月8日为期8天的集训在海边举行。",
        "3月1日至20日，工作组走访企业，其间休整3天。",
        "9月1日开学，9月15日前完成体检，学制3年。",
        "2021年3月入职，2022年5月离职，试用期3个月。",
        "12月28日至1月3日，为期7天的冰雪节迎来八方游客。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for spell in relations.spells:
        if spell.length is None or (found := measured(spell)) is None:
            continue
        computed, unit = found
        size = {"天": 86400, "分钟": 60, "个月": 1, "年": 12}[unit]
        shown = "或".join(rounded(each / size, 1) for each in dict.fromkeys(computed)) + f" {unit}"
        if spell.length.is_firm and fits(spell.length, computed):
            yield consistent(spell.spans, f"起止相隔 {shown}，与“{spell.length.text}”相符。", computed=shown)
        elif spell.strict and not fits(spell.length, computed) and _differs(spell, max(computed)):
            yield contradiction(spell.spans, f"起止相隔 {shown}，与“{spell.length.text}”不能同时成立。", computed=shown)


def _differs(spell: Spell, longest: Fraction) -> bool:
    """A length within a spell may be shorter, not longer."""
    assert spell.length is not None
    return not spell.within or spell.length.value > longest
