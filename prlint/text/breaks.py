"""Which paragraph breaks cut a sentence in two, as a page or a wire's form leaves them."""

from __future__ import annotations

from prlint.text.patterns import pattern

#: Words that cannot end a sentence: articles, conjunctions, prepositions, determiners, auxiliaries.
_OPEN_END = frozenset(
    "the a an of and or nor but other in to for from by with at on into than that which who whose its their our his her this "
    "these such as is are was were be been being has have had will would may can could should not between among under upon "
    "any each every some between including".split()
)
_LAST_WORD = pattern(r"(\p{L}++)[ ]*$")
_TERMINAL = pattern(r"[.!?:;…]['\"’”)\]*_]*[ ]*$|[—–-][ ]*$")
_FIRST = pattern(r"[\"'“‘(\[]*(\p{L})(\p{L}*)")

#: Code points that a paragraph has at least; below it is a heading, a name in a contact block, a table cell.
LEAST = 60


def hangs(line: str) -> bool:
    """Says whether a line ends with a word that no sentence and no line of its own ends with: "the", "of", "and"."""
    last = _LAST_WORD.search(line[-24:])
    return last is not None and last.group(1).lower() in _OPEN_END


def cut(first: str, second: str) -> bool:
    """Says whether two neighbouring paragraphs are one sentence that a break cut.

    The first must be running text without an end mark; then either its last
    word cannot end a sentence ("The"), or the second goes on in lower case.
    """
    first = first.rstrip()
    if len(first) < LEAST or _TERMINAL.search(first[-12:]):
        return False
    following = _FIRST.match(second)
    if following is None:
        return False
    last = _LAST_WORD.search(first[-24:])
    if last and last.group(1).lower() in _OPEN_END:
        # "The ¶ FDA": a capital may follow, since the cut can stand before a name.
        return True
    # "other ¶ government": a lower-case word goes on with a sentence. A short second piece in
    # lower case may be a caption, an address (www.…) or a list without bullets.
    return following.group(1).islower() and len(second) >= LEAST // 2 and " " in second[:40]
