"""Refusals of the operating system are told in Chinese inside Chinese sentences, and in English in an English window."""

import errno
import os
import re
from pathlib import Path

import pytest

from annotator.gui.sentences import english
from annotator.oserror import _WORDS, cause
from annotator.report.files import NotWritten, write_whole
from annotator.store.errors import DeskError, trouble
from annotator.store.file import header, private_folder

LATIN = re.compile("[A-Za-z]")


def told(number: int) -> str:
    return cause(OSError(number, os.strerror(number)))


def test_the_common_refusals_are_in_chinese() -> None:
    assert told(errno.ENOENT) == "没有这个文件或文件夹"
    assert told(errno.EEXIST) == "同名的文件或文件夹已经存在"
    assert told(errno.ENOSPC) == trouble(OSError(errno.ENOSPC, "No space left on device")) == "磁盘已满"
    assert not any(LATIN.search(told(number)) for name in _WORDS if (number := getattr(errno, name, None)))


def test_what_is_not_known_keeps_the_words_of_the_system() -> None:
    assert cause(OSError(99999, "Flux inverted")) == "系统报错“Flux inverted”"
    assert cause(OSError("写到一半停了")) == "写到一半停了"
    assert cause(TimeoutError()) == "TimeoutError"


def test_a_file_another_program_holds_on_windows_is_not_a_want_of_permission() -> None:
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    error.winerror = 32  # type: ignore[attr-defined, unused-ignore]
    assert cause(error) == "文件正被别的程序使用"


@pytest.mark.parametrize("words", sorted({*_WORDS.values(), "系统报错“Flux”"}))
def test_an_english_window_says_them_in_english(words: str) -> None:
    assert english(words) != words
    assert re.search("[\u4e00-\u9fff]", english(words)) is None
    assert re.search("[\u4e00-\u9fff]", english(f"附件“a.pdf”读不出来：{words}。请检查文件。")) is None


def test_sentences_about_files_have_no_english_inside(tmp_path: Path) -> None:
    taken = tmp_path / "占用"
    taken.write_text("一份稿件", "utf-8")
    with pytest.raises(NotWritten) as unwritten:
        write_whole(taken / "报告.html", b"x")
    with pytest.raises(DeskError) as unmade:
        private_folder(taken / "库")
    loop = tmp_path / "圈"
    loop.symlink_to(loop)
    with pytest.raises(DeskError) as unopened:
        header(loop)
    for refused in (unwritten, unmade, unopened):
        assert LATIN.search(str(refused.value).replace(str(tmp_path), "").replace("报告.html", "")) is None
    assert "exists" in unwritten.value.english or "directory" in unwritten.value.english
