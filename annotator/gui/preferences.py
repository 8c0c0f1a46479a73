"""What one editor has set on this computer: one table, kept in a readable file beside the platform's other settings."""

from dataclasses import dataclass
from typing import Any, Final

import platformdirs
from PySide6.QtCore import QSettings

from annotator.gui.i18n import LANGUAGES, tr

APP: Final = "heshu-annotator"


@dataclass(frozen=True)
class Setting:
    """One setting: `kind` is text, choice (then `choices`: value -> label), switch, or a word with a page of its own.

    What belongs to the desk (`of_desk`) is kept in its database, for everybody who works there; the rest on this computer.
    """

    key: str
    label: str
    kind: str
    default: Any
    choices: dict[Any, str] | None = None
    note: str = ""
    of_desk: bool = False


def table() -> tuple[Setting, ...]:
    """Every setting, in the order of the dialog."""
    themes = {"system": tr("跟随系统"), "light": tr("浅色"), "dark": tr("深色")}
    zooms = {zoom: f"{zoom}%" for zoom in (80, 90, 100, 110, 125, 150, 175, 200)}
    return (
        Setting("name", tr("姓名"), "text", "", note=tr("写进每个决定和报告"), of_desk=True),
        Setting("language", tr("界面语言"), "choice", "system", {"system": tr("跟随系统"), **LANGUAGES}, tr("改后窗口重新打开")),
        Setting("theme", tr("外观"), "choice", "system", themes),
        Setting("zoom", tr("文字大小"), "choice", 100, zooms),
        Setting("hints", tr("显示提示项"), "switch", default=False, note=tr("用语、格式一类的提示")),
        Setting("minor", tr("走读时停在次要项"), "switch", default=False),
        Setting("by_risk", tr("F8 按风险"), "switch", default=True, note=tr("关上则按文中次序")),
        Setting("folder", tr("报告存到"), "text", "", note=tr("空着则用文档文件夹")),
        Setting("checks", tr("检查"), "checks", (), of_desk=True),
        Setting("keys", tr("按键"), "keys", {}),
        Setting("database", tr("核查库"), "database", ""),
        Setting("backups", tr("备份"), "backups", (), of_desk=True),
    )


class Preferences:
    """The values of the table, read and written at once."""

    def __init__(self) -> None:
        self._defaults = {setting.key: setting.default for setting in table() if not setting.of_desk}
        path = platformdirs.user_config_path(APP) / "settings.ini"
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 - each setting has a type of its own
        """A value; a value that somebody has spoilt by hand counts as the default."""
        default = self._defaults[key]
        value: Any = self._store.value(key, default)
        if isinstance(default, bool):
            return str(value).lower() == "true"
        if isinstance(default, int):
            return int(value) if str(value).isdigit() else default
        if isinstance(default, dict):
            return {str(name): _words(keys) for name, keys in value.items()} if isinstance(value, dict) else {}
        return str(value)

    def __setitem__(self, key: str, value: object) -> None:
        if key not in self._defaults:
            raise KeyError(key)
        self._store.setValue(key, value)

    @property
    def recent(self) -> list[str]:
        """The paths of the files that were opened last, the latest first."""
        return _words(self._store.value("recent"))

    @recent.setter
    def recent(self, paths: list[str]) -> None:
        self._store.setValue("recent", paths)

    @property
    def formats(self) -> list[str]:
        """The formats that were exported last."""
        return _words(self._store.value("formats"))

    @formats.setter
    def formats(self, names: list[str]) -> None:
        self._store.setValue("formats", names)

    def geometry(self, name: str) -> Any:  # noqa: ANN401
        """The size and place of a window or splitter as Qt packs it, or None."""
        return self._store.value(f"geometry/{name}")

    def save_geometry(self, name: str, value: object) -> None:
        """Keep the size and place of a window or splitter."""
        self._store.setValue(f"geometry/{name}", value)


def _words(value: object) -> list[str]:
    return [str(word) for word in value] if isinstance(value, list | tuple) else [str(value)] if value else []
