"""A part and its whole against the stated share."""

from collections.abc import Iterator

from annotator.checks.record import check, consistent, contradiction, suspicious
from annotator.checks.relations import Relations
from annotator.checks.relations.shares import Share
from annotator.checks.relations.terms import Term
from annotator.checks.relations.wording import percent
from annotator.model import Finding, Severity


@check(
    title="占比与部分、整体不符",
    title_en="Share against part and whole",
    why="部分除以整体，应当等于文中的百分比、几成或几分之几；完成率、办结率、命中率这类由前面两个数算出的比率也一样。",
    limits="整体没有写在稿件里（占全国、占同期）时不查；整体要靠名称去找时，名称或时期对不上就不出声。近、不足、超过按单边区间算。",
    severity=Severity.HIGH,
    flags=(
        "截至月底，全县[[132个]]续建项目已复工[[129个]]，复工率[[87.7%]]。",
        "大会增聘[[300名]]短期工，其中[[180人]]为在校学生，占[[五成]]。",
        "全县水稻种植面积[[32.5万亩]]。今年机收[[27.3万亩]]，占水稻种植面积的[[74%]]。",
        "全镇[[420户]]人家中，有[[168户]]装了太阳能，接近[[一半]]。",
        "抽检产品[[400批次]]，不合格[[36批次]]，合格率[[96%]]。",
        "公司总资产[[62亿元]]，总负债[[31亿元]]，资产负债率[[60%]]。",
    ),
    confirms=(
        "热线累计受理诉求[[3206件]]，办结[[3150件]]，办结率[[98.3%]]。",
        "公司营业收入[[48.36亿元]]。研发投入[[5.32亿元]]，占营业收入的[[11.0%]]。",
        "消费类芯片收入[[30亿元]]，占芯片总收入[[50亿元]]的[[60%]]。",
        "工程总投资[[8640万元]]，其中中央专项资金[[2160万元]]，占[[四分之一]]。",
    ),
    passes=(
        "全镇茶园3.2万亩，茶叶产值占全国的12%。",
        "新校区占地96亩，绿化率35%。",
        "展会吸引客商4200人，其中境外客商占18%。",
        "贷款余额120亿元，贷款利率3.85%。",
        "企业员工860人，研发投入1.2亿元，占销售收入的15%。",
        "三季度售出新车15.6万辆。前三季度出口8万辆，占总销量的19.5%。",
        "全镇农田6.8万亩，其中高标准农田4.2万亩，机收率98%，订单种植占46%。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for share in relations.shares:
        whole = share.fitting()
        if whole is not None:
            shown, formula = percent(share.ratio(whole)), _formula(share, whole)
            yield consistent(share.spans(whole), f"{formula} 得 {shown}，与“{share.share.text}”相符。", formula=formula, computed=shown)
        elif share.broken:
            nearest = share.nearest
            shown, formula = percent(share.ratio(nearest)), _formula(share, nearest)
            told = contradiction if len(share.wholes) == 1 else suspicious
            yield told(share.spans(nearest), f"{formula} 得 {shown}，与“{share.share.text}”不能同时成立。", formula=formula, computed=shown)


def _formula(share: Share, whole: Term) -> str:
    quotient = f"{share.part.text} ÷ {whole.text}"
    return f"1 − {quotient}" if share.rest else quotient
