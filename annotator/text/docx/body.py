"""The events of a part of a Word document become lines: what a reader of the document sees, in reading order."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime

from annotator.text.characters import SUPERSCRIPT
from annotator.text.docx.attributes import attribute, is_on, local, value_of, whole
from annotator.text.docx.lines import Line, Piece, Revision, row_of
from annotator.text.docx.numbering import Numbered, Numbering
from annotator.text.docx.styles import Styles
from annotator.text.docx.symbols import symbol

Attributes = dict[str, str]

_SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
}
_SKIPPED = {"sdtPr", "instrText", "delInstrText", "rt", "ffData", "tblPr", "tblGrid"}
_PROPERTIES = {"pPr", "rPr", "trPr", "tcPr", "numPr", "tabs"}
_LEFT_OUT = {
    "pic": "图片",
    "imagedata": "图片",
    "chart": "图表",
    "relIds": "SmartArt 图示",
    "OLEObject": "嵌入对象",
    "altChunk": "嵌入文档",
    "subDoc": "子文档",
}
_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}
_FORMULA = {"m:den": "/", "m:sup": "^", "m:rad": "√"}
_STORIES = ("footnote", "endnote", "comment")
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass
class _Paragraph:
    """A paragraph being read: its finished lines, the line in work, and the text boxes anchored in it."""

    line: Line
    lines: list[Line] = field(default_factory=list)
    boxes: list[Line] = field(default_factory=list)
    style: str = ""
    list: str | None = None
    level: int | None = None


@dataclass
class _Run:
    """The looks of the run being read."""

    hidden: bool = False
    superscript: bool = False
    struck: bool = False


def _key(tag: str) -> str:
    """The name of an element: bare in Word's own namespace, m: and mc: for two others, else with an x: before it."""
    space, _, name = tag.removeprefix("{").rpartition("}")
    return _SPACES.get(space, "x:") + name


