"""Order of rank against the figures that are listed with it."""

from collections.abc import Iterator

from annotator.checks.record import check, consistent, contradiction
from annotator.checks.relations import Relations
from annotator.checks.relations.orders import CUE, extremes, orders
from annotator.model import Finding


@check(
    title="名次与数值不符",
    title_en="Order of rank against the figures",
    why="按名次列出的数值应当依次递减（或依次递增）。忽高忽低，不是名次错了就是数值错了。",
    limits="排名依据的不是所列数值时（如按综合得分排名而列出的是单项成绩）会看错。只有两项时看不出方向，不查。",
    flags=(
        "[[得分榜前三依次为詹森28分、赵一鸣24分、孙铎26分]]。",
        "[[东岭队以34分高居榜首，北山队积36分排名第二，南湖队积31分位列第三]]。",
        "[[接待量前三位依次为古镇31.5万人次、画廊38.2万人次、霞光湖24.9万人次]]。",
        "斗茶会上，[[金奖茶样91.5分，银奖茶样90.2分，铜奖茶样92.4分]]。",
        "站内[[最高气温12℃，最低气温18℃]]。",
    ),
    confirms=(
        "接待量前三位依次为古镇[[38.2万人次]]、画廊[[31.5万人次]]、霞光湖[[24.9万人次]]。",
        "耗时最短的前三名依次为王某[[52秒]]、李某[[55秒]]、赵某[[58秒]]。",
    ),
    passes=(
        "三个车间依次检修，用时分别为3天、5天和4天。",
        "东岭队以34分高居榜首，次席的北山队还有一场没打。",
        "第一名奖励5000元，第二名奖励3000元，第三名奖励1000元。",
        "全省前三季度出口28亿元、24亿元和26亿元。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for sentence in relations.sentences:
        if len(sentence.claims) < 2 or not CUE.search(sentence.text):
            continue
        for order in orders(sentence):
            formula = "、".join(claim.text for claim in order.values)
            if not order.is_ordered:
                yield contradiction((order.span,), "所列数值忽高忽低，与名次的先后不能同时成立。", formula=formula)
            elif order.is_strict:
                yield consistent(tuple(claim.span for claim in order.values), "所列数值依次递减或递增，与名次相符。", formula=formula)
        for extreme in extremes(sentence):
            message = f"“{extreme.word}”与所列数值不能同时成立：{extreme.beyond.text} 超出了 {extreme.value.text}。"
            yield contradiction((extreme.span,), message, formula=f"{extreme.value.text} / {extreme.beyond.text}")
