"""The numbers Word writes before the paragraphs of a list: the reader sees them, the text of the file does not hold them."""

from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.text.docx.attributes import attribute, local, value_of, whole

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


class Numbered(NamedTuple):
    """The list a paragraph belongs to and its level there."""

    list: str
    level: int


@dataclass
class Level:
    """A level of a list: where it starts and how its number is written ("（%1）")."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"


@dataclass
class Numbering:
    """The lists of a document and how far each has counted; filled by `walk`."""

    _abstract: dict[str, dict[int, Level]] = field(default_factory=dict)
    _lists: dict[str, str] = field(default_factory=dict)
    _overrides: dict[str, dict[int, int]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)
    _now: dict[int, Level] = field(default_factory=dict)
    _level: Level = field(default_factory=Level)
    _list: str = ""
    _depth: int = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name, value = local(tag), value_of(attributes)
        match name:
            case "abstractNum":
                self._now = self._abstract.setdefault(attribute(attributes, "abstractNumId"), {})
                self._list = ""
            case "num":
                self._list = attribute(attributes, "numId")
                self._now = {}
            case "abstractNumId":
                self._lists[self._list] = value
            case "lvlOverride":
                self._depth = whole(attribute(attributes, "ilvl"))
            case "startOverride":
                self._overrides.setdefault(self._list, {})[self._depth] = whole(value)
            case "lvl":
                self._level = self._now[whole(attribute(attributes, "ilvl"))] = Level()
            case "start":
                self._level.start = whole(value)
            case "numFmt":
                self._level.format = value
            case "lvlText":
                self._level.text = value
            case "suff":
                self._level.suffix = value

    def end(self, _tag: str) -> None:
        """Nothing to close."""

    def data(self, text: str) -> None:
        """No text in lists."""

    def label(self, at: Numbered) -> str:
        """Count the next paragraph of a list and give the number Word writes before it; "" where it writes none."""
        kind = self._lists.get(at.list)
        levels = self._abstract.get(kind or "", {})
        level = levels.get(at.level)
        if kind is None or level is None:
            return ""
        counts = self._counts.setdefault(kind, {})
        override = self._overrides.get(at.list, {}).get(at.level)
        if override is not None and (at.list, at.level) not in self._begun:
            counts[at.level] = override
        else:
            counts[at.level] = counts.get(at.level, level.start - 1) + 1
        self._begun.add((at.list, at.level))
        for deeper in [one for one in counts if one > at.level]:
            del counts[deeper]
        if level.format == "none":
            return ""
        if level.format == "bullet":
            return "• "
        text = level.text
        for number in range(at.level + 1):
            reached = counts.get(number, levels[number].start if number in levels else 1)
            text = text.replace(f"%{number + 1}", written(reached, levels[number].format if number in levels else "decimal"))
        gap = "" if level.suffix == "nothing" or not text or text[-1] in "、）】．。，：" else " "
        return text + gap


def written(number: int, form: str) -> str:
    """A list number in one of Word's formats; digits for formats without a Chinese or Western meaning."""
    if number < 1 or number > 9999:
        return str(number)
    match form:
        case "chineseCounting" | "chineseCountingThousand" | "taiwaneseCountingThousand" | "taiwaneseCounting" | "japaneseCounting":
            return _counted(number, _DIGITS, "十百千", short=True)
        case "chineseLegalSimplified" | "ideographLegalTraditional":
            return _counted(number, _LEGAL, "拾佰仟", short=False)
        case "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital":
            return "".join(_DIGITS[int(digit)] for digit in str(number))
        case "ideographTraditional":
            return _STEMS[(number - 1) % 10]
        case "ideographZodiac":
            return _BRANCHES[(number - 1) % 12]
        case "lowerLetter" | "upperLetter":
            letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letter if form == "lowerLetter" else letter.upper()
        case "lowerRoman" | "upperRoman":
            return _roman(number).lower() if form == "lowerRoman" else _roman(number)
        case "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if number <= len(_CIRCLED):
            return _CIRCLED[number - 1]
        case "decimalZero":
            return f"{number:02d}"
        case "decimalFullWidth" | "decimalFullWidth2":
            return str(number).translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})
    return str(number)


def _counted(number: int, digits: str, units: str, *, short: bool) -> str:
    words = ""
    for position, digit in zip(range(len(str(number)) - 1, -1, -1), str(number), strict=True):
        if digit != "0":
            words += digits[int(digit)] + (units[position - 1] if position else "")
        elif words and words[-1] != digits[0]:
            words += digits[0]
    words = words.rstrip(digits[0]).replace("〇", "零")
    return words[1:] if short and 10 <= number < 20 else words


def _roman(number: int) -> str:
    words = ""
    for size, letters in _ROMAN:
        words += letters * (number // size)
        number %= size
    return words
