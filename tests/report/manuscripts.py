"""Word files as a reader sees them: with every change accepted or rejected, with their comments; written apart from the program."""

import io
import zipfile
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass
class Comment:
    """A comment with the words it hangs on."""

    author: str
    date: str
    text: str
    words: str = ""


class Word:
    """A .docx, its body in paragraphs."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            assert package.testzip() is None
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.body = etree.fromstring(self.parts["word/document.xml"])

    def text(self, *, accepted: bool) -> str:
        """The text with all changes accepted or all rejected, one line a paragraph."""
        return "\n".join(self._line(paragraph, accepted=accepted) for paragraph in self.body.iter(f"{W}p"))

    def _line(self, element: etree._Element, *, accepted: bool) -> str:
        words = ""
        for child in element:
            if child.tag == (f"{W}del" if accepted else f"{W}ins") or child.tag in {f"{W}p", f"{W}pPr", f"{W}rPr"}:
                continue
            if child.tag in {f"{W}t", f"{W}delText"}:
                words += child.text or ""
            elif child.tag in {f"{W}tab", f"{W}br"}:
                words += "\t" if child.tag == f"{W}tab" else "\n"
            else:
                words += self._line(child, accepted=accepted)
        return words

    def changes(self) -> list[tuple[str, str, str, str]]:
        """Every tracked change as (kind, words, author, date)."""
        found = []
        for element in self.body.iter(f"{W}ins", f"{W}del"):
            words = "".join(text.text or "" for text in element.iter(f"{W}t", f"{W}delText"))
            found.append((element.tag.removeprefix(W), words, element.get(f"{W}author", ""), element.get(f"{W}date", "")))
        return found

    def comments(self) -> list[Comment]:
        """Every comment that is anchored in the body."""
        if "word/comments.xml" not in self.parts:
            return []
        comments = {
            comment.get(f"{W}id"): Comment(
                comment.get(f"{W}author", ""),
                comment.get(f"{W}date", ""),
                "\n".join("".join(text.text or "" for text in p.iter(f"{W}t")) for p in comment.iter(f"{W}p")),
            )
            for comment in etree.fromstring(self.parts["word/comments.xml"])
        }
        open_ids: set[str | None] = set()
        anchored = []
        for element in self.body.iter():
            number = element.get(f"{W}id")
            if element.tag == f"{W}commentRangeStart":
                open_ids.add(number)
            elif element.tag == f"{W}commentRangeEnd":
                open_ids.remove(number)
            elif element.tag == f"{W}commentReference":
                anchored.append(comments[number])
            elif element.tag in {f"{W}t", f"{W}delText"}:
                for open_id in open_ids:
                    comments[open_id].words += element.text or ""
        return anchored
