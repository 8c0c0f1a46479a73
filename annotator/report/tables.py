"""The report as tables: the blocks that HTML, PDF, DOCX, XLSX and Markdown print, each with its columns and cells."""

from annotator.model import State, Verdict
from annotator.report import words
from annotator.report.cells import Cell, Column, Table, place_anchor, plain, row_anchor, web_link
from annotator.report.chronicle import by_hand, history
from annotator.report.printable import replaced
from annotator.report.reading import reading
from annotator.report.record import ClaimRow, EvidenceRow, FindingRow, Report


def tables(report: Report) -> tuple[Table, ...]:
    """Every block that holds something, in reading order; the first is always there."""
    optional = (
        _findings(report),
        _claims(report),
        _evidence(report),
        _left_out(report),
        _minor(report),
        _people(report),
        by_hand(report),
        history(report),
        _import_notes(report),
        _replaced(report),
        _failures(report),
    )
    return (_asked(report), *(table for table in optional if table.rows))


def _asked(report: Report) -> Table:
    rows = report.asked
    others = len(report.counted) - len(rows)
    agree = sum(row.finding.verdict is Verdict.CONSISTENT for row in report.findings)
    note = f"其余 {others} 项见“全部数据”；自动核对 {len(report.findings)} 条，其中相符 {agree} 条" if rows else "没有更正，也没有存疑"
    if sum(report.errors.values()):
        note = f"{words.errors(report)}；{note}"
    return Table(
        "asked",
        "更正与存疑",
        note,
        (
            Column("号", 4, figure=True),
            Column("段", 11),
            Column("原文与改动", 29),
            Column("决定", 9.5),
            Column("理由或问题", 37),
            Column("依据", 10.5),
        ),
        tuple(_asked_cells(row) for row in rows),
        tuple(row_anchor(row) for row in rows),
    )


def _asked_cells(row: ClaimRow) -> tuple[Cell, ...]:
    return (
        plain(row.number),
        plain(words.places(row), link=place_anchor(row.claim.id)),
        Cell(row.quote, quoted=True),
        plain(words.STATES[row.state], sign=row.state),
        plain(row.decision.reason if row.decision else ""),
        plain(words.basis(row)),
    )


def _findings(report: Report) -> Table:
    return Table(
        "findings",
        "自动核对",
        "先矛盾，再请看、提示，后相符；号为“全部数据”中的号",
        (
            Column("条", 4, figure=True),
            Column("结果", 8),
            Column("规则", 11),
            Column("算式与所据", 27),
            Column("说明", 24),
            Column("段", 12),
            Column("号", 9.5),
            Column("回应", 17),
        ),
        tuple(_finding_cells(row) for row in report.findings),
        tuple(f"finding-{row.number}" for row in report.findings),
    )


def _finding_cells(row: FindingRow) -> tuple[Cell, ...]:
    formula = row.finding.formula
    operands = words.operands(row)
    return (
        plain(row.number),
        plain(words.verdict(row), sign=row.finding.verdict),
        plain("" if row.finding.verdict is Verdict.CONSISTENT else row.title),  # checks are named after what they find wrong
        plain(f"{formula}（{operands}）" if formula else operands, quoted=not formula),
        plain(row.finding.message),
        plain(words.paragraphs(row.paragraphs)),
        plain(words.numbers(row.rows), link=f"row-{row.rows[0]}" if row.rows else ""),
        plain(words.response(row)),
    )


def _claims(report: Report) -> Table:
    rows = report.counted
    return Table(
        "claims",
        "全部数据",
        f"{len(rows)} 项，先更正、存疑，余按原文顺序；段号通向全文中的位置",
        (
            Column("号", 4, figure=True),
            Column("段", 9),
            Column("原文", 26),
            Column("类", 6.5),
            Column("读作", 14),
            Column("决定", 10.5),
            Column("理由、依据、备注", 17),
            Column("核对人与时间", 12),
            Column("核对", 5),
        ),
        tuple(_claim_cells(row, report) for row in rows),
        tuple(f"claim-{row.number}" if row in report.asked else row_anchor(row) for row in rows),
    )


def _claim_cells(row: ClaimRow, report: Report) -> tuple[Cell, ...]:
    decision = row.decision
    said = "；".join(part for part in (decision.reason if decision else "", words.basis(row), *row.notes) if part)
    scope = "，".join(part for part in (row.context.period, row.context.attribution) if part)
    return (
        plain(row.number),
        plain(words.places(row), link=place_anchor(row.claim.id)),
        Cell(row.quote, quoted=True),
        plain(words.KINDS[row.claim.kind]),
        plain(reading(row.claim) + (f"（{scope}）" if scope else "")),
        plain(words.STATES[row.state], sign=row.state),
        plain(said),
        plain(words.signed(decision, report)),
        plain(words.numbers(row.findings), link=f"finding-{row.findings[0]}" if row.findings else ""),
    )


def _evidence(report: Report) -> Table:
    return Table(
        "evidence",
        "证据",
        "引文照录；哈希为存本文件的 SHA-256",
        (
            Column("证据", 6, figure=True),
            Column("引文", 29),
            Column("题名与出处", 24),
            Column("位置", 9),
            Column("类", 6),
            Column("取用", 10.5),
            Column("链接与存本", 24),
            Column("号", 6),
        ),
        tuple(_evidence_cells(row) for row in report.evidence),
        tuple(f"evidence-{row.number}" for row in report.evidence),
    )


