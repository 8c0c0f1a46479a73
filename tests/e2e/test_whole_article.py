"""The whole sample, from first start to all decided and read, with keys only."""

from annotator.model import State
from tests.e2e.editor import Editor


def test_the_sample_with_keys_only(reader: Editor) -> None:
    reader.give_name()
    session, bridge = reader.session, reader.window.bridge
    folds, decisions, enters = session.progress.folds, 0, 0
    bridge.go_to(0)
    for _ in range(folds + 2 * len(session.article.paragraphs)):
        if session.progress.decided == folds and session.progress.paragraphs_read == len(session.article.paragraphs):
            break
        fold = bridge.fold
        if fold is not None and session.state(fold.id) is State.PENDING:
            reader.press("1")
            if reader.window.card.form is not None:  # something still asks: the reason that answers it
                reader.press("Alt+2")
                reader.press("Ctrl+Return")
            decisions += 1
        else:
            reader.press("Return")
            enters += 1
    assert session.progress.decided == folds
    assert session.progress.paragraphs_read == 78
    assert decisions == folds <= 140
    assert enters <= 54 + 2  # one for each paragraph that is no copy
    assert {session.paragraph_state(paragraph.order) for paragraph in session.article.paragraphs} <= {"done", "open"}
