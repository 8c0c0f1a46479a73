"""Does a file lie on a network share? SQLite's write-ahead log needs memory that all openers share."""

import sys
from pathlib import Path

_SHARES = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "9p", "fuse.sshfs", "fuse.rclone", "davfs", "fuse.davfs"})


def on_share(path: Path, mounts: Path = Path("/proc/self/mounts")) -> bool:
    """By the type of the file system; False where the system does not say."""
    if sys.platform == "win32":
        import ctypes

        drive = path.anchor
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive) == 4  # DRIVE_REMOTE
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return False
    entries = [line.split(" ") for line in lines]
    found = [(entry[1].encode().decode("unicode_escape"), entry[2]) for entry in entries if len(entry) > 2]
    holding = [(len(point), kind) for point, kind in found if path.is_relative_to(point)]
    return max(holding, default=(0, ""))[1] in _SHARES
