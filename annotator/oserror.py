"""What the operating system says when it refuses a file, in Chinese: the one place where error numbers become words."""

import errno
from collections.abc import Mapping
from typing import Final

# Some of these numbers do not exist on every system.
_WORDS: Final[Mapping[str, str]] = {
    "ENOENT": "没有这个文件或文件夹",
    "EEXIST": "同名的文件或文件夹已经存在",
    "EACCES": "没有权限",
    "EPERM": "系统不允许",
    "ENOTDIR": "路径里有一段不是文件夹",
    "EISDIR": "这是一个文件夹",
    "ENOTEMPTY": "文件夹不是空的",
    "ENOSPC": "磁盘已满",
    "EDQUOT": "超出了磁盘配额",
    "EFBIG": "文件太大",
    "EROFS": "磁盘是只读的",
    "EIO": "读写磁盘出错",
    "ENAMETOOLONG": "文件名太长",
    "EINVAL": "文件名或路径不合规则",
    "ELOOP": "链接绕成了圈",
    "EBUSY": "文件正被别的程序使用",
    "ETXTBSY": "文件正被别的程序使用",
    "EXDEV": "不能移到另一个磁盘",
    "ENXIO": "没有这个设备",
    "ENODEV": "没有这个设备",
    "EMFILE": "打开的文件太多",
    "ENFILE": "打开的文件太多",
    "ENOMEM": "内存不足",
    "ESTALE": "网络磁盘已断开",
    "ETIMEDOUT": "等候超时",
    "ECONNREFUSED": "对方拒绝连接",
    "ECONNRESET": "连接中断",
    "EHOSTUNREACH": "连不上对方的计算机",
    "ENETUNREACH": "网络不通",
}
_BY_NUMBER: Final = {number: words for name, words in _WORDS.items() if (number := getattr(errno, name, None)) is not None}
_SHARING: Final = (32, 33)  # Windows: another program has the file, which it calls a want of permission


def cause(error: OSError) -> str:
    """Why the system refused: a Chinese clause without a stop; the system's own words where the number is not a common one."""
    if getattr(error, "winerror", None) in _SHARING:
        return _WORDS["EBUSY"]
    known = _BY_NUMBER.get(error.errno) if error.errno is not None else None
    return known or (f"系统报错“{error.strerror}”" if error.strerror else str(error) or type(error).__name__)
