"""What styles say about a paragraph: hidden or not, and the list it belongs to."""

from dataclasses import dataclass, field

from annotator.text.docx.attributes import attribute, is_on, local, value_of, whole
from annotator.text.docx.numbering import Numbered


@dataclass
class Style:
    """A style with what it inherits still to be looked up in `based_on`."""

    based_on: str = ""
    hidden: bool | None = None
    list: str | None = None
    level: int | None = None


@dataclass
class Styles:
    """The styles of a document; filled by `walk`."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: str = ""
    _now: Style = field(default_factory=Style)
    _skipped: int = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name, value = local(tag), value_of(attributes)
        if self._skipped or name in ("pPrChange", "rPrChange"):
            self._skipped += 1
        elif name == "style":
            self._now = self.by_id[attribute(attributes, "styleId")] = Style()
            if attribute(attributes, "default") in ("1", "true") and attribute(attributes, "type") == "paragraph":
                self.default = attribute(attributes, "styleId")
        elif name == "basedOn":
            self._now.based_on = value
        elif name == "vanish":
            self._now.hidden = is_on(attributes)
        elif name == "numId":
            self._now.list = value
        elif name == "ilvl":
            self._now.level = whole(value)

    def end(self, _tag: str) -> None:
        self._skipped -= self._skipped > 0

    def data(self, text: str) -> None:
        """No text in styles."""

    def hidden(self, style: str) -> bool:
        """Is text of this style hidden?"""
        return next((one.hidden for one in self._line(style) if one.hidden is not None), False)

    def numbered(self, style: str) -> Numbered | None:
        """The list of paragraphs of this style."""
        line = self._line(style or self.default)
        number = next((one.list for one in line if one.list is not None), None)
        level = next((one.level for one in line if one.level is not None), 0)
        return Numbered(number, level) if number not in (None, "0") and number is not None else None

    def _line(self, style: str) -> list[Style]:
        line: list[Style] = []
        while style in self.by_id and len(line) < 12:  # a ring of styles ends too
            line.append(self.by_id[style])
            style = self.by_id[style].based_on
        return line
