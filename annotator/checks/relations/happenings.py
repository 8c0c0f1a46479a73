"""Lengths of time told from one happening to another: 从报警到扑灭用时85分钟; 应于4月1日交货，5月20日才送到，逾期49天."""

import re
from collections.abc import Iterator, Sequence

from annotator.checks.relations.moments import Dated, Moment
from annotator.checks.relations.sentence import Sentence
from annotator.checks.relations.spells import Counting, Spell, measured
from annotator.lexicon import alternatives, table
from annotator.model import Kind

_WORDS = table("spells.toml")
_SAME: dict[str, int] = {word: order for order, row in enumerate(_WORDS["happenings"]["rows"]) for word in row.split()}
_ANY = re.compile(alternatives(_SAME))
_CUE = alternatives(_WORDS["happenings"]["cues"])
_FROM_TO = re.compile(
    rf"(?:从|自)(?P<start>[^，。；：、从自到至0-9]{{2,8}}?)(?:到|至)(?P<end>[^，。；：、从自到至0-9]{{2,8}}?)"
    rf"(?:，[^。；]{{0,12}}?)?(?P<cue>(?:{_CUE})(?:时间|时长)?(?:了|达|为|约|共|仅|整整|足足|已|长达)*)$"
)
_SINCE_IT = re.compile("距\\w{2,4}")
"""距接警7分钟 names a happening of another moment."""
_REACH = 48
"""How many characters before a length the two happenings are looked for."""
_LATE = re.compile(rf"(?:{'|'.join(_WORDS['happenings']['late'])})(?:了|达|长达|共|整整|已|时间)*$")
_EARLY = re.compile("提前(?:了|整整)*$")
_DUE = re.compile(rf"{'|'.join(_WORDS['happenings']['due'])}")
_DONE = re.compile(rf"{'|'.join(_WORDS['happenings']['done'])}")
_NEAR = 24
_PRISON = ("有期徒刑", "拘役", "刑期")
_TERM = re.compile(rf"(?P<term>{'|'.join((*_PRISON, *_WORDS['happenings']['terms']))})(?:只有|为|仅|共|只|是|僅)*$")
_RANGE_OF = re.compile(rf"(?:{'|'.join(('刑期', '期限', *_WORDS['happenings']['terms']))})(?:为|：|即)*(?:自|从|由)?$")
_OPENS = re.compile(f"(?:本次|此次|这次|整个|该)?(?:{'|'.join(_WORDS['happenings']['terms'])})")
_ALONE = 12
"""How long a sentence is that tells a length and nothing else."""
_HELD = 3
"""Months by which a term of imprisonment may be longer than from its first day told to its last: held before."""


def happenings(dated: Sequence[tuple[Sentence, tuple[Dated, ...]]], sentences: Sequence[Sentence]) -> Iterator[Spell]:
    """The lengths of an article that its words lay between two happenings whose moments its paragraph tells."""
    told = {sentence.order: moments for sentence, moments in dated}
    for sentence in sentences:
        for number, claim in enumerate(sentence.claims) if Kind.DURATION in sentence.kinds else ():
            if claim.kind is not Kind.DURATION or not claim.is_plain:
                continue
            lead = sentence.text[max(0, claim.start - sentence.start - _REACH) : claim.start - sentence.start]
            if found := _FROM_TO.search(lead):
                here = claim.start - (len(lead) - found.start())
                ends = _named(found["start"], found["end"], list(_stretches(sentences, told, sentence, here)))
                if ends is not None:
                    yield Spell(*ends, claim, strict=True, sure=True, counting=Counting.ELAPSED, cue=found["cue"])
                continue
            if sentence.order in told:
                yield from _delay(sentence, told[sentence.order], number)
            if cue := _TERM.search(sentence.gaps[number]):
                yield from _term(sentences, told, sentence, number, cue["term"])


