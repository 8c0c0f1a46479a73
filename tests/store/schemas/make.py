"""Writes the small database of the schema that stands now, once per release: `python -m tests.store.schemas.make`.

The files here are never written again: they are what users have, and every later version must open them and keep each decision.
The place and the people in them are invented.
"""

import json
import sys
from pathlib import Path

from annotator.model import Evidence, State
from annotator.review import Session
from annotator.store.tables import SCHEMA
from tests.review.world import at
from tests.store import desks

FOLDER = Path(__file__).parent


def steps(review: Session) -> None:
    """One of each kind of event, by two reviewers."""
    review.add_evidence(at(review, "15%左右"), Evidence("e1", "下浮15%左右", title="通知", link="https://example.org/notice"))
    correction = {"text": "下浮15%", "reason": "方向", "evidence": ["e1"]}
    review.decide(at(review, "15%左右"), State.CORRECTED, **correction)  # type: ignore[arg-type]
    review.decide_all([at(review, words) for words in ("33756名", "37203名")], State.CONFIRMED, "internal")
    review.decide(at(review, "3447名"), State.FLAGGED, place=at(review, "3447名", 2), reason="与前文核对", to="作者")
    review.split(at(review, "33756名", 1))
    review.join(at(review, "33756名", 1))
    review.note(at(review, "120户"), "已致电")
    review.decide(at(review, "120户"), State.CONFIRMED)
    review.undo()
    review.redo()
    review.adjust(at(review, "9%"), (review.article.text.index("实为9%"), review.article.text.index("实为9%") + 4))
    start = review.article.text.index("8%")
    review.decide(at(review, "8%"), State.DISMISSED)
    review.insert((start - 2, start + 2))
    review.read(4)
    finding = next(finding for finding in review.analysis.findings if finding.check == "duplicate-paragraph")
    review.answer(finding.id, "版面重复")
    review.save_draft("note", {"text": "未写完"})
    review.save_place({"paragraph": 3, "claim": None})


def expected(review: Session) -> dict[str, object]:
    """What every later version must find again."""
    return {
        "head": list(review.head),
        "states": {fold.id: review.state(fold.id).value for fold in review.folds},
        "draft": dict(review.draft("note") or {}),
        "place": dict(review.place or {}),
    }


def main() -> int:
    path = FOLDER / f"{SCHEMA:04d}.sqlite"
    if path.exists():
        print(f"{path.name} stands for ever", file=sys.stderr)
        return 1
    store = desks.opened(path)
    steps(desks.review(store))
    other = desks.review(store, "林校")
    other.decide(at(other, "120户"), State.FLAGGED, reason="户数待核")
    path.with_suffix(".json").write_text(json.dumps(expected(other), ensure_ascii=False, indent=1) + "\n", "utf-8")
    store.close()
    (FOLDER / f"{path.name}.lock").unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
