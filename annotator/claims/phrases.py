"""The phrases of a clause: jieba cuts it into words, its dictionary tells verbs from nouns, and neighbours make noun phrases.

jieba is loaded with the first clause, which takes about half a second.
"""

import logging
import re
import warnings
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import takewhile
from typing import Any, NamedTuple

from annotator.lexicon import table

HOLE = "□"
"""Stands for every character of a claim."""

_TABLE = table("contexts.toml")
_KINDS = _TABLE["kinds"]
_ENDS, _MEASURED = frozenset(_KINDS["ends"]), frozenset(_KINDS["measured"])
_LINKS = ("为", "达", "达到", "有", "共有", "占", "高达", "是")
_PREPOSITIONS = ("从", "在", "对", "由", "按", "据", "以", "向", "与", "比", "较", "把", "经", "随着", "按照", "根据")
_CHANGES = tuple(word for way in ("rise", "fall") for word in table("directions.toml")[way])
_COMPARED = ("比", "较", "与", "同", "跟")
_WHOLE = re.compile("[全该本][市县区省镇乡村行校院公司国]+")
_EMPTY_TAGS = frozenset("cdprmqyoehkzsiut")
TIME_WORDS = re.compile("(?<![出发体呈实表])(?:" + "|".join(_TABLE["time"]["words"]) + ")")


class Word(NamedTuple):
    """A word of a clause with its place in the clause and its kind: noun, verb, either of them (投资), quality, other, or claim."""

    text: str
    start: int
    kind: str


