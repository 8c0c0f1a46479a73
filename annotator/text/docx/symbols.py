"""Signs that Word writes with a symbol font."""

# The Symbol font, by the last byte of its code: what numbers stand beside. Letters there are Greek and left alone.
_SYMBOL = dict(
    zip(
        (0xA3, 0xA5, 0xB0, 0xB1, 0xB2, 0xB3, 0xB4, 0xB7, 0xB8, 0xB9, 0xBA, 0xBB, 0xBC, 0xD7),
        "≤∞°±″≥×•÷≠≡≈…⋅",
        strict=True,
    )
)
_BULLETS = {
    0x6C: "●",
    0x6E: "■",
    0x75: "◆",
    0x76: "❖",
    0x9F: "•",
    0xA7: "▪",
    0xD8: "➢",
    0xE0: "→",
    0xFC: "✓",
    0xFB: "✗",
    0xA8: "□",
    0xFE: "☑",
}


def symbol(font: str, code: str) -> str:
    """The character of a w:sym element, or U+FFFD where its font gives the code a meaning of its own."""
    try:
        value = int(code, 16)
    except ValueError:
        return "\ufffd"
    if not 0xF000 <= value <= 0xF0FF:
        return chr(value) if 0x20 <= value < 0xD800 or 0xE000 <= value <= 0xFFFD else "\ufffd"
    low = value & 0xFF
    if font.startswith("Wingdings"):
        return _BULLETS.get(low, "\ufffd")
    if low in _SYMBOL:
        return _SYMBOL[low]
    return chr(low) if 0x20 <= low < 0x40 or (font != "Symbol" and low < 0x7F) else "\ufffd"
