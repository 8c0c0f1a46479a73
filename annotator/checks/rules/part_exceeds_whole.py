"""A part that is larger than its whole."""

from collections.abc import Iterator

from annotator.checks.record import check, consistent, contradiction, suspicious
from annotator.checks.relations import Relations
from annotator.model import Finding, Severity


@check(
    title="部分大于整体",
    title_en="Part larger than its whole",
    why="“其中”后面的数是前面那个数的一部分，不可能比它大；“已完成”的也不会多过总数。",
    limits="“其中”与前面的数隔得太远、单位不同时不查；超额完成计划（计划100件，已完成120件）不算。",
    severity=Severity.HIGH,
    flags=(
        "全区现有校车[[126辆]]，其中新能源校车[[138辆]]，全部安装北斗定位。",
        "累计追踪密切接触者[[1268人]]，已落实集中隔离[[1325人]]。",
        "图书馆藏书[[8.6万册]]，其中古籍[[9.2万册]]。",
        "在[[36家]]受访企业中，有[[41家]]表示订单增加。",
        "应到代表[[186名]]，实到[[194名]]。",
    ),
    confirms=(
        "全市共有中小企业[[5550家]]，其中规模以上企业[[899家]]。",
        "该县[[14个]]重点新建项目已开工[[12个]]。",
        "这[[18座]]水库当中，有[[5座]]超过汛限水位。",
        "库区登记移民[[3200户]]，已搬迁[[2986户]]。",
    ),
    passes=(
        "年初计划新建充电桩120个，已建成135个。",
        "昨日新增确诊病例18例，已治愈出院49例。",
        "去年招生820人，其中研究生96人；今年招生900人。",
        "全县现有水库12座，已连续3年安全度汛；池塘1300口。",
        "全镇种植油菜2300亩，其中连片种植的超过1000亩。",
        "全县36个村中，建成文化广场52个。",
        "试点街道12个，其中48个网格受到表扬。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for relation in relations.parts_of:
        formula = f"{relation.part.text} ≤ {relation.whole.text}"
        if relation.holds:
            yield consistent(relation.spans, f"部分 {relation.part.text} 不超过整体 {relation.whole.text}。", formula=formula)
        elif relation.exceeds:
            message = f"{relation.part.text} 是 {relation.whole.text} 的一部分，却比它大，不能同时成立。"
            if relation.named:
                yield contradiction(relation.spans, message, formula=formula)
            else:
                message = f"{relation.part.text} 像是 {relation.whole.text} 的一部分，却比它大，请核对。"
                yield suspicious(relation.spans, message, formula=formula)
