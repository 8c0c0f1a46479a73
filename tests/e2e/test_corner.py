"""What stands at the end of the menu bar is shown whole, also when it came after the bar."""

from tests.e2e.editor import Editor


def test_name_and_export_get_the_room_they_want(reader: Editor) -> None:
    window = reader.window
    for button in (window.who, window.export):
        reader.wait(lambda button=button: button.width() >= button.sizeHint().width())  # type: ignore[misc]
        assert button.geometry().right() <= button.parentWidget().width()
