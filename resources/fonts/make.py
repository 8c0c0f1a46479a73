"""Make the bundled fonts anew: subsets of Noto Sans SC and Noto Serif SC, weights 400 and 600.

    python resources/fonts/make.py FOLDER

FOLDER holds the unpacked packages @expo-google-fonts/noto-sans-sc and @expo-google-fonts/noto-serif-sc (static TrueType files; an OTF
source gives larger files). Kept are GB 2312, every character of jieba's dictionary, the common characters of Big5, and the Latin letters,
punctuation and signs that news and this program use.

Two rules, both for PDF: no Kangxi radicals and one code point per glyph. Where several code points share a glyph, a PDF keeps only one
of them, and copied or searched text would come back as another character. Of the features only kern, mark and locl stay: with ccmp
a double dash is read back from a PDF as another character.
"""

import sys
from copy import deepcopy
from importlib.resources import files
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
WEIGHTS = {"400Regular": "Regular", "600SemiBold": "SemiBold"}
FACES = {"noto-sans-sc": "NotoSansSC", "noto-serif-sc": "NotoSerifSC"}
TYPED_TOO = "•・"  # share the glyph of · in some faces
SIGNS = (
    (0x0020, 0x007E),  # ASCII
    (0x00A1, 0x017F),  # Latin letters with marks
    (0x01CD, 0x01DC),  # the tone marks of pinyin
    (0x0391, 0x03C9),  # Greek
    (0x0401, 0x0451),  # Cyrillic
    (0x2010, 0x2044),  # dashes, quotation marks, ‰ ′ ″
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x218F),  # ℃ № and number forms
    (0x2190, 0x22FF),  # arrows and mathematics
    (0x2460, 0x24FF),  # numbers in circles and brackets
    (0x2500, 0x27BF),  # lines, shapes, ✓
    (0x3000, 0x33FF),  # Chinese punctuation, kana, ㎡ ㏄
    (0xFE30, 0xFE6F),  # vertical and small forms
    (0xFF01, 0xFFE6),  # full width
)


def two_byte(codec: str, leads: range, trails: range) -> set[str]:
    """The characters of a block of a two-byte encoding."""
    return set("".join(bytes((lead, trail)).decode(codec, "ignore") for lead in leads for trail in trails))


def gb2312() -> set[str]:
    """GB 2312 by way of GBK, which maps its middle dot and dash to the characters that are typed today."""
    return two_byte("gbk", range(0xA1, 0xF8), range(0xA1, 0xFF))


def wanted() -> set[int]:
    """The code points asked for, whether the font has them or not."""
    jieba = set(files("jieba").joinpath("dict.txt").read_text("utf-8"))
    big5_common = two_byte("big5", range(0xA4, 0xC7), range(0x40, 0xFF))
    characters = {ord(character) for character in gb2312() | jieba | big5_common}
    characters |= {code for first, last in SIGNS for code in range(first, last + 1)}
    return {code for code in characters if code >= 0x20 and not 0x2E80 <= code <= 0x2FDF}


def one_a_glyph(cmap: dict[int, str], asked: set[int]) -> set[int]:
    """Of the code points that share a glyph one: that of GB 2312, else the lowest (the unified character, not its compatibility form).

    The en dash of ranges (20–30) goes before the figure dash, which nobody types.
    """
    usual = {ord(character) for character in gb2312()} | {ord("–")}
    chosen: dict[str, int] = {}
    for code in sorted(asked & cmap.keys(), key=lambda code: (code not in usual and code > 0x7E, code)):
        chosen.setdefault(cmap[code], code)
    return set(chosen.values())


def give_own_glyphs(font: TTFont, source: dict[int, str]) -> None:
    """Let the typed characters that lost their shared glyph have a copy of it: each its own glyph, so that a PDF tells them apart."""
    for code in map(ord, TYPED_TOO):
        twin = next((other for other, name in source.items() if name == source.get(code) and other in font.getBestCmap()), None)
        if code in font.getBestCmap() or twin is None:
            continue
        shape, name = font.getBestCmap()[twin], f"uni{code:04X}"
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        font["glyf"].glyphs[name] = deepcopy(font["glyf"][shape])
        font["hmtx"].metrics[name] = font["hmtx"].metrics[shape]
        for table in font["cmap"].tables:
            table.cmap[code] = name


def subset(source: Path, target: Path) -> None:
    """Write the subset of one font file."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options(hinting=False, layout_features=["kern", "mark", "locl"], name_IDs=["*"], name_languages=["*"], notdef_outline=True)
    options.drop_tables += ["BASE", "vhea", "vmtx", "VORG", "DSIG"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=one_a_glyph(font.getBestCmap(), wanted()))
    cmap = dict(font.getBestCmap())
    subsetter.subset(font)
    give_own_glyphs(font, cmap)
    font.save(target)
    print(f"{target.name}: {len(font.getBestCmap())} characters, {target.stat().st_size / 1e6:.2f} MB")


def main(folder: Path) -> None:
    """Make all four files from the unpacked packages."""
    for package, face in FACES.items():
        for weight, style in WEIGHTS.items():
            name = f"{face}_{weight}.ttf"
            found = [path for path in folder.rglob(name) if package in str(path)]
            if not found:
                sys.exit(f"{folder} has no {name}: unpack the package {package} there first")
            subset(found[0], HERE / f"{face}-{style}.ttf")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
