"""Reads and checks resources/lexicon/ and hands out frozen tables: what is known about numbers, units, hedges and fixed words."""

import hashlib
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from annotator.model import Hedge, Kind
from annotator.oserror import cause
from annotator.paths import names_lexicon, own_lexicon, resource


class LexiconError(ValueError):
    """A lexicon file that cannot be used; its str is one sentence that names the file and the entry."""


class Unit(NamedTuple):
    """A unit or measure word. `factor` is how many base units of its dimension one is, None where there is no scale."""

    name: str
    kind: Kind
    dimension: str = ""
    factor: Fraction | None = None
    after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    noun: bool = False
    within: bool = False  # has this name only beside another unit of its dimension
    only: frozenset[str] = frozenset()  # where given, one of these characters must follow
    though: tuple[str, ...] = ()  # words that may follow it all the same
    tenths: bool = False  # a digit behind it goes on with the number: 1米75


class FixedWord(NamedTuple):
    """A word that holds numerals and states no number."""

    text: str
    reason: str


class Example(NamedTuple):
    """A sentence that shows an entry; [brackets] mark the claim."""

    file: str
    entry: str
    sentence: str


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Everything the extractor knows that is not grammar."""

    units: Mapping[str, Unit]
    within: Mapping[str, tuple[Unit, ...]]
    before: Mapping[str, Hedge]
    outside: Mapping[str, Hedge]
    after: Mapping[str, Hedge | None]
    inner: Mapping[str, Hedge]
    not_after: Mapping[str, frozenset[str]]
    unless: Mapping[str, tuple[str, ...]]
    not_before: Mapping[str, frozenset[str]]
    near: frozenset[str]
    stops: frozenset[str]
    fixed: Mapping[str, FixedWord]
    examples: tuple[Example, ...]
    own: str = ""  # the first digits of the SHA-256 of the desk's own file; "" without one
    unit_lengths: Mapping[str, tuple[int, ...]] = field(init=False)
    hedge_tails: frozenset[str] = field(init=False)  # last characters of the hedges before a number
    after_lengths: tuple[int, ...] = field(init=False)  # of the hedges behind a number, longest first
    hedge_heads: frozenset[str] = field(init=False)  # first characters of the hedges behind it
    fixed_places: Mapping[str, tuple[tuple[int, str, str], ...]] = field(init=False)
    fixed_pairs: frozenset[str] = field(init=False)  # a numeral in a fixed word with the character behind it, or "<" and the one before

    def __post_init__(self) -> None:
        object.__setattr__(self, "unit_lengths", _lengths(self.units))
        object.__setattr__(self, "hedge_tails", frozenset(word[-1] for word in (*self.before, *self.outside)))
        object.__setattr__(self, "after_lengths", tuple(sorted({len(word) for word in self.after}, reverse=True)))
        object.__setattr__(self, "hedge_heads", frozenset(word[0] for word in self.after))
        object.__setattr__(self, "fixed_places", _places(self.fixed))
        object.__setattr__(self, "fixed_pairs", frozenset(key if key[0] == "<" else key[:2] for key in self.fixed_places))

    def unit_at(self, text: str, at: int) -> Unit | None:
        """The longest unit whose name begins at a code point of a plain text; not one that its guards exclude."""
        head = text[at : at + 1]
        for length in self.unit_lengths.get(head, ()):
            unit = self.units.get(text[at : at + length])
            if unit is not None and len(unit.name) == length and _allowed(unit, text, at + length):
                return unit
        return None

    def fixed_at(self, text: str, at: int) -> tuple[int, int, str] | None:
        """The longest fixed word that holds the numeral at a code point: start, end, reason."""
        pair, ending = text[at : at + 2], "<" + text[at - 1 : at + 1] if at else ""
        if pair not in self.fixed_pairs and ending not in self.fixed_pairs:
            return None
        get = self.fixed_places.get
        longer, short, ended = get(text[at : at + 3]), get(pair), get(ending)
        best, length = None, 0
        for words in (longer or (), short or (), ended or ()):
            for before, word, reason in words:
                if len(word) <= length:
                    break
                if before <= at and text.startswith(word, at - before):
                    length = len(word)
                    best = (at - before, at - before + length, reason)
                    break
        return best


def _allowed(unit: Unit, text: str, end: int) -> bool:
    following = text[end : end + 1]
    if following in unit.not_before and not text.startswith(unit.though, end):
        return False
    if unit.only and following not in unit.only and text[end - len(unit.name) - 1 : end - len(unit.name)] not in ("多", "来", "余", "几"):
        return False
    latin = unit.name[-1].isascii() and unit.name[-1].isalpha()
    return not (latin and following.isascii() and following.isalnum())


def _lengths(words: Mapping[str, object]) -> Mapping[str, tuple[int, ...]]:
    """First character to the lengths of the words that begin with it, longest first."""
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[0], set()).add(len(word))
    return {head: tuple(sorted(lengths, reverse=True)) for head, lengths in found.items()}


def _places(words: Mapping[str, FixedWord]) -> Mapping[str, tuple[tuple[int, str, str], ...]]:
    """Keys to (place of the numeral in the word; the word; its reason), longest first.

    A key is the numeral with the two characters behind it, with the last one where the word ends there, or "<" and the last two where the
    numeral ends the word: one character alone is in hundreds of words, and most places in a text would cost hundreds of looks.
    """
    tables = table("numerals.toml")
    numerals = frozenset("".join(("0123456789半翻双几数", *tables["digits"], *tables["scales"], *tables["merged"])))
    found: dict[str, set[tuple[int, str, str]]] = {}
    for word, (_, reason) in words.items():
        for place, character in enumerate(word):
            if character in numerals:
                last = place == len(word) - 1
                found.setdefault("<" + word[-2:] if last else word[place : place + 3], set()).add((place, word, reason))
    return {pair: tuple(sorted(places, key=lambda one: (-len(one[1]), one))) for pair, places in found.items()}


# --- reading ---------------------------------------------------------------------------------------------------------


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise LexiconError(f"无法读取词表 {path.name}：{cause(error)}。请检查文件和权限。") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"词表 {path.name} 不是有效的 TOML（UTF-8）：{error}。请改正后再打开。") from error


_OWN_TABLES = {"unit": list, "group": list, "words": dict, "nouns": dict, "guards": dict, "only": dict}


@dataclass
class _Draft:
    """The tables while the files are read. With `faults`, an entry that is wrong is told there and left out."""

    units: dict[str, Unit] = field(default_factory=dict)
    within: dict[str, tuple[Unit, ...]] = field(default_factory=dict)
    fixed: dict[str, FixedWord] = field(default_factory=dict)
    examples: list[Example] = field(default_factory=list)
    stops: set[str] = field(default_factory=set)
    faults: list[str] | None = None

    def read_own(self, path: Path) -> None:
        """Units, measure words, nouns and fixed words of a desk's own file; what is wrong in it goes into `faults`."""
        name, self.faults = path.name, []
        try:
            data = _load(path)
        except LexiconError as error:
            self.faults.append(str(error))
            return
        for key, value in list(data.items()):
            if key not in _OWN_TABLES or not isinstance(value, _OWN_TABLES[key]):
                self.faults.append(str(_wrong(name, key, f"这里只能写 {'、'.join(_OWN_TABLES)} 这几张表")))
                del data[key]
        for key in ("guards", "only"):
            for word, marks in list(data.get(key, {}).items()):
                if not isinstance(marks, str):
                    self.faults.append(str(_wrong(name, word, f"{key} 须是一串文字")))
                    del data[key][word]
        self.read_units(name, data)
        self.read_measure_words(name, data)
        self.read_fixed(name, data)

    def _entry(self, read: Callable[..., None], *entry: object) -> None:
        try:
            read(*entry)
        except LexiconError as error:
            if self.faults is None:
                raise
            self.faults.append(str(error))

    def read_units(self, name: str, data: dict[str, Any]) -> None:
        for place, entry in enumerate(data.get("unit", ()), 1):
            self._entry(self._unit, name, place, entry)

    def _unit(self, name: str, place: int, entry: Any) -> None:  # noqa: ANN401 - whatever the file holds
        label = f"第 {place} 个单位"
        if not isinstance(entry, dict) or not isinstance(names := entry.get("names"), list) or not names:
            raise _wrong(name, label, "缺少 names（名称列表）")
        label = str(names[0])
        try:
            kind = Kind(entry["kind"])
            factor = Fraction(entry["factor"]) if "factor" in entry else None
        except (KeyError, ValueError, ZeroDivisionError, TypeError) as error:
            raise _wrong(name, label, f"kind 或 factor 不对：{error}") from error
        after, not_before, within = entry.get("after", []), entry.get("not_before", ""), entry.get("within", [])
        though = entry.get("though", [])
        if not all(map(_are_words, (after, within, though))) or not isinstance(not_before, str):
            raise _wrong(name, label, "after、within 和 though 须是文字列表，not_before 须是一串文字")
        names = [_word(name, label, word) for word in names]
        self._example(name, label, entry.get("example"))
        dimension = str(entry.get("dimension", ""))
        guards = (frozenset(after), frozenset(not_before))
        for word in names:
            self.units[word] = Unit(word, kind, dimension, factor, *guards, though=tuple(though), tenths=entry.get("tenths") is True)
        for word in within:
            beside = Unit(_word(name, label, word), kind, dimension, factor, within=True)
            self.within[word] = (*self.within.get(word, ()), beside)

    def read_measure_words(self, name: str, data: dict[str, Any]) -> None:
        guards, only = data.get("guards", {}), data.get("only", {})
        for table, noun in (("words", False), ("nouns", True)):
            for word, example in data.get(table, {}).items():
                self._entry(self._measure_word, name, word, example, guards.get(word, ""), only.get(word, ""), noun)
        self.stops |= set("".join(data.get("frames", {}).get("stops", ())))

    def _measure_word(self, name: str, word: str, example: object, not_before: str, only: str, noun: bool) -> None:
        made = Unit(
            _word(name, word, word), Kind.COUNT, word, Fraction(1), frozenset(), frozenset(not_before), noun=noun, only=frozenset(only)
        )
        self._example(name, word, example)
        self.units.setdefault(word, made)

    def read_fixed(self, name: str, data: dict[str, Any]) -> None:
        for place, entry in enumerate(data.get("group", ()), 1):
            self._entry(self._group, name, place, entry)

    def _group(self, name: str, place: int, entry: Any) -> None:  # noqa: ANN401 - whatever the file holds
        label = f"第 {place} 组"
        if not isinstance(entry, dict) or not isinstance(entry.get("reason"), str) or not isinstance(entry.get("words"), str):
            raise _wrong(name, label, "需要 reason 和 words 两项文字")
        self._example(name, label, entry.get("example"))
        for word in entry["words"].split():
            self.fixed[word] = FixedWord(word, entry["reason"])

    def _example(self, name: str, label: str, sentence: object) -> None:
        if not isinstance(sentence, str) or not sentence:
            raise _wrong(name, label, "缺少 example（例句）")
        self.examples.append(Example(name, label, sentence))


