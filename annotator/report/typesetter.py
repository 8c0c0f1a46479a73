"""The child process that typesets: a task as JSON comes in, the finished document goes out. It imports nothing of this program."""

import json
import sys
from datetime import datetime

import typst


def main() -> int:
    """One document. 1 and the fault as text where typst finds the source at fault."""
    task = json.load(sys.stdin)
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[task["fonts"]])
    compiler = typst.Compiler(b"", root=task["root"], font_paths=fonts)
    at = datetime.fromisoformat(task["at"])
    try:
        made = compiler.compile(task["source"].encode(), format=task["form"], sys_inputs=task["inputs"], timestamp=at, ppi=task["ppi"])
    except typst.TypstError as error:
        sys.stderr.write(str(error))
        return 1
    page = made[0] if isinstance(made, list) else made  # of pictures the first
    assert page is not None  # only where it is written into a file
    sys.stdout.buffer.write(page)
    return 0


if __name__ == "__main__":
    sys.exit(main())
