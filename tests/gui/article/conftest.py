from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from annotator.gui import theme
from annotator.gui.article.view import ArticleView
from annotator.gui.bridge import SessionBridge
from tests.gui.small import analysis_of, clear_away, session_of


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ArticleView]:
    """The article view with the small article open."""
    if theme.desk_theme().mode != "light" or theme.desk_theme().zoom != 100:
        theme.desk_theme().apply("light", 100)
    bridge = SessionBridge()
    shown = ArticleView(bridge)
    qtbot.addWidget(shown)
    shown.resize(832, 700)
    shown.show()
    bridge.open(session_of(analysis_of()))
    yield shown
    clear_away(shown)
