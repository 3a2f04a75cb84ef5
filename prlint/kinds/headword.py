"""Names that share all of their words but the last one, and so can hardly be two things.

`Westholm Surgical Congress` and `Westholm Surgical Conference` are one event
under two names. The name that stands first is taken for the right one.

With the archive, an event that this release names with one last word only is
held against the earlier releases too: where two of them have another last word
for it, none has this one, and a field in `firm` agrees, it is one event.

Params:

* `claim` (claim, required): the claims that hold the names.
* `stem` (field, required): the words that must agree, case and hyphens aside.
* `head` (field, required): the word that must then agree too.
* `words` (number, 2): how many words the stem must have at least.
* `apart` (fields, none): fields of which one, given on both sides and
  differing, says that there are two things.
* `firm` (fields, none): fields of which one, given on both sides and agreeing, makes it certain.

Outcomes: `differs`, `certain` where a field in `firm` agrees, and `record` (against earlier releases). Messages may
name `found` and `expected` (the head words), `name` and `other_name`.

An example:

    kind: headword
    severity: warning
    message: '"{found}" here, "{expected}" elsewhere'
    params: {claim: event, stem: stem, head: head, apart: [year]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.finding import Cited, Consistent, Contradicted, Replacement
from prlint.registry import Param
from prlint.text.near import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim, Release
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the claims that hold the names"),
    "stem": Param("field", about="the words that must agree"),
    "head": Param("field", about="the word that must then agree too"),
    "words": Param("number", 2, about="how many words the stem must have at least"),
    "apart": Param("fields", (), about="fields of which one differing makes two things"),
    "firm": Param("fields", (), about="fields of which one agreeing makes it certain"),
}

OUTCOMES = dict.fromkeys(("differs", "certain", "record"), ("found", "expected", "name", "other_name"))


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each stem that stands more than once."""
    by_stem: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda one: one.start):
        stem = claim.string(params["stem"])
        if len(stem.split()) >= params["words"]:
            by_stem.setdefault(squeezed(stem), []).append(claim)
    for found in by_stem.values():
        first = found[0]
        head = squeezed(first.string(params["head"]))
        others: dict[str, list[Claim]] = {}
        for claim in found[1:]:
            own = squeezed(claim.string(params["head"]))
            # Another year, another city: another event of the same body.
            if own != head and not any(_agrees(first, claim, field) is False for field in params["apart"]):
                others.setdefault(own, []).append(claim)
        if not others and (before := _before(first, head, params, context)):
            yield _renamed(found, before, params)
        elif not others and len(found) > 1:
            yield Consistent(first.text)
        for wrong in others.values():
            right = [claim for claim in found if squeezed(claim.string(params["head"])) == head]
            firm = any(_agrees(one, other, field) for one in right for other in wrong for field in params["firm"])
            yield Contradicted(
                "certain" if firm else "differs",
                wrong,
                [Cited(context.release, claim.start, claim.end) for claim in right[:3]],
                {
                    "found": wrong[0].string(params["head"]),
                    "expected": first.string(params["head"]),
                    "name": wrong[0].text,
                    "other_name": first.text,
                },
                [Replacement(claim.start, claim.end, first.text) for claim in wrong],
            )


def _before(first: Claim, head: str, params: Mapping[str, Any], context: Context) -> Sequence[tuple[Release, Claim]]:
    """Returns where earlier releases name the event with another last word, oldest first; empty unless two do and none agrees."""

    def read(release: Release) -> dict[str, list[Claim]]:
        stems: dict[str, list[Claim]] = {}
        for claim in context.claims(release, params["claim"]):
            stems.setdefault(squeezed(claim.string(params["stem"])), []).append(claim)
        return stems

    stem = squeezed(first.string(params["stem"]))
    held: list[tuple[Release, Claim]] = []
    for old in context.earlier:
        for claim in context.once(old, "stems", read).get(stem, ()):
            if squeezed(claim.string(params["head"])) == head:
                return ()
            if any(_agrees(first, claim, field) is False for field in params["apart"]):
                continue
            if any(_agrees(first, claim, field) for field in params["firm"]):
                held.append((old, claim))
    heads = {squeezed(claim.string(params["head"])) for _, claim in held}
    return held if len(heads) == 1 and len({id(old) for old, _ in held}) > 1 else ()


def _renamed(
    found: Sequence[Claim], before: Sequence[tuple[Release, Claim]], params: Mapping[str, Any]
) -> Contradicted:
    """Returns the contradiction of an event with what the earlier releases call it."""
    right = before[-1][1]
    newest = {id(old): (old, claim) for old, claim in before}
    return Contradicted(
        "record",
        found,
        [Cited(old, claim.start, claim.end) for old, claim in list(newest.values())[:-3:-1]],
        {
            "found": found[0].string(params["head"]),
            "expected": right.string(params["head"]),
            "name": found[0].text,
            "other_name": right.text,
        },
    )


def _agrees(one: Claim, other: Claim, field: str) -> bool | None:
    """Says whether a field agrees; None where one side does not say."""
    left, right = squeezed(one.string(field)), squeezed(other.string(field))
    return left == right if left and right else None
