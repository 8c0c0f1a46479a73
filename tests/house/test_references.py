"""A Qt binding that loses references to None kills a long session: PySide6 6.12.0 did so on Python 3.10 and 3.11."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_calls_that_return_nothing_take_no_reference_from_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for count in range(1_000):
        label.setText(str(count))
    assert sys.getrefcount(None) > before - 200
