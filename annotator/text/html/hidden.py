"""What a page hides: by attribute, by style, or by a simple rule of its own style sheet. Nothing is fetched."""

import re
from typing import NamedTuple

_GONE = re.compile(r"(?:^|[;\s{])(?:display\s*:\s*none|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:[;!}]|$))", re.IGNORECASE)
_VEIL = re.compile(r"(?:^|[;\s{])visibility\s*:\s*(hidden|collapse|visible)", re.IGNORECASE)
_RULE = re.compile(r"([^{}]{1,400})\{([^{}]{0,2000})\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SELECTOR = re.compile(r"(?:[a-z][a-z0-9]*)?([.#][\w-]+)|([a-z][a-z0-9]*)", re.IGNORECASE)
_LIMIT = 400_000  # code points of style sheets looked at


class Look(NamedTuple):
    """How an element is shown: `gone` with all inside it, `veiled` (what is inside may be unveiled); None is as around it."""

    gone: bool = False
    veiled: bool | None = None


class Hidden:
    """The rules of a page that hide elements by class, id or name."""

    def __init__(self) -> None:
        self._gone: set[str] = set()
        self._veiled: set[str] = set()
        self._read = 0

    def learn(self, sheet: str) -> None:
        """Take in a style sheet; selectors with more than one part, and those for print or small screens, are left alone."""
        sheet = sheet[: max(0, _LIMIT - self._read)]
        self._read += len(sheet)
        for selectors, rule in _RULE.findall(_COMMENT.sub("", sheet)):
            look = _look(rule)
            names = {selector.strip() for selector in selectors.split(",") if _SELECTOR.fullmatch(selector.strip())}
            self._gone |= names if look.gone else set()
            self._veiled |= names if look.veiled else set()

    def look(self, tag: str, attributes: dict[str, str]) -> Look:
        """How an element with these attributes is shown."""
        own = _look(attributes["style"]) if "style" in attributes else Look()
        gone = own.gone or attributes.get("hidden", "until-found") != "until-found" or (tag == "dialog" and "open" not in attributes)
        if not self._gone and not self._veiled:
            return Look(gone, own.veiled)
        names = {tag, f"#{attributes.get('id', '')}"} | {f".{name}" for name in attributes.get("class", "").split()}
        names |= {f"{tag}{name}" for name in names}
        return Look(gone or bool(names & self._gone), True if own.veiled is None and names & self._veiled else own.veiled)


def _look(style: str) -> Look:
    veil = _VEIL.search(style)
    return Look(bool(_GONE.search(style)), None if veil is None else veil[1].lower() != "visible")
