"""The words of the report: one Chinese name for each thing, and how values, places and times are written."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from annotator.checks import checks
from annotator.model import Decision, Kind, Level, Numeral, Stage, State, Verdict
from annotator.report.record import ClaimRow, Fault, FindingRow, Person, Report, Response
from annotator.review import Event
from annotator.review.changes import NAMES

STATES = NAMES
STAGES = {Stage.FIRST: "初审", Stage.SECOND: "复审", Stage.FINAL: "终审"}
KINDS = {
    Kind.COUNT: "数量",
    Kind.MONEY: "金额",
    Kind.PERCENT: "百分比",
    Kind.RATIO: "倍数与比",
    Kind.MEASURE: "度量",
    Kind.DATE: "日期",
    Kind.TIME: "时刻",
    Kind.DURATION: "时长",
    Kind.RANK: "名次",
    Kind.SCORE: "比分",
}
VERDICTS = {Verdict.CONTRADICTION: "矛盾", Verdict.SUSPICIOUS: "请看", Verdict.CONSISTENT: "相符"}
RESPONSES = {Response.ANSWERED: "此处忽略", Response.DECIDED: "已更正或存疑", Response.OPEN: "未回应", Response.NONE: ""}
FAULTS = {Fault.FIGURE: "数字有误", Fault.MEANING: "表述有误"}
EVENTS = {
    "decide": "决定",
    "undo": "撤销",
    "redo": "重做",
    "read": "读毕",
    "answer": "答复发现",
    "insert": "补标",
    "adjust": "调整范围",
    "split": "拆出一处",
    "join": "并回",
    "note": "备注",
    "evidence": "证据",
    "masthead": "改稿件信息",
    "flow": "改分段",
    "reading": "改理解",
    "stage": "换审次",
}

# Why a numeral is in no claim, by the names that claims/ and the lexicon give.
REASONS = {
    "": "未说明",
    "address": "门牌和地址",
    "adverb": "“一”作副词",
    "article": "单独的“一”",
    "bare-number": "没有单位的数",
    "case-number": "案号",
    "code": "编号和代码",
    "dictionary-word": "词语中的数",
    "generation": "代际称呼",
    "holiday": "节日名",
    "idiom": "成语",
    "in-word": "词语中的数",
    "level": "级别用语",
    "list-marker": "序号",
    "long-run": "过长的数字串",
    "name": "专名",
    "name-number": "名称中的编号",
    "numeral-in-name": "名称中的数",
    "numeral-sign": "数字符号（½、①、Ⅳ 等）",
    "order": "次序用语",
    "ordinal-in-name": "名称中的序数",
    "policy-word": "政策用语",
    "quoted": "引号中的字",
    "repeated": "固定说法",
    "school-grade": "年级",
    "section": "章节和条款号",
    "slogan": "口号",
    "sports-word": "体育用语",
    "stock-code": "证券代码",
    "table-cell": "表格里没有单位的数",
    "telephone": "电话",
    "unit-alone": "单位说明",
    "unit-not-listed": "单位未收录",
    "weekday": "星期",
    "word": "固定词语",
    "year-in-name": "名称中的年份",
}

METHOD = (
    (
        "核查对象：文中凡以数字陈述、可以查证的数量、金额、百分比、倍数、度量、日期、时刻、时长、名次、比分，各为一项；"
        "逐字重复的段落里的同一项只决定一次，涉及的每一处都列出。"
    ),
    "不列为数据：成语和固定词语、产品和技术名称、道路和线路编号、电话、案号、序号、专名中的数字；每一处都写明理由。",
    "自动核对：文内各数互相核算（合计、占比、增减、日期、名次等）。四舍五入、约数和“余”“近”“超过”按区间计算。",
    "状态：待核为尚无决定；已确认为核查人认可；已更正为改动原文；存疑为须问作者或来源；不是数据为软件误标。只有人能作决定。",
)
LIMITS = (
    "“相符”只表示文内各数彼此一致，不证明属实；发现矛盾时，软件不判断哪一个数字有误。",
    "软件不查外部资料；文外事实由核查人按所列证据判断。没有发现问题，不表示没有问题。",
)
SIGNATURES = ("初审", "复审（不得与初审同一人）", "终审", "签发")
CHART = "每格一处数据，横轴为段。"
RATE = "每一项更正计 1 处差错，重复段不另计；差错数 ÷ 全文字符数 × 10,000"


def grouped(number: int) -> str:
    """A count with thousands separators."""
    return f"{number:,}"


def short(digest: str) -> str:
    """The two ends of a hash, for a line that shows it beside others."""
    return f"{digest[:8]}…{digest[-8:]}" if len(digest) > 20 else digest or "—"


def paragraph(order: int) -> int:
    """The number people use: the first paragraph is 1."""
    return order + 1


def paragraphs(orders: Iterable[int]) -> str:
    """Paragraph numbers, each once, sorted, three and more neighbours drawn together: 6、16–20、43."""
    parts: list[str] = []
    run: list[int] = []
    for order in (*sorted(set(orders)), None):
        if run and (order is None or order != run[-1] + 1):
            listed = [str(paragraph(one)) for one in run]
            parts += [f"{listed[0]}–{listed[-1]}"] if len(listed) > 2 else listed
            run = []
        if order is not None:
            run.append(order)
    return "、".join(parts)


def places(row: ClaimRow) -> str:
    return paragraphs(place.paragraph for place in row.places)


def numbers(values: tuple[int, ...]) -> str:
    return "、".join(str(value) for value in values)


def moment(at: datetime, report: Report) -> str:
    """A time in the time zone of the report, to the minute."""
    return at.astimezone(report.created.tzinfo).strftime("%Y-%m-%d %H:%M")


def zone(report: Report) -> str:
    """The time zone of the report: UTC+08:00."""
    return "UTC" + report.created.strftime("%z")[:3] + ":" + report.created.strftime("%z")[3:5]


def day(value: date | None) -> str:
    return "" if value is None else value.isoformat()


def basis(row: ClaimRow) -> str:
    """What a decision rests on."""
    decision = row.decision
    if decision is None:
        return ""
    parts = [f"证据 {numbers(row.evidence)}"] if row.evidence else []
    if decision.judgement:
        parts.append("编辑判断")
    if decision.basis == "internal":
        parts.append("文内相符")
    if row.state is State.FLAGGED:
        parts.append(f"问{decision.to or '作者'}")
    return "；".join(parts)


def signed(decision: Decision | None, report: Report) -> str:
    """Who decided and when: the time alone on the day of the report."""
    if decision is None:
        return ""
    at = decision.at.astimezone(report.created.tzinfo)
    return f"{decision.by} {at:%H:%M}" if at.date() == report.created.date() else f"{decision.by} {at:%Y-%m-%d %H:%M}"


def response(row: FindingRow) -> str:
    return f"{RESPONSES[row.response]}：{row.answer}" if row.answer else RESPONSES[row.response]


def verdict(row: FindingRow) -> str:
    """The verdict, and 提示 for a hint."""
    return VERDICTS[row.finding.verdict] if row.finding.level is Level.ERROR else "提示"


def operands(row: FindingRow) -> str:
    """The words of a finding's places, each once; whole paragraphs are told by their numbers alone."""
    words = dict.fromkeys(text if len(text) <= 40 else "整段" for text in row.operands)
    return "，".join(words)


