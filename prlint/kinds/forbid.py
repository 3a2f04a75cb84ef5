r"""Something must not stand there: a wording, or a claim.

Params:

* `pattern` (patterns, none): what must not stand. Its named groups are fields
  of the message; a group named `place` narrows what is marked.
* `claim` (claim, none): claims that must not stand; with `pattern` too, claims
  whose text holds the pattern.
* `where` (mapping, empty): only claims whose fields have these values.
* `near` (patterns, none): only where one of these stands in the same sentence.
* `given` (patterns, none): only in a release that has one of these anywhere.
* `say` (mapping, empty): named group → text. The message field `say` is the
  text of the first named group that took part.
* `together` (flag, no): one finding, not one each, for all places of which the
  same is to be said, or, where `say` has nothing, that read alike.
* `at_most` (number, 0): more places than this are a choice of style and are
  left alone; 0 is no limit.
* `literals` (texts, none): the pattern is only tried in a release that has one
  of these, in any case; it makes a rule cheaper and changes nothing else.

Outcome `found`; its message may name `found` (what stands there), `say`, `count`
(of the places), the named groups and the claim's fields.

An example:

    kind: forbid
    severity: warning
    message: '"{found}" is a patent; {number} is the number of an application'
    params:
      pattern: 'issued patent,? (?P<number>US 20\d\d/\d{7})'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.document import Span
from prlint.finding import CannotTell, Consistent, Contradicted
from prlint.registry import Param
from prlint.text.search import anywhere, chosen, hits, holds, likely

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.document import Document
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "pattern": Param("patterns", (), about="what must not stand; named groups are message fields"),
    "claim": Param("claim", "", about="claims that must not stand"),
    "where": Param("mapping", {}, about="only claims whose fields have these values"),
    "near": Param("patterns", (), about="only where one of these stands in the same sentence"),
    "given": Param("patterns", (), about="only in a release that has one of these anywhere"),
    "say": Param("mapping", {}, about="the message field `say`, by the named group that took part"),
    "together": Param("flag", False, about="one finding for all places that read alike, or of which the same is said"),
    "at_most": Param("number", 0, about="more places than this are a choice of style; 0 is no limit"),
    "literals": Param("texts", (), about="the pattern is only tried in a release that has one of these, in any case"),
}

OUTCOMES = {"found": ("found", "say", "count")}


def mistake(params: Mapping[str, Any]) -> str:
    """Says what is wrong with the parameters together, nothing where they are right."""
    return "" if params["pattern"] or params["claim"] else "kind `forbid` needs `pattern`, `claim` or both"


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a contradiction for each place, or for all places that are one slip."""
    document = context.release.document
    if not likely(document, params["literals"]):
        yield Consistent()
        return
    found = [each for each in _found(claims, params, document) if context.admits(*each[0])]
    if not (found and anywhere(document, params["given"])):
        yield Consistent()
    elif 0 < params["at_most"] < len(found):
        yield CannotTell()
    else:
        gathered: dict[str, list[tuple[Span, dict[str, object]]]] = {}
        for i, (span, values) in enumerate(found):
            alike = str(values["say"] or values["found"]).casefold() if params["together"] else str(i)
            gathered.setdefault(alike, []).append((span, values))
        for places in gathered.values():
            yield Contradicted("found", [span for span, _ in places], values={**places[0][1], "count": len(places)})


def _found(
    claims: Sequence[Claim], params: Mapping[str, Any], document: Document
) -> Iterator[tuple[Span, dict[str, object]]]:
    say = params["say"]
    if not params["claim"]:
        for hit in hits(document, params["pattern"], near=params["near"]):
            says = next((text for name, text in say.items() if hit.groups.get(name)), "")
            yield Span(hit.start, hit.end), {"found": hit.text, "say": says, **hit.groups}
        return
    for claim in claims:
        if not chosen(claim.fields, params["where"]):
            continue
        if not params["pattern"]:
            if not params["near"] or holds(document, claim.start, claim.end, params["near"]):
                yield Span(claim.start, claim.end), {"found": claim.text, "say": "", **claim.fields}
            continue
        for hit in hits(document, params["pattern"], within=[(claim.start, claim.end)], near=params["near"]):
            says = next((text for name, text in say.items() if hit.groups.get(name)), "")
            yield Span(hit.start, hit.end), {**claim.fields, "found": hit.text, "say": says, **hit.groups}
