"""A Word package in memory: its parts as trees, relationships and content types; parts nobody touches go out byte for byte."""

import io
import posixpath
import re
import zipfile

from lxml import etree

Element = etree._Element  # noqa: SLF001 - the only name lxml has for it

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_STRICT = "http://purl.oclc.org/ooxml/"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


class Package:
    """The parts of a .docx by name. KeyError for a part that is not there."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self._parts = {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
        self._trees: dict[str, Element] = {}
        self.main = self._related("", "officeDocument") or "word/document.xml"

    def tree(self, part: str) -> Element:
        """The root of a part; it is written as it stands when the package is saved."""
        if part not in self._trees:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
            self._trees[part] = etree.fromstring(self._parts[part], parser)
        return self._trees[part]

    def highest_id(self) -> int:
        """The highest number any element has for its id."""
        numbers = (int(number) for data in self._parts.values() for number in re.findall(rb':id="([0-9]{1,9})"', data))
        return max(numbers, default=0)

    def comments(self) -> Element:
        """The root of the comments of the body, made where there is none."""
        part = self._related(self.main, "comments")
        return self._new_comments() if part is None or part not in self._parts else self.tree(part)

    def save(self) -> bytes:
        """The package as a file."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self._parts.items():
                tree = self._trees.get(name)
                changed = data if tree is None else etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
                archive.writestr(zipfile.ZipInfo(name), changed, zipfile.ZIP_DEFLATED)
        return buffer.getvalue()

    def _new_comments(self) -> Element:
        space = etree.QName(self.tree(self.main)).namespace or ""
        folder = posixpath.dirname(self.main)
        name = next(path for n in range(1000) if (path := posixpath.join(folder, f"comments{n or ''}.xml")) not in self._parts)
        root = etree.Element(f"{{{space}}}comments", nsmap={"w": space})
        self._parts[name], self._trees[name] = b"", root
        types = self.tree("[Content_Types].xml")
        etree.SubElement(types, f"{{{_PACKAGE}content-types}}Override", PartName=f"/{name}", ContentType=_COMMENTS)
        self._relate(self.main, posixpath.basename(name), "comments", strict=space.startswith(_STRICT))
        return root

    def _relate(self, part: str, target: str, kind: str, *, strict: bool) -> None:
        name = _rels(part)
        if name not in self._parts:
            self._parts[name] = b""
            self._trees[name] = etree.fromstring(f'<Relationships xmlns="{_PACKAGE}relationships"/>')
        tree = self.tree(name)
        taken = {relation.get("Id") for relation in tree}
        free = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        base = f"{_STRICT}officeDocument/relationships" if strict else "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        etree.SubElement(tree, f"{{{_PACKAGE}relationships}}Relationship", Id=free, Type=f"{base}/{kind}", Target=target)

    def _related(self, part: str, kind: str) -> str | None:
        """The part of a kind that a part points to."""
        name = _rels(part)
        if name not in self._parts:
            return None
        for relation in self.tree(name):
            if (relation.get("Type") or "").endswith(f"/{kind}") and relation.get("TargetMode") != "External":
                target = relation.get("Target") or ""
                return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
        return None


def _rels(part: str) -> str:
    return posixpath.join(posixpath.dirname(part), "_rels", f"{posixpath.basename(part)}.rels")
