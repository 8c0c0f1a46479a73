"""The formats, and writing one of them into a folder."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from annotator.report.files import NotWritten, SymlinkTarget, file_name, write_whole
from annotator.report.pace import Step, onward
from annotator.report.record import Report

__all__ = ["FORMATS", "Format", "NotWritten", "SymlinkTarget", "render", "target", "write"]


class Format(NamedTuple):
    """A format of the report or of the manuscript: `module` in writers/ holds its `render(report) -> bytes`."""

    module: str
    kind: str  # what the file is, in its name
    suffix: str
    title: str
    title_en: str
    long: bool = False  # its `render` takes a step as well: a long article takes it seconds


FORMATS: Mapping[str, Format] = {
    "html": Format("html", "核查报告", ".html", "网页", "Web page", long=True),
    "pdf": Format("pdf", "核查报告", ".pdf", "PDF", "PDF", long=True),
    "docx": Format("docx", "核查报告", ".docx", "Word", "Word", long=True),
    "xlsx": Format("xlsx", "核查报告", ".xlsx", "Excel 表格", "Excel tables", long=True),
    "csv": Format("csv", "核查报告", ".csv", "CSV（全部数据）", "CSV, all claims"),
    "json": Format("json", "核查报告", ".json", "JSON（全部记录，可再导入）", "JSON, the full record"),
    "md": Format("markdown", "核查报告", ".md", "Markdown", "Markdown"),
    "jsonld": Format("jsonld", "核查标注", ".jsonld", "W3C 网页标注", "W3C annotations"),
    "clean-txt": Format("clean_txt", "改后", ".txt", "纯文本", "Plain text"),
    "clean-docx": Format("clean_docx", "改后", ".docx", "改好的 Word", "Word, corrected"),
    "changes-docx": Format("changes_docx", "修订", ".docx", "带修订和批注的 Word", "Word, tracked changes"),
}


def render(report: Report, format_name: str, step: Step = onward) -> bytes:
    """The report in a format; `step` hears how far it is and may stop it. KeyError for a name that is not in FORMATS."""
    form = FORMATS[format_name]
    writer = import_module(f"annotator.report.writers.{form.module}")
    rendered: bytes = writer.render(report, step) if form.long else writer.render(report)
    return rendered


def target(report: Report, format_name: str, folder: Path) -> Path:
    """Where `write` puts a format."""
    form = FORMATS[format_name]
    return folder / file_name(report.title, f"-{form.kind}{'-草稿' if report.draft else ''}{form.suffix}")


def write(report: Report, format_name: str, folder: Path, *, replace_link: bool = False, step: Step = onward) -> Path:
    """Write a format into a folder, whole or not at all, and say where. Raises SymlinkTarget, NotWritten; KeyError for no format.

    `step` is called until the file is about to be put in its place: what it raises leaves no file.
    """
    path = target(report, format_name, folder)
    data = render(report, format_name, step)
    step(1.0)
    write_whole(path, data, replace_link=replace_link)
    return path
