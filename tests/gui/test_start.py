"""The window is there before anything heavy is: measured in a process of its own."""

import subprocess
import sys

HEAVY = ("jieba", "alembic", "docx", "sqlalchemy", "typst", "xlsxwriter", "pypdfium2", "trafilatura", "jinja2", "lxml")

CODE = f"""
import sys
from PySide6.QtWidgets import QApplication
application = QApplication([])
from annotator.gui.app import Desktop
desktop = Desktop(None)
application.processEvents()
assert desktop.window.isVisible()
print([name for name in {HEAVY!r} if name in sys.modules])
"""


def test_nothing_heavy_is_imported_before_the_window_shows() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
