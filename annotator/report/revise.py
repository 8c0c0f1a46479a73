"""A Word document edited in place: tracked changes and comments go into the original file, everything else in it stays as it is."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from copy import deepcopy
from datetime import UTC, datetime
from operator import itemgetter
from typing import NamedTuple

from lxml import etree

from annotator.model import Span
from annotator.report.package import Element, Package
from annotator.report.printable import code
from annotator.report.record import Mark, Run
from annotator.text import Imported

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_REFUSED = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")  # what XML cannot hold
_OTHERS = {"ins", "moveTo"}  # somebody else's insertions: ours stand beside them, not in them


class Author(NamedTuple):
    """Whose change or comment it is, and when it was made."""

    name: str
    at: datetime

    @property
    def attributes(self) -> dict[str, str]:
        return {"author": carried(self.name or "核查人"), "date": self.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}


def carried(text: str) -> str:
    """Text that XML can hold: what it cannot is written as its code."""
    return _REFUSED.sub(lambda match: code(match[0]), text)


def one_for_one(text: str) -> str:
    """Text that XML can hold, of the same length: what it cannot is U+FFFD."""
    return _REFUSED.sub("\ufffd", text)


class Revision:
    """A document being revised. Spans are code points of the article that was read from it; `imported` says where each stands."""

    def __init__(self, data: bytes, imported: Imported) -> None:
        self.package = Package(data)
        self._imported = imported
        self._nodes: dict[str, list[Element]] = {}
        self._fragments: dict[tuple[str, int], list[tuple[int, Element]]] = {}
        self._last_id = self.package.highest_id()

    def change(self, span: Span, runs: Sequence[Run], author: Author, *, tracked: bool = True) -> None:
        """Make a change: `runs` tell what of the span stays, goes and comes. ValueError where the file has no such place."""
        at = span.start
        deleted: Element | None = None
        for run in runs:
            if run.mark is Mark.DELETED:
                for text in self._cut(at, at + len(run.text)):
                    deleted = self._delete(text, deleted, author, tracked=tracked)
            elif run.mark is Mark.INSERTED:
                self._insert(span.start, at, deleted, run.text, author, tracked=tracked)
            if run.mark is not Mark.INSERTED:
                at += len(run.text)
            if run.mark is not Mark.DELETED:
                deleted = None

    def comment(self, span: Span, lines: Sequence[str], author: Author) -> bool:
        """Hang a comment on a span, before it is changed. False where it is not in the body: comments stand nowhere else."""
        texts = self._cut(span.start, span.end, self.package.main)
        if not texts:
            return False
        first, last = _run(texts[0]), _run(texts[-1])
        number = str(self._id())
        first.addprevious(_made(first, "commentRangeStart", id=number))
        end, mark = _made(first, "commentRangeEnd", id=number), _made(first, "r")
        mark.append(_made(first, "commentReference", id=number))
        last.addnext(end)
        end.addnext(mark)
        comment = _made(first, "comment", id=number, initials=carried(author.name)[:2], **author.attributes)
        for line in lines:
            paragraph, run = _made(first, "p"), _made(first, "r")
            _put(run, line)
            paragraph.append(run)
            comment.append(paragraph)
        self.package.comments().append(comment)
        return True

    def accept(self) -> None:
        """Accept the changes somebody tracked before: what was inserted is text, what was deleted is gone."""
        tree = self.package.tree(self.package.main)
        for element in list(tree.iter(etree.Element)):
            name = etree.QName(element).localname
            if name.endswith("PrChange") or name.startswith(("moveFromRange", "moveToRange")):
                _remove(element)
            elif name in {"del", "moveFrom"}:
                _drop(element)
            elif name in {"ins", "moveTo"}:
                _unwrap(element)

    # --- places ----------------------------------------------------------------------------------------------------------

    def _cut(self, start: int, end: int, part: str | None = None) -> list[Element]:
        """The text elements that hold exactly this stretch, each alone in its run."""
        texts = []
        for place in self._imported.places(start, end):
            if part in (None, place.part):
                for text in self._fragments_of(place.part, place.node, place.offset, place.offset + place.end - place.start):
                    _alone(text)
                    texts.append(text)
        return texts

    def _fragments_of(self, part: str, node: int, start: int, end: int) -> list[Element]:
        if part not in self._nodes:
            self._nodes[part] = [text for text in self.package.tree(part).iter("{*}t") if _word(text)]
        pieces = self._fragments.setdefault((part, node), [(0, self._nodes[part][node])])
        for offset in (start, end):
            index = bisect_right(pieces, offset, key=itemgetter(0)) - 1
            first, text = pieces[index]
            words = text.text or ""
            if 0 < offset - first < len(words):
                rest = deepcopy(text)
                rest.tail = None
                _say(text, words[: offset - first])
                _say(rest, words[offset - first :])
                text.addnext(rest)
                pieces.insert(index + 1, (offset, rest))
        return [text for first, text in pieces if start <= first < end]

    # --- changes ---------------------------------------------------------------------------------------------------------

    def _delete(self, text: Element, deleted: Element | None, author: Author, *, tracked: bool) -> Element:
        """Take one text element out, beside what the same change has `deleted`; what stands in its place now."""
        run = _run(text)
        if not tracked:
            _say(text, "")
            return run
        text.tag = f"{{{etree.QName(text).namespace}}}delText"
        if deleted is not None and run.getprevious() is deleted:
            deleted.append(run)
            return deleted
        gone = _made(run, "del", id=str(self._id()), **author.attributes)
        run.addprevious(gone)
        gone.append(run)
        return gone

    def _insert(self, start: int, at: int, deleted: Element | None, words: str, author: Author, *, tracked: bool) -> None:
        """Put words in: after what was deleted, else after the character before, else before the first of the span."""
        if deleted is not None:
            beside, after = deleted, True
        else:
            texts = self._cut(start, at) if at > start else self._cut(at, at + 1)
            if not texts:
                raise ValueError(f"the file has no place {at}")
            beside, after = _run(texts[-1 if at > start else 0]), at > start
        looks = beside if _named(beside, "r") else next(beside.iter("{*}r"))
        run = _made(looks, "r")
        if (properties := _child(looks, "rPr")) is not None:
            run.append(deepcopy(properties))
            for change in run.findall("{*}rPr/{*}rPrChange"):
                _remove(change)
        _put(run, words)
        new = run
        if tracked:
            new = _made(looks, "ins", id=str(self._id()), **author.attributes)
            new.append(run)
        (beside.addnext if after else beside.addprevious)(new)
        self._lift(new)

    def _lift(self, element: Element) -> None:
        """Take an element out of somebody else's insertion, which goes on after it."""
        while (outer := element.getparent()) is not None and any(_named(outer, name) for name in _OTHERS):
            rest = _empty(outer)
            rest.set(f"{{{etree.QName(outer).namespace}}}id", str(self._id()))
            rest.extend(list(element.itersiblings()))
            outer.addnext(element)
            if len(rest):
                element.addnext(rest)
            if not len(outer):
                _remove(outer)

    def _id(self) -> int:
        self._last_id += 1
        return self._last_id


