"""Sentences from below the window in its language: written in Chinese where they arise, in English in resources/i18n/sentences.en.toml."""

import re
import tomllib
from functools import cache, lru_cache
from typing import Final, NamedTuple

from annotator import paths
from annotator.gui.i18n import shown_language

_PLACE: Final = re.compile(r"\{(\w+)\}")


class Twin(NamedTuple):
    """A Chinese sentence as a pattern, and the English one with the same places to fill."""

    chinese: re.Pattern[str]
    english: str


def translated(sentence: str) -> str:
    """A sentence of a check or of the review in the language of the window; as it is where there is no English for it."""
    return sentence if shown_language() == "zh" else english(sentence)


@lru_cache(maxsize=4096)
def english(sentence: str) -> str:
    """The sentence in English, or as it is."""
    for twin in twins():
        if found := twin.chinese.fullmatch(sentence):
            places = found.groupdict()
            days = {name: _weekdays().get(words, words) for name, words in places.items() if name.startswith("day_")}
            reasons = {name: english(words) for name, words in places.items() if name == "reason"}
            return twin.english.format_map(places | days | reasons)
    return sentence


@cache
def twins() -> tuple[Twin, ...]:
    """All sentences, those with the most words of their own first. ValueError names one whose places differ."""
    entries = [entry for name, part in _table().items() if name != "weekdays" for entry in part.items()]
    for chinese, words in entries:
        if sorted(_PLACE.findall(chinese)) != sorted(_PLACE.findall(words)):
            raise ValueError(f"resources/i18n/sentences.en.toml: other places to fill: {chinese}")
    entries.sort(key=lambda entry: -len(_PLACE.sub("", entry[0])))
    return tuple(Twin(_pattern(chinese), words) for chinese, words in entries)


@cache
def _table() -> dict[str, dict[str, str]]:
    with paths.resource("i18n", "sentences.en.toml").open("rb") as file:
        return tomllib.load(file)


def _weekdays() -> dict[str, str]:
    return _table()["weekdays"]


def _pattern(chinese: str) -> re.Pattern[str]:
    pieces = _PLACE.split(chinese)  # words, name, words, name, …
    return re.compile("".join(re.escape(piece) if at % 2 == 0 else f"(?P<{piece}>.+?)" for at, piece in enumerate(pieces)), re.DOTALL)
