"""Asks who is checking, and in which reading of the article: both go into every decision and the report."""

import getpass

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from annotator.gui import theme
from annotator.gui.i18n import tr
from annotator.gui.pieces import Label, button, row
from annotator.gui.words import stage_word
from annotator.model import Stage


class ReviewerDialog(QDialog):
    """The name, filled with the account's, and which reading of the article this is (`stage`; None where none is open)."""

    def __init__(self, parent: QWidget | None, name: str = "", stage: Stage | None = None) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self.setWindowTitle(tr("谁在核对？"))
        self.field = QLineEdit(name or account())
        self.field.setAccessibleName(tr("姓名"))
        self.field.selectAll()
        self.field.textChanged.connect(self._check)
        buttons = QDialogButtonBox()
        self.accept_button = button(tr("开始核对"), "primary", "accept")
        self.accept_button.setDefault(True)
        cancel = button(tr("先不决定"))
        buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(16))
        layout.setSpacing(theme.px(10))
        layout.addWidget(Label(tr("谁在核对？"), "title"))
        layout.addWidget(Label(tr("姓名会写进每个决定和报告。"), "body", "ink2", wrap=True))
        layout.addWidget(self.field)
        layout.addWidget(self._stages(stage))
        layout.addSpacing(theme.px(4))
        layout.addWidget(buttons)
        self.setMinimumWidth(theme.px(360))
        self._check()

    def _stages(self, now: Stage | None) -> QWidget:
        self.stages = {stage: QRadioButton(stage_word(stage)) for stage in Stage}
        self.stages[now or Stage.FIRST].setChecked(True)
        holder = QWidget()
        holder.setLayout(row(Label(tr("审次"), "body", "ink2"), *self.stages.values(), spacing=12))
        holder.setVisible(now is not None)
        return holder

    @property
    def stage(self) -> Stage:
        """The reading that was chosen."""
        return next(stage for stage, choice in self.stages.items() if choice.isChecked())

    @property
    def name(self) -> str:
        return " ".join(self.field.text().split())

    def _check(self) -> None:
        self.accept_button.setEnabled(bool(self.name))


def account() -> str:
    """The account's full name where the system knows one, else its login name, else ""."""
    try:
        login = getpass.getuser()
    except (OSError, KeyError):
        return ""
    try:
        import pwd

        full = pwd.getpwnam(login).pw_gecos.split(",")[0].strip()
    except (ImportError, KeyError):  # Windows has no pwd
        full = ""
    return full or login