def _are_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _wrong(name: str, label: str, what: str) -> LexiconError:
    return LexiconError(f"词表 {name} 的“{label}”：{what}。请改正后再打开。")


def _word(name: str, label: str, word: object) -> str:
    if not isinstance(word, str) or not word.strip() or word != word.strip():
        raise _wrong(name, label, "名称须是不带首尾空格的文字")
    return word


def _hedges(name: str, data: dict[str, Any], table: str) -> dict[str, Hedge]:
    try:
        return {word: Hedge(value) for word, value in data.get(table, {}).items() if value}
    except ValueError as error:
        raise _wrong(name, table, f"只能写 about、over、under（{error}）") from error


def read_lexicon(own: Path | None = None) -> Lexicon:
    """The program's lexicon, with the tables unit, words, nouns, guards, only and group of a desk's own file added.

    What is wrong in the own file is left out; `own_faults` tells it. LexiconError names a file of the program and the entry.
    """
    draft, mine = _Draft(), _Draft()
    if own is not None:
        mine.read_own(own)
    draft.read_units("units.toml", _load(resource("lexicon", "units.toml")))
    draft.read_measure_words("measure-words.toml", _load(resource("lexicon", "measure-words.toml")))
    draft.units.update(mine.units)
    draft.within.update(mine.within)
    draft.read_fixed("fixed-words.toml", _load(resource("lexicon", "fixed-words.toml")))
    draft.fixed.update(mine.fixed)
    draft.examples = [*mine.examples, *draft.examples]
    hedges = _load(resource("lexicon", "hedges.toml"))
    after: dict[str, Hedge | None] = {word: Hedge(value) if value else None for word, value in hedges["after"].items()}
    draft.examples += [Example("hedges.toml", word, sentence) for word, sentence in hedges["examples"].items()]
    draft.examples += [Example("numerals.toml", word, sentence) for word, sentence in table("numerals.toml")["examples"].items()]
    return Lexicon(
        units=draft.units,
        within=draft.within,
        before=_hedges("hedges.toml", hedges, "before"),
        outside=_hedges("hedges.toml", hedges, "outside"),
        after=after,
        inner=_hedges("hedges.toml", hedges, "inner"),
        not_after={word: frozenset(marks) for word, marks in hedges["not_after"].items()},
        unless={word: tuple(ahead) for word, ahead in hedges["unless"].items()},
        not_before={word: frozenset(marks) for word, marks in hedges["not_before"].items()},
        near=frozenset(hedges["near"]["words"]),
        stops=frozenset(draft.stops),
        fixed=draft.fixed,
        examples=tuple(draft.examples),
        own="" if own is None or not own.is_file() else hashlib.sha256(own.read_bytes()).hexdigest()[:8],
    )


