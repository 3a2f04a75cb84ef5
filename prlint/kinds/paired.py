"""What refers to something, and what is referred to, must both be there.

Params:

* `claim` (claim, required): the references and what they refer to.
* `key` (fields, required): what must be equal in both.
* `style` (field, required): only claims of one style belong together; a claim with an empty style fits any.
* `role` (field, required): its value tells the two apart.
* `reference`, `target` (texts, required): the values of `role` for the one and the other.
* `maybe` (texts, none): values of `role` for what may be a target, and need not be one.

A style in which nothing at all is paired, and of which there are targets alone, is no set of references: it is
left alone.

Outcomes, each one finding for all of a style: `unanswered` (references without a target) and `unreferred` (targets
without a reference). Messages may name `marks` (the keys, in order), `count` and `style`.

An example:

    kind: paired
    outcomes:
      unanswered: {severity: warning, message: 'no note {marks}'}
    params: {claim: footnote, key: mark, style: style, role: role, reference: reference, target: note}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.finding import Consistent, Contradicted
from prlint.registry import Param

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the references and what they refer to"),
    "key": Param("field", about="what must be equal in both"),
    "style": Param("field", about="only claims of one style belong together"),
    "role": Param("field", about="its value tells the two apart"),
    "reference": Param("texts", about="values of the role of a reference"),
    "target": Param("texts", about="values of the role of what is referred to"),
    "maybe": Param("texts", (), about="values of the role of what may be a target"),
}

OUTCOMES = {
    "unanswered": ("marks", "count", "style"),
    "unreferred": ("marks", "count", "style"),
}


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each style in use."""
    perhaps = {claim.string(params["key"]) for claim in claims if claim.get(params["role"]) in params["maybe"]}
    for style in dict.fromkeys(claim.string(params["style"]) for claim in claims):
        if not style:
            continue
        own = [claim for claim in claims if claim.get(params["style"]) == style]
        references = [claim for claim in own if claim.get(params["role"]) in params["reference"]]
        targets = [claim for claim in own if claim.get(params["role"]) in params["target"]]
        told = {claim.string(params["key"]) for claim in targets}
        named = {claim.string(params["key"]) for claim in references}
        unanswered = [claim for claim in references if claim.string(params["key"]) not in told | perhaps]
        unreferred = [claim for claim in targets if claim.string(params["key"]) not in named]
        paired = bool(told & named)
        if unanswered:
            yield _contradicted("unanswered", unanswered, params)
        # Where no reference is read at all, the notes may belong to something that was not read, a table or a figure.
        if unreferred and paired:
            yield _contradicted("unreferred", unreferred, params)
        if paired and not unanswered and not unreferred:
            yield Consistent(style)


def _contradicted(outcome: str, claims: Sequence[Claim], params: Mapping[str, Any]) -> Contradicted:
    marks = list(dict.fromkeys(claim.string(params["key"]) for claim in claims))
    places = list({(claim.start, claim.end): claim for claim in claims}.values())
    values = {"marks": ", ".join(marks), "count": len(marks), "style": claims[0].string(params["style"])}
    return Contradicted(outcome, places, values=values)
