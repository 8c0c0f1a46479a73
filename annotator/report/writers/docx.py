"""DOCX: the report for Word, with outline, links, page numbers and the chart as a picture."""

from collections.abc import Iterator
from itertools import count

from annotator.model import State
from annotator.report import words
from annotator.report.cells import Cell, Table, place_anchor
from annotator.report.manuscript import Piece, marked
from annotator.report.pace import Pace, Step, onward
from annotator.report.picture import picture
from annotator.report.printable import printable
from annotator.report.record import Mark, Report, Run
from annotator.report.tables import summary, tables
from annotator.report.writers import word

_WIDTH = 10_200  # between the margins of A4, in twentieths of a point
_EMU = 635  # to a twentieth of a point
_INK2, _INK3, _LINE, _LINE2, _ACCENT, _BAD = "484E56", "5F656D", "E2DED4", "C9C3B6", "22364D", "961A2B"
_COLOURS = {
    "confirmed": "0D6B50",
    "consistent": "0D6B50",
    "corrected": "1B559E",
    "flagged": "8A5600",
    "suspicious": "8A5600",
    "contradiction": _BAD,
    "dismissed": _INK3,
    "pending": _INK3,
}
# Shapes that every Chinese face has: colour is never alone.
_SIGNS = {
    "confirmed": "√",
    "consistent": "√",
    "corrected": "◆",
    "flagged": "▲",
    "suspicious": "？",
    "contradiction": "×",
    "dismissed": "□",
    "pending": "○",
}
_TINTS = {State.FLAGGED: "F9EDD3", State.DISMISSED: "ECEAE4"}
_LINES = {State.CONFIRMED: "single", State.FLAGGED: "dash", State.PENDING: "dotted"}


def render(report: Report, step: Step = onward) -> bytes:
    """The report as .docx."""
    return _Writer(report, step).document()


def _safe(name: str) -> str:
    """An anchor as the name of a bookmark."""
    return name.replace("-", "_")


def _right_tab() -> str:
    return f'<w:tabs><w:tab w:val="right" w:pos="{_WIDTH}"/></w:tabs>'


