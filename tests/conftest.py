"""Every test runs without a screen and away from the user's own files."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
