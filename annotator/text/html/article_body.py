"""Which blocks of a page are the article: trafilatura says where it stands, the blocks themselves are kept word for word."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from annotator.text.html.page import Block, Tree

_HEADLINE_REACH = 15  # blocks between the headline and the first block of the body
_MAX_MARKUP = 4_000_000  # code points given to trafilatura: it needs much memory for more
_LONG = 8  # code points from which a block is found anywhere in trafilatura's text; shorter ones must be a line of it
_NEARLY_ALL = 0.9  # of the words found; a headline or a stray line may stand elsewhere
_GAP = re.compile(r"\s+")


class Body(NamedTuple):
    """The blocks of the article and the visible blocks left out, in order; `whole` when no body was made out and all is kept."""

    kept: tuple[Block, ...]
    dropped: tuple[Block, ...]  # before and after it
    inside: tuple[Block, ...]  # in the midst of it
    first: int  # index of the first kept block among all
    last: int  # and of the last
    whole: bool = False


def body_of(blocks: Sequence[Block], tree: Tree, markup: str, title: str) -> Body:
    """The article among the visible blocks of a page and its elements. `markup` is the decoded page, `title` what its head says."""
    plain = not any(block.is_menu for block in blocks) and sum(block.linked for block in blocks) * 20 < sum(
        len(block.text) for block in blocks
    )
    if plain:
        return Body(tuple(blocks), (), (), 0, len(blocks) - 1)
    found = _found(blocks, _main_text(markup))
    if not found:
        prose = tuple(block for block in blocks if not block.is_menu)
        menus = tuple(block for block in blocks if block.is_menu)
        return Body(prose or menus, menus if prose else (), (), 0, len(blocks) - 1, whole=True)
    first, last = _whole(blocks, tree, found)
    first = _headline(blocks, first, title)
    chosen = set(found)
    kept: list[Block] = []
    dropped: list[Block] = []
    links: list[Block] = []
    for index, block in enumerate(blocks):
        inside = first <= index <= last
        (kept if inside and (index in chosen or not block.is_menu) else links if inside else dropped).append(block)
    return Body(tuple(kept), tuple(dropped), tuple(links), first, last)


def _main_text(markup: str) -> str:
    if len(markup) > _MAX_MARKUP:
        return ""
    import trafilatura

    try:
        return (
            trafilatura.extract(
                markup, output_format="txt", include_comments=False, include_tables=True, favor_recall=True, with_metadata=False
            )
            or ""
        )
    except Exception:  # noqa: BLE001 - whatever a foreign page does to it, the blocks are still there
        return ""


def _found(blocks: Sequence[Block], text: str) -> list[int]:
    """The indices of the blocks that stand in trafilatura's text."""
    lines = {_GAP.sub("", line).strip("-|•") for line in text.splitlines()}
    joined = "\n".join(lines)
    found = []
    for index, block in enumerate(blocks):
        words = _GAP.sub("", block.text)
        if not block.is_menu and (words in lines or (len(words) >= _LONG and words in joined)):
            found.append(index)
    long = [index for index in found if len(blocks[index].text) > 30 or blocks[index].text[-1] in "。！？”"]
    if not long:
        return found
    # A short line far outside may only happen to read like one of the article's.
    return [index for index in found if long[0] - _HEADLINE_REACH <= index <= long[-1] + _HEADLINE_REACH]


def _whole(blocks: Sequence[Block], tree: Tree, found: Sequence[int]) -> tuple[int, int]:
    """The first and last block of the article: those found, their neighbours in the same element, and what is set off among them."""
    sizes: Counter[int] = Counter()
    for index in found:
        sizes[blocks[index].parent] += len(blocks[index].text)
    around = sizes.most_common(1)[0][0]
    container = _container([blocks[index] for index in found], tree)
    last_inside = tree[container][1] if container else 0
    within = [
        index
        for index, block in enumerate(blocks)
        if not block.is_menu and (around in (block.parent, block.element) or container < block.display <= last_inside)
    ]
    return min([found[0], *within]), max([found[-1], *within])


def _container(found: Sequence[Block], tree: Tree) -> int:
    """The innermost element around nearly all words of some blocks; 0 where they have none in common."""
    longest = max(found, key=lambda block: len(block.text))
    alone = sum(block.element == longest.element for block in found) == 1  # a paragraph has an element of its own
    element = longest.parent if alone else longest.element
    nearly_all = _NEARLY_ALL * sum(len(block.text) for block in found)
    while element in tree:
        around, last = tree[element]
        if sum(len(block.text) for block in found if element <= block.element <= last) >= nearly_all:
            return element
        element = around
    return 0


def _headline(blocks: Sequence[Block], first: int, title: str) -> int:
    """The index of the headline above the first block, or that of the block itself."""
    short = _GAP.sub("", title)
    for index in range(first - 1, max(-1, first - _HEADLINE_REACH), -1):
        words = _GAP.sub("", blocks[index].text)
        if blocks[index].heading in (1, 2) or (
            len(words) > 5 and (words == short or short.startswith(words)) and not blocks[index].is_menu
        ):
            return index
    return first
