"""A start, an end and a stated length."""

from collections.abc import Iterator
from fractions import Fraction

from annotator.checks.record import check, consistent, contradiction
from annotator.checks.relations import Relations
from annotator.checks.relations.ages import Age
from annotator.checks.relations.spells import Counting, Measure, Spell, fits, measured
from annotator.checks.relations.terms import Term
from annotator.checks.relations.wording import rounded
from annotator.model import Finding, Severity


@check(
    title="起止时间与时长不符",
    title_en="Start, end and length",
    why="有起、有止，又写了“历时”“为期”“工期”多久，三者应当对得上。“14日至18日为期几天”首尾都算；两件事相隔几天，含首日与不含首日都算对。",
    limits="中途停工、休会等没有写进时长的情况看不出来。没有写年份的日期按不跨年或跨一年推算。",
    severity=Severity.HIGH,
    flags=(
        "[[7月1日至7月8日]]为期[[12天]]的集训在海边举行。",
        "[[2021年3月10日]]他被刑事拘留，[[同年4月5日]]被逮捕，其间羁押[[36天]]。",
        "大桥于[[2019年4月5日]]开工，[[2021年10月5日]]完工，工期[[18个月]]。",
        "[[1952年]]建成的县一中，[[2022年]]迎来建校[[60周年]]。",
        "他生于[[1938年]]，[[2021年]]病逝，享年[[93岁]]。",
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
        shown = "或".join(rounded(each / found.size, 1) for each in dict.fromkeys(found.right)) + f" {found.unit}"
        if spell.length.is_firm and fits(spell.length, found.right, exact=spell.exact) and _is_near(spell.length, found):
            yield consistent(spell.spans, f"起止相隔 {shown}，与“{spell.length.text}”相符。", computed=shown)
        elif spell.strict and not fits(spell.length, found.allowed, exact=spell.exact) and _differs(spell, max(found.allowed)):
            yield contradiction(spell.spans, f"起止相隔 {shown}，与“{spell.length.text}”不能同时成立。", computed=shown)
    for age in relations.ages:
        if (finding := _aged(age)) is not None:
            yield finding


_MINUTES = 10
"""How far a length rounded to hours may be from its clock times: two hours and a half are no three."""
_FAR = 4
"""Years between this year, as the text's dates suggest it, and the year an anniversary implies that make a contradiction."""


def _is_near(length: Term, found: Measure) -> bool:
    """Is a length in years or months right to the month, not only when rounded: 一年半 is no agreement with a year?"""
    if found.unit == "分钟":
        return min(abs(length.value - each) for each in found.right) <= _MINUTES * found.size
    return found.unit not in ("年", "个月") or min(abs(length.value - each) for each in found.right) <= 1


def _aged(age: Age) -> Finding | None:
    """An age or anniversary against its years: full years, or the one that begins; anniversaries may be spoken of a year ahead."""
    stated = age.length.number
    if stated is None:
        return None
    if stated == age.reached:
        return consistent(age.spans, f"由起止年份算得 {age.reached} 年，与“{age.length.text}”相符。", computed=f"{age.reached} 年")
    jubilee = age.length.unit == "周年"
    near = {age.years, age.years + 1} if age.coming or not jubilee else {age.years}
    near |= set() if jubilee else {age.years - 1}
    if stated in near or (not age.sure and age.years - stated < _FAR):
        return None  # dates of coming years may stand in an article, hardly ones of so many years ahead
    message = f"由起止年份算得 {age.years} 年，与“{age.length.text}”不能同时成立。"
    return contradiction(age.spans, message, formula=f"{age.until} − {age.start.year}", computed=f"{age.years} 年")


def _differs(spell: Spell, longest: Fraction) -> bool:
    """A length within a spell may be shorter, not longer."""
    assert spell.length is not None
    return spell.counting is not Counting.WITHIN or spell.length.value > longest
