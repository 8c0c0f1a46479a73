"""The events of a web page become blocks: what a reader sees, block by block, with what tells the article from the menus.

The standard library's tokenizer has no depth limit and drops nothing: libraries that build a tree give nothing at all for a page nested a
thousand deep.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

from annotator.text.characters import SUPERSCRIPT
from annotator.text.html.hidden import Hidden
from annotator.text.lines import is_blank

_BREAK = "\u2028"  # stands for <br> until the block is closed
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
_UNREAD = {
    "script",
    "style",
    "template",
    "noscript",
    "iframe",
    "object",
    "canvas",
    "audio",
    "video",
    "svg",
    "textarea",
    "head",
    "rt",
    "rp",
    "noembed",
}
_FURNITURE = {"nav", "footer", "aside", "form", "button", "select", "menu", "dialog"}
_BLOCKS = {
    *(
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
    ),
    *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu"),
    *("nav", "ol", "option", "p", "pre", "section", "select", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
}
_DISPLAYS = {"table", "figure", "figcaption", "ul", "ol", "dl", "blockquote"}  # set off from the paragraphs they belong to
_SCOPES = {"table", "td", "th", "caption", "body", "html"}
_SIBLINGS = {  # a start tag that ends its open sibling, up to the parent
    "li": ({"li"}, {"ul", "ol", "menu"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "option": ({"option"}, {"select"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "tr": ({"tr"}, {"table"}),
    "tbody": ({"thead", "tbody", "tfoot"}, {"table"}),
    "tfoot": ({"thead", "tbody", "tfoot"}, {"table"}),
}
_LOOK_BACK = 60  # open elements searched for a sibling
_CJK = "\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff“”‘’—…"
_WRAP = re.compile(
    rf"(?<=[{_CJK}])[ \t\r\f]*\n[ \t\r\n\f]*(?=[{_CJK}])"
)  # a line end in the source between two Chinese characters shows nothing
_SPACE = re.compile(r"[ \t\r\n\f]+")

Tree = dict[int, tuple[int, int]]  # the serial number of an element to that of the one around it and the last one inside it


@dataclass
class Block:
    """A line a reader sees: its words, how many of them are links, and where it stands."""

    text: str
    linked: int = 0  # code points inside links
    furniture: bool = False  # in a menu, footer, form …
    heading: int = 0
    element: int = 0  # the serial number of the element it stands in
    parent: int = 0  # and of the one around that
    display: int = 0  # of the table, figure, list or quotation it stands in; 0 outside

    @property
    def is_menu(self) -> bool:
        """Is it mostly links?"""
        return self.furniture or (self.linked * 10 > 6 * len(self.text) and len(self.text) < 120)


@dataclass
class _Element:
    tag: str
    number: int
    parent: int
    display: int
    gone: bool
    unread: bool
    furniture: bool
    veiled: bool = False
    link: bool = False
    superscript: bool = False
    pre: bool = False

    @property
    def hidden(self) -> bool:
        return self.gone or self.veiled


@dataclass
class _Row:
    """The cells of a table row so far; `stated` when it has a tag of its own."""

    stated: bool
    cells: list[list[Block]] = field(default_factory=list)


@dataclass
class _Pending:
    """The words of the block being read."""

    words: list[str] = field(default_factory=list)
    linked: int = 0
    heading: int = 0


class Page(HTMLParser):
    """The blocks of a page in order of the text, what is hidden, and what its head says. Feed it, then close it."""

    def __init__(self, *, veils: bool = True) -> None:
        super().__init__(convert_charrefs=True)
        self._veils = veils
        self.veiled = 0  # code points hidden by visibility alone
        self.blocks: list[Block] = []
        self.hidden: list[str] = []
        self.images: list[int] = []  # how many blocks stood before each
        self.meta: dict[str, str] = {}
        self.title = ""
        self.data_scripts: list[str] = []  # JSON-LD
        self.tree: Tree = {}
        self.counts: Counter[str] = Counter()
        self._styles = Hidden()
        self._stack: list[_Element] = []
        self._scopes: list[Counter[str]] = [Counter()]
        self._number = 0
        self._flows: list[list[Block]] = [self.blocks]
        self._rows: list[_Row] = []
        self._lists: list[int | None] = []  # the next number of each open list
        self._unflushed = _Pending()  # not `_pending`: recent HTMLParsers keep one of their own
        self._raw = ""  # the element whose raw text is read: title, style, a data script

    # --- tags ----------------------------------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag in _VOID:
            self._void(tag, attributes)
            return
        if tag in ("title", "style") or (tag == "script" and "ld+json" in attributes.get("type", "")):
            self._raw = tag
        if tag in _BLOCKS:
            self._raw = "" if self._raw == "title" else self._raw  # a title that is never closed
            self._flush()
            if self._scopes[-1]["p"] and tag != "body":
                self._close("p")
        if tag in _SIBLINGS:
            self._close_sibling(*_SIBLINGS[tag])
        self._number += 1
        look = self._styles.look(tag, attributes)
        above = self._stack[-1] if self._stack else _Element("", 0, 0, 0, gone=False, unread=False, furniture=False)
        self._stack.append(
            _Element(
                tag,
                self._number if tag in _BLOCKS else above.number,
                above.number if tag in _BLOCKS else above.parent,
                self._number if tag in _DISPLAYS else above.display,
                gone=above.gone or look.gone,
                unread=(above.unread and above.tag != "head") or tag in _UNREAD,
                furniture=above.furniture or tag in _FURNITURE or attributes.get("role") in ("navigation", "contentinfo", "menu", "search"),
                veiled=self._veils and (above.veiled if look.veiled is None else look.veiled),
                link=above.link or (tag == "a" and "href" in attributes),
                superscript=above.superscript or tag == "sup",
                pre=above.pre or tag == "pre",
            )
        )
        self._scopes[-1][tag] += 1
        if tag in _SCOPES:
            self._scopes.append(Counter())
        self._enter(tag, attributes)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
        if tag == "br":
            self._words(_BREAK)
        elif tag in _SCOPES:
            self._close_scope(tag)
        elif self._scopes[-1][tag] > 0:
            self._close(tag)

    def handle_data(self, data: str) -> None:
        above = self._stack[-1] if self._stack else None
        if self._raw:
            self._raw_words(data)
        elif above is None or not above.unread:
            self._words(data)

    # --- elements ------------------------------------------------------------------------------------------------

    def _void(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "meta":
            key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            self.meta.setdefault(key.lower(), attributes.get("content", "").strip())
        elif tag == "br":
            self._words(_BREAK)
        elif tag == "hr":
            self._flush()
        elif tag == "img" and not (self._stack and (self._stack[-1].hidden or self._stack[-1].furniture)):
            self.images.append(len(self.blocks))

    def _enter(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self._unflushed.heading = int(tag[1])
        elif tag == "tr":
            self._rows.append(_Row(stated=True))
        elif tag in ("td", "th"):
            if not self._rows:
                self._rows.append(_Row(stated=False))
            self._flows.append([])
        elif tag in ("ul", "ol", "menu"):
            start = attributes.get("start", "1")
            self._lists.append(int(start) if tag == "ol" and start.isascii() and start.isdigit() and len(start) < 7 else None)
        elif tag == "li" and self._lists and self._lists[-1] is not None:
            self._words(f"{self._lists[-1]}. ")
            self._lists[-1] += 1
            self.counts["numbered"] += 1
        elif tag in ("del", "s", "strike") and not self._stack[-1].hidden:
            self.counts["struck"] += 1

    def _leave(self, element: _Element) -> None:
        self._raw = "" if element.tag == self._raw else self._raw
        if element.tag in _BLOCKS:
            self._flush(element)
            self.tree[element.number] = (element.parent, self._number)
        if element.tag in ("td", "th") and len(self._flows) > 1 and self._rows:
            self._rows[-1].cells.append(self._flows.pop())
        elif self._rows and (element.tag == "tr" or (element.tag == "table" and not self._rows[-1].stated)):
            self._flows[-1] += _row(self._rows.pop().cells)
        elif element.tag in ("ul", "ol", "menu") and self._lists:
            self._lists.pop()

    def _close(self, tag: str) -> None:
        """Close the innermost open element of that name, and all inside it; it is known to be open in this scope."""
        while self._stack:
            element = self._stack.pop()
            self._scopes[-1][element.tag] -= 1
            self._leave(element)
            if element.tag == tag:
                return

    def _close_scope(self, tag: str) -> None:
        """Close an open table, cell or body, with every scope inside it; nothing when it is not open."""
        depth = next((depth for depth in range(len(self._scopes) - 2, -1, -1) if self._scopes[depth][tag]), None)
        if depth is None or tag in ("body", "html"):
            return
        while len(self._scopes) > depth + 1:
            self._pop_scope()

    def _pop_scope(self) -> None:
        inside = self._scopes.pop()
        for _ in range(sum(inside.values())):
            self._leave(self._stack.pop())
        element = self._stack.pop()
        self._scopes[-1][element.tag] -= 1
        self._leave(element)

    def _close_sibling(self, siblings: set[str], parents: set[str]) -> None:
        for element in self._stack[: -_LOOK_BACK - 1 : -1]:
            if element.tag in siblings:
                if element.tag in _SCOPES:
                    self._close_scope(element.tag)
                elif self._scopes[-1][element.tag] > 0:
                    self._close(element.tag)
                else:
                    self._close_row(element.tag)
                return
            if element.tag in parents:
                return

    def _close_row(self, tag: str) -> None:
        """Close a row or a row group whose cells are still open."""
        while len(self._scopes) > 1 and not self._scopes[-1][tag]:
            self._pop_scope()
        if self._scopes[-1][tag]:
            self._close(tag)

    def close(self) -> None:
        super().close()
        self._flush()
        while self._stack:
            if len(self._scopes) > 1 and not sum(self._scopes[-1].values()):
                self._pop_scope()
            else:
                self._close(self._stack[-1].tag)
        while self._rows:
            self._flows[0] += _row(self._rows.pop().cells)

    # --- words ---------------------------------------------------------------------------------------------------

    def _raw_words(self, data: str) -> None:
        if self._raw == "title":
            self.title = self.title or data.strip()
        elif self._raw == "style":
            self._styles.learn(data)
        else:
            self.data_scripts.append(data)

    def _words(self, data: str) -> None:
        above = self._stack[-1] if self._stack else None
        if above and above.unread:
            return
        if above and above.hidden:
            if data.strip():
                self.hidden.append(data.strip())
                self.veiled += 0 if above.gone else len(data.strip())
            return
        if above and above.superscript and any(sign.isascii() and sign.isdigit() for sign in data):
            data = data.translate(SUPERSCRIPT)
            self.counts["superscript"] += 1
        if above and above.pre:
            data = data.replace("\r\n", "\n").replace("\n", _BREAK)
        self._unflushed.words.append(data)
        if above and above.link:
            self._unflushed.linked += len("".join(data.split()))

    def _flush(self, element: _Element | None = None) -> None:
        """End the block: its lines are what a browser would show."""
        pending, self._unflushed = self._unflushed, _Pending()
        if not pending.words:
            return
        above = element or (self._stack[-1] if self._stack else None)
        shown = "".join(pending.words)
        if not (above and above.pre):
            shown = _WRAP.sub("", shown)
        lines = [(line if above and above.pre else _SPACE.sub(" ", line)).strip(" \t\r\n\f") for line in shown.split(_BREAK)]
        lines = [line for line in lines if not is_blank(line)]
        for line in lines:
            block = Block(line, pending.linked // len(lines), bool(above and above.furniture), pending.heading)
            if above:
                block.element, block.parent, block.display = above.number, above.parent, above.display
            self._flows[-1].append(block)


def _row(cells: list[list[Block]]) -> list[Block]:
    """A table row: one line with tabs where each cell holds one line at most, else the lines of all cells in order."""
    if len(cells) < 2 or any(len(cell) > 1 for cell in cells):
        return [block for cell in cells for block in cell]
    found = [block for cell in cells for block in cell]
    if not found:
        return []
    text = "\t".join(cell[0].text if cell else "" for cell in cells)
    first = found[0]
    linked, furniture = sum(block.linked for block in found), any(block.furniture for block in found)
    return [Block(text, linked, furniture, min(block.heading for block in found), first.element, first.parent, first.display)]
