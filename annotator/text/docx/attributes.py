"""Reading the attributes of WordprocessingML, transitional or strict."""


def local(tag: str) -> str:
    """The name of an element or attribute without its namespace."""
    return tag.rsplit("}", 1)[-1]


def attribute(attributes: dict[str, str], name: str) -> str:
    """An attribute by its local name, "" when it is not there."""
    return next((value for key, value in attributes.items() if local(key) == name), "")


def value_of(attributes: dict[str, str]) -> str:
    """The attribute w:val."""
    return attribute(attributes, "val")


def is_on(attributes: dict[str, str]) -> bool:
    """Is a property that needs no value switched on?"""
    return value_of(attributes) not in ("0", "false", "off")


def whole(value: str) -> int:
    """A count in an attribute; 0 for nonsense."""
    return int(value) if value.isascii() and value.lstrip("-").isdigit() and len(value) < 7 else 0
