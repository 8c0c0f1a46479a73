"""WordprocessingML in strings: runs, paragraphs and tables, and the document that holds them."""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from annotator.paths import resource
from annotator.report.revise import carried

SANS, SERIF = "Microsoft YaHei", "SimSun"  # on nearly every desk; elsewhere the nearest Chinese face stands in
_UNDERLINES = {"single": "0D6B50", "dash": "8A5600", "dotted": "5C636D"}
_LATIN = {SANS: "Arial", SERIF: "Times New Roman"}


def run(
    text: str,
    *,
    bold: bool | None = None,
    colour: str = "",
    half_points: int = 0,
    strike: bool = False,
    underline: str = "",
    fill: str = "",
    font: str = "",
) -> str:
    """A run with its looks; line feeds and tabs become their elements."""
    looks = [
        f'<w:rFonts w:ascii="{_LATIN[font]}" w:hAnsi="{_LATIN[font]}" w:eastAsia="{font}"/>' if font else "",
        "" if bold is None else "<w:b/>" if bold else '<w:b w:val="0"/>',
        "<w:strike/>" if strike else "",
        f'<w:color w:val="{colour}"/>' if colour else "",
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if half_points else "",
        f'<w:u w:val="{underline}" w:color="{_UNDERLINES[underline]}"/>' if underline else "",
        f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else "",
    ]
    return f"<w:r><w:rPr>{''.join(looks)}</w:rPr>{words(text)}</w:r>"


def words(text: str) -> str:
    """The content of a run."""
    parts = re.split(r"([\n\t])", carried(text))
    elements = {"\n": "<w:br/>", "\t": "<w:tab/>"}
    return "".join(elements.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in parts if part)


def paragraph(
    content: str, *, style: str = "", before: int = 0, after: int = 0, extra: str = "", line: int = 0, indent: int = 0, hanging: int = 0
) -> str:
    """A paragraph; sizes in twentieths of a point: `line` the exact height of a line, `indent` of all lines, less `hanging` for the first.

    `extra` are properties that come before the spacing.
    """
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    hang = f'<w:ind w:left="{indent}" w:hanging="{hanging}"/>' if indent else ""
    height = f' w:line="{line}" w:lineRule="exact"' if line else ""
    return f'<w:p><w:pPr>{named}{extra}<w:spacing w:before="{before}" w:after="{after}"{height}/>{hang}</w:pPr>{content}</w:p>'


def cell(content: str, width: int, *, borders: str = "") -> str:
    """A table cell of one or more paragraphs; `width` in twentieths of a point."""
    edges = f"<w:tcBorders>{borders}</w:tcBorders>" if borders else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{edges}</w:tcPr>{content}</w:tc>'


def edge(side: str, colour: str, eighths: int = 4) -> str:
    """One border of a cell or a paragraph."""
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="{colour}"/>'


def row(cells: Iterable[str], *, head: bool = False) -> str:
    """A row that is not torn over two pages; a head row comes again on each."""
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{''.join(cells)}</w:tr>"


def table(rows: Iterable[str], widths: Iterable[int]) -> str:
    """A table of fixed widths."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    margins = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
    properties = f'<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/>{margins}</w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def bookmark(name: str, number: int, content: str) -> str:
    """Content that links can lead to."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def inner_link(name: str, content: str) -> str:
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{content}</w:hyperlink>'


def outer_link(relation: str, content: str) -> str:
    return f"<w:hyperlink r:id={quoteattr(relation)}>{content}</w:hyperlink>"


def page_number(form: str, content: str) -> str:
    """A field: PAGE or NUMPAGES."""
    return f'<w:fldSimple w:instr="{form}">{content}</w:fldSimple>'


def picture(relation: str, width: int, height: int, caption: str) -> str:
    """An inline picture; sizes in EMU (914,400 to the inch)."""
    frame = '<pic:cNvPr id="1" name="chart.png"/><pic:cNvPicPr/>'
    shape = (
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    )
    blip = f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="1" name="chart" descr={quoteattr(caption)}/><a:graphic>'
        f'<a:graphicData uri="{_SPACES["pic"]}"><pic:pic><pic:nvPicPr>{frame}</pic:nvPicPr>{blip}{shape}</pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


class Parts(NamedTuple):
    """What a document is made of: body elements, the paragraphs over and under every page, pictures and links by relationship."""

    body: str
    header: str = ""
    footer: str = ""
    pictures: Mapping[str, bytes] = {}
    links: Mapping[str, str] = {}


def document(parts: Parts, *, title: str, created: datetime) -> bytes:
    """A .docx on A4; the same parts give the same bytes."""
    margins = {"header": parts.header, "footer": parts.footer}
    references = "".join(f'<w:{name}Reference w:type="default" r:id="{name}"/>' for name, content in margins.items() if content)
    page = (
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="794" w:right="850" w:bottom="907" w:left="850" w:header="400" w:footer="454" w:gutter="0"/>'
    )
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(margins),
        "_rels/.rels": _relationships({"document": ("officeDocument", "word/document.xml"), "core": (_CORE, "docProps/core.xml")}, {}),
        "docProps/core.xml": _core(title, created),
        "word/document.xml": _part("document", f"<w:body>{parts.body}<w:sectPr>{references}{page}</w:sectPr></w:body>"),
        "word/styles.xml": resource("report", "styles.xml").read_bytes(),
        **{f"word/{name}.xml": _part("hdr" if name == "header" else "ftr", content) for name, content in margins.items() if content},
        **{f"word/media/{name}.png": image for name, image in parts.pictures.items()},
    }
    inner = {"styles": ("styles", "styles.xml")} | {name: (name, f"{name}.xml") for name, content in margins.items() if content}
    inner |= {name: ("image", f"media/{name}.png") for name in parts.pictures}
    files["word/_rels/document.xml.rels"] = _relationships(inner, parts.links)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": _OFFICE,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def _part(root: str, content: str) -> str:
    spaces = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
    return f"{_DECLARATION}<w:{root} {spaces}>{content}</w:{root}>"


def _content_types(margins: Mapping[str, str]) -> str:
    named = {"document": "document.main", "styles": "styles"} | {name: name for name, content in margins.items() if content}
    overrides = "".join(f'<Override PartName="/word/{part}.xml" ContentType="{_WORD_TYPE}{kind}+xml"/>' for part, kind in named.items())
    core = '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    return (
        f'{_DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{overrides}{core}</Types>"
    )


def _relationships(inner: Mapping[str, tuple[str, str]], outer: Mapping[str, str]) -> str:
    lines = [
        f'<Relationship Id="{name}" Type="{kind if "/" in kind else f"{_OFFICE}/{kind}"}" Target="{target}"/>'
        for name, (kind, target) in inner.items()
    ]
    lines += [
        f'<Relationship Id="{name}" Type="{_OFFICE}/hyperlink" Target={quoteattr(target)} TargetMode="External"/>'
        for name, target in outer.items()
    ]
    return f'{_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(lines)}</Relationships>'


def _core(title: str, created: datetime) -> str:
    at = created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f'<dc:title>{escape(carried(title))}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">{at}</dcterms:created>'
        "</cp:coreProperties>"
    )
