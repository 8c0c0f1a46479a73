"""Title, byline, source and date are recognised, put right in one dialog, undone like any step; cut paragraphs are joined the same way."""

import re
from datetime import date

from annotator.gui.imports.joins import JoinsDialog
from annotator.gui.imports.masthead import MastheadDialog
from annotator.model import Span
from tests.e2e.editor import Desks, Editor
from tests.gui.article.seeing import click

TEXT = """青河大桥合龙
来源：青河日报 记者：方工 2021年5月6日
青河大桥5月5日（星期三）合龙，全长1
200米，主跨300米，两侧引桥共900米。
"""


def open_text(editor: Editor, folder) -> None:
    (folder / "桥.txt").write_text(TEXT, "utf-8")
    editor.desktop.files.bring([str(folder / "桥.txt")])
    editor.wait_for_article()
    editor.give_name()


def weekdays(editor: Editor) -> list[str]:
    return [finding.verdict.value for finding in editor.session.analysis.findings if finding.check == "weekday"]


def asking(editor: Editor) -> int:
    """What the chip 请看 counts."""
    return int(re.sub(r"\D", "", editor.button("请看", editor.window.toolrow).text()))


def test_the_date_is_recognised_and_findings_follow_when_it_is_changed(editor: Editor, tmp_path) -> None:
    open_text(editor, tmp_path)
    article = editor.session.article
    assert (article.title, article.byline, article.publisher, article.published) == ("青河大桥合龙", "方工", "青河日报", date(2021, 5, 6))
    assert weekdays(editor) == ["consistent"]
    before = asking(editor)

    def change(dialog: MastheadDialog) -> None:
        assert not dialog.save.isEnabled(), "nothing was changed yet"
        dialog.fields["published"].setText("下周")
        assert not dialog.save.isEnabled()
        assert dialog.message.isVisible()
        dialog.fields["published"].setText("2022年5月6日")
        dialog.fields["title"].setText("青河大桥昨日合龙")
        editor.click(dialog.save)

    editor.meet(MastheadDialog, change)
    editor.press("Ctrl+I", editor.window)
    editor.wait(lambda: editor.session.article.published == date(2022, 5, 6))
    editor.wait_for_checking()
    assert weekdays(editor) == ["suspicious"]
    assert asking(editor) == before + 1, "the panes have read it again"
    assert editor.window.windowTitle().startswith("青河大桥昨日合龙")
    editor.press("Ctrl+Z")
    editor.wait(lambda: editor.session.article.title == "青河大桥合龙")
    editor.wait_for_checking()
    assert weekdays(editor) == ["consistent"]
    assert asking(editor) == before


def test_what_was_changed_is_there_after_a_restart(desks: Desks, tmp_path) -> None:
    editor = desks.sit()
    open_text(editor, tmp_path)

    def change(dialog: MastheadDialog) -> None:
        dialog.fields["byline"].setText("方工 陶然")
        editor.press("Return", dialog.fields["byline"])

    editor.meet(MastheadDialog, change)
    editor.press("Ctrl+I", editor.window)
    editor.wait(lambda: editor.session.records)
    editor.close()
    again = desks.sit()
    again.wait_for_article()
    assert again.session.article.byline == "方工 陶然"


def test_cut_paragraphs_are_joined_and_parted_by_undo(editor: Editor, tmp_path) -> None:
    open_text(editor, tmp_path)
    assert "被版面切断" in editor.says
    before = [claim.text for claim in editor.window.bridge.claims]

    def join(dialog: JoinsDialog) -> None:
        assert dialog.listed.count() == 1
        assert dialog.chosen == frozenset()
        editor.click(editor.button("全部打勾", dialog))
        editor.click(dialog.join)

    editor.meet(JoinsDialog, join)
    editor.window.actions_["carry-on"].trigger()
    editor.wait(lambda: editor.session.joins)
    editor.wait_for_checking()
    joined = next(claim for claim in editor.window.bridge.claims if claim.quantity.value == "1200")
    assert joined.text == "1\n200米"
    assert len(editor.session.article.paragraphs) == 4
    editor.window.bridge.select(3)
    article = editor.session.article
    click(editor.window.article, Span(joined.end - 3, joined.end))  # its second half, in the next paragraph
    assert editor.window.bridge.claim == joined
    click(editor.window.article, Span(joined.start, joined.start + 1))
    assert editor.window.bridge.claim == joined
    assert article.paragraph_at(joined.end).order == joined.paragraph + 1
    editor.press("Ctrl+Z")
    editor.wait(lambda: not editor.session.joins)
    editor.wait_for_checking()
    assert [claim.text for claim in editor.window.bridge.claims] == before
