"""An editor closes the window and finds everything as it was: decisions, place, name, draft."""

from annotator.model import State
from tests.e2e.editor import NAME, Desks


def test_close_and_resume(desks: Desks) -> None:
    first = desks.sit()
    first.open_sample()
    first.give_name()
    first.go_to("194份")
    first.press("1")
    first.go_to("15%左右")
    first.press("2")
    first.commit("下")
    left = first.window.bridge.selection
    decided = first.session.progress.decided
    first.close()

    second = desks.sit()
    second.wait_for_article()
    assert second.state_of("194份") is State.CONFIRMED
    assert second.session.progress.decided == decided
    assert second.window.bridge.selection == left
    assert second.window.who.text().endswith(NAME)
    assert second.says.startswith("接着上次：第 23 段")
    second.go_to("15%左右")
    second.press("2")
    assert second.window.card.form.field.text() == "下浮15%左右"


def test_the_same_file_resumes_its_review(desks: Desks, tmp_path) -> None:
    file = tmp_path / "短稿.txt"
    file.write_text("全市新增就业3200人。\n其中城镇1200人，农村2000人。\n", "utf-8")
    first = desks.sit(str(file))
    first.wait_for_article()
    first.give_name()
    first.go_to("3200人")
    first.press("1")
    first.close()
    second = desks.sit(str(file))
    second.wait_for_article()
    assert second.state_of("3200人") is State.CONFIRMED
    assert len(second.desktop.access.desk.articles()) == 1
