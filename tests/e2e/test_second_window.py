"""A second window on the same file says who holds it, looks without deciding, and takes over when the first one closes."""

from annotator.model import State
from tests.e2e.editor import NAME, Desks


def test_second_window_reads_and_takes_over(desks: Desks) -> None:
    first = desks.sit()
    first.open_sample()
    first.give_name()
    first.go_to("194份")
    first.press("1")

    second = desks.sit()
    second.wait_for_article()
    assert second.session.read_only
    assert second.window.banner.isVisible()
    assert "打开" in second.window.banner.label.text()
    assert second.state_of("194份") is State.CONFIRMED
    second.go_to("15%左右")
    second.press("1", second.window.article)
    assert second.state_of("15%左右") is State.PENDING
    assert "只读" in second.says

    first.window.activateWindow()
    first.go_to("300余家")
    first.press("1", first.window.article)
    second.desktop.access.take_over()
    assert second.state_of("300余家") is State.CONFIRMED  # it follows what the first one writes

    first.close()
    second.wait(lambda: not second.session.read_only)
    assert second.window.who.text().endswith(NAME)
    second.window.activateWindow()
    second.go_to("649万美元")
    second.press("1", second.window.article)
    assert second.state_of("649万美元") is State.CONFIRMED


def test_importing_is_refused_while_reading(desks: Desks, tmp_path) -> None:
    first = desks.sit()
    first.open_sample()
    second = desks.sit()
    second.wait_for_article()
    file = tmp_path / "稿.txt"
    file.write_text("新增3人。\n", "utf-8")
    second.desktop.files.bring([str(file)])
    assert "只读" in second.says
