import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.report import Report, build
from tests.report.ground import NOW, reviewed

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="session")
def report() -> Report:
    """The report of the finished review."""
    return build(reviewed(), app="0", now=NOW)


def steady(text: str) -> str:
    """A text without what differs from run to run: hashes and ids (in full and cut short), versions of extractor and rules."""
    text = re.sub(r"\b[0-9a-f]{64}\b", "<hash>", text)
    text = re.sub(r"\b[0-9a-f]{32}\b", "<id>", text)
    text = re.sub(r"\b[0-9a-f]{8}…[0-9a-f]{8}\b", "<hash>", text)
    text = re.sub(r"sha256-[A-Za-z0-9+/]{43}=", "sha256-<hash>", text)
    text = re.sub(r'"(extractor|rules)": ?"[^"]*"', r'"\1": ""', text)
    return re.sub(r"(数据识别|规则集) [^，\s<|]+", r"\1 0", text)


@pytest.fixture
def assert_golden() -> Callable[[str, str], None]:
    """Compare a text with a golden file; HESHU_GOLDEN=write renews the files instead (look at the difference before committing)."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if os.environ.get("HESHU_GOLDEN") == "write":
            path.parent.mkdir(exist_ok=True)
            path.write_text(steady(text), encoding="utf-8", newline="\n")
        assert steady(text) == path.read_text(encoding="utf-8")

    return compare
