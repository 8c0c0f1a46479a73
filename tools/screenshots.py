"""Pictures of the window and of the report in build/screenshots/, made from the sample with a review begun: `make screenshots`.

`python tools/screenshots.py --docs` renews the picture in README as well, in few colours to keep it light.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_HOME = tempfile.mkdtemp(prefix="heshu-screenshots-")
for _name in ("CONFIG", "DATA", "STATE", "CACHE"):
    os.environ[f"XDG_{_name}_HOME"] = str(Path(_HOME, _name.lower()))

import pypdfium2  # noqa: E402 - after the environment is set
from import_pictures import of_imports  # noqa: E402
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QImage  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QWidget  # noqa: E402

from annotator import paths  # noqa: E402
from annotator.gui import theme  # noqa: E402
from annotator.gui.app import Desktop  # noqa: E402
from annotator.gui.crash import CrashDialog  # noqa: E402
from annotator.gui.databases import RestoreDialog, ServerPassword  # noqa: E402
from annotator.gui.export import ExportDialog  # noqa: E402
from annotator.gui.i18n import shown_language, tr  # noqa: E402
from annotator.gui.reviewer import ReviewerDialog  # noqa: E402
from annotator.gui.settings import SettingsDialog  # noqa: E402
from annotator.model import State  # noqa: E402
from annotator.report import build, write  # noqa: E402
from annotator.review import Session  # noqa: E402

FOLDER = Path("build", "screenshots")


class Studio:
    """The real window without a screen, and a way to wait and to take pictures."""

    def __init__(self, application: QApplication) -> None:
        self.application = application
        self.desktop = Desktop(Path(_HOME, "desk.sqlite"))
        self.desktop.start([])
        self.suffix = ""
        self.wait(lambda: self.window.views.currentWidget() is self.window.notice and self.desktop.access.desk is not None)
        self.window.resize(1440, 900)
        self.picture("start")
        self.desktop.files.bringing.sample()
        self.wait(lambda: self.window.bridge.session is not None)

    def speak(self, language: str) -> None:
        """Make the window again in a language."""
        self.desktop.preferences["language"] = language
        self.desktop.speak_anew()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # no event loop runs here that would

    @property
    def window(self) -> QWidget:
        return self.desktop.window

    @property
    def session(self) -> Session:
        return self.window.bridge.session

    def wait(self, reached: Callable[[], bool], seconds: float = 30) -> None:
        """Let Qt work until something is the case."""
        end = time.monotonic() + seconds
        while not reached():
            self.application.processEvents()
            if time.monotonic() > end:
                sys.exit("the window did not get ready in time")

    def settle(self) -> None:
        """Let Qt finish what it has begun: layouts, animations of at most 120 ms."""
        end = time.monotonic() + 0.2
        self.wait(lambda: time.monotonic() > end)

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        """Save what the window, or a dialog, shows."""
        self.settle()
        (widget or self.window).grab().save(str(FOLDER / f"{name}{self.suffix}.png"))

    def dialog(self, action: str, name: str) -> None:
        """Save a dialog that an action opens, and close it."""

        def take() -> None:
            opened = self.application.activeModalWidget() or self.application.activeWindow()
            if opened is None or opened is self.window:
                QTimer.singleShot(50, take)
                return
            preview = getattr(opened, "preview", None)
            self.wait(lambda: preview is None or not preview.busy)
            self.picture(name, opened)
            opened.close()

        QTimer.singleShot(50, take)
        self.press(action)
        self.settle()

    def show(self, name: str, dialog: QDialog, then: Callable[[], None] | None = None) -> None:
        """Save a dialog that is made here; `then` may take more pictures of it before it is closed."""
        dialog.open()
        self.picture(name, dialog)
        if then is not None:
            then()
        dialog.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def press(self, action: str) -> None:
        """Trigger an action of the window."""
        self.window.actions_[action].trigger()
        self.settle()


def begin_review(studio: Studio) -> str:
    """Decide the first third of the sample; the fold with the wrong-way loan rate."""
    session = studio.session
    studio.desktop.access.desk.reviewer = "王编辑"
    studio.window.show_reviewer("王编辑")
    rate = next(fold for fold in session.folds if any(finding.check == "direction" for finding in session.findings(fold.id)))
    for order, fold in enumerate(session.folds):
        if fold.claim.paragraph >= rate.claim.paragraph:
            break
        if fold.claim.minor or session.open_findings(fold.id):
            continue
        if order % 23 == 7:
            session.decide(fold.id, State.FLAGGED, reason="来源未注明", to="作者")
        else:
            session.decide(fold.id, State.CONFIRMED)
    for paragraph in session.article.paragraphs[: rate.claim.paragraph - 2]:
        if session.paragraph_state(paragraph.order) != "done" and not any(
            session.state(fold.id) is State.PENDING for fold in session.folds_in(paragraph.order) if not fold.claim.minor
        ):
            session.read(paragraph.order)
    return rate.id


SIZES = ((1440, 900), (1100, 700))


def of_window(studio: Studio) -> None:
    """The states an editor meets, in both languages, both themes and two sizes."""
    rate = begin_review(studio)
    studio.window.bridge.open(studio.session)
    for language in ("zh", "en"):
        studio.speak(language)
        for look in ("light", "dark"):
            studio.press(f"theme-{look}")
            for width, height in SIZES:
                studio.window.resize(width, height)
                studio.suffix = f"-{look}-{language}-{width}"
                of_states(studio, rate)
                if (width, height) == SIZES[0]:
                    of_dialogs(studio)
                    of_imports(studio, Path(_HOME))
    studio.speak("zh")
    studio.press("theme-light")
    theme.desk_theme().apply(zoom=200)
    studio.window.resize(*SIZES[0])
    studio.suffix = "-light-zh-200%"
    of_states(studio, rate)
    theme.desk_theme().apply(zoom=100)


def of_states(studio: Studio, rate: str) -> None:
    """The panes with one claim after the other."""
    window = studio.window
    claim = studio.session.fold(rate).claim

    def go(text: str = "") -> None:
        found = next(known for known in window.bridge.claims if known.text == text) if text else claim
        window.bridge.select(found.paragraph, found.id)
        window.article.setFocus()

    go()
    studio.picture("main")
    if "--docs" in sys.argv and studio.suffix == "-light-zh-1440":
        light(window.grab().toImage()).save("docs/window.png", "PNG", 0)
    studio.press("correct")
    studio.window.card.form.field.setText("下浮15%左右")
    studio.picture("correct")
    go("649万美元")
    studio.press("flag")
    studio.picture("flag")
    studio.press("reading")
    studio.picture("reading")
    window.card.form.value.setText("六百")
    window.card.form.unit.setText("元")
    studio.picture("reading-changed")
    go("37203名")
    studio.picture("sum")
    studio.press("evidence")
    studio.picture("evidence")
    go()
    studio.press("view-findings")
    studio.picture("findings")
    studio.press("view-article")
    window.bridge.select(claim.paragraph - 2, None)
    studio.picture("paragraph-end")
    window.bridge.go_to(28)
    studio.picture("repeats")
    go()
    window.status.begin(tr("正在找出数字…"), lambda: None)
    studio.picture("busy")
    window.status.end()


def of_dialogs(studio: Studio) -> None:
    """The dialogs over the window."""
    for action in ("keys", "export", "library", "checks", "coverage", "paragraph", "about"):
        studio.dialog(action, action)
    window, desk = studio.window, studio.desktop.access.desk
    where = "postgresql://wang@db.example/desk"
    studio.show("reviewer", ReviewerDialog(window, "王编辑", studio.session.stage))
    studio.show("crash", CrashDialog(RuntimeError("an example"), window))
    studio.show("server-password", ServerPassword(where, window, wrong=False, can_keep=True))
    studio.show("server-password-wrong", ServerPassword(where, window, wrong=True, can_keep=False))
    with tempfile.TemporaryDirectory() as folder:
        export = ExportDialog(studio.session, folder, window, ("html", "pdf", "changes-docx"))
        export.export.click()
        studio.wait(lambda: not export.busy and not export.preview.busy)
        studio.show("export-done", export)
    if not desk.backups:
        desk.backup()
    studio.show("restore", RestoreDialog(desk.backups[0], desk.database, window))
    settings = SettingsDialog(studio.desktop.preferences, desk, window.actions_, window)

    def pages() -> None:
        for page in range(1, settings.tabs.count()):
            settings.tabs.setCurrentIndex(page)
            studio.picture(f"settings-{page + 1}", settings)
        settings.show_checks()
        settings.checks.field.setText("日期" if shown_language() == "zh" else "date")
        settings.checks.items["date-invalid"].setCheckState(0, Qt.CheckState.Unchecked)
        studio.picture("settings-checks-found", settings)

    studio.show("settings-1", settings, pages)


def light(picture: QImage) -> QImage:
    """The picture in its 256 commonest colours, each pixel in the nearest of them."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    common = [colour for colour, _ in Counter(memoryview(picture.constBits()).cast("I")).most_common(256)]
    return picture.convertToFormat(QImage.Format.Format_Indexed8, common, Qt.ImageConversionFlag.ThresholdDither)


