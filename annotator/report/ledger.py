"""Every claim in full, one a line: the table of CSV and of the first sheet of XLSX."""

from annotator.report import words
from annotator.report.cells import Cell, Column, Table, plain, row_anchor
from annotator.report.reading import HEDGES
from annotator.report.record import ClaimRow, Mark, Report
from annotator.review.log import timestamp

_COLUMNS = (
    Column("号", 6, figure=True),
    Column("决定", 10),
    Column("段", 10),
    Column("原文", 18),
    Column("改前", 18),
    Column("改后", 18),
    Column("上下文", 44),
    Column("类", 10),
    Column("值", 16),
    Column("上限", 12),
    Column("单位", 8),
    Column("限定", 8),
    Column("时段", 14),
    Column("据", 14),
    Column("理由", 36),
    Column("依据", 16),
    Column("备注", 24),
    Column("核对", 8),
    Column("核查人", 12),
    Column("时间", 28),
    Column("处", 6, figure=True),
    Column("各处起止", 22),
    Column("可不核", 8),
)


def ledger(report: Report) -> Table:
    """All claims, minor ones too. Values as they are exactly, times in UTC, places in code points."""
    return Table(
        "claims", "全部数据", "", _COLUMNS, tuple(_cells(row, report) for row in report.rows), tuple(row_anchor(row) for row in report.rows)
    )


def _cells(row: ClaimRow, report: Report) -> tuple[Cell, ...]:
    claim, decision = row.claim, row.decision
    edit = row.edits[0] if row.edits else None
    values = (
        row.number,
        words.STATES[row.state],
        words.places(row),
        claim.text,
        report.article.slice(edit.span) if edit else "",
        edit.text if edit else "",
        "".join(run.text for run in row.quote if run.mark is not Mark.INSERTED),
        words.KINDS[claim.kind],
        claim.quantity.value,
        claim.quantity.high or "",
        claim.quantity.unit,
        HEDGES[claim.quantity.hedge],
        row.context.period,
        row.context.attribution,
        decision.reason if decision else "",
        words.basis(row),
        "\n".join(row.notes),
        words.numbers(row.findings),
        decision.by if decision else "",
        timestamp(decision.at) if decision else "",
        len(row.places),
        "，".join(f"{place.start}-{place.end}" for place in row.places),
        "是" if claim.minor else "",
    )
    return tuple(plain(value) for value in values)
