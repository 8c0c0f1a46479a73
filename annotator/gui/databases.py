"""Which database the window works on: another file or server, the password a server wants, a backup put back."""

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from annotator.gui import theme
from annotator.gui.access import DeskAccess
from annotator.gui.dialogs import Plain
from annotator.gui.i18n import tr
from annotator.gui.pieces import Label, button
from annotator.gui.preferences import Preferences
from annotator.gui.refusals import sentence
from annotator.review import Refused

if TYPE_CHECKING:
    from annotator.desk import PasswordWanted


class ServerPassword(Plain):
    """Asks for the password of a server. `wrong`: the last one did not fit."""

    def __init__(self, where: str, parent: QWidget | None, *, wrong: bool, can_keep: bool) -> None:
        super().__init__(tr("数据库要口令"), where, parent)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(tr("口令"))
        self.message = Label(tr("口令不对，请再输一次。") if wrong else "", "small", "bad")
        self.message.setVisible(wrong)
        self.keep = QCheckBox(tr("记住（系统钥匙串）"))
        self.keep.setEnabled(can_keep)
        self.note = Label(tr("没有装钥匙串组件（heshu-annotator[keyring]），口令只用这一次。"), "small", "ink3", wrap=True)
        self.note.setVisible(not can_keep)
        self.open_button = button(tr("连接"), "primary", "connect")
        self.open_button.setDefault(True)
        self.open_button.setEnabled(False)
        self.open_button.clicked.connect(self.accept)
        cancel = button(tr("不连接"), "", "cancel")
        cancel.clicked.connect(self.reject)
        self.field.textChanged.connect(lambda text: self.open_button.setEnabled(bool(text)))
        for widget in (self.field, self.message, self.keep, self.note):
            self.body.addWidget(widget)
        self.finish(self.open_button, cancel)
        self.setMinimumWidth(theme.px(440))
        self.field.setFocus()


class RestoreDialog(Plain):
    """Asks once more before a backup takes the place of the desk."""

    def __init__(self, saved: Path, database: str, parent: QWidget | None) -> None:
        sentence = tr("“{database}”将换成备份“{name}”的内容。现在的文件改名留在旁边，不会丢失；备份之后的决定不在换回的核查库里。")
        super().__init__(tr("换回备份"), sentence.format(database=Path(database).name, name=saved.name), parent)
        go = button(tr("换回"), "primary", "restore")
        go.clicked.connect(self.accept)
        cancel = button(tr("取消"), "", "cancel")
        cancel.setDefault(True)
        cancel.clicked.connect(self.reject)
        self.finish(go, cancel)
        self.setMinimumWidth(theme.px(440))


class Databases(QObject):
    """Opens, copies and restores desks behind one window. What cannot be done comes back through `access.refused`."""

    def __init__(self, window: QWidget, access: DeskAccess, preferences: Preferences) -> None:
        super().__init__(window)
        self._window, self._access, self._preferences = window, access, preferences
        self._wanted: str | None = None  # what was asked for and is not open yet
        self.before: str | Path | None = None  # where one came from, while the new one does not open
        access.opened.connect(self._opened)

    def open(self, database: str) -> str:
        """Open another desk ("" the usual one), and begin with it from now on; "" for nothing to say, a refusal is shown in its place."""
        self._wanted, self.before = database, self._access.database or ""
        self._access.database = None
        self._access.open(database or None)
        return ""

    def go_back(self) -> None:
        """Return to the desk that was open before."""
        self._wanted, before, self.before = None, self.before, None
        self._access.database = None
        self._access.open(before or None)

    def _opened(self) -> None:
        if self._wanted is not None:
            self._preferences["database"] = without_password(self._wanted)
        self._wanted = self.before = None

    def ask_password(self, error: "PasswordWanted") -> bool:
        """Ask for what the server wants and try again; False when nobody gave it."""
        dialog = ServerPassword(error.where, self._window, wrong=error.wrong, can_keep=_has_keyring())
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return False
        self._access.open(secret=dialog.field.text(), keep=dialog.keep.isChecked())
        return True

    def copy(self, saved: str, target: str) -> str:
        """Restore a backup to a file of its own and open that; why not, or ""."""
        desk = self._access.desk
        if desk is None:
            return ""
        try:
            desk.restore_copy(saved, target)
        except Refused as error:
            return sentence(error)
        return self.open(target)

    def restore(self, saved: str) -> str:
        """Put a backup in the place of the desk, after asking; why not, or "". The desk is open again in any case."""
        from annotator.desk import restore

        desk = self._access.desk
        if desk is None or RestoreDialog(Path(saved), desk.database, self._window).exec() != QDialog.DialogCode.Accepted:
            return ""
        where = desk.database
        self._access.close()
        try:
            restore(saved, where)
        except Refused as error:
            return sentence(error)
        finally:
            self._access.open()
        return ""


def without_password(database: str) -> str:
    """An address as it may be written down: the password is asked for again, or comes from the keyring."""
    parts = urlsplit(database)
    if "://" not in database or parts.password is None:
        return database
    user, _, host = parts.netloc.rpartition("@")
    return urlunsplit(parts._replace(netloc=f"{user.partition(':')[0]}@{host}"))


def _has_keyring() -> bool:
    from importlib.util import find_spec

    return find_spec("keyring") is not None
