"""The one table of actions: menus, tool row, tooltips, key help and remapping are all built from it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from annotator.gui.i18n import tr

ARTICLE: Final = "article"  # the key counts while the article has the focus, and nowhere else
WINDOW: Final = "window"


@dataclass(frozen=True)
class Entry:
    """One action. `keys` are its portable default keys; `menu` and `section` say where it stands; `choice` is its group of ticks."""

    id: str
    text: str
    menu: str
    section: str
    keys: tuple[str, ...] = ()
    scope: str = WINDOW
    hint: str = ""
    ticks: bool = False
    choice: str = ""


def menus() -> dict[str, str]:
    """The menus in order: id -> title."""
    return {"file": tr("文件"), "edit": tr("编辑"), "check": tr("核查"), "view": tr("视图"), "help": tr("帮助")}


def sections() -> dict[str, str]:
    """The sections of the key help in order: id -> title."""
    return {"walk": tr("走读"), "decide": tr("决定"), "write": tr("填写"), "global": tr("全局")}


def table() -> tuple[Entry, ...]:
    """Every action, in the order of the menus, in the language of the window."""
    return (*_file(), *_edit(), *_walk(), *_decide(), *_write(), *_view(), *_help())


def _file() -> tuple[Entry, ...]:
    return (
        Entry("open", tr("打开稿件…"), "file", "global", ("Ctrl+O",)),
        Entry("paste", tr("粘贴为新稿件"), "file", "global", ("Ctrl+Shift+V",), hint=tr("把剪贴板里的文字作为一篇稿件打开")),
        Entry("library", tr("稿件库…"), "file", "global", ("Ctrl+Shift+O",), hint=tr("全部稿件：进度、上次打开、搜索")),
        Entry("sample", tr("看样稿"), "file", "global"),
        Entry("masthead", tr("稿件信息…"), "file", "global", ("Ctrl+I",), hint=tr("题目、作者、来源、发表日期、文字编码")),
        Entry("import-notes", tr("导入说明…"), "file", "global", hint=tr("读入原稿时改动、略去或不能确定之处；修订和批注")),
        Entry("encoding", tr("换编码重读…"), "file", "global"),
        Entry("carry-on", tr("接上断开的段…"), "file", "global", hint=tr("版面切断的句子合起来读")),
        Entry("export", tr("导出报告…"), "file", "global", ("Ctrl+E",)),
        Entry("backup", tr("存一个存档点"), "file", "global", ("Ctrl+S",), hint=tr("决定总是立即保存；存档点是核查库的一份备份")),
        Entry("reviewer", tr("姓名和审次…"), "file", "global", hint=tr("决定记在谁名下；初审、复审还是终审")),
        Entry("settings", tr("设置…"), "file", "global", ("Ctrl+,",)),
        Entry("quit", tr("退出"), "file", "global", ("Ctrl+Q",)),
    )


def _edit() -> tuple[Entry, ...]:
    return (
        Entry("undo", tr("撤销"), "edit", "global", ("Ctrl+Z",), hint=tr("重启后仍可撤销")),
        Entry("redo", tr("重做"), "edit", "global", ("Ctrl+Shift+Z", "Ctrl+Y")),
        Entry("find", tr("查找"), "edit", "global", ("Ctrl+F",)),
        Entry("find-next", tr("查找下一个"), "edit", "global", ("F3",)),
        Entry("find-previous", tr("查找上一个"), "edit", "global", ("Shift+F3",)),
        Entry("filter", tr("筛选"), "edit", "global", ("Ctrl+L",), hint=tr("按状态、种类、规则、单位、段号筛选")),
        Entry("paragraph", tr("跳到某段…"), "edit", "walk", ("Ctrl+G",)),
    )


def _walk() -> tuple[Entry, ...]:
    return (
        Entry("claim-next", tr("下一项"), "check", "walk", ("Down",), ARTICLE),
        Entry("claim-previous", tr("上一项"), "check", "walk", ("Up",), ARTICLE),
        Entry("paragraph-next", tr("下一段"), "check", "walk", ("Ctrl+Down",), ARTICLE),
        Entry("paragraph-previous", tr("上一段"), "check", "walk", ("Ctrl+Up",), ARTICLE),
        Entry("open-next", tr("下一处未决，按风险"), "check", "walk", ("F8",)),
        Entry("open-previous", tr("上一处未决，按风险"), "check", "walk", ("Shift+F8",)),
        Entry("back", tr("回到选中的项"), "check", "walk", ("Alt+Left",), hint=tr("看过算式的另一处之后，回到原处")),
    )


def _decide() -> tuple[Entry, ...]:
    return (
        Entry("confirm", tr("确认"), "check", "decide", ("1",), ARTICLE, tr("与事实或依据相符")),
        Entry("correct", tr("更正"), "check", "decide", ("2",), ARTICLE, tr("写出应有文字")),
        Entry("flag", tr("存疑", "verb"), "check", "decide", ("3",), ARTICLE, tr("请作者或来源答复")),
        Entry("dismiss", tr("不是数据"), "check", "decide", ("4",), ARTICLE, tr("成语、代号、套话")),
        Entry("answer", tr("此处忽略"), "check", "decide", ("5",), ARTICLE, tr("不作决定，只为未回应的发现写一句理由")),
        Entry("pending", tr("退回待核"), "check", "decide", ("0",), ARTICLE),
        Entry("enter", tr("相符则确认；段末读毕"), "check", "decide", ("Return", "Enter"), ARTICLE, tr("有相符、无未回应的发现，才确认")),
        Entry("confirm-here", tr("只确认这一处"), "check", "decide", ("Alt+1",), ARTICLE, tr("从重复中拆出")),
        Entry("correct-here", tr("只更正这一处"), "check", "decide", ("Alt+2",), ARTICLE, tr("从重复中拆出")),
        Entry("flag-here", tr("只对这一处存疑"), "check", "decide", ("Alt+3",), ARTICLE, tr("从重复中拆出")),
        Entry("dismiss-here", tr("只有这一处不是数据"), "check", "decide", ("Alt+4",), ARTICLE, tr("从重复中拆出")),
        Entry("confirm-all", tr("确认本段全部相符的项…"), "check", "decide", ("Ctrl+Shift+Return",), hint=tr("先列出算式，一步可撤销")),
    )


def _write() -> tuple[Entry, ...]:
    return (
        Entry("evidence", tr("添加证据"), "check", "write", ("Ctrl+K",)),
        Entry("note", tr("备注"), "check", "write", ("Ctrl+Alt+M",)),
        Entry("reading", tr("改软件的理解"), "check", "write", ("F2",)),
        Entry("insert", tr("把选中文字标为数据"), "check", "write", ("Insert",), ARTICLE),
        Entry("adjust", tr("移动标记的两端"), "check", "write", ("Ctrl+Shift+M",), hint=tr("Shift+← → 移动一端，Tab 换一端")),
        Entry("split", tr("拆出这一处"), "check", "write", ("Ctrl+Alt+X",), hint=tr("让这一处有自己的决定")),
        Entry("join", tr("并回重复"), "check", "write", ("Ctrl+Alt+J",)),
    )


def _view() -> tuple[Entry, ...]:
    return (
        Entry("view-article", tr("文章"), "view", "global", ("Ctrl+1",), ticks=True, choice="view"),
        Entry("view-findings", tr("发现"), "view", "global", ("Ctrl+2",), ticks=True, choice="view"),
        Entry("order-risk", tr("按风险排序"), "view", "global", hint=tr("关上则按文中次序"), ticks=True),
        Entry("hints", tr("显示提示项"), "view", "global", hint=tr("用语、格式一类的提示"), ticks=True),
        Entry("minor", tr("走读时停在次要项"), "view", "walk", ticks=True),
        Entry("coverage", tr("未说明的数字…"), "view", "walk", hint=tr("既不在数据里、也说不出理由的数字")),
        Entry("drawer", tr("展开或收起卡片"), "view", "walk", ("Space",), ARTICLE),
        Entry("pane-next", tr("下一窗格"), "view", "global", ("F6",)),
        Entry("pane-previous", tr("上一窗格"), "view", "global", ("Shift+F6",)),
        Entry("zoom-in", tr("放大"), "view", "global", ("Ctrl++", "Ctrl+=")),
        Entry("zoom-out", tr("缩小"), "view", "global", ("Ctrl+-",)),
        Entry("zoom-reset", tr("原大"), "view", "global", ("Ctrl+0",)),
        Entry("theme-system", tr("跟随系统"), "view", "global", ticks=True, choice="theme"),
        Entry("theme-light", tr("浅色"), "view", "global", ticks=True, choice="theme"),
        Entry("theme-dark", tr("深色"), "view", "global", ticks=True, choice="theme"),
    )


def _help() -> tuple[Entry, ...]:
    return (
        Entry("keys", tr("按键"), "help", "global", ("F1", "Ctrl+/")),
        Entry("checks", tr("核对规则说明"), "help", "global"),
        Entry("about", tr("关于核数"), "help", "global"),
    )


_SIGNS: Final = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "Return": "Enter"}


def native(keys: tuple[str, ...]) -> str:
    """The first key as the platform writes it, or ""."""
    return key_name(keys[0]) if keys else ""


def key_name(key: str) -> str:
    """A portable key as people read it: Ctrl+↓, Enter."""
    parts = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText).split("+")
    return "+".join(_SIGNS.get(part, part) for part in parts)


class Actions(QObject):
    """The QAction of every entry, by id. Keys differ from the table's where `remapped` says so."""

    def __init__(self, parent: QObject, remapped: Mapping[str, list[str]] | None = None) -> None:
        super().__init__(parent)
        self.entries = {entry.id: entry for entry in table()}
        self._actions: dict[str, QAction] = {}
        groups: dict[str, QActionGroup] = {}
        for entry in self.entries.values():
            action = QAction(entry.text, self)
            action.setObjectName(entry.id)
            action.setAutoRepeat(entry.section == "walk" or entry.id.startswith("zoom"))
            action.setCheckable(entry.ticks)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut if entry.scope == ARTICLE else Qt.ShortcutContext.WindowShortcut)
            if entry.choice:
                group = groups.setdefault(entry.choice, QActionGroup(self))
                group.addAction(action)
            self._actions[entry.id] = action
        self.remap(remapped or {})

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._actions)

    def keys(self, action_id: str) -> tuple[str, ...]:
        """The keys in force, portable."""
        return self._keys[action_id]

    def remap(self, remapped: Mapping[str, list[str]]) -> None:
        """Put other keys in force; entries that are not named keep the keys of the table."""
        self._keys = {entry.id: tuple(remapped.get(entry.id, entry.keys)) for entry in self.entries.values()}
        for entry in self.entries.values():
            action, keys = self._actions[entry.id], self._keys[entry.id]
            action.setShortcuts([QKeySequence(key) for key in keys])
            words = entry.text.rstrip("…")
            if keys:
                words += tr("（{key}）").format(key=native(keys))
            action.setToolTip(tr("{name}：{hint}").format(name=words, hint=entry.hint) if entry.hint else words)
            action.setStatusTip(entry.hint)

    def bind(self, commands: Mapping[str, Callable[[], object]]) -> None:
        """Connect every action to what it does. KeyError names an action without a command, or a command without an action."""
        if wrong := set(commands) ^ set(self._actions):
            raise KeyError(", ".join(sorted(wrong)))
        for action_id, command in commands.items():
            self._actions[action_id].triggered.connect(lambda _checked=False, command=command: command())

    def attach(self, window: QWidget, article: QWidget) -> None:
        """Give each key its home: the window, or the article alone."""
        for entry in self.entries.values():
            (article if entry.scope == ARTICLE else window).addAction(self._actions[entry.id])


def clashes(keys: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Keys that more than one action wants: key -> the ids."""
    users: dict[str, list[str]] = {}
    for action_id, wanted in keys.items():
        for key in wanted:
            users.setdefault(QKeySequence(key).toString(), []).append(action_id)
    return {key: tuple(ids) for key, ids in users.items() if len(ids) > 1}
