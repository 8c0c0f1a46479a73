"""Files that are none, and bytes that are something else: a sentence with the remedy, never a traceback."""

import os
import socket
import sys
from pathlib import Path

import pytest

from annotator.text import ReadError, convert, load
from annotator.text.files import is_page, kind_of
from annotator.text.imported import Format

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")


def test_a_missing_file_a_folder_and_an_impossible_path(tmp_path):
    with pytest.raises(ReadError, match="找不到"):
        load(tmp_path / "none.txt")
    with pytest.raises(ReadError, match="文件夹"):
        load(tmp_path)
    with pytest.raises(ReadError, match="打不开"):
        load("a\0b.txt")
    with pytest.raises(ReadError):
        load(tmp_path / ("长" * 300))


@POSIX
def test_a_pipe_a_socket_a_device_and_a_ring_of_links(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(ReadError, match="普通文件"):
        load(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s"))
        with pytest.raises(ReadError):
            load(tmp_path / "s")
    with pytest.raises(ReadError, match="普通文件"):
        load("/dev/zero")
    (tmp_path / "ring").symlink_to(tmp_path / "ring")
    with pytest.raises(ReadError, match="打不开"):
        load(tmp_path / "ring")


@POSIX
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path):
    (tmp_path / "a.txt").write_text("增长15%。", "utf-8")
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(ReadError, match="权限"):
        load(tmp_path / "a.txt")


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(tmp_path):
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(300_000_000)
    with pytest.raises(ReadError, match="上限"):
        load(tmp_path / "big.txt")


@POSIX
@pytest.mark.parametrize("name", [b"a\nb.txt", "x\u202e%51.txt".encode(), b"\xff\xfe.txt", "长".encode() * 80 + b".txt"])
def test_any_name_a_file_can_have_is_shown_in_one_line(tmp_path, name):
    path = os.fsencode(tmp_path) + b"/" + name
    Path(os.fsdecode(path)).write_bytes("增长15%。".encode())
    shown = load(os.fsdecode(path)).article.name
    shown.encode()
    assert shown.isprintable()
    assert shown.endswith(".txt")


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "a.txt", "空的"),
        (b" \n\n\t\xe3\x80\x80", "a.txt", "没有文字"),
        (b"\x89PNG\r\n\x1a\n0000", "a.png", "图片"),
        (b"\xff\xd8\xff\xe0JFIF", "a.jpg", "图片"),
        (b"7z\xbc\xaf\x27\x1c0000", "a.7z", "压缩包"),
        (b"SQLite format 3\0....", "a.db", "数据库"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.doc", "另存为"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "a.docx", "密码"),
        ("正文15%。".encode(), "a.docx", "内容却不是"),
        ("正文15%。".encode(), "a.pdf", "内容却不是"),
    ],
)
def test_what_cannot_be_read_is_named_with_the_remedy(data, name, words):
    with pytest.raises(ReadError, match=words):
        convert(data, name)


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        ("增长15%。".encode(), "a.txt", Format.TEXT),
        ("增长15%。".encode(), "", Format.TEXT),
        (b'{"claims": [{"text": "15%"}]}', "report.json", Format.TEXT),
        ("<!DOCTYPE html><html>".encode("utf-16"), "a", Format.HTML),
        (b"\xef\xbb\xbf  <!-- saved --><html>", "a.txt", Format.HTML),
        (b"a < b", "a.htm", Format.HTML),
        (b"junk %PDF-1.4", "a", Format.PDF),
        (b"PK\3\4", "a", Format.DOCX),
        (b"{\\rtf1", "a.doc", Format.RTF),
    ],
)
def test_the_kind_is_told_by_the_bytes_first(data, name, kind):
    assert kind_of(data, name) is kind


def test_a_sentence_about_html_is_no_page():
    assert not is_page("<html> 是网页的开头".encode()[6:])
    assert not is_page(b"5 < 6 and <b>bold</b>")