# --- elements ------------------------------------------------------------------------------------------------------------


def _word(element: Element) -> bool:
    return "wordprocessingml" in (etree.QName(element).namespace or "")


def _named(element: Element, name: str) -> bool:
    return isinstance(element.tag, str) and etree.QName(element).localname == name and _word(element)


def _made(like: Element, tag: str, **attributes: str) -> Element:
    """A new element in the namespace of another, its attributes in the same."""
    space = etree.QName(like).namespace
    return etree.Element(f"{{{space}}}{tag}", {f"{{{space}}}{key}": value for key, value in attributes.items()}, nsmap={"w": space})


def _empty(element: Element) -> Element:
    """An element like another, with nothing in it."""
    return element.makeelement(element.tag, {str(key): str(value) for key, value in element.items()})


def _child(element: Element, name: str) -> Element | None:
    return next((child for child in element if _named(child, name)), None)


def _run(text: Element) -> Element:
    run = text.getparent()
    assert run is not None  # a text element is never the root of a part
    return run


def _say(text: Element, words: str) -> None:
    text.text = words
    text.set(_SPACE, "preserve")


def _put(run: Element, words: str) -> None:
    """Words into a run: line feeds and tabs have elements of their own."""
    for part in re.split(r"([\n\t])", carried(words)):
        if part in ("\n", "\t"):
            run.append(_made(run, "br" if part == "\n" else "tab"))
        elif part:
            text = _made(run, "t")
            _say(text, part)
            run.append(text)


def _alone(text: Element) -> None:
    """Give a text element a run of its own, with the looks of the run it stood in."""
    run = _run(text)
    content = [child for child in run if not _named(child, "rPr")]
    place = content.index(text)
    for part, add in ((content[:place], run.addprevious), (content[place + 1 :], run.addnext)):
        if part:
            other = _empty(run)
            if (properties := _child(run, "rPr")) is not None:
                other.append(deepcopy(properties))
            other.extend(part)
            add(other)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Element) -> None:
    """Leave what an element holds in its place."""
    for child in list(element):
        element.addprevious(child)
    _remove(element)


def _drop(element: Element) -> None:
    """Remove a deletion: its text; the row it marks; for the mark of a paragraph, join the next paragraph to it."""
    parent = element.getparent()
    holder = None if parent is None else parent.getparent()
    if parent is None or holder is None:
        return
    if _named(parent, "trPr"):
        _remove(holder)
    elif _named(parent, "rPr") and _named(holder, "pPr"):
        paragraph = _run(holder)
        following = paragraph.getnext()
        _remove(element)
        if following is not None and _named(following, "p"):
            paragraph.extend([child for child in following if not _named(child, "pPr")])
            _remove(following)
    else:
        _remove(element)
