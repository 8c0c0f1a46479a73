"""Why a desk could not be opened or written, each as one sentence with what to do."""
# ruff: noqa: N818 - the names say what is the case, as in `except Locked`

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.oserror import cause
from annotator.review.errors import NotSaved, Refused

if TYPE_CHECKING:
    from annotator.store.lock import Holder


class DeskError(Refused):
    """A desk that could not be opened, copied or restored. `str` is the sentence to show."""


class NotADesk(DeskError):
    """The file is none of ours; it was not touched."""


class Newer(DeskError):
    """The file was written by a newer version; it was not touched."""

    def __init__(self, path: object, theirs: int, ours: int) -> None:
        super().__init__(f"“{path}”由更新的版本建立（格式 {theirs}，本版本认得 {ours}），没有改动它。请更新核数再打开。")
        self.theirs, self.ours = theirs, ours


class Locked(DeskError):
    """Another window is writing; it can be opened for reading."""

    def __init__(self, path: object, holder: "Holder | None") -> None:
        who = f"{holder.user} 于 {holder.since_here} 在 {holder.host} 打开（进程 {holder.pid}）" if holder else "打开者不明"
        super().__init__(f"核查库“{path}”正由另一个窗口使用：{who}。要写入，请先关掉那个窗口。")
        self.holder = holder


class Damaged(DeskError):
    """The file does not hold what was written to it. `backups`: verified copies, newest first; `details`: what was found."""

    def __init__(self, path: object, details: tuple[str, ...], backups: tuple[Path, ...]) -> None:
        offer = f"最近的备份是 {backups[0].name}，可用 annotator db restore 恢复。" if backups else "没有找到备份，请保留此文件并求助。"
        super().__init__(f"核查库“{path}”已损坏：{details[0]}。没有改动它。{offer}")
        self.where, self.details, self.backups = str(path), details, backups


class PasswordWanted(DeskError):
    """The server wants a password that neither libpq nor the keyring knows, or (`wrong`) another than the one given."""

    def __init__(self, sentence: str, where: str, *, wrong: bool) -> None:
        super().__init__(sentence)
        self.where, self.wrong = where, wrong


class Moved(NotSaved):
    """The file was deleted or replaced while open. Nothing is written any more; `Desk.save_as` writes all there is elsewhere."""


class Full(NotSaved):
    """No room on the disk."""


_FULL = {"SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE", "SQLITE_IOERR_TRUNCATE"}
_SENTENCES: Mapping[str, str] = {
    "SQLITE_BUSY": "核查库正忙，另一个程序占着它",
    "SQLITE_LOCKED": "核查库正忙，另一个程序占着它",
    "SQLITE_READONLY": "核查库或所在文件夹没有写入权限",
    "SQLITE_CANTOPEN": "核查库所在的文件夹打不开",
    "SQLITE_PERM": "核查库或所在文件夹没有写入权限",
    "SQLITE_IOERR": "读写磁盘出错",
    "SQLITE_CORRUPT": "核查库已损坏，请停止使用并运行 annotator db check",
    "SQLITE_NOTADB": "核查库已损坏，请停止使用并运行 annotator db check",
    "SQLITE_NOMEM": "内存不足",
}


def trouble(error: BaseException) -> str:
    """What went wrong below, without parameters, article text or passwords: a clause for a sentence."""
    orig = getattr(error, "orig", None) or error
    name = str(getattr(orig, "sqlite_errorname", "") or "")
    if name in _FULL:
        return "磁盘已满"
    for code, sentence in _SENTENCES.items():
        if name.startswith(code):
            return sentence
    if isinstance(orig, OSError):
        return cause(orig)
    return f"数据库没有应答（{name or type(orig).__name__}）"


def is_full(error: BaseException) -> bool:
    """Did the disk have no room?"""
    return str(getattr(getattr(error, "orig", None) or error, "sqlite_errorname", "")) in _FULL


def is_damage(error: BaseException) -> bool:
    """Is the file itself bad, and not the disk or the permissions? Text that is no UTF-8 comes without a code."""
    orig = getattr(error, "orig", None) or error
    name = str(getattr(orig, "sqlite_errorname", "") or "")
    bad = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_ERROR", "SQLITE_MISMATCH", "SQLITE_TOOBIG")
    return type(orig).__module__ == "sqlite3" and (not name or name.startswith(bad))


def not_saved(error: BaseException, where: object, needed: int) -> NotSaved:
    """The refusal for a write that failed; `needed`: bytes to free."""
    if is_full(error):
        room = -(-needed // 1_000_000)
        return Full(f"还没有保存：磁盘已满（{where}）。请至少再空出 {room} MB，然后按“重试”；刚才的决定还在屏幕上。")
    return NotSaved(f"还没有保存：{trouble(error)}（{where}）。请排除后按“重试”，或另存到别处；刚才的决定还在屏幕上。")