class _Writer:
    """Writes one report: keeps the numbers of bookmarks and the links it has met."""

    def __init__(self, report: Report, step: Step) -> None:
        self._report = report
        self._tables = tables(report)
        self._over = Pace(report, self._tables, step).over
        self._bookmarks = count(1)
        self._links: dict[str, str] = {}  # relationship by link

    def document(self) -> bytes:
        """The whole file."""
        png, width, height = picture(self._report)
        height = _WIDTH * _EMU * height // width
        body = "".join((*self._head(), *self._coverage(height), *self._blocks(), *self._article(), *self._end()))
        links = {relation: link for link, relation in self._links.items()}
        parts = word.Parts(body, self._header(), self._footer(), {"chart": png}, links)
        return word.document(parts, title=f"数字核查报告：{printable(self._report.title)}", created=self._report.created)

    def _header(self) -> str:
        """Over every page of a draft."""
        if not self._report.draft:
            return ""
        return word.paragraph(word.run(f"\t{words.tag(self._report)}", bold=True, colour=_BAD, half_points=22), extra=_right_tab())

    def _footer(self) -> str:
        def small(text: str) -> str:
            return word.run(text, colour=_INK3, half_points=15)

        page = (
            small("\t第 ")
            + word.page_number("PAGE", small("1"))
            + small(" 页，共 ")
            + word.page_number("NUMPAGES", small("1"))
            + small(" 页")
        )
        return word.paragraph(small(words.foot(self._report)) + page, extra=f"<w:pBdr>{word.edge('top', _LINE2)}</w:pBdr>{_right_tab()}")

    # --- the first page --------------------------------------------------------------------------------------------------

    def _head(self) -> Iterator[str]:
        report = self._report
        tag = "" if report.draft else word.run(f"  {words.tag(report)}", colour=_COLOURS["confirmed"])  # a draft has it over every page
        top = (
            word.run("数字核查报告", bold=True, half_points=21) + word.run(f"\t{words.moment(report.created, report)}", colour=_INK3) + tag
        )
        yield word.paragraph(top, extra=f"<w:pBdr>{word.edge('bottom', _ACCENT, 12)}</w:pBdr>{_right_tab()}", after=200)
        yield word.paragraph(word.run(printable(report.title)), style="Heading1", after=80)
        if credit := words.credit(report):
            yield word.paragraph(word.run(printable(credit), colour=_INK2), after=120)
        facts = [
            word.paragraph(word.run(label, colour=_INK3, half_points=15)) + word.paragraph(word.run(printable(value)), after=100)
            for label, value in words.identity(report)
        ]
        facts += [word.paragraph("")] * (-len(facts) % 3)
        widths = (_WIDTH * 3 // 7, _WIDTH * 2 // 7, _WIDTH * 2 // 7)
        rows = (word.row(map(word.cell, facts[at : at + 3], widths)) for at in range(0, len(facts), 3))
        yield word.table(rows, widths) + word.paragraph("", line=120)
        yield self._summary()
        if report.blockers:
            yield self._heading("还没有做完", "")
            yield from (word.paragraph(word.run(f"· {printable(blocker)}", colour=_INK2), after=40) for blocker in report.blockers)

    def _summary(self) -> str:
        boxes = []
        borders = word.edge("top", _LINE) + "{}" + word.edge("bottom", _LINE)
        for state, number, text in summary(self._report):
            colour = _COLOURS.get(state, "")
            sign = word.run(f"{_SIGNS[state]} ", colour=colour, half_points=22) if state else ""
            indent = 160 if state else 0
            figure = word.paragraph(sign + word.run(number, bold=True, colour=colour, half_points=38), before=80, indent=indent)
            side = word.edge("left", _LINE) if state else ""
            boxes.append(
                word.cell(
                    figure + word.paragraph(word.run(text, colour=_INK2, half_points=17), after=80, indent=indent),
                    _WIDTH // 5,
                    borders=borders.format(side),
                )
            )
        return word.table([word.row(boxes)], [_WIDTH // 5] * 5)

    def _coverage(self, height: int) -> Iterator[str]:
        yield self._heading("覆盖", words.CHART + words.coverage(self._report))
        yield word.paragraph(word.picture("chart", _WIDTH * _EMU, height, "各段数据的状态"))
        legend = [
            (_SIGNS[state], words.STATES[State(state)], _COLOURS[state]) for state in ("confirmed", "corrected", "flagged", "dismissed")
        ]
        runs = "".join(word.run(f"{sign} ", colour=colour) + word.run(f"{name}   ", colour=_INK2) for sign, name, colour in legend)
        yield word.paragraph(runs + word.run("浅色为重复段，随首段决定", colour=_INK2), before=60)

    # --- the tables ------------------------------------------------------------------------------------------------------

    def _blocks(self) -> Iterator[str]:
        for index, table in enumerate(self._tables):
            yield self._heading(table.title, table.note)
            if table.rows:
                yield self._table(table, 17 if index == 0 else 15)
            if index == 0:
                yield word.paragraph(word.run(f"说明：{words.LIMITS[0]}", colour=_INK2, half_points=16), before=120)

    def _heading(self, title: str, note: str) -> str:
        content = word.run(title) + word.run(f"   {note}", colour=_INK3, half_points=16, bold=False)
        return word.paragraph(content, style="Heading2", before=240, after=100)

    def _table(self, table: Table, half_points: int) -> str:
        widths = [int(_WIDTH * column.width / table.width) for column in table.columns]
        edge, head_edge = word.edge("bottom", _LINE), word.edge("bottom", _LINE2, 6)
        head = [
            word.cell(
                word.paragraph(word.run(column.title, bold=True, colour=_INK3, half_points=half_points - 1), after=50),
                width,
                borders=head_edge,
            )
            for column, width in zip(table.columns, widths, strict=True)
        ]
        rows = [word.row(head, head=True)]
        for index, cells in enumerate(self._over(table.rows)):
            anchor = table.anchors[index] if index < len(table.anchors) else ""
            flagged = any(cell.sign == State.FLAGGED for cell in cells)
            made = [
                word.cell(
                    word.paragraph(self._cell(cell, half_points, anchor if column == 0 else "", flagged=flagged), before=50, after=50),
                    widths[column],
                    borders=edge,
                )
                for column, cell in enumerate(cells)
            ]
            rows.append(word.row(made))
        return word.table(rows, widths)

    def _cell(self, cell: Cell, half_points: int, anchor: str, *, flagged: bool) -> str:
        size = half_points + 2 if cell.quoted else half_points
        content = "".join(_run(run, size, serif=cell.quoted, line="dash" if flagged else "single") for run in cell.runs)
        if cell.sign:
            content = word.run(f"{_SIGNS[cell.sign]} ", colour=_COLOURS[cell.sign], half_points=half_points) + content
        if cell.link.startswith("http"):
            content = word.outer_link(self._links.setdefault(cell.link, f"link{len(self._links)}"), content)
        elif cell.link:
            content = word.inner_link(_safe(cell.link), content)
        return self._marked(anchor, content) if anchor else content

    def _marked(self, anchor: str, content: str) -> str:
        return word.bookmark(_safe(anchor), next(self._bookmarks), content)

    # --- the article -----------------------------------------------------------------------------------------------------

    def _article(self) -> Iterator[str]:
        yield self._heading("全文", "标记的是数据；点数据回到它的决定，前面是段号")
        for paragraph, pieces in self._over(marked(self._report)):
            number = f"{paragraph.order + 1}" + ("" if paragraph.copy_of is None else f"（同 {paragraph.copy_of + 1}）")
            content = word.run(f"{number}\t", colour=_INK3, half_points=14) + "".join(map(self._piece, pieces))
            hanging = '<w:tabs><w:tab w:val="left" w:pos="900"/></w:tabs>'
            yield word.paragraph(content, extra=hanging, after=60, indent=900, hanging=900)

    def _piece(self, piece: Piece) -> str:
        line, tint = (_LINES.get(piece.state, ""), _TINTS.get(piece.state, "")) if piece.state else ("", "")
        colour = _INK3 if piece.state is State.DISMISSED else ""
        runs = (Run(Mark.CLAIM, run.text) if piece.row and run.mark is Mark.SAME else run for run in piece.runs)
        content = "".join(_run(run, 20, serif=True, line=line, fill=tint, colour=colour) for run in runs)
        if piece.row:
            content = word.inner_link(_safe(f"row-{piece.row}"), content)
        for anchor in piece.anchors:
            content = self._marked(place_anchor(anchor), content)
        return content

    def _end(self) -> Iterator[str]:
        yield self._heading("方法与界限", "")
        yield from (word.paragraph(word.run(f"· {text}", colour=_INK2), after=60) for text in words.method(self._report))
        yield self._heading("封签", "可用 annotator db verify 对照 JSON 报告核验")
        yield from (
            word.paragraph(
                word.run(f"{label}\t", colour=_INK3) + word.run(value), extra='<w:tabs><w:tab w:val="left" w:pos="2000"/></w:tabs>'
            )
            for label, value in words.seals(self._report)
        )
        width = _WIDTH // len(words.SIGNATURES)
        signed = (
            word.cell(word.paragraph(word.run(name, colour=_INK2), before=60), width, borders=word.edge("top", _LINE2))
            for name in words.SIGNATURES
        )
        yield word.paragraph("", before=600) + word.table([word.row(signed)], [width] * len(words.SIGNATURES)) + word.paragraph("")


def _run(run: Run, half_points: int, *, serif: bool, line: str, fill: str = "", colour: str = "") -> str:
    """A run of the report in its looks; `line` is drawn under the words of a claim."""
    font = word.SERIF if serif else ""
    text = printable(run.text)
    match run.mark:
        case Mark.DELETED:
            return word.run(text, strike=True, colour=_INK3, half_points=half_points, font=font)
        case Mark.INSERTED:
            return word.run(text, bold=True, colour=_COLOURS["corrected"], fill="E4EDF8", half_points=half_points, font=font)
        case Mark.CLAIM:
            return word.run(text, underline=line, fill=fill, colour=colour, half_points=half_points, font=font)
        case Mark.SAME:
            return word.run(text, half_points=half_points, font=font)