def _evidence_cells(row: EvidenceRow) -> tuple[Cell, ...]:
    source = row.evidence
    kept = f"{source.attachment}（{words.short(source.sha256)}）" if source.attachment else ""
    return (
        plain(row.number),
        plain(source.quote, quoted=True),
        plain("，".join(part for part in (source.title, source.publisher) if part)),
        plain(source.locator),
        plain("一手" if source.primary else "转引"),
        plain(words.day(source.retrieved)),
        plain("；".join(part for part in (source.link, kept) if part), link=web_link(source.link)),
        plain(words.numbers(row.rows), link=f"row-{row.rows[0]}" if row.rows else ""),
    )


def _left_out(report: Report) -> Table:
    texts: dict[str, list[str]] = {}
    for numeral in report.coverage.left_out:
        order = report.article.paragraph_at(numeral.start).order
        texts.setdefault(words.reason(numeral), []).append(
            f"{report.article.slice((numeral.start, numeral.end))}（{words.paragraph(order)} 段）"
        )
    return Table(
        "left-out",
        "未列为数据的数字",
        "每一处都有理由；“未说明”须人工看一遍",
        (Column("理由", 15), Column("处", 6, figure=True), Column("文字与所在段", 79)),
        tuple(
            (plain(reason), plain(count), plain("，".join(texts[reason]), quoted=True)) for reason, count in words.reasons(report).items()
        ),
    )


def _minor(report: Report) -> Table:
    rows = [row for row in report.rows if row.minor]
    return Table(
        "minor",
        "可不逐项核的数",
        "作冠词用的“一”、不带年份的时段、名称中的数等；未作决定",
        (Column("号", 5, figure=True), Column("段", 15), Column("原文", 60), Column("读作", 20)),
        tuple(
            (
                plain(row.number),
                plain(words.places(row), link=place_anchor(row.claim.id)),
                Cell(row.quote, quoted=True),
                plain(reading(row.claim)),
            )
            for row in rows
        ),
        tuple(row_anchor(row) for row in rows),
    )


def _people(report: Report) -> Table:
    return Table(
        "people",
        "核查人",
        f"时间为 {words.zone(report)}；{words.apart(report)}",
        (Column("审次", 14), Column("姓名", 26), Column("最早", 22), Column("最近", 22), Column("记录", 16, figure=True)),
        tuple(
            (
                plain(words.STAGES[person.stage]),
                plain(person.name or "未署名"),
                plain(words.moment(person.first, report)),
                plain(words.moment(person.last, report)),
                plain(person.entries),
            )
            for person in report.people
        ),
    )


def _import_notes(report: Report) -> Table:
    return Table(
        "import",
        "导入时的改动",
        "读入原稿时改动、略去或不能确定之处",
        (Column("段", 10), Column("说明", 90)),
        tuple(
            (
                plain(
                    words.paragraph(report.article.paragraph_at(note.span.start).order) if note.span and report.article.paragraphs else ""
                ),
                plain(note.message),
            )
            for note in report.article.notes
        ),
    )


def _replaced(report: Report) -> Table:
    texts = [report.article.text, report.article.title, report.article.name]
    texts += [text for row in report.rows for text in (*row.notes, *((row.decision.reason, row.decision.text) if row.decision else ()))]
    texts += [text for row in report.evidence for text in (row.evidence.quote, row.evidence.title, row.evidence.publisher)]
    return Table(
        "replaced",
        "以代码代替的字符",
        "原稿或备注中不能显示、或会改变行文方向的字符；JSON 保留原样",
        (Column("字符", 30), Column("处", 70, figure=True)),
        tuple((plain(code), plain(count)) for code, count in replaced(texts)),
    )


def _failures(report: Report) -> Table:
    return Table(
        "failures",
        "没有做的核对",
        "出错没有完成的，或由编辑关闭的：没有结果",
        (Column("规则", 30), Column("原因", 70)),
        (
            *((plain(words.check_title(failure.check)), plain(failure.message)) for failure in report.failures),
            *((plain(words.check_title(check)), plain("由编辑关闭，没有运行。")) for check in report.off),
        ),
    )


def summary(report: Report) -> tuple[tuple[str, str, str], ...]:
    """The figures of the head of the report as (state or "", number, words)."""
    tallies = report.tallies
    pending = tallies[State.PENDING].folds
    total = sum(tally.folds for tally in tallies.values())
    places = sum(tally.places for tally in tallies.values())
    left = f"还有 {words.grouped(pending)} 项待核" if pending else "已全部决定"
    boxes = [("", words.grouped(total), f"项数据，共 {words.grouped(places)} 处\n{left}")]
    names = {State.CONFIRMED: "确认", State.CORRECTED: "更正", State.FLAGGED: "存疑", State.DISMISSED: "不是数据"}
    for state, name in names.items():
        tally = tallies[state]
        text = f"{name}，涉及 {words.grouped(tally.places)} 处" if tally.folds else name
        if state is State.CONFIRMED and report.internal:
            text += f"\n其中凭文内相符 {words.grouped(report.internal)} 项"
        boxes.append((str(state), words.grouped(tally.folds), text))
    return tuple(boxes)
