"""Pictures of bringing articles in: a batch, encodings, a password, what an import did, article details, cut paragraphs, a refusal.

The documents are made here; the people and places in them are invented.
"""

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from annotator.gui.imports.batch import BatchDialog
from annotator.gui.imports.clipboard import Pasted
from annotator.gui.imports.encoding import EncodingDialog
from annotator.gui.imports.joins import JoinsDialog, offered
from annotator.gui.imports.masthead import MastheadDialog
from annotator.gui.imports.notes import ImportNotes
from annotator.gui.imports.password import DocumentPassword

if TYPE_CHECKING:
    from screenshots import Studio

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

PORT = """蓝湾港上月吞吐量创新高
来源：蓝湾晚报 记者：方工 2021年5月6日
蓝湾港4月完成货物吞吐量320万吨，同比增长4.5%，其中外贸货物110万
吨，内贸货物210万吨。新开航线3条，靠泊船舶1264艘次。
"""


def word() -> bytes:
    """A Word file with tracked changes, hidden text and a comment."""
    run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'.format
    change = 'w:id="1" w:author="方工" w:date="2021-05-06T08:00:00Z"'
    body = (
        f"<w:p>{run('银行减费让利情况')}</w:p>"
        f"<w:p>{run('全市银行业为小微企业减费让利，贷款利率比原利率')}<w:del {change}><w:r><w:delText>上浮</w:delText></w:r></w:del>"
        f"<w:ins {change}>{run('下浮')}</w:ins>{run('15%左右，惠及企业2600户。')}"
        '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:commentRangeEnd w:id="0"/></w:p>'
        f"<w:p>{run('新增贷款12亿元')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>（旧数9亿元）</w:t></w:r>{run('。')}</w:p>"
    )
    comment = f'<w:comment w:id="0" w:author="陶然"><w:p>{run("请核户数：上期稿写的是2060户。")}</w:p></w:comment>'
    relation = '<Relationship Id="r{0}" Type="{1}/{2}" Target="{3}"/>'.format
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("[Content_Types].xml", f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/></Types>')
        package.writestr(
            "_rels/.rels", f'<Relationships xmlns="{_RELS}">{relation(1, _OFFICE, "officeDocument", "word/document.xml")}</Relationships>'
        )
        package.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{_RELS}">{relation(1, _OFFICE, "comments", "comments.xml")}</Relationships>',
        )
        package.writestr("word/document.xml", f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>')
        package.writestr("word/comments.xml", f'<w:comments xmlns:w="{_W}">{comment}</w:comments>')
    return packed.getvalue()


def of_imports(studio: "Studio", folder: Path) -> None:
    """Every dialog and line of an import, in the language and theme in force; the article that was open is open again afterwards."""
    window, before = studio.window, studio.session
    bringing = studio.desktop.files.bringing
    (folder / "蓝湾港.txt").write_bytes(PORT.encode("gb18030"))
    (folder / "减费让利.docx").write_bytes(word())
    (folder / "版面截图.png").write_bytes(b"\x89PNG\r\n")
    (folder / "空.txt").write_bytes(b"")
    bringing.bring([str(folder / "减费让利.docx")])
    studio.wait(lambda: studio.session.article.name == "减费让利.docx")
    studio.picture("import-banner")
    notes = ImportNotes(window.bridge, studio.session.article, window)
    of_dialog(studio, "import-notes", notes)
    bringing.take(Pasted("园区产值12亿元。", "<p>园区产值12亿元。</p>"))
    studio.wait(lambda: "园区" in studio.session.article.text)
    studio.picture("import-pasted")
    bringing.bring([str(folder / "蓝湾港.txt")])
    studio.wait(lambda: studio.session.article.name == "蓝湾港.txt")
    article = studio.session.article
    of_dialog(studio, "import-details", MastheadDialog(article, window, cuts=len(offered(article))))
    of_dialog(studio, "import-joins", JoinsDialog(article, offered(article), (), window))
    of_dialog(studio, "import-encoding", EncodingDialog(PORT.encode("gb18030"), article.name, "big5", window, doubtful=True))
    of_dialog(studio, "import-password", DocumentPassword("一季度经济数据.pdf", window, wrong=True))
    bringing.bring([str(folder / "版面截图.png")])
    studio.wait(lambda: "版面截图" in window.banner.label.text())
    studio.picture("import-refused")
    files = [str(folder / name) for name in ("蓝湾港.txt", "减费让利.docx", "版面截图.png", "空.txt")]
    batch = BatchDialog(bringing.access.desk, files, window)
    batch.open()
    studio.wait(lambda: not batch.progress.isVisible())
    of_dialog(studio, "import-batch", batch)
    window.bridge.open(before)


def of_dialog(studio: "Studio", name: str, dialog: QWidget) -> None:
    """A dialog, and away with it."""
    dialog.show()
    studio.picture(name, dialog)
    dialog.close()
    dialog.deleteLater()
