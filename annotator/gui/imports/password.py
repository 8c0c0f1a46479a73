"""Asks for the password of a locked document. It is used once and kept nowhere."""

from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.gui import theme
from annotator.gui.dialogs import Plain
from annotator.gui.i18n import tr
from annotator.gui.pieces import Label, button


class DocumentPassword(Plain):
    """One field. `wrong`: the last one did not fit."""

    def __init__(self, name: str, parent: QWidget | None, *, wrong: bool = False) -> None:
        super().__init__(tr("文件设有打开密码"), tr("请输入“{name}”的密码。密码只用来打开这一次，不保存。").format(name=name), parent)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(tr("密码"))
        self.message = Label(tr("密码不对，请再输入一次。") if wrong else "", "small", "bad")
        self.message.setVisible(wrong)
        self.open_button = button(tr("打开"), "primary", "open")
        self.open_button.setDefault(True)
        self.open_button.setEnabled(False)
        self.open_button.clicked.connect(self.accept)
        cancel = button(tr("不打开"), "", "cancel")
        cancel.clicked.connect(self.reject)
        self.field.textChanged.connect(lambda text: self.open_button.setEnabled(bool(text)))
        self.body.addWidget(self.field)
        self.body.addWidget(self.message)
        self.finish(self.open_button, cancel)
        self.setMinimumWidth(theme.px(420))
        self.field.setFocus()

    @property
    def password(self) -> str:
        """As it was typed."""
        return self.field.text()
