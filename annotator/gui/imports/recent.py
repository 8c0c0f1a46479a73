"""The files that were opened last, as a menu; where the articles are opened from, nothing of them is kept but their paths."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QMenu, QWidget

from annotator.gui.i18n import tr
from annotator.gui.preferences import Preferences

_MOST: Final = 10


class RecentFiles(QMenu):
    """Filled whenever it is shown. `open_file` gets the path that is chosen."""

    def __init__(self, preferences: Preferences, open_file: Callable[[str], object], parent: QWidget) -> None:
        super().__init__(tr("最近的文件"), parent)
        self.setObjectName("recent")
        self.setToolTipsVisible(True)
        self._preferences, self._open = preferences, open_file
        self.aboutToShow.connect(self.fill)
        self.fill()

    def remember(self, path: str) -> None:
        """Put a file first."""
        first = str(Path(path).absolute())
        self._preferences.recent = [first, *(other for other in self._preferences.recent if other != first)][:_MOST]

    def fill(self) -> None:
        """Show what is remembered."""
        self.clear()
        paths = self._preferences.recent
        for path in paths:
            action = self.addAction(_shown(path))
            action.setToolTip(path)
            action.triggered.connect(lambda _checked=False, path=path: self._open(path))
        if paths:
            self.addSeparator()
            self.addAction(tr("清空记录")).triggered.connect(self._forget)
        else:
            self.addAction(tr("还没有打开过文件")).setEnabled(False)

    def _forget(self) -> None:
        self._preferences.recent = []


def _shown(path: str) -> str:
    """A file by its name, with its folder where there is room; & would be read as a mnemonic."""
    return f"{Path(path).name}  —  {Path(path).parent.name}".replace("&", "&&")