@cache
def lexicon() -> Lexicon:
    """The lexicon in force, read once: the program's, and the desk's own file where there is one in the settings folder."""
    own = own_lexicon()
    return read_lexicon(own if own.exists() else None)


def own_faults() -> tuple[str, ...]:
    """What is wrong in the desk's own file, one sentence an entry; the program's own files are not read for it."""
    own = own_lexicon()
    if not own.exists():
        return (f"找不到 ANNOTATOR_LEXICON 指定的词表“{own}”，没有用它。请检查路径。",) if names_lexicon() else ()
    draft = _Draft()
    draft.read_own(own)
    return tuple(draft.faults or ())


@cache
def table(name: str) -> Mapping[str, Any]:
    """The tables of another lexicon file by its name. LexiconError when it cannot be read."""
    return MappingProxyType(_load(resource("lexicon", name)))


@cache
def simplified() -> Mapping[str, str]:
    """The Simplified character for each Traditional one that is read like it."""
    pairs = table("traditional.toml")["pairs"]
    return MappingProxyType(dict(zip("".join(pairs["traditional"]), "".join(pairs["simplified"]), strict=True)))


def alternatives(words: Iterable[str]) -> str:
    """Words as the branches of a pattern, the longest first: a pattern takes the first branch that fits."""
    return "|".join(sorted(words, key=len, reverse=True))
