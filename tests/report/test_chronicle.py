"""What people did by hand stands in the report, what they took back too."""

from datetime import date
from pathlib import Path

from annotator.desk import open_desk
from annotator.model import Quantity, Span, Stage
from annotator.report import build
from annotator.report.chronicle import by_hand
from annotator.text import Join
from tests.report.ground import NOW

TEXT = "南泽市简报\n全市建成公路1\n200公里，投资5亿元。\n同比增长12%，涉及百家企业。\n同比增长12%，涉及百家企业。\n"


def test_everything_done_by_hand_is_told(tmp_path: Path) -> None:
    with open_desk(tmp_path / "desk.db") as desk:
        desk.reviewer = "沈若兰"
        session = desk.import_text(TEXT, "简报.txt")
        session.describe("南泽市交通简报", "沈若兰", "南泽日报", date(2026, 3, 12))
        session.carry_on([Join(1, 2)])
        rate = next(fold for fold in session.folds if fold.claim.text == "12%")
        session.read_as(rate.id, rate.claim.kind, Quantity("0.13", None, "%"))
        money = next(fold for fold in session.folds if fold.claim.text == "5亿元")
        session.adjust(money.id, Span(money.claim.start, money.claim.end - 1))
        session.undo()
        session.split(rate.places[1].id)
        session.begin(Stage.SECOND)
        rows = [[cell.text for cell in row] for row in by_hand(build(session, draft=True, now=NOW)).rows]
    assert [row[3:] for row in rows] == [
        ["改稿件信息", "南泽市交通简报，沈若兰，南泽日报，2026-03-12"],
        ["改分段", "第 2 段与第 3 段接上"],
        ["改理解", "“12%”，百分比，读作 13 %"],
        ["调整范围（已撤销）", "“5亿”，数量，读作 500,000,000"],
        ["拆出一处", "“12%”"],
        ["换审次", "复审"],
    ]
    assert {row[2] for row in rows} == {"沈若兰"}
