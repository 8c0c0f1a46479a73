"""What a page hides: by attribute, by style, or by a simple rule of its own style sheet. Nothing is fetched."""

import re

_HIDING = re.compile(
    r"(?:^|[;\s{])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:[;!}]|$))", re.IGNORECASE
)
_RULE = re.compile(r"([^{}]{1,400})\{([^{}]{0,2000})\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SELECTOR = re.compile(r"(?:[a-z][a-z0-9]*)?([.#][\w-]+)|([a-z][a-z0-9]*)", re.IGNORECASE)
_LIMIT = 400_000  # code points of style sheets looked at


class Hidden:
    """The rules of a page that hide elements by class, id or name."""

    def __init__(self) -> None:
        self._selectors: set[str] = set()
        self._read = 0

    def learn(self, sheet: str) -> None:
        """Take in a style sheet; selectors with more than one part, and those for print or small screens, are left alone."""
        sheet = sheet[: max(0, _LIMIT - self._read)]
        self._read += len(sheet)
        for selectors, rule in _RULE.findall(_COMMENT.sub("", sheet)):
            if _HIDING.search(rule):
                self._selectors.update(selector.strip() for selector in selectors.split(",") if _SELECTOR.fullmatch(selector.strip()))

    def hides(self, tag: str, attributes: dict[str, str]) -> bool:
        """Is an element with these attributes not shown?"""
        if "hidden" in attributes and attributes["hidden"] != "until-found":
            return True
        if "style" in attributes and _HIDING.search(attributes["style"]):
            return True
        if tag == "dialog" and "open" not in attributes:
            return True
        if not self._selectors:
            return False
        names = [tag, *(f".{name}" for name in attributes.get("class", "").split()), f"#{attributes.get('id', '')}"]
        return any(name in self._selectors or f"{tag}{name}" in self._selectors for name in names)
