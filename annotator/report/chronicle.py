"""What people did to the article beside deciding, and the decisions that were changed: two tables from the log."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from annotator.model import Stage
from annotator.report import words
from annotator.report.cells import Column, Table, plain
from annotator.report.reading import reading
from annotator.report.record import Report
from annotator.review import Record
from annotator.review.plain import claim_from_json

_BY_HAND = frozenset({"insert", "adjust", "reading", "split", "join", "masthead", "flow", "stage"})


def by_hand(report: Report) -> Table:
    """Claims that people marked, cut or read anew, and what they said of the article; what they took back is there too."""
    undone = _undone(report)
    return Table(
        "by-hand",
        "人工改动",
        "补标、调整范围、改理解、拆出、并回，稿件信息、分段和审次；撤销了的也列出",
        (
            Column("记录", 7, figure=True),
            Column("时间", 17),
            Column("核查人", 14),
            Column("做了什么", 18),
            Column("内容", 44),
        ),
        tuple(
            (
                plain(record.seq),
                plain(words.moment(record.at, report)),
                plain(record.by),
                plain(words.step(record.event) + ("（已撤销）" if record.seq in undone else "")),
                plain(_told(record.event.kind, record.event.data, report)),
            )
            for record in report.records
            if record.event.kind in _BY_HAND
        ),
    )


def _undone(report: Report) -> set[int]:
    """The numbers of the records that stand taken back."""
    undone: set[int] = set()
    for record in report.records:
        if record.event.kind == "undo":
            undone.add(record.event.data["of"])
        elif record.event.kind == "redo":
            undone.discard(record.event.data["of"])
    return undone


def _told(kind: str, data: Mapping[str, Any], report: Report) -> str:
    """What a record says: the words it is about, and what it makes of them."""
    match kind:
        case "insert" | "adjust" | "reading":
            made = claim_from_json(data["made"][0])
            return f"“{made.text}”，{words.KINDS[made.kind]}，读作 {reading(made)}"
        case "split" | "join":
            return "、".join(f"“{_place(claim, report)}”" for claim in data["claims"])
        case "masthead":
            return "，".join(str(value) for value in data.values() if value)
        case "flow":
            pairs = "；".join(f"第 {words.paragraph(first)} 段与第 {words.paragraph(second)} 段" for first, second in data["pairs"])
            return pairs + ("接上" if data["joined"] else "分开")
        case _:
            return words.STAGES[Stage(data["stage"])]


def _place(claim: str, report: Report) -> str:
    """The words at the place a claim is named after."""
    start, _, end = claim.partition("-")
    return report.article.slice((int(start), int(end)))


def history(report: Report) -> Table:
    """Decisions that were changed: every record about a claim that was decided more than once, undo and redo taken in."""
    return Table(
        "history",
        "改过的决定",
        "同一项有过一次以上决定或撤销的，按记录顺序列出；全部记录在 JSON 中",
        (
            Column("记录", 7, figure=True),
            Column("时间", 17),
            Column("核查人", 14),
            Column("做了什么", 18),
            Column("号", 14),
            Column("理由", 30),
        ),
        tuple(
            (
                plain(record.seq),
                plain(words.moment(record.at, report)),
                plain(record.by),
                plain(words.step(record.event)),
                plain(words.numbers(rows)),
                plain(record.event.data.get("reason", "")),
            )
            for record, rows in _changed(report)
        ),
    )


def _changed(report: Report) -> Iterator[tuple[Record, tuple[int, ...]]]:
    """The records about rows with more than one record of a decision, each with the numbers of those rows."""
    number = {place.id: row.number for row in report.rows for place in row.places}
    by_seq = {record.seq: record for record in report.records}
    about: list[tuple[Record, tuple[int, ...]]] = []
    for record in report.records:
        turned = by_seq.get(record.event.data.get("of", 0), record)  # an undo is about what it takes back
        if turned.event.kind == "decide":
            claims = (claim for fold in turned.event.data["folds"] for claim in fold)
            about.append((record, tuple(dict.fromkeys(number[claim] for claim in claims if claim in number))))
    often = Counter(row for _, rows in about for row in rows)
    for record, rows in about:
        if changed := tuple(row for row in rows if often[row] > 1):
            yield record, changed
