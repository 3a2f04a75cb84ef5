"""Names that share all of their words but the last one, and so can hardly be two things.

`Westholm Surgical Congress` and `Westholm Surgical Conference` are one event
under two names. The name that stands first is taken for the right one.

Params:

* `claim` (claim, required): the claims that hold the names.
* `stem` (field, required): the words that must agree, case and hyphens aside.
* `head` (field, required): the word that must then agree too.
* `words` (number, 2): how many words the stem must have at least.
* `apart` (fields, none): fields of which one, given on both sides and
  differing, says that there are two things.
* `firm` (fields, none): fields of which one, given on both sides and agreeing, makes it certain.

Outcomes: `differs`, and `certain` where a field in `firm` agrees. Messages may
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

    from prlint.claim import Claim
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

OUTCOMES = dict.fromkeys(("differs", "certain"), ("found", "expected", "name", "other_name"))


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
        if not others and len(found) > 1:
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


def _agrees(one: Claim, other: Claim, field: str) -> bool | None:
    """Says whether a field agrees; None where one side does not say."""
    left, right = squeezed(one.string(field)), squeezed(other.string(field))
    return left == right if left and right else None
