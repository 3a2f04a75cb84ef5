"""The house writes a word its own way: what prlint.yaml says under `prefer`, the draft should read.

An entry whose key is an acronym and whose value is a term (`PDC: phospholipid
drug conjugate`) says what the acronym stands for; every other one
(`healthcare: health care`) what to write instead of the key. A key in small
letters stands for the word at the beginning of a sentence as well, but not
within a name; a key with capitals stands for itself alone. A word that is part
of a compound (`healthcare-focused`) is left alone.

Params:

* `choice` (text, `prefer`): the key of the profile.
* `claim` (claim, required), `term` and `meaning` (fields, required): definitions of acronyms.
* `fold` (texts, `case`, `dashes`, `plural`, `marks`, `joiners`): what does not count in meanings.
* `names` (texts, none): claim types within which nothing is replaced.

Outcomes, with the fields their messages may name:

* `wording` (`found`, `preferred`, `count`): another word than the house's, in all its places.
* `meaning` (`term`, `found`, `preferred`): an acronym is defined as something
  else; where it is defined in several ways, that is for the kind `define`.

An example:

    kind: preferred
    outcomes:
      wording: {severity: warning, message: '"{found}": the house writes "{preferred}"'}
    params: {claim: acronym, term: acronym, meaning: expansion, names: [company]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.document import Span
from prlint.finding import Consistent, Contradicted, Replacement
from prlint.registry import Param
from prlint.text.search import as_written, likely
from prlint.text.terms import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "choice": Param("text", "prefer", about="the key of the profile"),
    "claim": Param("claim", about="definitions of acronyms"),
    "term": Param("field", about="the acronym"),
    "meaning": Param("field", about="what it stands for; empty in a use"),
    "fold": Param("texts", ("case", "dashes", "plural", "marks", "joiners"), about="what does not count in meanings"),
    "names": Param("texts", (), about="claim types within which nothing is replaced"),
}

OUTCOMES = {"wording": ("found", "preferred", "count"), "meaning": ("term", "found", "preferred")}

#: What joins a word to its neighbour: a compound, an address.
_JOINTS = "-@/_&"


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each of the house's preferences that the release has to do with."""
    chosen = context.profile.get(params["choice"]) or {}
    for key, preferred in chosen.items():
        if _acronym(str(key), str(preferred)):
            yield from _meant(claims, params, str(key), str(preferred))
        else:
            yield from _written(params, context, str(key), str(preferred))


def _acronym(key: str, preferred: str) -> bool:
    """Says whether a preference is the meaning of an acronym: capitals, and a term of several words that begins alike."""
    letters = [letter for letter in key if letter.isalpha()]
    return (
        len(letters) > 1
        and key.isalnum()
        and key.removesuffix("s").isupper()
        and " " in preferred
        and preferred[:1].casefold() == key[:1].casefold()
        and not preferred.isupper()
    )


def _meant(claims: Sequence[Claim], params: Mapping[str, Any], term: str, preferred: str) -> Iterator[Verdict]:
    defined = [c for c in claims if c.string(params["term"]) == term and c.get(params["meaning"])]
    meanings = {folded(claim.string(params["meaning"]), params["fold"]) for claim in defined}
    if not meanings:
        return
    if folded(preferred, params["fold"]) in meanings or len(meanings) > 1:
        yield Consistent()
        return
    replacements = []
    for claim in defined:
        meaning = claim.string(params["meaning"])
        at = claim.text.find(meaning)
        if at >= 0:
            start = claim.start + at
            replacements.append(Replacement(start, start + len(meaning), as_written(meaning, preferred)))
    yield Contradicted(
        "meaning",
        defined,
        values={"term": term, "found": defined[0].string(params["meaning"]), "preferred": preferred},
        replacements=replacements if len(replacements) == len(defined) else (),
    )


def _written(params: Mapping[str, Any], context: Context, key: str, preferred: str) -> Iterator[Verdict]:
    document = context.release.document
    if not likely(document, (key,)):
        return
    text = document.view.text
    lower = text.lower()
    # A letter that grows when it is lowered would shift every place behind it.
    if len(lower) != len(text):
        lower = text
    names = [(claim.start, claim.end) for type in params["names"] for claim in context.release.of(type)]
    right = list(_occurrences(lower, preferred.lower())) if preferred.lower() != key.lower() else []
    places = []
    for start, end in _occurrences(lower, key.lower()):
        if not (_free(text, start, end) and _meant_here(text, start, end, key, document.sentence_at(start).start)):
            continue
        # The house's own wording may hold the other one: "U.S." holds "U.S".
        if any(first <= start and end <= last for first, last in (*right, *names)):
            continue
        if context.admits(start, end):
            places.append(Span(start, end))
    if not places:
        yield Consistent()
        return
    yield Contradicted(
        "wording",
        places,
        values={"found": text[slice(*places[0])], "preferred": preferred, "count": len(places)},
        replacements=[Replacement(*place, as_written(text[slice(*place)], preferred)) for place in places],
    )


def _occurrences(text: str, words: str) -> Iterator[tuple[int, int]]:
    at = text.find(words)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + len(words))


def _free(text: str, start: int, end: int) -> bool:
    """Says whether a place is words of their own: no part of a word, a compound, an address."""
    before, after, behind = text[max(0, start - 1) : start], text[end : end + 1], text[end + 1 : end + 2]
    if before and (before.isalnum() or before in f"{_JOINTS}."):
        return False
    if after and (after.isalnum() or after in _JOINTS):
        return False
    # A full stop ends a sentence; within an address letters follow it.
    return after != "." or not behind.isalnum()


def _meant_here(text: str, start: int, end: int, key: str, sentence: int) -> bool:
    """Says whether the words are what the key means, and no name of something."""
    found = text[start:end]
    if found == key:
        # Between capitals small letters are no name; a key with capitals is as it was asked for.
        return True
    if key != key.lower() or found[1:] != key[1:] or start != sentence:
        return False
    following = text[end : end + 2].lstrip()
    return not following[:1].isupper()