def of_report(session: Session) -> None:
    """The first page in PDF; in HTML and Word too where a browser and LibreOffice are at hand."""
    report = build(session, draft=True)
    with tempfile.TemporaryDirectory() as folder:
        first_page(write(report, "pdf", Path(folder)), "report-pdf")
        browser = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chromium-browser"))), None)
        if browser:
            page = write(report, "html", Path(folder))
            target = FOLDER / "report-html.png"
            flags = ["--headless", "--no-sandbox", "--hide-scrollbars", "--window-size=1100,1500", f"--screenshot={target.absolute()}"]
            subprocess.run([browser, *flags, page.as_uri()], check=True, capture_output=True, timeout=120, env=with_fonts(Path(folder)))
            print(target)
        if office := shutil.which("soffice"):
            page = write(report, "docx", Path(folder))
            profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
            flags = ["--headless", profile, "--convert-to", "pdf", "--outdir", f"{folder}/word"]
            subprocess.run([office, *flags, page], check=True, capture_output=True, env=with_fonts(Path(folder)))
            first_page(next(Path(folder, "word").glob("*.pdf")), "report-docx")


def with_fonts(folder: Path) -> dict[str, str]:
    """The environment for a program that knows the system's fonts only: the bundled ones too, by a fontconfig file of its own."""
    config = folder / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{paths.resource('fonts').resolve()}</dir><cachedir>{folder / 'fontcache'}</cachedir>"
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include></fontconfig>',
        "utf-8",
    )
    return {**os.environ, "FONTCONFIG_FILE": str(config)}


def first_page(path: Path, name: str) -> None:
    """The first page of a PDF as a picture."""
    with pypdfium2.PdfDocument(path) as document:
        bitmap = document[0].render(scale=1.5, rev_byteorder=True, prefer_bgrx=True)
        picture = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888)
        picture.save(str(FOLDER / f"{name}.png"))
    print(FOLDER / f"{name}.png", flush=True)


def main() -> None:
    """Make all pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    application.setStyle("Fusion")
    studio = Studio(application)
    theme.desk_theme().apply("light", 100)
    of_window(studio)
    of_report(studio.session)
    studio.window.close()
    shutil.rmtree(_HOME, ignore_errors=True)


if __name__ == "__main__":
    main()
