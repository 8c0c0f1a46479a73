"""The zip package of a Word document: bounds held before a byte is unpacked, parts found by their relationships."""

import io
import posixpath
import zipfile
import zlib
from functools import cached_property
from typing import Any
from urllib.parse import unquote
from xml.etree.ElementTree import ParseError, XMLParser

from annotator.text.errors import ReadError

MAX_PARTS = 5_000
MAX_TOTAL = 200_000_000  # bytes unpacked, all parts
MAX_XML = 50_000_000  # bytes unpacked of one part that is read
MAX_RATIO = 100  # unpacked to packed, for parts above a megabyte

BOMB = (
    "这个 Word 文件解压后大得不正常，可能是恶意构造的，没有打开；若来源可靠，请在 Word 里另存为文本再试。",
    "This Word file unpacks to an unusual size and may be built to do harm: not opened. If you trust it, save it as text in Word.",
)
DAMAGED = (
    "Word 文件已损坏，读不出来：请在 Word 里打开并修复，另存一份再试。",
    "The Word file is damaged and cannot be read. Open and repair it in Word, save a copy and try that.",
)
_KINDS = {
    "xl/": (
        "这是 Excel 表格，请把要核对的内容另存为 Word 文档（.docx）或文本再打开。",
        "This is an Excel sheet. Save what is to be checked as a Word document (.docx) or text and open that.",
    ),
    "ppt/": (
        "这是 PowerPoint 演示文稿，请把要核对的内容另存为 Word 文档（.docx）或文本再打开。",
        "These are PowerPoint slides. Save what is to be checked as a Word document (.docx) or text and open that.",
    ),
    "content.xml": (
        "这是 OpenDocument 文档（.odt 等），请另存为 Word 文档（.docx）再打开。",
        "This is an OpenDocument file (.odt and the like). Save it as a Word document (.docx) and open that.",
    ),
    "meta-inf/container.xml": (
        "这是电子书（.epub），请把要核对的内容另存为文本再打开。",
        "This is an electronic book (.epub). Save what is to be checked as text and open that.",
    ),
}
_OFFICE = "/relationships/"


class Package:
    """The parts of a Word document by name. ReadError when it is none, is damaged or breaks the bounds."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeDecodeError) as error:
            raise ReadError(*DAMAGED) from error
        if len(members) > MAX_PARTS or sum(member.file_size for member in members) > MAX_TOTAL:
            raise ReadError(*BOMB)
        for member in members:
            if member.flag_bits & 1:
                raise ReadError(
                    "这个文件设有密码：请在原来的程序里去掉密码，另存一份再试。",
                    "This file is locked with a password. Take it off in the program the file comes from and save a copy.",
                )
            if member.file_size > max(1_000_000, MAX_RATIO * member.compress_size):
                raise ReadError(*BOMB)
        self._members = {_key(member.filename): member for member in members}

    @property
    def names(self) -> list[str]:
        """The names of all parts, lower case."""
        return list(self._members)

    def read(self, name: str) -> bytes | None:
        """The bytes of a part, or None when there is none. ReadError when it is damaged or too large."""
        member = self._members.get(_key(name))
        if member is None:
            return None
        if member.file_size > MAX_XML:
            raise ReadError(*BOMB)
        try:
            with self._zip.open(member) as part:
                data = part.read(MAX_XML + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
            raise ReadError(*DAMAGED) from error
        if len(data) > MAX_XML:
            raise ReadError(*BOMB)
        return data

    @cached_property
    def main(self) -> str:
        """The name of the main document. ReadError, with the remedy, when there is none."""
        stated = next((target for kind, target in self._related("") if kind == "officeDocument"), "")
        for name in (stated, "word/document.xml"):
            if name and _key(name) in self._members and not _key(name).startswith(("xl/", "ppt/")):
                return name
        for beginning, sentences in _KINDS.items():
            if any(name.startswith(beginning) for name in self._members):
                raise ReadError(*sentences)
        raise ReadError(
            "这个压缩包里没有 Word 正文：若是压缩包，请先解压；若是 Word 文档，请在 Word 里另存一份再试。",
            "There is no Word text in this package. Unpack it if it is an archive; if it is a Word document, save a copy in Word.",
        )

    @cached_property
    def _of_main(self) -> list[tuple[str, str]]:
        return list(self._related(self.main))

    def related(self, kind: str) -> list[str]:
        """The names of the parts the main document is tied to: kind "styles", "footnotes", "header" …; else the usual name."""
        stated = [target for one, target in self._of_main if one == kind and _key(target) in self._members]
        usual = f"word/{kind}.xml"
        return stated or ([usual] if usual in self._members else [])

    def _related(self, source: str) -> list[tuple[str, str]]:
        folder, name = posixpath.split(source)
        data = self.read(posixpath.join(folder, "_rels", f"{name}.rels"))
        if data is None:
            return []
        found = _Relationships()
        walk(data, found)
        return [(kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")) for kind, target in found.targets]


class _Relationships:
    def __init__(self) -> None:
        self.targets: list[tuple[str, str]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        kind = attributes.get("Type", "")
        if tag.endswith("}Relationship") and attributes.get("TargetMode") != "External" and _OFFICE in kind:
            self.targets.append((kind.rsplit("/", 1)[1], unquote(attributes.get("Target", ""))))

    def end(self, tag: str) -> None:
        """Nothing to close."""

    def data(self, text: str) -> None:
        """No text."""

    def close(self) -> None:
        """Nothing to give."""


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def walk(data: bytes, target: Any) -> None:  # noqa: ANN401 - whatever has start, end and data
    """Send the events of an XML part to `target`, which sees tags as {namespace}name. No document type, no entities, no depth limit."""
    parser = XMLParser(target=_Guard(target))  # noqa: S314 - expat fetches nothing and the guard refuses what entities need
    try:
        for begin in range(0, len(data), 1 << 16):
            parser.feed(data[begin : begin + (1 << 16)])
        parser.close()
    except ParseError as error:
        raise ReadError(*DAMAGED) from error


class _Guard:
    """Hands events on and refuses a document type: Word writes none, attacks need one."""

    def __init__(self, target: Any) -> None:  # noqa: ANN401
        self.start, self.end, self.data = target.start, target.end, target.data

    def doctype(self, *_: str | None) -> None:
        raise ReadError(
            "这个 Word 文件里有不该有的 DOCTYPE 声明，可能是恶意构造的，没有打开；若来源可靠，请在 Word 里另存一份再试。",
            "This Word file has a DOCTYPE, as Word never writes, and may be built to do harm: not opened. If you trust it, save a copy.",
        )

    def close(self) -> None:
        """Nothing to give."""
