"""Something must be there: in the release, in a zone of it, or beside its trigger.

Params:

* `given` (patterns, none): the trigger; without one, every release needs it.
* `given_claim` (claim, none): the trigger is a claim of this type; with `given`
  too, one whose text holds the pattern.
* `where` (mapping, empty): only claims whose fields have these values.
* `pattern` (patterns, none): what must be there.
* `claim` (claim, none): or a claim of this type.
* `zone` (texts, none): it must be in one of these zones; alone, without
  `pattern` and `claim`, one of these zones must exist.
* `scope` (choice: document, block, sentence; document): how near to the trigger
  it must be.
* `literals` (texts, none): the trigger is only sought in a release that has one of
  these, in any case; it makes a rule cheaper and changes nothing else.
* `words` (number, 0): releases shorter than this are left alone.
* `whole` (flag, false): only in a release that goes on to an about part, contacts, a source line or an end mark; of
  another text the rest may not be there yet.

The rule's zones limit where a trigger counts, not where the required thing may
stand.

Outcome `missing`: at each trigger for scope block and sentence, at the first
trigger (or the first words of the release) for scope document. Its message may
name `found` (the trigger) and the named groups of `given`.

An example:

    kind: require
    severity: warning
    message: '{found} is offered, and the release does not say that it is no offer'
    params:
      given: 'public offering of (?:common )?shares'
      pattern: '(?i)shall not constitute an offer'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.document import Span
from prlint.finding import CannotTell, Consistent, Contradicted
from prlint.registry import Param
from prlint.text.ending import is_whole
from prlint.text.search import chosen, hits, likely

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.document import Document
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "given": Param("patterns", (), about="the trigger; named groups are message fields"),
    "given_claim": Param("claim", "", about="the trigger is a claim of this type"),
    "where": Param("mapping", {}, about="only triggering claims whose fields have these values"),
    "pattern": Param("patterns", (), about="what must be there"),
    "claim": Param("claim", "", about="or a claim of this type"),
    "zone": Param("texts", (), about="in one of these zones"),
    "scope": Param(
        "choice", "document", choices=("document", "block", "sentence"), about="how near to the trigger it must be"
    ),
    "literals": Param("texts", (), about="the trigger is only sought in a release that has one of these"),
    "words": Param("number", 0, about="releases shorter than this are left alone"),
    "whole": Param("flag", False, about="only in a release that goes on to what stands at its end"),
}

OUTCOMES = {"missing": ("found",)}


def mistake(params: Mapping[str, Any]) -> str:
    """Says what is wrong with the parameters together, nothing where they are right."""
    given = params["pattern"] or params["claim"] or params["zone"]
    return "" if given else "kind `require` needs `pattern`, `claim` or `zone`"


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each trigger, or one for the release."""
    document = context.release.document
    # Too short: not a release yet, or a note, which need not have the parts of one.
    if not likely(document, params["literals"]) or len(document.view.text.split()) < params["words"]:
        return
    triggers = [trigger for trigger in _triggers(params, context, document) if context.admits(*trigger[0])]
    if not triggers:
        return
    if params["scope"] == "document":
        triggers = triggers[:1]
    for span, values in triggers:
        start, end = _reach(params["scope"], document, span)
        if _there(claims, params, document, start, end):
            yield Consistent()
        elif params["whole"] and not is_whole(document):
            yield CannotTell("the end of the release")
        else:
            yield Contradicted("missing", [span], values=values)


def _triggers(
    params: Mapping[str, Any], context: Context, document: Document
) -> Iterator[tuple[Span, dict[str, object]]]:
    within = None
    if params["given_claim"]:
        triggering = [
            c for c in context.claims(context.release, params["given_claim"]) if chosen(c.fields, params["where"])
        ]
        within = [(claim.start, claim.end) for claim in triggering]
        if not params["given"]:
            for claim in triggering:
                yield Span(claim.start, claim.end), {"found": claim.text, **claim.fields}
            return
    if params["given"]:
        for hit in hits(document, params["given"], within=within):
            yield Span(hit.start, hit.end), {"found": hit.text, **hit.groups}
    elif document.blocks:
        block = document.blocks[0]
        yield Span(block.start, block.end), {"found": ""}


def _reach(scope: str, document: Document, span: Span) -> tuple[int, int]:
    if scope == "sentence":
        return document.sentence_at(span.start).start, document.sentence_at(max(span.start, span.end - 1)).end
    block = document.block_at(span.start) if scope == "block" else None
    return (block.start, block.end) if block else (0, len(document.view.text))


def _there(claims: Sequence[Claim], params: Mapping[str, Any], document: Document, start: int, end: int) -> bool:
    zones = frozenset(params["zone"])

    def admitted(first: int, last: int) -> bool:
        return not zones or bool(zones & document.zones_at(first, last))

    if params["claim"] and any(
        start <= claim.start and claim.end <= end and admitted(claim.start, claim.end) for claim in claims
    ):
        return True
    if params["pattern"]:
        return any(admitted(hit.start, hit.end) for hit in hits(document, params["pattern"], within=[(start, end)]))
    return not params["claim"] and any(
        zone.name in zones and zone.start < end and start < zone.end for zone in document.zones
    )
