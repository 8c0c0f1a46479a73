"""The preview is the first page, whatever comes after it."""

from dataclasses import replace

from PySide6.QtGui import QImage

from annotator.report import Report
from annotator.report.preview import first_page


def picture(png: bytes) -> QImage:
    return QImage.fromData(png, "png")


def test_the_first_page_as_a_picture_of_the_width_that_was_asked_for(report: Report) -> None:
    page = picture(first_page(report, 420))
    assert page.width() == 420
    assert 1.40 < page.height() / page.width() < 1.43  # A4
    colours = {page.pixelColor(x, y).name() for x in range(420) for y in range(page.height() // 2)}
    assert {"#ffffff", "#0d6b50"} <= colours  # paper, and the green of what is confirmed


def test_a_draft_shows_that_it_is_one(report: Report) -> None:
    assert picture(first_page(replace(report, draft=True), 300)) != picture(first_page(report, 300))
