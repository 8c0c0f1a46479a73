"""What the import contracts cannot see: everything but the window works where Qt is not installed, and starting costs little."""

import json
import subprocess
import sys

from tests.house.tree import ROOT

_BLOCKED = "import sys; sys.modules['PySide6'] = sys.modules['shiboken6'] = None; "


def _python(code: str) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_everything_but_the_window_imports_without_qt() -> None:
    # migrations are scripts that only Alembic can run
    walk = (
        "import importlib, pkgutil, annotator; "
        "names = [m.name for m in pkgutil.walk_packages(annotator.__path__, 'annotator.', lambda name: None)"
        " if not m.name.startswith(('annotator.gui', 'annotator.store.migrations.')) and m.name != 'annotator.__main__']; "
        "[importlib.import_module(name) for name in names]; print(len(names))"
    )
    assert int(_python(_BLOCKED + walk)) >= 30


def test_only_the_window_and_nothing_else_needs_qt() -> None:
    extract = "from annotator.cli import main; sys.exit(main(['extract', 'seeds/liling-2020-03.txt']))"
    answer = json.loads(_python(_BLOCKED + extract))
    assert len(answer["claims"]) > 200


def test_the_command_line_starts_without_the_heavy_modules() -> None:
    loaded = _python("import annotator.cli, sys; print(*sorted(sys.modules))").split()
    heavy = {"PySide6", "sqlalchemy", "alembic", "jieba", "typst", "docx", "xlsxwriter", "jinja2", "trafilatura", "pypdfium2"}
    assert heavy.isdisjoint(loaded)


def test_the_window_is_imported_without_word_cutting_and_migrations() -> None:
    loaded = _python("import annotator.gui.app, sys; print(*sorted(sys.modules))").split()
    assert {"jieba", "alembic", "typst", "docx", "xlsxwriter", "trafilatura"}.isdisjoint(loaded)
