"""Words of rise beside values that fall, and relief that is said to cost more."""

import re
from collections.abc import Iterator

from annotator.checks.record import Example, check, contradiction, suspicious
from annotator.checks.relations import Relations
from annotator.checks.relations.changes import Change
from annotator.checks.relations.judged import Fit
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.terms import POINT, SHARE, Term
from annotator.model import Finding, Kind, Severity, Suggestion

_UP = {"上浮": "下浮", "上调": "下调", "提高": "降低", "上涨": "下降", "增加": "减少", "上升": "下降"}
_RAISED = re.compile(f"(?:{'|'.join(_UP)})(?:了|幅度为|幅度达)?$")
_RAISED_TO = re.compile(f"(?:{'|'.join(_UP)})[至到为]$")
_LENT = re.compile("利率|费率|担保费|租金")
_WIDTH = 36
"""How many characters before the result of a step tell what it is of."""
_PAID = re.compile(
    "利率|贷款成本|融资成本|费率|担保费|保费|手续费|管理费|税率|税负|租金|房租|电价|气价|水价|电费|水费|票价|门票|收费|学费|物流成本|过路费|通行费"
)
_RECEIVED = re.compile(
    "存款|储蓄|额度|补贴|补助|补偿|养老金|待遇|工资|津贴|奖励|限额|上限|下限|收购|保护价|让利|优惠(?:幅度|力度|比例)|减免|理财|收益|退税|返还|抵扣|扣除|贴息|报销|补|占比|覆盖"
)
_OTHERS = re.compile("旺季|高峰|二套|超出|超标|高耗能|阶梯|逾期|违约|(?<![粮殖植养])大户|此前|曾|过去|去年|上年|以往|如果|若")
"""Those who pay more while others are relieved, and times when it was so."""
_RELIEF = re.compile(
    "惠企|惠农|惠民|减负|优惠|让利|贴息|降本|纾困|减免|扶持|助企|降成本|减税|降费|渡难关|帮扶|支农|支小|专项信贷|降低[^，。；]{0,8}成本|"
    "减轻[^，。；]{0,8}(?:负担|压力)"
)
_PASSES = re.compile("(?:(?P<up>突破|首破|站上|跨越|迈上|跨过)|(?P<down>跌破|失守|击穿))(?:了)?$")
_REACHES = re.compile("(?:大关|关口|整数关口|门槛|台阶)?，(?:达到?|为|报|收于|收报|至)")
_REACH = 60
"""How many characters around the rate words of relief are looked for."""


