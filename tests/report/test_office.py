"""LibreOffice opens what we write without repair and sees as much in it as we put in; skipped where it is not installed."""

import csv
import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from annotator.report import Report, build, write
from annotator.report.manuscript import corrected
from annotator.report.tables import tables
from tests.report.ground import NOW
from tests.report.manuscripts import Word
from tests.report.test_manuscript import CORRECTED, original, revised
from tests.report.test_tables import hostile

SOFFICE = shutil.which("soffice")
pytestmark = [pytest.mark.office, pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed (make test-office installs it)")]


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user profile of its own, so that nobody's settings matter."""
    return tmp_path_factory.mktemp("profile")


def converted(path: Path, form: str, profile: Path) -> Path:
    """The file as LibreOffice writes it in another format. It exits with 0 even where it could not, so the file must be there."""
    command = [
        str(SOFFICE),
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        form,
        "--outdir",
        str(path.parent),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    result = path.with_suffix("." + form.partition(":")[0])
    assert result.exists()
    return result


def odt(path: Path, profile: Path) -> str:
    with zipfile.ZipFile(converted(path, "odt", profile)) as package:
        return package.read("content.xml").decode("utf-8")


MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(path As String, command As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(path, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, Array())
  Dim text(1) As New com.sun.star.beans.PropertyValue
  text(0).Name = "FilterName"
  text(0).Value = "Text (encoded)"
  text(1).Name = "FilterOptions"
  text(1).Value = "UTF8,LF"
  document.storeToURL(target, text())
  document.close(True)
End Sub
</script:module>
"""


def settled(path: Path, command: str, profile: Path) -> str:
    """The text after LibreOffice itself accepted or rejected all changes, less the line ends behind it."""
    basic = profile / "user" / "basic" / "Standard"
    if not (basic / "script.xlb").exists():
        converted(path, "txt", profile)  # makes the profile
    (basic / "Module1.xba").write_text(MODULE, "utf-8")
    target = path.with_suffix(f".{command}.txt")
    call = f'macro:///Standard.Module1.Settle("{path.as_uri()}","{command}","{target.as_uri()}")'
    subprocess.run(
        [str(SOFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless", call], check=True, capture_output=True, timeout=120
    )
    return target.read_text("utf-8-sig").rstrip("\n")


def counted(xml: str) -> tuple[int, int]:
    """Tracked changes and comments."""
    return xml.count("<text:changed-region"), xml.count("<office:annotation ")


def test_it_sees_as_many_changes_and_comments_as_were_made(report: Report, tmp_path: Path, profile: Path) -> None:
    path = write(report, "changes-docx", tmp_path)
    word = Word(path.read_bytes())
    xml = odt(path, profile)
    assert counted(xml) == (len(word.changes()), len(word.comments())) == (6, 5)
    assert set(re.findall(r"<dc:creator>([^<]*)</dc:creator>", xml)) == {"沈若兰"}
    assert "2026-03-12T01:02:00" in xml


def test_it_sees_ours_beside_earlier_changes_in_an_original(tmp_path: Path, profile: Path) -> None:
    path = write(revised(original()), "changes-docx", tmp_path)
    xml = odt(path, profile)
    word = Word(path.read_bytes())
    authors = re.findall(r"<text:changed-region.*?<dc:creator>(.*?)</dc:creator>", xml)
    assert authors.count("沈若兰") == sum(author == "沈若兰" for _, _, author, _ in word.changes()) == 7
    assert "旧人" in authors
    assert counted(xml)[1] == len(word.comments()) == 5


@pytest.mark.parametrize("article", ["text", "word"])
def test_it_rejects_all_to_the_original_and_accepts_all_to_the_corrected_text(
    article: str, report: Report, tmp_path: Path, profile: Path
) -> None:
    made = report if article == "text" else revised(original())
    path = write(made, "changes-docx", tmp_path)
    accepted = settled(path, ".uno:AcceptAllTrackedChanges", profile)
    if article == "word":  # its tables and lists come with other blanks; rejecting all would reject somebody else's changes too
        assert accepted.split() == corrected(made).split()
    else:
        assert accepted == corrected(made).rstrip("\n")
        assert settled(path, ".uno:RejectAllTrackedChanges", profile) == made.article.text.rstrip("\n")


def test_the_clean_manuscript_reads_as_the_corrected_text(report: Report, tmp_path: Path, profile: Path) -> None:
    path = converted(write(report, "clean-docx", tmp_path), "txt:Text (encoded):UTF8", profile)
    assert path.read_text("utf-8-sig").rstrip("\n") == CORRECTED.rstrip("\n")


def test_the_word_report_opens_with_its_pages_and_links(report: Report, tmp_path: Path, profile: Path) -> None:
    path = write(report, "docx", tmp_path)
    with pypdfium2.PdfDocument(converted(path, "pdf", profile)) as pdf:
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
        assert f"第 {len(pdf)} 页，共 {len(pdf)} 页" in text
        assert [bookmark.get_title() for bookmark in pdf.get_toc()] or len(pdf) > 1
    for table in tables(report):
        assert table.title in text


def test_the_workbook_opens_with_every_row_and_computes_nothing(tmp_path: Path, profile: Path) -> None:
    report = hostile('=HYPERLINK("http://example.org","x")')
    path = write(report, "xlsx", tmp_path)
    with zipfile.ZipFile(converted(path, "ods", profile)) as package:
        xml = package.read("content.xml").decode("utf-8")
    assert "table:formula" not in xml
    assert "xlink:href" not in xml
    assert re.findall(r'<table:table table:name="([^"]+)"', xml) == ["概要", *(table.title for table in tables(report))]


def test_no_cell_of_the_csv_is_a_formula(tmp_path: Path, profile: Path) -> None:
    report = hostile("=1+1")
    path = write(report, "csv", tmp_path)
    with zipfile.ZipFile(converted(path, "ods", profile)) as package:
        assert "table:formula" not in package.read("content.xml").decode("utf-8")
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    assert any("'=1+1" in row for row in rows)


def test_a_draft_says_so_on_every_page(tmp_path: Path, profile: Path) -> None:
    from tests.report.ground import opened

    for form in ("docx", "clean-docx", "xlsx"):
        path = write(build(opened(), draft=True, now=NOW), form, tmp_path)
        with pypdfium2.PdfDocument(converted(path, "pdf", profile)) as pdf:
            assert all("草稿" in page.get_textpage().get_text_range() for page in pdf)
