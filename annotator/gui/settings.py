"""The settings, built from the one table of preferences: general ones in a form, the others on a page of their own."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from annotator.gui import theme
from annotator.gui.actions import Actions
from annotator.gui.databases import Databases
from annotator.gui.deskpage import DeskPage
from annotator.gui.dialogs import Plain
from annotator.gui.i18n import tr
from annotator.gui.keymap import KeyMap
from annotator.gui.pieces import Label, button, open_at
from annotator.gui.preferences import Preferences, Setting, table
from annotator.gui.refusals import sentence
from annotator.gui.switches import CheckSwitches
from annotator.review import Refused

if TYPE_CHECKING:
    from annotator.desk import Desk

_FIELDS = {"text", "choice", "switch"}


class SettingsDialog(Plain):
    """Nothing is kept before 保存 is pressed. `wanted`: what is to be done with the database afterwards; it returns why not, or ""."""

    def __init__(self, preferences: Preferences, desk: "Desk | None", actions: Actions, parent: QWidget | None) -> None:
        super().__init__(tr("设置"), "", parent)
        self._preferences, self._desk = preferences, desk
        self._writes = desk is not None and not desk.read_only
        self._values: dict[str, Callable[[], object]] = {}
        self.fields: dict[str, QWidget] = {}
        self.checks_changed = False
        self.wanted: Callable[[Databases], str] | None = None
        self.keys = KeyMap(actions)
        self.checks = CheckSwitches(() if desk is None else desk.checks_off)
        self.checks.setEnabled(self._writes)
        self.database = DeskPage(desk, preferences["database"])
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("设置"))
        self.tabs.addTab(self._form(), tr("一般"))
        pages = {"checks": self.checks, "keys": self.keys, "database": self.database}  # with the database stand its backups
        for setting in table():
            if (page := pages.get(setting.kind)) is not None:
                self.tabs.addTab(_scrolled(page), tr("核查库与备份") if setting.kind == "database" else setting.label)
        self.body.addWidget(self.tabs)
        self.save = button(tr("保存"), "primary", "save")
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        self.keys.valid.connect(self.save.setEnabled)
        cancel = button(tr("取消"), "", "cancel")
        cancel.clicked.connect(self.reject)
        self.message = Label("", "small", "bad", wrap=True)
        self.message.hide()
        self.body.addWidget(self.message)
        self.finish(self.save, cancel)
        self._follow_database()
        open_at(self, 640, 600)

    def _form(self) -> QWidget:
        form = QFormLayout()
        form.setHorizontalSpacing(theme.px(18))
        form.setVerticalSpacing(theme.px(10))
        for setting in table():
            if setting.kind in _FIELDS:
                field = self.fields[setting.key] = self._field(setting)
                field.setAccessibleName(setting.label)
                _add(form, setting.label, field, setting.note)
        name = self.fields["name"]
        assert isinstance(name, QLineEdit)
        self.name = name
        self.name.setEnabled(self._writes)
        general = QWidget()
        general.setLayout(form)
        return _scrolled(general)

    def _field(self, setting: Setting) -> QWidget:
        value: Any = ("" if self._desk is None else self._desk.reviewer) if setting.of_desk else self._preferences[setting.key]
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
        if not setting.of_desk:
            self._values[setting.key] = line.text
        return line

    def show_checks(self) -> None:
        """Turn to the page of the checks."""
        pages = map(self.tabs.widget, range(self.tabs.count()))
        self.tabs.setCurrentWidget(next(page for page in pages if page is not None and page.isAncestorOf(self.checks)))

    def _follow_database(self) -> None:
        page = self.database
        page.open_wanted.connect(lambda where: self._leave_for(lambda databases: databases.open(where)))
        page.copy_wanted.connect(lambda saved, target: self._leave_for(lambda databases: databases.copy(saved, target)))
        page.restore_wanted.connect(lambda saved: self._leave_for(lambda databases: databases.restore(saved)))

    def _leave_for(self, act: Callable[[Databases], str]) -> None:
        self.wanted = act
        self.reject()

    def _save(self) -> None:
        try:
            self._save_to_desk()
        except Refused as refusal:
            self.message.setText(sentence(refusal))
            self.message.show()
            return
        for key, value in self._values.items():
            self._preferences[key] = value()
        self._preferences["keys"] = self.keys.remapped()
        self.accept()

    def _save_to_desk(self) -> None:
        if self._desk is None or self._desk.read_only:
            return
        name = " ".join(self.name.text().split())
        if name and name != self._desk.reviewer:
            self._desk.reviewer = name
        if self.checks.off != self._desk.checks_off:
            self._desk.checks_off = self.checks.off
            self.checks_changed = True


def _scrolled(page: QWidget) -> QScrollArea:
    """A page that scrolls where the screen is too small for it, so that the buttons below always have room."""
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def _add(form: QFormLayout, label: str, field: QWidget, note: str) -> None:
    name = Label(label)
    name.setBuddy(field)  # where the name of a list is what it shows, a screen reader asks for its label
    if not note:
        form.addRow(name, field)
        return
    both = QVBoxLayout()
    both.setSpacing(theme.px(2))
    both.addWidget(field)
    both.addWidget(Label(note, "small", "ink3", wrap=True))
    form.addRow(name, both)
