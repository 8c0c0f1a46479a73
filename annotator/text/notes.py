"""Words of a document quoted in a note, and what the readers of several formats say alike."""

from collections.abc import Iterable, Iterator

from annotator.model import Note

_QUOTED = 60  # code points
_LINE = 400  # code points quoted of a line that is listed
_LISTED = 1_200  # code points of lines in one note
_NOTES = 50  # of one kind


def quoted(words: str, most: int = _QUOTED) -> str:
    """The head of some words, in one line and in quotation marks."""
    line = " ".join(words[: 4 * most].split())
    return f"“{line}”" if len(line) <= most else f"“{line[:most]}…”"


def listed(kind: str, chinese: str, english: str, lines: Iterable[str]) -> Iterator[Note]:
    """Notes that quote every line left out, each note as many as can be read at once; both templates take their count and the lines."""
    groups: list[list[str]] = []
    size = _LISTED
    for line in lines:
        words = quoted(line, _LINE)
        if size + len(words) > _LISTED:
            groups.append([])
            size = 0
        groups[-1].append(words)
        size += len(words)
    for group in groups[:_NOTES]:
        yield Note(kind, chinese.format(len(group), "、".join(group)), english=english.format(len(group), ", ".join(group)))
    if more := sum(map(len, groups[_NOTES:])):
        yield Note(kind, f"另有 {more} 行没有逐一列出，请对照原件。", english=f"More lines ({more}) are not listed. Compare the original.")


def has_digit(words: str) -> bool:
    """Does a line hold a figure an editor would miss?"""
    return any(sign.isnumeric() and not "\u4e00" <= sign <= "\u9fff" for sign in words)


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
