"""PDF files: set by typst like a newspaper or a report, or written object by object with every character where it is wanted."""

import hashlib
import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import typst

from annotator import paths


def typeset(
    title: str,
    lines: Sequence[str],
    *,
    columns: int = 1,
    indent: bool = True,
    justify: bool = True,
    size: float = 10.5,
    head: str = "",
    gutter: str = "2em",
) -> bytes:
    """A page layout of a headline over paragraphs in columns, with a running head and page numbers where `head` is given."""
    numbers = f'numbering: "1", header: [{_escaped(head)}]' if head else "numbering: none"
    body = "\n\n".join(map(_escaped, lines))
    source = f"""
#set page(paper: "a4", {numbers})
#set text(font: "Noto Serif SC", size: {size}pt, lang: "zh")
#set par(justify: {str(justify).lower()}, first-line-indent: (amount: {2 if indent else 0}em, all: true))
#align(center, text(size: 20pt)[{_escaped(title)}])

{body if columns == 1 else f"#columns({columns}, gutter: {gutter})[{chr(10)}{body}{chr(10)}]"}
"""
    return set_by(source)


def set_by(source: str) -> bytes:
    """A PDF of typst markup, in the bundled fonts alone."""
    return bytes(typst.compile(source.encode(), font_paths=[str(paths.resource("fonts"))], ignore_system_fonts=True))


def _escaped(words: str) -> str:
    return "".join("\\" + sign if sign in "#$*_`\\<>@=[]~-+/\"'" else sign for sign in words)


class Words(NamedTuple):
    """Words at a place in points from the lower left; `mode` 3 is invisible text; `slant` turns them, in degrees anticlockwise."""

    x: float
    y: float
    text: str
    size: float = 10
    mode: int = 0
    slant: float = 0


def placed(pages: Iterable[Sequence[Words]], *, width: int = 600, height: int = 800, images: int = 0, page: str = "") -> bytes:
    """Words exactly where they are put, a page a list; every character is as wide as the size. `page` goes into each page's dictionary."""
    signs = "".join(dict.fromkeys(sign for words in pages for one in words for sign in one.text))
    codes = {sign: index + 1 for index, sign in enumerate(signs)}
    mapped = "\n".join(f"<{code:04X}> <{sign.encode('utf-16-be').hex()}>" for sign, code in codes.items())
    spaces = "1 begincodespacerange <0000> <FFFF> endcodespacerange"
    to_unicode = f"/CIDInit /ProcSet findresource begin begincmap {spaces} {len(codes)} beginbfchar\n{mapped}\nendbfchar endcmap end"
    system = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    box = "/FontBBox[0 -120 1000 880]/Ascent 880/Descent -120/CapHeight 880/ItalicAngle 0/StemV 80"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>",
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/Song{system}/DW 1000/FontDescriptor 5 0 R>>".encode(),
        f"<</Type/FontDescriptor/FontName/Song/Flags 4{box}>>".encode(),
        stream(to_unicode.encode()),
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n\0\nendstream",
    ]
    kids = []
    for words in pages:
        content = "q 300 0 0 300 100 100 cm /Im Do Q\n" * images
        for one in words:
            shown = "".join(f"{codes[sign]:04X}" for sign in one.text)
            cos, sin = math.cos(math.radians(one.slant)), math.sin(math.radians(one.slant))
            matrix = f"{cos:.5f} {sin:.5f} {-sin:.5f} {cos:.5f} {one.x} {one.y}"
            content += f"BT /F {one.size} Tf {one.mode} Tr {matrix} Tm <{shown}> Tj ET\n"
        objects.append(stream(content.encode()))
        resources = "/Resources<</Font<</F 3 0 R>>/XObject<</Im 7 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]{resources}/Contents {len(objects)} 0 R{page}>>".encode())
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    return raw(objects)


def stream(data: bytes, *, packed: bool = False) -> bytes:
    """A stream object; `packed` data is already deflated."""
    return f"<</Length {len(data)}{'/Filter/FlateDecode' if packed else ''}>>stream\n".encode() + data + b"\nendstream"


def raw(objects: Sequence[bytes], trailer: str = "/Root 1 0 R") -> bytes:
    """A file of numbered objects, the catalog first."""
    out, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer <</Size {size} {trailer}>>\nstartxref\n{len(out)}\n%%EOF"
    return out + end.encode()


_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def locked(words: Sequence[Words], password: str) -> bytes:
    """One page of words locked with the standard handler of PDF 1.4 (40 bits); "" locks it so that everybody may open it."""
    user = (password.encode() + _PAD)[:32]
    owner = _rc4(hashlib.md5(user).digest()[:5], user)
    rights, file_id = (-44).to_bytes(4, "little", signed=True), b"0123456789abcdef"
    key = hashlib.md5(user + owner + rights + file_id).digest()[:5]
    objects = []
    for number, body in enumerate(_objects(placed([words])), 1):
        head, mark, rest = body.partition(b"stream\n")
        data = rest.removesuffix(b"\nendstream")
        own = hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]
        objects.append(head + mark + _rc4(own, data) + b"\nendstream" if mark else body)
    hexed = {"O": owner.hex(), "U": _rc4(key, _PAD).hex()}
    objects.append(f"<</Filter/Standard/V 1/R 2/O<{hexed['O']}>/U<{hexed['U']}>/P -44>>".encode())
    return raw(objects, f"/Root 1 0 R/Encrypt {len(objects)} 0 R/ID[<{file_id.hex()}><{file_id.hex()}>]")


def _objects(file: bytes) -> list[bytes]:
    return [part.split(b" obj\n", 1)[1] for part in file.split(b"\nendobj\n")[:-1]]
