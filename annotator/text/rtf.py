"""Rich text (.rtf files and the clipboard's) as its reader sees it. Own reader: a stack of groups, bytes decoded by the font's charset."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from annotator.model import Note
from annotator.text.characters import SUPERSCRIPT
from annotator.text.errors import ReadError
from annotator.text.notes import left_out, quoted, raised
from annotator.text.parsed import Parsed

_TOKEN = re.compile(rb"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.DOTALL)
_CHARSETS = {0: "cp1252", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5hkscs", 161: "cp1253", 204: "cp1251", 238: "cp1250"}
_PAGES = {936: "gb18030", 950: "big5hkscs", 1252: "cp1252", 932: "cp932", 65001: "utf-8", 54936: "gb18030"}
_UNREAD = {
    *(
        "fonttbl",
        "colortbl",
        "stylesheet",
        "info",
        "pict",
        "object",
        "listtable",
        "listoverridetable",
        "revtbl",
        "rsidtbl",
        "generator",
        "themedata",
    ),
    *(
        "filetbl",
        "xmlnstbl",
        "fldinst",
        "datafield",
        "bkmkstart",
        "bkmkend",
        "nonshppict",
        "shpinst",
        "mmathPr",
        "latentstyles",
        "datastore",
    ),
    *("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "footnote", "annotation", "atnid", "atnauthor"),
}
_SIGNS = {
    "par": "\n", "sect": "\n", "page": "\n", "line": "\n", "row": "\n", "cell": "\t", "tab": "\t", "emdash": "—", "endash": "–",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002",
}  # fmt: skip
_SYMBOLS = {b"~": "\u00a0", b"_": "-", b"\n": "\n", b"\r": "\n"}
_LEFT_OUT = {
    "pict": ("有 {} 处图片", "Pictures ({})"),
    "object": ("有 {} 处嵌入对象", "Embedded objects ({})"),
    "header": ("有 {} 处页眉", "Page headers ({})"),
    "footer": ("有 {} 处页脚", "Page footers ({})"),
    "footnote": ("有 {} 处脚注", "Footnotes ({})"),
    "annotation": ("有 {} 处批注", "Comments ({})"),
}


@dataclass
class _Group:
    """What holds between two braces."""

    unread: bool = False
    hidden: bool = False
    deleted: bool = False
    superscript: bool = False
    codec: str = "gb18030"
    skip: int = 1  # bytes that stand for a \u character in old readers
    font_table: bool = False


@dataclass
class _Reader:
    groups: list[_Group] = field(default_factory=lambda: [_Group()])
    words: list[str] = field(default_factory=list)
    raw: bytearray = field(default_factory=bytearray)
    fonts: dict[int, str] = field(default_factory=dict)
    font: int = 0
    default: str = "gb18030"
    to_skip: int = 0
    starred: bool = False
    counts: Counter[str] = field(default_factory=Counter)
    gone: dict[str, list[str]] = field(default_factory=lambda: {"hidden": [], "deleted": []})

    def flush(self) -> None:
        """Decode the bytes met so far: a character may be two of them."""
        if self.raw:
            raw, self.raw = bytes(self.raw), bytearray()
            try:
                self.put(raw.decode(self.groups[-1].codec))
            except UnicodeDecodeError:  # a Western letter in a Chinese document
                self.put(raw.decode("cp1252", "replace"))

    def put(self, words: str) -> None:
        """Words, where the group shows them."""
        group = self.groups[-1]
        if group.unread:
            return
        if group.hidden or group.deleted:
            self.gone["deleted" if group.deleted else "hidden"].append(words)
            return
        if group.superscript and any(sign.isascii() and sign.isdigit() for sign in words):
            words = words.translate(SUPERSCRIPT)
            self.counts["superscript"] += 1
        self.words.append(words)

    def byte(self, value: int) -> None:
        """A byte of text, unless it only stands for a character already given."""
        if self.to_skip:
            self.to_skip -= 1
        else:
            self.raw.append(value)

    def brace(self, *, opens: bool) -> None:
        """A group begins or ends."""
        self.flush()
        self.to_skip = 0
        self.starred = False
        if opens:
            self.groups.append(replace(self.groups[-1]))
        elif len(self.groups) > 1:
            self.groups.pop()

    def word(self, name: str, number: int | None) -> None:
        """A control word."""
        group = self.groups[-1]
        self.flush()
        if name == "u" and number is not None:
            self.put(_character(number))
            self.to_skip = group.skip
            return
        if name in _UNREAD or self.starred:
            if not group.unread and name in _LEFT_OUT:
                self.counts[name] += 1
            group.unread, group.font_table = True, name == "fonttbl" or group.font_table
        self.starred = False
        self.put(_SIGNS.get(name, ""))
        self._look(group, name, on=number != 0)
        match name:
            case "uc" if number is not None:
                group.skip = max(0, min(number, 8))
            case "ansicpg" if number is not None:
                self.default = group.codec = _PAGES.get(number, self.default)
            case "f" if number is not None:
                self.font = number
                group.codec = group.codec if group.font_table else self.fonts.get(number, self.default)
            case "fcharset" if group.font_table and number is not None:
                self.fonts[self.font] = _CHARSETS.get(number, self.default) if number else self.default

    def _look(self, group: _Group, name: str, *, on: bool) -> None:
        match name:
            case "plain":
                group.hidden = group.superscript = group.deleted = False
            case "v":
                group.hidden = on
            case "deleted":
                group.deleted = on
            case "super":
                group.superscript = on
            case "nosupersub":
                group.superscript = False


def _character(number: int) -> str:
    code = number + 0x10000 if number < 0 else number
    return chr(code) if 0 <= code < 0x110000 else "\ufffd"


def parse(data: bytes, name: str = "", password: str | None = None) -> Parsed:  # noqa: ARG001 - one form for all parsers
    """The text of a rich text document, with notes on what was left out. ReadError when there is none."""
    reader = _Reader()
    at = 0
    while at < len(data):
        match = _TOKEN.match(data, at)
        if match is None:
            break
        at = match.end()
        word, number, byte, symbol, brace, plain = match.groups()
        if word == b"bin":
            at += max(0, int(number or 0))
        elif word:
            reader.word(word.decode("ascii"), int(number) if number else None)
        elif byte:
            reader.byte(int(byte, 16))
        elif symbol == b"*":
            reader.starred = True
        elif symbol:
            reader.flush()
            reader.put(_SYMBOLS.get(symbol, symbol.decode("ascii", "ignore") if symbol in b"\\{}" else ""))
        elif brace:
            reader.brace(opens=brace == b"{")
        elif plain:
            for value in plain:
                reader.byte(value)
    reader.flush()
    text = "".join(reader.words).replace("\t\n", "\n").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if not text.strip():
        raise ReadError("文件里没有文字，请换一个文件。", "There is no text in the file. Choose another.")
    return Parsed(text if text.endswith("\n") else text + "\n", tuple(_notes(reader)))


def _notes(reader: _Reader) -> list[Note]:
    notes = []
    for kind, label, english in (("deleted", "修订删去的", "Text deleted by a tracked change"), ("hidden", "隐藏的", "Hidden text")):
        words = "".join(reader.gone[kind])
        if words.strip():
            notes.append(Note(kind, f"{label}文字没有列入正文：{quoted(words)}。", english=f"{english} was left out: {quoted(words)}."))
    notes += [left_out(*said, reader.counts[name]) for name, said in _LEFT_OUT.items() if reader.counts[name]]
    if reader.counts["superscript"]:
        notes.append(raised(reader.counts["superscript"]))
    return notes
