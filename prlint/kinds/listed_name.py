"""A word of a listed name that is misspelt, where the release has the name in its right spelling too.

"Philadelohia" in a release that names Philadelphia. The odd word has a capital,
stands once, is in no dictionary and one slip away from the word of the name;
the other words of a name of several words agree. A plural or another ending is
no slip.

Params:

* `names` (list, required): the names.
* `unlike` (texts, none): types of claims whose words are for the rules on names.
* `shortest` (number, 5): letters that the odd word has at least; two fewer in a name of several words.

Outcome `odd`; its message may name `found` and `expected`.

An example:

    kind: listed-name
    severity: warning
    message: '"{found}" here, "{expected}" elsewhere'
    params: {names: places}
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from prlint.document import Span
from prlint.finding import Cited, Consistent, Contradicted, Replacement
from prlint.registry import Param
from prlint.text.listed import entries, made_once
from prlint.text.near import inflected, plain
from prlint.text.wordlist import grade, slip
from prlint.text.words import name_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.finding import Verdict
    from prlint.registry import Context
    from prlint.text.words import Word

PARAMS = {
    "names": Param("list", about="the names"),
    "unlike": Param("texts", (), about="types of claims whose words are for the rules on names"),
    "shortest": Param("number", 5, about="letters that the odd word has at least"),
}

OUTCOMES = {"odd": ("found", "expected")}


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a contradiction for each odd word."""
    document = context.release.document
    tokens = document.once(name_words)
    by_word: dict[str, list[int]] = {}
    for i, token in enumerate(tokens):
        by_word.setdefault(plain(token.text), []).append(i)
    odd: dict[str, list[str]] = {}
    for word, places in by_word.items():
        if len(places) == 1 and len(word) >= params["shortest"] - 2 and grade(word) < 0:
            odd.setdefault(word[0], []).append(word)
    found = False
    names = _by_word(entries(context.lists, params["names"])) if odd else {}
    # In the order of the list; of thousands of names a text has the words of few.
    for _, k, parts in sorted(place for part in names.keys() & by_word.keys() for place in names[part]):
        part = parts[k]
        for word in odd.get(part[0], ()):
            # The other words of a name speak for it too: New Yorj.
            if len(word) < params["shortest"] and len(parts) == 1:
                continue
            if abs(len(word) - len(part)) > 1 or not slip(word, part) or inflected(word, part):
                continue
            here = _run(tokens, by_word[word][0] - k, [*parts[:k], word, *parts[k + 1 :]])
            right = next((run for at in by_word[part] if (run := _run(tokens, at - k, parts))), None)
            if here is None or right is None or _held(context, params["unlike"], here[k]):
                continue
            if not context.admits(here[k].start, here[k].end):
                continue
            found = True
            text = document.view.text
            instead = text[right[k].start : right[k].end]
            values = {
                "found": text[here[0].start : here[-1].end],
                "expected": text[right[0].start : right[-1].end],
            }
            place = here[k]
            yield Contradicted(
                "odd",
                [Span(place.start, place.end)],
                [Cited(context.release, right[0].start, right[-1].end)],
                values,
                [Replacement(place.start, place.end, instead)],
            )
    if not found:
        yield Consistent()


@made_once
def _by_word(names: Any) -> dict[str, list[tuple[int, int, list[str]]]]:
    """Returns where each word stands in the names of a list: the name's number, the word's, and all of its words."""
    found: dict[str, list[tuple[int, int, list[str]]]] = {}
    for number, name in enumerate(names):
        parts = plain(str(name)).split()
        for k, part in enumerate(parts):
            found.setdefault(part, []).append((number, k, parts))
    return found


def _run(tokens: Sequence[Word], first: int, parts: Sequence[str]) -> Sequence[Word] | None:
    """Returns the tokens from `first` on, if they are these plain words side by side."""
    run = tokens[first : first + len(parts)] if first >= 0 else ()
    if len(run) != len(parts) or any(plain(one.text) != part for one, part in zip(run, parts, strict=True)):
        return None
    return run if all(b.start - a.end == 1 for a, b in pairwise(run)) else None


def _held(context: Context, types: Sequence[str], word: Word) -> bool:
    return any(
        claim.start <= word.start and word.end <= claim.end for type in types for claim in context.release.of(type)
    )
