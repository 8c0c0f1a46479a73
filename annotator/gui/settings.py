"""The settings, built from the one table of preferences; the name and the database belong to the desk."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from annotator.gui import theme
from annotator.gui.actions import Actions
from annotator.gui.dialogs import Plain
from annotator.gui.i18n import tr
from annotator.gui.keymap import KeyMap
from annotator.gui.pieces import Label, button
from annotator.gui.preferences import Preferences, Setting, table

if TYPE_CHECKING:
    from annotator.desk import Desk


class SettingsDialog(Plain):
    """Nothing is kept before 保存 is pressed."""

    def __init__(self, preferences: Preferences, desk: "Desk | None", actions: Actions, parent: QWidget | None) -> None:
        super().__init__(tr("设置"), "", parent)
        self._preferences, self._desk = preferences, desk
        self._values: dict[str, Callable[[], object]] = {}
        form = QFormLayout()
        form.setHorizontalSpacing(theme.px(18))
        form.setVerticalSpacing(theme.px(10))
        self.name = QLineEdit("" if desk is None else desk.reviewer)
        self.name.setEnabled(desk is not None and not desk.read_only)
        self.name.setAccessibleName(tr("姓名"))
        _add(form, tr("姓名"), self.name, tr("写进每个决定和报告"))
        self.fields: dict[str, QWidget] = {}
        self.keys = KeyMap(actions)
        for setting in table():
            if setting.kind != "keys":
                field = self.fields[setting.key] = self._field(setting)
                field.setAccessibleName(setting.label)
                _add(form, setting.label, field, setting.note)
        if desk is not None:
            place = Label(desk.database, "small", "ink2", wrap=True)
            place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            _add(form, tr("核查库"), place, tr("备份在同一文件夹里，自动留存"))
        general = QWidget()
        general.setLayout(form)
        self.tabs = QTabWidget()
        self.tabs.addTab(general, tr("一般"))
        self.tabs.addTab(self.keys, tr("按键"))
        self.body.addWidget(self.tabs)
        self.save = button(tr("保存"), "primary", "save")
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        self.keys.valid.connect(self.save.setEnabled)
        cancel = button(tr("取消"), "", "cancel")
        cancel.clicked.connect(self.reject)
        self.finish(self.save, cancel)
        self.resize(theme.px(620), theme.px(560))

    def _field(self, setting: Setting) -> QWidget:
        value = self._preferences[setting.key]
        if setting.kind == "switch":
            box = QCheckBox()
            box.setChecked(value)
            self._values[setting.key] = box.isChecked
            return box
        if setting.kind == "choice":
            combo = QComboBox()
            for choice, label in (setting.choices or {}).items():
                combo.addItem(label, choice)
            combo.setCurrentIndex(max(0, combo.findData(value)))
            self._values[setting.key] = combo.currentData
            return combo
        line = QLineEdit(value)
        self._values[setting.key] = line.text
        return line

    def _save(self) -> None:
        for key, value in self._values.items():
            self._preferences[key] = value()
        self._preferences["keys"] = self.keys.remapped()
        name = " ".join(self.name.text().split())
        if self._desk is not None and not self._desk.read_only and name and name != self._desk.reviewer:
            self._desk.reviewer = name
        self.accept()


def _add(form: QFormLayout, label: str, field: QWidget, note: str) -> None:
    if not note:
        form.addRow(Label(label), field)
        return
    both = QVBoxLayout()
    both.setSpacing(theme.px(2))
    both.addWidget(field)
    both.addWidget(Label(note, "small", "ink3", wrap=True))
    form.addRow(Label(label), both)
