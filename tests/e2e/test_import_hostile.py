"""Hostile and odd documents through the real window: each becomes an article that can be shown, or a sentence; nothing breaks."""

from pathlib import Path

import pytest

from annotator.gui.imports.batch import BatchDialog
from annotator.gui.imports.batch_model import Outcome
from tests.e2e.editor import Editor
from tests.text.odd_documents import ALL


def written(folder: Path) -> list[str]:
    """The documents as files, each in a folder of its own: many have the same name."""
    made = []
    for number, odd in enumerate(odd for odd in ALL if not odd.full):
        place = folder / str(number)
        place.mkdir()
        file = place / (odd.name or "a.txt")
        file.write_bytes(odd.data() if callable(odd.data) else odd.data)
        made.append(str(file))
    return made


@pytest.mark.parametrize("step", [6, pytest.param(1, marks=pytest.mark.full)])
def test_each_is_an_article_or_a_sentence_and_can_be_shown(editor: Editor, tmp_path, step: int) -> None:
    outcomes: list[Outcome] = []

    def act(dialog: BatchDialog) -> None:
        editor.qtbot.waitUntil(lambda: not dialog.progress.isVisible(), timeout=120_000)
        outcomes.extend(dialog.model.outcomes)
        dialog.reject()

    editor.meet(BatchDialog, act)
    editor.desktop.files.bring(written(tmp_path)[::step])
    assert len(outcomes) >= 84 // step
    for outcome in outcomes:
        assert outcome.state in {"new", "known", "refused", "locked"}
        assert bool(outcome.article) != bool(outcome.reason)
        assert not outcome.reason or outcome.reason.endswith("。")
    articles = {outcome.article for outcome in outcomes if outcome.article}
    assert len(articles) > 50 // step
    for article in articles:
        editor.desktop.access.bring_article(article)
        editor.wait(lambda article=article: editor.window.bridge.session is not None and editor.session.article_id == article)
        editor.window.article.viewport().grab()
    assert editor.desktop.access.desk.check() == ()