def per_ten_thousand(report: Report) -> str:
    """Corrected claims in 10,000 characters, two decimals."""
    characters = len(report.article.text)
    rate = Decimal(sum(report.errors.values())) * 10000 / characters if characters else Decimal(0)
    return str(rate.quantize(Decimal("0.01"), ROUND_HALF_UP))


def step(event: Event) -> str:
    """What a record of the log did, in words."""
    name = EVENTS.get(event.kind, event.kind)
    return f"{name}：{STATES[State(event.data['state'])]}" if event.kind == "decide" else name


def file_line(report: Report) -> str:
    """Name, encoding and size of the manuscript."""
    article = report.article
    return "，".join(part for part in (article.name, article.encoding.upper(), f"{grouped(len(article.text))} 字符") if part)


def reason(numeral: Numeral) -> str:
    """Why a numeral is no claim, in words; a reason without words of its own as it is named."""
    return REASONS.get(numeral.reason, numeral.reason)


def reasons(report: Report) -> dict[str, int]:
    """How many numerals are left out for each reason, in words, most first."""
    counts = Counter(reason(numeral) for numeral in report.coverage.left_out)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _readers(stage: Stage, report: Report) -> str:
    """Who did a reading and when: 王某，2026-03-12 09:10 至 11:05; what is still owed where nobody did."""
    people = [person for person in report.people if person.stage is stage]
    if not people:
        return "待签（不得与初审同一人）" if stage is Stage.SECOND else "待签"
    names = [person.name or "未署名" for person in people]
    listed = "、".join(names[:3]) + (f"等 {len(names)} 人" if len(names) > 3 else "")
    again = "（与前一审次同一人）" if _same(stage, report) else ""
    return f"{listed}{again}，{_period(people, report)}"