@cache
def _tokenizer() -> tuple[object, Mapping[str, str]]:
    """The tokenizer of jieba and the kinds of its words that are no nouns; loaded with the first clause."""
    import platformdirs

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba 0.42.1 warns of its own escapes when it is first compiled
        import jieba
    jieba.setLogLevel(logging.CRITICAL)
    folder = platformdirs.user_cache_path("heshu", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        jieba.dt.tmp_dir = str(folder)
    except OSError:
        pass  # jieba then keeps its cache in the system's temporary folder
    jieba.initialize()
    for word in (*_TABLE["time"]["words"], *_KINDS["nouns"]):
        jieba.add_word(word)
    kinds: dict[str, str] = {}
    with jieba.get_dict_file() as lines:
        for line in lines:
            word, _, tag = line.decode("utf-8").split()
            if tag[0] == "v":
                kinds[word] = "either" if tag == "vn" else "verb"
            elif tag == "a":
                kinds[word] = "quality"
            elif tag[0] in _EMPTY_TAGS or tag == "f":
                kinds[word] = "other"
    kinds |= (
        dict.fromkeys((*_KINDS["nouns"], *_KINDS["attributes"]), "noun")
        | dict.fromkeys(_KINDS["verbs"], "verb")
        | dict.fromkeys(_KINDS["neither"], "other")
    )
    kinds |= dict.fromkeys(_TABLE["time"]["words"], "other") | dict.fromkeys(_LINKS, "other")
    return jieba, kinds


@lru_cache(maxsize=4096)
def cut(clause: str) -> tuple[Word, ...]:
    """The words of a clause in which every claim is a row of holes. Remembered: copies and lists repeat clauses."""
    jieba, kinds = _tokenizer()
    words: list[Word] = []
    at = 0
    for text in _pieces(clause, jieba):
        kind = _kind(text, kinds, words)
        if words and (kind == "claim" == words[-1].kind or kind == "end"):
            words[-1] = Word(words[-1].text + text, words[-1].start, "claim" if kind == "claim" else "noun")
        else:
            words.append(Word(text, at, kind))
        at += len(text)
    return tuple(words)


def _pieces(clause: str, jieba: Any) -> Iterator[str]:  # noqa: ANN401 - a module
    """The words of jieba: a 比 it joined to what follows set apart (比|原|利率), a new saying with 而 put together (闻令|而动)."""
    known, held = jieba.get_FREQ, ""
    for text in jieba.cut(clause):
        new = len(text) == 2 and not known(text)
        if held and new and text[0] == "而":
            yield held + text
            held = ""
            continue
        if held:
            yield held
        held = ""
        if new and text[0] in _COMPARED:
            yield text[0]
            yield text[1]
        elif new and text.isalpha():
            held = text
        else:
            yield text
    if held:
        yield held


def _kind(text: str, kinds: Mapping[str, str], before: list[Word]) -> str:
    if text.startswith(HOLE):
        return "claim"
    if text == "级" and before and before[-1].text.isascii():
        return "end"
    if len(text) == 1 and text.isalpha() and before and before[-1].kind in ("verb", "either") and kinds.get(text, "noun") == "noun":
        return "end"
    if text in _ENDS and before and before[-1].kind in ("noun", "other") and len(before[-1].text) >= 2 and before[-1].text not in _LINKS:
        return "end"
    if not re.match(r"\w", text) or TIME_WORDS.fullmatch(text):
        return "other"
    if text in _ENDS or _WHOLE.fullmatch(text):
        return "noun"
    return kinds.get(text) or ("verb" if re.fullmatch("..?而..?", text) else "noun")


def _run(words: tuple[Word, ...]) -> str:
    """The nouns at the head of a row of words, as one."""
    return "".join(word.text for word in takewhile(lambda word: word.kind in ("noun", "either"), words))


def counted(words: tuple[Word, ...]) -> str:
    """The noun that is counted, right after its number; words that may be verbs open it (储备企业) and do not close it (党员冲锋)."""
    taken: list[Word] = []
    for word in words:
        if word.kind not in ("noun", "either", "quality"):
            break
        if word.kind != "noun" and any(other.kind == "noun" for other in taken):
            break
        taken.append(word)
    if not taken and len(words) > 1 and words[0].kind == "verb" and words[1].kind == "noun" and words[1].text[-1] in _ENDS:
        return words[0].text + words[1].text
    return _named(taken) if any(word.kind == "noun" for word in taken) else ""


def _named(taken: list[Word]) -> str:
    """The noun of a row of words, without the 全市 or 该行 it opens with."""
    whole = len(taken) > 1 and _WHOLE.fullmatch(taken[0].text)
    return "".join(word.text for word in (taken[1:] if whole else taken))


def left_nouns(words: tuple[Word, ...]) -> tuple[str, str, int]:
    """The nouns at the end of a row of words, adverbs passed over, the verb that turns out to govern them, and where they begin."""
    rest = list(words)
    while rest and rest[-1].text in ("在", "为", "由", "从", "以"):
        rest.pop()
    while rest and rest[-1].kind == "other" and rest[-1].text not in ("的", *_PREPOSITIONS) and not TIME_WORDS.fullmatch(rest[-1].text):
        rest.pop()
    taken: list[Word] = []
    while rest and (rest[-1].kind in ("noun", "either") or _is_part(rest, taken)):
        taken.insert(0, rest.pop())
    if len(taken) == 1 and taken[0].kind == "either" and rest and rest[-1].text in _KINDS["carried"]:
        return taken[0].text, rest[-1].text, len(rest)
    if taken and taken[0].kind == "either" and (len(taken) == 1 or taken[-1].text[-1] not in _MEASURED):
        return _named(taken[1:]), taken[0].text, len(rest)
    return _named(taken), "", len(rest)


def _is_part(rest: list[Word], taken: list[Word]) -> bool:
    """Does the last word of the rest belong to the noun taken: 净|利润, 下拨|救灾|资金, 成交|面积?"""
    last = rest[-1]
    if not taken:
        return False
    if last.text in ("总", "净") or last.kind == "quality":
        return True
    if last.kind != "verb" or last.text in _KINDS["acts"]:
        return False
    return taken[-1].text[-1] in _MEASURED or (
        len(rest) > 1 and rest[-2].kind == "verb" and taken[-1].text in ("资金", "物资", "经费", "款项")
    )


def topic(words: tuple[Word, ...], here: int) -> str:
    """The nouns at the head of a clause, where a verb follows them: what the clause is about. `here` is the claim that asks."""
    at = 0
    if len(words) > 2 and words[0].text in ("比", "较") and (base := _run(words[1:])) and _acts(words[1:]):
        return base  # what is left out before 比 is of the kind it is compared with: 比原利率上浮
    while at < len(words) and (words[at].kind == "other" or (words[at].kind == "claim" and at != here)):
        if words[at].text in _PREPOSITIONS:
            return ""
        at += 1
    if at and words[0].text in _COMPARED and any(word.text == "相比" for word in words):
        return ""
    if at >= len(words) or at > here:
        at = here + 1 if at == here else at
    run = list(takewhile(lambda word: word.kind in ("noun", "either"), words[at:]))
    if (
        not run
        and at + 1 < len(words)
        and words[at].kind == "verb"
        and words[at + 1].kind == "noun"
        and words[at + 1].text[-1] in _MEASURED
    ):
        run = [words[at], words[at + 1]]
    if not run or (run[0].kind == "either" and run[-1].text[-1] not in _MEASURED):
        return ""
    rest = words[at + len(run) :]
    if len(rest) > 1 and rest[0].text == "的" and rest[1].kind in ("noun", "either"):
        return _run(rest[1:])
    if len(rest) > 2 and rest[0].kind == "claim" and rest[1].kind == "noun" and any(word.kind == "verb" for word in rest[2:]):
        return _run(rest[1:])
    if not rest or rest[0].kind == "claim" or not (_acts(rest) or any(word.text in ("比", "较", "由") for word in rest)):
        return run[0].text if rest and _WHOLE.fullmatch(run[0].text) else ""
    if _WHOLE.fullmatch(run[0].text):
        return _named(run) if len(run) > 1 and any(word.text.startswith(_CHANGES) for word in rest) else run[0].text
    return "".join(word.text for word in run)


def _acts(words: tuple[Word, ...]) -> bool:
    """Does a verb stand among the words?"""
    return any(word.kind in ("verb", "either") or word.text in _LINKS for word in words)


def without_comparison(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """A row of words without the 比 or 较 and the nouns that it ends with: 招生计划 of 招生计划较原计划."""
    at = len(words)
    while at and words[at - 1].kind in ("noun", "either", "quality"):
        at -= 1
    return words[: at - 1] if at and at < len(words) and words[at - 1].text in ("比", "较") else words


def predicate_of(words: tuple[Word, ...], here: int) -> str:
    """The verb nearest before the claim and its noun, else the first one after it."""
    _, governing, begin = left_nouns(words[:here])
    if governing:
        return governing
    for word in reversed(words[:here] if words[here - 1 : here] and words[here - 1].text in _LINKS else words[:begin]):
        if word.kind in ("verb", "either") or word.text in _LINKS:
            return word.text
    after = (word.text for word in words[here + 1 :] if word.kind in ("verb", "either") or word.text in _LINKS)
    return next(after, "")
