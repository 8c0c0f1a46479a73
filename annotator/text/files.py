"""The bytes of a file the person chose, and what kind of document they are."""

import os
import stat
from pathlib import Path

from annotator.text.errors import ReadError
from annotator.text.imported import Format

MAX_BYTES = 200_000_000

_REMEDY = "请另存为 Word 文档（.docx）或文本再打开。"
_WORD = (".docx", ".docm", ".dotx", ".dotm")
_PAGES = (".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml")
_SIGNATURES = (
    (b"\x89PNG", "这是一张图片，没有文字可读：请打开它的文字稿。"),
    (b"\xff\xd8\xff", "这是一张图片，没有文字可读：请打开它的文字稿。"),
    (b"GIF8", "这是一张图片，没有文字可读：请打开它的文字稿。"),
    (b"II*\0", "这是一张图片，没有文字可读：请打开它的文字稿。"),
    (b"MM\0*", "这是一张图片，没有文字可读：请打开它的文字稿。"),
    (b"7z\xbc\xaf\x27\x1c", "这是压缩包，请先解压，再打开里面的文件。"),
    (b"Rar!", "这是压缩包，请先解压，再打开里面的文件。"),
    (b"\x1f\x8b", "这是压缩包，请先解压，再打开里面的文件。"),
    (b"SQLite format 3\0", "这是核数的数据库或别的数据库，不是稿件：请用“打开数据库”。"),
)


def contents(path: Path) -> bytes:
    """The bytes of an ordinary file. ReadError for everything else: missing, a folder, a device, a pipe, too large, unreadable."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0))
    except FileNotFoundError as error:
        raise ReadError("找不到这个文件，可能已被移动或删除：请检查路径。") from error
    except PermissionError as error:
        if path.is_dir():  # Windows
            raise ReadError("这是一个文件夹，请选择其中的一个文件。") from error
        raise ReadError("没有读取这个文件的权限，请检查文件的权限或换一个位置。") from error
    except (OSError, ValueError) as error:
        raise ReadError("这个路径打不开，请检查文件名和快捷方式是否正确。") from error
    status = os.fstat(handle)
    if stat.S_ISDIR(status.st_mode):
        os.close(handle)  # a file object of a folder cannot be made
        raise ReadError("这是一个文件夹，请选择其中的一个文件。")
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(status.st_mode):
            raise ReadError("这不是普通文件（可能是设备或管道），请选择一个文件。")
        if status.st_size > MAX_BYTES:
            raise ReadError(f"文件有 {status.st_size // 1_000_000} MB，超过 {MAX_BYTES // 1_000_000} MB 的上限，请分成几个文件再打开。")
        try:
            data = file.read(MAX_BYTES + 1)
        except OSError as error:
            raise ReadError("文件读到一半出错，请检查磁盘或网络，再试一次。") from error
    if len(data) > MAX_BYTES:
        raise ReadError(f"文件超过 {MAX_BYTES // 1_000_000} MB 的上限，请分成几个文件再打开。")
    return data


def kind_of(data: bytes, name: str = "") -> Format:
    """The format of a document, by its bytes first and its name second. ReadError for what cannot be read, with the remedy."""
    suffix = Path(name).suffix.lower()
    if data.startswith((b"PK\3\4", b"PK\5\6")):
        return Format.DOCX
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise ReadError("这个 Office 文件设有打开密码：请在 Word 里打开，去掉密码，另存一份再试。")
        raise ReadError(f"这是旧版 Office 文件（.doc 等），{_REMEDY}")
    if data.startswith(b"%PDF-") or (b"%PDF-" in data[:1024] and suffix not in (".txt", ".md", *_PAGES)):
        return Format.PDF
    for signature, message in _SIGNATURES:
        if data.startswith(signature):
            raise ReadError(message)
    if data and suffix in _WORD:
        raise ReadError("扩展名是 Word 文档，内容却不是：文件可能已损坏，请在 Word 里打开并另存一份再试。")
    if data and suffix == ".pdf":
        raise ReadError("扩展名是 PDF，内容却不是：文件可能已损坏，请重新取一份。")
    if data.lstrip().startswith(b"{\\rtf"):
        return Format.RTF
    if suffix in _PAGES or is_page(data):
        return Format.HTML
    return Format.TEXT


def is_page(data: bytes) -> bool:
    """Do the bytes begin like a web page, in any encoding?"""
    head = data[:1024].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html")) or (head.startswith((b"<?xml", b"<!--")) and b"<html" in head)