def _stretches(
    sentences: Sequence[Sentence], told: dict[int, tuple[Dated, ...]], sentence: Sentence, here: int
) -> Iterator[tuple[Moment, str]]:
    """The moments of a paragraph before a place, each with the words from it to the next one or to the end of its sentence."""
    order = sentence.order
    while order and sentences[order - 1].paragraph == sentence.paragraph:
        order -= 1
    for each in sentences[order : sentence.order + 1]:
        moments = told.get(each.order, ())
        starts = [moment.claims[0].start for _, moment, _ in moments] + [each.end]
        for (number, moment, end), stop in zip(moments, starts[1:], strict=True):
            begin = each.claims[number].end
            if end is None and begin < here:
                yield moment, _SINCE_IT.sub("", each.text[begin - each.start : min(stop, here) - each.start])


def _named(start: str, end: str, told: list[tuple[Moment, str]]) -> tuple[Moment, Moment] | None:
    """The two moments that two happenings name; None where one is named by none, or by more than one."""
    first, second = (_one(name, told) for name in (start, end))
    return None if first is None or second is None or first is second else (first, second)


def _one(name: str, told: list[tuple[Moment, str]]) -> Moment | None:
    """The only moment whose words tell a happening: by its own word, or else by one of the same sense."""
    word = _ANY.search(name)
    core = word[0] if word else name
    found = [moment for moment, words in told if core in words]
    if not found and word:
        found = [moment for moment, words in told if any(_SAME[other] == _SAME[core] for other in _ANY.findall(words))]
    return found[0] if len(found) == 1 else None


def _delay(sentence: Sentence, found: tuple[Dated, ...], number: int) -> Iterator[Spell]:
    """What was due at one moment and done at another, and how late or early that was."""
    gap = sentence.gaps[number]
    late, early = _LATE.search(gap), _EARLY.search(gap)
    before = [each for each in found if each[0] < number]
    if not (late or early) or len(before) < 2 or before[-1][0] != number - 1 or len(gap) > _NEAR:
        return
    (at, due, ranged), (_, done, open_end) = before[-2:]
    if ranged or open_end or "；" in (between := sentence.between(at, number - len(done.claims))):
        return
    if _DUE.search(sentence.clause(at - len(due.claims) + 1)) and (_DONE.search(between) or _DONE.search(gap)):
        start, end = (due, done) if late else (done, due)
        yield Spell(start, end, sentence.claims[number], strict=True, sure=True, counting=Counting.ELAPSED, cue="相隔")


def _term(sentences: Sequence[Sentence], told: dict[int, tuple[Dated, ...]], sentence: Sentence, number: int, term: str) -> Iterator[Spell]:
    """A term told by its length and then by its first and last day: 判处有期徒刑四年，…刑期自…起至…止; 展期仅十天！特展由…至…举行."""
    prison = term in _PRISON
    where, first = sentence, number + 1
    if first == len(sentence.claims) and len(sentence.text) <= _ALONE:
        where, first = sentences[min(sentence.order + 1, len(sentences) - 1)], 0
        if prison or where.paragraph != sentence.paragraph or not _OPENS.match(sentence.text):
            return
    ends = _first_range(where, told.get(where.order, ()), first)
    if ends is None or "缓刑" in where.text or (where is sentence and not _RANGE_OF.search(where.gaps[ends[0]])):
        return
    found = Spell(*ends[1:], sentence.claims[number], strict=True, sure=True, counting=Counting.WHOLE, ranged=True, cue=term, exact=True)
    lengths = measured(found)
    if lengths is None or (prison and 0 < sentence.claims[number].value - max(lengths.right) <= _HELD * lengths.size):
        return
    yield found


def _first_range(sentence: Sentence, found: tuple[Dated, ...], first: int) -> tuple[int, Moment, Moment] | None:
    """The first day and the last of the first range behind a claim, with the number of the claim it begins with."""
    later = [each for each in found if each[0] - len(each[1].claims) + 1 >= first]
    if not later:
        return None
    number, start, end = later[0]
    begin = number - len(start.claims) + 1
    if end is None and len(later) > 1:
        at, other, beyond = later[1]
        between = sentence.between(number, at - len(other.claims) + 1)
        end = other if beyond is None and re.fullmatch("起?(?:至|到)", between) else None
    apart = first < begin and "；" in sentence.between(first, begin)
    return None if end is None or apart else (begin, start, end)
