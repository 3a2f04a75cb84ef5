"""Codes: one code written in several ways, and a code that is another one with its digits turned.

Codes that differ in a digit are different things, as a rule: a company numbers
its products in a row. A slip is reported only for a code that occurs once, that
neither an earlier release nor the profile knows, that the text does not
introduce, and whose digits are those of a code that occurs often with two
neighbours turned round, or one left out.

Params:

* `claim` (claim, required): the claims that bear codes.
* `code` (field, required): the code without its spelling, the same for all ways of writing it.
* `name` (field, required): the code as printed.
* `where` (mapping, none): only claims whose fields have these values.
* `introduced` (fields, none): a claim in which one of these is given introduces its code, and the code given there.
* `often` (number, 3): how often the other code must occur.
* `profile` (text, none): the key of the profile under which codes are known (`assets`: their `name` and `also`).

Outcomes: `ways` (one code, several ways of writing it) and `slip`. Messages may name the claim's fields and `found`,
`other` and `count`.

An example:

    kind: slip
    outcomes:
      ways: {severity: info, message: '"{found}" here and "{other}" elsewhere'}
    params: {claim: asset, code: code, name: name, where: {form: code}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.finding import Consistent, Contradicted, Replacement
from prlint.registry import Param
from prlint.text.search import chosen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the claims that bear codes"),
    "code": Param("field", about="the code without its spelling"),
    "name": Param("field", about="the code as printed"),
    "where": Param("mapping", {}, about="only claims whose fields have these values"),
    "introduced": Param("fields", (), about="fields that say that the text introduces the code"),
    "often": Param("number", 3, about="how often the other code must occur"),
    "profile": Param("text", "", about="the key of the profile under which codes are known"),
}

OUTCOMES = {"ways": ("found", "other", "count"), "slip": ("found", "other", "count")}


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each code."""
    codes: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.get(params["code"]) and chosen(claim.fields, params["where"]):
            codes.setdefault(claim.string(params["code"]), []).append(claim)
    for code, mentions in codes.items():
        ways = {claim.string(params["name"]): claim for claim in reversed(mentions)}
        if len(ways) > 1:
            firsts = sorted(ways.values(), key=lambda claim: claim.start)
            yield Contradicted("ways", firsts, values=_values(firsts[1], firsts[0], params, len(mentions)))
            continue
        often = [
            known
            for other, known in codes.items()
            if len(known) >= params["often"] and len(mentions) == 1 and _slipped(code, other)
        ]
        if len(often) != 1 or _known(code, mentions, claims, params, context):
            yield Consistent()
            continue
        (claim,) = mentions
        right = often[0][0].string(params["name"])
        yield Contradicted(
            "slip",
            mentions,
            values=_values(claim, often[0][0], params, len(often[0])),
            replacements=[Replacement(claim.start, claim.end, right)],
        )


def _values(claim: Claim, other: Claim, params: Mapping[str, Any], count: int) -> dict[str, object]:
    name = params["name"]
    return {**claim.fields, "found": claim.string(name), "other": other.string(name), "count": count}


def _slipped(code: str, other: str) -> bool:
    """Says whether two codes of the same letters differ by two turned digits, or by one that `code` leaves out."""
    letters = _letters(code)
    if letters != _letters(other):
        return False
    mine, theirs = code[len(letters) :], other[len(letters) :]
    if len(mine) == len(theirs):
        apart = [i for i, (a, b) in enumerate(zip(mine, theirs, strict=True)) if a != b]
        return (
            len(apart) == 2
            and apart[1] == apart[0] + 1
            and mine[apart[0]] == theirs[apart[1]]
            and mine[apart[1]] == theirs[apart[0]]
        )
    # Of two digits, one left out leaves a number that may be any product's.
    return (
        len(theirs) - len(mine) == 1
        and len(mine) > 1
        and any(theirs[:i] + theirs[i + 1 :] == mine for i in range(len(theirs)))
    )


def _letters(code: str) -> str:
    return code[: next((i for i, c in enumerate(code) if c.isdigit()), len(code))]


def _known(
    code: str, mentions: Sequence[Claim], claims: Sequence[Claim], params: Mapping[str, Any], context: Context
) -> bool:
    """Says whether the code is another's beyond doubt: known before, confirmed, or introduced by the text."""
    if any(claim.get(field) for claim in mentions for field in params["introduced"]):
        return True
    if any(claim.get(field) == code for claim in claims for field in params["introduced"]):
        return True
    document = context.release.document
    if any(zone.name == "about" and claim.text in zone.subject for claim in mentions for zone in document.zones):
        return True
    for entry in context.profile.get(params["profile"], ()) if params["profile"] else ():
        names = (entry.get("name", ""), *entry.get("also", ()))
        if code in {"".join(c for c in str(name).casefold() if c.isalnum()) for name in names}:
            return True
    return any(
        claim.string(params["code"]) == code for release in context.earlier for claim in release.of(params["claim"])
    )
