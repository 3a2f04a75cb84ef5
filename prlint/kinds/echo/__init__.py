"""A figure in the head of a release must stand in its text, or follow from what stands there.

The text holds it where a figure of the same unit agrees, rounded to the coarser of the two; where it is the sum or
difference of figures that stand together, a count times a price, or the growth from one to the other. Only a
figure that nothing explains is compared with those that stand with the same words; the only amount of the head also
with the only one of the lead, where both stand with words for one thing (`kin`: a contract is an order).

Params:

* `claim` (claim, required): the figures.
* `number` (field, required): the figure as printed.
* `unit` (field, required): only figures of one unit are compared.
* `digits` and `scale` (fields, required): its digits alone, and the word of its scale.
* `head` (texts, required): the zones of the figures that must be held by the text.
* `body` (texts, required): the zones of the text that can contradict them; figures of any zone can agree.
* `throughout` (flag, no): look for slips of scale between any two figures of the body too.
* `shared` (number, 2): how many words two figures must share to be one.
* `kin` (texts, no): beginnings of words for one thing, with blanks between them, a text for each thing.

Outcomes: `differs` (the same words and the same period), `unlike` (the same words; a period is not said on both
sides), `alone` (the only amounts of head and lead, in other words), `slip` (the same digits with another scale), `absent`. Messages may name `found` (in the head), `other` (in the text) and `words`.

An example:

    kind: echo
    outcomes:
      differs: {severity: error, message: 'the headline has {found}, the text {other}'}
    params: {claim: figure, number: number, unit: unit, digits: digits, scale: scale, head: [headline], body: [lead, body]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.finding import CannotTell, Consistent, Contradicted
from prlint.kinds.echo.figures import FIRMLY, agree, as_fine, firm, named, of_unit, off_by_scale, swapped
from prlint.kinds.echo.oneness import (
    about_one,
    beside_one,
    of_it,
    one_digit_off,
    only_other,
    own_words,
    set_apart,
    surely_one,
    telling,
    told_alike,
)
from prlint.kinds.echo.reckoned import follows, in_its_unit, plainly, product
from prlint.registry import Param
from prlint.text.surroundings import periods, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.document import Document
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the figures"),
    "number": Param("field", about="the figure as printed"),
    "unit": Param("field", about="only figures of one unit are compared"),
    "digits": Param("field", about="its digits alone"),
    "scale": Param("field", about="the word of its scale"),
    "head": Param("texts", about="the zones of the figures that the text must hold"),
    "body": Param("texts", about="the zones that can contradict them"),
    "throughout": Param("flag", False, about="look for slips of scale between any two figures of the body too"),
    "shared": Param("number", 2, about="how many words two figures must share to be one"),
    "kin": Param("texts", (), about="beginnings of words for one thing, a text for each thing"),
}
OUTCOMES = dict.fromkeys(("differs", "unlike", "alone", "slip", "absent"), ("found", "other", "words"))


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each figure of the head."""
    document = context.release.document
    every = context.release.of(params["claim"])
    issuer = context.release.issuer.lower().split()
    heads = [claim for claim in claims if document.zone_at(claim.start) in params["head"]]
    # The head's other lines are no text: they may hold the same slip.
    rest = [claim for claim in every if document.zone_at(claim.start) not in params["head"]]
    if params["throughout"]:
        yield from _slips(claims, document, issuer, params)
    for head in heads:
        own = named(head.string(params["number"]))
        same = [claim for claim in rest if claim.get(params["unit"]) == head.get(params["unit"])]
        if own is None:
            continue
        agreeing = [claim for claim in same if agree(own, claim, params)]
        if any(telling(head, claim, document, params) for claim in agreeing):
            yield Consistent(head.text)
            continue
        alike = [
            claim
            for claim in same
            if document.zone_at(claim.start) in params["body"]
            and (
                (firm(head, params) and about_one(head, claim, issuer, document, params))
                or beside_one(head, claim, every, document, params)
                or one_digit_off(head, claim, issuer, document, params)
            )
            and set_apart(head, claim, claims, document, params)
        ] or [
            claim
            for claim in every
            if document.zone_at(claim.start) not in params["body"]
            and claim.start > head.start
            # The two ends of a range, and two amounts that one line sets side by side, are not one.
            and document.block_at(claim.start) != document.block_at(head.start)
            and claim.get(params["unit"]) == head.get(params["unit"])
            and one_digit_off(head, claim, issuer, document, params)
            and about_one(head, claim, issuer, document, {**params, "shared": FIRMLY})
            and set_apart(head, claim, claims, document, params)
        ]
        # What another figure of the head has is that one's.
        others = [
            named(one.string(params["number"]))
            for one in heads
            if one is not head
            and of_unit(one, head, params)
            and not one_digit_off(head, one, issuer, document, params)  # then one of the two is the slip
        ]
        alike = [
            claim
            for claim in alike
            if document.zone_at(claim.start) in params["head"]
            or not any(each is not None and agree(each, claim, params) for each in others)
        ]
        slipped = next((claim for claim in alike if off_by_scale(head, claim, params)), None)
        sure = any(
            surely_one(head, claim, issuer, document, params)
            or (swapped(head, claim, params) and one_digit_off(head, claim, issuer, document, params))
            for claim in alike
        )
        lone = None if alike else only_other(head, heads, same, document, params)
        # "$8 million" and "$9 million" can be one amount rounded in two ways; printed alike, they hardly are.
        alone = lone is not None and all(claim is lone and as_fine(head, claim, params) for claim in agreeing)
        if (agreeing and not sure and not alone) or plainly(
            own, head, own_words(head, issuer, document) if sure else (), document, params
        ):
            yield Consistent(head.text)
        elif slipped is not None:
            yield _found("slip", head, slipped, document)
        elif follows(
            own,
            head,
            of_it(head, rest, issuer, document, FIRMLY if sure else 1) if alike else rest,
            document,
            params,
            surely=sure,
        ) or (not sure and product(own, in_its_unit(head, rest, params), document)):
            yield CannotTell()
        elif not alike:
            if lone is not None and alone:
                yield _found("alone", head, lone, document)
            else:
                yield Contradicted("absent", [head], values={"found": head.text, "other": "", "words": ""})
        else:
            certain = [
                claim
                for claim in alike
                if periods(document, head.start, head.end) and periods(document, claim.start, claim.end)
            ]
            mine = words(document, head.start, head.end)
            other = max(
                certain or alike,
                key=lambda claim: (
                    one_digit_off(head, claim, issuer, document, params),
                    sum(word in mine for word in words(document, claim.start, claim.end)),
                ),
            )
            yield _found("differs" if certain else "unlike", head, other, document)


def _slips(
    claims: Sequence[Claim], document: Document, issuer: Sequence[str], params: Mapping[str, Any]
) -> Iterator[Verdict]:
    """Yields a finding for each figure of the body that stands there earlier, in the same words, with another scale."""
    body = [claim for claim in claims if claim.get(params["scale"]) and document.zone_at(claim.start) in params["body"]]
    for i, claim in enumerate(body):
        for earlier in body[:i]:
            if (
                claim.get(params["unit"]) == earlier.get(params["unit"])
                and off_by_scale(claim, earlier, params)
                and (
                    about_one(claim, earlier, issuer, document, {**params, "shared": FIRMLY})
                    or told_alike(claim, earlier, document, params)
                )
            ):
                yield _found("slip", earlier, claim, document)
                break


def _found(outcome: str, head: Claim, other: Claim, document: Document) -> Contradicted:
    shared = [word for word in words(document, head.start, head.end) if word in words(document, other.start, other.end)]
    return Contradicted(
        outcome,
        [head, other],
        values={"found": head.text, "other": other.text, "words": " ".join(shared)},
    )
