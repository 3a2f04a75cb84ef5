"""Definitions and their uses: one meaning for a term, and no definition in vain.

Params:

* `claim` (claim, required): claims that define a term or use it.
* `term` (field, required): the term.
* `meaning` (field, required): what it stands for; empty in a use.
* `fold` (texts, `case`, `dashes`, `plural`, `marks`, `joiners`): what does not
  count in meanings: case, spaces, dashes, plural, marks, joiners (small words
  and commas).
* `known` (texts, none) and `list` (list, none): terms that need no definition.
* `uses` (number, 2): an undefined term is reported when it is used this often.
* `choice` (text, `prefer`): the key of the profile that holds the house's own
  meaning by term; where it has the term, only the other meanings are wrong, and
  the suggestion is the house's.

Outcomes, with the fields their messages may name:

* `two_meanings` (`term`, `first`, `other`): two meanings; the first definition,
  and every one that differs from it.
* `unused` (`term`, `meaning`): defined, and never used again.
* `undefined` (`term`, `count`): used `uses` times, and never defined.
* `redefined` (`term`, `meaning`): defined twice alike in one section of the
  release; an "About" section stands alone, so it may define anew.

An example:

    kind: define
    outcomes:
      two_meanings: {severity: warning, message: '{term} is "{first}" here and "{other}" there'}
    params: {claim: acronym, term: acronym, meaning: expansion}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.finding import Consistent, Contradicted, Replacement
from prlint.registry import Param
from prlint.text.terms import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.document import Document
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="claims that define a term or use it"),
    "term": Param("field", about="the term"),
    "meaning": Param("field", about="what it stands for; empty in a use"),
    "fold": Param("texts", ("case", "dashes", "plural", "marks", "joiners"), about="what does not count in meanings"),
    "known": Param("texts", (), about="terms that need no definition"),
    "list": Param("list", "", about="a list of terms that need no definition"),
    "uses": Param("number", 2, about="an undefined term is reported when used this often"),
    "choice": Param("text", "prefer", about="the key of the profile with the house's own meanings"),
}

OUTCOMES = {
    "two_meanings": ("term", "first", "other"),
    "unused": ("term", "meaning"),
    "undefined": ("term", "count"),
    "redefined": ("term", "meaning"),
}


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each term."""
    definitions: dict[str, list[Claim]] = {}
    uses: dict[str, list[Claim]] = {}
    for claim in claims:
        (definitions if claim.get(params["meaning"]) else uses).setdefault(claim.string(params["term"]), []).append(
            claim
        )
    chosen = context.profile.get(params["choice"]) or {}
    for term, defined in definitions.items():
        meanings: dict[str, list[Claim]] = {}
        for claim in defined:
            meaning = claim.string(params["meaning"])
            # Folding costs, and one meaning contradicts nothing.
            alike = folded(meaning, params["fold"]) if len(defined) > 1 else meaning
            meanings.setdefault(alike, []).append(claim)
        wrong = False
        if len(meanings) > 1:
            wrong = True
            yield _two(term, meanings, params, str(chosen.get(term, "")))
        elif term not in uses and len(defined) == 1:
            wrong = True
            yield Contradicted(
                "unused", defined, values={"term": term, "meaning": defined[0].string(params["meaning"])}
            )
        again = _again(defined, params, context.release.document) if len(defined) > 1 else []
        if again:
            wrong = True
            values = {"term": term, "meaning": again[0].string(params["meaning"])}
            yield Contradicted("redefined", again, values=values)
        if not wrong:
            yield Consistent()
    known = {*params["known"], *(context.lists[params["list"]] if params["list"] else ())}
    for term, used in uses.items():
        if term not in definitions and term not in known and len(used) >= params["uses"]:
            yield Contradicted("undefined", used[:1], values={"term": term, "count": len(used)})


def _two(term: str, meanings: Mapping[str, list[Claim]], params: Mapping[str, Any], house: str) -> Contradicted:
    """Returns the contradiction of two meanings, with the house's choice as suggestion where it is one of them."""
    groups = list(meanings.values())
    right = meanings.get(folded(house, params["fold"])) if house else None
    first = right or groups[0]
    others = sorted((claim for group in groups if group is not first for claim in group), key=lambda claim: claim.start)
    written = first[0].string(params["meaning"])
    replacements = []
    for claim in others if right else ():
        meaning = claim.string(params["meaning"])
        at = claim.text.find(meaning)
        if at >= 0:
            replacements.append(Replacement(claim.start + at, claim.start + at + len(meaning), written))
    return Contradicted(
        "two_meanings",
        others if right else sorted([first[0], *others], key=lambda claim: claim.start),
        values={"term": term, "first": written, "other": others[0].string(params["meaning"])},
        replacements=replacements,
    )


def _again(defined: Sequence[Claim], params: Mapping[str, Any], document: Document) -> list[Claim]:
    """Returns the definitions that repeat, word for word, an earlier one of the same section."""
    seen: set[tuple[str, int]] = set()
    again = []
    for claim in defined:
        zone = document.zone_of(claim.start)
        # A heading and its text are one section; all that is not boilerplate is one section too.
        section = zone.start if zone and zone.name in ("about", "isi", "fls", "legend", "table") else -1
        if zone and zone.name in ("headline", "subhead"):
            continue
        key = (folded(claim.string(params["meaning"]), params["fold"]), section)
        if key in seen:
            again.append(claim)
        seen.add(key)
    return again
