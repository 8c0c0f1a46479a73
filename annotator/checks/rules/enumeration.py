"""A declared number against the items that are listed."""

from collections.abc import Iterator

from annotator.checks.record import check, consistent, contradiction
from annotator.checks.relations import Relations
from annotator.model import Finding


@check(
    title="所说项数与所列项数不符",
    title_en="Declared number against the items listed",
    why="说“五个先行”就应列出五个，说“四项举措”就应有“一是”到“四是”。多一项少一项，不是漏写就是数字没有跟着改。",
    limits="并列项里套着“和”“与”时项数有两种数法，都合不上才提，拿不准的也不确认；带“等”的列举只在列出的已经多过所说时才提；把地名当定语（甲县、乙县5个村）、后面又接“此外”“另外”的不算。",
    flags=(
        "该县推行“[[五个]]先行”工作法，即[[规划先行、用地先行、审批先行、资金先行]]。",
        "区教育局推出[[四项]]举措：[[一是课后服务全覆盖；二是控制作业总量；三是规范校外培训]]。",
        "我们坚持问题导向、目标导向、结果导向，[[做好统筹规划、过程管理、结果评价、信息公开]][[三项]]工作。",
        "展馆分为[[四大]]展区，分别是[[农机展区、种业展区、数字展区]]。",
        "今年新建学校[[4所]]，分别为[[城东小学、城西小学、柳湖中学、望江中学以及星光幼儿园]]。",
        "方案提出[[三条]]路径。[[①优化审批；②压缩时限；③容缺受理；④跟踪回访]]。",
    ),
    confirms=(
        "卫星装有[[3台]]主载荷，分别是[[激光雷达、红外高光谱仪和云粒子偏振成像仪]]。",
        "[[队伍抓好基础工作、风险防控、挂牌督战]][[三项]]工作。",
        "[[市图书馆、博物馆、美术馆]][[3家]]场馆延时开放。",
        "“[[三个]]结合”（[[与疫情防控、脱贫攻坚、人居环境整治相结合]]）稳步推进。",
    ),
    passes=(
        "粮食、蔬菜、药品等5种物资价格平稳。",
        "东山县、西河县5个乡镇受灾。",
        "公司在北京、上海、广州和深圳设有4个研发中心，共有工程师260人。",
        "全村有三个小组，老人们编筐、织席、腌菜。",
        "他带着3个徒弟，包揽了焊接、打磨、喷漆。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for listed in relations.declared:
        low, high, _ = listed.count
        shown = str(low) if low == high else f"{low}～{high}"
        if listed.agrees:
            yield consistent(listed.spans, f"说“{listed.text}”，列出 {listed.number} 项，相符。", computed=f"{listed.number} 项")
        elif listed.differs:
            yield contradiction(listed.spans, f"说“{listed.text}”，却列出 {shown} 项，两者不能同时成立。", computed=f"{shown} 项")
