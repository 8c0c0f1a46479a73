"""The command line: `annotator [FILE …]` opens the window, `extract`, `check`, `report` and `db` work without a screen and without Qt."""

from annotator.cli.command import main

__all__ = ["main"]
