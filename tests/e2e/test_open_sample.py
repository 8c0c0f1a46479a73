"""First start: an empty desk offers the sample; it opens with its figures marked and the strip as its outline."""

from PySide6.QtWidgets import QLabel

from annotator.model import State
from tests.e2e.editor import Editor


def test_empty_desk_says_what_to_do(editor: Editor) -> None:
    editor.wait(lambda: editor.window.notice.findChildren(QLabel))
    texts = [label.text() for label in editor.window.notice.findChildren(QLabel)]
    assert texts[0] == "还没有稿件"
    assert editor.window.windowTitle() == "核数"
    assert not editor.window.export.isEnabled()


def test_sample_opens_with_its_figures(editor: Editor) -> None:
    editor.open_sample()
    assert editor.window.windowTitle().endswith("— 核数")
    assert len(editor.session.article.paragraphs) == 78
    assert editor.state_of("15%左右") is State.PENDING
    assert editor.window.strip.model.rowCount() < 78  # runs of copies are one row
    assert editor.window.article.isVisible()
    assert editor.window.article.hasFocus()
    first = editor.window.bridge.claim
    assert first is not None
    assert editor.session.fold(first.id).claim == first


def test_the_odd_rate_is_shown_with_its_finding(reader: Editor) -> None:
    claim = reader.go_to("15%左右")
    findings = reader.session.findings(claim.id)
    assert findings[0].check == "direction"
    assert claim.paragraph == 22
    assert reader.window.status.here.text().startswith("第 23 段")