def _same(stage: Stage, report: Report) -> bool:
    """Did somebody of this reading work in an earlier one?"""
    order = list(Stage)
    earlier = {person.name for person in report.people if order.index(person.stage) < order.index(stage)}
    return any(person.name in earlier for person in report.people if person.stage is stage)


def apart(report: Report) -> str:
    """Whether the readings were done by different people, as three readings want it."""
    stages = {person.stage for person in report.people}
    if len(stages) < 2:
        return "各审次须由不同的人完成"
    return "有人做了不止一个审次，须另由他人复核" if any(_same(stage, report) for stage in stages) else "各审次由不同的人完成"


def _period(people: Sequence[Person], report: Report) -> str:
    """When people worked: a day and two clock times, or two days."""
    zone = report.created.tzinfo
    first, last = min(person.first for person in people).astimezone(zone), max(person.last for person in people).astimezone(zone)
    if first.date() == last.date():
        return f"{first:%Y-%m-%d} {first:%H:%M} 至 {last:%H:%M}"
    return f"{first:%Y-%m-%d} 至 {last:%Y-%m-%d}"


def credit(report: Report) -> str:
    """Who wrote it, where and when it appeared, as far as it is known."""
    article = report.article
    return " · ".join(part for part in (article.byline, article.publisher, day(article.published)) if part)


def check_title(check: str) -> str:
    """What a check is called; its id where it is not there any more."""
    return next((known.title for known in checks() if known.id == check), check)


def coverage(report: Report) -> str:
    """What became of the numerals, in one line."""
    left_out, unexplained = len(report.coverage.left_out), len(report.coverage.unexplained)
    return (
        f"文中数字 {grouped(report.coverage.claims)} 处列为数据，"
        f"{grouped(left_out - unexplained)} 处写明不列的理由，未说明 {grouped(unexplained)} 处；"
        f"{report.coverage.paragraphs} 段读毕 {len(report.coverage.read)} 段"
    )


def errors(report: Report) -> str:
    """The corrections by kind, and their rate."""
    counts = "，".join(f"{FAULTS[fault]} {count} 项" for fault, count in report.errors.items())
    return f"{counts}；每万字 {per_ten_thousand(report)} 处"


def identity(report: Report) -> tuple[tuple[str, str], ...]:
    """What was checked, with what and by whom, as (label, value)."""
    software = report.software
    return (
        ("原稿", file_line(report)),
        ("原稿 SHA-256", short(report.article.source_sha256)),
        ("软件与规则", f"{software.name} {software.version}，规则集 {software.rules}"),
        *((name, _readers(stage, report)) for stage, name in STAGES.items()),
    )


def seals(report: Report) -> tuple[tuple[str, str], ...]:
    """Every hash in full, as (label, value)."""
    software = report.software
    return (
        ("原稿字节 SHA-256", report.article.source_sha256),
        ("正文 SHA-256", report.article.sha256),
        ("审计链首", f"第 {report.head[0]} 条 {report.head[1]}"),
        ("报告内容 SHA-256", report.seal),
        ("软件", f"{software.name} {software.version}，数据识别 {software.extractor}，规则集 {software.rules}"),
    )


def foot(report: Report) -> str:
    """The line under every page."""
    return f"审计链首 {short(report.head[1])} · 报告内容 SHA-256 {short(report.seal)}"


def tag(report: Report) -> str:
    return "草稿 DRAFT" if report.draft else "定稿"


def limits(report: Report) -> tuple[str, ...]:
    """What a report cannot say, and where its times are not to be trusted: records stand in their order, whatever the clock said."""
    back = [later.seq for earlier, later in pairwise(report.records) if later.at < earlier.at]
    told = f"电脑的时钟曾往回拨：记录 {'、'.join(map(str, back))} 的时间早于前一条。次序以记录号为准。"
    return (*LIMITS, told) if back else LIMITS


def method(report: Report) -> tuple[str, ...]:
    """How it was done and what it cannot say."""
    return (*METHOD, *limits(report), f"差错率：{errors(report)}（{RATE}）。")
