"""`annotator [FILE …]`: the window. Nothing here but the last lines needs Qt."""

import ctypes
import os
import re
import sys
from argparse import ArgumentParser, Namespace

from annotator.cli.console import Stop


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="要打开的稿件，不给则打开稿件库 / articles to open; none opens the library"
    )


def run(options: Namespace) -> int:
    """Open the window and stay until it closes."""
    _must_have_a_screen()
    try:
        from annotator.gui.app import main
    except ImportError as error:
        if sentence := _missing(error):
            raise Stop(sentence) from error
        raise
    return main(options.files, options.database)


def _must_have_a_screen() -> None:
    """Qt aborts the process where it finds no screen or not the library to speak to it; say so before."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if os.environ.get("WAYLAND_DISPLAY"):
        return
    if not os.environ.get("DISPLAY") or not _x_answers():
        raise Stop(
            "没有可用的屏幕，窗口打不开。在终端里可以用：annotator check 稿件.txt / No screen; `annotator check FILE` works without one."
        )


def _x_answers() -> bool:
    """Is there an X server behind DISPLAY that takes us?"""
    try:
        ctypes.CDLL("libxcb-cursor.so.0")  # what Qt's plug-in needs and few systems have from the start
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        raise Stop(_LIBRARY.format(error)) from error
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


_LIBRARY = "缺少窗口所需的系统库（{}），请在项目文件夹里运行 make setup。 / A system library of Qt is missing."


def _missing(error: ImportError) -> str:
    """The sentence for an import that failed for want of Qt or of a system library; "" when the fault is our own."""
    if (error.name or "").partition(".")[0] in {"PySide6", "shiboken6"} and isinstance(error, ModuleNotFoundError):
        return "没有安装窗口所需的 PySide6，请在项目文件夹里运行 make setup。 / PySide6 is not installed."
    return _LIBRARY.format(error) if re.search(r"\.so\b|\.dylib\b|DLL", str(error)) else ""
