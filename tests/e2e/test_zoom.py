"""Zoom while at work: every part looks as if the window had been made in that size, and what is selected stays in sight."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from annotator.gui import theme
from tests.e2e.editor import Desks, Editor


def zoom(editor: Editor, percent: int) -> None:
    for _ in range(10):
        at = theme.desk_theme().zoom
        if at == percent:
            return
        editor.press("Ctrl++" if at < percent else "Ctrl+-")


def parts(editor: Editor) -> dict[str, QWidget]:
    window = editor.window
    return {"menus": window.menuBar(), "strip": window.strip, "row": window.toolrow, "status": window.status, "card": window.card}


def seen(editor: Editor) -> dict[str, tuple[int, int, list[QRect]]]:
    """How high and wide each part is, and where what it holds stands in it."""
    found = {}
    for name, part in parts(editor).items():
        held = [child for child in part.findChildren(QWidget) if child.isVisible() and child.window() is editor.window]
        shown = [child for child in held if child.parent() is not editor.window.status or child is not editor.window.status.message]
        found[name] = (part.width(), part.height(), [child.geometry() for child in shown])
    return found


def settled(editor: Editor) -> dict[str, tuple[int, int, list[QRect]]]:
    """What is seen when nothing moves any more from one turn of the event loop to the next."""
    turns = [seen(editor)]

    def stands() -> bool:
        turns.append(seen(editor))
        return len(turns) > 8 and turns[-1] == turns[-4]

    editor.wait(stands)
    return turns[-1]


def near(one: dict[str, tuple[int, int, list[QRect]]], other: dict[str, tuple[int, int, list[QRect]]]) -> list[str]:
    """The parts that differ by more than rounding."""
    wrong = []
    for name, (width, height, rects) in one.items():
        there = other[name]
        same = abs(width - there[0]) < 3 and abs(height - there[1]) < 3 and len(rects) == len(there[2])
        pairs = zip(rects, there[2], strict=False)
        if not same or any(abs(a.height() - b.height()) > 2 or abs(a.y() - b.y()) > 4 for a, b in pairs):
            wrong.append(name)
    return wrong


def test_zoomed_in_and_out_again_everything_stands_as_before(reader: Editor) -> None:
    reader.go_to("15%左右")
    before = settled(reader)
    zoom(reader, 200)
    assert near(before, seen(reader)) != []
    zoom(reader, 100)
    reader.wait(lambda: near(before, seen(reader)) == [])


def test_zoomed_at_work_the_window_stands_as_one_made_in_that_size(reader: Editor) -> None:
    reader.go_to("15%左右")
    zoom(reader, 150)
    live = settled(reader)
    reader.desktop.speak_anew()
    reader.window.resize(1440, 900)
    reader.wait(lambda: reader.window.isVisible() and reader.window.bridge.claim is not None)
    assert near(live, settled(reader)) == []


def test_the_selected_claim_stays_where_it_was(reader: Editor) -> None:
    claim = reader.go_to("15%左右")
    article = reader.window.article
    y = article.height_of(claim.start)
    for percent in (125, 200, 100):
        zoom(reader, percent)
        assert article.is_selection_in_sight()
    assert abs(article.height_of(claim.start) - y) < 60
    reader.window.resize(1100, 700)
    assert article.is_selection_in_sight()
    reader.window.resize(960, 600)
    assert article.is_selection_in_sight()


def test_in_english_at_twice_the_size_the_drawer_stays_inside_the_window(desks: Desks) -> None:
    editor = desks.sit()
    editor.open_sample()
    editor.desktop.preferences["language"] = "en"
    editor.desktop.speak_anew()
    zoom(editor, 200)
    editor.window.resize(1440, 900)
    editor.go_to("15%左右")
    editor.press("Space")
    window = editor.window
    editor.wait(window.card.isVisible)
    editor.wait(lambda: window.card.mapTo(window, window.card.rect().bottomRight()).x() <= window.width() == 1440)
    editor.wait(lambda: all(switch.width() >= switch.sizeHint().width() for switch in window.toolrow._segment))
    assert window.card.width() >= window.card.minimumSizeHint().width()
    zoom(editor, 100)
    for width in (1100, 960, 800):
        window.resize(width, 700)
        editor.wait(lambda: all(switch.width() >= switch.sizeHint().width() for switch in window.toolrow._segment))
    zoom(editor, 200)
    window.resize(1440, 900)
    editor.press("Space")
    editor.wait(window.strip.isVisible)
