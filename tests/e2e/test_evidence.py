"""A source is attached to a claim and used again for another one."""

from annotator.model import State
from tests.e2e.editor import Editor


def test_evidence_is_kept_and_used_again(reader: Editor) -> None:
    reader.give_name()
    first = reader.go_to("194份")
    reader.press("Ctrl+K")
    form = reader.window.card.form
    reader.commit("原产地证194份")
    form.title.setFocus()
    reader.commit("海关通报")
    form.link.setFocus()
    reader.commit("https://example.org/customs")
    reader.press("Ctrl+Return")
    (kept,) = reader.session.evidence(first.id)
    assert (kept.title, kept.quote, kept.link) == ("海关通报", "原产地证194份", "https://example.org/customs")

    second = reader.go_to("649万美元")
    reader.press("Ctrl+K")
    reader.click(reader.button("海关通报", reader.window.card.form))
    assert [evidence.id for evidence in reader.session.evidence(second.id)] == [kept.id]
    assert reader.session.state(second.id) is State.PENDING