@check(
    title="升降方向与数值相反",
    title_en="Direction against the values",
    why="“跌至”后面的数反而更大、“增长”而后值更小，说明词和数不能同时成立。惠企、减负、让利的上下文里，借款人要付的利率、费用写成“上浮”“提高”，多半是“下浮”“降低”之误。",
    limits="存款利率、收购价、额度、补贴、养老金等上调对受益人有利，不在此列。文件本意就是提高收费而上下文恰有“优惠”字样时会多问一句。",
    severity=Severity.HIGH,
    flags=(
        Example("各银行推出专项信贷资金支持企业渡难关，比原利率[[上浮15%左右]]。", "下浮15%左右"),
        Example("为小微企业减负，市担保公司把担保费率统一[[提高0.5个百分点]]。", "降低0.5个百分点"),
        "二手车均价由年初的[[8.2万元]]跌至[[9.1万元]]。",
        "公司净利润[[6.12亿元]]，上年同期为[[7.65亿元]]，同比增长[[20%]]。",
        "全区茶叶产量突破[[3万吨]]，达[[2.8万吨]]。",
        "平均候诊时间从[[35分钟]]缩短到[[53分钟]]。",
    ),
    passes=(
        "各银行推出专项信贷资金支持企业渡难关，比原利率下浮15%左右。",
        "基准利率上浮15%后，购房人的月供明显增加。",
        "县里出台惠民政策，城乡居民养老金每月提高20元，住房公积金贷款额度上浮20%。",
        "为让利储户，该行三年期存款利率上浮10%。",
        "二手车均价由年初的9.1万元跌至8.2万元。",
        "最低气温由零下3℃降到零下8℃。",
        "成指跌破9000点，报8986点；成交额突破万亿元，达到1.2万亿元。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for change in relations.changes:
        if (finding := _against_values(change)) is not None:
            yield finding
    for judgement in relations.judged_changes:
        if judgement.fit is Fit.OPPOSITE:
            change = judgement.change
            message = f"数值是{'下降' if change.rises else '上升'}的，文中却写“{change.words}”，不能同时成立。"
            yield contradiction(change.spans, message, formula=judgement.formula, computed=str(float(round(judgement.computed, 4))))
    for sentence in relations.sentences:
        for number in range(1, len(sentence.claims)):
            if (finding := _passed(sentence, number)) is not None:
                yield finding
        for number, claim in enumerate(sentence.claims):
            sized = claim.dimension in (SHARE, POINT) or claim.kind is Kind.MONEY
            match = (_RAISED.search(sentence.gaps[number]) or _raised_to(sentence, number)) if sized else None
            if match:
                yield from _relief(relations, sentence, number, match)


def _raised_to(sentence: Sentence, number: int) -> re.Match[str] | None:
    """The verb of a step of what borrowers and tenants pay: 贷款年利率由4.1%上浮至4.6%."""
    lent = number > 0 and _LENT.search(sentence.clause(number - 1))
    return _RAISED_TO.search(sentence.gaps[number]) if lent else None


def _against_values(change: Change) -> Finding | None:
    """The values of a change without a stated size, where the words go the other way."""
    if change.delta is not None or change.old is None or change.rises is None:
        return None
    if change.new.unit == "折" or (change.new.kind is Kind.DURATION and change.words.startswith("提")):
        return None  # a higher discount is a smaller number, and a record that is raised a shorter time
    if not _is_below(change.new, change.old) if change.rises else not _is_below(change.old, change.new):
        return None
    said, is_so = ("上升", "小") if change.rises else ("下降", "大")
    message = f"“{change.words}”说的是{said}，而 {change.new.text} 比 {change.old.text} {is_so}，不能同时成立。"
    return contradiction(change.spans, message, formula=f"{change.old.text} → {change.new.text}")


def _is_below(one: Term, other: Term) -> bool:
    """Is one value below another: plain ones as they are written, for 由3%上升到2% is wrong however they were rounded."""
    if one.is_plain and other.is_plain:
        return one.value < other.value
    high, low = one.bounds.high, other.bounds.low
    return high is not None and low is not None and high < low


def _passed(sentence: Sentence, number: int) -> Finding | None:
    """A mark said to be passed, and a value right behind it that has not passed it: 突破20万吨，达到19.6万吨."""
    mark, value = sentence.claims[number - 1], sentence.claims[number]
    if not mark.dimension or mark.dimension != value.dimension or mark.quantity.high is not None or not value.is_plain:
        return None
    passes = _PASSES.search(sentence.gaps[number - 1])
    if not passes or not _REACHES.fullmatch(sentence.gaps[number]):
        return None
    up = passes["up"] is not None
    if (value.value >= mark.value) if up else (value.value <= mark.value):
        return None
    message = f"说“{passes[0]}”{mark.text}，后面的 {value.text} 却{'没有达到' if up else '还在它之上'}，不能同时成立。"
    return contradiction((mark.span, value.span), message, formula=f"{value.text} {'<' if up else '>'} {mark.text}")


def _relief(relations: Relations, sentence: Sentence, number: int, raised: re.Match[str]) -> Iterator[Finding]:
    claim: Term = sentence.claims[number]
    step = raised[0][-1] in "至到为"
    clause = sentence.last_words(number, _WIDTH) if step else sentence.clause(number)
    if not _PAID.search(clause) or _RECEIVED.search(clause) or _OTHERS.search(clause):
        return
    before = relations.text[max(0, claim.start - _REACH) : claim.start].rpartition("\n")[2]
    if not (_RELIEF.search(before) or _RELIEF.search(sentence.text[claim.end - sentence.start :][: _REACH // 2].split("；")[0])):
        return
    start = claim.start - len(raised[0])
    word = next(word for word in _UP if raised[0].startswith(word))
    better = _UP[word] + relations.words((start + len(word), claim.end))
    yield suspicious(
        ((start, claim.end),),
        f"上下文讲的是优惠、减负，“{word}”却让受惠一方多付，请向来源核实是否应为“{_UP[word]}”。",
        formula=f"{word} {claim.text}",
        suggestion=None if step else Suggestion(start, claim.end, better),  # of a step both values would have to change places
    )
