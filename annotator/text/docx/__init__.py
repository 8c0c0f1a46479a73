"""A Word document as the reader of it sees it: tracked changes accepted, everything else in reading order; the rest is noted."""

from collections.abc import Iterable

from annotator.model import Note
from annotator.text.characters import SUPERSCRIPT
from annotator.text.docx.body import Body
from annotator.text.docx.lines import Line, Piece, Text, text_of
from annotator.text.docx.numbering import Numbering
from annotator.text.docx.package import Package, walk
from annotator.text.imported import Change
from annotator.text.notes import left_out, quoted, raised
from annotator.text.parsed import Parsed

_SHOWN = 200  # notes of one kind; the rest is counted
_CHANGED = 500  # code points of a tracked change: what was deleted stands nowhere else


def parse(data: bytes, name: str = "", password: str | None = None) -> Parsed:  # noqa: ARG001 - one form for all parsers
    """The text of a .docx or .docm, with its tracked changes and the place of every piece in its part. ReadError with the remedy."""
    package = Package(data)
    body = Body(package.main)
    for kind, target in (("styles", body.styles), ("numbering", body.numbering)):
        for part in package.related(kind)[:1]:
            walk(package.read(part) or b"", target)
    walk(package.read(package.main) or b"", body)
    lines = [*body.lines, *_foot(package, body)]
    made = text_of(lines)
    notes = [*_changes(made.changes), *_comments(package, made), *_left_out(package, body)]
    return Parsed(made.text, tuple(notes), made.anchors, made.changes)


def _story(package: Package, kind: str, body: Body) -> list[tuple[str, Body]]:
    """The parts of a kind, read."""
    found = []
    for part in package.related(kind):
        story = Body(part, styles=body.styles, numbering=Numbering())
        walk(package.read(part) or b"", story)
        found.append((part, story))
    return found


def _foot(package: Package, body: Body) -> list[Line]:
    """The foot and end notes that the text refers to, each behind the mark it has there."""
    stories = {
        kind: {key: lines for _, story in _story(package, f"{kind}s", body) for key, lines in story.stories.items()}
        for kind in ("footnote", "endnote")
    }
    lines: list[Line] = []
    for number, (kind, key) in enumerate(body.marks, 1):
        for line in (line for line in stories[kind].get(key, ()) if not line.is_blank):
            line.pieces.insert(0, Piece(f"{str(number).translate(SUPERSCRIPT)} "))
            lines.append(line)
    return lines


def _changes(changes: tuple[Change, ...]) -> Iterable[Note]:
    if not changes:
        return
    yield Note(
        "tracked",
        f"文件里有 {len(changes)} 处修订：正文是接受全部修订后的文字，增删之处逐条列出。",
        english=f"Tracked changes ({len(changes)}): the text is as if all were accepted; each is listed.",
    )
    for one in changes[:_SHOWN]:
        by = f"（{one.author}）" if one.author else ""
        verb = "插入了" if one.kind == "inserted" else "删去了"
        words = quoted(one.text, _CHANGED)
        english = f"A tracked change {one.kind} {words}{f' ({one.author})' if one.author else ''}"
        yield Note(one.kind, f"修订{verb}{words}{by}", one.span, english)
    if more := max(0, len(changes) - _SHOWN):
        yield Note("tracked-more", f"其余 {more} 处修订没有逐条列出。", english=f"More tracked changes are not listed ({more}).")


def _comments(package: Package, made: Text) -> Iterable[Note]:
    for _, story in _story(package, "comments", Body("")):
        for key, lines in list(story.stories.items())[:_SHOWN]:
            words = " ".join(text_of([line]).text.strip() for line in lines).strip()
            by, english = (f"（{name}）", f" ({name})") if (name := story.authors.get(key)) else ("", "")
            if words:
                yield Note("comment", f"批注{by}：{words[:1000]}", made.comments.get(key), f"Comment{english}: {words[:1000]}")
        if more := max(0, len(story.stories) - _SHOWN):
            yield Note("comment-more", f"其余 {more} 条批注没有列出。", english=f"More comments are not listed ({more}).")


_OBJECTS = {
    "图片": "Pictures",
    "图表": "Charts",
    "SmartArt 图示": "SmartArt graphics",
    "嵌入对象": "Embedded objects",
    "嵌入文档": "Embedded documents",
    "子文档": "Subdocuments",
}
_COUNTED = {
    "公式": ("formula", "有 {} 个公式按一行文字读入，请对照原文。", "Formulas were read as a line of text ({}). Compare the original."),
    "symbol": ("symbol", "有 {} 个符号字体里的符号认不出，显示为 �。", "Signs of a symbol font that were not recognised show as � ({})."),
    "struck": (
        "struck",
        "有 {} 处文字带删除线（不是修订），仍列入正文。",
        "Text that is struck through (no tracked change) was still read ({}).",
    ),
    "numbered": ("numbered", "有 {} 段的自动编号已写入正文。", "Automatic numbers were written into the text (paragraphs: {})."),
}


def _left_out(package: Package, body: Body) -> Iterable[Note]:
    for kind, label, english in (("header", "页眉", "Page headers"), ("footer", "页脚", "Page footers")):
        found = {text_of(story.lines).text.strip() for _, story in _story(package, kind, body)} - {""}
        if found:
            words = quoted("；".join(sorted(found)))
            yield Note("header-footer", f"{label}没有列入正文：{words}。", english=f"{english} were left out: {words}.")
    if body.hidden:
        words = quoted("".join(body.hidden))
        english = f"Hidden text was left out ({len(body.hidden)}): {words}."
        yield Note("hidden", f"有 {len(body.hidden)} 处隐藏文字没有列入正文：{words}。", english=english)
    for kind, english in _OBJECTS.items():
        if body.counts[kind]:
            yield left_out(f"有 {{}} 个{kind}", f"{english} ({{}})", body.counts[kind])
    if body.counts["superscript"]:
        yield raised(body.counts["superscript"])
    for kind, (name, chinese, english) in _COUNTED.items():
        if body.counts[kind]:
            yield Note(name, chinese.format(body.counts[kind]), english=english.format(body.counts[kind]))
    if marks := len(body.marks):
        yield Note(
            "footnotes", f"有 {marks} 条脚注或尾注，列在正文之后。", english=f"Footnotes and endnotes stand after the text ({marks})."
        )
    if any(name.endswith("vbaproject.bin") for name in package.names):
        yield Note("macro", "文件带有宏，宏没有读入也没有运行。", english="The file has macros; they were neither read nor run.")
