"""One thing counted twice, with two figures."""

from collections.abc import Iterator

from annotator.checks.record import check, contradiction
from annotator.checks.relations import Relations
from annotator.model import Finding, Severity


@check(
    title="同一事项前后数字不一",
    title_en="Two figures for one thing",
    why="同一样东西在稿件里出现两次（标题与正文、前文与后文），数字却只差一个数位、两位颠倒或者约数约错了，多半有一处写错；只发生一次的事写了两个日期也是。",
    limits="只比较名称相同、范围相同、时间相同的两处；各地、各期、部分与整体的数字不比。两处确是两回事时会看错。",
    severity=Severity.HIGH,
    flags=(
        "全市启用集中隔离点[[24个]]，房间3860间。\n[[26个]]集中隔离点均配备救护车。",
        "望川女排主场取胜，比赛耗时1小时48分，现场观众[[6800人]]。\n本轮上座率均在八成以上，望川赛区现场观众[[8600人]]。",
        "老年大学开设书法、声乐等课程，在册学员[[1260名]]。\n学校负责人说，[[1230名]]在册学员全部免费就读。",
        "全市现有社区食堂[[138家]]，覆盖所有街道。这[[183家]]社区食堂去年供餐90万份。",
        "图书馆将于[[9月12日]]正式开馆。\n为迎接[[9月18日]]的开馆，读者可提前办证。",
    ),
    passes=(
        "东区启用集中隔离点24个。\n西区启用集中隔离点26个。",
        "去年现场观众6800人。\n今年现场观众8600人。",
        "全市启用集中隔离点24个。\n其中16个集中隔离点另配护理人员。",
        "首场演出现场观众1800人。\n第二场演出现场观众1900人。",
        "全县完成退耕还林面积36万亩，新增退耕还林面积38万亩。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    copies = {(copy.first.order, copy.second.order) for copy in relations.near_copies}
    for pair in relations.same_things:
        if (pair.first.paragraph, pair.second.paragraph) in copies:
            continue
        message = f"“{pair.noun}”一处写 {pair.first.text}，一处写 {pair.second.text}，若指同一件事则不能同时成立，请核对。"
        yield contradiction(pair.spans, message, formula=f"{pair.first.text} ≠ {pair.second.text}")
    for pair in relations.event_dates:
        if (pair.first.paragraph, pair.second.paragraph) not in copies:
            message = f"“{pair.noun}”一处写 {pair.first.text}，一处写 {pair.second.text}，若指同一件事则不能同时成立，请核对。"
            yield contradiction(pair.spans, message, formula=f"{pair.first.text} ≠ {pair.second.text}")
