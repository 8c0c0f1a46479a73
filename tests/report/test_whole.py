"""Whatever a reader opens, it says what was decided against the machine, what was not checked, and what reading the file lost."""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import openpyxl
import pytest

from annotator.model import Failure, Note
from annotator.report import Report, build, words
from annotator.report.writing import render
from tests.report.ground import NOW, TEXT, analysis, opened, reviewed
from tests.report.manuscripts import Word
from tests.report.test_pdf import pages_of


def cells_of(data: bytes) -> Iterator[str]:
    """The names of the sheets and all their cells."""
    for sheet in openpyxl.load_workbook(io.BytesIO(data)):
        yield sheet.title
        yield from (str(cell.value) for row in sheet for cell in row)


READERS: dict[str, Callable[[bytes], str]] = {
    "html": lambda data: data.decode("utf-8"),
    "pdf": lambda data: "".join(pages_of(data)),
    "docx": lambda data: Word(data).text(accepted=True),
    "xlsx": lambda data: "".join(cells_of(data)),
    "md": lambda data: data.decode("utf-8"),
}


@pytest.fixture(scope="module")
def telling() -> Report:
    """A finished report with a failed check, checks that were switched off and losses of the import."""
    report = build(reviewed(), app="0", now=NOW)
    article = replace(report.article, notes=(Note("text-box", "文本框里的字读入时略去。", None, "A text box was left out."),))
    return replace(report, article=article, failures=(Failure("rank", "名次这项检查出错。"),), off=("weekday",))


@pytest.mark.parametrize("name", READERS)
def test_a_reader_is_told_all_of_it(name: str, telling: Report) -> None:
    text = re.sub(r"\s", "", READERS[name](render(telling, name)))
    for told in (
        "此处忽略：两件事",  # a finding dismissed at its place, with the reason
        "由编辑关闭，没有运行",
        words.check_title("weekday"),
        "名次这项检查出错",
        "文本框里的字读入时略去",
        words.coverage(telling),
        "固定词语",  # why a numeral is in no claim
        "初审",
        "周一鸣",
        "改过的决定",
        "软件不判断哪一个数字有误",
        words.RATE,
        telling.seal,
    ):
        assert re.sub(r"\s", "", told) in text, told


@pytest.mark.parametrize("name", READERS)
def test_a_draft_says_what_is_open(name: str) -> None:
    text = re.sub(r"\s", "", READERS[name](render(build(opened(analysis(TEXT)), draft=True, now=NOW), name)))
    assert "还没有做完" in text
    assert "待核8项：第2段“3月10日”" in text.replace("<br>", "")
    assert "未回应" in text
    assert "待签（不得与初审同一人）" in text