@dataclass
class Body:
    """The lines of a part, with what was left out or changed; filled by `walk`."""

    part: str
    styles: Styles = field(default_factory=Styles)
    numbering: Numbering = field(default_factory=Numbering)
    lines: list[Line] = field(default_factory=list)
    stories: dict[str, list[Line]] = field(default_factory=dict)  # footnotes and comments by id
    authors: dict[str, str] = field(default_factory=dict)  # of comments, by id
    marks: list[tuple[str, str]] = field(default_factory=list)  # notes referred to: ("footnote", id) in order
    hidden: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._flows: list[list[Line]] = [self.lines]
        self._paragraphs: list[_Paragraph] = []
        self._rows: list[list[list[Line]]] = []
        self._revisions: list[tuple[int, Revision]] = []  # with the depth of the element that ends it
        self._fields: list[bool] = []  # True once the result of the field has begun
        self._chosen: list[bool] = []  # of alternatives: one is taken
        self._open: list[str] = []
        self._run = _Run()
        self._skip = 0
        self._node = -1
        self._data: list[str] | None = None
        self._keeps_space = False
        self._story = ""

    # --- the events ----------------------------------------------------------------------------------------------

    def start(self, tag: str, attributes: Attributes) -> None:
        name = _key(tag)
        self._node += name == "t"  # counted wherever it stands: the index must hold in the whole part
        if self._skip or self._is_skipped(name):
            self._skip += 1
            return
        inside = self._open[-1] if self._open else ""
        self._open.append(name)
        if inside in _PROPERTIES:
            self._property(name, attributes, inside)
        elif name in _STORIES:
            self._story_start(attributes)
        elif local(tag) in _LEFT_OUT:
            self.counts[_LEFT_OUT[local(tag)]] += 1
        else:
            self._container(name, attributes)
            self._content(name, attributes)

    def end(self, _tag: str) -> None:
        if self._skip:
            self._skip -= 1
            return
        name = self._open.pop()
        match name:
            case "t" | "delText" | "m:t":
                self._words_end(name)
            case "p" if self._paragraphs:
                self._paragraph_end()
            case "tc" if self._rows:
                self._rows[-1].append(self._flow_end())
            case "tr" if self._rows:
                self._flows[-1] += row_of(self._rows.pop())
            case "txbxContent":
                boxed = self._flow_end()
                (self._paragraphs[-1].boxes if self._paragraphs else self._flows[-1]).extend(boxed)
            case "mc:AlternateContent":
                self._chosen.pop()
            case "footnote" | "endnote" | "comment":
                self.stories[self._story] = self._flow_end()
        while self._revisions and self._revisions[-1][0] == len(self._open):
            self._revisions.pop()

    def data(self, text: str) -> None:
        if self._data is not None and not self._skip:
            self._data.append(text)

    # --- elements ------------------------------------------------------------------------------------------------

    def _is_skipped(self, name: str) -> bool:
        if name in _SKIPPED or name.endswith("PrChange"):
            return True
        if name in ("mc:Choice", "mc:Fallback") and self._chosen:
            if self._chosen[-1]:
                return True
            self._chosen[-1] = True
        return False

    def _container(self, name: str, attributes: Attributes) -> None:
        match name:
            case "p":
                self._paragraphs.append(_Paragraph(Line(part=self.part)))
            case "r":
                self._run = _Run(hidden=bool(self._paragraphs) and self.styles.hidden(self._paragraphs[-1].style))
            case "t" | "delText" | "m:t":
                self._data, self._keeps_space = [], attributes.get(_XML_SPACE) == "preserve"
            case "tr":
                self._rows.append([])
            case "tc" | "txbxContent":
                self._flows.append([])
            case "mc:AlternateContent":
                self._chosen.append(False)
            case "ins" | "moveTo" | "del" | "moveFrom":
                self._revise(name, attributes, len(self._open) - 1)
            case "m:oMath":
                self.counts["公式"] += 1
                self._run = _Run()

    def _content(self, name: str, attributes: Attributes) -> None:
        match name:
            case "br" | "cr":
                self._break()
            case "sym":
                self._symbol(attributes)
            case "fldChar":
                self._field(attribute(attributes, "fldCharType"))
            case "commentRangeStart" | "commentRangeEnd" | "commentReference":
                self._comment(name, attribute(attributes, "id"))
            case "footnoteReference" | "endnoteReference" if not self._is_gone():
                self.marks.append((name.removesuffix("Reference"), attribute(attributes, "id")))
                self._put(str(len(self.marks)).translate(SUPERSCRIPT))
            case _:
                self._put(_SIGNS.get(name, "") or _FORMULA.get(name, ""))

    def _property(self, name: str, attributes: Attributes, inside: str) -> None:
        if "pPr" in self._open[-4:]:
            if self._paragraphs:
                self._paragraph_property(self._paragraphs[-1], name, attributes)
            return
        match name:
            case "ins" | "del" if inside == "trPr":
                self._revise(name, attributes, len(self._open) - 3)
            case "cellIns" | "cellDel":
                self._revise("ins" if name == "cellIns" else "del", attributes, len(self._open) - 3)
            case "vanish":
                self._run.hidden = is_on(attributes)
            case "rStyle":
                self._run.hidden = self._run.hidden or self.styles.hidden(value_of(attributes))
            case "vertAlign":
                self._run.superscript = value_of(attributes) == "superscript"
            case "strike" | "dstrike":
                self._run.struck = is_on(attributes)

    def _paragraph_property(self, paragraph: _Paragraph, name: str, attributes: Attributes) -> None:
        match name:
            case "pStyle":
                paragraph.style = value_of(attributes)
            case "numId":
                paragraph.list = value_of(attributes)
            case "ilvl":
                paragraph.level = whole(value_of(attributes))
            case "del" | "moveFrom":  # the mark of its end is deleted
                paragraph.line.carries_on = True

    def _revise(self, name: str, attributes: Attributes, depth: int) -> None:
        gone = any(revision.kind == "deleted" for _, revision in self._revisions)
        # Inserted by one and deleted by another is gone.
        kind = "inserted" if name in ("ins", "moveTo") and not gone else "deleted"
        self._revisions.append((depth, Revision(kind, attribute(attributes, "author"), _moment(attribute(attributes, "date")))))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _symbol(self, attributes: Attributes) -> None:
        sign = symbol(attribute(attributes, "font"), attribute(attributes, "char"))
        self.counts["symbol"] += sign == "\ufffd"
        self._put(sign)

    def _comment(self, name: str, comment: str) -> None:
        if self._paragraphs:
            pieces = self._paragraphs[-1].line.pieces
            if name == "commentRangeStart":
                pieces.append(Piece("", opens=comment))
            elif not any(piece.closes == comment for piece in pieces):
                pieces.append(Piece("", closes=comment))

    def _story_start(self, attributes: Attributes) -> None:
        self._story = attribute(attributes, "id") if attribute(attributes, "type") in ("", "normal") else "separator"
        self.authors[self._story] = attribute(attributes, "author")
        self._flows.append([])

    def _flow_end(self) -> list[Line]:
        flow = self._flows.pop()
        if flow:
            flow[-1].carries_on = False
        return flow

    # --- words ---------------------------------------------------------------------------------------------------

    def _is_gone(self) -> bool:
        deleted = bool(self._revisions) and self._revisions[-1][1].kind == "deleted"
        return deleted or self._run.hidden or not all(self._fields)

    def _words_end(self, name: str) -> None:
        words = "".join(self._data or ()).replace("\n", " ").replace("\r", " ")
        self._data = None
        kept = words if self._keeps_space or name == "m:t" else words.strip(" \t")
        self._put(kept, self._node if name == "t" else -1, words.index(kept))

    def _put(self, words: str, node: int = -1, offset: int = 0) -> None:
        if not words or not all(self._fields) or not self._paragraphs:
            return
        revision = self._revisions[-1][1] if self._revisions else None
        if self._run.hidden:
            if revision is None or revision.kind != "deleted":
                self.hidden.append(words)
            return
        if self._run.superscript and any(sign.isascii() and sign.isdigit() for sign in words):
            words = words.translate(SUPERSCRIPT)
            self.counts["superscript"] += 1
        self.counts["struck"] += self._run.struck
        self._paragraphs[-1].line.pieces.append(Piece(words, node, offset, revision))

    def _break(self) -> None:
        if self._paragraphs and not self._is_gone():
            paragraph = self._paragraphs[-1]
            paragraph.lines.append(Line(paragraph.line.pieces, part=self.part))
            paragraph.line = Line(carries_on=paragraph.line.carries_on, part=self.part)

    def _paragraph_end(self) -> None:
        paragraph = self._paragraphs.pop()
        lines = [*paragraph.lines, paragraph.line]
        label = "" if all(line.is_blank for line in lines) else self._label(paragraph)
        if label:
            lines[0].pieces.insert(0, Piece(label))
            self.counts["numbered"] += 1
        self._flows[-1] += lines + paragraph.boxes

    def _label(self, paragraph: _Paragraph) -> str:
        at = self.styles.numbered(paragraph.style)
        if paragraph.list is not None:
            at = Numbered(paragraph.list, paragraph.level or 0) if paragraph.list != "0" else None
        elif at and paragraph.level is not None:
            at = at._replace(level=paragraph.level)
        return self.numbering.label(at) if at else ""


def _moment(words: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
