"""Other keys for the actions: one field a command, clashes shown, nothing kept while two commands want one key."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QKeySequenceEdit, QScrollArea, QVBoxLayout, QWidget

from annotator.gui import theme
from annotator.gui.actions import Actions, clashes, sections
from annotator.gui.i18n import tr
from annotator.gui.pieces import Label, button


class KeyMap(QWidget):
    """Fields for all actions. `valid` says whether the keys may be kept."""

    valid = Signal(bool)

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self.fields: dict[str, QKeySequenceEdit] = {}
        page = QWidget()
        grid = QGridLayout(page)
        grid.setColumnStretch(0, 1)
        line = 0
        for section, section_title in sections().items():
            grid.addWidget(Label(section_title, "smallname", "ink2"), line, 0)
            for entry in (entry for entry in actions.entries.values() if entry.section == section):
                line += 1
                field = self.fields[entry.id] = QKeySequenceEdit()
                field.setMaximumSequenceLength(1)
                field.setClearButtonEnabled(True)
                field.setAccessibleName(entry.text)
                field.keySequenceChanged.connect(self._check)
                grid.addWidget(Label(entry.text.rstrip("…")), line, 0)
                grid.addWidget(field, line, 1)
            line += 1
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setAccessibleName(tr("按键"))
        self.message = Label("", "small", "bad", wrap=True)
        reset = button(tr("全部恢复原样"), "", "reset-keys")
        reset.clicked.connect(self.reset)
        layout = QVBoxLayout(self)
        layout.addWidget(area, 1)
        layout.addWidget(self.message)
        layout.addWidget(reset)
        self._show({action_id: actions.keys(action_id) for action_id in actions})
        self.setMinimumHeight(theme.px(170))

    def reset(self) -> None:
        """Put the keys of the table back."""
        self._show({entry.id: entry.keys for entry in self._actions.entries.values()})

    def remapped(self) -> dict[str, list[str]]:
        """Only the keys that differ from the table's. A second default key stays where the first was not touched."""
        return {entry.id: list(keys) for entry in self._actions.entries.values() if (keys := self._keys()[entry.id]) != entry.keys}

    def _show(self, keys: dict[str, tuple[str, ...]]) -> None:
        self._shown = keys
        for action_id, field in self.fields.items():
            field.setKeySequence(QKeySequence(keys[action_id][0] if keys[action_id] else ""))
        self._check()

    def _keys(self) -> dict[str, tuple[str, ...]]:
        result = {}
        for action_id, field in self.fields.items():
            key = field.keySequence().toString()
            before = self._shown[action_id]
            untouched = bool(before) and QKeySequence(before[0]).toString() == key
            result[action_id] = before if untouched else (key,) if key else ()
        return result

    def _check(self) -> None:
        double = clashes(self._keys())
        lines = [
            tr("{key}：{commands}").format(key=key, commands=tr("、").join(self._actions.entries[each].text.rstrip("…") for each in ids))
            for key, ids in double.items()
        ]
        self.message.setText("\n".join([tr("一个按键只能有一个用途。"), *lines]) if lines else "")
        self.valid.emit(not double)
