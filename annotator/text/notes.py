"""Words of a document quoted in a note, and what the readers of several formats say alike."""

from annotator.model import Note

_QUOTED = 60  # code points


def quoted(words: str, most: int = _QUOTED) -> str:
    """The head of some words, in one line and in quotation marks."""
    line = " ".join(words[: 4 * most].split())
    return f"“{line}”" if len(line) <= most else f"“{line[:most]}…”"


def left_out(chinese: str, english: str, count: int) -> Note:
    """Things that hold words a reader would see and this program does not: both templates take the count."""
    return Note(
        "left-out",
        f"{chinese.format(count)}没有读入，其中的文字和数字请另行核对。",
        english=f"{english.format(count)} were not read: check the words and figures in them by hand.",
    )


def raised(count: int) -> Note:
    """Digits above the line were kept from running into the number before them."""
    return Note(
        "superscript",
        f"有 {count} 处上标数字写成了 ⁰¹²³ 的样子，以免与前面的数字连成一个。",
        english=f"Superscript figures were written as ⁰¹²³ ({count}), so that they do not run into the number before them.",
    )
