"""Paragraphs that stand twice with other numbers."""

from collections.abc import Iterator

from annotator.checks.record import check, contradiction
from annotator.checks.relations import Relations
from annotator.model import Finding, Severity


@check(
    title="段落重复而数字不同",
    title_en="Repeated paragraph with another number",
    why="同一段话出现两次，只有个别数字不一样，至少有一处是旧稿或改错了。",
    limits="逐日通报、分县简介等按同一格式写成的短段落，地名、日期等文字不同时不算；不足三十字的段落不查。",
    severity=Severity.HIGH,
    flags=(
        "[[定点医院储备床位1200张，抽调医护人员680余名，组成四个医疗组昼夜轮班值守。]]\n救护车辆全部到位。\n[[定点医院储备床位1500张，抽调医护人员680余名，组成四个医疗组昼夜轮班值守。]]",
        "[[古镇夜游人气旺，鱼灯巡游、水上集市轮番上演，单日最高接待游客6.8万人次，商户忙个不停。]]\n[[古镇夜游人气旺，鱼灯巡游、水上集市轮番上演，单日最高接待游客8.6万人次，商户忙个不停。]]",
    ),
    passes=(
        "东山县出动巡查队伍，排查隐患点126处，连夜加固堤段，组织人员昼夜值守。\n西河县出动巡查队伍，排查隐患点98处，连夜加固堤段，组织人员昼夜值守。",
        "9月1日，水位38.2米。\n9月2日，水位38.6米。",
        "老城区的菜市场重新开张，首日客流超过八千人次，停车场全部开放。\n老城区的菜市场重新开张，首日客流超过八千人次，停车场全部开放。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for pair in relations.near_copies:
        differing = "、".join(f"{one.text} / {other.text}" for one, other in pair.differing)
        spans = (pair.first.span, pair.second.span)
        yield contradiction(spans, f"两段文字几乎相同，数字却不一样（{differing}），请核对以哪一处为准。", formula=differing)
