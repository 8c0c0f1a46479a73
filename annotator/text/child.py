"""The process that reads a foreign document: bytes in on standard input, one JSON answer out on standard output."""

import json
import os
import sys
import traceback
from collections.abc import Callable

from annotator.text.errors import PasswordWanted, ReadError
from annotator.text.imported import Format
from annotator.text.limits import restrict
from annotator.text.parsed import Parsed, to_json

_CRASHED = (
    "程序没能读懂这个文件，不一定是文件的错：请用原来的程序另存一份再试，或复制正文后粘贴。",
    "The program could not make sense of this file, which need not be at fault. Save a copy and try that, or paste the article.",
)
_TOO_LARGE = (
    "读这个文件需要的内存超过上限，它可能是恶意构造的；若来源可靠，请另存为文本再打开。",
    "Reading the file takes more memory than is allowed; it may be built to do harm. If you trust it, save it as text and open that.",
)

_FRAMES = 12

Parser = Callable[[bytes, str, str | None], Parsed]


def parser_of(kind: Format) -> Parser:
    """The reader of a format: bytes, name and password (None: not asked yet) to Parsed; ReadError, PasswordWanted."""
    match kind:  # static imports: a packer follows them
        case Format.DOCX:
            from annotator.text.docx import parse as parse_docx

            return parse_docx
        case Format.HTML:
            from annotator.text.html import parse as parse_html

            return parse_html
        case Format.PDF:
            from annotator.text.pdf import parse as parse_pdf

            return parse_pdf
        case Format.RTF | Format.TEXT:
            from annotator.text.rtf import parse as parse_rtf

            return parse_rtf


def answer(parse: Parser, data: bytes, name: str, password: str | None) -> bytes:
    """The JSON answer to one document, whatever is in it."""
    try:
        return to_json(parse(data, name, password))
    except PasswordWanted as error:
        return json.dumps({"password": error.wrong}).encode()
    except ReadError as error:
        return json.dumps({"error": str(error), "english": error.english}).encode()
    except MemoryError:
        return json.dumps({"error": _TOO_LARGE[0], "english": _TOO_LARGE[1]}).encode()
    except Exception as error:  # noqa: BLE001 - a foreign document may break a parser in any way; the editor gets a sentence
        return json.dumps({"error": _CRASHED[0], "english": _CRASHED[1], "detail": _whereabouts(error)}).encode()


def _whereabouts(error: Exception) -> str:
    """The class of an exception and the last places it came through; no words of it, which may quote the document."""
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    return "\n".join((type(error).__name__, *(f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames)))


def main() -> None:
    """Read one document and answer. Nothing else reaches standard output."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    header = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read(header["size"])
    parse = parser_of(Format(header["format"]))
    restrict()
    out.write(answer(parse, data, header["name"], header["password"]))
    out.flush()
    os._exit(0)  # nothing of the document is left to run
