from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from annotator.gui.bridge import SessionBridge
from annotator.gui.card.card import ClaimCard
from tests.gui.small import analysis_of, clear_away, session_of


@pytest.fixture
def bridge(qtbot: QtBot) -> SessionBridge:
    """The small article, opened."""
    bridge = SessionBridge()
    bridge.open(session_of(analysis_of()))
    return bridge


@pytest.fixture
def card(qtbot: QtBot, bridge: SessionBridge) -> Iterator[ClaimCard]:
    """The card beside it."""
    card = ClaimCard(bridge)
    qtbot.addWidget(card)
    card.resize(394, 820)
    card.show()
    card.activateWindow()
    yield card
    clear_away(card)
