"""Bytes or a file become an Article: encodings, paragraphs, copies, Word, web pages, PDF, rich text."""

from annotator.text.articles import article
from annotator.text.encoding import ENCODINGS
from annotator.text.errors import Cancelled, PasswordWanted, ReadError
from annotator.text.imported import Anchor, Change, Format, Imported, Join
from annotator.text.joins import joined, joins
from annotator.text.loading import convert, decode, load, load_all, paste, read
from annotator.text.plain import Preview, previews

__all__ = [
    "ENCODINGS",
    "Anchor",
    "Cancelled",
    "Change",
    "Format",
    "Imported",
    "Join",
    "PasswordWanted",
    "Preview",
    "ReadError",
    "article",
    "convert",
    "decode",
    "joined",
    "joins",
    "load",
    "load_all",
    "paste",
    "previews",
    "read",
]
