"""The bytes of a file the person chose, and what kind of document they are."""

import os
import stat
from pathlib import Path

from annotator.text.errors import ReadError
from annotator.text.imported import Format

MAX_BYTES = 200_000_000

_WORD = (".docx", ".docm", ".dotx", ".dotm")
_PAGES = (".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml")
_PICTURE = ("这是一张图片，没有文字可读：请打开它的文字稿。", "This is a picture without text to read. Open its manuscript.")
_ARCHIVE = ("这是压缩包，请先解压，再打开里面的文件。", "This is an archive. Unpack it and open the files inside.")
_DATABASE = (
    "这是核数的数据库或别的数据库，不是稿件：要换核查库，请用“设置”。",
    "This is a database, not an article. To change the desk file, use the settings.",
)
_SIGNATURES = (
    *((beginning, _PICTURE) for beginning in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")),
    *((beginning, _ARCHIVE) for beginning in (b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\x1f\x8b")),
    (b"SQLite format 3\0", _DATABASE),
)
_FOLDER = ("这是一个文件夹，请选择其中的一个文件。", "This is a folder. Choose a file inside it.")


def _too_large(size: str) -> ReadError:
    most = MAX_BYTES // 1_000_000
    english = f"The file {f'has {size} MB, more' if size else 'has more'} than {most} MB. Divide it into several files."
    return ReadError(f"文件{f'有 {size} MB，' if size else ''}超过 {most} MB 的上限，请分成几个文件再打开。", english)


def contents(path: Path) -> bytes:
    """The bytes of an ordinary file. ReadError for everything else: missing, a folder, a device, a pipe, too large, unreadable."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0))
    except FileNotFoundError as error:
        raise ReadError(
            "找不到这个文件，可能已被移动或删除：请检查路径。", "There is no such file; it may have been moved or deleted. Check the path."
        ) from error
    except PermissionError as error:
        if path.is_dir():  # Windows
            raise ReadError(*_FOLDER) from error
        raise ReadError(
            "没有读取这个文件的权限，请检查文件的权限或换一个位置。",
            "You may not read this file. Check its permissions or copy it elsewhere.",
        ) from error
    except (OSError, ValueError) as error:
        raise ReadError(
            "这个路径打不开，请检查文件名和快捷方式是否正确。", "This path cannot be opened. Check the name, or where the shortcut leads."
        ) from error
    status = os.fstat(handle)
    if stat.S_ISDIR(status.st_mode):
        os.close(handle)  # a file object of a folder cannot be made
        raise ReadError(*_FOLDER)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(status.st_mode):
            raise ReadError(
                "这不是普通文件（可能是设备或管道），请选择一个文件。", "This is no ordinary file (a device or a pipe). Choose a file."
            )
        if status.st_size > MAX_BYTES:
            raise _too_large(str(status.st_size // 1_000_000))
        try:
            data = file.read(MAX_BYTES + 1)
        except OSError as error:
            raise ReadError(
                "文件读到一半出错，请检查磁盘或网络，再试一次。", "Reading stopped half-way. Check the disk or the network and try again."
            ) from error
    if len(data) > MAX_BYTES:
        raise _too_large("")
    return data


def kind_of(data: bytes, name: str = "") -> Format:
    """The format of a document, by its bytes first and its name second. ReadError for what cannot be read, with the remedy."""
    suffix = Path(name).suffix.lower()
    if data.startswith((b"PK\3\4", b"PK\5\6")):
        return Format.DOCX
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise ReadError(
                "这个 Office 文件设有打开密码：请在 Word 里打开，去掉密码，另存一份再试。",
                "This Office file is locked with a password. Open it in Word, take the password off, save a copy and try that.",
            )
        raise ReadError(
            "这是旧版 Office 文件（.doc 等），请另存为 Word 文档（.docx）或文本再打开。",
            "This is an old Office file (.doc and the like). Save it as a Word document (.docx) or text and open that.",
        )
    if data.startswith(b"%PDF-") or (b"%PDF-" in data[:1024] and suffix not in (".txt", ".md", *_PAGES)):
        return Format.PDF
    for signature, sentences in _SIGNATURES:
        if data.startswith(signature):
            raise ReadError(*sentences)
    if data and suffix in _WORD:
        raise ReadError(
            "扩展名是 Word 文档，内容却不是：文件可能已损坏，请在 Word 里打开并另存一份再试。",
            "Its name is a Word document's, its content is not: it may be damaged. Open it in Word, save a copy and try that.",
        )
    if data and suffix == ".pdf":
        raise ReadError(
            "扩展名是 PDF，内容却不是：文件可能已损坏，请重新取一份。",
            "Its name is a PDF's, its content is not: it may be damaged. Get it again.",
        )
    if data.lstrip().startswith(b"{\\rtf"):
        return Format.RTF
    if suffix in _PAGES or is_page(data):
        return Format.HTML
    return Format.TEXT


def is_page(data: bytes) -> bool:
    """Do the bytes begin like a web page, in any encoding?"""
    head = data[:1024].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html")) or (head.startswith((b"<?xml", b"<!--")) and b"<html" in head)
