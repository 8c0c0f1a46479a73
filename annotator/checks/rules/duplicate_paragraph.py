"""Paragraphs that stand word for word more than once."""

from collections.abc import Iterator

from annotator.checks.record import Example, check, suspicious
from annotator.checks.relations import Relations
from annotator.model import Finding


@check(
    title="整段重复",
    title_en="Repeated paragraph",
    why="同一段文字原样出现两次，多半是排版或续页时重复粘贴；连着几段一起重复时只报一次，列出每一处。",
    limits="口号、诗句或栏目语可能有意重复。少于十六字的段落和没有标点的短行（如图注）不查。",
    flags=(
        "[[老城区的菜市场重新开张，首日客流超过八千人次。]]\n新增停车位二百个。\n[[老城区的菜市场重新开张，首日客流超过八千人次。]]",
        Example(
            "[[水厂扩建工程昨日完工，日供水能力提高到六万吨。]]\n[[工程总投资一点二亿元，惠及三个乡镇的居民。]]\n"
            "[[水厂扩建工程昨日完工，日供水能力提高到六万吨。]]\n[[工程总投资一点二亿元，惠及三个乡镇的居民。]]"
        ),
    ),
    passes=(
        "本报记者 摄\n图书馆新馆昨日开放，首日接待读者三千余人次。\n本报记者 摄",
        "图书馆新馆昨日开放，首日接待读者3000余人次。\n图书馆新馆昨日开放，首周接待读者3万余人次。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for block in relations.copied_blocks:
        spans = tuple((paragraph.start, paragraph.end) for run in block for paragraph in run)
        count, places = len(block[0]), len(block)
        what = "这段文字" if count == 1 else f"这连续 {count} 段文字"
        yield suspicious(spans, f"{what}原样出现了 {places} 次，请确认是否重复粘贴。", formula=f"{count} 段 × {places} 处")
