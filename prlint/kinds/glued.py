"""A name whose parts ran together: LynnFitch, where the release has Lynn Fitch too.

Only a name that the release itself parts is held so, and only where the joined form is a word by itself: an address, a
handle (@LynnFitch) and a tag (#LynnFitch) are written so on purpose, and so is what stands in marks of its own.

Params:

* `claim` (claim, required): the names.
* `parts` (fields, required): the parts of a name, in their order; a name without the first or the last is left in peace.

Outcomes: `glued`. Its message may name `found` and `expected`.

An example:

    kind: glued
    outcomes:
      glued: {severity: warning, message: '"{found}": "{expected}"'}
    params: {claim: person, parts: [given, surname]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.document import Span
from prlint.finding import Cited, Consistent, Contradicted, Replacement
from prlint.registry import Param

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the names"),
    "parts": Param("fields", about="the parts of a name, in their order"),
}

OUTCOMES = {"glued": ("found", "expected")}

#: What a word that is a handle, a tag, an address or a code has beside it.
_BESIDE = frozenset("@#/._-\\~=&")
#: Letters of a part at least: "DeLuca" is no name of two.
_SHORTEST = 3


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each name that has parts."""
    text = context.release.document.view.text
    seen: set[str] = set()
    for claim in claims:
        parts = [part for name in params["parts"] if (part := claim.string(name).strip())]
        expected, joined = " ".join(parts), "".join(parts)
        if (
            len(parts) < len(params["parts"])
            or joined in seen
            or not all(len(part) >= _SHORTEST and part.isalpha() and part.istitle() for part in parts)
            or expected not in claim.text
        ):
            continue
        seen.add(joined)
        places = [Span(at, at + len(joined)) for at in _alone(text, joined)]
        if not places:
            yield Consistent()
            continue
        yield Contradicted(
            "glued",
            places,
            [Cited(context.release, claim.start, claim.end)],
            {"found": joined, "expected": expected},
            [Replacement(place.start, place.end, expected) for place in places],
        )


def _alone(text: str, joined: str) -> Iterator[int]:
    """Yields where the word stands by itself."""
    at = text.find(joined)
    while at >= 0:
        before, after = text[max(0, at - 1) : at], text[at + len(joined) : at + len(joined) + 2]
        if not (
            before.isalnum()
            or before in _BESIDE
            or after[:1].isalnum()
            or (after[:1] in _BESIDE and not (after[:1] == "." and not after[1:].isalnum()))
        ):
            yield at
        at = text.find(joined, at + 1)
