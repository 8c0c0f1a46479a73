"""Word documents made by hand, part by part: what no library writes can be written too."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OPEN_XML = "http://schemas.openxmlformats.org"
_OFFICE = f"{_OPEN_XML}/officeDocument/2006/relationships"
_NAMES = {
    "w": W,
    "m": f"{_OPEN_XML}/officeDocument/2006/math",
    "mc": f"{_OPEN_XML}/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": f"{_OPEN_XML}/drawingml/2006/main",
    "pic": f"{_OPEN_XML}/drawingml/2006/picture",
    "c": f"{_OPEN_XML}/drawingml/2006/chart",
}
SPACES = " ".join(f'xmlns:{short}="{name}"' for short, name in _NAMES.items())
_TYPES = f'<Types xmlns="{_OPEN_XML}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'


def relations(**targets: str) -> str:
    """The relationships part: kind -> target, with underscores for a second of a kind (header_2)."""
    entries = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind.split("_")[0]}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_OPEN_XML}/package/2006/relationships">{entries}</Relationships>'


def part(root: str, inside: str) -> str:
    """A WordprocessingML part with the root element w:root."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {SPACES}>{inside}</w:{root}>'


def run(words: str, looks: str = "") -> str:
    """A run; `looks` goes into its properties."""
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*inside: str, properties: str = "") -> str:
    """A paragraph of runs; plain words become a run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(one if one.startswith('<') else run(one) for one in inside)}</w:p>"


def inserted(inside: str, author: str = "张编辑") -> str:
    return f'<w:ins w:id="1" w:author="{author}" w:date="2020-03-11T08:00:00Z">{inside}</w:ins>'


def deleted(words: str, author: str = "张编辑") -> str:
    return f'<w:del w:id="2" w:author="{author}" w:date="2020-03-11T08:00:00Z"><w:r><w:delText>{words}</w:delText></w:r></w:del>'


def table(*rows: list[str]) -> str:
    """A table of cells; a cell is words or ready paragraphs."""
    cells = lambda row: "".join(f"<w:tc><w:tcPr/>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>" for cell in row)  # noqa: E731
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{cells(row)}</w:tr>" for row in rows) + "</w:tbl>"


def package(parts: dict[str, str | bytes], *, without: tuple[str, ...] = ()) -> bytes:
    """A zip of parts, with the content types and the relationship to word/document.xml unless they are left out."""
    whole: dict[str, str | bytes] = {"[Content_Types].xml": _TYPES, "_rels/.rels": relations(officeDocument="word/document.xml"), **parts}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in whole.items():
            if name not in without:
                archive.writestr(name, data)
    return buffer.getvalue()


def document(*body: str, without: tuple[str, ...] = (), **parts: str) -> bytes:
    """A Word document; parts are given by kind (styles=…, numbering=…, footnotes=…, comments=…, header=…)."""
    blocks = "".join(one if one.startswith("<") else paragraph(one) for one in body)
    whole: dict[str, str | bytes] = {"word/document.xml": part("document", f"<w:body>{blocks}</w:body>")}
    whole |= {f"word/{kind}.xml": data for kind, data in parts.items()}
    if parts:
        whole["word/_rels/document.xml.rels"] = relations(**{kind: f"{kind}.xml" for kind in parts})
    return package(whole, without=without)
